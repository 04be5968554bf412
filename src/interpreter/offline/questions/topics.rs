//! What questions are about beside the menu's names: kinds of things, allergens, ways to pay, what may be wrong.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::super::lexicon::{Lexicon, allergens, split};
use super::super::lookup::Phrased;
use super::super::text::{Token, stem, words, words_of};
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

/// How many words the shortest phrase of each topic has that begins at a word; none where none does.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Begun {
    pub(super) kind: Option<usize>,
    pub(super) allergen: Option<usize>,
    pub(super) method: Option<usize>,
}

/// How many words the shortest phrase of a map has that begins at a place.
fn shortest<T>(map: &Phrased<T>, stems: &[Cow<'_, str>], at: usize) -> Option<usize> {
    let most = map.longest_from(stems.get(at)?).min(LONGEST);
    (1..=most).find(|length| {
        let words = stems.get(at..at + length);
        words.is_some_and(|words| map.of_words(words).is_some())
    })
}

/// The words of a language that questions are about beside a menu, by the stems of their words; compiled when a frame
/// first fits that asks about them.
#[derive(Debug)]
struct Spoken {
    allergens: Phrased<&'static [Allergen]>,
    methods: Phrased<Method>,
}

static EN_US: LazyLock<Spoken> = LazyLock::new(|| Spoken::of(Language::EnUs));
static PT_BR: LazyLock<Spoken> = LazyLock::new(|| Spoken::of(Language::PtBr));

impl Spoken {
    fn of(language: Language) -> Self {
        let mut spoken = Self {
            allergens: Phrased::default(),
            methods: Phrased::default(),
        };
        for (phrase, named) in allergens::phrases(language) {
            let key = key(language, words_of(phrase).iter().map(AsRef::as_ref));
            spoken.allergens.entry(&key, named);
        }
        let (cash, card, pix) = Lexicon::of(language).methods;
        for (method, phrases) in [(Method::Cash, cash), (Method::Card, card), (Method::Pix, pix)] {
            for phrase in split(phrases) {
                let key = key(language, phrase.split(' '));
                // The last one has the say.
                if let Some(known) = spoken.methods.entry(&key, method).first_mut() {
                    *known = method;
                }
            }
        }
        spoken
    }
}

/// A phrase as it is looked up: the stems of its words.
fn key<'w>(language: Language, words: impl Iterator<Item = &'w str>) -> String {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&stem(word, language));
    }
    key
}

/// The words of a language, and of a menu's kinds, that questions are about beside the menu's names.
#[derive(Debug)]
pub(in crate::interpreter::offline) struct Topics {
    language: Language,
    kinds: Phrased<Kind>,
    spoken: &'static LazyLock<Spoken>,
    whole: Vec<&'static str>,
    allergic: Vec<&'static str>,
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
            language,
            kinds: Phrased::default(),
            spoken: match language {
                Language::EnUs => &EN_US,
                Language::PtBr => &PT_BR,
            },
            whole: split(lexicon.whole).collect(),
            allergic: split(lexicon.allergic).collect(),
            complaints: lexicon.complaints,
        };
        topics.add_kinds(vocabulary, lexicon);
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
                let key = key(self.language, words_of(name).iter().map(AsRef::as_ref));
                self.kinds.entry(&key, *kind);
            }
        }
        for alike in lexicon.kinds {
            let keys: Vec<String> = split(alike)
                .map(|phrase| key(self.language, phrase.split(' ')))
                .collect();
            // The kind that goes by one of these words as a whole, or else by a name with one of them in it.
            let whole = keys.iter().find_map(|key| self.kinds.get(key)?.first()).copied();
            let kind = whole.or_else(|| {
                let holds = |name: &String| {
                    let parts = words(name);
                    parts
                        .iter()
                        .any(|part| keys.contains(&key(self.language, [part.as_str()].into_iter())))
                };
                let found = named.iter().find(|(_, names)| names.iter().any(holds));
                found.map(|(kind, _)| *kind)
            });
            for key in keys {
                if let Some(kind) = kind {
                    self.kinds.entry(&key, kind);
                }
            }
        }
    }

    fn stems<'t>(&self, tokens: &'t [Token]) -> Vec<Cow<'t, str>> {
        let words = tokens.iter();
        words.map(|token| stem(&token.text, self.language)).collect()
    }

    /// Every phrase of a map among the words, the longest first at each place.
    fn each<T: Copy>(&self, map: &Phrased<T>, tokens: &[Token]) -> Vec<(Range<usize>, T)> {
        let stems = self.stems(tokens);
        let mut found = Vec::new();
        let mut at = 0;
        while at < stems.len() {
            let hit = map.longest_at(&stems, at, 1..=LONGEST, |known| known.first().copied());
            let end = hit.map_or(at + 1, |(length, _)| at + length);
            found.extend(hit.map(|(_, known)| (at..end, known)));
            at = end;
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
        for (_, named) in self.each(&self.spoken.allergens, tokens) {
            all.extend(named);
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The way to pay that is named.
    pub(super) fn method(&self, tokens: &[Token]) -> Option<Method> {
        self.each(&self.spoken.methods, tokens)
            .first()
            .map(|(_, method)| *method)
    }

    /// For each word, how many words the shortest phrases have that begin there.
    pub(super) fn begun(&self, tokens: &[Token]) -> Vec<Begun> {
        let stems = self.stems(tokens);
        (0..stems.len())
            .map(|at| Begun {
                kind: shortest(&self.kinds, &stems, at),
                allergen: shortest(&self.spoken.allergens, &stems, at),
                method: shortest(&self.spoken.methods, &stems, at),
            })
            .collect()
    }

    /// Whether these words are a kind of thing, and nothing beside.
    pub(super) fn is_kind(&self, tokens: &[Token]) -> bool {
        matches!(self.each(&self.kinds, tokens).as_slice(), [(range, _)] if *range == (0..tokens.len()))
    }

    /// Whether somebody is said to be allergic.
    pub(super) fn allergic(&self, tokens: &[Token]) -> bool {
        tokens
            .iter()
            .any(|token| self.allergic.contains(&token.text.as_str()))
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
        self.whole.contains(&word)
    }
}
