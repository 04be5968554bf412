//! A JSONata expression out of a definition: its source without the `{% %}`, and its syntax tree.
//!
//! What an expression may name is checked in [`super::parse`]; evaluating it is [`super::evaluation`]'s work.

use std::collections::BTreeSet;

use jsonata_core::ast::AstNode;
use jsonata_core::parser;

#[derive(Debug)]
pub(crate) struct Expression {
    /// As AWS quotes it in causes: without the delimiters and the blanks beside them.
    pub(crate) source: String,
    pub(crate) ast: AstNode,
    /// The variables and functions it names, for which variables are to be bound.
    pub(crate) variables: BTreeSet<String>,
}

impl Expression {
    /// The text between `{%` and `%}`, if the whole string is an expression.
    pub(crate) fn source_of(text: &str) -> Option<&str> {
        text.strip_prefix("{%")?.strip_suffix("%}").map(str::trim)
    }

    /// # Errors
    /// The parser's message, without its code, as `CreateStateMachine` words it.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        match parser::parse(source) {
            Ok(ast) => Ok(Self {
                source: source.to_owned(),
                ast,
                variables: BTreeSet::new(),
            }),
            Err(error) => Err(without_code(&error.to_string()).to_owned()),
        }
    }
}

/// `S0207: Unexpected end` becomes `Unexpected end`.
fn without_code(message: &str) -> &str {
    match jsonata_core::evaluator::error_code_prefix(message) {
        Some(code) => message.get(code.len() + 1..).unwrap_or_default().trim_start(),
        None => message,
    }
}
