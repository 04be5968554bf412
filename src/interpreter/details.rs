//! What is said about an order besides its lines: where, when, how it is paid, whom to call; and questions about it all.
//!
//! Everything here is as it was said. Whether a shop goes there, takes that or is open then is not for the interpreter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::order::menu::Allergen;
use crate::order::{
    AddressParts, AttributeId, CategoryId, Fulfilment, GroupId, IfMissing, ItemId, Method, OptionId, Phone,
    ValueId,
};

/// An amount of money in minor units of the shop's currency, as it was said ("fifty", "cinquenta reais": 5000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SaidMoney(pub u32);

/// Which address is meant, where it was not spelled out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhichAddress {
    /// The one that is known: "same address", "my usual address", "no mesmo endereço", "em casa".
    Usual,
    /// Another than the one that is known: "a different address", "outro endereço".
    Another,
}

/// What is said of the change for a payment in cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaidChange {
    /// "I've a fifty", "troco pra cinquenta".
    For(SaidMoney),
    /// "No change needed", "tenho trocado", "não precisa de troco".
    Exact,
}

/// When it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaidTime {
    /// "Now", "as soon as possible", "agora", "pra já".
    Now,
    /// A time on the clock today: "at seven", "às sete e meia", "quarter past eight p.m.".
    Clock {
        /// The hour as it was said, 0 to 23; 1 to 12 where `half_open`.
        hour: u8,
        /// The minute.
        minute: u8,
        /// Whether nothing said which half of the day: "at seven" is then the next seven o'clock.
        half_open: bool,
    },
    /// So many minutes from now: "in half an hour", "daqui a uma hora".
    In {
        /// How many, 1 to 1,440.
        minutes: u32,
    },
    /// "Later", "mais tarde", and nothing of when.
    Later,
    /// "Tomorrow at noon", "no sábado": another day than today, and nothing of which.
    AnotherDay,
}

/// What is said of a tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaidTip {
    /// "Ten percent tip".
    Percent(u32),
    /// "Five dollars for the courier", "cinco reais de gorjeta".
    Amount(SaidMoney),
    /// "No tip".
    None,
}

/// What one utterance says besides lines. Whatever was not said is none or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Delivery or pickup.
    pub fulfilment: Option<Fulfilment>,
    /// Parts of an address that were spelled out.
    pub address: AddressParts,
    /// Which address, where it was only pointed at.
    pub which_address: Option<WhichAddress>,
    /// When.
    pub time: Option<SaidTime>,
    /// How it is to be paid.
    pub method: Option<Method>,
    /// The change.
    pub change: Option<SaidChange>,
    /// The tip.
    pub tip: Option<SaidTip>,
    /// The customer's name ("it's Ana", "meu nome é Ana Paula"), as they said it, with capitals.
    pub name: Option<String>,
    /// A number to call.
    pub phone: Option<Phone>,
    /// Words for the kitchen or the courier ("tell them to ring twice" gives "ring twice"), verbatim.
    pub note: Option<String>,
    /// Allergies that the speaker says somebody has ("I'm allergic to peanuts").
    pub allergies: Vec<Allergen>,
    /// Whether the allergies are to be kept for the next time ("remember that"); or no longer kept (false).
    pub remember: Option<bool>,
    /// What to do where something is missing.
    pub if_missing: Option<IfMissing>,
}

impl Details {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a question or complaint is about; empty where nothing was named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Dishes and drinks; several where the words fit several.
    pub items: Vec<ItemId>,
    /// Options.
    pub options: Vec<OptionId>,
    /// A kind of item ("what pizzas do you have?", "my drink's missing").
    pub category: Option<CategoryId>,
    /// A set of options ("which flavours are there?").
    pub group: Option<GroupId>,
    /// Sizes and the like ("how much is the large calabresa?").
    pub attributes: BTreeMap<AttributeId, ValueId>,
    /// A kind of choice ("what sizes does the juice come in?").
    pub attribute: Option<AttributeId>,
    /// The allergens asked about ("is there peanut in the flan?").
    pub allergens: Vec<Allergen>,
    /// The way to pay asked about ("do you take cards?").
    pub method: Option<Method>,
    /// Words that name something the menu lacks, verbatim ("do you have sushi?").
    pub off_menu: Vec<String>,
}

/// A question about the shop, its menu or the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// "How much is the flan?", "quanto custa o pudim?"
    Price,
    /// "What's in the feijoada?", "o que vem na portuguesa?"
    Contents,
    /// "What's like the flan?", "tem algo parecido com pudim?"
    Alike,
    /// "Is there peanut in the flan?", "o pudim tem amendoim?", "what's gluten free?"
    Allergens,
    /// "Do you have guaraná?", "tem guaraná?"
    Available,
    /// "What pizzas do you have?", "quais os sabores?", "what sizes are there?"
    Choices,
    /// "Is it spicy?", "is the margherita vegan?", "quantas fatias tem a grande?": what no menu of ours states.
    Unstated,
    /// "What's the dish of the day?", "qual o prato do dia?"
    Specials,
    /// "Are you open?", "até que horas vocês abrem?"
    Hours,
    /// "Do you deliver to …?", "quanto é a entrega?"
    Delivery,
    /// "Can I pay by card?", "aceita Pix?"
    Payment,
    /// "How much is it so far?", "quanto deu?"
    Total,
    /// "How long will it take?", "quanto tempo demora?"
    Wait,
    /// "Where are you?", "what's your number?", "qual o endereço de vocês?"
    Shop,
}

/// What is wrong with an order that has come or should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ComplaintKind {
    /// "My drink's missing", "faltou o refrigerante".
    Missing,
    /// "You sent the wrong pizza", "veio errado".
    Wrong,
    /// "It's cold", "chegou frio".
    Cold,
    /// "It never came", "it's taking too long".
    Late,
    /// "Something is wrong with my order", "tenho uma reclamação".
    Other,
}
