//! How the food reaches the customer, and how it is paid.

use serde::{Deserialize, Serialize};

use super::menu::Shop;

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
    /// What a shop does where nothing was said: delivery, if it delivers.
    pub fn usual(shop: &Shop) -> Self {
        if shop.delivery.is_some() {
            Self::Delivery
        } else {
            Self::Pickup
        }
    }

    /// Whether the shop does this.
    pub fn offered(self, shop: &Shop) -> bool {
        match self {
            Self::Delivery => shop.delivery.is_some(),
            Self::Pickup => shop.pickup.is_some(),
        }
    }

    /// From the yes to the customer, in minutes, as promised.
    pub fn minutes(self, shop: &Shop) -> Option<u32> {
        match self {
            Self::Delivery => shop.delivery.as_ref().map(|delivery| delivery.minutes),
            Self::Pickup => shop.pickup.as_ref().map(|pickup| pickup.minutes),
        }
    }
}

/// How an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payment {
    /// To the courier or at the counter.
    AtTheDoor,
}
