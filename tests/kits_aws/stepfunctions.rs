//! What Step Functions was recorded to answer, given to our client over a socket: each is understood for what it is.
//!
//! The recordings hold parsed answers. Here they are put back on the wire: the error's code as `__type`, input and output as
//! JSON texts, dates as numbers.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../e2e/aws/loopback.rs"]
mod loopback;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use aws_sdk_sfn::config::retry::RetryConfig;
use aws_sdk_sfn::config::{BehaviorVersion, Credentials, Region};
use axum::Router;
use axum::http::StatusCode;
use comanda::app::{Machine, WorkflowError, Workflows};
use comanda::aws::stepfunctions::{MachineArns, StepFunctions};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// An answer as it stands on the wire, and the error's code if it is one.
struct Answer {
    from: PathBuf,
    status: u16,
    code: Option<String>,
    body: Value,
}

fn answers() -> Vec<Answer> {
    let folder = super::kits().join("wire/other/stepfunctions");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    files.into_iter().map(answer).collect()
}

fn answer(from: PathBuf) -> Answer {
    let recorded: Value = serde_json::from_slice(&std::fs::read(&from).unwrap()).unwrap();
    let recorded = &recorded["recorded"];
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let code = text(&recorded["Error"]["Code"]).or_else(|| text(&recorded["exception_typename"]));
    let status = recorded["ResponseMetadata"]["HTTPStatusCode"].as_u64();
    let status = status.unwrap_or(if code.is_some() { 400 } else { 200 });
    let body = match &code {
        Some(code) => json!({ "__type": code, "message": recorded["message"] }),
        None => on_the_wire(recorded),
    };
    Answer {
        from,
        status: u16::try_from(status).unwrap(),
        code,
        body,
    }
}

fn on_the_wire(recorded: &Value) -> Value {
    let Some(members) = recorded.as_object() else {
        return recorded.clone();
    };
    let members = members.iter().filter(|(name, _)| *name != "ResponseMetadata");
    let members = members.map(|(name, value)| {
        let value = match name.as_str() {
            "input" | "output" => json!(value.to_string()),
            name if name.ends_with("Date") => json!(1.5),
            _ => value.clone(),
        };
        (name.clone(), value)
    });
    Value::Object(members.collect())
}

/// Serves whatever answer is set.
async fn stub() -> (Arc<Mutex<(u16, String)>>, StepFunctions) {
    let said = Arc::new(Mutex::new((200, String::new())));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let says = Arc::clone(&said);
    let router = Router::new().fallback(move || {
        let (status, body) = says.lock().unwrap().clone();
        std::future::ready((StatusCode::from_u16(status).unwrap(), body))
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    let config = aws_sdk_sfn::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "stub"))
        .retry_config(RetryConfig::disabled())
        .endpoint_url(endpoint)
        .http_client(loopback::http_client())
        .build();
    let arn = || "arn:aws:states:us-east-1:000000000000:stateMachine:any".to_owned();
    let machines = MachineArns {
        quote: arn(),
        recommend: arn(),
        order: arn(),
    };
    (
        said,
        StepFunctions::new(aws_sdk_sfn::Client::from_conf(config), machines),
    )
}

/// What an execution's end must come to; none: nothing that an execution ends with.
fn ended(body: &Value) -> Option<Result<Value, WorkflowError>> {
    let text = |name: &str| body[name].as_str().map(str::to_owned).unwrap_or_default();
    match body["status"].as_str()? {
        "SUCCEEDED" => Some(Ok(serde_json::from_str(&text("output")).unwrap())),
        "FAILED" | "TIMED_OUT" => Some(Err(WorkflowError::Failed {
            error: text("error"),
            cause: text("cause"),
        })),
        _ => None,
    }
}

async fn check(workflows: &StepFunctions, answer: &Answer) {
    let from = answer.from.display();
    let run = workflows.run(Machine::Quote, "q1", json!({})).await;
    let Some(code) = &answer.code else {
        match ended(&answer.body) {
            Some(expected) => assert_eq!(run, expected, "{from}"),
            None => assert!(
                matches!(run, Err(WorkflowError::Unavailable(_))),
                "{from}: {run:?}"
            ),
        }
        if answer.body["executionArn"].is_string() {
            assert_eq!(
                workflows.start(Machine::Order, "o1", json!({})).await,
                Ok(()),
                "{from}"
            );
        }
        return;
    };
    let unavailable = Err(WorkflowError::Unavailable(code.clone()));
    assert_eq!(run.map(drop), unavailable, "{from}");
    let start = workflows.start(Machine::Order, "o1", json!({})).await;
    match code.as_str() {
        "ExecutionAlreadyExists" => assert_eq!(start, Ok(()), "{from}"),
        _ => assert_eq!(start, unavailable, "{from}"),
    }
    let told = match code.as_str() {
        "TaskTimedOut" | "TaskDoesNotExist" | "InvalidToken" => Err(WorkflowError::TooLate),
        _ => unavailable,
    };
    assert_eq!(workflows.succeed("token", json!({})).await, told, "{from}");
    assert_eq!(workflows.fail("token", "Error", "cause").await, told, "{from}");
}

#[tokio::test]
async fn every_recorded_answer_is_understood() {
    let (said, workflows) = stub().await;
    for answer in answers() {
        *said.lock().unwrap() = (answer.status, answer.body.to_string());
        check(&workflows, &answer).await;
    }
}
