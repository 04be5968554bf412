//! Rehearsals: talks between customer and shop as plain text, played against a menu on a machine in memory, on virtual
//! time, and compared line by line with what was written down.
//!
//! [`script`] says what a talk looks like; `state` puts the draft or the order into one line; a [`Speaker`] carries the
//! customer's lines over a channel. Whatever plays a talk does it within [`on_virtual_time`].

mod reached;
mod real_time;
mod regular;
pub mod script;
mod speaker;
mod state;

use std::future::Future;
use std::time::Duration;

use jiff::civil::DateTime;

use super::Database;
use super::machine::{LocalMachine, StartError};
use super::simulation::Pace;
use crate::app::records::open_tickets;
use crate::app::{Clock, IdSource, Interpreters, StoreError, WriteError, only_offline};
use crate::order::Menu;
use crate::workflow::StepError;
use crate::workflow::tickets::{Answer, Answered, answer};

pub use reached::{Apart, Reached, reached};
pub use real_time::in_real_time;
pub use script::{Command, Input, Line, Script, ScriptFault, Step};
pub use speaker::{Said, Speaker, Terminal};
pub use state::state_of;

/// When a talk begins that does not say when, in the shop's own time: a Friday at half past twelve.
pub const BEGINS: DateTime = DateTime::constant(2026, 11, 20, 12, 30, 0, 0);
/// How long a talk rests after each line, in virtual time: what runs beside it comes to rest.
const REST: Duration = Duration::from_secs(1);
/// The minutes that a kitchen needs which accepts without saying how many.
const USUAL_MINUTES: u32 = 25;

/// Why a talk could not be played to its end.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// The machine does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A write to it.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A step.
    #[error(transparent)]
    Step(#[from] StepError),
    /// A line asks for what cannot be done there.
    #[error("line {line}: {why}")]
    Impossible {
        /// Its number, from 1.
        line: usize,
        /// Why.
        why: String,
    },
}

/// Runs something on virtual time: the runtime's clock stands still while there is work and jumps to the next timer when
/// there is none. The engine's waits and the store's thread belong to this runtime and end with it.
///
/// # Errors
/// [`std::io::Error`] if there can be no runtime.
pub fn on_virtual_time<T>(run: impl Future<Output = T>) -> std::io::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()?;
    Ok(runtime.block_on(run))
}

/// A machine for one talk: in memory, with nobody simulated, at the talk's own time.
///
/// # Errors
/// [`StartError`].
pub async fn machine(menu: Menu, script: &Script) -> Result<LocalMachine, StartError> {
    machine_with(menu, script, only_offline()).await
}

/// The same with somebody else to understand what is said.
///
/// # Errors
/// [`StartError`].
pub async fn machine_with(
    menu: Menu,
    script: &Script,
    interpreters: Interpreters,
) -> Result<LocalMachine, StartError> {
    let begins = script.begins().unwrap_or(BEGINS);
    // A time that a change of clocks leaves out is the one after it.
    let begins = menu.shop.time_zone.to_timestamp(begins).unwrap_or_default();
    let clock = Clock::starting_at(begins);
    let database = Database::in_memory()?;
    LocalMachine::over(
        database,
        menu,
        clock,
        IdSource::counted(),
        Pace::Manual,
        None,
        interpreters,
    )
    .await
}

/// Plays a talk: its customer's lines and commands, with what the shop says to them now.
///
/// # Errors
/// [`PlayError`].
pub async fn play(
    machine: &LocalMachine,
    speaker: &mut dyn Speaker,
    script: &Script,
) -> Result<Script, PlayError> {
    let mut steps = Vec::with_capacity(script.steps.len());
    play_into(machine, speaker, script, &mut steps).await?;
    Ok(Script { steps })
}

/// The same for whoever wants to have what was played also where it ends early.
///
/// # Errors
/// [`PlayError`].
pub async fn play_into(
    machine: &LocalMachine,
    speaker: &mut dyn Speaker,
    script: &Script,
    played: &mut Vec<Step>,
) -> Result<(), PlayError> {
    let mut talk = Talk {
        machine,
        speaker,
        heard: 0,
        state: state::NOTHING.to_owned(),
    };
    for step in &script.steps {
        let lines = talk.take(step).await?;
        played.push(Step {
            number: step.number,
            input: step.input.clone(),
            lines,
        });
    }
    Ok(())
}

/// A talk under way.
struct Talk<'a> {
    machine: &'a LocalMachine,
    speaker: &'a mut dyn Speaker,
    /// The last announcement that was heard.
    heard: u64,
    /// The state that was written down last.
    state: String,
}

impl Talk<'_> {
    /// Takes one step and returns what comes of it.
    async fn take(&mut self, step: &Step) -> Result<Vec<Line>, PlayError> {
        let said = match &step.input {
            Input::Remark(_) => return Ok(Vec::new()),
            Input::Customer(words) | Input::Uncarried(words) => Some(Said::Words(words)),
            Input::Command(command) => self.command(step.number, command).await?,
        };
        let mut lines = Vec::new();
        if let Some(said) = said {
            lines.push(Line::Shop(self.speaker.say(&self.machine.app, said).await));
        }
        tokio::time::sleep(REST).await;
        let customer = self.speaker.customer().clone();
        for (number, announced) in self.machine.news.after(&customer, self.heard) {
            self.heard = number;
            lines.push(Line::Announced(announced.text));
        }
        let state = state_of(&self.machine.app, &customer).await?;
        if state != self.state {
            self.state.clone_from(&state);
            lines.push(Line::State(state));
        }
        Ok(lines)
    }

    /// Carries out a command; what is to be said to the shop, if that is what it is.
    async fn command(&mut self, line: usize, command: &Command) -> Result<Option<Said<'static>>, PlayError> {
        match command {
            Command::Answer { .. } => self.answer(line, command).await?,
            Command::Wait(time) => tokio::time::sleep(*time).await,
            Command::Voice { known } => self.speaker.voice(*known),
            Command::Regular {
                postal_code,
                number,
                complement,
            } => {
                let kept = regular::kept(&self.machine.app.menu(), postal_code, number, complement);
                let kept = kept.ok_or_else(|| PlayError::Impossible {
                    line,
                    why: "the shop knows no street of this postal code".to_owned(),
                })?;
                regular::seed(&self.machine.app, self.speaker.customer(), kept).await?;
            }
            // The machine began then.
            Command::At(_) => {}
            Command::Launch => return Ok(Some(Said::Launch)),
            Command::Silence => return Ok(Some(Said::Silence)),
            Command::Noise => return Ok(Some(Said::Noise)),
            Command::Keys(keys) => return Ok(Some(Said::Keys(keys.clone()))),
        }
        Ok(None)
    }

    async fn answer(&self, line: usize, command: &Command) -> Result<(), PlayError> {
        let Command::Answer { kind, yes, minutes } = command else {
            return Ok(());
        };
        let app = &self.machine.app;
        let given = if *yes {
            let minutes = Some(minutes.unwrap_or(USUAL_MINUTES));
            Answer::Yes { minutes }
        } else {
            Answer::No
        };
        let impossible = |why: &str| PlayError::Impossible {
            line,
            why: format!("{why} `{}`", kind.name()),
        };
        let tickets = open_tickets(app).await?;
        let ticket = tickets.iter().find(|ticket| ticket.kind == *kind);
        let ticket = ticket.ok_or_else(|| impossible("nobody waits for"))?;
        match answer(app, &ticket.order, *kind, given).await? {
            Answered::Now => Ok(()),
            Answered::TooLate => Err(impossible("it is too late for")),
        }
    }
}

#[cfg(test)]
mod tests;
