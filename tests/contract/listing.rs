//! Listings: their order, their bounds, and that they follow the records.

use comanda::app::WriteError;
use comanda::app::store::{
    Condition, Index, IndexEntry, Key, MOST_LISTED, MOST_WRITES, Query, Record, Store, Write,
};
use serde_json::json;

use super::{listed, put, queue, queued, record};

/// The sort keys of a listing. Those in one place stand in either order: here by their names.
async fn in_order(store: &dyn Store, query: &Query) -> Vec<String> {
    let mut records = store.list(query).await.unwrap();
    let place = |record: &Record| record.indexes[0].sort.clone();
    for chunk in records.chunk_by_mut(|one, next| place(one) == place(next)) {
        chunk.sort_by(|one, other| one.key.sort.cmp(&other.key.sort));
    }
    records.into_iter().map(|record| record.key.sort).collect()
}

pub(super) async fn listings_are_in_order(store: &dyn Store) {
    // Not in the order of their places, and one in the same place as another.
    for (sort, place) in [("c", "30"), ("a", "10"), ("d", "4"), ("b", "20"), ("e", "30")] {
        put(store, queued("order", sort, "order", place)).await;
    }
    put(store, queued("order", "x", "order#other", "15")).await;
    put(store, record("order", "unlisted", json!({}))).await;
    let by_customer = IndexEntry {
        index: Index::ByCustomer,
        partition: "order".to_owned(),
        sort: "15".to_owned(),
    };
    put(
        store,
        Record {
            indexes: vec![by_customer],
            ..record("order", "customers", json!({}))
        },
    )
    .await;
    let all = queue("order");
    // Text sorts as text: "4" comes after "30".
    assert_eq!(in_order(store, &all).await, ["a", "b", "c", "e", "d"]);
    let latest_first = Query {
        descending: true,
        ..all.clone()
    };
    assert_eq!(in_order(store, &latest_first).await, ["d", "c", "e", "b", "a"]);
    let two = Query {
        limit: 2,
        ..all.clone()
    };
    assert_eq!(listed(store, &two).await, ["a", "b"]);
    let latest = Query {
        limit: 1,
        ..latest_first.clone()
    };
    assert_eq!(listed(store, &latest).await, ["d"]);
    let before = |query: &Query, sort: &str| Query {
        before: Some(sort.to_owned()),
        ..query.clone()
    };
    assert_eq!(listed(store, &before(&all, "30")).await, ["a", "b"]);
    assert_eq!(in_order(store, &before(&all, "300")).await, ["a", "b", "c", "e"]);
    assert_eq!(
        in_order(store, &before(&latest_first, "4")).await,
        ["c", "e", "b", "a"]
    );
    assert!(listed(store, &before(&all, "")).await.is_empty());
    assert!(listed(store, &queue("order#none")).await.is_empty());
    let customers = Query {
        index: Index::ByCustomer,
        ..all
    };
    assert_eq!(listed(store, &customers).await, ["customers"]);
}

pub(super) async fn index_entries_follow_the_record(store: &dyn Store) {
    put(store, queued("follow", "one", "follow#a", "1")).await;
    assert_eq!(listed(store, &queue("follow#a")).await, ["one"]);
    let moved = queued("follow", "one", "follow#b", "2");
    put(store, moved.clone()).await;
    assert!(listed(store, &queue("follow#a")).await.is_empty());
    assert_eq!(
        store.list(&queue("follow#b")).await.unwrap(),
        [moved],
        "a listing holds whole records"
    );
    // A put that is refused moves nothing.
    let refused = Write::Put(queued("follow", "one", "follow#a", "3"), vec![Condition::Absent]);
    assert_eq!(store.write(vec![refused]).await, Err(WriteError::Refused(0)));
    assert_eq!(listed(store, &queue("follow#b")).await, ["one"]);
    put(store, record("follow", "one", json!({}))).await;
    assert!(listed(store, &queue("follow#b")).await.is_empty());
    put(store, queued("follow", "one", "follow#b", "4")).await;
    let delete = Write::Delete(Key::new("follow", "one"), vec![]);
    store.write(vec![delete]).await.unwrap();
    assert!(listed(store, &queue("follow#b")).await.is_empty());
}

pub(super) async fn no_listing_is_longer_than_a_page(store: &dyn Store) {
    let places: Vec<String> = (0..=MOST_LISTED).map(|place| format!("{place:04}")).collect();
    for chunk in places.chunks(MOST_WRITES) {
        let puts = chunk
            .iter()
            .map(|place| Write::Put(queued("page", place, "page", place), vec![]));
        store.write(puts.collect()).await.unwrap();
    }
    let longer = Query {
        limit: MOST_LISTED + 1,
        ..queue("page")
    };
    for query in [queue("page"), longer] {
        assert_eq!(listed(store, &query).await, places[..MOST_LISTED]);
    }
}
