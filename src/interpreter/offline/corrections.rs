//! Self-corrections among the atoms: "a large, no, medium pizza". What leaves something out ("actually, no onions",
//! "cebola não") is none, and stays a negation.

mod denied;
mod made;

use self::denied::{denied_again, follows_what_it_negates, is_not_made, is_said_twice, take_back};
use self::made::{
    count_anew, counted_anew, is_made, made_another, option_made, replace_item_alone, replace_uncounted,
};
use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use crate::order::Language;

/// How far back a correction reaches, in atoms.
const REACH: usize = 10;

/// Applies self-corrections ("a large, no, medium pizza", "two, I mean three cokes"), left to right.
pub(super) fn apply_corrections(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        if follows_what_it_negates(atoms, at) {
            if let Some(name) = at
                .checked_sub(1)
                .and_then(|before| atoms.get_mut(before))
                .and_then(|before| before.name.as_mut())
            {
                name.negated = true;
            }
            atoms.remove(at);
        } else if is_filler(atoms, at) || is_said_twice(atoms, at) {
            atoms.remove(at);
        } else if let Some((from, to)) = denied_anew(offline, atoms, at) {
            atoms.drain(from..at);
            at = replace(offline, atoms, from, to + from - at);
        } else if is_not_made(atoms, at) {
            atoms.drain(at + 1..at + 3);
        } else if let Some((thing, number)) = counted_anew(atoms, at) {
            count_anew(atoms, at, thing, number);
        } else if is_cue(offline, atoms, at) {
            at -= drop_joint(atoms, at);
            let to = cue_end(offline, atoms, at);
            let fragment = fragment_before(atoms, at, to);
            at -= fragment;
            atoms.drain(at..at + fragment);
            at = replace(offline, atoms, at, to - fragment);
        } else {
            at += 1;
        }
    }
    take_back(atoms);
}

/// Where a no that takes back what was just named begins and ends: "coca, não, não coca, guaraná", though the first no
/// could put right by itself.
fn denied_anew(offline: &Offline, atoms: &[Atom], at: usize) -> Option<(usize, usize)> {
    let denied = denied_again(atoms, at)?;
    let twice = atoms.get(at + 1).is_some_and(|not| not.is(Role::No));
    (twice || !is_cue(offline, atoms, at)).then_some(denied)
}

/// "Sausage or no, with ham": what joins nothing before a cue goes; how many atoms that is.
fn drop_joint(atoms: &mut Vec<Atom>, at: usize) -> usize {
    let or = at.checked_sub(1).filter(|or| {
        let no = atoms.get(at).is_some_and(|atom| atom.is(Role::No));
        no && atoms.get(*or).is_some_and(|atom| atom.is(Role::Or))
    });
    or.map_or(0, |or| {
        atoms.remove(or);
        1
    })
}

/// "Spinach and, I mean, feta": behind an "and" there is nothing yet that could be put right.
fn is_filler(atoms: &[Atom], at: usize) -> bool {
    let meant = atoms.get(at).is_some_and(|atom| atom.is(Role::Meant));
    let and = at.checked_sub(1).and_then(|before| atoms.get(before));
    let named = atoms.get(at + 1).is_some_and(|next| next.name.is_some());
    meant && named && and.is_some_and(|and| and.is(Role::And))
}

/// How many atoms before a cue are a sentence that was broken off before it named a thing: "I want a medium, sorry, I want
/// a medium latte".
fn fragment_before(atoms: &[Atom], at: usize, to: usize) -> usize {
    let anew = atoms.get(at..to).unwrap_or_default();
    if !anew.iter().any(|atom| atom.is(Role::Want)) {
        return 0;
    }
    let said = atoms.get(..at).unwrap_or_default();
    let begun = said.iter().rposition(|atom| atom.is(Role::Want));
    let fragment = begun.and_then(|begun| said.get(begun + 1..)).unwrap_or_default();
    let bare = |atom: &Atom| match &atom.name {
        Some(name) => name.is_value() && !name.is_item(),
        None => atom.number.is_some() || atom.is_any(&[Role::The, Role::With, Role::Of]),
    };
    if fragment.iter().all(bare) {
        fragment.len()
    } else {
        0
    }
}

