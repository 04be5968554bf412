//! The dialog directive that lets bare speech through: Alexa hands an utterance on as words only after a carrier
//! phrase, unless a slot for words is being elicited.
//!
//! Defined in the [dialog interface]. Other intents stay within reach while a slot is elicited: what Alexa takes for
//! one of them comes as that intent, and the rest as words.
//!
//! [dialog interface]: https://developer.amazon.com/docs/custom-skills/dialog-interface-reference.html#elicitslot

use serde_json::{Value, json};

use super::request_type::RequestType;
use super::to_turn::QUERY_SLOT;
use crate::channel::IntentName;

/// The intent whose slot is elicited; the model's dialog section has it.
pub(super) const ELICITED: IntentName = IntentName::Words;

/// `Dialog.ElicitSlot` for the slot of words, whatever intent was answered.
pub(super) fn elicit_words() -> Value {
    json!({
        "type": "Dialog.ElicitSlot",
        "slotToElicit": QUERY_SLOT,
        "updatedIntent": {
            "name": ELICITED.alexa_name(),
            "confirmationStatus": "NONE",
            "slots": { QUERY_SLOT: { "name": QUERY_SLOT, "confirmationStatus": "NONE" } },
        },
    })
}

/// Whether a response to this request may begin a dialogue: those that open a session or carry an intent.
pub(super) fn may_begin(request: &RequestType) -> bool {
    matches!(request, RequestType::Launch | RequestType::Intent)
}
