//! Requests and responses that others recorded: each whole one is read and answered, each stub answered or
//! refused in words, and nothing that is read is lost.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::PathBuf;

use comanda::channel::{BadRequest, alexa, connect, lex};
use comanda::conversation::{Listen, Reply, Speech};
use serde_json::Value;

/// The bodies of a folder of the wire kit, by file.
fn bodies(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = super::folder(&format!("wire/{folder}"));
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let bodies: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    assert!(!bodies.is_empty(), "{} is empty", folder.display());
    bodies
}

fn json(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap()
}

fn replies() -> [Reply; 3] {
    [Listen::Open, Listen::YesNo, Listen::Close].map(|listen| Reply {
        screen: None,
        consent: None,
        speech: Speech::of("Two soups & a bread. Shall I send it?"),
        reprompt: Some(Speech::of("Shall I send it?")),
        listen,
    })
}

fn holds_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(holds_null),
        Value::Object(map) => map.values().any(holds_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Whether a request of this type may be answered with speech, by the documentation.
fn takes_speech(request_type: &str) -> bool {
    let silent = [
        "AudioPlayer.",
        "PlaybackController.",
        "AlexaSkillEvent.",
        "AlexaHouseholdListEvent.",
        "Reminders.",
        "Messaging.",
        "SessionEndedRequest",
        "CanFulfillIntentRequest",
        "System.ExceptionEncountered",
    ];
    !silent.iter().any(|prefix| request_type.starts_with(prefix))
}

/// Every answer that a request can get.
fn alexa_answers(envelope: &alexa::Envelope) -> Result<Vec<Value>, BadRequest> {
    let responses = match alexa::to_turn(envelope)? {
        alexa::Incoming::Answer(answer) => vec![*answer],
        alexa::Incoming::Account(_) => vec![alexa::ResponseEnvelope::empty()],
        alexa::Incoming::Turn(_) => replies()
            .map(|reply| alexa::from_reply(&reply, envelope))
            .to_vec(),
    };
    Ok(responses
        .iter()
        .map(|response| serde_json::to_value(response).unwrap())
        .collect())
}

#[test]
fn every_whole_alexa_request_is_answered() {
    for folder in ["alexa/recorded", "alexa/client", "alexa/constructed"] {
        for (path, body) in bodies(folder) {
            let path = path.display();
            let envelope = alexa::Envelope::parse(&body).unwrap_or_else(|error| panic!("{path}: {error}"));
            let request_type = json(&body)["request"]["type"].as_str().unwrap().to_owned();
            assert_eq!(
                serde_json::to_value(&envelope).unwrap(),
                json(&body),
                "{path} is read whole"
            );
            for answer in alexa_answers(&envelope).unwrap_or_else(|error| panic!("{path}: {error}")) {
                assert!(!holds_null(&answer), "{path}: {answer}");
                assert_eq!(answer["version"], "1.0", "{path}");
                let speaks = answer["response"].get("outputSpeech").is_some();
                assert_eq!(speaks, takes_speech(&request_type), "{path}: {answer}");
                let ends = answer["response"].get("shouldEndSession").is_some();
                let touch = request_type == "Alexa.Presentation.APL.UserEvent";
                assert_eq!(ends, speaks && !touch, "{path}: {answer}");
                assert!(answer.to_string().len() < 24_000);
            }
        }
    }
}

#[test]
fn every_alexa_stub_is_answered_or_refused() {
    for folder in ["alexa/partial", "alexa/request_only"] {
        for (path, body) in bodies(folder) {
            match alexa::Envelope::parse(&body).and_then(|envelope| alexa_answers(&envelope)) {
                Ok(answers) => assert!(answers.iter().all(|answer| !holds_null(answer))),
                Err(error) => {
                    assert!((400..500).contains(&error.status()), "{}", path.display());
                    assert!(!error.to_string().is_empty());
                }
            }
        }
    }
}

#[test]
fn every_lex_event_is_answered() {
    for folder in ["lex/event", "lex/event_constructed"] {
        for (path, body) in bodies(folder) {
            let path = path.display();
            let event = lex::Event::parse(&body).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(
                serde_json::to_value(&event).unwrap(),
                json(&body),
                "{path} is read whole"
            );
            lex::to_turn(&event).unwrap_or_else(|error| panic!("{path}: {error}"));
            for reply in replies() {
                let answer = serde_json::to_value(lex::from_reply(&reply, &event)).unwrap();
                assert!(!holds_null(&answer), "{path}: {answer}");
                assert!(answer["sessionState"]["sessionAttributes"].is_object(), "{path}");
                assert!(
                    answer["sessionState"]["dialogAction"]["type"].is_string(),
                    "{path}"
                );
                assert!(answer["messages"].as_array().is_some_and(|list| !list.is_empty()));
            }
        }
    }
}

#[test]
fn what_is_no_lex_v2_event_is_told_apart() {
    for (_, body) in bodies("lex/v1event") {
        assert_eq!(lex::Event::parse(&body), Err(BadRequest::LexV1));
    }
    for (_, body) in bodies("lex/connect") {
        assert_eq!(lex::Event::parse(&body), Err(BadRequest::ConnectContactFlow));
    }
    for (path, body) in bodies("lex/partial_event") {
        if let Err(error) = lex::Event::parse(&body).and_then(|event| lex::to_turn(&event)) {
            assert!((400..500).contains(&error.status()), "{}", path.display());
        }
    }
}

#[test]
fn every_flow_event_of_connect_is_understood() {
    for (path, body) in bodies("lex/connect") {
        let path = path.display();
        let Value::Object(map) = json(&body) else {
            panic!("{path}: no object");
        };
        let event = connect::FlowEvent::of(map).unwrap_or_else(|error| panic!("{path}: {error}"));
        let data = &json(&body)["Details"]["ContactData"];
        assert_eq!(
            serde_json::to_value(&event).unwrap(),
            json(&body),
            "{path} is read whole"
        );
        assert_eq!(event.contact(), data["ContactId"].as_str(), "{path}");
        assert_eq!(
            event.telephone(),
            data["CustomerEndpoint"]["Address"].as_str(),
            "{path}"
        );
    }
}

#[test]
fn lex_responses_are_read_and_written_without_loss() {
    for folder in ["lex/response", "lex/response_constructed", "lex/runtime_response"] {
        for (path, body) in bodies(folder) {
            let response: lex::Response = serde_json::from_slice(&body).unwrap();
            assert_eq!(
                serde_json::to_value(response).unwrap(),
                json(&body),
                "{}",
                path.display()
            );
        }
    }
}
