//! Stock: how much there is of what is counted, and what is set aside for an order.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Versioned, decode_all, load, put};
use crate::app::store::{Condition, Index, IndexEntry, Key, MOST_LISTED, Query, Record, Write, WriteError};
use crate::app::{App, StoreError, keys};
use crate::order::menu::{Menu, Stock};
use crate::order::{Draft, ItemId, Line, OptionId, OrderId, ShopId};

/// The attribute that holds how much there is.
pub const ON_HAND: &str = "on_hand";
/// The attribute that holds the menu's figure that the books were last set to.
const SEEDED: &str = "seeded";

/// Something that is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counter {
    /// An item.
    Item(ItemId),
    /// An option.
    Option(OptionId),
}

impl Counter {
    /// Where the count is kept.
    pub fn key(&self, shop: &ShopId) -> Key {
        match self {
            Self::Item(item) => keys::item_stock(shop, item),
            Self::Option(option) => keys::option_stock(shop, option),
        }
    }
}

/// Whether stock is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReservationState {
    /// Set aside until it expires.
    Held,
    /// Used up by the kitchen.
    Consumed,
    /// Given back because nobody took it up in time; an order that goes on takes it anew.
    Expired,
    /// Given back, or never taken; nothing can be taken for this order any more.
    Released,
}

/// What is set aside for an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    /// For which order.
    pub order: OrderId,
    /// Whether it is.
    pub state: ReservationState,
    /// How much of what.
    pub counts: Vec<(Counter, u32)>,
    /// When it is given back, unless the kitchen has accepted by then.
    pub expires_at: Timestamp,
}

/// How much of each counted thing a draft needs.
pub fn counters_of(menu: &Menu, draft: &Draft) -> BTreeMap<Counter, u32> {
    let mut counts = BTreeMap::new();
    for line in &draft.lines {
        for (counter, portions) in needs_of(menu, line) {
            let entry = counts.entry(counter).or_insert(0_u32);
            *entry = entry.saturating_add(line.quantity.get().saturating_mul(portions));
        }
    }
    counts
}

/// What of a draft is off today.
pub fn off_today(menu: &Menu, draft: &Draft) -> Vec<Counter> {
    let mut off = Vec::new();
    for line in &draft.lines {
        let item = menu.item(&line.item).filter(|item| item.stock == Stock::Off);
        off.extend(item.map(|item| Counter::Item(item.id.clone())));
        let options = line
            .options
            .iter()
            .filter_map(|chosen| menu.option(&chosen.option));
        off.extend(
            options
                .filter(|option| option.stock == Stock::Off)
                .map(|o| Counter::Option(o.id.clone())),
        );
    }
    off
}

/// The counted things that a line needs.
pub fn counters_of_line(menu: &Menu, line: &Line) -> Vec<Counter> {
    needs_of(menu, line).map(|(counter, _)| counter).collect()
}

/// The counted things that one of a line needs, with the portions of each.
fn needs_of<'a>(menu: &'a Menu, line: &'a Line) -> impl Iterator<Item = (Counter, u32)> + 'a {
    let counted = |stock: Stock| matches!(stock, Stock::Counted(_));
    let item = menu.item(&line.item).filter(move |item| counted(item.stock));
    let options = line.options.iter().filter_map(move |chosen| {
        let option = menu
            .option(&chosen.option)
            .filter(|option| counted(option.stock))?;
        Some((Counter::Option(option.id.clone()), chosen.count))
    });
    item.map(|item| (Counter::Item(item.id.clone()), 1))
        .into_iter()
        .chain(options)
}

/// How much there is of something that is counted; none of what is off today. Before the books have a count of it, it is
/// the menu's figure.
///
/// # Errors
/// [`StoreError`].
pub async fn on_hand(app: &App, counter: &Counter) -> Result<u32, StoreError> {
    let stock = match counter {
        Counter::Item(item) => app.menu().item(item).map(|item| item.stock),
        Counter::Option(option) => app.menu().option(option).map(|option| option.stock),
    };
    if stock == Some(Stock::Off) {
        return Ok(0);
    }
    let Some(record) = app.store.get(&counter.key(app.shop())).await? else {
        return Ok(match stock {
            Some(Stock::Counted(figure)) => figure,
            Some(Stock::Off | Stock::Unlimited) | None => 0,
        });
    };
    let count = record.attributes.get(ON_HAND).and_then(Value::as_u64);
    Ok(count.and_then(|count| u32::try_from(count).ok()).unwrap_or(0))
}

