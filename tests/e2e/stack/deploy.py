#!/usr/bin/env python3
"""Deploys infra/template.yaml, as it stands, to MiniStack on loopback.

    deploy.py --functions target/functions [--parameter AlexaSkillId=…] [--environment VoiceFunction:NAME=VALUE]

starts a MiniStack, deploys, prints one line of JSON (`endpoint`, `outputs`, `resources` by logical id), and keeps it
running until its own standard input ends or it is told to stop. With `--endpoint URL` it deploys to one that runs
already and exits. `make -C infra functions` makes the folder of functions; a folder `voice`, or a file `voice.zip` or
`VoiceFunction.zip`, does as well as `VoiceFunction`.

Needs a virtual environment with `ministack`, `aws-sam-translator`, `boto3` and `pyyaml` (requirements.txt beside
this). What the functions need from outside, such as AWS_ENDPOINT_URL_POLLY, they inherit from this process's own
environment, because MiniStack hands its own on.
"""

import argparse
import io
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile

import boto3
import yaml
from botocore.config import Config
from botocore.exceptions import ClientError

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEMPLATE = ROOT / "infra" / "template.yaml"
REGION = "us-east-1"
STACK = "comanda"
SECONDS_TO_START = 60
SECONDS_TO_DEPLOY = 180
SECONDS_FOR_AN_ANSWER = 600


class Tagged(yaml.SafeLoader):
    """Reads CloudFormation's short tags as their long form."""


def long_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


Tagged.add_multi_constructor("!", long_form)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def say_whether_sync_calls_arrive():
    """Amazon's SDK for Rust puts `sync-` before the host for StartSyncExecution, and cannot be told not to."""
    try:
        socket.getaddrinfo("sync-localhost", None)
    except OSError:
        print("no drafts will be quoted: /etc/hosts needs the line `127.0.0.1 sync-localhost`", file=sys.stderr)


class MiniStack:
    """A MiniStack of our own: started, waited for, stopped."""

    def __init__(self, log, state, environment=None):
        port = free_port()
        self.endpoint = f"http://localhost:{port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ministack"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=state,
            env={
                **os.environ,
                "BIND_HOST": "127.0.0.1",
                "GATEWAY_PORT": str(port),
                "MINISTACK_REGION": REGION,
                "AWS_DEFAULT_REGION": REGION,
                "AWS_REGION": REGION,
                "AWS_ACCESS_KEY_ID": "test",
                "AWS_SECRET_ACCESS_KEY": "test",
                # Bootstraps inherit it: without it a function would call AWS itself.
                "AWS_ENDPOINT_URL": self.endpoint,
                # Each function may do what its role in the template allows, and nothing else.
                "AUTH": "true",
                # `Wait` states take no time.
                "SFN_WAIT_SCALE": os.environ.get("SFN_WAIT_SCALE", "0"),
                "STATE_DIR": str(state),
                "S3_DATA_DIR": str(state),
                **(environment or {}),
            },
        )

    def wait_until_up(self):
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise SystemExit(f"MiniStack ended with {self.process.returncode}: see its log")
            try:
                with urllib.request.urlopen(f"{self.endpoint}/_ministack/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("MiniStack does not answer")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def client(endpoint, service):
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 2}),
    )


def packaged(folder, logical_id, logs):
    """The zip of a function: made from its folder, or the one that is there."""
    short = logical_id.removesuffix("Function").lower()
    for name in (logical_id, short):
        if (folder / f"{name}.zip").is_file():
            return (folder / f"{name}.zip").read_bytes()
        if (folder / name / "bootstrap").is_file():
            return zipped(folder / name, logs and logs.resolve() / f"{logical_id}.log")
    raise SystemExit(f"{folder} has neither {logical_id}/bootstrap nor {short}.zip; `make -C infra functions` makes it")


