//! Requests of our own, from parsing to answers.

use serde_json::{Value, json};

use super::*;
use crate::app::ProfileAccess;
use crate::channel::BadRequest;
use crate::conversation::{Channel, Listen, Reply, Speech, Turn, Wanted};
use crate::interpreter::{Hint, Transcript};
use crate::order::{CustomerId, Language, PersonId};

const SKILL: &str = "amzn1.ask.skill.11111111-2222-4333-8444-555555555555";

/// An envelope with everything around this request that a device sends.
pub(super) fn around(request: Value) -> Value {
    let mut body = json!({
        "version": "1.0",
        "session": {
            "new": true,
            "sessionId": "amzn1.echo-api.session.one",
            "application": {"applicationId": SKILL},
            "user": {"userId": "amzn1.ask.account.ANA"},
        },
        "context": {
            "System": {
                "application": {"applicationId": SKILL},
                "user": {"userId": "amzn1.ask.account.ANA"},
                "person": {"personId": "amzn1.ask.person.BIA"},
                "device": {"deviceId": "amzn1.ask.device.KITCHEN", "supportedInterfaces": {}},
                "apiEndpoint": "https://api.amazonalexa.com",
                "apiAccessToken": "TOKEN",
            },
            "Viewport": {"dpi": 160, "keyboard": null},
        },
    });
    body["request"] = request;
    body
}

pub(super) fn intent(name: &str, slots: Value) -> Value {
    let mut request = json!({
        "type": "IntentRequest", "requestId": "r", "timestamp": "2026-11-03T12:00:00Z", "locale": "pt-BR",
        "intent": {"name": name, "confirmationStatus": "NONE"},
    });
    request["intent"]["slots"] = slots;
    around(request)
}

pub(super) fn parse(body: &Value) -> Result<Envelope, BadRequest> {
    Envelope::parse(body.to_string().as_bytes())
}

pub(super) fn wanted(body: &Value) -> Wanted {
    match to_turn(&parse(body).unwrap()).unwrap() {
        Incoming::Turn(turn) => turn.wanted,
        other @ (Incoming::Answer(_) | Incoming::Account(_)) => panic!("no turn but {other:?}"),
    }
}

fn said(text: &str, hint: Option<Hint>) -> Wanted {
    Wanted::Said {
        transcripts: vec![Transcript::certain(text)],
        hint,
    }
}

pub(super) fn reply(listen: Listen) -> Reply {
    Reply {
        screen: None,
        consent: None,
        speech: Speech::of("Dois pastéis & um caldo. Posso mandar?"),
        reprompt: Some(Speech::of("Posso mandar?")),
        listen,
    }
}

#[test]
fn an_order_becomes_a_turn() {
    let body = intent(
        "OrderIntent",
        json!({"query": {"name": "query", "value": "dois pastéis"}}),
    );
    let envelope = parse(&body).unwrap();
    let Ok(Incoming::Turn(mut turn)) = to_turn(&envelope) else {
        panic!("{body} is no turn");
    };
    assert!(turn.delivery.take().unwrap().starts_with("r#"));
    assert_eq!(
        turn,
        Turn {
            customer: CustomerId::new("alexa:amzn1.ask.account.ANA"),
            language: Some(Language::PtBr),
            person: Some(PersonId::new("amzn1.ask.person.BIA")),
            voice_known: true,
            profile: Some(ProfileAccess {
                endpoint: "https://api.amazonalexa.com".to_owned(),
                token: "TOKEN".to_owned(),
                device: "amzn1.ask.device.KITCHEN".to_owned(),
            }),
            channel: Channel::Alexa,
            session: Some("amzn1.echo-api.session.one".to_owned()),
            new_session: true,
            linking: Default::default(),
            delivery: None,
            caller: None,
            wanted: said("dois pastéis", Some(Hint::Add)),
        }
    );
    assert_eq!(envelope.person_id(), Some("amzn1.ask.person.BIA"));
    assert_eq!(serde_json::to_value(&envelope).unwrap(), body, "nothing is lost");
}

