//! What a channel hands to the dialogue: who speaks, in which language, and what they said or pressed.

use crate::interpreter::{Hint, Transcript};
use crate::order::{CustomerId, Language};

/// Over what the customer speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// An Alexa skill.
    Alexa,
    /// A Lex V2 bot, in a chat or on a phone line.
    Lex,
    /// The terminal.
    Terminal,
}

/// What the channel knows the customer to want, before any interpretation of words.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// The conversation was opened without a wish.
    Launch,
    /// Free speech to be interpreted: at least one transcript, best first.
    Said {
        /// The transcriptions.
        transcripts: Vec<Transcript>,
        /// What the channel's grammar took them for.
        hint: Option<Hint>,
    },
    /// "Yes" by the channel's own intent.
    Yes,
    /// "No" by the channel's own intent.
    No,
    /// "That's all" by the channel's own intent.
    Done,
    /// "Where is my order?" by the channel's own intent.
    Status,
    /// "Cancel" by the channel's own intent.
    Cancel,
    /// "Start over" by the channel's own intent.
    StartOver,
    /// "What have I ordered?" by the channel's own intent.
    Review,
    /// "What do you have?" by the channel's own intent.
    Menu,
    /// "Help".
    Help,
    /// "Repeat".
    Repeat,
    /// "Stop", or going home.
    Stop,
    /// The channel heard something and could make nothing of it; no transcript came with it.
    NotUnderstood,
    /// The channel heard nothing.
    Silence,
}

/// One thing that a customer said, with what the channel knows around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Who speaks, by the channel's own proof.
    pub customer: CustomerId,
    /// The channel's locale, where it is one that we speak; none means the shop's default.
    pub language: Option<Language>,
    /// Over what.
    pub channel: Channel,
    /// Whether this opens a new voice session: what was asked in an earlier one no longer waits for its answer.
    pub new_session: bool,
    /// What is wanted.
    pub wanted: Wanted,
}
