//! Parallel and Map states; the snapshot is stored and loaded at every step.

use serde_json::{Value, json};

use super::{events, fails, machine, succeeds};

const CALL: &str = "arn:aws:states:::sqs:sendMessage";

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
