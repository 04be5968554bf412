//! Undoes what speech leaves behind among the words: fillers, words said twice, phrases said in two parts.

use super::Offline;
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::tagging::{self, Piece};
use super::text::Token;

/// The longest filler, in words.
const LONGEST_FILLER: usize = 3;
/// The longest run of words that is taken for a repeat.
const LONGEST_REPEAT: usize = 3;
/// The longest run that is taken for one where a sentence begins anew.
const LONGEST_BEGUN: usize = 6;
/// The longest words by which what was just said is put right.
const LONGEST_CUE: usize = 2;
/// The most words that may part a phrase of two.
const WIDEST_PART: usize = 4;

/// Drops fillers, and runs of words said twice.
pub(super) fn drop_fillers_and_repeats(offline: &Offline, tokens: &mut Vec<Token>) {
    drop_fillers(offline, tokens);
    join_parted_phrases(offline, tokens);
    if !may_repeat(tokens) {
        return;
    }
    let mut at = 0;
    while at < tokens.len() {
        match repeat_at(offline, tokens, at) {
            Some(length) => {
                tokens.drain(at..at + length);
            }
            None => at += 1,
        }
    }
}

/// Whether a word may be said twice within the longest run; of few utterances, where none is.
fn may_repeat(tokens: &[Token]) -> bool {
    // For each sort of words, one past where it was said last.
    let mut last = [0; 128];
    let sorts = last.len();
    tokens.iter().enumerate().any(|(at, token)| {
        let Some(before) = last.get_mut(token.text.sort() % sorts) else {
            return true;
        };
        let said = std::mem::replace(before, at + 1);
        said > 0 && at + 1 - said <= LONGEST_BEGUN
    })
}

/// Drops how many people eat ("we're five people", "para quatro pessoas"): a number of nothing that is ordered.
pub(super) fn drop_headcounts(offline: &Offline, tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        let counts = tokens
            .get(at)
            .is_some_and(|token| offline.phrases.number(&token.text).is_some());
        let length = if counts {
            offline.phrases.headcount_at(tokens, at + 1)
        } else {
            None
        };
        match length {
            Some(length) => {
                tokens.drain(at..=at + length);
                if let Some(next) = tokens.get_mut(at) {
                    next.pause = true;
                }
            }
            None => at += 1,
        }
    }
}

fn drop_fillers(offline: &Offline, tokens: &mut Vec<Token>) {
    let mut at = 0;
    while at < tokens.len() {
        match offline.phrases.filler_at(tokens, at, LONGEST_FILLER) {
            Some(length) => {
                let paused = tokens.iter().skip(at).take(length).any(|token| token.pause);
                tokens.drain(at..at + length);
                if let Some(next) = tokens.get_mut(at) {
                    next.pause |= paused;
                }
            }
            None => at += 1,
        }
    }
}

/// "Leave the onions off" becomes "leave off" before what stood between; the second word stays where it is,
/// for it may also say off what ("off the burger").
fn join_parted_phrases(offline: &Offline, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let begun = tokens.get(at).map(|token| offline.phrases.parted_by(&token.text));
        for second in begun.into_iter().flatten() {
            let mut behind = tokens.iter().skip(at + 2).take(WIDEST_PART);
            let ends = behind.any(|token| token.text == *second && !token.pause);
            if let Some(token) = tokens.get_mut(at).filter(|_| ends) {
                token.text = format!("{} {second}", token.text.as_str()).into();
                break;
            }
        }
    }
}

/// Drops what was only thought of ("I was going to have a coke, but I'll take a guaraná"), and whether there may have been
/// any. Only where an item is asked for instead: "eu ia querer uma calabresa, mas queria sem cebola" speaks of the same one.
pub(super) fn drop_abandoned(offline: &Offline, tokens: &mut Vec<Token>) -> bool {
    let Some(from) = (0..tokens.len()).find(|at| offline.phrases.abandons(tokens, *at)) else {
        return false;
    };
    let parts = |token: &Token| {
        offline
            .phrases
            .roles(&token.text)
            .is_some_and(|roles| roles.contains(&Role::But))
    };
    let Some(but) = (from + 1..tokens.len()).find(|at| tokens.get(*at).is_some_and(parts)) else {
        return false;
    };
    if asks_for_an_item(offline, tokens.get(but + 1..).unwrap_or_default()) {
        tokens.drain(from..=but);
    }
    true
}

/// Whether words begin by asking for an item, and neither leave anything off nor speak of what was named before.
fn asks_for_an_item(offline: &Offline, tokens: &[Token]) -> bool {
    let pieces = tagging::pieces(offline, tokens);
    let has = |piece: &Piece, roles: &[Role]| piece.senses.is_empty() && piece.roles.contains_any(roles);
    let passes = [
        Role::Chat,
        Role::Filler,
        Role::Restate,
        Role::Correction,
        Role::Only,
    ];
    let mut behind = pieces.iter().skip_while(|piece| has(piece, &passes));
    let asks = behind.next().is_some_and(|piece| has(piece, &[Role::Want]));
    let mut clause = behind.take_while(|piece| !has(piece, &[Role::And, Role::But]));
    let of_before = [Role::Negation, Role::No, Role::It, Role::That, Role::Same];
    asks && clause.clone().all(|piece| !has(piece, &of_before))
        && clause.any(|piece| piece.senses.iter().any(|sense| matches!(sense, Sense::Item(_))))
}

