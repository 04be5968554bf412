//! Setting, cancelling and firing timers.

use jiff::{SignedDuration, Timestamp};

use super::Run;
use crate::asl::event::{Effect, TimerId};
use crate::asl::frame::{Activity, FrameId, Timer};

impl Run<'_> {
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
                    self.fail(id, &failure);
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
}

/// A time this much later, or the last one there is.
pub(crate) fn later(from: Timestamp, delay_ms: u64) -> Timestamp {
    let delay = SignedDuration::from_millis(i64::try_from(delay_ms).unwrap_or(i64::MAX));
    from.checked_add(delay).unwrap_or(Timestamp::MAX)
}
