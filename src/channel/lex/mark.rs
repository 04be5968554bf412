//! Which turn of its session an event is, so that one that is delivered twice is known again.
//!
//! Lex gives its events no id: `originatingRequestId` is that of the session's first request. So each response leaves a
//! mark in the session's attributes, which the next turn brings and a turn that is delivered again does not: it brings
//! the one before. A client can take marks away or make its own up, by which it could lose turns of its own and no more.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::event::Event;

/// The attribute's name.
pub(super) const NAME: &str = "comanda-turn";
/// The letters of a mark.
const LETTERS: usize = 16;

/// By what an event is known again: none for a session's first, or where the client drops the attributes.
pub(super) fn delivery(event: &Event) -> Option<String> {
    let brought = brought(event)?;
    Some(format!("{brought}#{}", hash(event)))
}

/// The mark that the response to an event leaves. The same event leaves the same one.
pub(super) fn left(event: &Event) -> String {
    hash(event)
}

/// The mark that the response before this event left.
fn brought(event: &Event) -> Option<&str> {
    let attributes = event.session_state.known()?.session_attributes.known()?;
    let mark = attributes.get(NAME).and_then(Value::as_str)?;
    let ours = mark.len() == LETTERS && mark.bytes().all(|letter| letter.is_ascii_hexdigit());
    ours.then_some(mark)
}

/// Of what came before and what is said now.
fn hash(event: &Event) -> String {
    let intent = event.intent().and_then(|intent| intent.name.text());
    let parts = [
        brought(event),
        event.session_id.text(),
        event.input_transcript.text(),
        intent,
    ];
    let mut hash = Sha256::new();
    for part in parts {
        let part = part.unwrap_or_default();
        // The length parts what stands side by side.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let letters = hash.finalize().into_iter().take(LETTERS / 2);
    letters.fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
