//! Payments: one an order.

use serde::{Deserialize, Serialize};

use super::{VERSION, Versioned, load, put};
use crate::app::store::{Condition, Write};
use crate::app::{App, StoreError, keys};
use crate::order::{Money, OrderId, Payment, ShopId};

/// How far a payment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Promised.
    Authorised,
    /// Taken, or due at the door.
    Captured,
    /// Given up before it was taken, or never made; nothing can be taken for this order any more.
    Voided,
    /// Given back.
    Refunded,
}

/// An order's payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentRecord {
    /// How it is paid.
    pub method: Payment,
    /// How much.
    pub amount: Money,
    /// How far it is.
    pub state: PaymentState,
}

/// An order's payment.
///
/// # Errors
/// [`StoreError`].
pub async fn load_payment(
    app: &App,
    order: &OrderId,
) -> Result<Option<Versioned<PaymentRecord>>, StoreError> {
    load(app, &keys::payment(app.shop(), order)).await
}

/// The write of a payment over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_payment(
    shop: &ShopId,
    order: &OrderId,
    payment: &Versioned<PaymentRecord>,
) -> Result<Write, StoreError> {
    put(keys::payment(shop, order), payment, Vec::new(), Vec::new())
}

/// Holds a transaction to the payment as it was read: at this version, or none where that is 0.
pub fn check_payment(shop: &ShopId, order: &OrderId, version: u64) -> Write {
    let condition = match version {
        0 => Condition::Absent,
        version => Condition::Equals(VERSION, version.into()),
    };
    Write::Check(keys::payment(shop, order), vec![condition])
}
