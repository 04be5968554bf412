//! When a shop takes orders: its week, its holidays, and how long before closing the last order is taken.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// From opening to closing, in the shop's own time. One that closes at or before its opening closes the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// Opens.
    pub opens: Time,
    /// Closes.
    pub closes: Time,
}

/// The hours of a shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The periods of each weekday, Monday first; none: closed all day.
    pub week: [Vec<Period>; 7],
    /// Days that differ from their weekday.
    pub holidays: BTreeMap<Date, Vec<Period>>,
    /// How many minutes before closing the last order is taken.
    pub last_order_minutes: u32,
}

/// Whether a shop takes orders at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It does, up to and with this moment; no end where it never closes.
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

/// How far ahead the next opening is looked for, in days.
pub const DAYS_AHEAD: i32 = 14;

impl Hours {
    /// Whether the shop takes orders at this moment.
    pub fn at(&self, zone: &TimeZone, now: Timestamp) -> Opening {
        let today = zone.to_datetime(now).date();
        // Yesterday's last period may reach past midnight.
        for ahead in -1..=DAYS_AHEAD {
            let Ok(day) = today.checked_add(ahead.days()) else {
                break;
            };
            for (opens, last) in self.moments(zone, day) {
                if opens > now {
                    return Opening::Closed { opens: Some(opens) };
                }
                if now <= last {
                    return Opening::Open { until: Some(last) };
                }
            }
        }
        Opening::Closed { opens: None }
    }

    /// The periods of a day.
    pub fn on(&self, day: Date) -> &[Period] {
        if let Some(periods) = self.holidays.get(&day) {
            return periods;
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

    /// When orders begin and end to be taken in each period of a day.
    fn moments(&self, zone: &TimeZone, day: Date) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let before = SignedDuration::from_mins(i64::from(self.last_order_minutes));
        self.on(day).iter().filter_map(move |period| {
            let closing_day = if period.closes <= period.opens {
                day.tomorrow().ok()?
            } else {
                day
            };
            let opens = zone.to_timestamp(day.to_datetime(period.opens)).ok()?;
            let closes = zone.to_timestamp(closing_day.to_datetime(period.closes)).ok()?;
            Some((opens, closes.checked_sub(before).ok()?))
        })
    }
}
