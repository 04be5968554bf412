//! Alexa custom skills: their requests and responses, and the way from one to a turn and from a reply to the other.
//!
//! The wire types follow the [request and response reference]; what each request type gets is one table, in
//! [`RequestType::due`].
//!
//! [request and response reference]: https://developer.amazon.com/docs/custom-skills/request-and-response-json-reference.html

mod accounts;
mod address;
mod api;
mod can_fulfill;
mod dialog;
mod envelope;
mod from_reply;
mod intent;
mod lwa;
pub mod manifest;
pub mod model;
pub mod phrases;
mod proactive;
mod profiles;
pub mod progress;
mod request;
mod request_type;
mod response;
mod screen;
pub mod signature;
mod skill_event;
mod ssml;
mod to_turn;

pub use accounts::{Accounts, BadPool, BadToken};
pub use api::{AlexaApi, ApiError, BadEndpoint};
pub use envelope::{Application, Context, Device, Envelope, Person, Session, System, User};
pub use from_reply::from_reply;
pub use intent::{
    ConfirmationStatus, DialogState, Intent, Resolution, ResolutionStatus, Resolutions, ResolvedValue,
    ResolvedValueWrapper, Slot, SlotValue, SlotValueKind, StatusCode,
};
pub use lwa::Credentials;
pub use proactive::{Delivery, ProactiveEvents, Region, Stage};
pub use profiles::AlexaProfiles;
pub use request::{
    ConnectionsResponse, ConnectionsStatus, Detail, ErrorDetail, IntentRequest, LaunchRequest, Request,
    SessionEndedReason, SessionEndedRequest, SessionResumedRequest, SystemException, Task, UserEvent,
};
pub use request_type::{Due, RequestType};
pub use response::{
    CanFulfill, CanFulfillIntent, CanFulfillSlot, Card, CardKind, OutputSpeech, Reprompt, Response,
    ResponseEnvelope, SpeechKind,
};
pub use ssml::Ssml;
pub use to_turn::{Incoming, check_application, to_turn};

#[cfg(test)]
pub(crate) mod properties;
#[cfg(test)]
mod reply_tests;
#[cfg(test)]
pub(crate) mod stub;
#[cfg(test)]
mod tests;
