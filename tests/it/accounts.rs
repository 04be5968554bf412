//! What a customer changes in the channel's own app: noted once, whatever is repeated, late or out of order.

use std::time::Duration;

use comanda::app::records::{Held, customer, load_order};
use comanda::conversation::{AccountChange, AccountEvent, AccountOutcome, change_account};
use comanda::order::CustomerId;

use crate::test_app::{Brings, TestApp, corner};

const DONE: AccountOutcome = AccountOutcome::Done;
const NOTHING_NEW: AccountOutcome = AccountOutcome::NothingNew;

fn id() -> CustomerId {
    CustomerId::new("alexa:amzn1.account.A")
}

/// Carries out a change that was made so many seconds from now.
async fn change(test: &TestApp, seconds: i64, change: AccountChange) -> AccountOutcome {
    let at = test.app.clock.now() + jiff::SignedDuration::from_secs(seconds);
    let event = AccountEvent {
        customer: id(),
        at: Some(at),
        change,
    };
    change_account(&test.app, &event).await.unwrap()
}

async fn subscribed(test: &TestApp) -> Option<bool> {
    let kept = customer(&test.app, &id()).await.unwrap();
    kept.value.subscription.map(|known| known.on)
}

#[tokio::test(start_paused = true)]
async fn the_latest_word_on_notifications_holds() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let (on, off) = (AccountChange::Subscribed(true), AccountChange::Subscribed(false));
    let withdrawn = AccountChange::Allowed {
        notifications: Some(false),
    };
    assert_eq!(
        change(&test, 1, off).await,
        NOTHING_NEW,
        "nothing is kept of nobody"
    );
    assert_eq!(subscribed(&test).await, None);
    for (seconds, what, outcome, expected) in [
        (10, on, DONE, true),
        (10, on, NOTHING_NEW, true),
        (5, off, NOTHING_NEW, true),
        (20, on, DONE, true),
        (15, off, NOTHING_NEW, true),
        (30, withdrawn, DONE, false),
        (30, withdrawn, NOTHING_NEW, false),
        (25, on, NOTHING_NEW, false),
    ] {
        assert_eq!(
            change(&test, seconds, what).await,
            outcome,
            "{what:?} at {seconds}"
        );
        assert_eq!(subscribed(&test).await, Some(expected), "{what:?} at {seconds}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_allowed_profile_is_asked_for_once_more() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let allowed = AccountChange::Allowed { notifications: None };
    assert_eq!(change(&test, 0, allowed).await, NOTHING_NEW);
    let open = test.read_back(&id(), "two soups").await;
    let held = load_order(&test.app, &open.id).await.unwrap().unwrap();
    let Held::Open(mut draft) = held.value else {
        panic!("the draft is open")
    };
    draft.profile_asked = true;
    let asked = comanda::app::records::Versioned {
        value: draft,
        version: held.version,
    };
    let write = comanda::app::records::put_open(test.app.shop(), &asked).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    assert_eq!(change(&test, 1, allowed).await, DONE);
    assert_eq!(change(&test, 1, allowed).await, NOTHING_NEW);
    let held = load_order(&test.app, &open.id).await.unwrap().unwrap().value;
    assert!(matches!(held, Held::Open(draft) if !draft.profile_asked));
}

#[tokio::test(start_paused = true)]
async fn who_has_left_is_forgotten_and_who_is_back_is_not() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.read_back(&id(), "two soups").await;
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(change(&test, -120, AccountChange::Left).await, NOTHING_NEW);
    assert_ne!(customer(&test.app, &id()).await.unwrap().version, 0);
    change(&test, 0, AccountChange::Subscribed(true)).await;
    assert_eq!(change(&test, 1, AccountChange::Left).await, DONE);
    let everything = test.dump().await;
    let left = everything
        .iter()
        .any(|(partition, sort, text)| format!("{partition}{sort}{text}").contains(id().as_str()));
    assert!(!left, "{everything:?}");
    assert_eq!(
        change(&test, 1, AccountChange::Left).await,
        DONE,
        "again, it is so already"
    );
    assert_eq!(test.dump().await, everything);
}
