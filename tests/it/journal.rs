//! The journal of turns: kept where the shop has opted in, without what is private, for as long as it says; what the owner
//! sees of it, and that a talk can be played again.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use comanda::app::records::{NotedTurn, TurnOutcome, forget, noted_turns};
use comanda::conversation::{Linking, Turn, Wanted, converse};
use comanda::interpreter::Reader;
use comanda::local::SqliteStore;
use comanda::local::rehearsal::{self, Script, Terminal, state_of};
use comanda::order::menu::Menu;
use comanda::order::{CustomerId, Language};
use comanda::web::staff;
use serde_json::Value;
use tower::ServiceExt;

use crate::test_app::{Brings, TestApp, ana, corner, said, sample, turn_of};

const DAY: Duration = Duration::from_secs(24 * 3600);

fn keeping(mut menu: Menu) -> Menu {
    menu.shop.keep.turns = 14;
    menu
}

async fn noted(test: &TestApp) -> Vec<NotedTurn> {
    let mut turns = noted_turns(&test.app).await.unwrap();
    turns.reverse();
    turns
}

/// Everything of the journal in the store, as text.
async fn journal(test: &TestApp) -> String {
    let dump = test.dump().await;
    let turns = dump.iter().filter(|(_, sort, _)| sort == "turn");
    turns
        .map(|(partition, _, body)| format!("{partition} {body}\n"))
        .collect()
}

async fn get(test: &TestApp, path: &str) -> (StatusCode, String) {
    let router = staff::router(&test.app);
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 1_000_000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn learned(test: &TestApp) -> Value {
    let (status, text) = get(test, "/turns").await;
    assert_eq!(status, StatusCode::OK, "{text}");
    serde_json::from_str(&text).unwrap()
}

#[tokio::test(start_paused = true)]
async fn nothing_is_kept_where_the_shop_has_not_opted_in() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    test.say(said("two soups")).await;
    assert!(noted(&test).await.is_empty());
    let (_, board) = get(&test, "/tickets").await;
    let board: Value = serde_json::from_str(&board).unwrap();
    assert_eq!(board["learns"], false);
}

#[tokio::test(start_paused = true)]
async fn a_turn_is_kept_with_what_was_made_of_it() {
    let test = TestApp::new(keeping(corner(Brings::Pickup))).await;
    for wanted in [
        said("two soups"),
        said("a blarghified frumple"),
        said("and sushi"),
        Wanted::NotUnderstood,
        Wanted::Done,
    ] {
        test.say(wanted).await;
    }
    let turns = noted(&test).await;
    let words: Vec<_> = turns.iter().map(|turn| turn.words.as_deref()).collect();
    assert_eq!(
        words,
        [
            Some("two soups"),
            Some("a blarghified frumple"),
            Some("and sushi"),
            None,
            None
        ]
    );
    let outcomes: Vec<_> = turns.iter().map(|turn| turn.outcome).collect();
    assert_eq!(outcomes[0], TurnOutcome::Understood);
    assert_ne!(outcomes[1], TurnOutcome::Understood);
    assert_ne!(outcomes[2], TurnOutcome::Understood);
    assert_eq!(outcomes[3], TurnOutcome::Missed);
    assert_eq!(turns[0].by, Reader::Grammar);
    assert_eq!(turns[4].by, Reader::Channel);
    assert_eq!(turns[4].wish.as_deref(), Some("done"));
    assert_eq!(turns[1].asked, turns[0].asks);
    assert!(
        turns
            .iter()
            .all(|turn| turn.lines == 1 && turn.talk == turns[0].talk)
    );
    assert!(turns.iter().any(|turn| !turn.unknown.is_empty()), "{turns:#?}");
    let talk = &turns[0].talk;
    assert!(talk.len() == 16 && !talk.contains("ana"));
}

#[tokio::test(start_paused = true)]
async fn a_turn_that_is_delivered_again_is_kept_once() {
    let test = TestApp::new(keeping(corner(Brings::Pickup))).await;
    let turn = Turn {
        delivery: Some("one".to_owned()),
        ..turn_of(&ana(), said("two soups"))
    };
    tokio::join!(converse(&test.app, &turn), converse(&test.app, &turn));
    converse(&test.app, &turn).await;
    assert_eq!(noted(&test).await.len(), 1);
}

