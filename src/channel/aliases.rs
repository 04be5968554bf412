//! Words that speech engines misread, marked up with how to say them, as `<sub alias="…">`, which every engine takes; and
//! words that are spelled out as `<say-as interpret-as="characters">`, which Alexa, Connect and Lex take.

use super::xml;
use crate::conversation::{Pronunciation, Spelled};

/// A word that is marked up.
#[derive(Clone, Copy)]
enum Mark<'s> {
    Alias(&'s Pronunciation),
    Letters(&'s Spelled),
}

impl<'s> Mark<'s> {
    /// As it stands in the text.
    fn written(self) -> &'s str {
        match self {
            Self::Alias(known) => &known.written,
            Self::Letters(spelled) => &spelled.apart,
        }
    }

    /// What takes the place of `found`, which is the same but for its capitals.
    fn markup(self, found: &str) -> String {
        match self {
            Self::Alias(known) => format!(
                "<sub alias=\"{}\">{}</sub>",
                xml::escape(&known.spoken),
                xml::escape(found)
            ),
            Self::Letters(spelled) => format!(
                "<say-as interpret-as=\"characters\">{}</say-as>",
                xml::escape(&spelled.word)
            ),
        }
    }
}

/// The text escaped, with the words that speech engines misread, and those that are spelled out.
pub(crate) fn marked_up(text: &str, pronunciations: &[Pronunciation], spelled: &[Spelled]) -> String {
    let aliases = pronunciations.iter().map(Mark::Alias);
    let marks: Vec<Mark<'_>> = aliases.chain(spelled.iter().map(Mark::Letters)).collect();
    let (mut marked, mut rest) = (String::with_capacity(text.len()), text);
    let first = |rest: &str| {
        let found = marks
            .iter()
            .filter_map(|mark| Some((find_word(rest, mark.written())?, *mark)));
        found.min_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.written().len())))
    };
    while let Some((at, mark)) = first(rest) {
        let end = at + mark.written().len();
        let (before, word) = (
            rest.get(..at).unwrap_or_default(),
            rest.get(at..end).unwrap_or_default(),
        );
        marked.push_str(&xml::escape(before));
        marked.push_str(&mark.markup(word));
        rest = rest.get(end..).unwrap_or_default();
    }
    marked.push_str(&xml::escape(rest));
    marked
}

/// Where a word stands by itself in a text, whatever its case in ASCII letters.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.char_indices().map(|(at, _)| at).find(|&at| {
        let found = text
            .get(at..at + word.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(word));
        found
            && !word.is_empty()
            && apart(text.get(..at).and_then(|before| before.chars().next_back()))
            && apart(text.get(at + word.len()..).and_then(|after| after.chars().next()))
    })
}
