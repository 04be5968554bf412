//! Definitions that AWS refuses, each with the places and codes of its faults, and some that it takes.

use serde_json::{Value, json};

use super::{machine, passing};
use crate::asl::{Definition, MachineType};

fn faults_as(definition: &Value, machine_type: MachineType) -> Vec<String> {
    match Definition::parse(definition, machine_type) {
        Ok(_) => Vec::new(),
        Err(faults) => faults
            .iter()
            .map(|fault| format!("{} {}", fault.path, fault.code))
            .collect(),
    }
}

pub(super) fn faults(definition: &Value) -> Vec<String> {
    faults_as(definition, MachineType::Standard)
}

/// The faults of one state `S`, with `/States/S` left out and S for SCHEMA_VALIDATION_FAILED. `T` is there to
/// be led to.
fn faults_of(state: &Value) -> Vec<String> {
    let definition = json!({
        "QueryLanguage": "JSONata",
        "StartAt": "Way",
        "States": {
            "Way": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "T"}], "Default": "S"},
            "S": state,
            "T": {"Type": "Succeed"},
        }
    });
    let short = |fault: String| {
        fault
            .replace("/States/S", "")
            .replace("SCHEMA_VALIDATION_FAILED", "S")
    };
    faults(&definition).into_iter().map(short).collect()
}

pub(super) fn refuses(state: &Value, expected: &[&str]) {
    assert_eq!(faults_of(state), expected, "{state}");
}

