//! One state: the fields its type may have, its transition, and what is its own.

use serde_json::Value;

use super::Reader;
use super::fields::{Fields, JSONATA_FIELDS, Language};
use super::references::Offered;
use crate::asl::definition::{After, FailState, State, StateKind};
use crate::asl::fault::FaultCode;
use crate::asl::limits::MAX_NAME_CHARS;

const COMMON: &[&str] = &["Comment", "QueryLanguage", "Type"];

/// The fields of a type beside the common ones; `None` for a type that does not exist.
fn fields_of(state_type: &str) -> Option<&'static [&'static str]> {
    Some(match state_type {
        "Task" => &[
            "Arguments",
            "Assign",
            "Catch",
            "Credentials",
            "End",
            "HeartbeatSeconds",
            "Next",
            "Output",
            "Resource",
            "Retry",
            "TimeoutSeconds",
        ],
        "Pass" => &["Assign", "End", "Next", "Output"],
        "Choice" => &["Assign", "Choices", "Default", "Output"],
        "Wait" => &["Assign", "End", "Next", "Output", "Seconds", "Timestamp"],
        "Succeed" => &["Output"],
        "Fail" => &["Cause", "Error"],
        "Parallel" => &[
            "Arguments",
            "Assign",
            "Branches",
            "Catch",
            "End",
            "Next",
            "Output",
            "Retry",
        ],
        "Map" => &[
            "Assign",
            "Catch",
            "End",
            "ItemBatcher",
            "ItemProcessor",
            "ItemReader",
            "ItemSelector",
            "Items",
            "Iterator",
            "Label",
            "MaxConcurrency",
            "Next",
            "Output",
            "ResultWriter",
            "Retry",
            "ToleratedFailureCount",
            "ToleratedFailurePercentage",
        ],
        _ => return None,
    })
}

impl Reader {
    pub(super) fn state(&mut self, name: &str, value: &Value, path: String) -> Option<State> {
        if name.is_empty() || name.chars().count() > MAX_NAME_CHARS {
            self.faults.schema(
                path.clone(),
                format!("State names have 1 to {MAX_NAME_CHARS} characters"),
            );
        }
        if !self.names.insert(name.to_owned()) {
            let message = format!("Duplicate State name: {name}");
            self.faults
                .add(FaultCode::DuplicateStateName, path.clone(), message);
        }
        let fields = self.object_at(value, path)?;
        let state_type = self.required_string(&fields, "Type")?;
        let Some(own) = fields_of(state_type) else {
            let message = "Value should be one of the following: [Choice, Fail, Map, Parallel, Pass, Succeed, Task, Wait]";
            self.faults.schema(fields.at("Type"), message);
            return None;
        };
        match self.language_of(&fields)? {
            Language::Jsonata => self.jsonata_state(state_type, &fields, own),
            Language::JsonPath => self.jsonpath_state(&fields),
        }
    }

    /// The language a state is read in; `None` where it must not be the one declared.
    fn language_of(&mut self, fields: &Fields<'_>) -> Option<Language> {
        match (self.query_language(fields), self.language) {
            (Some(Language::JsonPath), Language::Jsonata) => {
                let message =
                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
                self.faults.schema(fields.path.clone(), message);
                None
            }
            (declared, machine) => Some(declared.unwrap_or(machine)),
        }
    }

    /// Valid or not, it is not run here; but what AWS refuses is called so.
    fn jsonpath_state(&mut self, fields: &Fields<'_>) -> Option<State> {
        for key in JSONATA_FIELDS.iter().filter(|key| fields.get(key).is_some()) {
            let message = format!(
                "The QueryLanguage is set to 'JSONPath', but field '{key}' is only supported for the 'JSONata' QueryLanguage"
            );
            self.faults.schema(fields.path.clone(), message);
        }
        let message = "States in JSONPath are not run by this engine; use \"QueryLanguage\": \"JSONata\"";
        self.faults
            .add(FaultCode::Unsupported, fields.path.clone(), message);
        for branch in self.branches(fields) {
            self.scope(&branch);
        }
        for key in ["ItemProcessor", "Iterator"] {
            if let Some(processor) = self.object(fields, key) {
                self.scope(&processor);
            }
        }
        None
    }

    fn jsonata_state(&mut self, state_type: &str, fields: &Fields<'_>, own: &[&str]) -> Option<State> {
        self.unknown_fields(fields, &[COMMON, own].concat());
        self.comment(fields);
        let next = if own.contains(&"Next") {
            self.transition(fields)
        } else {
            None
        };
        let kind = match state_type {
            "Task" => self.task(fields).map(Box::new).map(StateKind::Task),
            "Pass" => Some(StateKind::Pass),
            "Choice" => self.choice(fields).map(StateKind::Choice),
            "Wait" => self.wait(fields).map(StateKind::Wait),
            "Parallel" => self.parallel(fields).map(StateKind::Parallel),
            "Map" => self.map(fields).map(Box::new).map(StateKind::Map),
            "Succeed" => Some(StateKind::Succeed),
            _ => Some(StateKind::Fail(FailState {
                error: self.text(fields, "Error"),
                cause: self.text(fields, "Cause"),
            })),
        };
        let result = matches!(state_type, "Task" | "Parallel" | "Map");
        // A Fail state has neither; the field table has refused them.
        let after = match state_type {
            "Fail" => After::default(),
            _ => self.after(
                fields,
                Offered {
                    result,
                    error_output: false,
                },
            ),
        };
        Some(State {
            kind: kind?,
            after,
            next,
        })
    }

    /// `Next`, or `None` for `"End": true`; exactly one of them.
    fn transition(&mut self, fields: &Fields<'_>) -> Option<String> {
        let next = self.string(fields, "Next");
        let ends = match fields.get("End") {
            None => false,
            Some(Value::Bool(end)) => *end,
            Some(_) => {
                self.faults
                    .schema(fields.at("End"), "Expected value of type [BOOLEAN]");
                true
            }
        };
        if fields.get("Next").is_some() == ends {
            self.faults.schema(
                fields.path.clone(),
                "These fields are mutually exclusive and one of them is required: [Next, End]",
            );
        }
        next.map(ToOwned::to_owned)
    }
}
