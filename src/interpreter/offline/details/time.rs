//! "At half past seven", "daqui a meia hora", "as soon as possible": when it is wanted.
//!
//! Which day, and which half of one, is for those who know the clock.

use std::ops::Range;

use super::marks::{Mark, When};
use super::numbers::Joining;
use super::said::Said;
use crate::interpreter::{Asked, SaidTime};
use crate::order::Language;

/// The farthest time from now, in minutes.
const MOST_MINUTES: u32 = 1440;

/// A time on the clock where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Clock {
    hour: u32,
    minute: u32,
    half: Half,
    end: usize,
    /// Whether nothing but a time is said so ("7:30", "seven p.m.", "half past").
    sure: bool,
}

/// Which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Open,
    Morning,
    Evening,
    /// Said by the hour itself ("noon", "vinte horas").
    Told,
}

/// Takes out a time.
pub(super) fn take(said: &mut Said<'_>, asked: Option<&Asked>) -> Option<SaidTime> {
    let open = matches!(asked, None | Some(Asked::AnythingElse | Asked::YesNo));
    let asked = asked == Some(&Asked::Time);
    let other_days = said.all(Mark::OtherDay);
    let other_day = other_days.iter().any(|day| !said.is_asked(day.start));
    for day in other_days.into_iter().filter(|_| other_day) {
        said.take(day);
    }
    let found = (0..said.len())
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

/// "Oito e meia": an hour and a half of one, and nothing beside, is as many of nothing that is sold.
fn whole(said: &Said<'_>) -> Option<(Range<usize>, SaidTime)> {
    let clock = plain(said, 0).filter(|clock| clock.end == said.len())?;
    let halved = (1..said.len()).any(|at| said.mark(at, Mark::When(When::AndHalf)).is_some());
    let fits = halved && said.language == Language::PtBr && said.is_free(0);
    Some((0..clock.end, clock.time().filter(|_| fits)?))
}

/// "Now", "later".
fn word(said: &Said<'_>, asked: bool) -> Option<(Range<usize>, SaidTime)> {
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

impl Clock {
    fn time(&self) -> Option<SaidTime> {
        let hour = match (self.hour, self.half) {
            (hour @ 0..=24, Half::Told) => hour % 24,
            (12, Half::Morning) => 0,
            (hour @ 0..=11, Half::Morning) => hour,
            // "Twelve at night" is midnight, "twelve p.m." noon; neither is far from the other's meal.
            (12, Half::Evening) => 12,
            (hour @ 1..=11, Half::Evening) => hour + 12,
            (hour @ 1..=12, Half::Open) => hour,
            (hour @ 13..=23, Half::Open | Half::Evening | Half::Morning) => hour,
            (0 | 24, Half::Open) => 0,
            _ => return None,
        };
        Some(SaidTime::Clock {
            hour: u8::try_from(hour).ok()?,
            minute: u8::try_from(self.minute).ok()?,
            half_open: self.half == Half::Open && (1..=12).contains(&self.hour),
        })
    }
}

fn clock(said: &Said<'_>, at: usize) -> Option<Clock> {
    let clock = named(said, at)
        .or_else(|| before_the_hour(said, at))
        .or_else(|| past_the_hour(said, at))
        .or_else(|| plain(said, at))?;
    Some(with_half(said, clock))
}

/// "Noon", "meia-noite e meia".
fn named(said: &Said<'_>, at: usize) -> Option<Clock> {
    let (hour, length) = said.longest(at, |mark| match mark {
        Mark::When(When::Noon) => Some(12),
        Mark::When(When::Midnight) => Some(0),
        _ => None,
    })?;
    let (minute, more) = minutes_behind(said, at + length).unwrap_or((0, 0));
    Some(Clock {
        hour,
        minute,
        half: Half::Told,
        end: at + length + more,
        sure: true,
    })
}

/// "Quarter to nine", "quinze pras oito", "ten to noon".
fn before_the_hour(said: &Said<'_>, at: usize) -> Option<Clock> {
    let (minutes, start) = match said.mark(at, Mark::When(When::QuarterTo)) {
        Some(length) => (15, at + length),
        None => {
            let number = said.cardinal(at, Joining::Amount)?;
            let unit = said
                .mark(at + number.length, Mark::When(When::Minutes))
                .unwrap_or(0);
            let to = at + number.length + unit;
            let word = said
                .mark(to, Mark::When(When::Before))
                .filter(|_| said.runs_on(to))?;
            let fits = number.value.is_multiple_of(5) && (5..=25).contains(&number.value);
            (fits.then_some(number.value)?, to + word)
        }
    };
    let (hour, half, length) = hour_at(said, start)?;
    Some(Clock {
        hour: if hour <= 1 { hour + 11 } else { hour - 1 },
        minute: 60 - minutes,
        half,
        end: start + length,
        sure: true,
    })
}

/// "Half past eight", "twenty past eight".
fn past_the_hour(said: &Said<'_>, at: usize) -> Option<Clock> {
    let fixed = said.longest(at, |mark| match mark {
        Mark::When(When::HalfPast) => Some(30),
        Mark::When(When::QuarterPast) => Some(15),
        _ => None,
    });
    let (minute, start) = match fixed {
        Some((minute, length)) => (minute, at + length),
        None => {
            let number = said.cardinal(at, Joining::Amount).filter(|n| n.value < 60)?;
            let to = at + number.length;
            let word = said
                .mark(to, Mark::When(When::Past))
                .filter(|_| said.runs_on(to))?;
            (number.value, to + word)
        }
    };
    let (hour, half, length) = hour_at(said, start)?;
    Some(Clock {
        hour,
        minute,
        half,
        end: start + length,
        sure: true,
    })
}

fn hour_at(said: &Said<'_>, at: usize) -> Option<(u32, Half, usize)> {
    if let Some(length) = said.mark(at, Mark::When(When::Noon)) {
        return Some((12, Half::Told, length));
    }
    let number = said
        .cardinal(at, Joining::Amount)
        .filter(|n| (1..=23).contains(&n.value))?;
    Some((number.value, Half::Open, number.length))
}

/// "Seven", "seven thirty", "7:30", "sete e meia", "vinte horas".
fn plain(said: &Said<'_>, at: usize) -> Option<Clock> {
    let begins = at.checked_sub(1).is_none_or(|before| {
        !said.runs_on(at)
            || said
                .cardinal(before, Joining::Amount)
                .is_none_or(|longer| longer.length == 1)
    });
    let (hour, minute, mut end, mut sure) = match said.word(at).split_once('.') {
        None if is_four_digits(said.word(at)) => {
            let (hour, minute) = said.word(at).split_at(2);
            (hour.parse().ok()?, minute.parse().ok()?, at + 1, false)
        }
        Some((hour, minute)) if minute.len() == 2 => {
            (hour.parse().ok()?, minute.parse().ok()?, at + 1, false)
        }
        Some(_) => return None,
        None => {
            let hour = said
                .cardinal(at, Joining::Amount)
                .filter(|hour| begins && hour.value <= 24)?;
            (hour.value, 0, at + hour.length, false)
        }
    };
    let mut minute: u32 = minute;
    let numeral = said.word(at).starts_with(|c: char| c.is_ascii_digit());
    let glued = numeral && said.word(end) == "h" && said.is_glued(end);
    let mut half = Half::Open;
    if let Some(length) = said
        .mark(end, Mark::When(When::OClock))
        .filter(|_| said.runs_on(end))
    {
        end += length;
        sure = true;
        // "Vinte horas" is on the clock of twenty-four hours, "sete horas" on either.
        if hour == 0 || hour > 12 {
            half = Half::Told;
        }
    }
    let colon = numeral && said.around(at).1 == Some(':');
    if colon || glued {
        let after = said
            .word(end)
            .parse()
            .ok()
            .filter(|minute| *minute < 60 && said.word(end).len() == 2);
        if let Some(after) = after {
            minute = after;
            end += 1;
            sure = true;
        }
    } else if let Some((after, more)) = minutes_behind(said, end) {
        minute = after;
        end += more;
        let suffix = said
            .mark(end, Mark::When(When::OClock))
            .filter(|_| said.runs_on(end));
        end += suffix.unwrap_or(0);
    }
    (hour <= 24 && minute < 60).then_some(Clock {
        hour,
        minute,
        half,
        end,
        sure,
    })
}

/// "1930".
fn is_four_digits(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
}

/// "Thirty" behind "seven", "e meia" behind "sete".
fn minutes_behind(said: &Said<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(length) = said.mark(at, Mark::When(When::AndHalf)) {
        return (said.language == Language::PtBr).then_some((30, length));
    }
    if !said.runs_on(at) {
        return None;
    }
    let joint = match said.language {
        Language::PtBr => said.mark(at, Mark::And).filter(|_| said.word(at) == "e")?,
        Language::EnUs => 0,
    };
    let oh = usize::from(said.word(at) == "oh");
    let number = said.cardinal(at + joint + oh, Joining::Amount)?;
    let minutes = said.mark(at + joint + oh + number.length, Mark::When(When::Minutes));
    let end = joint + oh + number.length + minutes.unwrap_or(0);
    let fits = number.value < 60
        && (number.value >= 10 || oh > 0 || number.value == 5 && joint > 0)
        && said.closes(at + end);
    fits.then_some((number.value, end))
}

/// A time with the half of the day that is said beside it.
fn with_half(said: &Said<'_>, mut clock: Clock) -> Clock {
    let halves = |mark| match mark {
        Mark::When(When::Morning) => Some(Half::Morning),
        Mark::When(When::Evening) => Some(Half::Evening),
        _ => None,
    };
    // "P.m." is often written with its points.
    let Some((half, length)) = said.longest(clock.end, halves) else {
        let tonight = (0..clock.end).any(|at| {
            said.mark(at, Mark::Today).is_some_and(|length| {
                said.longest(at, halves).is_some() || length > 1 && said.longest(at + 1, halves).is_some()
            })
        });
        if tonight && clock.half == Half::Open && (1..=11).contains(&clock.hour) {
            clock.half = Half::Evening;
        }
        return clock;
    };
    clock.end += length;
    clock.sure = true;
    if clock.half == Half::Open {
        clock.half = half;
    }
    clock
}
