//! One state: the fields its type may have, its transition, and what is its own.

use serde_json::Value;

use super::Reader;
use super::fields::{Fields, JSONATA_FIELDS, Language};
use super::references::Offered;
use crate::asl::definition::{
    After, ChoiceRule, ChoiceState, FailState, Given, MapState, ParallelState, State, StateKind, WaitState,
};
use crate::asl::expression::Expression;
use crate::asl::fault::FaultCode;
use crate::asl::limits::{MAX_NAME_CHARS, MAX_SECONDS};
use crate::asl::template::Template;

const COMMON: &[&str] = &["Comment", "QueryLanguage", "Type"];
const RULE_FIELDS: &[&str] = &["Assign", "Comment", "Condition", "Next", "Output"];
const BRANCH_FIELDS: &[&str] = &["Comment", "StartAt", "States"];
const PROCESSOR_FIELDS: &[&str] = &["Comment", "ProcessorConfig", "StartAt", "States"];
/// Fields of a Map state that only a distributed map reads.
const DISTRIBUTED: &[&str] = &["ItemBatcher", "ItemReader", "Label", "ResultWriter"];

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

    fn choice(&mut self, fields: &Fields<'_>) -> Option<ChoiceState> {
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

    fn wait(&mut self, fields: &Fields<'_>) -> Option<WaitState> {
        if fields.get("Seconds").is_some() == fields.get("Timestamp").is_some() {
            let message =
                "These fields are mutually exclusive and one of them is required: [Seconds, Timestamp]";
            self.faults.schema(fields.path.clone(), message);
        }
        let seconds = self
            .count(fields, "Seconds", (0, MAX_SECONDS))
            .map(WaitState::Seconds);
        let timestamp = self.timestamp_field(fields).map(WaitState::Timestamp);
        seconds.or(timestamp)
    }

    fn timestamp_field(&mut self, fields: &Fields<'_>) -> Option<Given<jiff::Timestamp>> {
        let text = self.string(fields, "Timestamp")?;
        let path = fields.at("Timestamp");
        if Expression::source_of(text).is_some() {
            return self.only_expression(text, &path).map(Given::Expression);
        }
        let at = super::timestamp(text);
        if at.is_none() {
            self.faults
                .schema(path, "String does not match RFC3339 timestamp");
        }
        at.map(Given::Literal)
    }

    fn branches<'a>(&mut self, fields: &Fields<'a>) -> Vec<Fields<'a>> {
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

    fn parallel(&mut self, fields: &Fields<'_>) -> Option<ParallelState> {
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

    fn map(&mut self, fields: &Fields<'_>) -> Option<MapState> {
        for key in DISTRIBUTED.iter().filter(|key| fields.get(key).is_some()) {
            let message = format!("'{key}' belongs to distributed maps, which this engine does not run");
            self.faults.add(FaultCode::Unsupported, fields.at(key), message);
        }
        let max_concurrency = self.count(fields, "MaxConcurrency", (0, u64::MAX));
        let tolerated = self.tolerated(fields);
        let items = self.items(fields);
        let item_selector = self.template(fields, "ItemSelector", Offered::default());
        let rescue = self.rescue(fields);
        let processor = self.processor(fields)?;
        Some(MapState {
            items,
            item_selector,
            max_concurrency,
            tolerated,
            processor,
            rescue,
        })
    }

    fn items(&mut self, fields: &Fields<'_>) -> Option<Template> {
        let value = fields.get("Items")?;
        let is_expression = value
            .as_str()
            .is_some_and(|text| Expression::source_of(text).is_some());
        if !value.is_array() && !is_expression {
            self.faults
                .schema(fields.at("Items"), "Expected an array or a JSONata expression");
            return None;
        }
        self.template(fields, "Items", Offered::default())
    }

    /// Read for their faults: only a distributed map tolerates failures.
    fn tolerated(&mut self, fields: &Fields<'_>) -> Vec<(&'static str, Expression)> {
        let mut tolerated = Vec::new();
        for (key, most) in [
            ("ToleratedFailureCount", f64::INFINITY),
            ("ToleratedFailurePercentage", 100.0),
        ] {
            let path = fields.at(key);
            match fields.get(key) {
                None => {}
                Some(Value::String(text)) => {
                    tolerated.extend(
                        self.only_expression(text, &path)
                            .map(|expression| (key, expression)),
                    );
                }
                Some(value)
                    if value
                        .as_f64()
                        .is_some_and(|number| (0.0..=most).contains(&number)) => {}
                Some(_) => self
                    .faults
                    .schema(path, format!("Expected a number from 0 to {most}")),
            }
        }
        tolerated
    }

    fn processor(&mut self, fields: &Fields<'_>) -> Option<crate::asl::definition::States> {
        // `Iterator` is its older name.
        let key = if fields.get("Iterator").is_some() {
            "Iterator"
        } else {
            "ItemProcessor"
        };
        if fields.get(key).is_none() {
            self.missing(fields, key);
        }
        let processor = self.object(fields, key)?;
        self.unknown_fields(&processor, PROCESSOR_FIELDS);
        self.comment(&processor);
        if let Some(config) = self.object(&processor, "ProcessorConfig") {
            self.unknown_fields(&config, &["ExecutionType", "Mode"]);
            match self.string(&config, "Mode") {
                Some("INLINE") | None => {}
                Some("DISTRIBUTED") => {
                    let message = "Distributed maps are not run by this engine";
                    self.faults
                        .add(FaultCode::Unsupported, config.at("Mode"), message);
                }
                Some(_) => {
                    let message = "Value should be one of the following: [INLINE, DISTRIBUTED]";
                    self.faults.schema(config.at("Mode"), message);
                }
            }
        }
        self.scope(&processor)
    }
}
