//! What a customer changes in the channel's own app: noted once, whatever is repeated, late or out of order.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use comanda::app::records::{Held, TicketKind, Versioned, customer, load_order, put_open};
use comanda::app::{Progress, Route};
use comanda::conversation::{AccountChange, AccountEvent, AccountOutcome, change_account};
use comanda::order::CustomerId;
use comanda::web::skill;
use comanda::workflow::tickets::Answer;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::test_app::{Brings, TestApp, all_goes_well, corner};

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
    let asked = Versioned {
        value: draft,
        version: held.version,
    };
    let write = put_open(test.app.shop(), &asked).unwrap();
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

/// The ways of each announcement of an order in letters, one announcement a word: `p` and `o` notifications, `t` a text.
async fn ways(test: &TestApp, who: &CustomerId) -> String {
    let letter = |route: &Route| match route {
        Route::Event(Progress::Preparing) => 'p',
        Route::Event(Progress::OnTheWay) => 'o',
        Route::Call(_) => 'c',
        Route::Text(mobile) => {
            assert_eq!(mobile.as_str(), "+5511987654321");
            't'
        }
    };
    let news = test.news.after(who, 0).into_iter();
    let ways = news.map(|(_, said)| said.routes.iter().map(letter).collect::<String>());
    ways.map(|ways| if ways.is_empty() { "-".to_owned() } else { ways })
        .collect::<Vec<_>>()
        .join(" ")
}

#[tokio::test(start_paused = true)]
async fn news_goes_where_the_customer_wants_it() {
    for (subscribes, refused, expected) in [
        (true, false, "pt ot -"),
        (false, false, "t t -"),
        (true, true, "t"),
    ] {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        if subscribes {
            change(&test, 0, AccountChange::Subscribed(true)).await;
        }
        let order = test.place(&id(), "two soups").await;
        let mut script = all_goes_well();
        if refused {
            script.insert(TicketKind::Accept, Answer::No);
        }
        test.play(&order, &script).await;
        assert_eq!(ways(&test, &id()).await, expected, "{subscribes} {refused}");
    }
}

async fn post(test: &TestApp, event: &str, body: Value) -> (StatusCode, Value) {
    let envelope = json!({
        "version": "1.0",
        "context": {"System": {"application": {"applicationId": "skill"}, "user": {"userId": "amzn1.account.A"}}},
        "request": {
            "type": format!("AlexaSkillEvent.{event}"), "requestId": "r", "body": body,
            "timestamp": test.app.clock.now().to_string(), "eventCreationTime": test.app.clock.now().to_string(),
        },
    });
    let request = Request::builder().method("POST").uri("/alexa");
    let request = request.body(Body::from(envelope.to_string())).unwrap();
    let router = skill::router(&test.app, Some("skill".to_owned()), None, None);
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 10_000).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap())
}

#[tokio::test(start_paused = true)]
async fn skill_events_come_over_the_skills_own_endpoint() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let empty = (StatusCode::OK, json!({"version": "1.0", "response": {}}));
    let wanted = json!({"subscriptions": [{"eventName": "AMAZON.OrderStatus.Updated"}]});
    assert_eq!(post(&test, "ProactiveSubscriptionChanged", wanted).await, empty);
    assert_eq!(subscribed(&test).await, Some(true));
    for harmless in ["SkillEnabled", "SkillAccountLinked", "SkillSomethingNew"] {
        assert_eq!(post(&test, harmless, json!({})).await, empty, "{harmless}");
        assert_eq!(subscribed(&test).await, Some(true), "{harmless}");
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(post(&test, "SkillDisabled", json!({})).await, empty);
    assert_eq!(customer(&test.app, &id()).await.unwrap().version, 0);
}
