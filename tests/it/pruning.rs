//! What has long ended is pruned from the journal, and its name is never given again.

use comanda::app::Machine;
use comanda::local::Database;
use jiff::SignedDuration;
use serde_json::json;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

/// A machine that nobody sweeps or prunes but the test.
async fn machine() -> TestApp {
    TestApp::wrapping(
        Database::in_memory().unwrap(),
        corner(Brings::Delivery),
        |store| store,
    )
    .await
}

#[tokio::test(start_paused = true)]
async fn history_is_kept_for_thirty_days_after_the_end() {
    let test = machine().await;
    let ended = test.place(&ana(), "a soup").await;
    test.play(&ended, &all_goes_well()).await;
    let running = test.place(&ana(), "a bread").await;
    let days = |days: i64| test.app.clock.now() + SignedDuration::from_hours(24 * days);
    assert_eq!(test.engine.prune(days(29)).await.unwrap(), 0);
    assert!(!test.history(&ended).await.is_empty());
    assert_eq!(test.engine.prune(days(31)).await.unwrap(), 1);
    assert_eq!(test.engine.prune(days(31)).await.unwrap(), 0, "once");
    assert!(test.history(&ended).await.is_empty());
    // Its name stays taken: it cannot be carried out a second time.
    let input = json!({"order": ended});
    test.app
        .workflows
        .start(Machine::Order, ended.as_str(), input)
        .await
        .unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    assert!(test.history(&ended).await.is_empty());
    // What has not ended is not touched, however long it runs.
    assert!(!test.history(&running).await.is_empty());
    test.play(&running, &all_goes_well()).await;
    test.assert_settled(&running).await;
}

#[tokio::test(start_paused = true)]
async fn what_ended_before_ends_were_noted_counts_from_the_first_look() {
    let test = machine().await;
    let ended = test.place(&ana(), "a soup").await;
    test.play(&ended, &all_goes_well()).await;
    let forgotten = test.database.with(|connection| {
        connection.execute("UPDATE execution SET ended_at = NULL", [])?;
        Ok::<_, comanda::app::StoreError>(())
    });
    forgotten.await.unwrap();
    let days = |days: i64| test.app.clock.now() + SignedDuration::from_hours(24 * days);
    assert_eq!(test.engine.prune(days(40)).await.unwrap(), 0);
    assert_eq!(test.engine.prune(days(69)).await.unwrap(), 0);
    assert_eq!(test.engine.prune(days(71)).await.unwrap(), 1);
}
