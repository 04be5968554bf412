"""Holds requests to Bedrock, Connect, Polly, S3, Secrets Manager, SNS and SQS to the services' own models: check_bodies.py FOLDER OPERATION...

FOLDER is what `COMANDA_BODIES=FOLDER cargo test --no-default-features --features aws --lib -- aws:: bedrock::` leaves
behind. botocore checks members, types and required members; lengths, patterns and enums are checked here. Each OPERATION
must be there.
"""
import json
import pathlib
import re
import sys
import urllib.parse

import botocore.session
from botocore.validate import ParamValidator


def of_polly(request):
    body = json.loads(request["body"])
    if request["operation"] == "PutLexicon":
        body["Name"] = request["path"].rsplit("/", 1)[-1]
    return body


def of_s3(request):
    _, bucket, key = urllib.parse.urlsplit(request["path"]).path.split("/", 2)
    headers = dict(request["headers"])
    marks = {name[11:]: value for name, value in headers.items() if name.startswith("x-amz-meta-")}
    body = {"Bucket": bucket, "Key": key}
    if request["operation"] == "PutObject":
        body |= {"ContentType": headers["content-type"], "Metadata": marks}
    if request["operation"] == "CopyObject":
        body |= {
            "ContentType": headers["content-type"],
            "CopySource": headers["x-amz-copy-source"],
            "Metadata": marks,
            "MetadataDirective": headers["x-amz-metadata-directive"],
        }
    return body


def of_sns(request):
    form = dict(urllib.parse.parse_qsl(request["body"], strict_parsing=True))
    body, attributes = {}, {}
    for name, value in form.items():
        match name.split("."):
            case ["MessageAttributes", "entry", number, *rest]:
                attributes.setdefault(number, {})[".".join(rest)] = value
            case ["Action"] if value == request["operation"]:
                pass
            case ["Version"]:
                pass
            case _:
                body[name] = value
    body["MessageAttributes"] = {
        one["Name"]: {"DataType": one["Value.DataType"], "StringValue": one["Value.StringValue"]}
        for one in attributes.values()
    }
    return body


def of_bedrock(request):
    return json.loads(request["body"]) | {"modelId": urllib.parse.unquote(request["path"].split("/")[2])}


def of_json(request):
    return json.loads(request["body"])


READ = {"bedrock-runtime": of_bedrock, "connect": of_json, "polly": of_polly, "s3": of_s3, "secretsmanager": of_json, "sns": of_sns, "sqs": of_json}


def limits(shape, value, at):
    """What the model forbids of a value and botocore lets pass."""
    if getattr(shape, "is_document_type", False):
        return
    bounds = shape.metadata
    size = len(value) if isinstance(value, (str, list, dict)) else None
    if size is not None and not bounds.get("min", size) <= size <= bounds.get("max", size):
        yield f"{at}: {size} is not within {bounds}"
    if shape.type_name == "structure":
        yield from (f"{at}: no member {name}" for name in value if name not in shape.members)
        for name, member in value.items():
            if name in shape.members:
                yield from limits(shape.members[name], member, f"{at}.{name}")
    elif shape.type_name == "list":
        for member in value:
            yield from limits(shape.member, member, at)
    elif shape.type_name == "string":
        # Connect's model escapes some of its patterns twice.
        pattern = bounds.get("pattern", "").replace("\\\\", "\\")
        if not re.search(pattern, value):
            yield f"{at} does not match {pattern}"
        if shape.enum and value not in shape.enum:
            yield f"{at} is none of {shape.enum}"


def main(folder, *expected):
    session, seen, faults = botocore.session.get_session(), {}, set()
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        request = json.loads(file.read_text(encoding="utf-8"))
        shape = session.get_service_model(request["service"]).operation_model(request["operation"]).input_shape
        body = READ[request["service"]](request)
        seen[request["operation"]] = seen.get(request["operation"], 0) + 1
        report = ParamValidator().validate(body, shape)
        if report.has_errors():
            faults.add(report.generate_report())
        else:
            faults.update(limits(shape, body, request["operation"]))
    faults.update(f"{name} was never sent" for name in expected if name not in seen)
    print("requests held to the services' models:", ", ".join(f"{n} {c}" for n, c in sorted(seen.items())))
    sys.exit("\n".join(sorted(faults)) or None)


main(*sys.argv[1:])