/// Whether the atom at `at` says that what follows replaces what went before.
fn is_cue(offline: &Offline, atoms: &[Atom], at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return false };
    let next = atoms.get(at + 1);
    if atom.is(Role::Correction) {
        // "Esquece a coca" takes something off.
        let takes_off = atom.is(Role::Remove) && next.is_none_or(|next| !next.pause);
        return !takes_off && !denies(atoms, at);
    }
    if atom.is(Role::No) {
        // "A sprite, actually no coke": behind a cue a no is a correction where a thing of that kind was said.
        let corrects = |next: &Atom| {
            at.checked_sub(1)
                .and_then(|before| atoms.get(before))
                .is_some_and(|before| before.is(Role::Correction))
                && next.name.as_ref().is_some_and(|name| {
                    name.is_only_item()
                        && kind_before(offline, atoms, at, name)
                        && !said_before(atoms, at, name)
                })
        };
        return next.is_none_or(|next| {
            next.pause
                || next.number.is_some()
                || corrects(next)
                || next.is_any(&[
                    Role::Correction,
                    Role::Only,
                    Role::Want,
                    Role::Add,
                    Role::Remove,
                    Role::Change,
                    Role::Replace,
                    Role::No,
                    Role::The,
                    Role::That,
                    Role::It,
                ])
                || next
                    .name
                    .as_ref()
                    .is_some_and(|name| name.is_value() && !name.is_item() && value_before(atoms, at, name))
                || puts_right_how(offline, atoms, at)
        });
    }
    if made_another(offline, atoms, at) {
        return true;
    }
    // "Make that two" corrects the number said before.
    let number = at + 1 + usize::from(next.is_some_and(|next| next.is_any(&[Role::It, Role::That])));
    atom.is(Role::Change)
        && atoms
            .get(number)
            .is_some_and(|atom| atom.number.is_some_and(|number| !number.article))
        && atoms.get(number + 1).is_none_or(|after| after.name.is_none())
        && atoms.iter().take(at).any(|before| before.name.is_some())
}

/// "In a medium no in a large", "with sausage or no with ham": a no before what says again how a thing is made.
fn puts_right_how(offline: &Offline, atoms: &[Atom], at: usize) -> bool {
    let Some(next) = atoms.get(at + 1) else {
        return false;
    };
    let behind = || {
        let marks = atoms.iter().skip(at + 2);
        marks.skip_while(|atom| atom.number.is_some_and(|number| number.article))
    };
    let name = || behind().next().and_then(|atom| atom.name.as_ref());
    if next.is(Role::On) {
        return name()
            .is_some_and(|name| name.is_value() && !name.is_item() && value_before(atoms, at, name));
    }
    let before = || atoms.get(..at).unwrap_or_default().iter().rev();
    let said = || {
        let mut said = before().skip_while(|atom| atom.is_any(&[Role::Or, Role::And]));
        let option = said.next().and_then(|atom| atom.name.as_ref());
        option.is_some_and(Name::is_option) && said.next().is_some_and(|atom| atom.is(Role::With))
    };
    // Portuguese says "não com" for "not with", too.
    next.is(Role::With) && offline.language == Language::EnUs && name().is_some_and(Name::is_option) && said()
}

/// "Não é calabresa, é vegetariana": a no with nothing before it to correct denies the name behind it.
fn denies(atoms: &[Atom], at: usize) -> bool {
    let Some(atom) = atoms.get(at).filter(|atom| atom.is(Role::No)) else {
        return false;
    };
    let named = |atom: &Atom| atom.name.is_some() || atom.number.is_some();
    let first = !atoms.iter().take(at).any(named);
    let name = atoms
        .get(at + 1)
        .filter(|next| !next.pause)
        .and_then(|next| next.name.as_ref())
        .is_some_and(|name| !name.is_value());
    let other = atoms.iter().skip(at + 2).any(named);
    first && name && (other || atom.to - atom.from > 1)
}

fn kind_before(offline: &Offline, atoms: &[Atom], at: usize, name: &Name) -> bool {
    atoms.iter().take(at).rev().take(REACH).any(|atom| {
        atom.name
            .as_ref()
            .is_some_and(|before| before.is_item() && same_category(offline, before, name))
    })
}

/// Whether the very thing was named before.
fn said_before(atoms: &[Atom], at: usize, name: &Name) -> bool {
    atoms.iter().take(at).rev().take(REACH).any(|atom| {
        let before = atom.name.as_ref();
        before.is_some_and(|before| before.items().any(|item| name.items().any(|same| same == item)))
    })
}

fn value_before(atoms: &[Atom], at: usize, name: &Name) -> bool {
    atoms.iter().take(at).rev().take(REACH).any(|atom| {
        atom.name.as_ref().is_some_and(|before| {
            before
                .values()
                .any(|(one, _)| name.values().any(|(other, _)| one == other))
        })
    })
}

