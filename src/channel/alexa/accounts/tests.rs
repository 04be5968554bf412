//! Good and bad tokens, judged; and how the pool's keys are asked for. The keys are made here, and tokens are put together
//! without the library that reads them.

use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PSS_SHA256, RsaEncoding};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::*;
use crate::channel::alexa::stub::{Answer, Stub};
use crate::channel::alexa::{Incoming, to_turn};

const CLIENT: &str = "4vcp2hm3qexample";
const SUB: &str = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
/// When the tokens of these tests are judged.
const NOW: i64 = 1_790_000_000;

fn now() -> Timestamp {
    Timestamp::from_second(NOW).unwrap()
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

/// A key of a pool, with its name.
struct Key {
    name: &'static str,
    pair: KeyPair,
}

impl Key {
    fn new(name: &'static str) -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        Self { name, pair }
    }

    fn published(&self) -> Value {
        let public = self.pair.public_key();
        let text = |number: &[u8]| URL_SAFE_NO_PAD.encode(number);
        json!({
            "kid": self.name, "kty": "RSA", "alg": "RS256", "use": "sig",
            "n": text(public.modulus().big_endian_without_leading_zero()),
            "e": text(public.exponent().big_endian_without_leading_zero()),
        })
    }

    fn sign(&self, how: &'static dyn RsaEncoding, header: &Value, claims: &Value) -> String {
        let said = unsigned(header, claims);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(how, &SystemRandom::new(), said.as_bytes(), &mut signature)
            .unwrap();
        format!("{said}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    fn header(&self) -> Value {
        json!({ "alg": "RS256", "kid": self.name })
    }

    fn token(&self, claims: &Value) -> String {
        self.sign(&RSA_PKCS1_SHA256, &self.header(), claims)
    }
}

fn unsigned(header: &Value, claims: &Value) -> String {
    let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", text(header), text(claims))
}

fn set(keys: &[&Key]) -> String {
    let keys: Vec<Value> = keys.iter().map(|key| key.published()).collect();
    json!({ "keys": keys }).to_string()
}

/// The claims of a good token of this issuer.
fn good(issuer: &str) -> Value {
    json!({
        "sub": SUB, "iss": issuer, "client_id": CLIENT, "token_use": "access", "version": 2, "jti": "j", "username": SUB,
        "scope": "openid comanda/order", "auth_time": NOW - 60, "iat": NOW - 60, "exp": NOW + 3_540,
    })
}

fn with(claims: &Value, changes: &Value) -> Value {
    let mut claims = claims.clone();
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => claims.as_object_mut().unwrap().remove(name),
            value => claims
                .as_object_mut()
                .unwrap()
                .insert(name.clone(), value.clone()),
        };
    }
    claims
}

/// A pool on this machine that publishes these sets, one after the other, and its accounts.
async fn pool(answers: Vec<Answer>) -> (Stub, String, Accounts) {
    let stub = Stub::answering(answers).await;
    let issuer = format!("{}/pool_1", stub.address());
    let api = AlexaApi::new(Some(stub.address())).unwrap();
    let accounts = Accounts::of(api, &issuer, CLIENT).unwrap();
    (stub, issuer, accounts)
}

