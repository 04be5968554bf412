//! The model: a Converse API without a socket that answers as an attack wants it to, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_bedrockruntime::config::{Credentials, SharedCredentialsProvider};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use serde_json::{Value, json};

/// A model that says what it is told to say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    turn: Option<Value>,
    suggestion: Option<Value>,
    asked: Vec<Value>,
}

impl Model {
    /// Says this about turns from now on; nothing: it uses no tool.
    pub(crate) fn says(&self, input: Option<Value>) {
        self.0.lock().unwrap().turn = input;
    }

    /// Suggests this from now on.
    pub(crate) fn suggests(&self, input: Option<Value>) {
        self.0.lock().unwrap().suggestion = input;
    }

    /// What it says now.
    pub(crate) fn turn(&self) -> Option<Value> {
        self.0.lock().unwrap().turn.clone()
    }

    /// What it suggests now.
    pub(crate) fn suggestion(&self) -> Option<Value> {
        self.0.lock().unwrap().suggestion.clone()
    }

    /// What it was asked since this was last looked at.
    pub(crate) fn take_asked(&self) -> Vec<Value> {
        std::mem::take(&mut self.0.lock().unwrap().asked)
    }

    /// How AWS is reached where this is all of it.
    pub(crate) fn config(&self) -> SdkConfig {
        let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("sa-east-1"))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .http_client(self.clone())
            .build()
    }

    fn answer(&self, body: Value) -> Value {
        let mut state = self.0.lock().unwrap();
        let tool = body["toolConfig"]["tools"][0]["toolSpec"]["name"].clone();
        let input = match tool.as_str() {
            Some("suggest") => state.suggestion.clone(),
            _ => state.turn.clone(),
        };
        state.asked.push(body);
        let (stop, content) = match input {
            Some(input) => (
                "tool_use",
                json!([{ "toolUse": { "toolUseId": "t1", "name": tool, "input": input } }]),
            ),
            None => ("end_turn", json!([{ "text": "Done." }])),
        };
        json!({
            "output": { "message": { "role": "assistant", "content": content } },
            "stopReason": stop,
            "usage": { "inputTokens": 400, "outputTokens": 40, "totalTokens": 440 },
            "metrics": { "latencyMs": 900 },
        })
    }
}

impl HttpConnector for Model {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = serde_json::from_slice(request.body().bytes().unwrap()).unwrap();
        let answer = self.answer(body).to_string();
        let answer = HttpResponse::new(StatusCode::try_from(200).unwrap(), SdkBody::from(answer));
        HttpConnectorFuture::ready(Ok(answer))
    }
}

impl HttpClient for Model {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
