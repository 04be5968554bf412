//! "I'm allergic to peanuts", "sou celíaca", "remember that": what somebody must not eat.
//!
//! "No peanuts" is an order, and none of this.

use std::ops::Range;

use super::marks::{Mark, Sign};
use super::said::Said;
use crate::interpreter::Details;
use crate::order::menu::Allergen;

/// Takes out allergies and whether they are to be remembered. Words that `orders` says belong to an order stay.
pub(super) fn take(said: &mut Said<'_>, details: &mut Details, orders: &dyn Fn(usize, usize) -> bool) {
    if !said.shows(Sign::Allergy) {
        return;
    }
    unlearn(said, details);
    let mut at = 0;
    while at < said.len() {
        let Some((range, found)) = allergy(said, at) else {
            at += 1;
            continue;
        };
        at = range.end.max(at + 1);
        let range = said.widened(range, &[Mark::Somebody], &[]);
        if is_denied(said, range.start) {
            continue;
        }
        for allergen in found {
            add(details, allergen);
        }
        if !orders(range.start, range.end) {
            said.take(range);
        }
    }
    if details.allergies.is_empty() {
        of_what_was_named(said, details);
    }
    remember(said, details);
}

fn unlearn(said: &mut Said<'_>, details: &mut Details) {
    for range in said.all(Mark::Unlearn) {
        said.take(range);
        details.remember = Some(false);
    }
}

/// An allergy with its name that begins at a place.
fn allergy(said: &Said<'_>, at: usize) -> Option<(Range<usize>, Vec<Allergen>)> {
    if let Some((allergens, length)) = said.longest(at, |mark| {
        let Mark::Ill(allergens) = mark else { return None };
        Some(allergens)
    }) {
        return Some((at..at + length, allergens.to_vec()));
    }
    if let Some(length) = said.mark(at, Mark::AllergicTo) {
        let (end, found) = list(said, at + length);
        return (!found.is_empty()).then_some((at..end, found));
    }
    // "A peanut allergy", "lactose intolerant".
    let (end, found) = list(said, at);
    let noun = said.mark(end, Mark::AllergyNoun).filter(|_| !found.is_empty())?;
    Some((at..end + noun, found))
}

/// Allergens one after the other, and where they end.
fn list(said: &Said<'_>, start: usize) -> (usize, Vec<Allergen>) {
    let mut found: Vec<Allergen> = Vec::new();
    let mut end = start;
    loop {
        let mut at = end;
        while let Some(length) = said.mark(at, Mark::OrTo) {
            at += length;
        }
        let Some((allergens, length)) = named(said, at) else {
            return (end, found);
        };
        found.extend(allergens);
        end = at + length;
    }
}

fn named(said: &Said<'_>, at: usize) -> Option<(&'static [Allergen], usize)> {
    said.longest(at, |mark| {
        let Mark::Allergens(allergens) = mark else {
            return None;
        };
        Some(allergens)
    })
}

/// "I'm not allergic to anything", "não tenho alergia".
fn is_denied(said: &Said<'_>, at: usize) -> bool {
    let before = |back: usize| {
        let place = at.checked_sub(back)?;
        said.runs_on(place + 1).then(|| said.word(place))
    };
    let denies = |word: &str| matches!(word, "not" | "nao" | "isnt" | "arent" | "dont" | "never");
    before(1).is_some_and(|word| denies(word) || matches!(word, "no" | "nem" | "sem"))
        || before(2).is_some_and(denies)
}

/// "Peanuts in the flan? I'm allergic.": to what was named beside it.
fn of_what_was_named(said: &mut Said<'_>, details: &mut Details) {
    let Some(range) = said.all(Mark::Allergic).into_iter().next() else {
        return;
    };
    let range = said.widened(range, &[Mark::Somebody], &[]);
    if is_denied(said, range.start) {
        return;
    }
    let mut at = 0;
    while at < said.len() {
        let Some((allergens, length)) = named(said, at) else {
            at += 1;
            continue;
        };
        allergens.iter().for_each(|allergen| add(details, *allergen));
        if said.before(at, &[Mark::CantHave]).is_some() {
            let range = said.widened(at..at + length, &[Mark::CantHave], &[]);
            said.take(range);
        }
        at += length;
    }
    if !details.allergies.is_empty() {
        said.take(range);
    }
}

fn remember(said: &mut Said<'_>, details: &mut Details) {
    for range in said.all(Mark::Remember) {
        let alone = said.only(&[Mark::Remember, Mark::Courtesy, Mark::And]);
        if (alone || !details.allergies.is_empty()) && said.ends_at(range.end) {
            said.take(range);
            details.remember = Some(true);
        }
    }
}

fn add(details: &mut Details, allergen: Allergen) {
    if !details.allergies.contains(&allergen) {
        details.allergies.push(allergen);
    }
}
