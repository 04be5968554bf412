//! The names of a vocabulary, compiled once: which words stand for which item, option or value.
//!
//! Names are kept joined and without spaces, so that "pepper jack" and "pepperjack" meet; beside each name
//! as it is stand its stems, the name without its small words, and every part of it that may stand for it.

mod compile;
mod forms;
mod shape;

use std::borrow::Cow;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use self::forms::{Form, are_joined};
pub(super) use self::forms::{Forms, Window};
use self::shape::{Beginning, Shape};
use super::few::Few;
use super::lookup::Texts;
use super::phrases::Phrases;
use super::text::stem;
use crate::order::Language;

/// What a name stands for, as places in the vocabulary's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

/// What words stand for.
pub(super) type Found<'n> = (Cow<'n, [Sense]>, Fit);

/// The compiled names.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Names {
    exact: Texts<Few<Sense>>,
    form: Texts<Few<Sense>>,
    loose: Texts<Few<Sense>>,
    part: Texts<Few<Sense>>,
    /// Items by the nouns of their names ("salad" for "green salad").
    nouns: Texts<Few<Sense>>,
    /// The nouns of options' names of several words ("cheese" for "blue cheese").
    option_nouns: Texts<()>,
    /// What the keys of `exact` look like, and those of the others.
    exact_shape: Shape,
    form_shape: Shape,
    /// Every word of every name.
    pub(super) words: Texts<()>,
    /// Words of the longest name.
    pub(super) longest: usize,
    language: Language,
    /// Stems of every word of every name.
    pub(super) stems: Texts<()>,
}

impl Names {
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
                    stem: Form::new(Cow::Owned(stem(&digits, self.language).into_owned())),
                    exact: Form::new(Cow::Owned(digits)),
                    long,
                }
            }
            None => Forms {
                exact: Form::new(Cow::Borrowed(word)),
                stem: Form::new(stem(word, self.language)),
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
        let found = self.closest(words, window);
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

    fn closest(&self, words: &[Forms<'_>], window: &Window) -> Option<(&[Sense], Fit)> {
        let Window { exact, form } = window;
        let is_exact = |key: &str| are_joined(words.iter().map(|word| &word.exact), key);
        if self.exact_shape.may_begin(&exact.beginning)
            && let Some(senses) = self.exact.get_by(exact.hash, is_exact)
        {
            return Some((senses, Fit::Exact));
        }
        if !self.form_shape.may_begin(&form.beginning) {
            return None;
        }
        let is_form = |key: &str| are_joined(words.iter().map(|word| &word.stem), key);
        [
            (&self.form, Fit::Form),
            (&self.loose, Fit::Loose),
            (&self.part, Fit::Part),
        ]
        .into_iter()
        .find_map(|(map, fit)| Some((&**map.get_by(form.hash, is_form)?, fit)))
    }

    /// Every name, its words joined without spaces.
    pub(super) fn joined(&self) -> impl Iterator<Item = &str> {
        self.exact.iter().map(|(name, _)| name)
    }

    /// Whether some name, or a part of one, may begin with these words.
    pub(super) fn may_begin(&self, window: &Window) -> bool {
        self.exact_shape.may_begin(&window.exact.beginning)
            || self.form_shape.may_begin(&window.form.beginning)
    }

    /// The items of whose names these words are the noun.
    pub(super) fn items_with_noun(&self, words: &[Forms<'_>]) -> &[Sense] {
        let form: String = words.iter().map(Forms::stem).collect();
        self.nouns.get(&form).map_or(&[], Deref::deref)
    }

    /// Whether a name, its inner words passed over, may begin with a word.
    pub(super) fn may_be_parted(&self, first: &Forms<'_>) -> bool {
        self.form_shape.may_begin(&Beginning::of(first.stem()))
    }

    /// Whether some option is a kind of what this word names, told by another word from it.
    pub(super) fn has_kinds(&self, noun: &Forms<'_>) -> bool {
        self.option_nouns.contains(noun.stem())
    }

    /// What these words stand for when one of the inner ones is passed over.
    pub(super) fn find_over_gap(&self, words: &[Forms<'_>]) -> Option<&[Sense]> {
        let letters = words.iter().map(|word| word.stem().len()).sum();
        let mut kept = String::with_capacity(letters);
        (1..words.len().saturating_sub(1)).find_map(|gap| {
            kept.clear();
            for (at, word) in words.iter().enumerate() {
                if at != gap {
                    kept.push_str(word.stem());
                }
            }
            if !self.form_shape.may_begin(&Beginning::of(&kept)) {
                return None;
            }
            self.form.get(&kept).map(Deref::deref)
        })
    }

    /// What two parted words stand for when put side by side.
    pub(super) fn find_pair(&self, first: &Forms<'_>, second: &Forms<'_>) -> Option<&[Sense]> {
        let pair = [first.stem(), second.stem()].concat();
        self.form.get(&pair).map(Deref::deref)
    }
}
