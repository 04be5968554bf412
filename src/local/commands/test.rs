//! `comanda test`: the talks beside a menu, played against it and compared with what is written.

use std::collections::BTreeSet;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::app::shop_files::menu_of;
use crate::local::rehearsal::script::Difference;
use crate::local::rehearsal::{Line, PlayError, Script, Terminal, machine, on_virtual_time, play};
use crate::order::{Language, Menu};

/// The folder of the talks within a menu folder; below it one folder a language.
pub(super) const TALKS: &str = "talks";
/// The most talks of a language.
const MOST_TALKS: usize = 10_000;

/// What is done with what the shop says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    /// Compared with what is written.
    Compare,
    /// Written in place of what is written.
    Update,
    /// Printed, and nothing else.
    Say,
}

/// Plays every talk. Fails where one differs, or where there is none.
pub(super) fn run(folder: &Path, talks_folder: Option<PathBuf>, doing: Doing) -> anyhow::Result<ExitCode> {
    let menu = menu_of(folder)?;
    let talks_folder = talks_folder.unwrap_or_else(|| folder.join(TALKS));
    let mut talks = 0;
    let mut failed = 0;
    for language in menu.shop.languages.clone() {
        let mut said = BTreeSet::new();
        if doing == Doing::Say {
            writeln!(stdout(), "# {language}")?;
        }
        for path in talks_of(&talks_folder, language)? {
            talks += 1;
            let fine = one(&menu, language, &path, doing, &mut said)?;
            failed += usize::from(!fine);
        }
    }
    if talks == 0 {
        bail!("there are no talks in {}", talks_folder.display());
    }
    match (doing, failed) {
        (Doing::Say, 0) => {}
        (Doing::Compare | Doing::Update, 0) => writeln!(stdout(), "{talks} talks, no differences")?,
        (_, failed) => writeln!(stdout(), "{failed} of {talks} talks failed")?,
    }
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The talks in a language, in the order of their names.
pub(super) fn talks_of(folder: &Path, language: Language) -> anyhow::Result<Vec<PathBuf>> {
    let folder = folder.join(language.tag());
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut talks = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            talks.push(path);
        }
    }
    if talks.len() > MOST_TALKS {
        bail!("{} holds more than {MOST_TALKS} talks", folder.display());
    }
    talks.sort();
    Ok(talks)
}

/// Plays one talk; false where it cannot be played or differs.
fn one(
    menu: &Menu,
    language: Language,
    path: &Path,
    doing: Doing,
    said: &mut BTreeSet<String>,
) -> anyhow::Result<bool> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let written = match Script::parse(&text) {
        Ok(script) => script,
        Err(faults) => {
            for fault in faults {
                writeln!(stdout(), "{}: {fault}", path.display())?;
            }
            return Ok(false);
        }
    };
    let played = on_virtual_time(async {
        let machine = machine(menu.clone(), &written).await?;
        play(&machine, &mut Terminal::new(language), &written).await
    })?;
    let played = match played {
        Ok(played) => played,
        Err(error @ PlayError::Impossible { .. }) => {
            writeln!(stdout(), "{}: {error}", path.display())?;
            return Ok(false);
        }
        Err(error) => return Err(error.into()),
    };
    match doing {
        Doing::Compare => compare(path, &written, &played),
        Doing::Update => {
            if played.text() != text {
                std::fs::write(path, played.text()).with_context(|| path.display().to_string())?;
                writeln!(stdout(), "{}: written anew", path.display())?;
            }
            Ok(true)
        }
        Doing::Say => {
            say(&played, said)?;
            Ok(true)
        }
    }
}

fn compare(path: &Path, written: &Script, played: &Script) -> anyhow::Result<bool> {
    let differences = written.differences(played);
    for Difference {
        line,
        input,
        written,
        played,
    } in &differences
    {
        writeln!(stdout(), "{}:{line}: {input}", path.display())?;
        for was in written.iter().filter(|was| !played.contains(was)) {
            writeln!(stdout(), "  - {was}")?;
        }
        for is in played.iter().filter(|is| !written.contains(is)) {
            writeln!(stdout(), "  + {is}")?;
        }
    }
    Ok(differences.is_empty())
}

/// Prints what the shop says, each sentence once, to be read aloud.
fn say(played: &Script, said: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for line in played.steps.iter().flat_map(|step| &step.lines) {
        let words = match line {
            Line::Shop(words) | Line::Announced(words) => words,
            Line::State(_) => continue,
        };
        if said.insert(words.clone()) {
            writeln!(stdout(), "{words}")?;
        }
    }
    Ok(())
}