#[tokio::test]
async fn good_and_bad_tokens_are_judged() {
    let (key, next, foreign) = (Key::new("one"), Key::new("two"), Key::new("one"));
    let answer = Answer::of(200, &set(&[&key, &next]));
    let (stub, issuer, accounts) = pool(vec![answer]).await;
    let good = good(&issuer);
    let claims = |changes: Value| key.token(&with(&good, &changes));
    let header = |header: Value| key.sign(&RSA_PKCS1_SHA256, &header, &good);
    let by_hmac = |secret: &[u8]| {
        let said = unsigned(&json!({ "alg": "HS256", "kid": "one" }), &good);
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), said.as_bytes());
        format!("{said}.{}", URL_SAFE_NO_PAD.encode(tag))
    };
    let public_der = key.pair.public_key().as_der().unwrap();
    let public_pem = format!(
        "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
        STANDARD.encode(public_der.as_ref())
    );
    let of_good = key.token(&good);
    let (said, signature) = of_good.rsplit_once('.').unwrap();
    let tampered = with(&good, &json!({ "sub": "somebody-else" }));
    let mut flipped = URL_SAFE_NO_PAD.decode(signature).unwrap();
    flipped[7] ^= 1;
    let own_key =
        json!({ "alg": "RS256", "kid": "one", "jwk": foreign.published(), "jku": "https://evil.example/k" });

    let table: Vec<(&str, String, Result<(), BadToken>)> = vec![
        ("good", of_good.clone(), Ok(())),
        ("by the pool's other key", next.token(&good), Ok(())),
        (
            "one scope alone",
            claims(json!({ "scope": "comanda/order" })),
            Ok(()),
        ),
        (
            "a clock a little behind",
            claims(json!({ "iat": NOW + 30, "nbf": NOW + 30 })),
            Ok(()),
        ),
        ("over a moment ago", claims(json!({ "exp": NOW - 29 })), Ok(())),
        // Who issued it, for whom, as what.
        (
            "another issuer",
            claims(json!({ "iss": "https://cognito-idp.us-east-1.amazonaws.com/other" })),
            Err(BadToken::Issuer),
        ),
        (
            "the issuer with a slash",
            claims(json!({ "iss": format!("{issuer}/") })),
            Err(BadToken::Issuer),
        ),
        (
            "no issuer",
            claims(json!({ "iss": null })),
            Err(BadToken::Missing),
        ),
        (
            "another client",
            claims(json!({ "client_id": "other" })),
            Err(BadToken::Client),
        ),
        (
            "an audience for a client",
            claims(json!({ "client_id": null, "aud": CLIENT })),
            Err(BadToken::Missing),
        ),
        (
            "an ID token",
            claims(json!({ "token_use": "id", "aud": CLIENT })),
            Err(BadToken::Use),
        ),
        (
            "a refresh token by name",
            claims(json!({ "token_use": "refresh" })),
            Err(BadToken::Use),
        ),
        (
            "no use",
            claims(json!({ "token_use": null })),
            Err(BadToken::Missing),
        ),
        ("no scope", claims(json!({ "scope": null })), Err(BadToken::Scope)),
        (
            "the scope of the pool's own API",
            claims(json!({ "scope": "aws.cognito.signin.user.admin" })),
            Err(BadToken::Scope),
        ),
        (
            "a longer scope",
            claims(json!({ "scope": "comanda/orders" })),
            Err(BadToken::Scope),
        ),
        // When.
        (
            "expired",
            claims(json!({ "exp": NOW - 30 })),
            Err(BadToken::Expired),
        ),
        (
            "expired long ago",
            claims(json!({ "exp": 0 })),
            Err(BadToken::Expired),
        ),
        (
            "never expires",
            claims(json!({ "exp": null })),
            Err(BadToken::Missing),
        ),
        (
            "not yet",
            claims(json!({ "nbf": NOW + 31 })),
            Err(BadToken::NotYet),
        ),
        (
            "issued in the future",
            claims(json!({ "iat": NOW + 31 })),
            Err(BadToken::NotYet),
        ),
        (
            "no time of issue",
            claims(json!({ "iat": null })),
            Err(BadToken::Missing),
        ),
        (
            "a time as text",
            claims(json!({ "exp": "tomorrow" })),
            Err(BadToken::Garbled),
        ),
        (
            "a time beyond all",
            claims(json!({ "exp": 1e300 })),
            Err(BadToken::Garbled),
        ),
        // About whom.
        ("nobody", claims(json!({ "sub": null })), Err(BadToken::Missing)),
        (
            "an empty name",
            claims(json!({ "sub": "" })),
            Err(BadToken::Subject),
        ),
        (
            "a name that is part of a key",
            claims(json!({ "sub": "a#order" })),
            Err(BadToken::Subject),
        ),
        (
            "a long name",
            claims(json!({ "sub": "a".repeat(129) })),
            Err(BadToken::Subject),
        ),
        // How it is signed.
        (
            "none",
            format!("{}.", unsigned(&json!({ "alg": "none" }), &good)),
            Err(BadToken::Algorithm),
        ),
        (
            "none with a key",
            format!(
                "{}.{signature}",
                unsigned(&json!({ "alg": "NONE", "kid": "one" }), &good)
            ),
            Err(BadToken::Algorithm),
        ),
        (
            "HS256 with the public key as DER",
            by_hmac(public_der.as_ref()),
            Err(BadToken::Algorithm),
        ),
        (
            "HS256 with the public key as PEM",
            by_hmac(public_pem.as_bytes()),
            Err(BadToken::Algorithm),
        ),
        (
            "RS384",
            key.sign(&RSA_PKCS1_SHA384, &json!({ "alg": "RS384", "kid": "one" }), &good),
            Err(BadToken::Algorithm),
        ),
        (
            "RS384 that says RS256",
            key.sign(&RSA_PKCS1_SHA384, &key.header(), &good),
            Err(BadToken::Signature),
        ),
        (
            "PS256 that says RS256",
            key.sign(&RSA_PSS_SHA256, &key.header(), &good),
            Err(BadToken::Signature),
        ),
        (
            "no algorithm",
            header(json!({ "kid": "one" })),
            Err(BadToken::Algorithm),
        ),
        (
            "an extension",
            header(json!({ "alg": "RS256", "kid": "one", "crit": ["b64"], "b64": false })),
            Err(BadToken::Critical),
        ),
        ("no key", header(json!({ "alg": "RS256" })), Err(BadToken::NoKey)),
        (
            "a key without a name",
            header(json!({ "alg": "RS256", "kid": "" })),
            Err(BadToken::NoKey),
        ),
        (
            "a key as a number",
            header(json!({ "alg": "RS256", "kid": 1 })),
            Err(BadToken::Garbled),
        ),
        (
            "somebody else's key of the same name",
            foreign.token(&good),
            Err(BadToken::Signature),
        ),
        (
            "a key that it brings along",
            foreign.sign(&RSA_PKCS1_SHA256, &own_key, &good),
            Err(BadToken::Signature),
        ),
        (
            "the other key's name",
            next.sign(&RSA_PKCS1_SHA256, &key.header(), &good),
            Err(BadToken::Signature),
        ),
        (
            "other claims under the signature",
            format!("{}.{signature}", unsigned(&key.header(), &tampered)),
            Err(BadToken::Signature),
        ),
        (
            "a flipped bit",
            format!("{said}.{}", URL_SAFE_NO_PAD.encode(&flipped)),
            Err(BadToken::Signature),
        ),
        (
            "half a signature",
            format!("{said}.{}", &signature[..100]),
            Err(BadToken::Signature),
        ),
        ("no signature", format!("{said}."), Err(BadToken::Signature)),
        // What is no token.
        ("nothing", String::new(), Err(BadToken::Garbled)),
        ("words", "let me in".to_owned(), Err(BadToken::Garbled)),
        ("dots", "..".to_owned(), Err(BadToken::Garbled)),
        ("two parts", said.to_owned(), Err(BadToken::Garbled)),
        ("four parts", format!("{of_good}.x"), Err(BadToken::Garbled)),
        ("an encrypted one", "a.b.c.d.e".to_owned(), Err(BadToken::Garbled)),
        (
            "claims that are a list",
            key.token(&json!([1])),
            Err(BadToken::Garbled),
        ),
        ("spaces around", format!(" {of_good}"), Err(BadToken::Garbled)),
        ("a bearer", format!("Bearer {of_good}"), Err(BadToken::Garbled)),
        (
            "huge",
            claims(json!({ "padding": "x".repeat(9_000) })),
            Err(BadToken::TooLong),
        ),
        ("huge garbage", "x".repeat(1_000_000), Err(BadToken::TooLong)),
    ];
    for (what, token, expected) in table {
        let judged = accounts.account(&token, now()).await;
        let expected = expected.map(|()| CustomerId::new(format!("account:{SUB}")));
        assert_eq!(judged, expected, "{what}");
    }
    assert_eq!(stub.left(), 1, "the keys were asked for once");
}

