//! Drafts and the orders they become: one record, open until it is placed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Versioned, decode_all, load, put, put_if};
use crate::app::store::{Condition, Index, IndexEntry, MOST_LISTED, Query, Write};
use crate::app::{App, StoreError, keys};
use crate::order::{AgreementHash, CustomerId, Draft, Getting, Language, Money, Order, OrderId, ShopId};

/// A draft that has not been placed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenDraft {
    /// The id that it keeps as an order.
    pub id: OrderId,
    /// Whose it is.
    pub customer: CustomerId,
    /// The language of its last turn.
    pub language: Language,
    /// What was asked for.
    pub draft: Draft,
    /// How it is to reach the customer and to be paid, as far as that is settled.
    pub getting: Getting,
    /// What was read back and waits for a yes; none once anything has changed since.
    pub read_back: Option<AgreementHash>,
    /// The voice session in which it was read back.
    #[serde(default)]
    pub read_back_in: Option<String>,
    /// Whether something has been suggested to go with it: at most once.
    pub suggested: bool,
    /// Whether the customer has said that this is all: what is left is to settle and to send it.
    #[serde(default)]
    pub finishing: bool,
    /// Whether it has been asked where it goes: once before the first dish, and again only at the end.
    #[serde(default)]
    pub where_asked: bool,
    /// Whether the channel's own profile has been asked for the address: once.
    #[serde(default)]
    pub profile_asked: bool,
    /// The voice session in which the address was spelled out: a voice that is not known hears it in no other.
    #[serde(default)]
    pub spelled_in: Option<String>,
    /// The placed order that it takes the place of, once it is agreed to.
    #[serde(default)]
    pub replaces: Option<OrderId>,
    /// What the lines came to when that was last said, for saying so where prices change.
    #[serde(default)]
    pub priced: Option<Money>,
    /// When it last changed.
    pub touched_at: Timestamp,
}

/// What an order record holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// A draft.
    Open(OpenDraft),
    /// A placed order.
    Placed {
        /// The order.
        order: Order,
        /// Whether its execution is known to have started.
        started: bool,
        /// Whether the customer, or the shop for them, wants it cancelled.
        cancelling: bool,
        /// Whether it is to be forgotten whose it was.
        #[serde(default)]
        forgetting: Forgetting,
    },
}

/// Whether a placed order is to lose what is personal in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forgetting {
    /// Nobody has asked for it.
    #[default]
    No,
    /// The customer has; it happens a while after the order has ended, when its last news has been told.
    AfterItsEnd,
    /// It has happened.
    Done,
}

/// The attribute that tells drafts from placed orders.
pub(super) const STATE: &str = "state";
const HASH: &str = "hash";

/// The draft or order of this id.
///
/// # Errors
/// [`StoreError`].
pub async fn load_order(app: &App, id: &OrderId) -> Result<Option<Versioned<Held>>, StoreError> {
    load(app, &keys::order(app.shop(), id)).await
}

/// The write of an open draft over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_open(shop: &ShopId, draft: &Versioned<OpenDraft>) -> Result<Write, StoreError> {
    let open = &draft.value;
    let hash = open
        .read_back
        .as_ref()
        .map_or(Value::Null, |hash| Value::from(hash.as_str()));
    let extra = vec![(STATE, Value::from("open")), (HASH, hash)];
    let held = Versioned {
        value: Held::Open(open.clone()),
        version: draft.version,
    };
    put(keys::order(shop, &open.id), &held, extra, Vec::new())
}

/// The one conditional write that places an order: open and this hash, to placed.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn place(shop: &ShopId, order: Order, version: u64, hash: &AgreementHash) -> Result<Write, StoreError> {
    let conditions = vec![
        Condition::Equals(STATE, Value::from("open")),
        Condition::Equals(HASH, Value::from(hash.as_str())),
    ];
    let key = keys::order(shop, &order.agreement.order);
    let held = Held::Placed {
        order,
        started: false,
        cancelling: false,
        forgetting: Forgetting::No,
    };
    let indexes = indexes(shop, &held);
    put_if(
        key,
        &Versioned { value: held, version },
        vec![(STATE, Value::from("placed"))],
        indexes,
        conditions,
    )
}

/// The write of a placed order over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down, or if it holds an open draft.
pub fn put_placed(shop: &ShopId, held: &Versioned<Held>) -> Result<Write, StoreError> {
    let Held::Placed { order, .. } = &held.value else {
        return Err(StoreError::Misused(
            "an open draft written as a placed order".to_owned(),
        ));
    };
    let key = keys::order(shop, &order.agreement.order);
    put(
        key,
        held,
        vec![(STATE, Value::from("placed"))],
        indexes(shop, &held.value),
    )
}

fn indexes(shop: &ShopId, held: &Held) -> Vec<IndexEntry> {
    let Held::Placed {
        order,
        started,
        forgetting,
        cancelling: _,
    } = held
    else {
        return Vec::new();
    };
    let sort = format!("{}#{}", keys::sortable(order.placed_at), order.agreement.order);
    let queue = match (started, order.stage.is_end(), forgetting) {
        (false, _, _) => Some((keys::unstarted(shop), sort.clone())),
        (true, false, _) => Some((keys::active(shop), sort.clone())),
        (true, true, Forgetting::AfterItsEnd) => Some((
            keys::forgetting(shop),
            format!("{}#{}", keys::sortable(order.since), order.agreement.order),
        )),
        (true, true, Forgetting::No) => Some((
            keys::ended(shop),
            format!("{}#{}", keys::sortable(order.since), order.agreement.order),
        )),
        (true, true, Forgetting::Done) => None,
    };
    let by_queue = queue.map(|(partition, sort)| IndexEntry {
        index: Index::ByQueue,
        partition,
        sort,
    });
    let by_customer = match forgetting {
        Forgetting::No | Forgetting::AfterItsEnd => Some(IndexEntry {
            index: Index::ByCustomer,
            partition: keys::orders_of(shop, &order.customer),
            sort,
        }),
        Forgetting::Done => None,
    };
    by_queue.into_iter().chain(by_customer).collect()
}

/// A customer's placed orders, latest first, at most `limit` of them.
///
/// # Errors
/// [`StoreError`].
pub async fn orders_of_customer(
    app: &App,
    customer: &CustomerId,
    limit: usize,
) -> Result<Vec<Versioned<Held>>, StoreError> {
    let partition = keys::orders_of(app.shop(), customer);
    let query = Query {
        index: Index::ByCustomer,
        partition,
        before: None,
        descending: true,
        limit,
    };
    Ok(decode_all(&app.store.list(&query).await?))
}

/// Placed orders whose execution is not known to have started, oldest first.
///
/// # Errors
/// [`StoreError`].
pub async fn unstarted_orders(app: &App) -> Result<Vec<Versioned<Held>>, StoreError> {
    queued(app, keys::unstarted(app.shop())).await
}

/// Placed orders under way, those that were placed first: a page of them at most.
///
/// # Errors
/// [`StoreError`].
pub async fn active_orders(app: &App) -> Result<Vec<Versioned<Held>>, StoreError> {
    queued(app, keys::active(app.shop())).await
}

async fn queued(app: &App, partition: String) -> Result<Vec<Versioned<Held>>, StoreError> {
    let query = Query {
        index: Index::ByQueue,
        partition,
        before: None,
        descending: false,
        limit: MOST_LISTED,
    };
    Ok(decode_all(&app.store.list(&query).await?))
}
