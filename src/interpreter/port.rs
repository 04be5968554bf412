//! The interpreter's port.

use async_trait::async_trait;

use super::{Heard, Proposal};
use crate::order::Language;

/// Whoever understands free speech. It always answers: what is not understood is a proposal too.
#[async_trait]
pub trait Interpreter: Send + Sync + std::fmt::Debug {
    /// Reads one turn's words in a language.
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal;

    /// Does beforehand what the first words in a language would otherwise wait for. Blocks while it does.
    fn prepare(&self, _language: Language) {}
}
