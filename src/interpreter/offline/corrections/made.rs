//! Corrections that say what something becomes, or what it is instead: "make it a cheeseburger", "make that a dark roast",
//! "steak bowl, no, a carnitas bowl". What else was said of it stays where the new thing takes it.

use super::super::Offline;
use super::super::atoms::{Atom, Name};
use super::super::lexicon::Role;
use super::{REACH, same_category};

/// "A hamburger with tomato, no, make it a cheeseburger": another thing of the kind, with what was said to go on the one
/// before; answers where to go on.
pub(super) fn replace_item_alone(
    offline: &Offline,
    atoms: &mut Vec<Atom>,
    cue: usize,
    number: usize,
) -> Option<usize> {
    let article = |atom: &Atom| {
        atom.roles.contains(&Role::Article) || atom.number.is_some_and(|number| number.value == 1)
    };
    if !is_made(atoms, cue, number) || !atoms.get(number).is_some_and(article) {
        return None;
    }
    let name = atoms
        .get(number + 1)?
        .name
        .as_ref()
        .filter(|name| name.is_item())?;
    let ends = |next: &Atom| next.pause || next.number.is_some() || next.is_any(&[Role::And, Role::Want]);
    if !atoms.get(number + 2).is_none_or(ends) {
        return None;
    }
    let item = name.items().next()?;
    let last = (0..cue).rev().take(REACH).find(|at| {
        let other = atoms.get(*at).and_then(|atom| atom.name.as_ref());
        other.is_some_and(|other| other.is_item() && same_category(offline, name, other))
    })?;
    let taken = |atom: &Atom| match &atom.name {
        Some(name) => {
            name.options()
                .any(|(option, _)| offline.takes_option(item, option))
                || name
                    .values()
                    .any(|(attribute, _)| offline.takes_attribute(item, attribute))
        }
        None => atom.number.is_none() && !atom.is(Role::Want),
    };
    let described = atoms
        .get(..last)?
        .iter()
        .rev()
        .take_while(|atom| atom.name.is_some())
        .count();
    let rest = atoms.get(last + 1..cue)?.iter();
    let ended = rest
        .take_while(|atom| !(atom.number.is_some() || atom.is(Role::Want)))
        .count();
    let said = atoms.get(last - described..last + 1 + ended)?;
    if !said
        .iter()
        .enumerate()
        .all(|(at, atom)| at == described || taken(atom))
    {
        return None;
    }
    let name = atoms.get(number + 1)?.name.clone();
    atoms.get_mut(last)?.name = name;
    atoms.drain(cue..number + 2);
    Some(cue)
}

/// "A light roast coffee, make that a dark roast": where the one option of a group was named that another one replaces.
pub(super) fn option_made(offline: &Offline, atoms: &[Atom], cue: usize, article: usize) -> Option<usize> {
    let group = |atom: &Atom| {
        let name = atom
            .name
            .as_ref()
            .filter(|name| !name.is_item() && !name.is_value())?;
        offline.index.group_of(name.options().next()?.0)
    };
    let one = atoms.get(article)?.roles.contains(&Role::Article) && is_made(atoms, cue, article);
    let made = atoms.get(article + 1).filter(|_| one).and_then(group)?;
    let begin = cue.saturating_sub(REACH);
    let mut before = (begin..cue).filter(|at| atoms.get(*at).and_then(group) == Some(made));
    let other = before.next()?;
    let alone = atoms
        .get(article + 2)
        .is_none_or(|next| next.pause || next.name.is_none());
    (alone && before.next().is_none()).then_some(other)
}

/// "The tacos, make it three", "steak bowl, no, a carnitas bowl": a number behind a cue, where none was said before.
pub(super) fn replace_uncounted(
    offline: &Offline,
    atoms: &mut Vec<Atom>,
    at: usize,
    to: usize,
    next: usize,
) -> usize {
    let item = |at: usize| atoms.get(at)?.name.as_ref().filter(|name| name.is_only_item());
    let begins = |atom: &Atom| atom.pause || atom.is_any(&[Role::Want, Role::And, Role::Add]);
    let phrase = |item: usize| {
        let before = atoms.get(..=item).unwrap_or_default();
        let begun = before.iter().rposition(begins);
        begun.map_or(0, |begun| {
            begun + usize::from(atoms.get(begun).is_some_and(|atom| atom.name.is_none()))
        })
    };
    let last = (0..at).rev().take(REACH).find(|at| item(*at).is_some());
    let Some(last) = last else {
        atoms.drain(at..to);
        return at;
    };
    let from = phrase(last);
    if is_made(atoms, at, next) && atoms.get(next + 1).is_none_or(|after| after.name.is_none()) {
        let number = atoms.remove(next);
        atoms.drain(at..next);
        atoms.insert(from, number);
        return at + 1;
    }
    let mut anew = (next + 1..atoms.len()).map_while(|at| atoms.get(at)?.name.as_ref());
    let other = anew.find(|name| name.is_only_item());
    let same = other
        .zip(item(last))
        .is_some_and(|(one, other)| same_category(offline, one, other));
    let from = if same { from } else { at };
    atoms.drain(from..to);
    from
}

