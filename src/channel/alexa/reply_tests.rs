//! Replies of our own as Alexa gets them: what is said, elicited, shown and asked for.

use serde_json::{Value, json};

use super::tests::{around, intent, parse, reply, wanted};
use super::*;
use crate::conversation::{Consent, Listen, Reply, Screen, Speech, Wanted};

fn response(reply: &Reply, body: &Value) -> Value {
    let answer = from_reply(reply, &parse(body).unwrap());
    serde_json::to_value(answer).unwrap()["response"].take()
}

fn yes() -> Value {
    intent("AMAZON.YesIntent", json!({}))
}

fn on_a_screen(mut body: Value) -> Value {
    body["context"]["System"]["device"]["supportedInterfaces"] =
        json!({"Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}});
    body
}

fn screen() -> Screen {
    Screen {
        title: "Seu pedido".to_owned(),
        rows: vec![
            ("2 pastéis & <molho>".to_owned(), "R$ 16,00".to_owned()),
            ("1 caldo ${x}".to_owned(), "R$ 9,00".to_owned()),
        ],
        total: Some(("Total".to_owned(), "R$ 25,00".to_owned())),
    }
}

fn showing(listen: Listen) -> Reply {
    Reply {
        screen: Some(screen()),
        ..reply(listen)
    }
}

fn elicit() -> Value {
    json!({
        "type": "Dialog.ElicitSlot",
        "slotToElicit": "query",
        "updatedIntent": {
            "name": "WordsIntent",
            "confirmationStatus": "NONE",
            "slots": {"query": {"name": "query", "confirmationStatus": "NONE"}},
        },
    })
}

#[test]
fn replies_are_spoken() {
    let said = json!({
        "outputSpeech": {
            "type": "SSML",
            "ssml": "<speak><s>Dois pastéis &amp; um caldo. Posso mandar?</s></speak>",
        },
        "reprompt": {"outputSpeech": {"type": "SSML", "ssml": "<speak><s>Posso mandar?</s></speak>"}},
        "shouldEndSession": false,
    });
    assert_eq!(response(&reply(Listen::YesNo), &yes()), said);
    for listen in [Listen::Open, Listen::Words] {
        let mut eliciting = said.clone();
        eliciting["directives"] = json!([elicit()]);
        assert_eq!(response(&reply(listen), &yes()), eliciting);
    }
    let closing = response(&reply(Listen::Close), &yes());
    assert_eq!(closing["shouldEndSession"], true);
    assert!(closing.get("reprompt").is_none() && closing.get("directives").is_none());
}

#[test]
fn words_are_elicited_where_a_dialogue_may_begin() {
    let elicits = |request: Value| {
        response(&reply(Listen::Words), &around(request))
            .get("directives")
            .is_some()
    };
    assert!(elicits(json!({"type": "LaunchRequest"})));
    assert!(elicits(
        json!({"type": "IntentRequest", "intent": {"name": "AMAZON.FallbackIntent"}})
    ));
    assert!(!elicits(json!({"type": "Connections.Response"})));
    assert!(!elicits(json!({"type": "Alexa.Presentation.APL.UserEvent"})));
}

#[test]
fn elicited_words_come_as_they_were_said() {
    for state in ["STARTED", "IN_PROGRESS", "COMPLETED"] {
        let mut body = intent(
            "WordsIntent",
            json!({"query": {"name": "query", "value": "meia dois apê quatro"}}),
        );
        body["request"]["dialogState"] = json!(state);
        let Wanted::Said { transcripts, hint } = wanted(&body) else {
            panic!("no words");
        };
        assert_eq!(transcripts[0].text, "meia dois apê quatro");
        assert_eq!(hint, None);
    }
}

#[test]
fn a_list_is_shown_where_there_is_a_screen() {
    let shown = response(&showing(Listen::YesNo), &on_a_screen(yes()));
    let directive = &shown["directives"][0];
    assert_eq!(directive["type"], "Alexa.Presentation.APL.RenderDocument");
    assert_eq!(
        directive["datasources"]["list"],
        json!({
            "title": "Seu pedido",
            "rows": [
                {"name": "2 pastéis &amp; &lt;molho&gt;", "price": "R$ 16,00"},
                {"name": "1 caldo ${x}", "price": "R$ 9,00"},
            ],
            "total": {"name": "Total", "price": "R$ 25,00"},
        })
    );
    assert!(
        !directive["document"].to_string().contains("caldo"),
        "texts are data"
    );
    assert!(shown.get("card").is_none());
    let open = response(&showing(Listen::Open), &on_a_screen(yes()));
    assert_eq!(open["directives"].as_array().unwrap().len(), 2);
}

#[test]
fn the_app_shows_the_list_of_a_device_without_a_screen() {
    let shown = response(&showing(Listen::YesNo), &yes());
    assert!(shown.get("directives").is_none());
    assert_eq!(
        shown["card"],
        json!({
            "type": "Simple",
            "title": "Seu pedido",
            "content": "2 pastéis & <molho> · R$ 16,00\n1 caldo ${x} · R$ 9,00\nTotal · R$ 25,00",
        })
    );
}

#[test]
fn consent_is_asked_for_by_a_card() {
    let asking = Reply {
        consent: Some(Consent::Address),
        ..showing(Listen::Words)
    };
    let card = json!({
        "type": "AskForPermissionsConsent",
        "permissions": [
            "read::alexa:device:all:address",
            "alexa::profile:name:read",
            "alexa::profile:mobile_number:read",
        ],
    });
    assert_eq!(response(&asking, &yes())["card"], card);
    assert_eq!(response(&asking, &on_a_screen(yes()))["card"], card);
}

#[test]
fn what_is_said_is_worth_more_than_what_is_shown() {
    let long = Speech::of("palavra ".repeat(2000));
    let everything = Reply {
        speech: long.clone(),
        reprompt: Some(long),
        screen: Some(Screen {
            rows: vec![("é".repeat(500), "R$ 1,00".to_owned()); 300],
            ..screen()
        }),
        ..showing(Listen::Words)
    };
    for body in [yes(), on_a_screen(yes())] {
        let shown = response(&everything, &body);
        assert!(shown.to_string().len() < 24_000);
        assert_eq!(shown["directives"][0], elicit());
    }
}

#[test]
fn a_touch_leaves_the_session_as_it_is() {
    let touch = json!({"type": "Alexa.Presentation.APL.UserEvent", "arguments": ["x", 1, null, {}]});
    let body = on_a_screen(around(touch));
    assert_eq!(wanted(&body), Wanted::Repeat);
    for listen in [Listen::Open, Listen::Words, Listen::YesNo, Listen::Close] {
        let answer = response(&showing(listen), &body);
        assert!(answer.get("shouldEndSession").is_none());
        assert_eq!(
            answer["directives"][0]["type"],
            "Alexa.Presentation.APL.RenderDocument"
        );
    }
}
