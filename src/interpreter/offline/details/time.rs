//! "At half past seven", "daqui a meia hora", "as soon as possible": when it is wanted.
//!
//! Which day, and which half of one, is for those who know the clock.

mod clock;

use std::ops::Range;

use self::clock::{clock, plain};
use super::marks::{Mark, Sign, When};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::{Asked, SaidTime};
use crate::order::Language;

/// The farthest time from now, in minutes.
const MOST_MINUTES: u32 = 1440;

/// Takes out a time.
pub(super) fn take(said: &mut Said<'_>, asked: Option<&Asked>) -> Option<SaidTime> {
    let open = matches!(asked, None | Some(Asked::AnythingElse | Asked::YesNo));
    let asked = asked == Some(&Asked::Time);
    let other_days = said.all(Mark::OtherDay);
    let other_day = other_days.iter().any(|day| !said.is_asked(day.start));
    for day in other_days.into_iter().filter(|_| other_day) {
        said.take(day);
    }
    let found = may_begin(said, asked)
        .into_iter()
        .filter(|at| said.is_free(*at) && (asked || !said.is_asked(*at)))
        .find_map(|at| span(said, at, asked).or_else(|| on_the_clock(said, at, asked)))
        .or_else(|| open.then(|| whole(said)).flatten())
        .or_else(|| word(said, asked));
    let Some((range, time)) = found else {
        return other_day.then_some(SaidTime::AnotherDay);
    };
    let range = said.widened(range, &[Mark::Today], &[Mark::Today]);
    said.take(range);
    for (range, _) in said.scan(|mark| soon_or_late(mark, asked)) {
        said.take(range);
    }
    Some(if other_day { SaidTime::AnotherDay } else { time })
}

/// Where a time may begin: with a number, what leads up to it, or an article before a unit of time.
fn may_begin(said: &Said<'_>, asked: bool) -> Vec<usize> {
    let of_time = |mark| matches!(mark, Mark::When(_) | Mark::Today);
    let begins = |at: usize| {
        said.may_count(at)
            || said.stands(at, of_time)
            || matches!(said.word(at), "a" | "an") && said.stands(at + 1, of_time)
    };
    if asked || may_tell(said) {
        return (0..said.len()).filter(|at| begins(*at)).collect();
    }
    // Where no word is of time, only a number is that the words right before it lead up to.
    let leads = |mark| matches!(mark, Mark::When(When::At | When::Around) | Mark::Today);
    let led = |at: &usize| said.behind(*at, leads).any(|behind| said.may_count(behind));
    let mut places = if said.shows(Sign::BeforeTime) {
        said.places(leads)
    } else {
        Vec::new()
    };
    places.retain(led);
    places
}

/// Whether a time may be told by words of time, by how it is written, or by minutes that something counts to or from.
fn may_tell(said: &Said<'_>) -> bool {
    let counted = |at: usize| at.checked_sub(1).is_some_and(|before| said.may_count(before));
    let to_or_past = |mark| matches!(mark, Mark::When(When::Before | When::Past));
    said.shows(Sign::Time)
        || said.text.contains(':')
        || said.tokens.iter().any(|token| token.text == "h")
        || said.shows(Sign::BeforeTime) && said.places(to_or_past).into_iter().any(counted)
}

/// "Oito e meia": an hour and a half of one, and nothing beside, is as many of nothing that is sold.
fn whole(said: &Said<'_>) -> Option<(Range<usize>, SaidTime)> {
    if !said.shows(Sign::Time) {
        return None;
    }
    let clock = plain(said, 0).filter(|clock| clock.end == said.len())?;
    let halved = (1..said.len()).any(|at| said.mark(at, Mark::When(When::AndHalf)).is_some());
    let fits = halved && said.language == Language::PtBr && said.is_free(0);
    Some((0..clock.end, clock.time().filter(|_| fits)?))
}

/// "Now", "later".
fn word(said: &Said<'_>, asked: bool) -> Option<(Range<usize>, SaidTime)> {
    if !said.shows(Sign::Time) {
        return None;
    }
    let free = |range: &Range<usize>| asked || !said.is_asked(range.start);
    said.scan(|mark| soon_or_late(mark, asked))
        .into_iter()
        .rfind(|(range, _)| free(range))
}

fn soon_or_late(mark: Mark, asked: bool) -> Option<SaidTime> {
    match mark {
        Mark::When(When::Now) => Some(SaidTime::Now),
        Mark::When(When::Later) => Some(SaidTime::Later),
        Mark::When(When::BareNow) if asked => Some(SaidTime::Now),
        Mark::When(When::BareLater) if asked => Some(SaidTime::Later),
        _ => None,
    }
}

