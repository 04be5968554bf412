//! Requests of linked customers over the skill's endpoint: the token in the context alone says whose turn it is, whatever else
//! a request claims, and a request that comes again does nothing twice.

use std::sync::Arc;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::{Json, Router, routing};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use comanda::channel::alexa::{Accounts, AlexaApi};
use comanda::order::CustomerId;
use comanda::web::skill;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::test_app::{Brings, TestApp, corner};

const CLIENT: &str = "client1";

/// A user pool on this machine, with one key.
struct Pool {
    key: KeyPair,
    address: String,
}

impl Pool {
    async fn start() -> Self {
        let key = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let public = key.public_key();
        let set = json!({ "keys": [{
            "kid": "k", "kty": "RSA", "alg": "RS256", "use": "sig",
            "n": URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
            "e": URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
        }] });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let keys = routing::get(async move || Json(set));
        let router = Router::new().route("/pool/.well-known/jwks.json", keys);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { key, address }
    }

    fn accounts(&self) -> Arc<Accounts> {
        let api = AlexaApi::new(Some(&self.address)).unwrap();
        Arc::new(Accounts::of(api, &format!("{}/pool", self.address), CLIENT).unwrap())
    }

    fn token(&self, subject: &str, now: i64, expires: i64) -> String {
        let claims = json!({
            "sub": subject, "iss": format!("{}/pool", self.address), "client_id": CLIENT, "token_use": "access",
            "scope": "comanda/order", "iat": now, "exp": expires,
        });
        let header = json!({ "alg": "RS256", "kid": "k" });
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let said = format!("{}.{}", text(&header), text(&claims));
        let mut signature = vec![0; self.key.public_modulus_len()];
        let random = SystemRandom::new();
        self.key
            .sign(&RSA_PKCS1_SHA256, &random, said.as_bytes(), &mut signature)
            .unwrap();
        format!("{said}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// A request of an Echo's, under this id; `user` is what the context says of the account, besides its id.
fn request(id: &str, words: &str, token: Option<&str>) -> Value {
    let mut user = json!({ "userId": "ECHO" });
    if let Some(token) = token {
        user["accessToken"] = json!(token);
    }
    json!({
        "version": "1.0",
        "session": { "new": false, "sessionId": "s", "user": { "userId": "ECHO" }, "attributes": {} },
        "context": { "System": { "user": user } },
        "request": {
            "type": "IntentRequest", "requestId": id, "locale": "en-US",
            "intent": { "name": "AddIntent", "slots": { "query": { "name": "query", "value": words } } },
        },
    })
}

/// What is said, without the marks of its sentences.
fn words(response: &Value) -> String {
    let said = response["response"]["outputSpeech"]["ssml"].as_str().unwrap();
    said.replace("<s>", "").replace("</s>", "")
}

async fn soups(test: &TestApp, id: &str) -> u32 {
    let draft = test.draft_of(&CustomerId::new(id)).await;
    draft.map_or(0, |open| {
        open.draft.lines.iter().map(|line| line.quantity.get()).sum()
    })
}

#[tokio::test]
async fn only_the_token_says_whose_turn_it_is() {
    let (test, pool) = (TestApp::asleep(corner(Brings::Pickup)).await, Pool::start().await);
    let router = skill::router(&test.app, None, None, Some(pool.accounts()));
    let post = async |body: &Value| -> Value {
        let request = Request::post("/alexa")
            .body(Body::from(body.to_string()))
            .unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let body = to_bytes(response.into_body(), 100_000).await.unwrap();
        serde_json::from_slice(&body).unwrap()
    };
    let now = test.app.clock.now().as_second();
    let ana = pool.token("ana", now, now + 600);
    let first = post(&request("one", "two soups", Some(&ana))).await;
    assert_eq!(
        (
            soups(&test, "account:ana").await,
            soups(&test, "alexa:ECHO").await
        ),
        (2, 0)
    );

    // The same request once more, with its own token or with none or another's.
    let before = test.dump().await;
    let again = post(&request("one", "two soups", Some(&ana))).await;
    assert_eq!(words(&again), words(&first));
    assert_eq!(test.dump().await, before);

    // What else a request may claim.
    let expired = pool.token("ana", now - 600, now - 60);
    let mut in_session = request("two", "a bread", None);
    in_session["session"]["user"]["accessToken"] = json!(ana);
    let mut in_attributes = request("three", "a bread", None);
    in_attributes["session"]["attributes"] =
        json!({ "customer": "account:ana", "accessToken": ana, "linking": "Linked", "sub": "ana" });
    let mut as_person = request("four", "a bread", None);
    as_person["context"]["System"]["person"] = json!({ "personId": "P", "accessToken": ana });
    let mut in_slot = request("five", "a bread", None);
    in_slot["request"]["intent"]["slots"]["customer"] = json!({ "name": "customer", "value": "account:ana" });
    in_slot["request"]["accessToken"] = json!(ana);
    let stale = request("six", "a bread", Some(&expired));
    let garbage = request("seven", "a bread", Some("garbage"));
    let forged = [in_session, in_attributes, as_person, in_slot, stale, garbage];
    for (count, body) in (1..).zip(&forged) {
        post(body).await;
        assert_eq!(soups(&test, "account:ana").await, 2, "{body}");
        assert_eq!(soups(&test, "alexa:ECHO").await, count, "{body}");
    }
    // Another's token is another.
    let bob = pool.token("bob", now, now + 600);
    let mut of_bob = request("eight", "a bread", Some(&bob));
    of_bob["context"]["System"]["user"]["userId"] = json!("ECHO-OF-BOB");
    post(&of_bob).await;
    assert_eq!(
        (
            soups(&test, "account:ana").await,
            soups(&test, "account:bob").await
        ),
        (2, 1)
    );
}
