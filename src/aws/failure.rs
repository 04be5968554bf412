//! What a failed call to an AWS service comes to: whether it may pass, and words that hold none of what was sent.
//!
//! A service's own message may quote the request, so only its error code is taken from it.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};

/// Codes that say "too much at once" or "not now", whatever status they come with.
const PASSING: [&str; 12] = [
    "InternalFailure",
    "InternalServerError",
    "KmsThrottlingException",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "ReplicatedWriteConflictException",
    "RequestLimitExceeded",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
    "TransactionConflictException",
    "TransactionInProgressException",
];
/// The most characters of a service's error code.
const LONGEST_CODE: usize = 64;

/// Why a call failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    /// The service's error code, or what happened on the way to it.
    pub(super) code: String,
    /// Whether the same call may succeed if it is made again.
    pub(super) passing: bool,
}

impl Failure {
    /// What a failed call of any operation comes to.
    pub(super) fn of<E: ProvideErrorMetadata>(error: &SdkError<E>) -> Self {
        let on_the_way = |code: &str, passing| Self {
            code: code.to_owned(),
            passing,
        };
        match error {
            SdkError::ConstructionFailure(_) => on_the_way("the request cannot be made", false),
            SdkError::TimeoutError(_) => on_the_way("no answer in time", true),
            SdkError::DispatchFailure(failure) => on_the_way("not reached", !failure.is_user()),
            SdkError::ResponseError(_) => on_the_way("an answer that cannot be read", true),
            SdkError::ServiceError(answer) => {
                Self::answered(answer.err().code(), answer.raw().status().as_u16())
            }
            // The SDK keeps the right to new ways of failing.
            _ => on_the_way("failed in a way that is not known", true),
        }
    }

    fn answered(code: Option<&str>, status: u16) -> Self {
        let is_of_a_code = |c: &char| c.is_ascii_alphanumeric() || ".:_-".contains(*c);
        let code: String = code
            .unwrap_or_default()
            .chars()
            .filter(is_of_a_code)
            .take(LONGEST_CODE)
            .collect();
        let passing = status == 429 || status >= 500 || PASSING.contains(&code.as_str());
        let code = if code.is_empty() {
            format!("HTTP status {status}")
        } else {
            code
        };
        Self { code, passing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_to_its_code_and_whether_it_may_pass() {
        let check = |code, status, expected: &str, passing| {
            let expected = Failure {
                code: expected.to_owned(),
                passing,
            };
            assert_eq!(Failure::answered(code, status), expected);
        };
        check(Some("ThrottlingException"), 400, "ThrottlingException", true);
        check(Some("InternalServerError"), 500, "InternalServerError", true);
        check(Some("Unheard.Of"), 503, "Unheard.Of", true);
        check(None, 502, "HTTP status 502", true);
        check(None, 429, "HTTP status 429", true);
        check(None, 403, "HTTP status 403", false);
        check(Some("AccessDeniedException"), 400, "AccessDeniedException", false);
        check(Some("Said by\n\"Ana\""), 400, "SaidbyAna", false);
        check(Some(&"x".repeat(300)), 400, &"x".repeat(LONGEST_CODE), false);
    }
}
