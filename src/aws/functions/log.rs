//! The log of a function: one JSON object a line, with the invocation's request and trace ids and the order's id in its
//! `span`.

use std::panic;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::aws::settings::{BadSetting, Environment, log_filter};

/// The runtime says of every failed invocation what we have said within the invocation's span.
const SAID_TWICE: &str = "lambda_runtime::layers::panic";

/// Starts logging as the environment says; `info` where that cannot be read.
///
/// # Errors
/// [`BadSetting`], which is logged.
pub fn start(environment: Environment) -> Result<(), BadSetting> {
    let (filter, faulty) = match log_filter(environment) {
        Ok(filter) => (filter, None),
        Err(error) => (Targets::new().with_default(LevelFilter::INFO), Some(error)),
    };
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false);
    // A second start, as tests make it, keeps the first.
    drop(
        tracing_subscriber::registry()
            .with(filter.with_target(SAID_TWICE, LevelFilter::OFF))
            .with(lines)
            .try_init(),
    );
    panic::set_hook(Box::new(|info| {
        // What a panic says may quote what a customer said.
        let place = info
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()))
            .unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
    faulty.map_or(Ok(()), Err)
}
