//! An order that was sent and is changed before the kitchen accepts it: the new one takes its place in one write, and
//! nobody is alarmed.

use comanda::app::records::TicketKind;
use comanda::conversation::Wanted;
use comanda::order::{Stage, Tip};
use comanda::workflow::tickets::Answer;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner, said};

#[tokio::test(start_paused = true)]
async fn what_the_old_order_set_aside_is_there_for_the_new_one() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "a cake").await;
    test.until_asked(&old, TicketKind::Accept).await;
    let reply = test.say(said("add a bread")).await;
    assert!(reply.contains("cake") && reply.contains("Send it"), "{reply}");
    let new = test.draft_of(&ana()).await.unwrap();
    assert_eq!(new.draft.lines.len(), 2);
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.starts_with("Sent."), "{reply}");
    let order = test.play(&new.id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    assert_eq!(test.order(&old).await.stage, Stage::Cancelled);
}

#[tokio::test(start_paused = true)]
async fn nobody_hears_that_a_replaced_order_was_cancelled() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "two soups").await;
    test.until_asked(&old, TicketKind::Accept).await;
    test.say(said("add a bread")).await;
    let new = test.draft_of(&ana()).await.unwrap().id;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.starts_with("Sent."), "{reply}");
    test.play(&new, &all_goes_well()).await;
    test.until("the old order's end", async || test.has_ended(&old).await)
        .await;
    assert_eq!(test.order(&old).await.stage, Stage::Cancelled);
    assert_eq!(test.told(&old).await, []);
    test.assert_settled(&new).await;
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_that_accepts_first_keeps_the_old_order() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "two soups").await;
    test.until_asked(&old, TicketKind::Accept).await;
    test.say(said("add a bread")).await;
    test.answer(&old, TicketKind::Accept, Answer::Yes { minutes: Some(25) })
        .await;
    test.until("acceptance", async || {
        test.order(&old).await.stage == Stage::Accepted
    })
    .await;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.contains("too late"), "{reply}");
    assert_eq!(test.orders_placed(&ana()).await, 1);
    assert!(!test.placed(&old).await.2, "it is being cancelled");
}

#[tokio::test(start_paused = true)]
async fn a_change_keeps_everything_else_of_the_order() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let open = test.read_back(&ana(), "two soups").await;
    test.change_draft(&ana(), |open| {
        open.getting.tip = Some(Tip::Percent(10));
        open.getting.notes = vec!["ring twice".to_owned()];
    })
    .await;
    test.say(Wanted::Done).await;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.starts_with("Sent."), "{reply}");
    let before = test.order(&open.id).await.agreement;
    assert!(before.totals.tip.minor > 0);
    let reply = test.say(said("add a bread")).await;
    assert!(reply.contains("tip") && reply.contains("ring twice"), "{reply}");
}

/// Whatever else happens at the moment of the yes, one order is left.
#[tokio::test(start_paused = true)]
async fn a_change_that_is_not_placed_cancels_nothing() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "two soups").await;
    test.until_asked(&old, TicketKind::Accept).await;
    test.say(said("add a bread")).await;
    let (yes, other) = tokio::join!(test.say(Wanted::Yes), test.say(said("two more breads")));
    let (order, _, cancelling) = test.placed(&old).await;
    let given_up = cancelling || order.stage.is_end();
    let placed = test.orders_placed(&ana()).await;
    assert_eq!(placed, if given_up { 2 } else { 1 }, "{yes} | {other}");
}

#[tokio::test(start_paused = true)]
async fn a_change_that_is_dropped_leaves_what_was_sent() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "two soups").await;
    test.until_asked(&old, TicketKind::Accept).await;
    test.say(said("add a bread")).await;
    test.say(Wanted::StartOver).await;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.contains("what was sent stays"), "{reply}");
    // What is ordered next is once more a change to it.
    let reply = test.say(said("a cake")).await;
    assert!(reply.contains("Two soups, one cake"), "{reply}");
    assert!(!test.placed(&old).await.2);
}

#[tokio::test(start_paused = true)]
async fn a_change_of_what_the_kitchen_refused_is_an_order_of_its_own() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let old = test.place(&ana(), "two soups").await;
    test.until_asked(&old, TicketKind::Accept).await;
    test.say(said("add a bread")).await;
    test.answer(&old, TicketKind::Accept, Answer::No).await;
    test.until("the refusal", async || test.has_ended(&old).await)
        .await;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.starts_with("Sent."), "{reply}");
}
