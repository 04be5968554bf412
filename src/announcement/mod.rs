//! Which news reaches whom, when and over what.
//!
//! The order's workflow hands over each stage by a queue. What is told is noted before, so that two deliveries do not speak
//! at once, and after, so that nothing is told twice and no stage older than the last one told. What could not be told just
//! now is delivered again; what can reach nobody is settled, and where an order stands is said at the next launch in any
//! case. Over what, [`routes()`] says; the transports only carry it.

mod routes;
mod telling;
pub mod text;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;

use crate::app::records::{Customer, Held, customer, customer_of_number, load_order, load_told};
use crate::app::{Announcement, App, Reached, Route, StoreError};
use crate::order::{Callable, CustomerId, Mobile, Order, OrderId, Stage};
use crate::phrases::phrases;

pub use routes::{News, Reachable, routes};
use telling::Begun;
pub use telling::none_is_told;

/// How long the transports may take with one piece of news: the skill's secret, a token and a notification, both once
/// more, a call and a text message. What is cut off is told again.
pub const TELL_WITHIN: Duration = Duration::from_secs(26);
/// How long news of progress stays news: it counts minutes from now, and who has waited so long looks for themselves.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(15);

/// A stage that an order has entered, as it stands on the announcements' queue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Entered {
    order: OrderId,
    stage: Stage,
}

/// What became of a piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was told to whoever can be reached.
    Told(Reached),
    /// The customer has heard of this stage, or of a later one.
    Old,
    /// The stage is no news, or none any more.
    NoNews,
}

impl Outcome {
    /// A short name for logs and metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Told(reached) => reached.name(),
            Self::Old => "old",
            Self::NoNews => "no_news",
        }
    }
}

/// Why news is not told yet: its message is to be delivered again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTold {
    /// Another delivery is telling it, or was when its process ended.
    #[error("something of the order is being told by another delivery")]
    BeingTold,
    /// The customer can be reached, but not just now.
    #[error("no way to the customer can be used at present")]
    NotNow,
    /// What is needed to tell it cannot be read, or that it was told cannot be noted.
    /// [`StoreError::Misused`] is a message that cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Tells the customer of the stage in a queue's message.
///
/// A message that is delivered again after its process ended is told again: a notification is known by its reference and
/// reaches the customer once, a text message may come twice.
///
/// # Errors
/// [`NotTold`].
pub async fn tell(app: &App, message: Value) -> Result<Outcome, NotTold> {
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
    if is_stale(&order, stage, app.clock.now()) {
        return Ok(Outcome::NoNews);
    }
    let order = Order { stage, ..order };
    let Some(text) = phrases(order.language).news(&app.menu(), &order) else {
        return Ok(Outcome::NoNews);
    };
    let announcement = announcement(app, order, News::Entered(stage), text).await?;
    match telling::begin(app, &id, stage).await? {
        Begun::Now => {}
        Begun::Elsewhere => return Err(NotTold::BeingTold),
        Begun::Old => return Ok(Outcome::Old),
    }
    let called = announcement
        .routes
        .iter()
        .any(|route| matches!(route, Route::Call(_)));
    match announce(app, announcement).await {
        Reached::NotNow => {
            // Where this fails the note holds until its time is over.
            if let Err(error) = telling::leave(app, &id, stage).await {
                tracing::warn!(order = id.as_str(), %error, "announcement.note_left");
            }
            Err(NotTold::NotNow)
        }
        reached => {
            telling::settle(app, &id, stage, called && reached == Reached::Spoken).await?;
            Ok(Outcome::Told(reached))
        }
    }
}

async fn announce(app: &App, announcement: Announcement) -> Reached {
    tokio::time::timeout(TELL_WITHIN, app.voice.announce(announcement))
        .await
        .unwrap_or(Reached::NotNow)
}

/// Whether a stage has ceased to be news: that an order is on its way after a while, that it waits to be fetched once it
/// was. How it ended is news whenever it can be told.
fn is_stale(order: &Order, stage: Stage, now: Timestamp) -> bool {
    let late = now.duration_since(order.since) > FRESH_FOR;
    match stage {
        Stage::Sent | Stage::Accepted | Stage::OutForDelivery => late,
        Stage::Ready => late && order.stage != stage,
        Stage::Delivered | Stage::Failed | Stage::Cancelled => false,
    }
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
    let reached = announce(app, announcement).await;
    tracing::info!(order = id.as_str(), ?reached, "announcement.not_cancelled");
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
    let (account, notified) = notified(app, &order.customer).await?;
    let (callable, calls_left) = calls(app, &order).await?;
    let reachable = Reachable {
        callable,
        calls_left,
        notified,
        mobile: order
            .contact
            .phone
            .as_ref()
            .and_then(|phone| Mobile::of(phone, shop.currency, shop.phone.as_ref())),
    };
    Ok(Announcement {
        customer: order.customer,
        account,
        language: order.language,
        shop: shop.name.clone(),
        text,
        at: app.clock.now(),
        routes: routes(news, order.agreement.fulfilment, &reachable),
        last: matches!(news, News::Entered(stage) if stage.is_end()),
        news: news.name(),
        order: order.agreement.order,
    })
}

/// On which number, and how often still, a customer may be called about an order at this hour. Only who ordered by telephone
/// is called, on the number that they called from.
async fn calls(app: &App, order: &Order) -> Result<(Option<Callable>, u32), StoreError> {
    let menu = app.menu();
    let shop = &menu.shop;
    let now = app.clock.now().to_zoned(shop.time_zone.clone()).time();
    let allowed = shop
        .calls
        .as_ref()
        .filter(|calls| order.customer.is_telephone() && calls.may_be_at(now));
    // Another number than the one that ordered may be anybody's.
    let own = order.contact.phone.as_ref();
    let own = own.filter(|phone| customer_of_number(app.shop(), phone) == order.customer);
    let (Some(calls), Some(phone)) = (allowed, own) else {
        return Ok((None, 0));
    };
    let told = load_told(app, &order.agreement.order).await?;
    let made = told.map_or(0, |told| told.value.calls);
    let callable = Callable::of(phone, shop.currency, shop.phone.as_ref());
    Ok((callable, calls.most.saturating_sub(made)))
}

/// The channel's account that a customer's notifications go to, and whether they are wanted there: their own, or of those that
/// they have linked theirs to the last one where they are.
async fn notified(app: &App, id: &CustomerId) -> Result<(CustomerId, bool), StoreError> {
    let wanted = |kept: &Customer| kept.subscription.is_some_and(|known| known.on);
    let own = customer(app, id).await?.value;
    if !wanted(&own) {
        for channel in own.channels.iter().rev() {
            let kept = customer(app, channel).await?.value;
            if wanted(&kept) && kept.account.as_ref() == Some(id) {
                return Ok((channel.clone(), true));
            }
        }
    }
    Ok((id.clone(), wanted(&own)))
}
