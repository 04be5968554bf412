//! Amazon States Language with JSONata: check a definition, run it, keep its journal. Knows nothing of food.
//!
//! The engine does no I/O and reads no clock. A host gives it events and the time; it answers with effects
//! to carry out and history to keep. An [`Execution`] is its own snapshot: it holds every evaluated value
//! that is still needed, so a crash is survived by loading it again, and no expression is evaluated twice.

mod context;
mod definition;
mod entropy;
mod error;
mod evaluation;
mod event;
mod execution;
mod expression;
mod fault;
mod frame;
mod functions;
mod history;
mod limits;
mod number;
mod parse;
mod retry;
mod run;
pub mod scripted;
mod states;
mod template;
#[cfg(test)]
mod tests;

pub use definition::{Definition, MachineType};
pub use event::{Effect, Event, Outcome, Refused, Start, Step, TaskCall, TaskId, TimerId};
pub use execution::Execution;
pub use fault::{Fault, FaultCode};
pub use history::{EventType, HistoryEvent};
pub use scripted::run_lines;
