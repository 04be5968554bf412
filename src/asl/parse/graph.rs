//! Transitions within one scope: each leads to a state of the scope, every state is led to, one is terminal.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Reader;
use super::fields::Fields;
use crate::asl::fault::FaultCode;

impl Reader {
    /// Works on the JSON, so that a state with other faults still has its transitions checked.
    pub(super) fn graph(&mut self, fields: &Fields<'_>, states: &Fields<'_>) {
        let start_at = fields.get("StartAt").and_then(Value::as_str);
        if let Some(target) = start_at
            && !states.object.contains_key(target)
        {
            self.missing_target(target, fields.at("StartAt"));
        }
        for (name, state) in states.object {
            for (target, place) in targets(state) {
                if !states.object.contains_key(target) {
                    self.missing_target(target, format!("{}/{place}", states.at(name)));
                }
            }
        }
        // AWS asks this of the machine only, not of branches, and then leaves unreachable states alone.
        if fields.path.is_empty() && !states.object.values().any(is_terminal) {
            self.faults
                .add(FaultCode::MissingEndState, "", "Workflow has no terminal state");
            return;
        }
        let Some(start_at) = start_at.filter(|target| states.object.contains_key(*target)) else {
            return;
        };
        let reached = reachable(states.object, start_at);
        for name in states
            .object
            .keys()
            .filter(|name| !reached.contains(name.as_str()))
        {
            let message = format!("State \"{name}\" is not reachable.");
            self.faults
                .add(FaultCode::MissingTransitionTarget, states.at(name), message);
        }
    }

    fn missing_target(&mut self, target: &str, path: String) {
        let message = format!("Missing 'Next' target: {target}");
        self.faults.add(FaultCode::MissingTransitionTarget, path, message);
    }
}

/// Where a state may lead, and the place within the state that says so.
fn targets(state: &Value) -> Vec<(&str, String)> {
    let mut targets = Vec::new();
    for key in ["Next", "Default"] {
        targets.extend(
            state
                .get(key)
                .and_then(Value::as_str)
                .map(|target| (target, key.to_owned())),
        );
    }
    for key in ["Choices", "Catch"] {
        for (index, entry) in state
            .get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let target = entry.get("Next").and_then(Value::as_str);
            targets.extend(target.map(|target| (target, format!("{key}[{index}]/Next"))));
        }
    }
    targets
}

fn is_terminal(state: &Value) -> bool {
    let ends = matches!(
        state.get("Type").and_then(Value::as_str),
        Some("Succeed" | "Fail")
    );
    ends || state.get("End").and_then(Value::as_bool) == Some(true)
}

fn reachable<'a>(states: &'a Map<String, Value>, start_at: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::from([start_at]);
    let mut open = vec![start_at];
    while let Some(state) = open.pop().and_then(|name| states.get(name)) {
        for (target, _) in targets(state) {
            if states.contains_key(target) && reached.insert(target) {
                open.push(target);
            }
        }
    }
    reached
}
