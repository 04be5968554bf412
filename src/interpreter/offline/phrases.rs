//! A language's lexicon and a menu's own words, compiled for look-up by phrase.

use std::collections::HashMap;

use super::lexicon::{Lexicon, Role, split};
use super::text;
use crate::interpreter::vocabulary::OwnWords;
use crate::order::Amount;

/// The largest number that is told from larger ones: far beyond any order, and small enough to be added up.
const MOST: u32 = 10_000;

/// The compiled phrases.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    roles: HashMap<String, Vec<Role>>,
    /// Numbers of one word, however written.
    numbers: HashMap<String, u32>,
    /// Words of the longest phrase.
    pub(super) longest: usize,
}

impl Phrases {
    /// Compiles a lexicon with a menu's own words; where both know a phrase, the lexicon has the say.
    pub(super) fn new(lexicon: &Lexicon, own: &OwnWords) -> Self {
        let mut phrases = Self::default();
        for (number, value) in lexicon.numbers {
            phrases.add(number, Role::Number(*value));
        }
        for (role, all) in lexicon.phrases {
            for phrase in split(all) {
                phrases.add(phrase, *role);
            }
        }
        let own_amounts = |all: &[String], amount| {
            all.iter()
                .map(move |phrase| (phrase.clone(), Role::Amount(amount)))
                .collect::<Vec<_>>()
        };
        let own_phrases = own_amounts(&own.extra, Amount::Extra)
            .into_iter()
            .chain(own_amounts(&own.light, Amount::Light))
            .chain(own.negation.iter().map(|phrase| (phrase.clone(), Role::Negation)))
            .chain(
                own.numbers
                    .iter()
                    .map(|(phrase, number)| (phrase.clone(), Role::Number(*number))),
            );
        let unknown: Vec<_> = own_phrases
            .filter(|(phrase, _)| !phrases.roles.contains_key(&text::phrase(phrase)))
            .collect();
        for (phrase, role) in unknown {
            phrases.add(&phrase, role);
        }
        phrases
    }

    fn add(&mut self, phrase: &str, role: Role) {
        let phrase = text::phrase(phrase);
        if phrase.is_empty() {
            return;
        }
        let length = phrase.split(' ').count();
        self.longest = self.longest.max(length);
        if let (Role::Number(number), 1) = (role, length) {
            self.numbers.insert(phrase.clone(), number);
        }
        let roles = self.roles.entry(phrase).or_default();
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    /// The roles of a phrase, its words parted by one space.
    pub(super) fn roles(&self, phrase: &str) -> Option<&[Role]> {
        self.roles.get(phrase).map(Vec::as_slice)
    }

    /// The number that a word is, in words or digits. More digits than anyone orders are still a number, which the order
    /// then refuses: taken for a word, they would leave one of the thing.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(word.parse::<u32>().unwrap_or(MOST).min(MOST));
        }
        self.numbers.get(word).copied()
    }

    /// Every single word of every phrase.
    pub(super) fn contains_word(&self, word: &str) -> bool {
        self.roles.contains_key(word)
    }
}
