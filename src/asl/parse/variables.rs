//! Names of variables: their form, and that an inner scope assigns none of an outer scope's.
//!
//! See "Variable scopes" in <https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html>.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Reader;
use crate::asl::limits::MAX_NAME_CHARS;

impl Reader {
    /// Checks a scope, given as the object that holds its `States`, and the scopes within.
    pub(super) fn variable_scopes(&mut self, scope: &Map<String, Value>, path: &str, outer: &BTreeSet<&str>) {
        let Some(states) = scope.get("States").and_then(Value::as_object) else {
            return;
        };
        let mut visible = outer.clone();
        for (name, state) in states {
            for (variable, place) in assigned(state) {
                if outer.contains(variable) {
                    let message = format!("The variable '{variable}' is assigned in an outer scope");
                    self.faults
                        .schema(format!("{path}/States/{name}/{place}/{variable}"), message);
                }
                visible.insert(variable);
            }
        }
        for (name, state) in states {
            for (inner, place) in inner_scopes(state) {
                self.variable_scopes(inner, &format!("{path}/States/{name}/{place}"), &visible);
            }
        }
    }

    /// Letters, digits and underscores, not beginning with a digit, and not the reserved name.
    pub(super) fn variable_name(&mut self, name: &str, path: &str) {
        if name == "states" {
            self.faults.schema(path, "The variable name 'states' is reserved");
        }
        let mut chars = name.chars();
        let starts = chars
            .next()
            .is_some_and(|first| first.is_alphabetic() || first == '_');
        if !starts || !chars.all(|c| c.is_alphanumeric() || c == '_') {
            self.faults
                .schema(path, format!("'{name}' is not a valid variable name"));
        }
        if name.chars().count() > MAX_NAME_CHARS {
            self.faults.schema(
                path,
                format!("Variable names have at most {MAX_NAME_CHARS} characters"),
            );
        }
    }
}

/// The variables that a state assigns itself, in its rules and in its catchers, and where.
fn assigned(state: &Value) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    collect(state, "Assign", &mut found);
    for key in ["Choices", "Catch"] {
        for (index, entry) in state
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            collect(entry, &format!("{key}[{index}]/Assign"), &mut found);
        }
    }
    found
}

fn collect<'a>(holder: &'a Value, place: &str, found: &mut Vec<(&'a str, String)>) {
    if let Some(names) = holder.get("Assign").and_then(Value::as_object) {
        found.extend(names.keys().map(|name| (name.as_str(), place.to_owned())));
    }
}

fn inner_scopes(state: &Value) -> Vec<(&Map<String, Value>, String)> {
    let mut scopes = Vec::new();
    for (index, branch) in state
        .get("Branches")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
    {
        scopes.extend(
            branch
                .as_object()
                .map(|branch| (branch, format!("Branches[{index}]"))),
        );
    }
    for key in ["ItemProcessor", "Iterator"] {
        scopes.extend(
            state
                .get(key)
                .and_then(Value::as_object)
                .map(|scope| (scope, key.to_owned())),
        );
    }
    scopes
}
