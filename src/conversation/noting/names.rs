//! What the journal calls things by.

use serde_json::Value;

use super::super::Wanted;
use super::super::scene::Pending;
use crate::interpreter::Act;

/// A question by its kind, as it is written in the store.
pub(super) fn kind(question: &Pending) -> Option<String> {
    match serde_json::to_value(question).ok()?.get("kind")? {
        Value::String(kind) => Some(kind.clone()),
        _ => None,
    }
}

/// A wish that came without words, by its name. Of keys that were pressed only that there were some is kept.
pub(super) fn wish(wanted: &Wanted) -> &'static str {
    match wanted {
        Wanted::Launch => "launch",
        Wanted::Said { .. } => "words",
        Wanted::Yes => "yes",
        Wanted::No => "no",
        Wanted::Done => "done",
        Wanted::Status => "status",
        Wanted::Cancel => "cancel",
        Wanted::StartOver => "start_over",
        Wanted::Review => "review",
        Wanted::Menu => "menu",
        Wanted::Usual => "usual",
        Wanted::Complain => "complain",
        Wanted::Person => "person",
        Wanted::Slower => "slower",
        Wanted::HoldOn => "hold_on",
        Wanted::Forget => "forget",
        Wanted::Keyed(_) => "keys",
        Wanted::ConsentChanged => "consent",
        Wanted::Help => "help",
        Wanted::Repeat => "repeat",
        Wanted::Stop => "stop",
        Wanted::NotUnderstood => "noise",
        Wanted::Silence => "silence",
    }
}

/// An act by its name.
pub(super) fn act_name(act: Act) -> &'static str {
    match act {
        Act::Edit => "edit",
        Act::Yes => "yes",
        Act::No => "no",
        Act::Done => "done",
        Act::Status => "status",
        Act::Cancel => "cancel",
        Act::StartOver => "start_over",
        Act::Review => "review",
        Act::Menu => "menu",
        Act::Ask(_) => "ask",
        Act::Usual => "usual",
        Act::Complain(_) => "complain",
        Act::Person => "person",
        Act::Slower => "slower",
        Act::Spell => "spell",
        Act::HoldOn => "hold_on",
        Act::Forget => "forget",
        Act::Thanks => "thanks",
        Act::Continue => "continue",
        Act::Help => "help",
        Act::Repeat => "repeat",
        Act::Stop => "stop",
        Act::Greet => "greet",
        Act::Nothing => "nothing",
    }
}
