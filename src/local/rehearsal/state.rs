//! What a talk has come to, in one line: the draft under way, or else the orders, with what the staff is told.
//!
//! Ids and amounts only, so that both languages and every channel write the same line. Parts are set apart by ` | `:
//! the lines, how and where and when it is had, who and how it is paid, what the kitchen must know, the total.

use crate::app::records::{
    Held, Note, OpenDraft, TicketKind, TicketState, Versioned, callback_id, customer, load_order,
    load_ticket, orders_of_customer,
};
use crate::app::{App, StoreError};
use crate::order::menu::Menu;
use crate::order::{
    AddressParts, Amount, Change, ChosenOption, CustomerId, Draft, Fulfilment, Getting, Half, IfMissing,
    Line, Money, OrderId, Payment, Stage, Tip, price,
};

/// The state of a customer who has asked for nothing.
pub(super) const NOTHING: &str = "nothing";
/// The most orders that are looked at.
const MOST_ORDERS: usize = 10;

/// The state of a customer.
///
/// # Errors
/// [`StoreError`].
pub async fn state_of(app: &App, id: &CustomerId) -> Result<String, StoreError> {
    let mut parts = match draft_of(app, id).await? {
        Some(open) => draft_parts(app, &open),
        None => vec![orders(app, id).await?],
    };
    parts.extend(notes(app, id).await?);
    Ok(parts.join(" | "))
}

async fn draft_of(app: &App, id: &CustomerId) -> Result<Option<OpenDraft>, StoreError> {
    let Some(current) = customer(app, id).await?.value.current else {
        return Ok(None);
    };
    Ok(match load_order(app, &current).await? {
        Some(Versioned {
            value: Held::Open(open),
            ..
        }) => Some(open).filter(|open| !open.draft.is_empty()),
        Some(Versioned {
            value: Held::Placed { .. },
            ..
        })
        | None => None,
    })
}

/// The orders under way, oldest first; else the latest one; else that there is nothing.
async fn orders(app: &App, id: &CustomerId) -> Result<String, StoreError> {
    let mut stages: Vec<Stage> = Vec::new();
    for stored in orders_of_customer(app, id, MOST_ORDERS).await? {
        if let Held::Placed { order, .. } = stored.value
            && (stages.is_empty() || !order.stage.is_end())
        {
            stages.push(order.stage);
        }
    }
    if stages.iter().any(|stage| !stage.is_end()) {
        stages.retain(|stage| !stage.is_end());
    }
    stages.reverse();
    let named: Vec<String> = stages
        .into_iter()
        .map(|stage| format!("order {}", stage_name(stage)))
        .collect();
    Ok(if named.is_empty() {
        NOTHING.to_owned()
    } else {
        named.join("; ")
    })
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Sent => "sent",
        Stage::Accepted => "accepted",
        Stage::Ready => "ready",
        Stage::OutForDelivery => "out_for_delivery",
        Stage::Delivered => "delivered",
        Stage::Failed => "failed",
        Stage::Cancelled => "cancelled",
    }
}

/// What the staff is told or asked of this customer, where it is open.
async fn notes(app: &App, id: &CustomerId) -> Result<Vec<String>, StoreError> {
    let mut notes = Vec::new();
    for stored in orders_of_customer(app, id, MOST_ORDERS).await?.into_iter().rev() {
        let Held::Placed { order, .. } = stored.value else {
            continue;
        };
        let id = &order.agreement.order;
        if is_open(app, id, TicketKind::Cancel).await?.is_some() {
            notes.push("cancel asked".to_owned());
        }
        let Some(Note::Complaints(complaints)) = is_open(app, id, TicketKind::Complaint).await?.flatten()
        else {
            continue;
        };
        for complaint in complaints {
            let line = complaint.line.and_then(|line| order.agreement.draft.line(line));
            let about = line.map_or(String::new(), |line| format!(" {}", line.item));
            notes.push(format!("complaint {}{about}", complaint.kind));
        }
    }
    let callback = callback_id(app.shop(), id);
    if is_open(app, &callback, TicketKind::Callback).await?.is_some() {
        notes.push("callback".to_owned());
    }
    Ok(notes)
}

/// The note on a ticket that is open; none where there is no open ticket.
async fn is_open(app: &App, id: &OrderId, kind: TicketKind) -> Result<Option<Option<Note>>, StoreError> {
    let ticket = load_ticket(app, id, kind).await?.map(|stored| stored.value);
    Ok(ticket
        .filter(|ticket| ticket.state == TicketState::Open)
        .map(|ticket| ticket.note))
}

