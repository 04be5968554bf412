//! Compiles a vocabulary's names: each as it is, in its stems, without its small words, as people also say it, and every
//! part that may stand for it.

use std::borrow::Cow;

use super::{Forms, Names, Sense, Shape};
use crate::interpreter::Vocabulary;
use crate::interpreter::offline::few::Few;
use crate::interpreter::offline::lexicon::{Lexicon, Role};
use crate::interpreter::offline::lookup::Texts;
use crate::interpreter::offline::phrases::Phrases;
use crate::interpreter::offline::text::{stem, words, words_of};
use crate::order::Language;

/// The most words that a name may have; the rest of a longer one is not looked at.
const MOST_WORDS: usize = 10;
/// The most things that a part of a name may stand for and still be kept.
const MOST_SENSES: usize = 12;

impl Names {
    /// Compiles a vocabulary's names.
    pub(in crate::interpreter::offline) fn new(
        vocabulary: &Vocabulary,
        language: Language,
        phrases: &Phrases,
    ) -> Self {
        let room = vocabulary.items.len() + vocabulary.options.len();
        let mut names = Self {
            exact: Texts::with_room(2 * room),
            form: Texts::with_room(2 * room),
            loose: Texts::default(),
            part: Texts::with_room(3 * room),
            nouns: Texts::default(),
            option_nouns: Texts::default(),
            exact_shape: Shape::default(),
            form_shape: Shape::default(),
            words: Texts::with_room(2 * room),
            longest: 0,
            language,
            stems: Texts::default(),
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
                if !names.exact.contains(&names.looked_up(&words_of(name), phrases).0) {
                    names.add(name, Sense::Category(at), phrases);
                }
            }
        }
        names.add_synonyms(vocabulary, Lexicon::of(language), phrases);
        names.prefer_own_names(vocabulary);
        names.forget_groups(vocabulary, phrases);
        names.forget_shadowed_parts();
        names.measure();
        names.stem();
        names
    }

    fn add_all(&mut self, all: &[String], sense: Sense, phrases: &Phrases) {
        for name in all {
            self.add(name, sense, phrases);
        }
    }

    fn add(&mut self, name: &str, sense: Sense, phrases: &Phrases) {
        let mut name = words_of(name);
        name.truncate(MOST_WORDS);
        if name.is_empty() {
            return;
        }
        self.longest = self.longest.max(name.len());
        let looked_up: Vec<NameWord<'_>> = name.iter().map(|word| self.look_up(word, phrases)).collect();
        let (exact, form) = joined(&looked_up);
        let written = name.concat();
        if written != exact {
            // "Cocazero": a number that is a part of a name is heard together with it, too.
            put(&mut self.exact, written, sense);
        }
        put(&mut self.exact, exact, sense);
        put(&mut self.form, form, sense);
        self.add_words(&name);
        let small = looked_up.iter().filter(|word| word.small).count();
        if small > 0 && looked_up.len() - small > 1 {
            let content = looked_up.iter().filter(|word| !word.small);
            put(
                &mut self.loose,
                content.map(|word| word.forms.stem()).collect(),
                sense,
            );
        }
        if !matches!(sense, Sense::Category(_)) {
            self.add_parts(&looked_up, sense);
        }
    }

    /// Words as they are looked up.
    fn looked_up(&self, name: &[Cow<'_, str>], phrases: &Phrases) -> (String, String) {
        let words: Vec<NameWord<'_>> = name.iter().map(|word| self.look_up(word, phrases)).collect();
        joined(&words)
    }

    fn look_up<'w>(&self, word: &'w str, phrases: &Phrases) -> NameWord<'w> {
        let roles = phrases.roles(word);
        let number = phrases.number_of(word, roles);
        NameWord {
            forms: self.forms_of(word, number, &[]),
            small: roles.is_some_and(is_small),
            telling: is_telling(word, roles, number),
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
        let values = vocabulary
            .attributes
            .iter()
            .enumerate()
            .flat_map(|(at, attribute)| {
                let values = attribute.values.iter().enumerate();
                values.map(move |(value, (_, names))| (Sense::Value(at, value), names))
            });
        let apart = |&(word, other): &(&'static str, &str)| {
            let first = word.split(' ').next().unwrap_or_default();
            (first, format!(" {word} "), format!(" {other} "))
        };
        let synonyms: Vec<_> = lexicon.synonyms.iter().map(apart).collect();
        let mut said = Vec::new();
        for (sense, all) in items.chain(options).chain(values) {
            for name in all {
                let parts = words_of(name);
                // Most names hold the first word of no synonym: comparing words is far cheaper than searching for texts.
                let begun = |&&(first, ..): &&(&str, String, String)| parts.iter().any(|part| part == first);
                let mut begun = synonyms.iter().filter(begun).peekable();
                if begun.peek().is_none() {
                    continue;
                }
                let name = format!(" {} ", parts.join(" "));
                for (_, word, other) in begun {
                    if name.contains(word) && !name.contains(other) {
                        said.push((sense, name.replace(word, other)));
                    }
                }
            }
        }
        for (sense, name) in &said {
            let name = words_of(name);
            let (exact, form) = self.looked_up(&name, phrases);
            if !self.exact.contains(&exact) && !self.form.contains(&form) {
                put(&mut self.loose, form, *sense);
                self.add_words(&name);
            }
        }
    }

    /// Every run of a name's words that begins and ends with a word of its own and holds one that no lexicon knows.
    fn add_parts(&mut self, name: &[NameWord<'_>], sense: Sense) {
        for from in 0..name.len() {
            for to in from + 1..=name.len() {
                let part = name.get(from..to).unwrap_or_default();
                let bounded = [part.first(), part.last()]
                    .into_iter()
                    .flatten()
                    .all(|word| !word.small);
                if !bounded || part.len() == name.len() || !part.iter().any(|word| word.telling) {
                    continue;
                }
                let form: String = part.iter().map(|word| word.forms.stem()).collect();
                let is_noun = match self.language {
                    Language::PtBr => from == 0,
                    Language::EnUs => to == name.len(),
                };
                if is_noun && matches!(sense, Sense::Item(_)) {
                    put_next(&mut self.nouns, Cow::Borrowed(&form), sense, usize::MAX);
                }
                if is_noun && matches!(sense, Sense::Option(..)) {
                    self.option_nouns.entry_of(Cow::Borrowed(&form), || ());
                }
                put_next(&mut self.part, Cow::Owned(form), sense, MOST_SENSES + 1);
            }
        }
    }

    fn add_words(&mut self, name: &[Cow<'_, str>]) {
        for word in name {
            self.words.entry_of(Cow::Borrowed(word), || ());
        }
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
        for (key, senses) in self.exact.iter_mut() {
            if senses.len() > 1 {
                senses.sort_by_key(|sense| {
                    all_names(sense).iter().any(|name| {
                        let name = words(name).concat();
                        name.len() > key.len() + 1 && name.starts_with(key)
                    })
                });
            }
        }
    }

    /// "Dressing" names none of the dressings, though one of them is called by it.
    fn forget_groups(&mut self, vocabulary: &Vocabulary, phrases: &Phrases) {
        let mut kinds: Texts<()> = Texts::default();
        for name in vocabulary.groups.iter().flat_map(|group| &group.names) {
            let (_, form) = self.looked_up(&words_of(name), phrases);
            kinds.entry_of(Cow::Owned(form), || ());
        }
        let is_option = |sense: &Sense| matches!(sense, Sense::Option(..));
        self.part.retain(|key, senses| {
            !(kinds.contains(key) && senses.len() == 1 && senses.iter().all(is_option))
        });
    }

    fn forget_shadowed_parts(&mut self) {
        let (exact, form) = (&self.exact, &self.form);
        self.part
            .retain(|key, senses| senses.len() <= MOST_SENSES && !exact.contains(key) && !form.contains(key));
    }

    /// Looks at the stems of all words.
    fn stem(&mut self) {
        let mut stems = Texts::with_room(self.words.len());
        for (word, ()) in self.words.iter() {
            stems.entry_of(stem(word, self.language), || ());
        }
        self.stems = stems;
    }

    /// Looks at the keys of every map.
    fn measure(&mut self) {
        self.exact.iter().for_each(|(key, _)| self.exact_shape.add(key));
        for map in [&self.form, &self.loose, &self.part] {
            map.iter().for_each(|(key, _)| self.form_shape.add(key));
        }
    }
}

/// A word of a name.
struct NameWord<'w> {
    forms: Forms<'w>,
    /// Whether it only joins others.
    small: bool,
    /// Whether it tells something of its own.
    telling: bool,
}

