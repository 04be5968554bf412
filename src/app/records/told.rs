//! How far a customer has been told of an order, and what is suggested to go with a draft.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Versioned, load, put};
use crate::app::store::Write;
use crate::app::{App, StoreError, keys};
use crate::order::{ItemId, OrderId, ShopId, Stage};

/// How far a customer has been told of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The last stage that they were told of, or that is left to their next launch because nobody could be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// How often they were called about it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub calls: u32,
    /// What is being told at this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telling: Option<Telling>,
}

fn is_none(calls: &u32) -> bool {
    *calls == 0
}

/// A stage that is being told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The stage.
    pub stage: Stage,
    /// When whoever tells it must have come to an end.
    pub until: Timestamp,
}

impl Told {
    /// Told as far as this stage.
    pub fn as_far_as(stage: Stage) -> Self {
        Self {
            stage: Some(stage),
            ..Self::default()
        }
    }
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
