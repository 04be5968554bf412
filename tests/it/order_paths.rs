//! The ways an order can go: people who refuse, are silent, late, or answer twice; customers who cancel; stock that
//! runs out. Each ends once, in the right stage, with stock and money where they belong and the customer told.

use std::time::Duration;

use comanda::app::records::{PaymentState, TicketKind, open_tickets};
use comanda::app::store::Write;
use comanda::conversation::Wanted;
use comanda::order::{CustomerId, OrderId, Problem, Stage};
use comanda::workflow::tickets::{Answer, Answered};

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner, initial_stock, said, sample};

const YES: Answer = Answer::Yes { minutes: None };

/// How an order must end.
struct End {
    stage: Stage,
    problem: Option<Problem>,
    payment: PaymentState,
    told: &'static [Stage],
}

/// Plays an order in which a kind of question is answered so, or never (none), and holds it to its end.
async fn check(brings: Brings, kind: TicketKind, given: Option<Answer>, expected: End) {
    let test = TestApp::new(corner(brings)).await;
    let mut script = all_goes_well();
    match given {
        Some(given) => script.insert(kind, given),
        None => script.remove(&kind),
    };
    let id = test.place(&ana(), "two soups with basil").await;
    let order = test.play(&id, &script).await;
    test.assert_settled(&id).await;
    assert_eq!(order.stage, expected.stage);
    assert_eq!(order.problem, expected.problem);
    assert_eq!(test.payment(&id).await, Some(expected.payment));
    assert_eq!(test.told(&id).await, expected.told);
    if expected.stage != Stage::Delivered {
        assert_eq!(test.stock().await, initial_stock(&test.app.menu()));
    }
    // Whatever comes afterwards changes nothing.
    let before = test.dump().await;
    for kind in TicketKind::ALL {
        for given in [YES, Answer::No] {
            assert_eq!(test.answer(&id, kind, given).await, Answered::TooLate, "{kind:?}");
        }
    }
    tokio::time::sleep(Duration::from_secs(3600)).await;
    assert_eq!(test.dump().await, before);
}

fn failed(problem: Problem, payment: PaymentState, told: &'static [Stage]) -> End {
    End {
        stage: Stage::Failed,
        problem: Some(problem),
        payment,
        told,
    }
}

#[tokio::test(start_paused = true)]
async fn delivered() {
    let told = &[Stage::Accepted, Stage::OutForDelivery, Stage::Delivered];
    let expected = End {
        stage: Stage::Delivered,
        problem: None,
        payment: PaymentState::Captured,
        told,
    };
    check(Brings::Delivery, TicketKind::Deliver, Some(YES), expected).await;
}

#[tokio::test(start_paused = true)]
async fn collected() {
    let told = &[Stage::Accepted, Stage::Ready, Stage::Delivered];
    let expected = End {
        stage: Stage::Delivered,
        problem: None,
        payment: PaymentState::Captured,
        told,
    };
    check(Brings::Pickup, TicketKind::Deliver, Some(YES), expected).await;
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_refuses() {
    let expected = failed(Problem::KitchenRefused, PaymentState::Voided, &[Stage::Failed]);
    check(Brings::Delivery, TicketKind::Accept, Some(Answer::No), expected).await;
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_is_silent() {
    let expected = failed(Problem::KitchenSilent, PaymentState::Voided, &[Stage::Failed]);
    check(Brings::Delivery, TicketKind::Accept, None, expected).await;
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_gives_up() {
    let told = &[Stage::Accepted, Stage::Failed];
    let expected = failed(Problem::KitchenLate, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::Ready, Some(Answer::No), expected).await;
}

#[tokio::test(start_paused = true)]
async fn the_kitchen_never_finishes() {
    let told = &[Stage::Accepted, Stage::Failed];
    let expected = failed(Problem::KitchenLate, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::Ready, None, expected).await;
}

#[tokio::test(start_paused = true)]
async fn no_courier_will() {
    let told = &[Stage::Accepted, Stage::Failed];
    let expected = failed(Problem::NoCourier, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::PickUp, Some(Answer::No), expected).await;
}

#[tokio::test(start_paused = true)]
async fn no_courier_comes() {
    let told = &[Stage::Accepted, Stage::Failed];
    let expected = failed(Problem::NoCourier, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::PickUp, None, expected).await;
}

#[tokio::test(start_paused = true)]
async fn it_cannot_be_delivered() {
    let told = &[Stage::Accepted, Stage::OutForDelivery, Stage::Failed];
    let expected = failed(Problem::NotDelivered, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::Deliver, Some(Answer::No), expected).await;
}

#[tokio::test(start_paused = true)]
async fn the_courier_is_never_heard_of_again() {
    let told = &[Stage::Accepted, Stage::OutForDelivery, Stage::Failed];
    let expected = failed(Problem::NotDelivered, PaymentState::Refunded, told);
    check(Brings::Delivery, TicketKind::Deliver, None, expected).await;
}

#[tokio::test(start_paused = true)]
async fn nobody_fetches_it() {
    let told = &[Stage::Accepted, Stage::Ready, Stage::Failed];
    let expected = failed(Problem::NotDelivered, PaymentState::Refunded, told);
    check(Brings::Pickup, TicketKind::Deliver, None, expected).await;
}

#[tokio::test(start_paused = true)]
async fn an_order_of_the_sample_shop_is_delivered() {
    let test = TestApp::new(sample()).await;
    let id = test.place(&ana(), "a large pepperoni and two guaranás").await;
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    assert_eq!(order.minutes, Some(25));
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn a_doubled_answer_is_late_and_changes_nothing() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "a soup").await;
    let kinds = [
        TicketKind::Accept,
        TicketKind::Ready,
        TicketKind::PickUp,
        TicketKind::Deliver,
    ];
    for kind in kinds {
        test.until_asked(&id, kind).await;
        assert_eq!(test.answer(&id, kind, YES).await, Answered::Now);
        for given in [YES, Answer::No] {
            assert_eq!(test.answer(&id, kind, given).await, Answered::TooLate, "{kind:?}");
        }
    }
    test.until("the end", async || test.has_ended(&id).await).await;
    assert_eq!(test.order(&id).await.stage, Stage::Delivered);
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn of_two_answers_at_once_one_counts() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "a soup").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let (yes, no) = tokio::join!(
        test.answer(&id, TicketKind::Accept, YES),
        test.answer(&id, TicketKind::Accept, Answer::No)
    );
    assert_ne!(yes, no, "one of them is too late");
    let order = test.play(&id, &all_goes_well()).await;
    let expected = if yes == Answered::Now {
        Stage::Delivered
    } else {
        Stage::Failed
    };
    assert_eq!(order.stage, expected);
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_before_the_question_is_late() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "a soup").await;
    test.until_asked(&id, TicketKind::Accept).await;
    assert_eq!(
        test.answer(&id, TicketKind::Deliver, YES).await,
        Answered::TooLate
    );
    let nobody = OrderId::new("nobody's");
    assert_eq!(
        test.answer(&nobody, TicketKind::Accept, YES).await,
        Answered::TooLate
    );
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
}

