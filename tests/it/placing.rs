//! Placing: what was read back is what is placed, once, however many say yes and however often.

use std::sync::Arc;
use std::time::Duration;

use comanda::app::records::TicketKind;
use comanda::app::{App, CurrentOffer, IdSource, Machine, Workflows, offline};
use comanda::conversation::{Wanted, converse};
use comanda::local::Database;
use comanda::order::{Menu, OrderId, Stage};
use comanda::phrases::phrases;
use comanda::workflow::sweep::sweep;
use serde_json::json;

use crate::faulty_store::{Fault, FaultyStore};
use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner, corner_with, said, turn_of};

/// How many executions of the order machine there have ever been.
async fn executions(test: &TestApp) -> u32 {
    let counted = test.database.with(|connection| {
        let sql = "SELECT count(*) FROM execution WHERE machine = 'order'";
        Ok::<_, comanda::app::StoreError>(connection.query_row(sql, [], |row| row.get(0))?)
    });
    counted.await.unwrap()
}

/// There is one order, it runs once, and it comes to its door.
async fn assert_placed_once(test: &TestApp, id: &OrderId) {
    assert_eq!(test.orders_placed(&ana()).await, 1);
    assert_eq!(executions(test).await, 1);
    let order = test.play(id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    test.assert_settled(id).await;
    assert_eq!(executions(test).await, 1);
}

#[tokio::test(start_paused = true)]
async fn two_yeses_at_once_make_one_order() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.read_back(&ana(), "two soups").await.id;
    let (one, other) = tokio::join!(test.say(Wanted::Yes), test.say(Wanted::Yes));
    let mut replies = [one, other];
    replies.sort();
    assert!(replies[0].contains("been sent already"), "{replies:?}");
    assert!(replies[1].starts_with("Sent."), "{replies:?}");
    assert_placed_once(&test, &id).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_yeses_on_many_threads_make_one_order() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(folder.path()).unwrap();
    let test = TestApp::over(database, corner(Brings::Delivery)).await;
    let id = test.read_back(&ana(), "two soups").await.id;
    tokio::join!(
        test.say(Wanted::Yes),
        test.say(Wanted::Yes),
        test.say(Wanted::Yes),
        test.say(Wanted::Yes)
    );
    assert_placed_once(&test, &id).await;
}

#[tokio::test(start_paused = true)]
async fn a_retried_turn_makes_no_second_order() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    for _ in 0..3 {
        let reply = test.say(Wanted::Yes).await;
        assert!(reply.contains("been sent already"), "{reply}");
    }
    assert_placed_once(&test, &id).await;
    // Nor does one that comes after the end.
    test.say(Wanted::Yes).await;
    assert_eq!(test.orders_placed(&ana()).await, 1);
}

#[tokio::test(start_paused = true)]
async fn a_yes_after_another_device_changed_the_draft_places_nothing() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let before = test.read_back(&ana(), "two soups").await;
    test.say_in("kitchen", said("a bread")).await;
    // Whoever says yes here has not heard of the bread.
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.contains("bread"), "{reply}");
    assert_eq!(test.orders_placed(&ana()).await, 0);
    let after = test.draft_of(&ana()).await.unwrap();
    assert_eq!(after.id, before.id);
    assert_eq!(after.draft.lines.len(), 2);
    // What is read back then is what is placed then.
    let read_back = test.say(Wanted::Done).await;
    assert!(read_back.contains("bread"), "{read_back}");
    test.say(Wanted::Yes).await;
    assert_eq!(test.order(&before.id).await.agreement.draft, after.draft);
    assert_placed_once(&test, &before.id).await;
}

#[tokio::test(start_paused = true)]
async fn a_yes_and_a_change_at_once_never_place_what_was_not_read_back() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let open = test.read_back(&ana(), "two soups").await;
    tokio::join!(test.say(Wanted::Yes), test.say(said("a bread")));
    match test.orders_placed(&ana()).await {
        // The change came first, and the yes found another question.
        0 => assert_eq!(test.draft_of(&ana()).await.unwrap().draft.lines.len(), 2),
        // The yes came first; the bread is a draft of its own.
        1 => {
            let order = test.order(&open.id).await;
            assert_eq!(Some(order.agreement.hash()), open.read_back);
            assert_eq!(order.agreement.draft, open.draft);
            let next = test.draft_of(&ana()).await.unwrap();
            assert_ne!(next.id, open.id);
        }
        more => panic!("{more} orders"),
    }
}

