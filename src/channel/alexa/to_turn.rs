//! From an Alexa request to a turn, or to the answer that needs no dialogue.

use sha2::{Digest, Sha256};

use super::envelope::Envelope;
use super::intent::Intent;
use super::request::{Detail, Request};
use super::request_type::Due;
use super::response::ResponseEnvelope;
use super::{can_fulfill, skill_event};
use crate::app::ProfileAccess;
use crate::channel::intent::Meaning;
use crate::channel::{BadRequest, IntentName, samples, words};
use crate::conversation::{AccountEvent, Channel, Linking, Turn, Wanted};
use crate::interpreter::{Hint, Transcript};
use crate::order::{CustomerId, Language, PersonId};

/// The slots of our interaction model that hold words, in the order in which they are said.
pub(super) const WORD_SLOTS: [&str; 6] = [
    QUANTITY_SLOT,
    ITEM_SLOT,
    DETAIL_SLOT,
    ALSO_QUANTITY_SLOT,
    ALSO_ITEM_SLOT,
    QUERY_SLOT,
];
/// How many, before a bare name.
pub(super) const QUANTITY_SLOT: &str = "quantity";
/// A bare name from the menu.
pub(super) const ITEM_SLOT: &str = "item";
/// A second name right after it: "large" and "pepperoni", in the order of the language.
pub(super) const DETAIL_SLOT: &str = "detail";
/// How many of what comes after "and".
pub(super) const ALSO_QUANTITY_SLOT: &str = "also_quantity";
/// A bare name after "and".
pub(super) const ALSO_ITEM_SLOT: &str = "also_item";
/// Free speech after a carrier phrase.
pub(super) const QUERY_SLOT: &str = "query";

/// The longest id of a request by which it is known again; genuine ones have some sixty characters.
const MOST_DELIVERY_BYTES: usize = 256;

/// What a request turns out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Incoming {
    /// Something for the dialogue, whose reply goes back through [`super::from_reply()`].
    Turn(Turn),
    /// Something that the customer did in the Alexa app, to be carried out; then the answer is an empty response.
    Account(AccountEvent),
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
    let wanted = match request.due() {
        Due::Wish => wanted(intent_of(request), envelope.language()),
        Due::Welcome => Wanted::Launch,
        Due::Consent => Wanted::ConsentChanged,
        Due::Repetition => Wanted::Repeat,
        Due::Apology => Wanted::NotUnderstood,
        Due::Judgement => return Ok(Incoming::Answer(Box::new(can_fulfill::judge(intent_of(request))))),
        Due::Change => {
            let nothing = || Incoming::Answer(Box::new(ResponseEnvelope::empty()));
            return Ok(skill_event::change_of(envelope).map_or_else(nothing, Incoming::Account));
        }
        Due::Nothing => return Ok(Incoming::Answer(Box::new(ResponseEnvelope::empty()))),
    };
    Ok(Incoming::Turn(Turn {
        customer: customer(envelope)?,
        language: envelope.language(),
        person: envelope.person_id().map(PersonId::new),
        // Alexa says who speaks only where she knows the voice.
        voice_known: envelope.person_id().is_some(),
        profile: profile(envelope),
        channel: Channel::Alexa,
        session: envelope.session_id().map(str::to_owned),
        new_session: envelope.is_new_session(),
        linking: Linking::NotOffered,
        delivery: delivery(request, &wanted),
        caller: None,
        wanted,
    }))
}

/// The id by which a request is known again, with what is wanted in it: tools that try a skill may give every request the
/// same id.
fn delivery(request: &Request, wanted: &Wanted) -> Option<String> {
    let id = request
        .request_id
        .text()
        .filter(|id| id.len() <= MOST_DELIVERY_BYTES)?;
    let wanted = Sha256::digest(format!("{wanted:?}"));
    let mark = wanted
        .iter()
        .take(8)
        .fold(String::new(), |mark, byte| format!("{mark}{byte:02x}"));
    Some(format!("{id}#{mark}"))
}

