//! Why a state failed, and which `ErrorEquals` that matches.

use serde_json::{Value, json};

pub(crate) const ALL: &str = "States.ALL";
pub(crate) const TASK_FAILED: &str = "States.TaskFailed";
pub(crate) const TIMEOUT: &str = "States.Timeout";
pub(crate) const HEARTBEAT_TIMEOUT: &str = "States.HeartbeatTimeout";
pub(crate) const RUNTIME: &str = "States.Runtime";
pub(crate) const DATA_LIMIT_EXCEEDED: &str = "States.DataLimitExceeded";
pub(crate) const QUERY_EVALUATION: &str = "States.QueryEvaluationError";
pub(crate) const NO_CHOICE_MATCHED: &str = "States.NoChoiceMatched";

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Failure {
    pub(crate) error: Option<String>,
    pub(crate) cause: Option<String>,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Origin {
    /// A task, a Fail state, an expression: anything a wildcard may match.
    Ordinary,
    /// A missed heartbeat is reported as `States.Timeout` and matches both names.
    Heartbeat,
    /// The engine's own limits: no wildcard matches them.
    Terminal,
}

impl Failure {
    pub(crate) fn reported(error: Option<String>, cause: Option<String>) -> Self {
        Self {
            error,
            cause,
            origin: Origin::Ordinary,
        }
    }

    pub(crate) fn named(error: &str, cause: impl Into<String>) -> Self {
        Self::reported(Some(error.to_owned()), Some(cause.into()))
    }

    pub(crate) fn terminal(error: &str, cause: impl Into<String>) -> Self {
        Self {
            origin: Origin::Terminal,
            ..Self::named(error, cause)
        }
    }

    pub(crate) fn timeout() -> Self {
        Self::reported(Some(TIMEOUT.to_owned()), None)
    }

    pub(crate) fn missed_heartbeat() -> Self {
        Self {
            origin: Origin::Heartbeat,
            ..Self::timeout()
        }
    }

    /// `$states.errorOutput`.
    pub(crate) fn output(&self) -> Value {
        json!({"Error": self.error, "Cause": self.cause})
    }

    /// Does one of these names match?
    pub(crate) fn is_any_of(&self, names: &[String]) -> bool {
        names.iter().any(|name| self.matches(name))
    }

    /// As documented, no wildcard matches `States.Runtime`, whoever reports it.
    fn may_be_wild(&self) -> bool {
        self.origin != Origin::Terminal && self.error.as_deref() != Some(RUNTIME)
    }

    fn matches(&self, name: &str) -> bool {
        let error = self.error.as_deref();
        match name {
            ALL => self.may_be_wild(),
            TASK_FAILED => self.may_be_wild() && error != Some(TIMEOUT),
            HEARTBEAT_TIMEOUT => self.origin == Origin::Heartbeat || error == Some(name),
            _ => error == Some(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_as_documented() {
        let task = Failure::named("Stove.Cold", "");
        let unnamed = Failure::reported(None, None);
        let timeout = Failure::timeout();
        let heartbeat = Failure::missed_heartbeat();
        let limit = Failure::terminal(DATA_LIMIT_EXCEEDED, "");
        let runtime = Failure::named(RUNTIME, "");
        let reported_limit = Failure::named(DATA_LIMIT_EXCEEDED, "");
        for (failure, name, expected) in [
            (&task, ALL, true),
            (&task, TASK_FAILED, true),
            (&task, "Stove.Cold", true),
            (&task, "stove.cold", false),
            (&task, "Stove", false),
            (&task, TIMEOUT, false),
            (&unnamed, ALL, true),
            (&unnamed, TASK_FAILED, true),
            (&unnamed, RUNTIME, false),
            (&timeout, ALL, true),
            (&timeout, TASK_FAILED, false),
            (&timeout, TIMEOUT, true),
            (&timeout, HEARTBEAT_TIMEOUT, false),
            (&heartbeat, TIMEOUT, true),
            (&heartbeat, HEARTBEAT_TIMEOUT, true),
            (&heartbeat, TASK_FAILED, false),
            (&limit, ALL, false),
            (&limit, TASK_FAILED, false),
            (&limit, DATA_LIMIT_EXCEEDED, true),
            (&reported_limit, ALL, true),
            (&runtime, ALL, false),
            (&runtime, TASK_FAILED, false),
            (&runtime, RUNTIME, true),
        ] {
            assert_eq!(
                failure.is_any_of(&[name.to_owned()]),
                expected,
                "{failure:?} against {name}"
            );
        }
    }
}
