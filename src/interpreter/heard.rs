//! What the interpreter is given for one turn: the words, and what is known around them.

use crate::order::{Draft, LineId};

/// One transcription of what was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Transcript {
    /// The words, as the channel heard or received them.
    pub text: String,
    /// How sure the channel is, 0 to 1, where it says so.
    pub confidence: Option<f32>,
}

impl Transcript {
    /// Words that the channel is not unsure about.
    pub fn certain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            confidence: None,
        }
    }
}

/// What the channel's own grammar took the words for, where it cut the verb away ("remove {query}").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hint {
    /// The words are an order, or an addition to one.
    Add,
    /// The words name what to take off.
    Remove,
    /// The words say what to change.
    Change,
}

/// What the assistant asked last, which decides what a bare answer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// "Anything else?": a no means that this is all.
    AnythingElse,
    /// A yes or no about what was just read back or said.
    YesNo,
    /// Which value or option a line should have: a bare name is the answer.
    Choice(LineId),
}

/// One turn's words with what surrounds them.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// The transcriptions, best first; at least one, or there is nothing to interpret.
    pub transcripts: &'a [Transcript],
    /// The channel's hint.
    pub hint: Option<Hint>,
    /// The draft that the words may speak of.
    pub draft: &'a Draft,
    /// What was asked last.
    pub asked: Option<&'a Asked>,
}
