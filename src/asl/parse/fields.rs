//! Reading fields of JSON objects, with a fault for each that is missing, misplaced or of the wrong type.

use serde_json::{Map, Value};

use super::Reader;

/// What expressions and data flow are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    JsonPath,
    Jsonata,
}

/// An object of the definition and its place.
#[derive(Clone, Debug)]
pub(super) struct Fields<'a> {
    pub(super) object: &'a Map<String, Value>,
    pub(super) path: String,
}

impl<'a> Fields<'a> {
    pub(super) fn new(object: &'a Map<String, Value>, path: impl Into<String>) -> Self {
        Self {
            object,
            path: path.into(),
        }
    }

    pub(super) fn at(&self, key: &str) -> String {
        format!("{}/{key}", self.path)
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.object.get(key)
    }
}

/// Fields of JSONPath's that a JSONata state must not have.
pub(super) const JSONPATH_FIELDS: &[&str] = &[
    "CausePath",
    "ErrorPath",
    "HeartbeatSecondsPath",
    "InputPath",
    "ItemsPath",
    "MaxConcurrencyPath",
    "OutputPath",
    "Parameters",
    "Result",
    "ResultPath",
    "ResultSelector",
    "SecondsPath",
    "TimeoutSecondsPath",
    "TimestampPath",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentagePath",
    "Variable",
];

/// Fields of JSONata's that a JSONPath state must not have.
pub(super) const JSONATA_FIELDS: &[&str] = &["Arguments", "Condition", "Items", "Output"];

impl Reader {
    /// The language an object declares; `None` where it declares none.
    pub(super) fn query_language(&mut self, fields: &Fields<'_>) -> Option<Language> {
        match self.string(fields, "QueryLanguage")? {
            "JSONPath" => Some(Language::JsonPath),
            "JSONata" => Some(Language::Jsonata),
            _ => {
                let message = "Value should be one of the following: [JSONPath, JSONata]";
                self.faults.schema(fields.at("QueryLanguage"), message);
                // As AWS resolves it: anything but JSONPath counts as JSONata.
                Some(Language::Jsonata)
            }
        }
    }

    /// A fault for every field that is not among those known.
    pub(super) fn unknown_fields(&mut self, fields: &Fields<'_>, known: &[&str]) {
        for key in fields.object.keys() {
            if !known.contains(&key.as_str()) {
                self.misplaced(fields, key);
            }
        }
    }

    fn misplaced(&mut self, fields: &Fields<'_>, key: &str) {
        let message = if JSONPATH_FIELDS.contains(&key) {
            format!(
                "The QueryLanguage is set to 'JSONata', but field '{key}' is only supported for the 'JSONPath' QueryLanguage"
            )
        } else {
            format!("Field '{key}' is not supported")
        };
        self.faults.schema(fields.path.clone(), message);
    }

    pub(super) fn comment(&mut self, fields: &Fields<'_>) {
        self.string(fields, "Comment");
    }

    pub(super) fn string<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<&'a str> {
        let value = fields.get(key)?;
        if value.as_str().is_none() {
            self.faults
                .schema(fields.at(key), "Expected value of type [STRING]");
        }
        value.as_str()
    }

    pub(super) fn required_string<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<&'a str> {
        if fields.get(key).is_none() {
            self.missing(fields, key);
        }
        self.string(fields, key)
    }

    pub(super) fn missing(&mut self, fields: &Fields<'_>, key: &str) {
        self.faults.schema(
            fields.path.clone(),
            format!("The field '{key}' is required but was missing"),
        );
    }

    pub(super) fn object<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<Fields<'a>> {
        self.object_at(fields.get(key)?, fields.at(key))
    }

    pub(super) fn object_at<'a>(&mut self, value: &'a Value, path: String) -> Option<Fields<'a>> {
        if !value.is_object() {
            self.faults
                .schema(path.clone(), "Expected value of type [OBJECT]");
        }
        value.as_object().map(|object| Fields::new(object, path))
    }

    pub(super) fn array<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<&'a [Value]> {
        let value = fields.get(key)?;
        if !value.is_array() {
            self.faults
                .schema(fields.at(key), "Expected value of type [ARRAY]");
        }
        value.as_array().map(Vec::as_slice)
    }

    /// A whole number within bounds.
    pub(super) fn whole(&mut self, fields: &Fields<'_>, key: &str, bounds: (u64, u64)) -> Option<u64> {
        self.whole_at(fields.get(key)?, &fields.at(key), bounds)
    }

    pub(super) fn whole_at(&mut self, value: &Value, path: &str, (least, most): (u64, u64)) -> Option<u64> {
        // `2.0` is a whole number too.
        let whole = value.as_f64().filter(|number| number.fract() == 0.0);
        let Some(number) = whole else {
            self.faults.schema(path, "Expected value of type [INTEGER]");
            return None;
        };
        if number < least as f64 {
            self.faults.schema(path, format!("Minimum value is {least}"));
            return None;
        }
        if number > most as f64 {
            self.faults.schema(path, format!("Maximum value is {most}"));
            return None;
        }
        Some(number as u64)
    }
}
