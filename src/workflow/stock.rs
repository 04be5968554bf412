//! Stock of an order: set aside, used up, given back.
//!
//! An order's reservation is written once. Releasing writes it as released even where none was made, so that a
//! late reserve finds it and takes nothing.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::later::{opens_before_wanted, seconds_until};
use super::step::{ErrorName, StepError, find, find_going_on, undone};
use crate::app::records::{
    Counter, ON_HAND, Reservation, ReservationState, Versioned, counters_of, load_reservation, off_today,
    on_hand, put_placed, put_reservation, seed_stock,
};
use crate::app::store::{Condition, MOST_WRITES, Write};
use crate::app::{App, StoreError, WriteError};
use crate::order::{OrderId, Problem, Stage};

/// How long the kitchen is given to accept, once it is there.
const ACCEPT_WITHIN: SignedDuration = SignedDuration::from_mins(10);
/// How much longer than that stock is set aside.
const HELD_LONGER: SignedDuration = SignedDuration::from_mins(20);

/// Sets stock aside for every line, or for none. The answer says how long the kitchen is given to accept.
pub(super) async fn reserve(app: &App, id: &OrderId) -> Result<Value, StepError> {
    let found = find_going_on(app, id).await?;
    let opens = opens_before_wanted(app, &found.order.agreement);
    let accept_within = seconds_until(app, opens) + ACCEPT_WITHIN.as_secs();
    let answer = json!({ "accept_within_seconds": accept_within });
    if let Some(stored) = load_reservation(app, id).await? {
        return match stored.value.state {
            ReservationState::Held | ReservationState::Consumed | ReservationState::Expired => Ok(answer),
            ReservationState::Released => Err(undone()),
        };
    }
    let counts: Vec<(Counter, u32)> = counters_of(&app.menu(), &found.order.agreement.draft)
        .into_iter()
        .collect();
    let off = off_today(&app.menu(), &found.order.agreement.draft);
    if !off.is_empty() {
        return Err(sold_out(app, id, off).await?);
    }
    let held_for = SignedDuration::from_secs(accept_within) + HELD_LONGER;
    let expires_at = app.clock.now().checked_add(held_for).unwrap_or(app.clock.now());
    let reservation = Reservation {
        order: id.clone(),
        state: ReservationState::Held,
        counts,
        expires_at,
    };
    match take(app, &Versioned::new(reservation)).await? {
        Taken::Yes => Ok(answer),
        Taken::SoldOut(counters) => Err(sold_out(app, id, counters).await?),
    }
}

enum Taken {
    Yes,
    SoldOut(Vec<Counter>),
}

/// Takes the counts and writes the reservation, in one transaction.
async fn take(app: &App, reservation: &Versioned<Reservation>) -> Result<Taken, StepError> {
    let counts = &reservation.value.counts;
    if counts.len() >= MOST_WRITES {
        return Err(StoreError::Misused(
            "more counted things in one order than one transaction holds".into(),
        )
        .into());
    }
    let mut writes = vec![put_reservation(app.shop(), reservation)?];
    for (counter, count) in counts {
        let least = Condition::AtLeast(ON_HAND, i64::from(*count));
        writes.push(Write::Add(
            counter.key(app.shop()),
            ON_HAND,
            -i64::from(*count),
            vec![least],
        ));
    }
    match app.store.write(writes).await {
        Ok(()) => Ok(Taken::Yes),
        Err(WriteError::Refused(index)) if index > 0 => {
            let mut short = Vec::new();
            for (counter, count) in counts {
                if on_hand(app, counter).await? < *count {
                    short.push(counter.clone());
                }
            }
            if short.is_empty() {
                // It came back between the write and the look, or the books have no count of it yet: worth another try.
                seed_stock(app, &app.menu()).await?;
                return Err(WriteError::Refused(index).into());
            }
            Ok(Taken::SoldOut(short))
        }
        Err(error) => Err(error.into()),
    }
}

