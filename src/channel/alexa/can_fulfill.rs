//! What we say to Alexa when she asks whether we could carry an intent out: never acts, never looks at a menu.

use super::intent::Intent;
use super::response::{CanFulfill, CanFulfillIntent, CanFulfillSlot, Response, ResponseEnvelope};
use super::to_turn::{QUERY_SLOT, WORD_SLOTS};
use crate::channel::intent::Meaning;
use crate::channel::{Field, IntentName};

/// The judgement on an intent: no for one that is not ours or means nothing, yes for one that needs no words, and
/// perhaps for one whose words only the menu can judge.
pub(super) fn judge(intent: Option<&Intent>) -> ResponseEnvelope {
    let known = intent.and_then(Intent::known);
    let has_words = || intent.is_some_and(|intent| !intent.spoken(QUERY_SLOT).is_empty());
    let can_fulfill = match known.map(IntentName::meaning) {
        Some(Meaning::Wish(_)) => CanFulfill::Yes,
        Some(Meaning::Carried) if !has_words() => CanFulfill::Yes,
        Some(Meaning::Words(_) | Meaning::Carried) => CanFulfill::Maybe,
        Some(Meaning::Nothing) | None => CanFulfill::No,
    };
    let slots: std::collections::BTreeMap<_, _> = intent
        .into_iter()
        .flat_map(Intent::slot_names)
        .map(|slot| {
            (
                slot.to_owned(),
                judge_slot(known.is_some() && WORD_SLOTS.contains(&slot)),
            )
        })
        .collect();
    ResponseEnvelope::of(Response {
        can_fulfill_intent: Field::Known(CanFulfillIntent {
            can_fulfill: Field::Known(can_fulfill),
            slots: if slots.is_empty() {
                Field::Absent
            } else {
                Field::Known(slots)
            },
            ..CanFulfillIntent::default()
        }),
        ..Response::default()
    })
}

fn judge_slot(ours: bool) -> CanFulfillSlot {
    let (can_understand, can_fulfill) = match ours {
        true => (CanFulfill::Maybe, CanFulfill::Yes),
        false => (CanFulfill::No, CanFulfill::No),
    };
    CanFulfillSlot {
        can_understand: Field::Known(can_understand),
        can_fulfill: Field::Known(can_fulfill),
        ..CanFulfillSlot::default()
    }
}
