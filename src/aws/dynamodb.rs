//! The store's port in DynamoDB's terms: records as items, conditions as expressions, queries on the table's indexes.
//!
//! Pure: it makes the bodies of [TransactWriteItems] and [Query] and sends nothing. `docs/dynamodb.md` has the design.
//!
//! [TransactWriteItems]: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
//! [Query]: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html

use serde_json::{Map, Value, json};

use crate::app::store::{Condition, Index, Key, MOST_LISTED, Query, Record, Write};

/// The body of a `TransactWriteItems` call; `token` makes a repeated call one.
pub fn transaction(table: &str, writes: &[Write], token: &str) -> Value {
    let items: Vec<Value> = writes.iter().map(|write| transact_item(table, write)).collect();
    json!({ "TransactItems": items, "ClientRequestToken": token })
}

/// The body of a `Query` call on an index.
pub fn query(table: &str, query: &Query) -> Value {
    let (partition, sort) = index_attributes(query.index);
    let mut names = Map::from_iter([("#p".to_owned(), json!(partition))]);
    let mut values = Map::from_iter([(":p".to_owned(), json!({ "S": query.partition }))]);
    let mut condition = "#p = :p".to_owned();
    if let Some(before) = &query.before {
        names.insert("#s".to_owned(), json!(sort));
        values.insert(":s".to_owned(), json!({ "S": before }));
        condition.push_str(" AND #s < :s");
    }
    json!({
        "TableName": table,
        "IndexName": index_name(query.index),
        "KeyConditionExpression": condition,
        "ExpressionAttributeNames": names,
        "ExpressionAttributeValues": values,
        "ScanIndexForward": !query.descending,
        "Limit": query.limit.clamp(1, MOST_LISTED),
    })
}

fn transact_item(table: &str, write: &Write) -> Value {
    let mut expression = Expression::default();
    match write {
        Write::Put(record, conditions) => {
            let body = json!({ "TableName": table, "Item": item(record) });
            json!({ "Put": expression.finish(body, conditions) })
        }
        Write::Add(key, attribute, amount, conditions) => {
            let name = expression.name(attribute);
            let amount = expression.value(&json!(amount));
            // Adding to what is not there would make a record of it.
            expression.clauses.push(format!("attribute_exists({name})"));
            let update = format!("ADD {name} {amount}");
            let body = json!({ "TableName": table, "Key": item_key(key), "UpdateExpression": update });
            json!({ "Update": expression.finish(body, conditions) })
        }
        Write::Delete(key, conditions) => {
            let body = json!({ "TableName": table, "Key": item_key(key) });
            json!({ "Delete": expression.finish(body, conditions) })
        }
        Write::Check(key, conditions) => {
            let body = json!({ "TableName": table, "Key": item_key(key) });
            json!({ "ConditionCheck": expression.finish(body, conditions) })
        }
    }
}

/// An expression under construction, with the placeholders it uses.
#[derive(Debug, Default)]
struct Expression {
    clauses: Vec<String>,
    names: Map<String, Value>,
    values: Map<String, Value>,
}

impl Expression {
    fn name(&mut self, attribute: &str) -> String {
        let placeholder = format!("#n{}", self.names.len());
        self.names.insert(placeholder.clone(), json!(attribute));
        placeholder
    }

    fn value(&mut self, value: &Value) -> String {
        let placeholder = format!(":v{}", self.values.len());
        self.values.insert(placeholder.clone(), attribute_value(value));
        placeholder
    }

    fn finish(mut self, mut body: Value, conditions: &[Condition]) -> Value {
        for condition in conditions {
            let clause = match condition {
                Condition::Absent => "attribute_not_exists(pk)".to_owned(),
                Condition::Equals(attribute, value) => {
                    format!("{} = {}", self.name(attribute), self.value(value))
                }
                Condition::AtLeast(attribute, least) => {
                    format!("{} >= {}", self.name(attribute), self.value(&json!(least)))
                }
            };
            self.clauses.push(clause);
        }
        if let Some(body) = body.as_object_mut() {
            let parts = [
                ("ExpressionAttributeNames", self.names),
                ("ExpressionAttributeValues", self.values),
            ];
            if !self.clauses.is_empty() {
                body.insert(
                    "ConditionExpression".to_owned(),
                    json!(self.clauses.join(" AND ")),
                );
            }
            for (name, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
                body.insert(name.to_owned(), Value::Object(part));
            }
        }
        body
    }
}

