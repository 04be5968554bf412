//! Records as DynamoDB's items and back.
//!
//! Texts, whole numbers, truths and null are values of their own, which conditions compare. Anything else is one JSON
//! text in a map with the single member `json`: DynamoDB would give `1.0` back as `1`.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Map, Value};

use crate::app::StoreError;
use crate::app::store::{Index, IndexEntry, Key, Record};

/// An item, or the key of one.
pub(super) type Item = HashMap<String, AttributeValue>;

/// The table's partition key.
pub(super) const PARTITION: &str = "pk";
/// The table's sort key.
const SORT: &str = "sk";
/// The only member of the map that holds one JSON text.
const JSON: &str = "json";
/// The most bytes of a partition key, and of a sort key.
const MOST_KEY_BYTES: (usize, usize) = (2048, 1024);

/// The name of an index on the table.
pub(super) fn index_name(index: Index) -> &'static str {
    match index {
        Index::ByCustomer => "by_customer",
        Index::ByQueue => "by_queue",
    }
}

/// Partition and sort key of an index.
pub(super) fn index_attributes(index: Index) -> (&'static str, &'static str) {
    match index {
        Index::ByCustomer => ("by_customer_pk", "by_customer_sk"),
        Index::ByQueue => ("by_queue_pk", "by_queue_sk"),
    }
}

/// A key as an item.
pub(super) fn of_key(key: &Key) -> Item {
    Item::from([
        (PARTITION.to_owned(), AttributeValue::S(key.partition.clone())),
        (SORT.to_owned(), AttributeValue::S(key.sort.clone())),
    ])
}

/// Holds a key to DynamoDB's limits.
///
/// # Errors
/// [`StoreError::Misused`] for an empty or too long part.
pub(super) fn check_key(key: &Key) -> Result<(), StoreError> {
    check_lengths(&key.partition, &key.sort)
}

fn check_lengths(partition: &str, sort: &str) -> Result<(), StoreError> {
    let (longest_partition, longest_sort) = MOST_KEY_BYTES;
    let fits = |text: &str, most| (1..=most).contains(&text.len());
    if fits(partition, longest_partition) && fits(sort, longest_sort) {
        Ok(())
    } else {
        Err(StoreError::Misused("a key that is empty or too long".to_owned()))
    }
}

/// A record as an item: its key, its index attributes, its own attributes beside them.
///
/// # Errors
/// [`StoreError::Misused`] for a key that DynamoDB does not take, and for an attribute named as one of the keys.
pub(super) fn from_record(record: &Record) -> Result<Item, StoreError> {
    let Record {
        key,
        attributes,
        indexes,
    } = record;
    check_key(key)?;
    let mut item = of_key(key);
    for IndexEntry {
        index,
        partition,
        sort,
    } in indexes
    {
        check_lengths(partition, sort)?;
        let (partition_name, sort_name) = index_attributes(*index);
        item.insert(partition_name.to_owned(), AttributeValue::S(partition.clone()));
        item.insert(sort_name.to_owned(), AttributeValue::S(sort.clone()));
    }
    for (name, value) in attributes {
        if is_key(name) {
            return Err(StoreError::Misused(format!("an attribute named {name}")));
        }
        item.insert(name.clone(), to_attribute(value));
    }
    Ok(item)
}

fn is_key(name: &str) -> bool {
    let of_indexes = [Index::ByCustomer, Index::ByQueue].map(index_attributes);
    let mut keys = of_indexes.into_iter().chain([(PARTITION, SORT)]);
    keys.any(|(partition, sort)| name == partition || name == sort)
}

/// A value as an attribute.
pub(super) fn to_attribute(value: &Value) -> AttributeValue {
    match value {
        Value::String(text) => AttributeValue::S(text.clone()),
        Value::Number(number) if number.is_i64() => AttributeValue::N(number.to_string()),
        Value::Bool(truth) => AttributeValue::Bool(*truth),
        Value::Null => AttributeValue::Null(true),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            let json = AttributeValue::S(value.to_string());
            AttributeValue::M(Item::from([(JSON.to_owned(), json)]))
        }
    }
}

/// The record in an item.
///
/// # Errors
/// [`StoreError::Damaged`] for what [`from_record`] does not write.
pub(super) fn to_record(mut item: Item) -> Result<Record, StoreError> {
    let key = places(&mut item, PARTITION, SORT)?.ok_or_else(|| damaged("has no key"))?;
    let key = Key::new(key.0, key.1);
    let mut indexes = Vec::new();
    for index in [Index::ByCustomer, Index::ByQueue] {
        let (partition, sort) = index_attributes(index);
        if let Some((partition, sort)) = places(&mut item, partition, sort)? {
            indexes.push(IndexEntry {
                index,
                partition,
                sort,
            });
        }
    }
    let values = item
        .into_iter()
        .map(|(name, value)| Ok((name, from_attribute(value)?)));
    Ok(Record {
        key,
        attributes: values.collect::<Result<Map<_, _>, StoreError>>()?,
        indexes,
    })
}

/// Takes two key attributes out of an item: both or neither.
fn places(item: &mut Item, partition: &str, sort: &str) -> Result<Option<(String, String)>, StoreError> {
    match (item.remove(partition), item.remove(sort)) {
        (None, None) => Ok(None),
        (Some(AttributeValue::S(partition)), Some(AttributeValue::S(sort))) => Ok(Some((partition, sort))),
        _ => Err(damaged("has half a key, or one that is no text")),
    }
}

