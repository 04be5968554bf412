//! Puts atoms as they are meant where they are said in another order, or as if of a draft.

use super::Offline;
use super::atoms::{Atom, Name, Number};
use super::clauses::ordinal;
use super::lexicon::Role;
use super::phrasing::name_at;
use super::text::Token;

/// Within how many atoms what is exchanged ends.
const MOST_EXCHANGED: usize = 3;

/// Words that point at a draft, as they are meant where there is none: "guac instead of sour cream" goes without that, and
/// "for the first pizza ham, for the second pizza tuna" are two.
pub(super) fn said_afresh(mut atoms: Vec<Atom>) -> Vec<Atom> {
    drop_articles_of_sizes(&mut atoms);
    let mut at = 0;
    while at < atoms.len() {
        let named = name_at(&atoms, at + 1).is_some_and(Name::is_only_item);
        let Some(atom) = atoms.get_mut(at) else { break };
        if atom.is(Role::InsteadOf) {
            atom.roles = Role::Negation.into();
            // What else is on it is not exchanged.
            let mut behind = atoms.iter_mut().skip(at + 1).take(MOST_EXCHANGED);
            if let Some(and) = behind.find(|atom| atom.is(Role::And)) {
                and.pause = true;
            }
        } else if named && ordinal(atom).is_some() {
            atom.number = Some(Number {
                value: 1,
                article: false,
            });
            let led = at
                .checked_sub(1)
                .filter(|before| atoms.get(*before).is_some_and(|atom| atom.is(Role::For)));
            if let Some(led) = led {
                atoms.remove(led);
                continue;
            }
        }
        at += 1;
    }
    atoms
}

/// "An espresso with vanilla, make it a large": what is made a size is no thing more.
fn drop_articles_of_sizes(atoms: &mut Vec<Atom>) {
    let mut at = 1;
    while at + 3 <= atoms.len() {
        let made = atoms.get(at - 1).is_some_and(|atom| atom.is(Role::Change));
        let it = atoms
            .get(at)
            .is_some_and(|atom| atom.is_any(&[Role::It, Role::That]));
        let article = atoms
            .get(at + 1)
            .is_some_and(|atom| atom.number.is_some() && atom.roles.contains(&Role::Article));
        let size = name_at(atoms, at + 2).is_some_and(|name| name.is_value() && !name.is_item());
        let alone = atoms
            .get(at + 3)
            .is_none_or(|next| next.pause || next.name.is_none());
        if made && it && article && size && alone {
            atoms.remove(at + 1);
        }
        at += 1;
    }
}

/// "Two pizzas, one half ham half tuna and the other with olives": what begins a half is one of the two as well, where
/// the other is told of and is no half.
pub(super) fn part_one_from_half(offline: &Offline, tokens: &[Token], atoms: &mut Vec<Atom>) {
    let halves = |atom: &Atom| atom.is_any(&[Role::Half, Role::HalfAndHalf]);
    let begins_with_one = |atom: &Atom| {
        let first = tokens.get(atom.from).filter(|_| atom.to > atom.from + 1);
        first.is_some_and(|first| offline.phrases.number(&first.text) == Some(1))
    };
    let Some(at) = atoms
        .iter()
        .position(|atom| halves(atom) && begins_with_one(atom))
    else {
        return;
    };
    let (before, behind) = atoms.split_at(at);
    let several = before
        .iter()
        .any(|atom| atom.number.is_some_and(|number| number.value > 1));
    let whole = behind
        .windows(2)
        .any(|two| matches!(two, [other, next] if other.is(Role::Other) && !halves(next)));
    if !several || !whole {
        return;
    }
    let Some(half) = atoms.get_mut(at) else { return };
    let one = Atom {
        from: half.from,
        to: half.from + 1,
        pause: std::mem::take(&mut half.pause),
        name: None,
        number: Some(Number {
            value: 1,
            article: false,
        }),
        roles: Role::Number(1).into(),
        unknown: false,
    };
    half.from += 1;
    atoms.insert(at, one);
}

/// "Two burgers with ham on one and egg on the other" is read as "… one with ham and the other with egg".
pub(super) fn put_shares_first(atoms: &mut Vec<Atom>) {
    let on_one = |at: usize| {
        let one = atoms.get(at + 1).and_then(|atom| atom.number);
        atoms.get(at).is_some_and(|atom| atom.is(Role::On)) && one.is_some_and(|one| one.value == 1)
    };
    let on_other = |at: usize| {
        atoms.get(at).is_some_and(|atom| atom.is(Role::On))
            && atoms.get(at + 1).is_some_and(|atom| atom.is(Role::Other))
    };
    // The options, with what says how much of them, right before a place.
    let options_before = |end: usize, least: usize| {
        let said = |at: &usize| {
            atoms.get(*at).is_some_and(|atom| match &atom.name {
                Some(name) => name.is_option() && !name.is_item(),
                None => atom.amount().is_some() || atom.is_any(&[Role::And, Role::Negation, Role::No]),
            })
        };
        let from = (least..end).rev().take_while(said).last();
        from.filter(|from| (*from..end).any(|at| name_at(atoms, at).is_some()))
    };
    let Some(one) = (0..atoms.len()).find(|at| on_one(*at)) else {
        return;
    };
    let Some(other) = (one + 2..atoms.len()).find(|at| on_other(*at)) else {
        return;
    };
    let several = atoms
        .iter()
        .take(one)
        .any(|atom| atom.number.is_some_and(|number| number.value > 1));
    let (Some(first), Some(second)) = (options_before(one, 0), options_before(other, one + 2)) else {
        return;
    };
    let joined = (one + 2..second).all(|at| {
        atoms
            .get(at)
            .is_some_and(|atom| atom.is_any(&[Role::And, Role::With]))
    });
    if !several || !joined {
        return;
    }
    let with = first
        .checked_sub(1)
        .filter(|at| atoms.get(*at).is_some_and(|atom| atom.is(Role::With)));
    let Some(mark) = with.and_then(|at| atoms.get(at)).cloned() else {
        return;
    };
    let begin = first - 1;
    let mut shares = Vec::with_capacity(other + 2 - begin);
    for (options, share) in [(first..one, one + 1), (second..other, other + 1)] {
        shares.extend(atoms.get(share).cloned());
        shares.push(mark.clone());
        shares.extend(
            atoms
                .get(options)
                .into_iter()
                .flatten()
                .filter(|atom| !atom.is(Role::And))
                .cloned(),
        );
    }
    atoms.splice(begin..other + 2, shares);
}
