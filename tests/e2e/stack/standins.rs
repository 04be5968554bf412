//! Stand-ins for what the emulator lacks: Alexa's services, Polly and Bedrock, on loopback. They keep what they were sent.

use std::sync::{Arc, LazyLock, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) path: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Value,
}

/// What was sent so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standins {
    sent: Arc<Mutex<Vec<Sent>>>,
}

impl Standins {
    /// The ones of this run, on a thread of their own; they begin to listen with the first call.
    pub(crate) fn running() -> &'static Self {
        static RUNNING: LazyLock<Standins> = LazyLock::new(|| {
            let standins = Standins::default();
            let router = Router::new().fallback(answer).with_state(standins.clone());
            let listener = std::net::TcpListener::bind(std::env::var("COMANDA_STANDINS").unwrap()).unwrap();
            listener.set_nonblocking(true).unwrap();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(async {
                    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                    axum::serve(listener, router).await
                })
            });
            standins
        });
        &RUNNING
    }

    /// What was sent to a path that begins so.
    pub(crate) fn sent_to(&self, path: &str) -> Vec<Sent> {
        let sent = self.sent.lock().unwrap();
        sent.iter()
            .filter(|sent| sent.path.starts_with(path))
            .cloned()
            .collect()
    }
}

async fn answer(
    State(standins): State<Standins>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let text = |name: header::HeaderName| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok().map(str::to_owned))
    };
    let as_json = serde_json::from_slice(&body);
    standins.sent.lock().unwrap().push(Sent {
        path: uri.path().to_owned(),
        authorization: text(header::AUTHORIZATION),
        body: as_json.unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&body).into_owned())),
    });
    let asked = standins.sent.lock().unwrap().last().map(|sent| sent.body.clone());
    match (method.as_str(), uri.path()) {
        ("POST", path) if path.ends_with("/converse") => axum::Json(converse(&asked.unwrap_or_default())).into_response(),
        ("POST", "/auth/o2/token") => axum::Json(json!({
            "access_token": "Atc|stand-in", "expires_in": 3600, "scope": "alexa::proactive_events", "token_type": "bearer",
        }))
        .into_response(),
        ("POST", path) if path.starts_with("/v1/proactiveEvents") => StatusCode::ACCEPTED.into_response(),
        ("POST", "/v1/directives") => StatusCode::NO_CONTENT.into_response(),
        ("POST", "/v1/speech") => ([(header::CONTENT_TYPE, "audio/mpeg")], vec![0xFF, 0xFB, 0x90, 0x00]).into_response(),
        ("PUT", path) if path.starts_with("/v1/lexicons/") => axum::Json(json!({})).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What Claude makes of what the grammar is not certain of, in one talk; of all else it makes nothing.
const UNDERSTOOD: [(&str, &str); 3] = [
    (
        "bota fé e manda um guaraná aí pra nóis",
        r#"{"act":"order","edits":[{"do":"add","item":"guarana","quantity":1,"cites":"manda um guaraná"}],"say":"Anotado, {lines}."}"#,
    ),
    (
        "agora aquele docinho de leite condensado que treme",
        r#"{"act":"order","edits":[{"do":"add","item":"flan","cites":"aquele docinho de leite condensado que treme"}]}"#,
    ),
    // Of what is not sold, on words that nobody said.
    (
        "arruma um trem bão demais da conta sô",
        r#"{"act":"order","edits":[{"do":"add","item":"feijoada","cites":"uma feijoada"}]}"#,
    ),
];

/// An answer of Converse in its own form.
fn converse(request: &Value) -> Value {
    let tool = request["toolConfig"]["tools"][0]["toolSpec"]["name"]
        .as_str()
        .unwrap_or_default();
    let texts = request["messages"].as_array().into_iter().flatten();
    let texts = texts.flat_map(|message| message["content"].as_array().into_iter().flatten());
    let text: String = texts.filter_map(|block| block["text"].as_str()).collect();
    let turn = text
        .split_once("<turn>")
        .and_then(|(_, rest)| rest.split_once("</turn>"));
    let turn: Value = turn.map_or(Value::Null, |(turn, _)| serde_json::from_str(turn).unwrap());
    let input = match tool {
        "suggest" => Some(json!({ "item": turn["candidates"][0]["id"], "reason": null })),
        _ => UNDERSTOOD
            .iter()
            .find(|(said, _)| turn["transcripts"][0]["text"] == *said)
            .map(|(_, input)| serde_json::from_str(input).unwrap()),
    };
    let (reason, content) = match input {
        Some(input) => (
            "tool_use",
            json!([{ "toolUse": { "toolUseId": "tooluse_standin", "name": tool, "input": input } }]),
        ),
        None => ("end_turn", json!([{ "text": "Pardon?" }])),
    };
    json!({
        "metrics": { "latencyMs": 5 },
        "output": { "message": { "role": "assistant", "content": content } },
        "stopReason": reason,
        "usage": { "inputTokens": 900, "outputTokens": 60, "totalTokens": 960 },
    })
}
