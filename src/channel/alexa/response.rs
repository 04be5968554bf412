//! The body of an Alexa response, defined in the [response format] of the request and response reference.
//!
//! Members that are not set are absent: Alexa refuses null.
//!
//! [response format]: https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html#response-format

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::channel::Field;
use crate::channel::wire::open_enum;

/// A whole response body; less than 24 kB.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ResponseEnvelope {
    /// The version of the format, `1.0`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub version: Field<String>,
    /// What the next request of the session shall carry.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_attributes: Field<Map<String, Value>>,
    /// What happens now.
    pub response: Response,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `response`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Response {
    /// What is said; at most 8000 characters.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub output_speech: Field<OutputSpeech>,
    /// What is shown in the Alexa app.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub card: Field<Card>,
    /// What is said when the customer does not answer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub reprompt: Field<Reprompt>,
    /// What devices and interfaces shall do, each in the shape of its interface.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub directives: Field<Vec<Value>>,
    /// Whether the session ends (true) or the microphone opens (false). Absent: as the device sees fit.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub should_end_session: Field<bool>,
    /// The answer to a `CanFulfillIntentRequest`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub can_fulfill_intent: Field<CanFulfillIntent>,
    /// Members not documented here, `apiResponse` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// The markup of output speech.
    SpeechKind {
        /// None.
        PlainText = "PlainText",
        /// SSML.
        Ssml = "SSML",
    }
}

/// `outputSpeech`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct OutputSpeech {
    /// Its markup.
    #[serde(rename = "type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<SpeechKind>,
    /// What is said, where there is no markup.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub text: Field<String>,
    /// What is said, in SSML.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub ssml: Field<String>,
    /// `ENQUEUE`, `REPLACE_ALL` or `REPLACE_ENQUEUED`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub play_behavior: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `reprompt`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Reprompt {
    /// What is said.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub output_speech: Field<OutputSpeech>,
    /// Members not documented here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// The kind of a card.
    CardKind {
        /// Title and content.
        Simple = "Simple",
        /// Title, text and picture.
        Standard = "Standard",
        /// A link to account linking.
        LinkAccount = "LinkAccount",
        /// A question for consent.
        AskForPermissionsConsent = "AskForPermissionsConsent",
    }
}

/// `card`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Its kind.
    #[serde(rename = "type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<CardKind>,
    /// The title, of simple and standard cards.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// The text of a simple card.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub content: Field<String>,
    /// The text of a standard card.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub text: Field<String>,
    /// The scopes asked for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub permissions: Field<Vec<String>>,
    /// Members not documented here, `image` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// A judgement on an intent or a slot. For `canFulfill` of a slot Alexa takes yes and no only.
    CanFulfill {
        /// Yes.
        Yes = "YES",
        /// No.
        No = "NO",
        /// Perhaps.
        Maybe = "MAYBE",
    }
}

/// `canFulfillIntent`, defined in [understand name-free interaction].
///
/// [understand name-free interaction]: https://developer.amazon.com/docs/custom-skills/understand-name-free-interaction-for-custom-skills.html
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct CanFulfillIntent {
    /// Whether the intent as a whole could be carried out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub can_fulfill: Field<CanFulfill>,
    /// The same for each of its slots.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slots: Field<BTreeMap<String, CanFulfillSlot>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The judgement on one slot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct CanFulfillSlot {
    /// Whether its value is understood.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub can_understand: Field<CanFulfill>,
    /// Whether it could be acted upon.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub can_fulfill: Field<CanFulfill>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl ResponseEnvelope {
    /// A valid response around this.
    pub fn of(response: Response) -> Self {
        Self {
            version: Field::Known("1.0".to_owned()),
            response,
            ..Self::default()
        }
    }

    /// A valid response with nothing in it.
    pub fn empty() -> Self {
        Self::of(Response::default())
    }
}

impl OutputSpeech {
    /// Speech in SSML.
    pub fn ssml(ssml: super::Ssml) -> Self {
        Self {
            kind: Field::Known(SpeechKind::Ssml),
            ssml: Field::Known(ssml.into_string()),
            ..Self::default()
        }
    }
}
