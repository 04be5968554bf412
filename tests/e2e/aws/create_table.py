"""Makes the table of a CloudFormation template in an emulator: create_table.py TEMPLATE URL NAME.

The definition is the template's own, so that what runs over the table proves the keys and indexes that are deployed.
"""
import sys

import botocore.session
import yaml

PROTECTION = {"SSESpecification", "PointInTimeRecoverySpecification", "DeletionProtectionEnabled"}
# CreateTable does not know it: it is a call of its own.
EXPIRY = "TimeToLiveSpecification"


class Template(yaml.SafeLoader):
    """CloudFormation's short functions (`!Ref`, `!GetAtt` …) are no part of a table's keys: they are read as null."""


Template.add_multi_constructor("!", lambda loader, suffix, node: None)


def table_properties(path):
    with open(path, encoding="utf-8") as file:
        resources = yaml.load(file, Loader=Template)["Resources"].values()
    [table] = [resource for resource in resources if resource["Type"] == "AWS::DynamoDB::Table"]
    return {name: value for name, value in table["Properties"].items() if name not in PROTECTION}


def main(template, url, name):
    client = botocore.session.get_session().create_client(
        "dynamodb", region_name="us-east-1", endpoint_url=url,
        aws_access_key_id="test", aws_secret_access_key="test")
    properties = table_properties(template)
    expiry = properties.pop(EXPIRY)
    # botocore refuses what CreateTable does not know.
    client.create_table(**properties | {"TableName": name})
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    client.update_time_to_live(TableName=name, TimeToLiveSpecification=expiry)


main(*sys.argv[1:])
