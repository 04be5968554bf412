//! How long each kind of record is kept, and that none of a customer's outlives "delete my data".

use std::collections::BTreeMap;
use std::time::Duration;

use comanda::app::keys::{self, Kind};
use comanda::app::records::{
    CALL_STANDS, Call, Callback, Held, Suggestion, Versioned, add_spending, customer, forget, forget_ended,
    load_order, load_suggestion, put_call, put_customer, put_placed, put_suggestion,
};
use comanda::app::store::{Condition, Key, Record, Write};
use comanda::app::{Books, StoreError, WriteError};
use comanda::conversation::{Linking, Turn, converse};
use comanda::local::{Database, SqliteStore};
use comanda::order::menu::{Keep, Menu};
use comanda::order::{CustomerId, ItemId, Language, OrderId, PersonId, Phone};
use comanda::workflow::notices::{Wrong, call_back, complain};
use comanda::workflow::standing::board_seen;
use comanda::workflow::tickets::Answer;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner, said, turn_of};

const DAY: Duration = Duration::from_secs(24 * 3600);

fn keeping(change: impl FnOnce(&mut Keep)) -> Menu {
    let mut menu = corner(Brings::Delivery);
    change(&mut menu.shop.keep);
    menu
}

/// The kinds of all records, with their texts.
async fn records(test: &TestApp) -> BTreeMap<Kind, Vec<String>> {
    let mut found: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for (partition, sort, body) in test.dump().await {
        let kind = Kind::of(&Key::new(partition.clone(), sort.clone()));
        let kind = kind.unwrap_or_else(|| panic!("{partition} {sort} is of no known kind"));
        found
            .entry(kind)
            .or_default()
            .push(format!("{partition} {sort} {body}"));
    }
    found
}

#[tokio::test(start_paused = true)]
async fn a_draft_that_nobody_sends_and_a_customer_who_stays_away_are_gone_in_time() {
    let menu = keeping(|keep| (keep.drafts, keep.customers) = (3, 10));
    let test = TestApp::asleep(menu).await;
    test.say(said("two soups")).await;
    let draft = test.draft_of(&ana()).await.unwrap().id;
    tokio::time::sleep(DAY * 3 - Duration::from_secs(60)).await;
    assert!(test.draft_of(&ana()).await.is_some());
    tokio::time::sleep(Duration::from_secs(120)).await;
    assert!(test.draft_of(&ana()).await.is_none());
    assert!(load_order(&test.app, &draft).await.unwrap().is_none());
    // Whoever comes back begins anew, and counts from then on.
    test.say(said("a bread")).await;
    assert_eq!(test.draft_of(&ana()).await.unwrap().draft.lines.len(), 1);
    tokio::time::sleep(DAY * 9).await;
    assert_ne!(customer(&test.app, &ana()).await.unwrap().version, 0);
    tokio::time::sleep(DAY * 2).await;
    assert_eq!(customer(&test.app, &ana()).await.unwrap().version, 0);
    test.say(said("a soup")).await;
    assert_eq!(customer(&test.app, &ana()).await.unwrap().version, 1);
}

#[tokio::test(start_paused = true)]
async fn whose_an_order_was_is_forgotten_in_time_and_the_books_stay_longer() {
    let menu = keeping(|keep| (keep.orders, keep.books) = (1, 2));
    let test = TestApp::wrapping(Database::in_memory().unwrap(), menu, |store| store).await;
    let order = test.place(&ana(), "two soups").await;
    test.play(&order, &all_goes_well()).await;
    tokio::time::sleep(DAY - DAY / 12).await;
    assert_eq!(forget_ended(&test.app).await.unwrap(), 0);
    assert_eq!(test.order(&order).await.customer, ana());
    tokio::time::sleep(DAY / 6).await;
    assert_eq!(forget_ended(&test.app).await.unwrap(), 1);
    assert_eq!(forget_ended(&test.app).await.unwrap(), 0);
    let kept = test.order(&order).await;
    assert_ne!(kept.customer, ana());
    assert_eq!((kept.contact.phone, kept.agreement.address), (None, None));
    assert_eq!(test.orders_placed(&ana()).await, 0);
    tokio::time::sleep(DAY * 2).await;
    assert!(load_order(&test.app, &order).await.unwrap().is_none());
    let store = SqliteStore::new(test.database.clone());
    assert!(store.prune(test.app.clock.now()).await.unwrap() > 0);
    assert_eq!(store.prune(test.app.clock.now()).await.unwrap(), 0);
    let left = records(&test).await;
    assert!(
        !left.contains_key(&Kind::Order) && !left.contains_key(&Kind::Payment),
        "{left:?}"
    );
    assert!(left.contains_key(&Kind::Stock), "stock has no time");
}

