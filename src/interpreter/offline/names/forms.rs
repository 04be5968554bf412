//! A word of an utterance with the forms by which it is looked up, and runs of such words put together.

use std::borrow::Cow;

/// A word of an utterance with the forms by which it is looked up.
#[derive(Debug, Clone)]
pub(in crate::interpreter::offline) struct Forms<'w> {
    pub(super) exact: Cow<'w, str>,
    pub(super) stem: Cow<'w, str>,
    /// What a short form stands for.
    pub(super) long: Option<String>,
}

impl Forms<'_> {
    /// The word without its endings.
    pub(in crate::interpreter::offline) fn stem(&self) -> &str {
        &self.stem
    }
}

/// Words as they are looked up, joined without spaces.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Window {
    pub(super) exact: String,
    pub(super) form: String,
}

impl Window {
    /// No words.
    pub(in crate::interpreter::offline) fn clear(&mut self) {
        self.exact.clear();
        self.form.clear();
    }

    /// Puts a word behind the others.
    pub(in crate::interpreter::offline) fn push(&mut self, word: &Forms<'_>) {
        self.exact.push_str(&word.exact);
        self.form.push_str(&word.stem);
    }
}
