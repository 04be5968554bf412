//! Binds what says how much of an option there is to its name: portions by number ("two slices of cheese") and more or less
//! than usual ("extra cheese").

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::phrasing::{name_at, name_at_mut};
use crate::order::Amount;

/// Binds numbers of portions, then amounts.
pub(super) fn bind(offline: &Offline, atoms: &mut Vec<Atom>) {
    bind_counts(offline, atoms);
    bind_portions(atoms);
    bind_amounts(offline, atoms);
}

/// Whether an option comes in portions.
pub(super) fn takes_amounts(offline: &Offline, name: &Name) -> bool {
    name.options()
        .any(|(option, _)| offline.group_of(option).is_some_and(|group| group.amounts))
}

/// "With two eggs": so many portions of what goes on a dish and is nothing by itself.
fn bind_counts(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at + 2 < atoms.len() {
        let with = atoms.get(at).is_some_and(|atom| atom.is(Role::With));
        let number = atoms
            .get(at + 1)
            .and_then(|atom| atom.number)
            .filter(|number| with && number.value > 1);
        let taken = |name: &Name| {
            let on = atoms.iter().take(at).rev().filter_map(|atom| atom.name.as_ref());
            let item = on
                .filter(|name| !name.is_ambiguous())
                .find_map(|name| name.items().next());
            let takes = |(option, _)| item.is_some_and(|item| offline.takes_option(item, option));
            takes_amounts(offline, name) && !name.is_item() && !name.is_value() && name.options().any(takes)
        };
        if let Some(number) = number
            && name_at(atoms, at + 2).is_some_and(taken)
        {
            if let Some(name) = name_at_mut(atoms, at + 2) {
                name.count = Some(number.value);
            }
            atoms.remove(at + 1);
        }
        at += 1;
    }
}

/// "Two slices of cheese", "one pump of syrup", "two extra shots".
fn bind_portions(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        let number = atoms.get(at).and_then(|atom| atom.number);
        let portion = usize::from(number.is_some());
        let counted_name = number.is_some()
            && name_at(atoms, at + 1)
                .is_some_and(|name| name.options().any(|(_, count)| count.is_some()) && !name.is_item());
        if counted_name {
            let said = number.map_or(1, |number| number.value);
            if let Some(name) = name_at_mut(atoms, at + 1) {
                let held = name.options().find_map(|(_, count)| count).unwrap_or(1);
                name.count = Some(held.saturating_mul(said));
            }
            atoms.remove(at);
        } else if atoms.get(at + portion).is_some_and(|atom| atom.is(Role::Portion)) {
            let of = usize::from(atoms.get(at + portion + 1).is_some_and(|atom| atom.is(Role::Of)));
            let place = at + portion + 1 + of;
            let is_option = name_at(atoms, place).is_some_and(|name| name.is_option() && !name.is_item());
            if is_option {
                if let Some(name) = name_at_mut(atoms, place) {
                    name.count = number.map(|number| number.value).filter(|count| *count > 1);
                }
                atoms.drain(at..place);
            } else {
                atoms.remove(at + portion);
            }
        }
        at += 1;
    }
}

/// "Extra cheese", "light on the mayo", "cheese, extra".
fn bind_amounts(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        let Some(atom) = atoms
            .get(at)
            .filter(|atom| atom.name.is_none() && atom.number.is_none())
        else {
            at += 1;
            continue;
        };
        let Some(amount) = atom.amount() else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        // "Tudo menos cebola" leaves the onion out.
        let after_name = before
            .is_some_and(|before| before.name.is_some() || before.is(Role::Everything) && atom.is(Role::But));
        // "Menos cebola e mais azeitona": more of one as there is less of the other.
        let less = before
            .and_then(|before| before.name.as_ref())
            .is_some_and(|name| name.amount == Some(Amount::Light));
        if after_name && (atom.is(Role::And) && !less || atom.is(Role::But)) {
            at += 1;
            continue;
        }
        let pause = atom.pause;
        let mut next = at + 1;
        while atoms.get(next).is_some_and(|atom| {
            atom.is_any(&[Role::Of, Role::The, Role::On]) || atom.number.is_some_and(|number| number.article)
        }) {
            next += 1;
        }
        // A dish comes in no portions: "two more margheritas", "extra cheese on the margherita".
        let in_portions = |name: &Name| {
            name.is_option() && (offline.dish_of(name).is_none() || takes_amounts(offline, name))
        };
        let backward = at.checked_sub(1).filter(|before| {
            !pause && name_at(atoms, *before).is_some_and(|name| in_portions(name) && name.amount.is_none())
        });
        // "Cheese extra on the …": what follows is where it goes.
        let goes_on = next > at + 1 && backward.is_some();
        let forward = !goes_on
            && name_at(atoms, next).is_some_and(in_portions)
            && !atoms.get(next).is_some_and(|atom| atom.pause);
        let target = if forward { Some(next) } else { backward };
        if let Some(name) = target.and_then(|target| name_at_mut(atoms, target)) {
            name.amount = Some(amount);
        }
        if target.is_some() || !atom_means_more(atoms, at) {
            let kept_from = if forward { next } else { at + 1 };
            atoms.drain(at..kept_from);
        } else {
            at += 1;
        }
    }
}

/// A mark with other work to do when it binds to nothing ("mais", which also joins).
fn atom_means_more(atoms: &[Atom], at: usize) -> bool {
    atoms.get(at).is_some_and(|atom| {
        atom.roles
            .iter()
            .any(|role| !matches!(role, Role::Amount(_) | Role::Adjective | Role::Chat))
    })
}
