//! What Claude is told: its work and the shop's menu once, the turn as data.
//!
//! Whatever a customer said or wrote stands in the turn's JSON and nowhere else, so that no word of theirs is read as one
//! of ours. The menu is the shop's, and is given in the turn's language alone.

use serde::Serialize;

use super::excerpt::{Excerpt, excerpt};
use super::request::Request;
use super::tool::turn_tool;
use crate::interpreter::{Asked, Exchange, Heard, Hint, Offline};
use crate::order::menu::Shop;
use crate::order::{ItemId, Language, Line, Menu, OptionId, ValueId};

/// The most transcripts that are handed on.
const MOST_TRANSCRIPTS: usize = 5;
/// The most characters of one text of a customer's.
const MOST_CHARS: usize = 600;
/// The most tokens of an answer: the edits of a long order.
const MOST_TOKENS: i32 = 1_200;

/// What Claude's work is. `SHOP`, `LANGUAGE` and `PERSONA` are filled in.
const WORK: &str = include_str!("work.md");

/// Who asks Claude about turns of a shop in one language.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// What there is.
    pub menu: &'a Menu,
    /// The language of the turn.
    pub language: Language,
    /// The offline interpreter of that language, which finds the part of a large menu that could be meant.
    pub offline: &'a Offline,
}

/// A turn as data.
#[derive(Serialize)]
struct Turn<'a> {
    transcripts: Vec<Transcript<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verb_cut_off: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    we_asked: Option<&'static str>,
    /// Ids of what was to be chosen from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<&'a str>,
    draft: Vec<DraftLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_line: Option<usize>,
    #[serde(skip_serializing_if = "<[Exchange]>::is_empty")]
    before: &'a [Exchange],
}

#[derive(Serialize)]
struct Transcript<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize)]
struct DraftLine<'a> {
    line: usize,
    item: &'a str,
    quantity: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<&'a str>,
}

impl Asking<'_> {
    /// The question about one turn.
    pub fn request(&self, heard: &Heard<'_>) -> Request {
        let Excerpt { text, whole } = excerpt(self.menu, self.language, self.offline, heard);
        let work = filled(WORK, &self.menu.shop, self.language);
        Request {
            system: format!("{work}\n<menu>\n{text}</menu>\n"),
            stable: whole,
            turn: turn(heard),
            tool: turn_tool(),
            most_tokens: MOST_TOKENS,
        }
    }
}

/// An instruction with the shop's name, its tone and the turn's language filled in.
pub(super) fn filled(work: &str, shop: &Shop, language: Language) -> String {
    work.replace("SHOP", &shop.name)
        .replace("LANGUAGE", language_name(language))
        .replace("PERSONA", shop.persona(language).unwrap_or(PLAIN))
}

/// A value as a turn's data: no word in it can look like the end of the data.
pub(super) fn as_data(value: &impl Serialize) -> String {
    // What cannot be written as JSON is asked about as nothing at all.
    let json = serde_json::to_string(value).unwrap_or_default();
    format!("<turn>{}</turn>", json.replace('<', "\\u003c"))
}

/// The tone of a shop that has set none.
const PLAIN: &str = "A good waiter: short, warm, at ease; the change first.";

fn language_name(language: Language) -> &'static str {
    match language {
        Language::EnUs => "American English",
        Language::PtBr => "Brazilian Portuguese",
    }
}

fn turn(heard: &Heard<'_>) -> String {
    let lines = &heard.draft.lines;
    let last = heard.last_line.or(lines.last().map(|line| line.id));
    let turn = Turn {
        transcripts: heard
            .transcripts
            .iter()
            .take(MOST_TRANSCRIPTS)
            .map(|transcript| Transcript {
                text: cut(&transcript.text),
                confidence: transcript.confidence,
            })
            .collect(),
        verb_cut_off: heard.hint.map(hint),
        we_asked: heard.asked.map(asked),
        choices: heard.asked.map(choices).unwrap_or_default(),
        draft: lines
            .iter()
            .enumerate()
            .map(|(at, line)| draft_line(at + 1, line))
            .collect(),
        last_line: lines
            .iter()
            .position(|line| Some(line.id) == last)
            .map(|at| at + 1),
        before: heard.recent,
    };
    as_data(&turn)
}

fn draft_line(number: usize, line: &Line) -> DraftLine<'_> {
    DraftLine {
        line: number,
        item: line.item.as_str(),
        quantity: line.quantity.get(),
        values: line.attributes.values().map(ValueId::as_str).collect(),
        options: line.options.iter().map(|chosen| chosen.option.as_str()).collect(),
        without: line.without.iter().map(OptionId::as_str).collect(),
    }
}

/// A text of bounded length.
fn cut(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(MOST_CHARS)
        .map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

fn hint(hint: Hint) -> &'static str {
    match hint {
        Hint::Add => "add …",
        Hint::Remove => "take off …",
        Hint::Change => "change …",
    }
}

/// Of what is to be chosen, where that is asked.
fn choices(asked: &Asked) -> Vec<&str> {
    let Asked::OneOf { items, options } = asked else {
        return Vec::new();
    };
    let items = items.iter().map(ItemId::as_str);
    items.chain(options.iter().map(OptionId::as_str)).collect()
}

fn asked(asked: &Asked) -> &'static str {
    match asked {
        Asked::AnythingElse => "Anything else?",
        Asked::YesNo => "a yes or no",
        Asked::Fulfilment => "Delivery or pickup?",
        Asked::PostalCode | Asked::Street | Asked::HouseNumber | Asked::Address => "a part of the address",
        Asked::Payment => "How would you like to pay?",
        Asked::Change => "Change for how much?",
        Asked::Name => "What name is it for?",
        Asked::Phone => "What number can they call?",
        Asked::IfMissing => "What to do if something is missing?",
        Asked::Time => "For when?",
        Asked::Note => "What should I tell the kitchen?",
        Asked::Complaint => "What's wrong with it?",
        Asked::OneOf { .. } => "Which of these?",
        Asked::HowMany => "How many?",
        Asked::ContinueOrStartOver => "Continue or start over?",
        Asked::Choice(_) => "Which size, flavour or the like should the last line have?",
    }
}

#[cfg(test)]
mod tests;
