//! Values with expressions in them, wherever a state takes them.

use serde_json::Value;

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::{After, Given};
use crate::asl::expression::Expression;
use crate::asl::template::Template;

impl Reader {
    pub(super) fn template(&mut self, fields: &Fields<'_>, key: &str, offered: Offered) -> Option<Template> {
        self.template_at(fields.get(key)?, &fields.at(key), offered)
    }

    /// `None` where an expression within has a fault.
    pub(super) fn template_at(&mut self, value: &Value, path: &str, offered: Offered) -> Option<Template> {
        match value {
            Value::String(text) => match Expression::source_of(text) {
                Some(source) => self.expression(source, path, offered).map(Template::Expression),
                None => Some(Template::Literal(value.clone())),
            },
            Value::Array(items) => {
                let parts = items.iter().enumerate();
                let parts: Vec<_> = parts
                    .map(|(index, item)| self.template_at(item, &format!("{path}[{index}]"), offered))
                    .collect();
                parts.into_iter().collect::<Option<_>>().map(Template::array)
            }
            Value::Object(fields) => {
                let parts: Vec<_> = fields
                    .iter()
                    .map(|(key, part)| {
                        Some((
                            key.clone(),
                            self.template_at(part, &format!("{path}/{key}"), offered)?,
                        ))
                    })
                    .collect();
                parts.into_iter().collect::<Option<_>>().map(Template::object)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => Some(Template::Literal(value.clone())),
        }
    }

    /// `Assign` and `Output`.
    pub(super) fn after(&mut self, fields: &Fields<'_>, offered: Offered) -> After {
        let output = self.template(fields, "Output", offered);
        let Some(names) = self.object(fields, "Assign") else {
            return After { assign: None, output };
        };
        let mut assign = Vec::new();
        for (name, value) in names.object {
            let path = names.at(name);
            self.variable_name(name, &path);
            assign.extend(
                self.template_at(value, &path, offered)
                    .map(|template| (name.clone(), template)),
            );
        }
        After {
            assign: Some(assign),
            output,
        }
    }

    /// A string that must be an expression.
    pub(super) fn only_expression(&mut self, text: &str, path: &str) -> Option<Expression> {
        let Some(source) = Expression::source_of(text) else {
            self.faults
                .schema(path, "Expected a JSONata expression between '{%' and '%}'");
            return None;
        };
        self.expression(source, path, Offered::default())
    }

    /// A whole number, or an expression for one.
    pub(super) fn count(&mut self, fields: &Fields<'_>, key: &str, bounds: (u64, u64)) -> Option<Given<u64>> {
        match fields.get(key)? {
            Value::String(text) => self.only_expression(text, &fields.at(key)).map(Given::Expression),
            value => self.whole_at(value, &fields.at(key), bounds).map(Given::Literal),
        }
    }

    /// A text, or an expression for one.
    pub(super) fn text(&mut self, fields: &Fields<'_>, key: &str) -> Option<Given<String>> {
        let text = self.string(fields, key)?;
        match Expression::source_of(text) {
            Some(source) => self
                .expression(source, &fields.at(key), Offered::default())
                .map(Given::Expression),
            None => Some(Given::Literal(text.to_owned())),
        }
    }

    fn expression(&mut self, source: &str, path: &str, offered: Offered) -> Option<Expression> {
        match Expression::parse(source) {
            Ok(mut expression) => self
                .references(&mut expression, path, offered)
                .then_some(expression),
            Err(message) => {
                self.faults
                    .add(crate::asl::FaultCode::InvalidJsonataExpression, path, message);
                None
            }
        }
    }
}
