//! Map, inline: the same states for every item of an array, some or all at once.

use serde_json::{Value, json};

use crate::asl::context::Extra;
use crate::asl::definition::{Given, MapState};
use crate::asl::error::{Failure, QUERY_EVALUATION};
use crate::asl::evaluation::Evaluation;
use crate::asl::expression::Expression;
use crate::asl::frame::{Branching, FrameId};
use crate::asl::history::EventType;
use crate::asl::limits::MAX_MAP_CONCURRENCY;
use crate::asl::run::Run;
use crate::asl::template::Template;

impl Run<'_> {
    pub(crate) fn start_map(&mut self, id: FrameId, map: &MapState) -> Result<(), Failure> {
        let Some(input) = self.frame(id).map(|frame| frame.visit.input.clone()) else {
            return Ok(());
        };
        let (items, concurrency) = self.evaluate(id, Extra::default(), |evaluation| {
            let items = items(evaluation, map.items.as_ref(), input)?;
            let concurrency = concurrency(evaluation, map.max_concurrency.as_ref())?;
            for (field, expression) in &map.tolerated {
                let value = evaluation.expression(expression, field)?;
                if !is_number(&value) {
                    return Err(evaluation.wrong_type(expression, field, "number", &value));
                }
            }
            Ok((items, concurrency))
        })?;
        let name = self
            .frame(id)
            .map(|frame| frame.visit.state.clone())
            .unwrap_or_default();
        let items = Value::Array(items);
        self.check_payload(&name, &items)?;
        let Value::Array(items) = items else { return Ok(()) };
        self.record(EventType::MapStateStarted, None, json!({"length": items.len()}));
        self.start_branches(id, Branching::new(items.into(), concurrency))
    }

    /// What an iteration starts with: the item, or what `ItemSelector` makes of it.
    pub(crate) fn select_item(
        &mut self,
        id: FrameId,
        map: &MapState,
        index: u64,
        item: &Value,
    ) -> Result<Value, Failure> {
        let Some(selector) = &map.item_selector else {
            return Ok(item.clone());
        };
        let extra = Extra {
            item: Some((index, item)),
            ..Extra::default()
        };
        let selected = self.evaluate(id, extra, |it| it.template(selector, "ItemSelector"))?;
        let name = self
            .frame(id)
            .map(|frame| frame.visit.state.clone())
            .unwrap_or_default();
        self.check_payload(&name, &selected)?;
        Ok(selected)
    }
}

fn items(
    evaluation: &mut Evaluation<'_>,
    items: Option<&Template>,
    input: Value,
) -> Result<Vec<Value>, Failure> {
    let value = evaluation.maybe_template(items, "Items")?;
    match (items, value) {
        (_, Some(Value::Array(items))) => Ok(items),
        (Some(Template::Expression(expression)), Some(value)) => {
            Err(evaluation.wrong_type(expression, "Items", "array", &value))
        }
        (_, Some(value)) => Err(not_an_array(evaluation, &value)),
        (_, None) => match input {
            Value::Array(items) => Ok(items),
            value => Err(not_an_array(evaluation, &value)),
        },
    }
}

fn not_an_array(evaluation: &Evaluation<'_>, value: &Value) -> Failure {
    let what = format!("Map state input must be an array but was: {value}");
    evaluation.failure(QUERY_EVALUATION, &what)
}

/// At most the quota; 0 stands for no limit of the definition's own.
fn concurrency(evaluation: &mut Evaluation<'_>, given: Option<&Given<u64>>) -> Result<u64, Failure> {
    let wanted = match given {
        None => 0,
        Some(Given::Literal(number)) => *number,
        Some(Given::Expression(expression)) => whole(evaluation, expression, "MaxConcurrency")?,
    };
    Ok(if wanted == 0 {
        MAX_MAP_CONCURRENCY
    } else {
        wanted.min(MAX_MAP_CONCURRENCY)
    })
}

/// Unlike everywhere else AWS takes a number's text too.
fn is_number(value: &Value) -> bool {
    value.is_number() || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok())
}

/// A whole number of at least 0.
fn whole(evaluation: &mut Evaluation<'_>, expression: &Expression, field: &str) -> Result<u64, Failure> {
    let value = evaluation.expression(expression, field)?;
    let read = match &value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    };
    read.ok_or_else(|| evaluation.wrong_type(expression, field, "number", &value))
}
