//! How an order reaches the customer and how it is paid: what has been settled of it so far.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::AddressParts;
use super::menu::{Allergen, Shop, Zone};
use super::money::Money;
use super::phone::Phone;

/// How the food reaches the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// A courier brings it.
    Delivery,
    /// The customer fetches it.
    Pickup,
}

impl Fulfilment {
    /// The only way that a shop has; none where there is a choice.
    pub fn only(shop: &Shop) -> Option<Self> {
        match (&shop.delivery, &shop.pickup) {
            (Some(_), None) => Some(Self::Delivery),
            (None, Some(_)) => Some(Self::Pickup),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    /// Whether the shop does this.
    pub fn offered(self, shop: &Shop) -> bool {
        match self {
            Self::Delivery => shop.delivery.is_some(),
            Self::Pickup => shop.pickup.is_some(),
        }
    }
}

/// A way to pay when the food is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Notes and coins.
    Cash,
    /// The courier's or the counter's card machine.
    Card,
    /// Pix, the instant transfer of Brazil.
    Pix,
}

impl Method {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Cash, Self::Card, Self::Pix];

    /// How shop files write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Card => "card",
            Self::Pix => "pix",
        }
    }
}

/// What the courier has to bring for a payment in cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Nothing: the customer has it exactly.
    Exact,
    /// Change for a payment of this much.
    For(Money),
}

/// How an order is paid, at the door or at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method", content = "change")]
pub enum Payment {
    /// In cash; none: it has not been said yet what change is wanted.
    Cash(Option<Change>),
    /// By card.
    Card,
    /// By Pix.
    Pix,
}

impl Payment {
    /// The method.
    pub fn method(self) -> Method {
        match self {
            Self::Cash(_) => Method::Cash,
            Self::Card => Method::Card,
            Self::Pix => Method::Pix,
        }
    }
}

impl From<Method> for Payment {
    fn from(method: Method) -> Self {
        match method {
            Method::Cash => Self::Cash(None),
            Method::Card => Self::Card,
            Method::Pix => Self::Pix,
        }
    }
}

/// What the kitchen does where something turns out to be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfMissing {
    /// Puts something like it in its place.
    Swap,
    /// Leaves it out.
    Drop,
    /// Calls the customer.
    Call,
}

/// What the customer gives beyond the price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tip {
    /// So many percent of the lines, 1 to 50.
    Percent(u32),
    /// So much.
    Amount(Money),
}

/// Whom the shop reaches about an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The name that was given.
    #[serde(default)]
    pub name: Option<String>,
    /// The number that was given.
    #[serde(default)]
    pub phone: Option<Phone>,
}

/// Everything about an order besides its lines, as far as it has been settled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Getting {
    /// Delivery or pickup.
    pub fulfilment: Option<Fulfilment>,
    /// Where it goes.
    pub address: AddressParts,
    /// Whether the customer has agreed to the whole address.
    pub address_settled: bool,
    /// Whether the address is the one that is kept of the customer, and is called by that name.
    pub usual_address: bool,
    /// Whether the customer wants another address than the one that is kept of them.
    pub usual_declined: bool,
    /// When it is wanted; none: as soon as can be.
    pub wanted_at: Option<Timestamp>,
    /// How it is paid.
    pub payment: Option<Payment>,
    /// The tip.
    pub tip: Option<Tip>,
    /// Whom to reach.
    pub contact: Contact,
    /// What the kitchen is told, in the customer's words: at most [`Getting::MOST_NOTES`].
    pub notes: Vec<String>,
    /// What the kitchen is warned of.
    pub allergies: Vec<Allergen>,
    /// What to do where something is missing.
    pub if_missing: Option<IfMissing>,
}

impl Getting {
    /// The most notes that an order takes.
    pub const MOST_NOTES: usize = 5;
    /// The longest note, in characters.
    pub const LONGEST_NOTE: usize = 140;

    /// The zone that it goes to; none where it is not delivered, where that is not known yet, or where nobody goes.
    pub fn zone<'s>(&self, shop: &'s Shop) -> Option<&'s Zone> {
        let code = self.address.postal_code.as_ref()?;
        let delivery = shop.delivery.as_ref()?;
        (self.fulfilment == Some(Fulfilment::Delivery)).then_some(())?;
        delivery.zone(code)
    }

    /// From the yes to the customer, in minutes, as promised; none where that is not known yet.
    pub fn minutes(&self, shop: &Shop) -> Option<u32> {
        match self.fulfilment? {
            Fulfilment::Delivery => self.zone(shop).map(|zone| zone.minutes),
            Fulfilment::Pickup => shop.pickup.as_ref().map(|pickup| pickup.minutes),
        }
    }
}
