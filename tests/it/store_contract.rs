//! SQLite is held to the stores' contract, in memory and in a file.

#[path = "../contract/mod.rs"]
mod contract;

use std::sync::Arc;

use comanda::app::Store;
use comanda::local::{Database, SqliteStore};

use contract::{keeps_the_contract, put, queue, queued};

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
