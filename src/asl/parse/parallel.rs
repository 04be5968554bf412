//! Parallel states.

use serde_json::Value;

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::ParallelState;

const BRANCH_FIELDS: &[&str] = &["Comment", "StartAt", "States"];

impl Reader {
    pub(super) fn branches<'a>(&mut self, fields: &Fields<'a>) -> Vec<Fields<'a>> {
        let branches = self
            .array(fields, "Branches")
            .unwrap_or_default()
            .iter()
            .enumerate();
        let path = fields.at("Branches");
        branches
            .filter_map(|(index, branch)| self.object_at(branch, format!("{path}[{index}]")))
            .collect()
    }

    pub(super) fn parallel(&mut self, fields: &Fields<'_>) -> Option<ParallelState> {
        if fields.get("Branches").is_none() {
            self.missing(fields, "Branches");
        }
        if fields
            .get("Branches")
            .and_then(Value::as_array)
            .is_some_and(Vec::is_empty)
        {
            self.faults
                .schema(fields.at("Branches"), "At least one branch is required");
        }
        let mut branches = Vec::new();
        for branch in self.branches(fields) {
            self.unknown_fields(&branch, BRANCH_FIELDS);
            self.comment(&branch);
            branches.extend(self.scope(&branch));
        }
        Some(ParallelState {
            arguments: self.template(fields, "Arguments", Offered::default()),
            branches,
            rescue: self.rescue(fields),
        })
    }
}
