//! How words were read, as a person sees it: in the terminal, as JSON, and beside the console's turns.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use comanda::web::{self, GuardedHosts};
use serde_json::Value;
use tower::ServiceExt;

use crate::server::{alexa_intent, comanda, run, text};
use crate::test_app::{Brings, TestApp, corner};

fn sample_menu() -> String {
    let menu = Path::new(env!("CARGO_MANIFEST_DIR")).join("menu");
    menu.display().to_string()
}

/// What `comanda interpret --explain` prints of words.
fn explain(arguments: &[&str]) -> String {
    let mut process = comanda();
    process.args(["interpret", "--explain", "--menu", &sample_menu()]);
    let output = run(process.args(arguments));
    assert!(output.status.success(), "{}", text(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_reading_in_english() {
    let told = explain(&[
        "two large pepperoni,",
        "no, three, without onions, and a guaraná please",
    ]);
    let expected = "two large pepperoni, no, three, without onions, and a guaraná please
  two        taken back
  large      size large
  pepperoni  option calabresa
  no         corrects what came before
  three      number 3
  without    not wanted: onions
  onions     option onion, left off
  and        joins
  a          number 1
  guaraná    item guarana
  please     small talk

What came of it
  3 × pizza · size large · + calabresa · − onion
  1 × guarana

Certain
";
    assert_eq!(told, expected);
}

#[test]
fn a_reading_in_portuguese() {
    let told = explain(&["--locale", "pt-BR", "duas calabresas e um sushi"]);
    assert!(told.contains("  sushi       não entendido\n"), "{told}");
    assert!(told.contains("não está no cardápio: sushi"), "{told}");
    assert!(told.contains("\nIncerto\n"), "{told}");
    assert!(!told.contains('\x1b'), "{told}");
}

#[test]
fn readings_of_lines_as_json() {
    let mut process = comanda();
    process.args(["interpret", "--explain", "--json", "--menu", &sample_menu()]);
    let mut child = process
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"two cokes\n\n\xff a sushi\n").unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["certain"], true);
    assert_eq!(lines[0]["words"][0]["became"], "number");
    assert_eq!(lines[0]["edits"][0]["add"]["quantity"], 2);
    assert_eq!(lines[1]["certain"], false);
    assert_eq!(lines[1]["off_menu"][0], "sushi");
}

#[test]
fn what_makes_no_sense_is_refused_in_words() {
    let refused = |arguments: &[&str], words: &str| {
        let output = run(comanda().arg("interpret").args(arguments));
        let said = text(&output);
        assert!(!output.status.success() && said.contains(words), "{said}");
    };
    refused(&[], "--menu");
    refused(&["--menu", "no-such-file.json"], "no-such-file.json");
    refused(&["--menu", "x.json", "a coke"], "--explain");
    refused(&["--menu", "x.json", "--json"], "--explain");
    refused(
        &["--explain", "--menu", &sample_menu(), "--locale", "xx", "a"],
        "xx",
    );
}

fn router(test: &TestApp) -> Router {
    let hosts = GuardedHosts::of("127.0.0.1:7070".parse().unwrap());
    web::local(&test.app, &test.news, None, None, None, hosts)
}

async fn ask(router: &Router, of: &str, body: String) -> (StatusCode, Value) {
    post(router, &format!("/console/explain?of={of}"), body).await
}

async fn post(router: &Router, path: &str, body: String) -> (StatusCode, Value) {
    let request = Request::post(path)
        .header("Host", "127.0.0.1:7070")
        .header("Content-Type", "application/json")
        .body(Body::from(body))
        .unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), 1_000_000).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

#[tokio::test(start_paused = true)]
async fn the_console_reads_a_turn_over_the_draft_and_changes_nothing() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let router = router(&test);
    let order = alexa_intent("u-1", "OrderIntent", Some("two soups"));
    let (status, _) = post(&router, "/alexa", order.to_string()).await;
    assert_eq!(status, StatusCode::OK);
    let before = test.dump().await;
    let body = alexa_intent("u-1", "RemoveIntent", Some("one soup"));
    let (status, read) = ask(&router, "alexa", body.to_string()).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(read["text"], "one soup", "{read}");
    assert_eq!(read["words"][1]["became"], "item", "{read}");
    assert_eq!(read["edits"][0]["remove"]["quantity"], 1, "{read}");
    assert_eq!(test.dump().await, before);
}

#[tokio::test(start_paused = true)]
async fn what_is_of_no_words_is_not_explained() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let router = router(&test);
    let yes = alexa_intent("u-1", "AMAZON.YesIntent", None).to_string();
    assert_eq!(ask(&router, "alexa", yes).await, (StatusCode::OK, Value::Null));
    let card = alexa_intent("u-1", "OrderIntent", Some("my card is 4111 1111 1111 1111")).to_string();
    assert_eq!(ask(&router, "alexa", card).await, (StatusCode::OK, Value::Null));
    let (status, _) = ask(&router, "alexa", "{}".to_owned()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}
