//! A state machine after checking: every transition leads somewhere, every expression has been parsed.
//!
//! Only [`super::parse`] makes these types, so the engine may rely on what it checked. Field names follow
//! the Amazon States Language, <https://states-language.net/>.

use std::collections::BTreeMap;

use serde_json::Value;

use super::expression::Expression;
use super::fault::{Fault, FaultCode};
use super::parse;
use super::template::Template;

/// The two kinds of executions that Step Functions knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum MachineType {
    /// Durable, up to a year, may wait for task tokens.
    Standard,
    /// At most five minutes, without `.waitForTaskToken` and `.sync`.
    Express,
}

/// A checked state machine. `Send` and `Sync`, so that one copy serves every execution.
#[derive(Debug)]
pub struct Definition {
    pub(crate) machine_type: MachineType,
    pub(crate) timeout_seconds: Option<u64>,
    pub(crate) root: States,
}

impl Definition {
    /// Checks a definition as `CreateStateMachine` does.
    ///
    /// # Errors
    /// All faults at once, each with its place. [`Fault::is_unsupported`] tells what AWS would accept and
    /// this engine does not run (JSONPath states, distributed maps) from what AWS refuses.
    pub fn parse(definition: &Value, machine_type: MachineType) -> Result<Self, Vec<Fault>> {
        parse::machine(definition, machine_type)
    }

    /// Reads and checks the text of a definition, as an `.asl.json` file holds it.
    ///
    /// # Errors
    /// As [`Definition::parse`]; a text that is no JSON is one fault.
    pub fn from_json(text: &str, machine_type: MachineType) -> Result<Self, Vec<Fault>> {
        match serde_json::from_str(text) {
            Ok(definition) => Self::parse(&definition, machine_type),
            Err(error) => Err(vec![Fault {
                code: FaultCode::InvalidJsonDescription,
                path: String::new(),
                message: error.to_string(),
            }]),
        }
    }

    /// Standard or Express, as given to [`Definition::parse`].
    #[must_use]
    pub fn machine_type(&self) -> MachineType {
        self.machine_type
    }
}

/// The states of a machine, of a branch or of an item processor: one scope of names and variables.
#[derive(Debug)]
pub(crate) struct States {
    pub(crate) start_at: String,
    pub(crate) states: BTreeMap<String, State>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) kind: StateKind,
    pub(crate) after: After,
    /// Where to go when the state is done; `None` ends the scope.
    pub(crate) next: Option<String>,
}

/// What a state does with its result: new variables and its output.
#[derive(Debug, Default)]
pub(crate) struct After {
    pub(crate) assign: Option<Vec<(String, Template)>>,
    pub(crate) output: Option<Template>,
}

#[derive(Debug)]
pub(crate) enum StateKind {
    Task(Box<TaskState>),
    Pass,
    Choice(ChoiceState),
    Wait(WaitState),
    Parallel(ParallelState),
    Map(Box<MapState>),
    Succeed,
    Fail(FailState),
}

impl StateKind {
    /// `Retry` and `Catch`, for the types that may have them.
    pub(crate) fn rescue(&self) -> Option<&Rescue> {
        match self {
            Self::Task(task) => Some(&task.rescue),
            Self::Parallel(parallel) => Some(&parallel.rescue),
            Self::Map(map) => Some(&map.rescue),
            Self::Pass | Self::Choice(_) | Self::Wait(_) | Self::Succeed | Self::Fail(_) => None,
        }
    }
}

/// A value written out, or an expression for it.
#[derive(Debug)]
pub(crate) enum Given<T> {
    Literal(T),
    Expression(Expression),
}

#[derive(Debug)]
pub(crate) struct TaskState {
    pub(crate) resource: String,
    pub(crate) integration: Integration,
    pub(crate) arguments: Option<Template>,
    pub(crate) credentials: Option<Template>,
    pub(crate) timeout_seconds: Option<Given<u64>>,
    pub(crate) heartbeat_seconds: Option<Given<u64>>,
    pub(crate) rescue: Rescue,
}

/// How a task is answered, from the form of its `Resource`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Integration {
    /// A bare Lambda function ARN: the payload goes in and comes out as it is.
    Lambda,
    /// `arn:aws:states:::service:action`: done when the call returns.
    RequestResponse,
    /// `.sync` and `.sync:2`: the call returns first, the job ends later.
    Sync,
    /// `.waitForTaskToken`: the call returns first, whoever holds the token answers later.
    Callback,
}

#[derive(Debug)]
pub(crate) struct ChoiceState {
    pub(crate) rules: Vec<ChoiceRule>,
    pub(crate) default: Option<String>,
}

#[derive(Debug)]
pub(crate) struct ChoiceRule {
    pub(crate) condition: Given<bool>,
    pub(crate) after: After,
    pub(crate) next: String,
}

#[derive(Debug)]
pub(crate) enum WaitState {
    Seconds(Given<u64>),
    Timestamp(Given<jiff::Timestamp>),
}

#[derive(Debug)]
pub(crate) struct ParallelState {
    pub(crate) arguments: Option<Template>,
    pub(crate) branches: Vec<States>,
    pub(crate) rescue: Rescue,
}

#[derive(Debug)]
pub(crate) struct MapState {
    pub(crate) items: Option<Template>,
    pub(crate) item_selector: Option<Template>,
    pub(crate) max_concurrency: Option<Given<u64>>,
    /// Evaluated for its type, as AWS does; an inline map tolerates no failure.
    pub(crate) tolerated: Vec<(&'static str, Expression)>,
    pub(crate) processor: States,
    pub(crate) rescue: Rescue,
}

#[derive(Debug)]
pub(crate) struct FailState {
    pub(crate) error: Option<Given<String>>,
    pub(crate) cause: Option<Given<String>>,
}

/// A state's `Retry` and `Catch`.
#[derive(Debug, Default)]
pub(crate) struct Rescue {
    pub(crate) retriers: Vec<Retrier>,
    pub(crate) catchers: Vec<Catcher>,
}

#[derive(Debug)]
pub(crate) struct Retrier {
    pub(crate) error_equals: Vec<String>,
    pub(crate) interval_seconds: u64,
    pub(crate) max_attempts: u64,
    pub(crate) backoff_rate: f64,
    pub(crate) max_delay_seconds: Option<u64>,
    pub(crate) full_jitter: bool,
}

#[derive(Debug)]
pub(crate) struct Catcher {
    pub(crate) error_equals: Vec<String>,
    pub(crate) after: After,
    pub(crate) next: String,
}
