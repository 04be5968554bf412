//! Which news reaches whom, when and over what.
//!
//! The order's workflow hands over each stage; what is told is written down before it is spoken, so that nothing is
//! told twice and no stage older than the last one told. Where an order stands is said at the next launch in any case.

use serde::Deserialize;
use serde_json::Value;

use crate::app::records::{Held, Told, Versioned, load_order, load_told, put_told};
use crate::app::{Announcement, App, Reached, StoreError, WriteError};
use crate::order::{Order, OrderId, Stage};
use crate::phrases::phrases;

/// A stage that an order has entered, as it stands on the announcements' queue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Entered {
    order: OrderId,
    stage: Stage,
}

/// What became of a piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was told to whoever listened.
    Told(Reached),
    /// The customer has heard of this stage, or of a later one.
    Old,
    /// The stage is no news.
    NoNews,
}

/// Tells the customer of the stage in a queue's message.
///
/// # Errors
/// [`StoreError`], after which the message is delivered again; [`StoreError::Misused`] for one that cannot be read.
pub async fn tell(app: &App, message: Value) -> Result<Outcome, StoreError> {
    let Entered { order: id, stage } =
        serde_json::from_value(message).map_err(|error| StoreError::Misused(error.to_string()))?;
    let Some(Versioned {
        value: Held::Placed { order, .. },
        ..
    }) = load_order(app, &id).await?
    else {
        return Ok(Outcome::NoNews);
    };
    // However an order ended, the end that is told is the one it had.
    let stage = if stage.is_end() && order.stage.is_end() {
        order.stage
    } else {
        stage
    };
    let order = Order { stage, ..order };
    let Some(text) = phrases(order.language).news(&app.menu(), &order) else {
        return Ok(Outcome::NoNews);
    };
    if !write_down(app, &id, stage).await? {
        return Ok(Outcome::Old);
    }
    let Order {
        customer, language, ..
    } = order;
    let announcement = Announcement {
        customer,
        order: id,
        language,
        text,
        last: stage.is_end(),
    };
    Ok(Outcome::Told(app.voice.announce(announcement).await))
}

/// Tells the customer that the shop does not cancel their order. Nothing is written down: it is no stage.
///
/// # Errors
/// [`StoreError`].
pub async fn tell_not_cancelled(app: &App, id: &OrderId) -> Result<(), StoreError> {
    let Some(Versioned {
        value: Held::Placed { order, .. },
        ..
    }) = load_order(app, id).await?
    else {
        return Ok(());
    };
    let Order {
        customer, language, ..
    } = order;
    let text = phrases(language).plain("news-not-cancelled");
    app.voice
        .announce(Announcement {
            customer,
            order: id.clone(),
            language,
            text,
            last: false,
        })
        .await;
    Ok(())
}

/// Notes that a stage is told; says whether it was news.
async fn write_down(app: &App, id: &OrderId, stage: Stage) -> Result<bool, StoreError> {
    let stored = load_told(app, id).await?;
    if stored.as_ref().is_some_and(|stored| stored.value.stage >= stage) {
        return Ok(false);
    }
    let told = Versioned {
        value: Told { stage },
        version: stored.map_or(0, |stored| stored.version),
    };
    match app.store.write(vec![put_told(app.shop(), id, &told)?]).await {
        Ok(()) => Ok(true),
        Err(WriteError::Refused(_)) => Ok(false),
        Err(WriteError::Store(error)) => Err(error),
    }
}
