//! When the shop takes orders: its time zone, its week and its holidays, as `shop.toml` writes them.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use toml::Spanned;
use toml::de::DeValue;

use crate::order::hours::{Holiday, Hours, Period};
use crate::order::menu::fields::{Fields, File, Place, place};
use crate::order::menu::name::by_language;
use crate::order::{Language, menu::WEEKDAYS};

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// Minutes of a week.
const WEEK: u32 = 7 * DAY;
/// The most periods of one day.
const MOST_PERIODS: usize = 10;

/// The time zone: outer none where it is not stated, inner none where it is not known.
#[expect(
    clippy::option_option,
    reason = "a wrong one must not be faulted as missing too"
)]
pub(super) fn time_zone(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Option<TimeZone>> {
    let (name, place) = fields.text("time_zone", file)?;
    let zone = zone_of(name);
    if zone.is_none() {
        let message = format!(
            "`{name}` is not a time zone that is known; write it as IANA does: \"America/Sao_Paulo\""
        );
        file.fault(place, message);
    }
    Some(zone)
}

/// The time zone of this name; none where nobody knows it.
pub(in crate::order::menu) fn zone_of(name: &str) -> Option<TimeZone> {
    // The zones that are part of the program come first: the system's are found by walking its folders, at each start.
    let zone = TimeZoneDatabase::bundled().get(name);
    let zone = zone.or_else(|_| TimeZone::get(name)).ok()?;
    // jiff knows one that stands for no place at all.
    zone.iana_name().is_some().then_some(zone)
}

/// `[hours]` and every `[[holiday]]`; none where the shop states no hours and so is always open.
pub(super) fn hours(
    fields: &mut Fields<'_, '_>,
    languages: &[Language],
    knows_time_zone: bool,
    file: &mut File<'_>,
) -> Option<Hours> {
    let table = fields.table("hours", file);
    let holidays = fields.tables("holiday", file);
    let Some(mut table) = table else {
        if let Some(first) = holidays.first() {
            file.fault(first.place, "[[holiday]] needs [hours]".to_owned());
        }
        for fields in holidays {
            holiday(fields, languages, 0, file);
        }
        return None;
    };
    if !knows_time_zone {
        let message = "[hours] needs to know where: time_zone = \"America/Sao_Paulo\"".to_owned();
        file.fault(table.place, message);
    }
    let last_order_minutes = table.number("last_order", 0..=240, file).unwrap_or(0);
    let week = week(&mut table, last_order_minutes, file);
    table.finish(file);
    let mut days = BTreeMap::new();
    for fields in holidays {
        let place = fields.place;
        let Some((date, day)) = holiday(fields, languages, last_order_minutes, file) else {
            continue;
        };
        if days.insert(date, day).is_some() {
            file.fault(place, format!("there is another [[holiday]] on {date}"));
        }
    }
    Some(Hours {
        week,
        holidays: days,
        last_order_minutes,
    })
}

fn week(table: &mut Fields<'_, '_>, last_order: u32, file: &mut File<'_>) -> [Vec<Period>; 7] {
    let mut spans: Vec<Span> = Vec::new();
    let mut week: [Vec<Period>; 7] = Default::default();
    let before = file.faults.len();
    for ((periods, day), number) in week.iter_mut().zip(WEEKDAYS).zip(0_u32..) {
        let read = self::periods(table, day.1, last_order, file);
        spans.extend(
            read.iter()
                .map(|(period, place)| Span::of(period, number * DAY, *place)),
        );
        *periods = read.into_iter().map(|(period, _)| period).collect();
    }
    if spans.is_empty() && file.faults.len() == before {
        let message = "[hours] opens on no day; write mon = [\"11:00-15:00\"] and so on".to_owned();
        file.fault(table.place, message);
    }
    overlaps(spans, Some(WEEK), file);
    week
}

fn holiday(
    mut fields: Fields<'_, '_>,
    languages: &[Language],
    last_order: u32,
    file: &mut File<'_>,
) -> Option<(Date, Holiday)> {
    let date = date(&mut fields, file);
    let closed = fields.flag("closed", file);
    let stated = fields.has("hours");
    let read = periods(&mut fields, "hours", last_order, file);
    if closed == stated {
        let message = "a holiday needs either closed = true or hours = [\"11:00-15:00\"]".to_owned();
        file.fault(fields.place, message);
    }
    let spans = read.iter().map(|(period, place)| Span::of(period, 0, *place));
    overlaps(spans.collect(), None, file);
    let name = by_language(&mut fields, "name", languages, file);
    fields.finish(file);
    let periods = read.into_iter().map(|(period, _)| period).collect();
    Some((date?, Holiday { periods, name }))
}

fn date(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Date> {
    let Some(value) = fields.get("date") else {
        file.fault(fields.place, "`date` is missing".to_owned());
        return None;
    };
    let date = date_of(value);
    if date.is_none() {
        let message = "`date` must be a day of the calendar, written as 2026-12-25".to_owned();
        file.fault(place(value), message);
    }
    date
}

/// A TOML date, or one in quotes.
fn date_of(value: &Spanned<DeValue<'_>>) -> Option<Date> {
    if let Some(text) = value.get_ref().as_str() {
        return text.parse().ok();
    }
    let moment = value.get_ref().as_datetime()?;
    let date = moment.date.filter(|_| moment.time.is_none())?;
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

/// The periods of any day, earliest first.
pub(super) fn periods_of(fields: &mut Fields<'_, '_>, key: &'static str, file: &mut File<'_>) -> Vec<Period> {
    let read = periods(fields, key, 0, file);
    let spans = read.iter().map(|(period, place)| Span::of(period, 0, *place));
    overlaps(spans.collect(), Some(DAY), file);
    read.into_iter().map(|(period, _)| period).collect()
}

/// The periods of a day, earliest first.
fn periods(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    last_order: u32,
    file: &mut File<'_>,
) -> Vec<(Period, Place)> {
    let texts = fields.texts(key, file);
    if let Some((_, place)) = texts.get(MOST_PERIODS) {
        file.fault(*place, format!("a day has at most {MOST_PERIODS} periods"));
    }
    let mut periods = Vec::new();
    for (text, place) in texts.into_iter().take(MOST_PERIODS) {
        let Some(period) = period(text) else {
            let message =
                format!("`{text}` is not a period; write it as \"11:00-15:00\", all day as \"00:00-24:00\"");
            file.fault(place, message);
            continue;
        };
        if length(&period) <= last_order {
            let message =
                format!("`{text}` is over before `last_order`, {last_order} minutes before closing");
            file.fault(place, message);
        }
        periods.push((period, place));
    }
    periods.sort_by_key(|(period, _)| *period);
    periods
}

fn period(text: &str) -> Option<Period> {
    let (opens, closes) = text.split_once(['-', '–'])?;
    let (opens, closes) = (opens.trim(), closes.trim());
    let midnight = Time::midnight();
    let period = Period {
        opens: time(opens)?,
        closes: if closes == "24:00" {
            midnight
        } else {
            time(closes)?
        },
    };
    // From an hour to the same hour is more likely a slip than a whole day, except from midnight to midnight.
    (period.opens != period.closes || period.opens == midnight).then_some(period)
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits =
        |s: &str, most: usize| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour, 2) || !digits(minute, 2) || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// How long a period is by the clock, in minutes: 1 to a day.
fn length(period: &Period) -> u32 {
    let (opens, closes) = (minute_of(period.opens), minute_of(period.closes));
    match closes.checked_sub(opens) {
        Some(minutes) if minutes > 0 => minutes,
        _ => closes + DAY - opens,
    }
}

fn minute_of(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// A period on the line of minutes on which overlaps are looked for.
struct Span {
    from: u32,
    to: u32,
    place: Place,
}

impl Span {
    fn of(period: &Period, day: u32, place: Place) -> Self {
        let from = day + minute_of(period.opens);
        let to = from + length(period);
        Self { from, to, place }
    }
}

/// Faults every span that begins before the one before it has ended; past the end of a round comes its beginning.
fn overlaps(mut spans: Vec<Span>, round: Option<u32>, file: &mut File<'_>) {
    spans.sort_by_key(|span| (span.from, span.to));
    let again = match (round, spans.first()) {
        (Some(round), Some(first)) if spans.len() > 1 => Some((first.from + round, first.place)),
        _ => None,
    };
    let next = spans
        .iter()
        .skip(1)
        .map(|span| (span.from, span.place))
        .chain(again);
    for (span, (from, place)) in spans.iter().zip(next) {
        if from < span.to {
            let message = "this period begins before the one before it has ended".to_owned();
            file.fault(place, message);
        }
    }
}

/// Reads the weekday that a menu file writes in this way.
pub(in crate::order::menu) fn weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS
        .into_iter()
        .find(|(_, id)| *id == text)
        .map(|(day, _)| day)
}
