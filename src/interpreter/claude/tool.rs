//! The tool by which Claude answers: its schema is made from these types, and whatever comes back is read by them again.
//!
//! A schema for strict tools holds no bounds, so that everything here is held to its bounds where it is judged.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde::Deserialize;
use serde_json::Value;

use super::Tool;

/// What Claude makes of one turn.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct Understood {
    /// What the customer is doing. `order` where they ask for changes to the draft; `unclear` where you can't tell.
    pub(super) act: Act,
    /// The customer's words that say so, copied exactly; empty for `order` and `unclear`.
    pub(super) act_cites: String,
    /// The changes to the draft, in the order in which they were said.
    #[schemars(with = "Vec<Change>")]
    pub(super) edits: Vec<Value>,
    /// What was said of how the order is got and paid.
    #[schemars(with = "Vec<Said>")]
    pub(super) getting: Vec<Value>,
    /// Ids of the items that a question or complaint is about.
    pub(super) about_items: Vec<String>,
    /// Ids of the options that a question or complaint is about.
    pub(super) about_options: Vec<String>,
    /// Words that name something the menu lacks, copied exactly.
    pub(super) not_on_menu: Vec<String>,
    /// Words that fit several things on the menu, where nothing tells which is meant.
    #[schemars(with = "Vec<Unclear>")]
    pub(super) several_fit: Vec<Value>,
    /// The sentence to be spoken about the changes, or null.
    pub(super) say: Option<String>,
}

/// What a customer is doing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Act {
    Order,
    ThatsAll,
    No,
    WhereIsMyOrder,
    CancelOrder,
    StartOver,
    WhatHaveIOrdered,
    WhatDoYouHave,
    TheUsual,
    AskPrice,
    AskWhatIsInIt,
    AskAllergens,
    AskWhetherYouHaveIt,
    AskChoices,
    AskDishOfTheDay,
    AskOpeningHours,
    AskDelivery,
    AskPayment,
    AskTotal,
    AskHowLong,
    AskAboutShop,
    ComplainMissing,
    ComplainWrong,
    ComplainCold,
    ComplainLate,
    Complain,
    WantAPerson,
    Slower,
    SpellItOut,
    HoldOn,
    DeleteMyData,
    Thanks,
    Greeting,
    Help,
    Repeat,
    Goodbye,
    #[default]
    #[serde(other)]
    Unclear,
}

/// One change to the draft.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(super) struct Change {
    /// What to do.
    #[serde(rename = "do")]
    pub(super) kind: Kind,
    /// The draft's line, by its number, for everything but `add`; null for `add`.
    #[serde(default)]
    pub(super) line: Option<i64>,
    /// The item's id, for `add` and `replace`; null otherwise.
    #[serde(default)]
    pub(super) item: Option<String>,
    /// How many, where the customer said so; null otherwise.
    #[serde(default)]
    pub(super) quantity: Option<i64>,
    /// The id of the size or the like, where the customer said so; null otherwise.
    #[serde(default)]
    pub(super) value: Option<String>,
    /// Options that the customer wants with it.
    #[serde(default)]
    pub(super) options: Vec<ChangeOption>,
    /// Ids of options that the customer wants left off.
    #[serde(default)]
    pub(super) without: Vec<String>,
    /// The customer's words that this rests on, copied exactly from one transcript: all that belong to it and no more.
    #[serde(default)]
    pub(super) cites: String,
}

/// What is done to the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Add,
    Remove,
    SetQuantity,
    Change,
    Replace,
    OneMore,
}

/// An option that is wanted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(super) struct ChangeOption {
    /// The option's id.
    pub(super) option: String,
    /// `extra` or `light`, where the customer said so; null otherwise.
    #[serde(default)]
    pub(super) amount: Option<Portion>,
    /// The number of portions, where the customer said so; null otherwise.
    #[serde(default)]
    pub(super) portions: Option<i64>,
    /// The half that it goes on, where the customer wants halves; null otherwise.
    #[serde(default)]
    pub(super) half: Option<Side>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Portion {
    Extra,
    Light,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Side {
    First,
    Second,
}

/// One thing that was said of how the order is got and paid.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(super) struct Said {
    /// What.
    pub(super) what: Way,
    /// The customer's words that say so, copied exactly.
    #[serde(default)]
    pub(super) cites: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    Delivery,
    Pickup,
    Cash,
    Card,
    Pix,
}

/// Words that fit several things.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub(super) struct Unclear {
    /// The words, copied exactly.
    pub(super) words: String,
    /// Ids of the items that they fit.
    #[serde(default)]
    pub(super) items: Vec<String>,
    /// Ids of the options that they fit.
    #[serde(default)]
    pub(super) options: Vec<String>,
}

/// The tool for a turn.
pub(super) fn turn_tool() -> Tool {
    static SCHEMA: LazyLock<Value> = LazyLock::new(schema::<Understood>);
    Tool {
        name: "understood",
        description: "Says what the customer's words ask for. Call it once, and write nothing beside it.",
        schema: SCHEMA.clone(),
    }
}

/// The schema of a type in the part of JSON Schema that strict tools take: every property required, none beside them, no
/// bounds, nothing referred to.
pub(super) fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    strict(&mut schema);
    schema.to_value()
}

fn strict(schema: &mut Schema) {
    for bound in ["title", "format", "minimum", "maximum", "default"] {
        schema.remove(bound);
    }
    let names = schema.get("properties").and_then(Value::as_object);
    let names = names.map(|properties| properties.keys().cloned().map(Value::String).collect());
    if let Some(names) = names {
        schema.insert("required".to_owned(), Value::Array(names));
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    transform_subschemas(&mut strict, schema);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(schema: &Value) {
        let Some(object) = schema.as_object() else { return };
        for bound in [
            "minimum",
            "maximum",
            "multipleOf",
            "maxItems",
            "minLength",
            "format",
            "$ref",
        ] {
            assert!(!object.contains_key(bound), "{bound} in {schema}");
        }
        if let Some(properties) = object.get("properties") {
            let names: Vec<&String> = properties.as_object().unwrap().keys().collect();
            let required = object["required"].as_array().unwrap();
            assert_eq!(required.len(), names.len(), "{schema}");
            assert_eq!(object["additionalProperties"], false);
            properties.as_object().unwrap().values().for_each(check);
        }
        if let Some(items) = object.get("items") {
            check(items);
        }
        for any in object
            .get("anyOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            check(any);
        }
    }

    #[test]
    fn the_schema_is_one_that_strict_tools_take() {
        let tool = turn_tool();
        check(&tool.schema);
        insta::assert_snapshot!(serde_json::to_string_pretty(&tool.schema).unwrap());
    }

    #[test]
    fn what_is_missing_or_unknown_is_read_all_the_same() {
        let read = |text: &str| serde_json::from_str::<Understood>(text).unwrap();
        assert_eq!(read("{}").act, Act::Unclear);
        assert_eq!(read(r#"{"act":"sing","more":1}"#).act, Act::Unclear);
        assert_eq!(read(r#"{"act":"ask_price"}"#).act, Act::AskPrice);
    }
}
