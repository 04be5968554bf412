//! What notes to the staff tell: what is wrong with an order, and who wants to be called.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::order::{CustomerId, Language, LineId, OrderId, Phone, ShopId};

/// What a note tells. It is personal, so it is dropped when the note is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// What is wrong with an order, oldest first: at most [`Complaint::MOST`].
    Complaints(Vec<Complaint>),
    /// Who wants to be called.
    Callback(Callback),
}

/// Something that is wrong with an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// When it was said.
    pub at: Timestamp,
    /// What kind of thing is wrong, as a short id: `missing`, `wrong`, `cold`, `late` and whatever else there is.
    pub kind: String,
    /// The line of the order that it is about; none where it is about all of it.
    pub line: Option<LineId>,
    /// What the customer said: at most [`Complaint::LONGEST`] characters.
    pub words: String,
}

impl Complaint {
    /// The most of them on one note.
    pub const MOST: usize = 10;
    /// The most characters of the words.
    pub const LONGEST: usize = 300;
}

/// Who wants to be called, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// Who.
    pub customer: CustomerId,
    /// The order it is about, where there is one.
    pub about: Option<OrderId>,
    /// Their name, where they have given one.
    pub name: Option<String>,
    /// Their number, where it is known.
    pub phone: Option<Phone>,
    /// The language to call them in.
    pub language: Language,
    /// What they said it is about: at most [`Callback::LONGEST`] characters; empty where they said nothing.
    pub reason: String,
}

impl Callback {
    /// The most characters of name and reason.
    pub const LONGEST: usize = 300;
}

/// The id under which a customer's wish to be called is kept: always the same one, so that asking twice is asking once,
/// and made so that it says nothing of the customer.
pub fn callback_id(shop: &ShopId, customer: &CustomerId) -> OrderId {
    let digest = Sha256::digest(format!("{shop}#callback#{customer}"));
    let mut bytes = [0; 16];
    for (byte, made) in bytes.iter_mut().zip(digest) {
        *byte = made;
    }
    OrderId::new(Uuid::from_bytes(bytes).to_string())
}
