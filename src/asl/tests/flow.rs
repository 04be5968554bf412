//! Whole machines, played on scripted tasks; the snapshot is stored and loaded at every step.

use serde_json::{Value, json};

use super::{events, machine, play, plays};

const CALL: &str = "arn:aws:states:::sqs:sendMessage";
const ASK: &str = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

fn succeeds(definition: &Value, input: &Value, tasks: &Value, output: &Value) {
    plays(
        definition,
        input,
        tasks,
        &json!({"status": "SUCCEEDED", "output": output}),
    );
}

fn fails(definition: &Value, input: &Value, tasks: &Value, error: &str, cause: &str) {
    let expected = json!({"status": "FAILED", "error": error, "cause": cause});
    plays(definition, input, tasks, &expected);
}

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
fn a_task_sends_arguments_or_its_input() {
    let definition = machine(&json!({
        "A": {"Type": "Task", "Resource": CALL, "Next": "B"},
        "B": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:stamp",
            "Arguments": {"was": "{% $states.input %}"}, "Output": "{% $states.result & '!' %}", "End": true}
    }));
    let tasks = json!({
        "A": [{"result": "no"}, {"parameters": {"to": "Ana"}, "result": "first"}],
        "B": [{"parameters": {"was": "first"}, "result": "second"}, {"result": "other"}]
    });
    succeeds(&definition, &json!({"to": "Ana"}), &tasks, &json!("second!"));
}

