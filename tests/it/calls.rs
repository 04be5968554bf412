//! Telephone calls: the number that Connect recorded for a contact, what it allows, and that nobody makes one up.

use std::collections::BTreeMap;
use std::time::Duration;

use comanda::app::records::{Held, TicketKind, open_tickets, orders_of_customer};
use comanda::channel::connect::{self, FlowEvent, NoCall};
use comanda::channel::lex;
use comanda::conversation::{Turn, converse};
use comanda::order::CustomerId;
use comanda::workflow::sweep::sweep;
use serde_json::{Value, json};

use crate::test_app::{Brings, TestApp, corner};

const INSTANCE: &str = "arn:aws:connect:us-east-1:111122223333:instance/0a1b";
const NUMBER: &str = "+12065550123";
const LONG: Duration = Duration::from_secs(60);

/// The event of a flow's block, in a contact.
fn flow(contact: &str, number: &str, parameters: &Value) -> Value {
    json!({
        "Name": "ContactFlowEvent",
        "Details": {
            "ContactData": {
                "Attributes": {}, "Channel": "VOICE", "ContactId": contact, "InitialContactId": contact,
                "CustomerEndpoint": { "Address": number, "Type": "TELEPHONE_NUMBER" },
                "SystemEndpoint": { "Address": "+12065550100", "Type": "TELEPHONE_NUMBER" },
                "InitiationMethod": "INBOUND", "InstanceARN": INSTANCE, "PreviousContactId": contact,
                "Queue": null, "LanguageCode": "en-US",
            },
            "Parameters": parameters,
        },
    })
}

async fn block(test: &TestApp, event: Value) -> Result<BTreeMap<&'static str, String>, NoCall> {
    let Value::Object(event) = event else {
        unreachable!()
    };
    let event = FlowEvent::of(event)?;
    connect::answer_flow(&test.app, &event, Some(INSTANCE), LONG).await
}

/// A call begins; what the flow is told.
async fn begin(test: &TestApp, contact: &str, number: &str) -> BTreeMap<&'static str, String> {
    block(test, flow(contact, number, &json!({ "language": "en-US" })))
        .await
        .unwrap()
}

/// What Lex sends in a session: in which mode, with which attributes.
fn heard(session: &str, mode: &str, attributes: &Value, words: &str) -> lex::Event {
    let intent = json!({ "name": "FallbackIntent", "slots": {}, "state": "InProgress" });
    let event = json!({
        "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": mode, "sessionId": session,
        "inputTranscript": words, "bot": { "id": "BOT", "localeId": "en_US", "aliasId": "LIVE" },
        "sessionState": { "intent": intent, "sessionAttributes": attributes },
    });
    lex::Event::parse(event.to_string().as_bytes()).unwrap()
}

async fn turn(test: &TestApp, event: &lex::Event) -> Turn {
    lex::of_call(&test.app, event, lex::to_turn(event).unwrap()).await
}

/// One side of a call.
struct Call<'a> {
    test: &'a TestApp,
    contact: &'a str,
    attributes: Value,
}

impl<'a> Call<'a> {
    async fn begin(test: &'a TestApp, contact: &'a str, number: &str) -> (Self, String) {
        let told = begin(test, contact, number).await;
        let attributes = json!({ lex::TICKET: told["ticket"] });
        (
            Self {
                test,
                contact,
                attributes,
            },
            told["greeting"].clone(),
        )
    }

