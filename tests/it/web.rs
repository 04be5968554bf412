//! The routers of one machine, as a client meets them: what is answered, what is refused, and in which words.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use comanda::app::records::TicketKind;
use comanda::web::{self, GuardedHosts};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::server::alexa_intent;
use crate::test_app::{Brings, TestApp, ana, corner};

const HOST: &str = "127.0.0.1:7070";

async fn shop() -> TestApp {
    TestApp::new(corner(Brings::Delivery)).await
}

fn router(test: &TestApp, skill: Option<&str>) -> Router {
    let hosts = GuardedHosts::of(HOST.parse().unwrap());
    web::local(&test.app, &test.news, skill.map(str::to_owned), None, None, hosts)
}

/// One request to a router; the answer's body as JSON, or as text where it is none.
async fn send(router: &Router, request: Request<Body>) -> (StatusCode, Value) {
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 10_000_000).await.unwrap();
    let text = String::from_utf8(body.to_vec()).unwrap();
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

fn request(method: &str, path: &str, body: impl Into<Body>) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path).header("Host", HOST);
    builder
        .header("Content-Type", "application/json")
        .body(body.into())
        .unwrap()
}

async fn post(router: &Router, path: &str, body: impl Into<Body>) -> (StatusCode, Value) {
    send(router, request("POST", path, body)).await
}

fn lex(heard: &str) -> Value {
    json!({
        "messageVersion": "1.0", "invocationSource": "FulfillmentCodeHook", "inputMode": "Text",
        "responseContentType": "text/plain; charset=utf-8", "sessionId": "s-1", "inputTranscript": heard,
        "bot": {"id": "B", "name": "corner", "localeId": "en_US", "version": "1", "aliasId": "A"},
        "interpretations": [{"intent": {"name": "FallbackIntent", "slots": {}, "state": "InProgress"}}],
        "sessionState": {"sessionAttributes": {}, "intent": {"name": "FallbackIntent", "slots": {}}},
    })
}

#[tokio::test(start_paused = true)]
async fn both_endpoints_answer_in_their_own_format() {
    let test = shop().await;
    let router = router(&test, None);
    let order = alexa_intent("u-1", "OrderIntent", Some("two soups")).to_string();
    let (status, answer) = post(&router, "/alexa", order).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["version"], "1.0");
    let speech = answer["response"]["outputSpeech"].to_string();
    assert!(speech.contains("Two soups"), "{answer}");
    let (status, answer) = post(&router, "/lex", lex("two soups").to_string()).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        answer["messages"][0]["content"]
            .as_str()
            .unwrap()
            .contains("wo soups"),
        "{answer}"
    );
    assert!(answer["sessionState"]["sessionAttributes"].is_object());
}

/// What no platform sends, at either endpoint: a 4xx with words, and nothing is changed.
#[tokio::test(start_paused = true)]
async fn what_is_no_request_is_refused_in_words() {
    let test = shop().await;
    let router = router(&test, None);
    let before = test.dump().await;
    let deep = "[".repeat(50_000);
    for path in ["/alexa", "/lex"] {
        for body in [
            "",
            " \n",
            "{",
            "null",
            "[]",
            "\"hello\"",
            "3",
            "{}",
            "{\"request\": null}",
            "\u{0}",
            &deep,
        ] {
            let (status, answer) = post(&router, path, body.to_owned()).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{path} {body:.20}: {answer}");
            assert!(
                answer["message"].as_str().is_some_and(|words| words.len() > 5),
                "{path} {body:.20}"
            );
        }
        let (status, _) = post(&router, path, vec![0xFF, 0xFE, b'{', b'}']).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        let long = format!("{{\"text\": \"{}\"}}", "x".repeat(3_000_000));
        let (status, _) = post(&router, path, long).await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    }
    assert_eq!(test.dump().await, before);
}

