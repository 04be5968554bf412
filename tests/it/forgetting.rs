//! "Delete my data": nothing personal is left of a customer, at once or a while after the end of what is under way; what
//! the shop's books need stays.

use std::time::Duration;

use comanda::app::records::{
    Callback, Forgotten, Held, TicketKind, Versioned, callback_id, customer, forget, load_order, put_placed,
};
use comanda::order::menu::Allergen;
use comanda::order::{CustomerId, Language, OrderId, PersonId, Phone, Stage};
use comanda::workflow::notices::{Wrong, call_back, complain};
use comanda::workflow::tickets::Answer;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

const UNDER_WAY: Forgotten = Forgotten { under_way: true };
const NOTHING_LEFT: Forgotten = Forgotten { under_way: false };
/// Longer than an order keeps whose it was after its end, with the next sweep.
const A_WHILE: Duration = Duration::from_secs(11 * 60);
/// What must not be found once it is forgotten; it is all in what [`placed`] places.
const PERSONAL: [&str; 7] = [
    "ana-1234",
    "Maple Street",
    "98765",
    "Ana Lima",
    "bell is broken",
    "peanut",
    "voice-7",
];

fn id() -> CustomerId {
    CustomerId::new("ana-1234")
}

/// Everything that the store holds.
async fn everything(test: &TestApp) -> String {
    let dump = test.dump().await;
    let rows = dump
        .iter()
        .map(|(partition, sort, text)| format!("{partition} {sort} {text}"));
    let indexes = test.database.with(|connection| {
        let mut statement = connection.prepare("SELECT index_partition || index_sort FROM record_index")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok::<_, comanda::app::StoreError>(rows.collect::<rusqlite::Result<Vec<String>>>()?)
    });
    rows.chain(indexes.await.unwrap()).collect::<Vec<_>>().join("\n")
}

async fn personal(test: &TestApp) -> Vec<&'static str> {
    let all = everything(test).await;
    PERSONAL.into_iter().filter(|text| all.contains(text)).collect()
}

/// Places an order with everything personal in it.
async fn placed(test: &TestApp) -> OrderId {
    let order_id = test.place(&id(), "two soups").await;
    test.until_asked(&order_id, TicketKind::Accept).await;
    let Versioned { mut value, version } = load_order(&test.app, &order_id).await.unwrap().unwrap();
    let Held::Placed { order, .. } = &mut value else {
        panic!("{order_id} has not been placed")
    };
    order.person = Some(PersonId::new("voice-7"));
    order.contact.name = Some("Ana Lima".to_owned());
    order.agreement.notes = vec!["the bell is broken".to_owned()];
    order.agreement.allergies = vec![Allergen::Peanut];
    let write = put_placed(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    order_id
}

#[tokio::test(start_paused = true)]
async fn of_a_customer_whose_orders_have_ended_nothing_personal_is_left() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let delivered = placed(&test).await;
    test.play(&delivered, &all_goes_well()).await;
    let cancelled = placed(&test).await;
    let mut refused = all_goes_well();
    refused.insert(TicketKind::Accept, Answer::No);
    test.play(&cancelled, &refused).await;
    tokio::time::sleep(A_WHILE).await;
    // A draft under way, and another customer of whom nothing may be lost.
    test.read_back(&id(), "a bread").await;
    let other = test.place(&ana(), "a soup").await;
    test.play(&other, &all_goes_well()).await;
    let books = (
        test.order(&delivered).await,
        test.order(&other).await,
        test.stock().await,
    );

    assert_eq!(forget(&test.app, &id()).await.unwrap(), NOTHING_LEFT);
    assert_eq!(test.orders_placed(&id()).await, 0);
    assert_eq!(customer(&test.app, &id()).await.unwrap().version, 0);
    let all = everything(&test).await;
    for text in ["ana-1234", "Ana Lima", "bell is broken", "peanut", "voice-7"] {
        assert!(!all.contains(text), "{text} is left:\n{all}");
    }
    let now = test.order(&delivered).await;
    assert_eq!(
        (now.stage, &now.agreement.draft),
        (Stage::Delivered, &books.0.agreement.draft)
    );
    assert_eq!(now.agreement.totals, books.0.agreement.totals);
    assert_eq!((test.order(&other).await, test.stock().await), (books.1, books.2));
    test.assert_settled(&other).await;

    // Again, and for somebody of whom nothing was ever kept: nothing changes.
    let before = test.dump().await;
    for nobody in [id(), CustomerId::new("nobody")] {
        assert_eq!(forget(&test.app, &nobody).await.unwrap(), NOTHING_LEFT);
    }
    assert_eq!(test.dump().await, before);
}

