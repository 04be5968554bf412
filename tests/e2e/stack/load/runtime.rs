//! A Lambda service in small: it starts `bootstrap` processes and hands each one invocation at a time, as the [Runtime API]
//! does.
//!
//! [Runtime API]: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as InPath, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use comanda::app::{Clock, IdSource};
use serde_json::Value;
use tokio::sync::{Mutex, mpsc, oneshot};

/// The time that Alexa gives a skill's function.
const TIMEOUT: Duration = Duration::from_secs(8);

/// What came of an invocation.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// The function's answer; none where it failed.
    pub(super) body: Option<Value>,
    /// From the invocation's being handed over to its answer.
    pub(super) took: Duration,
}

struct Invocation {
    event: String,
    answer: oneshot::Sender<Answer>,
}

struct Under {
    begun: Instant,
    answer: oneshot::Sender<Answer>,
}

/// One execution environment: a process that takes invocations from the queue that all of them share.
struct Environment {
    queue: Arc<Mutex<mpsc::Receiver<Invocation>>>,
    under: Mutex<Option<Under>>,
}

/// A function with a number of execution environments.
pub(super) struct Function {
    queue: mpsc::Sender<Invocation>,
    processes: Vec<Child>,
}

impl Function {
    /// Starts so many environments of a function.
    pub(super) async fn start(bootstrap: &Path, environments: usize, settings: &[(&str, String)]) -> Self {
        let (queue, waiting) = mpsc::channel(10_000);
        let waiting = Arc::new(Mutex::new(waiting));
        let mut processes = Vec::new();
        for _ in 0..environments {
            let environment = Arc::new(Environment {
                queue: Arc::clone(&waiting),
                under: Mutex::new(None),
            });
            let router = Router::new()
                .route("/2018-06-01/runtime/invocation/next", get(next))
                .route("/2018-06-01/runtime/invocation/{id}/response", post(response))
                .route("/2018-06-01/runtime/invocation/{id}/error", post(error))
                .with_state(environment);
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            tokio::spawn(async move { axum::serve(listener, router).await });
            let process = Command::new(bootstrap)
                .env_clear()
                .env("AWS_LAMBDA_RUNTIME_API", address.to_string())
                .env("AWS_LAMBDA_FUNCTION_NAME", "voice")
                .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
                .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
                .envs(settings.iter().map(|(name, value)| (name, value)))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            processes.push(process);
        }
        Self { queue, processes }
    }

    /// Invokes it, as soon as an environment is free.
    pub(super) async fn invoke(&self, event: &Value) -> Answer {
        let (answer, answered) = oneshot::channel();
        let event = event.to_string();
        self.queue.send(Invocation { event, answer }).await.unwrap();
        answered.await.unwrap()
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

async fn next(State(environment): State<Arc<Environment>>) -> Response {
    let Some(Invocation { event, answer }) = environment.queue.lock().await.recv().await else {
        return StatusCode::GONE.into_response();
    };
    let deadline = (Clock::System.now() + TIMEOUT).as_millisecond().to_string();
    let begun = Instant::now();
    *environment.under.lock().await = Some(Under { begun, answer });
    let headers = [
        (
            "lambda-runtime-aws-request-id",
            IdSource::Random.next().to_string(),
        ),
        ("lambda-runtime-deadline-ms", deadline),
        (
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:us-east-1:000000000000:function:voice".to_owned(),
        ),
        ("content-type", "application/json".to_owned()),
    ];
    (headers, event).into_response()
}

async fn response(
    State(environment): State<Arc<Environment>>,
    InPath(_): InPath<String>,
    body: Bytes,
) -> StatusCode {
    finish(&environment, serde_json::from_slice(&body).ok()).await
}

async fn error(State(environment): State<Arc<Environment>>, InPath(_): InPath<String>) -> StatusCode {
    finish(&environment, None).await
}

async fn finish(environment: &Environment, body: Option<Value>) -> StatusCode {
    let Some(Under { begun, answer }) = environment.under.lock().await.take() else {
        return StatusCode::BAD_REQUEST;
    };
    // Whoever asked may have gone: a retried invocation whose first answer was enough.
    let _ = answer.send(Answer {
        body,
        took: begun.elapsed(),
    });
    StatusCode::ACCEPTED
}
