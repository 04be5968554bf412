//! Whether the shop is open, and for when an order is wanted: now, or later today.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use super::Speech;
use super::scene::{Pending, Scene};
use crate::interpreter::SaidTime;
use crate::order::Opening;

/// Until this hour of the next day it is still today: "at half past midnight".
const DAY_ENDS: i8 = 5;
/// Times that are proposed are on the full five minutes.
const ROUND_MINUTES: i64 = 5;

/// Whether orders are taken at this moment.
fn opening(scene: &Scene<'_>, at: Timestamp) -> Opening {
    let shop = &scene.menu.shop;
    match &shop.hours {
        Some(hours) => hours.at(&shop.time_zone, at),
        None => Opening::Open { until: None },
    }
}

/// When the shop opens, if it is closed now and nothing was settled for later.
fn closed(scene: &Scene<'_>) -> Option<Option<Timestamp>> {
    let settled = scene.getting().is_some_and(|getting| getting.wanted_at.is_some());
    match opening(scene, scene.app.clock.now()) {
        Opening::Closed { opens } if !settled && scene.app.keeps_hours => Some(opens),
        Opening::Closed { .. } | Opening::Open { .. } => None,
    }
}

/// The sentence that the shop is closed and the question whether it may be later; none where it is open, or closed
/// for so long that there is nothing to ask.
pub(super) fn question(scene: &Scene<'_>) -> Option<(String, Pending)> {
    let opens = closed(scene)?.filter(|opens| is_today(scene, *opens))?;
    let opens_at = scene.phrases.at_clock(local(scene, opens));
    let sentence = scene.phrases.say("closed-until", &[("time", opens_at.into())]);
    Some((
        sentence,
        Pending::AtOpening {
            opens: earliest(scene, opens),
        },
    ))
}

/// What is said where the shop is closed for the rest of the day; none where orders can be taken.
pub(super) fn closed_for_today(scene: &Scene<'_>) -> Option<String> {
    match closed(scene)? {
        Some(opens) if is_today(scene, opens) => None,
        Some(opens) => Some(closed_until(scene, opens)),
        None => Some(scene.phrases.plain("closed-long")),
    }
}

/// That the shop is closed until another day, and why, where today is one with a name.
pub(super) fn closed_until(scene: &Scene<'_>, opens: Timestamp) -> String {
    let phrases = scene.phrases;
    let (today, opens) = (
        scene.local_now().date(),
        opens.to_zoned(scene.menu.shop.time_zone.clone()),
    );
    let day = match today.tomorrow() {
        Ok(tomorrow) if tomorrow == opens.date() => phrases.plain("tomorrow"),
        Ok(_) | Err(_) => phrases.on_weekday(opens.weekday()),
    };
    let gaps = [
        ("day", day.into()),
        ("time", phrases.at_clock(opens.time()).into()),
    ];
    let hours = scene.menu.shop.hours.as_ref();
    let holiday = hours.and_then(|hours| hours.holidays.get(&today));
    match holiday.and_then(|holiday| holiday.name.get(&phrases.language)) {
        Some(name) => {
            let [day, time] = gaps;
            phrases.say("closed-holiday", &[("name", name.as_str().into()), day, time])
        }
        None => phrases.say("closed-today", &gaps),
    }
}

fn is_today(scene: &Scene<'_>, at: Timestamp) -> bool {
    let now = scene.local_now();
    let at = at.to_zoned(scene.menu.shop.time_zone.clone());
    at.date() == now.date() || (at.hour() < DAY_ENDS && Ok(at.date()) == now.date().tomorrow().map_err(drop))
}

fn local(scene: &Scene<'_>, at: Timestamp) -> Time {
    at.to_zoned(scene.menu.shop.time_zone.clone()).time()
}

/// The minutes from order to customer, at the most.
fn minutes(scene: &Scene<'_>) -> i64 {
    let shop = &scene.menu.shop;
    let known = scene.getting().and_then(|getting| getting.minutes(shop));
    let zones = shop.delivery.iter().flat_map(|delivery| &delivery.zones);
    let longest = zones
        .map(|zone| zone.minutes)
        .chain(shop.pickup.iter().map(|pickup| pickup.minutes));
    i64::from(known.or(longest.max()).unwrap_or(0))
}

/// The earliest that an order can be there which the kitchen begins at `from`.
fn earliest(scene: &Scene<'_>, from: Timestamp) -> Timestamp {
    let there = from.as_second() + minutes(scene) * 60;
    let round = ROUND_MINUTES * 60;
    Timestamp::from_second((there + round - 1) / round * round).unwrap_or(from)
}

