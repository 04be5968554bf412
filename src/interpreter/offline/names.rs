//! The names of a vocabulary, compiled once: which words stand for which item, option or value.
//!
//! Names are kept joined and without spaces, so that "pepper jack" and "pepperjack" meet; beside each name
//! as it is stand its stems, the name without its small words, and every part of it that may stand for it.

use std::collections::{HashMap, HashSet};

use super::lexicon::{Lexicon, Role};
use super::phrases::Phrases;
use super::text::{push_stem, stem, words};
use crate::interpreter::Vocabulary;
use crate::order::Language;

/// What a name stands for, as places in the vocabulary's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Sense {
    /// An item.
    Item(usize),
    /// An option, with the number of portions that the name holds.
    Option(usize, Option<u32>),
    /// A value of an attribute.
    Value(usize, usize),
    /// A category that no generic item names.
    Category(usize),
}

/// How the words match the name; later is looser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Word for word.
    #[default]
    Exact,
    /// In another form: singular, plural, gender.
    Form,
    /// Without the name's small words.
    Loose,
    /// A part of the name.
    Part,
    /// With a word in between that the name lacks.
    Gap,
}

/// A word of an utterance with the forms by which it is looked up.
#[derive(Debug, Clone)]
pub(super) struct Forms {
    exact: String,
    stem: String,
    /// What a short form stands for.
    long: Option<String>,
}

impl Forms {
    /// The word without its endings.
    pub(super) fn stem(&self) -> &str {
        &self.stem
    }
}

/// The compiled names.
#[derive(Debug, Default)]
pub(super) struct Names {
    exact: HashMap<String, Vec<Sense>>,
    form: HashMap<String, Vec<Sense>>,
    loose: HashMap<String, Vec<Sense>>,
    part: HashMap<String, Vec<Sense>>,
    /// Items by the nouns of their names ("salad" for "green salad").
    nouns: HashMap<String, Vec<Sense>>,
    /// Every word of every name.
    pub(super) words: HashSet<String>,
    /// Words of the longest name.
    pub(super) longest: usize,
    language: Option<Language>,
}

/// The most words that a name may have; the rest of a longer one is not looked at.
const MOST_WORDS: usize = 10;
/// The most things that a part of a name may stand for and still be kept.
const MOST_SENSES: usize = 12;

impl Names {
    /// Compiles a vocabulary's names.
    pub(super) fn new(vocabulary: &Vocabulary, language: Language, phrases: &Phrases) -> Self {
        let mut names = Self {
            language: Some(language),
            ..Self::default()
        };
        for (at, item) in vocabulary.items.iter().enumerate() {
            names.add_all(&item.names, Sense::Item(at), phrases);
        }
        for (at, option) in vocabulary.options.iter().enumerate() {
            names.add_all(&option.names, Sense::Option(at, None), phrases);
            for (name, count) in &option.counted_names {
                names.add(name, Sense::Option(at, Some(*count)), phrases);
            }
        }
        for (at, attribute) in vocabulary.attributes.iter().enumerate() {
            for (value, (_, value_names)) in attribute.values.iter().enumerate() {
                names.add_all(value_names, Sense::Value(at, value), phrases);
            }
        }
        for (at, category) in vocabulary.categories.iter().enumerate() {
            for name in &category.names {
                if !names.exact.contains_key(&names.joined(&words(name), phrases).0) {
                    names.add(name, Sense::Category(at), phrases);
                }
            }
        }
        names.add_synonyms(vocabulary, Lexicon::of(language), phrases);
        names.prefer_own_names(vocabulary);
        names.forget_shadowed_parts();
        names
    }

    fn add_all(&mut self, all: &[String], sense: Sense, phrases: &Phrases) {
        for name in all {
            self.add(name, sense, phrases);
        }
    }

    fn add(&mut self, name: &str, sense: Sense, phrases: &Phrases) {
        let mut name = words(name);
        name.truncate(MOST_WORDS);
        if name.is_empty() {
            return;
        }
        self.longest = self.longest.max(name.len());
        let (exact, form) = self.joined(&name, phrases);
        put(&mut self.exact, exact, sense);
        put(&mut self.form, form, sense);
        self.words.extend(name.iter().cloned());
        let content: Vec<String> = name
            .iter()
            .filter(|word| !is_small(word, phrases))
            .cloned()
            .collect();
        if content.len() > 1 && content.len() < name.len() {
            let loose = self.joined(&content, phrases).1;
            put(&mut self.loose, loose, sense);
        }
        if !matches!(sense, Sense::Category(_)) {
            self.add_parts(&name, sense, phrases);
        }
    }

