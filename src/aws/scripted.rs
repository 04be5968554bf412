//! For tests: an HTTP client that answers from a script and keeps what it was asked. No sockets, so that time can be paused.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use serde_json::Value;

/// What a scripted service does with a request.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// Answers with this status and body.
    Says(u16, Value),
    /// Closes the connection: nobody knows whether the request was carried out.
    Breaks,
}

/// A request as it was sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked {
    /// Where to, with the scheme.
    pub(super) uri: String,
    /// The operation, without the service's prefix.
    pub(super) operation: String,
    /// The body.
    pub(super) body: Value,
}

/// The script: answers in order, of which the last is given again and again.
#[derive(Debug, Clone)]
pub(super) struct Script {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Script {
    /// A script of these answers, at least one.
    pub(super) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            asked: Arc::default(),
        }
    }

    /// What has been asked so far.
    pub(super) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    fn next(&self) -> Answer {
        let mut answers = self.answers.lock().unwrap();
        if answers.len() > 1 {
            answers.pop_front().unwrap()
        } else {
            answers.front().unwrap().clone()
        }
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let asked = Asked {
            uri: request.uri().to_owned(),
            operation: target.rsplit('.').next().unwrap_or_default().to_owned(),
            body: serde_json::from_slice(request.body().bytes().unwrap()).unwrap(),
        };
        self.asked.lock().unwrap().push(asked);
        HttpConnectorFuture::ready(match self.next() {
            Answer::Says(status, body) => Ok(HttpResponse::new(
                StatusCode::try_from(status).unwrap(),
                SdkBody::from(body.to_string()),
            )),
            Answer::Breaks => Err(ConnectorError::io("closed".into())),
        })
    }
}

impl HttpClient for Script {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
