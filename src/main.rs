//! The `comanda` command: settings, log, run.

use std::io::{IsTerminal, Write, stderr};
use std::process::ExitCode;

use clap::Parser;
use comanda::local::commands::Cli;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("COMANDA_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal())
        .init();
    Cli::parse().run().unwrap_or_else(|error| {
        // Where even this cannot be written, the exit code still says it.
        drop(writeln!(stderr(), "comanda: {error:#}"));
        ExitCode::FAILURE
    })
}