    /// What is answered, with the session's attributes kept as Lex keeps them.
    async fn says(&mut self, words: &str) -> String {
        let event = heard(self.contact, "Speech", &self.attributes, words);
        let turn = turn(self.test, &event).await;
        let reply = converse(&self.test.app, &turn).await;
        let response = serde_json::to_value(lex::from_reply(&reply, &event)).unwrap();
        self.attributes = response["sessionState"]["sessionAttributes"].clone();
        let messages = response["messages"].as_array().unwrap().iter();
        messages
            .map(|message| message["content"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(" ")
    }

    async fn customer(&self) -> CustomerId {
        turn(self.test, &heard(self.contact, "Speech", &self.attributes, ""))
            .await
            .customer
    }

    /// A soup, to an address, paid at the door, up to the yes: whatever is asked is answered.
    async fn orders(&mut self) -> String {
        let answers = [
            ("postal code", "05418-000"),
            ("street", "Maple Street"),
            ("number", "sixty-two"),
            ("ight?", "yes"),
            ("elivery or pickup", "delivery"),
            ("pay", "by card"),
            ("name", "my name is Ana"),
            ("missing", "call me"),
        ];
        self.says("one soup").await;
        let mut said = self
            .says("delivery to Maple Street sixty-two, apartment four")
            .await;
        for _ in 0..20 {
            if said.contains("Send it") {
                break;
            }
            let asked = answers.iter().find(|(asked, _)| said.contains(asked));
            said = self.says(asked.map_or("that's all", |(_, answer)| answer)).await;
        }
        said
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_greeted_and_answered_in_the_name_of_its_number() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, greeting) = Call::begin(&test, "c-1", NUMBER).await;
    assert!(
        greeting.starts_with("<speak>") && greeting.contains("Corner"),
        "{greeting}"
    );
    assert!(call.says("two soups").await.contains("wo soups"));
    let id = call.customer().await;
    assert!(
        id.as_str().starts_with("phone:") && !id.as_str().contains("5550123"),
        "{id}"
    );
    // Whoever calls again from there goes on with it; whoever calls from elsewhere does not.
    let (_, again) = Call::begin(&test, "c-2", NUMBER).await;
    assert!(again.contains("soups"), "{again}");
    let (other, greeting) = Call::begin(&test, "c-3", "+12065550199").await;
    assert!(!greeting.contains("soups"), "{greeting}");
    assert_ne!(other.customer().await, id);
}

#[tokio::test(start_paused = true)]
async fn a_block_that_is_tried_again_answers_the_same() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let first = begin(&test, "c-1", NUMBER).await;
    let dump = test.dump().await;
    assert_eq!(begin(&test, "c-1", NUMBER).await, first);
    assert_eq!(begin(&test, "c-1", NUMBER).await, first);
    assert_eq!(test.dump().await, dump, "nothing is written twice");
}

#[tokio::test(start_paused = true)]
async fn what_is_forged_changes_nothing() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    call.says("two soups").await;
    let (id, ticket) = (call.customer().await, call.attributes[lex::TICKET].clone());
    let mine = json!({ lex::TICKET: ticket });
    let mut theirs = mine.clone();
    theirs["customerNumber"] = json!(NUMBER);
    theirs["phone"] = json!(NUMBER);
    for (session, mode, attributes, is_known) in [
        ("c-1", "Speech", mine.clone(), true),
        ("c-1", "DTMF", mine.clone(), true),
        // A chat, which anybody may open under any session's name.
        ("c-1", "Text", mine.clone(), false),
        // The contact's id without the ticket, the ticket in another session, a ticket that is made up.
        ("c-1", "Speech", json!({}), false),
        ("c-2", "Speech", theirs, false),
        ("c-1", "Speech", json!({ lex::TICKET: "" }), false),
        (
            "c-1",
            "Speech",
            json!({ lex::TICKET: "00000000000000000000000000000000" }),
            false,
        ),
        (
            "c-1",
            "Speech",
            json!({ lex::TICKET: { "is": "no text" } }),
            false,
        ),
        ("c-1#call", "Speech", mine, false),
    ] {
        let turn = turn(&test, &heard(session, mode, &attributes, "what have I ordered")).await;
        assert_eq!(turn.customer == id, is_known, "{session} {mode} {attributes}");
        assert_eq!(turn.caller.is_some(), is_known, "{session} {mode} {attributes}");
        let said = converse(&test.app, &turn).await.speech.text();
        assert_eq!(said.contains("soups"), is_known, "{said}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_flow_of_another_instance_and_a_second_number_are_refused() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    begin(&test, "c-1", NUMBER).await;
    let dump = test.dump().await;
    let with = |path: &[&str], value: Value| {
        let mut event = flow("c-1", NUMBER, &json!({}));
        let mut at = &mut event;
        for name in path {
            at = &mut at[*name];
        }
        *at = value;
        event
    };
    for event in [
        with(
            &["Details", "ContactData", "InstanceARN"],
            json!("arn:aws:connect:us-east-1:1:instance/other"),
        ),
        with(&["Details", "ContactData", "InstanceARN"], Value::Null),
        with(&["Details", "ContactData", "ContactId"], Value::Null),
        with(&["Details", "ContactData", "ContactId"], json!("c 1#x")),
        with(
            &["Details", "ContactData", "CustomerEndpoint", "Address"],
            json!("+12065550199"),
        ),
        with(&["Details", "ContactData", "CustomerEndpoint"], Value::Null),
        with(&["Details", "ContactData"], Value::Null),
        with(&["Details"], json!({})),
    ] {
        assert!(block(&test, event.clone()).await.is_err(), "{event}");
    }
    let event = FlowEvent::of(flow("c-9", NUMBER, &json!({})).as_object().unwrap().clone()).unwrap();
    assert!(
        connect::answer_flow(&test.app, &event, None, LONG).await.is_err(),
        "no line is set up"
    );
    assert_eq!(test.dump().await, dump);
}

#[tokio::test(start_paused = true)]
async fn a_number_tells_where_the_order_is_and_no_address_or_history() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    let read_back = call.orders().await;
    assert!(read_back.contains("Send it"), "{read_back}");
    assert!(
        read_back.to_lowercase().contains("maple"),
        "what was spelled out in the call is read back: {read_back}"
    );
    let sent = call.says("yes").await;
    assert!(sent.contains("Sent"), "{sent}");

    let (mut call, greeting) = Call::begin(&test, "c-2", NUMBER).await;
    let mut all = greeting.to_lowercase();
    for words in [
        "where is my order",
        "what have I ordered",
        "the usual",
        "one soup",
        "delivery",
        "to my usual address",
        "yes",
        "that's all",
        "yes",
        "repeat",
        "what is my address",
        "can you spell that",
        "spell the address",
        "slower",
    ] {
        all += &format!(" | {words}: {}", call.says(words).await.to_lowercase());
    }
    for kept in ["maple", "m, a, p", "sixty-two", "62", "six, two", "apartment"] {
        assert!(!all.contains(kept), "{kept}: {all}");
    }
    assert!(all.contains("kitchen"), "the order under way is told of: {all}");
    assert!(all.contains("over the phone"), "{all}");
}

#[tokio::test(start_paused = true)]
async fn what_was_read_back_in_the_call_is_spelled_slowly() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    call.orders().await;
    let spelled = call.says("can you spell that please").await;
    for part in [
        "<prosody rate=\"slow\">",
        "<say-as interpret-as=\"characters\">Maple</say-as>",
        "six, two",
        "hall I send it?",
    ] {
        assert!(spelled.contains(part), "{part}: {spelled}");
    }
    let next = call.says("say that again").await;
    assert!(next.contains("M, A, P, L, E"), "{next}");
    let next = call.says("digit by digit").await;
    assert!(next.contains("six, two"), "a second time, too: {next}");
    let next = call.says("what do you have").await;
    assert!(!next.contains("prosody"), "only that was slow: {next}");
}

