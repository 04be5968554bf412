//! The `comanda` command: settings, log, run.

use std::io::{IsTerminal, Write, stderr};
use std::process::ExitCode;

use clap::Parser;
use comanda::local::commands::{Cli, ConnectClaude};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("COMANDA_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal())
        .init();
    Cli::parse().run(claude()).unwrap_or_else(|error| {
        // Where even this cannot be written, the exit code still says it.
        drop(writeln!(stderr(), "comanda: {error:#}"));
        ExitCode::FAILURE
    })
}

/// Claude, which this program was built with.
#[cfg(feature = "bedrock")]
fn claude() -> Option<ConnectClaude> {
    Some(|wanted, tally| {
        Box::pin(async {
            let config = comanda::bedrock::client::of_this_machine().await?;
            Ok(comanda::bedrock::interpreters(wanted, &config, tally)?)
        })
    })
}

/// This program was built without Claude.
#[cfg(not(feature = "bedrock"))]
fn claude() -> Option<ConnectClaude> {
    None
}
