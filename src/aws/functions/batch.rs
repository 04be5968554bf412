//! Messages from queues: one after the other, and the answer says which are to be delivered again.
//!
//! In a FIFO queue nothing may overtake what failed before it in its group, so what comes after a failure in a group is
//! not tried and comes again with it. When that is, is said to the queue for each of them.

use std::collections::BTreeSet;
use std::time::Duration;

use aws_lambda_events::event::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use serde_json::Value;
use tracing::Instrument as _;

use super::{Failure, Invocation};
use crate::app::Clock;
use crate::aws::sqs::{Pace, Queues};

/// The attribute that names a message's group in a FIFO queue.
const GROUP: &str = "MessageGroupId";
/// The attribute that says how often a message has been received.
const RECEIVED: &str = "ApproximateReceiveCount";

/// How soon what failed comes again: by whom that is said to the queue, and at which pace.
#[derive(Debug, Clone)]
pub struct Again {
    queues: Queues,
    pace: Pace,
}

impl Again {
    /// Said through these queues, at this pace.
    pub fn new(queues: Queues, pace: Pace) -> Self {
        Self { queues, pace }
    }

    async fn say(&self, message: &SqsMessage) {
        let received = message.attributes.get(RECEIVED);
        let times = received.and_then(|times| times.parse().ok()).unwrap_or(1);
        if let (Some(queue), Some(receipt)) = (&message.event_source_arn, &message.receipt_handle) {
            self.queues.again(queue, receipt, self.pace.after(times)).await;
        }
    }
}

/// The batch in an event, where it is one of a queue's.
///
/// # Errors
/// [`Failure`] for records that are none of a queue's.
pub fn of(event: &Value) -> Option<Result<SqsEvent, Failure>> {
    event.get("Records")?;
    let read = serde_json::from_value::<SqsEvent>(event.clone())
        .map_err(|_| Failure::unknown_event("the records are no queue's"));
    Some(read)
}

/// Hands the body of each message to `handle`; answers which messages failed or were not begun.
///
/// One takes at most as long as `takes`: with less time left none is begun. With `again` the queue is told when what was
/// left is to come.
///
/// A message without an id cannot be named in the answer. Its name is then empty, upon which the whole batch
/// comes again.
pub async fn each(
    batch: SqsEvent,
    invocation: &Invocation,
    clock: &Clock,
    takes: Duration,
    again: Option<&Again>,
    handle: impl AsyncFn(Value) -> Result<(), Failure>,
) -> SqsBatchResponse {
    let mut held_up = BTreeSet::new();
    let mut answer = SqsBatchResponse::default();
    for message in batch.records {
        let group = message.attributes.get(GROUP).cloned();
        let waits = group.as_ref().is_some_and(|group| held_up.contains(group));
        if !waits && invocation.left(clock) > takes && one(&message, invocation, &handle).await {
            continue;
        }
        if let Some(again) = again {
            // The layers of a client are many for the compiler to lay out in one future.
            Box::pin(again.say(&message)).await;
        }
        held_up.extend(group);
        let mut failure = BatchItemFailure::default();
        failure.item_identifier = message.message_id.unwrap_or_default();
        answer.batch_item_failures.push(failure);
    }
    answer
}