/// A whole order in each language, with everything that is nobody's business; what of it must not be kept.
const TALKS: [(Language, &[&str], &[&str]); 2] = [
    (
        Language::EnUs,
        &[
            "a large pepperoni and a coke to 62 Maple Street",
            "deliver to 05410-002 number 62 apartment 4",
            "it's for Joaquina",
            "by card",
            "that's all",
            "Joaquina",
            "11 98765-4321",
            "nine eight seven six five four three two one",
            "call me",
            "tell them the bell at Rosalind's is broken",
            "I'm allergic to peanuts",
            "my card is 4111 1111 1111 1111",
            "my name is Joaquina Albuquerque",
            "I live at 1500 Evergreen Terrace",
            "joaquina wants a coke",
            "a coke and joaquina",
            "make joaquina's a large",
            "something is wrong, Rosalind got cold soup",
            "my email is joaquina@example.com",
        ],
        &[
            "oaquina",
            "lbuquerque",
            "osalind",
            "vergreen",
            "aple",
            "98765",
            "4321",
            "4111",
            "eight seven",
            "05410",
            "peanut",
            "1500",
            "bell",
            "@",
            "by card",
        ],
    ),
    (
        Language::PtBr,
        &[
            "uma calabresa grande e um guaraná para a Rua das Acácias, 62",
            "entrega no 05410-002 número 62 apartamento 4",
            "é para a Joaquina",
            "no cartão",
            "só isso",
            "Joaquina",
            "11 98765-4321",
            "nove oito sete meia cinco quatro três dois um",
            "me liga",
            "avisa que a campainha da Rosalinda está quebrada",
            "sou alérgica a amendoim",
            "meu cartão é 4111 1111 1111 1111",
            "meu nome é Joaquina Albuquerque",
            "moro na Travessa dos Ipês 1500",
            "a joaquina quer um guaraná",
            "deu errado, a Rosalinda recebeu sopa fria",
        ],
        &[
            "oaquina",
            "lbuquerque",
            "osalinda",
            "pês",
            "cácias",
            "98765",
            "4321",
            "4111",
            "oito sete",
            "05410",
            "amendoim",
            "1500",
            "campainha",
            "cartão",
        ],
    ),
];

