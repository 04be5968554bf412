//! The four Lambda functions: what each does with an event, over the same [`App`](crate::app::App) as one machine.
//!
//! The binaries under `src/bin/` read settings, build clients and the app, and hand events to these.

pub mod announce;
pub mod batch;
mod failure;
mod invocation;
pub mod log;
pub mod staff;
pub mod tasks;
pub mod voice;

pub use failure::Failure;
pub use invocation::{Invocation, serve};
