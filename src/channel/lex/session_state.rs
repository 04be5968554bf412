//! The session state of Lex V2: what events carry and responses set.
//!
//! Defined in the developer guide's [common structures].
//!
//! [common structures]: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-common-structures.html

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::channel::Field;
use crate::channel::wire::open_enum;

/// `sessionState`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SessionState {
    /// What the session keeps: strings by the documentation. Whoever calls the runtime API can set them, so
    /// they are never a source of identity or price.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub session_attributes: Field<Map<String, Value>>,
    /// What Lex does next.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub dialog_action: Field<DialogAction>,
    /// The intent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub intent: Field<Intent>,
    /// The contexts that are active, each `{name, contextAttributes, timeToLive}`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub active_contexts: Field<Vec<Value>>,
    /// Names the request that began this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub originating_request_id: Field<String>,
    /// Members not documented here, `runtimeHints` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// What Lex does next, `dialogAction.type`.
    DialogActionType {
        /// The conversation, or the intent, is over.
        Close = "Close",
        /// Lex asks whether the intent shall be carried out.
        ConfirmIntent = "ConfirmIntent",
        /// Lex goes on by the bot's definition.
        Delegate = "Delegate",
        /// Lex listens for anything.
        ElicitIntent = "ElicitIntent",
        /// Lex asks for a slot.
        ElicitSlot = "ElicitSlot",
        /// Nothing.
        None = "None",
    }
}

/// `dialogAction`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct DialogAction {
    /// What Lex does.
    #[serde(rename = "type", skip_serializing_if = "Field::is_absent")]
    pub kind: Field<DialogActionType>,
    /// The slot asked for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slot_to_elicit: Field<String>,
    /// How it is asked for: `Default`, `SpellByLetter` or `SpellByWord`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slot_elicitation_style: Field<String>,
    /// Members not documented here, `subSlotToElicit` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// How far an intent has come, `state`.
    IntentState {
        /// It failed.
        Failed = "Failed",
        /// It was carried out.
        Fulfilled = "Fulfilled",
        /// It is being carried out.
        FulfillmentInProgress = "FulfillmentInProgress",
        /// Its slots are being filled.
        InProgress = "InProgress",
        /// It can be carried out.
        ReadyForFulfillment = "ReadyForFulfillment",
        /// It waits for the hook.
        Waiting = "Waiting",
    }
}

open_enum! {
    /// Whether the customer has confirmed an intent, `confirmationState`.
    ConfirmationState {
        /// Confirmed.
        Confirmed = "Confirmed",
        /// Denied.
        Denied = "Denied",
        /// Neither.
        None = "None",
    }
}

/// `intent`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Intent {
    /// Its name in the bot.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub name: Field<String>,
    /// Its slots by name; null by the documentation for one that is not filled.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub slots: Field<BTreeMap<String, Field<Slot>>>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub state: Field<IntentState>,
    /// Whether it has been confirmed.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub confirmation_state: Field<ConfirmationState>,
    /// Members not documented here, `kendraResponse` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

open_enum! {
    /// What a slot holds, `shape`.
    Shape {
        /// One value.
        Scalar = "Scalar",
        /// Several, in `values`.
        List = "List",
        /// Named parts, in `subSlots`.
        Composite = "Composite",
    }
}

/// A slot that is filled.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Slot {
    /// What it holds.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub shape: Field<Shape>,
    /// Its value.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub value: Field<SlotContent>,
    /// Its values, each a slot of its own.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub values: Field<Vec<Value>>,
    /// Members not documented here, `subSlots` among them.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `value` of a slot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SlotContent {
    /// What was said.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub original_value: Field<String>,
    /// What Lex takes it for; absent where it takes it for nothing.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub interpreted_value: Field<String>,
    /// What else it could be.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub resolved_values: Field<Vec<String>>,
    /// Members not documented.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
