//! Repair: what was not heard or not understood, help, repeating, slower, and stopping. Each miss helps more than the last.

use super::scene::{Pending, Scene};
use super::{Listen, Reply, Speech, TurnError, asking, changing, wording};

/// After so many misses in a row a person is offered.
const MISSES_BEFORE_A_PERSON: u32 = 2;
/// After so many silences in a row the conversation ends.
const MOST_SILENCES: u32 = 3;

/// Nothing was understood, and it is counted.
pub(super) fn missed(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    scene.customer.value.misses = scene.customer.value.misses.saturating_add(1);
    Ok(miss(scene))
}

/// Nothing was understood. Each time it is said more of what would be.
pub(super) fn miss(scene: &mut Scene<'_>) -> Reply {
    let phrases = scene.phrases;
    if scene.customer.value.misses > MISSES_BEFORE_A_PERSON {
        let sorry = Speech::of(phrases.plain("miss-person"));
        return asking::pose(scene, Pending::OfferPerson, sorry);
    }
    if scene.customer.value.misses == MISSES_BEFORE_A_PERSON {
        let help = Speech::of(phrases.plain("miss-again")).then(phrases.plain(help_key(scene)));
        return listening(scene, help);
    }
    match scene.customer.value.pending.clone() {
        Some(Pending::AnythingElse) | None => {
            let key = if scene.draft().is_some() {
                "miss-draft"
            } else {
                "miss-first"
            };
            listening(scene, Speech::of(phrases.plain(key)))
        }
        Some(Pending::Send) => listening(scene, Speech::of(phrases.plain("miss-send"))),
        Some(question) => {
            let asked = wording::question(scene, &question);
            let sorry = Speech::of(phrases.plain("miss-sorry"));
            listening(scene, sorry.then(asked.short.unwrap_or(asked.text)))
        }
    }
}

/// Nothing was heard.
pub(super) fn silence(scene: &mut Scene<'_>) -> Reply {
    let customer = &mut scene.customer.value;
    customer.silences = customer.silences.saturating_add(1);
    if customer.silences >= MOST_SILENCES {
        return stop(scene);
    }
    let phrases = scene.phrases;
    let silence = Speech::of(phrases.plain("silence"));
    if scene.customer.value.silences > 1 {
        return listening(scene, silence.then(phrases.plain(help_key(scene))));
    }
    let asked = scene.customer.value.pending.as_ref().map(|question| {
        let asked = wording::question(scene, question);
        asked.short.unwrap_or(asked.text)
    });
    let question = asked.unwrap_or_else(|| phrases.plain("greeting-short"));
    listening(scene, silence.then(question))
}

/// Help that knows where one is. What was asked stays asked.
pub(super) fn help(scene: &mut Scene<'_>) -> Reply {
    let help = Speech::of(scene.phrases.plain(help_key(scene)));
    listening(scene, help)
}

/// What helps where the dialogue stands.
fn help_key(scene: &Scene<'_>) -> &'static str {
    match &scene.customer.value.pending {
        Some(Pending::Send) => "help-send",
        Some(Pending::Choose { .. } | Pending::OneOf { .. }) => "help-choose",
        Some(Pending::Fulfilment | Pending::PickupInstead | Pending::UsualAddress) => "help-fulfilment",
        Some(Pending::PostalCode | Pending::Street | Pending::HouseNumber | Pending::Address) => {
            "help-address"
        }
        Some(Pending::Payment | Pending::Change) => "help-payment",
        Some(Pending::Name | Pending::Phone | Pending::CallbackPhone) => "help-contact",
        Some(Pending::IfMissing) => "help-if-missing",
        Some(Pending::Time | Pending::AtOpening { .. }) => "help-time",
        Some(
            Pending::Suggested { .. }
            | Pending::Meant { .. }
            | Pending::Instead { .. }
            | Pending::KeepAndWarn { .. }
            | Pending::StillWant { .. }
            | Pending::StartOver
            | Pending::Stale { .. }
            | Pending::CancelOrder { .. }
            | Pending::Usual { .. }
            | Pending::OfferPerson
            | Pending::Forget,
        ) => "help-yes-no",
        Some(Pending::AnythingElse | Pending::HowMany { .. } | Pending::OnlySome { .. } | Pending::Note) => {
            "help-draft"
        }
        Some(Pending::Complaint { .. } | Pending::WhichOrder { .. }) => "help-order",
        None if scene.draft().is_some() => "help-draft",
        None => "help-empty",
    }
}

/// "Say that again." To whoever has not heard it, the question that is open is asked.
pub(super) async fn repeat(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    match scene.last_said().map(Speech::of) {
        Some(speech) => Ok(listening(scene, speech)),
        None => asking::resume(scene, Speech::default()).await,
    }
}

/// "Slower": the same again, and everything else of this session.
pub(super) async fn slower(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    scene.customer.value.slow = true;
    repeat(scene).await
}

/// The same again, slowly this once.
pub(super) async fn once_slowly(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let reply = repeat(scene).await?;
    Ok(Reply {
        speech: reply.speech.slowly(true),
        ..reply
    })
}

/// Says something and asks in short what was asked before.
pub(super) fn asking_still(scene: &Scene<'_>, speech: Speech) -> Reply {
    let Some(question) = &scene.customer.value.pending else {
        return Reply::open(speech);
    };
    let asked = wording::question(scene, question);
    listening(scene, speech.then(asked.short.unwrap_or(asked.text)))
}

/// "Hold on."
pub(super) fn hold_on(scene: &mut Scene<'_>) -> Reply {
    listening(scene, Speech::of(scene.phrases.plain("hold-on")))
}

/// "Thanks."
pub(super) async fn thanks(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let welcome = Speech::of(scene.phrases.plain("welcome"));
    if scene.customer.value.pending.is_none() && scene.draft().is_none() {
        return Ok(Reply::close(welcome));
    }
    asking::resume(scene, welcome).await
}

/// "Stop." A draft is kept for later; a change to what was sent is not, because that is being made.
pub(super) fn stop(scene: &mut Scene<'_>) -> Reply {
    let phrases = scene.phrases;
    let dropped = changing::let_go(scene);
    let speech = match scene.draft() {
        Some(_) => Speech::of(phrases.plain("bye-draft")),
        None if dropped => Speech::of(phrases.plain("change-dropped")).then(phrases.plain("bye")),
        None => Speech::of(phrases.plain("bye")),
    };
    scene.customer.value.misses = 0;
    scene.customer.value.pending = None;
    Reply::close(speech)
}

/// Says something and awaits what was awaited before.
fn listening(scene: &Scene<'_>, speech: Speech) -> Reply {
    let Some(question) = &scene.customer.value.pending else {
        return Reply::open(speech);
    };
    let asked = wording::question(scene, question);
    let short = asked.short.unwrap_or(asked.text);
    match asked.listen {
        Listen::YesNo => Reply::yes_no(speech, short),
        Listen::Words => Reply::words(speech).reprompting(short),
        Listen::Open | Listen::Close | Listen::Person => Reply::open(speech).reprompting(short),
    }
}
