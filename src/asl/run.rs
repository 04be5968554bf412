//! One step of an execution: from an event until every frame waits again or the execution has ended.
//!
//! What each type of state does is in [`super::states`]; here is what they share: entering and leaving
//! states, evaluating, failing, retrying and catching.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::context::{self, Extra};
use super::definition::{After, Catcher, Definition, State, StateKind, States};
use super::error::{DATA_LIMIT_EXCEEDED, Failure, QUERY_EVALUATION, RUNTIME};
use super::evaluation::{Evaluation, Place};
use super::event::{Effect, Outcome, Step, TimerId};
use super::execution::Execution;
use super::frame::{Activity, Frame, FrameId, Held, Timer, Visit};
use super::history::{EventType, HistoryEvent};
use super::limits::{self, MAX_HISTORY_EVENTS, MAX_PAYLOAD_BYTES, MAX_VARIABLES_BYTES};
use super::retry;

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
                self.fail(id, failure);
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

    // ── Frames and states ────────────────────────────────────────────────────────────────────────────────

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
        if let Some(exited) = self.state(id).and_then(|state| exited(&state.kind)) {
            let mut details = json!({"output": output});
            if let (false, Some(details)) = (assigned.is_empty(), details.as_object_mut()) {
                details.insert("assigned".to_owned(), Value::Object(assigned));
            }
            self.record(exited, Some(&name), details);
        }
        match next {
            Some(next) => self.enter(id, next, output),
            None => self.end_scope(id, output),
        }
        Ok(())
    }

    fn assign(&mut self, id: FrameId, state: &str, assigned: &Map<String, Value>) -> Result<(), Failure> {
        if assigned.is_empty() {
            return Ok(());
        }
        let new = limits::json_bytes(&Value::Object(assigned.clone())).unwrap_or(usize::MAX);
        let held: usize = self.execution.frames.values().map(variables_bytes).sum();
        let too_deep = assigned
            .values()
            .any(|value| !limits::is_shallow(value, limits::MAX_DEPTH));
        if new > MAX_PAYLOAD_BYTES || held.saturating_add(new) > MAX_VARIABLES_BYTES || too_deep {
            return Err(Failure::terminal(
                DATA_LIMIT_EXCEEDED,
                format!(
                    "The variables assigned by the state '{state}' exceed the maximum number of bytes service limit."
                ),
            ));
        }
        if let Some(frame) = self.execution.frames.get_mut(&id) {
            frame.variables.extend(assigned.clone());
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

    // ── Evaluating ───────────────────────────────────────────────────────────────────────────────────────

    /// Evaluates with a frame's bindings; a failure is written to the history.
    pub(crate) fn evaluate<R>(
        &mut self,
        id: FrameId,
        extra: Extra<'_>,
        work: impl FnOnce(&mut Evaluation) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let Some(frame) = self.frame(id) else {
            return Err(Failure::terminal(
                RUNTIME,
                "The state was left while it was evaluated.",
            ));
        };
        let retriable = self.state(id).is_some_and(|state| state.kind.rescue().is_some());
        let token = extra.token.or_else(|| frame.task()?.call.token.as_deref());
        let extra = Extra {
            retriable,
            token,
            ..extra
        };
        let states = context::states(self.execution, frame, extra);
        let variables = context::variables(self.execution, id);
        let place = Place {
            state: frame.visit.state.clone(),
            entered: frame.visit.entered,
        };
        let entropy = self.execution.entropy.clone();
        let mut evaluation = Evaluation::new(states, variables, self.now(), entropy, place);
        let result = work(&mut evaluation);
        self.execution.entropy = evaluation.into_entropy();
        if let Err(failure) = &result
            && failure.error.as_deref() == Some(QUERY_EVALUATION)
        {
            let details = json!({"error": failure.error, "cause": failure.cause});
            self.record(EventType::EvaluationFailed, None, details);
        }
        result
    }

    /// Data that passes from state to state is bounded.
    pub(crate) fn check_payload(&self, what: &str, value: &Value) -> Result<(), Failure> {
        if limits::is_payload(value) {
            return Ok(());
        }
        Err(Failure::terminal(DATA_LIMIT_EXCEEDED, too_large(what)))
    }

    // ── Failing ──────────────────────────────────────────────────────────────────────────────────────────

    /// A state failed: retry it, catch it, or let the scope fail.
    pub(crate) fn fail(&mut self, id: FrameId, failure: Failure) {
        let Some(state) = self.state(id) else { return };
        self.abort_branches(id);
        let Some(rescue) = state.kind.rescue() else {
            return self.fail_scope(id, &failure);
        };
        let used = self
            .frame(id)
            .map(|frame| frame.visit.retries.clone())
            .unwrap_or_default();
        if let Some(index) = retry::choose(rescue, &used, &failure) {
            return self.back_off(id, index);
        }
        if let Some(failed) = failed(&state.kind) {
            self.record(
                failed,
                None,
                json!({"error": failure.error, "cause": failure.cause}),
            );
        }
        let catchers = rescue.catchers.iter().enumerate();
        match catchers
            .into_iter()
            .find(|(_, catcher)| failure.is_any_of(&catcher.error_equals))
        {
            Some((index, catcher)) => self.catch(id, index, catcher, &failure),
            None => self.fail_scope(id, &failure),
        }
    }

    fn back_off(&mut self, id: FrameId, index: usize) {
        let Some(retrier) = self
            .state(id)
            .and_then(|it| it.kind.rescue()?.retriers.get(index))
        else {
            return;
        };
        let used = self
            .frame(id)
            .and_then(|frame| frame.visit.retries.get(index).copied())
            .unwrap_or(0);
        let delay_ms = retry::delay_ms(retrier, used, &mut self.execution.entropy);
        let timer = self.set_timer(delay_ms);
        if let Some(visit) = self.visit_mut(id) {
            if let Some(count) = visit.retries.get_mut(index) {
                *count += 1;
            }
            visit.activity = Activity::BackingOff(timer);
        }
    }

    fn catch(&mut self, id: FrameId, index: usize, catcher: &Catcher, failure: &Failure) {
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Starting;
        }
        let output = failure.output();
        let extra = Extra {
            error_output: Some(&output),
            ..Extra::default()
        };
        let prefix = format!("Catch[{index}]/");
        let left = self.leave_by(id, &catcher.after, &prefix, extra, Some(&catcher.next));
        // A catcher's own failure is not caught by the state's other catchers.
        if let Err(failure) = left {
            self.fail_scope(id, &failure);
        }
    }

    /// Nothing in a frame took the failure: its frame ends, and the state around it fails.
    pub(crate) fn fail_scope(&mut self, id: FrameId, failure: &Failure) {
        let Some(frame) = self.execution.frames.remove(&id) else {
            return;
        };
        let Some(parent) = frame.parent else {
            // Put back, so that the end finds its timers.
            self.execution.frames.insert(id, frame);
            let Failure { error, cause, .. } = failure.clone();
            return self.end(Outcome::Failed { error, cause });
        };
        if frame.item.is_some() {
            self.record(EventType::MapIterationFailed, None, json!({"index": frame.index}));
        }
        self.fail(parent, failure.clone());
    }

    // ── Timers ───────────────────────────────────────────────────────────────────────────────────────────

    pub(crate) fn set_timer(&mut self, delay_ms: u64) -> Timer {
        self.set_timer_at(later(self.now(), delay_ms))
    }

    pub(crate) fn set_timer_at(&mut self, at: Timestamp) -> Timer {
        self.execution.timers += 1;
        let id = TimerId(self.execution.timers);
        self.effect(Effect::SetTimer { timer: id, at });
        Timer { id, at }
    }

    pub(crate) fn cancel(&mut self, timers: impl IntoIterator<Item = Timer>) {
        for timer in timers {
            self.effect(Effect::CancelTimer { timer: timer.id });
        }
    }

    pub(crate) fn timer_fired(&mut self, id: FrameId, timer: Timer) {
        match self.frame(id).map(|frame| &frame.visit.activity) {
            Some(Activity::Waiting(_)) => {
                if let Err(failure) = self.leave(id, None) {
                    self.fail(id, failure);
                }
            }
            Some(Activity::BackingOff(_)) => {
                if let Some(visit) = self.visit_mut(id) {
                    visit.activity = Activity::Starting;
                    self.ready.push_back(id);
                }
            }
            Some(Activity::Task(_)) => self.task_timed_out(id, timer),
            Some(Activity::Starting | Activity::Branching(_)) | None => {}
        }
    }

    // ── Effects and history ──────────────────────────────────────────────────────────────────────────────

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

/// A time this much later, or the last one there is.
pub(crate) fn later(from: Timestamp, delay_ms: u64) -> Timestamp {
    let delay = SignedDuration::from_millis(i64::try_from(delay_ms).unwrap_or(i64::MAX));
    from.checked_add(delay).unwrap_or(Timestamp::MAX)
}

pub(crate) fn too_large(what: &str) -> String {
    format!(
        "The state/task '{what}' returned a result with a size exceeding the maximum number of bytes service limit."
    )
}

fn variables_bytes(frame: &Frame) -> usize {
    frame.variables.values().filter_map(limits::json_bytes).sum()
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

/// Only the states with branches say that they failed: a task has said so before.
fn failed(kind: &StateKind) -> Option<EventType> {
    match kind {
        StateKind::Parallel(_) => Some(EventType::ParallelStateFailed),
        StateKind::Map(_) => Some(EventType::MapStateFailed),
        StateKind::Task(_)
        | StateKind::Pass
        | StateKind::Choice(_)
        | StateKind::Wait(_)
        | StateKind::Succeed
        | StateKind::Fail(_) => None,
    }
}