/// One past the cue's last atom: cues follow one another ("no, wait, sorry"), and "it" belongs to "make it".
///
/// A no that leaves something out ("actually, no onions") is not one of them.
fn cue_end(offline: &Offline, atoms: &[Atom], at: usize) -> usize {
    let mut to = at + 1;
    while atoms.get(to).is_some_and(|atom| {
        atom.is_any(&[Role::Correction, Role::No, Role::It, Role::Want])
            && !atom.is(Role::Remove)
            && (!atom.is(Role::No) || is_cue(offline, atoms, to))
    }) {
        to += 1;
    }
    to
}

/// Replaces what the words after the cue `at..to` correct; answers where to go on.
fn replace(offline: &Offline, atoms: &mut Vec<Atom>, at: usize, to: usize) -> usize {
    let mut next = to;
    // "Without onion, no, sorry, without tomato".
    let left_off = (1..at)
        .rev()
        .take(REACH)
        .find(|before| atoms.get(*before).is_some_and(|atom| atom.name.is_some()));
    let left_off = left_off
        .and_then(|name| atoms.get(name - 1))
        .is_some_and(|mark| mark.is_any(&[Role::Negation, Role::No]));
    while atoms.get(next).is_some_and(|atom| {
        left_off && atom.is_any(&[Role::Negation, Role::No])
            || atom.is_any(&[
                Role::Only,
                Role::With,
                Role::The,
                Role::Change,
                Role::That,
                Role::It,
                Role::Of,
                Role::On,
            ])
    }) {
        next += 1;
    }
    if corrects_a_value(atoms, at, next) {
        atoms.remove(next);
    }
    if let Some(after) = replace_item_alone(offline, atoms, at, next) {
        return after;
    }
    if let Some(other) = option_made(offline, atoms, at, next) {
        atoms.drain(at..=next);
        atoms.remove(other);
        return at.saturating_sub(1);
    }
    let from = match atoms.get(next) {
        // "No cheese, I mean no extra cheese".
        Some(portion) if portion.name.is_none() && portion.amount().is_some() => {
            let negates = |atom: &Atom| atom.is_any(&[Role::Negation, Role::No]);
            let denied = left_off && !atoms.get(to..next).is_some_and(|marks| marks.iter().any(negates));
            let from = said_again(atoms, at, next + 1);
            from.map(|from| Reparandum::From(from - usize::from(denied && from > 0)))
        }
        Some(Atom { number: Some(_), .. }) => return replace_number(offline, atoms, at, to, next),
        Some(Atom { name: Some(name), .. }) => corrected_from(offline, atoms, at, name),
        _ => None,
    };
    match from {
        Some(Reparandum::From(from)) => {
            atoms.drain(from..to);
            from
        }
        Some(Reparandum::Only(only)) => {
            atoms.drain(at..to);
            atoms.remove(only);
            at.saturating_sub(1)
        }
        None => {
            atoms.drain(at..to);
            at
        }
    }
}

/// Where the option named at a place was named before a cue.
fn said_again(atoms: &[Atom], cue: usize, at: usize) -> Option<usize> {
    let name = atoms.get(at)?.name.as_ref().filter(|name| name.is_option())?;
    (0..cue).rev().take(REACH).find(|before| {
        let other = atoms.get(*before).and_then(|atom| atom.name.as_ref());
        other.is_some_and(|other| other.senses == name.senses)
    })
}

/// "No, a medium": an article before a value alone, where a value of that kind was said.
fn corrects_a_value(atoms: &[Atom], cue: usize, next: usize) -> bool {
    let article = atoms
        .get(next)
        .is_some_and(|atom| atom.number.is_some() && atom.roles.contains(&Role::Article));
    let value = atoms
        .get(next + 1)
        .and_then(|atom| atom.name.as_ref())
        .filter(|name| name.is_value() && !name.is_item());
    let alone = atoms
        .get(next + 2)
        .is_none_or(|after| after.pause || after.name.is_none() && !after.is_any(&[Role::Of, Role::With]));
    article && alone && value.is_some_and(|name| value_before(atoms, cue, name))
}

/// What a correction does away with.
enum Reparandum {
    /// Everything from here to the cue.
    From(usize),
    /// This atom alone.
    Only(usize),
}

