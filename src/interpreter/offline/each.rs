//! "One of each", "de cada": so many of every thing that is named beside it.

use super::atoms::{Atom, Name, Number};
use super::lexicon::Role;
use super::phrasing::name_at;
use super::wishes::partitive;

/// Counts what stands beside "of each": the names behind it, or else those before it.
pub(super) fn count_each(atoms: &mut Vec<Atom>) {
    let Some(each) = atoms.iter().position(|atom| atom.is(Role::OfEach)) else {
        return;
    };
    let Some(count) = each
        .checked_sub(1)
        .filter(|count| number_at(atoms, *count).is_some())
    else {
        return;
    };
    let behind = listed(atoms, each + 1);
    if behind.len() > 1 {
        count_names(atoms, count, &behind);
        atoms.drain(count..=each);
        return;
    }
    let said = number_at(atoms, count);
    let before = things_before(atoms, count);
    match before.as_slice() {
        // "A coke and a flan, two of each".
        [_, _, ..] => {
            atoms.drain(count..=each);
            before
                .into_iter()
                .rev()
                .for_each(|at| count_thing(atoms, at, said));
        }
        // "Two pizzas, ham and tuna, one of each".
        [item] => {
            let options = listed(atoms, item + 1);
            let whole = item.checked_sub(1).and_then(|at| number_at(atoms, at));
            let shared = whole.zip(said).is_some_and(|(whole, said)| {
                options.len() > 1
                    && u32::try_from(options.len())
                        .ok()
                        .and_then(|each| each.checked_mul(said))
                        == Some(whole)
            });
            if shared {
                let number = atoms.get(count).cloned();
                atoms.drain(count..=each);
                for at in options.into_iter().rev() {
                    atoms.splice(at..at, number.clone());
                }
            }
        }
        [] => {}
    }
}

/// "Tacos, three of them with cheese": the number of a thing that has none yet, said behind it.
pub(super) fn count_by_pronoun(atoms: &mut Vec<Atom>) {
    let Some((said, value)) = partitive(atoms).filter(|(_, value)| *value > 1) else {
        return;
    };
    let names = |atom: &&Atom| atom.name.is_some() || atom.is(Role::With);
    let before = atoms.get(..said.start).unwrap_or_default();
    let first = said.start - before.iter().rev().take_while(names).count();
    let uncounted = first
        .checked_sub(1)
        .and_then(|at| atoms.get(at))
        .is_none_or(|atom| atom.number.is_none());
    let counts_more = atoms
        .iter()
        .skip(said.end)
        .any(|atom| atom.number.is_some_and(|number| !number.article) || atom.is(Role::Other));
    let things = (first..said.start).filter(|at| name_at(atoms, *at).is_some_and(Name::is_only_item));
    let things: Vec<usize> = things.collect();
    let [thing] = things.as_slice() else { return };
    let plain = |atom: &Atom| atom.name.as_ref().is_some_and(|name| !name.negated);
    if !uncounted || counts_more || !atoms.get(first).is_some_and(plain) || *thing < first {
        return;
    }
    atoms.drain(said);
    insert_number(atoms, first, value);
}

/// "A large and a small pizza, the large with ham and the small with tuna": what is said of each by its size goes where
/// it was ordered.
pub(super) fn put_by_size(atoms: &mut Vec<Atom>) {
    let size = |at: usize| name_at(atoms, at).filter(|name| name.is_value() && !name.is_item());
    let the = |at: usize| atoms.get(at).is_some_and(|atom| atom.is(Role::The));
    let told = |at: &usize| {
        let one = usize::from(number_at(atoms, at + 2) == Some(1));
        let with = atoms.get(at + 2 + one);
        the(*at)
            && size(at + 1).is_some()
            && with.is_some_and(|with| {
                with.is_any(&[Role::With, Role::Of, Role::Only, Role::Negation, Role::No])
            })
    };
    let starts: Vec<usize> = (1..atoms.len()).filter(told).collect();
    let ordered = |start: &usize| {
        let said = size(start + 1)?;
        let first = starts.first().copied().unwrap_or_default();
        (0..first)
            .rev()
            .find(|at| !the(at.saturating_sub(1)) && size(*at).is_some_and(|name| name.senses == said.senses))
    };
    let places: Vec<usize> = starts.iter().filter_map(ordered).collect();
    let apart = places
        .windows(2)
        .all(|two| matches!(two, [one, other] if one < other));
    if starts.len() < 2 || places.len() != starts.len() || !apart || shares_options(atoms, &places, &starts) {
        return;
    }
    let ends = |atom: &Atom| atom.is(Role::Want) || atom.number.is_some_and(|number| !number.article);
    let mut moved: Vec<(usize, Vec<Atom>)> = Vec::with_capacity(starts.len());
    for (part, start) in starts.iter().enumerate().rev() {
        let said = start + 2 + usize::from(number_at(atoms, start + 2) == Some(1));
        let next = starts.get(part + 1).copied().unwrap_or(atoms.len());
        let length = atoms
            .iter()
            .skip(said)
            .take(next.saturating_sub(said))
            .take_while(|atom| !ends(atom))
            .count();
        let mut options: Vec<Atom> = atoms.drain(*start..said + length).skip(said - start).collect();
        while options.last().is_some_and(|last| last.is(Role::And)) {
            options.pop();
        }
        let place = places.get(part).copied().unwrap_or_default();
        moved.push((place, options));
    }
    for (place, options) in moved {
        let phrase = |atom: &&Atom| atom.name.is_some() && !atom.pause;
        let end = place + 1 + atoms.iter().skip(place + 1).take_while(phrase).count();
        atoms.splice(end..end, options);
    }
}

