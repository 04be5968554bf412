//! The draft: what the customer has asked for so far, line by line.
//!
//! A draft holds wishes that the menu allows; what they cost is worked out elsewhere, from the menu.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{AttributeId, GroupId, ItemId, OptionId, ValueId};

/// How many of a line: 1 to 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Quantity(u32);

impl Quantity {
    /// One.
    pub const ONE: Self = Self(1);
    /// The most that one line can hold.
    pub const MOST: u32 = 50;

    /// A quantity, if it lies within 1 and [`Quantity::MOST`].
    pub fn new(count: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&count).then_some(Self(count))
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Quantity {
    type Error = String;

    fn try_from(count: u32) -> Result<Self, Self::Error> {
        Self::new(count).ok_or_else(|| format!("a quantity is 1 to {}, not {count}", Self::MOST))
    }
}

impl From<Quantity> for u32 {
    fn from(quantity: Quantity) -> Self {
        quantity.0
    }
}

/// Names a line within its draft; never given to another line again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LineId(pub u32);

/// How much of an option, where the plain portion is not wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// More than the usual portion.
    Extra,
    /// Less than the usual portion.
    Light,
}

/// One half of an item that is made in two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// The half that was named first.
    First,
    /// The other half.
    Second,
}

/// An option on a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChosenOption {
    /// Which option.
    pub option: OptionId,
    /// The portion, where it is not the plain one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// How many portions; 1 where nothing was said.
    #[serde(default = "one")]
    pub count: u32,
    /// The half it goes on; none for the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half: Option<Half>,
}

fn one() -> u32 {
    1
}

/// One line of a draft: so many of an item, made in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its name within the draft.
    pub id: LineId,
    /// What it is.
    pub item: ItemId,
    /// How many.
    pub quantity: Quantity,
    /// Size, container and the like.
    #[serde(default)]
    pub attributes: BTreeMap<AttributeId, ValueId>,
    /// What goes on it, in the order in which it was asked for.
    #[serde(default)]
    pub options: Vec<ChosenOption>,
    /// What is left off that usually comes with it.
    #[serde(default)]
    pub without: Vec<OptionId>,
    /// Groups for which the customer declined to choose.
    #[serde(default)]
    pub declined: Vec<GroupId>,
}

/// What a customer has asked for and not yet placed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The lines, oldest first.
    pub lines: Vec<Line>,
    /// The id that the next line gets.
    pub next_line: u32,
}

impl Draft {
    /// The most lines that a draft may hold.
    pub const MOST_LINES: usize = 40;

    /// Whether nothing has been asked for.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The line with this id.
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }
}