/// Wherever a yes is held up while another turn changes what it was said to.
#[tokio::test(start_paused = true)]
async fn a_yes_that_is_overtaken_places_nothing_else() {
    let mut overtaken = 0;
    for operation in 1..20 {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        let open = test.read_back(&ana(), "two soups").await;
        let plan = Some((operation, Fault::PauseBefore));
        let store = FaultyStore::new(Arc::clone(&test.app.store), plan);
        store.arm();
        let app = App {
            offer: CurrentOffer::new((*test.app.menu()).clone(), offline()),
            shop: test.app.shop.clone(),
            store: Arc::clone(&store) as _,
            workflows: Arc::clone(&test.app.workflows),
            voice: Arc::clone(&test.app.voice),
            profiles: None,
            keeps_hours: true,
            clock: test.app.clock.clone(),
            ids: IdSource::counted(),
        };
        let yes = turn_of(&ana(), Wanted::Yes);
        let change = async {
            let held = tokio::time::timeout(Duration::from_secs(1), store.stopped.notified()).await;
            if held.is_ok() {
                test.say(said("a bread")).await;
                store.go_on.notify_one();
            }
            held.is_ok()
        };
        let (_, held) = tokio::join!(converse(&app, &yes), change);
        if !held {
            break;
        }
        overtaken += 1;
        if test.orders_placed(&ana()).await > 0 {
            let placed = test.order(&open.id).await.agreement;
            assert_eq!(Some(placed.hash()), open.read_back, "operation {operation}");
        }
    }
    assert!(overtaken > 2, "{overtaken}");
}

#[tokio::test(start_paused = true)]
async fn the_agreement_is_what_was_read_back() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.say(said("two soups with basil and a bread")).await;
    test.settle(&ana()).await;
    let read_back = test.say(Wanted::Done).await;
    let open = test.draft_of(&ana()).await.unwrap();
    assert!(
        read_back.contains("Twenty-nine"),
        "2 × 11.00 + 2.00 + 5.00: {read_back}"
    );
    test.say(Wanted::Yes).await;
    let agreement = test.order(&open.id).await.agreement;
    assert_eq!(Some(agreement.hash()), open.read_back);
    assert_eq!(agreement.totals.total.minor, 2_900);
    assert_eq!(agreement.minutes, 30);
}

/// The shop with another price, fee or promise: what was read back before no longer holds.
#[tokio::test(start_paused = true)]
async fn a_yes_to_yesterdays_price_is_read_back_anew() {
    let dearer = corner_with(Brings::Delivery, |items| items.replace("\"10.00\"", "\"12.00\""));
    let slower = {
        let mut menu = corner(Brings::Delivery);
        menu.shop.delivery.as_mut().unwrap().zones[0].minutes = 55;
        menu
    };
    let fee = {
        let mut menu = corner(Brings::Delivery);
        menu.shop.delivery.as_mut().unwrap().zones[0].fee.minor = 900;
        menu
    };
    for (menu, new_words, total) in [
        (dearer, "Twenty-nine", 2_900),
        (slower, "fifty-five minutes", 2_500),
        (fee, "Twenty-nine", 2_900),
    ] {
        let database = Database::in_memory().unwrap();
        let before = TestApp::over(database.clone(), corner(Brings::Delivery)).await;
        let id = before.read_back(&ana(), "two soups").await.id;
        let test = TestApp::over(database, menu).await;
        let reply = test.say(Wanted::Yes).await;
        assert!(reply.contains("changed"), "{reply}");
        assert!(reply.contains(new_words), "{reply}");
        assert_eq!(test.orders_placed(&ana()).await, 0);
        test.say(Wanted::Yes).await;
        assert_eq!(test.order(&id).await.agreement.totals.total.minor, total);
    }
}

#[tokio::test(start_paused = true)]
async fn a_dish_taken_off_the_menu_is_not_placed() {
    let database = Database::in_memory().unwrap();
    let before = TestApp::over(database.clone(), corner(Brings::Delivery)).await;
    before.read_back(&ana(), "a soup and a bread").await;
    let gone = corner_with(Brings::Delivery, |items| items.replace("soup", "stew"));
    let test = TestApp::over(database, gone).await;
    let reply = test.say(Wanted::Yes).await;
    assert!(reply.contains("no longer on the menu"), "{reply}");
    assert!(
        reply.contains("One bread, to sixty-two Maple Street, apartment four."),
        "{reply}"
    );
    assert_eq!(test.orders_placed(&ana()).await, 0);
    test.say(Wanted::Yes).await;
    assert_eq!(test.orders_placed(&ana()).await, 1);
}

