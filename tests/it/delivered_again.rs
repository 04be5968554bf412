//! Turns that are delivered again, because their answer was lost: answered as before, and nothing is done twice.

use std::time::Duration;

use comanda::channel::lex::{Event, from_reply, to_turn};
use comanda::conversation::{Reply, Turn, converse};
use serde_json::{Value, json};

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

/// An event of Lex's as the client of the runtime sends it: with the attributes that the last response left.
fn lex(heard: &str, attributes: &Value) -> Turn {
    let event = json!({
        "sessionId": "call-1", "inputTranscript": heard, "inputMode": "Speech", "bot": { "id": "B", "localeId": "en_US" },
        "sessionState": { "sessionAttributes": attributes, "intent": { "name": "FallbackIntent", "slots": {} } },
    });
    to_turn(&parse(&event)).unwrap()
}

fn parse(event: &Value) -> Event {
    Event::parse(event.to_string().as_bytes()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_turn_of_lex_is_known_again_by_what_the_turn_before_it_left() {
    let test = TestApp::new(corner(Brings::Pickup)).await;
    let mut attributes = json!({});
    let mut quantity = 0;
    // The first turn of a session has nothing to be known by, and is taken twice.
    for (heard, deliveries, taken) in [("a soup", 2, 2), ("a soup", 3, 1), ("a soup", 2, 1)] {
        let mut left = Vec::new();
        for _ in 0..deliveries {
            let turn = lex(heard, &attributes);
            let reply = converse(&test.app, &turn).await;
            let event = json!({
                "sessionId": "call-1", "inputTranscript": heard,
                "sessionState": { "sessionAttributes": attributes, "intent": { "name": "FallbackIntent" } },
            });
            let response = serde_json::to_value(from_reply(&reply, &parse(&event))).unwrap();
            left.push(response["sessionState"]["sessionAttributes"].clone());
        }
        assert!(left.iter().all(|one| *one == left[0]), "{left:?}");
        attributes = left.remove(0);
        quantity += taken;
        let customer = lex("", &attributes).customer;
        let open = test.draft_of(&customer).await.unwrap();
        let lines = open.draft.lines.iter().map(|line| line.quantity.get());
        assert_eq!(lines.sum::<u32>(), quantity);
    }
}

#[tokio::test(start_paused = true)]
async fn the_yes_that_deleted_everything_begins_nothing() {
    let test = TestApp::new(corner(Brings::Pickup)).await;
    for (words, delivery) in [("two soups", "one"), ("delete my data", "two"), ("yes", "three")] {
        converse(&test.app, &delivered(words, delivery)).await;
    }
    let of_ana = async || {
        let kept = test.dump().await;
        kept.into_iter()
            .filter(|(partition, ..)| partition.contains("customer#ana"))
            .count()
    };
    assert_eq!(of_ana().await, 0);
    for delivery in ["three", "four"] {
        converse(&test.app, &delivered("yes", delivery)).await;
        assert_eq!(of_ana().await, 0);
    }
    for (words, delivery) in [("no", "six"), ("bye", "seven"), ("thank you", "eight")] {
        converse(&test.app, &delivered(words, delivery)).await;
        assert_eq!(of_ana().await, 0, "{words}");
    }
    converse(&test.app, &delivered("two soups", "five")).await;
    assert_eq!(of_ana().await, 1);
}
