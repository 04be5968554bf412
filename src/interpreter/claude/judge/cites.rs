//! Which of the customer's words an answer rests on: cited words must stand in one transcript, as they were said.

use std::ops::Range;

use crate::interpreter::Heard;

/// The most bytes of one citation that are looked for.
const MOST_BYTES: usize = 600;

/// The transcript that an answer rests on: one for all of it, so that no words count twice because they were heard twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cited<'a> {
    text: &'a str,
}

impl<'a> Cited<'a> {
    /// The transcript that holds the most of these citations; of several the best.
    pub(super) fn of(heard: &Heard<'a>, cites: &[&str]) -> Self {
        let held = |text: &str| cites.iter().filter(|words| find(text, words).is_some()).count();
        let texts = heard
            .transcripts
            .iter()
            .map(|transcript| transcript.text.as_str());
        // Of several with the same count `max_by_key` takes the last.
        let best = texts.rev().max_by_key(|text| held(text));
        Self {
            text: best.unwrap_or_default(),
        }
    }

    /// The transcript.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Where the words stand in it.
    pub(super) fn span(&self, words: &str) -> Option<Range<usize>> {
        find(self.text, words)
    }
}

/// Where words stand in a text, whole words only; letters may be of either case, and blanks of any number.
fn find(text: &str, words: &str) -> Option<Range<usize>> {
    if words.len() > MOST_BYTES {
        return None;
    }
    let wanted: Vec<String> = words
        .split_whitespace()
        .map(trimmed)
        .filter(|word| !word.is_empty())
        .collect();
    let said: Vec<(Range<usize>, String)> = parts(text);
    if wanted.is_empty() {
        return None;
    }
    let found = said.windows(wanted.len()).find(|window| {
        let mut pairs = window.iter().zip(&wanted);
        pairs.all(|((_, said), wanted)| said == wanted)
    })?;
    let (first, last) = (found.first()?, found.last()?);
    Some(first.0.start..last.0.end)
}

/// The words of a text, each with where it stands.
fn parts(text: &str) -> Vec<(Range<usize>, String)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let offset = word.find(bare).unwrap_or(0);
        if !bare.is_empty() {
            let start = at + offset;
            parts.push((start..start + bare.len(), bare.to_lowercase()));
        }
        at += word.len();
    }
    parts
}

fn trimmed(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_they_were_said() {
        let check = |text: &str, words: &str, expected: Option<&str>| {
            let found = find(text, words).and_then(|span| text.get(span));
            assert_eq!(found, expected, "{words} in {text}");
        };
        check("I'd like two Cokes, please", "two cokes", Some("two Cokes"));
        check("I'd like two Cokes, please", "  TWO   Cokes ", Some("two Cokes"));
        check(
            "I'd like two Cokes, please",
            "two cokes, please",
            Some("two Cokes, please"),
        );
        check("quero pão de queijo", "pão de queijo", Some("pão de queijo"));
        // Neither other words, nor parts of words, nor none.
        check("two cokes", "three cokes", None);
        check("two cokes", "wo coke", None);
        check("two cokes", "", None);
        check("two cokes", " , ", None);
        check("", "two", None);
        check("İstanbul coke", "coke", Some("coke"));
    }
}