#[tokio::test(start_paused = true)]
async fn cancelling_is_free_until_the_kitchen_accepts() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let asked = test.say(Wanted::Cancel).await;
    assert!(asked.contains("free"), "{asked}");
    assert!(!test.placed(&id).await.2, "asking cancels nothing");
    let done = test.say(Wanted::Yes).await;
    assert!(done.contains("cancelling"), "{done}");
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!((order.stage, order.problem), (Stage::Cancelled, None));
    assert_eq!(test.payment(&id).await, Some(PaymentState::Voided));
    assert_eq!(test.told(&id).await, [Stage::Cancelled]);
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn a_no_keeps_the_order() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.say(Wanted::Cancel).await;
    test.say(Wanted::No).await;
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
}

/// The kinds of question that wait after the kitchen has accepted.
const AFTERWARDS: [TicketKind; 3] = [TicketKind::Ready, TicketKind::PickUp, TicketKind::Deliver];

/// Brings an order to where this is asked, and asks to cancel it there.
async fn wish_to_cancel_at(at: TicketKind) -> (TestApp, OrderId) {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    for kind in TicketKind::ALL {
        test.until_asked(&id, kind).await;
        if kind == at {
            break;
        }
        test.yes(&id, kind).await;
    }
    let asked = test.say(Wanted::Cancel).await;
    assert!(asked.contains("the shop decides"), "{asked}");
    test.say(Wanted::Yes).await;
    assert!(test.is_asked(&id, TicketKind::Cancel).await);
    assert!(!test.placed(&id).await.2, "wishing cancels nothing");
    (test, id)
}

#[tokio::test(start_paused = true)]
async fn afterwards_the_shop_may_let_it_go() {
    for at in AFTERWARDS {
        let (test, id) = wish_to_cancel_at(at).await;
        test.yes(&id, TicketKind::Cancel).await;
        let order = test.play(&id, &all_goes_well()).await;
        assert_eq!((order.stage, order.problem), (Stage::Cancelled, None), "{at:?}");
        assert_eq!(test.payment(&id).await, Some(PaymentState::Refunded), "{at:?}");
        assert_eq!(test.stock().await, initial_stock(&test.app.menu()), "{at:?}");
        test.assert_settled(&id).await;
    }
}

