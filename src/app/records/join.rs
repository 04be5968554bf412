//! A channel's own account is linked to an account with the shop: what was kept of the one becomes the other's.
//!
//! Everything is one transaction over what was read, so that nothing is there twice or lost. Orders beyond a page follow when
//! a session is opened next. What is to be forgotten stays where it is, and is forgotten there.

use jiff::{SignedDuration, Timestamp};

use super::orders::STATE;
use super::{
    Customer, Forgetting, Held, Kept, OpenDraft, Versioned, customer, decode_all, load_order, put_customer,
    put_open, put_placed,
};
use crate::app::store::{Condition, Index, Query, Write, WriteError};
use crate::app::{App, StoreError, keys};
use crate::order::{CustomerId, OrderId, ShopId};

/// The most orders that are taken over at once: with drafts and customers they fit one transaction.
const PAGE: usize = 40;
/// How many orders are looked at for them.
const LOOKED_AT: usize = 100;
/// The most accounts of channels that one account is linked to; of more, the first are let go of.
const MOST_CHANNELS: usize = 8;
/// How often it is written anew that a channel's account is linked, so that it is kept for as long as it is used.
const SEEN_EVERY: SignedDuration = SignedDuration::from_hours(24);
/// How often a record that meets another write is tried again.
const TRIES: usize = 3;

/// What became of joining.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// Of neither anything is kept, so nothing was joined and nothing written: [`put_link`] notes that they are linked, once
    /// there is something to keep.
    Nothing,
    /// Everything was joined already.
    Already,
    /// What was kept is the account's. With which orders it took over, latest first, and those that it takes over with the
    /// next session; an index may not list them as the account's yet.
    Now(Vec<OrderId>),
}

