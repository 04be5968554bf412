//! Words that speech engines misread, marked up with how to say them, as `<sub alias="…">`, which every engine takes.

use super::xml;
use crate::conversation::Pronunciation;

/// The text escaped, with the words that speech engines misread as `<sub alias="…">`.
pub(crate) fn pronounced(text: &str, pronunciations: &[Pronunciation]) -> String {
    let (mut marked, mut rest) = (String::with_capacity(text.len()), text);
    let first = |rest: &str| {
        let found = pronunciations
            .iter()
            .filter_map(|known| Some((find_word(rest, &known.written)?, known)));
        found.min_by_key(|(at, known)| (*at, std::cmp::Reverse(known.written.len())))
    };
    while let Some((at, known)) = first(rest) {
        let end = at + known.written.len();
        let (before, word) = (
            rest.get(..at).unwrap_or_default(),
            rest.get(at..end).unwrap_or_default(),
        );
        marked.push_str(&xml::escape(before));
        marked.push_str(&format!(
            "<sub alias=\"{}\">{}</sub>",
            xml::escape(&known.spoken),
            xml::escape(word)
        ));
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
