//! How a row of a table is written.
//!
//! `what is said => what is noted`. Before what is said may stand the draft in brackets and, in angle brackets, what the
//! assistant asked: `[2 coke; 1 pizza large tuna] make it three`, `<phone> double nine …`. Turns that follow one another
//! are parted by ` / `, transcripts of one turn by ` ~ `.
//!
//! What is noted is the order afterwards and whatever else was said, parted by ` | `. The order's lines are parted by
//! `; `: how many, the item's id, ids of values and options; `-onion` is left off, `cheese!` is extra, `mayo?` light,
//! `vanilla*2` two portions. `same` is the draft as it was, `empty` none. What an item comes in by the menu need not be
//! written. The other parts are listed in [`PARTS`]; `nothing` is a row of which nothing is noted.

use comanda::interpreter::Asked;

/// What may stand beside the order.
pub(super) const PARTS: &str = "off, which, numbers, act, delivery, pickup, pay, change, postal, street, number, \
    complement, near, address, time, name, phone, note, allergy, missing, tip, refused";

/// A row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Everything left of the arrow, as written.
    pub(super) said: String,
    /// The draft's lines before.
    pub(super) draft: String,
    /// What the assistant asked.
    pub(super) asked: Option<Asked>,
    /// The turns, each with its transcripts.
    pub(super) turns: Vec<Vec<String>>,
    /// The order's lines afterwards; none where the draft is as it was.
    pub(super) lines: Option<String>,
    /// What else is noted.
    pub(super) parts: Vec<String>,
}

/// The rows of a table.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(row)
        .collect()
}

fn row(line: &str) -> Result<Row, String> {
    let (said, gold) = line.split_once(" => ").ok_or_else(|| format!("no row: {line}"))?;
    let (said, gold) = (said.trim(), gold.trim());
    let (draft, rest) = bracketed(said, '[', ']');
    let (asked, words) = bracketed(rest, '<', '>');
    let turns = words.split(" / ").map(|turn| {
        let transcripts = turn.split(" ~ ").map(|transcript| transcript.trim().to_owned());
        transcripts.collect::<Vec<String>>()
    });
    let mut row = Row {
        said: said.to_owned(),
        draft: draft.unwrap_or_default().to_owned(),
        asked: asked.map(question).transpose()?,
        turns: turns.collect(),
        lines: None,
        parts: Vec::new(),
    };
    for part in gold.split(" | ").map(str::trim) {
        match part {
            "same" | "nothing" => {}
            "empty" => row.lines = Some(String::new()),
            lines if lines.starts_with(|c: char| c.is_ascii_digit()) => row.lines = Some(lines.to_owned()),
            other => row.parts.push(known(other)?),
        }
    }
    row.parts.sort();
    Ok(row)
}

fn known(part: &str) -> Result<String, String> {
    let kind = part.split(':').next().unwrap_or_default();
    if PARTS.split(", ").any(|known| known == kind) {
        Ok(part.to_owned())
    } else {
        Err(format!("no such part: {part}"))
    }
}

/// What stands in brackets at the beginning, and the rest.
fn bracketed(text: &str, open: char, close: char) -> (Option<&str>, &str) {
    match text.strip_prefix(open).and_then(|rest| rest.split_once(close)) {
        Some((inside, rest)) => (Some(inside.trim()), rest.trim()),
        None => (None, text),
    }
}

fn question(name: &str) -> Result<Asked, String> {
    Ok(match name {
        "anything else" => Asked::AnythingElse,
        "right" => Asked::YesNo,
        "fulfilment" => Asked::Fulfilment,
        "postal" => Asked::PostalCode,
        "street" => Asked::Street,
        "number" => Asked::HouseNumber,
        "address" => Asked::Address,
        "payment" => Asked::Payment,
        "change" => Asked::Change,
        "name" => Asked::Name,
        "phone" => Asked::Phone,
        "time" => Asked::Time,
        "how many" => Asked::HowMany,
        _ => return Err(format!("no such question: {name}")),
    })
}