#[tokio::test(start_paused = true)]
async fn nothing_private_is_kept() {
    for (language, lines, private) in TALKS {
        let test = TestApp::new(keeping(sample())).await;
        for words in lines {
            let turn = Turn {
                language: Some(language),
                ..turn_of(&ana(), said(words))
            };
            converse(&test.app, &turn).await;
        }
        let kept = journal(&test).await;
        assert_eq!(noted(&test).await.len(), lines.len());
        for text in private {
            let found: Vec<_> = kept.lines().filter(|line| line.contains(text)).collect();
            assert!(found.is_empty(), "{text}: {found:#?}");
        }
        // The orders themselves are.
        let ordered = if language == Language::EnUs {
            "pepperoni"
        } else {
            "calabresa"
        };
        assert!(kept.contains(ordered), "{kept}");
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_kept_for_a_fortnight() {
    let test = TestApp::asleep(keeping(corner(Brings::Pickup))).await;
    test.say(said("two soups")).await;
    tokio::time::sleep(DAY * 13).await;
    assert_eq!(noted(&test).await.len(), 1);
    tokio::time::sleep(DAY + DAY / 12).await;
    assert!(noted(&test).await.is_empty());
    SqliteStore::new(test.database.clone())
        .prune(test.app.clock.now())
        .await
        .unwrap();
    assert_eq!(journal(&test).await, "", "and deleted");
}

#[tokio::test(start_paused = true)]
async fn it_goes_with_the_rest_of_a_customers_data() {
    let test = TestApp::new(keeping(corner(Brings::Pickup))).await;
    let account = CustomerId::new("account:aaaa");
    let echo = CustomerId::new("alexa:A");
    for _ in 0..120 {
        test.turn(&echo, said("a bread")).await;
    }
    let linked = Turn {
        linking: Linking::Linked {
            through: Some(echo.clone()),
        },
        ..turn_of(&account, said("a bread"))
    };
    converse(&test.app, &linked).await;
    test.say(said("two soups")).await;
    assert_eq!(noted(&test).await.len(), 122);
    forget(&test.app, &account).await.unwrap();
    let left = noted(&test).await;
    assert_eq!(left.len(), 1, "another customer's stays");
    assert_eq!(left[0].words.as_deref(), Some("two soups"));
    test.say(Wanted::Forget).await;
    test.say(Wanted::Yes).await;
    assert_eq!(journal(&test).await, "");
}

#[tokio::test(start_paused = true)]
async fn the_owner_sees_what_went_wrong() {
    let test = TestApp::new(keeping(corner(Brings::Pickup))).await;
    for words in ["two soups", "and sushi", "sushi please", "a blarghified frumple"] {
        test.say(said(words)).await;
    }
    assert_eq!(
        learned(&test).await["abandoned"].as_array().unwrap().len(),
        0,
        "it may still go on"
    );
    let other = CustomerId::new("bob");
    test.place(&other, "a soup").await;
    tokio::time::sleep(Duration::from_secs(3600)).await;
    let learned = learned(&test).await;
    assert_eq!((&learned["days"], &learned["talks"]), (&14.into(), &2.into()));
    let failed = learned["failed"].as_array().unwrap();
    assert!(
        failed.iter().any(|turn| turn["words"] == "a blarghified frumple"),
        "{learned:#}"
    );
    let abandoned = learned["abandoned"].as_array().unwrap();
    assert_eq!(abandoned.len(), 1, "{learned:#}");
    assert_eq!(abandoned[0]["lines"], 1);
    assert!(abandoned[0]["asks"].is_string());
    let unknown = &learned["unknown"][0];
    assert_eq!(
        (&unknown["words"], &unknown["times"]),
        (&"sushi".into(), &2.into()),
        "{learned:#}"
    );
    let (_, board) = get(&test, "/tickets").await;
    let board: Value = serde_json::from_str(&board).unwrap();
    assert_eq!(board["learns"], true);
    assert_eq!(get(&test, "/turns/none-1").await.0, StatusCode::NOT_FOUND);
}

#[test]
fn a_talk_is_played_again_as_it_was() {
    for (language, lines) in [
        (
            Language::EnUs,
            [
                "a large pepperoni and two cokes",
                "no cokes",
                "a frumple",
                "make it two",
            ],
        ),
        (
            Language::PtBr,
            [
                "uma calabresa grande e dois guaranás",
                "tira os guaranás",
                "um frumple",
                "quero duas",
            ],
        ),
    ] {
        let played = rehearsal::on_virtual_time(async {
            let test = TestApp::new(keeping(sample())).await;
            let turn = |wanted| Turn {
                language: Some(language),
                ..turn_of(&ana(), wanted)
            };
            converse(&test.app, &turn(Wanted::Launch)).await;
            for words in lines {
                converse(&test.app, &turn(said(words))).await;
            }
            let before = state_of(&test.app, &ana()).await.unwrap();
            tokio::time::sleep(Duration::from_secs(3600)).await;
            let learned = learned(&test).await;
            let name = learned["abandoned"][0]["talk"].as_str();
            let name = name.unwrap_or_else(|| panic!("{before} {learned:#}")).to_owned();
            let (status, text) = get(&test, &format!("/turns/{name}")).await;
            assert_eq!(status, StatusCode::OK);
            (before, text)
        });
        let (before, text) = played.unwrap();
        let script = Script::parse(&text).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
        let again = rehearsal::on_virtual_time(async {
            let machine = rehearsal::machine(sample(), &script).await.unwrap();
            let mut speaker = Terminal::new(language);
            rehearsal::play(&machine, &mut speaker, &script).await.unwrap();
            state_of(&machine.app, rehearsal::Speaker::customer(&speaker))
                .await
                .unwrap()
        });
        assert_eq!(again.unwrap(), before, "{text}");
    }
}
