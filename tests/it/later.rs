//! Orders for later today: nobody times out over what is not wanted yet, and cancelling stays possible at once.

use std::time::Duration;

use comanda::app::records::{
    Held, TicketKind, Versioned, load_order, load_reservation, put_open, put_placed,
};
use comanda::conversation::Wanted;
use comanda::local::simulation::{self, Pace};
use comanda::order::hours::Period;
use comanda::order::menu::Menu;
use comanda::order::{Hours, OrderId, Problem, Stage};
use comanda::workflow::perform;
use comanda::workflow::tickets::Answer;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

const HOUR: Duration = Duration::from_secs(3600);

fn in_hours(test: &TestApp, hours: i64) -> Timestamp {
    test.app.clock.now() + SignedDuration::from_hours(hours)
}

/// Places an order that is wanted so many hours from now.
async fn place_for(test: &TestApp, hours: i64) -> OrderId {
    let open = test.read_back(&ana(), "two soups").await;
    let Versioned { value, version } = load_order(&test.app, &open.id).await.unwrap().unwrap();
    let Held::Open(mut value) = value else { panic!() };
    value.getting.wanted_at = Some(in_hours(test, hours));
    let write = put_open(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    test.say(Wanted::Done).await;
    test.say(Wanted::Yes).await;
    let order = test.order(&open.id).await;
    assert!(order.agreement.wanted_at.is_some());
    open.id
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_has_until_two_hours_past_the_time() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = place_for(&test, 7).await;
    test.yes(&id, TicketKind::Accept).await;
    test.until_asked(&id, TicketKind::Ready).await;
    tokio::time::sleep(8 * HOUR + HOUR / 2).await;
    assert!(test.is_asked(&id, TicketKind::Ready).await, "it still waits");
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn a_kitchen_that_never_finishes_still_ends_it() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = place_for(&test, 3).await;
    test.yes(&id, TicketKind::Accept).await;
    tokio::time::sleep(5 * HOUR + HOUR / 10).await;
    let order = test.order(&id).await;
    assert_eq!(
        (order.stage, order.problem),
        (Stage::Failed, Some(Problem::KitchenLate))
    );
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn it_can_be_cancelled_while_it_waits() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = place_for(&test, 7).await;
    test.yes(&id, TicketKind::Accept).await;
    test.until_asked(&id, TicketKind::Ready).await;
    tokio::time::sleep(HOUR).await;
    test.say(Wanted::Cancel).await;
    test.say(Wanted::Yes).await;
    test.answer(&id, TicketKind::Cancel, Answer::Yes { minutes: None })
        .await;
    let before = test.app.clock.now();
    test.until("the end", async || test.has_ended(&id).await).await;
    assert!(test.app.clock.now().duration_since(before) < SignedDuration::from_mins(1));
    assert_eq!(test.order(&id).await.stage, Stage::Cancelled);
    test.assert_settled(&id).await;
}

/// The corner shop with hours: every day from ten to eleven at night.
fn with_hours() -> Menu {
    let mut menu = corner(Brings::Delivery);
    let day = vec![Period {
        opens: jiff::civil::time(10, 0, 0, 0),
        closes: jiff::civil::time(23, 0, 0, 0),
    }];
    menu.shop.hours = Some(Hours {
        week: std::array::from_fn(|_| day.clone()),
        holidays: std::collections::BTreeMap::new(),
        last_order_minutes: 0,
    });
    menu
}

/// What the kitchen is given to accept, and for how long stock is set aside, for an order placed at this time.
async fn given(at: &str, wanted: Option<&str>) -> (i64, i64) {
    let test = TestApp::asleep(with_hours()).await;
    let id = test.place(&ana(), "two soups").await;
    let at: Timestamp = at.parse().unwrap();
    tokio::time::advance(Duration::try_from(at.duration_since(test.app.clock.now())).unwrap()).await;
    let Versioned { mut value, version } = load_order(&test.app, &id).await.unwrap().unwrap();
    if let Held::Placed { order, .. } = &mut value {
        order.agreement.wanted_at = wanted.map(|wanted| wanted.parse().unwrap());
    }
    let write = put_placed(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    let done = perform(&test.app, json!({"step": "reserve_stock", "order": id}))
        .await
        .unwrap();
    let reservation = load_reservation(&test.app, &id).await.unwrap().unwrap().value;
    let held = reservation.expires_at.duration_since(test.app.clock.now());
    (done["accept_within_seconds"].as_i64().unwrap(), held.as_secs())
}

#[tokio::test(start_paused = true)]
async fn a_closed_kitchen_is_asked_from_its_opening_on() {
    let minutes = |accept: i64, held: i64| (accept * 60, held * 60);
    // Open: ten minutes, and stock for half an hour, wanted now or later.
    assert_eq!(given("2026-11-21T19:30:00Z", None).await, minutes(10, 30));
    assert_eq!(
        given("2026-11-21T19:30:00Z", Some("2026-11-21T22:30:00Z")).await,
        minutes(10, 30)
    );
    // Closed until ten, wanted at noon.
    assert_eq!(
        given("2026-11-22T09:00:00Z", Some("2026-11-22T12:00:00Z")).await,
        minutes(70, 90)
    );
    // After the last order of a day, and wanted at once: nobody waits for tomorrow.
    assert_eq!(given("2026-11-21T23:01:00Z", None).await, minutes(10, 30));
    assert_eq!(
        given("2026-11-21T23:01:00Z", Some("2026-11-21T23:30:00Z")).await,
        minutes(10, 30)
    );
}

#[tokio::test(start_paused = true)]
async fn a_simulated_kitchen_waits_at_the_real_pace_and_not_in_a_demonstration() {
    for (pace, expected) in [(Pace::Real, Stage::Accepted), (Pace::Demo, Stage::Delivered)] {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        let kitchen = tokio::spawn(simulation::run(test.app.clone(), pace));
        let id = place_for(&test, 2).await;
        tokio::time::sleep(HOUR).await;
        assert_eq!(test.order(&id).await.stage, expected, "{pace:?}");
        tokio::time::sleep(HOUR + HOUR / 12).await;
        assert_eq!(test.order(&id).await.stage, Stage::Delivered, "{pace:?}");
        kitchen.abort();
    }
}
