//! Events sent to a stub on loopback, and every body held to the documented schema.

use super::*;
use crate::app::Route;
use crate::channel::alexa::stub::{Answer, Stub};
use crate::order::{CustomerId, OrderId};

const TOKEN: &str = r#"{"access_token": "ONE", "token_type": "bearer", "expires_in": 3600}"#;
const NEXT: &str = r#"{"access_token": "TWO", "token_type": "bearer", "expires_in": 3600}"#;

fn news(customer: &str) -> Announcement {
    Announcement {
        customer: CustomerId::new(customer),
        account: CustomerId::new(customer),
        order: OrderId::new("0190-a/b"),
        news: "out_for_delivery",
        language: Language::PtBr,
        shop: "Corner & Co".to_owned(),
        text: "It's on its way.".to_owned(),
        at: "2026-11-03T12:00:00.5Z".parse().unwrap(),
        routes: vec![Route::Event(Progress::OnTheWay)],
        last: false,
    }
}

fn sender(stub: &Stub, stage: Stage) -> ProactiveEvents {
    let credentials = Credentials {
        id: "client".to_owned(),
        secret: "secret".to_owned(),
    };
    let api = AlexaApi::new(Some(stub.address())).unwrap();
    ProactiveEvents::new(api, credentials, Region::NorthAmerica, stage)
}

/// What the schema of order updates allows, written down from its documentation.
fn check_schema(body: &Value) {
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(
        keys(body),
        [
            "timestamp",
            "referenceId",
            "expiryTime",
            "event",
            "localizedAttributes",
            "relevantAudience"
        ]
    );
    let instant = |name: &str| body[name].as_str().unwrap().parse::<Timestamp>().unwrap();
    let kept = instant("expiryTime").duration_since(instant("timestamp"));
    assert!((SignedDuration::from_mins(5)..=SignedDuration::from_hours(24)).contains(&kept));
    let reference = body["referenceId"].as_str().unwrap();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_~=".contains(c);
    assert!((1..=100).contains(&reference.len()) && reference.chars().all(plain));
    let event = &body["event"];
    assert_eq!(keys(event), ["name", "payload"]);
    assert_eq!(event["name"], "AMAZON.OrderStatus.Updated");
    assert_eq!(keys(&event["payload"]), ["state", "order"]);
    let status = event["payload"]["state"]["status"].as_str().unwrap();
    let known = [
        "PREORDER_RECEIVED",
        "ORDER_RECEIVED",
        "ORDER_PREPARING",
        "ORDER_SHIPPED",
        "ORDER_OUT_FOR_DELIVERY",
        "ORDER_DELIVERED",
    ];
    assert!(known.contains(&status), "{status}");
    let seller = event["payload"]["order"]["seller"]["name"].as_str().unwrap();
    let attribute = seller.strip_prefix("localizedattribute:").unwrap();
    for localized in body["localizedAttributes"].as_array().unwrap() {
        assert_eq!(keys(localized), ["locale", attribute]);
        assert!(localized[attribute].as_str().is_some_and(|name| !name.is_empty()));
    }
    assert_eq!(body["relevantAudience"]["type"], "Unicast");
    assert_eq!(keys(&body["relevantAudience"]["payload"]), ["user"]);
}

