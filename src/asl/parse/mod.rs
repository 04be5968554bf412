//! From JSON to a [`Definition`], or to the list of everything that is wrong with it.
//!
//! What is refused here is what `CreateStateMachine` refuses; the codes, places and most words are AWS's,
//! as <https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html>
//! reports them.

mod choice;
mod fields;
mod graph;
mod map;
mod parallel;
mod references;
mod rescue;
mod scope;
mod state;
mod task;
mod templates;
mod timestamp;
mod variables;
mod wait;

use std::collections::BTreeSet;

use serde_json::Value;

use self::fields::{Fields, Language};
pub(crate) use self::timestamp::timestamp;
use super::definition::{Definition, MachineType};
use super::fault::{Fault, Faults};
use super::limits::{self, MAX_DEFINITION_BYTES, MAX_DEPTH, MAX_SECONDS};

const MACHINE_FIELDS: &[&str] = &[
    "Comment",
    "QueryLanguage",
    "StartAt",
    "States",
    "TimeoutSeconds",
    "Version",
];

/// What holds for the whole machine while it is read, and what was found wrong with it.
struct Reader {
    machine_type: MachineType,
    language: Language,
    /// State names so far: they are unique over all scopes.
    names: BTreeSet<String>,
    faults: Faults,
}

/// See [`Definition::parse`].
pub(crate) fn machine(definition: &Value, machine_type: MachineType) -> Result<Definition, Vec<Fault>> {
    let mut reader = Reader {
        machine_type,
        language: Language::JsonPath,
        names: BTreeSet::new(),
        faults: Faults::default(),
    };
    let read = reader.machine(definition);
    let faults = reader.faults.into_vec();
    match read {
        Some(definition) if faults.is_empty() => Ok(definition),
        _ => Err(faults),
    }
}

impl Reader {
    fn machine(&mut self, definition: &Value) -> Option<Definition> {
        let Some(object) = definition.as_object() else {
            self.faults.schema("", "The definition must be a JSON object");
            return None;
        };
        if !limits::is_shallow(definition, MAX_DEPTH) {
            self.faults.schema(
                "",
                format!("The definition is nested deeper than {MAX_DEPTH} levels"),
            );
            return None;
        }
        if limits::json_bytes(definition).is_none_or(|bytes| bytes > MAX_DEFINITION_BYTES) {
            self.faults
                .schema("", format!("The definition exceeds {MAX_DEFINITION_BYTES} bytes"));
            return None;
        }
        let fields = Fields::new(object, "");
        self.language = self.query_language(&fields).unwrap_or(Language::JsonPath);
        self.unknown_fields(&fields, MACHINE_FIELDS);
        self.comment(&fields);
        if let Some(version) = self.string(&fields, "Version")
            && version != "1.0"
        {
            self.faults.schema(
                fields.at("Version"),
                "Value should be one of the following: [1.0]",
            );
        }
        let timeout_seconds = self.whole(&fields, "TimeoutSeconds", (1, MAX_SECONDS));
        self.variable_scopes(object, "", &BTreeSet::new());
        let root = self.scope(&fields);
        Some(Definition {
            machine_type: self.machine_type,
            timeout_seconds,
            root: root?,
        })
    }
}
