//! Evaluating a state's expressions: `$states` and the variables bound, the functions of Step Functions
//! added, limits set, and failures worded as AWS words them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use jsonata_core::evaluator::{Context, Evaluator, EvaluatorError, EvaluatorOptions};
use jsonata_core::value::JValue;
use serde_json::{Map, Value};

use super::context::{self, Extra};
use super::definition::Given;
use super::entropy::Entropy;
use super::error::{Failure, QUERY_EVALUATION};
use super::execution::Execution;
use super::expression::Expression;
use super::frame::{Frame, Visit};
use super::functions;
use super::limits::{MAX_DEPTH, MAX_EVALUATION_DEPTH, MAX_EVALUATION_MS, MAX_SEQUENCE_LENGTH};
use super::number;
use super::template::Template;

/// One visit's evaluations. What an expression names is bound when it is evaluated, each value once.
pub(crate) struct Evaluation<'a> {
    execution: &'a Execution,
    frame: &'a Frame,
    extra: Extra<'a>,
    bound: HashMap<String, JValue>,
    entropy: Rc<RefCell<Entropy>>,
}

impl<'a> Evaluation<'a> {
    pub(crate) fn new(execution: &'a Execution, frame: &'a Frame, extra: Extra<'a>) -> Self {
        let entropy = Rc::new(RefCell::new(execution.entropy.clone()));
        Self {
            execution,
            frame,
            extra,
            bound: HashMap::new(),
            entropy,
        }
    }

    /// The state of the random source after the evaluations.
    pub(crate) fn into_entropy(self) -> Entropy {
        self.entropy.borrow().clone()
    }

    /// A failure of the state's own expressions or data, in AWS's words.
    pub(crate) fn failure(&self, error: &str, what: &str) -> Failure {
        let Visit { state, entered, .. } = &self.frame.visit;
        let cause = format!(
            "An error occurred while executing the state '{state}' (entered at the event id #{entered}). {what}"
        );
        Failure::named(error, cause)
    }

    /// An evaluator in which the names of an expression are bound.
    fn evaluator(&mut self, expression: &Expression) -> Evaluator {
        let mut context = Context::new();
        for name in &expression.variables {
            if let Some(value) = self.bind(name) {
                context.bind(name.clone(), value);
            }
        }
        let mut evaluator = Evaluator::with_options(context, options());
        functions::register(&mut evaluator, self.execution.clock, &self.entropy);
        evaluator
    }

    fn bind(&mut self, name: &str) -> Option<JValue> {
        if let Some(value) = self.bound.get(name) {
            return Some(value.clone());
        }
        // The reserved name comes first, so that no variable can take its place.
        let value = if name == "states" {
            context::states(self.execution, self.frame, self.extra)
        } else {
            context::variable(self.execution, self.frame, name)?.clone()
        };
        let value = JValue::from(value);
        self.bound.insert(name.to_owned(), value.clone());
        Some(value)
    }

    /// The value of an expression in `field`, which is written as `Output/name[0]`.
    pub(crate) fn expression(&mut self, expression: &Expression, field: &str) -> Result<Value, Failure> {
        let value = match self
            .evaluator(expression)
            .evaluate(&expression.ast, &JValue::Undefined)
        {
            Ok(value) => value,
            Err(error) => return Err(self.complaint(expression, field, &thrown(&error))),
        };
        if !number::is_json(&value) {
            return Err(self.complaint(expression, field, "returned nothing (undefined)."));
        }
        number::to_json(&value, MAX_DEPTH)
            .ok_or_else(|| self.complaint(expression, field, "returned a value that is nested too deeply."))
    }

    pub(crate) fn template(&mut self, template: &Template, field: &str) -> Result<Value, Failure> {
        match template {
            Template::Literal(value) => Ok(value.clone()),
            Template::Expression(expression) => self.expression(expression, field),
            Template::Array(parts) => {
                let parts = parts.iter().enumerate();
                parts
                    .map(|(index, part)| self.template(part, &format!("{field}[{index}]")))
                    .collect()
            }
            Template::Object(parts) => {
                let mut object = Map::new();
                for (key, part) in parts {
                    object.insert(key.clone(), self.template(part, &format!("{field}/{key}"))?);
                }
                Ok(Value::Object(object))
            }
        }
    }

    pub(crate) fn maybe_template(
        &mut self,
        template: Option<&Template>,
        field: &str,
    ) -> Result<Option<Value>, Failure> {
        template
            .map(|template| self.template(template, field))
            .transpose()
    }

    pub(crate) fn maybe_count(
        &mut self,
        given: Option<&Given<u64>>,
        field: &str,
        bounds: (u64, u64),
    ) -> Result<Option<u64>, Failure> {
        given.map(|given| self.count(given, field, bounds)).transpose()
    }

    /// A whole number between `least` and `most`.
    pub(crate) fn count(
        &mut self,
        given: &Given<u64>,
        field: &str,
        (least, most): (u64, u64),
    ) -> Result<u64, Failure> {
        let expression = match given {
            Given::Literal(number) => return Ok(*number),
            Given::Expression(expression) => expression,
        };
        let value = self.expression(expression, field)?;
        if !value.is_number() {
            return Err(self.wrong_type(expression, field, "number", &value));
        }
        let whole = value.as_u64().filter(|number| (least..=most).contains(number));
        whole.ok_or_else(|| {
            let problem = format!("returned a value out of range. Expected an integer between {least} and {most}, but was: {value}");
            self.complaint(expression, field, &problem)
        })
    }

    pub(crate) fn text(&mut self, given: &Given<String>, field: &str) -> Result<String, Failure> {
        let expression = match given {
            Given::Literal(text) => return Ok(text.clone()),
            Given::Expression(expression) => expression,
        };
        match self.expression(expression, field)? {
            Value::String(text) => Ok(text),
            value => Err(self.wrong_type(expression, field, "string", &value)),
        }
    }

    pub(crate) fn flag(&mut self, given: &Given<bool>, field: &str) -> Result<bool, Failure> {
        let expression = match given {
            Given::Literal(flag) => return Ok(*flag),
            Given::Expression(expression) => expression,
        };
        match self.expression(expression, field)? {
            Value::Bool(flag) => Ok(flag),
            value => Err(self.wrong_type(expression, field, "boolean", &value)),
        }
    }

    pub(crate) fn wrong_type(
        &self,
        expression: &Expression,
        field: &str,
        expected: &str,
        value: &Value,
    ) -> Failure {
        let actual = type_name(value);
        let problem = format!(
            "returned an unexpected result type. Expected '{expected}', but was '{actual}' for value: {value}"
        );
        self.complaint(expression, field, &problem)
    }

    /// AWS's sentence about an expression, ending in what is wrong with it.
    pub(crate) fn complaint(&self, expression: &Expression, field: &str, problem: &str) -> Failure {
        let source = &expression.source;
        self.failure(
            QUERY_EVALUATION,
            &format!("The JSONata expression '{source}' specified for the field '{field}' {problem}"),
        )
    }
}

fn options() -> EvaluatorOptions {
    EvaluatorOptions {
        timeout_ms: Some(MAX_EVALUATION_MS),
        max_stack_depth: Some(MAX_EVALUATION_DEPTH),
        max_sequence_length: Some(MAX_SEQUENCE_LENGTH),
        cancel: None,
    }
}

/// AWS puts a full stop before a message with a code and a colon before one without.
fn thrown(error: &EvaluatorError) -> String {
    let separator = if error.code().is_some() { ". " } else { ": " };
    format!("threw an error during evaluation{separator}{}", error.message())
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
