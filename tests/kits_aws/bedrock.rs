//! What Bedrock was recorded to answer, served over HTTP as it was: each ends in the outcome that its stop reason or its
//! error has, whichever file it is from.

use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_polly::config::{Credentials, SharedCredentialsProvider};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use comanda::bedrock::{Bedrock, Configured, Settings};
use comanda::interpreter::claude::outcome::{Answered, Code, Outcome, Why};
use comanda::interpreter::claude::{Request, Tool};
use serde_json::{Value, json};

use super::bedrock_stand_in::{Answer, Asked, Sent, StandIn};

const WITHIN: Duration = Duration::from_secs(20);

/// Headers that say how the recorded body travelled, in whose place values were replaced since.
const OF_THE_WAY: [&str; 4] = [
    "connection",
    "content-encoding",
    "content-length",
    "transfer-encoding",
];

/// A recorded answer, and what it is an answer to.
struct Recorded {
    from: String,
    stream: bool,
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Recorded {
    fn of(from: String, file: &Value) -> Self {
        let response = &file["response"];
        let headers = response["headers"].as_object().unwrap().iter();
        let body = match response["body_base64"].as_str() {
            Some(body) => STANDARD.decode(body).unwrap(),
            None => match &response["body"] {
                Value::Null => Vec::new(),
                Value::String(text) => text.clone().into_bytes(),
                body => body.to_string().into_bytes(),
            },
        };
        Self {
            from,
            stream: file["operation"] == "ConverseStream",
            status: u16::try_from(response["status"].as_u64().unwrap()).unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.as_str().unwrap().to_owned()))
                .filter(|(name, _)| !OF_THE_WAY.contains(&name.as_str()))
                .collect(),
            body,
        }
    }

    fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The tools that are used in it, each with its input.
    fn used(&self) -> Vec<(String, Value)> {
        let body = self.json().unwrap_or_default();
        let content = body["output"]["message"]["content"].as_array().cloned();
        let used = content.unwrap_or_default().into_iter().filter_map(|block| {
            let used = block.get("toolUse")?;
            Some((used["name"].as_str()?.to_owned(), used["input"].clone()))
        });
        used.collect()
    }

    /// The error's name, as the header has it or the body.
    fn error(&self) -> Option<String> {
        let header = self.headers.iter().find(|(name, _)| name == "x-amzn-errortype");
        let name = header.map(|(_, value)| value.clone());
        let name = name.or_else(|| Some(self.json()?["__type"].as_str()?.to_owned()))?;
        let name = name.split(':').next()?.rsplit('#').next()?.to_owned();
        Some(name)
    }

    /// What must become of it when `tool` is what was offered.
    fn expected(&self, tool: &str) -> Outcome {
        if self.status != 200 {
            return Outcome::of(self.refusal());
        }
        let body = self.json().unwrap_or_default();
        let Some(stop) = body["stopReason"].as_str() else {
            return Outcome::of(Why::Unreadable);
        };
        Outcome::of(match stop {
            "tool_use" | "end_turn" => return self.by_use(tool),
            "max_tokens" => Why::MaxTokens,
            "stop_sequence" => Why::StopSequence,
            "malformed_model_output" => Why::MalformedModelOutput,
            "malformed_tool_use" => Why::MalformedToolUse,
            "model_context_window_exceeded" => Why::ContextExceeded,
            "guardrail_intervened" => Why::GuardrailIntervened,
            "content_filtered" => Why::ContentFiltered,
            "refusal" => Why::Refused,
            other => Why::UnknownStop(Code::of(other)),
        })
    }

    fn by_use(&self, tool: &str) -> Outcome {
        let used = self.used();
        let ours: Vec<&Value> = used
            .iter()
            .filter(|(name, _)| name == tool)
            .map(|(_, input)| input)
            .collect();
        Outcome::of(match ours.as_slice() {
            [input] if input.is_object() => {
                return Outcome::Use {
                    input: (*input).clone(),
                };
            }
            [_] => Why::InputNotAnObject,
            [] if used.is_empty() => Why::NoToolUse,
            [] => Why::OtherTool,
            [_, _, ..] => Why::SeveralToolUses,
        })
    }

    fn refusal(&self) -> Why {
        let error = self.error();
        let known = error.as_deref().or(match self.status {
            400 => Some("ValidationException"),
            403 => Some("AccessDeniedException"),
            404 => Some("ResourceNotFoundException"),
            408 => Some("ModelTimeoutException"),
            424 => Some("ModelErrorException"),
            429 => Some("ThrottlingException"),
            500 => Some("InternalServerException"),
            502..=504 => Some("ServiceUnavailableException"),
            _ => None,
        });
        match known {
            Some("ThrottlingException" | "ServiceQuotaExceededException") => Why::Throttled,
            Some("ServiceUnavailableException") => Why::Unavailable,
            Some("InternalServerException") => Why::Internal,
            Some("ModelErrorException" | "ModelStreamErrorException") => Why::ModelError,
            Some("ModelTimeoutException") => Why::ModelTimeout,
            Some("ModelNotReadyException") => Why::ModelNotReady,
            Some("ValidationException") => self.invalid(),
            Some("ResourceNotFoundException") => Why::NoSuchModel,
            Some("AccessDeniedException") => Why::AccessDenied,
            Some("ExpiredTokenException") => Why::ExpiredCredentials,
            Some("UnrecognizedClientException" | "InvalidSignatureException") => Why::BadCredentials,
            other => Why::UnknownError {
                code: Code::of(other.unwrap_or(&format!("HTTP-{}", self.status))),
                passing: self.status == 429 || self.status >= 500,
            },
        }
    }

    fn invalid(&self) -> Why {
        let message = self.json().unwrap_or_default()["message"].to_string();
        let known = [
            ("model identifier is invalid", Why::NoSuchModel),
            ("on-demand throughput", Why::NeedsProfile),
            ("is too long", Why::ContextExceeded),
        ];
        let known = known.into_iter().find(|(words, _)| message.contains(words));
        known.map_or(Why::Invalid, |(_, why)| why)
    }
}

