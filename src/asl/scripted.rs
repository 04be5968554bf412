//! `comanda asl run`: executions with scripted tasks on a virtual clock, one JSON object a line in and out.
//!
//! A request is `{"name", "type", "definition", "input", "tasks": {state: [entry, …]}}`. A call takes the
//! first unused entry of its state whose `parameters` are what would be sent, else the first unused one:
//! `{"result"}`, `{"error", "cause"}`, `{"timeout": true}` or `{"never": true}`, each with `"submitted"` for
//! tasks that are answered later. The answer is `{"name", "status", "output" | "error" and "cause", "events"}`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{self, BufRead, Write};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::definition::{Definition, MachineType};
use super::error;
use super::event::{Effect, Event, Outcome, Start, Step, TaskCall, TimerId};
use super::execution::Execution;
use super::fault::Fault;
use super::history::HistoryEvent;

/// Reads requests until the end of input and answers each on a line of its own. Lines that are not JSON
/// objects are passed over.
///
/// # Errors
/// Those of reading and writing.
pub fn run_lines(reader: impl BufRead, mut writer: impl Write) -> io::Result<()> {
    for line in reader.lines() {
        if let Ok(Value::Object(request)) = serde_json::from_str(&line?) {
            writeln!(writer, "{}", answer(&request))?;
            writer.flush()?;
        }
    }
    Ok(())
}

/// Runs one request.
#[must_use]
pub fn answer(request: &Map<String, Value>) -> Value {
    let mut answer = match Script::start(request) {
        Ok(mut script) => {
            while script.advance() {}
            script.answer()
        }
        Err(answer) => answer,
    };
    if let Some(name) = request.get("name") {
        answer.insert("name".to_owned(), name.clone());
    }
    Value::Object(answer)
}

/// One request while it is played.
pub(crate) struct Script {
    definition: Definition,
    pub(crate) execution: Execution,
    entries: BTreeMap<String, Vec<Map<String, Value>>>,
    /// Answers that arrive at the current time, in order.
    arriving: VecDeque<Event>,
    timers: BTreeSet<(Timestamp, TimerId)>,
    now: Timestamp,
    history: Vec<HistoryEvent>,
}

impl Script {
    /// # Errors
    /// The answer to a request that can't be started.
    pub(crate) fn start(request: &Map<String, Value>) -> Result<Self, Map<String, Value>> {
        let machine_type = match request.get("type").and_then(Value::as_str) {
            Some("EXPRESS") => MachineType::Express,
            Some(_) | None => MachineType::Standard,
        };
        let definition = request.get("definition").unwrap_or(&Value::Null);
        let definition = Definition::parse(definition, machine_type).map_err(|faults| refusal(&faults))?;
        let (execution, step) = Execution::start(&definition, setup(request))
            .map_err(|refused| failed(error::DATA_LIMIT_EXCEEDED, &refused.to_string()))?;
        let mut script = Self {
            definition,
            execution,
            entries: entries(request),
            arriving: VecDeque::new(),
            timers: BTreeSet::new(),
            now: first_time(),
            history: Vec::new(),
        };
        script.take(step);
        Ok(script)
    }

    /// Delivers what has arrived, else lets the time pass to the next timer. False once the execution has
    /// ended, which it does: one timer, its own deadline, is always set.
    pub(crate) fn advance(&mut self) -> bool {
        if self.execution.outcome().is_some() {
            return false;
        }
        let event = match self.arriving.pop_front() {
            Some(event) => event,
            None => {
                let Some((at, timer)) = self.timers.pop_first() else {
                    return false;
                };
                self.now = self.now.max(at);
                Event::TimerFired { timer }
            }
        };
        // A refusal is an answer that came too late, which changes nothing.
        if let Ok(step) = self.execution.apply(&self.definition, event, self.now) {
            self.take(step);
        }
        true
    }

    pub(crate) fn answer(&self) -> Map<String, Value> {
        let mut answer = outcome(self.execution.outcome());
        answer.insert("events".to_owned(), self.history.iter().map(event).collect());
        answer
    }

    fn take(&mut self, step: Step) {
        self.history.extend(step.history);
        for effect in step.effects {
            match effect {
                Effect::CallTask(call) => self.call(call),
                Effect::SetTimer { timer, at } => {
                    self.timers.insert((at, timer));
                }
                Effect::CancelTimer { timer } => self.timers.retain(|(_, set)| *set != timer),
                Effect::Finished(_) => {}
            }
        }
    }

