//! A server on loopback that answers by path and keeps what it was asked.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn of(status: u16, body: String) -> Self {
        Self { status, body }
    }
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    path: String,
    body: Bytes,
}

impl Asked {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// A server, running until the test ends.
#[derive(Debug)]
pub(crate) struct StandIn {
    address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl StandIn {
    /// Answers each request by the first of these paths that its own begins with.
    pub(crate) async fn start(answers: Vec<(&str, Answer)>) -> Self {
        Self::with_error(answers, None).await
    }

    /// The same, with an error's name in AWS's header.
    pub(crate) async fn with_error(answers: Vec<(&str, Answer)>, error: Option<&str>) -> Self {
        let answers: Vec<(String, Answer)> = answers
            .into_iter()
            .map(|(path, answer)| (path.to_owned(), answer))
            .collect();
        let error = error.map(str::to_owned);
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let kept = Arc::clone(&asked);
        let router = Router::new().fallback(async move |request: Request| -> Response {
            let (parts, body) = request.into_parts();
            let path = parts.uri.path().to_owned();
            let body = to_bytes(body, 1_000_000).await.unwrap();
            let found = answers.iter().find(|(known, _)| path.starts_with(known.as_str()));
            let (_, answer) = found.unwrap_or_else(|| panic!("nobody answers {path}"));
            let asked = Asked {
                method: parts.method.to_string(),
                path,
                body,
            };
            kept.lock().unwrap().push(asked);
            let status = StatusCode::from_u16(answer.status).unwrap();
            let headers = error
                .iter()
                .map(|name| (HeaderName::from_static("x-amzn-errortype"), name.parse().unwrap()))
                .collect::<axum::http::HeaderMap>();
            (status, headers, answer.body.clone()).into_response()
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, asked }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The last request to a path that begins so.
    pub(crate) fn last(&self, path: &str) -> Asked {
        let asked = self.asked.lock().unwrap();
        asked
            .iter()
            .rev()
            .find(|asked| asked.path.starts_with(path))
            .unwrap()
            .clone()
    }
}