/// Takes the time for which an order is wanted; what is said of it, and the question that remains.
pub(super) fn take(scene: &mut Scene<'_>, said: SaidTime) -> (Speech, Option<Pending>) {
    let now = scene.app.clock.now();
    let at = match said {
        SaidTime::AnotherDay => return (Speech::of(scene.phrases.plain("only-today")), Some(Pending::Time)),
        SaidTime::Later => return (Speech::default(), Some(Pending::Time)),
        SaidTime::Now => {
            scene.getting_mut().wanted_at = None;
            return (Speech::of(scene.phrases.plain("as-soon")), None);
        }
        SaidTime::In { minutes } => now
            .checked_add(SignedDuration::from_mins(i64::from(minutes)))
            .ok(),
        SaidTime::Clock {
            hour,
            minute,
            half_open,
        } => next_clock(scene, hour, minute, half_open),
    };
    match at {
        Some(at) => at_time(scene, at),
        None => (
            Speech::of(scene.phrases.plain("time-unclear")),
            Some(Pending::Time),
        ),
    }
}

/// The next moment at which a clock shows this.
fn next_clock(scene: &Scene<'_>, hour: u8, minute: u8, half_open: bool) -> Option<Timestamp> {
    let now = scene.local_now();
    let hour = i8::try_from(hour).ok()?;
    let minute = i8::try_from(minute).ok()?;
    let hours = if half_open {
        [Some(hour % 12), Some(hour % 12 + 12)]
    } else {
        [Some(hour), None]
    };
    let days = [now.date(), now.date().tomorrow().ok()?];
    let mut moments: Vec<Timestamp> = Vec::new();
    for day in days {
        for hour in hours.into_iter().flatten() {
            let time = Time::new(hour, minute, 0, 0).ok()?;
            moments.extend(now.time_zone().to_timestamp(day.to_datetime(time)).ok());
        }
    }
    let ahead = moments.into_iter().filter(|at| *at > now.timestamp());
    // "At seven" said at noon is seven in the evening, where the shop is open then.
    let open = |at: &Timestamp| is_today(scene, *at) && matches!(opening(scene, *at), Opening::Open { .. });
    let mut ahead: Vec<Timestamp> = ahead.collect();
    ahead.sort();
    ahead.iter().copied().find(open).or(ahead.first().copied())
}

fn at_time(scene: &mut Scene<'_>, at: Timestamp) -> (Speech, Option<Pending>) {
    let now = scene.app.clock.now();
    let phrases = scene.phrases;
    let time = phrases.at_clock(local(scene, at));
    if !is_today(scene, at) {
        return (Speech::of(phrases.plain("only-today")), Some(Pending::Time));
    }
    if !matches!(opening(scene, at), Opening::Open { .. }) {
        let refused = phrases.say("closed-then", &[("time", time.into())]);
        return (Speech::of(refused), Some(Pending::Time));
    }
    let from = match opening(scene, now) {
        Opening::Open { .. } => now,
        Opening::Closed { opens } => opens.unwrap_or(now),
    };
    let soonest = earliest(scene, from);
    if at < soonest {
        let is_open = from == now;
        let (key, wanted) = if is_open {
            ("sooner-than-can", None)
        } else {
            ("soonest", Some(soonest))
        };
        scene.getting_mut().wanted_at = wanted;
        let soonest = phrases.at_clock(local(scene, soonest));
        let gaps = [
            (
                "minutes",
                phrases.minutes(u32::try_from(minutes(scene)).unwrap_or(0)),
            ),
            ("time", soonest.into()),
        ];
        return (Speech::of(phrases.say(key, &gaps)), None);
    }
    scene.getting_mut().wanted_at = Some(at);
    let said = phrases.for_clock(local(scene, at));
    (
        Speech::of(phrases.say("wanted-at", &[("time", said.into())])),
        None,
    )
}

/// The customer takes the time at which the shop can first be there.
pub(super) fn at_opening(scene: &mut Scene<'_>, at: Timestamp) -> Speech {
    scene.getting_mut().wanted_at = Some(at);
    let said = scene.phrases.for_clock(local(scene, at));
    Speech::of(scene.phrases.say("wanted-at", &[("time", said.into())]))
}

/// Whether the time that was wanted cannot be had any more: it has passed, or the shop is closed then by now.
pub(super) fn is_past(scene: &Scene<'_>) -> bool {
    let wanted = scene.getting().and_then(|getting| getting.wanted_at);
    wanted.is_some_and(|at| {
        let closed = scene.app.keeps_hours && !matches!(opening(scene, at), Opening::Open { .. });
        at <= scene.app.clock.now() || closed
    })
}

/// Drops a time that cannot be had any more; says whether there was one, and why it was dropped.
pub(super) fn drop_past(scene: &mut Scene<'_>) -> Option<String> {
    let at = scene.getting()?.wanted_at?;
    if !is_past(scene) {
        return None;
    }
    scene.getting_mut().wanted_at = None;
    if at <= scene.app.clock.now() {
        return Some(scene.phrases.plain("time-past"));
    }
    let time = scene.phrases.at_clock(local(scene, at));
    Some(scene.phrases.say("closed-then", &[("time", time.into())]))
}

/// What "for when" is in a read-back: the minutes that it takes, or the time that was wanted.
pub(super) fn when(scene: &Scene<'_>, wanted_at: Option<Timestamp>, minutes: u32) -> String {
    let phrases = scene.phrases;
    match wanted_at {
        Some(at) => phrases.for_clock(local(scene, at)),
        None => phrases.say("about-minutes", &[("minutes", phrases.minutes(minutes))]),
    }
}
