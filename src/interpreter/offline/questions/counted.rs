//! "How much is the flan? I'll take two": a number behind a question counts what was asked about, and no line that was
//! ordered before.

use super::super::text::tokens;
use super::super::{Offline, reading};
use super::settling::Settled;
use crate::interpreter::{About, Act, Certainty, Edit, EditKind, OptionWish, Proposal, Target, Wish};

/// Has a bare number order what was asked about; where the menu lacks that, or it is not one thing, nothing is ordered.
pub(super) fn of_what_was_asked(offline: &Offline, settled: &Settled, proposal: &mut Proposal) {
    let asked = matches!(settled.act, Act::Ask(_));
    let [edit] = proposal.edits.as_mut_slice() else {
        return;
    };
    let Some(quantity) = number(edit).filter(|_| asked) else {
        return;
    };
    if reading::has_names(offline, &tokens(&edit.cites)) {
        return;
    }
    match wish(offline, &settled.about, quantity) {
        Some(wish) => edit.kind = EditKind::Add(wish),
        None => {
            proposal.edits.clear();
            proposal.certainty = Certainty::Unsure;
        }
    }
}

/// How many of the last line an edit speaks of.
fn number(edit: &Edit) -> Option<u32> {
    match &edit.kind {
        EditKind::SetQuantity { target, quantity } | EditKind::Again { target, quantity } => {
            (*target == Target::Last).then_some(*quantity)
        }
        EditKind::Add(_) | EditKind::Remove { .. } | EditKind::Modify { .. } | EditKind::Replace { .. } => {
            None
        }
    }
}

/// So many of the one thing that a question is about.
fn wish(offline: &Offline, about: &About, quantity: u32) -> Option<Wish> {
    let [item] = about.items.as_slice() else {
        return None;
    };
    let place = offline.index.item(item)?;
    let takes = |option| {
        let option = offline.index.option(option);
        option.is_some_and(|option| offline.takes_option(place, option))
    };
    if !about.options.iter().all(takes) {
        return None;
    }
    let add = about.options.iter().map(|option| OptionWish {
        option: option.clone(),
        amount: None,
        count: None,
        half: None,
    });
    about.off_menu.is_empty().then(|| Wish {
        items: vec![item.clone()],
        quantity: Some(quantity),
        attributes: about.attributes.clone(),
        add: add.collect(),
        ..Wish::default()
    })
}
