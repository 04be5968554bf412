//! What stands in for Bedrock: a server on loopback that speaks Converse's wire form and answers by a script. It checks
//! nothing of what it is asked: bodies are held to the service's model elsewhere.

// Whoever includes this file uses a part of it. Clippy lets test functions unwrap, and does not see that this is of tests.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

/// The longest request that is read, in bytes.
const LONGEST: usize = 4_000_000;

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Which request it is, counted from 0.
    pub(crate) number: usize,
    /// Its path, as it was written.
    pub(crate) path: String,
    /// Its headers, with small letters.
    pub(crate) headers: Vec<(String, String)>,
    /// Its body.
    pub(crate) body: Value,
}

impl Asked {
    /// The name of the tool that is offered.
    pub(crate) fn tool(&self) -> &str {
        let name = &self.body["toolConfig"]["tools"][0]["toolSpec"]["name"];
        name.as_str().unwrap_or_default()
    }

    /// What the user said, as the JSON that it is; as a text where it is none.
    pub(crate) fn turn(&self) -> Value {
        let said = self.body["messages"].as_array().and_then(|said| said.last());
        let text = said.map_or("", |said| said["content"][0]["text"].as_str().unwrap_or_default());
        serde_json::from_str(text).unwrap_or_else(|_| json!(text))
    }
}

/// How an answer is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// As HTTP.
    Whole,
    /// As HTTP, and the connection is closed in the middle of the body.
    Cut,
    /// The body's bytes alone, with no HTTP around them.
    Bare,
    /// Not at all: the connection is closed.
    Not,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The headers, but for the length.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
    /// How long it is waited with.
    pub(crate) delay: Duration,
    /// How it is sent.
    pub(crate) sent: Sent,
}

impl Answer {
    /// A status with a body of JSON.
    pub(crate) fn of(status: u16, body: &Value) -> Self {
        Self {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_string().into_bytes(),
            delay: Duration::ZERO,
            sent: Sent::Whole,
        }
    }

    /// The model uses the tool that it was offered, with this input.
    pub(crate) fn uses_tool(asked: &Asked, input: &Value) -> Self {
        let used = json!({
            "toolUseId": format!("tooluse_{}", asked.number), "name": asked.tool(), "input": input,
            "type": "tool_use",
        });
        Self::stops("tool_use", &json!([{ "toolUse": used }]))
    }

    /// The model says this text, and uses no tool.
    pub(crate) fn says(text: &str) -> Self {
        Self::stops("end_turn", &json!([{ "text": text }]))
    }

    /// The model stops for this reason, with this content.
    pub(crate) fn stops(reason: &str, content: &Value) -> Self {
        let usage = json!({
            "inputTokens": 1200, "outputTokens": 80, "totalTokens": 3280, "cacheReadInputTokens": 2000,
            "cacheReadInputTokenCount": 2000, "cacheWriteInputTokens": 0, "cacheWriteInputTokenCount": 0,
            "serverToolUsage": {},
        });
        let body = json!({
            "metrics": { "latencyMs": 640 },
            "output": { "message": { "role": "assistant", "content": content } },
            "stopReason": reason,
            "usage": usage,
        });
        Self::of(200, &body)
    }

    /// The service refuses.
    pub(crate) fn error(status: u16, kind: &str, message: &str) -> Self {
        let mut answer = Self::of(status, &json!({ "message": message }));
        let kind = format!("{kind}:http://internal.amazon.com/coral/com.amazon.bedrock/");
        answer.headers.push(("x-amzn-errortype".to_owned(), kind));
        answer
    }

    /// The account's quota is used up.
    pub(crate) fn throttled() -> Self {
        let words = "Too many requests, please wait before trying again.";
        Self::error(429, "ThrottlingException", words)
    }

    /// Bytes instead of what the service would say.
    pub(crate) fn nonsense(bytes: &[u8]) -> Self {
        let mut answer = Self::of(200, &Value::Null);
        answer.body = bytes.to_vec();
        answer
    }