#[tokio::test(start_paused = true)]
async fn unknown_kinds_of_alexa_requests_get_a_valid_answer() {
    let test = shop().await;
    let router = router(&test, None);
    for kind in [
        "Something.New",
        "SessionEndedRequest",
        "AudioPlayer.PlaybackStarted",
        "LaunchRequest",
    ] {
        let mut body = alexa_intent("u-1", "OrderIntent", None);
        body["request"] =
            json!({"type": kind, "requestId": "r-2", "timestamp": "yesterday", "locale": "xx-XX"});
        let (status, answer) = post(&router, "/alexa", body.to_string()).await;
        assert_eq!(status, StatusCode::OK, "{kind}: {answer}");
        let speaks = answer["response"].get("outputSpeech").is_some();
        assert_eq!(
            speaks,
            ["Something.New", "LaunchRequest"].contains(&kind),
            "{kind}: {answer}"
        );
    }
    let unknown = alexa_intent("u-1", "DanceIntent", None).to_string();
    let (status, answer) = post(&router, "/alexa", unknown).await;
    assert_eq!(status, StatusCode::OK);
    assert!(answer["response"]["outputSpeech"].is_object(), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn lex_v1_is_refused_in_words() {
    let test = shop().await;
    let router = router(&test, None);
    let v1 = json!({
        "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "userId": "u", "sessionAttributes": {},
        "bot": {"name": "corner", "alias": "$LATEST", "version": "$LATEST"}, "outputDialogMode": "Text",
        "currentIntent": {"name": "Order", "slots": {}, "confirmationStatus": "None"}, "inputTranscript": "a soup",
    });
    let (status, answer) = post(&router, "/lex", v1.to_string()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer["message"].as_str().unwrap().contains("V1"), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn only_the_configured_skill_is_answered() {
    let test = shop().await;
    let body = alexa_intent("u-1", "OrderIntent", Some("a soup"));
    let mut anonymous = body.clone();
    anonymous["session"]
        .as_object_mut()
        .unwrap()
        .remove("application");
    anonymous["context"] = json!({"System": {"user": {"userId": "u-1"}}});
    for (skill, body, expected) in [
        (None, &body, StatusCode::OK),
        (Some("skill-1"), &body, StatusCode::OK),
        (Some("skill-2"), &body, StatusCode::FORBIDDEN),
        (Some("skill-1"), &anonymous, StatusCode::FORBIDDEN),
    ] {
        let before = test.dump().await;
        let (status, answer) = post(&router(&test, skill), "/alexa", body.to_string()).await;
        assert_eq!(status, expected, "{skill:?}: {answer}");
        if expected != StatusCode::OK {
            assert_eq!(test.dump().await, before);
        }
    }
}

/// Every route stands behind the check of Host and Origin, pages and answers alike.
#[tokio::test(start_paused = true)]
async fn pages_elsewhere_cannot_speak_through_a_visitor() {
    let test = shop().await;
    let router = router(&test, None);
    let routes = [
        ("POST", "/alexa"),
        ("POST", "/lex"),
        ("GET", "/"),
        ("GET", "/console/state?customer=ana"),
        ("GET", "/staff/tickets"),
        ("POST", "/staff/tickets/x/accept"),
        ("GET", "/nowhere"),
    ];
    for (method, path) in routes {
        for (host, origin) in [
            (Some("evil.example"), None),
            (None, None),
            (Some("127.0.0.1:80"), None),
            (Some(HOST), Some("https://evil.example")),
            (Some(HOST), Some("null")),
        ] {
            let mut builder = Request::builder().method(method).uri(path);
            for (name, value) in [("Host", host), ("Origin", origin)] {
                builder = value
                    .into_iter()
                    .fold(builder, |builder, value| builder.header(name, value));
            }
            let (status, answer) = send(&router, builder.body(Body::empty()).unwrap()).await;
            assert_eq!(
                status,
                StatusCode::FORBIDDEN,
                "{method} {path} {host:?} {origin:?}"
            );
            let words = answer["message"].as_str().unwrap();
            assert!(words.contains("Host") || words.contains("Origin"));
        }
    }
    let mut own = request("POST", "/lex", lex("a soup").to_string());
    own.headers_mut()
        .insert("Origin", format!("http://{HOST}").parse().unwrap());
    assert_eq!(send(&router, own).await.0, StatusCode::OK);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_there_is_not_found() {
    let test = shop().await;
    let router = router(&test, None);
    for (method, path, expected) in [
        ("GET", "/nowhere", StatusCode::NOT_FOUND),
        ("GET", "/../Cargo.toml", StatusCode::NOT_FOUND),
        ("GET", "/alexa", StatusCode::METHOD_NOT_ALLOWED),
        ("DELETE", "/lex", StatusCode::METHOD_NOT_ALLOWED),
        ("GET", "/console/state", StatusCode::BAD_REQUEST),
        (
            "GET",
            "/console/state?customer=ana&after=x",
            StatusCode::BAD_REQUEST,
        ),
    ] {
        let (status, _) = send(&router, request(method, path, "")).await;
        assert_eq!(status, expected, "{method} {path}");
    }
    for page in ["/", "/staff"] {
        let (status, text) = send(&router, request("GET", page, "")).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(text.as_str().is_some_and(|text| text.contains("<html")), "{page}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_staff_board_answers_tickets() {
    let test = shop().await;
    let router = router(&test, None);
    let id = test.place(&ana(), "two soups").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let (status, board) = send(&router, request("GET", "/staff/tickets", "")).await;
    assert_eq!(status, StatusCode::OK);
    let ticket = &board["tickets"][0];
    assert_eq!(
        (&ticket["order"], &ticket["kind"]),
        (&json!(id), &json!("accept"))
    );
    assert!(ticket["lines"][0].as_str().unwrap().contains("soup"));
    let path = format!("/staff/tickets/{id}/accept");
    let before = test.dump().await;
    for (path, body, expected) in [
        (
            path.as_str(),
            json!({"answer": "yes", "minutes": 0}),
            StatusCode::BAD_REQUEST,
        ),
        (
            &path,
            json!({"answer": "yes", "minutes": 601}),
            StatusCode::BAD_REQUEST,
        ),
        (
            &path,
            json!({"answer": "perhaps"}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            &path,
            json!({"answer": "yes", "more": 1}),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            &format!("/staff/tickets/{id}/dance"),
            json!({"answer": "yes"}),
            StatusCode::NOT_FOUND,
        ),
        (
            &format!("/staff/tickets/{id}/ready"),
            json!({"answer": "yes"}),
            StatusCode::CONFLICT,
        ),
        (
            "/staff/tickets/nobody/accept",
            json!({"answer": "yes"}),
            StatusCode::CONFLICT,
        ),
    ] {
        let (status, answer) = post(&router, path, body.to_string()).await;
        assert_eq!(status, expected, "{path} {body}: {answer}");
    }
    let (status, _) = post(&router, &path, "{").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(test.dump().await, before);
    let yes = json!({"answer": "yes", "minutes": 15}).to_string();
    assert_eq!(post(&router, &path, yes.clone()).await.0, StatusCode::NO_CONTENT);
    assert_eq!(post(&router, &path, yes).await.0, StatusCode::CONFLICT);
    test.until_asked(&id, TicketKind::Ready).await;
    assert_eq!(test.order(&id).await.minutes, Some(15));
}

#[tokio::test(start_paused = true)]
async fn the_console_shows_one_customer_only() {
    let test = shop().await;
    let router = router(&test, None);
    let id = test.place(&ana(), "two soups").await;
    let of = async |customer: &str| {
        let path = format!("/console/state?customer={customer}&locale=en-US&after=0");
        send(&router, request("GET", &path, "")).await.1
    };
    let anas = of("ana").await;
    assert_eq!(anas["orders"][0]["id"], json!(id));
    assert_eq!(anas["orders"][0]["stage"], "sent");
    let bens = of("ben").await;
    assert_eq!((&bens["orders"], &bens["draft"]), (&json!([]), &Value::Null));
    test.play(&id, &crate::test_app::all_goes_well()).await;
    let told = of("ana").await["announcements"].as_array().unwrap().len();
    assert_eq!(told, 3);
    assert_eq!(of("ben").await["announcements"], json!([]));
}
