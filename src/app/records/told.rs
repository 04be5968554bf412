//! How far a customer has been told of an order, and what is suggested to go with a draft.

use serde::{Deserialize, Serialize};

use super::{Versioned, load, put};
use crate::app::store::Write;
use crate::app::{App, StoreError, keys};
use crate::order::{ItemId, OrderId, ShopId, Stage};

/// The last stage of an order that was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The stage.
    pub stage: Stage,
}

/// A suggestion kept for a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to suggest.
    pub item: ItemId,
    /// Why, in a sentence that states no fact; none: nothing is said of it.
    #[serde(default)]
    pub reason: Option<String>,
}

/// How far the customer has been told of an order.
///
/// # Errors
/// [`StoreError`].
pub async fn load_told(app: &App, order: &OrderId) -> Result<Option<Versioned<Told>>, StoreError> {
    load(app, &keys::told(app.shop(), order)).await
}

/// The write of how far the customer has been told.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_told(shop: &ShopId, order: &OrderId, told: &Versioned<Told>) -> Result<Write, StoreError> {
    put(keys::told(shop, order), told, Vec::new(), Vec::new())
}

/// What is suggested to go with a draft.
///
/// # Errors
/// [`StoreError`].
pub async fn load_suggestion(
    app: &App,
    draft: &OrderId,
) -> Result<Option<Versioned<Suggestion>>, StoreError> {
    load(app, &keys::suggestion(app.shop(), draft)).await
}

/// The write of a suggestion.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_suggestion(
    shop: &ShopId,
    draft: &OrderId,
    suggestion: &Versioned<Suggestion>,
) -> Result<Write, StoreError> {
    put(keys::suggestion(shop, draft), suggestion, Vec::new(), Vec::new())
}
