//! What Alexa's own APIs were recorded to answer: each answer has an outcome, and what we ask has the recorded form.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::time::Duration;

use comanda::app::{Announcement, Profile, ProfileAccess, Profiles, Progress};
use comanda::channel::alexa::{
    AlexaApi, AlexaProfiles, Credentials, Delivery, Envelope, ProactiveEvents, Region, Stage, progress,
};
use comanda::conversation::Speech;
use comanda::order::{CustomerId, Language, OrderId};
use serde_json::{Value, json};

use super::stand_in::{Answer, StandIn};

/// What a recording says: how it was asked and what was answered.
struct Recording {
    path: String,
    sent: Value,
    answer: Answer,
}

fn recordings() -> Vec<(String, Recording)> {
    let folder = super::folder("wire/other/alexa_http");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let file = entry.unwrap().path();
        let recorded: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let (request, response) = (&recorded["request"], &recorded["response"]);
        let body = match &response["body"] {
            Value::Null if response.get("body").is_none() => String::new(),
            Value::String(text) => text.clone(),
            body => body.to_string(),
        };
        let recording = Recording {
            path: request["path"].as_str().unwrap().to_owned(),
            sent: request["body"].clone(),
            answer: Answer::of(u16::try_from(response["status"].as_u64().unwrap()).unwrap(), body),
        };
        found.push((file.display().to_string(), recording));
    }
    assert!(!found.is_empty());
    found
}

fn keys(value: &Value) -> BTreeSet<String> {
    value
        .as_object()
        .map(|map| map.keys().cloned().collect())
        .unwrap_or_default()
}

fn token() -> Answer {
    Answer::of(
        200,
        json!({"access_token": "T", "token_type": "bearer", "expires_in": 3600}).to_string(),
    )
}

async fn send(stand_in: &StandIn) -> Delivery {
    let credentials = Credentials {
        id: "i".to_owned(),
        secret: "s".to_owned(),
    };
    let api = AlexaApi::new(Some(stand_in.address())).unwrap();
    let news = Announcement {
        customer: CustomerId::new("alexa:A"),
        account: CustomerId::new("alexa:A"),
        order: OrderId::new("o-1"),
        news: "out_for_delivery",
        language: Language::EnUs,
        shop: "Corner".to_owned(),
        text: String::new(),
        at: "2026-11-03T12:00:00Z".parse().unwrap(),
        routes: Vec::new(),
        last: false,
    };
    ProactiveEvents::new(api, credentials, Region::NorthAmerica, Stage::Development)
        .send(&news, Progress::OnTheWay)
        .await
}

async fn a_token(recording: &Recording) {
    let Answer { status, body } = &recording.answer;
    let stand_in = StandIn::start(vec![
        ("/auth/o2/token", recording.answer.clone()),
        ("/v1/proactiveEvents", Answer::of(202, String::new())),
    ])
    .await;
    let granted = serde_json::from_str::<Value>(body).is_ok_and(|body| body["access_token"].is_string());
    let expected = match status {
        200 if granted => Delivery::HandedOver,
        400..=428 | 430..=499 => Delivery::Refused(401),
        _ => Delivery::Unavailable,
    };
    assert_eq!(send(&stand_in).await, expected);
}

async fn an_event(recording: &Recording) {
    let Answer { status, body } = &recording.answer;
    let stand_in = StandIn::start(vec![
        ("/auth/o2/token", token()),
        ("/v1/proactiveEvents", recording.answer.clone()),
    ])
    .await;
    let expected = match status {
        200..=299 => Delivery::HandedOver,
        401 => Delivery::Refused(401),
        403 if body.to_lowercase().contains("token") => Delivery::Refused(401),
        403 => Delivery::NotSubscribed,
        409 => Delivery::Repeated,
        429 => Delivery::Throttled,
        432 => Delivery::LimitReached,
        400..=499 => Delivery::Refused(*status),
        _ => Delivery::Unavailable,
    };
    assert_eq!(send(&stand_in).await, expected);
    let sent = stand_in.last("/v1/proactiveEvents");
    assert_eq!(sent.method, "POST");
    assert_eq!(keys(&sent.json()), keys(&recording.sent));
    for part in [
        "/event",
        "/event/payload",
        "/event/payload/order",
        "/relevantAudience",
    ] {
        let form = |value: &Value| value.pointer(part).map(keys);
        assert_eq!(form(&sent.json()), form(&recording.sent), "{part}");
    }
}

async fn a_directive(recording: &Recording) {
    let stand_in = StandIn::start(vec![("/v1/directives", recording.answer.clone())]).await;
    let api = AlexaApi::new(Some(stand_in.address())).unwrap();
    let request = json!({
        "context": {"System": {"apiEndpoint": "https://api.amazonalexa.com", "apiAccessToken": "T"}},
        "request": {"type": "LaunchRequest", "requestId": "r"},
    });
    let envelope = Envelope::parse(request.to_string().as_bytes()).unwrap();
    let turn = async {
        tokio::time::sleep(Duration::from_millis(1_600)).await;
        "answered"
    };
    let answer = progress::while_waiting(&api, &envelope, &Speech::of("One moment."), turn).await;
    assert_eq!(answer, "answered");
    let sent = stand_in.last("/v1/directives");
    assert_eq!(sent.method, "POST");
    assert_eq!(keys(&sent.json()), keys(&recording.sent));
    for part in ["/header", "/directive"] {
        let form = |value: &Value| value.pointer(part).map(keys);
        assert_eq!(form(&sent.json()), form(&recording.sent), "{part}");
    }
}

/// Everything else of the profile is refused, so that it is this answer that decides.
async fn a_profile(recording: &Recording) {
    let stand_in = StandIn::start(vec![
        (recording.path.as_str(), recording.answer.clone()),
        ("/", Answer::of(403, String::new())),
    ])
    .await;
    let profiles = AlexaProfiles::new(AlexaApi::new(Some(stand_in.address())).unwrap());
    let device = recording
        .path
        .split('/')
        .nth(3)
        .filter(|_| recording.path.starts_with("/v1/devices/"));
    let access = ProfileAccess {
        endpoint: "https://api.amazonalexa.com".to_owned(),
        token: "T".to_owned(),
        device: device.unwrap_or("device").to_owned(),
    };
    let found = profiles.profile(&access).await;
    let of_address = device.is_some();
    match recording.answer.status {
        200 | 204 => assert!(matches!(found, Profile::Known { .. }), "{found:?}"),
        403 => assert_eq!(found, Profile::NotAllowed),
        _ if of_address => assert_eq!(found, Profile::Unavailable),
        _ => assert_eq!(found, Profile::NotAllowed),
    }
}

#[tokio::test]
async fn every_recorded_answer_has_an_outcome() {
    let mut known = 0;
    for (file, recording) in recordings() {
        println!("{file}");
        match recording.path.as_str() {
            "/auth/o2/token" => a_token(&recording).await,
            path if path.starts_with("/v1/proactiveEvents") => an_event(&recording).await,
            "/v1/directives" => a_directive(&recording).await,
            path if path.starts_with("/v1/devices/") && path.contains("/settings/address") => {
                a_profile(&recording).await;
            }
            path if path.ends_with("/Profile.name") || path.ends_with("/Profile.mobileNumber") => {
                a_profile(&recording).await;
            }
            // Of an operation that is never asked for.
            _ => continue,
        }
        known += 1;
    }
    assert!(known > 0);
}
