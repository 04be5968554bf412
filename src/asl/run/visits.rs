//! Frames and the states they visit: entering, leaving, and the end of a scope.

use serde_json::{Map, Value, json};

use super::Run;
use crate::asl::context::Extra;
use crate::asl::definition::{After, Definition, State, StateKind, States};
use crate::asl::error::{DATA_LIMIT_EXCEEDED, Failure};
use crate::asl::event::{Effect, Outcome};
use crate::asl::execution::Execution;
use crate::asl::frame::{Activity, Frame, FrameId, Held, Visit};
use crate::asl::history::EventType;
use crate::asl::limits::{self, MAX_VARIABLES_BYTES};

impl<'a> Run<'a> {
    pub(crate) fn frame(&self, id: FrameId) -> Option<&Frame> {
        self.execution.frames.get(&id)
    }

    pub(crate) fn visit_mut(&mut self, id: FrameId) -> Option<&mut Visit> {
        self.execution.frames.get_mut(&id).map(|frame| &mut frame.visit)
    }

    /// The state that a frame is in.
    pub(crate) fn state(&self, id: FrameId) -> Option<&'a State> {
        let frame = self.frame(id)?;
        scope(self.definition, self.execution, frame)?
            .states
            .get(&frame.visit.state)
    }

    pub(crate) fn open_frame(&mut self, parent: Option<FrameId>, index: u64, item: Option<Value>) -> FrameId {
        let item = item.map(|value| Held { value });
        self.execution.threads += 1;
        let id = FrameId(self.execution.threads);
        let visit = Visit {
            state: String::new(),
            input: Value::Null,
            entered: 0,
            entered_at: self.now(),
            retries: Vec::new(),
            activity: Activity::Starting,
        };
        self.execution.frames.insert(
            id,
            Frame {
                parent,
                index,
                item,
                variables: Map::new(),
                variables_bytes: 0,
                visit,
            },
        );
        id
    }

    /// Enters a state of the frame's scope.
    pub(crate) fn enter(&mut self, id: FrameId, name: &str, input: Value) {
        let Some(frame) = self.frame(id) else { return };
        let scope = scope(self.definition, self.execution, frame);
        let Some(state) = scope.and_then(|scope| scope.states.get(name)) else {
            return;
        };
        self.record(entered(&state.kind), Some(name), json!({"input": input}));
        let visit = Visit {
            state: name.to_owned(),
            input,
            entered: self.execution.events,
            entered_at: self.now(),
            retries: vec![0; state.kind.rescue().map_or(0, |rescue| rescue.retriers.len())],
            activity: Activity::Starting,
        };
        if let Some(current) = self.visit_mut(id) {
            *current = visit;
            self.ready.push_back(id);
        }
    }

    /// Leaves a state that has done its work: variables, output, transition.
    pub(crate) fn leave(&mut self, id: FrameId, result: Option<&Value>) -> Result<(), Failure> {
        let Some(state) = self.state(id) else {
            return Ok(());
        };
        let extra = Extra {
            result,
            ..Extra::default()
        };
        let next = state.next.as_deref();
        self.leave_by(id, &state.after, "", extra, next)
    }

    /// Leaves a state through its own `Assign` and `Output` or those of a rule or catcher, which `prefix`
    /// names. Without `Output` the error output, the result or the input is passed on, whichever is there.
    pub(crate) fn leave_by(
        &mut self,
        id: FrameId,
        after: &After,
        prefix: &str,
        extra: Extra<'_>,
        next: Option<&str>,
    ) -> Result<(), Failure> {
        let (assigned, output) = self.evaluate(id, extra, |evaluation| {
            // Both see the variables as they were when the state was entered.
            let mut assigned = Map::new();
            for (name, template) in after.assign.iter().flatten() {
                let value = evaluation.template(template, &format!("{prefix}Assign/{name}"))?;
                assigned.insert(name.clone(), value);
            }
            let output = evaluation.maybe_template(after.output.as_ref(), &format!("{prefix}Output"))?;
            Ok((assigned, output))
        })?;
        let Some(frame) = self.frame(id) else {
            return Ok(());
        };
        let passed_on = || {
            extra
                .error_output
                .or(extra.result)
                .unwrap_or(&frame.visit.input)
                .clone()
        };
        let output = output.unwrap_or_else(passed_on);
        let name = frame.visit.state.clone();
        self.check_payload(&name, &output)?;
        self.assign(id, &name, &assigned)?;
        self.record_exit(id, &name, &output, assigned);
        match next {
            Some(next) => self.enter(id, next, output),
            None => self.end_scope(id, output),
        }
        Ok(())
    }

    fn record_exit(&mut self, id: FrameId, name: &str, output: &Value, assigned: Map<String, Value>) {
        let Some(exited) = self.state(id).and_then(|state| exited(&state.kind)) else {
            return;
        };
        let mut details = json!({"output": output});
        if let (false, Some(details)) = (assigned.is_empty(), details.as_object_mut()) {
            details.insert("assigned".to_owned(), Value::Object(assigned));
        }
        self.record(exited, Some(name), details);
    }

    fn assign(&mut self, id: FrameId, state: &str, assigned: &Map<String, Value>) -> Result<(), Failure> {
        let Some(frame) = self.frame(id).filter(|_| !assigned.is_empty()) else {
            return Ok(());
        };
        let replaced = assigned.keys().filter_map(|name| frame.variables.get(name));
        let kept = frame.variables_bytes.saturating_sub(bytes(replaced));
        let frame_bytes = kept.saturating_add(bytes(assigned.values()));
        let others = self.execution.frames.iter().filter(|(other, _)| **other != id);
        let all = others.fold(frame_bytes, |sum, (_, frame)| {
            sum.saturating_add(frame.variables_bytes)
        });
        if !limits::is_payload(&Value::Object(assigned.clone())) || all > MAX_VARIABLES_BYTES {
            let cause = format!(
                "The variables assigned by the state '{state}' exceed the maximum number of bytes service limit."
            );
            return Err(Failure::terminal(DATA_LIMIT_EXCEEDED, cause));
        }
        if let Some(frame) = self.execution.frames.get_mut(&id) {
            frame.variables.extend(assigned.clone());
            frame.variables_bytes = frame_bytes;
        }
        Ok(())
    }

    /// The last state of a frame's scope is done.
    fn end_scope(&mut self, id: FrameId, output: Value) {
        match self.frame(id).map(|frame| (frame.parent, frame.index)) {
            Some((Some(parent), index)) => {
                self.execution.frames.remove(&id);
                self.branch_done(parent, index, output);
            }
            Some((None, _)) => self.end(Outcome::Succeeded { output }),
            None => {}
        }
    }

    pub(crate) fn end(&mut self, outcome: Outcome) {
        let (event_type, details) = match &outcome {
            Outcome::Succeeded { output } => (EventType::ExecutionSucceeded, json!({"output": output})),
            Outcome::Failed { error, cause } => (
                EventType::ExecutionFailed,
                json!({"error": error, "cause": cause}),
            ),
            Outcome::TimedOut => (EventType::ExecutionTimedOut, json!({})),
        };
        if self.ended() {
            return;
        }
        self.write(event_type, None, details);
        for (timer, _) in self.execution.open_timers() {
            self.effect(Effect::CancelTimer { timer });
        }
        self.effect(Effect::Finished(outcome.clone()));
        self.execution.frames.clear();
        self.execution.outcome = Some(outcome);
    }
}

