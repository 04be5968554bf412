//! `comanda interpret`: the offline interpreter by itself.

use std::io::{stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;

use crate::interpreter::kit::interpret_lines;

/// Interprets JSON lines from standard input by the menu in a JSON file.
pub(super) fn run(menu: &Path) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(menu).with_context(|| menu.display().to_string())?;
    interpret_lines(&text, stdin().lock(), stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}
