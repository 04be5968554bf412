//! What is asked of us by a flow's own Lambda block: to begin a call, and to have somebody call back.
//!
//! Here, and nowhere else, a call gets its number: as Connect recorded it for the contact. It is kept by the contact's id
//! with a ticket that only the flow is told. A block is tried up to three times, and answers the same each time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::FlowEvent;
use crate::app::records::{CALL_STANDS, Call, load_call, put_call};
use crate::app::{App, StoreError, WriteError};
use crate::channel::{BadRequest, aliases, fit, xml};
use crate::conversation::{
    Caller, Channel, Linking, Listen, Speech, Turn, Wanted, converse_apart, shop_calls_back,
};
use crate::order::{Language, Phone};

/// The parameter that says what is wanted: [`CALL_BACK`], or to begin.
const TASK: &str = "task";
/// To have somebody call back.
pub const CALL_BACK: &str = "call-back";
/// The parameter that says in which language the flow goes on, such as `pt-BR`.
const LANGUAGE: &str = "language";
/// The most characters of a greeting's markup; Connect takes three thousand.
const MOST_CHARS: usize = 2_900;
/// How often a call that another try of the block notes at the same time is looked for again.
const TRIES: usize = 3;

/// What a flow reads as `$.External.…`: a flat map of texts, as Connect wants it.
pub type Answers = BTreeMap<&'static str, String>;

/// Why a flow gets no answer: it goes on by its error branch.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCall {
    /// The event is not for us, or cannot be.
    #[error(transparent)]
    Refused(#[from] BadRequest),
    /// Nothing can be noted at present.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Answers an event of a flow's Lambda block, if it comes from this instance.
///
/// # Errors
/// [`NoCall`].
pub async fn answer_flow(
    app: &Arc<App>,
    event: &FlowEvent,
    instance: Option<&str>,
    within: Duration,
) -> Result<Answers, NoCall> {
    let sender = event.details.contact_data.instance_arn.text();
    if instance.is_none() || sender != instance {
        return Err(BadRequest::OtherApplication.into());
    }
    let contact = event.contact().ok_or(BadRequest::ConnectContactFlow)?;
    let call = noted(app, contact, phone(event)).await?;
    let language = event.parameter(LANGUAGE).and_then(Language::of_locale);
    match event.parameter(TASK) {
        Some(CALL_BACK) => {
            let caller = Caller::of(app, &call);
            let said = shop_calls_back(app, &caller, language).await?;
            Ok(Answers::from([("said", spoken(&said))]))
        }
        Some(_) | None => Ok(begin(app, &call, language, within).await),
    }
}

/// The number of whoever calls; none where it is withheld.
fn phone(event: &FlowEvent) -> Option<Phone> {
    let address = event.telephone()?;
    address.starts_with('+').then(|| Phone::of(address)).flatten()
}

/// The call as it was first noted. Who comes with another number for the same contact is refused.
async fn noted(app: &App, contact: &str, phone: Option<Phone>) -> Result<Call, NoCall> {
    for _ in 0..TRIES {
        if let Some(known) = load_call(app, contact).await? {
            let same = known.value.phone == phone;
            return same
                .then_some(known.value)
                .ok_or(BadRequest::OtherApplication.into());
        }
        let now = app.clock.now();
        let call = Call {
            contact: contact.to_owned(),
            phone: phone.clone(),
            ticket: app.ids.next().simple().to_string(),
            until: now.checked_add(CALL_STANDS).unwrap_or(now),
        };
        match app.store.write(vec![put_call(app.shop(), &call)?]).await {
            Ok(()) => return Ok(call),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error.into()),
        }
    }
    Err(StoreError::Unavailable("the call keeps changing".to_owned()).into())
}

/// Opens the conversation: what the flow says first, and whether it listens then.
async fn begin(app: &Arc<App>, call: &Call, language: Option<Language>, within: Duration) -> Answers {
    let caller = Caller::of(app, call);
    let turn = Turn {
        customer: caller.customer.clone(),
        linking: Linking::NotOffered,
        language,
        person: None,
        voice_known: caller.phone.is_none(),
        profile: None,
        channel: Channel::Phone,
        session: Some(call.contact.clone()),
        new_session: true,
        delivery: Some(format!("{}#begin", call.contact)),
        caller: Some(Box::new(caller)),
        wanted: Wanted::Launch,
    };
    let reply = converse_apart(app, turn, within).await;
    let listening = match reply.listen {
        Listen::Close | Listen::Person => "no",
        Listen::Open | Listen::YesNo | Listen::Words => "yes",
    };
    BTreeMap::from([
        ("ticket", call.ticket.clone()),
        ("greeting", spoken(&reply.speech)),
        ("listening", listening.to_owned()),
    ])
}

/// The speech as SSML that Connect plays; what is too long for one prompt is cut at the end of a sentence.
fn spoken(speech: &Speech) -> String {
    let text = xml::plain(&speech.text());
    let marked = aliases::marked_up(&text, speech.pronunciations(), speech.spelled());
    let marked = match marked.chars().count() <= MOST_CHARS {
        true => marked,
        false => {
            let pieces = fit::split(&text, MOST_CHARS, xml::escaped_chars);
            pieces.first().map(|piece| xml::escape(piece)).unwrap_or_default()
        }
    };
    format!("<speak>{marked}</speak>")
}
