//! Amazon SNS: text messages to a mobile number. Neither number nor words are logged.

use std::time::Duration;

use aws_config::SdkConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_sns::Client;
use aws_sdk_sns::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sns::operation::publish::PublishError;
use aws_sdk_sns::types::MessageAttributeValue;

use crate::announcement::text;
use crate::order::Mobile;

/// How long sending one message may take.
const WITHIN: Duration = Duration::from_secs(3);

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texted {
    /// It is on its way.
    Sent,
    /// Whoever has the number wants no messages.
    OptedOut,
    /// The number takes none.
    BadNumber,
    /// The account may not send it, or not as it is set up; trying again would not help.
    Refused(String),
    /// It cannot be sent at present.
    Unavailable,
}

/// Who a message says that it is from, where the country allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderId(String);

impl SenderId {
    /// 1 to 11 letters and digits, at least one of them a letter; none otherwise.
    pub fn of(text: &str) -> Option<Self> {
        let usual = (1..=11).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric());
        let named = text.chars().any(|c| c.is_ascii_alphabetic());
        (usual && named).then(|| Self(text.to_owned()))
    }
}

/// The sender of text messages.
#[derive(Debug, Clone)]
pub struct Texts {
    client: Client,
    sender: Option<SenderId>,
}

impl Texts {
    /// Sends by a client of this configuration that tries once: a message whose answer was late would be sent twice.
    pub fn of(config: &SdkConfig, sender: Option<SenderId>) -> Self {
        let within = TimeoutConfig::builder().operation_timeout(WITHIN).build();
        let once = aws_sdk_sns::config::Builder::from(config)
            .retry_config(RetryConfig::disabled())
            .timeout_config(within);
        Self::new(Client::from_conf(once.build()), sender)
    }

    /// Sends through this client.
    pub fn new(client: Client, sender: Option<SenderId>) -> Self {
        Self { client, sender }
    }

    /// Sends a message, as short as it can be made.
    pub async fn send(&self, to: &Mobile, words: &str) -> Texted {
        let mut publish = self
            .client
            .publish()
            .phone_number(to.as_str())
            .message(text::message(words));
        let sender = self
            .sender
            .as_ref()
            .map(|SenderId(name)| ("AWS.SNS.SMS.SenderID", name.as_str()));
        for (name, value) in [("AWS.SNS.SMS.SMSType", "Transactional")]
            .into_iter()
            .chain(sender)
        {
            match attribute(value) {
                Some(value) => publish = publish.message_attributes(name, value),
                None => return Texted::Refused("the attribute cannot be made".to_owned()),
            }
        }
        match publish.send().await {
            Ok(_) => Texted::Sent,
            Err(error) => outcome(&error),
        }
    }
}

fn attribute(value: &str) -> Option<MessageAttributeValue> {
    let built = MessageAttributeValue::builder()
        .data_type("String")
        .string_value(value)
        .build();
    built.ok()
}

fn outcome(error: &SdkError<PublishError>) -> Texted {
    let Some(refusal) = error.as_service_error() else {
        return Texted::Unavailable;
    };
    let opted_out = |text: Option<&str>| {
        text.is_some_and(|text| text.to_lowercase().replace([' ', '-'], "").contains("optedout"))
    };
    match refusal.code() {
        code if opted_out(code) || opted_out(refusal.message()) => Texted::OptedOut,
        Some(
            "InvalidParameter" | "InvalidParameterValue" | "ParameterValueInvalid" | "ValidationException",
        ) => Texted::BadNumber,
        Some("InternalError" | "Throttled" | "Throttling" | "ThrottlingException" | "KMSThrottling")
        | None => Texted::Unavailable,
        Some(code) => Texted::Refused(code.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::stubbed::{config, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};
    use crate::order::{Currency, Phone};

    const SENT: &str = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>\
                        <MessageId>one</MessageId></PublishResult></PublishResponse>";

    fn mobile() -> Mobile {
        Mobile::of(&Phone::of("11 98765-4321").unwrap(), Currency::Brl, None).unwrap()
    }

    fn refusal(status: u16, code: &str, message: &str) -> Answer {
        let body = format!(
            "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type>\
             <Code>{code}</Code><Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>"
        );
        Answer::of(status, &body)
    }

    #[tokio::test]
    async fn a_message_is_sent_as_the_service_takes_it() {
        for (sender, from) in [
            (None, ""),
            (
                SenderId::of("Casa1"),
                "&MessageAttributes.entry.2.Name=AWS.SNS.SMS.SenderID\
                 &MessageAttributes.entry.2.Value.DataType=String\
                 &MessageAttributes.entry.2.Value.StringValue=Casa1",
            ),
        ] {
            let mut stub = Stub::answering(vec![Answer::of(200, SENT)]).await;
            let texts = Texts::new(Client::new(&config(&stub)), sender);
            assert_eq!(texts.send(&mobile(), "Seu pedido  saiu.").await, Texted::Sent);
            let seen = stub.seen().await;
            write_down("sns", "Publish", &seen);
            let mut fields: Vec<&str> = seen.body.split('&').collect();
            fields.sort_unstable();
            let body = format!(
                "Action=Publish&Version=2010-03-31&PhoneNumber=%2B5511987654321\
                 &Message=Seu%20pedido%20saiu.&MessageAttributes.entry.1.Name=AWS.SNS.SMS.SMSType\
                 &MessageAttributes.entry.1.Value.DataType=String\
                 &MessageAttributes.entry.1.Value.StringValue=Transactional{from}"
            );
            let mut expected: Vec<&str> = body.split('&').collect();
            expected.sort_unstable();
            // The two attributes have no order.
            let numbered = |fields: Vec<&str>| {
                let bare = fields
                    .iter()
                    .map(|field| field.replace("entry.1", "entry").replace("entry.2", "entry"));
                let mut bare: Vec<String> = bare.collect();
                bare.sort();
                bare
            };
            assert_eq!(numbered(fields), numbered(expected));
        }
    }

    #[tokio::test]
    async fn every_refusal_has_an_outcome() {
        for (answer, expected) in [
            (
                refusal(400, "InvalidParameter", "Invalid parameter: PhoneNumber"),
                Texted::BadNumber,
            ),
            (refusal(400, "InvalidParameterValue", "x"), Texted::BadNumber),
            (
                refusal(400, "InvalidParameter", "Phone number is opted out"),
                Texted::OptedOut,
            ),
            (refusal(430, "OptedOut", "x"), Texted::OptedOut),
            (
                refusal(403, "AuthorizationError", "x"),
                Texted::Refused("AuthorizationError".to_owned()),
            ),
            (refusal(500, "InternalError", "x"), Texted::Unavailable),
            (refusal(429, "Throttled", "x"), Texted::Unavailable),
            (Answer::of(503, "<html>"), Texted::Unavailable),
            (Answer::of(0, ""), Texted::Unavailable),
        ] {
            let stub = Stub::answering(vec![answer.clone()]).await;
            let texts = Texts::new(Client::new(&config(&stub)), None);
            assert_eq!(texts.send(&mobile(), "Oi.").await, expected, "{answer:?}");
        }
    }

    #[test]
    fn sender_ids_are_short_names() {
        for (text, expected) in [
            ("Casa", true),
            ("A1234567890", true),
            ("A12345678901", false),
            ("12345", false),
            ("Casa Nova", false),
            ("Pão", false),
            ("", false),
        ] {
            assert_eq!(SenderId::of(text).is_some(), expected, "{text}");
        }
    }
}
