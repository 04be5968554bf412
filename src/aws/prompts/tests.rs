//! Prompts against a stub of Polly and S3.

use super::key as key_of;
use super::*;
use crate::aws::stubbed::{config, menu, with, write_down};
use crate::channel::alexa::stub::{Answer, Seen, Stub};

/// When the prompts are made: a few days after `MADE`.
const NOW: &str = "2026-11-22T12:00:00Z";
const MADE: &str = "Wed, 18 Nov 2026 12:00:00 GMT";
const MADE_LONG_AGO: &str = "Wed, 09 Sep 2026 12:00:00 GMT";

fn prompts(stub: &Stub) -> Prompts {
    let config = config(stub);
    let s3 = aws_sdk_s3::config::Builder::from(&config)
        .force_path_style(true)
        .build();
    let polly = Polly::new(aws_sdk_polly::Client::new(&config));
    Prompts::new(polly, Client::from_conf(s3), "prompts-bucket")
}

async fn prepare(stub: &Stub, menu: &Menu) -> Result<Manifest, PromptError> {
    prompts(stub).prepare(menu, NOW.parse().unwrap()).await
}

fn audio() -> Answer {
    with(Answer::of(200, "SOUND"), "content-type", "audio/mulaw")
}

fn there() -> Answer {
    with(Answer::of(200, ""), "last-modified", MADE)
}

/// The prompt of a name, which stands for this audio.
fn current(key: &str) -> Answer {
    with(there(), "x-amz-meta-sound", key)
}

fn put() -> Answer {
    Answer::of(200, "")
}

fn missing() -> Answer {
    Answer::of(404, "")
}

fn copied() -> Answer {
    Answer::of(
        200,
        "<CopyObjectResult><ETag>&quot;e&quot;</ETag></CopyObjectResult>",
    )
}

/// The next operation that was asked for.
async fn asked(stub: &mut Stub) -> (&'static str, Seen) {
    let seen = stub.seen().await;
    let operation = match seen.first_line.split(' ').next().unwrap() {
        "HEAD" => "HeadObject",
        "POST" => "SynthesizeSpeech",
        _ if seen.first_line.contains("/v1/lexicons/") => "PutLexicon",
        _ if seen.header("x-amz-copy-source").is_some() => "CopyObject",
        _ => "PutObject",
    };
    let service = if operation.ends_with("Object") {
        "s3"
    } else {
        "polly"
    };
    write_down(service, operation, &seen);
    (operation, seen)
}

fn names() -> Vec<&'static str> {
    [&FIXED[..], &["launch", "menu"]].concat()
}

/// Every key, by what a run says that finds all audio and makes all names anew.
async fn keys(menu: &Menu) -> BTreeMap<&'static str, String> {
    let each = || [there(), missing(), copied()];
    let mut answers: Vec<Answer> = names().iter().flat_map(|_| each()).collect();
    answers.push(put());
    let stub = Stub::answering(answers).await;
    prepare(&stub, menu).await.unwrap().remove("pt-BR").unwrap()
}

#[test]
fn what_is_kept_is_the_same_for_everybody() {
    let menu = menu(&[("açaí", "assaí")]);
    for language in Language::ALL {
        let lexicons = lexicons(&menu, language);
        let sentences = sentences(&menu, language, &lexicons);
        let found: Vec<&str> = sentences.iter().map(|sentence| sentence.name).collect();
        assert_eq!(found, names());
        for sentence in sentences {
            let text = &sentence.text;
            assert!(!text.is_empty() && !text.contains('{'), "{text}");
            // Where a name of the menu may be said, it is said right.
            let of_menu = ["launch", "menu"].contains(&sentence.name);
            assert_eq!(sentence.lexicons.len(), if of_menu { lexicons.len() } else { 0 });
        }
    }
}

#[tokio::test]
async fn what_is_missing_is_made_once_and_the_rest_is_found() {
    let menu = menu(&[("açaí", "assaí")]);
    let known = keys(&menu).await;
    let mut answers = Vec::new();
    let mut expected = Vec::new();
    for name in names() {
        let (of_it, operations) = match name {
            // Nothing of it is there.
            "one-moment" => (
                vec![missing(), audio(), put(), copied()],
                "HeadObject SynthesizeSpeech PutObject CopyObject",
            ),
            // Its name stands for other audio, as after a change of voices.
            "silence" => (
                vec![there(), current("prompts/sound/other.wav"), copied()],
                "HeadObject HeadObject CopyObject",
            ),
            // The bucket is about to forget it.
            "trouble" => {
                let old = with(Answer::of(200, ""), "last-modified", MADE_LONG_AGO);
                (
                    vec![old, audio(), put(), copied()],
                    "HeadObject SynthesizeSpeech PutObject CopyObject",
                )
            }
            // It may hold names of the menu.
            "launch" => (
                vec![missing(), Answer::of(200, "{}"), audio(), put(), copied()],
                "HeadObject PutLexicon SynthesizeSpeech PutObject CopyObject",
            ),
            _ => (vec![there(), current(&known[name])], "HeadObject HeadObject"),
        };
        answers.extend(of_it);
        expected.extend(operations.split(' '));
    }
    answers.push(put());
    expected.push("PutObject");
    let mut stub = Stub::answering(answers).await;
    let manifest = prepare(&stub, &menu).await.unwrap();
    assert_eq!(manifest["pt-BR"], known);
    let mut operations = Vec::new();
    let mut last = None;
    for _ in 0..expected.len() {
        let (operation, seen) = asked(&mut stub).await;
        match operation {
            "SynthesizeSpeech" => {
                let body = seen.json();
                let of_menu = body["Text"].as_str().unwrap().contains("Casa");
                assert_eq!(body["LexiconNames"].is_array(), of_menu, "{body}");
            }
            "CopyObject" => is_a_copy(&seen, &known),
            _ => {}
        }
        operations.push(operation);
        last = Some(seen);
    }
    assert_eq!(operations, expected);
    assert_eq!(stub.left(), 0);
    let last = last.unwrap();
    let path = "PUT /prompts-bucket/prompts/current.json";
    assert!(last.first_line.starts_with(path), "{}", last.first_line);
    let entry = format!("\"bye\":\"{}\"", known["bye"]);
    assert!(last.body.contains(&entry), "{}", last.body);
}