#[tokio::test(start_paused = true)]
async fn a_faked_number_that_deletes_hears_nothing_and_undoes_no_order() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    call.orders().await;
    call.says("yes").await;
    let customer = call.customer().await;
    let placed = orders_of_customer(&test.app, &customer, 1)
        .await
        .unwrap()
        .remove(0);
    let Held::Placed { order: before, .. } = placed.value else {
        panic!("a draft")
    };

    let (mut faked, greeting) = Call::begin(&test, "c-2", NUMBER).await;
    let asked = faked.says("delete my data").await;
    assert!(asked.contains("Delete everything"), "it is asked first: {asked}");
    let done = faked.says("yes").await;
    let said = format!("{greeting} {asked} {done}").to_lowercase();
    assert!(said.contains("deleted once it has ended"), "{said}");
    for kept in ["ana", "maple", "sixty-two", "0123"] {
        assert!(!said.contains(kept), "{kept}: {said}");
    }
    assert_eq!(
        test.order(&before.agreement.order).await,
        before,
        "it still comes"
    );

    let kept = comanda::app::records::customer(&test.app, &customer)
        .await
        .unwrap();
    assert_eq!(kept.version, 0, "nothing of the number is kept");
    let (_, greeting) = Call::begin(&test, "c-3", NUMBER).await;
    assert!(greeting.contains("kitchen hasn't accepted"), "{greeting}");
}

