//! What is said not to be wanted behind what was named: "cebola não", "sausage, no, not sausage, salami", "a coke and a
//! flan, actually no flan".

use std::ops::Range;

use super::super::atoms::{Atom, Name};
use super::super::lexicon::Role;

/// "A coke and a flan, actually no flan", "um x-burger e uma coca, tira a coca": a thing that was just ordered, and is
/// then said not to be wanted, was not ordered.
pub(super) fn take_back(atoms: &mut Vec<Atom>) {
    let mut at = 1;
    while at < atoms.len() {
        match taken_back(atoms, at) {
            Some((ordered, denied)) => {
                atoms.drain(denied);
                at = ordered.start.max(1);
                atoms.drain(ordered);
            }
            None => at += 1,
        }
    }
}

/// Where the thing named at a place was ordered, and where it is said not to be wanted.
fn taken_back(atoms: &[Atom], at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let named = |name: &&Name| name.is_item() && !name.is_ambiguous();
    let name = atoms.get(at)?.name.as_ref().filter(named)?;
    let skipped =
        |atom: &&Atom| atom.is_any(&[Role::The, Role::That]) || atom.number.is_some_and(|n| n.article);
    let begin = at - atoms.get(..at)?.iter().rev().take_while(skipped).count();
    let no = begin.checked_sub(1).filter(|before| {
        let mark = atoms.get(*before);
        mark.is_some_and(|mark| mark.is_any(&[Role::Negation, Role::No, Role::Remove]))
    });
    let denied = match no {
        Some(no) => no..at + 1,
        None if name.negated => begin..at + 1,
        None => return None,
    };
    let ordered = (0..denied.start).rev().find(|before| {
        let other = atoms.get(*before).and_then(|atom| atom.name.as_ref());
        other.is_some_and(|other| {
            !other.negated && other.items().any(|item| name.items().any(|same| same == item))
        })
    })?;
    let described = |atom: &&Atom| {
        atom.name
            .as_ref()
            .is_some_and(|name| name.is_value() && !name.is_item())
            || atom.is_any(&[Role::Of, Role::Measure, Role::The])
    };
    let begin = ordered - atoms.get(..ordered)?.iter().rev().take_while(described).count();
    // Only a thing that was counted was ordered: what goes on another has no number.
    let number = begin
        .checked_sub(1)
        .filter(|before| atoms.get(*before).is_some_and(|atom| atom.number.is_some()))?;
    let parted = |atom: &&Atom| {
        !(atom.pause || atom.number.is_some() || atom.is_any(&[Role::And, Role::Want, Role::Correction]))
    };
    let end = ordered
        + 1
        + atoms
            .get(ordered + 1..denied.start)?
            .iter()
            .take_while(parted)
            .count();
    Some((number..end, denied))
}

/// "Cebola não": a no right behind a bare name, with which the words or their clause end.
pub(super) fn follows_what_it_negates(atoms: &[Atom], at: usize) -> bool {
    let no = |atom: &Atom| atom.is(Role::No) && atom.is(Role::Correction) && !atom.pause;
    let option = |atom: &Atom| atom.name.as_ref().is_some_and(|name| !name.is_value());
    atoms.get(at).is_some_and(no)
        && atoms.get(at + 1).is_none_or(|next| next.pause)
        && at
            .checked_sub(1)
            .and_then(|before| atoms.get(before))
            .is_some_and(option)
        && at
            .checked_sub(2)
            .and_then(|before| atoms.get(before))
            .is_none_or(|before| {
                before.pause
                    || atoms.get(at - 1).is_some_and(|name| name.pause)
                    || before.is_any(&[Role::And, Role::But, Role::Correction])
            })
}

/// "Sausage, no, not sausage, salami", "sausage and, no, not sausage, sorry, salami": where a no that takes back what was
/// just named begins and ends, before what it is instead.
pub(super) fn denied_again(atoms: &[Atom], at: usize) -> Option<(usize, usize)> {
    let named = |name: &&Name| name.is_option() || name.is_item();
    let option = |at: usize| atoms.get(at)?.name.as_ref().filter(named);
    let no = atoms
        .get(at)?
        .is_any(&[Role::No, Role::Correction, Role::Negation]);
    let not = usize::from(atoms.get(at + 1)?.is_any(&[Role::Negation, Role::No]));
    let bare_no = atoms.get(at)?.is(Role::No) && option(at + 1).is_some_and(Name::is_item);
    if !no || not == 0 && !bare_no {
        return None;
    }
    let from = at - usize::from(atoms.get(at.checked_sub(1)?)?.is(Role::And));
    let (said, denied) = (option(from.checked_sub(1)?)?, option(at + 1 + not)?);
    let behind = at + 2 + not;
    let to = behind + usize::from(atoms.get(behind)?.is(Role::Correction));
    let instead = option(to)?;
    let same = said.senses == denied.senses && instead.senses != denied.senses;
    (same && (not == 1 || instead.is_item())).then_some((from, to))
}

/// "Don't make it iced": whether what is not made so is told by more words than "not iced".
pub(super) fn is_not_made(atoms: &[Atom], at: usize) -> bool {
    let Some([not, made, it, ..]) = atoms.get(at..) else {
        return false;
    };
    if !made.is(Role::Change) || !not.is(Role::Negation) || !it.is_any(&[Role::It, Role::That]) {
        return false;
    }
    let mark = |atom: &&Atom| atom.is(Role::With) || atom.number.is_some_and(|number| number.article);
    let mut behind = atoms.iter().skip(at + 3).skip_while(mark);
    let name = behind.next().and_then(|atom| atom.name.as_ref());
    name.is_some_and(|name| !name.is_item())
}

/// "Não quero cebola não, só a calabresa": a no that only says again that what was named is not wanted.
pub(super) fn is_said_twice(atoms: &[Atom], at: usize) -> bool {
    let no = |atom: &Atom| atom.is_any(&[Role::No, Role::Correction]) && !atom.is(Role::Meant) && !atom.pause;
    let option = |at: usize| {
        atoms
            .get(at)
            .is_some_and(|atom| atom.name.as_ref().is_some_and(Name::is_option))
    };
    // "Não quero", not "sem" nor "não".
    let verb = |atom: &Atom| atom.is(Role::Negation) && atom.to > atom.from + 1;
    let goes_on = |next: &Atom| next.is_any(&[Role::The, Role::Only, Role::Want, Role::With, Role::On]);
    let two = at.checked_sub(2);
    atoms.get(at).is_some_and(no)
        && two.is_some_and(|two| option(two + 1) && atoms.get(two).is_some_and(verb))
        && atoms.get(at + 1).is_some_and(goes_on)
}
