//! Accounts with the shop that customers link to their channel: one customer over several devices, who is known by the proof
//! of each turn and by nothing else.

use std::time::Duration;

use comanda::app::records::{TicketKind, customer, forget, load_order, put_customer};
use comanda::conversation::{
    AccountChange, AccountEvent, AccountOutcome, Consent, Linking, Reply, Turn, Wanted, change_account,
    converse,
};
use comanda::order::{CustomerId, Phone, Stage};

use crate::test_app::{Brings, TestApp, all_goes_well, corner, said, turn_of};

fn account() -> CustomerId {
    CustomerId::new("account:aaaa")
}

fn echo(name: &str) -> CustomerId {
    CustomerId::new(format!("alexa:{name}"))
}

fn linked(account: &CustomerId, through: &str, wanted: Wanted) -> Turn {
    Turn {
        linking: Linking::Linked {
            through: Some(echo(through)),
        },
        ..turn_of(account, wanted)
    }
}

fn unlinked(through: &str, refused: bool, wanted: Wanted) -> Turn {
    Turn {
        linking: Linking::Unlinked { refused },
        ..turn_of(&echo(through), wanted)
    }
}

async fn say(test: &TestApp, turn: Turn) -> Reply {
    converse(&test.app, &turn).await
}

async fn soups(test: &TestApp, id: &CustomerId) -> Option<u32> {
    let open = test.draft_of(id).await?;
    Some(open.draft.lines.iter().map(|line| line.quantity.get()).sum())
}

/// Whether anything that is stored names somebody.
async fn is_kept(test: &TestApp, text: &str) -> bool {
    let dump = test.dump().await;
    dump.iter()
        .any(|(partition, sort, body)| format!("{partition} {sort} {body}").contains(text))
}

#[tokio::test(start_paused = true)]
async fn what_an_echo_kept_becomes_the_accounts_and_the_draft_goes_on_everywhere() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let ordered = test.place(&echo("A"), "a soup").await;
    test.yes(&ordered, TicketKind::Accept).await;
    test.until_asked(&ordered, TicketKind::Ready).await;
    say(&test, unlinked("A", false, said("two soups"))).await;
    assert_eq!(soups(&test, &echo("A")).await, Some(2));

    say(&test, linked(&account(), "A", said("a bread"))).await;
    assert_eq!(soups(&test, &account()).await, Some(3), "the draft came along");
    assert_eq!(test.draft_of(&account()).await.unwrap().customer, account());
    assert_eq!(test.order(&ordered).await.customer, account());
    let kept = customer(&test.app, &account()).await.unwrap().value;
    assert_eq!(kept.kept.contact.phone, Phone::of("11 98765-4321"));
    assert_eq!(kept.channels, [echo("A")]);
    let left = customer(&test.app, &echo("A")).await.unwrap().value;
    assert_eq!((left.current, left.kept.contact.phone), (None, None));

    // On another device it is the same customer.
    say(&test, linked(&account(), "B", said("another bread"))).await;
    assert_eq!(soups(&test, &account()).await, Some(4));
    let status = say(&test, linked(&account(), "B", Wanted::Status)).await;
    assert_eq!(test.orders_placed(&account()).await, 1);
    assert!(status.consent.is_none());
    let kept = customer(&test.app, &account()).await.unwrap().value;
    assert_eq!(kept.channels, [echo("A"), echo("B")]);

    // The order of before goes on and is told to the account.
    let order = test.play(&ordered, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    test.assert_settled(&ordered).await;
}

#[tokio::test(start_paused = true)]
async fn without_a_proof_in_the_turn_nothing_of_the_account_is_there() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let order = test.place(&account(), "two soups").await;
    test.yes(&order, TicketKind::Accept).await;
    test.until_asked(&order, TicketKind::Ready).await;
    say(&test, linked(&account(), "A", said("a bread"))).await;
    for refused in [false, true] {
        let usual = say(&test, unlinked("A", refused, Wanted::Usual)).await;
        assert!(!usual.speech.text().contains("soup"), "{}", usual.speech.text());
        assert_eq!(usual.consent, Some(Consent::Account), "a card to link it");
        let status = say(&test, unlinked("A", refused, Wanted::Status)).await;
        assert!(
            status.speech.text().contains("no order under way"),
            "{}",
            status.speech.text()
        );
        assert_eq!(status.consent, Some(Consent::Account));
        // What needs no account says nothing of one.
        for wanted in [said("a soup"), Wanted::Menu, Wanted::Review, Wanted::Help] {
            let reply = say(&test, unlinked("A", refused, wanted)).await;
            assert_eq!(reply.consent, None, "{}", reply.speech.text());
        }
        assert_eq!(
            soups(&test, &account()).await,
            Some(1),
            "the account's draft is as it was"
        );
        say(&test, unlinked("A", refused, Wanted::StartOver)).await;
        say(&test, unlinked("A", refused, Wanted::Yes)).await;
    }
    // Where no accounts are linked, nobody is sent a card.
    let usual = say(&test, turn_of(&echo("C"), Wanted::Usual)).await;
    assert_eq!(usual.consent, None);
}

