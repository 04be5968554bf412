//! How a function fails: under a name that state machines catch and people find, with a cause that holds nothing personal.

use lambda_runtime::Diagnostic;

use crate::announcement::NotTold;
use crate::app::StoreError;
use crate::aws::prompts::PromptError;
use crate::channel::BadRequest;
use crate::channel::connect::NoCall;
use crate::workflow::StepError;

/// Why an event was not dealt with. Lambda reports the name as the error's type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {cause}")]
pub struct Failure {
    /// The error's type.
    pub name: &'static str,
    /// What a person should know about it.
    pub cause: String,
}

impl Failure {
    /// An event that is none of those that a function knows.
    pub(super) fn unknown_event(cause: impl Into<String>) -> Self {
        Self {
            name: "Event.Unknown",
            cause: cause.into(),
        }
    }
}

impl From<StepError> for Failure {
    fn from(error: StepError) -> Self {
        let StepError { name, cause } = error;
        Self {
            name: name.as_str(),
            cause,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        StepError::from(error).into()
    }
}

impl From<NotTold> for Failure {
    fn from(error: NotTold) -> Self {
        let name = match error {
            NotTold::BeingTold => "Announcement.BeingTold",
            NotTold::NotNow => "Announcement.NotNow",
            NotTold::Store(error) => return error.into(),
        };
        Self {
            name,
            cause: error.to_string(),
        }
    }
}

impl From<PromptError> for Failure {
    fn from(error: PromptError) -> Self {
        Self {
            name: "Prompts.Unavailable",
            cause: error.to_string(),
        }
    }
}

impl From<NoCall> for Failure {
    fn from(error: NoCall) -> Self {
        match error {
            NoCall::Refused(error) => error.into(),
            NoCall::Store(error) => error.into(),
        }
    }
}

impl From<BadRequest> for Failure {
    fn from(error: BadRequest) -> Self {
        let name = match error {
            BadRequest::OtherApplication => "Request.OtherApplication",
            BadRequest::LexV1 => "Request.LexV1",
            BadRequest::Empty
            | BadRequest::TooLong
            | BadRequest::NotJson(_)
            | BadRequest::NotAnObject
            | BadRequest::UnknownFormat
            | BadRequest::NoRequest
            | BadRequest::NoRequestType
            | BadRequest::Nobody
            | BadRequest::NoSessionState
            | BadRequest::ConnectContactFlow => "Request.Invalid",
        };
        Self {
            name,
            cause: error.to_string(),
        }
    }
}

impl From<Failure> for Diagnostic {
    fn from(failure: Failure) -> Self {
        Self {
            error_type: failure.name.to_owned(),
            error_message: failure.cause,
        }
    }
}