#[tokio::test]
async fn a_key_is_taken_over_when_it_rotates_and_let_go_of_when_it_is_withdrawn() {
    let (old, new) = (Key::new("old"), Key::new("new"));
    let answers = [&[&old][..], &[&old, &new], &[&new]].map(|keys| Answer::of(200, &set(keys)));
    let (stub, issuer, accounts) = pool(answers.to_vec()).await;
    let claims = with(&good(&issuer), &json!({ "exp": NOW + 86_400 }));
    let (by_old, by_new) = (old.token(&claims), new.token(&claims));
    let known = Ok(CustomerId::new(format!("account:{SUB}")));
    assert_eq!(accounts.account(&by_old, now()).await, known);
    // A name that is not known is asked for at once.
    assert_eq!(accounts.account(&by_new, later(1)).await, known);
    assert_eq!(accounts.account(&by_old, later(3_599)).await, known);
    assert_eq!(stub.left(), 2);
    // What was published an hour ago is asked for again.
    assert_eq!(accounts.account(&by_new, later(3_602)).await, known);
    assert_eq!(
        accounts.account(&by_old, later(3_603)).await,
        Err(BadToken::UnknownKey)
    );
}

#[tokio::test]
async fn names_that_nobody_knows_have_the_keys_asked_for_three_times_a_minute_at_most() {
    let key = Key::new("one");
    let (stub, issuer, accounts) = pool(vec![Answer::of(200, &set(&[&key]))]).await;
    let claims = good(&issuer);
    for number in 0..50 {
        let header = json!({ "alg": "RS256", "kid": format!("made-up-{number}") });
        let forged = key.sign(&RSA_PKCS1_SHA256, &header, &claims);
        let judged = accounts.account(&forged, later(number / 10)).await;
        assert_eq!(judged, Err(BadToken::UnknownKey));
    }
    assert_eq!(stub.left(), 3);
    assert!(accounts.account(&key.token(&claims), later(5)).await.is_ok());
    let header = json!({ "alg": "RS256", "kid": "made-up" });
    let forged = key.sign(&RSA_PKCS1_SHA256, &header, &claims);
    assert_eq!(
        accounts.account(&forged, later(61)).await,
        Err(BadToken::UnknownKey)
    );
    assert_eq!(stub.left(), 4);
}

