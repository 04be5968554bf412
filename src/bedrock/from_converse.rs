//! What the Converse API answered: its stop reason and its content, come to an outcome.

use std::collections::BTreeMap;

use aws_sdk_bedrockruntime::operation::converse::ConverseOutput;
use aws_sdk_bedrockruntime::types::{ContentBlock, TokenUsage, ToolUseBlock};
use aws_smithy_types::{Document, Number};
use serde_json::Value;

use crate::interpreter::claude::outcome::{Code, Outcome, Usage, Why};

/// What an answer comes to, and what it used.
pub(super) fn outcome(answer: ConverseOutput, tool: &str) -> (Outcome, Option<Usage>) {
    let used = answer.usage().map(usage);
    let why = match answer.stop_reason().as_str() {
        "tool_use" | "end_turn" => {
            return match input(answer, tool) {
                Ok(input) => (Outcome::Use { input }, used),
                Err(why) => (Outcome::of(why), used),
            };
        }
        "max_tokens" => Why::MaxTokens,
        "stop_sequence" => Why::StopSequence,
        "malformed_model_output" => Why::MalformedModelOutput,
        "malformed_tool_use" => Why::MalformedToolUse,
        "model_context_window_exceeded" => Why::ContextExceeded,
        "guardrail_intervened" => Why::GuardrailIntervened,
        "content_filtered" => Why::ContentFiltered,
        "refusal" => Why::Refused,
        other => Why::UnknownStop(Code::of(other)),
    };
    (Outcome::of(why), used)
}

/// The input of the one use of our tool. Text, reasoning, and uses of tools that nobody offered change nothing.
fn input(answer: ConverseOutput, tool: &str) -> Result<Value, Why> {
    let message = answer.output.and_then(|output| match output {
        aws_sdk_bedrockruntime::types::ConverseOutput::Message(message) => Some(message),
        // The SDK keeps the right to new kinds of output.
        _ => None,
    });
    let content = message.map(|message| message.content).unwrap_or_default();
    let used = content.into_iter().filter_map(|block| match block {
        ContentBlock::ToolUse(used) => Some(used),
        _ => None,
    });
    let (mut ours, others): (Vec<ToolUseBlock>, Vec<_>) = used.partition(|used| used.name() == tool);
    match (ours.pop(), ours.is_empty(), others.is_empty()) {
        (None, _, true) => Err(Why::NoToolUse),
        (None, _, false) => Err(Why::OtherTool),
        (Some(_), false, _) => Err(Why::SeveralToolUses),
        (Some(used), true, _) => match value(used.input) {
            input @ Value::Object(_) => Ok(input),
            _ => Err(Why::InputNotAnObject),
        },
    }
}

fn usage(sent: &TokenUsage) -> Usage {
    let tokens = |count: i32| u64::try_from(count).unwrap_or(0);
    Usage {
        input: tokens(sent.input_tokens()),
        output: tokens(sent.output_tokens()),
        cache_read: tokens(sent.cache_read_input_tokens().unwrap_or(0)),
        cache_written: tokens(sent.cache_write_input_tokens().unwrap_or(0)),
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
