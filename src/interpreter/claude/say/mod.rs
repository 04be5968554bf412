//! Whether a sentence of Claude's may be spoken: its own text must state nothing, because whatever is a fact is code's to
//! say.

mod words;

use crate::interpreter::offline::{Mentioned, folded_words};
use crate::interpreter::{Offline, Say};
use crate::order::{Language, Menu};

/// The most characters of a sentence, gaps apart.
const MOST_CHARS: usize = 160;

/// Why a sentence is not spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsaid {
    /// Longer than a waiter speaks.
    TooLong,
    /// It holds a gap that there is not, or braces that do not pair.
    Gap,
    /// It holds markup, a line's end, an address of a page or of a mailbox.
    Markup,
    /// It asks something: the next question is code's.
    Question,
    /// It holds a digit or a number word.
    Number,
    /// It names something on the menu.
    MenuName,
    /// It speaks of stages, times, prices, diets or allergies.
    Fact,
    /// It is not in the customer's language.
    Foreign,
}

impl Unsaid {
    /// Its name in logs.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLong => "say_too_long",
            Self::Gap => "say_gap",
            Self::Markup => "say_markup",
            Self::Question => "say_question",
            Self::Number => "say_number",
            Self::MenuName => "say_menu_name",
            Self::Fact => "say_fact",
            Self::Foreign => "say_foreign",
        }
    }
}

/// What a sentence is held to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) menu: &'a Menu,
    pub(super) language: Language,
    pub(super) offline: &'a Offline,
}

impl Wording<'_> {
    /// The sentence, if its own text states nothing.
    pub(super) fn checked(&self, text: &str) -> Result<Say, Unsaid> {
        let text = text.trim();
        let say = Say::parse(text).ok_or(Unsaid::Gap)?;
        let own = say.text();
        if own.chars().count() > MOST_CHARS {
            return Err(Unsaid::TooLong);
        }
        if own.contains(['?', '¿', '\u{ff1f}']) {
            return Err(Unsaid::Question);
        }
        if own.contains(|c: char| c.is_numeric() || "$€£%".contains(c)) {
            return Err(Unsaid::Number);
        }
        if own.contains(|c: char| c.is_alphabetic() && !is_latin(c)) {
            return Err(Unsaid::Foreign);
        }
        if own.contains(is_markup) || is_address(&own) {
            return Err(Unsaid::Markup);
        }
        let spoken = folded_words(&own);
        // Letters that fold to none of ours would pass every list of words below, and so would words that are spelled.
        if spoken.iter().any(|word| !word.is_ascii()) || is_spelled(&spoken) {
            return Err(Unsaid::Foreign);
        }
        if let Some(why) = spoken.iter().find_map(|word| words::states(word)) {
            return Err(why);
        }
        if self.names_something(&own, &spoken) {
            return Err(Unsaid::MenuName);
        }
        match words::is_foreign(&spoken, self.language) {
            true => Err(Unsaid::Foreign),
            false => Ok(say),
        }
    }

    /// The sentence, if it has no gaps and states nothing.
    pub(super) fn plain(&self, text: &str) -> Result<String, Unsaid> {
        match text.contains('{') {
            true => Err(Unsaid::Gap),
            false => self.checked(text).map(|_| text.trim().to_owned()),
        }
    }

    fn names_something(&self, own: &str, spoken: &[String]) -> bool {
        let mentions = self.offline.mentions(own);
        let mentioned = mentions
            .iter()
            .any(|mention| matches!(mention.what, Mentioned::Name(_)));
        mentioned
            || self
                .menu
                .names()
                .chain(self.value_names())
                .flat_map(|names| names.values())
                .any(|name| name.all().any(|name| holds(spoken, &folded_words(name))))
    }

    fn value_names(&self) -> impl Iterator<Item = &crate::order::menu::Names> {
        let values = self
            .menu
            .attributes
            .iter()
            .flat_map(|attribute| &attribute.values);
        values.map(|(_, names)| names)
    }
}

/// Whether a character is none that a plain sentence is written with: signs, pictures, marks that nobody sees.
fn is_markup(c: char) -> bool {
    !c.is_alphabetic() && !" .,;:!'’\"“”-–—…()".contains(c)
}

/// Whether a dot stands within a word.
fn is_address(text: &str) -> bool {
    let is_within = |word: &str| {
        let mut parts = word.split('.').filter(|part| part.contains(char::is_alphabetic));
        parts.nth(1).is_some()
    };
    text.split_whitespace().any(is_within)
}

/// Whether letters stand alone, one after the other.
fn is_spelled(words: &[String]) -> bool {
    words
        .windows(3)
        .any(|letters| letters.iter().all(|word| word.chars().count() == 1))
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c)
}

fn holds(spoken: &[String], name: &[String]) -> bool {
    !name.is_empty() && spoken.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests;