#[test]
fn fields_and_their_types() {
    let task = |more: Value| {
        let mut state = json!({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true});
        state
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        state
    };
    for (state, expected) in [
        (json!(1), vec![" S"]),
        (json!({}), vec![" S"]),
        (json!({"Type": "Sleep"}), vec!["/Type S"]),
        (json!({"Type": 7}), vec!["/Type S"]),
        (json!({"Type": "Pass"}), vec![" S"]),
        (json!({"Type": "Pass", "End": false}), vec![" S"]),
        (json!({"Type": "Pass", "End": "yes"}), vec!["/End S"]),
        (json!({"Type": "Pass", "Next": "T", "End": true}), vec![" S"]),
        (json!({"Type": "Pass", "Next": 1}), vec!["/Next S"]),
        (
            json!({"Type": "Pass", "End": true, "Comment": 1}),
            vec!["/Comment S"],
        ),
        (json!({"Type": "Pass", "End": true, "Colour": 1}), vec![" S"]),
        (
            json!({"Type": "Pass", "End": true, "Result": 1, "InputPath": "$"}),
            vec![" S", " S"],
        ),
        (json!({"Type": "Pass", "End": true, "Retry": []}), vec![" S"]),
        (json!({"Type": "Pass", "End": true, "Catch": []}), vec![" S"]),
        (json!({"Type": "Pass", "End": true, "Arguments": {}}), vec![" S"]),
        (
            json!({"Type": "Pass", "End": true, "TimeoutSeconds": 1}),
            vec![" S"],
        ),
        (json!({"Type": "Succeed", "Next": "T"}), vec![" S"]),
        (json!({"Type": "Succeed", "End": true}), vec![" S"]),
        (json!({"Type": "Succeed", "Assign": {"a": 1}}), vec![" S"]),
        (json!({"Type": "Fail", "End": true}), vec![" S"]),
        (json!({"Type": "Fail", "Output": 1}), vec![" S"]),
        (json!({"Type": "Fail", "Error": 1}), vec!["/Error S"]),
        (json!({"Type": "Fail", "ErrorPath": "$.e"}), vec![" S"]),
        (
            json!({"Type": "Choice", "Choices": [{"Condition": true, "Next": "T"}], "End": true}),
            vec![" S"],
        ),
        (json!({"Type": "Choice"}), vec![" S"]),
        (json!({"Type": "Choice", "Choices": []}), vec!["/Choices S"]),
        (
            json!({"Type": "Choice", "Choices": [{"Next": "T"}]}),
            vec!["/Choices[0] S"],
        ),
        (
            json!({"Type": "Choice", "Choices": [{"Condition": true}]}),
            vec!["/Choices[0] S"],
        ),
        (
            json!({"Type": "Choice", "Choices": [{"Condition": 1, "Next": "T"}]}),
            vec!["/Choices[0]/Condition S"],
        ),
        (
            json!({"Type": "Choice", "Choices": [{"Condition": "true", "Next": "T"}]}),
            vec!["/Choices[0]/Condition S"],
        ),
        (
            json!({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "T"}]}),
            vec!["/Choices[0] S", "/Choices[0] S", "/Choices[0] S"],
        ),
        (json!({"Type": "Wait", "End": true}), vec![" S"]),
        (
            json!({"Type": "Wait", "Seconds": 1, "Timestamp": "2031-05-06T07:08:09Z", "End": true}),
            vec![" S"],
        ),
        (
            json!({"Type": "Wait", "Seconds": -1, "End": true}),
            vec!["/Seconds S"],
        ),
        (
            json!({"Type": "Wait", "Seconds": 1.5, "End": true}),
            vec!["/Seconds S"],
        ),
        (
            json!({"Type": "Wait", "Seconds": "1", "End": true}),
            vec!["/Seconds S"],
        ),
        (
            json!({"Type": "Wait", "Seconds": 100_000_000, "End": true}),
            vec!["/Seconds S"],
        ),
        (
            json!({"Type": "Wait", "Timestamp": "tomorrow", "End": true}),
            vec!["/Timestamp S"],
        ),
        (json!({"Type": "Task", "End": true}), vec![" S"]),
        (task(json!({"Resource": "sendMessage"})), vec!["/Resource S"]),
        (
            task(json!({"Resource": "arn:aws:s3:::bucket"})),
            vec!["/Resource S"],
        ),
        (
            task(json!({"Resource": "arn:aws:states:::sqs:sendMessage.later"})),
            vec!["/Resource S"],
        ),
        (
            task(json!({"Resource": "arn:aws:states:eu-west-1:123456789012:activity:sort"})),
            vec!["/Resource UNSUPPORTED"],
        ),
        (task(json!({"TimeoutSeconds": 0})), vec!["/TimeoutSeconds S"]),
        (
            task(json!({"TimeoutSeconds": 9, "HeartbeatSeconds": 9})),
            vec!["/HeartbeatSeconds S"],
        ),
        (task(json!({"TimeoutSecondsPath": "$.t"})), vec![" S"]),
        (task(json!({"Parameters": {}})), vec![" S"]),
        (task(json!({"Retry": {}})), vec!["/Retry S"]),
        (task(json!({"Retry": [{}]})), vec!["/Retry[0] S"]),
        (
            task(json!({"Retry": [{"ErrorEquals": []}]})),
            vec!["/Retry[0]/ErrorEquals S"],
        ),
        (
            task(json!({"Retry": [{"ErrorEquals": [1]}]})),
            vec!["/Retry[0]/ErrorEquals S"],
        ),
        (
            task(json!({"Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["A"]}]})),
            vec!["/Retry[0]/ErrorEquals[0] S"],
        ),
        (
            task(json!({"Retry": [{"ErrorEquals": ["A", "States.ALL"]}]})),
            vec!["/Retry[0]/ErrorEquals[1] S"],
        ),
        (
            task(
                json!({"Retry": [{"ErrorEquals": ["A"], "IntervalSeconds": 0, "MaxAttempts": -1, "BackoffRate": 0.9,
                "MaxDelaySeconds": 0, "JitterStrategy": "SOME", "Next": "T"}]}),
            ),
            vec![
                "/Retry[0] S",
                "/Retry[0]/IntervalSeconds S",
                "/Retry[0]/MaxDelaySeconds S",
                "/Retry[0]/MaxAttempts S",
                "/Retry[0]/BackoffRate S",
                "/Retry[0]/JitterStrategy S",
            ],
        ),
        (
            task(json!({"Catch": [{"ErrorEquals": ["A"]}]})),
            vec!["/Catch[0] S"],
        ),
        (task(json!({"Catch": [{"Next": "T"}]})), vec!["/Catch[0] S"]),
        (
            task(json!({"Catch": [{"ErrorEquals": ["A"], "Next": "T", "ResultPath": "$"}]})),
            vec!["/Catch[0] S"],
        ),
        (task(json!({"Assign": []})), vec!["/Assign S"]),
        (
            task(json!({"Assign": {"states": 1, "a-b": 1, "1a": 1, "": 1}})),
            vec!["/Assign/states S", "/Assign/a-b S", "/Assign/1a S", "/Assign/ S"],
        ),
    ] {
        refuses(&state, &expected);
    }
}

#[test]
fn states_with_states_in_them() {
    let pass = json!({"StartAt": "In", "States": {"In": {"Type": "Pass", "End": true}}});
    let with = |more: Value| {
        let mut inner = pass.clone();
        inner
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        inner
    };
    for (state, expected) in [
        (json!({"Type": "Parallel", "End": true}), vec![" S"]),
        (
            json!({"Type": "Parallel", "Branches": [], "End": true}),
            vec!["/Branches S"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [1], "End": true}),
            vec!["/Branches[0] S"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [{}], "End": true}),
            vec!["/Branches[0] S", "/Branches[0] S"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [with(json!({"QueryLanguage": "JSONata"}))], "End": true}),
            vec!["/Branches[0] S"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [pass], "TimeoutSeconds": 5, "End": true}),
            vec![" S"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [pass, pass], "End": true}),
            vec!["/Branches[1]/States/In DUPLICATE_STATE_NAME"],
        ),
        (
            json!({"Type": "Parallel", "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Pass", "Next": "T"}}}],
                "End": true}),
            vec!["/Branches[0]/States/X/Next MISSING_TRANSITION_TARGET"],
        ),
        (json!({"Type": "Map", "End": true}), vec![" S"]),
        (
            json!({"Type": "Map", "ItemProcessor": pass, "Items": 3, "End": true}),
            vec!["/Items S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": pass, "Items": "abc", "End": true}),
            vec!["/Items S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": pass, "ItemsPath": "$", "End": true}),
            vec![" S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": pass, "MaxConcurrency": -1, "End": true}),
            vec!["/MaxConcurrency S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": pass, "ToleratedFailurePercentage": 101, "End": true}),
            vec!["/ToleratedFailurePercentage S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": with(json!({"QueryLanguage": "JSONata"})), "End": true}),
            vec!["/ItemProcessor S"],
        ),
        (
            json!({"Type": "Map", "ItemProcessor": with(json!({"ProcessorConfig": {"Mode": "FAST"}})), "End": true}),
            vec!["/ItemProcessor/ProcessorConfig/Mode S"],
        ),
        (
            json!({"Type": "Map", "End": true, "ItemReader": {},
                "ItemProcessor": with(json!({"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}}))}),
            vec![
                "/ItemReader UNSUPPORTED",
                "/ItemProcessor/ProcessorConfig/Mode UNSUPPORTED",
            ],
        ),
    ] {
        refuses(&state, &expected);
    }
}

#[test]
fn transitions() {
    let two = |first: Value, second: Value| machine(&json!({"A": first, "B": second}));
    let end = json!({"Type": "Pass", "End": true});
    for (definition, expected) in [
        (
            two(json!({"Type": "Pass", "Next": "C"}), end.clone()),
            vec![
                "/States/A/Next MISSING_TRANSITION_TARGET",
                "/States/B MISSING_TRANSITION_TARGET",
            ],
        ),
        (
            two(end.clone(), end.clone()),
            vec!["/States/B MISSING_TRANSITION_TARGET"],
        ),
        (
            two(
                json!({"Type": "Pass", "Next": "B"}),
                json!({"Type": "Pass", "Next": "A"}),
            ),
            vec![" MISSING_END_STATE"],
        ),
        (
            two(
                json!({"Type": "Choice", "Choices": [{"Condition": true, "Next": "X"}], "Default": "Y"}),
                end.clone(),
            ),
            vec![
                "/States/A/Default MISSING_TRANSITION_TARGET",
                "/States/A/Choices[0]/Next MISSING_TRANSITION_TARGET",
                "/States/B MISSING_TRANSITION_TARGET",
            ],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "Z", "States": {"A": end}}),
            vec!["/StartAt MISSING_TRANSITION_TARGET"],
        ),
    ] {
        assert_eq!(faults(&definition), expected, "{definition}");
    }
}

#[test]
fn the_machine_itself() {
    let states = json!({"A": {"Type": "Succeed"}});
    for (definition, expected) in [
        (json!([]), vec![" S"]),
        (json!({"QueryLanguage": "JSONata"}), vec![" S", " S"]),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": {}}),
            vec!["/States S"],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": []}),
            vec!["/States S"],
        ),
        (
            json!({"QueryLanguage": "SQL", "StartAt": "A", "States": states}),
            vec!["/QueryLanguage S"],
        ),
        (
            json!({"QueryLanguage": "jsonata", "StartAt": "A", "States": states}),
            vec!["/QueryLanguage S"],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": states, "Version": "2.0"}),
            vec!["/Version S"],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": states, "TimeoutSeconds": 0}),
            vec!["/TimeoutSeconds S"],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": states, "Author": "me"}),
            vec![" S"],
        ),
        (
            json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"},
            "x".repeat(81): {"Type": "Succeed"}}}),
            vec!["name S", "name MISSING_TRANSITION_TARGET"],
        ),
    ] {
        let short = |fault: String| {
            fault
                .replace("SCHEMA_VALIDATION_FAILED", "S")
                .replace(&format!("/States/{}", "x".repeat(81)), "name")
        };
        let found: Vec<_> = faults(&definition).into_iter().map(short).collect();
        assert_eq!(found, expected, "{definition}");
    }
}

