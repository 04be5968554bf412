//! That the roles of machines and schedules allow just what is called under them: the emulator does not ask.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::document::{Template, each, statements, target};

/// What a machine's or a schedule's role may be asked for besides: its log and its traces, which have no resources.
const OF_THE_SERVICE: [&str; 2] = ["logs:", "xray:"];

/// By action, the resources that a role allows, by what the template calls them; what is the service's own left out.
fn allowed(template: &Template, role: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let mut allowed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for statement in statements(&template.meant_by(role)["Policies"]) {
        assert_eq!(statement["Effect"], "Allow", "{statement}");
        for action in each(&statement["Action"]) {
            let action = action.as_str().unwrap();
            if OF_THE_SERVICE.iter().any(|service| action.starts_with(service)) {
                continue;
            }
            let resources = each(&statement["Resource"]).into_iter();
            let named = resources.map(|resource| target(resource).unwrap().to_owned());
            allowed.entry(action.to_owned()).or_default().extend(named);
        }
    }
    allowed
}

/// Each object in a value that has a `Resource`, which of a definition is a task.
fn tasks(value: &Value) -> Vec<&Value> {
    let inner = match value {
        Value::Object(fields) => fields.values().flat_map(tasks).collect(),
        Value::Array(values) => values.iter().flat_map(tasks).collect(),
        _ => Vec::new(),
    };
    let own = value.get("Resource").map(|_| value);
    own.into_iter().chain(inner).collect()
}

#[test]
fn machines_may_call_what_they_call_and_no_more() {
    let template = Template::read(&super::text());
    let infra = Path::new(env!("CARGO_MANIFEST_DIR")).join("infra");
    for (id, machine) in template.of_type("AWS::Serverless::StateMachine") {
        let file = infra.join(machine["DefinitionUri"].as_str().unwrap());
        let definition: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut called: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for task in tasks(&definition) {
            let (action, named) = match task["Resource"].as_str().unwrap() {
                "arn:aws:states:::lambda:invoke" => ("lambda:InvokeFunction", "FunctionName"),
                "arn:aws:states:::sqs:sendMessage" | "arn:aws:states:::sqs:sendMessage.waitForTaskToken" => {
                    ("sqs:SendMessage", "QueueUrl")
                }
                other => panic!("{id} calls {other}, of which this test knows no action"),
            };
            let name = task["Arguments"][named].as_str().unwrap();
            let name = name.trim_start_matches("${").trim_end_matches('}');
            let given = target(&machine["DefinitionSubstitutions"][name]).unwrap();
            called
                .entry(action.to_owned())
                .or_default()
                .insert(given.to_owned());
        }
        assert_eq!(allowed(&template, &machine["Role"]), called, "{id}");
    }
}

#[test]
fn schedules_may_invoke_what_they_invoke_and_no_more() {
    let template = Template::read(&super::text());
    let schedules = template.of_type("AWS::Scheduler::Schedule");
    assert_eq!(schedules.len(), 2);
    for (id, schedule) in schedules {
        let function = target(&schedule["Target"]["Arn"]).unwrap().to_owned();
        let expected = BTreeMap::from([("lambda:InvokeFunction".to_owned(), BTreeSet::from([function]))]);
        assert_eq!(
            allowed(&template, &schedule["Target"]["RoleArn"]),
            expected,
            "{id}"
        );
    }
}