    /// The same, sent otherwise.
    pub(crate) fn sent(self, sent: Sent) -> Self {
        Self { sent, ..self }
    }

    /// The same, later.
    pub(crate) fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }
}

/// What a stand-in answers by.
pub(crate) trait Script: Fn(&Asked) -> Answer + Send + Sync + 'static {}

impl<F: Fn(&Asked) -> Answer + Send + Sync + 'static> Script for F {}

/// A model that uses the tool with what this makes of what the user said.
pub(crate) fn by_turn(input: impl Fn(&Value) -> Value + Send + Sync + 'static) -> impl Script {
    move |asked: &Asked| Answer::uses_tool(asked, &input(&asked.turn()))
}

/// A server, running until this is dropped.
#[derive(Debug)]
pub(crate) struct StandIn {
    address: String,
    state: Arc<State>,
    listening: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct State {
    connections: AtomicUsize,
    asked: Mutex<Vec<Asked>>,
}

impl StandIn {
    /// Answers on a free port.
    pub(crate) async fn start(script: impl Script) -> Self {
        Self::listening(TcpListener::bind("127.0.0.1:0").await.unwrap(), script)
    }

    /// Answers where this listens.
    pub(crate) fn listening(listener: TcpListener, script: impl Script) -> Self {
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (state, script) = (Arc::<State>::default(), Arc::new(script));
        let kept = Arc::clone(&state);
        let listening = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                kept.connections.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(serve(stream, Arc::clone(&kept), Arc::clone(&script)));
            }
        });
        Self {
            address,
            state,
            listening,
        }
    }

    /// What `AWS_ENDPOINT_URL_BEDROCK_RUNTIME` is set to.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What it has been asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.state.asked.lock().unwrap().clone()
    }

    /// How often it was connected to.
    pub(crate) fn connections(&self) -> usize {
        self.state.connections.load(Ordering::Relaxed)
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// Answers the requests of one connection, until either side closes it.
async fn serve(mut stream: TcpStream, state: Arc<State>, script: Arc<impl Script>) {
    let mut left = Vec::new();
    while let Some(mut asked) = read(&mut stream, &mut left).await {
        {
            let mut all = state.asked.lock().unwrap();
            asked.number = all.len();
            all.push(asked.clone());
        }
        let answer = script(&asked);
        sleep(answer.delay).await;
        if !write(&mut stream, &answer).await {
            return;
        }
    }
}

/// Sends an answer; whether another may follow on the same connection.
async fn write(stream: &mut TcpStream, answer: &Answer) -> bool {
    let body = &answer.body;
    let mut head = format!(
        "HTTP/1.1 {} X\r\ncontent-length: {}\r\n",
        answer.status,
        body.len()
    );
    for (name, value) in &answer.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    let (head, body): (&[u8], &[u8]) = match answer.sent {
        Sent::Whole => (head.as_bytes(), body),
        Sent::Cut => (head.as_bytes(), &body[..body.len() / 2]),
        Sent::Bare => (&[], body),
        Sent::Not => (&[], &[]),
    };
    let sent = stream.write_all(&[head, body].concat()).await;
    sent.is_ok() && answer.sent == Sent::Whole
}

/// The next request; none where there is no more, or none that could be read.
async fn read(stream: &mut TcpStream, left: &mut Vec<u8>) -> Option<Asked> {
    let mut part = vec![0; 16_384];
    loop {
        if let Some((asked, length)) = parse(left) {
            left.drain(..length);
            return Some(asked);
        }
        let read = stream.read(&mut part).await.ok()?;
        if read == 0 || left.len() > LONGEST {
            return None;
        }
        left.extend_from_slice(&part[..read]);
    }
}

/// The request that these bytes begin with, once it is there, and how long it is.
fn parse(bytes: &[u8]) -> Option<(Asked, usize)> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, length)| length.parse().unwrap_or(0));
    let body = bytes.get(end + 4..end + 4 + length)?;
    let asked = Asked {
        number: 0,
        path,
        headers,
        body: serde_json::from_slice(body).unwrap_or_default(),
    };
    Some((asked, end + 4 + length))
}
