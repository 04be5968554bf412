//! For tests: an HTTP client that answers from a script and keeps what it was asked. No sockets, so that time can be paused.

// Whoever includes this file uses a part of it. Clippy lets test functions unwrap, and does not see that this is of tests.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use serde_json::{Value, json};
use tokio::time::sleep;

/// What a scripted service does with a request.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// Answers with this status and body.
    Says(u16, Value),
    /// Answers with this status, headers and body as they stand, when this time is over.
    After(Duration, u16, Vec<(&'static str, String)>, String),
    /// Closes the connection: nobody knows whether the request was carried out.
    Breaks,
}

/// A request as it was sent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    /// Where to, with the scheme.
    pub(crate) uri: String,
    /// The operation, without the service's prefix.
    pub(crate) operation: String,
    /// The body.
    pub(crate) body: Value,
    /// The body as it was written.
    pub(crate) text: String,
    /// The headers.
    pub(crate) headers: Vec<(String, String)>,
}

impl Asked {
    /// What comes after the host.
    pub(crate) fn path(&self) -> &str {
        let (_, rest) = self.uri.split_once("://").unwrap();
        &rest[rest.find('/').unwrap()..]
    }

    /// Where `COMANDA_BODIES` names a folder, writes down there what was sent to an operation.
    pub(crate) fn write_down(&self, service: &str, operation: &str) {
        write_down(service, operation, "POST", self.path(), &self.headers, &self.text);
    }
}

/// Where `COMANDA_BODIES` names a folder, writes down there what was sent to an operation.
pub(crate) fn write_down(
    service: &str,
    operation: &str,
    method: &str,
    path: &str,
    headers: &[(String, String)],
    body: &str,
) {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let Some(folder) = std::env::var_os("COMANDA_BODIES") else {
        return;
    };
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let request = json!({
        "service": service, "operation": operation, "method": method, "path": path,
        "headers": headers, "body": body,
    });
    let name = format!("{service}-{operation}-{number}.json");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(std::path::Path::new(&folder).join(name), request.to_string()).unwrap();
}

/// The script: answers in order, of which the last is given again and again.
#[derive(Debug, Clone)]
pub(crate) struct Script {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
    waited: Arc<AtomicUsize>,
}

impl Script {
    /// A script of these answers, at least one.
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            asked: Arc::default(),
            waited: Arc::default(),
        }
    }

    /// How many of the answers that take time have been given: a call that was dropped before gets none.
    pub(crate) fn waited(&self) -> usize {
        self.waited.load(Ordering::Relaxed)
    }

    /// What has been asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
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
        let text = String::from_utf8(request.body().bytes().unwrap().to_vec()).unwrap();
        let headers = request.headers().iter();
        let asked = Asked {
            uri: request.uri().to_owned(),
            operation: target.rsplit('.').next().unwrap_or_default().to_owned(),
            body: serde_json::from_str(&text).unwrap(),
            text,
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        };
        self.asked.lock().unwrap().push(asked);
        match self.next() {
            Answer::Says(status, body) => HttpConnectorFuture::ready(Ok(response(status, body.to_string()))),
            Answer::After(time, status, headers, body) => {
                let waited = Arc::clone(&self.waited);
                HttpConnectorFuture::new(async move {
                    sleep(time).await;
                    waited.fetch_add(1, Ordering::Relaxed);
                    let mut response = response(status, body);
                    for (name, value) in headers {
                        response.headers_mut().insert(name, value);
                    }
                    Ok(response)
                })
            }
            Answer::Breaks => HttpConnectorFuture::ready(Err(ConnectorError::io("closed".into()))),
        }
    }
}

fn response(status: u16, body: String) -> HttpResponse {
    HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::from(body))
}

impl HttpClient for Script {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
