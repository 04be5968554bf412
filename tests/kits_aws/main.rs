//! AWS's clients against errors that others wrote down, as `tests/kits` does for the rest.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod bedrock;
#[path = "../e2e/bedrock/stand_in.rs"]
mod bedrock_stand_in;
#[path = "../kits/stand_in.rs"]
mod stand_in;
mod stepfunctions;

use std::path::{Path, PathBuf};

use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_polly::config::{Credentials, SharedCredentialsProvider};
use comanda::aws::lexicon::Lexicon;
use comanda::aws::polly::{Format, Polly, PollyError, Voice};
use comanda::conversation::Speech;
use comanda::order::Language;
use serde_json::{Value, json};

use stand_in::{Answer, StandIn};

/// The folder of the kits.
fn kits() -> PathBuf {
    std::env::var_os("KITS_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/kits"),
        PathBuf::from,
    )
}

/// The recordings of Polly.
fn polly_files() -> Vec<Value> {
    let entries =
        std::fs::read_dir(kits().join("wire/other/polly")).expect("KITS_DIR names the folder of the kits");
    let files: Vec<Value> = entries
        .map(|entry| serde_json::from_slice(&std::fs::read(entry.unwrap().path()).unwrap()).unwrap())
        .collect();
    assert!(!files.is_empty());
    files
}

fn client(stand_in: &StandIn) -> Polly {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(stand_in.address())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .build();
    Polly::new(aws_sdk_polly::Client::new(&config))
}

/// What an error of this name and status comes to.
fn expected(name: &str, status: u16) -> PollyError {
    let temporary = status >= 500 || ["ThrottlingException", "ServiceQuotaExceededException"].contains(&name);
    match temporary {
        true => PollyError::Unavailable(name.to_owned()),
        false => PollyError::Refused(name.to_owned()),
    }
}

#[tokio::test]
async fn every_error_of_polly_is_understood() {
    let (speech, voice) = (Speech::of("Bom dia."), Voice::of(Language::PtBr, None));
    let mut errors = 0;
    for file in polly_files() {
        for (name, error) in file["errors"].as_object().into_iter().flatten() {
            let status = u16::try_from(error["status"].as_u64().unwrap()).unwrap();
            let answer = Answer::of(status, json!({ "message": "m" }).to_string());
            let stand_in = StandIn::with_error(vec![("/", answer)], Some(name)).await;
            let polly = client(&stand_in);
            let said = polly.speak(&speech, &voice, Format::Mp3, &[]).await;
            assert_eq!(said, Err(expected(name, status)), "{name}");
            let lexicon = Lexicon {
                name: "c1".to_owned(),
                content: "<lexicon/>".to_owned(),
            };
            let kept = polly.keep(&[lexicon]).await;
            assert_eq!(kept, Err(expected(name, status)), "{name}");
            errors += 1;
        }
    }
    assert!(errors > 0);
}

/// What the service's own examples send has every member that we send but those that choose engine and format otherwise.
#[tokio::test]
async fn a_request_has_the_members_of_the_official_ones() {
    let examples: Vec<Value> = polly_files()
        .into_iter()
        .filter(|file| file["input"]["VoiceId"].is_string())
        .collect();
    assert!(!examples.is_empty());
    let stand_in = StandIn::start(vec![("/v1/speech", Answer::of(200, "SOUND".to_owned()))]).await;
    let lexicons = ["c1".to_owned()];
    let voice = Voice::of(Language::EnUs, None);
    client(&stand_in)
        .speak(&Speech::of("Hi."), &voice, Format::Mp3, &lexicons)
        .await
        .unwrap();
    let sent = stand_in.last("/v1/speech");
    assert_eq!(sent.method, "POST");
    for example in examples {
        for member in example["input"].as_object().unwrap().keys() {
            assert!(sent.json().get(member).is_some(), "{member}");
        }
    }
}
