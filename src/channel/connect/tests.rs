//! Flow events of our own, and any JSON.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::channel::BadRequest;
use crate::channel::alexa::properties::any_json;

fn event(data: &Value) -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": { "ContactData": data, "Parameters": { "task": "call-back", "n": 1 } } })
}

fn read(body: Value) -> Result<FlowEvent, BadRequest> {
    match body {
        Value::Object(map) => FlowEvent::of(map),
        _ => Err(BadRequest::NotAnObject),
    }
}

#[test]
fn a_flow_event_is_read_whole() {
    let body = event(&json!({
        "Attributes": { "phone": "+5511900000000" }, "Channel": "VOICE", "ContactId": "0a-1", "LanguageCode": "pt-BR",
        "CustomerEndpoint": { "Address": "+5511987654321", "Type": "TELEPHONE_NUMBER" },
        "InstanceARN": "arn:aws:connect:us-east-1:1:instance/1", "Queue": null,
    }));
    let event = read(body.clone()).unwrap();
    assert_eq!(event.contact(), Some("0a-1"));
    assert_eq!(event.telephone(), Some("+5511987654321"));
    assert_eq!(event.parameter("task"), Some("call-back"));
    assert_eq!((event.parameter("n"), event.parameter("none")), (None, None));
    assert_eq!(serde_json::to_value(&event).unwrap(), body, "nothing is lost");
}

#[test]
fn only_a_telephone_has_a_number() {
    let end = |kind: &str| json!({ "Address": "+5511987654321", "Type": kind });
    for (channel, end, number) in [
        ("VOICE", end("TELEPHONE_NUMBER"), Some("+5511987654321")),
        ("VOICE", end("VOIP"), None),
        ("CHAT", end("TELEPHONE_NUMBER"), None),
        ("VOICE", Value::Null, None),
        ("VOICE", json!({ "Address": 5, "Type": "TELEPHONE_NUMBER" }), None),
    ] {
        let event = read(event(
            &json!({ "ContactId": "c", "Channel": channel, "CustomerEndpoint": end }),
        ))
        .unwrap();
        assert_eq!(event.telephone(), number, "{channel} {end}");
    }
}

#[test]
fn a_contact_has_an_id() {
    for id in [
        json!(null),
        json!(""),
        json!(1),
        json!("a b"),
        json!("a#b"),
        json!("é"),
        json!("a".repeat(101)),
    ] {
        assert_eq!(
            read(event(&json!({ "ContactId": id }))),
            Err(BadRequest::ConnectContactFlow),
            "{id}"
        );
    }
}

proptest! {
    #[test]
    fn any_json_is_read_or_refused(details in any_json(), data in any_json()) {
        let _ = read(json!({ "Details": details }));
        let _ = read(json!({ "Details": { "ContactData": data } }));
    }
}
