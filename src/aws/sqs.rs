//! Amazon SQS: how soon a message that failed is delivered again. Without a word it stays hidden for as long as its queue
//! hides whatever is being dealt with, which is minutes.

use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_sqs::Client;

use super::failure::Failure;

/// After how long what failed is delivered again: twice as long after each time, up to the longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// After the first time.
    pub first: Duration,
    /// At the most.
    pub longest: Duration,
}

impl Pace {
    /// After a message was received so often.
    pub fn after(self, times: u32) -> Duration {
        let doublings = times.saturating_sub(1).min(16);
        self.first.saturating_mul(1 << doublings).min(self.longest)
    }
}

/// The queues that a function receives from.
#[derive(Debug, Clone)]
pub struct Queues {
    client: Client,
}

impl Queues {
    /// Through a client of this configuration.
    pub fn of(config: &SdkConfig) -> Self {
        Self {
            client: Client::new(config),
        }
    }

    /// Has a message delivered again after so long. Where that cannot be said, it comes when its queue no longer hides it.
    pub async fn again(&self, queue_arn: &str, receipt: &str, after: Duration) {
        let Some(url) = url(queue_arn) else {
            return tracing::warn!("queue.unnamed");
        };
        let change = self
            .client
            .change_message_visibility()
            .queue_url(url)
            .receipt_handle(receipt)
            .visibility_timeout(i32::try_from(after.as_secs()).unwrap_or(i32::MAX));
        // The layers of the client are more than the compiler lays out in one future.
        if let Err(error) = Box::pin(change.send()).await {
            let Failure { code, .. } = Failure::of(&error);
            tracing::warn!(code, "queue.message.stays_hidden");
        }
    }
}

/// The address by which SQS knows the queue of an ARN, `arn:PARTITION:sqs:REGION:ACCOUNT:NAME`.
fn url(arn: &str) -> Option<String> {
    let mut parts = arn.splitn(6, ':');
    let ("arn", partition, "sqs", region, account, name) = (
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next()?,
    ) else {
        return None;
    };
    let domain = match partition {
        "aws-cn" => "amazonaws.com.cn",
        _ => "amazonaws.com",
    };
    Some(format!("https://sqs.{region}.{domain}/{account}/{name}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::aws::stubbed::{config, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};

    const ARN: &str = "arn:aws:sqs:us-east-1:111122223333:kitchen.fifo";

    #[test]
    fn what_fails_again_comes_later() {
        let pace = Pace {
            first: Duration::from_secs(5),
            longest: Duration::from_secs(60),
        };
        let after = [0, 1, 2, 3, 4, 5, 6, 1_000].map(|times| pace.after(times).as_secs());
        assert_eq!(after, [5, 5, 10, 20, 40, 60, 60, 60]);
    }

    #[test]
    fn a_queue_is_found_by_its_arn() {
        for (arn, expected) in [
            (
                ARN,
                Some("https://sqs.us-east-1.amazonaws.com/111122223333/kitchen.fifo"),
            ),
            (
                "arn:aws-cn:sqs:cn-north-1:1:q",
                Some("https://sqs.cn-north-1.amazonaws.com.cn/1/q"),
            ),
            ("arn:aws:sns:us-east-1:1:q", None),
            ("arn:aws:sqs:us-east-1", None),
            ("", None),
        ] {
            assert_eq!(url(arn).as_deref(), expected, "{arn}");
        }
    }

    #[tokio::test]
    async fn a_message_is_delivered_again_when_it_is_asked_for() {
        let mut stub = Stub::answering(vec![Answer::of(200, "{}"), Answer::of(500, "{}")]).await;
        let queues = Queues::of(&config(&stub));
        // A failure is nobody's matter: the message comes later.
        for _ in 0..2 {
            queues.again(ARN, "receipt", Duration::from_secs(20)).await;
            let seen = stub.seen().await;
            write_down("sqs", "ChangeMessageVisibility", &seen);
            assert_eq!(
                seen.header("x-amz-target"),
                Some("AmazonSQS.ChangeMessageVisibility")
            );
            let body = json!({
                "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/kitchen.fifo",
                "ReceiptHandle": "receipt", "VisibilityTimeout": 20,
            });
            assert_eq!(seen.json(), body);
        }
    }
}
