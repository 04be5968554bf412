//! The intent of an Alexa request: its slots, what was said in them, and what they were resolved to.
//!
//! Defined under the [intent object] and [slot value] of the request types reference.
//!
//! [intent object]: https://developer.amazon.com/docs/custom-skills/request-types-reference.html#intent-object
//! [slot value]: https://developer.amazon.com/docs/custom-skills/request-types-reference.html#slot-value-object

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::channel::wire::open_enum;
use crate::channel::{Field, IntentName, TextOrNumber};

open_enum! {
    /// Whether the customer has confirmed an intent or a slot, `confirmationStatus`.
    ConfirmationStatus {
        /// Neither confirmed nor denied.
        None = "NONE",
        /// Confirmed.
        Confirmed = "CONFIRMED",
        /// Denied.
        Denied = "DENIED",
    }
}

open_enum! {
    /// How far a dialogue by Alexa's dialog model has come, `dialogState`.
    DialogState {
        /// It begins.
        Started = "STARTED",
        /// It goes on.
        InProgress = "IN_PROGRESS",
        /// All slots are filled and confirmed.
        Completed = "COMPLETED",
    }
}

open_enum! {
    /// Whether a slot holds one value or several, `slotValue.type`.
    SlotValueKind {
        /// One value.
        Simple = "Simple",
        /// Several, in `values`.
        List = "List",
    }
}

open_enum! {
    /// The outcome of one authority's resolution, `status.code`.
    StatusCode {
        /// It matched a value of the slot type.
        Match = "ER_SUCCESS_MATCH",
        /// It matched none.
        NoMatch = "ER_SUCCESS_NO_MATCH",
        /// It took too long.
        Timeout = "ER_ERROR_TIMEOUT",
        /// It failed.
        Exception = "ER_ERROR_EXCEPTION",
    }
}

/// `intent`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Intent {
    /// Its name in the interaction model.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Whether it has been confirmed.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub confirmation_status: Field<ConfirmationStatus>,
    /// Its slots by name.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slots: Field<BTreeMap<String, Field<Slot>>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One slot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Slot {
    /// Its name.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// What was said; absent where nothing was, and where several values were.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub value: Field<TextOrNumber>,
    /// Whether it has been confirmed.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub confirmation_status: Field<ConfirmationStatus>,
    /// Who filled it, `USER` for the customer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub source: Field<String>,
    /// What the value was resolved to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolutions: Field<Resolutions>,
    /// The value or values in the newer form.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slot_value: Field<SlotValue>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `slotValue`: one value, or a list of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SlotValue {
    /// Which of the two.
    #[serde(rename = "type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<SlotValueKind>,
    /// What was said, for one value.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub value: Field<TextOrNumber>,
    /// The values, for a list.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub values: Field<Vec<Field<SlotValue>>>,
    /// What the value was resolved to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolutions: Field<Resolutions>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `resolutions`: what each authority made of a slot value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Resolutions {
    /// One entry an authority: the slot type, its dynamic entities, and others.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolutions_per_authority: Field<Vec<Field<Resolution>>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What one authority made of a slot value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resolution {
    /// Names the authority.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub authority: Field<String>,
    /// How it went.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub status: Field<ResolutionStatus>,
    /// What it found, best first; absent without a match.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub values: Field<Vec<Field<ResolvedValueWrapper>>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `status` of a resolution.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResolutionStatus {
    /// The code.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub code: Field<StatusCode>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The object around each resolved value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResolvedValueWrapper {
    /// The value.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub value: Field<ResolvedValue>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A value of a slot type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResolvedValue {
    /// Its canonical name.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Its id in the interaction model.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub id: Field<String>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Intent {
    /// Which of our intents this is, if any.
    pub fn known(&self) -> Option<IntentName> {
        IntentName::of(self.name.text()?)
    }

    /// What was said in the slot of this name.
    pub fn spoken(&self, slot: &str) -> Vec<String> {
        self.slots
            .known()
            .and_then(|slots| slots.get(slot)?.known())
            .map(Slot::spoken)
            .unwrap_or_default()
    }

    /// The names of the slots, in alphabetical order.
    pub fn slot_names(&self) -> impl Iterator<Item = &str> {
        self.slots
            .known()
            .into_iter()
            .flat_map(BTreeMap::keys)
            .map(String::as_str)
    }
}

impl Slot {
    /// What was said, as it was said: never what it was resolved to.
    pub fn spoken(&self) -> Vec<String> {
        match said(&self.value) {
            Some(text) => vec![text],
            None => self
                .slot_value
                .known()
                .map(|value| value.spoken(0))
                .unwrap_or_default(),
        }
    }
}

impl SlotValue {
    /// Lists hold values, not lists; anything deeper is not looked at.
    const MOST_DEPTH: usize = 3;

    fn spoken(&self, depth: usize) -> Vec<String> {
        if let Some(text) = said(&self.value) {
            return vec![text];
        }
        if depth >= Self::MOST_DEPTH {
            return Vec::new();
        }
        let values = self.values.known().into_iter().flatten();
        values
            .filter_map(Field::known)
            .flat_map(|value| value.spoken(depth + 1))
            .collect()
    }
}

/// A value in words. Alexa writes a question mark for a value that it could not make out.
fn said(value: &Field<TextOrNumber>) -> Option<String> {
    let text = value.known()?.to_string();
    let text = text.trim();
    (!text.is_empty() && text != "?").then(|| text.to_owned())
}
