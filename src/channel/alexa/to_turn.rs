//! From an Alexa request to a turn, or to the answer that needs no dialogue.

use super::can_fulfill;
use super::envelope::Envelope;
use super::intent::Intent;
use super::request::{Detail, Request};
use super::request_type::Due;
use super::response::ResponseEnvelope;
use crate::channel::{BadRequest, IntentName, words};
use crate::conversation::{Channel, Turn, Wanted};
use crate::interpreter::Transcript;
use crate::order::CustomerId;

/// The slots of our interaction model that hold words, in the order in which they are said.
pub(super) const WORD_SLOTS: [&str; 3] = [QUANTITY_SLOT, ITEM_SLOT, QUERY_SLOT];
/// How many, before a bare name.
pub(super) const QUANTITY_SLOT: &str = "quantity";
/// A bare name from the menu.
pub(super) const ITEM_SLOT: &str = "item";
/// Free speech after a carrier phrase.
pub(super) const QUERY_SLOT: &str = "query";

/// What a request turns out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Incoming {
    /// Something for the dialogue, whose reply goes back through [`super::from_reply()`].
    Turn(Turn),
    /// Something that needs no dialogue: this is the whole answer.
    Answer(Box<ResponseEnvelope>),
}

/// Refuses a request that is meant for another skill than this one.
///
/// # Errors
/// Where a skill is configured and the request names another or none.
pub fn check_application(envelope: &Envelope, configured: Option<&str>) -> Result<(), BadRequest> {
    match configured {
        Some(_) if envelope.application_id() != configured => Err(BadRequest::OtherApplication),
        Some(_) | None => Ok(()),
    }
}

/// The turn that a request carries, or its answer where no dialogue is needed. Whether the request is genuine
/// and meant for us has been checked before.
///
/// # Errors
/// Where somebody is owed speech and nothing in the request says who.
pub fn to_turn(envelope: &Envelope) -> Result<Incoming, BadRequest> {
    let request = &envelope.request;
    let wanted = match request.request_type.due() {
        Due::Wish => wanted(intent_of(request)),
        Due::Welcome => Wanted::Launch,
        Due::Repetition => Wanted::Repeat,
        Due::Apology => Wanted::NotUnderstood,
        Due::Judgement => return Ok(Incoming::Answer(Box::new(can_fulfill::judge(intent_of(request))))),
        Due::Nothing => return Ok(Incoming::Answer(Box::new(ResponseEnvelope::empty()))),
    };
    Ok(Incoming::Turn(Turn {
        customer: customer(envelope)?,
        language: envelope.language(),
        person: None,
        voice_known: false,
        profile: None,
        channel: Channel::Alexa,
        new_session: envelope.is_new_session(),
        wanted,
    }))
}

/// Who speaks, by what Alexa herself says of it. Without an account, as test tools send it, it is whoever has
/// this session or sent this request, so that nobody sees another's order.
fn customer(envelope: &Envelope) -> Result<CustomerId, BadRequest> {
    let user = envelope.user_id().map(|id| format!("alexa:{id}"));
    let session = || envelope.session_id().map(|id| format!("alexa-session:{id}"));
    let request = || {
        envelope
            .request
            .request_id
            .text()
            .map(|id| format!("alexa-request:{id}"))
    };
    user.or_else(session)
        .or_else(request)
        .map(CustomerId::new)
        .ok_or(BadRequest::Nobody)
}

fn intent_of(request: &Request) -> Option<&Intent> {
    match &request.detail {
        Detail::Intent(detail) => detail.intent.known(),
        Detail::Launch(_)
        | Detail::SessionEnded(_)
        | Detail::SessionResumed(_)
        | Detail::Connections(_)
        | Detail::UserEvent(_)
        | Detail::Exception(_)
        | Detail::Other(_) => None,
    }
}

fn wanted(intent: Option<&Intent>) -> Wanted {
    let Some(intent) = intent else {
        return Wanted::NotUnderstood;
    };
    let known = intent.known();
    if let Some(wanted) = known.and_then(IntentName::wanted) {
        return wanted;
    }
    match words::fitting(&spoken(intent, known)) {
        Some(text) => Wanted::Said {
            transcripts: vec![Transcript::certain(text)],
            hint: known.and_then(IntentName::hint),
        },
        // "I'd like to order", and nothing yet of what.
        None if known == Some(IntentName::Order) => Wanted::Launch,
        None => Wanted::NotUnderstood,
    }
}

/// The words of an intent: of our own, its slots in the order in which they are said; of any other, all slots.
fn spoken(intent: &Intent, known: Option<IntentName>) -> String {
    let words: Vec<String> = match known {
        Some(_) => WORD_SLOTS.iter().flat_map(|slot| intent.spoken(slot)).collect(),
        None => intent.slot_names().flat_map(|slot| intent.spoken(slot)).collect(),
    };
    words.join(" ")
}