    /// Names as people also say them, where that is no name already.
    fn add_synonyms(&mut self, vocabulary: &Vocabulary, lexicon: &Lexicon, phrases: &Phrases) {
        let items = vocabulary
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| (Sense::Item(at), &item.names));
        let options = vocabulary
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| (Sense::Option(at, None), &option.names));
        let apart = |&(word, other): &(&'static str, &str)| {
            let first = word.split(' ').next().unwrap_or_default();
            (first, format!(" {word} "), format!(" {other} "))
        };
        let synonyms: Vec<_> = lexicon.synonyms.iter().map(apart).collect();
        let mut said = Vec::new();
        for (sense, all) in items.chain(options) {
            for name in all {
                let parts = words(name);
                let name = format!(" {} ", parts.join(" "));
                // Most names hold the first word of no synonym: comparing words is far cheaper than searching for texts.
                let begun = |&&(first, ..): &&(&str, String, String)| parts.iter().any(|part| part == first);
                for (_, word, other) in synonyms.iter().filter(begun) {
                    if name.contains(word) && !name.contains(other) {
                        said.push((sense, words(&name.replace(word, other))));
                    }
                }
            }
        }
        for (sense, name) in said {
            let (exact, form) = self.joined(&name, phrases);
            if !self.exact.contains_key(&exact) && !self.form.contains_key(&form) {
                put(&mut self.loose, form, sense);
                self.words.extend(name);
            }
        }
    }

    /// Every run of a name's words that begins and ends with a word of its own and holds one that no lexicon knows.
    fn add_parts(&mut self, name: &[String], sense: Sense, phrases: &Phrases) {
        let telling: Vec<bool> = name.iter().map(|word| is_telling(word, phrases)).collect();
        let small: Vec<bool> = name.iter().map(|word| is_small(word, phrases)).collect();
        let is_small = |at: usize| small.get(at).copied().unwrap_or(false);
        for from in (0..name.len()).filter(|from| !is_small(*from)) {
            for to in (from + 1..=name.len()).filter(|to| !is_small(to - 1)) {
                let part = name.get(from..to).unwrap_or_default();
                let tells = telling.get(from..to).unwrap_or_default().contains(&true);
                if part.len() < name.len() && tells {
                    let form = self.joined(part, phrases).1;
                    let is_noun = match self.language {
                        Some(Language::PtBr) => from == 0,
                        Some(Language::EnUs) | None => to == name.len(),
                    };
                    if is_noun && matches!(sense, Sense::Item(_)) {
                        put(&mut self.nouns, form.clone(), sense);
                    }
                    put(&mut self.part, form, sense);
                }
            }
        }
    }

    fn joined(&self, name: &[String], phrases: &Phrases) -> (String, String) {
        let (mut exact, mut form) = (String::new(), String::new());
        for word in name {
            let from = exact.len();
            push_exact(&mut exact, word, phrases);
            push_stem(&mut form, exact.get(from..).unwrap_or_default(), self.language());
        }
        (exact, form)
    }

    fn language(&self) -> Language {
        self.language.unwrap_or(Language::EnUs)
    }

    /// The forms of a word; a number in words and in digits have the same.
    pub(super) fn forms(&self, word: &str, phrases: &Phrases, short_forms: &[(&str, &str)]) -> Forms {
        let mut exact = String::with_capacity(word.len());
        push_exact(&mut exact, word, phrases);
        let long = short_forms
            .iter()
            .find(|(short, _)| *short == word)
            .map(|(_, long)| long.replace(' ', ""));
        Forms {
            stem: stem(&exact, self.language()),
            exact,
            long,
        }
    }

    /// What these words stand for, by the closest fit.
    pub(super) fn find(&self, window: &[Forms]) -> Option<(Vec<Sense>, Fit)> {
        let (exact, form) = join(&window.iter().collect::<Vec<_>>());
        let mut found = [
            (&self.exact, &exact, Fit::Exact),
            (&self.form, &form, Fit::Form),
            (&self.loose, &form, Fit::Loose),
            (&self.part, &form, Fit::Part),
        ]
        .into_iter()
        .find_map(|(map, key, fit)| map.get(key).map(|senses| (senses.clone(), fit)));
        if let [Forms { long: Some(long), .. }] = window
            && let Some(senses) = self.exact.get(long)
        {
            let (known, _) = found.get_or_insert_with(|| (Vec::new(), Fit::Form));
            known.extend(senses);
        }
        found
    }

    /// The items of whose names these words are the noun.
    pub(super) fn items_with_noun(&self, window: &[Forms]) -> &[Sense] {
        let (_, form) = join(&window.iter().collect::<Vec<_>>());
        self.nouns.get(&form).map_or(&[], Vec::as_slice)
    }

    /// What these words stand for when one of the inner ones is passed over.
    pub(super) fn find_over_gap(&self, window: &[Forms]) -> Option<Vec<Sense>> {
        (1..window.len().saturating_sub(1)).find_map(|gap| {
            let kept: Vec<&Forms> = window
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != gap)
                .map(|(_, word)| word)
                .collect();
            self.form.get(&join(&kept).1).cloned()
        })
    }

    /// What two parted words stand for when put side by side.
    pub(super) fn find_pair(&self, first: &Forms, second: &Forms) -> Option<Vec<Sense>> {
        self.form.get(&join(&[first, second]).1).cloned()
    }

    /// Of several things of one name, those first for which it is not short for a longer name of theirs.
    fn prefer_own_names(&mut self, vocabulary: &Vocabulary) {
        let all_names = |sense: &Sense| -> Vec<String> {
            match sense {
                Sense::Option(at, _) => vocabulary
                    .options
                    .get(*at)
                    .map(|option| option.names.clone())
                    .unwrap_or_default(),
                Sense::Item(at) => vocabulary
                    .items
                    .get(*at)
                    .map(|item| item.names.clone())
                    .unwrap_or_default(),
                Sense::Value(..) | Sense::Category(_) => Vec::new(),
            }
        };
        for (key, senses) in &mut self.exact {
            if senses.len() > 1 {
                senses.sort_by_key(|sense| {
                    all_names(sense).iter().any(|name| {
                        let name = words(name).concat();
                        name.len() > key.len() + 1 && name.starts_with(key.as_str())
                    })
                });
            }
        }
    }

    fn forget_shadowed_parts(&mut self) {
        let (exact, form) = (&self.exact, &self.form);
        self.part.retain(|key, senses| {
            !exact.contains_key(key) && !form.contains_key(key) && senses.len() <= MOST_SENSES
        });
    }
}