def zipped(folder, log):
    """A function's folder. The emulator drops what a function says; with a log it is started so that it says it there."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = str(path.relative_to(folder))
                archive.write(path, "function" if log and name == "bootstrap" else name)
        if log:
            here = '"$(dirname "$0")"'
            archive.writestr("bootstrap", f"#!/bin/sh\nchmod +x {here}/function\nexec {here}/function >>'{log}' 2>&1\n")
    return buffer.getvalue()


def with_fixed_timeouts(definition, timeouts):
    """The emulator evaluates no expression in `TimeoutSeconds`: it gets a number there, or the one that is asked for."""
    machine = json.loads(definition)
    for name, state in machine["States"].items():
        if name in timeouts:
            state["TimeoutSeconds"] = timeouts[name]
        elif isinstance(state.get("TimeoutSeconds"), str):
            state["TimeoutSeconds"] = SECONDS_FOR_AN_ANSWER
    return json.dumps(machine)


def without_the_phone_itself(template):
    """The emulator knows no Lex and no Connect, of which the stack within is; whatever else a phone line brings is deployed."""
    unknown = ("AWS::Lex::", "AWS::Connect::", "AWS::CloudFormation::Stack")
    gone = {name for name, resource in template["Resources"].items() if resource["Type"].startswith(unknown)}
    template = without_a_line(template, gone)
    for section in (template["Resources"], template["Outputs"]):
        for name in [name for name, part in section.items() if name in gone or gone & set(referred_to(part))]:
            del section[name]
    return template


def without_a_line(part, gone):
    """What depends on whether there is a line is as it is without one."""
    if isinstance(part, dict):
        either = part.get("Fn::If")
        if either and gone & set(referred_to(either[1])):
            return without_a_line(either[2], gone)
        return {name: without_a_line(value, gone) for name, value in part.items()}
    if isinstance(part, list):
        return [without_a_line(value, gone) for value in part]
    return part


def referred_to(part):
    """What a part of the template refers to, by `Ref` and `GetAtt`."""
    if isinstance(part, dict):
        if "Ref" in part:
            yield part["Ref"]
        if isinstance(part.get("Fn::GetAtt"), list):
            yield part["Fn::GetAtt"][0]
        for value in part.values():
            yield from referred_to(value)
    elif isinstance(part, list):
        for value in part:
            yield from referred_to(value)


def without_saved_queries(template):
    """The emulator knows none, and refuses a stack that has one."""
    resources = template["Resources"]
    for name in [name for name, resource in resources.items() if resource["Type"] == "AWS::Logs::QueryDefinition"]:
        del resources[name]
    return template


def with_everything_in_s3(s3, bucket, template, functions, environment, timeouts, logs):
    """What `sam package` does: code and definitions go to a bucket, and the template names them there."""
    # It refuses whoever comes without TLS, as everybody does here.
    del template["Resources"]["PromptsPolicy"]
    # It knows no styles of sign-in pages, and refuses a stack that has one.
    del template["Resources"]["StaffSignInStyle"]
    code = template["Globals"]["Function"].pop("CodeUri")
    assert code == ".", "the functions are built from where the template stands"
    for logical_id, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Serverless::Function":
            s3.put_object(Bucket=bucket, Key=f"{logical_id}.zip", Body=packaged(functions, logical_id, logs))
            properties["CodeUri"] = f"s3://{bucket}/{logical_id}.zip"
            own = properties.setdefault("Environment", {}).setdefault("Variables", {})
            own.update(environment.get(logical_id, {}))
        if "DefinitionUri" in properties:
            definition = TEMPLATE.parent / properties["DefinitionUri"]
            s3.put_object(Bucket=bucket, Key=definition.name, Body=with_fixed_timeouts(definition.read_text(), timeouts))
            properties["DefinitionUri"] = {"Bucket": bucket, "Key": definition.name}
    return template


def deploy(endpoint, functions, parameters, environment, timeouts, logs=None):
    """Deploys the stack and returns its outputs and its resources' physical ids."""
    cloudformation = client(endpoint, "cloudformation")
    template = yaml.load(TEMPLATE.read_text(), Loader=Tagged)
    template = without_saved_queries(without_the_phone_itself(template))
    # It knows no CodeDeploy: a version comes to its alias at once. As the default, since it hands SAM no parameters.
    template["Parameters"]["StagedRelease"]["Default"] = "false"
    s3, bucket = client(endpoint, "s3"), "comanda-artifacts"
    s3.create_bucket(Bucket=bucket)
    template = with_everything_in_s3(s3, bucket, template, functions, environment, timeouts, logs)
    # More than a request may hold.
    s3.put_object(Bucket=bucket, Key="template.json", Body=json.dumps(template))
    try:
        cloudformation.create_stack(
            StackName=STACK,
            TemplateURL=f"{endpoint}/{bucket}/template.json",
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        )
    except ClientError as refused:
        raise SystemExit(f"the template is refused: {refused}") from None
    deadline = time.monotonic() + SECONDS_TO_DEPLOY
    while True:
        stack = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
        if stack["StackStatus"] == "CREATE_COMPLETE":
            break
        if not stack["StackStatus"].endswith("IN_PROGRESS") or time.monotonic() > deadline:
            raise SystemExit(f"{stack['StackStatus']}: " + "; ".join(failures(cloudformation)))
        time.sleep(0.2)
    resources = cloudformation.describe_stack_resources(StackName=STACK)["StackResources"]
    return {
        "outputs": {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])},
        "resources": {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in resources},
    }


