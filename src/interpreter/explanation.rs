//! How an utterance was read, for people: every stretch of its words with what it became, and the reading itself.
//!
//! It decides nothing and is made only where somebody asks; words for it are found by whoever shows it.

use std::ops::Range;

use super::Proposal;
use crate::order::{Amount, AttributeId, Half, ItemId, OptionId, ValueId};

/// A reading with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The transcript that was read.
    pub text: String,
    /// Its words, in order; what stands between two stretches is neither letter nor digit.
    pub parts: Vec<Part>,
    /// What came of them.
    pub proposal: Proposal,
}

/// A stretch of words that became one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// The words that it was taken for, where its spelling was put right.
    pub taken_for: Option<String>,
    /// What it became.
    pub became: Became,
}

/// What words became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// An item; a line of the order, or what says again which one it is of.
    Item(ItemId),
    /// An option.
    Option {
        /// Which.
        option: OptionId,
        /// The portion that was said for it.
        amount: Option<Amount>,
        /// The number of portions.
        count: Option<u32>,
        /// The half that it goes on.
        half: Option<Half>,
        /// Whether it is not wanted.
        negated: bool,
    },
    /// A size or the like.
    Value(AttributeId, ValueId),
    /// A kind of things, which says nothing of its own ("for a drink").
    Kind,
    /// One of several things, and which has to be asked.
    Several {
        /// The items that the words fit.
        items: Vec<ItemId>,
        /// The options that they fit.
        options: Vec<OptionId>,
    },
    /// A number.
    Number(u32),
    /// More or less than the usual portion.
    Amount(Amount),
    /// What follows is not wanted; the stretches that this holds for, by their places among the parts.
    Negation(Vec<usize>),
    /// What follows takes the place of what was said before.
    Correction,
    /// It was taken back.
    TakenBack,
    /// A verb: asking for something, taking off, changing.
    Verb,
    /// It points at what is there: "it", "the second one", "the same", "another".
    Reference,
    /// Halves.
    Half,
    /// It only joins others: "and", "with", "of", "a bag of".
    Joint,
    /// Courtesies and other words that order nothing.
    SmallTalk,
    /// Not even a word, or one said twice.
    Filler,
    /// What the customer is doing as a whole: "that's all", "cancel it".
    Act,
    /// The answer to what was asked.
    Answer,
    /// A question or a complaint.
    Question,
    /// Something besides lines: where, when, how it is paid, who eats.
    Detail,
    /// Of neither menu nor lexicon.
    Unknown,
    /// Behind what is read of one utterance.
    Unread,
}

impl Became {
    /// Its name where machines read it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Item(_) => "item",
            Self::Option { .. } => "option",
            Self::Value(..) => "value",
            Self::Kind => "kind",
            Self::Several { .. } => "several",
            Self::Number(_) => "number",
            Self::Amount(_) => "amount",
            Self::Negation(_) => "negation",
            Self::Correction => "correction",
            Self::TakenBack => "taken_back",
            Self::Verb => "verb",
            Self::Reference => "reference",
            Self::Half => "half",
            Self::Joint => "joint",
            Self::SmallTalk => "small_talk",
            Self::Filler => "filler",
            Self::Act => "act",
            Self::Answer => "answer",
            Self::Question => "question",
            Self::Detail => "detail",
            Self::Unknown => "unknown",
            Self::Unread => "unread",
        }
    }

    /// Whether the words say something of what is ordered and were used for it.
    pub fn is_used(&self) -> bool {
        match self {
            Self::Item(_)
            | Self::Option { .. }
            | Self::Value(..)
            | Self::Kind
            | Self::Number(_)
            | Self::Amount(_)
            | Self::Negation(_)
            | Self::Correction
            | Self::TakenBack
            | Self::Verb
            | Self::Reference
            | Self::Half
            | Self::Act
            | Self::Answer
            | Self::Question
            | Self::Detail => true,
            Self::Several { .. }
            | Self::Joint
            | Self::SmallTalk
            | Self::Filler
            | Self::Unknown
            | Self::Unread => false,
        }
    }

    /// Whether nothing could be made of the words.
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Unknown | Self::Unread)
    }
}

impl Explanation {
    /// The words of a part, as they were said.
    pub fn words(&self, part: &Part) -> &str {
        self.text.get(part.span.clone()).unwrap_or_default()
    }
}