#[test]
fn retries_wait_longer_and_count() {
    let definition = machine(&json!({
        "T": {"Type": "Task", "Resource": CALL, "End": true,
            "Retry": [
                {"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2},
                {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}
            ],
            "Output": {
                "retries": "{% $states.context.State.RetryCount %}",
                "seconds": "{% ($millis() - $toMillis($states.context.State.EnteredTime)) / 1000 %}"
            }}
    }));
    let busy = json!({"error": "Busy"});
    let ok = json!({"result": 1});
    let tasks = json!({"T": [busy, {"error": "Odd"}, busy, ok]});
    succeeds(
        &definition,
        &json!({}),
        &tasks,
        &json!({"retries": 3, "seconds": 9}),
    );
    let tasks = json!({"T": [busy, busy, {"error": "Busy", "cause": "still"}, ok]});
    fails(&definition, &json!({}), &tasks, "Busy", "still");
}

#[test]
fn the_first_matching_catcher_takes_the_error() {
    let catcher = |names: Value, next: &str| json!({"ErrorEquals": names, "Next": next});
    let definition = machine(&json!({
        "T": {"Type": "Task", "Resource": CALL, "End": true, "TimeoutSeconds": 5, "Catch": [
            catcher(json!(["A", "B"]), "One"),
            catcher(json!(["States.Timeout"]), "Two"),
            catcher(json!(["States.TaskFailed"]), "Three"),
        ]},
        "One": {"Type": "Succeed", "Output": 1},
        "Two": {"Type": "Succeed", "Output": 2},
        "Three": {"Type": "Succeed"}
    }));
    succeeds(
        &definition,
        &json!({}),
        &json!({"T": [{"error": "B"}]}),
        &json!(1),
    );
    succeeds(
        &definition,
        &json!({}),
        &json!({"T": [{"never": true}]}),
        &json!(2),
    );
    let error = json!({"Error": "C", "Cause": "why"});
    succeeds(
        &definition,
        &json!({}),
        &json!({"T": [{"error": "C", "cause": "why"}]}),
        &error,
    );
    let unnamed = json!({"Error": null, "Cause": null});
    succeeds(
        &definition,
        &json!({}),
        &json!({"T": [{"error": null}]}),
        &unnamed,
    );
}

#[test]
fn a_catcher_assigns_in_place_of_the_state() {
    let definition = machine(&json!({
        "T": {"Type": "Task", "Resource": CALL, "Assign": {"done": true}, "Next": "E", "Catch": [
            {"ErrorEquals": ["States.ALL"], "Next": "E", "Output": "{% $states.input %}",
             "Assign": {"why": "{% $states.errorOutput.Error %}"}}
        ]},
        "E": {"Type": "Succeed", "Output": {"why": "{% $why %}", "done": "{% $exists($done) %}", "in": "{% $states.input %}"}}
    }));
    let output = json!({"why": "Torn", "done": false, "in": {"id": 7}});
    succeeds(
        &definition,
        &json!({"id": 7}),
        &json!({"T": [{"error": "Torn"}]}),
        &output,
    );
}

#[test]
fn an_output_that_fails_is_caught_and_a_catcher_that_fails_is_not() {
    let definition = |output: &str| {
        machine(&json!({
            "T": {"Type": "Task", "Resource": CALL, "Output": "{% $states.result.missing %}", "End": true,
                "Catch": [
                    {"ErrorEquals": ["States.QueryEvaluationError"], "Output": output, "Next": "E"},
                    {"ErrorEquals": ["States.ALL"], "Next": "E"}
                ]},
            "E": {"Type": "Succeed"}
        }))
    };
    let tasks = json!({"T": [{"result": {}}]});
    succeeds(&definition("caught"), &json!({}), &tasks, &json!("caught"));
    let cause = "An error occurred while executing the state 'T' (entered at the event id #2). The JSONata \
                 expression '$gone' specified for the field 'Catch[0]/Output' returned nothing (undefined).";
    fails(
        &definition("{% $gone %}"),
        &json!({}),
        &tasks,
        "States.QueryEvaluationError",
        cause,
    );
}

#[test]
fn a_token_is_in_the_context_and_new_for_each_try() {
    let definition = machine(&json!({
        "T": {"Type": "Task", "Resource": ASK, "Arguments": {"token": "{% $states.context.Task.Token %}"}, "End": true,
            "Retry": [{"ErrorEquals": ["Again"]}], "Output": "{% $states.result %}"}
    }));
    let tasks = json!({"T": [
        {"submitted": {"id": 1}, "error": "Again"},
        {"submitted": {"id": 2}, "result": "signed"}
    ]});
    succeeds(&definition, &json!({}), &tasks, &json!("signed"));
    assert_eq!(
        events(&definition, &json!({}), &tasks),
        [
            "TaskStateEntered:T",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskFailed",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskSucceeded",
            "TaskStateExited:T"
        ]
    );
}

#[test]
fn a_missed_heartbeat_has_two_names() {
    for name in ["States.Timeout", "States.HeartbeatTimeout", "States.ALL"] {
        let definition = machine(&json!({
            "T": {"Type": "Task", "Resource": ASK, "HeartbeatSeconds": 3, "TimeoutSeconds": 60, "End": true,
                "Catch": [{"ErrorEquals": [name], "Output": "{% $states.errorOutput.Error %}", "Next": "E"}]},
            "E": {"Type": "Succeed"}
        }));
        let tasks = json!({"T": [{"submitted": {}, "never": true}]});
        succeeds(&definition, &json!({}), &tasks, &json!("States.Timeout"));
    }
}

#[test]
fn parallel_branches_get_the_arguments_and_keep_their_order() {
    let definition = machine(&json!({
        "P": {"Type": "Parallel", "Arguments": {"n": "{% $states.input.n * 2 %}"}, "Assign": {"all": "{% $states.result %}"},
            "Output": "{% $sum($states.result) %}", "Next": "E", "Branches": [
                {"StartAt": "Slow", "States": {"Slow": {"Type": "Wait", "Seconds": 9, "Output": "{% $states.input.n %}", "End": true}}},
                {"StartAt": "Fast", "States": {"Fast": {"Type": "Pass", "Output": 1, "End": true}}}
            ]},
        "E": {"Type": "Succeed", "Output": "{% [$states.input, $all] %}"}
    }));
    succeeds(&definition, &json!({"n": 4}), &json!({}), &json!([9, 8, 1]));
}

#[test]
fn a_failed_branch_aborts_the_others() {
    let definition = machine(&json!({
        "P": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["Dog"], "Next": "E"}], "Branches": [
            {"StartAt": "Walk", "States": {"Walk": {"Type": "Wait", "Seconds": 600, "End": true}}},
            {"StartAt": "Ring", "States": {
                "Ring": {"Type": "Wait", "Seconds": 1, "Next": "Bite"},
                "Bite": {"Type": "Fail", "Error": "Dog", "Cause": "It bit."}}}
        ]},
        "E": {"Type": "Succeed"}
    }));
    succeeds(
        &definition,
        &json!({}),
        &json!({}),
        &json!({"Error": "Dog", "Cause": "It bit."}),
    );
    assert_eq!(
        events(&definition, &json!({}), &json!({})),
        [
            "ParallelStateEntered:P",
            "ParallelStateStarted",
            "WaitStateEntered:Walk",
            "WaitStateEntered:Ring",
            "WaitStateExited:Ring",
            "FailStateEntered:Bite",
            "WaitStateAborted:Walk",
            "ParallelStateFailed",
            "ParallelStateExited:P",
            "SucceedStateEntered:E",
            "SucceedStateExited:E"
        ]
    );
}

