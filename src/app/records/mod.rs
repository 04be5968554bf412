//! What the store holds, as types: how each thing becomes a record and back, and under which conditions it changes.
//!
//! Every function here is one read, or makes one write for a transaction; none of them decides anything. The exceptions are
//! [`forget()`] and [`join()`], which go through all that is kept of a customer.

mod board;
mod calls;
mod customers;
mod forget;
mod join;
mod notes;
mod orders;
mod payments;
mod reservations;
mod spending;
mod tickets;
mod told;
mod turns;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::store::{Condition, IndexEntry, Key, Record, Write};
use super::{App, StoreError};

pub use board::{BoardSeen, load_board_seen, put_board_seen};
pub use calls::{CALL_STANDS, Call, customer_of_number, drop_calls, load_call, put_call};
pub use customers::{
    AnsweredTurn, Customer, Dish, Heard, Kept, Pending, Purpose, Subscription, customer, put_customer,
};
pub use forget::{Forgotten, forget, forget_ended};
pub use join::{Joined, join, put_link};
pub use notes::{Callback, Complaint, Note, callback_id};
pub use orders::{
    Forgetting, Held, OpenDraft, active_orders, load_order, orders_of_customer, place, put_open, put_placed,
    unstarted_orders,
};
pub use payments::{PaymentRecord, PaymentState, check_payment, load_payment, put_payment};
pub use reservations::{
    Counter, ON_HAND, Reservation, ReservationState, counters_of, counters_of_line, expired_reservations,
    load_reservation, off_today, on_hand, put_reservation, seed_stock,
};
pub use spending::{add_spending, spending};
pub use tickets::{Ticket, TicketKind, TicketState, load_ticket, open_tickets, put_ticket};
pub use told::{Suggestion, Telling, Told, load_suggestion, load_told, put_suggestion, put_told};
pub use turns::{NotedHint, NotedTurn, TurnOutcome, noted_turns, put_turn};

/// A value as it was read, with the version that a write of it is held to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned<T> {
    /// The value.
    pub value: T,
    /// Its version; 0 where it has never been stored.
    pub version: u64,
}

impl<T> Versioned<T> {
    /// A value that has never been stored.
    pub fn new(value: T) -> Self {
        Self { value, version: 0 }
    }
}

const VERSION: &str = "version";
const BODY: &str = "body";

/// Reads a record's body.
fn decode<T: DeserializeOwned>(record: &Record) -> Result<Versioned<T>, StoreError> {
    // The partition may name a customer, and a parser's words may quote them: neither goes into an error.
    let damaged = |why: &str| StoreError::Damaged(format!("a record `{}` {why}", record.key.sort));
    let version = record
        .attributes
        .get(VERSION)
        .and_then(Value::as_u64)
        .ok_or_else(|| damaged("has no version"))?;
    let body = record
        .attributes
        .get(BODY)
        .cloned()
        .ok_or_else(|| damaged("has no body"))?;
    let value = serde_json::from_value(body).map_err(|_| damaged("does not have the form of its kind"))?;
    Ok(Versioned { value, version })
}

/// Decodes what a listing found. What cannot be read is logged and left out, so that it holds up nothing else.
fn decode_all<T: DeserializeOwned>(records: &[Record]) -> Vec<Versioned<T>> {
    let readable = |record| {
        decode(record)
            .map_err(|error| tracing::error!(%error, "record.unreadable"))
            .ok()
    };
    records.iter().filter_map(readable).collect()
}

/// Reads and decodes the record under a key.
async fn load<T: DeserializeOwned>(app: &App, key: &Key) -> Result<Option<Versioned<T>>, StoreError> {
    app.store
        .get(key)
        .await?
        .map(|record| decode(&record))
        .transpose()
}

/// The write of a value over the version that it was read at.
fn put<T: Serialize>(
    key: Key,
    versioned: &Versioned<T>,
    extra: Vec<(&str, Value)>,
    indexes: Vec<IndexEntry>,
) -> Result<Write, StoreError> {
    let condition = match versioned.version {
        0 => Condition::Absent,
        version => Condition::Equals(VERSION, Value::from(version)),
    };
    put_if(key, versioned, extra, indexes, vec![condition])
}

/// The write of a value under conditions of the caller's own.
fn put_if<T: Serialize>(
    key: Key,
    versioned: &Versioned<T>,
    extra: Vec<(&str, Value)>,
    indexes: Vec<IndexEntry>,
    conditions: Vec<Condition>,
) -> Result<Write, StoreError> {
    let body = serde_json::to_value(&versioned.value)
        .map_err(|error| StoreError::Misused(format!("{}/{}: {error}", key.partition, key.sort)))?;
    let mut attributes = Map::new();
    attributes.insert(VERSION.to_owned(), Value::from(versioned.version + 1));
    attributes.extend(extra.into_iter().map(|(name, value)| (name.to_owned(), value)));
    attributes.insert(BODY.to_owned(), body);
    Ok(Write::Put(
        Record {
            key,
            attributes,
            indexes,
        },
        conditions,
    ))
}