/// Who speaks, by what Alexa herself says of it. Without an account, as test tools send it, it is whoever has
/// this session or sent this request, so that nobody sees another's order.
fn customer(envelope: &Envelope) -> Result<CustomerId, BadRequest> {
    let user = envelope.user_id().map(customer_of);
    let session = || envelope.session_id().map(|id| format!("alexa-session:{id}"));
    let request = || {
        envelope
            .request
            .request_id
            .text()
            .map(|id| format!("alexa-request:{id}"))
    };
    user.or_else(|| session().or_else(request).map(CustomerId::new))
        .ok_or(BadRequest::Nobody)
}

/// What the ids of customers begin with that have an account with Alexa.
const ACCOUNT: &str = "alexa:";

/// The customer that an account of Alexa's is.
pub(super) fn customer_of(user: &str) -> CustomerId {
    CustomerId::new(format!("{ACCOUNT}{user}"))
}

/// The account of Alexa's that a customer is, where they are one.
pub(super) fn user_of(customer: &CustomerId) -> Option<&str> {
    customer.as_str().strip_prefix(ACCOUNT)
}

/// How the profile of the account and the device can be read; none where the request does not say all of it.
fn profile(envelope: &Envelope) -> Option<ProfileAccess> {
    let system = envelope.system()?;
    Some(ProfileAccess {
        endpoint: system.api_endpoint.text()?.to_owned(),
        token: system.api_access_token.text()?.to_owned(),
        device: system.device.known()?.device_id.text()?.to_owned(),
    })
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

fn wanted(intent: Option<&Intent>, language: Option<Language>) -> Wanted {
    let Some(intent) = intent else {
        return Wanted::NotUnderstood;
    };
    let Some(known) = intent.known() else {
        // Of an intent that is not ours: whatever its slots hold.
        let words: Vec<String> = intent.slot_names().flat_map(|slot| intent.spoken(slot)).collect();
        return said(&words.join(" "), None).unwrap_or(Wanted::NotUnderstood);
    };
    let found = match known.meaning() {
        Meaning::Wish(wanted) => Some(wanted),
        Meaning::Words(hint) => said(&spoken(intent, language), hint),
        Meaning::Carried => carried(intent, known, language),
        Meaning::Nothing => None,
    };
    match found {
        Some(wanted) => wanted,
        // "I'd like to order", and nothing yet of what.
        None if known == IntentName::Order => Wanted::Launch,
        None => Wanted::NotUnderstood,
    }
}

/// The words of a carried intent with what carried them. Without a language there is nothing to say it in, and the
/// slot alone would say something else.
fn carried(intent: &Intent, known: IntentName, language: Option<Language>) -> Option<Wanted> {
    let query = words::fitting(&intent.spoken(QUERY_SLOT).join(" "));
    said(&samples::carried(known, language?, query.as_deref())?, None)
}

fn said(text: &str, hint: Option<Hint>) -> Option<Wanted> {
    Some(Wanted::Said {
        transcripts: vec![Transcript::certain(words::fitting(text)?)],
        hint,
    })
}

/// The words of an intent's slots in the order in which they are said.
fn spoken(intent: &Intent, language: Option<Language>) -> String {
    let mut said: Vec<String> = Vec::new();
    for slot in WORD_SLOTS {
        let words = intent.spoken(slot);
        let begins = matches!(slot, ALSO_QUANTITY_SLOT | ALSO_ITEM_SLOT) && !words.is_empty();
        let and = match language {
            Some(Language::EnUs) => "and",
            Some(Language::PtBr) => "e",
            None => ",",
        };
        if begins && !said.is_empty() && !said.iter().any(|word| word == and) {
            said.push(and.to_owned());
        }
        said.extend(words);
    }
    said.join(" ")
}
