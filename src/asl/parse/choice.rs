//! Choice states and their rules.

use serde_json::Value;

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::{ChoiceRule, ChoiceState, Given};

const RULE_FIELDS: &[&str] = &["Assign", "Comment", "Condition", "Next", "Output"];

impl Reader {
    pub(super) fn choice(&mut self, fields: &Fields<'_>) -> Option<ChoiceState> {
        if fields.get("Choices").is_none() {
            self.missing(fields, "Choices");
        }
        let default = self.string(fields, "Default").map(ToOwned::to_owned);
        let entries = self.array(fields, "Choices")?;
        if entries.is_empty() {
            self.faults
                .schema(fields.at("Choices"), "At least one choice rule is required");
        }
        let mut rules = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let path = format!("{}[{index}]", fields.at("Choices"));
            let Some(entry) = self.object_at(entry, path) else {
                continue;
            };
            rules.extend(self.rule(&entry));
        }
        Some(ChoiceState { rules, default })
    }

    fn rule(&mut self, entry: &Fields<'_>) -> Option<ChoiceRule> {
        self.unknown_fields(entry, RULE_FIELDS);
        self.comment(entry);
        let next = self.required_string(entry, "Next");
        let after = self.after(entry, Offered::default());
        let condition = match entry.get("Condition") {
            Some(Value::Bool(flag)) => Some(Given::Literal(*flag)),
            Some(Value::String(text)) => self
                .only_expression(text, &entry.at("Condition"))
                .map(Given::Expression),
            Some(_) => {
                self.faults.schema(
                    entry.at("Condition"),
                    "Expected a JSONata expression between '{%' and '%}'",
                );
                None
            }
            None => {
                self.missing(entry, "Condition");
                None
            }
        };
        Some(ChoiceRule {
            condition: condition?,
            after,
            next: next?.to_owned(),
        })
    }
}
