//! How foreign JSON is read without refusing what the documentation does not show.
//!
//! Real traffic leaves out required members, sends null for them, or sends another type. A [`Field`] keeps all
//! three apart from the documented shape and writes back what it read; `open_enum!` does the same for strings.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Number, Value};

use super::{BadRequest, MOST_BODY_BYTES};

/// A member of a foreign object.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Field<T> {
    /// It is not there. Never written.
    #[default]
    Absent,
    /// It has the documented shape.
    Known(T),
    /// It has another shape, null included; carried along as it came.
    Other(Value),
}

impl<T> Field<T> {
    /// The value, where it has the documented shape.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Other(_) => None,
        }
    }

    /// Whether it is not there at all.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl Field<String> {
    /// The text, where it is one and is not blank.
    pub fn text(&self) -> Option<&str> {
        self.known()
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Known(value) => value.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(match T::deserialize(&value) {
            Ok(known) => Self::Known(known),
            Err(_) => Self::Other(value),
        })
    }
}

/// What is sent now as text and now as a number: status codes, timestamps, slot values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum TextOrNumber {
    /// Text.
    Text(String),
    /// A number, kept as it was written.
    Number(Number),
}

impl std::fmt::Display for TextOrNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// Reads a body as a JSON object. Goes by way of [`Value`], so that a doubled key is not an error.
pub(super) fn object(body: &[u8]) -> Result<Map<String, Value>, BadRequest> {
    if body.len() > MOST_BODY_BYTES {
        return Err(BadRequest::TooLong);
    }
    if body.trim_ascii().is_empty() {
        return Err(BadRequest::Empty);
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(BadRequest::NotAnObject),
        Err(error) => Err(BadRequest::NotJson(error.to_string())),
    }
}

/// A vocabulary of strings that the platform may widen without notice: what is unknown is carried along.
macro_rules! open_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// A value that the documentation did not have when this was written.
            Unknown(String),
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($wire => Self::$variant,)+
                    _ => Self::Unknown(text),
                }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => $wire.to_owned(),)+
                    $name::Unknown(text) => text,
                }
            }
        }
    };
}
pub(super) use open_enum;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Sample {
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        name: Field<String>,
        #[serde(flatten)]
        other: Map<String, Value>,
    }

    #[test]
    fn a_field_writes_what_it_read() {
        for body in [
            json!({}),
            json!({"name": "x"}),
            json!({"name": null}),
            json!({"name": 3, "more": [1, {}]}),
        ] {
            let read: Sample = serde_json::from_value(body.clone()).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), body);
        }
    }

    #[test]
    fn text_is_neither_blank_nor_of_another_type() {
        assert_eq!(Field::Known("x".to_owned()).text(), Some("x"));
        assert_eq!(Field::Known(" ".to_owned()).text(), None);
        assert_eq!(Field::<String>::Other(Value::Null).text(), None);
        assert_eq!(Field::<String>::Absent.text(), None);
    }

    #[test]
    fn only_objects_of_a_sane_length_are_read() {
        assert_eq!(object(b" \n"), Err(BadRequest::Empty));
        assert_eq!(object(b"[]"), Err(BadRequest::NotAnObject));
        assert!(matches!(object(b"{\"a\":"), Err(BadRequest::NotJson(_))));
        assert!(matches!(object(b"\xff\xfe{}"), Err(BadRequest::NotJson(_))));
        assert_eq!(object(&vec![b' '; MOST_BODY_BYTES + 1]), Err(BadRequest::TooLong));
        assert!(object(br#"{"a": 1, "a": 2}"#).is_ok());
        let deep = "[".repeat(100_000);
        assert!(matches!(object(deep.as_bytes()), Err(BadRequest::NotJson(_))));
    }
}