#[tokio::test]
async fn known_keys_count_for_a_day_while_they_cannot_be_read() {
    let key = Key::new("one");
    let answers = vec![Answer::of(200, &set(&[&key])), Answer::of(500, "")];
    let (_stub, issuer, accounts) = pool(answers).await;
    let token = key.token(&with(&good(&issuer), &json!({ "exp": NOW + 200_000 })));
    for (seconds, expected) in [
        (0, None),
        (7_200, None),
        (86_399, None),
        (86_400, Some(BadToken::NoKeys)),
    ] {
        assert_eq!(
            accounts.account(&token, later(seconds)).await.err(),
            expected,
            "{seconds}"
        );
    }
}

#[tokio::test]
async fn what_is_no_set_of_keys_makes_no_keys() {
    let key = Key::new("one");
    let published = |changes: Value| json!({ "keys": [with(&key.published(), &changes)] }).to_string();
    let many: Vec<Value> = (0..40)
        .map(|number| with(&key.published(), &json!({ "kid": format!("k{number}") })))
        .chain([key.published()])
        .collect();
    for (what, status, body) in [
        ("not found", 404, set(&[&key])),
        ("moved", 301, set(&[&key])),
        ("hung up", 0, String::new()),
        ("a page", 200, "<html>".to_owned()),
        ("no keys", 200, json!({ "keys": [] }).to_string()),
        (
            "keys that are none",
            200,
            json!({ "keys": [1, null, {}] }).to_string(),
        ),
        ("for encryption", 200, published(json!({ "use": "enc" }))),
        ("for RS512", 200, published(json!({ "alg": "RS512" }))),
        ("symmetric", 200, published(json!({ "kty": "oct", "k": "AAAA" }))),
        (
            "short",
            200,
            published(json!({ "n": URL_SAFE_NO_PAD.encode([0xff; 128]) })),
        ),
        (
            "a long exponent",
            200,
            published(json!({ "e": URL_SAFE_NO_PAD.encode([1; 9]) })),
        ),
        ("huge", 200, published(json!({ "x5c": ["x".repeat(20_000)] }))),
    ] {
        let (_stub, issuer, accounts) = pool(vec![Answer::of(status, &body)]).await;
        let judged = accounts.account(&key.token(&good(&issuer)), now()).await;
        assert_eq!(judged, Err(BadToken::NoKeys), "{what}");
    }
    // Of a set without end the first are taken.
    let answer = Answer::of(200, &json!({ "keys": many }).to_string());
    let (_stub, issuer, accounts) = pool(vec![answer]).await;
    let judged = accounts.account(&key.token(&good(&issuer)), now()).await;
    assert!(
        matches!(judged, Err(BadToken::UnknownKey | BadToken::NoKeys)),
        "{judged:?}"
    );
}

