//! One account, several people: a voice that is not known hears no address and no earlier order that is stored, and
//! whoever is known hears their own.

use comanda::conversation::{Channel, Reply, Turn, Wanted, converse};
use comanda::order::{Language, PersonId};

use crate::test_app::{TestApp, ana, said, sample};

/// The address that all orders here go to, in the words of it.
const ADDRESS: [&str; 2] = ["maple", "sixty-two"];

/// One turn in the household, in a session.
async fn turn(test: &TestApp, person: Option<&str>, session: &str, wanted: Wanted) -> Reply {
    let turn = Turn {
        customer: ana(),
        language: Some(Language::EnUs),
        person: person.map(PersonId::new),
        voice_known: person.is_some(),
        profile: None,
        session: Some(session.to_owned()),
        channel: Channel::Alexa,
        new_session: matches!(wanted, Wanted::Launch),
        linking: Default::default(),
        delivery: None,
        caller: None,
        wanted,
    };
    converse(&test.app, &turn).await
}

async fn hears(test: &TestApp, person: Option<&str>, session: &str, wanted: Wanted) -> String {
    let reply = turn(test, person, session, wanted).await;
    let short = reply.reprompt.map(|reprompt| reprompt.text()).unwrap_or_default();
    format!("{} / {short}", reply.speech.text())
}

fn tells_address(said: &str) -> bool {
    ADDRESS.iter().any(|part| said.to_lowercase().contains(part))
}

/// Orders a feijoada in somebody's voice, up to the read-back.
async fn read_back(test: &TestApp, person: Option<&str>, session: &str) -> String {
    turn(test, person, session, said("one feijoada with fries")).await;
    test.settle(&ana()).await;
    hears(test, person, session, Wanted::Done).await
}

async fn place(test: &TestApp, person: Option<&str>, session: &str) {
    read_back(test, person, session).await;
    let reply = hears(test, person, session, Wanted::Yes).await;
    assert!(reply.starts_with("Sent."), "{reply}");
}

#[tokio::test(start_paused = true)]
async fn what_a_known_voice_heard_is_not_repeated_to_another() {
    let test = TestApp::asleep(sample()).await;
    let heard = read_back(&test, Some("bea"), "kitchen").await;
    assert!(tells_address(&heard), "{heard}");
    for wanted in [Wanted::Repeat, Wanted::Slower, Wanted::Help, Wanted::Silence] {
        let heard = hears(&test, None, "kitchen", wanted.clone()).await;
        assert!(!tells_address(&heard), "{wanted:?}: {heard}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_said_in_one_language_is_not_repeated_in_another() {
    let test = TestApp::asleep(sample()).await;
    turn(&test, Some("bea"), "kitchen", said("one feijoada with fries")).await;
    let turn = Turn {
        customer: ana(),
        language: Some(Language::PtBr),
        person: Some(PersonId::new("bea")),
        voice_known: true,
        profile: None,
        session: Some("kitchen".to_owned()),
        channel: Channel::Alexa,
        new_session: false,
        linking: Default::default(),
        delivery: None,
        caller: None,
        wanted: Wanted::Repeat,
    };
    let heard = converse(&test.app, &turn).await.speech.text();
    assert!(!heard.contains("One feijoada"), "{heard}");
}

#[tokio::test(start_paused = true)]
async fn earlier_orders_are_told_to_their_own_voice() {
    let test = TestApp::asleep(sample()).await;
    place(&test, Some("bea"), "one").await;
    for other in [None, Some("carl")] {
        for answer in [Wanted::No, Wanted::Yes, Wanted::Repeat] {
            let offered = hears(&test, Some("bea"), "two", Wanted::Usual).await;
            assert!(offered.contains("feijoada"), "{offered}");
            let heard = hears(&test, other, "two", answer.clone()).await;
            assert!(!heard.contains("feijoada"), "{other:?} {answer:?}: {heard}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_address_of_a_sent_order_is_not_read_to_an_unknown_voice_that_changes_it() {
    let test = TestApp::asleep(sample()).await;
    place(&test, Some("bea"), "one").await;
    let heard = hears(&test, None, "two", said("add a flan")).await;
    assert!(heard.contains("flan") && !tells_address(&heard), "{heard}");
    let heard = hears(&test, None, "two", said("number 70")).await;
    assert!(!tells_address(&heard), "{heard}");
}

#[tokio::test(start_paused = true)]
async fn the_address_of_an_earlier_session_is_not_read_to_an_unknown_voice() {
    let test = TestApp::asleep(sample()).await;
    turn(&test, Some("bea"), "one", said("one feijoada with fries")).await;
    test.settle(&ana()).await;
    let heard = hears(&test, None, "two", Wanted::Launch).await;
    assert!(!tells_address(&heard), "{heard}");
    let heard = hears(&test, None, "two", Wanted::Done).await;
    assert!(heard.contains("Send it") && !tells_address(&heard), "{heard}");
    // Nor is it where nobody has agreed to it yet.
    test.change_draft(&ana(), |open| open.getting.address_settled = false)
        .await;
    let heard = hears(&test, None, "three", Wanted::Done).await;
    assert!(!tells_address(&heard), "{heard}");
}