/// "In half an hour", "daqui a vinte minutos".
fn span(said: &Said<'_>, at: usize, asked: bool) -> Option<(Range<usize>, SaidTime)> {
    let lead = said.mark(at, Mark::When(When::In));
    let start = at + lead.unwrap_or(0);
    let short = || lead.filter(|_| asked).and_then(|_| bare_minutes(said, start));
    let (minutes, length) = spanned(said, start).or_else(short)?;
    let end = start + length;
    let trail = said.mark(end, Mark::When(When::FromNow));
    // "Vinte horas" is a time on the clock.
    let hours = said.language == Language::PtBr
        && said.mark(start, Mark::When(When::HalfHour)).is_none()
        && said
            .mark(end.saturating_sub(1), Mark::When(When::OClock))
            .is_some();
    let fits = lead.is_some() || trail.is_some() || asked && !hours;
    let range = at..end + trail.unwrap_or(0);
    (fits && (1..=MOST_MINUTES).contains(&minutes)).then_some((range, SaidTime::In { minutes }))
}

/// "In fifteen", where minutes are meant.
fn bare_minutes(said: &Said<'_>, at: usize) -> Option<(u32, usize)> {
    let number = said.cardinal(at, Joining::Amount)?;
    let minutes = (10..=90).contains(&number.value) && said.ends_at(at + number.length);
    minutes.then_some((number.value, number.length))
}

fn spanned(said: &Said<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(length) = said.mark(at, Mark::When(When::HalfHour)) {
        return Some((30, length));
    }
    let article = matches!(said.word(at), "a" | "an");
    let (value, length) = match said.cardinal(at, Joining::Amount) {
        Some(number) => (number.value, number.length),
        None if article => (1, 1),
        None => return None,
    };
    let end = at + length;
    if let Some(word) = said.mark(end, Mark::When(When::Minutes)) {
        return Some((value, length + word));
    }
    let word = said.mark(end, Mark::When(When::Hours))?;
    let end = end + word;
    let (more, extra) = match said.mark(end, Mark::When(When::AndHalf)) {
        Some(half) => (30, half),
        None => and_minutes(said, end).unwrap_or((0, 0)),
    };
    let minutes = value.saturating_mul(60).saturating_add(more);
    Some((minutes, length + word + extra))
}

/// "… and ten minutes", "… e quinze".
fn and_minutes(said: &Said<'_>, at: usize) -> Option<(u32, usize)> {
    let joint = said.mark(at, Mark::And)?;
    let number = said
        .cardinal(at + joint, Joining::Amount)
        .filter(|n| n.value < 60)?;
    let word = said.mark(at + joint + number.length, Mark::When(When::Minutes))?;
    Some((number.value, joint + number.length + word))
}

/// A time on the clock with what leads up to it.
fn on_the_clock(said: &Said<'_>, at: usize, asked: bool) -> Option<(Range<usize>, SaidTime)> {
    let firm = said.mark(at, Mark::When(When::At)).filter(|_| {
        // "As duas" is "both"; "às duas" is a time.
        !matches!(said.word(at), "as" | "a") || said.tokens.get(at).is_some_and(|token| token.accented)
    });
    let soft = said
        .any(at, &[Mark::When(When::Around), Mark::When(When::At)])
        .or_else(|| said.mark(at, Mark::Today));
    for (lead, firm) in [(firm, true), (soft, false), (Some(0), false)] {
        let Some(lead) = lead else { continue };
        if at
            .checked_sub(1)
            .is_some_and(|before| is_since(said.word(before)))
        {
            continue;
        }
        let Some(clock) = clock(said, at + lead) else {
            continue;
        };
        let alone = asked && said.closes(clock.end);
        // "A flan for seven thirty": an hour with its minutes, and something before it.
        let exact = lead > 0 && clock.minute > 0 && said.closes(clock.end);
        let counts = clock.sure || firm && said.closes(clock.end) || alone || exact;
        if let (true, Some(time)) = (counts, clock.time()) {
            let range = said.widened(
                at..clock.end,
                &[Mark::When(When::At), Mark::When(When::Around)],
                &[],
            );
            return Some((range, time));
        }
    }
    None
}

/// "Faz uma hora", "it's been an hour": how long something has lasted is no time to come.
fn is_since(word: &str) -> bool {
    matches!(word, "faz" | "ha" | "tem" | "been" | "over" | "demorou")
}
