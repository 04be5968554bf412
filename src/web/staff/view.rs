//! What the staff board shows, in the shop's first language: tickets with everything that whoever cooks, packs or brings
//! an order needs to know. Facts and texts only; how they look is the page's business.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::Role;
use crate::app::records::{
    Callback, Complaint, Held, Note, Ticket, TicketKind, Versioned, load_order, open_tickets,
};
use crate::app::{App, StoreError};
use crate::order::menu::Allergen;
use crate::order::{
    Address, Change, Fulfilment, IfMissing, Language, Menu, Method, Order, OrderId, Payment, Phone,
};
use crate::phrases::money::written;
use crate::phrases::{Phrases, phrases};

/// The board.
#[derive(Debug, Serialize)]
pub(super) struct Board {
    shop: String,
    language: Language,
    /// Why a changed menu is not on offer, each fault with file and place.
    menu_faults: Vec<String>,
    /// Whether turns are kept, and this visitor may see what is learned from them.
    learns: bool,
    tickets: Vec<TicketView>,
}

#[derive(Debug, Serialize)]
struct TicketView {
    /// The id that the answer goes to.
    order: String,
    kind: TicketKind,
    waiting_seconds: i64,
    /// The order it is about; none where a customer wants to be called about none.
    #[serde(flatten)]
    about: Option<OrderView>,
    complaints: Vec<ComplaintView>,
    callback: Option<CallbackView>,
}

#[derive(Debug, Serialize)]
struct OrderView {
    /// The order's own id, by which people speak of it.
    number: String,
    lines: Vec<String>,
    /// What the customer pays at the door.
    total: String,
    pays: PaysView,
    tip: Option<String>,
    fulfilment: Fulfilment,
    /// When it is wanted, where that is not as soon as can be.
    wanted: Option<WantedView>,
    address: Option<AddressView>,
    name: Option<String>,
    phone: Option<Phone>,
    notes: Vec<String>,
    allergies: Vec<Allergen>,
    if_missing: Option<IfMissing>,
}

#[derive(Debug, Serialize)]
struct PaysView {
    method: Method,
    /// What the customer will pay with, where change is wanted.
    with: Option<String>,
    /// The change to be brought.
    change: Option<String>,
    /// Whether no change is wanted.
    exact: bool,
}

#[derive(Debug, Serialize)]
struct WantedView {
    /// "19:30", the shop's own time.
    time: String,
    /// The day, where it is another one than today's.
    day: Option<String>,
}

#[derive(Debug, Serialize)]
struct AddressView {
    /// Street, number and the rest in one line, as the language writes it.
    line: String,
    postal_code: String,
    landmark: Option<String>,
}

#[derive(Debug, Serialize)]
struct ComplaintView {
    kind: String,
    /// The name of the line it is about.
    line: Option<String>,
    words: String,
}

#[derive(Debug, Serialize)]
struct CallbackView {
    name: Option<String>,
    phone: Option<Phone>,
    language: Language,
    reason: String,
}

/// The board as it is now.
pub(super) async fn board(app: &App, role: Role) -> Result<Board, StoreError> {
    let menu = app.menu();
    let mut tickets = Vec::new();
    for ticket in open_tickets(app).await? {
        tickets.extend(ticket_view(app, &menu, ticket).await?);
    }
    Ok(Board {
        shop: menu.shop.name.clone(),
        language: menu.shop.language(None),
        menu_faults: app.offer.faults(),
        learns: role == Role::Owner && menu.shop.keep.turns > 0,
        tickets,
    })
}

async fn ticket_view(app: &App, menu: &Menu, ticket: Ticket) -> Result<Option<TicketView>, StoreError> {
    let about = match &ticket.note {
        Some(Note::Callback(callback)) => callback.about.as_ref(),
        Some(Note::Complaints(_)) | None => Some(&ticket.order),
    };
    let order = match about {
        Some(id) => placed(app, id).await?,
        None => None,
    };
    let phrases = phrases(menu.shop.language(None));
    let (complaints, callback) = match &ticket.note {
        Some(Note::Complaints(complaints)) => {
            let views = complaints
                .iter()
                .map(|c| complaint_view(menu, phrases, order.as_ref(), c));
            (views.collect(), None)
        }
        Some(Note::Callback(callback)) => (Vec::new(), Some(callback_view(callback))),
        // A question about an order that is not there has no answer.
        None if order.is_none() => return Ok(None),
        None => (Vec::new(), None),
    };
    let now = app.clock.now();
    Ok(Some(TicketView {
        order: ticket.order.to_string(),
        kind: ticket.kind,
        waiting_seconds: now.duration_since(ticket.opened_at).as_secs(),
        about: order.map(|order| order_view(menu, phrases, order, now)),
        complaints,
        callback,
    }))
}

async fn placed(app: &App, id: &OrderId) -> Result<Option<Order>, StoreError> {
    Ok(match load_order(app, id).await? {
        Some(Versioned {
            value: Held::Placed { order, .. },
            ..
        }) => Some(order),
        Some(Versioned {
            value: Held::Open(_), ..
        })
        | None => None,
    })
}

