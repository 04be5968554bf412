//! A word of an utterance with the forms by which it is looked up, and runs of such words put together.

use std::borrow::Cow;

use super::shape::Beginning;
use crate::interpreter::offline::word::{Letters, TextHash};

/// A word of an utterance with the forms by which it is looked up.
#[derive(Debug, Clone)]
pub(in crate::interpreter::offline) struct Forms<'w> {
    pub(super) exact: Form<'w>,
    pub(super) stem: Form<'w>,
    /// What a short form stands for.
    pub(super) long: Option<String>,
}

impl Forms<'_> {
    /// The word without its endings.
    pub(in crate::interpreter::offline) fn stem(&self) -> &str {
        &self.stem.text
    }
}

/// One form of a word, hashed once: it is put behind others again and again.
#[derive(Debug, Clone)]
pub(super) struct Form<'w> {
    pub(super) text: Cow<'w, str>,
    letters: Letters,
}

impl<'w> Form<'w> {
    pub(super) fn new(text: Cow<'w, str>) -> Self {
        let letters = TextHash::of_letters(&text);
        Self { text, letters }
    }
}

/// Words as they are looked up, joined without spaces: not their letters, but what tells them.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Window {
    pub(super) exact: Joined,
    pub(super) form: Joined,
}

/// What tells words that are joined without spaces.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) hash: TextHash,
    pub(super) beginning: Beginning,
}

impl Joined {
    fn push(&mut self, word: &Form<'_>) {
        self.hash = self.hash.joined_with(word.letters);
        self.beginning.push(&word.text);
    }
}

impl Window {
    /// Puts a word behind the others.
    pub(in crate::interpreter::offline) fn push(&mut self, word: &Forms<'_>) {
        self.exact.push(&word.exact);
        self.form.push(&word.stem);
    }
}

/// Whether these forms of words make a text when they are joined without spaces.
pub(super) fn are_joined<'f>(forms: impl Iterator<Item = &'f Form<'f>>, text: &str) -> bool {
    let mut rest = Some(text);
    for form in forms {
        rest = rest.and_then(|rest| rest.strip_prefix(&*form.text));
    }
    rest == Some("")
}
