//! Why a call failed: the service's code, or where it has none its status, and for three of its refusals its message.
//! Messages may quote what was sent, so none is carried on.

use std::error::Error;

use aws_sdk_bedrockruntime::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_bedrockruntime::operation::converse::ConverseError;
use aws_smithy_runtime_api::client::result::DispatchFailure;

use crate::interpreter::claude::outcome::{Code, Why};

/// Why this call failed.
pub(super) fn why(error: &SdkError<ConverseError>) -> Why {
    match error {
        SdkError::TimeoutError(_) => Why::Late,
        SdkError::ResponseError(_) => Why::Unreadable,
        SdkError::ConstructionFailure(_) => Why::Unsendable,
        SdkError::DispatchFailure(failure) if failure.is_timeout() => Why::Late,
        SdkError::DispatchFailure(failure) if failure.is_other() && !is_of_http(failure) => {
            Why::NoCredentials
        }
        SdkError::DispatchFailure(_) => Why::NotReached,
        SdkError::ServiceError(refusal) => {
            let (status, refusal) = (refusal.raw().status().as_u16(), refusal.err());
            refused(refusal.code(), status, refusal.message().unwrap_or_default())
        }
        // The SDK keeps the right to new ways of failing.
        _ => Why::NotReached,
    }
}

/// Whether HTTP failed, rather than what comes before it: finding credentials and signing.
fn is_of_http(failure: &DispatchFailure) -> bool {
    let first = failure.as_connector_error().and_then(Error::source);
    let mut causes = std::iter::successors(first, |cause: &&(dyn Error + 'static)| (*cause).source());
    causes.any(|cause| cause.is::<hyper::Error>() || cause.is::<hyper_util::client::legacy::Error>())
}

fn refused(code: Option<&str>, status: u16, message: &str) -> Why {
    match code.filter(|code| !code.is_empty()) {
        Some(code) => by_code(code, status, message),
        None => by_status(status, message),
    }
}

fn by_code(code: &str, status: u16, message: &str) -> Why {
    match code {
        "ThrottlingException"
        | "Throttling"
        | "TooManyRequestsException"
        | "RequestLimitExceeded"
        | "ServiceQuotaExceededException" => Why::Throttled,
        "ServiceUnavailableException" | "ServiceUnavailable" => Why::Unavailable,
        "InternalServerException" | "InternalFailure" | "InternalServerError" => Why::Internal,
        "ModelErrorException" | "ModelStreamErrorException" => Why::ModelError,
        "ModelTimeoutException" => Why::ModelTimeout,
        "ModelNotReadyException" => Why::ModelNotReady,
        "ValidationException" | "ValidationError" | "SerializationException" => invalid(message),
        "ResourceNotFoundException" => Why::NoSuchModel,
        "AccessDeniedException" | "AccessDenied" | "NotAuthorized" | "OptInRequired" => Why::AccessDenied,
        "ExpiredTokenException" | "ExpiredToken" => Why::ExpiredCredentials,
        "MissingAuthenticationTokenException" | "MissingAuthenticationToken" => Why::NoCredentials,
        "UnrecognizedClientException"
        | "InvalidClientTokenId"
        | "InvalidSignatureException"
        | "SignatureDoesNotMatch"
        | "IncompleteSignature"
        | "IncompleteSignatureException"
        | "RequestExpired" => Why::BadCredentials,
        other => Why::UnknownError {
            code: Code::of(other),
            passing: status == 429 || status >= 500,
        },
    }
}

/// Some refusals, and those of whatever stands before the service, have no code.
fn by_status(status: u16, message: &str) -> Why {
    match status {
        // Not refused at all, and still not read.
        200..=299 => Why::Unreadable,
        400 | 413 | 422 => invalid(message),
        401 => Why::BadCredentials,
        403 => Why::AccessDenied,
        404 => Why::NoSuchModel,
        408 => Why::ModelTimeout,
        424 => Why::ModelError,
        429 => Why::Throttled,
        500 => Why::Internal,
        502..=504 => Why::Unavailable,
        _ => Why::UnknownError {
            code: Code::of(&format!("HTTP-{status}")),
            passing: status >= 500,
        },
    }
}

/// A refused form says only in words what is wrong with it.
fn invalid(message: &str) -> Why {
    let message = message.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|words| message.contains(words));
    if says(&["model identifier is invalid"]) {
        Why::NoSuchModel
    } else if says(&["on-demand throughput"]) {
        Why::NeedsProfile
    } else if says(&["is too long", "context window", "context limit"]) {
        Why::ContextExceeded
    } else {
        Why::Invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_comes_to_its_code_else_to_its_status() {
        let check = |code, status, expected| assert_eq!(refused(code, status, ""), expected);
        let unknown = |code: &str, passing| Why::UnknownError {
            code: Code::of(code),
            passing,
        };
        check(Some("ThrottlingException"), 429, Why::Throttled);
        check(Some("ServiceQuotaExceededException"), 400, Why::Throttled);
        check(Some("ServiceUnavailableException"), 503, Why::Unavailable);
        check(Some("ModelNotReadyException"), 429, Why::ModelNotReady);
        check(Some("AccessDeniedException"), 403, Why::AccessDenied);
        check(Some("ExpiredTokenException"), 403, Why::ExpiredCredentials);
        check(Some("UnrecognizedClientException"), 403, Why::BadCredentials);
        check(Some("NewException"), 400, unknown("NewException", false));
        check(Some("NewException"), 503, unknown("NewException", true));
        check(None, 200, Why::Unreadable);
        check(Some(""), 400, Why::Invalid);
        check(None, 429, Why::Throttled);
        check(None, 502, Why::Unavailable);
        check(None, 302, unknown("HTTP-302", false));
        check(None, 599, unknown("HTTP-599", true));
    }

    #[test]
    fn three_refused_forms_are_told_by_their_words() {
        let check = |message, expected| {
            assert_eq!(refused(Some("ValidationException"), 400, message), expected);
        };
        check("The provided model identifier is invalid.", Why::NoSuchModel);
        check(
            "Invocation of model ID x with on-demand throughput isn't supported.",
            Why::NeedsProfile,
        );
        check("Input is too long for requested model.", Why::ContextExceeded);
        check(
            "tools.0.custom.strict: Extra inputs are not permitted",
            Why::Invalid,
        );
    }
}
