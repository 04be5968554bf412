//! What a customer agrees to with a yes, and the hash that stands for it.
//!
//! The hash covers everything that is read back. A yes is for one hash; if any of it has changed since, the hash
//! differs and the yes places nothing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::address::Address;
use super::draft::Draft;
use super::fulfilment::{Fulfilment, Payment};
use super::ids::{OrderId, ShopId};
use super::menu::Allergen;
use super::price::Totals;

/// Everything that is read back before an order is placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The shop.
    pub shop: ShopId,
    /// The draft's id, which the order keeps.
    pub order: OrderId,
    /// The lines.
    pub draft: Draft,
    /// What they cost.
    pub totals: Totals,
    /// How they reach the customer.
    pub fulfilment: Fulfilment,
    /// Where they go; none where they are fetched.
    pub address: Option<Address>,
    /// Whether the address is the one that is kept of the customer, and was called by that name.
    pub usual_address: bool,
    /// When they are wanted; none: as soon as can be.
    pub wanted_at: Option<Timestamp>,
    /// How they are paid.
    pub payment: Payment,
    /// From the yes to the customer, in minutes, as said.
    pub minutes: u32,
    /// What the kitchen is told, in the customer's words.
    pub notes: Vec<String>,
    /// What the kitchen is warned of.
    pub allergies: Vec<Allergen>,
}

/// SHA-256 of an agreement, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgreementHash(String);

impl AgreementHash {
    /// The hash as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Agreement {
    /// The hash of all of it.
    ///
    /// Fields are hashed as JSON in the order of their declaration and maps in the order of their keys, so the
    /// same agreement has the same hash on every machine.
    pub fn hash(&self) -> AgreementHash {
        // Serialising plain structs with text keys cannot fail; an empty text would match no stored hash.
        let text = serde_json::to_vec(self).unwrap_or_default();
        let digest = Sha256::digest(&text);
        AgreementHash(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
