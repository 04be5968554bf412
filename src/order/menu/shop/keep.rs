//! How long things are kept: `[keep]`, in days.

use super::Keep;
use crate::order::menu::fields::{Fields, File};

/// `[keep]`; what it does not say is as by default.
pub(super) fn keep(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Keep {
    let usual = Keep::default();
    let Some(mut table) = fields.table("keep", file) else {
        return usual;
    };
    let customers = table.number("customers", 1..=3650, file);
    let orders = table.number("orders", 1..=3650, file);
    let books = table.number("books", 30..=3650, file);
    let drafts = table.number("drafts", 1..=90, file);
    let tickets = table.number("tickets", 7..=365, file);
    let turns = table.number("turns", 0..=14, file);
    let keep = Keep {
        customers: customers.unwrap_or(usual.customers),
        orders: orders.unwrap_or(usual.orders),
        books: books.unwrap_or(usual.books),
        drafts: drafts.unwrap_or(usual.drafts),
        tickets: tickets.unwrap_or(usual.tickets),
        turns: turns.unwrap_or(usual.turns),
    };
    if keep.orders > keep.books {
        let message = format!(
            "`orders`, {} days, is longer than `books`, {} days: an order is gone before it is forgotten whose it was",
            keep.orders, keep.books
        );
        file.fault(table.place, message);
    }
    table.finish(file);
    keep
}
