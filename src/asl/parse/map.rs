//! Map states, of which only inline ones are run.

use serde_json::Value;

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::{MapState, States};
use crate::asl::expression::Expression;
use crate::asl::fault::FaultCode;
use crate::asl::template::Template;

const PROCESSOR_FIELDS: &[&str] = &["Comment", "ProcessorConfig", "StartAt", "States"];
/// Fields of a Map state that only a distributed map reads.
const DISTRIBUTED: &[&str] = &["ItemBatcher", "ItemReader", "Label", "ResultWriter"];

impl Reader {
    pub(super) fn map(&mut self, fields: &Fields<'_>) -> Option<MapState> {
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

    fn processor(&mut self, fields: &Fields<'_>) -> Option<States> {
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
