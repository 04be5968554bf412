//! The words of a transcript, found once and read by all: for answers, questions, details and lines.

use super::Offline;
use super::acts::Recognised;
use super::repair;
use super::text::Token;
use crate::interpreter::Asked;

/// The words of a transcript.
#[derive(Debug)]
pub(super) struct HeardWords {
    /// As they were heard.
    pub(super) raw: Vec<Token>,
    /// Without fillers and repeats.
    pub(super) cleaned: Vec<Token>,
    /// What they do as they were heard, where that is all they do.
    pub(super) act: Option<Recognised>,
}

impl HeardWords {
    /// What the words of a transcript are to one who was asked something.
    pub(super) fn of(offline: &Offline, asked: Option<&Asked>, raw: Vec<Token>) -> Self {
        let mut cleaned = raw.clone();
        repair::drop_fillers_and_repeats(offline, &mut cleaned);
        Self {
            act: offline.acts.recognise_raw(&raw, asked),
            raw,
            cleaned,
        }
    }
}
