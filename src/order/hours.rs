//! When a shop takes orders: its week, its holidays, and how long before closing the last order is taken.
//!
//! Periods are in the shop's own time. Asked of a moment, they become [`Span`]s of real time, so that a clock that is
//! set forward or back, or a period past midnight, is nobody else's concern.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::language::Language;

/// From opening to closing, in the shop's own time. One that closes at or before its opening closes the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// Opens.
    pub opens: Time,
    /// Closes.
    pub closes: Time,
}

/// A day that differs from its weekday.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Its periods, earliest first; none: closed all day.
    pub periods: Vec<Period>,
    /// What it is called, by language; empty where the shop does not say.
    pub name: BTreeMap<Language, String>,
}

/// The hours of a shop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The periods of each weekday, Monday first, earliest first; none: closed all day.
    pub week: [Vec<Period>; 7],
    /// Days that differ from their weekday.
    pub holidays: BTreeMap<Date, Holiday>,
    /// How many minutes before closing the last order is taken: 0 to 240.
    pub last_order_minutes: u32,
}

/// Whether a shop takes orders at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It does, up to and with this moment; no end where it does not close within [`DAYS_AHEAD`] days.
    Open {
        /// The last moment.
        until: Option<Timestamp>,
    },
    /// It does not.
    Closed {
        /// When it next does, within [`DAYS_AHEAD`] days.
        opens: Option<Timestamp>,
    },
}

/// A stretch of time over which a shop is open without a break. To say it, show each moment in the shop's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// It opens.
    pub opens: Timestamp,
    /// The last moment at which an order is taken.
    pub last_order: Timestamp,
    /// It closes.
    pub closes: Timestamp,
}

/// What answers "are you open?" and "until when?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Whether orders are taken now.
    pub now: Opening,
    /// What is left of today: first the span that is under way, if there is one, then those that open later today.
    pub left: Vec<Span>,
    /// The first span that opens on another day, within [`DAYS_AHEAD`] days.
    pub next: Option<Span>,
}

/// How far ahead the next opening is looked for, in days.
pub const DAYS_AHEAD: i32 = 14;

impl Hours {
    /// Whether the shop takes orders at this moment.
    pub fn at(&self, zone: &TimeZone, now: Timestamp) -> Opening {
        let today = zone.to_datetime(now).date();
        let horizon = today
            .checked_add(DAYS_AHEAD.days())
            .ok()
            .and_then(|day| zone.to_timestamp(day.to_datetime(Time::midnight())).ok());
        for span in self.spans(zone, now) {
            if span.opens > now {
                return Opening::Closed {
                    opens: Some(span.opens),
                };
            }
            if now <= span.last_order {
                let ends = horizon.is_none_or(|horizon| span.closes < horizon);
                return Opening::Open {
                    until: ends.then_some(span.last_order),
                };
            }
        }
        Opening::Closed { opens: None }
    }

    /// Since when the shop has been open without a break; none while it is closed. At most two days are looked back.
    pub fn open_since(&self, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
        let mut spans = self.spans(zone, now).into_iter();
        let under_way = spans.find(|span| now < span.closes)?;
        (under_way.opens <= now).then_some(under_way.opens)
    }

    /// What can be said of today's hours at this moment.
    pub fn today(&self, zone: &TimeZone, now: Timestamp) -> Today {
        let today = zone.to_datetime(now).date();
        let spans: Vec<Span> = self
            .spans(zone, now)
            .into_iter()
            .filter(|span| now <= span.last_order)
            .collect();
        let of_today = |span: &&Span| zone.to_datetime(span.opens).date() <= today;
        Today {
            now: self.at(zone, now),
            left: spans.iter().take_while(of_today).copied().collect(),
            next: spans.iter().find(|span| !of_today(span)).copied(),
        }
    }

    /// The periods of a day, earliest first.
    pub fn on(&self, day: Date) -> &[Period] {
        if let Some(holiday) = self.holidays.get(&day) {
            return &holiday.periods;
        }
        let index = match day.weekday() {
            Weekday::Monday => 0,
            Weekday::Tuesday => 1,
            Weekday::Wednesday => 2,
            Weekday::Thursday => 3,
            Weekday::Friday => 4,
            Weekday::Saturday => 5,
            Weekday::Sunday => 6,
        };
        self.week.get(index).map_or(&[], Vec::as_slice)
    }

    /// Every span from yesterday, whose last period may reach past midnight, to the last day that is looked at.
    /// Periods that touch or overlap are one span: round the clock there is no last order at midnight.
    fn spans(&self, zone: &TimeZone, now: Timestamp) -> Vec<Span> {
        let today = zone.to_datetime(now).date();
        let before = SignedDuration::from_mins(i64::from(self.last_order_minutes));
        let days = (-1..=DAYS_AHEAD).map_while(|ahead| today.checked_add(ahead.days()).ok());
        let mut open: Vec<(Timestamp, Timestamp)> = Vec::new();
        for (opens, closes) in days.flat_map(|day| self.moments(zone, day)) {
            match open.last_mut() {
                Some((_, end)) if opens <= *end => *end = closes.max(*end),
                _ => open.push((opens, closes)),
            }
        }
        open.into_iter()
            .filter_map(|(opens, closes)| {
                let last_order = closes.checked_sub(before).ok()?;
                (opens <= last_order).then_some(Span {
                    opens,
                    last_order,
                    closes,
                })
            })
            .collect()
    }

    /// When each period of a day begins and ends. One that the clock skips is none.
    fn moments(&self, zone: &TimeZone, day: Date) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        self.on(day).iter().filter_map(move |period| {
            let closing_day = if period.closes <= period.opens {
                day.tomorrow().ok()?
            } else {
                day
            };
            let opens = zone.to_timestamp(day.to_datetime(period.opens)).ok()?;
            let closes = zone.to_timestamp(closing_day.to_datetime(period.closes)).ok()?;
            (opens < closes).then_some((opens, closes))
        })
    }
}
