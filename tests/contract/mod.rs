//! What every store must mean, as one suite over the port. SQLite is held to it in `tests/it`, DynamoDB in `tests/e2e/aws`.
//!
//! Each part writes under partitions of its own, and expects to find them empty.

mod listing;
mod racing;
mod writing;

use std::sync::Arc;

use comanda::app::Store;
use comanda::app::store::{Index, IndexEntry, Key, MOST_LISTED, Query, Record, Write};
use serde_json::{Value, json};

/// Holds a store to the whole contract.
pub(crate) async fn keeps_the_contract(store: &Arc<dyn Store>) {
    writing::what_is_put_is_got_whole(&**store).await;
    writing::conditions_are_held_to(&**store).await;
    writing::adding_counts(&**store).await;
    writing::all_or_nothing(&**store).await;
    writing::calls_against_the_rules_are_misused(&**store).await;
    listing::listings_are_in_order(&**store).await;
    listing::index_entries_follow_the_record(&**store).await;
    listing::no_listing_is_longer_than_a_page(&**store).await;
    racing::concurrent_writers_never_oversell(store).await;
    racing::of_two_writers_at_one_version_one_wins(store).await;
    racing::one_of_many_places_an_order(store).await;
}

fn record(partition: &str, sort: &str, attributes: Value) -> Record {
    let Value::Object(attributes) = attributes else {
        panic!("attributes are an object")
    };
    Record {
        key: Key::new(partition, sort),
        attributes,
        indexes: Vec::new(),
    }
}

/// A record with a place in the queue index.
pub(crate) fn queued(partition: &str, sort: &str, index_partition: &str, index_sort: &str) -> Record {
    let entry = IndexEntry {
        index: Index::ByQueue,
        partition: index_partition.to_owned(),
        sort: index_sort.to_owned(),
    };
    Record {
        indexes: vec![entry],
        ..record(partition, sort, json!({"is": sort}))
    }
}

/// Everything in a partition of the queue index.
pub(crate) fn queue(partition: &str) -> Query {
    Query {
        index: Index::ByQueue,
        partition: partition.to_owned(),
        before: None,
        descending: false,
        limit: MOST_LISTED,
    }
}

/// Puts a record whatever is there.
pub(crate) async fn put(store: &dyn Store, record: Record) {
    store.write(vec![Write::Put(record, Vec::new())]).await.unwrap();
}

/// The sort keys of a listing.
async fn listed(store: &dyn Store, query: &Query) -> Vec<String> {
    let records = store.list(query).await.unwrap();
    records.into_iter().map(|record| record.key.sort).collect()
}

async fn number(store: &dyn Store, key: &Key) -> i64 {
    let record = store.get(key).await.unwrap().unwrap();
    record.attributes["n"].as_i64().unwrap()
}
