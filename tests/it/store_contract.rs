//! What every store must mean, as one suite over the port: run here over SQLite, in memory and in a file.
//!
//! Each part writes under partitions of its own, so that the suite can also run over a table that others use.

use std::sync::Arc;

use comanda::app::store::{
    Condition, Index, IndexEntry, Key, MOST_BYTES, MOST_LISTED, MOST_WRITES, Query, Record, Write,
};
use comanda::app::{Store, StoreError, WriteError};
use comanda::local::{Database, SqliteStore};
use serde_json::{Map, Value, json};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sqlite_in_memory_keeps_the_contract() {
    let store: Arc<dyn Store> = Arc::new(SqliteStore::new(Database::in_memory().unwrap()));
    keeps_the_contract(&store).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sqlite_in_a_file_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let store: Arc<dyn Store> = Arc::new(SqliteStore::new(Database::open(folder.path()).unwrap()));
    keeps_the_contract(&store).await;
}

#[tokio::test]
async fn what_is_written_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let record = queued("reopen", "one", "q", "1");
    {
        let store = SqliteStore::new(Database::open(folder.path()).unwrap());
        put(&store, record.clone()).await;
    }
    let store = SqliteStore::new(Database::open(folder.path()).unwrap());
    assert_eq!(store.get(&record.key).await.unwrap(), Some(record.clone()));
    assert_eq!(store.list(&queue("q")).await.unwrap(), [record]);
}