fn joined(name: &[NameWord<'_>]) -> (String, String) {
    let exact = name.iter().map(|word| &*word.forms.exact.text);
    let form = name.iter().map(|word| word.forms.stem());
    (exact.collect(), form.collect())
}

fn put(map: &mut Texts<Few<Sense>>, key: String, sense: Sense) {
    let senses = map.entry(Cow::Owned(key), || Few::one(sense));
    if !senses.iter().any(|known| same_thing(known, &sense)) {
        senses.push(sense);
    }
}

/// The same, where all that is called by one thing's names is put before anything of the next one; of no more things
/// than `most`.
fn put_next(map: &mut Texts<Few<Sense>>, key: Cow<'_, str>, sense: Sense, most: usize) {
    let senses = map.entry_of(key, || Few::one(sense));
    if senses.len() < most && !senses.last().is_some_and(|known| same_thing(known, &sense)) {
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

/// Whether a word of these roles only joins others: it neither begins nor ends a part of a name.
fn is_small(roles: &[Role]) -> bool {
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
}

/// A word that tells something of its own: three letters or more, and in no lexicon.
fn is_telling(word: &str, roles: Option<&[Role]>, number: Option<u32>) -> bool {
    word.len() >= 3 && roles.is_none() && number.is_none() && !word.starts_with(|c: char| c.is_ascii_digit())
}
