//! The name of a street: before its kind in English ("Maple Street"), behind it in Portuguese ("Rua das Flores").

use std::ops::Range;

use super::building;
use crate::interpreter::offline::details::contact::with_capitals;
use crate::interpreter::offline::details::marks::Mark;
use crate::interpreter::offline::details::numbers::Joining;
use crate::interpreter::offline::details::said::Said;
use crate::order::Language;

/// The longest name before a kind, in words.
const MOST_BEFORE: usize = 4;
/// The longest name behind a kind, in words.
const MOST_BEHIND: usize = 7;
/// The longest number of a house, in words.
const MOST_NUMBER: usize = 7;

/// A street where it stands.
#[derive(Debug)]
pub(super) struct Street {
    /// Its name, with capitals.
    pub(super) name: String,
    /// The number before it.
    pub(super) number: Option<String>,
    /// Its words, the number's among them.
    pub(super) range: Range<usize>,
}

/// The first street among words; where no address is spoken of, only if something leads up to it.
pub(super) fn find(said: &Said<'_>, within: bool) -> Option<Street> {
    let kind = |mark| matches!(mark, Mark::Street | Mark::WeakStreet | Mark::StreetFirst);
    said.places(kind).into_iter().find_map(|at| match said.language {
        Language::EnUs => english(said, at, within).or_else(|| {
            said.mark(at, Mark::StreetFirst)?;
            portuguese(said, at, within)
        }),
        Language::PtBr => portuguese(said, at, within),
    })
}

/// A street whose kind stands at a place, behind its name.
fn english(said: &Said<'_>, at: usize, within: bool) -> Option<Street> {
    let strong = said.mark(at, Mark::Street).is_some();
    if !strong && said.mark(at, Mark::WeakStreet).is_none() {
        return None;
    }
    let least = at.saturating_sub(MOST_BEFORE);
    let mut start = at;
    while start > least && said.runs_on(start) && is_in_name(said, start - 1) {
        start -= 1;
    }
    if start == at && said.word(at) != "broadway" {
        return None;
    }
    let number = number_before(said, start);
    let begin = number.as_ref().map_or(start, |(begin, _)| *begin);
    let led = said.before(begin, &[Mark::DeliverTo, Mark::AddressIs]).is_some() || within;
    let fits = if strong {
        led || number.is_some()
    } else {
        led && said.closes(at + 1)
    };
    // "St. John's Street": a kind that goes on into a name is none.
    (fits && !said.is_asked(begin)).then(|| Street {
        name: with_capitals(said, start..at + 1),
        number: number.map(|(_, number)| number),
        range: begin..at + 1,
    })
}

/// Whether a word may stand in the name of a street before its kind.
fn is_in_name(said: &Said<'_>, at: usize) -> bool {
    let ordinal = matches!(said.word(at + 1), "nd" | "rd" | "th" | "st");
    let tens = said
        .cardinal(at, Joining::Amount)
        .is_some_and(|number| number.value >= 20);
    let nth = said
        .longest(at + 1, |mark| matches!(mark, Mark::Nth(_)).then_some(()))
        .is_some();
    let number = said.cardinal(at, Joining::House).is_some() && !ordinal && !(tens && nth);
    let leads = [
        Mark::DeliverTo,
        Mark::AddressIs,
        Mark::And,
        Mark::Number,
        Mark::Not,
    ];
    let ends_lead = said.before(at + 1, &leads).is_some();
    let courtesy = said.any(at, &[Mark::Courtesy, Mark::Filler]).is_some() && said.word(at) != "fine";
    said.is_free(at) && !number && !ends_lead && !courtesy
}

/// The number that ends right before a name.
fn number_before(said: &Said<'_>, end: usize) -> Option<(usize, String)> {
    let least = end.saturating_sub(MOST_NUMBER);
    (least..end).find_map(|at| {
        let begins = at == 0 || !said.runs_on(at) || said.cardinal(at - 1, Joining::House).is_none();
        let (stops, number) = building::numbered(said, at).filter(|_| begins)?;
        (stops == end).then_some((at, number))
    })
}

/// A street whose kind stands at a place, before its name.
fn portuguese(said: &Said<'_>, at: usize, within: bool) -> Option<Street> {
    let strong = said.any(at, &[Mark::Street, Mark::StreetFirst]).is_some();
    if !strong && said.mark(at, Mark::WeakStreet).is_none() {
        return None;
    }
    let led = within || said.before(at, &[Mark::DeliverTo, Mark::AddressIs]).is_some();
    let short = said.word(at).len() <= 2;
    if said.is_asked(at) || !led && (!strong || short) {
        return None;
    }
    let end = name_end(said, at + 1);
    (end > at + 1).then(|| Street {
        name: with_capitals(said, at..end),
        number: None,
        range: at..end,
    })
}

/// Where a name ends that begins at a place.
fn name_end(said: &Said<'_>, start: usize) -> usize {
    let mut at = start;
    // "R. Augusta": a point behind a short kind is no pause.
    while at < start + MOST_BEHIND && (said.runs_on(at) || at == start && said.is_free(at)) {
        let months = said.cardinal(at, Joining::Amount).and_then(|number| {
            let month = said.mark(at + number.length, Mark::Month)?;
            Some(number.length + month)
        });
        if let Some(length) = months {
            return at + length;
        }
        let number = said.cardinal(at, Joining::House);
        if let Some(number) = number {
            return if at == start { at + number.length } else { at };
        }
        if at > start && ends_name(said, at) {
            return at;
        }
        at += 1;
    }
    at
}

fn ends_name(said: &Said<'_>, at: usize) -> bool {
    let stops = [
        Mark::Number,
        Mark::NoNumber,
        Mark::Near,
        Mark::Postal,
        Mark::Tell,
        Mark::PhoneIs,
        Mark::NameIs,
        Mark::Have,
    ];
    said.any(at, &stops).is_some()
        || building::unit(said, at).is_some()
        || said.mark(at, Mark::And).is_some() && !joins_names(said, at)
        || matches!(
            said.word(at),
            "por" | "pra" | "para" | "com" | "no" | "na" | "em" | "pago" | "vou" | "quero"
        )
}

/// "Rua Conde e Silva": one more word behind "e", and nothing after it.
fn joins_names(said: &Said<'_>, at: usize) -> bool {
    let number = said.cardinal(at + 1, Joining::House).is_some();
    said.word(at) == "e" && said.runs_on(at + 1) && !said.is_marked(at + 1) && !number && said.ends_at(at + 2)
}

/// The name of a street without its kind, that begins at a place, and where it ends; for when one was asked for.
pub(super) fn bare(said: &Said<'_>, start: usize) -> Option<(String, usize)> {
    let end = (start..said.len())
        .take(MOST_BEHIND)
        .find(|at| !said.is_free(*at) || *at > start && (!said.runs_on(*at) || ends_name(said, *at)))
        .unwrap_or(said.len().min(start + MOST_BEHIND));
    let named = (start..end).any(|at| said.cardinal(at, Joining::House).is_none());
    (end > start && named).then(|| (with_capitals(said, start..end), end))
}