/// "A large and a small pepperoni": whether a size stands without the noun that the last one has, and what else is said
/// with that is of both.
fn shares_options(atoms: &[Atom], places: &[usize], starts: &[usize]) -> bool {
    let noun =
        |place: &usize| name_at(atoms, place + 1).is_some_and(|name| name.is_item() || name.is_option());
    let (Some(last), Some(first)) = (places.last(), starts.first()) else {
        return false;
    };
    let behind = atoms.get(*last..*first).unwrap_or_default();
    !places.iter().all(noun)
        && behind
            .iter()
            .any(|atom| atom.name.as_ref().is_some_and(Name::is_option))
}

fn number_at(atoms: &[Atom], at: usize) -> Option<u32> {
    atoms.get(at)?.number.map(|number| number.value)
}

/// The bare names from a place on, with nothing but "and", "of" and the like between.
fn listed(atoms: &[Atom], from: usize) -> Vec<usize> {
    let joint = [Role::And, Role::Of, Role::With, Role::The];
    let listed = |atom: &&Atom| match &atom.name {
        Some(name) => !name.negated && (name.is_option() || name.is_item()),
        None => atom.is_any(&joint),
    };
    let length = atoms.iter().skip(from).take_while(listed).count();
    (from..from + length)
        .filter(|at| name_at(atoms, *at).is_some())
        .collect()
}

/// The things that are ordered before a place.
fn things_before(atoms: &[Atom], end: usize) -> Vec<usize> {
    let counted = |at: usize| at.checked_sub(1).and_then(|before| number_at(atoms, before));
    let thing = |at: &usize| {
        let name = name_at(atoms, *at).filter(|name| name.is_item() && !name.negated);
        name.is_some_and(|name| name.is_only_item() || counted(*at).is_some())
    };
    (0..end).filter(thing).collect()
}

/// Puts a number before each of these names.
fn count_names(atoms: &mut Vec<Atom>, count: usize, names: &[usize]) {
    let Some(number) = atoms.get(count).cloned() else {
        return;
    };
    for at in names.iter().rev() {
        atoms.insert(
            *at,
            Atom {
                pause: false,
                ..number.clone()
            },
        );
    }
}

/// Says how many there are of a thing: by its article, or where it has none by a number before it.
fn count_thing(atoms: &mut Vec<Atom>, at: usize, said: Option<u32>) {
    let Some(value) = said else { return };
    let described = |atom: &&Atom| {
        atom.name
            .as_ref()
            .is_some_and(|name| name.is_value() && !name.is_item())
    };
    let first = at - atoms.iter().take(at).rev().take_while(described).count();
    let number = Number {
        value,
        article: false,
    };
    let counted = first
        .checked_sub(1)
        .and_then(|before| atoms.get_mut(before))
        .filter(|atom| atom.number.is_some());
    if let Some(counted) = counted {
        if counted.number.is_some_and(|number| number.value == 1) {
            counted.number = Some(number);
        }
        return;
    }
    insert_number(atoms, first, value);
}

fn insert_number(atoms: &mut Vec<Atom>, first: usize, value: u32) {
    let number = Number {
        value,
        article: false,
    };
    let Some(thing) = atoms.get_mut(first) else { return };
    let one = Atom {
        from: thing.from,
        to: thing.from,
        pause: std::mem::take(&mut thing.pause),
        name: None,
        number: Some(number),
        roles: Role::Number(value).into(),
        unknown: false,
    };
    atoms.insert(first, one);
}
