//! The names of a vocabulary, compiled once: which words stand for which item, option or value.
//!
//! Names are kept joined and without spaces, so that "pepper jack" and "pepperjack" meet; beside each name
//! as it is stand its stems, the name without its small words, and every part of it that may stand for it.

use std::borrow::Cow;

use super::lexicon::{Lexicon, Role};
use super::lookup::{TextHash, Texts};
use super::phrases::Phrases;
use super::text::{stem, words};
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
pub(super) struct Forms<'w> {
    exact: Cow<'w, str>,
    stem: Cow<'w, str>,
    /// What a short form stands for.
    long: Option<String>,
}

impl Forms<'_> {
    /// The word without its endings.
    pub(super) fn stem(&self) -> &str {
        &self.stem
    }
}

/// What words stand for.
pub(super) type Found<'n> = (Cow<'n, [Sense]>, Fit);

/// Words as they are looked up, joined without spaces.
#[derive(Debug, Default)]
pub(super) struct Window {
    exact: String,
    form: String,
}

impl Window {
    /// No words.
    pub(super) fn clear(&mut self) {
        self.exact.clear();
        self.form.clear();
    }

    /// Puts a word behind the others.
    pub(super) fn push(&mut self, word: &Forms<'_>) {
        self.exact.push_str(&word.exact);
        self.form.push_str(&word.stem);
    }
}

/// How the keys of a map begin, and how long they are: which words begin none of them is seen without looking them up.
#[derive(Debug, Default)]
struct Shape {
    /// For each hash of the first letters of a key, one bit.
    begins: Vec<u64>,
    /// The longest key, in bytes.
    longest: usize,
}

/// How many letters of a key are its beginning, in bytes.
const BEGINNING: usize = 4;
/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 14;

impl Shape {
    fn add(&mut self, key: &str) {
        self.begins.resize(BEGINNINGS / 64, 0);
        self.longest = self.longest.max(key.len());
        if let Some((word, bit)) = Self::place(key)
            && let Some(bits) = self.begins.get_mut(word)
        {
            *bits |= bit;
        }
    }

    /// Whether some key may begin with a text, or be it.
    fn may_begin(&self, text: &str) -> bool {
        text.len() <= self.longest
            && Self::place(text)
                .is_none_or(|(word, bit)| self.begins.get(word).is_some_and(|bits| bits & bit != 0))
    }

    /// The bit of a text's beginning; none where it is too short to have one.
    fn place(text: &str) -> Option<(usize, u64)> {
        let first = text.as_bytes().first_chunk::<BEGINNING>()?;
        let hash = u32::from_le_bytes(*first).wrapping_mul(0x9e37_79b1) >> 18;
        let at = hash as usize % BEGINNINGS;
        Some((at / 64, 1 << (at % 64)))
    }
}

/// The compiled names.
#[derive(Debug)]
pub(super) struct Names {
    exact: Texts<Vec<Sense>>,
    form: Texts<Vec<Sense>>,
    loose: Texts<Vec<Sense>>,
    part: Texts<Vec<Sense>>,
    /// Items by the nouns of their names ("salad" for "green salad").
    nouns: Texts<Vec<Sense>>,
    /// What the keys of `exact` look like, and those of the others.
    exact_shape: Shape,
    form_shape: Shape,
    /// Every word of every name.
    pub(super) words: Texts<()>,
    /// Words of the longest name.
    pub(super) longest: usize,
    language: Language,
}

/// The most words that a name may have; the rest of a longer one is not looked at.
const MOST_WORDS: usize = 10;
/// The most things that a part of a name may stand for and still be kept.
const MOST_SENSES: usize = 12;

