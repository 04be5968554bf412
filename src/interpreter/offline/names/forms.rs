//! A word of an utterance with the forms by which it is looked up, and runs of such words put together.

use std::borrow::Cow;

use crate::interpreter::offline::word::{AsText, TextHash};

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
    pub(super) exact: Joined,
    pub(super) form: Joined,
}

/// Words joined without spaces, with their hash.
#[derive(Debug, Default)]
pub(super) struct Joined {
    text: String,
    hash: TextHash,
}

impl Joined {
    fn clear(&mut self) {
        self.text.clear();
        self.hash = TextHash::default();
    }

    /// The text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.hash = self.hash.joined_with(word);
    }
}

impl AsText for Joined {
    fn text(&self) -> &str {
        &self.text
    }

    fn hash(&self) -> TextHash {
        self.hash
    }
}

impl Window {
    /// No words.
    pub(in crate::interpreter::offline) fn clear(&mut self) {
        self.exact.clear();
        self.form.clear();
    }

    /// Puts a word behind the others.
    pub(in crate::interpreter::offline) fn push(&mut self, word: &Forms<'_>) {
        self.exact.push(&word.exact);
        self.form.push(&word.stem);
    }
}
