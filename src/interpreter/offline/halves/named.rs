//! Extras that go on a half called by its dish: "extra cheese on the tuna half", "com bacon na metade de atum".
//!
//! The dish has been named already, so that naming it again orders none; its words are taken out, and what stands before
//! them (or behind, if nothing does) goes on that half alone.

use std::ops::Range;

use super::super::Offline;
use super::super::atoms::{Atom, Name};
use super::super::lexicon::Role;
use super::super::phrasing::name_at;
use super::super::text::Token;
use crate::order::{Draft, Half, OptionId};

/// Puts extras on halves that are called by their dishes, and takes the words of those calls out.
pub(in crate::interpreter::offline) fn settle(
    offline: &Offline,
    draft: &Draft,
    words: &[Token],
    atoms: &mut Vec<Atom>,
) {
    let mut at = 0;
    while at < atoms.len() {
        let Some((call, half)) = call_at(offline, draft, words, atoms, at) else {
            at += 1;
            continue;
        };
        let before = extras(offline, atoms, (0..call.start).rev());
        let extras = if before.is_empty() {
            extras(offline, atoms, call.end..atoms.len())
        } else {
            before
        };
        if extras.is_empty() {
            at += 1;
            continue;
        }
        for extra in extras {
            if let Some(name) = atoms.get_mut(extra).and_then(|atom| atom.name.as_mut()) {
                name.half = Some(half);
            }
        }
        at = call.start;
        atoms.drain(call);
    }
}

/// The words that call a half by the dish at a place, and which half that is.
fn call_at(
    offline: &Offline,
    draft: &Draft,
    words: &[Token],
    atoms: &[Atom],
    at: usize,
) -> Option<(Range<usize>, Half)> {
    let dish = offline.dish_of(name_at(atoms, at)?)?;
    let is_half = |at: usize| atoms.get(at).is_some_and(|atom| atom.is(Role::Half));
    let marks = |at: &usize| {
        let mark = |atom: &Atom| atom.is_any(&[Role::On, Role::The, Role::Of, Role::With, Role::Only]);
        atoms
            .get(*at)
            .is_some_and(|atom| atom.name.is_none() && mark(atom))
    };
    let led = |from: usize| (0..from).rev().take_while(marks).last().unwrap_or(from);
    let call = if is_half(at + 1) {
        // "On the tuna half".
        let start = led(at);
        (start < at).then_some(start..at + 2)?
    } else {
        // "On the half with tuna", "na metade de atum".
        let mark = led(at).checked_sub(1).filter(|mark| is_half(*mark))?;
        let start = led(mark);
        let on_it = start < mark || begins_with_on(offline, words, atoms, mark);
        on_it.then_some(start..at + 1)?
    };
    let half = half_of(offline, draft, atoms.get(..call.start)?, dish)?;
    Some((call, half))
}

/// Whether a mark of a half holds the "on" in itself ("na metade").
fn begins_with_on(offline: &Offline, words: &[Token], atoms: &[Atom], mark: usize) -> bool {
    let first = atoms.get(mark).and_then(|atom| words.get(atom.from));
    first
        .and_then(|token| offline.phrases.roles(&token.text))
        .is_some_and(|roles| roles.contains(&Role::On))
}

/// Which half a dish is on: the second of two that were named before, or as it is on the draft.
fn half_of(offline: &Offline, draft: &Draft, before: &[Atom], dish: &OptionId) -> Option<Half> {
    let mut dishes: Vec<&OptionId> = Vec::new();
    for name in before.iter().filter_map(|atom| atom.name.as_ref()) {
        if let Some(named) = offline.dish_of(name).filter(|named| !dishes.contains(named)) {
            dishes.push(named);
        }
    }
    match dishes.as_slice() {
        [] => {
            let chosen = draft.lines.iter().rev().flat_map(|line| &line.options);
            let mut of_dish = chosen.filter(|chosen| chosen.option == *dish);
            of_dish.find_map(|chosen| chosen.half)
        }
        [first, _] if *first == dish => Some(Half::First),
        [_, second] if *second == dish => Some(Half::Second),
        _ => None,
    }
}

/// The extras that stand next to a call, up to a pause or to what begins something else.
fn extras(offline: &Offline, atoms: &[Atom], places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for at in places {
        let Some(atom) = atoms.get(at) else { break };
        let extra = |name: &Name| name.is_option() && offline.dish_of(name).is_none();
        match &atom.name {
            Some(name) if extra(name) => found.push(at),
            Some(_) => break,
            None if atom.is(Role::Half) => break,
            None => {}
        }
        if atom.pause && !found.is_empty() {
            break;
        }
    }
    found
}
