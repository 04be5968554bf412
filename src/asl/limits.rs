//! The quotas of Step Functions, and ours where it names none.

use std::io;

use serde_json::Value;

/// Input, arguments, result and output of a state, and the input of an execution, as JSON in UTF-8.
pub(crate) const MAX_PAYLOAD_BYTES: usize = 262_144;
/// All variables of an execution together.
pub(crate) const MAX_VARIABLES_BYTES: usize = 10 * 1024 * 1024;
/// A definition as JSON.
pub(crate) const MAX_DEFINITION_BYTES: usize = 1_048_576;
/// Events of one execution; the last one is its end.
pub(crate) const MAX_HISTORY_EVENTS: u64 = 25_000;
/// Iterations of an inline map at a time, whatever `MaxConcurrency` says.
pub(crate) const MAX_MAP_CONCURRENCY: u64 = 40;
/// A wait, a timeout and a retry interval, in seconds.
pub(crate) const MAX_SECONDS: u64 = 99_999_999;
/// A Standard execution: one year, in seconds.
pub(crate) const MAX_STANDARD_SECONDS: u64 = 31_536_000;
/// An Express execution, in seconds.
pub(crate) const MAX_EXPRESS_SECONDS: u64 = 300;
/// Ours: how deep data and definitions may be nested. `serde_json` reads 128 levels, and a snapshot adds some.
pub(crate) const MAX_DEPTH: usize = 100;
/// Ours: one expression, in milliseconds.
pub(crate) const MAX_EVALUATION_MS: u64 = 1_000;
/// Ours: nested evaluations in one expression. AWS gives up at about 100 levels.
pub(crate) const MAX_EVALUATION_DEPTH: usize = 500;
/// Ours: items of one sequence within an expression.
pub(crate) const MAX_SEQUENCE_LENGTH: usize = 100_000;
/// A variable's and a state's name, in characters.
pub(crate) const MAX_NAME_CHARS: usize = 80;

/// Is a value small and flat enough to be input, arguments, result or output?
pub(crate) fn is_payload(value: &Value) -> bool {
    is_shallow(value, MAX_DEPTH) && json_bytes(value).is_some_and(|bytes| bytes <= MAX_PAYLOAD_BYTES)
}

/// Is it nested at most this deep?
pub(crate) fn is_shallow(value: &Value, levels: usize) -> bool {
    match value {
        Value::Array(items) => levels > 0 && items.iter().all(|item| is_shallow(item, levels - 1)),
        Value::Object(fields) => levels > 0 && fields.values().all(|field| is_shallow(field, levels - 1)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

/// Its length as compact JSON.
pub(crate) fn json_bytes(value: &Value) -> Option<usize> {
    let mut counter = Counter(0);
    serde_json::to_writer(&mut counter, value).ok()?;
    Some(counter.0)
}

struct Counter(usize);

impl io::Write for Counter {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.0 += buffer.len();
        Ok(buffer.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_payload_is_measured_in_bytes_of_json() {
        assert!(is_payload(&json!("a".repeat(MAX_PAYLOAD_BYTES - 2))));
        assert!(!is_payload(&json!("a".repeat(MAX_PAYLOAD_BYTES - 1))));
        assert!(!is_payload(&json!("ã".repeat(MAX_PAYLOAD_BYTES / 2))));
    }

    #[test]
    fn a_payload_is_bounded_in_depth() {
        let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
        assert!(is_payload(&nested(MAX_DEPTH)));
        assert!(!is_payload(&nested(MAX_DEPTH + 1)));
    }
}
