//! A placed order and its stages.
//!
//! Stages move by one pure function, so that late and doubled news cannot turn an order back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::fulfilment::{Contact, IfMissing};
use super::ids::{CustomerId, ItemId, OptionId, PersonId};
use super::language::Language;

/// An order that a customer has placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What was agreed to.
    pub agreement: Agreement,
    /// Who placed it.
    pub customer: CustomerId,
    /// Which person of a household it was, where the channel knew the voice.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Whom the shop reaches about it.
    #[serde(default)]
    pub contact: Contact,
    /// What the kitchen does where something is missing.
    #[serde(default)]
    pub if_missing: Option<IfMissing>,
    /// The language in which they hear of it.
    pub language: Language,
    /// When.
    pub placed_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// When it entered that stage.
    pub since: Timestamp,
    /// Why it ended early, if it did.
    pub problem: Option<Problem>,
    /// When the kitchen accepted it.
    #[serde(default)]
    pub accepted_at: Option<Timestamp>,
    /// Minutes that the kitchen said it needs, once it has accepted.
    pub minutes: Option<u32>,
}

/// How far an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Placed; the kitchen has not answered.
    Sent,
    /// The kitchen has accepted and cooks.
    Accepted,
    /// Ready to leave, or to be fetched.
    Ready,
    /// A courier has it.
    OutForDelivery,
    /// The customer has it. An end.
    Delivered,
    /// Ended without reaching the customer, by the shop or by a fault. An end.
    Failed,
    /// Cancelled by the customer. An end.
    Cancelled,
}

/// Why an order ended early.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Problem {
    /// Something on it ran out before the kitchen was asked.
    SoldOut {
        /// The items that ran out.
        items: Vec<ItemId>,
        /// The options that ran out.
        options: Vec<OptionId>,
    },
    /// The payment was refused.
    PaymentRefused,
    /// The kitchen refused it.
    KitchenRefused,
    /// The kitchen did not answer in time.
    KitchenSilent,
    /// The kitchen accepted and did not finish in time.
    KitchenLate,
    /// No courier came.
    NoCourier,
    /// The courier could not deliver it, or never said so; or nobody fetched it.
    NotDelivered,
    /// A fault of ours.
    Fault,
}

impl Problem {
    /// A short name for logs and metrics, the same as when stored.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SoldOut { .. } => "sold_out",
            Self::PaymentRefused => "payment_refused",
            Self::KitchenRefused => "kitchen_refused",
            Self::KitchenSilent => "kitchen_silent",
            Self::KitchenLate => "kitchen_late",
            Self::NoCourier => "no_courier",
            Self::NotDelivered => "not_delivered",
            Self::Fault => "fault",
        }
    }
}

/// A stage that cannot follow on another: the news is late, doubled or wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {from:?} cannot become {to:?}")]
pub struct NotNext {
    /// The stage the order is in.
    pub from: Stage,
    /// The stage it was to enter.
    pub to: Stage,
}

impl Stage {
    /// A short name for logs and metrics, the same as when stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Ready => "ready",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing follows.
    pub fn is_end(self) -> bool {
        match self {
            Self::Delivered | Self::Failed | Self::Cancelled => true,
            Self::Sent | Self::Accepted | Self::Ready | Self::OutForDelivery => false,
        }
    }

    /// The stage after this one, if `to` may follow.
    ///
    /// # Errors
    /// [`NotNext`] where it may not; the same stage again is not next.
    pub fn advance(self, to: Self) -> Result<Self, NotNext> {
        let allowed = match to {
            Self::Sent => false,
            Self::Accepted => self == Self::Sent,
            Self::Ready => self == Self::Accepted,
            Self::OutForDelivery => self == Self::Ready,
            Self::Delivered => matches!(self, Self::Ready | Self::OutForDelivery),
            Self::Failed | Self::Cancelled => !self.is_end(),
        };
        if allowed {
            Ok(to)
        } else {
            Err(NotNext { from: self, to })
        }
    }
}
