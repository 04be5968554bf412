//! The envelope of an Alexa request: the session, and what surrounds it.
//!
//! Defined in the [request format] of the request and response reference.
//!
//! [request format]: https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html#request-format

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::request::Request;
use crate::channel::{BadRequest, Field, wire};
use crate::order::Language;

/// A whole request body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    /// The version of the format, `1.0`.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub version: Field<String>,
    /// The session; absent from requests outside of one, such as those of players and account events.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub session: Field<Session>,
    /// The state of service and device.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub context: Field<Context>,
    /// What happened.
    pub request: Request,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `session`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Session {
    /// Whether this request opens the session.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub new: Field<bool>,
    /// Names the session.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_id: Field<String>,
    /// What the skill's last response kept; values are of any JSON type. Never a source of identity or price.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub attributes: Field<Map<String, Value>>,
    /// The skill it is meant for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub application: Field<Application>,
    /// The Amazon account.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub user: Field<User>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `context`. Its other members are named after interfaces: `AudioPlayer`, `Viewport`, `Geolocation`, and so on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Context {
    /// `System`: application, user, device.
    #[serde(rename = "System", skip_serializing_if = "Field::is_absent")]
    pub system: Field<System>,
    /// The states of interfaces, each under its own name.
    #[serde(flatten)]
    pub interfaces: Map<String, Value>,
}

/// `context.System`, defined under the [system object].
///
/// [system object]: https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html#system-object
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct System {
    /// The skill it is meant for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub application: Field<Application>,
    /// The Amazon account.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub user: Field<User>,
    /// The speaker, where Alexa recognised the voice.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub person: Field<Person>,
    /// The device.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub device: Field<Device>,
    /// The base address of Alexa's own APIs for this customer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub api_endpoint: Field<String>,
    /// A bearer token for those APIs. A secret.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub api_access_token: Field<String>,
    /// Members not documented here, `unit` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `application`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Application {
    /// The skill's id, `amzn1.ask.skill.…`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub application_id: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `user`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct User {
    /// The account's id for this skill; it changes when the skill is disabled and enabled again.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub user_id: Field<String>,
    /// The token of the linked account. A secret.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub access_token: Field<String>,
    /// What the customer has consented to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub permissions: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `context.System.person`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Person {
    /// The speaker's id for this skill.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub person_id: Field<String>,
    /// The token of the speaker's linked account. A secret.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub access_token: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `context.System.device`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Device {
    /// The device's id for this skill.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub device_id: Field<String>,
    /// The interfaces that it has, by name.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub supported_interfaces: Field<Map<String, Value>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Envelope {
    /// Reads a body.
    ///
    /// # Errors
    /// Where it is no JSON object with a `request` object that has a `type`; everything else is borne.
    pub fn parse(body: &[u8]) -> Result<Self, BadRequest> {
        Self::of(wire::object(body)?)
    }

    /// The same of a body that has been read as JSON already.
    ///
    /// # Errors
    /// The same.
    pub fn of(map: Map<String, Value>) -> Result<Self, BadRequest> {
        let request = map
            .get("request")
            .and_then(Value::as_object)
            .ok_or(BadRequest::NoRequest)?;
        match request.get("type").and_then(Value::as_str) {
            Some(text) if !text.trim().is_empty() => {}
            _ => return Err(BadRequest::NoRequestType),
        }
        serde_json::from_value(Value::Object(map)).map_err(|error| BadRequest::NotJson(error.to_string()))
    }

    /// The id of the skill that this is meant for.
    pub fn application_id(&self) -> Option<&str> {
        let in_context = self.system().and_then(|system| system.application.known());
        let in_session = self
            .session
            .known()
            .and_then(|session| session.application.known());
        [in_context, in_session]
            .into_iter()
            .flatten()
            .find_map(|application| application.application_id.text())
    }

    /// The id of the Amazon account, which a household shares.
    pub fn user_id(&self) -> Option<&str> {
        let in_context = self.system().and_then(|system| system.user.known());
        let in_session = self.session.known().and_then(|session| session.user.known());
        [in_context, in_session]
            .into_iter()
            .flatten()
            .find_map(|user| user.user_id.text())
    }

    /// The id of the speaker, where Alexa recognised the voice. Kept apart from the account's.
    pub fn person_id(&self) -> Option<&str> {
        self.system()?.person.known()?.person_id.text()
    }

    /// The id of the session.
    pub fn session_id(&self) -> Option<&str> {
        self.session.known()?.session_id.text()
    }

    /// Whether this request opens a session.
    pub fn is_new_session(&self) -> bool {
        self.session.known().and_then(|session| session.new.known()) == Some(&true)
    }

    /// The language of the request, where it is one that we speak.
    pub fn language(&self) -> Option<Language> {
        Language::of_locale(self.request.locale.text()?)
    }

    /// `context.System`.
    pub fn system(&self) -> Option<&System> {
        self.context.known()?.system.known()
    }
}
