//! Hours at moments that are hard: past midnight, holidays, days on which the clock moves, the minute it closes.

use jiff::civil::{Date, date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use proptest::prelude::*;

use super::{DAYS_AHEAD, Holiday, Hours, Opening, Period, Span};

fn periods(texts: &[&str]) -> Vec<Period> {
    let period = |text: &&str| {
        let (opens, closes) = text.split_once('-').unwrap();
        Period {
            opens: opens.parse().unwrap(),
            closes: closes.parse().unwrap(),
        }
    };
    texts.iter().map(period).collect()
}

fn daily(texts: &[&str]) -> Hours {
    Hours {
        week: std::array::from_fn(|_| periods(texts)),
        ..Hours::default()
    }
}

/// Lunch and dinner every day, Friday and Saturday past midnight, Christmas closed, the last order 30 minutes before.
fn bistro() -> Hours {
    let mut hours = daily(&["11:00-15:00", "18:00-23:00"]);
    hours.week[4] = periods(&["11:00-15:00", "18:00-01:00"]);
    hours.week[5] = periods(&["11:00-15:00", "18:00-01:00"]);
    hours.last_order_minutes = 30;
    let short = Holiday {
        periods: periods(&["11:00-15:00"]),
        ..Holiday::default()
    };
    hours.holidays = [
        (date(2026, 12, 25), Holiday::default()),
        (date(2026, 12, 24), short),
    ]
    .into();
    hours
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

/// A moment written as the wall clock of a zone: `2026-05-15 18:00`.
fn moment(zone: &TimeZone, text: &str) -> Timestamp {
    let wall: jiff::civil::DateTime = text.parse().unwrap();
    zone.to_timestamp(wall).unwrap()
}

fn shown(zone: &TimeZone, at: Timestamp) -> String {
    zone.to_datetime(at).strftime("%d %H:%M").to_string()
}

fn said(hours: &Hours, zone: &TimeZone, now: Timestamp) -> String {
    let shown = |at: Option<Timestamp>| at.map_or("-".to_owned(), |at| shown(zone, at));
    match hours.at(zone, now) {
        Opening::Open { until } => format!("open {}", shown(until)),
        Opening::Closed { opens } => format!("closed {}", shown(opens)),
    }
}

#[test]
fn lunch_dinner_nights_and_holidays() {
    let (hours, zone) = (bistro(), zone("America/Sao_Paulo"));
    let check = |now: &str, expected: &str| {
        assert_eq!(said(&hours, &zone, moment(&zone, now)), expected, "{now}");
    };
    // Thursday.
    check("2026-05-14 10:59", "closed 14 11:00");
    check("2026-05-14 11:00", "open 14 14:30");
    check("2026-05-14 14:30", "open 14 14:30");
    check("2026-05-14 14:31", "closed 14 18:00");
    check("2026-05-14 22:31", "closed 15 11:00");
    // The night from Friday to Saturday, and from Sunday to Monday.
    check("2026-05-15 23:30", "open 16 00:30");
    check("2026-05-16 00:30", "open 16 00:30");
    check("2026-05-16 00:31", "closed 16 11:00");
    check("2026-05-18 00:10", "closed 18 11:00");
    // Christmas Eve is a short day, Christmas none; the night of the 25th, a Friday, is none either.
    check("2026-12-24 18:30", "closed 26 11:00");
    check("2026-12-25 12:00", "closed 26 11:00");
    check("2026-12-26 00:10", "closed 26 11:00");
}

#[test]
fn since_when_it_is_open_is_told_until_it_closes() {
    let (hours, zone) = (bistro(), zone("America/Sao_Paulo"));
    let check = |now: &str, expected: Option<&str>| {
        let since = hours.open_since(&zone, moment(&zone, now));
        assert_eq!(since, expected.map(|text| moment(&zone, text)), "{now}");
    };
    check("2026-05-14 10:59", None);
    check("2026-05-14 11:00", Some("2026-05-14 11:00"));
    // After the last order the kitchen still cooks.
    check("2026-05-14 14:59", Some("2026-05-14 11:00"));
    check("2026-05-14 15:00", None);
    check("2026-05-16 00:59", Some("2026-05-15 18:00"));
    check("2026-12-25 12:00", None);
}

#[test]
fn the_night_before_a_holiday_goes_on() {
    let (mut hours, zone) = (bistro(), zone("America/Sao_Paulo"));
    hours.holidays.insert(date(2026, 5, 16), Holiday::default());
    assert_eq!(
        said(&hours, &zone, moment(&zone, "2026-05-16 00:15")),
        "open 16 00:30"
    );
    assert_eq!(
        said(&hours, &zone, moment(&zone, "2026-05-16 12:00")),
        "closed 17 11:00"
    );
}

#[test]
fn round_the_clock_there_is_no_last_order() {
    let zone = zone("America/Sao_Paulo");
    let mut hours = daily(&["00:00-00:00"]);
    hours.last_order_minutes = 30;
    let now = moment(&zone, "2026-05-14 23:45");
    assert_eq!(said(&hours, &zone, now), "open -");
    hours.holidays.insert(date(2026, 5, 16), Holiday::default());
    assert_eq!(said(&hours, &zone, now), "open 15 23:30");
}

#[test]
fn closed_for_good() {
    let zone = zone("America/Sao_Paulo");
    let now = moment(&zone, "2026-05-14 12:00");
    assert_eq!(said(&Hours::default(), &zone, now), "closed -");
    let today = Hours::default().today(&zone, now);
    assert!(today.left.is_empty() && today.next.is_none());
    // Holidays for longer than anyone looks ahead.
    let mut hours = bistro();
    let days = (0..40).map(|ahead| date(2026, 5, 14).saturating_add(jiff::Span::new().days(ahead)));
    hours.holidays = days.map(|day| (day, Holiday::default())).collect();
    assert_eq!(said(&hours, &zone, now), "closed -");
}

#[test]
fn days_on_which_the_clock_moves() {
    let new_york = zone("America/New_York");
    // In 2026 the clock goes from 2:00 to 3:00 on 8 March, and from 2:00 back to 1:00 on 1 November.
    let night = daily(&["18:00-02:30"]);
    let check = |hours: &Hours, now: &str, expected: &str| {
        let now: Timestamp = now.parse().unwrap();
        assert_eq!(said(hours, &new_york, now), expected, "{now}");
    };
    // 2:30 does not come that night: it closes when the clock shows 3:30, as long after midnight as ever.
    check(&night, "2026-03-08T01:59:00-05:00", "open 08 03:30");
    check(&night, "2026-03-08T03:29:00-04:00", "open 08 03:30");
    check(&night, "2026-03-08T03:31:00-04:00", "closed 08 18:00");
    // The hour from 1:00 to 2:00 comes twice; 2:30 but once.
    check(&night, "2026-11-01T01:30:00-04:00", "open 01 02:30");
    check(&night, "2026-11-01T01:30:00-05:00", "open 01 02:30");
    check(&night, "2026-11-01T02:31:00-05:00", "closed 01 18:00");
    // A period that lies within the hour that is skipped, or ends with it, makes no opening that is over already.
    let early = daily(&["02:30-03:00", "09:00-10:00"]);
    check(&early, "2026-03-08T01:00:00-05:00", "closed 08 09:00");
    check(&early, "2026-03-09T02:45:00-04:00", "open 09 03:00");
}

#[test]
fn what_is_left_of_today_and_what_comes_next() {
    let (hours, zone) = (bistro(), zone("America/Sao_Paulo"));
    let check = |now: &str, left: &[&str], next: &str| {
        let today = hours.today(&zone, moment(&zone, now));
        let span = |span: &Span| format!("{} - {}", shown(&zone, span.opens), shown(&zone, span.closes));
        assert_eq!(today.left.iter().map(span).collect::<Vec<_>>(), left, "{now}");
        assert_eq!(today.next.as_ref().map(span).unwrap(), next, "{now}");
    };
    check(
        "2026-05-14 09:00",
        &["14 11:00 - 14 15:00", "14 18:00 - 14 23:00"],
        "15 11:00 - 15 15:00",
    );
    check(
        "2026-05-14 12:00",
        &["14 11:00 - 14 15:00", "14 18:00 - 14 23:00"],
        "15 11:00 - 15 15:00",
    );
    check(
        "2026-05-14 14:45",
        &["14 18:00 - 14 23:00"],
        "15 11:00 - 15 15:00",
    );
    check("2026-05-14 22:45", &[], "15 11:00 - 15 15:00");
    check(
        "2026-05-16 00:15",
        &[
            "15 18:00 - 16 01:00",
            "16 11:00 - 16 15:00",
            "16 18:00 - 17 01:00",
        ],
        "17 11:00 - 17 15:00",
    );
    check("2026-12-25 12:00", &[], "26 11:00 - 26 15:00");
}

#[test]
fn the_ends_of_the_calendar_are_survived() {
    let hours = bistro();
    for zone in [
        zone("Pacific/Kiritimati"),
        zone("America/Sao_Paulo"),
        TimeZone::UTC,
    ] {
        for now in [Timestamp::MIN, Timestamp::MAX] {
            hours.at(&zone, now);
            hours.today(&zone, now);
        }
    }
}

fn any_hours() -> impl Strategy<Value = Hours> {
    let period = (0_i8..24, 0_i8..60, 0_i8..24, 0_i8..60).prop_map(|(h, m, g, n)| Period {
        opens: time(h, m, 0, 0),
        closes: time(g, n, 0, 0),
    });
    let day = || prop::collection::vec(period.clone(), 0..3);
    let week = prop::array::uniform7(day());
    let holidays = prop::collection::btree_map((1_i8..=28).prop_map(|d| date(2026, 10, d)), day(), 0..4);
    (week, holidays, 0_u32..120).prop_map(|(week, holidays, last_order_minutes)| Hours {
        week,
        holidays: holidays
            .into_iter()
            .map(|(day, periods)| {
                (
                    day,
                    Holiday {
                        periods,
                        ..Holiday::default()
                    },
                )
            })
            .collect::<std::collections::BTreeMap<Date, Holiday>>(),
        last_order_minutes,
    })
}

proptest! {
    /// Whatever is said holds: until the last moment it is open, from the moment named it is open again, and what is
    /// said of today agrees with both. October and November have every kind of day.
    #[test]
    fn what_is_said_is_true(hours in any_hours(), minute in 0_i64..60 * 24 * 60, place in 0_usize..3) {
        let names = ["America/Sao_Paulo", "America/New_York", "Australia/Lord_Howe"];
        let zone = zone(names[place]);
        let start: Zoned = date(2026, 9, 25).to_zoned(zone.clone()).unwrap();
        let now = start.timestamp() + SignedDuration::from_mins(minute);
        let second = SignedDuration::from_secs(1);
        let today = hours.today(&zone, now);
        match hours.at(&zone, now) {
            Opening::Open { until: Some(until) } => {
                prop_assert!(now <= until);
                let (at_last, after) = (hours.at(&zone, until), hours.at(&zone, until + second));
                prop_assert_eq!(at_last, Opening::Open { until: Some(until) });
                // Another span may begin within the minutes before closing, but not without a break.
                let open_after = matches!(after, Opening::Open { .. });
                prop_assert!(!open_after, "{:?}", after);
                prop_assert!(today.left.first().is_some_and(|span| span.opens <= now && span.last_order == until));
            }
            Opening::Open { until: None } => {
                let days = SignedDuration::from_hours(24 * i64::from(DAYS_AHEAD - 2));
                let open = matches!(hours.at(&zone, now + days), Opening::Open { .. });
                prop_assert!(open);
            }
            Opening::Closed { opens: Some(opens) } => {
                prop_assert!(now < opens);
                let (before, then) = (hours.at(&zone, opens - second), hours.at(&zone, opens));
                prop_assert_eq!(before, Opening::Closed { opens: Some(opens) });
                let open = matches!(then, Opening::Open { .. });
                prop_assert!(open);
                let first = today.left.first().or(today.next.as_ref());
                prop_assert_eq!(first.map(|span| span.opens), Some(opens));
            }
            Opening::Closed { opens: None } => {
                prop_assert!(today.left.is_empty() && today.next.is_none());
            }
        }
    }
}
