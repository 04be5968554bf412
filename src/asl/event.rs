//! What goes into the engine and what comes out of it, all plain data.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::history::HistoryEvent;

/// What an execution is started with.
#[derive(Clone)]
pub struct Start {
    /// The execution's name, `$states.context.Execution.Name`.
    pub name: String,
    /// The execution's ARN, `$states.context.Execution.Id`.
    pub execution_arn: String,
    /// The state machine's ARN, `$states.context.StateMachine.Id`.
    pub state_machine_arn: String,
    /// The state machine's name, `$states.context.StateMachine.Name`.
    pub state_machine_name: String,
    /// The role's ARN, `$states.context.Execution.RoleArn`.
    pub role_arn: String,
    /// The input, at most 262,144 bytes as JSON.
    pub input: Value,
    /// The time of the start.
    pub now: Timestamp,
    /// Where task tokens, `$uuid()`, `$random()` and jitter come from. A host fills it from the operating
    /// system's randomness, which makes tokens unguessable; a test gives a constant, which makes them repeat.
    pub seed: [u8; 32],
}

/// A task call's number, unique within its execution and the same when it is delivered again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskId(pub u64);

/// A timer's number, unique within its execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TimerId(pub u64);

/// Without the input and the seed: the one may be personal, the other is secret.
impl fmt::Debug for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Start")
            .field("execution_arn", &self.execution_arn)
            .finish_non_exhaustive()
    }
}

/// What happened outside.
#[derive(Clone, PartialEq)]
pub enum Event {
    /// The request of a `.sync` or `.waitForTaskToken` task was accepted; its outcome comes later.
    TaskSubmitted {
        /// Which call.
        task: TaskId,
        /// What the request returned.
        output: Value,
    },
    /// A call returned, or the job of a `.sync` task ended well.
    TaskSucceeded {
        /// Which call.
        task: TaskId,
        /// The full result of the integration.
        output: Value,
    },
    /// A call failed, or the job of a `.sync` task did.
    TaskFailed {
        /// Which call.
        task: TaskId,
        /// The error's name, for `ErrorEquals`.
        error: Option<String>,
        /// Its explanation.
        cause: Option<String>,
    },
    /// `SendTaskSuccess`.
    TokenSucceeded {
        /// The task token.
        token: String,
        /// The task's result.
        output: Value,
    },
    /// `SendTaskFailure`.
    TokenFailed {
        /// The task token.
        token: String,
        /// The error's name, for `ErrorEquals`.
        error: Option<String>,
        /// Its explanation.
        cause: Option<String>,
    },
    /// `SendTaskHeartbeat`.
    TokenHeartbeat {
        /// The task token.
        token: String,
    },
    /// A timer's time has come.
    TimerFired {
        /// Which timer.
        timer: TimerId,
    },
}

/// Without data and tokens: the one may be personal, the others are secret.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TaskSubmitted { task, .. } => write!(f, "TaskSubmitted({})", task.0),
            Self::TaskSucceeded { task, .. } => write!(f, "TaskSucceeded({})", task.0),
            Self::TaskFailed { task, error, .. } => write!(f, "TaskFailed({}, {error:?})", task.0),
            Self::TokenSucceeded { .. } => write!(f, "TokenSucceeded"),
            Self::TokenFailed { error, .. } => write!(f, "TokenFailed({error:?})"),
            Self::TokenHeartbeat { .. } => write!(f, "TokenHeartbeat"),
            Self::TimerFired { timer } => write!(f, "TimerFired({})", timer.0),
        }
    }
}

/// Why an event changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The execution has ended.
    #[error("the execution has ended")]
    Ended,
    /// No open call has this number: it was answered before, timed out, or belongs to an aborted branch.
    #[error("no open task {}", .0.0)]
    UnknownTask(TaskId),
    /// No open call has this token: it was answered before, timed out, or never existed.
    #[error("no open task has this token")]
    UnknownToken,
    /// No such timer is set any more.
    #[error("no timer {} is set", .0.0)]
    UnknownTimer(TimerId),
    /// The timer is set for later.
    #[error("timer {} is set for {at}", .timer.0)]
    TooEarly {
        /// The timer.
        timer: TimerId,
        /// When it is to fire.
        at: Timestamp,
    },
    /// A submission for a task that has none, or that was submitted before.
    #[error("task {} is not to be submitted", .0.0)]
    NotToBeSubmitted(TaskId),
    /// A `.waitForTaskToken` task succeeds through its token only, and fails so too once it was submitted.
    #[error("task {} is answered through its token", .0.0)]
    NeedsToken(TaskId),
    /// The input of an execution exceeds 262,144 bytes or is nested too deeply.
    #[error("the input is too large")]
    InputTooLarge,
    /// The snapshot does not fit the definition it was applied with.
    #[error("the snapshot does not fit the definition")]
    WrongDefinition,
}

/// One call of a task's resource. Delivered again after a crash it is the same in every field.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskCall {
    /// Its number within the execution.
    pub task: TaskId,
    /// The state's name.
    pub state: String,
    /// The state's `Resource`.
    pub resource: String,
    /// What to send: `Arguments`, or the state's input where it has none.
    pub arguments: Value,
    /// The evaluated `Credentials`, where the state has them.
    pub credentials: Option<Value>,
    /// The task token, for `.waitForTaskToken`.
    pub token: Option<String>,
    /// How often the state was tried before: 0 at first.
    pub attempt: u64,
    /// The branch and iteration numbers around the state, outermost first; the attempt is no part of it.
    pub scope: Vec<u64>,
}

/// Without data, credentials and token: the one may be personal, the others are secret.
impl fmt::Debug for TaskCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskCall")
            .field("task", &self.task)
            .field("state", &self.state)
            .field("resource", &self.resource)
            .field("attempt", &self.attempt)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

/// What the host has to do, in this order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Call a task's resource and report what comes of it.
    CallTask(TaskCall),
    /// Report [`Event::TimerFired`] at or after this time.
    SetTimer {
        /// The timer.
        timer: TimerId,
        /// When.
        at: Timestamp,
    },
    /// The timer is not needed any more; firing it would be refused.
    CancelTimer {
        /// The timer.
        timer: TimerId,
    },
    /// The execution has ended. Always the last effect.
    Finished(Outcome),
}

/// How an execution ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// With this output.
    Succeeded {
        /// The last state's output.
        output: Value,
    },
    /// With an error that nothing caught, or in a Fail state.
    Failed {
        /// The error's name.
        error: Option<String>,
        /// Its explanation.
        cause: Option<String>,
    },
    /// The execution's own `TimeoutSeconds`, or the longest an execution of its type may last, ran out.
    TimedOut,
}

/// What one event led to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// To carry out, in order.
    pub effects: Vec<Effect>,
    /// To append to the journal.
    pub history: Vec<HistoryEvent>,
}
