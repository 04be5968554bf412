//! "Delete my data": what is kept of a customer goes, and what is personal in their orders.
//!
//! What was cooked and paid stays for the shop's books, without whose it was. An order under way keeps what the courier
//! needs until its end, and a while longer, so that its last news still reaches the customer. Every write is held to the
//! version that was read, and forgetting again what is half forgotten finishes it.

use jiff::SignedDuration;

use super::orders::STATE;
use super::turns::delete_turns;
use super::{Forgetting, Held, Versioned, customer, decode_all, load_order, put_customer, put_placed};
use crate::app::store::{Condition, Index, Query, Write, WriteError};
use crate::app::{App, StoreError, keys};
use crate::order::{Contact, CustomerId, Order, OrderId};

/// How long after its end an order keeps whose it is: longer than its last news takes.
const KEPT_AFTER_END: SignedDuration = SignedDuration::from_mins(10);
/// Orders in one page of a listing, and the most pages.
const PAGE: usize = 100;
const MOST_PAGES: usize = 100;
/// How often a record that meets another write is tried again.
const TRIES: usize = 5;
/// Who has placed an order of which that is forgotten.
const NOBODY: &str = "forgotten";

/// What became of a wish to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forgotten {
    /// Whether an order is still under way: it is forgotten a while after its end.
    pub under_way: bool,
}

/// Forgets a customer: their record, the draft under way, and what is personal in every order of theirs that has ended.
///
/// Notes to the staff that are open stay until they are dealt with, and lose what is personal then.
///
/// # Errors
/// [`StoreError`]; what is forgotten by then stays so, and forgetting again goes on with the rest.
pub async fn forget(app: &App, id: &CustomerId) -> Result<Forgotten, StoreError> {
    // What an account's channels said and ordered before they were linked may stand under their own names still, or be
    // listed there by an index that is behind.
    let mut theirs = customer(app, id).await?.value.channels;
    theirs.push(id.clone());
    let mut under_way = false;
    for whose in &theirs {
        under_way |= forget_orders(app, whose, &theirs).await?;
        delete_turns(app, whose).await?;
    }
    forget_record(app, id).await?;
    Ok(Forgotten { under_way })
}

/// Forgets the orders that are listed under a name and are `theirs`. Whether one is under way.
async fn forget_orders(app: &App, whose: &CustomerId, theirs: &[CustomerId]) -> Result<bool, StoreError> {
    let (mut under_way, mut before) = (false, None);
    for _ in 0..MOST_PAGES {
        let page = orders_page(app, whose, before).await?;
        for (order, _) in &page {
            under_way |= forget_order(app, order, Some(theirs)).await?;
        }
        // A page may be shorter than was asked for: what is past its time is left out of it.
        match page.into_iter().next_back() {
            Some((_, sort)) => before = Some(sort),
            None => break,
        }
    }
    Ok(under_way)
}

/// Forgets orders that have ended since this was asked for, and those that ended longer ago than the shop keeps whose they
/// were, at most a page of each. Returns how many.
///
/// # Errors
/// [`StoreError`] if they cannot be listed; one that cannot be written is left to the next time.
pub async fn forget_ended(app: &App) -> Result<usize, StoreError> {
    let asked_for = forget_listed(app, keys::forgetting(app.shop()), KEPT_AFTER_END).await?;
    let days = app.menu().shop.keep.orders;
    let kept_for = SignedDuration::from_hours(24 * i64::from(days));
    let by_time = forget_listed(app, keys::ended(app.shop()), kept_for).await?;
    Ok(asked_for + by_time)
}

/// Forgets the orders of a partition by when they ended, a while after that.
async fn forget_listed(app: &App, partition: String, after: SignedDuration) -> Result<usize, StoreError> {
    let until = app.clock.now().checked_sub(after);
    let query = Query {
        index: Index::ByQueue,
        partition,
        before: Some(keys::sortable(until.unwrap_or_default())),
        descending: false,
        limit: PAGE,
    };
    let mut done = 0;
    for Versioned { value, .. } in decode_all::<Held>(&app.store.list(&query).await?) {
        let Held::Placed { order, .. } = value else {
            continue;
        };
        let id = &order.agreement.order;
        match forget_order(app, id, None).await {
            Ok(_) => done += 1,
            Err(error) => tracing::error!(order = id.as_str(), %error, "forget.left"),
        }
    }
    Ok(done)
}

