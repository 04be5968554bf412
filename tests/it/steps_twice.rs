//! Each step of the order machine, done twice and undone: twice is once, and what is undone stays so.

use std::sync::Arc;

use comanda::app::records::{
    Forgetting, Held, PaymentState, ReservationState, TicketKind, Versioned, load_order, load_payment,
    load_reservation, put_placed,
};
use comanda::local::Database;
use comanda::order::{OrderId, Stage};
use comanda::workflow::cancel::cancel;
use comanda::workflow::perform;
use comanda::workflow::tickets::open;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::faulty_store::{Fault, FaultyStore};
use crate::test_app::{Brings, TestApp, ana, corner, initial_stock, value};

/// Every step of an order that goes well, in order, as the machine sends them.
fn forward(id: &OrderId) -> Vec<Value> {
    let step = |step: &str| json!({"step": step, "order": id});
    let mark = |stage: &str| json!({"step": "mark_stage", "order": id, "stage": stage});
    vec![
        step("reserve_stock"),
        step("authorise_payment"),
        step("capture_payment"),
        step("consume_stock"),
        json!({"step": "mark_stage", "order": id, "stage": "accepted", "minutes": 25}),
        mark("ready"),
        mark("out_for_delivery"),
        mark("delivered"),
    ]
}

/// Every step that undoes.
fn backward(id: &OrderId) -> Vec<Value> {
    vec![
        json!({"step": "undo_payment", "order": id}),
        json!({"step": "release_stock", "order": id}),
        json!({"step": "close_order", "order": id, "stage": "failed", "problem": "fault"}),
    ]
}

/// A placed order whose execution never begins, so that the steps are the test's own.
async fn placed() -> (TestApp, OrderId) {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups with basil").await;
    let Some(Versioned {
        value: Held::Placed { order, .. },
        version,
    }) = load_order(&test.app, &id).await.unwrap()
    else {
        panic!("{id} has not been placed");
    };
    let started = Held::Placed {
        order,
        started: true,
        cancelling: false,
        forgetting: Forgetting::No,
    };
    let noted = put_placed(
        test.app.shop(),
        &Versioned {
            value: started,
            version,
        },
    );
    test.app.store.write(vec![noted.unwrap()]).await.unwrap();
    (test, id)
}

async fn step(test: &TestApp, payload: &Value) -> Value {
    let done = perform(&test.app, payload.clone()).await;
    done.unwrap_or_else(|error| panic!("{payload}: {error}"))
}

