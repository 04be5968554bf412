//! From a reply to a Lex V2 response.

use serde_json::{Map, Value};

use super::event::{Event, InputMode};
use super::mark;
use super::response::{Message, Response};
use super::session_state::{DialogAction, DialogActionType, Intent, IntentState, SessionState};
use crate::channel::{Field, aliases, fit, xml};
use crate::conversation::{Listen, Reply, Speech};

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
    let mut messages = messages(speech, event);
    let (action, intent) = match listen {
        Listen::Close => (DialogActionType::Close, fulfilled(event)),
        Listen::Open | Listen::YesNo | Listen::Words => (DialogActionType::ElicitIntent, Field::Absent),
    };
    if messages.is_empty() && *listen != Listen::Close {
        messages = reprompt
            .iter()
            .flat_map(|speech| self::messages(speech, event))
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

/// The speech as few messages, each within its limit. Where it is heard, slow speech is marked up, and the names in it that
/// engines misread: a lexicon cannot be given to Lex. A chat would show the markup.
fn messages(speech: &Speech, event: &Event) -> Vec<Message> {
    let text = speech.text();
    if !is_spoken(event) || (!speech.is_slow() && speech.pronunciations().is_empty()) {
        return kept(fit::split(&text, Message::MOST_CHARS, |_| 1), Message::plain);
    }
    let (open, close) = if speech.is_slow() { SLOWLY } else { PLAINLY };
    let limit = Message::MOST_CHARS - open.len() - close.len();
    let marked_up = |piece: String| {
        let marked = aliases::pronounced(&piece, speech.pronunciations());
        // How a word is said is worth less than that it is.
        let marked = match marked.chars().count() <= limit {
            true => marked,
            false => xml::escape(&piece),
        };
        Message::ssml(format!("{open}{marked}{close}"))
    };
    kept(
        fit::split(&xml::plain(&text), limit, xml::escaped_chars),
        marked_up,
    )
}

/// What surrounds speech that is marked up.
const PLAINLY: (&str, &str) = ("<speak>", "</speak>");
/// What surrounds slow speech.
const SLOWLY: (&str, &str) = ("<speak><prosody rate=\"slow\">", "</prosody></speak>");

fn kept(pieces: Vec<String>, message: impl FnMut(String) -> Message) -> Vec<Message> {
    fit::keep(pieces, Message::MOST, 1, |_| 0)
        .into_iter()
        .map(message)
        .collect()
}

/// Whether the customer hears the answer rather than reading it.
fn is_spoken(event: &Event) -> bool {
    match event.input_mode.known() {
        Some(InputMode::Speech | InputMode::Dtmf) => true,
        Some(InputMode::Text | InputMode::Unknown(_)) | None => event
            .response_content_type
            .text()
            .is_some_and(|kind| kind.starts_with("audio/")),
    }
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

/// The session attributes that came, of which others in the bot may live, and the mark of this turn.
fn session_attributes(event: &Event) -> Map<String, Value> {
    let received = event
        .session_state
        .known()
        .and_then(|state| state.session_attributes.known());
    let texts = received
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.is_string());
    let kept = texts.map(|(name, value)| (name.clone(), value.clone()));
    let mark = (mark::NAME.to_owned(), Value::from(mark::left(event)));
    kept.chain([mark]).collect()
}
