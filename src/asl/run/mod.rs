//! One step of an execution: from an event until every frame waits again or the execution has ended.
//!
//! What each type of state does is in [`super::states`]; here is what they share: entering and leaving
//! states, evaluating, failing, retrying and catching, timers, and the step's effects and history.

mod evaluating;
mod failing;
mod timers;
mod visits;

use std::collections::VecDeque;

use jiff::Timestamp;
use serde_json::{Value, json};

pub(crate) use self::timers::later;
pub(crate) use self::visits::fits;
use super::definition::{Definition, StateKind};
use super::error::{Failure, RUNTIME};
use super::event::{Effect, Outcome, Step};
use super::execution::Execution;
use super::frame::{FrameId, Timer};
use super::history::{EventType, HistoryEvent};
use super::limits::MAX_HISTORY_EVENTS;

pub(crate) struct Run<'a> {
    definition: &'a Definition,
    pub(crate) execution: &'a mut Execution,
    /// Frames whose state is to be run.
    ready: VecDeque<FrameId>,
    step: Step,
}

impl<'a> Run<'a> {
    pub(crate) fn new(definition: &'a Definition, execution: &'a mut Execution) -> Self {
        Self {
            definition,
            execution,
            ready: VecDeque::new(),
            step: Step::default(),
        }
    }

    pub(crate) fn begin(&mut self) {
        let input = self.execution.identity.input.clone();
        self.record(EventType::ExecutionStarted, None, json!({"input": input}));
        let Timer { id: timer, at } = self.execution.deadline;
        self.effect(Effect::SetTimer { timer, at });
        let root = self.open_frame(None, 0, None);
        self.enter(root, &self.definition.root.start_at, input);
        self.drive();
    }

    /// Runs what is ready. Ends because every turn writes history, which is bounded.
    pub(crate) fn drive(&mut self) {
        while let Some(id) = self.ready.pop_front() {
            if self.ended() {
                return;
            }
            if let Err(failure) = self.run_state(id) {
                self.fail(id, &failure);
            }
        }
    }

    pub(crate) fn finish(self) -> Step {
        self.step
    }

    pub(crate) fn ended(&self) -> bool {
        self.execution.outcome.is_some()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.execution.clock
    }

    fn run_state(&mut self, id: FrameId) -> Result<(), Failure> {
        // A frame that was aborted after it became ready is gone.
        let Some(state) = self.state(id) else {
            return Ok(());
        };
        match &state.kind {
            StateKind::Task(task) => self.start_task(id, task),
            StateKind::Pass | StateKind::Succeed => self.leave(id, None),
            StateKind::Choice(choice) => self.choose(id, state, choice),
            StateKind::Wait(wait) => self.start_wait(id, wait),
            StateKind::Parallel(parallel) => self.start_parallel(id, parallel),
            StateKind::Map(map) => self.start_map(id, map),
            StateKind::Fail(fail) => self.run_fail(id, fail),
        }
    }

    pub(crate) fn effect(&mut self, effect: Effect) {
        if !self.ended() {
            self.step.effects.push(effect);
        }
    }

    /// Writes an event; the last one that the quota allows is the execution's failure.
    pub(crate) fn record(&mut self, event_type: EventType, state: Option<&str>, details: Value) {
        if self.ended() {
            return;
        }
        if self.execution.events + 1 >= MAX_HISTORY_EVENTS {
            let cause =
                format!("The execution reached the maximum number of history events ({MAX_HISTORY_EVENTS}).");
            return self.end(Outcome::Failed {
                error: Some(RUNTIME.to_owned()),
                cause: Some(cause),
            });
        }
        self.write(event_type, state, details);
    }

    fn write(&mut self, event_type: EventType, state: Option<&str>, details: Value) {
        self.execution.events += 1;
        let (id, timestamp) = (self.execution.events, self.now());
        let state = state.map(ToOwned::to_owned);
        self.step.history.push(HistoryEvent {
            id,
            timestamp,
            event_type,
            state,
            details,
        });
    }
}

pub(crate) fn too_large(what: &str) -> String {
    format!(
        "The state/task '{what}' returned a result with a size exceeding the maximum number of bytes service limit."
    )
}