#[tokio::test]
async fn an_event_is_sent_as_documented() {
    for (stage, progress, path, status, reference) in [
        (
            Stage::Development,
            Progress::OnTheWay,
            "/v1/proactiveEvents/stages/development",
            "ORDER_OUT_FOR_DELIVERY",
            "0190-a-b-on-the-way",
        ),
        (
            Stage::Live,
            Progress::Preparing,
            "/v1/proactiveEvents",
            "ORDER_PREPARING",
            "0190-a-b-preparing",
        ),
    ] {
        let mut stub = Stub::answering(vec![Answer::of(200, TOKEN), Answer::of(202, "")]).await;
        let sent = sender(&stub, stage)
            .send(&news("alexa:amzn1.account.A"), progress)
            .await;
        assert_eq!(sent, Delivery::HandedOver);
        stub.seen().await;
        let seen = stub.seen().await;
        assert_eq!(seen.first_line, format!("POST {path} HTTP/1.1"));
        assert_eq!(seen.header("authorization"), Some("Bearer ONE"));
        assert_eq!(seen.header("content-type"), Some("application/json"));
        let body = seen.json();
        check_schema(&body);
        assert_eq!(body["timestamp"], "2026-11-03T12:00:00.50Z");
        assert_eq!(body["referenceId"], reference);
        assert_eq!(body["event"]["payload"]["state"], json!({ "status": status }));
        let named = |locale: &str| json!({ "locale": locale, "sellerName": "Corner & Co" });
        assert_eq!(
            body["localizedAttributes"],
            json!([named("en-US"), named("pt-BR")])
        );
        assert_eq!(body["relevantAudience"]["payload"]["user"], "amzn1.account.A");
    }
}

#[tokio::test]
async fn every_status_has_an_outcome() {
    for (status, body, expected) in [
        (202, "", Delivery::HandedOver),
        (400, "{}", Delivery::Refused(400)),
        (403, r#"{"message": "Forbidden"}"#, Delivery::NotSubscribed),
        (404, "", Delivery::Refused(404)),
        (409, "{}", Delivery::Repeated),
        (429, "{}", Delivery::Throttled),
        (432, "", Delivery::LimitReached),
        (500, "{}", Delivery::Unavailable),
        (503, "<html>", Delivery::Unavailable),
        (0, "", Delivery::Unavailable),
    ] {
        let stub = Stub::answering(vec![Answer::of(200, TOKEN), Answer::of(status, body)]).await;
        let sent = sender(&stub, Stage::Live)
            .send(&news("alexa:A"), Progress::Preparing)
            .await;
        assert_eq!(sent, expected, "{status}");
    }
}

#[tokio::test]
async fn a_refused_token_is_fetched_anew_once() {
    for (status, body) in [(401, ""), (403, r#"{"message": "The token has expired."}"#)] {
        for (second, expected) in [
            (Answer::of(202, ""), Delivery::HandedOver),
            (Answer::of(status, body), Delivery::Refused(401)),
        ] {
            let answers = vec![
                Answer::of(200, TOKEN),
                Answer::of(status, body),
                Answer::of(200, NEXT),
                second,
            ];
            let mut stub = Stub::answering(answers).await;
            let sent = sender(&stub, Stage::Live)
                .send(&news("alexa:A"), Progress::Preparing)
                .await;
            assert_eq!(sent, expected);
            for token in [None, Some("Bearer ONE"), None, Some("Bearer TWO")] {
                assert_eq!(stub.seen().await.header("authorization"), token);
            }
            assert_eq!(stub.left(), 0);
        }
    }
}

#[tokio::test]
async fn without_a_token_or_an_account_nothing_is_sent() {
    for (status, expected) in [(400, Delivery::Refused(401)), (500, Delivery::Unavailable)] {
        let mut stub = Stub::answering(vec![Answer::of(status, r#"{"error": "x"}"#)]).await;
        let sent = sender(&stub, Stage::Live)
            .send(&news("alexa:A"), Progress::Preparing)
            .await;
        assert_eq!(sent, expected);
        stub.seen().await;
        assert_eq!(stub.left(), 0);
    }
    let stub = Stub::answering(vec![Answer::of(202, "")]).await;
    let sent = sender(&stub, Stage::Live)
        .send(&news("lex:A"), Progress::Preparing)
        .await;
    assert_eq!((sent, stub.left()), (Delivery::NotSubscribed, 0));
}

#[test]
fn regions_have_names() {
    for (name, host) in [
        ("na", "https://api.amazonalexa.com"),
        ("eu", "https://api.eu.amazonalexa.com"),
        ("fe", "https://api.fe.amazonalexa.com"),
    ] {
        assert_eq!(Region::named(name).unwrap().host(), host);
    }
    assert_eq!(Region::named("us"), None);
}

#[test]
fn a_reference_is_never_too_long() {
    assert_eq!(reference(&"é/".repeat(100), "preparing").len(), 100);
}
