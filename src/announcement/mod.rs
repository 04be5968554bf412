//! Which news reaches whom, when and over what.
//!
//! The order's workflow hands over each stage; what is told is written down before it is spoken, so that nothing is
//! told twice and no stage older than the last one told. Over what, [`routes()`] says; the transports only carry it. Where an
//! order stands is said at the next launch in any case.

mod routes;
pub mod text;

use serde::Deserialize;
use serde_json::Value;

use crate::app::records::{Held, Told, Versioned, customer, load_order, load_told, put_told};
use crate::app::{Announcement, App, Reached, StoreError, WriteError};
use crate::order::{Mobile, Order, OrderId, Stage};
use crate::phrases::phrases;

pub use routes::{News, Reachable, routes};

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
    let Entered { order: id, stage } = serde_json::from_value(message)
        .map_err(|_| StoreError::Misused("the message names no order and stage".to_owned()))?;
    let Some(order) = placed(app, &id).await? else {
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
    let announcement = announcement(app, order, News::Entered(stage), text).await?;
    if !write_down(app, &id, stage).await? {
        return Ok(Outcome::Old);
    }
    Ok(Outcome::Told(app.voice.announce(announcement).await))
}

/// Tells the customer that the shop does not cancel their order. Nothing is written down: it is no stage.
///
/// # Errors
/// [`StoreError`].
pub async fn tell_not_cancelled(app: &App, id: &OrderId) -> Result<(), StoreError> {
    let Some(order) = placed(app, id).await? else {
        return Ok(());
    };
    let text = phrases(order.language).plain("news-not-cancelled");
    let announcement = announcement(app, order, News::NotCancelled, text).await?;
    app.voice.announce(announcement).await;
    Ok(())
}

async fn placed(app: &App, id: &OrderId) -> Result<Option<Order>, StoreError> {
    match load_order(app, id).await?.map(|stored| stored.value) {
        Some(Held::Placed { order, .. }) => Ok(Some(order)),
        Some(Held::Open(_)) | None => Ok(None),
    }
}

/// The news with everything that a transport needs: it reads nothing itself.
async fn announcement(app: &App, order: Order, news: News, text: String) -> Result<Announcement, StoreError> {
    let shop = &app.menu().shop;
    let kept = customer(app, &order.customer).await?.value;
    let reachable = Reachable {
        notified: kept.subscription.is_some_and(|known| known.on),
        mobile: order
            .contact
            .phone
            .as_ref()
            .and_then(|phone| Mobile::of(phone, shop.currency, shop.phone.as_ref())),
    };
    Ok(Announcement {
        customer: order.customer,
        language: order.language,
        shop: shop.name.clone(),
        text,
        at: app.clock.now(),
        routes: routes(news, order.agreement.fulfilment, &reachable),
        last: matches!(news, News::Entered(stage) if stage.is_end()),
        order: order.agreement.order,
    })
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