def failures(cloudformation):
    events = cloudformation.describe_stack_events(StackName=STACK)["StackEvents"]
    for event in reversed(events):
        if event["ResourceStatus"].endswith("FAILED"):
            yield f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}"


def arguments():
    parser = argparse.ArgumentParser(description="Deploys the template to MiniStack.")
    parser.add_argument("--functions", type=pathlib.Path, default=ROOT / "target" / "functions")
    parser.add_argument("--endpoint", help="a MiniStack that runs already")
    parser.add_argument("--log", type=pathlib.Path, help="where MiniStack's own log goes; nowhere by default")
    parser.add_argument("--logs", type=pathlib.Path, help="a folder for what the functions say, a file each; nowhere by default")
    parser.add_argument("--parameter", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--environment", action="append", default=[], metavar="FUNCTION:NAME=VALUE")
    parser.add_argument("--secret", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--timeout", action="append", default=[], metavar="STATE=SECONDS")
    return parser.parse_args()


def main():
    given = arguments()
    parameters = dict(each.split("=", 1) for each in given.parameter)
    timeouts = {name: int(seconds) for name, seconds in (each.split("=", 1) for each in given.timeout)}
    environment = {}
    for each in given.environment:
        function, variable = each.split(":", 1)
        name, value = variable.split("=", 1)
        environment.setdefault(function, {})[name] = value

    if given.endpoint:
        stack = deploy(given.endpoint, given.functions, parameters, environment, timeouts, given.logs)
        print(json.dumps({"endpoint": given.endpoint, **stack}))
        return
    say_whether_sync_calls_arrive()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="comanda-ministack-") as state, open(given.log or os.devnull, "wb") as log:
        ministack = MiniStack(log, pathlib.Path(state))
        try:
            ministack.wait_until_up()
            stack = deploy(ministack.endpoint, given.functions, parameters, environment, timeouts, given.logs)
            secrets = client(ministack.endpoint, "secretsmanager")
            for name, value in (each.split("=", 1) for each in given.secret):
                secrets.put_secret_value(SecretId=stack["resources"][name], SecretString=value)
            print(json.dumps({"endpoint": ministack.endpoint, **stack}), flush=True)
            sys.stdin.read()
        finally:
            ministack.stop()


if __name__ == "__main__":
    main()
