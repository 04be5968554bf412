//! Cancelling, as the customer hears of it: what is said is what is.

use comanda::app::records::TicketKind;
use comanda::conversation::Wanted;
use comanda::workflow::cancel::{Cancelled, cancel, wish};
use comanda::workflow::tickets::Answer;

use crate::test_app::{Brings, TestApp, ana, corner};

#[tokio::test(start_paused = true)]
async fn of_several_orders_the_one_under_way_is_spoken_of() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let first = test.place(&ana(), "a soup").await;
    test.until_asked(&first, TicketKind::Accept).await;
    test.answer(&first, TicketKind::Accept, Answer::Yes { minutes: Some(20) })
        .await;
    test.until_asked(&first, TicketKind::Ready).await;
    let second = test.place(&ana(), "a bread").await;
    assert_eq!(cancel(&test.app, &second).await.unwrap(), Cancelled::Yes);
    test.until("the second order's end", async || test.has_ended(&second).await)
        .await;
    let status = test.say(Wanted::Status).await;
    assert!(status.contains("cooking your order"), "{status}");
    let asked = test.say(Wanted::Cancel).await;
    assert!(asked.contains("the shop decides"), "{asked}");
}

#[tokio::test(start_paused = true)]
async fn a_wish_that_the_shop_has_granted_is_not_called_declined() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "a soup").await;
    // The kitchen has accepted, the shop has been asked and agrees, and nothing is undone yet: nobody runs the order.
    for step in ["reserve_stock", "authorise_payment"] {
        let step = serde_json::json!({ "step": step, "order": id });
        comanda::workflow::perform(&test.app, step).await.unwrap();
    }
    let accepted = serde_json::json!({ "step": "mark_stage", "order": id, "stage": "accepted" });
    comanda::workflow::perform(&test.app, accepted).await.unwrap();
    assert_eq!(wish(&test.app, &id).await.unwrap(), Cancelled::ShopDecides);
    test.answer(&id, TicketKind::Cancel, Answer::Yes { minutes: None })
        .await;
    assert_eq!(wish(&test.app, &id).await.unwrap(), Cancelled::Yes);
}
