//! What happened: the `request` object, by its type.
//!
//! Defined in the [request types reference]. Types that we have no use for keep their members as they came.
//!
//! [request types reference]: https://developer.amazon.com/docs/custom-skills/request-types-reference.html

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::intent::{DialogState, Intent};
use super::request_type::{Due, RequestType};
use crate::channel::wire::open_enum;
use crate::channel::{Field, TextOrNumber};

/// `request`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Flat", into = "Flat")]
pub struct Request {
    /// Its type.
    pub request_type: RequestType,
    /// Names the request.
    pub request_id: Field<String>,
    /// When Alexa sent it: ISO 8601 by the documentation, and other things in real traffic.
    pub timestamp: Field<TextOrNumber>,
    /// The locale, such as `en-US`.
    pub locale: Field<String>,
    /// What only this type has.
    pub detail: Detail,
}

/// What only one type of request has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// Of `LaunchRequest`.
    Launch(LaunchRequest),
    /// Of `IntentRequest` and `CanFulfillIntentRequest`.
    Intent(IntentRequest),
    /// Of `SessionEndedRequest`.
    SessionEnded(SessionEndedRequest),
    /// Of `SessionResumedRequest`.
    SessionResumed(SessionResumedRequest),
    /// Of `Connections.Response`.
    Connections(ConnectionsResponse),
    /// Of `Alexa.Presentation.APL.UserEvent`.
    UserEvent(UserEvent),
    /// Of `System.ExceptionEncountered`.
    Exception(SystemException),
    /// Of any other type.
    Other(Map<String, Value>),
}

/// `LaunchRequest`: the skill was opened without a wish.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaunchRequest {
    /// The task that another skill or a quick link opened it for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub task: Field<Task>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A task of a skill connection.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Task {
    /// Its name, with the skill's id before it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Its version.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub version: Field<TextOrNumber>,
    /// Its input, in the task's own shape.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub input: Field<Value>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `IntentRequest`, and `CanFulfillIntentRequest`, which asks about an intent without carrying it out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct IntentRequest {
    /// The intent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub intent: Field<Intent>,
    /// How far the dialogue has come, for intents with a dialog model.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub dialog_state: Field<DialogState>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// Why a session ended, `reason`.
    SessionEndedReason {
        /// The customer said so.
        UserInitiated = "USER_INITIATED",
        /// Something failed; `error` says what.
        Error = "ERROR",
        /// The customer did not answer, or not with anything that was understood.
        ExceededMaxReprompts = "EXCEEDED_MAX_REPROMPTS",
    }
}

/// `SessionEndedRequest`: the session is over, and nothing can be said any more.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionEndedRequest {
    /// Why.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub reason: Field<SessionEndedReason>,
    /// What failed.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub error: Field<ErrorDetail>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `error` of several request types.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorDetail {
    /// Its type, such as `INVALID_RESPONSE`.
    #[serde(rename = "type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<String>,
    /// What it says.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub message: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `SessionResumedRequest`: a task that the skill had started is over, and the session goes on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionResumedRequest {
    /// How the task ended: `{type, token, status, result}`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cause: Field<ConnectionsResponse>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `Connections.Response`, and the `cause` of a resumed session: how something that was handed over has ended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionsResponse {
    /// What was asked for, such as `AskFor`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Whether it could be carried out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub status: Field<ConnectionsStatus>,
    /// What came of it, in a response.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub payload: Field<Value>,
    /// What came of it, in a cause.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub result: Field<Value>,
    /// The skill's own mark.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub token: Field<String>,
    /// Members not documented here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `status` of a connection: an HTTP status in the documentation's words, sent as text and as a number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionsStatus {
    /// The code, such as 200.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub code: Field<TextOrNumber>,
    /// What it means.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub message: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `Alexa.Presentation.APL.UserEvent`, defined in the [APL interface]: something on a screen was touched.
///
/// [APL interface]: https://developer.amazon.com/docs/alexa-presentation-language/apl-interface.html#userevent-request
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserEvent {
    /// The document's token.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub token: Field<String>,
    /// What the document sends along, of any type.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub arguments: Field<Vec<Value>>,
    /// What was touched.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub source: Field<Value>,
    /// The values of the components asked for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub components: Field<Value>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `System.ExceptionEncountered`: a response of ours could not be used.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SystemException {
    /// What was wrong with it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub error: Field<ErrorDetail>,
    /// `{requestId}`: the request that it answered.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cause: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The request as it stands on the wire, before its type decides what the rest means.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Flat {
    #[serde(rename = "type")]
    request_type: RequestType,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    request_id: Field<String>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    timestamp: Field<TextOrNumber>,
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    locale: Field<String>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

impl Request {
    /// What this request gets: what its type does, but that the answer to a question for consent by voice is one of
    /// the types that come back to us.
    pub fn due(&self) -> Due {
        match &self.detail {
            Detail::Connections(response) if response.name.text() == Some("AskFor") => Due::Consent,
            _ => self.request_type.due(),
        }
    }
}

impl TryFrom<Flat> for Request {
    type Error = serde_json::Error;

    fn try_from(flat: Flat) -> Result<Self, Self::Error> {
        let Flat {
            request_type,
            request_id,
            timestamp,
            locale,
            rest,
        } = flat;
        let detail = match &request_type {
            RequestType::Launch => Detail::Launch(read(rest)?),
            RequestType::Intent | RequestType::CanFulfillIntent => Detail::Intent(read(rest)?),
            RequestType::SessionEnded => Detail::SessionEnded(read(rest)?),
            RequestType::SessionResumed => Detail::SessionResumed(read(rest)?),
            RequestType::ConnectionsResponse => Detail::Connections(read(rest)?),
            RequestType::UserEvent(_) => Detail::UserEvent(read(rest)?),
            RequestType::ExceptionEncountered => Detail::Exception(read(rest)?),
            RequestType::InterfaceEvent(_)
            | RequestType::Notification(_)
            | RequestType::AccountEvent(_)
            | RequestType::Unknown(_) => Detail::Other(rest),
        };
        Ok(Self {
            request_type,
            request_id,
            timestamp,
            locale,
            detail,
        })
    }
}

impl From<Request> for Flat {
    fn from(request: Request) -> Self {
        let Request {
            request_type,
            request_id,
            timestamp,
            locale,
            detail,
        } = request;
        let rest = match serde_json::to_value(detail) {
            Ok(Value::Object(map)) => map,
            // Every detail is a struct of fields or a map, so there is nothing else that it could become.
            _ => Map::new(),
        };
        Self {
            request_type,
            request_id,
            timestamp,
            locale,
            rest,
        }
    }
}

fn read<T: DeserializeOwned>(rest: Map<String, Value>) -> Result<T, serde_json::Error> {
    serde_json::from_value(Value::Object(rest))
}
