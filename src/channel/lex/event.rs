//! The event that Lex V2 sends to a code hook, defined in the developer guide's [input format].
//!
//! [input format]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-input-format.html

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

use super::session_state::{Intent, SessionState};
use crate::channel::wire::open_enum;
use crate::channel::{BadRequest, Field, wire};
use crate::order::Language;

open_enum! {
    /// Which hook is called, `invocationSource`. Both get the same from us: what the dialogue says.
    InvocationSource {
        /// At each turn of an intent.
        Dialog = "DialogCodeHook",
        /// When an intent is complete.
        Fulfillment = "FulfillmentCodeHook",
    }
}

open_enum! {
    /// How the customer gave their input, `inputMode`.
    InputMode {
        /// By speaking.
        Speech = "Speech",
        /// By typing.
        Text = "Text",
        /// By the keys of a telephone.
        Dtmf = "DTMF",
    }
}

/// A whole event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Event {
    /// The version of the format, `1.0`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub message_version: Field<String>,
    /// Which hook is called.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub invocation_source: Field<InvocationSource>,
    /// How the customer gave their input.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub input_mode: Field<InputMode>,
    /// The MIME type of the response to the customer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub response_content_type: Field<String>,
    /// Names the session; chosen by the caller of the runtime API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_id: Field<String>,
    /// The whole utterance.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub input_transcript: Field<String>,
    /// Which of the bot's responses called the hook.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub invocation_label: Field<String>,
    /// The bot.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bot: Field<Bot>,
    /// What Lex takes the input for, best first.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub interpretations: Field<Vec<Field<Interpretation>>>,
    /// What Lex would do next without the hook.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub proposed_next_state: Field<Map<String, Value>>,
    /// What the caller of the runtime API sent along with this request.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub request_attributes: Field<Map<String, Value>>,
    /// The state of the conversation.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_state: Field<SessionState>,
    /// What Lex heard: an n-best list.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub transcriptions: Field<Vec<Field<Transcription>>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `bot`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Bot {
    /// Its id.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub id: Field<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Its locale, such as `pt_BR`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub locale_id: Field<String>,
    /// Its version: a number, or `DRAFT`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub version: Field<String>,
    /// The id of the alias that was called.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub alias_id: Field<String>,
    /// The name of that alias.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub alias_name: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One entry of `interpretations`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Interpretation {
    /// The intent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub intent: Field<Intent>,
    /// How sure Lex is of it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub nlu_confidence: Field<Confidence>,
    /// Who took the input for this: `Lex` or `Bedrock`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub interpretation_source: Field<String>,
    /// Members not documented here, `sentimentResponse` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A confidence, in every form in which it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Confidence {
    /// A number.
    Number(Number),
    /// A number in quotes.
    Text(String),
    /// An object around a number, as the runtime API has it.
    Score {
        /// The number.
        score: Number,
        /// Members not documented.
        #[serde(flatten)]
        other: Map<String, Value>,
    },
}

/// One entry of `transcriptions`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Transcription {
    /// The words.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub transcription: Field<String>,
    /// How sure Lex is of them.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub transcription_confidence: Field<Confidence>,
    /// `{intent}`: the intent that they would mean.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolved_context: Field<Map<String, Value>>,
    /// The slots that they would fill.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolved_slots: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Confidence {
    /// The confidence, 0 to 1; none where it is no number or out of range.
    pub fn value(&self) -> Option<f32> {
        let number = match self {
            Self::Number(number) | Self::Score { score: number, .. } => number.as_f64(),
            Self::Text(text) => text.trim().parse().ok(),
        }?;
        (0.0..=1.0).contains(&number).then_some(number as f32)
    }
}

impl Event {
    /// Reads a body.
    ///
    /// # Errors
    /// Where it is no JSON object with a `sessionState` object; Lex V1 and Connect are told apart. Everything
    /// else is borne.
    pub fn parse(body: &[u8]) -> Result<Self, BadRequest> {
        Self::of(wire::object(body)?)
    }

    /// The same of a body that has been read as JSON already.
    ///
    /// # Errors
    /// The same.
    pub fn of(map: Map<String, Value>) -> Result<Self, BadRequest> {
        let is_object = |name: &str| map.get(name).is_some_and(Value::is_object);
        if !is_object("sessionState") {
            return Err(
                if is_object("currentIntent") || map.contains_key("outputDialogMode") {
                    BadRequest::LexV1
                } else if map
                    .get("Details")
                    .is_some_and(|details| details.get("ContactData").is_some())
                {
                    BadRequest::ConnectContactFlow
                } else {
                    BadRequest::NoSessionState
                },
            );
        }
        serde_json::from_value(Value::Object(map)).map_err(|error| BadRequest::NotJson(error.to_string()))
    }

    /// The intent that Lex has settled on.
    pub fn intent(&self) -> Option<&Intent> {
        self.session_state.known()?.intent.known()
    }

    /// How sure Lex is of the intent of this name.
    pub fn confidence_in(&self, intent: &str) -> Option<f32> {
        let of_intent = |interpretation: &&Interpretation| {
            interpretation
                .intent
                .known()
                .and_then(|intent| intent.name.text())
                == Some(intent)
        };
        let interpretations = self.interpretations.known()?;
        let interpretation = interpretations.iter().filter_map(Field::known).find(of_intent)?;
        interpretation.nlu_confidence.known()?.value()
    }

    /// The language of the bot, where it is one that we speak.
    pub fn language(&self) -> Option<Language> {
        Language::of_locale(self.bot.known()?.locale_id.text()?)
    }
}
