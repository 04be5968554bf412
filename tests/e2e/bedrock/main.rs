//! The client against the stand-in over real sockets, in real time: few, named and bounded. Everything that can be held
//! without sockets is held in the library, on paused time.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod stand_in;

use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_bedrockruntime::config::{Credentials, SharedCredentialsProvider};
use comanda::bedrock::{Bedrock, Configured, Settings, client};
use comanda::interpreter::claude::outcome::{Answered, Outcome, Why};
use comanda::interpreter::claude::{Request, Tool};
use serde_json::{Value, json};
use tokio::process::Command;
use tokio::task::JoinSet;

use stand_in::{Answer, Asked, Sent, StandIn, by_turn};

/// What scheduling may add to a call that is cut, on a machine that does much else.
const SLACK: Duration = Duration::from_millis(1500);
const VARIABLE: &str = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

fn client(stand_in: &StandIn) -> Bedrock {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(stand_in.address())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    Bedrock::new(&config, Settings::of(Configured::default()).unwrap()).unwrap()
}

fn question(said: &str) -> Request {
    Request {
        system: "You take orders.".to_owned(),
        stable: true,
        turn: json!({ "said": [said] }).to_string(),
        tool: Tool {
            name: "propose",
            description: "Proposes changes to the order.",
            schema: json!({
                "type": "object",
                "properties": { "words": { "type": "string" } },
                "required": ["words"],
                "additionalProperties": false,
            }),
        },
        most_tokens: 300,
    }
}

/// What the customer said, said back.
fn echo(turn: &Value) -> Value {
    json!({ "words": turn["said"][0] })
}

async fn ask(stand_in: &StandIn, within: Duration) -> Answered {
    client(stand_in).ask(&question("a soup"), within).await
}

#[tokio::test]
async fn a_conversation_keeps_one_connection() {
    let stand_in = StandIn::start(by_turn(echo)).await;
    let bedrock = client(&stand_in);
    for said in ["a soup", "dois pães", "no, three \"of\" those"] {
        let answered = bedrock.ask(&question(said), Duration::from_secs(20)).await;
        let input = json!({ "words": said });
        assert_eq!(answered.outcome, Outcome::Use { input });
        assert_eq!(answered.usage.unwrap().output, 80);
    }
    assert_eq!((stand_in.asked().len(), stand_in.connections()), (3, 1));
    let asked = stand_in.asked().remove(0);
    assert_eq!(asked.path, "/model/global.anthropic.claude-haiku-5-5/converse");
    let signed = asked.headers.iter().find(|(name, _)| name == "authorization");
    assert!(signed.unwrap().1.starts_with("AWS4-HMAC-SHA256 Credential=KEY/"));
}

#[tokio::test]
async fn nonsense_has_its_outcome() {
    let check = async |answer: Answer, expected: &[&str]| {
        let stand_in = StandIn::start(move |_: &Asked| answer.clone()).await;
        let answered = ask(&stand_in, Duration::from_secs(20)).await;
        let named = answered.outcome.name();
        assert!(expected.contains(&named), "{named}, and not one of {expected:?}");
        assert_eq!(stand_in.asked().len(), 1, "a call is made once");
    };
    check(Answer::throttled(), &["throttled"]).await;
    check(Answer::says("Which soup?"), &["no_tool_use"]).await;
    check(Answer::stops("tired", &json!([])), &["unknown_stop"]).await;
    check(Answer::nonsense(b"<html>"), &["unreadable"]).await;
    check(Answer::nonsense(&[0xff; 3000]), &["unreadable"]).await;
    check(Answer::nonsense(&[b'['; 100_000]), &["unreadable"]).await;
    check(Answer::nonsense(b"").sent(Sent::Not), &["not_reached"]).await;
    check(
        Answer::nonsense(b"what?\r\n\r\n").sent(Sent::Bare),
        &["not_reached"],
    )
    .await;
    let cut = Answer::says("Which soup would you like?").sent(Sent::Cut);
    check(cut, &["unreadable", "not_reached"]).await;
}

#[tokio::test]
async fn nobody_listens() {
    let stand_in = StandIn::start(by_turn(echo)).await;
    let bedrock = client(&stand_in);
    drop(stand_in);
    tokio::task::yield_now().await;
    let answered = bedrock.ask(&question("a soup"), Duration::from_secs(20)).await;
    assert_eq!(answered.outcome, Outcome::Rest(Why::NotReached));
}

/// A thousand calls, a hundred at once, to a model that takes from none to twenty seconds: each is over in its time.
#[tokio::test]
async fn no_call_is_longer_than_its_time() {
    const WITHIN: Duration = Duration::from_millis(400);
    let late = |asked: &Asked| {
        // Scattered, and the same on every run.
        let millis = (asked.number as u64 * 7919) % 20_001;
        let millis = if asked.number.is_multiple_of(3) {
            millis % 200
        } else {
            millis
        };
        Answer::uses_tool(asked, &echo(&asked.turn())).after(Duration::from_millis(millis))
    };
    let stand_in = StandIn::start(late).await;
    let bedrock = client(&stand_in);
    let (mut used, mut cut) = (0, 0);
    for _ in 0..10 {
        let mut calls = JoinSet::new();
        for _ in 0..100 {
            let bedrock = bedrock.clone();
            calls.spawn(async move {
                let start = Instant::now();
                let answered = bedrock.ask(&question("a soup"), WITHIN).await;
                (answered, start.elapsed())
            });
        }
        while let Some(call) = calls.join_next().await {
            let (answered, took) = call.unwrap();
            assert!(took < WITHIN + SLACK, "{took:?}");
            match answered.outcome {
                Outcome::Use { .. } => used += 1,
                Outcome::FallBack(Why::Late) => cut += 1,
                other => panic!("{other:?}"),
            }
        }
    }
    assert_eq!(used + cut, 1000);
    assert!(used >= 100 && cut >= 500, "{used} used, {cut} cut");
}

/// The program finds the stand-in by the variable alone. Its own environment cannot be set in a test, so this test runs
/// itself once more, with it.
#[tokio::test]
async fn the_endpoint_is_taken_from_the_environment() {
    if std::env::var_os(VARIABLE).is_some() {
        let config = client::of_this_machine().await.unwrap();
        let bedrock = Bedrock::new(&config, Settings::of(Configured::default()).unwrap()).unwrap();
        let answered = bedrock.ask(&question("a soup"), Duration::from_secs(20)).await;
        let input = json!({ "words": "a soup" });
        assert_eq!(answered.outcome, Outcome::Use { input });
        return;
    }
    let stand_in = StandIn::start(by_turn(echo)).await;
    let again = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_endpoint_is_taken_from_the_environment"])
        .env(VARIABLE, stand_in.address())
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ACCESS_KEY_ID", "KEY")
        .env("AWS_SECRET_ACCESS_KEY", "SECRET")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .output()
        .await
        .unwrap();
    assert!(
        again.status.success(),
        "{}",
        String::from_utf8_lossy(&again.stdout)
    );
    assert_eq!(stand_in.asked().len(), 1);
}