fn draft_parts(app: &App, open: &OpenDraft) -> Vec<String> {
    let (menu, getting) = (app.menu(), &open.getting);
    let mut parts = vec![lines(&menu, &open.draft)];
    parts.extend(way(getting));
    let zone = &menu.shop.time_zone;
    let wanted = getting.wanted_at.map(|at| zone.to_datetime(at));
    parts.extend(wanted.map(|at| at.strftime("at %Y-%m-%d %H:%M").to_string()));
    let Getting { contact, .. } = getting;
    parts.extend(contact.name.as_ref().map(|name| format!("name {name}")));
    parts.extend(
        contact
            .phone
            .as_ref()
            .map(|phone| format!("phone {}", phone.digits())),
    );
    parts.extend(getting.notes.iter().map(|note| format!("note \"{note}\"")));
    parts.extend(
        getting
            .allergies
            .iter()
            .map(|allergen| format!("allergy {}", allergen.id())),
    );
    parts.extend(
        getting
            .if_missing
            .map(|what| format!("if missing {}", if_missing(what))),
    );
    parts.extend(getting.tip.map(tip));
    parts.extend(getting.payment.map(payment));
    let totals = price::totals(&menu, &open.draft, getting).ok();
    parts.push(totals.map_or("unpriced".to_owned(), |totals| amount(totals.total)));
    parts
}

fn lines(menu: &Menu, draft: &Draft) -> String {
    let lines: Vec<String> = draft.lines.iter().map(|line| one_line(menu, line)).collect();
    lines.join("; ")
}

/// `2 pizza size=large flavour=calabresa[first] topping=cheese[extra] no=onion`
fn one_line(menu: &Menu, line: &Line) -> String {
    let mut text = format!("{} {}", line.quantity.get(), line.item);
    for (attribute, value) in &line.attributes {
        text.push_str(&format!(" {attribute}={value}"));
    }
    for chosen in &line.options {
        let group = menu
            .option(&chosen.option)
            .map_or("gone", |option| option.group.as_str());
        text.push_str(&format!(" {group}={}{}", chosen.option, portion(chosen)));
    }
    for option in &line.without {
        text.push_str(&format!(" no={option}"));
    }
    text
}

fn portion(chosen: &ChosenOption) -> String {
    let ChosenOption {
        option: _,
        amount,
        count,
        half,
    } = chosen;
    let mut parts = Vec::new();
    match amount {
        Some(Amount::Extra) => parts.push("extra".to_owned()),
        Some(Amount::Light) => parts.push("light".to_owned()),
        None => {}
    }
    match half {
        Some(Half::First) => parts.push("first half".to_owned()),
        Some(Half::Second) => parts.push("second half".to_owned()),
        None => {}
    }
    if *count > 1 {
        parts.push(format!("x{count}"));
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("[{}]", parts.join(", "))
    }
}

/// `delivery 62 Maple Street, apartment 4, 01310100`; a question mark after an address that is not settled yet.
fn way(getting: &Getting) -> Option<String> {
    Some(match getting.fulfilment? {
        Fulfilment::Pickup => "pickup".to_owned(),
        Fulfilment::Delivery => {
            let address = address(&getting.address);
            let usual = if getting.usual_address { " usual" } else { "" };
            let open = if address.is_empty() || getting.address_settled {
                ""
            } else {
                "?"
            };
            format!("delivery{usual}{address}{open}")
        }
    })
}

fn address(parts: &AddressParts) -> String {
    let AddressParts {
        postal_code,
        street,
        number,
        complement,
        landmark,
    } = parts;
    let numbered: Vec<&str> = [number, street]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let mut all = vec![numbered.join(" ")];
    all.extend(complement.clone());
    all.extend(landmark.as_ref().map(|landmark| format!("near {landmark}")));
    all.extend(postal_code.as_ref().map(|code| code.digits().to_owned()));
    all.retain(|part| !part.is_empty());
    if all.is_empty() {
        String::new()
    } else {
        format!(" {}", all.join(", "))
    }
}

fn payment(payment: Payment) -> String {
    match payment {
        Payment::Cash(None) => "cash".to_owned(),
        Payment::Cash(Some(Change::Exact)) => "cash exact".to_owned(),
        Payment::Cash(Some(Change::For(with))) => format!("cash for {}", amount(with)),
        Payment::Card | Payment::Pix => payment.method().id().to_owned(),
    }
}

fn tip(tip: Tip) -> String {
    match tip {
        Tip::Percent(percent) => format!("tip {percent}%"),
        Tip::Amount(money) => format!("tip {}", amount(money)),
    }
}

fn if_missing(what: IfMissing) -> &'static str {
    match what {
        IfMissing::Swap => "swap",
        IfMissing::Drop => "drop",
        IfMissing::Call => "call",
    }
}

fn amount(money: Money) -> String {
    format!("{}.{:02}", money.whole(), money.cents())
}
