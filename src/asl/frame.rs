//! One thread of control within an execution: the machine itself, a branch or an iteration, and what its
//! current state waits for. Everything here is part of the snapshot.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::event::{TaskCall, TimerId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct FrameId(pub(crate) u64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frame {
    /// The frame whose Parallel or Map state this one is a branch or iteration of.
    pub(crate) parent: Option<FrameId>,
    /// Which branch or iteration.
    pub(crate) index: u64,
    /// The item of an iteration, `$states.context.Map.Item.Value`.
    pub(crate) item: Option<Held>,
    /// Assigned in this scope; the parents' are seen through it.
    pub(crate) variables: Map<String, Value>,
    /// The length of their values as JSON, kept so that it need not be measured again.
    pub(crate) variables_bytes: usize,
    /// The current state.
    pub(crate) visit: Visit,
}

/// The current state, and how it is getting on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Visit {
    pub(crate) state: String,
    pub(crate) input: Value,
    /// The history event with which it was entered.
    pub(crate) entered: u64,
    pub(crate) entered_at: Timestamp,
    /// How often each retrier was used, in the order of `Retry`.
    pub(crate) retries: Vec<u64>,
    pub(crate) activity: Activity,
}

impl Visit {
    pub(crate) fn retry_count(&self) -> u64 {
        self.retries.iter().sum()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Activity {
    /// To be run within the current step; no snapshot holds it.
    Starting,
    /// A task was called.
    Task(Box<OpenTask>),
    /// A Wait state.
    Waiting(Timer),
    /// The delay before a retry.
    BackingOff(Timer),
    /// Parallel or Map: its branches are frames of their own.
    Branching(Branching),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct OpenTask {
    pub(crate) call: TaskCall,
    /// `.sync` and `.waitForTaskToken`: the call returns before the outcome.
    pub(crate) has_submission: bool,
    pub(crate) submitted: bool,
    pub(crate) timeout: Option<Timer>,
    pub(crate) heartbeat: Option<Heartbeat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Heartbeat {
    pub(crate) timer: Timer,
    pub(crate) seconds: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Timer {
    pub(crate) id: TimerId,
    pub(crate) at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Branching {
    /// What each branch starts with, taken out when it starts.
    pub(crate) waiting: VecDeque<Value>,
    /// The index of the first that waits.
    pub(crate) next: u64,
    /// How many may run at a time.
    pub(crate) concurrency: u64,
    /// Outputs of those that are done, by index.
    pub(crate) results: Vec<Option<Held>>,
}

/// A value that may be null beside one that may be absent: JSON alone can't tell `Some(Null)` from `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Held {
    pub(crate) value: Value,
}

impl Frame {
    /// The timers that the current state has set.
    pub(crate) fn timers(&self) -> Vec<Timer> {
        match &self.visit.activity {
            Activity::Starting | Activity::Branching(_) => Vec::new(),
            Activity::Waiting(timer) | Activity::BackingOff(timer) => vec![*timer],
            Activity::Task(task) => {
                let heartbeat = task.heartbeat.map(|heartbeat| heartbeat.timer);
                task.timeout.into_iter().chain(heartbeat).collect()
            }
        }
    }

    pub(crate) fn task(&self) -> Option<&OpenTask> {
        match &self.visit.activity {
            Activity::Task(task) => Some(task),
            Activity::Starting | Activity::Waiting(_) | Activity::BackingOff(_) | Activity::Branching(_) => {
                None
            }
        }
    }

    pub(crate) fn task_mut(&mut self) -> Option<&mut OpenTask> {
        match &mut self.visit.activity {
            Activity::Task(task) => Some(task),
            Activity::Starting | Activity::Waiting(_) | Activity::BackingOff(_) | Activity::Branching(_) => {
                None
            }
        }
    }
}

impl Branching {
    /// No branch has started yet.
    pub(crate) fn new(waiting: VecDeque<Value>, concurrency: u64) -> Self {
        let results = vec![None; waiting.len()];
        Self {
            waiting,
            next: 0,
            concurrency,
            results,
        }
    }
}
