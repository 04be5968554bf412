//! Events of our own, from parsing to answers, and properties over any JSON.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::channel::BadRequest;
use crate::channel::alexa::properties::{any_json, holds_null, places};
use crate::conversation::{Channel, Listen, Pronunciation, Reply, Speech, Turn, Wanted};
use crate::interpreter::Transcript;
use crate::order::{CustomerId, Language};

fn event(intent: &str, heard: &str) -> Value {
    json!({
        "messageVersion": "1.0",
        "invocationSource": "DialogCodeHook",
        "inputMode": "Speech",
        "responseContentType": "audio/pcm",
        "sessionId": "call-1",
        "inputTranscript": heard,
        "bot": {"id": "BOT", "name": "Lanchonete", "localeId": "pt_BR", "version": "2", "aliasId": "A", "aliasName": "live"},
        "interpretations": [
            {"intent": {"name": intent, "slots": {}, "state": "InProgress", "confirmationState": "None"},
             "nluConfidence": 0.9, "interpretationSource": "Lex"},
            {"intent": {"name": "FallbackIntent", "slots": {}}},
        ],
        "sessionState": {
            "sessionAttributes": {"theme": "dark"},
            "intent": {"name": intent, "slots": {"Open": null}, "state": "InProgress", "confirmationState": "None"},
            "originatingRequestId": "o",
        },
        "transcriptions": [
            {"transcription": heard, "transcriptionConfidence": 0.8, "resolvedContext": {"intent": intent}, "resolvedSlots": {}},
        ],
    })
}

fn parse(body: &Value) -> Event {
    Event::parse(body.to_string().as_bytes()).unwrap()
}

fn wanted(body: &Value) -> Wanted {
    to_turn(&parse(body)).unwrap().wanted
}

fn said(transcripts: &[(&str, Option<f32>)]) -> Wanted {
    Wanted::Said {
        transcripts: transcripts
            .iter()
            .map(|(text, confidence)| Transcript {
                text: (*text).to_owned(),
                confidence: *confidence,
            })
            .collect(),
        hint: None,
    }
}

fn reply(listen: Listen) -> Reply {
    Reply {
        screen: None,
        consent: None,
        speech: Speech::of("Dois pastéis. Posso mandar?"),
        reprompt: None,
        listen,
    }
}

#[test]
fn an_event_becomes_a_turn() {
    let body = event("FallbackIntent", "tira a cebola");
    let event = parse(&body);
    assert_eq!(
        to_turn(&event),
        Ok(Turn {
            customer: CustomerId::new("lex:BOT:call-1"),
            language: Some(Language::PtBr),
            person: None,
            voice_known: true,
            profile: None,
            session: None,
            channel: Channel::Phone,
            new_session: false,
            linking: Default::default(),
            delivery: None,
            caller: None,
            wanted: said(&[("tira a cebola", Some(0.8))]),
        })
    );
    assert_eq!(serde_json::to_value(&event).unwrap(), body, "nothing is lost");
}

#[test]
fn the_best_transcripts_come_first() {
    let mut body = event("RemoveIntent", "tira a cebola");
    body["transcriptions"] = json!([
        {"transcription": "tira cebola", "transcriptionConfidence": 0.4},
        {"transcription": "tira a cebola", "transcriptionConfidence": {"score": 0.7}},
        {"transcription": "vira a cebola", "transcriptionConfidence": "0.5"},
        null,
        {"transcription": " "},
    ]);
    assert_eq!(
        wanted(&body),
        said(&[
            ("tira a cebola", Some(0.7)),
            ("vira a cebola", Some(0.5)),
            ("tira cebola", Some(0.4))
        ])
    );
    body["inputTranscript"] = json!(null);
    assert_eq!(
        wanted(&body),
        said(&[
            ("tira a cebola", Some(0.7)),
            ("vira a cebola", Some(0.5)),
            ("tira cebola", Some(0.4))
        ])
    );
}

