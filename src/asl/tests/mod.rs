//! Tests of the engine as a whole, over its public interface.

mod branches;
mod check;
mod expressions;
mod flow;
mod limits;
mod protocol;
mod random;
mod references;
mod tasks;

use serde_json::{Map, Value, json};

use super::scripted::Script;
use super::{Definition, Execution, MachineType, Start, Step};

/// A JSONata machine that starts at its first state.
fn machine(states: &Value) -> Value {
    let first = states.as_object().unwrap().keys().next().unwrap();
    json!({"QueryLanguage": "JSONata", "StartAt": first, "States": states})
}

/// One Pass state with this output.
fn passing(output: &Value) -> Value {
    machine(&json!({"Only": {"Type": "Pass", "Output": output, "End": true}}))
}

fn parse(definition: &Value) -> Definition {
    Definition::parse(definition, MachineType::Standard).unwrap()
}

fn setup(input: Value) -> Start {
    Start {
        name: "run-1".to_owned(),
        execution_arn: "arn:aws:states:eu-west-1:123456789012:execution:post:run-1".to_owned(),
        state_machine_arn: "arn:aws:states:eu-west-1:123456789012:stateMachine:post".to_owned(),
        state_machine_name: "post".to_owned(),
        role_arn: "arn:aws:iam::123456789012:role/post".to_owned(),
        input,
        now: "2031-05-06T07:08:09.5Z".parse().unwrap(),
        seed: [42; 32],
    }
}

fn start(definition: &Definition, input: Value) -> (Execution, Step) {
    Execution::start(definition, setup(input)).unwrap()
}

/// Through its JSON text and back, as a host stores it.
fn reloaded(execution: &Execution) -> Execution {
    let text = serde_json::to_string(execution).unwrap();
    let loaded: Execution = serde_json::from_str(&text).unwrap();
    assert_eq!(&loaded, execution);
    loaded
}

/// Plays a script twice, once with the snapshot stored and loaded after each step; both must end alike.
fn play(request: &Value) -> Map<String, Value> {
    let request = request.as_object().unwrap();
    let mut steady = Script::start(request).unwrap();
    let mut crashing = Script::start(request).unwrap();
    while steady.advance() {
        crashing.execution = reloaded(&crashing.execution);
        crashing.advance();
        assert_eq!(crashing.execution, steady.execution);
    }
    let answer = steady.answer();
    assert_eq!(crashing.answer(), answer);
    answer
}

/// Plays a machine and compares everything but the events.
fn plays(definition: &Value, input: &Value, tasks: &Value, expected: &Value) {
    let mut answer = play(&json!({"definition": definition, "input": input, "tasks": tasks}));
    answer.remove("events");
    assert_eq!(&Value::Object(answer), expected);
}

/// The events of a play, `Type` or `Type:state`, with the ends of the execution left out.
fn events(definition: &Value, input: &Value, tasks: &Value) -> Vec<String> {
    let answer = play(&json!({"definition": definition, "input": input, "tasks": tasks}));
    let events = answer["events"].as_array().unwrap();
    let line = |event: &Value| match event["state"].as_str() {
        Some(state) => format!("{}:{state}", event["type"].as_str().unwrap()),
        None => event["type"].as_str().unwrap().to_owned(),
    };
    events[1..events.len() - 1].iter().map(line).collect()
}

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
