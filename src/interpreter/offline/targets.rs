//! Which line of the draft words speak of: "it", "the second one", "the coke", or the line that takes what is said.

use super::Offline;
use super::atoms::Atom;
use super::clauses::ordinal;
use super::lexicon::Role;
use crate::interpreter::{Target, Wish};
use crate::order::{Draft, ItemId};

/// The line that these atoms name by place or pronoun.
pub(super) fn pointed_at(draft: &Draft, atoms: &[Atom]) -> Option<Target> {
    if let Some(place) = atoms.iter().find_map(ordinal) {
        return Some(Target::Nth(place));
    }
    if atoms.iter().any(|atom| atom.is(Role::Last)) {
        return Some(Target::Nth(draft.lines.len().max(1)));
    }
    let all = atoms
        .iter()
        .any(|atom| atom.is_any(&[Role::All, Role::Everything]));
    if all {
        return Some(if draft.lines.len() > 1 {
            Target::All
        } else {
            Target::Last
        });
    }
    atoms
        .iter()
        .any(|atom| atom.is_any(&[Role::It, Role::That]))
        .then_some(Target::Last)
}

/// A description by items alone.
pub(super) fn matching_items(items: &[ItemId]) -> Target {
    Target::Matching(Wish {
        items: items.to_vec(),
        ..Wish::default()
    })
}

/// Whether the draft holds a line of one of these items.
pub(super) fn in_draft(draft: &Draft, items: &[ItemId]) -> bool {
    draft.lines.iter().any(|line| items.contains(&line.item))
}

/// The line that takes this change where none is named: the last one, or the last that can be so.
/// None where no line of the draft can.
pub(super) fn that_takes(offline: &Offline, draft: &Draft, change: &Wish) -> Option<Target> {
    let place = draft
        .lines
        .iter()
        .rposition(|line| takes(offline, &line.item, change))?;
    Some(if place + 1 == draft.lines.len() {
        Target::Last
    } else {
        Target::Nth(place + 1)
    })
}

/// Whether an item can be as a change asks.
pub(super) fn takes(offline: &Offline, item: &ItemId, change: &Wish) -> bool {
    let Some(entry) = offline.vocabulary.items.iter().find(|entry| entry.id == *item) else {
        return false;
    };
    let options = change.add.iter().chain(&change.remove).all(|wish| {
        let option = offline
            .vocabulary
            .options
            .iter()
            .find(|option| option.id == wish.option);
        option.is_some_and(|option| entry.groups.contains(&option.group))
    });
    options
        && change
            .attributes
            .keys()
            .all(|attribute| entry.attributes.contains(attribute))
}

/// Whether two items are of one category.
pub(super) fn same_kind(offline: &Offline, one: &[ItemId], other: &[ItemId]) -> bool {
    let category = |items: &[ItemId]| {
        items
            .first()
            .and_then(|id| offline.vocabulary.items.iter().find(|entry| entry.id == *id))
            .map(|entry| &entry.category)
    };
    category(one).is_some() && category(one) == category(other)
}