fn order_view(menu: &Menu, phrases: &Phrases, order: Order, now: Timestamp) -> OrderView {
    let Order {
        agreement,
        contact,
        if_missing,
        ..
    } = order;
    let lines = agreement.draft.lines.iter().map(|line| phrases.line(menu, line));
    let money = |money| written(money, phrases.language);
    OrderView {
        number: agreement.order.to_string(),
        lines: lines.collect(),
        total: money(agreement.totals.total),
        pays: pays_view(agreement.payment, agreement.totals.total.minor, phrases.language),
        tip: (agreement.totals.tip.minor > 0).then(|| money(agreement.totals.tip)),
        fulfilment: agreement.fulfilment,
        wanted: agreement
            .wanted_at
            .map(|at| wanted_view(at, now, &menu.shop.time_zone, phrases.language)),
        address: agreement
            .address
            .map(|address| address_view(&address, phrases.language)),
        name: contact.name,
        phone: contact.phone,
        notes: agreement.notes,
        allergies: agreement.allergies,
        if_missing,
    }
}

fn pays_view(payment: Payment, total_minor: i64, language: Language) -> PaysView {
    let plain = PaysView {
        method: payment.method(),
        with: None,
        change: None,
        exact: false,
    };
    match payment {
        Payment::Cash(Some(Change::For(with))) => {
            let change =
                crate::order::Money::new(with.minor.saturating_sub(total_minor).max(0), with.currency);
            PaysView {
                with: Some(written(with, language)),
                change: Some(written(change, language)),
                ..plain
            }
        }
        Payment::Cash(Some(Change::Exact)) => PaysView { exact: true, ..plain },
        Payment::Cash(None) | Payment::Card | Payment::Pix => plain,
    }
}

fn wanted_view(at: Timestamp, now: Timestamp, zone: &TimeZone, language: Language) -> WantedView {
    let (wanted, today) = (zone.to_datetime(at), zone.to_datetime(now).date());
    let day = match language {
        Language::EnUs => wanted.strftime("%-m/%-d"),
        Language::PtBr => wanted.strftime("%-d/%-m"),
    };
    WantedView {
        time: wanted.strftime("%H:%M").to_string(),
        day: (wanted.date() != today).then(|| day.to_string()),
    }
}

fn address_view(address: &Address, language: Language) -> AddressView {
    let Address {
        postal_code,
        street,
        number,
        complement,
        landmark,
    } = address;
    let mut line = match language {
        Language::EnUs => format!("{number} {street}"),
        Language::PtBr => format!("{street}, {number}"),
    };
    if let Some(complement) = complement {
        line.push_str(", ");
        line.push_str(complement);
    }
    let digits = postal_code.digits();
    let postal_code = match digits.split_at_checked(5) {
        Some((first, last)) if !last.is_empty() => format!("{first}-{last}"),
        Some(_) | None => digits.to_owned(),
    };
    AddressView {
        line,
        postal_code,
        landmark: landmark.clone(),
    }
}

fn complaint_view(
    menu: &Menu,
    phrases: &Phrases,
    order: Option<&Order>,
    complaint: &Complaint,
) -> ComplaintView {
    let line = complaint.line.and_then(|id| order?.agreement.draft.line(id));
    ComplaintView {
        kind: complaint.kind.clone(),
        line: line.map(|line| phrases.line(menu, line)),
        words: complaint.words.clone(),
    }
}

fn callback_view(callback: &Callback) -> CallbackView {
    let Callback {
        customer: _,
        about: _,
        name,
        phone,
        language,
        reason,
    } = callback.clone();
    CallbackView {
        name,
        phone,
        language,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::{Currency, Money, PostalCode};

    #[test]
    fn addresses_are_written_as_the_language_does() {
        let address = |code: &str| Address {
            postal_code: PostalCode::of(code).unwrap(),
            street: "Maple Street".to_owned(),
            number: "62".to_owned(),
            complement: Some("apartment 4".to_owned()),
            landmark: None,
        };
        let english = address_view(&address("01310100"), Language::EnUs);
        assert_eq!(english.line, "62 Maple Street, apartment 4");
        assert_eq!(english.postal_code, "01310-100");
        let portuguese = address_view(&address("90210"), Language::PtBr);
        assert_eq!(portuguese.line, "Maple Street, 62, apartment 4");
        assert_eq!(portuguese.postal_code, "90210");
    }

    #[test]
    fn the_change_is_what_is_given_beyond_the_total() {
        let check = |with: i64, expected: &str| {
            let payment = Payment::Cash(Some(Change::For(Money::new(with, Currency::Brl))));
            let view = pays_view(payment, 5890, Language::PtBr);
            assert_eq!(view.change.as_deref(), Some(expected));
        };
        check(10_000, "R$ 41,10");
        check(5890, "R$ 0,00");
        // The dialogue asks for enough; a board shows no negative amount in any case.
        check(5000, "R$ 0,00");
    }

    #[test]
    fn a_time_is_the_shops_and_names_its_day_where_it_is_not_today() {
        let zone = TimeZone::get("America/Sao_Paulo").unwrap();
        let check = |at: &str, time: &str, day: Option<&str>| {
            let now = "2026-11-20T15:00:00Z".parse().unwrap();
            let view = wanted_view(at.parse().unwrap(), now, &zone, Language::PtBr);
            assert_eq!((view.time.as_str(), view.day.as_deref()), (time, day), "{at}");
        };
        check("2026-11-20T22:30:00Z", "19:30", None);
        check("2026-11-21T03:10:00Z", "00:10", Some("21/11"));
    }
}