#[tokio::test(start_paused = true)]
async fn afterwards_the_shop_may_refuse_to() {
    for at in AFTERWARDS {
        let (test, id) = wish_to_cancel_at(at).await;
        let answered = test.answer(&id, TicketKind::Cancel, Answer::No).await;
        assert_eq!(answered, Answered::Now);
        let order = test.play(&id, &all_goes_well()).await;
        assert_eq!(order.stage, Stage::Delivered, "{at:?}");
        test.assert_settled(&id).await;
        let kept = |text: &str| text.contains("can't cancel");
        let told = test.news.after(&ana(), 0);
        assert_eq!(
            told.iter().filter(|(_, said)| kept(&said.text)).count(),
            1,
            "{told:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_wish_to_cancel_that_nobody_answers_ends_with_the_order() {
    for at in AFTERWARDS {
        let (test, id) = wish_to_cancel_at(at).await;
        let order = test.play(&id, &all_goes_well()).await;
        assert_eq!(order.stage, Stage::Delivered, "{at:?}");
        test.assert_settled(&id).await;
        assert!(open_tickets(&test.app).await.unwrap().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn what_has_ended_cannot_be_cancelled() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.play(&id, &all_goes_well()).await;
    let said = test.say(Wanted::Cancel).await;
    assert!(said.contains("too late"), "{said}");
    assert_eq!(test.order(&id).await.stage, Stage::Delivered);
    test.assert_settled(&id).await;
}

#[tokio::test(start_paused = true)]
async fn what_sells_out_between_read_back_and_yes_is_named() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let ben = CustomerId::new("ben");
    let ana_wants = test.read_back(&ana(), "a soup and a cake").await;
    let bens = test.place(&ben, "a cake").await;
    test.until_asked(&bens, TicketKind::Accept).await;
    // The yes is taken; the stock is looked at by the workflow.
    test.say(Wanted::Yes).await;
    let order = test.play(&ana_wants.id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Failed);
    let Some(Problem::SoldOut { items, options }) = order.problem else {
        panic!("{:?}", order.problem)
    };
    assert_eq!((items.len(), items[0].as_str(), options.len()), (1, "cake", 0));
    let news = test.news.after(&ana(), 0);
    assert!(news[0].1.text.contains("cake ran out"), "{news:?}");
    test.assert_settled(&ana_wants.id).await;
    assert_eq!(test.play(&bens, &all_goes_well()).await.stage, Stage::Delivered);
    test.assert_settled(&bens).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_sold_out_is_said_before_the_read_back() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let bens = test.place(&CustomerId::new("ben"), "a cake").await;
    test.until_asked(&bens, TicketKind::Accept).await;
    let reply = test.say(said("a cake")).await;
    assert!(reply.contains("out of cake"), "{reply}");
    test.say(Wanted::Done).await;
    test.say(Wanted::Yes).await;
    assert_eq!(test.orders_placed(&ana()).await, 0);
}

#[tokio::test(start_paused = true)]
async fn the_last_one_goes_to_one_of_two() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let ben = CustomerId::new("ben");
    let anas = test.read_back(&ana(), "a cake").await.id;
    let bens = test.read_back(&ben, "a cake").await.id;
    tokio::join!(test.say(Wanted::Yes), test.turn(&ben, Wanted::Yes));
    let (script, mut stages) = (all_goes_well(), Vec::new());
    for id in [&anas, &bens] {
        stages.push(test.play(id, &script).await.stage);
        test.assert_settled(id).await;
    }
    stages.sort();
    assert_eq!(stages, [Stage::Delivered, Stage::Failed]);
}

#[tokio::test(start_paused = true)]
async fn a_crowd_never_gets_more_than_there_is() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let mut ids = Vec::new();
    for number in 0..8 {
        let customer = CustomerId::new(format!("guest-{number}"));
        ids.push((
            test.read_back(&customer, "three soups with basil").await.id,
            customer,
        ));
    }
    let mut turns = tokio::task::JoinSet::new();
    for (_, customer) in ids.clone() {
        let app = std::sync::Arc::clone(&test.app);
        turns.spawn(async move {
            let turn = comanda::conversation::Turn {
                person: None,
                voice_known: true,
                profile: None,
                session: None,
                customer,
                language: None,
                channel: comanda::conversation::Channel::Terminal,
                new_session: false,
                linking: Default::default(),
                delivery: None,
                caller: None,
                wanted: Wanted::Yes,
            };
            comanda::conversation::converse(&app, &turn).await
        });
    }
    turns.join_all().await;
    let mut delivered = 0;
    for (id, _) in &ids {
        delivered += usize::from(test.play(id, &all_goes_well()).await.stage == Stage::Delivered);
        test.assert_settled(id).await;
    }
    // Ten soups, but basil for six.
    assert_eq!(delivered, 2);
}

/// Functions that were just deployed take orders before anything has set the books.
#[tokio::test(start_paused = true)]
async fn books_without_a_count_begin_with_the_menus_figure() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let counters = initial_stock(&test.app.menu()).into_keys();
    let delete = counters.map(|counter| Write::Delete(counter.key(test.app.shop()), Vec::new()));
    test.app.store.write(delete.collect()).await.unwrap();
    let id = test.place(&ana(), "two soups with basil").await;
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    test.assert_settled(&id).await;
}
