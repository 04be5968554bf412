//! What is said of odd wishes: no more and no less than was done.

use comanda::conversation::Wanted;
use comanda::order::menu::Gender;
use comanda::order::{Language, LineId, Order, Problem, Stage};
use comanda::phrases::{Phrases, phrases};

use crate::test_app::{Brings, TestApp, ana, corner, said};

#[tokio::test(start_paused = true)]
async fn what_is_wished_twice_in_one_breath_is_said_once() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let reply = test.say(said("a soup and a bread and a soup")).await;
    assert!(reply.contains("Two soups and one bread."), "{reply}");
    assert!(!reply.contains("now"), "{reply}");
}

#[tokio::test(start_paused = true)]
async fn none_of_a_line_is_not_all_of_it() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.say(said("two soups")).await;
    let mut draft = test.draft_of(&ana()).await.unwrap().draft;
    let before = draft.clone();
    assert!(draft.remove(LineId(0), Some(0)).is_err());
    assert_eq!(draft, before);
}

#[tokio::test(start_paused = true)]
async fn an_order_that_nobody_fetched_was_not_to_be_delivered() {
    let test = TestApp::asleep(corner(Brings::Pickup)).await;
    let id = test.place(&ana(), "a soup").await;
    let order = Order {
        stage: Stage::Failed,
        problem: Some(Problem::NotDelivered),
        ..test.order(&id).await
    };
    let news = phrases(Language::EnUs).news(&test.app.menu(), &order).unwrap();
    assert!(news.contains("wasn't picked up"), "{news}");
    let status = test.say(Wanted::Status).await;
    assert!(status.contains("hasn't accepted"), "{status}");
}

#[test]
fn how_many_agrees_with_what_is_counted() {
    let check = |gender, expected: &str| {
        let gaps = [("gender", Phrases::gender_gap(Some(gender)))];
        let said = phrases(Language::PtBr).say("how-many", &gaps);
        assert!(said.contains(expected), "{said}");
    };
    check(Gender::Feminine, "Quantas");
    check(Gender::Masculine, "Quantos");
}
