//! An execution: the snapshot, and the events it takes.
//!
//! A snapshot is complete: after loading it, deliver [`Execution::open_tasks`] again, arm
//! [`Execution::open_timers`] again, and go on. It holds the seed of the task tokens; keep it private.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::definition::{Definition, MachineType};
use super::entropy::Entropy;
use super::error::Failure;
use super::event::{Event, Outcome, Refused, Start, Step, TaskCall, TaskId, TimerId};
use super::frame::{Frame, FrameId, OpenTask, Timer};
use super::limits::{self, MAX_EXPRESS_SECONDS, MAX_STANDARD_SECONDS};
use super::run::{self, Run};

/// A running or ended execution of a [`Definition`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Execution {
    pub(crate) identity: Identity,
    pub(crate) entropy: Entropy,
    /// The latest time seen; it never runs backwards.
    pub(crate) clock: Timestamp,
    /// The execution's own timer.
    pub(crate) deadline: Timer,
    /// Events written so far, and ids given out so far.
    pub(crate) events: u64,
    pub(crate) tasks: u64,
    pub(crate) timers: u64,
    pub(crate) threads: u64,
    pub(crate) frames: BTreeMap<FrameId, Frame>,
    pub(crate) outcome: Option<Outcome>,
}

/// What `$states.context` says of the execution throughout.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) machine_type: MachineType,
    pub(crate) name: String,
    pub(crate) execution_arn: String,
    pub(crate) state_machine_arn: String,
    pub(crate) state_machine_name: String,
    pub(crate) role_arn: String,
    pub(crate) input: Value,
    pub(crate) started: Timestamp,
}

impl Execution {
    /// Starts an execution and runs it until it waits for something or ends.
    ///
    /// # Errors
    /// [`Refused::InputTooLarge`] only.
    pub fn start(definition: &Definition, start: Start) -> Result<(Self, Step), Refused> {
        let Start {
            name,
            execution_arn,
            state_machine_arn,
            state_machine_name,
            role_arn,
            input,
            now,
            seed,
        } = start;
        if !limits::is_payload(&input) {
            return Err(Refused::InputTooLarge);
        }
        let machine_type = definition.machine_type;
        let deadline = Timer {
            id: TimerId(0),
            at: run::later(now, 1000 * lifetime_seconds(definition)),
        };
        let mut execution = Self {
            identity: Identity {
                machine_type,
                name,
                execution_arn,
                state_machine_arn,
                state_machine_name,
                role_arn,
                input,
                started: now,
            },
            entropy: Entropy::new(seed),
            clock: now,
            deadline,
            events: 0,
            tasks: 0,
            timers: 0,
            threads: 0,
            frames: BTreeMap::new(),
            outcome: None,
        };
        let mut run = Run::new(definition, &mut execution);
        run.begin();
        let step = run.finish();
        Ok((execution, step))
    }

    /// Takes one event and runs until the execution waits again or ends.
    ///
    /// # Errors
    /// Nothing has changed then: the event came late, twice, or for something that is not open.
    pub fn apply(&mut self, definition: &Definition, event: Event, now: Timestamp) -> Result<Step, Refused> {
        if self.outcome.is_some() {
            return Err(Refused::Ended);
        }
        let target = self.target(&event, now)?;
        if !run::fits(definition, self) {
            return Err(Refused::WrongDefinition);
        }
        self.clock = self.clock.max(now);
        let mut run = Run::new(definition, self);
        match (target, event) {
            (Target::Deadline, _) => run.end(Outcome::TimedOut),
            (Target::Timer(frame, timer), _) => run.timer_fired(frame, timer),
            (Target::Task(frame), event) => answer(&mut run, frame, event),
        }
        run.drive();
        Ok(run.finish())
    }

    /// The calls that have not been answered, to be delivered again after a crash.
    #[must_use]
    pub fn open_tasks(&self) -> Vec<TaskCall> {
        let open = self.frames.values().filter_map(Frame::task);
        // A submitted task's request was accepted: only its outcome is still to come.
        let mut calls: Vec<_> = open
            .filter(|task| !task.submitted)
            .map(|task| task.call.clone())
            .collect();
        calls.sort_by_key(|call| call.task);
        calls
    }