fn from_attribute(value: AttributeValue) -> Result<Value, StoreError> {
    match value {
        AttributeValue::S(text) => Ok(Value::String(text)),
        AttributeValue::N(number) => number
            .parse::<i64>()
            .map(Value::from)
            .map_err(|_| damaged("has a number that is not whole")),
        AttributeValue::Bool(truth) => Ok(Value::Bool(truth)),
        AttributeValue::Null(_) => Ok(Value::Null),
        AttributeValue::M(mut map) => match (map.remove(JSON), map.is_empty()) {
            (Some(AttributeValue::S(text)), true) => {
                serde_json::from_str(&text).map_err(|_| damaged("has a text that is not JSON"))
            }
            _ => Err(damaged("has a map that is not of the store's making")),
        },
        // Lists, sets, bytes and whatever DynamoDB may have one day.
        _ => Err(damaged("has an attribute that is not of the store's making")),
    }
}

/// A record's key may name a customer, and its attributes may be theirs: neither goes into an error.
fn damaged(why: &str) -> StoreError {
    StoreError::Damaged(format!("an item {why}"))
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::primitives::Blob;
    use serde_json::json;

    use super::*;

    fn text(text: &str) -> AttributeValue {
        AttributeValue::S(text.to_owned())
    }

    fn record(attributes: &Value) -> Record {
        Record {
            key: Key::new("s#order#1", "order"),
            attributes: attributes.as_object().cloned().unwrap_or_default(),
            indexes: vec![IndexEntry {
                index: Index::ByQueue,
                partition: "s#unstarted".to_owned(),
                sort: "7".to_owned(),
            }],
        }
    }

    #[test]
    fn what_conditions_compare_is_a_value_and_the_rest_one_text() {
        let check = |value: Value, expected: AttributeValue| {
            assert_eq!(to_attribute(&value), expected);
            assert_eq!(from_attribute(expected), Ok(value));
        };
        let json = |text: &str| AttributeValue::M(Item::from([(JSON.to_owned(), self::text(text))]));
        check(json!("{\"json\":1}"), text("{\"json\":1}"));
        check(json!(""), text(""));
        check(json!(-3), AttributeValue::N("-3".to_owned()));
        check(json!(i64::MIN), AttributeValue::N(i64::MIN.to_string()));
        check(json!(true), AttributeValue::Bool(true));
        check(Value::Null, AttributeValue::Null(true));
        check(json!({"json": "x"}), json("{\"json\":\"x\"}"));
        check(json!([1, 1.0]), json("[1,1.0]"));
        check(json!(1.0), json("1.0"));
        check(json!(u64::MAX), json(&u64::MAX.to_string()));
    }

    #[test]
    fn a_record_is_an_item_and_back() {
        let record = record(&json!({ "state": "placed", "body": { "a": 1.0 } }));
        let item = from_record(&record).unwrap();
        let mut names: Vec<&str> = item.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["body", "by_queue_pk", "by_queue_sk", "pk", "sk", "state"]);
        assert_eq!(item["by_queue_pk"], text("s#unstarted"));
        assert_eq!(to_record(item), Ok(record));
    }

    #[test]
    fn what_dynamodb_does_not_take_is_misused() {
        let misused = |record: &Record| matches!(from_record(record), Err(StoreError::Misused(_)));
        for name in ["pk", "sk", "by_customer_pk", "by_queue_sk"] {
            assert!(misused(&record(&json!({ name: 1 }))), "{name}");
        }
        for (partition, sort) in [
            ("", "a"),
            ("a", ""),
            (&*"p".repeat(2049), "a"),
            ("a", &"s".repeat(1025)),
        ] {
            let with_key = Record {
                key: Key::new(partition, sort),
                ..record(&json!({}))
            };
            assert!(misused(&with_key));
            let mut in_index = record(&json!({}));
            in_index.indexes[0].partition = partition.to_owned();
            in_index.indexes[0].sort = sort.to_owned();
            assert!(misused(&in_index));
        }
        assert!(!misused(&record(&json!({ "by_queue": 1 }))));
    }

    #[test]
    fn what_the_store_does_not_write_is_damaged() {
        let whole = from_record(&record(&json!({ "state": "placed" }))).unwrap();
        let check = |name: &str, value: Option<AttributeValue>| {
            let mut item = whole.clone();
            item.remove(name);
            item.extend(value.map(|value| (name.to_owned(), value)));
            let found = to_record(item);
            assert!(matches!(found, Err(StoreError::Damaged(_))), "{name}: {found:?}");
        };
        check("pk", None);
        check("sk", Some(AttributeValue::N("1".to_owned())));
        check("by_queue_pk", None);
        check("by_customer_sk", Some(text("1")));
        check("n", Some(AttributeValue::N("1.5".to_owned())));
        check("n", Some(AttributeValue::N("99999999999999999999".to_owned())));
        check("bytes", Some(AttributeValue::B(Blob::new([1]))));
        check("list", Some(AttributeValue::L(vec![text("a")])));
        check("map", Some(AttributeValue::M(Item::new())));
        let not_json = Item::from([(JSON.to_owned(), text("{"))]);
        check("map", Some(AttributeValue::M(not_json)));
        let two = Item::from([(JSON.to_owned(), text("1")), ("other".to_owned(), text("1"))]);
        check("map", Some(AttributeValue::M(two)));
    }
}
