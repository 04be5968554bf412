//! The Lambda functions' handlers over the local store and engine: what each answers to which event, and how it fails.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use comanda::app::records::{TicketKind, on_hand};
use comanda::app::store::{Key, Query, Record, Write};
use comanda::app::{App, Clock, CurrentOffer, IdSource, Reached, Store, StoreError, WriteError};
use comanda::aws::functions::announce::Announce;
use comanda::aws::functions::tasks::Tasks;
use comanda::aws::functions::voice::Voice;
use comanda::aws::functions::{Failure, Invocation, staff};
use comanda::local::{Database, SqliteStore};
use comanda::order::Stage;
use comanda::web::staff::{FILES, SignIn};
use lambda_runtime::{Context, Diagnostic};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::server::alexa_intent;
use crate::telling::{self, Line};
use crate::test_app::{Brings, TestApp, ana, corner, initial_stock};

const SKILL: &str = "amzn1.ask.skill.of-the-shop";

fn invocation() -> Invocation {
    Invocation::of(&Context::default())
}

/// An invocation that ends so long after now.
fn ending_in(clock: &Clock, left: Duration) -> Invocation {
    let now = u64::try_from(clock.now().as_millisecond()).unwrap();
    let mut context = Context::default();
    context.deadline = now + u64::try_from(left.as_millis()).unwrap();
    Invocation::of(&context)
}

/// The same shop over another store.
fn over(test: &TestApp, store: Arc<dyn Store>) -> Arc<App> {
    let menu = corner(Brings::Delivery);
    Arc::new(App {
        shop: menu.shop.id.clone(),
        offer: CurrentOffer::new(menu.clone(), comanda::app::offline()),
        store,
        workflows: Arc::clone(&test.app.workflows),
        voice: Arc::clone(&test.app.voice),
        profiles: None,
        keeps_hours: true,
        clock: test.app.clock.clone(),
        ids: IdSource::counted(),
    })
}

fn for_skill(mut event: Value, skill: &str) -> Value {
    event["context"]["System"]["application"] = json!({ "applicationId": skill });
    event
}

fn lex(heard: &str) -> Value {
    json!({
        "messageVersion": "1.0", "invocationSource": "FulfillmentCodeHook", "inputMode": "Text",
        "sessionId": "s-1", "inputTranscript": heard, "bot": { "id": "B", "localeId": "en_US" },
        "sessionState": { "sessionAttributes": {}, "intent": { "name": "FallbackIntent", "slots": {} } },
    })
}

async fn answer(voice: &Voice, event: Value) -> Result<Value, Failure> {
    let answer = voice.answer(event, &invocation()).await;
    answer.map(|answer| serde_json::to_value(answer).unwrap())
}

