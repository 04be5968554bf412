//! The four Lambda functions: what each does with an event, over the same [`App`](crate::app::App) as one machine.
//!
//! The binaries under `src/bin/` read settings, build clients and the app, and hand events to these.

pub mod announce;
mod app;
pub mod batch;
mod failure;
mod invocation;
pub mod log;
pub mod metrics;
pub mod staff;
pub mod tasks;
mod understanding;
pub mod voice;

pub use app::{NoVoice, app};
pub use failure::Failure;
pub use invocation::{Invocation, serve};
pub use understanding::interpreters;

use std::process::ExitCode;

use super::settings::Environment;

/// Starts the log, then the function; what it cannot start with is logged, and its process ends.
pub async fn run(function: impl AsyncFnOnce(Environment) -> Result<(), lambda_runtime::Error>) -> ExitCode {
    let environment = Environment::of_process();
    let started = match log::start(environment) {
        Ok(()) => function(environment).await,
        Err(error) => Err(error.into()),
    };
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "function.not_started");
            ExitCode::FAILURE
        }
    }
}
