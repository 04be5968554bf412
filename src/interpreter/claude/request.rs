//! One question to Claude, whoever carries it.

use serde_json::Value;

/// What Claude is asked in one call.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What it is told of its work and of the shop: the same for every turn of a language where the whole menu is in it.
    pub system: String,
    /// Whether `system` stays the same from turn to turn, so that keeping it read may pay.
    pub stable: bool,
    /// This turn, as data.
    pub turn: String,
    /// What it is to answer by.
    pub tool: Tool,
    /// The most tokens of an answer.
    pub most_tokens: i32,
}

/// The one tool by which Claude answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Tool {
    /// Its name: letters, digits, `_` and `-`, at most 64.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// The schema of its input, JSON Schema as strict tools take it.
    pub schema: Value,
}