#[tokio::test]
async fn whoever_asks_at_once_has_the_keys_asked_for_once() {
    let key = Key::new("one");
    let (stub, issuer, accounts) = pool(vec![Answer::of(200, &set(&[&key]))]).await;
    let token = key.token(&good(&issuer));
    let (first, second) = tokio::join!(accounts.account(&token, now()), accounts.account(&token, now()));
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(stub.left(), 1);
}

/// A request of Ana's Echo with these `user` objects in context and session, and these attributes.
fn request(user: &Value, in_session: &Value) -> Envelope {
    let body = json!({
        "version": "1.0",
        "session": { "sessionId": "s", "user": in_session, "attributes": { "accessToken": in_session["accessToken"] } },
        "context": { "System": { "user": user } },
        "request": { "type": "LaunchRequest", "requestId": "r" },
    });
    Envelope::parse(body.to_string().as_bytes()).unwrap()
}

#[tokio::test]
async fn who_speaks_is_known_by_the_token_in_the_context_alone() {
    let key = Key::new("one");
    let (_stub, issuer, accounts) = pool(vec![Answer::of(200, &set(&[&key]))]).await;
    let token = key.token(&good(&issuer));
    let expired = key.token(&with(&good(&issuer), &json!({ "exp": NOW - 60 })));
    let ana = |token: Option<&str>| match token {
        Some(token) => json!({ "userId": "ANA", "accessToken": token }),
        None => json!({ "userId": "ANA" }),
    };
    let through = |user: &str| Linking::Linked {
        through: Some(CustomerId::new(user)),
    };
    let unlinked = |refused| Linking::Unlinked { refused };
    let account = format!("account:{SUB}");
    for (what, envelope, customer, linking) in [
        (
            "linked",
            request(&ana(Some(&token)), &ana(None)),
            account.as_str(),
            through("alexa:ANA"),
        ),
        (
            "not linked",
            request(&ana(None), &ana(None)),
            "alexa:ANA",
            unlinked(false),
        ),
        (
            "in the session",
            request(&ana(None), &ana(Some(&token))),
            "alexa:ANA",
            unlinked(false),
        ),
        (
            "expired",
            request(&ana(Some(&expired)), &ana(Some(&token))),
            "alexa:ANA",
            unlinked(true),
        ),
        (
            "empty",
            request(&ana(Some("")), &ana(None)),
            "alexa:ANA",
            unlinked(false),
        ),
        (
            "no text",
            request(&json!({ "userId": "ANA", "accessToken": 7 }), &ana(None)),
            "alexa:ANA",
            unlinked(false),
        ),
        (
            "an account as the user",
            request(&json!({ "userId": account }), &ana(None)),
            &format!("alexa:{account}"),
            unlinked(false),
        ),
    ] {
        let Incoming::Turn(turn) = to_turn(&envelope).unwrap() else {
            panic!("{what}")
        };
        assert_eq!(turn.linking, Linking::NotOffered);
        let turn = accounts.identify(&envelope, turn, now()).await;
        assert_eq!(
            (turn.customer.as_str(), turn.linking),
            (customer, linking),
            "{what}"
        );
    }
}

#[test]
fn a_pool_is_an_issuer_and_a_client() {
    let check = |issuer: &str, client: &str, expected: Option<BadPool>| {
        let made = Accounts::of(AlexaApi::new(None).unwrap(), issuer, client);
        assert_eq!(made.err(), expected, "{issuer} {client}");
    };
    const POOL: &str = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example";
    check(POOL, CLIENT, None);
    check("http://localhost:7200/pool", "a", None);
    check("http://127.0.0.1:7200/a/b", "a", None);
    for issuer in [
        "",
        "https://",
        "https://cognito-idp.us-east-1.amazonaws.com",
        "https://cognito-idp.us-east-1.amazonaws.com/",
        "https://cognito-idp.us-east-1.amazonaws.com/p/",
        "http://cognito-idp.us-east-1.amazonaws.com/p",
        "http://localhost.example/p",
        "https://who@host/p",
        "https://host/p?x=1",
        "https://host/p#x",
        "file:///etc/passwd",
    ] {
        check(issuer, CLIENT, Some(BadPool::Issuer));
    }
    for client in ["", "a b", "a\"", &"a".repeat(129)] {
        check(POOL, client, Some(BadPool::Client));
    }
}
