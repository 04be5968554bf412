//! What becomes of a state that failed: it is retried, caught, or fails the scope around it.

use serde_json::json;

use super::Run;
use crate::asl::context::Extra;
use crate::asl::definition::{Catcher, StateKind};
use crate::asl::error::Failure;
use crate::asl::event::Outcome;
use crate::asl::frame::{Activity, FrameId};
use crate::asl::history::EventType;
use crate::asl::retry;

impl Run<'_> {
    /// A state failed: retry it, catch it, or let the scope fail.
    pub(crate) fn fail(&mut self, id: FrameId, failure: &Failure) {
        let Some(state) = self.state(id) else { return };
        self.abort_branches(id);
        let Some(rescue) = state.kind.rescue() else {
            return self.fail_scope(id, failure);
        };
        let used = self
            .frame(id)
            .map(|frame| frame.visit.retries.clone())
            .unwrap_or_default();
        if let Some(index) = retry::choose(rescue, &used, failure) {
            return self.back_off(id, index);
        }
        if let Some(failed) = failed(&state.kind) {
            self.record(
                failed,
                None,
                json!({"error": failure.error, "cause": failure.cause}),
            );
        }
        let mut catchers = rescue.catchers.iter().enumerate();
        match catchers.find(|(_, catcher)| failure.is_any_of(&catcher.error_equals)) {
            Some((index, catcher)) => self.catch(id, index, catcher, failure),
            None => self.fail_scope(id, failure),
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
        self.fail(parent, failure);
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
