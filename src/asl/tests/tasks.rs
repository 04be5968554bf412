//! Task states: what is sent, retries, catchers, tokens; the snapshot is stored and loaded at every step.

use serde_json::{Value, json};

use super::{events, fails, machine, succeeds};

const CALL: &str = "arn:aws:states:::sqs:sendMessage";
const ASK: &str = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

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