/// Whether audio of these was put under the name of a prompt, with a mark of which it is.
fn is_a_copy(seen: &Seen, known: &BTreeMap<&'static str, String>) {
    let source = seen.header("x-amz-copy-source").unwrap();
    let key = source.strip_prefix("prompts-bucket/").unwrap();
    let name = known.iter().find(|(_, known)| *known == key).unwrap().0;
    assert_eq!(seen.header("x-amz-meta-sound"), Some(key));
    assert_eq!(seen.header("x-amz-metadata-directive"), Some("REPLACE"));
    let path = format!("PUT /prompts-bucket/prompts/current/pt-BR/{name}.wav");
    assert!(seen.first_line.starts_with(&path), "{}", seen.first_line);
}

#[tokio::test]
async fn what_was_said_otherwise_is_made_anew_and_so_is_its_prompt() {
    let refused = with(Answer::of(400, "{}"), "x-amzn-errortype", "InvalidSsmlException");
    let marked = with(there(), "x-amz-meta-said-otherwise", "yes");
    let answers = vec![marked, refused, audio(), put(), copied(), Answer::of(500, "")];
    let mut stub = Stub::answering(answers).await;
    let stopped = prepare(&stub, &menu(&[("suco", "")])).await;
    assert!(matches!(stopped, Err(PromptError::Bucket(_))), "{stopped:?}");
    for _ in 0..3 {
        stub.seen().await;
    }
    let (operation, put) = asked(&mut stub).await;
    assert_eq!(operation, "PutObject");
    assert_eq!(put.header("x-amz-meta-said-otherwise"), Some("yes"));
    assert_eq!(put.header("content-type"), Some("audio/wav"));
    assert!(
        put.body.contains("WAVEfmt") && put.body.contains("SOUND"),
        "{}",
        put.body
    );
    assert_eq!(asked(&mut stub).await.0, "CopyObject");
}

#[tokio::test]
async fn where_polly_keeps_no_more_lexicons_prompts_are_said_without() {
    let menu = menu(&[("açaí", "assaí")]);
    let known = keys(&menu).await;
    let found = |name: &str| [there(), current(&known[name])];
    let refused = |code: &str| with(Answer::of(400, "{}"), "x-amzn-errortype", code);
    let mut answers: Vec<Answer> = FIXED.into_iter().flat_map(found).collect();
    let full = refused("MaxLexiconsNumberExceededException");
    let unknown = refused("LexiconNotFoundException");
    answers.extend([missing(), full, unknown, audio(), put(), copied()]);
    answers.extend(found("menu"));
    answers.push(put());
    let stub = Stub::answering(answers).await;
    assert_eq!(prepare(&stub, &menu).await.unwrap()["pt-BR"], known);
}

#[test]
fn a_key_stands_for_all_that_decides_how_it_sounds() {
    let camila = Voice::of(Language::PtBr, None);
    let key = |text: &str, voice: &Voice, lexicons: &[&str]| {
        let sentence = Sentence {
            name: "trouble",
            text: text.to_owned(),
            lexicons: lexicons.iter().map(|&name| name.to_owned()).collect(),
        };
        key_of(Language::PtBr, &sentence, voice)
    };
    let first = key("Desculpe.", &camila, &["c1"]);
    assert_eq!(first, key("Desculpe.", &camila, &["c1"]));
    assert!(
        first.starts_with("prompts/sound/pt-BR/") && first.ends_with(".wav") && first.len() == 88,
        "{first}"
    );
    let other_engine = Voice {
        engine: Engine::Standard,
        ..camila.clone()
    };
    for other in [
        key("Até mais.", &camila, &["c1"]),
        key("Desculpe.", &Voice::of(Language::PtBr, Some("Vitoria")), &["c1"]),
        key("Desculpe.", &other_engine, &["c1"]),
        key("Desculpe.", &camila, &[]),
    ] {
        assert_ne!(first, other);
    }
}