    /// The timers that are set, to be armed again after a crash.
    #[must_use]
    pub fn open_timers(&self) -> Vec<(TimerId, Timestamp)> {
        if self.outcome.is_some() {
            return Vec::new();
        }
        let set = self.frames.values().flat_map(Frame::timers);
        std::iter::once(self.deadline)
            .chain(set)
            .map(|timer| (timer.id, timer.at))
            .collect()
    }

    /// How it ended, once it has.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// What an event is about, or why it is refused. Changes nothing.
    fn target(&self, event: &Event, now: Timestamp) -> Result<Target, Refused> {
        match event {
            Event::TaskSubmitted { task, .. } => {
                let (frame, open) = self.task(*task)?;
                if open.submitted || !open.has_submission {
                    return Err(Refused::NotToBeSubmitted(*task));
                }
                Ok(Target::Task(frame))
            }
            Event::TaskSucceeded { task, .. } => match self.task(*task)? {
                (_, open) if open.call.token.is_some() => Err(Refused::NeedsToken(*task)),
                (frame, _) => Ok(Target::Task(frame)),
            },
            Event::TaskFailed { task, .. } => match self.task(*task)? {
                (_, open) if open.submitted && open.call.token.is_some() => Err(Refused::NeedsToken(*task)),
                (frame, _) => Ok(Target::Task(frame)),
            },
            Event::TokenSucceeded { token, .. }
            | Event::TokenFailed { token, .. }
            | Event::TokenHeartbeat { token } => self.token(token).map(Target::Task),
            Event::TimerFired { timer } => self.timer(*timer, now),
        }
    }

    fn task(&self, id: TaskId) -> Result<(FrameId, &OpenTask), Refused> {
        let mut open = self
            .frames
            .iter()
            .filter_map(|(frame, it)| Some((*frame, it.task()?)));
        open.find(|(_, task)| task.call.task == id)
            .ok_or(Refused::UnknownTask(id))
    }

    fn token(&self, token: &str) -> Result<FrameId, Refused> {
        let holds = |frame: &Frame| {
            frame
                .task()
                .is_some_and(|task| task.call.token.as_deref() == Some(token))
        };
        let found = self.frames.iter().find(|(_, frame)| holds(frame));
        found.map(|(id, _)| *id).ok_or(Refused::UnknownToken)
    }

    fn timer(&self, id: TimerId, now: Timestamp) -> Result<Target, Refused> {
        let set = self.frames.iter().flat_map(|(frame, it)| {
            it.timers()
                .into_iter()
                .map(|timer| (Target::Timer(*frame, timer), timer))
        });
        let mut all = std::iter::once((Target::Deadline, self.deadline)).chain(set);
        let (target, timer) = all
            .find(|(_, timer)| timer.id == id)
            .ok_or(Refused::UnknownTimer(id))?;
        if now.max(self.clock) < timer.at {
            return Err(Refused::TooEarly {
                timer: id,
                at: timer.at,
            });
        }
        Ok(target)
    }
}

/// What an accepted event is about.
#[derive(Clone, Copy)]
enum Target {
    Task(FrameId),
    Timer(FrameId, Timer),
    Deadline,
}

fn answer(run: &mut Run<'_>, frame: FrameId, event: Event) {
    match event {
        Event::TaskSubmitted { output, .. } => run.task_submitted(frame, &output),
        Event::TaskSucceeded { output, .. } | Event::TokenSucceeded { output, .. } => {
            run.task_succeeded(frame, &output);
        }
        Event::TaskFailed { error, cause, .. } | Event::TokenFailed { error, cause, .. } => {
            run.task_failed(frame, &Failure::reported(error, cause));
        }
        Event::TokenHeartbeat { .. } => run.heartbeat(frame),
        Event::TimerFired { .. } => {}
    }
}

/// How long an execution may last, in seconds.
fn lifetime_seconds(definition: &Definition) -> u64 {
    let most = match definition.machine_type {
        MachineType::Standard => MAX_STANDARD_SECONDS,
        MachineType::Express => MAX_EXPRESS_SECONDS,
    };
    definition
        .timeout_seconds
        .map_or(most, |seconds| seconds.min(most))
}
