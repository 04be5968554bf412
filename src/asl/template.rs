//! A JSON value of a definition whose strings may be expressions: `Arguments`, `Output`, `Assign`, `Items`.

use serde_json::Value;

use super::expression::Expression;

#[derive(Debug)]
pub(crate) enum Template {
    /// Holds no expression anywhere.
    Literal(Value),
    Expression(Expression),
    Array(Vec<Template>),
    Object(Vec<(String, Template)>),
}

impl Template {
    /// An array or object of parts, kept as a plain value where no part is an expression.
    pub(crate) fn array(parts: Vec<Template>) -> Self {
        let mut values = Vec::with_capacity(parts.len());
        for part in &parts {
            let Self::Literal(value) = part else {
                return Self::Array(parts);
            };
            values.push(value.clone());
        }
        Self::Literal(Value::Array(values))
    }

    /// See [`Template::array`].
    pub(crate) fn object(parts: Vec<(String, Template)>) -> Self {
        let mut values = serde_json::Map::new();
        for (key, part) in &parts {
            let Self::Literal(value) = part else {
                return Self::Object(parts);
            };
            values.insert(key.clone(), value.clone());
        }
        Self::Literal(Value::Object(values))
    }
}