#[tokio::test(start_paused = true)]
async fn a_step_done_twice_is_done_once() {
    let (test, id) = placed().await;
    for payload in forward(&id).into_iter().chain(backward(&id)) {
        let first = step(&test, &payload).await;
        let after_once = test.dump().await;
        assert_eq!(step(&test, &payload).await, first, "{payload}");
        assert_eq!(test.dump().await, after_once, "{payload}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_early_step_that_comes_again_late_changes_nothing() {
    let (test, id) = placed().await;
    for payload in forward(&id) {
        step(&test, &payload).await;
    }
    let delivered = test.dump().await;
    for payload in forward(&id) {
        step(&test, &payload).await;
    }
    assert_eq!(test.dump().await, delivered);
}

#[tokio::test(start_paused = true)]
async fn wherever_an_order_is_undone_nothing_is_lost() {
    for done in 0..=7 {
        let (test, id) = placed().await;
        for payload in &forward(&id)[..done] {
            step(&test, payload).await;
        }
        for payload in backward(&id) {
            step(&test, &payload).await;
        }
        assert_eq!(
            test.stock().await,
            initial_stock(&test.app.menu()),
            "after {done} steps"
        );
        let payment = test.payment(&id).await;
        let expected = match done {
            // The third step captures.
            0..3 => PaymentState::Voided,
            _ => PaymentState::Refunded,
        };
        assert_eq!(payment, Some(expected), "after {done} steps");
        assert_eq!(test.order(&id).await.stage, Stage::Failed);
    }
}

/// A task may outlive its timeout: whichever step comes late, while the order is being undone, must not count.
#[tokio::test(start_paused = true)]
async fn a_step_that_comes_during_the_undoing_takes_nothing() {
    for done in 0..=7 {
        for undone in 1..=3 {
            let (test, id) = placed().await;
            for payload in &forward(&id)[..done] {
                step(&test, payload).await;
            }
            for payload in &backward(&id)[..undone] {
                step(&test, payload).await;
            }
            for payload in forward(&id) {
                // Whether it says so or does nothing in silence is its own business.
                drop(perform(&test.app, payload).await);
            }
            for payload in backward(&id) {
                step(&test, &payload).await;
            }
            let context = format!("{done} steps done, {undone} undone");
            let payment = value(load_payment(&test.app, &id).await.unwrap()).state;
            assert!(
                matches!(payment, PaymentState::Voided | PaymentState::Refunded),
                "{payment:?} after {context}"
            );
            assert_eq!(test.stock().await, initial_stock(&test.app.menu()), "{context}");
            assert_eq!(test.order(&id).await.stage, Stage::Failed, "{context}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_step_takes_no_stock_once_all_is_undone() {
    for done in 0..=7 {
        let (test, id) = placed().await;
        for payload in &forward(&id)[..done] {
            step(&test, payload).await;
        }
        for payload in backward(&id) {
            step(&test, &payload).await;
        }
        let undone = test.dump().await;
        for payload in forward(&id) {
            drop(perform(&test.app, payload).await);
        }
        assert_eq!(test.dump().await, undone, "after {done} steps");
    }
}

#[tokio::test(start_paused = true)]
async fn stock_that_expired_is_taken_anew_by_an_order_that_goes_on() {
    let (test, id) = placed().await;
    for payload in &forward(&id)[..2] {
        step(&test, payload).await;
    }
    tokio::time::advance(std::time::Duration::from_secs(31 * 60)).await;
    let swept = comanda::workflow::sweep::sweep(&test.app).await.unwrap();
    assert_eq!((swept.started, swept.expired), (0, 1));
    assert_eq!(test.stock().await, initial_stock(&test.app.menu()));
    step(&test, &forward(&id)[3]).await;
    assert_eq!(test.stock().await, test.stock_by_the_books().await);
    let reservation = value(load_reservation(&test.app, &id).await.unwrap());
    assert_eq!(reservation.state, ReservationState::Consumed);
    assert!(reservation.expires_at > test.app.clock.now() - SignedDuration::from_mins(31));
    // Undone, it comes back once.
    for payload in backward(&id) {
        step(&test, &payload).await;
    }
    assert_eq!(test.stock().await, initial_stock(&test.app.menu()));
}

#[tokio::test(start_paused = true)]
async fn every_step_forward_reads_the_flag_first() {
    for done in 0..=7 {
        let (test, id) = placed().await;
        for payload in &forward(&id)[..done] {
            step(&test, payload).await;
        }
        cancel(&test.app, &id).await.unwrap();
        let before = test.dump().await;
        for payload in &forward(&id)[done..] {
            let error = perform(&test.app, payload.clone()).await.unwrap_err();
            assert_eq!(error.name.as_str(), "Order.Cancelled", "{payload}");
        }
        assert_eq!(test.dump().await, before);
    }
}

#[tokio::test(start_paused = true)]
async fn a_question_delivered_twice_is_one_ticket() {
    let (test, id) = placed().await;
    let message = json!({"ask": "accept", "order": id, "token": "t-1"});
    open(&test.app, message.clone()).await.unwrap();
    let once = test.dump().await;
    open(&test.app, message).await.unwrap();
    assert_eq!(test.dump().await, once);
    assert!(test.is_asked(&id, TicketKind::Accept).await);
}

#[tokio::test(start_paused = true)]
async fn what_is_no_step_of_ours_is_refused_by_name() {
    let (test, id) = placed().await;
    let before = test.dump().await;
    for payload in [
        json!(null),
        json!({"step": "fly", "order": id}),
        json!({"step": "reserve_stock"}),
        json!({"step": "mark_stage", "order": id, "stage": "eaten"}),
        json!({"step": "reserve_stock", "order": id, "more": 1}),
    ] {
        let error = perform(&test.app, payload.clone()).await.unwrap_err();
        assert_eq!(error.name.as_str(), "Payload.Invalid", "{payload}");
    }
    let unknown = json!({"step": "reserve_stock", "order": "nobody's"});
    let error = perform(&test.app, unknown).await.unwrap_err();
    assert_eq!(error.name.as_str(), "Order.Unknown");
    assert_eq!(test.dump().await, before);
}

/// A stage whose step has read everything and outlives its timeout is not entered over an order that is being undone.
#[tokio::test(start_paused = true)]
async fn a_stage_is_held_to_the_payment_that_it_saw() {
    for done in 4..=7 {
        let mut faulty = None;
        let test = TestApp::parts(
            Database::in_memory().unwrap(),
            corner(Brings::Delivery),
            |inner| {
                // Order and payment are read, then the write waits. The last stage looks at the tickets before.
                let reads = if done == 7 {
                    2 + TicketKind::QUESTIONS.len()
                } else {
                    2
                };
                Arc::clone(faulty.insert(FaultyStore::new(inner, Some((reads, Fault::PauseBefore))))) as _
            },
        )
        .await;
        let faulty = faulty.unwrap();
        let id = test.place(&ana(), "two soups with basil").await;
        for payload in &forward(&id)[..done] {
            step(&test, payload).await;
        }
        let before = test.order(&id).await.stage;
        faulty.arm();
        let late = async {
            let payload = forward(&id)[done].clone();
            perform(&test.inner, payload).await
        };
        let undo = async {
            faulty.stopped.notified().await;
            step(&test, &backward(&id)[0]).await;
            faulty.go_on.notify_one();
        };
        let (late, ()) = tokio::join!(late, undo);
        let operations = faulty.operations();
        assert!(
            operations.last().unwrap().starts_with("write order"),
            "{operations:?}"
        );
        assert_eq!(late.unwrap_err().name.as_str(), "Store.Unavailable", "{done}");
        assert_eq!(test.order(&id).await.stage, before, "{done}");
        // The retry finds it undone.
        let again = perform(&test.app, forward(&id)[done].clone()).await;
        assert_eq!(again.unwrap_err().name.as_str(), "Order.Cancelled", "{done}");
    }
}
