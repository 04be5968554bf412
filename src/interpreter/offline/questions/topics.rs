//! What questions are about beside the menu's names: kinds of things, allergens, ways to pay, what may be wrong.

use std::collections::HashMap;
use std::ops::Range;

use super::super::lexicon::{Lexicon, allergens, split};
use super::super::text::{Token, stem, words};
use crate::interpreter::ComplaintKind;
use crate::interpreter::vocabulary::Vocabulary;
use crate::order::menu::Allergen;
use crate::order::{Language, Method};

/// The longest phrase for a kind of thing or an allergen.
const LONGEST: usize = 4;

/// A kind of thing that a menu knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Category(usize),
    Group(usize),
    Attribute(usize),
}

/// The words of a language, and of a menu's kinds, that questions are about beside the menu's names.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Topics {
    language: Option<Language>,
    kinds: HashMap<String, Kind>,
    allergens: HashMap<String, &'static [Allergen]>,
    methods: HashMap<String, Method>,
    whole: Vec<String>,
    allergic: Vec<String>,
    complaints: &'static [(ComplaintKind, &'static str)],
}

impl Topics {
    /// Compiles a lexicon's topics for a menu.
    pub(in crate::interpreter::offline) fn new(
        vocabulary: &Vocabulary,
        lexicon: &Lexicon,
        language: Language,
    ) -> Self {
        let mut topics = Self {
            language: Some(language),
            ..Self::default()
        };
        topics.add_kinds(vocabulary, lexicon);
        for (phrase, named) in allergens::phrases(language) {
            let key = topics.key(words(phrase).iter().map(String::as_str));
            topics.allergens.entry(key).or_insert(named);
        }
        let (cash, card, pix) = lexicon.methods;
        for (method, phrases) in [(Method::Cash, cash), (Method::Card, card), (Method::Pix, pix)] {
            for phrase in split(phrases) {
                let key = topics.key(phrase.split(' '));
                topics.methods.insert(key, method);
            }
        }
        topics.whole = split(lexicon.whole).map(str::to_owned).collect();
        topics.complaints = lexicon.complaints;
        topics.allergic = split(lexicon.allergic).map(str::to_owned).collect();
        topics
    }

    fn add_kinds(&mut self, vocabulary: &Vocabulary, lexicon: &Lexicon) {
        let categories = vocabulary.categories.iter().enumerate();
        let groups = vocabulary.groups.iter().enumerate();
        let attributes = vocabulary.attributes.iter().enumerate();
        let named: Vec<(Kind, &[String])> = categories
            .map(|(at, entry)| (Kind::Category(at), entry.names.as_slice()))
            .chain(groups.map(|(at, entry)| (Kind::Group(at), entry.names.as_slice())))
            .chain(attributes.map(|(at, entry)| (Kind::Attribute(at), entry.names.as_slice())))
            .collect();
        for (kind, names) in &named {
            for name in *names {
                let key = self.key(words(name).iter().map(String::as_str));
                self.kinds.entry(key).or_insert(*kind);
            }
        }
        for alike in lexicon.kinds {
            let keys: Vec<String> = split(alike).map(|phrase| self.key(phrase.split(' '))).collect();
            // The kind that goes by one of these words as a whole, or else by a name with one of them in it.
            let whole = keys.iter().find_map(|key| self.kinds.get(key)).copied();
            let kind = whole.or_else(|| {
                let holds = |name: &String| {
                    let parts = words(name);
                    parts
                        .iter()
                        .any(|part| keys.contains(&self.key([part.as_str()].into_iter())))
                };
                let found = named.iter().find(|(_, names)| names.iter().any(holds));
                found.map(|(kind, _)| *kind)
            });
            for key in keys {
                if let Some(kind) = kind {
                    self.kinds.entry(key).or_insert(kind);
                }
            }
        }
    }

    /// A phrase as it is looked up: the stems of its words.
    fn key<'w>(&self, words: impl Iterator<Item = &'w str>) -> String {
        let language = self.language.unwrap_or(Language::EnUs);
        words
            .map(|word| stem(word, language))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Every phrase of a map among the words, the longest first at each place.
    fn each<T: Copy>(&self, map: &HashMap<String, T>, tokens: &[Token]) -> Vec<(Range<usize>, T)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let hit = (1..=LONGEST.min(tokens.len() - at)).rev().find_map(|length| {
                let window = tokens.get(at..at + length)?;
                let known = map.get(&self.key(window.iter().map(|token| token.text.as_str())))?;
                Some((at..at + length, *known))
            });
            at = hit.as_ref().map_or(at + 1, |(range, _)| range.end);
            found.extend(hit);
        }
        found
    }

    /// The kinds of things that are named, and where.
    pub(super) fn kinds(&self, tokens: &[Token]) -> Vec<(Range<usize>, Kind)> {
        self.each(&self.kinds, tokens)
    }

    /// The allergens that are named.
    pub(super) fn allergens(&self, tokens: &[Token]) -> Vec<Allergen> {
        let mut all: Vec<Allergen> = Vec::new();
        for (_, named) in self.each(&self.allergens, tokens) {
            all.extend(named);
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether the first word is an allergen, or begins one.
    pub(super) fn begins_with_allergen(&self, tokens: &[Token]) -> bool {
        let all = self.each(&self.allergens, tokens);
        all.first().is_some_and(|(range, _)| range.start == 0)
    }

    /// The way to pay that is named.
    pub(super) fn method(&self, tokens: &[Token]) -> Option<Method> {
        self.each(&self.methods, tokens)
            .first()
            .map(|(_, method)| *method)
    }

    /// Whether a kind of thing is named.
    pub(super) fn names_kind(&self, tokens: &[Token]) -> bool {
        !self.each(&self.kinds, tokens).is_empty()
    }

    /// Whether these words are a kind of thing, and nothing beside.
    pub(super) fn is_kind(&self, tokens: &[Token]) -> bool {
        matches!(self.each(&self.kinds, tokens).as_slice(), [(range, _)] if *range == (0..tokens.len()))
    }

    /// Whether somebody is said to be allergic.
    pub(super) fn allergic(&self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| self.allergic.contains(&token.text))
    }

    /// What is wrong, by a word that says so wherever it stands.
    pub(super) fn complaint(&self, tokens: &[Token]) -> Option<ComplaintKind> {
        let said = |kind: &ComplaintKind| {
            let begins = |token: &Token| {
                let mut stems = self.complaints.iter().filter(|(other, _)| other == kind);
                stems.any(|(_, stems)| split(stems).any(|stem| token.text.starts_with(stem)))
            };
            tokens.iter().any(begins)
        };
        [
            ComplaintKind::Missing,
            ComplaintKind::Wrong,
            ComplaintKind::Cold,
            ComplaintKind::Late,
        ]
        .into_iter()
        .find(said)
    }

    /// Whether a word is of an order as a whole ("food").
    pub(super) fn is_whole(&self, word: &str) -> bool {
        self.whole.iter().any(|whole| whole == word)
    }
}
