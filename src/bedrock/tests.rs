//! Calls against a scripted service, on paused time: what is sent to each kind of model, and what answers come to.

use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_bedrockruntime::config::{Credentials, SharedCredentialsProvider};
use serde_json::{Value, json};

use super::scripted::{Answer, Script};
use super::{BadSettings, Bedrock, Configured, Settings};
use crate::interpreter::claude::models::MODELS;
use crate::interpreter::claude::outcome::{Answered, Code, Outcome, Usage, Why};
use crate::interpreter::claude::{Request, Tool};

const WITHIN: Duration = Duration::from_millis(4500);

fn config(script: &Script) -> SdkConfig {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("sa-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(script.clone())
        .build()
}

fn bedrock(script: &Script, configured: Configured) -> Bedrock {
    Bedrock::new(&config(script), Settings::of(configured).unwrap()).unwrap()
}

fn model(id: &str) -> Configured {
    Configured {
        model_id: Some(id.to_owned()),
        ..Configured::default()
    }
}

/// A question whose members stand in no order that a map would give them.
fn question() -> Request {
    let schema = json!({
        "type": "object",
        "properties": {
            "words": { "type": "string", "description": "What the customer said." },
            "item": { "type": "string", "enum": ["soup", "bread", "apple-pie"] },
            "amount": { "type": "integer" },
        },
        "required": ["words", "item", "amount"],
        "additionalProperties": false,
    });
    Request {
        system: "You take orders. On the menu: soup, bread, apple pie.".to_owned(),
        stable: true,
        turn: "{\"said\":[\"a soup\"]}".to_owned(),
        tool: Tool {
            name: "propose",
            description: "Proposes a change to the order.",
            schema,
        },
        most_tokens: 700,
    }
}

/// Some answer, at once.
fn anything() -> Script {
    Script::new([Answer::Says(200, answer("end_turn", &json!([])))])
}

fn answer(stop: &str, content: &Value) -> Value {
    json!({
        "output": { "message": { "role": "assistant", "content": content } },
        "stopReason": stop,
        "usage": { "inputTokens": 410, "outputTokens": 40, "totalTokens": 1450,
            "cacheReadInputTokens": 1000, "cacheWriteInputTokens": 0, "serverToolUsage": {} },
        "metrics": { "latencyMs": 900 },
        "somethingNew": { "a": [1] },
    })
}

fn used(tool: &str, input: &Value) -> Value {
    json!({ "toolUse": { "toolUseId": "t1", "name": tool, "input": input, "type": "tool_use", "new": 1 } })
}

#[tokio::test(start_paused = true)]
async fn each_kind_of_model_is_asked_in_its_own_form() {
    for row in MODELS {
        let script = anything();
        let id = format!("us.anthropic.{}", row.name);
        bedrock(&script, model(&id)).ask(&question(), WITHIN).await;
        let asked = script.asked().remove(0);
        assert_eq!(asked.path(), format!("/model/{id}/converse"));
        insta::assert_json_snapshot!(row.name, asked.body);
        asked.write_down("bedrock-runtime", "Converse");
    }
}

#[tokio::test(start_paused = true)]
async fn a_profile_by_arn_and_a_guardrail_are_sent() {
    let script = anything();
    let arn = "arn:aws:bedrock:sa-east-1:000000000000:application-inference-profile/a1b2c3d4e5f6";
    let configured = Configured {
        model_id: Some(arn.to_owned()),
        model: Some("claude-haiku-5-5".to_owned()),
        guardrail: Some("abc123".to_owned()),
        guardrail_version: Some("2".to_owned()),
    };
    bedrock(&script, configured).ask(&question(), WITHIN).await;
    let asked = script.asked().remove(0);
    let encoded = arn.replace(':', "%3A").replace('/', "%2F");
    assert_eq!(asked.path(), format!("/model/{encoded}/converse"));
    let expected = json!({ "guardrailIdentifier": "abc123", "guardrailVersion": "2", "trace": "disabled" });
    assert_eq!(asked.body["guardrailConfig"], expected);
    asked.write_down("bedrock-runtime", "Converse");
}

#[tokio::test(start_paused = true)]
async fn a_cache_point_stands_only_where_it_can_work() {
    let check = async |id: &str, characters, stable, expected: bool| {
        let script = anything();
        let request = Request {
            system: "x".repeat(characters),
            stable,
            ..question()
        };
        bedrock(&script, model(id)).ask(&request, WITHIN).await;
        let asked = script.asked().remove(0);
        let point = json!({ "cachePoint": { "type": "default" } });
        assert_eq!(asked.body["system"].get(1), expected.then_some(&point), "{id}");
        asked.write_down("bedrock-runtime", "Converse");
    };
    check("claude-haiku-5-5", 500, true, false).await;
    check("claude-haiku-5-5", 1500, true, true).await;
    check("claude-haiku-5-5", 1500, false, false).await;
    check("claude-haiku-4-5", 1500, true, false).await;
    check("claude-haiku-4-5", 14_000, true, true).await;
}

/// The cache and the model go by the letters that are sent.
#[tokio::test(start_paused = true)]
async fn the_same_question_is_sent_letter_for_letter() {
    let script = anything();
    let bedrock = bedrock(&script, Configured::default());
    for _ in 0..8 {
        bedrock.ask(&question(), WITHIN).await;
    }
    let asked = script.asked();
    let schema = question().tool.schema.to_string();
    for one in &asked {
        assert_eq!(one.text, asked[0].text);
        assert!(one.text.contains(&schema));
        let length = one.headers.iter().find(|(name, _)| name == "content-length");
        assert_eq!(length.unwrap().1, one.text.len().to_string());
    }
}

async fn outcome_of(answer: Answer) -> Answered {
    let script = Script::new([answer]);
    let answered = bedrock(&script, Configured::default())
        .ask(&question(), WITHIN)
        .await;
    assert_eq!(script.asked().len(), 1, "a call is made once");
    answered
}

#[tokio::test(start_paused = true)]
async fn the_tools_input_is_used_whatever_stands_around_it() {
    let input = json!({ "words": "a soup", "item": "soup", "amount": 1, "more": [-1, 0.5, null, true, {}] });
    let ours = used("propose", &input);
    let text = json!({ "text": "I will note that." });
    let thought =
        json!({ "reasoningContent": { "reasoningText": { "text": "A soup.", "signature": "c2ln" } } });
    let new = json!({ "brandNew": { "deep": [1] } });
    let other = used("weather", &json!({}));
    for content in [
        json!([ours]),
        json!([text, ours]),
        json!([thought, new, other, ours]),
    ] {
        for stop in ["tool_use", "end_turn"] {
            let answered = outcome_of(Answer::Says(200, answer(stop, &content))).await;
            assert_eq!(answered.outcome, Outcome::Use { input: input.clone() });
            let usage = Usage {
                input: 410,
                output: 40,
                cache_read: 1000,
                cache_written: 0,
            };
            assert_eq!(answered.usage, Some(usage));
        }
    }
}

/// Something new beside the tool's use, or something odd in what is of no account, costs no answer.
#[tokio::test(start_paused = true)]
async fn what_the_sdk_refuses_is_still_used() {
    let input = json!({ "item": "soup" });
    let mut beside = used("propose", &input);
    beside["caller"] = json!({ "type": "direct" });
    let new_beside = answer("tool_use", &json!([beside]));
    let mut odd_metrics = answer("tool_use", &json!([used("propose", &input)]));
    odd_metrics["metrics"] = json!({ "latencyMs": "fast" });
    odd_metrics["trace"] = json!([1]);
    for body in [new_beside, odd_metrics] {
        let answered = outcome_of(Answer::Says(200, body)).await;
        assert_eq!(answered.outcome, Outcome::Use { input: input.clone() });
        assert_eq!(answered.usage.unwrap().cache_read, 1000);
    }
    let mut refused = answer("tired", &json!([]));
    refused["metrics"] = json!(1);
    let answered = outcome_of(Answer::Says(200, refused)).await;
    assert_eq!(answered.outcome.name(), "unknown_stop");
}

#[tokio::test(start_paused = true)]
async fn every_other_end_has_its_reason() {
    let check = async |stop: &str, content: Value, expected: Why| {
        let answered = outcome_of(Answer::Says(200, answer(stop, &content))).await;
        assert_eq!(answered.outcome, Outcome::of(expected), "{stop}");
        assert!(answered.usage.is_some(), "tokens are paid for all the same");
    };
    let ours = used("propose", &json!({ "item": "soup" }));
    check("end_turn", json!([{ "text": "Which soup?" }]), Why::NoToolUse).await;
    check("tool_use", json!([]), Why::NoToolUse).await;
    check("tool_use", json!([used("weather", &json!({}))]), Why::OtherTool).await;
    check("tool_use", json!([ours, ours]), Why::SeveralToolUses).await;
    for input in [json!([]), json!("{\"item\":\"soup\"}"), json!(null), json!(1)] {
        check(
            "tool_use",
            json!([used("propose", &input)]),
            Why::InputNotAnObject,
        )
        .await;
    }
    check("max_tokens", json!([ours]), Why::MaxTokens).await;
    check("stop_sequence", json!([ours]), Why::StopSequence).await;
    check("malformed_model_output", json!([]), Why::MalformedModelOutput).await;
    check("malformed_tool_use", json!([]), Why::MalformedToolUse).await;
    check(
        "model_context_window_exceeded",
        json!([ours]),
        Why::ContextExceeded,
    )
    .await;
    check("guardrail_intervened", json!([ours]), Why::GuardrailIntervened).await;
    check("content_filtered", json!([]), Why::ContentFiltered).await;
    check("refusal", json!([ours]), Why::Refused).await;
    check("tired", json!([ours]), Why::UnknownStop(Code::of("tired"))).await;
}

#[tokio::test(start_paused = true)]
async fn what_the_service_cannot_have_meant_is_unreadable() {
    let says = |body: &str| Answer::After(Duration::ZERO, 200, Vec::new(), body.to_owned());
    for body in [
        "",
        "{}",
        "<html>",
        "{\"output\":",
        "[]",
        "{\"output\":7,\"stopReason\":\"end_turn\"}",
        "{\"output\":{\"message\":{\"content\":[{\"toolUse\":1}]}}}",
    ] {
        let answered = outcome_of(says(body)).await;
        assert_eq!(answered.outcome, Outcome::of(Why::Unreadable), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_known_by_its_header_its_body_or_its_status() {
    let check = async |status, header: Option<&str>, body: &str, expected: Why| {
        let headers = header.map(|header| ("x-amzn-errortype", header.to_owned()));
        let headers = headers.into_iter().collect();
        let said = Answer::After(Duration::ZERO, status, headers, body.to_owned());
        let answered = outcome_of(said).await;
        assert_eq!(
            answered.outcome,
            Outcome::of(expected),
            "{status} {header:?} {body}"
        );
        assert_eq!(answered.usage, None);
    };
    let throttled = Some("ThrottlingException:http://internal.example/");
    check(429, throttled, "{\"message\":\"slow\"}", Why::Throttled).await;
    check(
        400,
        None,
        "{\"__type\":\"a.b#AccessDeniedException\"}",
        Why::AccessDenied,
    )
    .await;
    check(400, None, "{\"message\":\"no\"}", Why::Invalid).await;
    check(
        400,
        Some("ValidationException"),
        "{\"message\":\"The provided model identifier is invalid.\"}",
        Why::NoSuchModel,
    )
    .await;
    check(503, None, "<html>bad gateway</html>", Why::Unavailable).await;
    check(500, None, "", Why::Internal).await;
    let new = Why::UnknownError {
        code: Code::of("BrandNewException"),
        passing: false,
    };
    check(418, Some("BrandNewException"), "{}", new).await;
}

#[tokio::test(start_paused = true)]
async fn a_call_is_cut_when_its_time_is_over() {
    let after = |millis| {
        let content = json!([used("propose", &json!({ "item": "soup" }))]);
        let body = answer("tool_use", &content).to_string();
        outcome_of(Answer::After(
            Duration::from_millis(millis),
            200,
            Vec::new(),
            body,
        ))
    };
    let answered = after(4499).await;
    assert_eq!(
        (answered.outcome.name(), answered.took.as_millis()),
        ("use", 4499)
    );
    for millis in [4501, 20_000] {
        let answered = after(millis).await;
        assert_eq!(answered.outcome, Outcome::FallBack(Why::Late));
        assert_eq!((answered.took, answered.usage), (WITHIN, None));
    }
}

#[tokio::test(start_paused = true)]
async fn a_broken_connection_is_not_tried_again() {
    let answered = outcome_of(Answer::Breaks).await;
    assert_eq!(answered.outcome, Outcome::Rest(Why::NotReached));
}

#[tokio::test(start_paused = true)]
async fn without_region_or_credentials_it_is_said_so() {
    let script = anything();
    let settings = || Settings::of(Configured::default()).unwrap();
    let nowhere = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .build();
    assert_eq!(
        Bedrock::new(&nowhere, settings()).unwrap_err(),
        BadSettings::NoRegion
    );
    let nobody = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("sa-east-1"))
        .http_client(script.clone())
        .build();
    let answered = Bedrock::new(&nobody, settings())
        .unwrap()
        .ask(&question(), WITHIN)
        .await;
    assert_eq!(answered.outcome, Outcome::Mend(Why::NoCredentials));
    assert!(script.asked().is_empty());
}
