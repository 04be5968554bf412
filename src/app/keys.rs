//! Every key and index partition there is, in one place. All of them begin with the shop's id.

use jiff::Timestamp;
use jiff::civil::Date;

use super::store::Key;
use crate::order::{CustomerId, ItemId, OptionId, OrderId, ShopId};

/// What a record is, by its key. Whatever is stored is one of these, and each has a time for which it is kept and a word on
/// what becomes of it when its customer is forgotten (`retention.rs`, `records/forget.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A draft or an order.
    Order,
    /// The stock set aside for an order.
    Reservation,
    /// An order's payment.
    Payment,
    /// How far a customer was told of an order.
    Told,
    /// What was suggested with a draft.
    Suggestion,
    /// A ticket, or a note to the staff.
    Ticket,
    /// A customer.
    Customer,
    /// A turn in the journal.
    Turn,
    /// What a model has cost on a day.
    Spending,
    /// How much of something there is.
    Stock,
    /// When somebody last looked at the staff board.
    Board,
    /// A telephone call.
    Call,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Order,
        Self::Reservation,
        Self::Payment,
        Self::Told,
        Self::Suggestion,
        Self::Ticket,
        Self::Customer,
        Self::Turn,
        Self::Spending,
        Self::Stock,
        Self::Board,
        Self::Call,
    ];

    /// The kind of the record under a key; none for a key that is not made here.
    pub fn of(key: &Key) -> Option<Self> {
        let (_, within) = key.partition.split_once('#')?;
        let partition = within.split('#').next()?;
        Some(match (partition, key.sort.as_str()) {
            ("order", "order") => Self::Order,
            ("order", "reservation") => Self::Reservation,
            ("order", "payment") => Self::Payment,
            ("order", "told") => Self::Told,
            ("order", "suggestion") => Self::Suggestion,
            ("order", sort) if sort.starts_with("ticket#") => Self::Ticket,
            ("customer", "profile") => Self::Customer,
            ("turn", "turn") => Self::Turn,
            ("spending", _) => Self::Spending,
            ("stock", _) => Self::Stock,
            ("board", _) => Self::Board,
            ("call", "call") => Self::Call,
            _ => return None,
        })
    }
}

/// A turn in the journal.
pub fn turn(shop: &ShopId, turn: &str) -> Key {
    Key::new(format!("{shop}#turn#{turn}"), "turn")
}

/// A draft, and the order it becomes.
pub fn order(shop: &ShopId, order: &OrderId) -> Key {
    of_order(shop, order, "order")
}

/// The stock set aside for an order.
pub fn reservation(shop: &ShopId, order: &OrderId) -> Key {
    of_order(shop, order, "reservation")
}

/// An order's payment.
pub fn payment(shop: &ShopId, order: &OrderId) -> Key {
    of_order(shop, order, "payment")
}

/// How far the customer has been told of an order.
pub fn told(shop: &ShopId, order: &OrderId) -> Key {
    of_order(shop, order, "told")
}

/// What is suggested to go with a draft.
pub fn suggestion(shop: &ShopId, order: &OrderId) -> Key {
    of_order(shop, order, "suggestion")
}

/// A ticket of an order.
pub fn ticket(shop: &ShopId, order: &OrderId, kind: &str) -> Key {
    of_order(shop, order, &format!("ticket#{kind}"))
}

fn of_order(shop: &ShopId, order: &OrderId, sort: &str) -> Key {
    Key::new(format!("{shop}#order#{order}"), sort)
}

/// What is kept about a customer.
pub fn customer(shop: &ShopId, customer: &CustomerId) -> Key {
    Key::new(format!("{shop}#customer#{customer}"), "profile")
}

/// A telephone call under way, by the line's id of it.
pub fn call(shop: &ShopId, contact: &str) -> Key {
    Key::new(format!("{shop}#call#{contact}"), "call")
}

/// What is spent on a model on a day.
pub fn spending(shop: &ShopId, day: Date) -> Key {
    Key::new(format!("{shop}#spending"), day.to_string())
}

/// When somebody last looked at the staff board.
pub fn board(shop: &ShopId) -> Key {
    Key::new(format!("{shop}#board"), "seen")
}

/// How much of an item there is.
pub fn item_stock(shop: &ShopId, item: &ItemId) -> Key {
    Key::new(format!("{shop}#stock"), format!("item#{item}"))
}

/// How much of an option there is.
pub fn option_stock(shop: &ShopId, option: &OptionId) -> Key {
    Key::new(format!("{shop}#stock"), format!("option#{option}"))
}

/// Index partition: a customer's orders.
pub fn orders_of(shop: &ShopId, customer: &CustomerId) -> String {
    format!("{shop}#customer#{customer}")
}

/// Index partition: a customer's turns in the journal.
pub fn turns_of(shop: &ShopId, customer: &CustomerId) -> String {
    format!("{shop}#turns#{customer}")
}

/// Index partition: every turn in the journal, by when it was.
pub fn turns(shop: &ShopId) -> String {
    format!("{shop}#turns")
}

/// Index partition: orders that have ended, by when they did.
pub fn ended(shop: &ShopId) -> String {
    format!("{shop}#ended")
}

/// Index partition: placed orders whose execution is not known to have started.
pub fn unstarted(shop: &ShopId) -> String {
    format!("{shop}#unstarted")
}

/// Index partition: orders under way.
pub fn active(shop: &ShopId) -> String {
    format!("{shop}#active")
}

/// Index partition: orders that have ended and are to be forgotten, by when they ended.
pub fn forgetting(shop: &ShopId) -> String {
    format!("{shop}#forgetting")
}

/// Index partition: tickets that wait for an answer.
pub fn open_tickets(shop: &ShopId) -> String {
    format!("{shop}#tickets")
}

/// Index partition: stock set aside, by when the reservation expires.
pub fn reservations(shop: &ShopId) -> String {
    format!("{shop}#reservations")
}

/// Index partition: telephone calls, by when what is kept of them is dropped.
pub fn calls(shop: &ShopId) -> String {
    format!("{shop}#calls")
}

/// A time as sort text: the texts sort as the times do.
pub fn sortable(time: Timestamp) -> String {
    format!("{:015}", time.as_millisecond().max(0))
}
