//! From a reply to a Lex V2 response.

use serde_json::{Map, Value};

use super::event::{Event, InputMode};
use super::mark;
use super::response::{Message, Response};
use super::session_state::{DialogAction, DialogActionType, Intent, IntentState, SessionState};
use crate::channel::{Field, aliases, fit, xml};
use crate::conversation::{Listen, Reply, Screen, Speech};

/// The attribute by which Lex is told when an utterance has ended, for every intent and slot.
pub const END_OF_SPEECH: &str = "x-amz-lex:audio:end-timeout-ms:*:*";
/// The attribute by which a contact flow is told what comes after the bot.
pub const NEXT: &str = "comanda_next";
/// Its value where a person takes over.
pub const PERSON: &str = "person";
/// The attribute with what that person should know.
pub const SUMMARY: &str = "comanda_summary";
/// The most characters of it: an agent has to hear it out before they speak.
const MOST_SUMMARY_CHARS: usize = 300;

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
        screen,
        consent: _,
    } = reply;
    let closes = matches!(listen, Listen::Close | Listen::Person);
    let mut messages = messages(speech, event);
    let (action, intent) = match listen {
        Listen::Close | Listen::Person => (DialogActionType::Close, fulfilled(event)),
        Listen::Open | Listen::YesNo | Listen::Words => (DialogActionType::ElicitIntent, Field::Absent),
    };
    if messages.is_empty() && !closes {
        messages = reprompt
            .iter()
            .flat_map(|speech| self::messages(speech, event))
            .collect();
        if messages.is_empty() {
            messages.push(Message::plain(PAUSE));
        }
    }
    let mut attributes = session_attributes(event);
    if is_spoken(event) {
        let slow = speech.is_slow();
        attributes.insert(
            END_OF_SPEECH.to_owned(),
            Value::from(end_of_speech_ms(*listen, slow)),
        );
    }
    if *listen == Listen::Person {
        attributes.insert(NEXT.to_owned(), Value::from(PERSON));
        attributes.insert(SUMMARY.to_owned(), Value::from(summary(screen.as_ref())));
    }
    Response {
        session_state: Field::Known(SessionState {
            session_attributes: Field::Known(attributes),
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

/// The speech as few messages, each within its limit. Where it is heard, slow speech is marked up, what is spelled out, and
/// the names in it that engines misread: a lexicon cannot be given to Lex. A chat would show the markup.
fn messages(speech: &Speech, event: &Event) -> Vec<Message> {
    let text = speech.text();
    let is_plain = !speech.is_slow() && speech.pronunciations().is_empty() && speech.spelled().is_empty();
    if !is_spoken(event) || is_plain {
        return kept(fit::split(&text, Message::MOST_CHARS, |_| 1), Message::plain);
    }
    let (open, close) = if speech.is_slow() { SLOWLY } else { PLAINLY };
    let limit = Message::MOST_CHARS - open.len() - close.len();
    let marked_up = |piece: String| {
        let marked = aliases::marked_up(&piece, speech.pronunciations(), speech.spelled());
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

/// For how long Lex hears nothing before it takes an utterance for ended, in milliseconds; its own 600 cut off who thinks.
/// Longer where an address or a number is spelled out, shorter after a question with a yes or a no.
fn end_of_speech_ms(listen: Listen, slow: bool) -> String {
    let usual = match listen {
        Listen::YesNo => 900,
        Listen::Open | Listen::Close | Listen::Person => 1_300,
        Listen::Words => 2_000,
    };
    // Whoever asks for slower speech speaks slower, as a rule.
    let ms = if slow { usual * 3 / 2 } else { usual };
    ms.to_string()
}

/// The draft in a text for the person who takes over.
fn summary(screen: Option<&Screen>) -> String {
    let Some(Screen {
        title: _,
        rows,
        total,
    }) = screen
    else {
        return String::new();
    };
    let lines = rows.iter().map(|(line, _)| line.clone());
    let total = total.iter().map(|(name, amount)| format!("{name}: {amount}"));
    let text = lines.chain(total).collect::<Vec<_>>().join(". ");
    let pieces = fit::split(&text, MOST_SUMMARY_CHARS, |_| 1);
    pieces.into_iter().next().unwrap_or_default()
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
        .filter(|(name, value)| value.is_string() && *name != NEXT && *name != SUMMARY);
    let kept = texts.map(|(name, value)| (name.clone(), value.clone()));
    let mark = (mark::NAME.to_owned(), Value::from(mark::left(event)));
    kept.chain([mark]).collect()
}