/// Whether a message was dealt with.
async fn one(
    message: &SqsMessage,
    invocation: &Invocation,
    handle: &impl AsyncFn(Value) -> Result<(), Failure>,
) -> bool {
    let text = message.body.as_deref().unwrap_or_default();
    // The parser's words may quote a token.
    let body = serde_json::from_str::<Value>(text).map_err(|_| Failure {
        name: "Payload.Invalid",
        cause: "the message is not JSON".to_owned(),
    });
    let order = body.as_ref().ok().and_then(|body| body.get("order"));
    let span = invocation.span(order.and_then(Value::as_str));
    async {
        let done = match body {
            Ok(body) => handle(body).await,
            Err(failure) => Err(failure),
        };
        if let Err(Failure { name, cause }) = &done {
            let id = message.message_id.as_deref().unwrap_or_default();
            tracing::error!(message_id = id, error = name, cause, "queue.message.left");
        }
        done.is_ok()
    }
    .instrument(span)
    .await
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use lambda_runtime::Context;
    use serde_json::json;

    use super::*;
    use crate::aws::stubbed::config;
    use crate::channel::alexa::stub::{Answer, Stub};

    /// Messages as `id`, `group` and what the handler does: `ok` or `fail`; and what comes of them.
    async fn check(messages: &[(&str, Option<&str>, &str)], begun: &[&str], again: &[&str]) {
        let record = |(id, group, body): &(&str, Option<&str>, &str)| {
            let attributes = group.map_or(json!({}), |group| json!({ GROUP: group }));
            let body = json!({ "id": id, "does": body }).to_string();
            json!({ "messageId": id, "body": body, "attributes": attributes, "eventSource": "aws:sqs" })
        };
        let event = json!({ "Records": messages.iter().map(record).collect::<Vec<_>>() });
        let batch = of(&event).unwrap().unwrap();
        let seen = Mutex::new(Vec::new());
        let handle = async |body: Value| {
            seen.lock().unwrap().push(body["id"].as_str().unwrap().to_owned());
            match body["does"] == json!("ok") {
                true => Ok(()),
                false => Err(Failure::unknown_event("as the test wants it")),
            }
        };
        let invocation = Invocation::of(&Context::default());
        let answer = each(
            batch,
            &invocation,
            &Clock::System,
            Duration::from_secs(2),
            None,
            handle,
        )
        .await;
        let failed = answer
            .batch_item_failures
            .iter()
            .map(|failure| failure.item_identifier.as_str());
        assert_eq!(failed.collect::<Vec<_>>(), again);
        assert_eq!(*seen.lock().unwrap(), begun);
    }

    #[tokio::test]
    async fn what_failed_comes_again_and_with_it_what_comes_after_it_in_its_group() {
        let (a, b) = (Some("order-a"), Some("order-b"));
        check(&[("1", a, "ok"), ("2", b, "ok")], &["1", "2"], &[]).await;
        check(
            &[("1", a, "fail"), ("2", b, "ok"), ("3", a, "ok"), ("4", b, "ok")],
            &["1", "2", "4"],
            &["1", "3"],
        )
        .await;
        // Outside FIFO queues there are no groups, and nothing waits.
        check(
            &[("1", None, "fail"), ("2", None, "ok"), ("3", None, "fail")],
            &["1", "2", "3"],
            &["1", "3"],
        )
        .await;
        check(&[], &[], &[]).await;
    }

    #[tokio::test]
    async fn a_message_that_is_not_json_comes_again_until_it_is_a_dead_letter() {
        let event = json!({ "Records": [{ "messageId": "1", "body": "{" }, { "body": "{}" }] });
        let batch = of(&event).unwrap().unwrap();
        let invocation = Invocation::of(&Context::default());
        let fail = async |_| Err(Failure::unknown_event("always"));
        let answer = each(
            batch,
            &invocation,
            &Clock::System,
            Duration::from_secs(2),
            None,
            fail,
        )
        .await;
        let wire = serde_json::to_value(&answer).unwrap();
        let expected = json!({ "batchItemFailures": [{ "itemIdentifier": "1" }, { "itemIdentifier": "" }] });
        assert_eq!(wire, expected);
    }

    #[tokio::test(start_paused = true)]
    async fn no_message_is_begun_shortly_before_the_deadline() {
        let clock = Clock::starting_at("2026-11-20T22:00:00Z".parse().unwrap());
        let mut context = Context::default();
        context.deadline = u64::try_from(clock.now().as_millisecond()).unwrap() + 5_000;
        let record = |id| json!({ "messageId": id, "body": "{}" });
        let event = json!({ "Records": [record("1"), record("2")] });
        let slow = async |_| {
            tokio::time::sleep(Duration::from_secs(4)).await;
            Ok(())
        };
        let answer = each(
            of(&event).unwrap().unwrap(),
            &Invocation::of(&context),
            &clock,
            Duration::from_secs(2),
            None,
            slow,
        )
        .await;
        let again = answer
            .batch_item_failures
            .iter()
            .map(|f| f.item_identifier.as_str());
        assert_eq!(again.collect::<Vec<_>>(), ["2"]);
    }

    #[tokio::test]
    async fn the_queue_is_told_when_what_was_left_comes_again() {
        let mut stub = Stub::answering(vec![Answer::of(200, "{}")]).await;
        let pace = Pace {
            first: Duration::from_secs(5),
            longest: Duration::from_secs(60),
        };
        let again = Again::new(Queues::of(&config(&stub)), pace);
        let record = |id: &str, group: &str, times: &str| {
            json!({
                "messageId": id, "receiptHandle": format!("receipt-{id}"), "body": format!("{{\"group\":\"{group}\"}}"),
                "eventSourceARN": "arn:aws:sqs:us-east-1:1:kitchen.fifo",
                "attributes": { GROUP: group, RECEIVED: times },
            })
        };
        let event =
            json!({ "Records": [record("1", "a", "3"), record("2", "b", "1"), record("3", "a", "1")] });
        let invocation = Invocation::of(&Context::default());
        let handle = async |body: Value| match body["group"] == json!("b") {
            true => Ok(()),
            false => Err(Failure::unknown_event("as the test wants it")),
        };
        let batch = of(&event).unwrap().unwrap();
        let takes = Duration::from_secs(2);
        each(batch, &invocation, &Clock::System, takes, Some(&again), handle).await;
        for (receipt, seconds) in [("receipt-1", 20), ("receipt-3", 5)] {
            let body = stub.seen().await.json();
            let found = (&body["ReceiptHandle"], &body["VisibilityTimeout"]);
            assert_eq!(found, (&json!(receipt), &json!(seconds)));
        }
        assert_eq!(stub.left(), 0);
    }

    #[test]
    fn records_of_another_kind_are_no_batch() {
        assert!(of(&json!({ "step": "quote" })).is_none());
        assert!(of(&json!({ "Records": "none" })).unwrap().is_err());
    }
}
