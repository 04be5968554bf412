//! What is not wanted: how far a "no", "without" or "everything but" reaches.

use super::Offline;
use super::atoms::Atom;
use super::lexicon::Role;
use super::phrasing::{kind_named, name_at};

/// Whether a "but" leaves out the bare name behind it ("everything but onions", "tudo menos cebola").
fn leaves_out(atoms: &[Atom], at: usize) -> bool {
    let after_name = at
        .checked_sub(1)
        .and_then(|before| atoms.get(before))
        .is_some_and(|before| match &before.name {
            // "Hold everything except the ketchup" leaves it on.
            Some(name) => !name.negated,
            None => before.is(Role::Everything),
        });
    let next = at + 1 + usize::from(atoms.get(at + 1).is_some_and(|atom| atom.is(Role::The)));
    let bare = name_at(atoms, next).is_some_and(|name| name.is_option() && name.amount.is_none());
    atoms.get(at).is_some_and(|atom| atom.is(Role::But)) && after_name && bare
}

/// Marks what is not wanted. A negation holds for the next name, for those joined to it by "or", and for
/// bare options joined by "and"; a generic item that is not wanted is no wish at all and goes.
pub(super) fn bind_negations(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        if atoms
            .get(at)
            .is_some_and(|atom| atom.is_any(&[Role::Negation, Role::No, Role::Remove]))
            || leaves_out(atoms, at)
        {
            let to = negate_from(atoms, at + 1);
            let Some(mark) = atoms.get_mut(at) else { break };
            // The mark stays as a border; what it does is done.
            mark.roles = Role::Negation.into();
            at = to.max(at + 1);
        } else {
            at += 1;
        }
    }
    atoms.retain(|atom| {
        !atom
            .name
            .as_ref()
            .is_some_and(|name| name.negated && kind_named(offline, name).is_some())
    });
}

/// Negates the names that a negation before `at` holds for; answers where its scope ends.
fn negate_from(atoms: &mut [Atom], at: usize) -> usize {
    let skips = |atom: &Atom| {
        atom.is_any(&[
            Role::The,
            Role::Of,
            Role::On,
            Role::It,
            Role::That,
            Role::Only,
            Role::With,
            Role::Add,
            Role::Topping,
            Role::All,
            Role::Want,
            Role::No,
            Role::Negation,
        ]) || atom
            .number
            .is_some_and(|number| number.article || number.value == 1)
    };
    let Some(first) = (at..atoms.len())
        .find(|at| !atoms.get(*at).is_some_and(skips))
        .filter(|at| name_at(atoms, *at).is_some())
    else {
        return at;
    };
    let mut end = first + 1;
    while let Some(next) = next_negated(atoms, end) {
        end = next + 1;
    }
    for atom in atoms.get_mut(first..end).unwrap_or_default() {
        if let Some(name) = &mut atom.name {
            name.negated = true;
        }
    }
    end
}

/// The next name that a running negation holds for.
fn next_negated(atoms: &[Atom], at: usize) -> Option<usize> {
    let bare_option = |at: usize| {
        name_at(atoms, at)
            .is_some_and(|name| name.is_option() && name.amount.is_none() && name.half.is_none())
    };
    let joint = atoms.get(at)?;
    if joint.is(Role::Or) {
        let next = at
            + 1
            + usize::from(
                atoms
                    .get(at + 1)
                    .is_some_and(|atom| atom.is(Role::The) || atom.is(Role::Of)),
            );
        return name_at(atoms, next).map(|_| next);
    }
    // "Minus the ketchup plus some bacon".
    if joint.is(Role::Determiner) {
        return None;
    }
    if joint.is(Role::And) && bare_option(at + 1) && !joint.pause {
        return Some(at + 1);
    }
    // "Hold the mayo and the tomato".
    let the = atoms.get(at + 1).is_some_and(|atom| atom.is(Role::The));
    let no_item = name_at(atoms, at + 2).is_some_and(|name| !name.is_item());
    if joint.is(Role::And) && the && no_item && bare_option(at + 2) && !joint.pause {
        return Some(at + 2);
    }
    // A list that an "or" ends: "no onions, peppers or mayo".
    let mut last = at;
    while bare_option(last) {
        last += 1;
    }
    (last > at && atoms.get(last).is_some_and(|atom| atom.is(Role::Or)) && name_at(atoms, last + 1).is_some())
        .then_some(at)
}
