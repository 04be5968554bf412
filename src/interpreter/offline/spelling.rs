//! Puts small spelling and hearing errors right: a word that neither menu nor lexicon knows becomes the one
//! word of the menu that is spelt or sounds nearly like it. Precision goes before reach.

use super::Offline;
use super::text::{Token, sound, stem};
use crate::order::Language;

/// Words shorter than this are left as they are.
const LEAST_LETTERS: usize = 5;
/// From this length on, two letters may differ.
const LONG: usize = 8;

/// Corrects the tokens in place.
pub(super) fn correct(offline: &Offline, language: Language, tokens: &mut [Token]) {
    for token in tokens {
        if token.text.len() < LEAST_LETTERS
            || token.text.chars().any(|c| c.is_ascii_digit())
            || is_known(offline, language, &token.text)
        {
            continue;
        }
        if let Some(word) = nearest(offline, &token.text) {
            token.text = word;
            token.corrected = true;
        }
    }
}

fn is_known(offline: &Offline, language: Language, word: &str) -> bool {
    let bare = stem(word, language);
    offline.phrases.contains_word(word)
        || offline.names.words.contains(word)
        || offline.stems.contains(&bare)
        // "pepperjack" for "pepper jack": known once joined.
        || offline.names.find(&[offline.names.forms(word, &offline.phrases, &[])]).is_some()
}

/// The one known word that is near enough, or none where two are equally near.
fn nearest(offline: &Offline, word: &str) -> Option<String> {
    let first = word.chars().next();
    let heard = sound(word);
    let mut best: Option<(usize, &String)> = None;
    let mut tied = false;
    for known in &offline.names.words {
        if known.len() < LEAST_LETTERS - 1 || known.len().abs_diff(word.len()) > 2 {
            continue;
        }
        let distance = if sound(known) == heard {
            0
        } else {
            strsim::osa_distance(word, known)
        };
        let most = most_errors(word, known);
        if distance > most || (distance > 0 && known.chars().next() != first) {
            continue;
        }
        match best {
            Some((least, other)) if distance == least && !names_the_same(offline, other, known) => {
                tied = true;
            }
            Some((least, other)) if distance > least || (distance == least && other <= known) => {}
            _ => {
                tied = tied && best.is_some_and(|(least, _)| least == distance);
                best = Some((distance, known));
            }
        }
    }
    best.filter(|_| !tied).map(|(_, known)| known.clone())
}

/// How many letters may differ: in words of five only one too many or too few.
fn most_errors(word: &str, known: &str) -> usize {
    if word.len() >= LONG && known.len() >= LONG - 1 {
        2
    } else {
        usize::from(word.len().max(known.len()) > LEAST_LETTERS)
    }
}

/// Whether two words are forms of one, or two spellings of one name.
fn names_the_same(offline: &Offline, one: &str, other: &str) -> bool {
    let senses = |word: &str| {
        let forms = offline.names.forms(word, &offline.phrases, &[]);
        offline.names.find(&[forms]).map(|(senses, _)| senses)
    };
    stem(one, offline.language) == stem(other, offline.language)
        || senses(one).is_some_and(|senses_of_one| senses(other) == Some(senses_of_one))
}
