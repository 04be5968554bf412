//! What a code hook returns to Lex V2, defined in the developer guide's [response format]; also what the
//! [runtime API] answers to its caller, which has two members more.
//!
//! [response format]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html
//! [runtime API]: https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::event::Interpretation;
use super::session_state::SessionState;
use crate::channel::Field;
use crate::channel::wire::open_enum;

/// A whole response.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Response {
    /// What happens next.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_state: Field<SessionState>,
    /// What is said, at most [`Message::MOST`]. Required with `ElicitIntent` and `ConfirmIntent`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub messages: Field<Vec<Message>>,
    /// What the caller of the runtime API gets along with it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub request_attributes: Field<Map<String, Value>>,
    /// What Lex took the input for; of the runtime API only.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub interpretations: Field<Vec<Interpretation>>,
    /// Names the session; of the runtime API only.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_id: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// What a message holds, `contentType`.
    MessageContentType {
        /// Data for the caller.
        CustomPayload = "CustomPayload",
        /// A card with buttons.
        ImageResponseCard = "ImageResponseCard",
        /// Text without markup.
        PlainText = "PlainText",
        /// SSML.
        Ssml = "SSML",
    }
}

/// A message.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Message {
    /// What it holds.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub content_type: Field<MessageContentType>,
    /// The text; 1 to [`Message::MOST_CHARS`] characters.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub content: Field<String>,
    /// The card.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub image_response_card: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Message {
    /// The most messages of one response.
    pub const MOST: usize = 10;
    /// The most characters of one message.
    pub const MOST_CHARS: usize = 1024;

    /// A message of SSML. The caller keeps it to its length.
    pub fn ssml(content: impl Into<String>) -> Self {
        Self {
            content_type: Field::Known(MessageContentType::Ssml),
            content: Field::Known(content.into()),
            ..Self::default()
        }
    }

    /// A message of plain text. The caller keeps it to its length.
    pub fn plain(content: impl Into<String>) -> Self {
        Self {
            content_type: Field::Known(MessageContentType::PlainText),
            content: Field::Known(content.into()),
            ..Self::default()
        }
    }
}