/// Brings the books in line with a menu: what is counted and has no count yet begins with its figure, and a figure that
/// is another one than the books were last set to says how much there is now, apart from what orders hold. A figure that
/// has not changed leaves its count alone, however often it is read.
///
/// # Errors
/// [`StoreError`].
pub async fn seed_stock(app: &App, menu: &Menu) -> Result<(), StoreError> {
    let items = menu
        .items
        .iter()
        .map(|item| (Counter::Item(item.id.clone()), item.stock));
    let options = menu
        .options
        .iter()
        .map(|option| (Counter::Option(option.id.clone()), option.stock));
    for (counter, stock) in items.chain(options) {
        if let Stock::Counted(figure) = stock {
            seed(app, counter.key(app.shop()), figure).await?;
        }
    }
    Ok(())
}

/// How often a count that meets another write is tried again.
const TRIES: usize = 5;

async fn seed(app: &App, key: Key, figure: u32) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        let Some(write) = seeding(app.store.get(&key).await?, &key, figure) else {
            return Ok(());
        };
        match app.store.write(vec![write]).await {
            Ok(()) => return Ok(()),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(StoreError::Unavailable("a count kept changing".to_owned()))
}

/// The write that sets a count to its figure; none where the books were set to it before.
fn seeding(found: Option<Record>, key: &Key, figure: u32) -> Option<Write> {
    let attributes = |on_hand: Value| {
        Map::from_iter([
            (ON_HAND.to_owned(), on_hand),
            (SEEDED.to_owned(), Value::from(figure)),
        ])
    };
    let put = |on_hand, condition| {
        let record = Record {
            key: key.clone(),
            attributes: attributes(on_hand),
            indexes: Vec::new(),
        };
        Some(Write::Put(record, vec![condition]))
    };
    let Some(found) = found else {
        return put(Value::from(figure), Condition::Absent);
    };
    match found.attributes.get(SEEDED) {
        Some(seeded) if seeded.as_u64() == Some(u64::from(figure)) => None,
        Some(seeded) => put(Value::from(figure), Condition::Equals(SEEDED, seeded.clone())),
        // Books from before the figure was noted: the count stands.
        None => {
            let on_hand = found
                .attributes
                .get(ON_HAND)
                .cloned()
                .unwrap_or(Value::from(figure));
            put(on_hand.clone(), Condition::Equals(ON_HAND, on_hand))
        }
    }
}

/// What is set aside for an order.
///
/// # Errors
/// [`StoreError`].
pub async fn load_reservation(
    app: &App,
    order: &OrderId,
) -> Result<Option<Versioned<Reservation>>, StoreError> {
    load(app, &keys::reservation(app.shop(), order)).await
}

/// The write of a reservation over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_reservation(shop: &ShopId, reservation: &Versioned<Reservation>) -> Result<Write, StoreError> {
    let Reservation {
        order,
        state,
        expires_at,
        ..
    } = &reservation.value;
    let entry = IndexEntry {
        index: Index::ByQueue,
        partition: keys::reservations(shop),
        sort: format!("{}#{order}", keys::sortable(*expires_at)),
    };
    let indexes = match state {
        ReservationState::Held => vec![entry],
        ReservationState::Consumed | ReservationState::Expired | ReservationState::Released => Vec::new(),
    };
    put(keys::reservation(shop, order), reservation, Vec::new(), indexes)
}

/// Reservations that have expired and are still held, oldest first.
///
/// # Errors
/// [`StoreError`].
pub async fn expired_reservations(app: &App) -> Result<Vec<Reservation>, StoreError> {
    let query = Query {
        index: Index::ByQueue,
        partition: keys::reservations(app.shop()),
        before: Some(keys::sortable(app.clock.now())),
        descending: false,
        limit: MOST_LISTED,
    };
    let records = app.store.list(&query).await?;
    Ok(decode_all(&records)
        .into_iter()
        .map(|versioned| versioned.value)
        .collect())
}
