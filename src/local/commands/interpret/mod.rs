//! `comanda interpret`: the offline interpreter by itself, for machines and for people.

mod explaining;

use std::io::{BufRead, BufReader, IsTerminal, Read, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;

use self::explaining::Colours;
use crate::app::shop_files::menu_of;
use crate::interpreter::kit::{self, interpret_lines};
use crate::interpreter::{Heard, Offline, Transcript, from_menu};
use crate::order::{Draft, Language};
use crate::web::explaining::explained;

/// The longest line that is read, in bytes; the rest of a longer one is passed over.
const LONGEST_LINE: u64 = 1 << 20;

#[derive(Debug, Clone, Args)]
pub(super) struct InterpretArgs {
    /// The menu: a JSON file, or with --explain a menu folder, too
    #[arg(long, value_name = "FILE", required_unless_present = "explain")]
    menu: Option<PathBuf>,
    /// Tell how words are read: what each became, what came of them, what was doubted
    #[arg(long)]
    explain: bool,
    /// The same as one line of JSON an utterance
    #[arg(long, requires = "explain")]
    json: bool,
    /// The language of a menu folder: en-US or pt-BR; the shop's first, where none is given
    #[arg(long, value_name = "LOCALE", requires = "explain")]
    locale: Option<String>,
    /// What was said; lines of standard input, where nothing is given
    #[arg(value_name = "WORDS", requires = "explain")]
    words: Vec<String>,
}

/// Interprets JSON lines from standard input by the menu in a JSON file, or explains how words are read.
pub(super) fn run(args: &InterpretArgs) -> anyhow::Result<ExitCode> {
    if args.explain {
        return explain(args);
    }
    let Some(menu) = &args.menu else {
        bail!("--menu names the menu, a JSON file");
    };
    interpret_lines(&text_of(menu)?, stdin().lock(), stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}

fn text_of(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| file.display().to_string())
}

fn explain(args: &InterpretArgs) -> anyhow::Result<ExitCode> {
    let menu = args.menu.clone().unwrap_or_else(|| PathBuf::from("menu"));
    let (offline, language) = grammar(&menu, args.locale.as_deref())?;
    let is_json = args.json;
    let colours = Colours(stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    let tell = |words: &str| -> anyhow::Result<()> {
        let reading = explained(language, &read(&offline, words));
        let text = if is_json {
            format!("{}\n", serde_json::to_string(&reading)?)
        } else {
            explaining::text(colours, &reading)
        };
        let mut out = stdout().lock();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    };
    if !args.words.is_empty() {
        tell(&args.words.join(" "))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut lines = BufReader::new(stdin().lock());
    let mut first = true;
    while let Some(line) = next_line(&mut lines)? {
        if line.trim().is_empty() {
            continue;
        }
        if !first && !is_json {
            writeln!(stdout())?;
        }
        first = false;
        tell(line.trim())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The next line; what is no UTF-8 in it is replaced.
fn next_line(lines: &mut impl BufRead) -> anyhow::Result<Option<String>> {
    let mut line = Vec::new();
    if lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// The grammar of a menu folder in a language, or that of a menu in JSON.
fn grammar(menu: &Path, locale: Option<&str>) -> anyhow::Result<(Offline, Language)> {
    if !menu.is_dir() {
        if locale.is_some() {
            bail!("a menu in JSON has one language; --locale is for a menu folder");
        }
        let (vocabulary, language) = kit::vocabulary(&text_of(menu)?)?;
        return Ok((Offline::new(vocabulary, language), language));
    }
    let menu = menu_of(menu)?;
    let wanted = super::chat::language(locale)?;
    let language = menu.shop.language(wanted);
    if wanted.is_some_and(|wanted| wanted != language) {
        bail!("the shop does not speak {}", locale.unwrap_or_default());
    }
    Ok((
        Offline::new(from_menu::vocabulary(&menu, language), language),
        language,
    ))
}

fn read(offline: &Offline, words: &str) -> crate::interpreter::Explanation {
    let draft = Draft::default();
    let transcripts = [Transcript::certain(words)];
    offline.explain(&Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &draft,
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    })
}