/// A page of a customer's orders, latest first, each with its place in the index.
async fn orders_page(
    app: &App,
    id: &CustomerId,
    before: Option<String>,
) -> Result<Vec<(OrderId, String)>, StoreError> {
    let query = Query {
        index: Index::ByCustomer,
        partition: keys::orders_of(app.shop(), id),
        before,
        descending: true,
        limit: PAGE,
    };
    let records = app.store.list(&query).await?;
    let place = |record: &crate::app::store::Record| {
        let entries = record.indexes.iter();
        entries
            .filter(|entry| entry.index == Index::ByCustomer)
            .find_map(|entry| Some((OrderId::new(entry.sort.split_once('#')?.1), entry.sort.clone())))
    };
    Ok(records.iter().filter_map(place).collect())
}

/// Takes what is personal out of an order, or notes that this is to happen after its end; where `theirs` is given, only if
/// it is one of theirs. Whether it is under way.
async fn forget_order(app: &App, id: &OrderId, theirs: Option<&[CustomerId]>) -> Result<bool, StoreError> {
    for _ in 0..TRIES {
        // What an index lists may be behind: the record itself decides.
        let Some(Versioned { value, version }) = load_order(app, id).await? else {
            return Ok(false);
        };
        let Held::Placed {
            order,
            started,
            cancelling,
            forgetting,
        } = value
        else {
            return Ok(false);
        };
        if theirs.is_some_and(|theirs| !theirs.contains(&order.customer)) {
            return Ok(false);
        }
        let ended = order.stage.is_end();
        let is_past = ended && app.clock.now().duration_since(order.since) >= KEPT_AFTER_END;
        let (order, next) = if is_past {
            (anonymous(order), Forgetting::Done)
        } else {
            (order, Forgetting::AfterItsEnd)
        };
        if forgetting == Forgetting::Done || forgetting == next {
            return Ok(!ended);
        }
        let value = Held::Placed {
            order,
            started,
            cancelling,
            forgetting: next,
        };
        match app
            .store
            .write(vec![put_placed(app.shop(), &Versioned { value, version })?])
            .await
        {
            Ok(()) => return Ok(!ended),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(kept_changing())
}

/// An order without whose it was: what was cooked, what it cost, how it went.
fn anonymous(mut order: Order) -> Order {
    order.customer = CustomerId::new(NOBODY);
    order.person = None;
    order.contact = Contact::default();
    order.agreement.address = None;
    order.agreement.usual_address = false;
    order.agreement.notes = Vec::new();
    order.agreement.allergies = Vec::new();
    order
}

/// Deletes a customer's record with their draft, in one transaction over what was read.
async fn forget_record(app: &App, id: &CustomerId) -> Result<(), StoreError> {
    let shop = app.shop();
    for _ in 0..TRIES {
        let kept = customer(app, id).await?;
        if kept.version == 0 {
            return Ok(());
        }
        let same = Condition::Equals(super::VERSION, kept.version.into());
        let mut writes = vec![Write::Delete(keys::customer(shop, id), vec![same])];
        writes.extend(unlinked(app, id, &kept.value.channels).await?);
        if let Some(draft) = kept.value.current {
            let held = load_order(app, &draft).await?.map(|stored| stored.value);
            if let Some(Held::Open(_)) = held {
                let open = Condition::Equals(STATE, "open".into());
                writes.push(Write::Delete(keys::order(shop, &draft), vec![open]));
                writes.push(Write::Delete(keys::suggestion(shop, &draft), Vec::new()));
            }
        }
        match app.store.write(writes).await {
            Ok(()) => return Ok(()),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(kept_changing())
}

/// Deletes what is kept of the channels' accounts that an account is linked to, where they are linked to it still. What is
/// theirs alone, ordered since without it, is theirs to delete.
async fn unlinked(
    app: &App,
    account: &CustomerId,
    channels: &[CustomerId],
) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for channel in channels {
        let mut kept = customer(app, channel).await?;
        if kept.value.account.take().as_ref() != Some(account) {
            continue;
        }
        let own = kept.value.current.is_some() || kept.value.asked_at.is_some();
        writes.push(if own {
            put_customer(app.shop(), channel, &kept)?
        } else {
            let same = Condition::Equals(super::VERSION, kept.version.into());
            Write::Delete(keys::customer(app.shop(), channel), vec![same])
        });
    }
    Ok(writes)
}

fn kept_changing() -> StoreError {
    StoreError::Unavailable("what is to be forgotten kept changing".to_owned())
}