#[tokio::test(start_paused = true)]
async fn what_left_the_menu_after_the_yes_is_cooked_as_it_was_placed() {
    let database = Database::in_memory().unwrap();
    let before = TestApp::over(database.clone(), corner(Brings::Delivery)).await;
    let id = before.place(&ana(), "two soups with basil").await;
    let order = before.order(&id).await;
    let words = |menu: &Menu| phrases(order.language).lines(menu, &order.agreement.draft);
    let without = |id: &str| corner_with(Brings::Delivery, |items| items.replace(id, "\"other\""));
    assert_eq!(words(&before.app.menu()), "two soups with basil");
    assert_eq!(words(&without("\"soup\"")), "two soup with basil");
    assert_eq!(words(&without("\"basil\"")), "two soups with basil");
}

#[tokio::test(start_paused = true)]
async fn an_order_placed_by_a_process_that_died_is_started_once() {
    let database = Database::in_memory().unwrap();
    // The engine of this one never starts: the yes is written, and nothing follows.
    let before = TestApp::asleep_over(database.clone(), corner(Brings::Delivery)).await;
    let id = before.place(&ana(), "two soups").await;
    let (_, started, _) = before.placed(&id).await;
    assert!(!started);
    assert_eq!(executions(&before).await, 0);
    let swept = sweep(&before.app).await.unwrap();
    assert_eq!(swept.started, 0, "it is left to the next sweep");
    // The next process sweeps by itself.
    let test = TestApp::over(database, corner(Brings::Delivery)).await;
    test.until_asked(&id, TicketKind::Accept).await;
    let (_, started, _) = test.placed(&id).await;
    assert!(started);
    let swept = sweep(&test.app).await.unwrap();
    assert_eq!((swept.started, swept.expired), (0, 0));
    assert_placed_once(&test, &id).await;
}

#[tokio::test(start_paused = true)]
async fn an_execution_that_started_and_was_not_noted_is_not_started_again() {
    let database = Database::in_memory().unwrap();
    let before = TestApp::asleep_over(database.clone(), corner(Brings::Delivery)).await;
    let id = before.place(&ana(), "two soups").await;
    // Started, and dead before that was noted on the order.
    before.engine.resume(&before.app).await.unwrap();
    let input = json!({ "order": id });
    before
        .engine
        .start(Machine::Order, id.as_str(), input.clone())
        .await
        .unwrap();
    let (_, started, _) = before.placed(&id).await;
    assert!(!started);
    assert_eq!(executions(&before).await, 1);
    for _ in 0..2 {
        sweep(&before.app).await.unwrap();
        before
            .engine
            .start(Machine::Order, id.as_str(), input.clone())
            .await
            .unwrap();
    }
    let (_, started, _) = before.placed(&id).await;
    assert!(started);
    assert_placed_once(&before, &id).await;
}

#[tokio::test(start_paused = true)]
async fn sweeps_at_once_start_one_execution() {
    let database = Database::in_memory().unwrap();
    let test = TestApp::asleep_over(database, corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.engine.resume(&test.app).await.unwrap();
    let (one, two, three) = tokio::join!(sweep(&test.app), sweep(&test.app), sweep(&test.app));
    for swept in [one, two, three] {
        swept.unwrap();
    }
    assert_placed_once(&test, &id).await;
}

#[tokio::test(start_paused = true)]
async fn a_draft_survives_a_dropped_session() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.say(said("two soups")).await;
    test.say(Wanted::Stop).await;
    tokio::time::sleep(Duration::from_secs(3600)).await;
    let welcome = test.say(Wanted::Launch).await;
    assert!(welcome.contains("two soups"), "{welcome}");
    let id = test.read_back(&ana(), "a bread").await.id;
    test.say(Wanted::Yes).await;
    assert_eq!(test.order(&id).await.agreement.draft.lines.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_start_that_its_caller_gives_up_is_carried_out_all_the_same() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    test.engine.resume(&test.app).await.unwrap();
    let input = json!({ "order": id });
    let start = test.engine.start(Machine::Order, id.as_str(), input);
    // Polled once, so that it is on its way to the journal, then dropped as by a turn's deadline.
    assert!(polled_once(start).await.is_none());
    test.until_asked(&id, TicketKind::Accept).await;
}

/// What a future gives when it is polled once and dropped.
async fn polled_once<F: Future>(future: F) -> Option<F::Output> {
    let mut future = std::pin::pin!(future);
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(match future.as_mut().poll(context) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        })
    })
    .await
}
