//! The one question at the end of a reply, and asking it again after something else was settled in between.
//!
//! Every question is a [`Pending`]: posing it notes it, so that the next turn knows what an answer means.

use super::scene::{Pending, Scene};
use super::suggesting::suggest;
use super::{Listen, Reply, Speech, TurnError, choosing, hours, place, sending, wording};

/// What a turn has done, as far as it decides what may be asked next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct After {
    /// Whether something may be suggested: only after an addition that went well.
    pub(super) room_to_suggest: bool,
    /// Whether the turn was about where the order goes, which is then talked to its end.
    pub(super) about_place: bool,
}

/// Asks what comes next: what is missing, a suggestion where there is room for one, else whether that is all.
pub(super) async fn next(scene: &mut Scene<'_>, speech: Speech, after: After) -> Result<Reply, TurnError> {
    if scene.is_finishing() && scene.draft().is_some() {
        return sending::read_back_after(scene, speech).await;
    }
    if let Some(closed) = hours::closed_for_today(scene) {
        // "When do you open?" has been answered with it.
        let said = speech.sentences().contains(&closed);
        let speech = if said { speech } else { speech.then(closed) };
        return Ok(Reply::close(match scene.draft() {
            Some(_) => speech.then(scene.phrases.plain("bye-draft")),
            None => speech,
        }));
    }
    if (scene.draft().is_some() || after.about_place)
        && let Some((sentence, question)) = hours::question(scene)
    {
        return Ok(pose(scene, question, speech.then(sentence)));
    }
    // Where it goes is settled before the dishes are gone into; who goes on with dishes is not asked twice.
    let asked = scene.open.as_ref().is_some_and(|open| open.value.where_asked);
    if (after.about_place || (!asked && scene.draft().is_some()))
        && let Some((sentence, question)) = place::question(scene).await?
    {
        scene.open_mut().where_asked = true;
        return Ok(pose(scene, question, speech.then(sentence)));
    }
    if let Some((line, _)) = choosing::first_missing(scene) {
        let question = Pending::Choose { line };
        // One question after the other about the same line: the next question is answer enough.
        let answered = scene.customer.value.pending.as_ref() == Some(&question) && scene.answered;
        let speech = if answered { Speech::default() } else { speech };
        return Ok(pose(scene, question, speech));
    }
    if after.room_to_suggest
        && let Some((reason, question)) = suggest(scene).await?
    {
        let mut speech = speech;
        speech.append(reason);
        return Ok(pose(scene, question, speech));
    }
    Ok(anything_else(scene, speech))
}

/// "Anything else?", or what is wanted at all.
pub(super) fn anything_else(scene: &mut Scene<'_>, speech: Speech) -> Reply {
    if scene.draft().is_some() {
        return pose(scene, Pending::AnythingElse, speech);
    }
    scene.customer.value.pending = None;
    let question = scene.phrases.plain("greeting-short");
    Reply::open(speech.then(&question)).reprompting(question)
}

/// Asks the question that is open again, after something that was said in between; else goes on.
pub(super) async fn resume(scene: &mut Scene<'_>, speech: Speech) -> Result<Reply, TurnError> {
    match scene.customer.value.pending.take() {
        // What was read back still stands: it is not read again.
        Some(Pending::Send) if scene.is_read_back() => Ok(pose(scene, Pending::Send, speech)),
        Some(Pending::Send) => sending::read_back_after(scene, speech).await,
        // What was only offered is not offered twice.
        Some(Pending::Suggested { .. } | Pending::Instead { .. } | Pending::OfferPerson) | None => {
            next(scene, speech, After::default()).await
        }
        Some(question) => Ok(pose(scene, question, speech)),
    }
}

/// Asks a question after `speech`, and notes it.
pub(super) fn pose(scene: &mut Scene<'_>, question: Pending, speech: Speech) -> Reply {
    let asked = wording::question(scene, &question);
    match &question {
        Pending::Choose { line } | Pending::HowMany { line, .. } | Pending::OnlySome { line } => {
            scene.speak_of(Some(*line));
        }
        _ => {}
    }
    let short = asked.short.unwrap_or_else(|| asked.text.clone());
    let speech = speech.then(asked.text);
    scene.customer.value.pending = Some(question);
    let reply = match asked.listen {
        Listen::YesNo => Reply::yes_no(speech, short),
        Listen::Words => Reply::words(speech).reprompting(short),
        Listen::Open | Listen::Close | Listen::Person => Reply::open(speech).reprompting(short),
    };
    Reply {
        consent: scene.consent.take(),
        ..reply
    }
}

/// Notes a question that stands in `speech` already.
pub(super) fn pose_silently(scene: &mut Scene<'_>, question: Pending, speech: Speech) -> Reply {
    let asked = wording::question(scene, &question);
    scene.customer.value.pending = Some(question);
    let short = asked.short.unwrap_or(asked.text);
    match asked.listen {
        Listen::YesNo => Reply::yes_no(speech, short),
        Listen::Words => Reply::words(speech).reprompting(short),
        Listen::Open | Listen::Close | Listen::Person => Reply::open(speech).reprompting(short),
    }
}