/// A record as an item: its key, its index attributes, its own attributes beside them.
pub fn item(record: &Record) -> Value {
    let mut item = Map::new();
    for (name, value) in &record.attributes {
        item.insert(name.clone(), attribute_value(value));
    }
    for entry in &record.indexes {
        let (partition, sort) = index_attributes(entry.index);
        item.insert(partition.to_owned(), json!({ "S": entry.partition }));
        item.insert(sort.to_owned(), json!({ "S": entry.sort }));
    }
    item.insert("pk".to_owned(), json!({ "S": record.key.partition }));
    item.insert("sk".to_owned(), json!({ "S": record.key.sort }));
    Value::Object(item)
}

fn item_key(key: &Key) -> Value {
    json!({ "pk": { "S": key.partition }, "sk": { "S": key.sort } })
}

/// Whole numbers and texts are values that conditions compare; anything else is one JSON text.
fn attribute_value(value: &Value) -> Value {
    match value {
        Value::String(text) => json!({ "S": text }),
        Value::Number(number) => json!({ "N": number.to_string() }),
        Value::Bool(truth) => json!({ "BOOL": truth }),
        Value::Null => json!({ "NULL": true }),
        Value::Array(_) | Value::Object(_) => json!({ "S": value.to_string() }),
    }
}

fn index_name(index: Index) -> &'static str {
    match index {
        Index::ByCustomer => "by_customer",
        Index::ByQueue => "by_queue",
    }
}

fn index_attributes(index: Index) -> (&'static str, &'static str) {
    match index {
        Index::ByCustomer => ("by_customer_pk", "by_customer_sk"),
        Index::ByQueue => ("by_queue_pk", "by_queue_sk"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::store::IndexEntry;

    #[test]
    fn a_transaction_says_what_the_port_says() {
        let record = Record {
            key: Key::new("s#order#1", "order"),
            attributes: Map::from_iter([
                ("state".to_owned(), json!("placed")),
                ("body".to_owned(), json!({"a": 1})),
            ]),
            indexes: vec![IndexEntry {
                index: Index::ByQueue,
                partition: "s#unstarted".into(),
                sort: "7".into(),
            }],
        };
        let writes = [
            Write::Put(record, vec![Condition::Equals("state", json!("open"))]),
            Write::Add(
                Key::new("s#stock", "item#flan"),
                "on_hand",
                -2,
                vec![Condition::AtLeast("on_hand", 2)],
            ),
            Write::Check(Key::new("s#x", "y"), vec![Condition::Absent]),
        ];
        let expected = json!({
            "ClientRequestToken": "t",
            "TransactItems": [
                { "Put": {
                    "TableName": "orders",
                    "Item": {
                        "state": { "S": "placed" }, "body": { "S": "{\"a\":1}" },
                        "by_queue_pk": { "S": "s#unstarted" }, "by_queue_sk": { "S": "7" },
                        "pk": { "S": "s#order#1" }, "sk": { "S": "order" },
                    },
                    "ConditionExpression": "#n0 = :v0",
                    "ExpressionAttributeNames": { "#n0": "state" },
                    "ExpressionAttributeValues": { ":v0": { "S": "open" } },
                } },
                { "Update": {
                    "TableName": "orders",
                    "Key": { "pk": { "S": "s#stock" }, "sk": { "S": "item#flan" } },
                    "UpdateExpression": "ADD #n0 :v0",
                    "ConditionExpression": "attribute_exists(#n0) AND #n1 >= :v1",
                    "ExpressionAttributeNames": { "#n0": "on_hand", "#n1": "on_hand" },
                    "ExpressionAttributeValues": { ":v0": { "N": "-2" }, ":v1": { "N": "2" } },
                } },
                { "ConditionCheck": {
                    "TableName": "orders",
                    "Key": { "pk": { "S": "s#x" }, "sk": { "S": "y" } },
                    "ConditionExpression": "attribute_not_exists(pk)",
                } },
            ],
        });
        assert_eq!(transaction("orders", &writes, "t"), expected);
    }

    #[test]
    fn a_query_reads_one_page_of_an_index() {
        let asked = Query {
            index: Index::ByQueue,
            partition: "s#reservations".to_owned(),
            before: Some("9".to_owned()),
            descending: false,
            limit: 900,
        };
        let expected = json!({
            "TableName": "orders", "IndexName": "by_queue",
            "KeyConditionExpression": "#p = :p AND #s < :s",
            "ExpressionAttributeNames": { "#p": "by_queue_pk", "#s": "by_queue_sk" },
            "ExpressionAttributeValues": { ":p": { "S": "s#reservations" }, ":s": { "S": "9" } },
            "ScanIndexForward": true, "Limit": 200,
        });
        assert_eq!(query("orders", &asked), expected);
    }
}
