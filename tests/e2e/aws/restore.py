#!/usr/bin/env python3
"""restore.py URL TABLE: plays backup and restore of docs/operations.md at an emulator: a table comes back as another one, each
record equal and each index answering alike, and what is written to either afterwards is not in the other."""

import sys

import boto3

url, table = sys.argv[1:]
restored = f"{table}-restored"
dynamodb = boto3.client("dynamodb", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")


def by_key(items):
    return {(item["pk"]["S"], item["sk"]["S"]): item for item in items}


def everything(name):
    pages = dynamodb.get_paginator("scan").paginate(TableName=name, ConsistentRead=True)
    return by_key(item for page in pages for item in page["Items"])


def in_index(name, index, partition):
    pages = dynamodb.get_paginator("query").paginate(
        TableName=name, IndexName=index, KeyConditionExpression=f"{index}_pk = :p", ExpressionAttributeValues={":p": {"S": partition}}
    )
    return by_key(item for page in pages for item in page["Items"])


def record(number):
    return {
        "pk": {"S": "restore#order#1"}, "sk": {"S": f"ticket#{number}"}, "version": {"N": "1"}, "body": {"M": {"json": {"S": "{}"}}},
        "by_queue_pk": {"S": "restore#tickets"}, "by_queue_sk": {"S": f"{number:015}"},
    }


for number in range(40):
    dynamodb.put_item(TableName=table, Item=record(number))
before = everything(table)
dynamodb.update_continuous_backups(TableName=table, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
dynamodb.restore_table_to_point_in_time(SourceTableName=table, TargetTableName=restored, UseLatestRestorableTime=True)
dynamodb.get_waiter("table_exists").wait(TableName=restored, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
dynamodb.put_item(TableName=table, Item=record(98))
dynamodb.put_item(TableName=restored, Item=record(99))

after = everything(restored)
del after[("restore#order#1", "ticket#99")]
assert after == before, f"{len(before)} records, and {len(after)} came back, or other ones"
assert ("restore#order#1", "ticket#99") not in everything(table), "the two are one table"
indexes = {index["IndexName"] for index in dynamodb.describe_table(TableName=restored)["Table"]["GlobalSecondaryIndexes"]}
assert indexes == {"by_customer", "by_queue"}, indexes
tickets = in_index(restored, "by_queue", "restore#tickets")
assert len(tickets) == 41 and all(tickets[key] == before[key] for key in tickets if key in before), "the index came back otherwise"
dynamodb.delete_table(TableName=restored)
print(f"{len(before)} records came back, with both indexes")