#[test]
fn an_express_machine_waits_for_nobody() {
    for (action, allowed) in [
        ("sqs:sendMessage", true),
        ("sqs:sendMessage.waitForTaskToken", false),
        ("ecs:runTask.sync", false),
    ] {
        let state =
            json!({"T": {"Type": "Task", "Resource": format!("arn:aws:states:::{action}"), "End": true}});
        let definition = machine(&state);
        assert!(faults(&definition).is_empty());
        assert_eq!(
            faults_as(&definition, MachineType::Express).is_empty(),
            allowed,
            "{action}"
        );
    }
}

#[test]
fn a_definition_is_bounded() {
    let deep = (0..200).fold(json!(1), |inner, _| json!([inner]));
    assert_eq!(faults(&passing(&deep)), [" SCHEMA_VALIDATION_FAILED"]);
    assert_eq!(
        faults(&passing(&json!("x".repeat(1_048_576)))),
        [" SCHEMA_VALIDATION_FAILED"]
    );
}

#[test]
fn faults_are_written_with_place_message_and_code() {
    let Err(faults) = Definition::parse(&passing(&json!("{% street %}")), MachineType::Standard) else {
        panic!("accepted");
    };
    let Err(no_json) = Definition::from_json("{", MachineType::Standard) else {
        panic!("accepted");
    };
    assert_eq!(
        no_json[0].to_string(),
        "/: EOF while parsing an object at line 1 column 1 (INVALID_JSON_DESCRIPTION)"
    );
    assert_eq!(
        faults[0].to_string(),
        "/States/Only/Output: Reference to 'street' at the top level is not supported. \
         (UNSUPPORTED_JSONATA_EXPRESSION)"
    );
}