#[tokio::test(start_paused = true)]
async fn voice_answers_both_platforms_in_their_own_format() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let voice = Voice::new(Arc::clone(&test.app), Some(SKILL.to_owned()), None);
    let order = alexa_intent("u-1", "OrderIntent", Some("two soups"));
    let said = answer(&voice, for_skill(order, SKILL)).await.unwrap();
    let speech = said["response"]["outputSpeech"]["ssml"].as_str().unwrap();
    assert!(speech.contains("Two soups"), "{said}");
    let said = answer(&voice, lex("two soups")).await.unwrap();
    let speech = said["messages"][0]["content"].as_str().unwrap();
    assert!(speech.contains("wo soups"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn voice_fails_by_name_what_no_customer_sent() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let voice = Voice::new(Arc::clone(&test.app), Some(SKILL.to_owned()), None);
    let order = || alexa_intent("u-1", "OrderIntent", Some("two soups"));
    let before = test.dump().await;
    let lex_v1 = json!({ "currentIntent": { "name": "Order" }, "bot": { "name": "old" }, "userId": "u" });
    let connect = json!({ "Details": { "ContactData": {} }, "Name": "ContactFlowEvent" });
    for (event, name) in [
        (
            for_skill(order(), "amzn1.ask.skill.another"),
            "Request.OtherApplication",
        ),
        (lex_v1, "Request.LexV1"),
        (connect, "Request.Invalid"),
        (json!({ "warmup": true }), "Request.Invalid"),
        (json!({ "version": "1.0", "session": {} }), "Request.Invalid"),
        (json!([]), "Request.Invalid"),
        (json!(null), "Request.Invalid"),
        (
            json!({ "sessionState": {}, "inputTranscript": "two soups" }),
            "Request.Invalid",
        ),
    ] {
        let failure = answer(&voice, event.clone()).await.unwrap_err();
        assert_eq!(failure.name, name, "{event}");
        assert!(!failure.cause.is_empty(), "{event}");
    }
    assert_eq!(test.dump().await, before);
}

#[tokio::test(start_paused = true)]
async fn voice_answers_the_flows_of_its_own_instance_alone() {
    let own = "arn:aws:connect:us-east-1:111122223333:instance/own";
    let flow = |instance: &str| {
        json!({ "Name": "ContactFlowEvent", "Details": { "Parameters": { "language": "en-US" }, "ContactData": {
            "Channel": "VOICE", "ContactId": "c-1", "InstanceARN": instance,
            "CustomerEndpoint": { "Address": "+12065550123", "Type": "TELEPHONE_NUMBER" },
        } } })
    };
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let with = |instance: Option<&str>| {
        let voice = Voice::new(Arc::clone(&test.app), None, None);
        voice.for_calls_to(instance.map(str::to_owned))
    };
    for (instance, event) in [(None, flow(own)), (Some(own), flow("another"))] {
        let failure = answer(&with(instance), event).await.unwrap_err();
        assert_eq!(failure.name, "Request.OtherApplication", "{instance:?}");
    }
    let told = answer(&with(Some(own)), flow(own)).await.unwrap();
    // Connect reads a flat map of texts and nothing else.
    assert!(told.as_object().unwrap().values().all(Value::is_string), "{told}");
    assert_eq!(told["listening"], "yes");
    assert!(
        told["greeting"].as_str().unwrap().contains("Corner Kitchen"),
        "{told}"
    );
}

/// How a store breaks the turn that asks it.
#[derive(Debug, Clone, Copy)]
enum Breaks {
    Panics,
    NeverAnswers,
}

#[async_trait]
impl Store for Breaks {
    async fn get(&self, _: &Key) -> Result<Option<Record>, StoreError> {
        match self {
            Self::Panics => panic!("two soups to 62 Maple Street"),
            Self::NeverAnswers => std::future::pending().await,
        }
    }

    async fn list(&self, _: &Query) -> Result<Vec<Record>, StoreError> {
        Ok(Vec::new())
    }

    async fn write(&self, _: Vec<Write>) -> Result<(), WriteError> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn a_turn_that_breaks_or_has_no_time_left_is_answered_by_voice() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    for (breaks, left, longest) in [
        (Breaks::Panics, Duration::from_secs(8), Duration::ZERO),
        (
            Breaks::NeverAnswers,
            Duration::from_secs(3),
            Duration::from_millis(2_700),
        ),
        // The turn's own budget where the function would have had longer.
        (
            Breaks::NeverAnswers,
            Duration::from_secs(60),
            Duration::from_millis(6_500),
        ),
    ] {
        let voice = Voice::new(over(&test, Arc::new(breaks)), None, None);
        for event in [
            alexa_intent("u-1", "OrderIntent", Some("two soups")),
            lex("two soups"),
        ] {
            let begun = tokio::time::Instant::now();
            let ending = ending_in(&test.app.clock, left);
            let said = serde_json::to_value(voice.answer(event, &ending).await.unwrap()).unwrap();
            assert!(said.to_string().contains("Sorry"), "{said}");
            assert!(
                begun.elapsed() <= longest + Duration::from_millis(5),
                "{breaks:?}: {:?}",
                begun.elapsed()
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_step_that_fails_reports_the_name_that_the_machines_catch() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let tasks = Tasks::new(Arc::clone(&test.app));
    for (event, name) in [
        (
            json!({ "step": "reserve_stock", "order": "nobody's" }),
            "Order.Unknown",
        ),
        (
            json!({ "step": "boil_eggs", "order": "nobody's" }),
            "Payload.Invalid",
        ),
        (json!({}), "Payload.Invalid"),
        (json!({ "task": "dance" }), "Event.Unknown"),
        (json!({ "Records": 3 }), "Event.Unknown"),
    ] {
        let failure = tasks.answer(event.clone(), &invocation()).await.unwrap_err();
        let reported = Diagnostic::from(failure);
        assert_eq!(reported.error_type, name, "{event}");
    }
    let open = test.read_back(&ana(), "two soups").await;
    let early = json!({ "step": "mark_stage", "order": open.id, "stage": "ready" });
    let failure = tasks.answer(early, &invocation()).await.unwrap_err();
    assert_eq!(failure.name, "Order.NotReady");
}

#[tokio::test(start_paused = true)]
async fn a_step_that_succeeds_answers_with_its_result() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let tasks = Tasks::new(Arc::clone(&test.app));
    let event = json!({ "step": "reserve_stock", "order": id });
    let output = tasks.answer(event, &invocation()).await.unwrap();
    assert!(output["accept_within_seconds"].as_u64().unwrap() > 0, "{output}");
}

fn record(id: &str, group: &str, body: &Value) -> Value {
    json!({
        "messageId": id, "receiptHandle": "r", "body": body.to_string(), "eventSource": "aws:sqs",
        "attributes": { "MessageGroupId": group, "SequenceNumber": "1" },
    })
}

#[tokio::test(start_paused = true)]
async fn a_batch_of_the_kitchens_opens_tickets_and_reports_what_failed() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let tasks = Tasks::new(Arc::clone(&test.app));
    let ask = |order: &str, kind: &str| json!({ "ask": kind, "order": order, "token": "t-1" });
    let batch = json!({ "Records": [
        record("1", "nobody's", &json!({ "ask": "accept" })),
        record("2", id.as_str(), &ask(id.as_str(), "accept")),
        record("3", "nobody's", &ask("nobody's", "ready")),
    ] });
    let answer = tasks.answer(batch.clone(), &invocation()).await.unwrap();
    let expected = json!({ "batchItemFailures": [{ "itemIdentifier": "1" }, { "itemIdentifier": "3" }] });
    assert_eq!(answer, expected);
    assert!(test.is_asked(&id, TicketKind::Accept).await);
    // Lambda delivers a batch again whenever it likes.
    assert_eq!(tasks.answer(batch, &invocation()).await.unwrap(), expected);
}

#[tokio::test(start_paused = true)]
async fn the_sweep_sets_the_books_and_starts_what_was_placed() {
    let database = Database::in_memory().unwrap();
    let id = {
        let asleep = TestApp::asleep_over(database.clone(), corner(Brings::Delivery)).await;
        let fresh = over(
            &asleep,
            Arc::new(SqliteStore::new(Database::in_memory().unwrap())),
        );
        let (counter, figure) = initial_stock(&fresh.menu()).into_iter().next().unwrap();
        let record = async || fresh.store.get(&counter.key(fresh.shop())).await.unwrap();
        assert!(record().await.is_none());
        assert_eq!(on_hand(&fresh, &counter).await.unwrap(), figure);
        let swept = sweep(&Tasks::new(Arc::clone(&fresh))).await;
        assert_eq!(swept, json!({ "started": 0, "expired": 0, "forgotten": 0 }));
        assert!(record().await.is_some());
        assert_eq!(on_hand(&fresh, &counter).await.unwrap(), figure);
        asleep.place(&ana(), "two soups").await
    };
    let test = TestApp::wrapping(database, corner(Brings::Delivery), |store| store).await;
    assert!(!test.placed(&id).await.1);
    let tasks = Tasks::new(Arc::clone(&test.app));
    assert_eq!(sweep(&tasks).await["started"], 1);
    assert!(test.placed(&id).await.1);
    assert_eq!(sweep(&tasks).await["started"], 0);
}

async fn sweep(tasks: &Tasks) -> Value {
    let event = json!({ "task": "sweep" });
    tasks.answer(event, &invocation()).await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn announce_tells_each_stage_once_and_reports_what_it_could_not_read() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let entered = |stage: &str| json!({ "order": id, "stage": stage });
    let batch = json!({ "Records": [
        record("1", id.as_str(), &entered("accepted")),
        record("2", id.as_str(), &entered("accepted")),
        record("3", "nobody's", &json!({ "order": 7 })),
        record("4", id.as_str(), &entered("out_for_delivery")),
    ] });
    let announce = Announce::new(Arc::clone(&test.app), None);
    let answer = announce.answer(&batch, &invocation()).await.unwrap();
    let expected = json!({ "batchItemFailures": [{ "itemIdentifier": "3" }] });
    assert_eq!(answer, expected);
    assert_eq!(test.told(&id).await, [Stage::Accepted, Stage::OutForDelivery]);
    let failure = announce
        .answer(&json!({ "stage": "accepted" }), &invocation())
        .await;
    assert_eq!(failure.unwrap_err().name, "Event.Unknown");
}

#[tokio::test(start_paused = true)]
async fn what_announce_could_not_tell_just_now_comes_again_with_what_comes_after_it() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let line = Line::planned(&[Some(Reached::NotNow), Some(Reached::Nobody)]);
    let announce = Announce::new(telling::over(&test, &line), None);
    let entered = |stage: &str| json!({ "order": id, "stage": stage });
    let batch = json!({ "Records": [
        record("1", id.as_str(), &entered("accepted")),
        record("2", "nobody's", &json!({ "order": "nobody's", "stage": "accepted" })),
        record("3", id.as_str(), &entered("out_for_delivery")),
    ] });
    let again = json!({ "batchItemFailures": [{ "itemIdentifier": "1" }, { "itemIdentifier": "3" }] });
    assert_eq!(announce.answer(&batch, &invocation()).await.unwrap(), again);
    // Whom nobody can reach hears it at the next launch: nothing comes again.
    let settled = json!({ "batchItemFailures": [] });
    assert_eq!(announce.answer(&batch, &invocation()).await.unwrap(), settled);
}

/// A request as an HTTP API hands it on; `authorizer` is what it says of who let it in.
fn from_gateway(method: &str, path: &str, authorizer: &Value, headers: &Value, body: &str) -> Request<Body> {
    let mut all = json!({ "host": "board.example", "content-type": "application/json" });
    all.as_object_mut()
        .unwrap()
        .extend(headers.as_object().unwrap().clone());
    let event = json!({
        "version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": "", "headers": all,
        "requestContext": {
            "accountId": "111122223333", "apiId": "api", "domainName": "board.example", "stage": "$default",
            "requestId": "r", "routeKey": "$default", "time": "20/Nov/2026:22:00:00 +0000", "timeEpoch": 1,
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "t" },
            "authorizer": authorizer,
        },
        "body": body, "isBase64Encoded": false,
    });
    let request = lambda_http::request::from_str(&event.to_string()).unwrap();
    request.map(|body| Body::from(body.to_vec()))
}