#[test]
fn an_intent_is_believed_where_it_can_swallow_nothing() {
    let confirmation = |state: &str| {
        let mut body = event("Pedir", "sim");
        body["sessionState"]["intent"]["confirmationState"] = json!(state);
        body
    };
    let heard_badly = |mut body: Value| {
        body["transcriptions"][0]["transcriptionConfidence"] = json!(0.3);
        body
    };
    let unsure = |confidence: Value| {
        let mut body = event("YesIntent", "hm");
        body["interpretations"][0]["nluConfidence"] = confidence;
        body
    };
    for (body, expected) in [
        (event("YesIntent", "sim"), Wanted::Yes),
        (event("NoIntent", "não obrigado"), Wanted::No),
        (event("DoneIntent", "Não, só isso."), Wanted::Done),
        (
            event("YesIntent", "sim e uma coca"),
            said(&[("sim e uma coca", Some(0.8))]),
        ),
        (event("StatusIntent", "cadê meu pedido então"), Wanted::Status),
        (event("HelpIntent", ""), Wanted::Help),
        (event("FallbackIntent", ""), Wanted::Silence),
        (event("FallbackIntent", "2"), said(&[("2", Some(0.8))])),
        (event("FallbackIntent", "#"), Wanted::Silence),
        (
            event("OrderIntent", "dois pastéis"),
            said(&[("dois pastéis", Some(0.8))]),
        ),
        (
            heard_badly(event("YesIntent", "sim")),
            said(&[("sim", Some(0.3))]),
        ),
        (
            heard_badly(confirmation("Confirmed")),
            said(&[("sim", Some(0.3))]),
        ),
        (heard_badly(event("NoIntent", "não")), Wanted::No),
        (confirmation("Confirmed"), Wanted::Yes),
        (confirmation("Denied"), Wanted::No),
        (confirmation("None"), said(&[("sim", Some(0.8))])),
        (unsure(json!(0.2)), said(&[("hm", Some(0.8))])),
        (unsure(json!({"score": 0.2})), said(&[("hm", Some(0.8))])),
        (unsure(json!("0.2")), said(&[("hm", Some(0.8))])),
        (unsure(json!(1)), Wanted::Yes),
        (unsure(json!(null)), Wanted::Yes),
    ] {
        assert_eq!(wanted(&body), expected, "{body}");
    }
}

#[test]
fn keys_are_keys_and_nothing_else() {
    let keyed = |keys: &str| {
        let mut body = event("FallbackIntent", keys);
        body["inputMode"] = json!("DTMF");
        wanted(&body)
    };
    for (keys, digits) in [("1", "1"), ("0#", "0"), ("11 98765-4321", ""), ("*1 2", "12")] {
        match digits.is_empty() {
            true => assert_eq!(keyed(keys), said(&[(keys, Some(0.8))])),
            false => assert_eq!(keyed(keys), Wanted::Keyed(digits.to_owned())),
        }
    }
    assert_eq!(keyed("#"), Wanted::Silence);
    assert_eq!(keyed(&"9".repeat(100)), Wanted::Keyed("9".repeat(32)));
    // A bot may take a key for an intent; it is a key all the same.
    let mut body = event("NoIntent", "1");
    body["inputMode"] = json!("DTMF");
    assert_eq!(wanted(&body), Wanted::Keyed("1".to_owned()));
    assert_eq!(
        wanted(&event("FallbackIntent", "1")),
        said(&[("1", Some(0.8))]),
        "said and not pressed"
    );
}

#[test]
fn slow_speech_is_marked_up_where_it_is_heard() {
    let slow = Reply {
        speech: Speech::of("Dois & três.").slowly(true),
        ..reply(Listen::Open)
    };
    let message = |mode: &str, kind: &str| {
        let mut body = event("YesIntent", "sim");
        body["inputMode"] = json!(mode);
        body["responseContentType"] = json!(kind);
        let response = from_reply(&slow, &parse(&body));
        serde_json::to_value(response).unwrap()["messages"][0].take()
    };
    let marked_up = json!({
        "contentType": "SSML",
        "content": "<speak><prosody rate=\"slow\">Dois &amp; três.</prosody></speak>",
    });
    assert_eq!(message("Speech", "audio/pcm"), marked_up);
    assert_eq!(message("DTMF", ""), marked_up);
    assert_eq!(
        message("Text", "text/plain; charset=utf-8"),
        json!({"contentType": "PlainText", "content": "Dois & três."})
    );
}

