//! Pass, Choice, Wait, Fail and Succeed states, the context and the execution as a whole, played on scripted
//! tasks; the snapshot is stored and loaded at every step.

use serde_json::{Value, json};

use super::{events, fails, machine, play, plays, succeeds};

#[test]
fn assign_and_output_see_the_variables_of_the_entry() {
    let definition = machine(&json!({
        "A": {"Type": "Pass", "Assign": {"n": 1, "m": 10}, "Next": "B"},
        "B": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}", "m": "{% $n %}"}, "Output": "{% [$n, $m] %}", "Next": "C"},
        "C": {"Type": "Succeed", "Output": {"before": "{% $states.input %}", "after": "{% [$n, $m] %}"}}
    }));
    succeeds(
        &definition,
        &json!({}),
        &json!({}),
        &json!({"before": [1, 10], "after": [2, 1]}),
    );
}

#[test]
fn choices_are_tried_in_order() {
    let definition = machine(&json!({
        "Sort": {"Type": "Choice", "Choices": [
            {"Condition": "{% $states.input.grams > 1000 %}", "Next": "Done", "Assign": {"by": "lorry"}, "Output": 1},
            {"Condition": "{% $states.input.grams > 20 %}", "Next": "Done", "Assign": {"by": "van"}},
            {"Condition": false, "Next": "Done"}
        ]},
        "Done": {"Type": "Succeed", "Output": {"by": "{% $by %}", "input": "{% $states.input %}"}}
    }));
    succeeds(
        &definition,
        &json!({"grams": 2000}),
        &json!({}),
        &json!({"by": "lorry", "input": 1}),
    );
    succeeds(
        &definition,
        &json!({"grams": 500}),
        &json!({}),
        &json!({"by": "van", "input": {"grams": 500}}),
    );
    let cause = "An error occurred while executing the state 'Sort' (entered at the event id #2). ";
    let none =
        format!("{cause}Failed to transition out of the state. The state does not point to a next state.");
    fails(
        &definition,
        &json!({"grams": 5}),
        &json!({}),
        "States.NoChoiceMatched",
        &none,
    );
    let wrong = machine(&json!({
        "Sort": {"Type": "Choice", "Choices": [{"Condition": "{% 'yes' %}", "Next": "Done"}]},
        "Done": {"Type": "Succeed"}
    }));
    let typed = format!(
        "{cause}The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an \
         unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\""
    );
    fails(
        &wrong,
        &json!({}),
        &json!({}),
        "States.QueryEvaluationError",
        &typed,
    );
}

#[test]
fn waits_pass_on_the_virtual_clock() {
    let definition = |field: &str, value: Value| {
        machine(&json!({
            "W": {"Type": "Wait", field: value, "Output": "{% $states.context.State.EnteredTime %}", "Next": "E"},
            "E": {"Type": "Pass", "End": true, "Output":
                "{% ($toMillis($states.context.State.EnteredTime) - $toMillis($states.input)) / 1000 %}"}
        }))
    };
    for (field, value, seconds) in [
        ("Seconds", json!(90), 90),
        ("Seconds", json!("{% $states.input.s %}"), 7),
        ("Seconds", json!(0), 0),
        ("Timestamp", json!("1999-12-31T23:59:59Z"), 0),
        ("Timestamp", json!("{% $fromMillis($millis() + 2000) %}"), 2),
    ] {
        succeeds(
            &definition(field, value),
            &json!({"s": 7}),
            &json!({}),
            &json!(seconds),
        );
    }
    for (field, value, problem) in [
        (
            "Seconds",
            "{% 'soon' %}",
            "returned an unexpected result type. Expected 'number', but was 'string' for value: \"soon\"",
        ),
        (
            "Seconds",
            "{% -1 %}",
            "returned a value out of range. Expected an integer between 0 and 99999999, but was: -1",
        ),
        (
            "Timestamp",
            "{% 5 %}",
            "returned an unexpected result type. Expected 'string', but was 'number' for value: 5",
        ),
        (
            "Timestamp",
            "{% 'soon' %}",
            "returned a value that is no RFC3339 timestamp: \"soon\"",
        ),
    ] {
        let expression = value.trim_start_matches("{% ").trim_end_matches(" %}");
        let cause = format!(
            "An error occurred while executing the state 'W' (entered at the event id #2). \
             The JSONata expression '{expression}' specified for the field '{field}' {problem}"
        );
        fails(
            &definition(field, json!(value)),
            &json!({}),
            &json!({}),
            "States.QueryEvaluationError",
            &cause,
        );
    }
}

