//! Wait: for a number of seconds, or until a time. The deadline is evaluated once, on entering.

use jiff::Timestamp;

use crate::asl::context::Extra;
use crate::asl::definition::{Given, WaitState};
use crate::asl::error::Failure;
use crate::asl::evaluation::Evaluation;
use crate::asl::frame::{Activity, FrameId};
use crate::asl::limits::MAX_SECONDS;
use crate::asl::parse;
use crate::asl::run::{self, Run};

impl Run<'_> {
    pub(crate) fn start_wait(&mut self, id: FrameId, wait: &WaitState) -> Result<(), Failure> {
        let now = self.now();
        let at = self.evaluate(id, Extra::default(), |evaluation| match wait {
            WaitState::Seconds(seconds) => {
                let seconds = evaluation.count(seconds, "Seconds", (0, MAX_SECONDS))?;
                Ok(run::later(now, seconds * 1000))
            }
            WaitState::Timestamp(timestamp) => instant(evaluation, timestamp),
        })?;
        if at <= now {
            return self.leave(id, None);
        }
        let timer = self.set_timer_at(at);
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Waiting(timer);
        }
        Ok(())
    }
}

fn instant(evaluation: &mut Evaluation<'_>, given: &Given<Timestamp>) -> Result<Timestamp, Failure> {
    let expression = match given {
        Given::Literal(at) => return Ok(*at),
        Given::Expression(expression) => expression,
    };
    let value = evaluation.expression(expression, "Timestamp")?;
    let Some(text) = value.as_str() else {
        return Err(evaluation.wrong_type(expression, "Timestamp", "string", &value));
    };
    parse::timestamp(text).ok_or_else(|| {
        let problem = format!("returned a value that is no RFC3339 timestamp: {value}");
        evaluation.complaint(expression, "Timestamp", &problem)
    })
}
