//! `comanda interpret --explain`: a reading as text in columns, coloured on a terminal and nowhere else.

use std::fmt::Write as _;

use crate::web::explaining::{Explained, ExplainedWords};

/// The widest column of words, in characters; longer ones push what became of them to the right.
const WIDEST: usize = 32;

/// The colours of a terminal; none where it is no terminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours(pub(super) bool);

/// What a piece of text is, for its colour.
#[derive(Debug, Clone, Copy)]
enum Tone {
    Plain,
    Strong,
    Soft,
    Good,
    Bad,
}

impl Colours {
    fn paint(self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Strong => "1",
            Tone::Soft => "2",
            Tone::Good => "32",
            Tone::Bad => "31",
        };
        if self.0 {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// A reading as text, with a line break behind it.
pub(super) fn text(colours: Colours, reading: &Explained) -> String {
    let mut text = String::new();
    let shown = |words: &ExplainedWords| one_line(&words.words);
    let width = reading
        .words
        .iter()
        .map(|words| shown(words).chars().count())
        .max();
    let width = width.unwrap_or(0).min(WIDEST);
    let _ = writeln!(text, "{}", colours.paint(Tone::Strong, &one_line(&reading.text)));
    for words in &reading.words {
        let said = shown(words);
        let gap = " ".repeat((width + 2).saturating_sub(said.chars().count()).max(2));
        let says = colours.paint(tone(words), &words.says);
        let _ = writeln!(text, "  {said}{gap}{says}");
    }
    outcome(&mut text, colours, reading);
    verdict(&mut text, colours, reading);
    text
}

/// What a terminal shows of words in one line, whatever characters they hold.
fn one_line(words: &str) -> String {
    words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

fn tone(words: &ExplainedWords) -> Tone {
    if words.taken_for.is_some() {
        return Tone::Bad;
    }
    match words.became {
        "item" => Tone::Strong,
        "joint" | "small_talk" | "filler" | "verb" => Tone::Soft,
        "unknown" | "unread" | "several" => Tone::Bad,
        _ => Tone::Plain,
    }
}

fn outcome(text: &mut String, colours: Colours, reading: &Explained) {
    let _ = writeln!(text, "\n{}", colours.paint(Tone::Strong, &reading.outcome));
    for line in &reading.lines {
        let _ = writeln!(text, "  {}", one_line(line));
    }
}

fn verdict(text: &mut String, colours: Colours, reading: &Explained) {
    let tone = if reading.certain { Tone::Good } else { Tone::Bad };
    let _ = writeln!(text, "\n{}", colours.paint(tone, &reading.verdict));
    for reason in &reading.doubts {
        let _ = writeln!(text, "  {}", reason.says);
    }
}
