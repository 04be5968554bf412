//! One invocation after the other: its deadline, its place in the log, and what it fails with.

use std::future::Future;
use std::time::Duration;

use jiff::Timestamp;
use lambda_runtime::{Context, LambdaEvent, Runtime, service_fn};
use serde::Serialize;
use serde_json::Value;
use tracing::{Instrument as _, Span};

use super::Failure;
use crate::app::Clock;

/// How long before its deadline an invocation must be done: the answer still has its way to go.
const SPARE: Duration = Duration::from_millis(300);
/// The most bytes of an order's id in the log; ours have 36.
const MOST_ID_BYTES: usize = 80;

/// What an event's handler knows of its invocation.
#[derive(Debug, Clone)]
pub struct Invocation {
    request: String,
    trace: String,
    deadline: Option<Timestamp>,
}

impl Invocation {
    /// The invocation that the runtime describes.
    pub fn of(context: &Context) -> Self {
        Self {
            request: context.request_id.clone(),
            trace: context.xray_trace_id.clone().unwrap_or_default(),
            deadline: i64::try_from(context.deadline)
                .ok()
                .and_then(|ms| Timestamp::from_millisecond(ms).ok()),
        }
    }

    /// How much time is left to answer in. A deadline that has passed before anything was done is none: whoever
    /// set it has another clock.
    pub fn left(&self, clock: &Clock) -> Duration {
        let left = self
            .deadline
            .and_then(|deadline| Duration::try_from(deadline.duration_since(clock.now())).ok())
            .filter(|left| !left.is_zero());
        left.map_or(Duration::MAX, |left| left.saturating_sub(SPARE))
    }

    /// The span of the whole invocation, or of the part of it that is about one order. What is logged in it carries all
    /// of its fields; the order may also be recorded later, as `order`, and who read the turn's words as `tier`.
    pub fn span(&self, order: Option<&str>) -> Span {
        let span = tracing::info_span!(
            "invocation",
            request = self.request.as_str(),
            trace = self.trace.as_str(),
            order = tracing::field::Empty,
            tier = tracing::field::Empty
        );
        if let Some(order) = order.filter(|order| order.len() <= MOST_ID_BYTES) {
            span.record("order", order);
        }
        span
    }
}

/// Answers invocations for as long as the process lives.
///
/// # Errors
/// If the Lambda runtime cannot be spoken to.
pub async fn serve<F, Fut, R>(answer: F) -> Result<(), lambda_runtime::Error>
where
    F: Fn(Value, Invocation) -> Fut,
    Fut: Future<Output = Result<R, Failure>>,
    R: Serialize,
{
    let handler = service_fn(|event: LambdaEvent<Value>| {
        let LambdaEvent { payload, context } = event;
        let invocation = Invocation::of(&context);
        let span = invocation.span(payload.get("order").and_then(Value::as_str));
        let answering = answer(payload, invocation);
        async move {
            let answered = answering.await;
            if let Err(Failure { name, cause }) = &answered {
                tracing::error!(error = name, cause, "invocation.failed");
            }
            answered
        }
        .instrument(span)
    });
    Runtime::new(handler).run().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_left_ends_before_the_deadline_and_a_deadline_of_another_clock_is_none() {
        let now: Timestamp = "2026-11-20T22:00:00Z".parse().unwrap();
        let clock = Clock::starting_at(now);
        let check = |deadline_ms: i64, expected: Duration| {
            let mut context = Context::default();
            context.deadline = u64::try_from(now.as_millisecond() + deadline_ms).unwrap();
            assert_eq!(
                Invocation::of(&context).left(&clock),
                expected,
                "{deadline_ms} ms"
            );
        };
        check(8_000, Duration::from_millis(7_700));
        check(3_000, Duration::from_millis(2_700));
        check(100, Duration::ZERO);
        check(0, Duration::MAX);
        check(-1, Duration::MAX);
        assert_eq!(Invocation::of(&Context::default()).left(&clock), Duration::MAX);
    }
}