async fn keeps_the_contract(store: &Arc<dyn Store>) {
    what_is_put_is_got_whole(&**store).await;
    conditions_are_held_to(&**store).await;
    adding_counts(&**store).await;
    all_or_nothing(&**store).await;
    calls_against_the_rules_are_misused(&**store).await;
    listings_are_in_order(&**store).await;
    index_entries_follow_the_record(&**store).await;
    no_listing_is_longer_than_a_page(&**store).await;
    concurrent_writers_never_oversell(store).await;
    of_two_writers_at_one_version_one_wins(store).await;
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
fn queued(partition: &str, sort: &str, index_partition: &str, index_sort: &str) -> Record {
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

fn queue(partition: &str) -> Query {
    Query {
        index: Index::ByQueue,
        partition: partition.to_owned(),
        before: None,
        descending: false,
        limit: MOST_LISTED,
    }
}

async fn put(store: &dyn Store, record: Record) {
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

async fn what_is_put_is_got_whole(store: &dyn Store) {
    let attributes = json!({
        "text": "pão \"quente\"\n\u{0} 🍕", "none": null, "yes": true, "list": [1, -2, 3.5, {"deep": []}],
        "big": 9_007_199_254_740_993_i64, "empty": "",
    });
    let whole = Record {
        indexes: vec![
            IndexEntry {
                index: Index::ByCustomer,
                partition: "whole#customer".to_owned(),
                sort: "1".to_owned(),
            },
            IndexEntry {
                index: Index::ByQueue,
                partition: "whole#queue".to_owned(),
                sort: "1".to_owned(),
            },
        ],
        ..record("whole", "one", attributes)
    };
    assert_eq!(store.get(&whole.key).await.unwrap(), None);
    put(store, whole.clone()).await;
    assert_eq!(store.get(&whole.key).await.unwrap(), Some(whole.clone()));
    assert_eq!(store.get(&Key::new("whole", "two")).await.unwrap(), None);
    assert_eq!(store.get(&Key::new("whole#", "one")).await.unwrap(), None);
    // A put replaces: nothing of the old record is left.
    let other = record("whole", "one", json!({"other": 1}));
    put(store, other.clone()).await;
    assert_eq!(store.get(&other.key).await.unwrap(), Some(other));
    // Removing what is there, and what is not.
    for _ in 0..2 {
        let delete = Write::Delete(whole.key.clone(), Vec::new());
        store.write(vec![delete]).await.unwrap();
        assert_eq!(store.get(&whole.key).await.unwrap(), None);
    }
}

async fn conditions_are_held_to(store: &dyn Store) {
    let here = record(
        "conditions",
        "here",
        json!({"v": 2, "n": 5, "none": null, "text": "5"}),
    );
    put(store, here.clone()).await;
    let equals = |name, value: Value| Condition::Equals(name, value);
    let cases = [
        ("here", vec![], true),
        ("gone", vec![], true),
        ("here", vec![Condition::Absent], false),
        ("gone", vec![Condition::Absent], true),
        ("here", vec![equals("v", json!(2))], true),
        ("here", vec![equals("v", json!(3))], false),
        ("here", vec![equals("v", json!("2"))], false),
        ("here", vec![equals("none", Value::Null)], true),
        ("here", vec![equals("missing", Value::Null)], false),
        ("gone", vec![equals("v", json!(2))], false),
        ("here", vec![Condition::AtLeast("n", 5)], true),
        ("here", vec![Condition::AtLeast("n", 6)], false),
        ("here", vec![Condition::AtLeast("text", 1)], false),
        ("here", vec![Condition::AtLeast("missing", -1)], false),
        ("gone", vec![Condition::AtLeast("n", -1)], false),
        (
            "here",
            vec![equals("v", json!(2)), Condition::AtLeast("n", 5)],
            true,
        ),
        (
            "here",
            vec![equals("v", json!(2)), Condition::AtLeast("n", 6)],
            false,
        ),
    ];
    for (sort, conditions, holds) in cases {
        let key = Key::new("conditions", sort);
        let expected = if holds {
            Ok(())
        } else {
            Err(WriteError::Refused(0))
        };
        let check = Write::Check(key.clone(), conditions.clone());
        assert_eq!(
            store.write(vec![check]).await,
            expected,
            "check {sort} {conditions:?}"
        );
        let same = Record {
            key: key.clone(),
            ..here.clone()
        };
        let put = Write::Put(same, conditions.clone());
        assert_eq!(
            store.write(vec![put]).await,
            expected,
            "put {sort} {conditions:?}"
        );
        let delete = Write::Delete(key.clone(), conditions.clone());
        // The put may just have made what was gone.
        restore(store, &here).await;
        assert_eq!(
            store.write(vec![delete]).await,
            expected,
            "delete {sort} {conditions:?}"
        );
        restore(store, &here).await;
    }
}

/// `here` as it was, and nothing under `gone`.
async fn restore(store: &dyn Store, here: &Record) {
    let gone = Write::Delete(Key::new("conditions", "gone"), Vec::new());
    store
        .write(vec![Write::Put(here.clone(), Vec::new()), gone])
        .await
        .unwrap();
}

async fn adding_counts(store: &dyn Store) {
    let counter = queued("adding", "counter", "adding", "1");
    let mut attributes = Map::new();
    attributes.insert("n".to_owned(), json!(5));
    attributes.insert("text".to_owned(), json!("5"));
    put(
        store,
        Record {
            attributes,
            ..counter.clone()
        },
    )
    .await;
    let add =
        |sort: &str, name, amount, conditions| Write::Add(Key::new("adding", sort), name, amount, conditions);
    store.write(vec![add("counter", "n", 3, vec![])]).await.unwrap();
    store.write(vec![add("counter", "n", -10, vec![])]).await.unwrap();
    let found = store.get(&counter.key).await.unwrap().unwrap();
    assert_eq!(found.attributes["n"], json!(-2));
    assert_eq!(found.attributes["text"], json!("5"), "the rest stays");
    assert_eq!(found.indexes, counter.indexes, "its places stay");
    for refused in [
        add("counter", "text", 1, vec![]),
        add("counter", "missing", 1, vec![]),
        add("nothing", "n", 1, vec![]),
        add("counter", "n", 1, vec![Condition::AtLeast("n", 0)]),
        add("counter", "n", 1, vec![Condition::Absent]),
    ] {
        assert_eq!(
            store.write(vec![refused.clone()]).await,
            Err(WriteError::Refused(0)),
            "{refused:?}"
        );
    }
    assert_eq!(number(store, &counter.key).await, -2);
    assert_eq!(store.get(&Key::new("adding", "nothing")).await.unwrap(), None);
}

async fn all_or_nothing(store: &dyn Store) {
    let key = |sort: &str| Key::new("all", sort);
    put(store, record("all", "kept", json!({"n": 1}))).await;
    put(store, queued("all", "doomed", "all", "1")).await;
    let writes = |last: Write| {
        vec![
            Write::Put(queued("all", "new", "all", "2"), vec![Condition::Absent]),
            Write::Add(key("kept"), "n", 1, vec![]),
            Write::Delete(key("doomed"), vec![]),
            last,
        ]
    };
    let fails = Write::Check(key("scarce"), vec![Condition::AtLeast("n", 1)]);
    assert_eq!(
        store.write(writes(fails.clone())).await,
        Err(WriteError::Refused(3))
    );
    assert_eq!(store.get(&key("new")).await.unwrap(), None);
    assert_eq!(number(store, &key("kept")).await, 1);
    assert_eq!(listed(store, &queue("all")).await, ["doomed"]);
    // The first that does not hold is the one that is named.
    let other = Write::Check(key("absent"), vec![Condition::AtLeast("n", 0)]);
    assert_eq!(store.write(vec![other, fails]).await, Err(WriteError::Refused(0)));
    let holds = Write::Check(key("other"), vec![Condition::Absent]);
    store.write(writes(holds)).await.unwrap();
    assert_eq!(number(store, &key("kept")).await, 2);
    assert_eq!(listed(store, &queue("all")).await, ["new"]);
}

async fn calls_against_the_rules_are_misused(store: &dyn Store) {
    let small = |index: usize| record("rules", &format!("{index:03}"), json!({"n": index}));
    let puts = |count: usize| {
        (0..count)
            .map(|index| Write::Put(small(index), vec![]))
            .collect::<Vec<_>>()
    };
    let of_size = |bytes: usize| {
        let around = json!({"text": ""}).to_string().len();
        record("rules", "large", json!({"text": "x".repeat(bytes - around)}))
    };
    let twice = vec![Write::Put(small(1), vec![]), Write::Check(small(1).key, vec![])];
    let two_places = Record {
        indexes: ["1", "2"]
            .map(|sort| IndexEntry {
                index: Index::ByQueue,
                partition: "rules".to_owned(),
                sort: sort.to_owned(),
            })
            .to_vec(),
        ..small(1)
    };
    for misused in [
        vec![],
        puts(MOST_WRITES + 1),
        twice,
        vec![Write::Put(of_size(MOST_BYTES + 1), vec![])],
        vec![Write::Put(two_places, vec![])],
    ] {
        let answer = store.write(misused).await;
        assert!(
            matches!(answer, Err(WriteError::Store(StoreError::Misused(_)))),
            "{answer:?}"
        );
    }
    assert_eq!(store.get(&small(1).key).await.unwrap(), None);
    store.write(puts(MOST_WRITES)).await.unwrap();
    store
        .write(vec![Write::Put(of_size(MOST_BYTES), vec![])])
        .await
        .unwrap();
    let last = store.get(&small(MOST_WRITES - 1).key).await.unwrap();
    assert_eq!(last, Some(small(MOST_WRITES - 1)));
}

async fn listings_are_in_order(store: &dyn Store) {
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
    assert_eq!(listed(store, &all).await, ["a", "b", "c", "e", "d"]);
    let latest_first = Query {
        descending: true,
        ..all.clone()
    };
    assert_eq!(listed(store, &latest_first).await, ["d", "e", "c", "b", "a"]);
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
    assert_eq!(listed(store, &before(&all, "300")).await, ["a", "b", "c", "e"]);
    assert_eq!(
        listed(store, &before(&latest_first, "4")).await,
        ["e", "c", "b", "a"]
    );
    assert!(listed(store, &before(&all, "")).await.is_empty());
    assert!(listed(store, &queue("order#none")).await.is_empty());
    let customers = Query {
        index: Index::ByCustomer,
        ..all
    };
    assert_eq!(listed(store, &customers).await, ["customers"]);
}

async fn index_entries_follow_the_record(store: &dyn Store) {
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

async fn no_listing_is_longer_than_a_page(store: &dyn Store) {
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

async fn concurrent_writers_never_oversell(store: &Arc<dyn Store>) {
    const THERE: i64 = 25;
    const WRITERS: i64 = 40;
    let key = Key::new("oversell", "stock");
    put(&**store, record("oversell", "stock", json!({"n": THERE}))).await;
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (store, key) = (Arc::clone(store), key.clone());
        writers.spawn(async move {
            let sold = record("oversell", &format!("sold#{writer}"), json!({}));
            let take = Write::Add(key, "n", -1, vec![Condition::AtLeast("n", 1)]);
            loop {
                let writes = vec![Write::Put(sold.clone(), vec![Condition::Absent]), take.clone()];
                match store.write(writes).await {
                    Ok(()) => return true,
                    Err(WriteError::Refused(1)) => return false,
                    // Too many at once: a store may say so, and the writer comes again.
                    Err(WriteError::Store(StoreError::Unavailable(_))) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        });
    }
    let sold = writers.join_all().await.into_iter().filter(|sold| *sold).count();
    assert_eq!(sold, usize::try_from(THERE).unwrap());
    assert_eq!(number(&**store, &key).await, 0);
    let mut records = 0;
    for writer in 0..WRITERS {
        let key = Key::new("oversell", format!("sold#{writer}"));
        records += usize::from(store.get(&key).await.unwrap().is_some());
    }
    assert_eq!(records, sold, "who was refused has written nothing");
}

async fn of_two_writers_at_one_version_one_wins(store: &Arc<dyn Store>) {
    put(&**store, record("version", "one", json!({"version": 1}))).await;
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let store = Arc::clone(store);
        writers.spawn(async move {
            let next = record("version", "one", json!({"version": 2, "by": writer}));
            let write = Write::Put(next, vec![Condition::Equals("version", json!(1))]);
            (writer, store.write(vec![write]).await)
        });
    }
    let answers = writers.join_all().await;
    let winners: Vec<i32> = answers
        .iter()
        .filter(|(_, answer)| answer.is_ok())
        .map(|(writer, _)| *writer)
        .collect();
    assert_eq!(winners.len(), 1, "{answers:?}");
    let found = store.get(&Key::new("version", "one")).await.unwrap().unwrap();
    assert_eq!(found.attributes["by"], json!(winners[0]));
}
