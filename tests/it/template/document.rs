//! `infra/template.yaml` as JSON: CloudFormation's short tags in their long form, and what a test asks of resources.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value, json};

/// A template and the text that it was read from.
pub(super) struct Template {
    pub(super) text: String,
    pub(super) json: Value,
}

impl Template {
    pub(super) fn read(text: &str) -> Self {
        let documents = Yaml::load_from_str(text).unwrap();
        assert_eq!(documents.len(), 1, "one document");
        Self {
            text: text.to_owned(),
            json: to_json(&documents[0]),
        }
    }

    /// Resources of a type, by logical id.
    pub(super) fn of_type(&self, name: &str) -> BTreeMap<&str, &Value> {
        let all = self.json["Resources"].as_object().unwrap();
        all.iter()
            .filter(|(_, resource)| resource["Type"] == name)
            .map(|(id, resource)| (id.as_str(), &resource["Properties"]))
            .collect()
    }

    /// The properties of the resource that a `GetAtt` or a `Ref` means.
    pub(super) fn meant_by(&self, reference: &Value) -> &Value {
        target(reference).map_or(&Value::Null, |id| &self.json["Resources"][id]["Properties"])
    }

    /// What a function has, its own before what all have.
    pub(super) fn of_function<'a>(&'a self, function: &'a Value, property: &str) -> &'a Value {
        match &function[property] {
            Value::Null => &self.json["Globals"]["Function"][property],
            own => own,
        }
    }
}

/// The logical id that a `GetAtt` or a `Ref` means.
pub(super) fn target(reference: &Value) -> Option<&str> {
    reference["Ref"]
        .as_str()
        .or_else(|| reference["Fn::GetAtt"].as_str()?.split('.').next())
}

/// One value, or each of a list of them.
pub(super) fn each(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}

/// Each list of statements in a value, whatever it hangs on, as one.
pub(super) fn statements(value: &Value) -> Vec<&Value> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match name.as_str() {
                "Statement" => each(value)
                    .into_iter()
                    .flat_map(|statement| match &statement["Fn::If"] {
                        Value::Array(either) => {
                            either.iter().skip(1).filter(|one| one["Ref"].is_null()).collect()
                        }
                        _ => vec![statement],
                    })
                    .collect(),
                _ => statements(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(statements).collect(),
        _ => Vec::new(),
    }
}

fn to_json(yaml: &Yaml<'_>) -> Value {
    match yaml {
        Yaml::Value(scalar) => match scalar {
            Scalar::Null => Value::Null,
            Scalar::Boolean(value) => json!(value),
            Scalar::Integer(value) => json!(value),
            Scalar::FloatingPoint(value) => json!(value.into_inner()),
            Scalar::String(value) => json!(value),
        },
        Yaml::Sequence(values) => values.iter().map(to_json).collect(),
        Yaml::Mapping(fields) => fields
            .iter()
            .map(|(name, value)| (name.as_str().unwrap().to_owned(), to_json(value)))
            .collect::<Map<_, _>>()
            .into(),
        Yaml::Tagged(tag, value) => {
            let name = match tag.suffix.as_str() {
                short @ ("Ref" | "Condition") => short.to_owned(),
                short => format!("Fn::{short}"),
            };
            json!({ name: to_json(value) })
        }
        Yaml::Representation(..) | Yaml::Alias(_) | Yaml::BadValue => {
            panic!("CloudFormation does not take {yaml:?}")
        }
    }
}
