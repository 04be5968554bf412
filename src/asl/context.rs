//! The context object, `$states.context`:
//! <https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html>.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::execution::{Execution, Identity};
use super::frame::Frame;

/// What one evaluation knows beyond the frame itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extra<'a> {
    /// `$states.result`.
    pub(crate) result: Option<&'a Value>,
    /// `$states.errorOutput`.
    pub(crate) error_output: Option<&'a Value>,
    /// `$states.context.Task.Token`.
    pub(crate) token: Option<&'a str>,
    /// `$states.context.Map.Item` for the `ItemSelector` of the Map state itself.
    pub(crate) item: Option<(u64, &'a Value)>,
    /// Whether the state's type can be retried, so that it has a `RetryCount`.
    pub(crate) retriable: bool,
}

/// The reserved variable `$states`.
pub(crate) fn states(execution: &Execution, frame: &Frame, extra: Extra<'_>) -> Value {
    let mut states = Map::new();
    states.insert("input".to_owned(), frame.visit.input.clone());
    if let Some(result) = extra.result {
        states.insert("result".to_owned(), result.clone());
    }
    if let Some(error_output) = extra.error_output {
        states.insert("errorOutput".to_owned(), error_output.clone());
    }
    states.insert("context".to_owned(), context(execution, frame, extra));
    Value::Object(states)
}

fn context(execution: &Execution, frame: &Frame, extra: Extra<'_>) -> Value {
    let Identity {
        name,
        execution_arn,
        state_machine_arn,
        state_machine_name,
        role_arn,
        input,
        started,
        ..
    } = &execution.identity;
    let mut context = Map::new();
    context.insert(
        "Execution".to_owned(),
        json!({
            "Id": execution_arn, "Input": input, "StartTime": instant(*started), "Name": name,
            "RoleArn": role_arn, "RedriveCount": 0
        }),
    );
    context.insert(
        "StateMachine".to_owned(),
        json!({"Id": state_machine_arn, "Name": state_machine_name}),
    );
    let mut state = json!({"Name": frame.visit.state, "EnteredTime": instant(frame.visit.entered_at)});
    if let (true, Some(state)) = (extra.retriable, state.as_object_mut()) {
        state.insert("RetryCount".to_owned(), Value::from(frame.visit.retry_count()));
    }
    context.insert("State".to_owned(), state);
    if let Some(token) = extra.token {
        context.insert("Task".to_owned(), json!({"Token": token}));
    }
    let item = extra.item.or_else(|| around(execution, frame));
    if let Some((index, value)) = item {
        context.insert(
            "Map".to_owned(),
            json!({"Item": {"Index": index, "Value": value}}),
        );
    }
    Value::Object(context)
}

/// The innermost iteration that the frame runs in.
fn around<'a>(execution: &'a Execution, frame: &'a Frame) -> Option<(u64, &'a Value)> {
    let mut frame = Some(frame);
    while let Some(inner) = frame {
        if let Some(item) = &inner.item {
            return Some((inner.index, &item.value));
        }
        frame = inner.parent.and_then(|id| execution.frames.get(&id));
    }
    None
}

/// A variable as a frame sees it: its own, or that of the nearest scope around it.
pub(crate) fn variable<'a>(execution: &'a Execution, frame: &'a Frame, name: &str) -> Option<&'a Value> {
    let mut frame = Some(frame);
    while let Some(inner) = frame {
        if let Some(value) = inner.variables.get(name) {
            return Some(value);
        }
        frame = inner.parent.and_then(|id| execution.frames.get(&id));
    }
    None
}

/// As Step Functions writes times: UTC, milliseconds.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.3}")
}
