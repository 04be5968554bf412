//! Puts options on the halves they were named for.

pub(super) mod named;

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::phrasing::{name_at, name_at_mut};
use crate::order::Half;

/// "Half pepperoni half veggie", "meio a meio calabresa e frango", "ham on one half and bacon on the other".
pub(super) fn bind_halves(offline: &Offline, atoms: &mut Vec<Atom>) {
    let both = atoms.iter().position(|atom| atom.is(Role::HalfAndHalf));
    if let Some(at) = both {
        bind_two(offline, atoms, at);
        atoms.remove(at);
        return;
    }
    let marks: Vec<usize> = (0..atoms.len())
        .filter(|at| atoms.get(*at).is_some_and(|atom| atom.is(Role::Half)))
        .collect();
    if let [mark] = marks.as_slice()
        && !goes_on_half_of(offline, atoms, *mark)
    {
        bind_one_half(atoms, *mark);
    }
    if marks.len() < 2 {
        return;
    }
    let mut half = Half::First;
    let after = name_after(atoms, *marks.first().unwrap_or(&0)).is_some();
    for (place, mark) in marks.iter().enumerate() {
        let range = if after {
            *mark..marks.get(place + 1).copied().unwrap_or(atoms.len())
        } else {
            place
                .checked_sub(1)
                .and_then(|before| marks.get(before))
                .map_or(0, |before| before + 1)..*mark
        };
        let ends = half == Half::Second || place + 1 == marks.len();
        halve(atoms, range, half, (after, ends));
        half = if half == Half::First {
            Half::Second
        } else {
            Half::First
        };
    }
    atoms.retain(|atom| !atom.is(Role::Half));
}

/// "Olives on half of the margherita", "metade da marguerita com azeitona": what goes on it goes on one half.
fn goes_on_half_of(offline: &Offline, atoms: &mut Vec<Atom>, mark: usize) -> bool {
    let of = mark + 1;
    let the = |at: usize| {
        atoms
            .get(at)
            .is_some_and(|atom| atom.is(Role::The) || (atom.is(Role::Of) && atom.is(Role::On)))
    };
    let plain_of = usize::from(
        atoms
            .get(of)
            .is_some_and(|atom| atom.is(Role::Of) && !atom.is(Role::On)),
    );
    let dish = of + plain_of + 1;
    let of_dish =
        the(of + plain_of) && name_at(atoms, dish).is_some_and(|name| offline.dish_of(name).is_some());
    let others: Vec<usize> = (0..atoms.len())
        .filter(|at| {
            name_at(atoms, *at).is_some_and(|name| name.is_option() && offline.dish_of(name).is_none())
        })
        .collect();
    if !of_dish || others.is_empty() {
        return false;
    }
    for at in others {
        if let Some(name) = name_at_mut(atoms, at) {
            name.half = Some(Half::First);
        }
    }
    if let Some(atom) = atoms.get_mut(mark) {
        atom.roles = Role::On.into();
    }
    if plain_of > 0 {
        atoms.remove(of);
    }
    true
}

/// One "half" alone: what it stands by, and what is joined to that, are the two halves ("meia calabresa e
/// frango"); behind a name it is that name's ("pepperoni on half").
fn bind_one_half(atoms: &mut Vec<Atom>, mark: usize) {
    if let Some(first) = name_after(atoms, mark) {
        let second = atoms
            .get(first + 1)
            .filter(|atom| atom.is(Role::And))
            .and_then(|_| name_at(atoms, first + 2))
            .filter(|name| name.is_option());
        let second = second.map(|_| first + 2);
        for (at, half) in [(Some(first), Half::First), (second, Half::Second)] {
            if let Some(name) = at.and_then(|at| name_at_mut(atoms, at)) {
                name.half = Some(half);
            }
        }
    } else if let Some(name) = mark
        .checked_sub(1)
        .and_then(|before| name_at_mut(atoms, before))
        .filter(|name| name.is_option())
    {
        name.half = Some(Half::First);
        other_half(atoms, mark);
    }
    atoms.remove(mark);
}

/// "Ham on one half and olives on the other": what stands by the other is its half.
fn other_half(atoms: &mut [Atom], mark: usize) {
    let other = (mark + 1..atoms.len()).find(|at| atoms.get(*at).is_some_and(|atom| atom.is(Role::Other)));
    let Some(other) = other else { return };
    let on = other
        .checked_sub(1)
        .filter(|at| atoms.get(*at).is_some_and(|atom| atom.is(Role::On)));
    let behind = on.and_then(|on| on.checked_sub(1)).filter(|at| *at > mark);
    if let Some(name) = behind
        .and_then(|at| name_at_mut(atoms, at))
        .filter(|name| name.is_option())
    {
        name.half = Some(Half::Second);
    }
}

fn name_after(atoms: &[Atom], mark: usize) -> Option<usize> {
    let skips = |atom: &Atom| {
        atom.is_any(&[Role::Of, Role::The, Role::With]) || atom.number.is_some_and(|number| number.article)
    };
    let next = (mark + 1..atoms.len()).find(|at| !atoms.get(*at).is_some_and(skips))?;
    name_at(atoms, next).filter(|name| name.is_option()).map(|_| next)
}

/// Puts the options of a stretch on one half; going forward, it ends at an item or a new clause, and where no other half
/// follows, at what opens something else.
fn halve(atoms: &mut [Atom], range: std::ops::Range<usize>, half: Half, (forward, last): (bool, bool)) {
    let mut seen = false;
    for atom in atoms.get_mut(range).unwrap_or_default() {
        let ends = atom.number.is_some_and(|number| !number.article)
            || atom.is_any(&[Role::Want, Role::Other])
            || atom.name.as_ref().is_some_and(Name::is_only_item);
        // "Half ham with peas, half bacon": what is said before the other half goes on this one; behind it, on all.
        let on_all = last && atom.is_any(&[Role::With, Role::On, Role::Negation, Role::No, Role::Remove]);
        if forward && seen && (ends || on_all) {
            break;
        }
        if let Some(name) = atom.name.as_mut().filter(|name| name.is_option()) {
            // What was put on a half by its dish stays there.
            name.half = name.half.or(Some(half));
            seen = true;
        }
    }
}

fn bind_two(offline: &Offline, atoms: &mut [Atom], mark: usize) {
    let options = |range: std::ops::Range<usize>| -> Vec<usize> {
        range
            .filter(|at| name_at(atoms, *at).is_some_and(Name::is_option))
            .take(2)
            .collect()
    };
    let mut two = options(mark + 1..atoms.len());
    if two.len() < 2 {
        let before = options(0..mark);
        // "Half and half with chicken" leaves the other half to what is there.
        let other_half = |at: &usize| name_at(atoms, *at).is_some_and(|name| offline.dish_of(name).is_some());
        if !before.is_empty() || !two.iter().all(other_half) {
            two = before;
        }
    }
    for (at, half) in two.into_iter().zip([Half::First, Half::Second]) {
        if let Some(name) = name_at_mut(atoms, at) {
            name.half = Some(half);
        }
    }
}