/// Drops the beginning of a name that was broken off for another that ends alike: "green, no, red peppers".
///
/// Whether there was any: "skim, no, whole milk" may as well leave off what it names.
pub(super) fn drop_cut_off_names(offline: &Offline, tokens: &mut Vec<Token>) -> bool {
    let before = tokens.len();
    let mut at = 1;
    while at + 2 < tokens.len() {
        match cue_at(offline, tokens, at) {
            Some(length) if is_cut_off(offline, tokens, at, length) => {
                tokens.drain(at - 1..at + length);
            }
            _ => at += 1,
        }
    }
    tokens.len() < before
}

/// The length of the words at a place by which what was just said is put right.
fn cue_at(offline: &Offline, tokens: &[Token], at: usize) -> Option<usize> {
    (1..=LONGEST_CUE).rev().find(|length| {
        let words = tokens.get(at..at + length);
        let roles = words.and_then(|words| offline.phrases.of_words(words));
        roles.is_some_and(|roles| {
            roles
                .iter()
                .any(|role| matches!(role, Role::No | Role::Correction))
        })
    })
}

/// Whether the word before a cue names nothing by itself, and with the last word behind the cue what is on the menu.
fn is_cut_off(offline: &Offline, tokens: &[Token], at: usize, length: usize) -> bool {
    let forms = |at: usize| {
        let token = tokens.get(at)?;
        Some(offline.names.forms(&token.text, &offline.phrases, &[]))
    };
    let next = at + length;
    let (Some(broken), Some(first), Some(last)) = (forms(at - 1), forms(next), forms(next + 1)) else {
        return false;
    };
    let named =
        offline.names.find_pair(&first, &last).is_some() && offline.names.find_pair(&broken, &last).is_some();
    let paused = tokens.get(next + 1).is_some_and(|token| token.pause);
    let alone = || {
        offline
            .names
            .find(&[broken])
            .is_some_and(|(_, fit)| fit <= Fit::Form)
    };
    named && !paused && !alone()
}

/// The length of a run at `at` that follows itself.
fn repeat_at(offline: &Offline, tokens: &[Token], at: usize) -> Option<usize> {
    let word = &tokens.get(at)?.text;
    (1..=LONGEST_BEGUN).rev().find(|length| {
        if tokens.get(at + length).is_none_or(|token| token.text != *word) {
            return false;
        }
        if *length > LONGEST_REPEAT && !begins_a_sentence(offline, tokens, at) {
            return false;
        }
        let first = tokens.get(at..at + length);
        let second = tokens.get(at + length..at + 2 * length);
        let (Some(first), Some(second)) = (first, second) else {
            return false;
        };
        let same = first
            .iter()
            .zip(second)
            .all(|(one, other)| one.text == other.text);
        if !same {
            return false;
        }
        // "With a coke, and a coke": what an "and" joins is one more.
        let joined = *length > 1
            && tokens
                .get(at)
                .and_then(|token| offline.phrases.roles(&token.text))
                .is_some_and(|roles| roles.contains(&Role::And));
        // "Fifty fifty" says one thing; "half ham, half, half mushrooms" does not.
        let before = tokens.get(..at).unwrap_or_default();
        let said_before = || before.iter().any(|token| token.text == *word);
        let phrase = tokens
            .get(at..at + 2)
            .and_then(|words| offline.phrases.of_words(words));
        let meant = || {
            *length == 1
                && (phrase.is_some() && !said_before()
                    || begins_a_name(offline, tokens, at + 1)
                    || is_a_size_of(offline, tokens, at))
        };
        !joined && !meant()
    })
}

/// Whether a phrase that asks for something begins at a place, and longer ones may.
fn begins_a_sentence(offline: &Offline, tokens: &[Token], at: usize) -> bool {
    let longest = tokens.get(at).map(|first| offline.phrases.longest_from(first));
    longest.is_some_and(|longest| longest > LONGEST_REPEAT)
        && (1..=LONGEST_REPEAT).any(|length| {
            let phrase = tokens.get(at..at + length);
            let roles = phrase.and_then(|words| offline.phrases.of_words(words));
            roles.is_some_and(|roles| roles.contains(&Role::Want))
        })
}

/// "A medium medium roast": whether a word is a size, and begins a name where it is said again.
fn is_a_size_of(offline: &Offline, tokens: &[Token], at: usize) -> bool {
    let forms = |at: usize| {
        let token = tokens.get(at)?;
        Some(offline.names.forms(&token.text, &offline.phrases, &[]))
    };
    let (Some(size), Some(next)) = (forms(at), forms(at + 2)) else {
        return false;
    };
    let named = offline.names.find_pair(&size, &next).is_some();
    let is_value = |sense: &Sense| matches!(sense, Sense::Value(..));
    named
        && offline
            .names
            .find(&[size])
            .is_some_and(|(senses, _)| senses.iter().any(is_value))
}

/// Whether a number belongs to a name ("two two-liter cokes").
fn begins_a_name(offline: &Offline, tokens: &[Token], at: usize) -> bool {
    let is_number = tokens
        .get(at)
        .is_some_and(|token| offline.phrases.number(&token.text).is_some());
    is_number
        && (2..=3).any(|length| {
            tokens.get(at..at + length).is_some_and(|window| {
                let forms: Vec<_> = window
                    .iter()
                    .map(|token| offline.names.forms(&token.text, &offline.phrases, &[]))
                    .collect();
                offline.names.find(&forms).is_some()
            })
        })
}
