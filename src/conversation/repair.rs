//! Repair: what was not heard or not understood, repeating, and stopping. Each miss helps more than the last.

use super::scene::{Pending, Scene};
use super::{Reply, Speech};

/// Nothing was understood.
pub(super) fn miss(scene: &mut Scene<'_>) -> Reply {
    let phrases = scene.phrases;
    let has_draft = scene.draft().is_some();
    let key = match (scene.customer.value.misses, &scene.customer.value.pending) {
        (..2, Some(Pending::Send)) => "miss-send",
        (..2, Some(Pending::Suggested { .. } | Pending::CancelOrder { .. } | Pending::StartOver)) => {
            "miss-question"
        }
        (..2, _) if has_draft => "miss-draft",
        (..2, _) => "miss-first",
        (2, _) => "miss-again",
        (3.., _) => "miss-person",
    };
    listening(scene, Speech::of(phrases.plain(key)))
}

/// Nothing was heard.
pub(super) fn silence(scene: &mut Scene<'_>) -> Reply {
    let customer = &mut scene.customer.value;
    customer.misses = customer.misses.saturating_add(1);
    if customer.misses >= 3 {
        return stop(scene);
    }
    let speech = Speech::of(scene.phrases.plain("silence"));
    listening(scene, speech)
}

/// "Say that again."
pub(super) fn repeat(scene: &mut Scene<'_>) -> Reply {
    let said = scene.customer.value.last_said.clone();
    let speech = if said.is_empty() {
        Speech::of(scene.phrases.plain("greeting"))
    } else {
        Speech::of(said)
    };
    listening(scene, speech)
}

/// "Stop."
pub(super) fn stop(scene: &mut Scene<'_>) -> Reply {
    let key = if scene.draft().is_some() {
        "bye-draft"
    } else {
        "bye"
    };
    scene.customer.value.misses = 0;
    scene.customer.value.pending = None;
    Reply::close(Speech::of(scene.phrases.plain(key)))
}

/// Says something and awaits what was awaited before.
fn listening(scene: &Scene<'_>, speech: Speech) -> Reply {
    let phrases = scene.phrases;
    match scene.customer.value.pending {
        Some(Pending::Send) => Reply::yes_no(speech, phrases.plain("send-it-short")),
        Some(Pending::Suggested { .. } | Pending::CancelOrder { .. } | Pending::StartOver) => {
            Reply::yes_no(speech, phrases.plain("miss-question"))
        }
        Some(Pending::AnythingElse) => Reply::open(speech).reprompting(phrases.plain("anything-else-short")),
        Some(Pending::Choose { .. }) | None => Reply::open(speech),
    }
}
