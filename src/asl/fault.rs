//! What is wrong with a definition, and where. Codes are those of `ValidateStateMachineDefinition`.

use std::fmt;

/// One reason to refuse a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind of fault.
    pub code: FaultCode,
    /// Where, as AWS writes places: `/States/Cook/Catch[0]/Next`; empty for the machine itself.
    pub path: String,
    /// What is wrong, in words.
    pub message: String,
}

impl Fault {
    /// True where AWS would accept the definition and only this engine does not run it.
    #[must_use]
    pub fn is_unsupported(&self) -> bool {
        matches!(self.code, FaultCode::Unsupported)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        write!(f, "{path}: {} ({})", self.message, self.code)
    }
}

/// The diagnostic codes of `ValidateStateMachineDefinition`, and one of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultCode {
    /// The definition is no JSON.
    InvalidJsonDescription,
    /// A field is missing, misplaced or of the wrong form.
    SchemaValidationFailed,
    /// A transition leads nowhere, or nothing leads to a state.
    MissingTransitionTarget,
    /// No state of the machine is terminal.
    MissingEndState,
    /// Two states have one name.
    DuplicateStateName,
    /// An expression does not parse as JSONata 2.0.6.
    InvalidJsonataExpression,
    /// An expression names what a state machine does not offer.
    UnsupportedJsonataExpression,
    /// Not a code of AWS's: valid there, not run here.
    Unsupported,
}

impl fmt::Display for FaultCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InvalidJsonDescription => "INVALID_JSON_DESCRIPTION",
            Self::SchemaValidationFailed => "SCHEMA_VALIDATION_FAILED",
            Self::MissingTransitionTarget => "MISSING_TRANSITION_TARGET",
            Self::MissingEndState => "MISSING_END_STATE",
            Self::DuplicateStateName => "DUPLICATE_STATE_NAME",
            Self::InvalidJsonataExpression => "INVALID_JSONATA_EXPRESSION",
            Self::UnsupportedJsonataExpression => "UNSUPPORTED_JSONATA_EXPRESSION",
            Self::Unsupported => "UNSUPPORTED",
        })
    }
}

/// At most this many faults are listed; a definition of one megabyte could hold a fault every few bytes.
const MAX_FAULTS: usize = 1000;

/// Faults collected while a definition is read.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, code: FaultCode, path: impl Into<String>, message: impl Into<String>) {
        if self.0.len() < MAX_FAULTS {
            self.0.push(Fault {
                code,
                path: path.into(),
                message: message.into(),
            });
        }
    }

    pub(crate) fn schema(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.add(FaultCode::SchemaValidationFailed, path, message);
    }

    pub(crate) fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}
