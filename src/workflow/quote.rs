//! The quote: what a draft costs now, and what of it cannot be had.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::step::{ErrorName, StepError};
use super::stock;
use crate::app::records::Counter;
use crate::app::{App, StoreError};
use crate::order::{Draft, Getting, Totals, price};

/// What a draft costs and what it cannot have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The prices; none where a line has no price yet.
    pub totals: Option<Totals>,
    /// What there is not enough of.
    pub short: Vec<Counter>,
}

/// Quotes a draft.
///
/// # Errors
/// [`StoreError`].
pub async fn quote(app: &App, draft: &Draft, getting: &Getting) -> Result<Quote, StoreError> {
    let totals = price::totals(&app.menu(), draft, getting).ok();
    Ok(Quote {
        totals,
        short: stock::short_of(app, draft).await?,
    })
}

pub(super) async fn perform(app: &App, draft: &Draft, getting: &Getting) -> Result<Value, StepError> {
    let quote = quote(app, draft, getting).await?;
    serde_json::to_value(quote).map_err(|error| StepError::new(ErrorName::PayloadInvalid, error.to_string()))
}
