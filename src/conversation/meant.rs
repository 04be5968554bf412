//! "Did you mean two guaranás?": what was understood from words that do not name it, asked before it is carried out.

use super::asking::{self, After};
use super::scene::{Pending, Scene};
use super::targets::lines_meant;
use super::{Reply, Speech, TurnError, edits, ordering};
use crate::interpreter::{Act, Certainty, Details, Doubted, Edit, EditKind, Proposal, Target, Wish};
use crate::order::{Draft, Fulfilment, Line, LineSpec, Method, Quantity};

/// The most edits of one question.
const MOST_ASKED: usize = 5;

/// The question about what is doubted; none where nothing of it could be done.
pub(super) fn question(scene: &Scene<'_>, doubted: &Doubted) -> Option<Pending> {
    if doubted.is_empty() {
        return None;
    }
    let edits = doubted.edits.iter().map(|edit| &edit.kind);
    // What could not be done in any case is not asked about.
    let possible = edits.filter(|kind| described(scene, kind).is_some());
    let question = Pending::Meant {
        edits: possible.take(MOST_ASKED).cloned().collect(),
        fulfilment: doubted.fulfilment,
        method: doubted.method,
    };
    words(scene, &question).map(|_| question)
}

/// What is asked about, in words: "two guaranás", "to take off the flan".
pub(super) fn words(scene: &Scene<'_>, question: &Pending) -> Option<String> {
    let Pending::Meant {
        edits,
        fulfilment,
        method,
    } = question
    else {
        return None;
    };
    let phrases = scene.phrases;
    let mut parts: Vec<String> = edits.iter().filter_map(|kind| described(scene, kind)).collect();
    parts.extend(fulfilment.map(|way| {
        phrases.plain(match way {
            Fulfilment::Delivery => "meant-delivery",
            Fulfilment::Pickup => "meant-pickup",
        })
    }));
    parts.extend(method.map(|method| {
        phrases.plain(match method {
            Method::Cash => "meant-cash",
            Method::Card => "meant-card",
            Method::Pix => "meant-pix",
        })
    }));
    (!parts.is_empty()).then(|| phrases.and(&parts))
}

/// A yes: it is carried out as if it had been said so.
pub(super) async fn yes(scene: &mut Scene<'_>, question: Pending) -> Result<Reply, TurnError> {
    let Pending::Meant {
        edits,
        fulfilment,
        method,
    } = question
    else {
        return asking::next(scene, Speech::default(), After::default()).await;
    };
    let edits = edits.into_iter().map(|kind| Edit {
        kind,
        cites: String::new(),
    });
    let proposal = Proposal {
        edits: edits.collect(),
        details: Details {
            fulfilment,
            method,
            ..Details::default()
        },
        ..Proposal::of(Act::Edit, Certainty::Certain)
    };
    ordering::edit(scene, &proposal).await
}

/// An edit in words, as the draft would have it; none where the menu does not allow it or there is no such line.
fn described(scene: &Scene<'_>, kind: &EditKind) -> Option<String> {
    let (phrases, menu) = (scene.phrases, scene.menu);
    let mut draft = scene.draft().cloned().unwrap_or_default();
    let line = |draft: &Draft, target: &Target| -> Option<Line> {
        let meant = lines_meant(menu, draft, scene.customer.value.last_line, target);
        draft.line(*meant.last()?).cloned()
    };
    let change = |line: &Line| phrases.say("meant-change", &[("line", phrases.line(menu, line).into())]);
    match kind {
        EditKind::Add(wish) => Some(phrases.line(menu, &added(scene, wish)?)),
        EditKind::Remove { target, quantity } => {
            let mut gone = line(&draft, target)?;
            if let Some(quantity) = quantity {
                gone.quantity = Quantity::new((*quantity).min(gone.quantity.get()))?;
            }
            Some(phrases.say("meant-remove", &[("line", phrases.the_line(menu, &gone).into())]))
        }
        EditKind::SetQuantity { target, quantity } => {
            let mut changed = line(&draft, target)?;
            changed.quantity = Quantity::new(*quantity)?;
            Some(change(&changed))
        }
        EditKind::Modify {
            target,
            change: making,
        } => {
            let id = line(&draft, target)?.id;
            draft.modify(menu, id, &edits::making(making)).ok()?;
            if let Some(quantity) = making.quantity {
                draft.set_quantity(id, quantity).ok()?;
            }
            draft.line(id).map(change)
        }
        EditKind::Replace { target, wish } => {
            let old = line(&draft, target)?;
            let gaps = [
                ("old", phrases.the_line(menu, &old).into()),
                ("new", phrases.line(menu, &added(scene, wish)?).into()),
            ];
            Some(phrases.say("meant-replace", &gaps))
        }
        EditKind::Again { target, quantity } => {
            let mut more = line(&draft, target)?;
            more.quantity = Quantity::new(*quantity)?;
            Some(phrases.say("meant-again", &[("line", phrases.line(menu, &more).into())]))
        }
    }
}

/// The line that a wish would make.
fn added(scene: &Scene<'_>, wish: &Wish) -> Option<Line> {
    let spec = LineSpec {
        item: wish.items.first()?.clone(),
        quantity: Quantity::new(wish.quantity.unwrap_or(1))?,
        making: edits::making(wish),
    };
    let mut alone = Draft::default();
    let id = alone.add(scene.menu, &spec).ok()?;
    alone.line(id).cloned()
}
