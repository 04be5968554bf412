//! The log of a function: one JSON object a line, with the invocation's request and trace ids and the order's id in its
//! `span`. Beside it, whatever its level, go the lines of what is measured.

use std::io::Write as _;
use std::{io, panic};

use serde_json::Value;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::metrics::Metrics;
use crate::app::Clock;
use crate::aws::settings::{BadSetting, Environment, log_filter, metrics_namespace};

/// The most that others may log, whatever is asked for: beyond it AWS's crates log whole requests and answers, with
/// tokens, words and addresses in them.
const MOST_OF_OTHERS: LevelFilter = LevelFilter::INFO;
/// Whose log is our own.
const OURS: &str = "comanda";

/// The runtime says of every failed invocation what we have said within the invocation's span.
const SAID_TWICE: &str = "lambda_runtime::layers::panic";

/// The filter with everybody else's targets held to what holds nothing of a customer's.
fn nothing_personal(asked: &Targets) -> Targets {
    let held = |level: LevelFilter| level.min(MOST_OF_OTHERS);
    let default = asked.default_level().unwrap_or(LevelFilter::INFO);
    let targets = asked.iter().map(|(target, level)| {
        let ours = target == OURS || target.starts_with("comanda::");
        (target.to_owned(), if ours { level } else { held(level) })
    });
    let ours = asked
        .iter()
        .all(|(target, _)| target != OURS)
        .then(|| (OURS.to_owned(), default));
    targets
        .chain(ours)
        .collect::<Targets>()
        .with_default(held(default))
        .with_target(SAID_TWICE, LevelFilter::OFF)
}

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
        .with_span_list(false)
        .with_filter(nothing_personal(&filter));
    let namespace = metrics_namespace(environment);
    let faulty = faulty.or_else(|| namespace.as_ref().err().cloned());
    let measured = namespace.ok().flatten().map(|namespace| {
        Metrics::new(namespace, Clock::System, write_line)
            .with_filter(Targets::new().with_target(OURS, LevelFilter::INFO))
    });
    // A second start, as tests make it, keeps the first.
    drop(
        tracing_subscriber::registry()
            .with(lines)
            .with(measured)
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

/// A line that cannot be written is lost: nobody is left to be told.
fn write_line(record: &Value) {
    drop(writeln!(io::stdout().lock(), "{record}"));
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;

    #[test]
    fn nobody_elses_requests_are_logged_however_much_is_asked_for() {
        let check = |asked: &str, target: &str, level: Level, expected: bool| {
            let filter = nothing_personal(&asked.parse().unwrap());
            assert_eq!(
                filter.would_enable(target, &level),
                expected,
                "{asked} {target} {level}"
            );
        };
        check(
            "trace",
            "lambda_runtime::layers::api_response",
            Level::TRACE,
            false,
        );
        check(
            "trace",
            "aws_smithy_runtime::client::orchestrator",
            Level::DEBUG,
            false,
        );
        check(
            "info,aws_smithy_runtime=trace",
            "aws_smithy_runtime::client::orchestrator",
            Level::TRACE,
            false,
        );
        check("trace", "hyper_util::client", Level::INFO, true);
        check("trace", "comanda::conversation", Level::TRACE, true);
        check(
            "info,comanda::workflow=debug",
            "comanda::workflow::stock",
            Level::DEBUG,
            true,
        );
        check(
            "info,comanda::workflow=debug",
            "comanda::conversation",
            Level::DEBUG,
            false,
        );
        check("error", "hyper_util::client", Level::INFO, false);
        check("info", "lambda_runtime::layers::panic", Level::ERROR, false);
    }
}
