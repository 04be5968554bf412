//! A time on the clock, however it is said: "seven", "quarter to nine", "sete e meia", "19h30", "noon".

use super::super::marks::{Mark, When};
use super::super::numbers::Joining;
use super::super::said::Said;
use crate::interpreter::SaidTime;
use crate::order::Language;

/// A time on the clock where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u32,
    pub(super) minute: u32,
    half: Half,
    pub(super) end: usize,
    /// Whether nothing but a time is said so ("7:30", "seven p.m.", "half past").
    pub(super) sure: bool,
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

impl Clock {
    /// The time that it says; none where no clock shows it.
    pub(super) fn time(&self) -> Option<SaidTime> {
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

/// The time on the clock that begins at a place.
pub(super) fn clock(said: &Said<'_>, at: usize) -> Option<Clock> {
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
pub(super) fn plain(said: &Said<'_>, at: usize) -> Option<Clock> {
    let begins = at.checked_sub(1).is_none_or(|before| {
        !said.runs_on(at)
            || said
                .cardinal(before, Joining::Amount)
                .is_none_or(|longer| longer.length == 1)
    });
    let (hour, minute, end) = hour_first(said, at, begins)?;
    let mut clock = Clock {
        hour,
        minute,
        half: Half::Open,
        end,
        sure: false,
    };
    let numeral = said.word(at).starts_with(|c: char| c.is_ascii_digit());
    let glued = numeral && said.word(end) == "h" && said.is_glued(end);
    with_oclock(said, &mut clock);
    let colon = numeral && said.around(at).1 == Some(':');
    with_minutes(said, &mut clock, colon || glued);
    (hour <= 24 && clock.minute < 60).then_some(clock)
}

/// "Seven", "1930", "19.30": the hour with the minutes that are written with it, and where the words for it end.
fn hour_first(said: &Said<'_>, at: usize, begins: bool) -> Option<(u32, u32, usize)> {
    let word = said.word(at);
    match word.split_once('.') {
        None if is_four_digits(word) => {
            let (hour, minute) = word.split_at(2);
            Some((hour.parse().ok()?, minute.parse().ok()?, at + 1))
        }
        Some((hour, minute)) if minute.len() == 2 => Some((hour.parse().ok()?, minute.parse().ok()?, at + 1)),
        Some(_) => None,
        None => {
            let hour = said
                .cardinal(at, Joining::Amount)
                .filter(|hour| begins && hour.value <= 24)?;
            Some((hour.value, 0, at + hour.length))
        }
    }
}

/// "Vinte horas" is on the clock of twenty-four hours, "sete horas" on either.
fn with_oclock(said: &Said<'_>, clock: &mut Clock) {
    let Some(length) = said
        .mark(clock.end, Mark::When(When::OClock))
        .filter(|_| said.runs_on(clock.end))
    else {
        return;
    };
    clock.end += length;
    clock.sure = true;
    if clock.hour == 0 || clock.hour > 12 {
        clock.half = Half::Told;
    }
}

/// The minutes behind the hour: two digits where a colon or an "h" joins them (`written`), else as they are said.
fn with_minutes(said: &Said<'_>, clock: &mut Clock, written: bool) {
    if written {
        let word = said.word(clock.end);
        let minute = word.parse().ok().filter(|minute| *minute < 60 && word.len() == 2);
        if let Some(minute) = minute {
            clock.minute = minute;
            clock.end += 1;
            clock.sure = true;
        }
    } else if let Some((minute, more)) = minutes_behind(said, clock.end) {
        clock.minute = minute;
        clock.end += more;
        let suffix = said
            .mark(clock.end, Mark::When(When::OClock))
            .filter(|_| said.runs_on(clock.end));
        clock.end += suffix.unwrap_or(0);
    }
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
