//! What Parallel and Map share: starting branches, gathering their results in order, aborting them.

use serde_json::{Value, json};

use crate::asl::definition::StateKind;
use crate::asl::error::Failure;
use crate::asl::frame::{Activity, Branching, FrameId, Held};
use crate::asl::history::EventType;
use crate::asl::run::Run;

impl Run<'_> {
    /// Starts as many branches as may run at a time.
    pub(crate) fn start_branches(&mut self, id: FrameId, branching: Branching) -> Result<(), Failure> {
        if branching.results.is_empty() {
            return self.branches_succeeded(id, Vec::new());
        }
        let first = branching.concurrency;
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Branching(branching);
        }
        for _ in 0..first {
            if self.ended() || !self.start_next(id) {
                break;
            }
        }
        Ok(())
    }

    /// Starts the next branch that waits. False where none does, or where the state failed over it.
    fn start_next(&mut self, id: FrameId) -> bool {
        let Some(state) = self.state(id) else { return false };
        let Some(Activity::Branching(branching)) = self.visit_mut(id).map(|visit| &mut visit.activity) else {
            return false;
        };
        let Some(input) = branching.waiting.pop_front() else {
            return false;
        };
        let index = branching.next;
        branching.next += 1;
        match &state.kind {
            StateKind::Parallel(parallel) => {
                let branch = usize::try_from(index)
                    .ok()
                    .and_then(|index| parallel.branches.get(index));
                let Some(branch) = branch else { return false };
                let frame = self.open_frame(Some(id), index, None);
                self.enter(frame, &branch.start_at, input);
                true
            }
            StateKind::Map(map) => {
                self.record(EventType::MapIterationStarted, None, json!({"index": index}));
                if self.ended() {
                    return false;
                }
                let selected = self.select_item(id, map, index, &input);
                let frame = self.open_frame(Some(id), index, Some(input));
                match selected {
                    Ok(selected) => self.enter(frame, &map.processor.start_at, selected),
                    Err(failure) => self.fail_scope(frame, &failure),
                }
                self.frame(frame).is_some()
            }
            StateKind::Task(_)
            | StateKind::Pass
            | StateKind::Choice(_)
            | StateKind::Wait(_)
            | StateKind::Succeed
            | StateKind::Fail(_) => false,
        }
    }

    /// A branch ended with an output.
    pub(crate) fn branch_done(&mut self, id: FrameId, index: u64, output: Value) {
        let Some(state) = self.state(id) else { return };
        if matches!(state.kind, StateKind::Map(_)) {
            self.record(EventType::MapIterationSucceeded, None, json!({"index": index}));
        }
        let Some(Activity::Branching(branching)) = self.visit_mut(id).map(|visit| &mut visit.activity) else {
            return;
        };
        let slot = usize::try_from(index)
            .ok()
            .and_then(|index| branching.results.get_mut(index));
        if let Some(slot) = slot {
            *slot = Some(Held { value: output });
        }
        if branching.results.iter().any(Option::is_none) {
            self.start_next(id);
            return;
        }
        let results = branching
            .results
            .drain(..)
            .flatten()
            .map(|held| held.value)
            .collect();
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Starting;
        }
        if let Err(failure) = self.branches_succeeded(id, results) {
            self.fail(id, &failure);
        }
    }

    fn branches_succeeded(&mut self, id: FrameId, results: Vec<Value>) -> Result<(), Failure> {
        let Some(state) = self.state(id) else {
            return Ok(());
        };
        let is_map = matches!(state.kind, StateKind::Map(_));
        let succeeded = if is_map {
            EventType::MapStateSucceeded
        } else {
            EventType::ParallelStateSucceeded
        };
        let results = Value::Array(results);
        let name = self
            .frame(id)
            .map(|frame| frame.visit.state.clone())
            .unwrap_or_default();
        self.check_payload(&name, &results)?;
        self.record(succeeded, None, json!({}));
        self.leave(id, Some(&results))
    }

    /// Ends all frames within a frame's state, the innermost first.
    pub(crate) fn abort_branches(&mut self, id: FrameId) {
        let children: Vec<_> = {
            let frames = self.execution.frames.iter();
            frames
                .filter(|(_, frame)| frame.parent == Some(id))
                .map(|(child, _)| *child)
                .collect()
        };
        for child in children {
            self.abort_branches(child);
            let aborted = self.state(child).and_then(|state| aborted(&state.kind));
            let Some(frame) = self.execution.frames.remove(&child) else {
                continue;
            };
            self.cancel(frame.timers());
            if let Some(aborted) = aborted {
                self.record(aborted, Some(&frame.visit.state), json!({}));
            }
            if frame.item.is_some() {
                self.record(
                    EventType::MapIterationAborted,
                    None,
                    json!({"index": frame.index}),
                );
            }
        }
        if let Some(visit) = self.visit_mut(id)
            && matches!(visit.activity, Activity::Branching(_))
        {
            visit.activity = Activity::Starting;
        }
    }
}

/// States that take time can be aborted.
fn aborted(kind: &StateKind) -> Option<EventType> {
    match kind {
        StateKind::Task(_) => Some(EventType::TaskStateAborted),
        StateKind::Wait(_) => Some(EventType::WaitStateAborted),
        StateKind::Parallel(_) => Some(EventType::ParallelStateAborted),
        StateKind::Map(_) => Some(EventType::MapStateAborted),
        StateKind::Pass | StateKind::Choice(_) | StateKind::Succeed | StateKind::Fail(_) => None,
    }
}
