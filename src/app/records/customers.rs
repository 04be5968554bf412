//! What is kept about a customer between turns: where the dialogue stands and which order is theirs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Versioned, load, put};
use crate::app::store::Write;
use crate::app::{App, StoreError, keys};
use crate::order::{CustomerId, ItemId, LineId, OrderId, ShopId, Stage};

/// What was asked last, and what a yes to it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Pending {
    /// "Anything else?"
    AnythingElse,
    /// "Send it?": a yes places what was read back.
    Send,
    /// Which size, flavour or the like a line should have.
    Choose {
        /// The line.
        line: LineId,
    },
    /// "Cancel it?": a yes cancels this order, or the draft of this id.
    CancelOrder {
        /// Which.
        order: OrderId,
    },
    /// "Start over?": a yes empties the draft.
    StartOver,
    /// "A guaraná with that?": a yes adds it.
    Suggested {
        /// What was suggested.
        item: ItemId,
    },
}

/// A customer's place in the dialogue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// The draft under way.
    pub current: Option<OrderId>,
    /// What was asked last.
    pub pending: Option<Pending>,
    /// When it was asked.
    pub asked_at: Option<Timestamp>,
    /// What was said last, for "repeat".
    pub last_said: String,
    /// Turns in a row that were not understood.
    pub misses: u32,
    /// The line that was last added or changed, for "make it two".
    pub last_line: Option<LineId>,
    /// The last order whose stage this customer heard of in a turn, and that stage.
    pub heard: Option<(OrderId, Stage)>,
}

/// What is kept about a customer; a new one where nothing is.
///
/// # Errors
/// [`StoreError`].
pub async fn customer(app: &App, id: &CustomerId) -> Result<Versioned<Customer>, StoreError> {
    let stored = load(app, &keys::customer(app.shop(), id)).await?;
    Ok(stored.unwrap_or_else(|| Versioned::new(Customer::default())))
}

/// The write of a customer over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_customer(
    shop: &ShopId,
    id: &CustomerId,
    customer: &Versioned<Customer>,
) -> Result<Write, StoreError> {
    put(keys::customer(shop, id), customer, Vec::new(), Vec::new())
}