#[tokio::test(start_paused = true)]
async fn a_record_of_no_known_kind_is_not_written() {
    let test = TestApp::asleep(corner(Brings::Pickup)).await;
    let record = Record {
        key: Key::new("corner#diary#ana", "today"),
        attributes: Default::default(),
        indexes: Vec::new(),
    };
    let refused = test
        .app
        .store
        .write(vec![Write::Put(record, vec![Condition::Absent])])
        .await;
    assert!(
        matches!(refused, Err(WriteError::Store(StoreError::Misused(_)))),
        "{refused:?}"
    );
}

/// What becomes of a kind of record when its customer is forgotten. Whoever adds a kind says so here, and has
/// [`everything_of`] make one.
#[derive(Debug, PartialEq)]
enum Afterwards {
    /// It is deleted.
    Gone,
    /// It stays for the shop's books, without whose it was.
    Nobodys,
    /// It is no customer's.
    TheShops,
    /// It says whose number a call has, and is dropped by itself when no call lasts that long.
    TheCalls,
}

fn afterwards(kind: Kind) -> Afterwards {
    match kind {
        Kind::Customer | Kind::Turn => Afterwards::Gone,
        Kind::Order | Kind::Reservation | Kind::Payment | Kind::Told | Kind::Ticket | Kind::Suggestion => {
            Afterwards::Nobodys
        }
        Kind::Spending | Kind::Stock | Kind::Board => Afterwards::TheShops,
        Kind::Call => Afterwards::TheCalls,
    }
}

const ACCOUNT: &str = "account:joaquina-1";
const ECHO: &str = "alexa:ECHO-OF-JOAQUINA";
/// What must not be found afterwards.
const PERSONAL: [&str; 9] = [
    "joaquina",
    "JOAQUINA",
    "Joaquina",
    "Maple Street",
    "98765",
    "bell is broken",
    "voice-7",
    "frumple",
    "Rosalind",
];