impl Names {
    /// Compiles a vocabulary's names.
    pub(super) fn new(vocabulary: &Vocabulary, language: Language, phrases: &Phrases) -> Self {
        let room = vocabulary.items.len() + vocabulary.options.len();
        let mut names = Self {
            exact: Texts::with_room(2 * room),
            form: Texts::with_room(2 * room),
            loose: Texts::default(),
            part: Texts::with_room(3 * room),
            nouns: Texts::default(),
            exact_shape: Shape::default(),
            form_shape: Shape::default(),
            words: Texts::with_room(2 * room),
            longest: 0,
            language,
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
                if !names.exact.contains(&names.looked_up(&words(name), phrases).0) {
                    names.add(name, Sense::Category(at), phrases);
                }
            }
        }
        names.add_synonyms(vocabulary, Lexicon::of(language), phrases);
        names.prefer_own_names(vocabulary);
        names.forget_groups(vocabulary, phrases);
        names.forget_shadowed_parts();
        names.measure();
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
        let looked_up: Vec<NameWord<'_>> = name.iter().map(|word| self.look_up(word, phrases)).collect();
        let (exact, form) = joined(&looked_up);
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
    fn looked_up(&self, name: &[String], phrases: &Phrases) -> (String, String) {
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
            let (exact, form) = self.looked_up(&name, phrases);
            if !self.exact.contains(&exact) && !self.form.contains(&form) {
                put(&mut self.loose, form, sense);
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
                put_next(&mut self.part, Cow::Owned(form), sense, MOST_SENSES + 1);
            }
        }
    }

    fn add_words(&mut self, name: &[String]) {
        for word in name {
            if !self.words.contains(word) {
                self.words.entry(Cow::Owned(word.clone()), || ());
            }
        }
    }

    /// The forms of a word; a number in words and in digits have the same.
    pub(super) fn forms<'w>(
        &self,
        word: &'w str,
        phrases: &Phrases,
        short_forms: &[(&str, &str)],
    ) -> Forms<'w> {
        self.forms_of(word, phrases.number(word), short_forms)
    }

    /// The forms of a word, where it is known what number it is.
    pub(super) fn forms_of<'w>(
        &self,
        word: &'w str,
        number: Option<u32>,
        short_forms: &[(&str, &str)],
    ) -> Forms<'w> {
        let long = short_forms
            .iter()
            .find(|(short, _)| *short == word)
            .map(|(_, long)| long.replace(' ', ""));
        match number {
            Some(number) => {
                let digits = number.to_string();
                Forms {
                    stem: Cow::Owned(stem(&digits, self.language).into_owned()),
                    exact: Cow::Owned(digits),
                    long,
                }
            }
            None => Forms {
                exact: Cow::Borrowed(word),
                stem: stem(word, self.language),
                long,
            },
        }
    }

    /// What these words stand for, by the closest fit.
    pub(super) fn find(&self, words: &[Forms<'_>]) -> Option<Found<'_>> {
        let mut window = Window::default();
        words.iter().for_each(|word| window.push(word));
        self.find_window(words, &window)
    }

    /// What these words stand for, put together already.
    pub(super) fn find_window(&self, words: &[Forms<'_>], window: &Window) -> Option<Found<'_>> {
        let found = self.closest(window);
        let [Forms { long: Some(long), .. }] = words else {
            return found.map(|(senses, fit)| (Cow::Borrowed(senses), fit));
        };
        match (found, self.exact.get(long)) {
            (Some((senses, fit)), Some(of_long)) => Some((Cow::Owned([senses, of_long].concat()), fit)),
            (None, Some(of_long)) => Some((Cow::Borrowed(of_long), Fit::Form)),
            (found, None) => found.map(|(senses, fit)| (Cow::Borrowed(senses), fit)),
        }
    }

    /// What these words stand for, where they begin no name but one of them may be short for one.
    pub(super) fn find_short(&self, words: &[Forms<'_>]) -> Option<Found<'_>> {
        let [Forms { long: Some(long), .. }] = words else {
            return None;
        };
        let senses = self.exact.get(long)?;
        Some((Cow::Borrowed(senses), Fit::Form))
    }

    fn closest(&self, window: &Window) -> Option<(&[Sense], Fit)> {
        if self.exact_shape.may_begin(&window.exact)
            && let Some(senses) = self.exact.get(&window.exact)
        {
            return Some((senses, Fit::Exact));
        }
        if !self.form_shape.may_begin(&window.form) {
            return None;
        }
        let hash = TextHash::of(&window.form);
        [
            (&self.form, Fit::Form),
            (&self.loose, Fit::Loose),
            (&self.part, Fit::Part),
        ]
        .into_iter()
        .find_map(|(map, fit)| Some((map.get_hashed(&window.form, hash)?.as_slice(), fit)))
    }

    /// Every name, its words joined without spaces.
    pub(super) fn joined(&self) -> impl Iterator<Item = &str> {
        self.exact.iter().map(|(name, _)| name)
    }

    /// Whether some name, or a part of one, may begin with these words.
    pub(super) fn may_begin(&self, window: &Window) -> bool {
        self.exact_shape.may_begin(&window.exact) || self.form_shape.may_begin(&window.form)
    }

    /// The items of whose names these words are the noun.
    pub(super) fn items_with_noun(&self, words: &[Forms<'_>]) -> &[Sense] {
        let form: String = words.iter().map(Forms::stem).collect();
        self.nouns.get(&form).map_or(&[], Vec::as_slice)
    }

    /// What these words stand for when one of the inner ones is passed over.
    pub(super) fn find_over_gap(&self, words: &[Forms<'_>]) -> Option<&[Sense]> {
        let first = words.first()?;
        // A name begins as its first word does, whichever is passed over.
        if !self.form_shape.may_begin(&first.stem) {
            return None;
        }
        let mut kept = String::new();
        (1..words.len().saturating_sub(1)).find_map(|gap| {
            kept.clear();
            for (at, word) in words.iter().enumerate() {
                if at != gap {
                    kept.push_str(&word.stem);
                }
            }
            if !self.form_shape.may_begin(&kept) {
                return None;
            }
            self.form.get(&kept).map(Vec::as_slice)
        })
    }

    /// What two parted words stand for when put side by side.
    pub(super) fn find_pair(&self, first: &Forms<'_>, second: &Forms<'_>) -> Option<&[Sense]> {
        let pair = [first.stem(), second.stem()].concat();
        self.form.get(&pair).map(Vec::as_slice)
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
            let (_, form) = self.looked_up(&words(name), phrases);
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
    let mut window = Window::default();
    name.iter().for_each(|word| window.push(&word.forms));
    (window.exact, window.form)
}

fn put(map: &mut Texts<Vec<Sense>>, key: String, sense: Sense) {
    let senses = map.entry(Cow::Owned(key), Vec::new);
    if !senses.iter().any(|known| same_thing(known, &sense)) {
        senses.push(sense);
    }
}

/// The same, where all that is called by one thing's names is put before anything of the next one; of no more things
/// than `most`.
fn put_next(map: &mut Texts<Vec<Sense>>, key: Cow<'_, str>, sense: Sense, most: usize) {
    let senses = map.entry_of(key, Vec::new);
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
