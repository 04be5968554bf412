//! `comanda asl`: the engine by itself.

use std::io::{Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;

use crate::asl::{Definition, MachineType, run_lines};

/// Runs scripted executions from standard input.
pub(super) fn run() -> anyhow::Result<ExitCode> {
    run_lines(stdin().lock(), stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}

/// Lists a definition's faults, one a line. Fails where there is one.
pub(super) fn check(file: &Path, express: bool) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let definition =
        serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))?;
    let machine_type = if express {
        MachineType::Express
    } else {
        MachineType::Standard
    };
    match Definition::parse(&definition, machine_type) {
        Ok(_) => {
            writeln!(stdout(), "{}: no faults", file.display())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            for fault in faults {
                writeln!(stdout(), "{fault}")?;
            }
            Ok(ExitCode::FAILURE)
        }
    }
}
