//! JSONata's values and JSON's: every number of JSONata is a double, and written as JavaScript writes it.

use jsonata_core::value::{JMap, JValue};
use serde_json::{Map, Number, Value};

/// Integers up to here are exact in a double.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_992.0;

/// A result as JSON; `None` where it is undefined, a function, or deeper than `levels`.
pub(crate) fn to_json(value: &JValue, levels: usize) -> Option<Value> {
    Some(match value {
        JValue::Null => Value::Null,
        JValue::Bool(flag) => Value::Bool(*flag),
        JValue::Number(number) => number_to_json(*number),
        JValue::String(text) => Value::String(text.to_string()),
        JValue::Array(items) => Value::Array(array_to_json(items, levels.checked_sub(1)?)?),
        JValue::Object(fields) => Value::Object(object_to_json(fields, levels.checked_sub(1)?)?),
        JValue::Undefined | JValue::Lambda(_) | JValue::Builtin { .. } | JValue::Regex { .. } => return None,
    })
}

/// As `JSON.stringify` does: what is no JSON becomes null in an array.
fn array_to_json(items: &[JValue], levels: usize) -> Option<Vec<Value>> {
    items
        .iter()
        .map(|item| {
            if is_json(item) {
                to_json(item, levels)
            } else {
                Some(Value::Null)
            }
        })
        .collect()
}

/// As `JSON.stringify` does: what is no JSON is left out of an object.
fn object_to_json(fields: &JMap, levels: usize) -> Option<Map<String, Value>> {
    let fields = fields.iter().filter(|(_, value)| is_json(value));
    fields
        .map(|(key, value)| Some((key.clone(), to_json(value, levels)?)))
        .collect()
}

pub(crate) fn is_json(value: &JValue) -> bool {
    match value {
        JValue::Undefined | JValue::Lambda(_) | JValue::Builtin { .. } | JValue::Regex { .. } => false,
        JValue::Null
        | JValue::Bool(_)
        | JValue::Number(_)
        | JValue::String(_)
        | JValue::Array(_)
        | JValue::Object(_) => true,
    }
}

/// Whole numbers without a decimal point; infinity and not-a-number as null.
fn number_to_json(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER {
        // In range, so the conversion is exact; it also turns -0 into 0.
        return Value::from(number as i64);
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_written_as_javascript_does() {
        for (number, expected) in [
            (1.0, json!(1)),
            (-0.0, json!(0)),
            (1.5, json!(1.5)),
            (-3.0, json!(-3)),
            (1e300, json!(1e300)),
            (f64::INFINITY, json!(null)),
            (f64::NAN, json!(null)),
        ] {
            assert_eq!(number_to_json(number), expected);
        }
    }
}