/// A customer of whom there is a record of every kind, but the one of today's spending.
async fn everything_of(test: &TestApp) -> OrderId {
    let account = CustomerId::new(ACCOUNT);
    let linked = |words: &str| Turn {
        linking: Linking::Linked {
            through: Some(CustomerId::new(ECHO)),
        },
        ..turn_of(&account, said(words))
    };
    test.turn(&CustomerId::new(ECHO), said("a frumple of bread"))
        .await;
    converse(&test.app, &linked("a frumple")).await;
    let order_id = test.place(&account, "two soups").await;
    test.play(&order_id, &all_goes_well()).await;
    let Versioned { mut value, version } = load_order(&test.app, &order_id).await.unwrap().unwrap();
    let Held::Placed { order, .. } = &mut value else {
        panic!("{order_id} has not been placed")
    };
    order.person = Some(PersonId::new("voice-7"));
    order.contact.name = Some("Joaquina".to_owned());
    order.agreement.notes = vec!["the bell is broken".to_owned()];
    let write = put_placed(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    let wrong = Wrong {
        kind: "missing",
        line: None,
        words: "Rosalind's soup",
    };
    complain(&test.app, &order_id, wrong).await.unwrap();
    let wish = Callback {
        customer: account.clone(),
        about: Some(order_id.clone()),
        name: Some("Joaquina".to_owned()),
        phone: Phone::of("11987654321"),
        language: Language::EnUs,
        reason: String::new(),
    };
    call_back(&test.app, wish).await.unwrap();
    // A draft under way with what is suggested to go with it.
    converse(&test.app, &linked("a bread")).await;
    let draft = test.draft_of(&account).await.unwrap().id;
    tokio::time::sleep(Duration::from_secs(5)).await;
    for id in [&draft, &order_id] {
        let stored = load_suggestion(&test.app, id).await.unwrap();
        let version = stored.map_or(0, |stored| stored.version);
        let value = Suggestion {
            item: ItemId::new("cake"),
            reason: None,
        };
        let write = put_suggestion(test.app.shop(), id, &Versioned { value, version }).unwrap();
        test.app.store.write(vec![write]).await.unwrap();
    }
    let mut kept = customer(&test.app, &account).await.unwrap();
    kept.value.kept.contact.name = Some("Joaquina".to_owned());
    let write = put_customer(test.app.shop(), &account, &kept).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    order_id
}

#[tokio::test(start_paused = true)]
async fn of_every_kind_of_record_nothing_personal_is_left() {
    let test = TestApp::new(keeping(|keep| keep.turns = 14)).await;
    let order = everything_of(&test).await;
    let books = Books {
        store: test.app.store.clone(),
        shop: test.app.shop().clone(),
        clock: test.app.clock.clone(),
    };
    let today = test.app.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    add_spending(&books, today, 1).await.unwrap();
    board_seen(&test.app).await.unwrap();
    let call = Call {
        contact: "contact-1".to_owned(),
        phone: None,
        ticket: "ticket-1".to_owned(),
        until: test.app.clock.now() + CALL_STANDS,
    };
    let write = put_call(test.app.shop(), &call).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    let before = records(&test).await;
    for kind in Kind::ALL {
        assert!(
            before.contains_key(&kind),
            "no record of kind {kind:?} was made: nothing is proved of it"
        );
    }

    forget(&test.app, &CustomerId::new(ACCOUNT)).await.unwrap();
    let done = Answer::Yes { minutes: None };
    for (id, kind) in [
        (order, comanda::app::records::TicketKind::Complaint),
        (
            comanda::app::records::callback_id(test.app.shop(), &CustomerId::new(ACCOUNT)),
            comanda::app::records::TicketKind::Callback,
        ),
    ] {
        test.answer(&id, kind, done).await;
    }
    tokio::time::sleep(Duration::from_secs(11 * 60)).await;
    let after = records(&test).await;
    for (kind, texts) in &after {
        assert_ne!(
            afterwards(*kind),
            Afterwards::Gone,
            "{kind:?} is left: {texts:#?}"
        );
        for text in texts {
            for personal in PERSONAL {
                assert!(!text.contains(personal), "{kind:?} keeps {personal}: {text}");
            }
        }
    }
    for kind in Kind::ALL {
        let stays = afterwards(kind) != Afterwards::Gone;
        assert_eq!(after.contains_key(&kind), stays, "{kind:?}");
    }
}

#[test]
fn every_key_has_a_kind() {
    let shop = comanda::order::ShopId::new("corner");
    let order = OrderId::new("o#1");
    let id = CustomerId::new("alexa:a#b");
    let day = jiff::civil::date(2026, 11, 20);
    for (key, kind) in [
        (keys::order(&shop, &order), Kind::Order),
        (keys::reservation(&shop, &order), Kind::Reservation),
        (keys::payment(&shop, &order), Kind::Payment),
        (keys::told(&shop, &order), Kind::Told),
        (keys::suggestion(&shop, &order), Kind::Suggestion),
        (keys::ticket(&shop, &order, "accept"), Kind::Ticket),
        (keys::customer(&shop, &id), Kind::Customer),
        (keys::turn(&shop, "t"), Kind::Turn),
        (keys::spending(&shop, day), Kind::Spending),
        (keys::board(&shop), Kind::Board),
        (keys::call(&shop, "contact"), Kind::Call),
        (keys::item_stock(&shop, &ItemId::new("soup")), Kind::Stock),
        (
            keys::option_stock(&shop, &comanda::order::OptionId::new("x")),
            Kind::Stock,
        ),
    ] {
        assert_eq!(Kind::of(&key), Some(kind), "{key:?}");
    }
    assert_eq!(Kind::of(&Key::new("corner#diary#x", "y")), None);
}