/// Makes the account's what is kept of the channel's own account `through`: name, number, address and the like where the
/// account has none, orders, and of two drafts the one that was touched last.
///
/// Another account that `through` was linked to before is linked to it no longer; what it has stays its own.
///
/// # Errors
/// [`StoreError`]; then nothing has changed.
pub async fn join(app: &App, account: &CustomerId, through: &CustomerId) -> Result<Joined, StoreError> {
    for left in (0..TRIES).rev() {
        let mut orders = orders_to_move(app, through).await?;
        let (to, from) = tokio::try_join!(customer(app, account), customer(app, through))?;
        if orders.is_empty() && to.version == 0 && from.version == 0 {
            return Ok(Joined::Nothing);
        }
        let theirs = orders.iter().filter_map(id_of).collect();
        if left == 0 {
            // An order that goes on is still listed as it was: the last try leaves orders to the next session.
            orders.clear();
        }
        let Some(writes) = writes(app, (account, to), (through, from), orders).await? else {
            return Ok(Joined::Already);
        };
        match app.store.write(writes).await {
            Ok(()) => return Ok(Joined::Now(theirs)),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(StoreError::Unavailable(
        "what is to be joined kept changing".to_owned(),
    ))
}

/// What is to be written; none where everything is joined already.
async fn writes(
    app: &App,
    (account, mut to): (&CustomerId, Versioned<Customer>),
    (through, mut from): (&CustomerId, Versioned<Customer>),
    orders: Vec<Versioned<Held>>,
) -> Result<Option<Vec<Write>>, StoreError> {
    let shop = app.shop();
    let linked = to.value.channels.contains(through) && from.value.account.as_ref() == Some(account);
    let now = app.clock.now();
    let lately = |at: Timestamp| now.duration_since(at) < SEEN_EVERY;
    let seen = from.value.linked_at.is_some_and(lately);
    if linked && seen && orders.is_empty() && is_empty(&from.value) {
        return Ok(None);
    }
    let mut writes = Vec::new();
    if let Some(former) = from.value.account.clone().filter(|former| former != account) {
        writes.extend(let_go(app, &former, through).await?);
    }
    let (theirs, ours) = tokio::try_join!(
        draft(app, from.value.current.as_ref()),
        draft(app, to.value.current.as_ref())
    )?;
    let takes_theirs = match (&theirs, &ours) {
        (Some(theirs), Some(ours)) => theirs.value.touched_at > ours.value.touched_at,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => from.value.asked_at > to.value.asked_at,
    };
    let (stays, goes) = if takes_theirs {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    if let Some(goes) = goes {
        writes.extend(dropped(shop, &goes.value));
    }
    let merged = kept(std::mem::take(&mut to.value.kept), &from.value.kept);
    let (subscription, channels) = (to.value.subscription, std::mem::take(&mut to.value.channels));
    let notified = from.value.subscription;
    let dialogue = if takes_theirs {
        std::mem::take(&mut from.value)
    } else {
        std::mem::take(&mut to.value)
    };
    if let Some(mut stays) = stays.filter(|_| takes_theirs) {
        stays.value.customer = account.clone();
        writes.push(put_open(shop, &stays)?);
    }
    to.value = Customer {
        kept: merged,
        subscription,
        channels: with(channels, through),
        account: None,
        linked_at: None,
        ..dialogue
    };
    from.value = Customer {
        subscription: notified,
        ..linked_to(account, now)
    };
    for order in orders {
        writes.push(put_placed(shop, &owned_by(order, account))?);
    }
    writes.push(put_customer(shop, account, &to)?);
    writes.push(put_customer(shop, through, &from)?);
    Ok(Some(writes))
}

/// The write that notes of a channel's own account of which nothing is kept that it is linked; the account notes the same.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_link(
    app: &App,
    (account, kept): (&CustomerId, &mut Customer),
    through: &CustomerId,
) -> Result<Write, StoreError> {
    kept.channels = with(std::mem::take(&mut kept.channels), through);
    let linked = Versioned::new(linked_to(account, app.clock.now()));
    put_customer(app.shop(), through, &linked)
}

/// What is kept of a channel's own account that is linked, and of which all else is the account's.
fn linked_to(account: &CustomerId, now: Timestamp) -> Customer {
    Customer {
        account: Some(account.clone()),
        linked_at: Some(now),
        ..Customer::default()
    }
}

/// The write by which an account lets go of a channel's own account; none where nothing is kept of it.
async fn let_go(app: &App, former: &CustomerId, through: &CustomerId) -> Result<Option<Write>, StoreError> {
    let mut kept = customer(app, former).await?;
    kept.value.channels.retain(|channel| channel != through);
    (kept.version > 0)
        .then(|| put_customer(app.shop(), former, &kept))
        .transpose()
}

/// The writes that delete a draft, as long as it has not been placed, and what was suggested with it.
fn dropped(shop: &ShopId, draft: &OpenDraft) -> [Write; 2] {
    let open = Condition::Equals(STATE, "open".into());
    [
        Write::Delete(keys::order(shop, &draft.id), vec![open]),
        Write::Delete(keys::suggestion(shop, &draft.id), Vec::new()),
    ]
}

/// Whether nothing is kept that could be joined.
fn is_empty(from: &Customer) -> bool {
    from.current.is_none() && from.asked_at.is_none() && from.kept == Kept::default()
}

/// Placed orders of a customer that are not to be forgotten, latest first.
async fn orders_to_move(app: &App, from: &CustomerId) -> Result<Vec<Versioned<Held>>, StoreError> {
    let query = Query {
        index: Index::ByCustomer,
        partition: keys::orders_of(app.shop(), from),
        before: None,
        descending: true,
        limit: LOOKED_AT,
    };
    let mut orders: Vec<Versioned<Held>> = decode_all(&app.store.list(&query).await?);
    // What an index lists may be behind: the version that it shows is what the write is held to.
    orders.retain(|held| match &held.value {
        Held::Placed {
            forgetting, order, ..
        } => *forgetting == Forgetting::No && order.customer == *from,
        Held::Open(_) => false,
    });
    orders.truncate(PAGE);
    Ok(orders)
}

fn id_of(held: &Versioned<Held>) -> Option<OrderId> {
    match &held.value {
        Held::Placed { order, .. } => Some(order.agreement.order.clone()),
        Held::Open(_) => None,
    }
}

fn owned_by(mut held: Versioned<Held>, account: &CustomerId) -> Versioned<Held> {
    if let Held::Placed { order, .. } = &mut held.value {
        order.customer = account.clone();
    }
    held
}

async fn draft(app: &App, id: Option<&OrderId>) -> Result<Option<Versioned<OpenDraft>>, StoreError> {
    let Some(id) = id else { return Ok(None) };
    Ok(match load_order(app, id).await? {
        Some(Versioned {
            value: Held::Open(value),
            version,
        }) => Some(Versioned { value, version }),
        Some(Versioned {
            value: Held::Placed { .. },
            ..
        })
        | None => None,
    })
}

/// What the account keeps, and where it keeps nothing what was kept of the other.
fn kept(account: Kept, other: &Kept) -> Kept {
    let mut kept = account;
    kept.contact.name = kept.contact.name.or_else(|| other.contact.name.clone());
    kept.contact.phone = kept.contact.phone.or_else(|| other.contact.phone.clone());
    kept.address = kept.address.or_else(|| other.address.clone());
    kept.if_missing = kept.if_missing.or(other.if_missing);
    for allergen in &other.allergies {
        if !kept.allergies.contains(allergen) {
            kept.allergies.push(*allergen);
        }
    }
    kept
}

/// The accounts with one more, last.
fn with(mut channels: Vec<CustomerId>, through: &CustomerId) -> Vec<CustomerId> {
    channels.retain(|channel| channel != through);
    channels.push(through.clone());
    let surplus = channels.len().saturating_sub(MOST_CHANNELS);
    channels.drain(..surplus);
    channels
}
