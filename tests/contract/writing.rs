//! Writes: whole records, conditions, counts, transactions that are carried out whole or not at all.

use comanda::app::store::{Condition, Index, IndexEntry, Key, MOST_BYTES, MOST_WRITES, Record, Store, Write};
use comanda::app::{StoreError, WriteError};
use serde_json::{Map, Value, json};

use super::{listed, number, put, queue, queued, record};

pub(super) async fn what_is_put_is_got_whole(store: &dyn Store) {
    let attributes = json!({
        "text": "pão \"quente\"\n\u{0} 🍕", "none": null, "yes": true, "list": [1, -2, 3.5, 1.0, {"deep": []}],
        "big": 9_007_199_254_740_993_i64, "bigger": u64::MAX, "empty": "", "one": 1.0, "half": 0.5, "json": {"json": "{}"},
        "version": i64::MIN,
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

pub(super) async fn conditions_are_held_to(store: &dyn Store) {
    let here = record(
        "conditions",
        "here",
        json!({"v": 2, "n": 5, "none": null, "text": "5", "half": 5.5, "one": 1.0, "list": [1, {"a": 1}]}),
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
        ("here", vec![equals("one", json!(1.0))], true),
        ("here", vec![equals("one", json!(1))], false),
        ("here", vec![equals("v", json!(2.0))], false),
        ("here", vec![equals("list", json!([1, {"a": 1}]))], true),
        ("here", vec![equals("list", json!([1]))], false),
        ("here", vec![Condition::AtLeast("half", 5)], false),
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

pub(super) async fn adding_counts(store: &dyn Store) {
    let counter = queued("adding", "counter", "adding", "1");
    let mut attributes = Map::new();
    attributes.insert("n".to_owned(), json!(5));
    attributes.insert("text".to_owned(), json!("5"));
    attributes.insert("half".to_owned(), json!(0.5));
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
        add("counter", "half", 1, vec![]),
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

pub(super) async fn all_or_nothing(store: &dyn Store) {
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

pub(super) async fn calls_against_the_rules_are_misused(store: &dyn Store) {
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
