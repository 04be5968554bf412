//! The quotas: sizes, history, concurrency.

use serde_json::{Value, json};

use super::{machine, parse, passing, play, plays, setup, start};
use crate::asl::{Effect, Execution, Outcome, Refused};

const CALL: &str = "arn:aws:states:::sqs:sendMessage";

/// One byte more than a payload may have, as a JSON string.
fn too_large() -> Value {
    json!("x".repeat(262_143))
}

#[test]
fn an_input_that_is_too_large_starts_nothing() {
    let definition = parse(&passing(&json!(1)));
    assert_eq!(
        Execution::start(&definition, setup(too_large())),
        Err(Refused::InputTooLarge)
    );
    assert!(Execution::start(&definition, setup(json!("x".repeat(262_142)))).is_ok());
}

#[test]
fn an_output_that_is_too_large_fails_the_state() {
    let definition = passing(&json!("{% $join([1..262144].('x')) %}"));
    let cause = "The state/task 'Only' returned a result with a size exceeding the maximum number of bytes service limit.";
    // A hundred thousand items are as many as an expression may have.
    let definition_within = passing(&json!("{% $join([1..90000].('xxx')) %}"));
    let expected = json!({"status": "FAILED", "error": "States.DataLimitExceeded", "cause": cause});
    plays(&definition_within, &json!({}), &json!({}), &expected);
    assert_eq!(
        play(&json!({"definition": definition}))["error"],
        json!("States.QueryEvaluationError")
    );
}

#[test]
fn a_result_that_is_too_large_is_the_tasks_failure() {
    let definition = machine(&json!({
        "T": {"Type": "Task", "Resource": CALL, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "E"}]},
        "E": {"Type": "Succeed"}
    }));
    let output = json!({
        "Error": "States.DataLimitExceeded",
        "Cause": "The state/task 'sqs' returned a result with a size exceeding the maximum number of bytes service limit."
    });
    let tasks = json!({"T": [{"result": too_large()}]});
    plays(
        &definition,
        &json!({}),
        &tasks,
        &json!({"status": "SUCCEEDED", "output": output}),
    );
}

#[test]
fn no_wildcard_takes_an_output_that_is_too_large() {
    let definition = |names: Value| {
        machine(&json!({
            "T": {"Type": "Task", "Resource": CALL, "Output": "{% $join([1..90000].('xxx')) %}", "End": true,
                "Catch": [{"ErrorEquals": names, "Output": "caught", "Next": "E"}]},
            "E": {"Type": "Succeed"}
        }))
    };
    let status = |names: Value| {
        play(&json!({"definition": definition(names), "tasks": {"T": [{"result": 1}]}}))["status"].clone()
    };
    assert_eq!(status(json!(["States.ALL"])), json!("FAILED"));
    assert_eq!(status(json!(["States.TaskFailed"])), json!("FAILED"));
    assert_eq!(status(json!(["States.DataLimitExceeded"])), json!("SUCCEEDED"));
}

#[test]
fn variables_are_bounded() {
    let definition = machine(&json!({
        "A": {"Type": "Pass", "Assign": {"big": "{% $join([1..90000].('xxx')) %}"}, "End": true}
    }));
    assert_eq!(
        play(&json!({"definition": definition}))["error"],
        json!("States.DataLimitExceeded")
    );
    // Forty-one variables of 262,000 bytes are more than ten megabytes.
    let mut states = serde_json::Map::new();
    for n in 0..41 {
        let assign = json!({format!("v{n}"): "{% $states.input %}"});
        states.insert(
            format!("S{n}"),
            json!({"Type": "Pass", "Assign": assign, "Next": format!("S{}", n + 1)}),
        );
    }
    states.insert("S41".to_owned(), json!({"Type": "Succeed"}));
    let definition = machine(&Value::Object(states));
    let answer = play(&json!({"definition": definition, "input": "x".repeat(262_000)}));
    assert_eq!(answer["error"], json!("States.DataLimitExceeded"));
}

#[test]
fn the_history_ends_an_endless_loop() {
    let definition = machine(&json!({
        "A": {"Type": "Pass", "Next": "B"},
        "B": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "A"}], "Default": "C"},
        "C": {"Type": "Succeed"}
    }));
    let definition = parse(&definition);
    let (execution, step) = start(&definition, json!({}));
    assert_eq!(step.history.len(), 25_000);
    assert_eq!(step.history.last().unwrap().id, 25_000);
    let Some(Outcome::Failed { error, cause }) = execution.outcome() else {
        panic!("goes on")
    };
    assert_eq!(error.as_deref(), Some("States.Runtime"));
    assert_eq!(
        cause.as_deref(),
        Some("The execution reached the maximum number of history events (25000).")
    );
    assert_eq!(
        step.effects.last(),
        Some(&Effect::Finished(execution.outcome().unwrap().clone()))
    );
}

#[test]
fn at_most_forty_iterations_run_at_a_time() {
    let definition = parse(&machine(&json!({
        "M": {"Type": "Map", "Items": "{% [1..100] %}", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
            "T": {"Type": "Task", "Resource": CALL, "End": true}}}}
    })));
    let (execution, _) = start(&definition, json!({}));
    assert_eq!(execution.open_tasks().len(), 40);
}

#[test]
fn data_may_not_be_nested_without_end() {
    let nested = "($f := function($n) { $n = 0 ? 1 : {'a': {'a': $f($n - 1)}} }; $f(60))";
    let answer = play(&json!({"definition": passing(&json!(format!("{{% {nested} %}}")))}));
    assert_eq!(answer["error"], json!("States.QueryEvaluationError"));
    assert!(
        answer["cause"]
            .as_str()
            .unwrap()
            .ends_with("returned a value that is nested too deeply.")
    );
}
