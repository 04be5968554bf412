//! What holds for any JSON: it is answered or refused, never lost, and no answer holds null or is too long.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::tests::{around, intent, parse, reply};
use super::*;
use crate::conversation::{Consent, Listen, Reply, Screen, Speech};

/// Reads and answers a body in every way there is, and checks what holds for each answer.
fn answer(body: &[u8]) {
    let Ok(envelope) = Envelope::parse(body) else {
        return;
    };
    let mut answers = Vec::new();
    match to_turn(&envelope) {
        Ok(Incoming::Answer(answer)) => answers.push(*answer),
        Ok(Incoming::Account(_)) => {}
        Ok(Incoming::Turn(_)) => {
            for listen in [Listen::Open, Listen::YesNo, Listen::Words, Listen::Close] {
                answers.push(from_reply(&reply(listen), &envelope));
            }
            let screen = Screen {
                title: "Pedido".to_owned(),
                rows: vec![("Caldo".to_owned(), "R$ 9,00".to_owned())],
                total: None,
            };
            for consent in [None, Some(Consent::Address), Some(Consent::Account)] {
                let reply = Reply {
                    screen: Some(screen.clone()),
                    consent,
                    ..reply(Listen::Words)
                };
                answers.push(from_reply(&reply, &envelope));
            }
        }
        Err(error) => assert!((400..500).contains(&error.status())),
    }
    for answer in answers {
        let written = serde_json::to_value(&answer).unwrap();
        assert!(!holds_null(&written), "{written}");
        assert_eq!(
            serde_json::from_value::<ResponseEnvelope>(written).unwrap(),
            answer
        );
    }
    let written = serde_json::to_value(&envelope).unwrap();
    assert_eq!(
        written,
        serde_json::from_slice::<Value>(body).unwrap(),
        "nothing is lost"
    );
}

pub(crate) fn holds_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(holds_null),
        Value::Object(map) => map.values().any(holds_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Any JSON, not too deep.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-zA-Z]{1,8}", inner), 0..5)
                .prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Every place in a JSON value.
pub(crate) fn places(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .map(|(i, value)| (i.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for (name, value) in inner {
        all.push(format!("/{name}"));
        all.extend(places(value).into_iter().map(|place| format!("/{name}{place}")));
    }
    all
}

fn bodies() -> Vec<Value> {
    vec![
        intent(
            "OrderIntent",
            json!({"query": {"name": "query", "value": "dois pastéis", "slotValue": {"type": "List",
            "values": [{"type": "Simple", "value": "a", "resolutions": {"resolutionsPerAuthority": []}}]}}}),
        ),
        around(json!({"type": "SessionResumedRequest", "cause": {"status": {"code": 200}, "result": null}})),
        around(json!({"type": "Connections.Response", "status": {"code": "200"}, "payload": {}})),
        around(
            json!({"type": "CanFulfillIntentRequest", "intent": {"name": "AddIntent", "slots": {"query": {}}}}),
        ),
        around(
            json!({"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "X", "message": "y"}}),
        ),
        around(json!({"type": "Something.New", "more": [1, 2]})),
    ]
}

proptest! {
    #[test]
    fn any_json_is_borne(value in any_json(), request in any_json()) {
        answer(value.to_string().as_bytes());
        answer(json!({"request": {"type": "IntentRequest", "intent": request.clone()}, "session": value}).to_string().as_bytes());
        answer(around(json!({"type": "LaunchRequest", "task": request})).to_string().as_bytes());
    }

    #[test]
    fn any_bytes_are_borne(body in prop::collection::vec(any::<u8>(), 0..200)) {
        answer(&body);
    }

    #[test]
    fn any_member_may_be_anything(which in 0usize..6, place: prop::sample::Index, value in any_json()) {
        let mut body = bodies().swap_remove(which);
        let places = places(&body);
        *body.pointer_mut(&places[place.index(places.len())]).unwrap() = value;
        answer(body.to_string().as_bytes());
    }

    #[test]
    fn no_response_is_too_long(sentences in prop::collection::vec("[\\\\\"&'a-zçã ]{0,1200}", 0..30)) {
        let mut speech = Speech::default();
        sentences.iter().for_each(|sentence| speech.push(sentence.as_str()));
        let long = Reply { screen: None, consent: None, speech: speech.clone(), reprompt: Some(speech), listen: Listen::Open };
        let envelope = parse(&intent("AMAZON.YesIntent", json!({}))).unwrap();
        let response = from_reply(&long, &envelope);
        prop_assert!(serde_json::to_vec(&response).unwrap().len() < 24_000);
        if let Some(spoken) = response.response.output_speech.known().and_then(|speech| speech.ssml.known()) {
            prop_assert!(spoken.chars().count() <= 8000);
        }
    }
}
