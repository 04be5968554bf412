//! The shop: who sells, in which languages and currency, when, and how food and money change hands.
//!
//! The types are here; each file beside this one reads one part of `shop.toml` into them.

mod calls;
mod delivery;
pub(super) mod hours;
mod identity;
mod keep;
mod persona;
pub(super) mod read;
mod terms;
#[cfg(test)]
mod tests;
mod voice;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use calls::NewsCalls;
pub use voice::voices;

use crate::order::{Currency, Hours, Language, Method, Money, Phone, PostalCode, ShopId};

/// A shop, as `shop.toml` describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    /// Its id, part of every stored key.
    pub id: ShopId,
    /// What it is called, in every language alike.
    pub name: String,
    /// By what name people open its skill: two words or more in lower case, as Alexa asks.
    pub invocation: String,
    /// The languages it serves; the first is the one for channels that name none.
    pub languages: Vec<Language>,
    /// The currency of every price.
    pub currency: Currency,
    /// The number on which the shop is reached.
    pub phone: Option<Phone>,
    /// Where it is, as one tells a person who comes to fetch an order.
    pub address: Option<String>,
    /// Where it is, in IANA's words: every time that is said is the time there.
    #[serde(with = "super::packed::time_zone")]
    pub time_zone: TimeZone,
    /// When it takes orders; none: always.
    pub hours: Option<Hours>,
    /// How orders are paid at the door and at the counter, in the order in which that is offered; at least one.
    pub payment: Vec<Method>,
    /// Whether prices hold the tax.
    pub tax: Tax,
    /// What an item in two halves costs.
    pub halves: HalvesPrice,
    /// Whether it takes tips over the voice.
    pub tips: bool,
    /// Delivery, where the shop delivers.
    pub delivery: Option<Delivery>,
    /// Pickup, where customers may fetch their orders.
    pub pickup: Option<Pickup>,
    /// When and how often customers are called with news; none: never.
    pub calls: Option<NewsCalls>,
    /// The brand's voice, by language; a language without one is spoken as each channel speaks by itself.
    pub voices: BTreeMap<Language, String>,
    /// The tone of what is said in wording of its own, by language, in a few words.
    pub personas: BTreeMap<Language, String>,
    /// How long things are kept.
    pub keep: Keep,
}

/// How long things are kept, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keep {
    /// A customer: name, number, usual address, where the talk stands; since they last spoke. 1 to 3650.
    pub customers: u32,
    /// Whose an order was, with address, notes and allergies; since its end. 1 to 3650.
    pub orders: u32,
    /// What was cooked and paid, without whose it was; since it was last written. 30 to 3650, and not less than `orders`.
    pub books: u32,
    /// A draft that was not sent; since it was last written. 1 to 90.
    pub drafts: u32,
    /// What people are asked and told of an order, and notes to the staff; since they were last written. 7 to 365.
    pub tickets: u32,
    /// What customers said, without what is private in it, to learn from. 0 to 14; 0: nothing of it is kept.
    pub turns: u32,
}

impl Default for Keep {
    fn default() -> Self {
        Self {
            customers: 365,
            orders: 365,
            books: 1825,
            drafts: 30,
            tickets: 30,
            turns: 0,
        }
    }
}

impl Shop {
    /// The brand's voice in a language, where it has one.
    pub fn voice(&self, language: Language) -> Option<&str> {
        self.voices.get(&language).map(String::as_str)
    }

    /// The tone in a language, where the shop has set one.
    pub fn persona(&self, language: Language) -> Option<&str> {
        self.personas.get(&language).map(String::as_str)
    }

    /// The language for a channel's: its own where the shop declares it, else the shop's first.
    pub fn language(&self, wanted: Option<Language>) -> Language {
        wanted
            .filter(|language| self.languages.contains(language))
            .or(self.languages.first().copied())
            .unwrap_or(Language::EnUs)
    }
}

/// Whether prices hold the tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tax {
    /// They do.
    Included,
    /// It is added to the lines.
    Added {
        /// How much of the lines, in thousandths of a percent: 1 to 100,000 (8.875 % is 8,875).
        thousandths: u32,
    },
}

/// What an item costs that is made in two halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HalvesPrice {
    /// What the dearer half costs.
    Dearer,
    /// The mean of both.
    Average,
}

/// How a shop delivers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Where it goes and for how much.
    pub zones: Vec<Zone>,
    /// The streets whose postal code says them.
    pub streets: BTreeMap<PostalCode, String>,
}

/// Where a shop delivers on the same terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// How the postal codes begin, in digits; an empty one means everywhere.
    pub prefixes: Vec<String>,
    /// What delivery costs.
    pub fee: Money,
    /// The least that an order's lines must come to.
    pub least: Option<Money>,
    /// From the yes to the door, in minutes, as promised to the customer.
    pub minutes: u32,
    /// The courier's part of it, in minutes.
    pub courier_minutes: u32,
}

impl Delivery {
    /// The zone of a postal code: the one with the longest prefix that it begins with.
    pub fn zone(&self, code: &PostalCode) -> Option<&Zone> {
        let fit = |zone: &&Zone| {
            let fitting = zone
                .prefixes
                .iter()
                .filter(|prefix| code.digits().starts_with(*prefix));
            fitting.map(|prefix| prefix.len() + 1).max()
        };
        self.zones
            .iter()
            .filter(|zone| fit(zone).is_some())
            .max_by_key(fit)
    }
}

impl Zone {
    /// What lines of this price fall short of the least that is delivered here; none where they reach it.
    pub fn short_of_least(&self, lines: Money) -> Option<Money> {
        let least = self.least.filter(|least| least.minor > lines.minor)?;
        Some(Money::new(
            least.minor.saturating_sub(lines.minor),
            least.currency,
        ))
    }
}

/// How customers fetch their orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pickup {
    /// From the yes to the counter, in minutes, as promised to the customer.
    pub minutes: u32,
}