#[test]
fn what_is_spelled_out_is_marked_up_where_it_is_heard() {
    let mut speech = Speech::of("Maple: M, A, P, L, E.");
    speech.spell("Maple", "M, A, P, L, E");
    let spelled = Reply {
        speech,
        ..reply(Listen::Open)
    };
    let message = |mode: &str| {
        let mut body = event("YesIntent", "yes");
        body["inputMode"] = json!(mode);
        body["responseContentType"] = json!("text/plain; charset=utf-8");
        let response = from_reply(&spelled, &parse(&body));
        serde_json::to_value(response).unwrap()["messages"][0].take()
    };
    let content = "<speak>Maple: <say-as interpret-as=\"characters\">Maple</say-as>.</speak>";
    assert_eq!(
        message("Speech"),
        json!({"contentType": "SSML", "content": content})
    );
    assert_eq!(
        message("Text"),
        json!({"contentType": "PlainText", "content": "Maple: M, A, P, L, E."})
    );
}

#[test]
fn names_that_engines_misread_are_marked_up_where_they_are_heard() {
    let known = Pronunciation {
        written: "coxinha".to_owned(),
        spoken: "co sheen ya".to_owned(),
    };
    let message = |text: &str, mode: &str| {
        let known = std::iter::once(known.clone());
        let said = Reply {
            speech: Speech::of(text).pronounced(known),
            ..reply(Listen::Open)
        };
        let mut body = event("YesIntent", "yes");
        body["inputMode"] = json!(mode);
        body["responseContentType"] = json!("text/plain; charset=utf-8");
        let response = from_reply(&said, &parse(&body));
        serde_json::to_value(response).unwrap()["messages"][0].take()
    };
    let content = "<speak>One <sub alias=\"co sheen ya\">coxinha</sub> &amp; a juice.</speak>";
    assert_eq!(
        message("One coxinha & a juice.", "Speech"),
        json!({"contentType": "SSML", "content": content})
    );
    for (text, mode) in [("One coxinha & a juice.", "Text"), ("A juice.", "Speech")] {
        assert_eq!(
            message(text, mode),
            json!({"contentType": "PlainText", "content": text})
        );
    }
    // More marks than a message has room for are left out.
    let many = format!("Many: {}", "coxinha ".repeat(60));
    let long = message(&many, "Speech");
    assert_eq!(long["content"], format!("<speak>{}</speak>", many.trim()));
}

