//! What an interpreter answers: an act, edits to the draft with menu ids, and how sure it is.
//!
//! Every edit cites the words it rests on, verbatim, so that code can judge whether they name what it says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::details::{About, ComplaintKind, Details, QuestionKind};
use super::doubt::Doubts;
use super::say::Say;
use crate::order::{Amount, AttributeId, Fulfilment, Half, ItemId, LineId, Method, OptionId, ValueId};

/// What the customer is doing with the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Asking for edits to the draft, which the proposal lists.
    Edit,
    /// "Yes", "go ahead", "pode mandar": agreeing to what was asked.
    Yes,
    /// "No": disagreeing with what was asked.
    No,
    /// "That's all", "só isso": wanting the read-back.
    Done,
    /// "Where is my order?", "cadê meu pedido?".
    Status,
    /// "Cancel my order", the placed one or the draft.
    Cancel,
    /// "Start over", "começa de novo": emptying the draft.
    StartOver,
    /// "What have I ordered so far?": wanting the draft read out.
    Review,
    /// "What do you have?": wanting to hear the menu.
    Menu,
    /// A question about the menu, the shop or the draft; [`Proposal::about`] says what it is about.
    Ask(QuestionKind),
    /// "The usual", "same as last time", "o de sempre": the last order again.
    Usual,
    /// "Something is wrong with my order"; [`Proposal::about`] says what it is about.
    Complain(ComplaintKind),
    /// "I want to talk to a person", "quero falar com alguém".
    Person,
    /// "Slower, please", "fala mais devagar".
    Slower,
    /// "Can you spell that?", "letra por letra"; [`Proposal::about`] says which dish, where one was named.
    Spell,
    /// "Hold on", "one moment", "peraí".
    HoldOn,
    /// "Delete my data", "apaga meus dados".
    Forget,
    /// "Thanks", "obrigado", and nothing else.
    Thanks,
    /// "Continue", "go on", "continua": with the draft that is there.
    Continue,
    /// "Help".
    Help,
    /// "Say that again".
    Repeat,
    /// "Stop", "goodbye".
    Stop,
    /// A greeting and nothing else.
    Greet,
    /// Nothing that was understood.
    Nothing,
}

/// How sure the interpreter is of its reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Content words are left over, or another reading is close: worth a better interpreter or a question.
    Unsure,
    /// Every content word is accounted for, no other reading comes near, no word fits two things on the menu.
    Certain,
}

/// Who made a reading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The grammar.
    #[default]
    Grammar,
    /// Claude, held to the words by code.
    Claude,
    /// Nobody had to: the channel itself knew what was wanted.
    Channel,
}

/// A wish for an option, or for its absence.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OptionWish {
    /// Which option.
    pub option: OptionId,
    /// The portion, where one was named.
    pub amount: Option<Amount>,
    /// The number of portions, where one was named.
    pub count: Option<u32>,
    /// The half, where one was named.
    pub half: Option<Half>,
}

/// A wish for a line: an item made in a certain way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// The item; several where things sold together were named as one.
    pub items: Vec<ItemId>,
    /// How many, where a number was said.
    pub quantity: Option<u32>,
    /// Size, container and the like.
    pub attributes: BTreeMap<AttributeId, ValueId>,
    /// Options wanted.
    pub add: Vec<OptionWish>,
    /// Options not wanted.
    pub remove: Vec<OptionWish>,
}

/// Which line of the draft an edit means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The line that was last added or changed ("make it two").
    Last,
    /// A line by its place in the draft, from 1 ("the second one").
    Nth(usize),
    /// The line that fits this description ("the coke", "a calabresa grande").
    Matching(Wish),
    /// The line of this id, whatever its place has become.
    Line(LineId),
    /// Every line ("make all of them large").
    All,
}

/// One change to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// A new line.
    Add(Wish),
    /// A line less; with a quantity, so many fewer of it.
    Remove {
        /// Which line.
        target: Target,
        /// How many of it, where a number was said.
        quantity: Option<u32>,
    },
    /// Another quantity for a line.
    SetQuantity {
        /// Which line.
        target: Target,
        /// The new quantity.
        quantity: u32,
    },
    /// Other attributes or options on a line; the wish's `items` is empty.
    Modify {
        /// Which line.
        target: Target,
        /// What to change about it.
        change: Wish,
    },
    /// One line for another ("scrap the coke, make it guaraná").
    Replace {
        /// Which line goes.
        target: Target,
        /// What comes instead.
        wish: Wish,
    },
    /// Another of a line that is there already ("another one of those").
    Again {
        /// Which line.
        target: Target,
        /// How many more.
        quantity: u32,
    },
}

/// One change with the words it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What to do.
    pub kind: EditKind,
    /// The customer's words that say so, verbatim from the transcript used.
    pub cites: String,
}

/// Words that fit several things on the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    /// The words.
    pub words: String,
    /// The items they fit.
    pub items: Vec<ItemId>,
    /// The options they fit.
    pub options: Vec<OptionId>,
}

/// What may have been meant by words that do not name it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doubted {
    /// Edits.
    pub edits: Vec<Edit>,
    /// Delivery or pickup.
    pub fulfilment: Option<Fulfilment>,
    /// How it is to be paid.
    pub method: Option<Method>,
}

impl Doubted {
    /// Whether there is no doubt.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A question that was asked beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub kind: QuestionKind,
    /// What it is about.
    pub about: About,
}

/// An interpreter's answer for one turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What the customer is doing.
    pub act: Act,
    /// The edits, in the order in which they were said; also beside [`Act::Done`] ("a coke and that's all").
    pub edits: Vec<Edit>,
    /// What was said besides lines ("for pickup", "I'll pay by card"); also beside any act.
    pub details: Details,
    /// What a question or a complaint is about.
    pub about: About,
    /// Questions beside the one of the act, in the order in which they were asked.
    pub also: Vec<Question>,
    /// Which of two numbers was heard, where transcripts differ in nothing else ("two or three?"): the edits hold the
    /// first of them, and none of them is to be carried out before it is settled.
    pub numbers: Vec<u32>,
    /// Words that name something the menu lacks ("sushi"), verbatim.
    pub off_menu: Vec<String>,
    /// Words that fit several things.
    pub unclear: Vec<Unclear>,
    /// What may have been meant, and is asked before any of it is carried out.
    pub doubted: Doubted,
    /// A sentence about the edits in the interpreter's own words, which states no fact but through its gaps.
    pub say: Option<Say>,
    /// How sure this reading is.
    pub certainty: Certainty,
    /// Why it is not certain, as far as the grammar can tell.
    pub doubts: Doubts,
    /// Whose it is.
    pub by: Reader,
}

impl Proposal {
    /// An act without edits.
    pub fn of(act: Act, certainty: Certainty) -> Self {
        Self {
            act,
            edits: Vec::new(),
            details: Details::default(),
            about: About::default(),
            also: Vec::new(),
            numbers: Vec::new(),
            off_menu: Vec::new(),
            unclear: Vec::new(),
            doubted: Doubted::default(),
            say: None,
            certainty,
            doubts: Doubts::default(),
            by: Reader::Grammar,
        }
    }

    /// Whether it holds the act and nothing beside it.
    pub fn is_bare(&self) -> bool {
        self.edits.is_empty()
            && self.details.is_empty()
            && self.numbers.is_empty()
            && self.off_menu.is_empty()
            && self.unclear.is_empty()
            && self.doubted.is_empty()
    }
}