#[tokio::test(start_paused = true)]
async fn a_linked_turn_that_is_delivered_again_changes_nothing() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    say(&test, unlinked("A", false, said("two soups"))).await;
    let turn = Turn {
        delivery: Some("one".to_owned()),
        ..linked(&account(), "A", said("a bread"))
    };
    let (one, other) = tokio::join!(converse(&test.app, &turn), converse(&test.app, &turn));
    assert_eq!(one.speech.text(), other.speech.text());
    let before = test.dump().await;
    assert_eq!(converse(&test.app, &turn).await.speech.text(), one.speech.text());
    assert_eq!(test.dump().await, before);
    assert_eq!(soups(&test, &account()).await, Some(3));
    // The same card is sent with the same answer.
    let turn = Turn {
        delivery: Some("two".to_owned()),
        ..unlinked("B", true, Wanted::Status)
    };
    let one = converse(&test.app, &turn).await;
    assert_eq!(converse(&test.app, &turn).await.consent, one.consent);
    assert_eq!(one.consent, Some(Consent::Account));
}

#[tokio::test(start_paused = true)]
async fn of_two_drafts_the_one_touched_last_stays() {
    for account_last in [false, true] {
        let test = TestApp::new(corner(Brings::Delivery)).await;
        let mut talks = [(account(), "a soup"), (echo("A"), "three soups")];
        if account_last {
            talks.reverse();
        }
        let mut drafts = Vec::new();
        for (who, words) in talks {
            test.turn(&who, said(words)).await;
            drafts.push(test.draft_of(&who).await.unwrap().id);
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        let reply = say(&test, linked(&account(), "A", Wanted::Review)).await;
        let expected = if account_last { 1 } else { 3 };
        assert_eq!(
            soups(&test, &account()).await,
            Some(expected),
            "{}",
            reply.speech.text()
        );
        assert!(
            load_order(&test.app, &drafts[0]).await.unwrap().is_none(),
            "the other is gone"
        );
        assert!(load_order(&test.app, &drafts[1]).await.unwrap().is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn more_orders_than_fit_one_turn_follow_in_the_next_sessions() {
    let test = TestApp::asleep(corner(Brings::Pickup)).await;
    let first = test.place(&echo("A"), "a bread").await;
    let stored = load_order(&test.app, &first).await.unwrap().unwrap();
    for number in 0..70 {
        let mut value = stored.value.clone();
        if let comanda::app::records::Held::Placed { order, .. } = &mut value {
            order.agreement.order = comanda::order::OrderId::new(format!("copy-{number}"));
        }
        let copy = comanda::app::records::Versioned::new(value);
        let write = comanda::app::records::put_placed(test.app.shop(), &copy).unwrap();
        test.app.store.write(vec![write]).await.unwrap();
    }
    let mut moved = Vec::new();
    for _ in 0..3 {
        let turn = Turn {
            new_session: true,
            ..linked(&account(), "A", Wanted::Launch)
        };
        say(&test, turn).await;
        moved.push(test.orders_placed(&account()).await);
    }
    assert_eq!(moved, [40, 71, 71]);
    assert_eq!(test.orders_placed(&echo("A")).await, 0);
}

#[tokio::test(start_paused = true)]
async fn an_echo_that_is_linked_to_another_account_lets_go_of_the_first() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let other = CustomerId::new("account:bbbb");
    say(&test, linked(&account(), "A", said("two soups"))).await;
    say(&test, linked(&other, "A", said("a bread"))).await;
    assert_eq!(soups(&test, &account()).await, Some(2));
    assert_eq!(
        soups(&test, &other).await,
        Some(1),
        "nothing of the first came along"
    );
    let channels = async |id: &CustomerId| customer(&test.app, id).await.unwrap().value.channels;
    assert!(channels(&account()).await.is_empty());
    assert_eq!(channels(&other).await, [echo("A")]);
}

#[tokio::test(start_paused = true)]
async fn news_goes_to_the_echo_that_wants_it() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let subscribe = AccountEvent {
        customer: echo("A"),
        at: None,
        change: AccountChange::Subscribed(true),
    };
    change_account(&test.app, &subscribe).await.unwrap();
    for through in ["A", "B"] {
        say(&test, linked(&account(), through, Wanted::Launch)).await;
    }
    let order = test.place(&account(), "two soups").await;
    test.play(&order, &all_goes_well()).await;
    let news = test.news.after(&account(), 0);
    assert!(!news.is_empty());
    let to_echo = news.iter().all(|(_, said)| said.account == echo("A"));
    assert!(to_echo && !news[0].1.routes.is_empty());
}

#[tokio::test(start_paused = true)]
async fn deleting_my_data_deletes_the_accounts_and_the_echoes() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let order = test.place(&echo("A"), "a soup").await;
    test.play(&order, &all_goes_well()).await;
    for through in ["A", "B"] {
        say(&test, linked(&account(), through, said("a bread"))).await;
    }
    tokio::time::sleep(Duration::from_secs(11 * 60)).await;
    say(&test, linked(&account(), "B", Wanted::Forget)).await;
    let reply = say(&test, linked(&account(), "B", Wanted::Yes)).await;
    assert!(reply.speech.text().contains("deleted"), "{}", reply.speech.text());
    for text in ["account:aaaa", "alexa:A", "alexa:B", "98765"] {
        assert!(!is_kept(&test, text).await, "{text}");
    }
    // Whose proof did not hold is told that the account's is still there.
    say(&test, linked(&account(), "A", said("a bread"))).await;
    say(&test, unlinked("A", true, Wanted::Forget)).await;
    let reply = say(&test, unlinked("A", true, Wanted::Yes)).await;
    assert_eq!(reply.consent, Some(Consent::Account), "{}", reply.speech.text());
    assert_eq!(soups(&test, &account()).await, Some(1));
    forget(&test.app, &account()).await.unwrap();
    assert!(!is_kept(&test, "account:aaaa").await);
}

#[tokio::test(start_paused = true)]
async fn what_is_said_after_the_deletion_and_begins_nothing_leaves_nothing_and_no_link() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    say(&test, linked(&account(), "A", said("a bread"))).await;
    let linked_in = |delivery: &str, new_session: bool, wanted: Wanted| Turn {
        delivery: Some(delivery.to_owned()),
        new_session,
        ..linked(&account(), "A", wanted)
    };
    say(&test, linked_in("one", false, Wanted::Forget)).await;
    let copy = linked_in("two", false, Wanted::Yes);
    say(&test, copy.clone()).await;
    let late = [
        copy,
        linked_in("three", false, said("yes")),
        linked_in("four", true, Wanted::Yes),
        linked_in("five", false, Wanted::No),
        linked_in("six", false, Wanted::Stop),
        linked_in("seven", false, said("thanks")),
    ];
    for turn in late {
        let reply = say(&test, turn.clone()).await;
        for text in ["account:aaaa", "alexa:A"] {
            assert!(
                !is_kept(&test, text).await,
                "{:?}: {}",
                turn.wanted,
                reply.speech.text()
            );
        }
    }
    // Who comes back is linked as on the first day.
    say(&test, linked_in("eight", false, said("a bread"))).await;
    assert_eq!(soups(&test, &account()).await, Some(1));
    let kept = async |id: &CustomerId| customer(&test.app, id).await.unwrap().value;
    assert_eq!(kept(&account()).await.channels, [echo("A")]);
    assert_eq!(kept(&echo("A")).await.account, Some(account()));
}

