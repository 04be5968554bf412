//! Wishes that lean on another one of the same breath: "a large pepperoni and a medium", "one with farofa and one with
//! fries", "a small and a large mocha", "a flat white, a large one".
//!
//! What is left out of a wish is taken from the one before it, or else from the one behind it. Nothing here knows a draft.

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::sharing::names_dish;
use super::targets::takes;
use super::wishes::Wished;
use crate::interpreter::{OptionWish, Wish};

/// Fills in what wishes leave out; answers whether it is clear what.
pub(super) fn lean(offline: &Offline, atoms: &[Atom], wished: &mut Vec<Wished>) -> bool {
    let mut at = 0;
    let mut clear = true;
    while at < wished.len() {
        if at > 0 && is_said_after(offline, wished, at) {
            let after = wished.remove(at);
            if let Some(before) = at.checked_sub(1).and_then(|before| wished.get_mut(before)) {
                join(before, after);
            }
            continue;
        }
        let filled = wished.get(at).filter(|one| leans(one)).and_then(|one| {
            let before = at.checked_sub(1).and_then(|before| wished.get(before));
            let mut others = wished.iter().skip(at + 1).filter(|_| only_values(&one.wish));
            // "One small, one medium and one large coke".
            let behind = others.find(|other| !(leans(other) && only_values(&other.wish)));
            let like = before.filter(|other| may_lean(offline, one, other));
            if let Some(other) = like {
                return Some(filled_in(offline, one, other));
            }
            // "Uma pequena e uma grande de atum".
            let may_be_like = |other: &Wished| !leans(other) || names_dish(offline, &other.wish);
            clear &= behind.is_none_or(|other| may_be_like(other) || other.wish.add.is_empty());
            let other = behind.filter(|other| may_be_like(other) && may_lean(offline, one, other))?;
            let mut filled = filled_in(offline, one, other);
            add_said_before_item(offline, atoms, other, &mut filled.wish);
            let more = |choice: &OptionWish| !filled.wish.add.contains(choice);
            clear &= !other.wish.add.iter().any(more) && other.wish.remove.is_empty();
            Some(filled)
        });
        if let Some(filled) = filled
            && let Some(slot) = wished.get_mut(at)
        {
            *slot = filled;
        }
        at += 1;
    }
    clear
}

/// "A small and a large ham pizza": what stands before the item is said of both.
fn add_said_before_item(offline: &Offline, atoms: &[Atom], other: &Wished, wish: &mut Wish) {
    let span = atoms.get(other.atoms.clone()).unwrap_or_default();
    let names = span.iter().filter_map(|atom| atom.name.as_ref());
    let before: Vec<_> = names
        .clone()
        .take_while(|name| !name.is_only_item())
        .flat_map(Name::options)
        .filter_map(|(option, _)| offline.vocabulary.options.get(option))
        .map(|option| &option.id)
        .collect();
    if !names.clone().any(Name::is_only_item) {
        return;
    }
    let said = other
        .wish
        .add
        .iter()
        .filter(|choice| before.contains(&&choice.option));
    let new: Vec<OptionWish> = said
        .filter(|choice| !wish.add.contains(choice))
        .cloned()
        .collect();
    wish.add.extend(new);
}

/// "Three chicken tacos with lettuce, and one tofu taco with the same": what is on the one before, of the groups of which
/// nothing else is said. Answers whether "the same" was said of any.
pub(super) fn with_the_same(offline: &Offline, atoms: &[Atom], wished: &mut [Wished]) -> bool {
    let mut any = false;
    for at in 1..wished.len() {
        let (before, rest) = wished.split_at_mut(at);
        let (Some(like), Some(one)) = (before.last(), rest.first_mut()) else {
            return any;
        };
        let said = atoms.get(one.atoms.clone()).unwrap_or_default();
        any |= said.iter().any(|atom| atom.is(Role::Same));
        let same = said.windows(2).any(|two| match two {
            [with, same] => with.is(Role::With) && same.is(Role::Same),
            _ => false,
        });
        if same {
            copy_options(offline, &like.wish, &mut one.wish);
        }
    }
    any
}

