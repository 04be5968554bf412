//! How the shop stands, for whoever operates it: how many orders are under way and how old the oldest is, and for how
//! long nobody has looked at the staff board. Nothing is decided on it.

use jiff::{SignedDuration, Timestamp};

use crate::app::records::{
    BoardSeen, Held, Versioned, active_orders, load_board_seen, put_board_seen, unstarted_orders,
};
use crate::app::{App, StoreError, WriteError};
use crate::order::Order;

/// How seldom it is noted that somebody looks at the board, which asks every few seconds.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// How far is looked back where a shop never closes.
const LOOKED_BACK: SignedDuration = SignedDuration::from_hours(24);

/// How a shop stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How many orders have been placed and have not ended: counted up to twice a page of a listing.
    pub open_orders: usize,
    /// How long the oldest of them has been under way: from when it was placed, or from when it is wanted where that is
    /// later. Zero where there is none.
    pub oldest: SignedDuration,
    /// For how long the shop has been open without anybody looking at the board: zero while it is closed.
    pub unwatched: SignedDuration,
}

/// How the shop stands now.
///
/// # Errors
/// [`StoreError`].
pub async fn standing(app: &App) -> Result<Standing, StoreError> {
    let now = app.clock.now();
    let mut orders = active_orders(app).await?;
    orders.extend(unstarted_orders(app).await?);
    let ages = orders.iter().filter_map(|held| match &held.value {
        Held::Placed { order, .. } => Some(age(order, now)),
        Held::Open(_) => None,
    });
    let seen = load_board_seen(app).await?.map(|seen| seen.value.at);
    Ok(Standing {
        open_orders: orders.len(),
        oldest: ages.max().unwrap_or_default(),
        unwatched: unwatched(app, seen, now),
    })
}

/// An order for later is not old before its time.
fn age(order: &Order, now: Timestamp) -> SignedDuration {
    let from = order.agreement.wanted_at.max(Some(order.placed_at));
    from.map_or(SignedDuration::ZERO, |from| now.duration_since(from))
        .max(SignedDuration::ZERO)
}

fn unwatched(app: &App, seen: Option<Timestamp>, now: Timestamp) -> SignedDuration {
    let shop = &app.menu().shop;
    let opened = match &shop.hours {
        Some(hours) => hours.open_since(&shop.time_zone, now),
        None => now.checked_sub(LOOKED_BACK).ok(),
    };
    let Some(opened) = opened else {
        return SignedDuration::ZERO;
    };
    let from = seen.map_or(opened, |seen| seen.max(opened));
    now.duration_since(from).max(SignedDuration::ZERO)
}

/// Notes that somebody looks at the board: at most once in half a minute, however many boards ask.
///
/// # Errors
/// [`StoreError`].
pub async fn board_seen(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    let seen = load_board_seen(app).await?;
    if let Some(seen) = &seen
        && now.duration_since(seen.value.at) < NOTED_EVERY
    {
        return Ok(());
    }
    let seen = Versioned {
        value: BoardSeen { at: now },
        version: seen.map_or(0, |seen| seen.version),
    };
    match app.store.write(vec![put_board_seen(app.shop(), &seen)?]).await {
        // Another board was noted at the same moment.
        Ok(()) | Err(WriteError::Refused(_)) => Ok(()),
        Err(WriteError::Store(error)) => Err(error),
    }
}