#[tokio::test(start_paused = true)]
async fn the_last_echo_that_leaves_takes_the_account_along() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    for through in ["A", "B"] {
        say(&test, linked(&account(), through, said("a bread"))).await;
    }
    tokio::time::sleep(Duration::from_secs(60)).await;
    let leaves = async |name: &str| {
        let event = AccountEvent {
            customer: echo(name),
            at: None,
            change: AccountChange::Left,
        };
        assert_eq!(
            change_account(&test.app, &event).await.unwrap(),
            AccountOutcome::Done
        );
    };
    leaves("A").await;
    assert_eq!(
        soups(&test, &account()).await,
        Some(2),
        "the other Echo is still there"
    );
    assert!(!is_kept(&test, "alexa:A").await);
    leaves("B").await;
    for text in ["account:aaaa", "alexa:B"] {
        assert!(!is_kept(&test, text).await, "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_note_of_an_account_in_the_store_makes_nobody_that_account() {
    // What an Echo was linked to is kept for the events that come of it; a turn never reads it as a proof.
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.place(&account(), "two soups").await;
    let mut kept = customer(&test.app, &echo("X")).await.unwrap();
    kept.value.account = Some(account());
    kept.value.channels = vec![account()];
    let write = put_customer(test.app.shop(), &echo("X"), &kept).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
    let reply = say(&test, unlinked("X", false, Wanted::Usual)).await;
    assert!(!reply.speech.text().contains("soup"), "{}", reply.speech.text());
}

#[tokio::test(start_paused = true)]
async fn what_is_linked_is_kept_for_as_long_as_it_is_used() {
    let mut menu = corner(Brings::Delivery);
    menu.shop.keep.customers = 3;
    let test = TestApp::asleep(menu).await;
    let subscribe = AccountEvent {
        customer: echo("A"),
        at: None,
        change: AccountChange::Subscribed(true),
    };
    change_account(&test.app, &subscribe).await.unwrap();
    for _ in 0..4 {
        let turn = Turn {
            new_session: true,
            ..linked(&account(), "A", Wanted::Launch)
        };
        say(&test, turn).await;
        tokio::time::sleep(Duration::from_secs(2 * 24 * 3600)).await;
    }
    let kept = customer(&test.app, &echo("A")).await.unwrap().value;
    assert_eq!(kept.account, Some(account()));
    assert!(kept.subscription.is_some_and(|known| known.on));
}
