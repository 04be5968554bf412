//! What the Converse API answered: its stop reason and its content, come to an outcome. Where the SDK refuses an answer, for
//! something new in it or for something that is of no account here, its body is read for just what is needed.

use std::collections::BTreeMap;

use aws_sdk_bedrockruntime::operation::converse::ConverseOutput;
use aws_sdk_bedrockruntime::types::{self, ContentBlock};
use aws_smithy_types::{Document, Number};
use serde_json::Value;

use crate::interpreter::claude::outcome::{Code, Outcome, Usage, Why};

/// What the SDK puts where an answer has no stop reason.
const NO_STOP: &str = "no value was set";

/// What is needed of an answer.
pub(super) struct Said {
    stop: String,
    /// The tools that are used, each with its input.
    used: Vec<(String, Value)>,
    usage: Option<Usage>,
}

impl Said {
    /// What an answer comes to, and what it used.
    pub(super) fn outcome(self, tool: &str) -> (Outcome, Option<Usage>) {
        let why = match self.stop.as_str() {
            "tool_use" | "end_turn" => match input(self.used, tool) {
                Ok(input) => return (Outcome::Use { input }, self.usage),
                Err(why) => why,
            },
            "max_tokens" => Why::MaxTokens,
            "stop_sequence" => Why::StopSequence,
            "malformed_model_output" => Why::MalformedModelOutput,
            "malformed_tool_use" => Why::MalformedToolUse,
            "model_context_window_exceeded" => Why::ContextExceeded,
            "guardrail_intervened" => Why::GuardrailIntervened,
            "content_filtered" => Why::ContentFiltered,
            "refusal" => Why::Refused,
            NO_STOP => Why::Unreadable,
            other => Why::UnknownStop(Code::of(other)),
        };
        (Outcome::of(why), self.usage)
    }

    /// As the SDK read it.
    pub(super) fn of(answer: ConverseOutput) -> Self {
        let tokens = |count: i32| u64::try_from(count).unwrap_or(0);
        let usage = answer.usage().map(|sent| Usage {
            input: tokens(sent.input_tokens()),
            output: tokens(sent.output_tokens()),
            cache_read: tokens(sent.cache_read_input_tokens().unwrap_or(0)),
            cache_written: tokens(sent.cache_write_input_tokens().unwrap_or(0)),
        });
        let stop = answer.stop_reason().as_str().to_owned();
        let content = match answer.output {
            Some(types::ConverseOutput::Message(message)) => message.content,
            // The SDK keeps the right to new kinds of output.
            _ => Vec::new(),
        };
        let used = content.into_iter().filter_map(|block| match block {
            ContentBlock::ToolUse(used) => Some((used.name, value(used.input))),
            _ => None,
        });
        Self {
            stop,
            used: used.collect(),
            usage,
        }
    }

    /// As it stands in a body; none where that is no answer.
    pub(super) fn of_body(body: &[u8]) -> Option<Self> {
        let body: Value = serde_json::from_slice(body).ok()?;
        let tokens = |usage: &Value, name| usage.get(name).and_then(Value::as_u64).unwrap_or(0);
        let usage = body.get("usage").filter(|usage| usage.is_object());
        let used = |block: &Value| {
            let used = block.get("toolUse")?;
            let name = used.get("name")?.as_str()?.to_owned();
            Some((name, used.get("input").cloned().unwrap_or_default()))
        };
        let content = body.pointer("/output/message/content").and_then(Value::as_array);
        Some(Self {
            stop: body.get("stopReason")?.as_str()?.to_owned(),
            used: content?.iter().filter_map(used).collect(),
            usage: usage.map(|usage| Usage {
                input: tokens(usage, "inputTokens"),
                output: tokens(usage, "outputTokens"),
                cache_read: tokens(usage, "cacheReadInputTokens"),
                cache_written: tokens(usage, "cacheWriteInputTokens"),
            }),
        })
    }
}

/// The input of the one use of our tool. Uses of tools that nobody offered change nothing.
fn input(used: Vec<(String, Value)>, tool: &str) -> Result<Value, Why> {
    let (mut ours, others): (Vec<_>, Vec<_>) = used.into_iter().partition(|(name, _)| name == tool);
    match (ours.pop(), ours.is_empty(), others.is_empty()) {
        (None, _, true) => Err(Why::NoToolUse),
        (None, _, false) => Err(Why::OtherTool),
        (Some(_), false, _) => Err(Why::SeveralToolUses),
        (Some((_, input @ Value::Object(_))), true, _) => Ok(input),
        (Some(_), true, _) => Err(Why::InputNotAnObject),
    }
}

/// A document as a value. The SDK keeps no order of members; here they stand by name. It reads no deeper than 128.
fn value(document: Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Bool(value) => Value::Bool(value),
        Document::Number(Number::PosInt(number)) => number.into(),
        Document::Number(Number::NegInt(number)) => number.into(),
        Document::Number(Number::Float(number)) => number.into(),
        Document::String(text) => Value::String(text),
        Document::Array(values) => values.into_iter().map(value).collect(),
        Document::Object(members) => {
            let members: BTreeMap<String, Document> = members.into_iter().collect();
            let members = members.into_iter().map(|(name, member)| (name, value(member)));
            Value::Object(members.collect())
        }
    }
}