#[test]
fn a_map_runs_its_items_a_few_at_a_time() {
    let definition = |concurrency: Value| {
        machine(&json!({
            "M": {"Type": "Map", "Items": "{% [1..5] %}", "MaxConcurrency": concurrency, "Next": "E",
                "ItemSelector": {"n": "{% $states.context.Map.Item.Value %}", "i": "{% $states.context.Map.Item.Index %}"},
                "ItemProcessor": {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10,
                    "Output": "{% $states.input.n * 10 + $states.context.Map.Item.Index %}", "End": true}}},
                "Output": {"all": "{% $states.result %}", "s": "{% ($millis() - $toMillis($states.context.State.EnteredTime)) / 1000 %}"}},
            "E": {"Type": "Succeed"}
        }))
    };
    for (concurrency, seconds) in [
        (json!(1), 50),
        (json!(2), 30),
        (json!(0), 10),
        (json!("{% 3 %}"), 20),
        (json!("{% '5' %}"), 10),
    ] {
        let output = json!({"all": [10, 21, 32, 43, 54], "s": seconds});
        succeeds(&definition(concurrency), &json!({}), &json!({}), &output);
    }
}

#[test]
fn a_map_takes_arrays_only() {
    let processor = json!({"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}});
    let over = |items: Value| {
        machine(&json!({"M": {"Type": "Map", "Items": items, "ItemProcessor": processor, "End": true}}))
    };
    succeeds(&over(json!([])), &json!({}), &json!({}), &json!([]));
    succeeds(
        &over(json!([null, "{% 1 + 1 %}"])),
        &json!({}),
        &json!({}),
        &json!([null, 2]),
    );
    let cause = "An error occurred while executing the state 'M' (entered at the event id #2). ";
    let typed = format!(
        "{cause}The JSONata expression '$states.input.a' specified for the field 'Items' returned an unexpected \
         result type. Expected 'array', but was 'boolean' for value: true"
    );
    fails(
        &over(json!("{% $states.input.a %}")),
        &json!({"a": true}),
        &json!({}),
        "States.QueryEvaluationError",
        &typed,
    );
    let whole = machine(&json!({"M": {"Type": "Map", "ItemProcessor": processor, "End": true}}));
    succeeds(&whole, &json!([3, [4]]), &json!({}), &json!([3, [4]]));
    let input = format!("{cause}Map state input must be an array but was: {{\"a\":1}}");
    fails(
        &whole,
        &json!({"a": 1}),
        &json!({}),
        "States.QueryEvaluationError",
        &input,
    );
}

#[test]
fn a_failed_iteration_fails_the_map_which_may_be_retried() {
    let definition = machine(&json!({
        "M": {"Type": "Map", "Items": [1, 2, 3], "MaxConcurrency": 2, "End": true,
            "Retry": [{"ErrorEquals": ["Jam"], "MaxAttempts": 1}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Cause %}", "Next": "E"}],
            "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": CALL, "End": true}}}},
        "E": {"Type": "Succeed"}
    }));
    let jam = |cause: &str| json!({"error": "Jam", "cause": cause});
    let ok = json!({"parameters": 1, "result": "ok"});
    // The first try fails at item 1; the answers left are for the second.
    let tasks = json!({"T": [jam("a"), {"result": 0}, {"result": 2}, {"result": 3}, {"result": 4}]});
    succeeds(&definition, &json!({}), &tasks, &json!([2, 3, 4]));
    let tasks = json!({"T": [ok, ok, {"parameters": 2, "error": "Jam", "cause": "b"}, {"parameters": 2, "error": "Jam", "cause": "c"}, {"parameters": 3, "never": true}]});
    succeeds(&definition, &json!({}), &tasks, &json!("c"));
    let events = events(&definition, &json!({}), &tasks);
    assert_eq!(
        events.iter().filter(|event| *event == "MapStateStarted").count(),
        2
    );
    assert_eq!(
        events
            .iter()
            .filter(|event| *event == "MapIterationFailed")
            .count(),
        2
    );
    assert_eq!(
        events
            .iter()
            .filter(|event| *event == "MapIterationAborted")
            .count(),
        2
    );
    assert_eq!(
        events.iter().filter(|event| *event == "MapStateFailed").count(),
        1
    );
}

#[test]
fn scopes_see_outwards_and_keep_to_themselves() {
    let definition = machine(&json!({
        "A": {"Type": "Pass", "Assign": {"rate": 3}, "Next": "M"},
        "M": {"Type": "Map", "Items": [[1, 2], [3]], "Next": "E", "ItemProcessor": {"StartAt": "In", "States": {
            "In": {"Type": "Pass", "Assign": {"row": "{% $states.context.Map.Item.Index %}"}, "Next": "N"},
            "N": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Deep", "States": {
                "Deep": {"Type": "Pass", "Output": "{% [$row, $states.context.Map.Item.Index, $states.input * $rate] %}", "End": true}}}}
        }}},
        "E": {"Type": "Succeed", "Output": {"all": "{% $states.input %}", "leaked": "{% $exists($row) %}"}}
    }));
    let output = json!({"all": [[[0, 0, 3], [0, 1, 6]], [[1, 0, 9]]], "leaked": false});
    succeeds(&definition, &json!({}), &json!({}), &output);
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