#[tokio::test(start_paused = true)]
async fn an_order_under_way_goes_on_and_is_forgotten_after_its_last_news() {
    for end in [Stage::Delivered, Stage::Failed] {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        let order = placed(&test).await;
        assert_eq!(forget(&test.app, &id()).await.unwrap(), UNDER_WAY);
        assert_eq!(forget(&test.app, &id()).await.unwrap(), UNDER_WAY);
        assert_eq!(
            test.order(&order).await.contact.name.as_deref(),
            Some("Ana Lima"),
            "the courier needs it"
        );
        let mut script = all_goes_well();
        if end == Stage::Failed {
            script.insert(TicketKind::PickUp, Answer::No);
        }
        test.play(&order, &script).await;
        test.assert_settled(&order).await;
        assert!(test.told(&order).await.contains(&end), "the end is told");
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(personal(&test).await, [""; 0], "{end:?}");
        assert_eq!(test.order(&order).await.stage, end);
        assert_eq!(test.orders_placed(&id()).await, 0);
        assert_eq!(test.stock().await, test.stock_by_the_books().await);
    }
}

#[tokio::test(start_paused = true)]
async fn an_order_that_has_just_ended_is_forgotten_a_while_later() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let order = placed(&test).await;
    test.play(&order, &all_goes_well()).await;
    assert_eq!(forget(&test.app, &id()).await.unwrap(), NOTHING_LEFT);
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(personal(&test).await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn notes_to_the_staff_lose_what_is_personal_when_they_are_dealt_with() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let order = placed(&test).await;
    let wrong = Wrong {
        kind: "missing",
        line: None,
        words: "Ana Lima's soup",
    };
    complain(&test.app, &order, wrong).await.unwrap();
    let wish = Callback {
        customer: id(),
        about: Some(order.clone()),
        name: Some("Ana Lima".to_owned()),
        phone: Phone::of("11987654321"),
        language: Language::EnUs,
        reason: String::new(),
    };
    call_back(&test.app, wish).await.unwrap();
    test.play(&order, &all_goes_well()).await;
    forget(&test.app, &id()).await.unwrap();
    tokio::time::sleep(A_WHILE).await;
    assert!(
        personal(&test).await.contains(&"Ana Lima"),
        "somebody is still to call"
    );
    let done = Answer::Yes { minutes: None };
    test.answer(&order, TicketKind::Complaint, done).await;
    test.answer(&callback_id(test.app.shop(), &id()), TicketKind::Callback, done)
        .await;
    assert_eq!(personal(&test).await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn a_yes_at_the_same_moment_is_either_placed_and_forgotten_later_or_gone() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let open = test.read_back(&id(), "two soups").await;
    let customer = id();
    let yes = test.turn(&customer, comanda::conversation::Wanted::Yes);
    let (_, forgotten) = tokio::join!(yes, forget(&test.app, &customer));
    forgotten.unwrap();
    // Whoever has said both asks again until it is so.
    forget(&test.app, &id()).await.unwrap();
    match load_order(&test.app, &open.id)
        .await
        .unwrap()
        .map(|stored| stored.value)
    {
        Some(Held::Placed { .. }) => {
            test.play(&open.id, &all_goes_well()).await;
            test.assert_settled(&open.id).await;
        }
        Some(Held::Open(_)) => panic!("a draft is left"),
        None => {}
    }
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(personal(&test).await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn more_orders_than_a_page_are_all_forgotten() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let first = placed(&test).await;
    test.play(&first, &all_goes_well()).await;
    let stored = load_order(&test.app, &first).await.unwrap().unwrap();
    for number in 0..230 {
        let mut value = stored.value.clone();
        let Held::Placed { order, .. } = &mut value else {
            panic!()
        };
        order.agreement.order = OrderId::new(format!("copy-{number}"));
        let write = put_placed(test.app.shop(), &Versioned::new(value)).unwrap();
        test.app.store.write(vec![write]).await.unwrap();
    }
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(forget(&test.app, &id()).await.unwrap(), NOTHING_LEFT);
    assert_eq!(personal(&test).await, [""; 0]);
}
