//! From a reply to a Lex V2 response.

use serde_json::{Map, Value};

use super::event::Event;
use super::response::{Message, Response};
use super::session_state::{DialogAction, DialogActionType, Intent, IntentState, SessionState};
use crate::channel::{Field, fit};
use crate::conversation::{Listen, Reply};

/// What is "said" where an answer is awaited and there is nothing to say: Lex refuses to listen without a
/// message, and speaks this one as a pause.
const PAUSE: &str = "…";

/// The response that says this reply to the event that it answers.
///
/// A yes or no is awaited like anything else, by `ElicitIntent`. `ConfirmIntent` would keep Lex from hearing
/// "yes, and a coke" as anything but a yes, and ask again in its own words after anything else.
pub fn from_reply(reply: &Reply, event: &Event) -> Response {
    let Reply {
        speech,
        reprompt,
        listen,
        screen: _,
        consent: _,
    } = reply;
    let mut messages = messages(speech.sentences());
    let (action, intent) = match listen {
        Listen::Close => (DialogActionType::Close, fulfilled(event)),
        Listen::Open | Listen::YesNo | Listen::Words => (DialogActionType::ElicitIntent, Field::Absent),
    };
    if messages.is_empty() && *listen != Listen::Close {
        messages = reprompt
            .iter()
            .flat_map(|speech| self::messages(speech.sentences()))
            .collect();
        if messages.is_empty() {
            messages.push(Message::plain(PAUSE));
        }
    }
    Response {
        session_state: Field::Known(SessionState {
            session_attributes: Field::Known(session_attributes(event)),
            dialog_action: Field::Known(DialogAction {
                kind: Field::Known(action),
                ..DialogAction::default()
            }),
            intent,
            ..SessionState::default()
        }),
        messages: if messages.is_empty() {
            Field::Absent
        } else {
            Field::Known(messages)
        },
        ..Response::default()
    }
}

/// The sentences as few messages, each within its limit.
fn messages(sentences: &[String]) -> Vec<Message> {
    let text = sentences.join(" ");
    let pieces = fit::split(&text, Message::MOST_CHARS, |_| 1);
    fit::keep(pieces, Message::MOST, 1, |_| 0)
        .into_iter()
        .map(Message::plain)
        .collect()
}

/// The intent of the event as carried out, which Lex wants to be told when a conversation closes.
fn fulfilled(event: &Event) -> Field<Intent> {
    let Some(name) = event.intent().and_then(|intent| intent.name.text()) else {
        return Field::Absent;
    };
    Field::Known(Intent {
        name: Field::Known(name.to_owned()),
        state: Field::Known(IntentState::Fulfilled),
        ..Intent::default()
    })
}

/// The session attributes that came, of which others in the bot may live.
fn session_attributes(event: &Event) -> Map<String, Value> {
    let received = event
        .session_state
        .known()
        .and_then(|state| state.session_attributes.known());
    let texts = received
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.is_string());
    texts.map(|(name, value)| (name.clone(), value.clone())).collect()
}