/// Every exchange of the folder and of those below it.
fn recorded() -> Vec<Recorded> {
    let folder = super::kits().join("wire/bedrock");
    let mut found = Vec::new();
    for folder in [folder.clone(), folder.join("constructed")] {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let files = paths
            .into_iter()
            .filter(|path| path.extension().is_some_and(|extension| extension == "json"));
        found.extend(files.map(|path| {
            let file = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            Recorded::of(path.display().to_string(), &file)
        }));
    }
    assert!(!found.is_empty(), "KITS_DIR names the folder of the kits");
    found
}

async fn ask(recorded: &Recorded, tool: &str) -> Answered {
    let answer = Answer {
        status: recorded.status,
        headers: recorded.headers.clone(),
        body: recorded.body.clone(),
        delay: Duration::ZERO,
        sent: Sent::Whole,
    };
    let stand_in = StandIn::start(move |_: &Asked| answer.clone()).await;
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(stand_in.address())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    let request = Request {
        system: "You take orders.".to_owned(),
        stable: false,
        turn: "{}".to_owned(),
        tool: Tool {
            name: Box::leak(tool.to_owned().into_boxed_str()),
            description: "Proposes changes.",
            schema: json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        },
        most_tokens: 100,
    };
    let settings = Settings::of(Configured::default()).unwrap();
    Bedrock::new(&config, settings)
        .unwrap()
        .ask(&request, WITHIN)
        .await
}

#[tokio::test]
async fn every_recorded_answer_has_its_outcome() {
    for recorded in recorded() {
        let mut tools: Vec<String> = recorded.used().into_iter().map(|(name, _)| name).collect();
        tools.push("propose".to_owned());
        for tool in tools {
            let answered = ask(&recorded, &tool).await;
            let from = &recorded.from;
            match recorded.stream {
                // Never asked for, and still no way to crash.
                true => assert!(answered.outcome.why().is_some(), "{from}: {answered:?}"),
                false => {
                    assert_eq!(answered.outcome, recorded.expected(&tool), "{from}");
                    let has_usage = recorded.json().is_some_and(|body| body["usage"].is_object());
                    assert_eq!(answered.usage.is_some(), has_usage, "{from}");
                }
            }
        }
    }
}