/// The scope of states that a frame runs in.
fn scope<'a>(definition: &'a Definition, execution: &Execution, frame: &Frame) -> Option<&'a States> {
    let Some(parent) = frame.parent else {
        return Some(&definition.root);
    };
    let parent = execution.frames.get(&parent)?;
    let around = scope(definition, execution, parent)?;
    match &around.states.get(&parent.visit.state)?.kind {
        StateKind::Parallel(parallel) => parallel.branches.get(usize::try_from(frame.index).ok()?),
        StateKind::Map(map) => Some(&map.processor),
        StateKind::Task(_)
        | StateKind::Pass
        | StateKind::Choice(_)
        | StateKind::Wait(_)
        | StateKind::Succeed
        | StateKind::Fail(_) => None,
    }
}

/// Does every frame of a snapshot find its state in the definition?
pub(crate) fn fits(definition: &Definition, execution: &Execution) -> bool {
    execution.frames.values().all(|frame| {
        let scope = scope(definition, execution, frame);
        scope.is_some_and(|scope| scope.states.contains_key(&frame.visit.state))
    })
}

/// The lengths of values as JSON, together.
fn bytes<'a>(values: impl Iterator<Item = &'a Value>) -> usize {
    values
        .filter_map(limits::json_bytes)
        .fold(0, usize::saturating_add)
}

fn entered(kind: &StateKind) -> EventType {
    match kind {
        StateKind::Task(_) => EventType::TaskStateEntered,
        StateKind::Pass => EventType::PassStateEntered,
        StateKind::Choice(_) => EventType::ChoiceStateEntered,
        StateKind::Wait(_) => EventType::WaitStateEntered,
        StateKind::Parallel(_) => EventType::ParallelStateEntered,
        StateKind::Map(_) => EventType::MapStateEntered,
        StateKind::Succeed => EventType::SucceedStateEntered,
        StateKind::Fail(_) => EventType::FailStateEntered,
    }
}

/// A Fail state is never left.
fn exited(kind: &StateKind) -> Option<EventType> {
    match kind {
        StateKind::Task(_) => Some(EventType::TaskStateExited),
        StateKind::Pass => Some(EventType::PassStateExited),
        StateKind::Choice(_) => Some(EventType::ChoiceStateExited),
        StateKind::Wait(_) => Some(EventType::WaitStateExited),
        StateKind::Parallel(_) => Some(EventType::ParallelStateExited),
        StateKind::Map(_) => Some(EventType::MapStateExited),
        StateKind::Succeed => Some(EventType::SucceedStateExited),
        StateKind::Fail(_) => None,
    }
}