/// Puts a word at the end of a text; a number in words and in digits is the same.
fn push_exact(text: &mut String, word: &str, phrases: &Phrases) {
    match phrases.number(word) {
        Some(number) => text.push_str(&number.to_string()),
        None => text.push_str(word),
    }
}

fn join(window: &[&Forms]) -> (String, String) {
    (
        window.iter().map(|word| word.exact.as_str()).collect(),
        window.iter().map(|word| word.stem.as_str()).collect(),
    )
}

fn put(map: &mut HashMap<String, Vec<Sense>>, key: String, sense: Sense) {
    let senses = map.entry(key).or_default();
    if !senses.iter().any(|known| same_thing(known, &sense)) {
        senses.push(sense);
    }
}

/// Whether two senses are of one thing, whatever their counts.
fn same_thing(one: &Sense, other: &Sense) -> bool {
    if let (Sense::Option(one, _), Sense::Option(other, _)) = (one, other) {
        return one == other;
    }
    one == other
}

/// A word that only joins others: it neither begins nor ends a part of a name.
fn is_small(word: &str, phrases: &Phrases) -> bool {
    phrases.roles(word).is_some_and(|roles| {
        roles.iter().any(|role| {
            matches!(
                role,
                Role::And
                    | Role::Or
                    | Role::With
                    | Role::Of
                    | Role::The
                    | Role::For
                    | Role::Into
                    | Role::On
                    | Role::Article
                    | Role::Negation
            )
        })
    })
}

/// A word that tells something of its own: three letters or more, and in no lexicon.
fn is_telling(word: &str, phrases: &Phrases) -> bool {
    word.len() >= 3
        && phrases.roles(word).is_none()
        && phrases.number(word).is_none()
        && !word.starts_with(|c: char| c.is_ascii_digit())
}