#[test]
fn a_request_is_known_again_by_its_id_and_what_is_wanted_in_it() {
    let delivery = |words: &str| {
        let body = intent("OrderIntent", json!({"query": {"name": "query", "value": words}}));
        match to_turn(&parse(&body).unwrap()) {
            Ok(Incoming::Turn(turn)) => turn.delivery,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(delivery("dois pastéis"), delivery("dois pastéis"));
    assert_ne!(delivery("dois pastéis"), delivery("um pudim"));
}

#[test]
fn intents_are_told_by_their_names() {
    let query = json!({"query": {"name": "query", "value": "the onions"}});
    for (name, slots, expected) in [
        ("AddIntent", query.clone(), said("the onions", Some(Hint::Add))),
        (
            "RemoveIntent",
            query.clone(),
            said("the onions", Some(Hint::Remove)),
        ),
        (
            "ChangeIntent",
            query.clone(),
            said("the onions", Some(Hint::Change)),
        ),
        (
            "AnswerIntent",
            json!({"item": {"value": "caldo"}, "quantity": {"value": 2}}),
            said("2 caldo", None),
        ),
        ("SomebodysIntent", query.clone(), said("the onions", None)),
        ("SomebodysIntent", json!({}), Wanted::NotUnderstood),
        ("OrderIntent", json!({}), Wanted::Launch),
        (
            "AddIntent",
            json!({"query": {"name": "query", "value": " ? "}}),
            Wanted::NotUnderstood,
        ),
        (
            "AnswerIntent",
            json!({"quantity": {"value": 2}, "item": {"value": "caldo"}, "detail": {"value": "grande"},
                "also_item": {"value": "suco"}}),
            said("2 caldo grande e suco", None),
        ),
        ("WordsIntent", query.clone(), said("the onions", None)),
        (
            "PriceIntent",
            query.clone(),
            said("quanto custa the onions", None),
        ),
        ("PriceIntent", json!({}), Wanted::NotUnderstood),
        ("YesAndIntent", query.clone(), said("sim the onions", None)),
        ("NoButIntent", query.clone(), said("não the onions", None)),
        ("PickupIntent", json!({}), said("retirada", None)),
        ("AMAZON.ResumeIntent", json!({}), said("continua", None)),
        ("AMAZON.PauseIntent", json!({}), Wanted::HoldOn),
        ("AMAZON.NextIntent", json!({}), Wanted::NotUnderstood),
        ("UsualIntent", json!({}), Wanted::Usual),
        ("ComplainIntent", json!({}), Wanted::Complain),
        ("PersonIntent", json!({}), Wanted::Person),
        ("SlowerIntent", json!({}), Wanted::Slower),
        ("ForgetIntent", json!({}), Wanted::Forget),
        ("ConsentIntent", json!({}), Wanted::ConsentChanged),
        ("StatusIntent", json!(null), Wanted::Status),
        ("CancelOrderIntent", json!({}), Wanted::Cancel),
        ("DoneIntent", json!({}), Wanted::Done),
        ("ReviewIntent", json!({}), Wanted::Review),
        ("MenuIntent", json!({}), Wanted::Menu),
        ("AMAZON.StartOverIntent", json!({}), Wanted::StartOver),
        ("AMAZON.YesIntent", json!({}), Wanted::Yes),
        ("AMAZON.NoIntent", json!({}), Wanted::No),
        ("AMAZON.HelpIntent", json!({}), Wanted::Help),
        ("AMAZON.RepeatIntent", json!({}), Wanted::Repeat),
        ("AMAZON.StopIntent", json!({}), Wanted::Stop),
        ("AMAZON.CancelIntent", json!({}), Wanted::Cancel),
        ("AMAZON.NavigateHomeIntent", json!({}), Wanted::Stop),
        ("AMAZON.FallbackIntent", json!({}), Wanted::NotUnderstood),
    ] {
        assert_eq!(wanted(&intent(name, slots.clone())), expected, "{name} {slots}");
    }
}

#[test]
fn a_carried_question_needs_a_language() {
    let mut body = intent("PriceIntent", json!({"query": {"value": "caldo"}}));
    set(&mut body, "/request/locale", json!(null));
    assert_eq!(wanted(&body), Wanted::NotUnderstood);
}

#[test]
fn a_voice_that_alexa_does_not_know_is_nobodys() {
    let mut body = intent("AMAZON.YesIntent", json!({}));
    let system = body["context"]["System"].as_object_mut().unwrap();
    system.remove("person");
    system.remove("apiAccessToken");
    let Ok(Incoming::Turn(turn)) = to_turn(&parse(&body).unwrap()) else {
        panic!("no turn");
    };
    assert_eq!((turn.person, turn.voice_known, turn.profile), (None, false, None));
    assert_eq!(turn.customer.as_str(), "alexa:amzn1.ask.account.ANA");
}

#[test]
fn consent_given_by_voice_comes_back_as_such() {
    let back =
        |name: &str| around(json!({"type": "Connections.Response", "name": name, "status": {"code": "200"}}));
    assert_eq!(wanted(&back("AskFor")), Wanted::ConsentChanged);
    assert_eq!(wanted(&back("Buy")), Wanted::Launch);
}

#[test]
fn slots_give_what_was_said_and_not_what_it_was_resolved_to() {
    let resolutions = json!({"resolutionsPerAuthority": [
        {"authority": "a", "status": {"code": "ER_SUCCESS_NO_MATCH"}},
        {"authority": "b", "status": {"code": "ER_SUCCESS_MATCH"}, "values": [{"value": {"name": "X", "id": "x"}}]},
    ]});
    for (slot, expected) in [
        (json!({"value": "refri", "resolutions": resolutions}), "refri"),
        (
            json!({"slotValue": {"type": "Simple", "value": "refri"}}),
            "refri",
        ),
        (
            json!({"slotValue": {"type": "List", "values": [{"type": "Simple", "value": "a"}, null, {"value": "b"}]}}),
            "a b",
        ),
    ] {
        let body = intent("AddIntent", json!({"query": slot.clone()}));
        assert_eq!(wanted(&body), said(expected, Some(Hint::Add)), "{slot}");
        assert_eq!(serde_json::to_value(parse(&body).unwrap()).unwrap(), body);
    }
}

#[test]
fn what_real_traffic_gets_wrong_is_borne() {
    for (pointer, value) in [
        ("/session", json!(null)),
        ("/session/attributes", json!([1, "x", null])),
        ("/context", json!(null)),
        ("/context/System/device", json!(false)),
        ("/context/System/user/accessToken", json!(null)),
        ("/request/locale", json!(null)),
        ("/request/locale", json!("en_US")),
        ("/request/timestamp", json!(1_793_700_000_123_i64)),
        ("/request/timestamp", json!("yesterday")),
        ("/request/intent/slots", json!(null)),
        ("/request/intent/slots/query", json!("text")),
        ("/request/intent/confirmationStatus", json!(null)),
        ("/request/intent", json!([])),
        ("/request/dialogState", json!("SOMETHING_NEW")),
        ("/version", json!(1)),
    ] {
        let mut body = intent("AddIntent", json!({"query": {"value": "caldo"}}));
        set(&mut body, pointer, value);
        let envelope = parse(&body).unwrap();
        assert!(to_turn(&envelope).is_ok(), "{pointer}");
        assert_eq!(
            serde_json::to_value(&envelope).unwrap(),
            body,
            "{pointer} is kept"
        );
    }
}

fn set(body: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.insert(name.to_owned(), value);
}

#[test]
fn bodies_that_are_no_envelopes_are_refused() {
    for (body, expected) in [
        ("", BadRequest::Empty),
        ("[]", BadRequest::NotAnObject),
        ("{}", BadRequest::NoRequest),
        (
            r#"{"type": "LaunchRequest", "requestId": "r"}"#,
            BadRequest::NoRequest,
        ),
        (r#"{"request": {}}"#, BadRequest::NoRequestType),
        (r#"{"request": {"type": 3}}"#, BadRequest::NoRequestType),
    ] {
        assert_eq!(Envelope::parse(body.as_bytes()), Err(expected), "{body}");
    }
    assert!(matches!(
        Envelope::parse(b"{\"request\""),
        Err(BadRequest::NotJson(_))
    ));
    let stub = parse(&json!({"request": {"type": "LaunchRequest"}})).unwrap();
    assert_eq!(to_turn(&stub), Err(BadRequest::Nobody));
}

#[test]
fn nobody_gets_the_order_of_another() {
    let customer = |body: Value| match to_turn(&parse(&body).unwrap()) {
        Ok(Incoming::Turn(turn)) => turn.customer.as_str().to_owned(),
        other => panic!("{other:?}"),
    };
    let launch = |id: &str| json!({"type": "LaunchRequest", "requestId": id});
    assert_eq!(customer(around(launch("r"))), "alexa:amzn1.ask.account.ANA");
    assert_eq!(
        customer(
            json!({"session": {"sessionId": "s", "attributes": {"userId": "ANA"}}, "request": launch("r")})
        ),
        "alexa-session:s"
    );
    assert_eq!(
        customer(json!({"session": {"new": true}, "request": launch("r")})),
        "alexa-request:r"
    );
}

#[test]
fn another_skills_request_is_refused() {
    let envelope = parse(&around(json!({"type": "LaunchRequest"}))).unwrap();
    assert_eq!(check_application(&envelope, None), Ok(()));
    assert_eq!(check_application(&envelope, Some(SKILL)), Ok(()));
    assert_eq!(
        check_application(&envelope, Some("amzn1.ask.skill.other")),
        Err(BadRequest::OtherApplication)
    );
    let nameless = parse(&json!({"request": {"type": "LaunchRequest"}})).unwrap();
    assert_eq!(
        check_application(&nameless, Some(SKILL)),
        Err(BadRequest::OtherApplication)
    );
    assert_eq!(BadRequest::OtherApplication.status(), 403);
}

#[test]
fn requests_without_a_wish_get_an_answer_at_once() {
    for (request, expected) in [
        (
            json!({"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "X"}}),
            json!({}),
        ),
        (
            json!({"type": "AudioPlayer.PlaybackStopped", "token": "t"}),
            json!({}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "OrderIntent", "slots": {
                "query": {"name": "query", "value": "caldo"}, "color": {"name": "color"},
            }}}),
            json!({"canFulfillIntent": {"canFulfill": "MAYBE", "slots": {
                "query": {"canUnderstand": "MAYBE", "canFulfill": "YES"},
                "color": {"canUnderstand": "NO", "canFulfill": "NO"},
            }}}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "StatusIntent"}}),
            json!({"canFulfillIntent": {"canFulfill": "YES"}}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "PriceIntent", "slots": {
                "query": {"name": "query", "value": "caldo"},
            }}}),
            json!({"canFulfillIntent": {"canFulfill": "MAYBE", "slots": {
                "query": {"canUnderstand": "MAYBE", "canFulfill": "YES"},
            }}}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "HoursIntent"}}),
            json!({"canFulfillIntent": {"canFulfill": "YES"}}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "AMAZON.FallbackIntent"}}),
            json!({"canFulfillIntent": {"canFulfill": "NO"}}),
        ),
        (
            json!({"type": "CanFulfillIntentRequest"}),
            json!({"canFulfillIntent": {"canFulfill": "NO"}}),
        ),
    ] {
        let Ok(Incoming::Answer(answer)) = to_turn(&parse(&around(request.clone())).unwrap()) else {
            panic!("{request} has no answer of its own");
        };
        assert_eq!(
            serde_json::to_value(answer).unwrap(),
            json!({"version": "1.0", "response": expected}),
            "{request}"
        );
    }
}
