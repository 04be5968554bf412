//! The port's writes and queries as DynamoDB's requests: conditions, updates and key conditions as expressions.
//!
//! Every name and value goes in by a placeholder, so that none can be taken for a part of the expression.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::types::{ConditionCheck, Delete, Put, TransactWriteItem, Update};
use serde_json::{Value, json};

use super::item::{self, Item};
use crate::app::StoreError;
use crate::app::store::{Condition, Query, Write};

/// An expression under construction, with the placeholders it uses.
#[derive(Debug, Default)]
struct Expression {
    clauses: Vec<String>,
    names: HashMap<String, String>,
    values: Item,
}

/// An expression that is done.
#[derive(Debug, PartialEq)]
pub(super) struct Expressed {
    /// The expression.
    pub(super) clause: String,
    /// Its attribute names by placeholder.
    pub(super) names: HashMap<String, String>,
    /// Its values by placeholder.
    pub(super) values: Item,
}

impl Expression {
    fn name(&mut self, attribute: &str) -> String {
        let known = self.names.iter().find(|(_, name)| *name == attribute);
        if let Some((placeholder, _)) = known {
            return placeholder.clone();
        }
        let placeholder = format!("#n{}", self.names.len());
        self.names.insert(placeholder.clone(), attribute.to_owned());
        placeholder
    }

    fn value(&mut self, value: &Value) -> String {
        let placeholder = format!(":v{}", self.values.len());
        self.values.insert(placeholder.clone(), item::to_attribute(value));
        placeholder
    }

    fn holding(mut self, conditions: &[Condition]) -> Self {
        for condition in conditions {
            let clause = match condition {
                Condition::Absent => format!("attribute_not_exists({})", item::PARTITION),
                Condition::Equals(attribute, value) => {
                    format!("{} = {}", self.name(attribute), self.value(value))
                }
                Condition::AtLeast(attribute, least) => {
                    format!("{} >= {}", self.name(attribute), self.value(&json!(least)))
                }
            };
            self.clauses.push(clause);
        }
        self
    }

    /// The condition, its names and its values, each absent where it would be empty.
    fn finish(self) -> (Option<String>, Option<HashMap<String, String>>, Option<Item>) {
        let clause = self.clauses.join(" AND ");
        (
            Some(clause).filter(|clause| !clause.is_empty()),
            Some(self.names).filter(|names| !names.is_empty()),
            Some(self.values).filter(|values| !values.is_empty()),
        )
    }
}

/// A write of the port as a part of a transaction on this table.
///
/// # Errors
/// [`StoreError::Misused`] for a key or a record that DynamoDB does not take.
pub(super) fn of_write(table: &str, write: &Write) -> Result<TransactWriteItem, StoreError> {
    item::check_key(write.key())?;
    let part = TransactWriteItem::builder();
    Ok(match write {
        Write::Put(record, conditions) => {
            let (condition, names, values) = Expression::default().holding(conditions).finish();
            let put = Put::builder()
                .table_name(table)
                .set_item(Some(item::from_record(record)?))
                .set_condition_expression(condition)
                .set_expression_attribute_names(names)
                .set_expression_attribute_values(values);
            part.put(put.build().map_err(|error| incomplete(&error))?)
        }
        Write::Add(key, attribute, amount, conditions) => {
            part.update(add(table, item::of_key(key), attribute, *amount, conditions)?)
        }
        Write::Delete(key, conditions) => {
            let (condition, names, values) = Expression::default().holding(conditions).finish();
            let delete = Delete::builder()
                .table_name(table)
                .set_key(Some(item::of_key(key)))
                .set_condition_expression(condition)
                .set_expression_attribute_names(names)
                .set_expression_attribute_values(values);
            part.delete(delete.build().map_err(|error| incomplete(&error))?)
        }
        Write::Check(key, conditions) => part.condition_check(check(table, item::of_key(key), conditions)?),
    }
    .build())
}

fn add(
    table: &str,
    key: Item,
    attribute: &str,
    amount: i64,
    conditions: &[Condition],
) -> Result<Update, StoreError> {
    let mut expression = Expression::default();
    let (name, amount) = (expression.name(attribute), expression.value(&json!(amount)));
    let update = format!("ADD {name} {amount}");
    // Adding to what is not there would make a record of it, and adding to a text would not be a refusal.
    let number = expression.value(&json!("N"));
    expression
        .clauses
        .push(format!("attribute_type({name}, {number})"));
    let (condition, names, values) = expression.holding(conditions).finish();
    Update::builder()
        .table_name(table)
        .set_key(Some(key))
        .update_expression(update)
        .set_condition_expression(condition)
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values)
        .build()
        .map_err(|error| incomplete(&error))
}

fn check(table: &str, key: Item, conditions: &[Condition]) -> Result<ConditionCheck, StoreError> {
    let (condition, names, values) = Expression::default().holding(conditions).finish();
    // A check must have a condition: this one always holds.
    let anything = || {
        format!(
            "attribute_exists({0}) OR attribute_not_exists({0})",
            item::PARTITION
        )
    };
    ConditionCheck::builder()
        .table_name(table)
        .set_key(Some(key))
        .condition_expression(condition.unwrap_or_else(anything))
        .set_expression_attribute_names(names)
        .set_expression_attribute_values(values)
        .build()
        .map_err(|error| incomplete(&error))
}

fn incomplete(error: &BuildError) -> StoreError {
    StoreError::Misused(error.to_string())
}

/// Which part of an index is asked for.
pub(super) fn key_condition(query: &Query) -> Expressed {
    let (partition, sort) = item::index_attributes(query.index);
    let mut expression = Expression::default();
    let mut clause = format!(
        "{} = {}",
        expression.name(partition),
        expression.value(&json!(query.partition))
    );
    if let Some(before) = &query.before {
        let before = format!(
            " AND {} < {}",
            expression.name(sort),
            expression.value(&json!(before))
        );
        clause.push_str(&before);
    }
    Expressed {
        clause,
        names: expression.names,
        values: expression.values,
    }
}
