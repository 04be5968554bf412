#!/usr/bin/env python3
"""redrive.py STACK.json LOGS: lays news aside and has `infra/redrive` send it back: what is listed stays, what is sent back is
handled in the order of its group, each once, and nothing is left. The AWS CLI must be on the path."""

import json
import os
import pathlib
import subprocess
import sys
import time

import boto3

stack = json.loads(pathlib.Path(sys.argv[1]).read_text())
log = pathlib.Path(sys.argv[2]) / "AnnounceFunction.log"
root = pathlib.Path(__file__).resolve().parents[3]
endpoint, aside = stack["endpoint"], stack["resources"]["AnnouncementsDeadLetters"]
account = {"region_name": "us-east-1", "aws_access_key_id": "test", "aws_secret_access_key": "test"}
sqs = boto3.client("sqs", endpoint_url=endpoint, **account)
environment = {
    **os.environ, "AWS_ENDPOINT_URL": endpoint, "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
}


def redrive(*more):
    words = [sys.executable, root / "infra" / "redrive", "comanda", "announcements", *more]
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout


def lying_there():
    return int(sqs.get_queue_attributes(QueueUrl=aside, AttributeNames=["All"])["Attributes"]["ApproximateNumberOfMessages"])


def handled():
    """The orders of which news was handled, as the function says it."""
    records = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    orders = [record.get("order", "") for record in records if record.get("event") == "announcement.handled"]
    return [order for order in orders if order.startswith("redriven-")]


news = [("redriven-a", "accepted"), ("redriven-b", "accepted"), ("redriven-a", "ready"), *((f"redriven-{n:02}", "ready") for n in range(12))]
for order, stage in news:
    body = json.dumps({"order": order, "stage": stage})
    sqs.send_message(QueueUrl=aside, MessageBody=body, MessageGroupId=order, MessageDeduplicationId=f"{order}#told#{stage}")

listed = redrive("--list")
assert listed.count("order redriven-") == len(news) and "stage" not in listed, listed
assert lying_there() == len(news), f"{lying_there()} lie there after they were listed"
sent = redrive()
assert sent.splitlines()[-1] == f"{len(news)} sent back", sent
assert lying_there() == 0
deadline = time.monotonic() + 60
while len(handled()) < len(news) and time.monotonic() < deadline:
    time.sleep(0.5)
assert sorted(handled()) == sorted(order for order, _ in news), handled()
assert redrive().strip() == "0 sent back"
print(f"{len(news)} messages were sent back and handled")