#[test]
fn what_is_no_event_of_ours_is_told_apart() {
    for (body, expected) in [
        (json!({}), BadRequest::NoSessionState),
        (
            json!({"sessionState": null, "bot": {}}),
            BadRequest::NoSessionState,
        ),
        (
            json!({"currentIntent": {"name": "X"}, "userId": "u", "bot": {}}),
            BadRequest::LexV1,
        ),
        (
            json!({"outputDialogMode": "Voice", "currentIntent": null}),
            BadRequest::LexV1,
        ),
        (
            json!({"Name": "ContactFlowEvent", "Details": {"ContactData": {"Channel": "VOICE"}}}),
            BadRequest::ConnectContactFlow,
        ),
    ] {
        assert_eq!(Event::parse(body.to_string().as_bytes()), Err(expected), "{body}");
    }
    let stub = Event::parse(br#"{"sessionState": {}, "bot": {"localeId": "en_US"}}"#).unwrap();
    assert_eq!(to_turn(&stub), Err(BadRequest::Nobody));
}

#[test]
fn replies_keep_what_the_session_holds() {
    let mut body = event("OrderIntent", "dois pastéis");
    body["sessionState"]["sessionAttributes"] = json!({"theme": "dark", "broken": null});
    let event = parse(&body);
    let open = from_reply(&reply(Listen::YesNo), &event);
    assert_eq!(
        serde_json::to_value(&open).unwrap(),
        json!({
            "sessionState": {
                "sessionAttributes": {
                    "theme": "dark", "comanda-turn": mark::left(&event), END_OF_SPEECH: "900",
                },
                "dialogAction": {"type": "ElicitIntent"},
            },
            "messages": [{"contentType": "PlainText", "content": "Dois pastéis. Posso mandar?"}],
        })
    );
    assert_eq!(
        serde_json::to_value(from_reply(&reply(Listen::Close), &event)).unwrap()["sessionState"],
        json!({
            "sessionAttributes": {
                "theme": "dark", "comanda-turn": mark::left(&event), END_OF_SPEECH: "1300",
            },
            "dialogAction": {"type": "Close"},
            "intent": {"name": "OrderIntent", "state": "Fulfilled"},
        })
    );
}

#[test]
fn lex_never_listens_without_a_message() {
    let event = parse(&event("OrderIntent", "x"));
    let silent = |reprompt: Option<Speech>, listen| Reply {
        screen: None,
        consent: None,
        speech: Speech::default(),
        reprompt,
        listen,
    };
    let first = |reply: &Reply| {
        let response = from_reply(reply, &event);
        response
            .messages
            .known()
            .and_then(|messages| messages.first().cloned())
    };
    assert_eq!(first(&silent(None, Listen::Open)), Some(Message::plain("…")));
    assert_eq!(
        first(&silent(Some(Speech::of("Mais algo?")), Listen::Open)),
        Some(Message::plain("Mais algo?"))
    );
    assert_eq!(first(&silent(None, Listen::Close)), None);
}

#[test]
fn responses_of_others_are_read_and_written_without_loss() {
    for body in [
        json!({"sessionState": {"dialogAction": {"type": "ElicitSlot", "slotToElicit": "A", "slotElicitationStyle": "SpellByWord"},
            "intent": {"name": "I", "slots": {"A": null, "B": {"shape": "List", "values": [{"shape": "Scalar", "value": {
                "originalValue": "a", "interpretedValue": "A", "resolvedValues": []}}]}}, "state": "InProgress"},
            "activeContexts": [{"name": "c", "contextAttributes": {}, "timeToLive": {"turnsToLive": 1}}],
            "runtimeHints": {"slotHints": {}}},
            "messages": [{"contentType": "ImageResponseCard", "imageResponseCard": {"title": "t", "buttons": []}}]}),
        json!({"messages": [], "sessionState": {"dialogAction": {"type": "SomethingNew"}}, "sessionId": "s",
            "interpretations": [{"nluConfidence": {"score": 1}, "intent": {"name": "I", "slots": {}}}],
            "recognizedBotMember": {"botId": "b"}}),
        json!({"messages": {"odd": true}, "sessionState": null}),
    ] {
        let response: Response = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(serde_json::to_value(response).unwrap(), body);
    }
}

/// Reads and answers a body in every way there is, and checks what holds for each answer.
fn answer(body: &[u8]) {
    let Ok(event) = Event::parse(body) else { return };
    for listen in [Listen::Open, Listen::YesNo, Listen::Words, Listen::Close] {
        let response = from_reply(&reply(listen), &event);
        let written = serde_json::to_value(&response).unwrap();
        assert!(!holds_null(&written), "{written}");
        assert!(written["sessionState"]["sessionAttributes"].is_object());
        assert_eq!(serde_json::from_value::<Response>(written).unwrap(), response);
    }
    match to_turn(&event) {
        Ok(turn) => {
            if let Wanted::Said { transcripts, .. } = turn.wanted {
                assert!(!transcripts.is_empty());
            }
        }
        Err(error) => assert_eq!(error, BadRequest::Nobody),
    }
    let written = serde_json::to_value(&event).unwrap();
    assert_eq!(
        written,
        serde_json::from_slice::<Value>(body).unwrap(),
        "nothing is lost"
    );
}

proptest! {
    #[test]
    fn any_json_is_borne(value in any_json(), state in any_json()) {
        answer(value.to_string().as_bytes());
        answer(json!({"sessionState": {"intent": state, "sessionAttributes": value}}).to_string().as_bytes());
    }

    #[test]
    fn any_member_may_be_anything(place: prop::sample::Index, value in any_json()) {
        let mut body = event("YesIntent", "sim");
        let places = places(&body);
        *body.pointer_mut(&places[place.index(places.len())]).unwrap() = value;
        answer(body.to_string().as_bytes());
    }

    #[test]
    fn no_message_is_too_long(sentences in prop::collection::vec("[a-zçã& .!]{0,1500}", 0..30), slow: bool) {
        let mut speech = Speech::default().slowly(slow);
        sentences.iter().for_each(|sentence| speech.push(sentence.as_str()));
        let response = from_reply(
            &Reply { screen: None, consent: None, speech, reprompt: None, listen: Listen::Open },
            &parse(&event("YesIntent", "sim")),
        );
        let messages = response.messages.known().unwrap();
        prop_assert!((1..=Message::MOST).contains(&messages.len()));
        for message in messages {
            prop_assert!((1..=Message::MOST_CHARS).contains(&message.content.known().unwrap().chars().count()));
        }
    }
}