#[test]
fn fail_states_evaluate_error_and_cause() {
    let definition =
        machine(&json!({"F": {"Type": "Fail", "Error": "{% $states.input.e %}", "Cause": "Lost"}}));
    fails(
        &definition,
        &json!({"e": "Parcel.Lost"}),
        &json!({}),
        "Parcel.Lost",
        "Lost",
    );
    let empty = machine(&json!({"F": {"Type": "Fail"}}));
    plays(
        &empty,
        &json!({}),
        &json!({}),
        &json!({"status": "FAILED", "error": null, "cause": null}),
    );
}

#[test]
fn the_execution_has_a_timeout_of_its_own() {
    let wait = json!({"W": {"Type": "Wait", "Seconds": 1000, "End": true}});
    let mut definition = machine(&wait);
    definition["TimeoutSeconds"] = json!(60);
    plays(
        &definition,
        &json!({}),
        &json!({}),
        &json!({"status": "TIMED_OUT"}),
    );
    assert_eq!(
        events(&definition, &json!({}), &json!({})),
        ["WaitStateEntered:W"]
    );
    let mut express = play(&json!({"definition": machine(&wait), "type": "EXPRESS"}));
    assert_eq!(express.remove("status"), Some(json!("TIMED_OUT")));
}

#[test]
fn states_may_choose_jsonata_one_by_one() {
    let definition = json!({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 2 * 3 %}", "Next": "B"},
        "B": {"Type": "Succeed", "QueryLanguage": "JSONata"}
    }});
    succeeds(&definition, &json!({}), &json!({}), &json!(6));
}

#[test]
fn the_context_names_execution_machine_and_state() {
    let definition = machine(&json!({"C": {"Type": "Pass", "Output": "{% $states.context %}", "End": true}}));
    let answer = play(&json!({"name": "letter", "definition": definition, "input": {"a": 1}}));
    let context = &answer["output"];
    assert_eq!(context["Execution"]["Input"], json!({"a": 1}));
    assert_eq!(context["Execution"]["Name"], json!("letter"));
    assert_eq!(
        context["Execution"]["StartTime"],
        json!("2025-06-15T15:06:40.000Z")
    );
    assert_eq!(context["Execution"]["RedriveCount"], json!(0));
    assert_eq!(
        context["State"],
        json!({"Name": "C", "EnteredTime": "2025-06-15T15:06:40.000Z"})
    );
    assert_eq!(context.get("Task"), None);
}

#[test]
fn requests_are_answered_line_by_line() {
    let definition = |state: Value| machine(&json!({"A": state}));
    let requests = [
        json!({"name": "good", "definition": definition(json!({"Type": "Succeed"})), "input": 1}).to_string(),
        "not JSON".to_owned(),
        "[1]".to_owned(),
        json!({"name": "bad", "definition": definition(json!({"Type": "Succeed", "Next": "A"}))}).to_string(),
        json!({"name": "path", "definition": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}})
            .to_string(),
        json!({"name": "none"}).to_string(),
    ];
    let mut written = Vec::new();
    crate::asl::run_lines(requests.join("\n").as_bytes(), &mut written).unwrap();
    let lines: Vec<Value> = String::from_utf8(written)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let statuses: Vec<_> = lines
        .iter()
        .map(|line| (line["name"].as_str().unwrap(), line["status"].as_str().unwrap()))
        .collect();
    assert_eq!(
        statuses,
        [
            ("good", "SUCCEEDED"),
            ("bad", "INVALID_DEFINITION"),
            ("path", "UNSUPPORTED"),
            ("none", "INVALID_DEFINITION")
        ]
    );
    assert_eq!(lines[0]["output"], json!(1));
    assert_eq!(
        lines[1]["cause"],
        json!(
            "An error occurred (InvalidDefinition) when calling the CreateStateMachine operation: Invalid State \
               Machine Definition: 'SCHEMA_VALIDATION_FAILED: Field 'Next' is not supported at /States/A'"
        )
    );
}
