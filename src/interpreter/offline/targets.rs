//! Which line of the draft words speak of: "it", "the second one", "the coke", or the line that takes what is said.

use super::Offline;
use super::atoms::Atom;
use super::clauses::ordinal;
use super::lexicon::Role;
use crate::interpreter::{Target, Wish};
use crate::order::{Draft, ItemId, Line};

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

/// Whether a line is as described; a description without items is of a line by its options or values.
pub(super) fn is_described(line: &Line, described: &Wish) -> bool {
    let values = described
        .attributes
        .iter()
        .all(|(attribute, value)| line.attributes.get(attribute) == Some(value));
    let options = described
        .add
        .iter()
        .all(|wish| line.options.iter().any(|chosen| chosen.option == wish.option));
    let item = described.items.is_empty() || described.items.contains(&line.item);
    item && values && options
}

/// Whether a wish is for a line that would be as described.
pub(super) fn is_described_wish(wish: &Wish, described: &Wish) -> bool {
    let values = described
        .attributes
        .iter()
        .all(|(attribute, value)| wish.attributes.get(attribute) == Some(value));
    let options = described
        .add
        .iter()
        .all(|told| wish.add.iter().any(|choice| choice.option == told.option));
    let item = described.items.is_empty() || described.items.iter().any(|item| wish.items.contains(item));
    item && values && options
}

/// Whether the draft holds a line of one of these items.
pub(super) fn in_draft(draft: &Draft, items: &[ItemId]) -> bool {
    draft.lines.iter().any(|line| items.contains(&line.item))
}

/// The last line that can be as is wished; none where no line of the draft can.
pub(super) fn that_takes(draft: &Draft, can_be: impl Fn(&Line) -> bool) -> Option<Target> {
    let place = draft.lines.iter().rposition(can_be)?;
    Some(if place + 1 == draft.lines.len() {
        Target::Last
    } else {
        Target::Nth(place + 1)
    })
}

/// Whether an item can be as a change asks.
pub(super) fn takes(offline: &Offline, item: &ItemId, change: &Wish) -> bool {
    let Some(entry) = offline.item(item) else {
        return false;
    };
    let options = change.add.iter().chain(&change.remove).all(|wish| {
        let option = offline.option(&wish.option);
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
            .and_then(|id| offline.item(id))
            .map(|entry| &entry.category)
    };
    category(one).is_some() && category(one) == category(other)
}
