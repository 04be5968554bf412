//! What the interpreter is given for one turn: the words, and what is known around them.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::QuestionKind;
use crate::order::menu::Allergen;
use crate::order::{AttributeId, Draft, ItemId, LineId, OptionId, ValueId};

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
    /// "Delivery or pickup?"
    Fulfilment,
    /// "What's the postal code?": digits are one.
    PostalCode,
    /// "Which street?": whatever is said is its name.
    Street,
    /// "What number?": a number is the house's, and what follows is the complement.
    HouseNumber,
    /// "Sixty-two Maple Street. Right?": a yes or no, or a part of an address that corrects it.
    Address,
    /// "Cash, card or Pix?"
    Payment,
    /// "Change for how much?": a number is an amount of money; a no means that none is needed.
    Change,
    /// "What name is it for?": whatever is said is the name.
    Name,
    /// "What number can they call?": digits are one.
    Phone,
    /// "If something is missing: swap it, leave it out, or call you?"
    IfMissing,
    /// "For when?": a number is an hour.
    Time,
    /// "What should I tell the kitchen?": whatever is said is the note.
    Note,
    /// "What's wrong with it?": whatever is said is the complaint.
    Complaint,
    /// "Black beans or pinto beans?": a bare name, or "the first", is one of these.
    OneOf {
        /// Items to choose from.
        items: Vec<ItemId>,
        /// Options to choose from.
        options: Vec<OptionId>,
    },
    /// "Two or three?": a number is how many of this line, or of what was held back.
    HowMany,
    /// "Continue or start over?"
    ContinueOrStartOver,
    /// Which value or option a line should have: a bare name is the answer.
    Choice(LineId),
}

impl Asked {
    /// Whether the answer says where somebody lives, who they are or how they are reached or pay: not for others to know.
    pub fn is_private(&self) -> bool {
        match self {
            Self::PostalCode
            | Self::Street
            | Self::HouseNumber
            | Self::Address
            | Self::Change
            | Self::Name
            | Self::Phone => true,
            Self::AnythingElse
            | Self::YesNo
            | Self::Fulfilment
            | Self::Payment
            | Self::IfMissing
            | Self::Time
            | Self::Note
            | Self::Complaint
            | Self::OneOf { .. }
            | Self::HowMany
            | Self::ContinueOrStartOver
            | Self::Choice(_) => false,
        }
    }
}

/// What was just asked about or offered, and need be no line of the draft: what "that one" means, and what "and the
/// large?" goes on about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spoken {
    /// What was asked about it; none where it was only offered.
    pub question: Option<QuestionKind>,
    /// The dish or drink; none where it was a line of the draft, which is there already.
    pub item: Option<ItemId>,
    /// The options that were named with it.
    pub options: Vec<OptionId>,
    /// Its size and the like, where one was named.
    pub attributes: BTreeMap<AttributeId, ValueId>,
    /// The allergens that were asked about.
    pub allergens: Vec<Allergen>,
    /// Whether it was offered, and the answer is awaited: "would you like one?"
    pub offered: bool,
}

/// A turn that was answered: what was said, and what was said to it. Nothing of addresses, names and numbers is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exchange {
    /// The customer's words.
    pub said: String,
    /// The answer.
    pub answered: String,
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
    /// The line that was last spoken of: what "it" means; none: the newest.
    pub last_line: Option<LineId>,
    /// What was just asked about or offered.
    pub spoken: Option<&'a Spoken>,
    /// The turns before this one, oldest first, where the interpreter wants them.
    pub recent: &'a [Exchange],
    /// How long the reading may take; none: as long as it likes.
    pub within: Option<Duration>,
}