    /// Queues what the script has for a call.
    fn call(&mut self, call: TaskCall) {
        let TaskCall {
            task,
            state,
            arguments,
            token,
            ..
        } = call;
        let Some(mut entry) = self.entry(&state, &arguments) else {
            let cause = Some(format!("No scripted answer is left for the state '{state}'."));
            return self.arriving.push_back(Event::TaskFailed {
                task,
                error: None,
                cause,
            });
        };
        if let Some(output) = entry.remove("submitted") {
            self.arriving.push_back(Event::TaskSubmitted { task, output });
        }
        let flag = |key: &str| entry.get(key) == Some(&Value::Bool(true));
        if flag("never") || flag("timeout") {
            return;
        }
        let fails = entry.contains_key("error") || entry.contains_key("cause");
        let (error, cause) = (text(entry.remove("error")), text(entry.remove("cause")));
        let output = entry.remove("result").unwrap_or(Value::Null);
        let event = match (token, fails) {
            (Some(token), true) => Event::TokenFailed { token, error, cause },
            (Some(token), false) => Event::TokenSucceeded { token, output },
            (None, true) => Event::TaskFailed { task, error, cause },
            (None, false) => Event::TaskSucceeded { task, output },
        };
        self.arriving.push_back(event);
    }

    fn entry(&mut self, state: &str, arguments: &Value) -> Option<Map<String, Value>> {
        let entries = self
            .entries
            .get_mut(state)
            .filter(|entries| !entries.is_empty())?;
        let exact = entries
            .iter()
            .position(|entry| entry.get("parameters") == Some(arguments));
        Some(entries.remove(exact.unwrap_or(0)))
    }
}

/// The virtual clock's first time.
fn first_time() -> Timestamp {
    Timestamp::from_second(1_750_000_000).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn setup(request: &Map<String, Value>) -> Start {
    let name = request.get("name").and_then(Value::as_str).unwrap_or("execution");
    let arn = "arn:aws:states:us-east-1:111111111111";
    Start {
        name: name.to_owned(),
        execution_arn: format!("{arn}:execution:scripted:{name}"),
        state_machine_arn: format!("{arn}:stateMachine:scripted"),
        state_machine_name: "scripted".to_owned(),
        role_arn: "arn:aws:iam::111111111111:role/scripted".to_owned(),
        input: request.get("input").cloned().unwrap_or_else(|| json!({})),
        now: first_time(),
        seed: [0; 32],
    }
}

fn entries(request: &Map<String, Value>) -> BTreeMap<String, Vec<Map<String, Value>>> {
    let tasks = request
        .get("tasks")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    tasks
        .map(|(state, entries)| {
            let entries = entries.as_array().into_iter().flatten();
            (
                state.clone(),
                entries.filter_map(Value::as_object).cloned().collect(),
            )
        })
        .collect()
}

/// A scripted error or cause: text, JSON to be taken as text, or nothing.
fn text(value: Option<Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text),
        value => Some(value.to_string()),
    }
}

fn outcome(outcome: Option<&Outcome>) -> Map<String, Value> {
    let answer = match outcome {
        Some(Outcome::Succeeded { output }) => json!({"status": "SUCCEEDED", "output": output}),
        Some(Outcome::Failed { error, cause }) => json!({"status": "FAILED", "error": error, "cause": cause}),
        Some(Outcome::TimedOut) => json!({"status": "TIMED_OUT"}),
        None => json!({"status": "RUNNING"}),
    };
    answer.as_object().cloned().unwrap_or_default()
}

fn failed(error: &str, cause: &str) -> Map<String, Value> {
    outcome(Some(&Outcome::Failed {
        error: Some(error.to_owned()),
        cause: Some(cause.to_owned()),
    }))
}

fn refusal(faults: &[Fault]) -> Map<String, Value> {
    let unsupported = faults.iter().all(Fault::is_unsupported);
    let status = if unsupported {
        "UNSUPPORTED"
    } else {
        "INVALID_DEFINITION"
    };
    let faults: Vec<_> = faults.iter().map(located).collect();
    let cause = format!(
        "An error occurred (InvalidDefinition) when calling the CreateStateMachine operation: \
         Invalid State Machine Definition: '{}'",
        faults.join(", ")
    );
    let answer = json!({"status": status, "cause": cause});
    answer.as_object().cloned().unwrap_or_default()
}

/// A fault as AWS writes it into one line.
fn located(Fault { code, path, message }: &Fault) -> String {
    if path.is_empty() {
        format!("{code}: {message}")
    } else {
        format!("{code}: {message} at {path}")
    }
}

fn event(event: &HistoryEvent) -> Value {
    let mut line = json!({"type": event.event_type});
    if let (Some(state), Some(line)) = (&event.state, line.as_object_mut()) {
        line.insert("state".to_owned(), Value::from(state.as_str()));
    }
    line
}
