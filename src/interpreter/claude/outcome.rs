//! What a call to Claude came to, named by what to do next. Foreign stop reasons and error codes are told apart by whoever
//! made the call; here each has its one consequence. Nothing of what was sent or said is in a [`Why`].

use std::fmt;
use std::time::Duration;

use serde_json::Value;

/// What to do after a call.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Use the answer: the input of the tool, a JSON object that nobody has checked yet.
    Use {
        /// The tool's input.
        input: Value,
    },
    /// Read this turn offline. The next may be asked again.
    FallBack(Why),
    /// Read this turn offline and leave the service alone for a while.
    Rest(Why),
    /// Read this turn offline and tell the operator: asking again will not help before something is set right.
    Mend(Why),
}

impl Outcome {
    /// The one consequence of a failed call.
    pub fn of(why: Why) -> Self {
        match why {
            Why::Late
            | Why::Internal
            | Why::ModelError
            | Why::ModelTimeout
            | Why::Unreadable
            | Why::MalformedModelOutput
            | Why::MalformedToolUse
            | Why::NoToolUse
            | Why::OtherTool
            | Why::SeveralToolUses
            | Why::InputNotAnObject
            | Why::MaxTokens
            | Why::StopSequence
            | Why::ContextExceeded
            | Why::GuardrailIntervened
            | Why::ContentFiltered
            | Why::Refused
            | Why::UnknownStop(_)
            | Why::UnknownError { passing: true, .. } => Self::FallBack(why),
            Why::Throttled | Why::Unavailable | Why::ModelNotReady | Why::NotReached => Self::Rest(why),
            Why::Invalid
            | Why::Unsendable
            | Why::AccessDenied
            | Why::NoCredentials
            | Why::ExpiredCredentials
            | Why::BadCredentials
            | Why::NoSuchModel
            | Why::NeedsProfile
            | Why::UnknownError { passing: false, .. } => Self::Mend(why),
        }
    }

    /// Why the answer is not used; none where it is.
    pub fn why(&self) -> Option<&Why> {
        match self {
            Self::Use { .. } => None,
            Self::FallBack(why) | Self::Rest(why) | Self::Mend(why) => Some(why),
        }
    }

    /// A short name for logs and metrics: `use`, or that of [`Why`].
    pub fn name(&self) -> &'static str {
        self.why().map_or("use", Why::name)
    }
}

/// Why an answer cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The time for it was over, and the call was dropped.
    #[error("no answer in time")]
    Late,
    /// The service could not be reached, or the connection broke.
    #[error("the service was not reached")]
    NotReached,
    /// An answer that is not of the service's form.
    #[error("an answer that cannot be read")]
    Unreadable,
    /// The request could not be made: what is configured does not fit the service's form.
    #[error("the request cannot be made: look at the model id, the region and the guardrail")]
    Unsendable,
    /// Too many requests or tokens for the account's quota.
    #[error("throttled: the account's quota for this model is used up")]
    Throttled,
    /// The service is not available.
    #[error("the service is unavailable")]
    Unavailable,
    /// An error within the service.
    #[error("an error within the service")]
    Internal,
    /// The model failed on this request.
    #[error("the model failed on the request")]
    ModelError,
    /// The model took longer than the service gives it.
    #[error("the model took too long for the service")]
    ModelTimeout,
    /// The model is still being made ready.
    #[error("the model is not ready")]
    ModelNotReady,
    /// The service refuses the request's form: the model takes something else than the table says, or the guardrail is not there.
    #[error("the service refuses the request's form: model and guardrail do not fit what is sent")]
    Invalid,
    /// The credentials may not call this model.
    #[error(
        "access denied: allow bedrock:InvokeModel for the model and its inference profile, and grant the account access to it"
    )]
    AccessDenied,
    /// There are no credentials.
    #[error("no AWS credentials were found")]
    NoCredentials,
    /// The credentials are out of date.
    #[error("the AWS credentials have expired")]
    ExpiredCredentials,
    /// The credentials or their signature are not known to the service.
    #[error("the AWS credentials are not valid; or this machine's clock is wrong")]
    BadCredentials,
    /// The model is not there: misspelt, of another region, or at the end of its life.
    #[error("no such model in this region, or no longer")]
    NoSuchModel,
    /// The model is there, but only behind an inference profile.
    #[error("the model is only served through an inference profile: put us., eu. or global. before its id")]
    NeedsProfile,
    /// The model's output was of no form.
    #[error("malformed model output")]
    MalformedModelOutput,
    /// The model's use of the tool was of no form.
    #[error("malformed tool use")]
    MalformedToolUse,
    /// The answer does not use the tool.
    #[error("the answer does not use the tool")]
    NoToolUse,
    /// The answer uses a tool that was not offered.
    #[error("the answer uses a tool that was not offered")]
    OtherTool,
    /// The answer uses the tool more than once: taking one of them would lose the rest.
    #[error("the answer uses the tool more than once")]
    SeveralToolUses,
    /// The tool's input is no JSON object.
    #[error("the tool's input is no JSON object")]
    InputNotAnObject,
    /// The answer is cut at the most tokens it may have.
    #[error("the answer is cut at its most tokens")]
    MaxTokens,
    /// The answer is cut at a stop sequence, of which none was sent.
    #[error("the answer is cut at a stop sequence")]
    StopSequence,
    /// Request and answer are longer than the model's window.
    #[error("longer than the model's context window")]
    ContextExceeded,
    /// The guardrail stepped in.
    #[error("the guardrail stepped in")]
    GuardrailIntervened,
    /// The service's filter stepped in.
    #[error("the content was filtered")]
    ContentFiltered,
    /// The model's own safeguards declined.
    #[error("the model refused")]
    Refused,
    /// A stop reason that is not known.
    #[error("stopped for a reason that is not known: {0}")]
    UnknownStop(Code),
    /// An error that is not known.
    #[error("an error that is not known: {code}")]
    UnknownError {
        /// The service's code.
        code: Code,
        /// Whether it may pass by itself, going by its status.
        passing: bool,
    },
}

