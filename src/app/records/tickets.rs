//! Tickets: what the kitchen or a courier is asked, each with the task token that its answer goes to; and notes to the
//! staff, for which no execution waits.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::notes::Note;
use super::{Versioned, decode_all, load, put};
use crate::app::store::{Index, IndexEntry, MOST_LISTED, Query, Write};
use crate::app::{App, StoreError, keys};
use crate::order::{OrderId, ShopId};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketKind {
    /// The kitchen: will you cook this?
    Accept,
    /// The kitchen: is it ready?
    Ready,
    /// A courier: have you picked it up?
    PickUp,
    /// The courier, or the counter: does the customer have it?
    Deliver,
    /// The shop: may this be cancelled although the kitchen has accepted it? Has no token.
    Cancel,
    /// A note to the staff: a customer says that something is wrong with an order. Has no token, and outlives the order.
    Complaint,
    /// A note to the staff: a customer wants to talk to a person. Has no token, and needs no order.
    Callback,
}

impl TicketKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Accept,
        Self::Ready,
        Self::PickUp,
        Self::Deliver,
        Self::Cancel,
        Self::Complaint,
        Self::Callback,
    ];
    /// The kinds that ask something about an order under way, in the order in which it meets them: they end with it.
    pub const QUESTIONS: [Self; 5] = [
        Self::Accept,
        Self::Ready,
        Self::PickUp,
        Self::Deliver,
        Self::Cancel,
    ];

    /// Its name in keys, messages and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Ready => "ready",
            Self::PickUp => "pick_up",
            Self::Deliver => "deliver",
            Self::Cancel => "cancel",
            Self::Complaint => "complaint",
            Self::Callback => "callback",
        }
    }
}

/// Whether a ticket still waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// It waits for an answer.
    Open,
    /// It was answered, or the order has moved on without it.
    Closed,
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The order it is about; for [`TicketKind::Callback`] the id that [`callback_id`](super::callback_id) makes.
    pub order: OrderId,
    /// What is asked.
    pub kind: TicketKind,
    /// The task token that the answer goes to; none where no execution waits for it.
    pub token: Option<String>,
    /// Whether it still waits.
    pub state: TicketState,
    /// Since when.
    pub opened_at: Timestamp,
    /// What a note to the staff tells, while it is open; none on what asks something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// The ticket of this kind of an order.
///
/// # Errors
/// [`StoreError`].
pub async fn load_ticket(
    app: &App,
    order: &OrderId,
    kind: TicketKind,
) -> Result<Option<Versioned<Ticket>>, StoreError> {
    load(app, &keys::ticket(app.shop(), order, kind.name())).await
}

/// The write of a ticket over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_ticket(shop: &ShopId, ticket: &Versioned<Ticket>) -> Result<Write, StoreError> {
    let Ticket {
        order,
        kind,
        state,
        opened_at,
        ..
    } = &ticket.value;
    let entry = IndexEntry {
        index: Index::ByQueue,
        partition: keys::open_tickets(shop),
        sort: format!("{}#{order}#{}", keys::sortable(*opened_at), kind.name()),
    };
    let indexes = match state {
        TicketState::Open => vec![entry],
        TicketState::Closed => Vec::new(),
    };
    put(
        keys::ticket(shop, order, kind.name()),
        ticket,
        Vec::new(),
        indexes,
    )
}

/// The tickets that wait, oldest first.
///
/// # Errors
/// [`StoreError`].
pub async fn open_tickets(app: &App) -> Result<Vec<Ticket>, StoreError> {
    let partition = keys::open_tickets(app.shop());
    let query = Query {
        index: Index::ByQueue,
        partition,
        before: None,
        descending: false,
        limit: MOST_LISTED,
    };
    let records = app.store.list(&query).await?;
    Ok(decode_all(&records)
        .into_iter()
        .map(|versioned| versioned.value)
        .collect())
}
