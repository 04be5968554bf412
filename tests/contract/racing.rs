//! Writers at the same time: whatever they do to each other, nothing is sold twice and nothing is lost.

use std::sync::Arc;

use comanda::app::store::{Condition, Key, Store, Write};
use comanda::app::{StoreError, WriteError};
use serde_json::json;
use tokio::task::JoinSet;

use super::{number, put, record};

pub(super) async fn concurrent_writers_never_oversell(store: &Arc<dyn Store>) {
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

pub(super) async fn of_two_writers_at_one_version_one_wins(store: &Arc<dyn Store>) {
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

/// Many at once say yes to one order, and each takes what it needs: one places it, and what it takes is taken once.
pub(super) async fn one_of_many_places_an_order(store: &Arc<dyn Store>) {
    const WRITERS: usize = 24;
    let order = record("placing", "order", json!({"state": "open", "hash": "h"}));
    let stock = Key::new("placing", "stock");
    put(&**store, order.clone()).await;
    put(&**store, record("placing", "stock", json!({"n": 100}))).await;
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (store, stock) = (Arc::clone(store), stock.clone());
        let placed = record(
            "placing",
            "order",
            json!({"state": "placed", "hash": "h", "by": writer}),
        );
        let open = vec![
            Condition::Equals("state", json!("open")),
            Condition::Equals("hash", json!("h")),
        ];
        let writes = vec![
            Write::Put(placed, open),
            Write::Add(stock, "n", -3, vec![Condition::AtLeast("n", 3)]),
            Write::Put(
                record("placing", &format!("payment#{writer}"), json!({})),
                vec![Condition::Absent],
            ),
        ];
        writers.spawn(async move {
            loop {
                match store.write(writes.clone()).await {
                    Err(WriteError::Store(StoreError::Unavailable(_))) => {}
                    answer => return (writer, answer),
                }
            }
        });
    }
    let answers = writers.join_all().await;
    let winners: Vec<usize> = answers
        .iter()
        .filter(|(_, answer)| answer.is_ok())
        .map(|(writer, _)| *writer)
        .collect();
    assert_eq!(winners.len(), 1, "{answers:?}");
    for (writer, answer) in answers {
        let payment = Key::new("placing", format!("payment#{writer}"));
        let paid = store.get(&payment).await.unwrap().is_some();
        assert_eq!((paid, writer == winners[0]), (answer.is_ok(), answer.is_ok()));
        assert!(
            matches!(answer, Ok(()) | Err(WriteError::Refused(0))),
            "{answer:?}"
        );
    }
    let placed = store.get(&order.key).await.unwrap().unwrap();
    assert_eq!(placed.attributes["by"], json!(winners[0]));
    assert_eq!(number(&**store, &stock).await, 97);
}
