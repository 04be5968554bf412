//! The deployed stack, as a client of it sees it: functions to invoke, executions to look at.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use aws_sdk_sfn::types::HistoryEvent;
use comanda::aws::dynamodb::DynamoStore;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use serde_json::Value;

/// The longest that anything is waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// How often it is looked whether it has come.
const LOOK: Duration = Duration::from_millis(200);

/// Where the stack stands, as `tests/e2e/stack/deploy.py` says it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Stack {
    /// The emulator's address.
    pub(crate) endpoint: String,
    /// Names and ARNs of what was deployed, by their names in the template.
    pub(crate) resources: BTreeMap<String, String>,
}

impl Stack {
    /// The stack that was deployed for this run.
    pub(crate) fn deployed() -> Self {
        let file =
            std::env::var("COMANDA_STACK").expect("COMANDA_STACK names no stack: run tests/e2e/stack/run");
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    }

    /// Invokes a function, which must not fail.
    pub(crate) async fn invoke(&self, function: &str, event: &Value) -> Value {
        let (failed, answer) = self.try_invoke(function, event).await;
        assert!(!failed, "{function} failed: {answer}");
        answer
    }

    /// Invokes a function; whether it failed, and its answer.
    pub(crate) async fn try_invoke(&self, function: &str, event: &Value) -> (bool, Value) {
        let name = self.called(function);
        let uri = format!("{}/2015-03-31/functions/{name}/invocations", self.endpoint);
        let request = hyper::Request::post(uri)
            .header("content-type", "application/json")
            .header("authorization", "AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none")
            .body(Full::new(Bytes::from(event.to_string())))
            .unwrap();
        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let answer = client.request(request).await.unwrap();
        let failed = answer.headers().contains_key("x-amz-function-error") || !answer.status().is_success();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&body).into_owned();
        (failed, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }

    /// What a function is called by: what Alexa and Lex call, by its alias.
    fn called(&self, function: &str) -> String {
        let name = &self.resources[function];
        match self.resources.contains_key(&format!("{function}Aliaslive")) {
            true => format!("{name}:live"),
            false => name.clone(),
        }
    }

    /// Something of the emulator's own that is there to be looked at.
    pub(crate) async fn get(&self, path: &str) -> Value {
        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let answer = client
            .get(format!("{}{path}", self.endpoint).parse().unwrap())
            .await
            .unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&body).unwrap()
    }

    /// The store in the emulated DynamoDB.
    pub(crate) fn table(&self) -> DynamoStore {
        DynamoStore::new(self.dynamodb(), self.resources["Table"].clone())
    }

    /// A client of the emulated DynamoDB.
    pub(crate) fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        aws_sdk_dynamodb::Client::from_conf(
            aws_sdk_dynamodb::Config::builder()
                .behavior_version(aws_sdk_dynamodb::config::BehaviorVersion::latest())
                .region(aws_sdk_dynamodb::config::Region::new("us-east-1"))
                .credentials_provider(aws_sdk_dynamodb::config::Credentials::new(
                    "test", "test", None, None, "test",
                ))
                .endpoint_url(&self.endpoint)
                .http_client(aws_smithy_http_client::Builder::new().build_http())
                .build(),
        )
    }

    /// A client of the emulated Step Functions.
    pub(crate) fn workflows(&self) -> aws_sdk_sfn::Client {
        aws_sdk_sfn::Client::from_conf(
            aws_sdk_sfn::Config::builder()
                .behavior_version(aws_sdk_sfn::config::BehaviorVersion::latest())
                .region(aws_sdk_sfn::config::Region::new("us-east-1"))
                .credentials_provider(aws_sdk_sfn::config::Credentials::new(
                    "test", "test", None, None, "test",
                ))
                .endpoint_url(&self.endpoint)
                .http_client(aws_smithy_http_client::Builder::new().build_http())
                .build(),
        )
    }

    /// Whether an order has an execution.
    pub(crate) async fn has_started(&self, order: &str) -> bool {
        let execution = self.execution(order);
        self.workflows()
            .describe_execution()
            .execution_arn(execution)
            .send()
            .await
            .is_ok()
    }

    fn execution(&self, order: &str) -> String {
        let machine = self.resources["OrderMachine"].replace(":stateMachine:", ":execution:");
        format!("{machine}:{order}")
    }

    /// The history of an order's execution so far.
    pub(crate) async fn history(&self, order: &str) -> Vec<HistoryEvent> {
        let execution = self.execution(order);
        let history = self.workflows().get_execution_history().execution_arn(execution);
        let pages = history.into_paginator().items().send();
        pages.collect::<Result<Vec<_>, _>>().await.unwrap()
    }
}

/// Waits until something holds.
pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(begun.elapsed() < LONGEST_WAIT, "waited in vain for {what}");
        tokio::time::sleep(LOOK).await;
    }
}
