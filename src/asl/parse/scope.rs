//! A scope of states: the machine's, a branch's, an item processor's.

use std::collections::BTreeMap;

use super::Reader;
use super::fields::Fields;
use crate::asl::definition::States;

impl Reader {
    /// Reads `StartAt` and `States` of an object.
    pub(super) fn scope(&mut self, fields: &Fields<'_>) -> Option<States> {
        let start_at = self.required_string(fields, "StartAt");
        if fields.get("States").is_none() {
            self.missing(fields, "States");
        }
        let states = self.object(fields, "States")?;
        if states.object.is_empty() {
            self.faults
                .schema(states.path.clone(), "At least one state is required");
            return None;
        }
        let mut read = BTreeMap::new();
        for (name, value) in states.object {
            if let Some(state) = self.state(name, value, states.at(name)) {
                read.insert(name.clone(), state);
            }
        }
        self.graph(fields, &states);
        Some(States {
            start_at: start_at?.to_owned(),
            states: read,
        })
    }
}