/// "A coke, make it a lemonade": whether a thing of the kind was ordered in the same breath, which this is instead.
pub(super) fn made_another(offline: &Offline, atoms: &[Atom], at: usize) -> bool {
    let Some((number, name)) = made_of_it(atoms, at) else {
        return false;
    };
    let Some(named) = atoms.get(name).and_then(|atom| atom.name.as_ref()) else {
        return false;
    };
    let things = || {
        let before = atoms.iter().take(at).rev().take(REACH);
        before.filter_map(|atom| atom.name.as_ref().filter(|name| name.is_item() && !name.negated))
    };
    let alike = |other: &Name| same_category(offline, other, named);
    let one = atoms.get(number).and_then(|atom| atom.number);
    let same = |other: &Name| other.senses == named.senses;
    let one = one.is_some_and(|one| one.value == 1);
    things()
        .next()
        .is_some_and(|last| alike(last) && !(one && same(last)))
        || one && name == number + 1 && things().any(|other| alike(other) && !same(other))
}

/// "A pizza and a coke, make it two cokes": where the thing was ordered whose number is said anew, and the number.
pub(super) fn counted_anew(atoms: &[Atom], at: usize) -> Option<(usize, usize)> {
    let (number, name) = made_of_it(atoms, at).filter(|(number, name)| *name == number + 1)?;
    let counted = atoms
        .get(number)?
        .number
        .filter(|number| !number.article && number.value > 1);
    let named = atoms.get(name)?.name.as_ref().filter(|_| counted.is_some())?;
    let same = |before: &usize| {
        let other = atoms.get(*before).and_then(|atom| atom.name.as_ref());
        other.is_some_and(|other| !other.negated && other.senses == named.senses)
    };
    let thing = (0..at).rev().take(REACH).find(same)?;
    Some((thing, number))
}

/// Counts a thing by a number that is said behind it, between a cue and the thing's name.
pub(super) fn count_anew(atoms: &mut Vec<Atom>, cue: usize, thing: usize, number: usize) {
    let described = |atom: &&Atom| {
        let name = atom.name.as_ref();
        name.is_some_and(|name| name.is_value() && !name.is_item())
    };
    let before = atoms.get(..thing).unwrap_or_default();
    let first = thing - before.iter().rev().take_while(described).count();
    let Some(number) = atoms.get(number).cloned() else {
        return;
    };
    atoms.drain(cue..cue + 4);
    let counted = first
        .checked_sub(1)
        .and_then(|before| atoms.get_mut(before))
        .filter(|atom| atom.number.is_some());
    match counted {
        Some(counted) => counted.number = number.number,
        None => atoms.insert(
            first,
            Atom {
                pause: false,
                ..number
            },
        ),
    }
}

/// "Make it two cokes", "make that a lemonade": the number and the thing, with which the words or their clause end.
fn made_of_it(atoms: &[Atom], at: usize) -> Option<(usize, usize)> {
    let [made, it, number] = atoms.get(at..at + 3)? else {
        return None;
    };
    if !(made.is(Role::Change) && it.is_any(&[Role::It, Role::That]) && number.number.is_some()) {
        return None;
    }
    let size = |atom: &&Atom| {
        let name = atom.name.as_ref();
        name.is_some_and(|name| name.is_value() && !name.is_item())
    };
    let name = at + 3 + atoms.iter().skip(at + 3).take_while(size).count();
    let ends = |next: &Atom| next.pause || next.number.is_some() || next.is_any(&[Role::And, Role::Want]);
    let item = atoms.get(name)?.name.as_ref().is_some_and(Name::is_item);
    (item && atoms.get(name + 1).is_none_or(ends)).then_some((at + 2, name))
}

/// Whether a cue says what something becomes: "make it three", "make that a cheeseburger".
pub(super) fn is_made(atoms: &[Atom], cue: usize, to: usize) -> bool {
    atoms
        .get(cue..to)
        .is_some_and(|cue| cue.iter().any(|atom| atom.is(Role::Change)))
}
