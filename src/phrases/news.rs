//! Where an order is, in words: as an answer and as an announcement.

use jiff::{SignedDuration, Timestamp};

use super::number::spell;
use super::{Gap, Phrases};
use crate::order::menu::Menu;
use crate::order::{Fulfilment, Order, Problem, Stage};

impl Phrases {
    /// Where an order is, as an answer to "where is my order?".
    pub fn status(&self, menu: &Menu, order: &Order, now: Timestamp) -> String {
        let fulfilment = order.agreement.fulfilment;
        match (order.stage, fulfilment) {
            (Stage::Sent, _) => self.plain("status-sent"),
            (Stage::Accepted, _) => match minutes_left(order, now) {
                Some(minutes) => self.say("status-accepted", &[("minutes", self.minutes(minutes))]),
                None => self.plain("status-accepted-late"),
            },
            (Stage::Ready, Fulfilment::Delivery) => self.plain("status-ready-delivery"),
            (Stage::Ready, Fulfilment::Pickup) => self.plain("status-ready-pickup"),
            (Stage::OutForDelivery, _) => self.on_its_way(menu, order, now),
            (Stage::Delivered, Fulfilment::Delivery) => self.plain("status-delivered"),
            (Stage::Delivered, Fulfilment::Pickup) => self.plain("status-collected"),
            (Stage::Cancelled, _) => self.plain("status-cancelled"),
            (Stage::Failed, _) => self.say("status-failed", &[("problem", self.problem(menu, order).into())]),
        }
    }

    /// That it has left and when to expect it, which the courier's part of the time says; and that it is late, if it is.
    fn on_its_way(&self, menu: &Menu, order: &Order, now: Timestamp) -> String {
        let expected = expected(menu, order);
        let said = match expected.filter(|expected| *expected > now) {
            Some(expected) => {
                let time = expected.to_zoned(menu.shop.time_zone.clone()).time();
                self.say("status-out", &[("time", self.clock(time).into())])
            }
            None => self.plain("status-out-soon"),
        };
        let late = due(order).is_some_and(|due| now > due || expected.is_some_and(|expected| expected > due));
        if late {
            format!("{} {said}", self.plain("status-late"))
        } else {
            said
        }
    }

    /// What is announced when an order enters a stage; none where that is no news.
    pub fn news(&self, menu: &Menu, order: &Order) -> Option<String> {
        let shop: Gap = menu.shop.name.as_str().into();
        let fulfilment = order.agreement.fulfilment;
        let shop = [("shop", shop)];
        Some(match (order.stage, fulfilment) {
            (Stage::Sent, _) | (Stage::Ready, Fulfilment::Delivery) => return None,
            (Stage::Accepted, _) => {
                let [shop] = shop;
                let minutes = promised(order).map_or_else(|| "none".into(), |minutes| self.minutes(minutes));
                self.say("news-accepted", &[shop, ("minutes", minutes)])
            }
            (Stage::Ready, Fulfilment::Pickup) => self.say("news-ready-pickup", &shop),
            (Stage::OutForDelivery, _) => self.say("news-out", &shop),
            (Stage::Delivered, Fulfilment::Delivery) => self.say("news-delivered", &shop),
            (Stage::Delivered, Fulfilment::Pickup) => self.say("news-collected", &shop),
            (Stage::Cancelled, _) => self.plain("news-cancelled"),
            (Stage::Failed, _) => self.say("news-failed", &[("problem", self.problem(menu, order).into())]),
        })
    }

    fn problem(&self, menu: &Menu, order: &Order) -> String {
        let key = match order.problem.as_ref().unwrap_or(&Problem::Fault) {
            Problem::SoldOut { items, options } => {
                let items = items
                    .iter()
                    .filter_map(|id| menu.item(id))
                    .map(|item| &item.names);
                let options = options
                    .iter()
                    .filter_map(|id| menu.option(id))
                    .map(|option| &option.names);
                let names: Vec<String> = items
                    .chain(options)
                    .map(|names| self.one(names).to_owned())
                    .collect();
                if !names.is_empty() {
                    return self.say("problem-sold-out", &[("names", self.and(&names).into())]);
                }
                "problem-sold-out-some"
            }
            Problem::PaymentRefused => "problem-payment",
            Problem::KitchenRefused => "problem-kitchen-refused",
            Problem::KitchenSilent => "problem-kitchen-silent",
            Problem::KitchenLate => "problem-kitchen-late",
            Problem::NoCourier => "problem-no-courier",
            Problem::NotDelivered => match order.agreement.fulfilment {
                Fulfilment::Delivery => "problem-not-delivered",
                Fulfilment::Pickup => "problem-not-collected",
            },
            Problem::Fault => "problem-fault",
        };
        self.plain(key)
    }

    /// Minutes in words.
    pub fn minutes(&self, minutes: u32) -> Gap {
        spell(minutes, self.language, None).into()
    }
}

/// The minutes from now on that were promised: the kitchen's own, else those of the read-back.
fn promised(order: &Order) -> Option<u32> {
    order
        .minutes
        .or(Some(order.agreement.minutes))
        .filter(|minutes| *minutes > 0)
}

/// When it was promised to be there: at the time that was wanted, else after the kitchen's own minutes, else after those
/// of the read-back.
fn due(order: &Order) -> Option<Timestamp> {
    if let Some(wanted) = order.agreement.wanted_at {
        return Some(wanted);
    }
    let start = match (order.minutes, order.accepted_at) {
        (Some(_), Some(accepted)) => accepted,
        _ => order.placed_at,
    };
    let minutes = SignedDuration::from_mins(i64::from(promised(order)?));
    start.checked_add(minutes).ok()
}

/// When what has left is expected: after the courier's part of the time, on the next full five minutes.
fn expected(menu: &Menu, order: &Order) -> Option<Timestamp> {
    const ROUND_SECONDS: i64 = 300;
    let code = &order.agreement.address.as_ref()?.postal_code;
    let zone = menu.shop.delivery.as_ref()?.zone(code)?;
    let there = order.since.as_second() + i64::from(zone.courier_minutes) * 60;
    Timestamp::from_second((there + ROUND_SECONDS - 1) / ROUND_SECONDS * ROUND_SECONDS).ok()
}

/// The minutes that are left of what was promised, rounded up to five; none when they are over.
fn minutes_left(order: &Order, now: Timestamp) -> Option<u32> {
    let end = due(order).filter(|due| *due > now)?;
    let left = u32::try_from(end.duration_since(now).as_mins()).ok()?;
    Some((left / 5 + 1) * 5)
}
