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
            (Stage::OutForDelivery, _) => self.plain("status-out"),
            (Stage::Delivered, Fulfilment::Delivery) => self.plain("status-delivered"),
            (Stage::Delivered, Fulfilment::Pickup) => self.plain("status-collected"),
            (Stage::Cancelled, _) => self.plain("status-cancelled"),
            (Stage::Failed, _) => self.say("status-failed", &[("problem", self.problem(menu, order).into())]),
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

/// The minutes that are left of what was promised, rounded up to five; none when they are over.
fn minutes_left(order: &Order, now: Timestamp) -> Option<u32> {
    let start = if order.minutes.is_some() {
        order.since
    } else {
        order.placed_at
    };
    let end = start
        .checked_add(SignedDuration::from_mins(i64::from(promised(order)?)))
        .ok()?;
    let left = u32::try_from(end.duration_since(now).as_mins())
        .ok()
        .filter(|_| end > now)?;
    Some((left / 5 + 1) * 5)
}
