//! A language's lexicon and a menu's own words, compiled for look-up by phrase.

use std::borrow::Cow;
use std::ops::Deref;

use super::few::Few;
use super::lexicon::{Lexicon, OfLanguage, Role, split};
use super::lookup::{Phrased, Texts};
use super::text::{self, Token};
use super::word::AsText;
use crate::interpreter::vocabulary::OwnWords;
use crate::order::{Amount, Language};

/// The largest number that is told from larger ones: far beyond any order, and small enough to be added up.
const MOST: u32 = 10_000;

/// Room for the phrases of a language and their first words.
const ROOM: usize = 1750;

/// The compiled phrases.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    roles: Phrased<Few<Role>>,
    /// The phrases that are fillers and nothing else.
    fillers: Phrased<()>,
    /// The first words of phrases that names may part, and how those end.
    parted: Texts<Vec<&'static str>>,
    /// The words by which a menu tells one thing from another of its kind.
    telling: Texts<()>,
    /// The words behind a number of those who eat.
    headcount: Phrased<()>,
    /// How words begin that say what was only thought of.
    abandoned: Phrased<()>,
}

impl Phrases {
    /// The phrases of a language, compiled once.
    pub(super) fn of(language: Language) -> &'static Self {
        static COMPILED: OfLanguage<Phrases> = OfLanguage::new();
        COMPILED.get(language, Self::new)
    }

    /// The same with a menu's own words; where both know a phrase, the lexicon has the say.
    pub(super) fn with(language: Language, own: &OwnWords) -> Cow<'static, Self> {
        let mut phrases = Cow::Borrowed(Self::of(language));
        if *own != OwnWords::default() {
            phrases.to_mut().add_own(own);
        }
        phrases
    }

    fn new(lexicon: &Lexicon) -> Self {
        let mut phrases = Self {
            roles: Phrased::with_room(ROOM),
            fillers: Phrased::default(),
            parted: Texts::default(),
            telling: Texts::default(),
            headcount: Phrased::of_list(lexicon.headcount),
            abandoned: Phrased::of_list(lexicon.abandoned),
        };
        for (number, value) in lexicon.numbers {
            phrases.add(text::phrase(number), Role::Number(*value));
        }
        for (role, all) in lexicon.phrases {
            for phrase in split(all) {
                phrases.add(text::phrase(phrase), *role);
            }
        }
        phrases.add_fillers(lexicon);
        for word in split(lexicon.telling) {
            phrases.telling.entry(Cow::Borrowed(word), || ());
        }
        for (first, second) in lexicon.parted_phrases {
            phrases
                .parted
                .entry(Cow::Borrowed(*first), Vec::new)
                .push(*second);
        }
        phrases
    }

    fn add_own(&mut self, own: &OwnWords) {
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
            .filter(|(phrase, _)| !self.roles.contains(&text::phrase(phrase)))
            .collect();
        for (phrase, role) in unknown {
            self.add(Cow::Owned(text::phrase(&phrase).into_owned()), role);
        }
    }

    fn add(&mut self, phrase: Cow<'static, str>, role: Role) {
        if phrase.is_empty() {
            return;
        }
        let roles = self.roles.entry(phrase, || Few::one(role));
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    fn add_fillers(&mut self, lexicon: &Lexicon) {
        let fillers = lexicon.phrases.iter().filter(|(role, _)| *role == Role::Filler);
        for phrase in fillers.flat_map(|(_, all)| split(all)) {
            if self.roles(phrase) == Some(&[Role::Filler]) {
                self.fillers.entry(Cow::Borrowed(phrase), || ());
            }
        }
    }

    /// The length of the longest filler of at most `most` words at a place.
    pub(super) fn filler_at(&self, words: &[Token], at: usize, most: usize) -> Option<usize> {
        let found = self.fillers.longest_at(words, at, 1..=most, |()| Some(()));
        found.map(|(length, ())| length)
    }

    /// How phrases end that begin with a word, where a name may stand in between.
    pub(super) fn parted_by(&self, first: &(impl AsText + ?Sized)) -> &[&'static str] {
        self.parted.get(first).map_or(&[], Vec::as_slice)
    }

    /// Whether a word tells one thing from another of its kind.
    pub(super) fn tells(&self, word: &(impl AsText + ?Sized)) -> bool {
        self.telling.contains(word)
    }

    /// Whether words begin at a place that say what was only thought of.
    pub(super) fn abandons(&self, words: &[Token], at: usize) -> bool {
        let longest = self.abandoned.longest();
        let found = self.abandoned.longest_at(words, at, 1..=longest, |()| Some(()));
        found.is_some()
    }

    /// The length of the words at a place that say who eats, and not what.
    pub(super) fn headcount_at(&self, words: &[Token], at: usize) -> Option<usize> {
        let longest = self.headcount.longest();
        let found = self.headcount.longest_at(words, at, 1..=longest, |()| Some(()));
        found.map(|(length, ())| length)
    }

    /// Words of the longest phrase.
    pub(super) fn longest(&self) -> usize {
        self.roles.longest()
    }

    /// Words of the longest phrase that may begin with this one; 0 where none does.
    pub(super) fn longest_from(&self, first: &Token) -> usize {
        self.roles.longest_from(first)
    }

    /// The roles of the phrase that words make.
    pub(super) fn of_words(&self, words: &[Token]) -> Option<&[Role]> {
        self.roles.of_words(words).map(Deref::deref)
    }

    /// The roles of a phrase, its words parted by one space.
    pub(super) fn roles(&self, phrase: &(impl AsText + ?Sized)) -> Option<&[Role]> {
        self.roles.get(phrase).map(Deref::deref)
    }

    /// The number that a word is, in words or digits.
    pub(super) fn number(&self, word: &(impl AsText + ?Sized)) -> Option<u32> {
        self.number_of(word.text(), self.roles(word))
    }

    /// The number that a word of these roles is, in words or digits. More digits than anyone orders are still a number,
    /// which the order then refuses: taken for a word, they would leave one of the thing.
    pub(super) fn number_of(&self, word: &str, roles: Option<&[Role]>) -> Option<u32> {
        if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(word.parse::<u32>().unwrap_or(MOST).min(MOST));
        }
        roles?.iter().rev().find_map(|role| match role {
            Role::Number(number) => Some(*number),
            _ => None,
        })
    }
}
