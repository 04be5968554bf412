//! What is sent: the customer's words stand in the turn's JSON and nowhere else, and nothing of what is kept of anybody.

use serde_json::Value;

use super::attack::{Attack, Turn};
use super::shop::{PRIVATE, TestShop};

/// The members of a turn that there are.
const MEMBERS: [&str; 7] = [
    "transcripts",
    "verb_cut_off",
    "we_asked",
    "choices",
    "draft",
    "last_line",
    "before",
];
/// The most characters of one text of a customer's.
const MOST_CHARS: usize = 600;
/// The most bytes of a request beside what a customer said.
const MOST_BYTES: usize = 60_000;

/// What is wrong with a request.
pub(crate) fn faults(shop: &TestShop, body: &Value, attack: &Attack, turn: &Turn) -> Vec<String> {
    let mut faults = Vec::new();
    let text = body.to_string();
    // What the customer says is theirs to say.
    let said = |known: &str| {
        attack
            .turn
            .iter()
            .flat_map(Turn::transcripts)
            .any(|said| said.contains(known))
    };
    let sent = PRIVATE
        .iter()
        .filter(|known| text.contains(**known) && !said(known));
    faults.extend(sent.map(|known| format!("`{known}` is sent")));
    if text.len() > MOST_BYTES {
        faults.push(format!("{} bytes are sent", text.len()));
    }
    let messages = body["messages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let [message] = messages else {
        return vec![format!("{} messages are sent", messages.len())];
    };
    let content = message["content"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let ([content], "user") = (content, message["role"].as_str().unwrap_or_default()) else {
        return vec![format!("not one text of a user's: {message}")];
    };
    let data = content["text"].as_str().unwrap_or_default();
    if data.matches('<').count() != 2 || data.matches("</turn>").count() != 1 {
        faults.push(format!("marks within the data: {data}"));
    }
    let inner = data
        .strip_prefix("<turn>")
        .and_then(|data| data.strip_suffix("</turn>"));
    let inner = inner.and_then(|inner| serde_json::from_str::<Value>(inner).ok());
    let Some(Value::Object(inner)) = inner else {
        faults.push(format!("no JSON between the marks: {data}"));
        return faults;
    };
    let is_turn = is_turn(body);
    if is_turn {
        faults.extend(
            inner
                .keys()
                .filter(|key| !MEMBERS.contains(&key.as_str()))
                .map(|key| format!("`{key}` is sent")),
        );
        faults.extend(transcripts(&inner["transcripts"], turn));
    }
    // Beside the turn there is what every turn of this menu and language has.
    let mut rest = body.clone();
    rest["messages"] = Value::Null;
    faults.extend(
        shop.same_as_ever(is_turn, &rest)
            .then_some(())
            .is_none()
            .then(|| "system, tools or settings differ from another turn's".to_owned()),
    );
    faults
}

/// Whether a request is about a turn, and not about what to suggest.
pub(crate) fn is_turn(body: &Value) -> bool {
    body["toolConfig"]["tools"][0]["toolSpec"]["name"] == "understood"
}

fn transcripts(sent: &Value, turn: &Turn) -> Vec<String> {
    let said = turn.transcripts();
    let mut faults = Vec::new();
    for sent in sent.as_array().into_iter().flatten() {
        let text = sent["text"].as_str().unwrap_or_default();
        if text.chars().count() > MOST_CHARS || !said.iter().any(|said| said.starts_with(text)) {
            faults.push(format!("other words are sent than were said: {text}"));
        }
    }
    faults
}