/// The error of an order on which something has run out; what it is, is written on the order for the words that the
/// customer hears.
async fn sold_out(app: &App, id: &OrderId, counters: Vec<Counter>) -> Result<StepError, StepError> {
    let mut found = find_going_on(app, id).await?;
    let (mut items, mut options) = (Vec::new(), Vec::new());
    for counter in counters {
        match counter {
            Counter::Item(item) => items.push(item),
            Counter::Option(option) => options.push(option),
        }
    }
    found.order.problem = Some(Problem::SoldOut { items, options });
    app.store
        .write(vec![put_placed(app.shop(), &found.held())?])
        .await?;
    Ok(StepError::new(
        ErrorName::StockSoldOut,
        "something on the order has run out",
    ))
}

/// Turns what was set aside into what was used. If it has expired meanwhile, it is taken anew.
pub(super) async fn consume(app: &App, id: &OrderId) -> Result<Value, StepError> {
    find_going_on(app, id).await?;
    let Some(mut stored) = load_reservation(app, id).await? else {
        return Err(StepError::new(
            ErrorName::OrderNotReady,
            "nothing was set aside for the order",
        ));
    };
    match stored.value.state {
        ReservationState::Consumed => Ok(json!({})),
        ReservationState::Held => {
            stored.value.state = ReservationState::Consumed;
            app.store
                .write(vec![put_reservation(app.shop(), &stored)?])
                .await?;
            Ok(json!({}))
        }
        ReservationState::Released => Err(undone()),
        ReservationState::Expired => {
            stored.value.state = ReservationState::Consumed;
            match take(app, &stored).await? {
                Taken::Yes => Ok(json!({})),
                Taken::SoldOut(counters) => Err(sold_out(app, id, counters).await?),
            }
        }
    }
}

/// Gives back what was set aside or used, once. What the customer has stays used.
pub(super) async fn release(app: &App, id: &OrderId) -> Result<Value, StepError> {
    if find(app, id).await?.order.stage == Stage::Delivered {
        return Ok(json!({}));
    }
    let stored = load_reservation(app, id).await?.unwrap_or_else(|| {
        let (counts, expires_at) = (Vec::new(), app.clock.now());
        Versioned::new(Reservation {
            order: id.clone(),
            state: ReservationState::Held,
            counts,
            expires_at,
        })
    });
    give_back(app, stored, ReservationState::Released).await?;
    Ok(json!({}))
}

/// Gives back a reservation that nobody has taken up in time. One that has been used meanwhile stays used.
pub(super) async fn expire(app: &App, id: &OrderId) -> Result<(), StepError> {
    match load_reservation(app, id).await? {
        Some(stored) if stored.value.state == ReservationState::Held => {
            give_back(app, stored, ReservationState::Expired).await
        }
        Some(_) | None => Ok(()),
    }
}

async fn give_back(
    app: &App,
    mut stored: Versioned<Reservation>,
    as_state: ReservationState,
) -> Result<(), StepError> {
    let owed: &[(Counter, u32)] = match stored.value.state {
        ReservationState::Released => return Ok(()),
        ReservationState::Expired => &[],
        ReservationState::Held | ReservationState::Consumed => &stored.value.counts.clone(),
    };
    stored.value.state = as_state;
    let mut writes = vec![put_reservation(app.shop(), &stored)?];
    for (counter, count) in owed {
        writes.push(Write::Add(
            counter.key(app.shop()),
            ON_HAND,
            i64::from(*count),
            Vec::new(),
        ));
    }
    Ok(app.store.write(writes).await?)
}

/// What of an order or draft there is not enough of, or is off today.
pub async fn short_of(app: &App, draft: &crate::order::Draft) -> Result<Vec<Counter>, StoreError> {
    let menu = app.menu();
    let mut short = off_today(&menu, draft);
    // A draft from another day may hold its dish of the day.
    let today = app.clock.now().to_zoned(menu.shop.time_zone.clone()).weekday();
    let items = draft.lines.iter().filter_map(|line| menu.item(&line.item));
    let of_another_day = items.filter(|item| !item.served_on(today));
    short.extend(of_another_day.map(|item| Counter::Item(item.id.clone())));
    for (counter, count) in counters_of(&menu, draft) {
        if on_hand(app, &counter).await? < count {
            short.push(counter);
        }
    }
    Ok(short)
}