impl Why {
    /// A short name for logs and metrics.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::NotReached => "not_reached",
            Self::Unreadable => "unreadable",
            Self::Unsendable => "unsendable",
            Self::Throttled => "throttled",
            Self::Unavailable => "unavailable",
            Self::Internal => "internal",
            Self::ModelError => "model_error",
            Self::ModelTimeout => "model_timeout",
            Self::ModelNotReady => "model_not_ready",
            Self::Invalid => "invalid",
            Self::AccessDenied => "access_denied",
            Self::NoCredentials => "no_credentials",
            Self::ExpiredCredentials => "expired_credentials",
            Self::BadCredentials => "bad_credentials",
            Self::NoSuchModel => "no_such_model",
            Self::NeedsProfile => "needs_profile",
            Self::MalformedModelOutput => "malformed_model_output",
            Self::MalformedToolUse => "malformed_tool_use",
            Self::NoToolUse => "no_tool_use",
            Self::OtherTool => "other_tool",
            Self::SeveralToolUses => "several_tool_uses",
            Self::InputNotAnObject => "input_not_an_object",
            Self::MaxTokens => "max_tokens",
            Self::StopSequence => "stop_sequence",
            Self::ContextExceeded => "context_exceeded",
            Self::GuardrailIntervened => "guardrail_intervened",
            Self::ContentFiltered => "content_filtered",
            Self::Refused => "refused",
            Self::UnknownStop(_) => "unknown_stop",
            Self::UnknownError { .. } => "unknown_error",
        }
    }
}

/// A foreign code that is carried along: letters, digits and `.:_-` only, at most 64 of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The most characters.
    pub const LONGEST: usize = 64;

    /// What of a text can be in a code.
    pub fn of(text: &str) -> Self {
        let is_of_a_code = |c: &char| c.is_ascii_alphanumeric() || ".:_-".contains(*c);
        Self(text.chars().filter(is_of_a_code).take(Self::LONGEST).collect())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The tokens of a call, as the service counts them for its bill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Read anew: neither from the cache nor into it.
    pub input: u64,
    /// Written by the model, its thinking included.
    pub output: u64,
    /// Read from the cache.
    pub cache_read: u64,
    /// Read anew and put into the cache.
    pub cache_written: u64,
}

/// A call that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// What to do next.
    pub outcome: Outcome,
    /// What it used; none where the service did not say, as of a call that was dropped.
    pub usage: Option<Usage>,
    /// How long it took.
    pub took: Duration,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_has_one_consequence() {
        let unknown = |passing| Why::UnknownError {
            code: Code::of("New"),
            passing,
        };
        let check = |why: Why, expected: fn(Why) -> Outcome| {
            assert_eq!(Outcome::of(why.clone()), expected(why));
        };
        check(Why::Late, Outcome::FallBack);
        check(Why::UnknownStop(Code::of("tired")), Outcome::FallBack);
        check(unknown(true), Outcome::FallBack);
        check(Why::Throttled, Outcome::Rest);
        check(Why::NotReached, Outcome::Rest);
        check(Why::AccessDenied, Outcome::Mend);
        check(unknown(false), Outcome::Mend);
    }

    #[test]
    fn an_unknown_code_is_carried_along_and_bounded() {
        assert_eq!(
            Outcome::of(Why::UnknownStop(Code::of("tired"))).name(),
            "unknown_stop"
        );
        assert_eq!(Code::of("Said by\n\"Ana\"").as_str(), "SaidbyAna");
        assert_eq!(Code::of(&"x".repeat(300)).as_str().len(), Code::LONGEST);
        assert_eq!(Outcome::Use { input: Value::Null }.name(), "use");
    }
}
