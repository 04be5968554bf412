//! Turns that are delivered again, because their answer was lost: answered as before, and nothing is done twice.

use std::time::Duration;

use comanda::conversation::{Reply, Turn, converse};

use crate::test_app::{Brings, TestApp, ana, corner, said, turn_of};

fn delivered(words: &str, delivery: &str) -> Turn {
    Turn {
        delivery: Some(delivery.to_owned()),
        ..turn_of(&ana(), said(words))
    }
}

async fn quantities(test: &TestApp) -> Vec<u32> {
    let open = test.draft_of(&ana()).await.unwrap();
    open.draft.lines.iter().map(|line| line.quantity.get()).collect()
}

#[tokio::test(start_paused = true)]
async fn what_was_added_is_added_once_and_answered_alike() {
    let test = TestApp::new(corner(Brings::Pickup)).await;
    let answer =
        async |delivery: &str| -> Reply { converse(&test.app, &delivered("two soups", delivery)).await };
    let first = answer("one").await;
    let again = answer("one").await;
    assert_eq!(again.speech.text(), first.speech.text());
    assert_eq!((again.reprompt, again.listen), (first.reprompt, first.listen));
    assert_eq!(quantities(&test).await, [2]);
    answer("two").await;
    assert_eq!(
        quantities(&test).await.iter().sum::<u32>(),
        4,
        "the same words once more are another turn"
    );
}

#[tokio::test(start_paused = true)]
async fn two_deliveries_at_once_are_one_turn() {
    let test = TestApp::new(corner(Brings::Pickup)).await;
    let turn = delivered("two soups", "one");
    let (one, other) = tokio::join!(converse(&test.app, &turn), converse(&test.app, &turn));
    assert_eq!(one.speech.text(), other.speech.text());
    assert_eq!(quantities(&test).await, [2]);
}

#[tokio::test(start_paused = true)]
async fn long_afterwards_it_is_another_turn() {
    let test = TestApp::new(corner(Brings::Pickup)).await;
    let turn = delivered("two soups", "one");
    converse(&test.app, &turn).await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    converse(&test.app, &turn).await;
    assert_eq!(quantities(&test).await.iter().sum::<u32>(), 4);
}