#[tokio::test(start_paused = true)]
async fn a_yes_in_another_call_means_nothing() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    assert!(call.orders().await.contains("Send it"));
    // The greeting of the second call was lost, so that it is the first of its turns that opens it.
    let attributes = {
        let told = begin(&test, "c-2", NUMBER).await;
        json!({ lex::TICKET: told["ticket"] })
    };
    let mut second = Call {
        test: &test,
        contact: "c-2",
        attributes,
    };
    let said = second.says("yes").await;
    assert!(!said.contains("Sent"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn who_withholds_their_number_orders_all_the_same() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    for (contact, number) in [
        ("c-1", "anonymous"),
        ("c-2", "+anonymous"),
        ("c-3", ""),
        ("c-4", "5550123"),
    ] {
        let (mut call, _) = Call::begin(&test, contact, number).await;
        assert!(call.says("two soups").await.contains("wo soups"), "{number}");
        assert_eq!(
            call.customer().await,
            CustomerId::new(format!("call:{contact}")),
            "{number}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_over_after_its_time_and_its_number_dropped() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (call, _) = Call::begin(&test, "c-1", NUMBER).await;
    let known = call.customer().await;
    tokio::time::advance(Duration::from_secs(2 * 3600 - 1)).await;
    assert_eq!(call.customer().await, known);
    assert_eq!(sweep(&test.app).await.unwrap().calls, 0);
    tokio::time::advance(Duration::from_secs(2)).await;
    assert_eq!(call.customer().await, CustomerId::new("lex:BOT:c-1"));
    assert_eq!(sweep(&test.app).await.unwrap().calls, 1);
    assert_eq!(sweep(&test.app).await.unwrap().calls, 0);
    let kept = test.dump().await;
    assert!(!format!("{kept:?}").contains("#call#"));
}

#[tokio::test(start_paused = true)]
async fn a_person_takes_over_with_what_was_ordered_or_calls_back() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let (mut call, _) = Call::begin(&test, "c-1", NUMBER).await;
    call.says("two soups").await;
    let said = call.says("I want to talk to a person").await;
    assert!(said.contains("who can take your call"), "{said}");
    assert_eq!(call.attributes[lex::NEXT], lex::PERSON);
    let summary = call.attributes[lex::SUMMARY].as_str().unwrap();
    assert!(summary.to_lowercase().contains("two soups"), "{summary}");
    // The flow found nobody, and its block is tried again.
    for _ in 0..2 {
        let event = flow(
            "c-1",
            NUMBER,
            &json!({ "task": connect::CALL_BACK, "language": "en-US" }),
        );
        block(&test, event).await.unwrap();
    }
    let tickets = open_tickets(&test.app).await.unwrap();
    let kinds: Vec<_> = tickets.iter().map(|ticket| ticket.kind).collect();
    assert_eq!(kinds, [TicketKind::Callback]);
    assert!(format!("{:?}", serde_json::to_value(&tickets[0]).unwrap()).contains("12065550123"));
    // What was said to hand over is not said again where the bot is gone on with.
    call.says("one bread").await;
    assert!(call.attributes.get(lex::NEXT).is_none() && call.attributes.get(lex::SUMMARY).is_none());
}

#[tokio::test(start_paused = true)]
async fn a_chat_gets_a_call_and_is_not_handed_over() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let turn = lex::to_turn(&heard("s-1", "Text", &json!({}), "I want to talk to a person")).unwrap();
    let asked = converse(&test.app, &turn).await.speech.text();
    assert!(asked.contains("number"), "{asked}");
}