/// The pool that the board's staff sign in at, and what its access tokens say of a member of theirs.
fn sign_in() -> SignIn {
    SignIn::of("https://shop.auth.us-east-1.amazoncognito.com", "client1").unwrap()
}

fn staff_claims() -> Value {
    json!({
        "sub": "cook", "username": "ana", "token_use": "access", "client_id": "client1",
        "scope": "comanda/board", "cognito:groups": "[staff]",
    })
}

async fn respond(test: &TestApp, request: Request<Body>) -> Response<Body> {
    let router = staff::router(&test.app, &sign_in());
    router.oneshot(request).await.unwrap()
}

async fn status_of(test: &TestApp, request: Request<Body>) -> StatusCode {
    respond(test, request).await.status()
}

#[tokio::test(start_paused = true)]
async fn the_boards_files_are_open_and_its_tickets_are_for_staff() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let token = |change: fn(&mut Value)| {
        let mut claims = staff_claims();
        change(&mut claims);
        json!({ "jwt": { "claims": claims, "scopes": ["comanda/board"] } })
    };
    let staff = token(|_| ());
    let strangers = [
        Value::Null,
        json!({}),
        json!({ "jwt": { "claims": {} } }),
        json!({ "iam": { "userArn": "arn:aws:iam::111122223333:user/somebody" } }),
        json!({ "lambda": { "token_use": "access", "client_id": "client1", "cognito:groups": "[staff]" } }),
        token(|claims| claims["token_use"] = json!("id")),
        token(|claims| claims["client_id"] = json!("client2")),
        token(|claims| claims["cognito:groups"] = json!("[owners]")),
        token(|claims| drop(claims.as_object_mut().unwrap().remove("cognito:groups"))),
    ];
    let check = async |method: &str, path: &str, by: &Value, expected: StatusCode| {
        let request = from_gateway(method, path, by, &json!({}), r#"{"answer": "yes"}"#);
        assert_eq!(status_of(&test, request).await, expected, "{method} {path} {by}");
    };
    for by in strangers {
        for (path, _, _) in FILES {
            let path = format!("/staff{}", path.trim_end_matches('/'));
            check("GET", &path, &by, StatusCode::OK).await;
        }
        check("GET", "/staff/tickets", &by, StatusCode::FORBIDDEN).await;
        check("POST", "/staff/tickets/o-1/accept", &by, StatusCode::FORBIDDEN).await;
        check("GET", "/staff/turns", &by, StatusCode::FORBIDDEN).await;
        check("GET", "/staff/turns/t-1", &by, StatusCode::FORBIDDEN).await;
        check("GET", "/staff/anything", &by, StatusCode::NOT_FOUND).await;
    }
    let owner = token(|claims| claims["cognito:groups"] = json!("[owner]"));
    for (path, of_staff, of_owner) in [
        ("/staff/tickets", StatusCode::OK, StatusCode::OK),
        ("/staff/turns", StatusCode::FORBIDDEN, StatusCode::OK),
        ("/staff/turns/t-1", StatusCode::FORBIDDEN, StatusCode::NOT_FOUND),
    ] {
        check("GET", path, &staff, of_staff).await;
        check("GET", path, &owner, of_owner).await;
    }
    check("GET", "/staff/tickets", &staff, StatusCode::OK).await;
    check("POST", "/staff/tickets/o-1/accept", &staff, StatusCode::CONFLICT).await;
    // No gateway at all.
    let bare = Request::get("/staff/tickets").body(Body::empty()).unwrap();
    assert_eq!(status_of(&test, bare).await, StatusCode::FORBIDDEN);
}

