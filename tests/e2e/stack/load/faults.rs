//! A bad day at AWS: what stands between the functions and the emulated services, and delays, refuses or loses a part of
//! what passes. Step Functions is played here: what matters of it is which executions were started, and how often.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

/// Of how many calls a fault befalls: one in so many hangs, is slow, refused, or carried out and its answer lost.
const HANGS: u64 = 300;
const SLOW: u64 = 25;
const REFUSED: u64 = 40;
const LOST: u64 = 60;
/// How slow a slow one is.
const SLOWNESS: Duration = Duration::from_millis(900);
/// How long one that hangs takes: longer than anybody waits.
const FOREVER: Duration = Duration::from_secs(20);

/// Services on a bad day.
#[derive(Clone)]
pub(super) struct BadDay {
    behind: String,
    client: Client<HttpConnector, Full<Bytes>>,
    calls: Arc<Mutex<u64>>,
    /// How often each execution of the order's machine was asked for.
    pub(super) started: Arc<Mutex<BTreeMap<String, u32>>>,
}

impl BadDay {
    /// Stands before the emulator at an address; its own address is the other thing returned.
    pub(super) async fn before(behind: &str) -> (Self, String) {
        let day = Self {
            behind: behind.to_owned(),
            client: Client::builder(TokioExecutor::new()).build_http(),
            calls: Arc::default(),
            started: Arc::default(),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let router = Router::new().fallback(pass).with_state(day.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (day, format!("http://localhost:{port}"))
    }

    /// A number that differs from call to call, and is the same in every run.
    fn fate(&self) -> u64 {
        let mut calls = self.calls.lock().unwrap();
        *calls += 1;
        let mut mixed = calls.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^= mixed >> 29;
        mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 17
    }

    fn workflows(&self, target: &str, body: &Bytes) -> Response {
        let body: Value = serde_json::from_slice(body).unwrap();
        let name = body["name"].as_str().unwrap_or_default().to_owned();
        if target.ends_with(".StartSyncExecution") {
            // The quote's workflow is out; the turn falls back on its own check.
            return unavailable();
        }
        if body["stateMachineArn"]
            .as_str()
            .is_some_and(|arn| arn.ends_with("Order"))
        {
            let mut started = self.started.lock().unwrap();
            *started.entry(name.clone()).or_default() += 1;
        }
        axum::Json(json!({ "executionArn": format!("arn:aws:states:us-east-1:000000000000:execution:Order:{name}"), "startDate": 1_795_212_000 }))
            .into_response()
    }

    async fn forward(&self, uri: &Uri, headers: &HeaderMap, body: Bytes) -> Response {
        let uri = format!("{}{}", self.behind, uri.path());
        let mut request = hyper::Request::post(uri);
        for (name, value) in headers
            .iter()
            .filter(|(name, _)| *name != "host" && *name != "content-length")
        {
            request = request.header(name, value);
        }
        let answer = self.client.request(request.body(Full::new(body)).unwrap()).await;
        let Ok(answer) = answer else { return unavailable() };
        let (parts, body) = answer.into_parts();
        let Ok(body) = body.collect().await else {
            return unavailable();
        };
        let content = parts.headers.get("content-type").cloned();
        let mut response = (parts.status, body.to_bytes()).into_response();
        if let Some(content) = content {
            response.headers_mut().insert("content-type", content);
        }
        response
    }
}

async fn pass(State(day): State<BadDay>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let fate = day.fate();
    if fate.is_multiple_of(HANGS) {
        tokio::time::sleep(FOREVER).await;
    }
    if fate.is_multiple_of(SLOW) {
        tokio::time::sleep(SLOWNESS).await;
    }
    if fate % REFUSED == 1 {
        return unavailable();
    }
    let target = headers
        .get("x-amz-target")
        .and_then(|target| target.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let answer = if target.starts_with("AWSStepFunctions") {
        day.workflows(&target, &body)
    } else {
        day.forward(&uri, &headers, body).await
    };
    // Carried out, and nobody hears of it.
    if fate % LOST == 2 { unavailable() } else { answer }
}

fn unavailable() -> Response {
    let body = json!({ "__type": "ServiceUnavailable", "message": "a bad day" });
    (StatusCode::SERVICE_UNAVAILABLE, axum::Json(body)).into_response()
}
