//! `comanda eval`: talks that are played with Claude to understand them, and a table of how right, how fast and how dear it
//! is. What is compared is the order, not the words.

mod report;

use std::io::{Write, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};

use self::report::{Report, Row};
use super::test::{TALKS, talks_of};
use super::{ConnectClaude, EvalArgs};
use crate::app::shop_files::menu_of;
use crate::app::{Books, Clock, MakeInterpreter};
use crate::local::rehearsal::{
    Apart, PlayError, Reached, Script, Terminal, in_real_time, machine_with, on_virtual_time, play_into,
    reached,
};
use crate::local::{Database, SqliteStore};
use crate::order::{Language, Menu};

/// Plays every talk. Fails where one cannot be played, or where there is none; never because an order is another than is
/// written.
pub(super) fn run(args: &EvalArgs, connect: Option<ConnectClaude>) -> anyhow::Result<ExitCode> {
    let menu = menu_of(&args.menu)?;
    let folder = args.talks.clone().unwrap_or_else(|| args.menu.join(TALKS));
    // Answers come from real sockets, which the talks' own runtimes, whose time is virtual, cannot wait for.
    let real = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let books = Books {
        // Kept for all talks together, so that the daily limit holds the whole run.
        store: Arc::new(SqliteStore::new(Database::in_memory()?)),
        shop: menu.shop.id.clone(),
        clock: Clock::System,
    };
    let mut report = Report::default();
    let mut fine = true;
    for language in menu.shop.languages.clone() {
        let tally = Arc::default();
        let counted = args.understanding.counted(connect, Arc::clone(&tally));
        let make = real.block_on(counted)?(books.clone());
        let playing = Playing {
            menu: &menu,
            language,
            make: in_real_time(make, real.handle().clone()),
            differences: args.differences,
        };
        let mut row = Row::default();
        for path in talks_of(&folder, language)? {
            fine &= playing.take(&path, &mut row)?;
        }
        row.counts = tally.counts();
        report.rows.push((language.tag(), row));
    }
    if report.all().talks == 0 && fine {
        bail!("there are no talks in {}", folder.display());
    }
    write!(stdout(), "{}", report.table())?;
    if let Some(file) = &args.json {
        std::fs::write(file, format!("{:#}\n", report.json())).with_context(|| file.display().to_string())?;
    }
    Ok(if fine {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The talks of a language, being played.
struct Playing<'a> {
    menu: &'a Menu,
    language: Language,
    make: MakeInterpreter,
    differences: bool,
}

impl Playing<'_> {
    /// Plays one talk; false where it cannot be played.
    fn take(&self, path: &Path, row: &mut Row) -> anyhow::Result<bool> {
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
        let make = Arc::clone(&self.make);
        let mut steps = Vec::new();
        let ended = on_virtual_time(async {
            let machine = machine_with(self.menu.clone(), &written, Box::new(|_| make)).await?;
            play_into(&machine, &mut Terminal::new(self.language), &written, &mut steps).await
        })?;
        let early = match ended {
            Ok(()) => None,
            // The kitchen cannot accept what was never sent: the talk has gone another way than is written.
            Err(error @ PlayError::Impossible { .. }) => Some(error),
            Err(error) => return Err(error.into()),
        };
        let reached = reached(&written, &steps);
        row.take(&reached, early.is_some());
        if self.differences {
            tell(path, &reached, early.as_ref())?;
        }
        Ok(true)
    }
}

fn tell(path: &Path, reached: &Reached, early: Option<&PlayError>) -> anyhow::Result<()> {
    for Apart {
        line,
        input,
        written,
        played,
        said,
    } in reached.apart.iter().filter(|apart| apart.played.is_some())
    {
        writeln!(stdout(), "{}:{line}: {input}", path.display())?;
        for words in said {
            writeln!(stdout(), "    < {words}")?;
        }
        writeln!(stdout(), "  - {written}")?;
        writeln!(stdout(), "  + {}", played.as_deref().unwrap_or_default())?;
    }
    if let Some(error) = early {
        writeln!(stdout(), "{}: {error}", path.display())?;
    }
    Ok(())
}