#[tokio::test(start_paused = true)]
async fn the_page_may_call_the_pool_and_tickets_are_kept_nowhere() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let jwt = json!({ "jwt": { "claims": staff_claims(), "scopes": [] } });
    let headers = async |path: &str| {
        let request = from_gateway("GET", path, &jwt, &json!({}), "");
        respond(&test, request).await.headers().clone()
    };
    let page = headers("/staff").await;
    let policy = page["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("connect-src 'self' https://shop.auth.us-east-1.amazoncognito.com;"),
        "{policy}"
    );
    assert_eq!(page["referrer-policy"], "no-referrer");
    assert_eq!(headers("/staff/tickets").await["cache-control"], "no-store");
}

#[tokio::test(start_paused = true)]
async fn the_board_is_answered_from_its_own_pages_only() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let jwt = json!({ "jwt": { "claims": staff_claims(), "scopes": [] } });
    let answer = |headers: Value| {
        let body = json!({ "answer": "yes" }).to_string();
        from_gateway("POST", "/staff/tickets/o-1/accept", &jwt, &headers, &body)
    };
    for (headers, expected) in [
        (json!({}), StatusCode::CONFLICT),
        (json!({ "origin": "https://board.example" }), StatusCode::CONFLICT),
        (json!({ "origin": "https://evil.example" }), StatusCode::FORBIDDEN),
        (json!({ "sec-fetch-site": "cross-site" }), StatusCode::FORBIDDEN),
        (
            json!({ "content-type": "text/plain" }),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
    ] {
        let status = status_of(&test, answer(headers.clone())).await;
        assert_eq!(status, expected, "{headers}");
    }
}
