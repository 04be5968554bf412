"""Holds recorded requests to the services' own models: check_requests.py REQUESTS OPERATION...

REQUESTS has one `{"target": …, "body": …}` a line. botocore checks members, types and required members; lengths, ranges,
patterns and enums are checked here. Each OPERATION must be among the requests.
"""
import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator


def operations():
    """Each operation of the services by its target header."""
    session = botocore.session.get_session()
    for service in ("dynamodb", "stepfunctions"):
        model = session.get_service_model(service)
        for name in model.operation_names:
            yield f"{model.metadata['targetPrefix']}.{name}", model.operation_model(name)


def limits(shape, value, at):
    """What the model forbids of a value and botocore lets pass."""
    bounds = shape.metadata
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from limits(shape.members[name], member, f"{at}.{name}")
    elif shape.type_name == "map":
        yield from beyond(bounds, len(value), at)
        for name, member in value.items():
            yield from limits(shape.key, name, f"{at} key")
            yield from limits(shape.value, member, f"{at}[{name}]")
    elif shape.type_name == "list":
        yield from beyond(bounds, len(value), at)
        for index, member in enumerate(value):
            yield from limits(shape.member, member, f"{at}[{index}]")
    elif shape.type_name == "string":
        yield from beyond(bounds, len(value), at)
        if "pattern" in bounds and not re.search(bounds["pattern"], value):
            yield f"{at} does not match {bounds['pattern']}"
        if shape.enum and value not in shape.enum:
            yield f"{at} is none of {shape.enum}"
    elif shape.type_name in ("integer", "long"):
        yield from beyond(bounds, value, at)


def beyond(bounds, size, at):
    if not bounds.get("min", size) <= size <= bounds.get("max", size):
        yield f"{at}: {size} is not within {bounds}"


def check(operation, body):
    report = ParamValidator().validate(body, operation.input_shape)
    if report.has_errors():
        yield report.generate_report()
    else:
        yield from limits(operation.input_shape, body, operation.name)


def main(path, *expected):
    known, seen, faults = dict(operations()), {}, set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            request = json.loads(line)
            operation = known[request["target"]]
            seen[operation.name] = seen.get(operation.name, 0) + 1
            faults.update(check(operation, request["body"]))
    faults.update(f"{name} was never sent" for name in expected if name not in seen)
    print("requests held to the services' models:", ", ".join(f"{n} {c}" for n, c in sorted(seen.items())))
    sys.exit("\n".join(sorted(faults)) or None)


main(*sys.argv[1:])
