//! Why a body gets no answer in its platform's format, in words that its sender can act on.

use super::MOST_BODY_BYTES;

/// A body that is refused; [`BadRequest::status`] is the HTTP status that goes with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRequest {
    /// There is no body.
    #[error("the body is empty; send the platform's request as JSON")]
    Empty,
    /// The body is longer than any genuine request.
    #[error("the body is longer than {MOST_BODY_BYTES} bytes")]
    TooLong,
    /// The body is not JSON; the text says where it stops being so.
    #[error("the body is not JSON: {0}")]
    NotJson(String),
    /// The body is JSON, but not an object.
    #[error("the body is JSON, but not an object")]
    NotAnObject,
    /// Nothing in it tells which platform's it is.
    #[error(
        "this is neither an Alexa request (`request`) nor a Lex V2 event (`sessionState`) nor a flow's (`Details`)"
    )]
    UnknownFormat,
    /// No Alexa request envelope: there is no `request` object in it.
    #[error(
        "this is no Alexa request envelope: it has no `request` object (the inner request alone is not enough)"
    )]
    NoRequest,
    /// An envelope whose request does not say what it is.
    #[error("the request has no `type`")]
    NoRequestType,
    /// Nothing in it says whom to answer.
    #[error("the request names neither a user nor a session, so there is nobody to answer")]
    Nobody,
    /// It is meant for another skill, or from another instance of Amazon Connect.
    #[error("the request is for another application than the one configured here")]
    OtherApplication,
    /// No Lex V2 event: there is no `sessionState` object in it.
    #[error("this is no Lex V2 event: it has no `sessionState` object")]
    NoSessionState,
    /// An event of Lex V1, whose format has little in common with that of V2.
    #[error("this is a Lex V1 event; move the bot to Lex V2 and send its events here")]
    LexV1,
    /// An event of an Amazon Connect flow's own Lambda block where a Lex event belongs, or one without a contact.
    #[error("this is an Amazon Connect flow's event, and either not for here or without a contact's id")]
    ConnectContactFlow,
}

impl BadRequest {
    /// The HTTP status: 400, 403 or 413.
    pub fn status(&self) -> u16 {
        match self {
            Self::TooLong => 413,
            Self::OtherApplication => 403,
            Self::Empty
            | Self::NotJson(_)
            | Self::NotAnObject
            | Self::UnknownFormat
            | Self::NoRequest
            | Self::NoRequestType
            | Self::Nobody
            | Self::NoSessionState
            | Self::LexV1
            | Self::ConnectContactFlow => 400,
        }
    }
}