/// Puts on one what is on another, where it goes and nothing of its group is there.
fn copy_options(offline: &Offline, like: &Wish, one: &mut Wish) {
    let group = |choice: &OptionWish| offline.option(&choice.option).map(|option| option.group.clone());
    let said: Vec<_> = one.add.iter().chain(&one.remove).map(group).collect();
    let goes_on = |choice: &&OptionWish| {
        let change = Wish {
            add: vec![(*choice).clone()],
            ..Wish::default()
        };
        !said.contains(&group(choice)) && one.items.iter().any(|item| takes(offline, item, &change))
    };
    let add: Vec<OptionWish> = like.add.iter().filter(goes_on).cloned().collect();
    let remove: Vec<OptionWish> = like.remove.iter().filter(goes_on).cloned().collect();
    one.add.extend(add);
    one.remove.extend(remove);
}

/// Whether a wish names no thing of its own.
fn leans(one: &Wished) -> bool {
    !one.has_item && one.counted && !one.hollow && (one.share.is_none() || one.again)
}

fn only_values(wish: &Wish) -> bool {
    !wish.attributes.is_empty() && wish.add.is_empty() && wish.remove.is_empty()
}

/// Whether what a wish leaves out may be taken from another: it names a thing that takes what is said. Where that is a
/// dish, the one must say which size or how it is made, and no dish.
fn may_lean(offline: &Offline, one: &Wished, other: &Wished) -> bool {
    let said = bare(&one.wish);
    let named = other.has_item || names_dish(offline, &other.wish);
    let kept = !names_dish(offline, &one.wish) || one.again && names_dish(offline, &other.wish);
    named && kept && other.wish.items.iter().any(|item| takes(offline, item, &said))
}

/// A wish with what it leaves out: the thing, its dish, and, for "another", its size.
fn filled_in(offline: &Offline, one: &Wished, other: &Wished) -> Wished {
    let mut filled = one.clone();
    filled.has_item = true;
    filled.wish.items.clone_from(&other.wish.items);
    if one.again {
        for (attribute, value) in &other.wish.attributes {
            let attributes = &mut filled.wish.attributes;
            attributes
                .entry(attribute.clone())
                .or_insert_with(|| value.clone());
        }
    }
    if !names_dish(offline, &one.wish) {
        let dishes = other
            .wish
            .add
            .iter()
            .filter(|choice| offline.is_dish(&choice.option));
        filled.wish.add.splice(0..0, dishes.cloned());
    }
    filled
}

/// "A flat white, a large one", "a latte, make that a large", "a pizza, a large one, with tuna": one thing of which
/// neither size nor dish was said yet, and behind a pause one size.
fn is_said_after(offline: &Offline, wished: &[Wished], at: usize) -> bool {
    let (Some(before), Some(after)) = (wished.get(at - 1), wished.get(at)) else {
        return false;
    };
    let one = |wished: &Wished| wished.wish.quantity.unwrap_or(1) == 1;
    let said = &after.wish.attributes;
    let new = said
        .keys()
        .all(|attribute| !before.wish.attributes.contains_key(attribute));
    let dishes = names_dish(offline, &after.wish) && names_dish(offline, &before.wish);
    let named = before.has_item || names_dish(offline, &before.wish);
    let taken = before
        .wish
        .items
        .iter()
        .any(|item| takes(offline, item, &bare(&after.wish)));
    leans(after)
        && after.behind_pause
        && !after.again
        && !said.is_empty()
        && one(before)
        && one(after)
        && new
        && named
        && !dishes
        && taken
}

/// What is said of how a thing is made.
fn bare(wish: &Wish) -> Wish {
    Wish {
        quantity: None,
        items: Vec::new(),
        ..wish.clone()
    }
}

fn join(before: &mut Wished, after: Wished) {
    before.wish.attributes.extend(after.wish.attributes);
    before.wish.add.extend(after.wish.add);
    before.wish.remove.extend(after.wish.remove);
    before.tokens.end = before.tokens.end.max(after.tokens.end);
    before.atoms.end = before.atoms.end.max(after.atoms.end);
}
