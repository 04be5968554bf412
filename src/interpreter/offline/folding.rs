//! Folds an utterance's edits into one another: what is said of a line just added goes into that line, and
//! taking one thing off to put another of its kind on is an exchange.

use super::Offline;
use super::edits::{Proposed, has_dish};
use super::targets::{is_described_wish, same_kind, takes};
use crate::interpreter::{EditKind, Target, Wish};

/// The edits, folded.
pub(super) fn fold(offline: &Offline, edits: Vec<Proposed>) -> Vec<Proposed> {
    let mut folded: Vec<Proposed> = Vec::with_capacity(edits.len());
    for edit in edits {
        if folds_into_earlier(offline, &mut folded, &edit) {
            continue;
        }
        match folded.last_mut().and_then(|last| join(offline, last, &edit)) {
            Some(Some(kind)) => {
                if let Some(last) = folded.last_mut() {
                    last.kind = kind;
                    last.tokens =
                        last.tokens.start.min(edit.tokens.start)..last.tokens.end.max(edit.tokens.end);
                }
            }
            Some(None) => {
                folded.pop();
            }
            None => folded.push(edit),
        }
    }
    folded
}

/// What is said of a line by name goes into the one so called, though others were added since.
fn folds_into_earlier(offline: &Offline, folded: &mut [Proposed], edit: &Proposed) -> bool {
    let EditKind::Modify {
        target: Target::Matching(described),
        ..
    } = &edit.kind
    else {
        return false;
    };
    let so_called = folded
        .iter_mut()
        .rev()
        .find(|earlier| matches!(&earlier.kind, EditKind::Add(wish) if is_described_wish(wish, described)));
    let Some(earlier) = so_called else { return false };
    match join(offline, earlier, edit) {
        Some(Some(kind)) => {
            earlier.kind = kind;
            earlier.tokens = earlier.tokens.start..earlier.tokens.end.max(edit.tokens.end);
            true
        }
        Some(None) | None => false,
    }
}

/// The edit that two make together; none inside where they undo each other, none where they stay apart.
fn join(offline: &Offline, before: &Proposed, edit: &Proposed) -> Option<Option<EditKind>> {
    match &before.kind {
        EditKind::Add(added) => of_added(offline, added, &edit.kind),
        EditKind::Remove {
            target,
            quantity: None,
        } => of_removed(offline, target, &edit.kind).map(Some),
        EditKind::Remove { .. }
        | EditKind::SetQuantity { .. }
        | EditKind::Modify { .. }
        | EditKind::Replace { .. }
        | EditKind::Again { .. } => None,
    }
}

/// What takes the place of the line taken off right before.
fn of_removed(offline: &Offline, target: &Target, kind: &EditKind) -> Option<EditKind> {
    let replaced = |wish: &Wish| EditKind::Replace {
        target: target.clone(),
        wish: wish.clone(),
    };
    let modified = |change: Wish| EditKind::Modify {
        target: target.clone(),
        change,
    };
    match (target, kind) {
        (Target::Matching(removed), EditKind::Add(wish)) if other_dish(offline, removed, wish) => {
            Some(modified(Wish {
                items: Vec::new(),
                quantity: None,
                ..wish.clone()
            }))
        }
        (
            Target::Matching(removed),
            EditKind::Modify {
                target: Target::Last,
                change,
            },
        ) if other_dish(offline, removed, change) => Some(modified(change.clone())),
        (Target::Matching(removed), EditKind::Add(wish))
            if same_kind(offline, &removed.items, &wish.items) =>
        {
            Some(replaced(wish))
        }
        (
            _,
            EditKind::Replace {
                target: Target::Last,
                wish,
            },
        ) => Some(replaced(wish)),
        _ => None,
    }
}

/// Whether a wish puts another dish in place of one: what else was said of the line stays as it was.
fn other_dish(offline: &Offline, removed: &Wish, wish: &Wish) -> bool {
    let dish = |wish: &Wish| has_dish(offline, wish.add.iter().map(|choice| &choice.option));
    removed.items.is_empty()
        && dish(removed)
        && dish(wish)
        && wish.quantity.is_none_or(|quantity| quantity == 1)
}

/// What is said of the line added right before.
fn of_added(offline: &Offline, added: &Wish, kind: &EditKind) -> Option<Option<EditKind>> {
    let is_added = |target: &Target| match target {
        Target::Last => true,
        Target::Matching(described) => is_described_wish(added, described),
        Target::Nth(_) | Target::Line(_) | Target::All => false,
    };
    let mut wish = added.clone();
    match kind {
        EditKind::Modify { target, change }
            if is_added(target) && added.items.iter().any(|item| takes(offline, item, change)) =>
        {
            wish.attributes.extend(change.attributes.clone());
            wish.add
                .retain(|option| !change.remove.iter().any(|gone| gone.option == option.option));
            wish.add.extend(change.add.iter().cloned());
            wish.remove.extend(change.remove.iter().cloned());
            Some(Some(EditKind::Add(wish)))
        }
        EditKind::SetQuantity { target, quantity } if is_added(target) => {
            wish.quantity = Some(*quantity);
            Some(Some(EditKind::Add(wish)))
        }
        EditKind::Replace { target, wish } if is_added(target) => Some(Some(EditKind::Add(wish.clone()))),
        EditKind::Remove {
            target,
            quantity: None,
        } if is_added(target) => Some(None),
        EditKind::Add(_)
        | EditKind::Remove { .. }
        | EditKind::SetQuantity { .. }
        | EditKind::Modify { .. }
        | EditKind::Replace { .. }
        | EditKind::Again { .. } => None,
    }
}