fn corrected_from(offline: &Offline, atoms: &[Atom], cue: usize, name: &Name) -> Option<Reparandum> {
    let before = |wanted: &dyn Fn(&Name) -> bool| {
        (0..cue).rev().take(REACH).find(|at| {
            atoms
                .get(*at)
                .and_then(|atom| atom.name.as_ref())
                .is_some_and(wanted)
        })
    };
    let repeats = |other: &Name| other.senses.iter().any(|sense| name.senses.contains(sense));
    if name.is_value() && !name.is_item() {
        let attributes: Vec<usize> = name.values().map(|(attribute, _)| attribute).collect();
        return before(&|other| {
            other
                .values()
                .any(|(attribute, _)| attributes.contains(&attribute))
        })
        .map(Reparandum::Only);
    }
    if let Some(at) = before(&repeats) {
        // "Half decaf, no, just decaf": how much of it goes with it.
        let portion = at.checked_sub(1).and_then(|before| atoms.get(before));
        let portioned = portion.is_some_and(|atom| {
            name.is_option() && atom.name.is_none() && (atom.amount().is_some() || atom.is(Role::Half))
        });
        return Some(Reparandum::From(at - usize::from(portioned)));
    }
    let last = before(&|_| true)?;
    let other = atoms.get(last)?.name.as_ref()?;
    let same_kind = (name.is_option() && other.is_option())
        || (name.is_item() && other.is_item() && same_category(offline, name, other));
    if same_kind {
        let amount = last.checked_sub(1).filter(|at| {
            atoms
                .get(*at)
                .is_some_and(|atom| atom.name.is_none() && atom.amount().is_some())
        });
        return Some(match amount {
            Some(from) => Reparandum::From(from),
            None => Reparandum::Only(last),
        });
    }
    if let Some(dish) = offline.dish_of(name) {
        // "A tuna pizza, make that veggie": one dish for another, past what both are.
        let group = |dish| offline.option(dish).map(|option| &option.group);
        let same = |other: &Name| {
            offline
                .dish_of(other)
                .is_some_and(|other| group(other) == group(dish))
        };
        let found = before(&same)?;
        let counted = atoms.get(found..cue)?.iter().any(|atom| atom.number.is_some());
        return (!counted).then_some(Reparandum::Only(found));
    }
    (name.is_only_item()).then(|| before(&Name::is_only_item).map(Reparandum::Only))?
}

fn same_category(offline: &Offline, one: &Name, other: &Name) -> bool {
    let category = |name: &Name| {
        name.items()
            .next()
            .and_then(|item| offline.vocabulary.items.get(item))
            .map(|item| item.category.clone())
    };
    category(one) == category(other)
}

/// A number after the cue: it replaces the last number alone, or the whole phrase that the last number began.
fn replace_number(offline: &Offline, atoms: &mut Vec<Atom>, at: usize, to: usize, next: usize) -> usize {
    let Some(last) = (0..at)
        .rev()
        .take(REACH)
        .find(|at| atoms.get(*at).is_some_and(|atom| atom.number.is_some()))
    else {
        return replace_uncounted(offline, atoms, at, to, next);
    };
    let made = is_made(atoms, at, next) && atoms.get(next + 1).is_some_and(|after| after.is(Role::With));
    let bare = made
        || atoms.get(next + 1).is_none_or(|after| {
            after.name.is_none()
                && !after
                    .roles
                    .iter()
                    .any(|role| matches!(role, Role::Amount(_) | Role::Of | Role::With))
        });
    if bare {
        let number = atoms.get(next).and_then(|atom| atom.number);
        if let Some(atom) = atoms.get_mut(last) {
            atom.number = number;
        }
        atoms.drain(at..=next);
        return at;
    }
    let phrase_end = (next + 1..atoms.len())
        .find(|at| {
            atoms
                .get(*at)
                .is_some_and(|atom| atom.number.is_some() || atom.pause || atom.is(Role::Want))
        })
        .unwrap_or(atoms.len());
    let has_item = atoms
        .get(next..phrase_end)
        .unwrap_or_default()
        .iter()
        .any(|atom| atom.name.as_ref().is_some_and(Name::is_item));
    let item = atoms
        .get(last..at)
        .unwrap_or_default()
        .iter()
        .find(|atom| atom.name.as_ref().is_some_and(Name::is_only_item))
        .cloned();
    if let Some(item) = item.filter(|_| !has_item) {
        let place = (next + 1..phrase_end)
            .find(|at| {
                atoms
                    .get(*at)
                    .is_none_or(|atom| !atom.name.as_ref().is_some_and(Name::is_value))
            })
            .unwrap_or(phrase_end);
        atoms.insert(place, item);
    }
    atoms.drain(last..next);
    last + 1
}
