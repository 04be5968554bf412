//! The interpreter's port.

use async_trait::async_trait;

use super::{Compiled, Explanation, Heard, Proposal};
use crate::order::{Draft, ItemId, Language};

/// Whoever understands free speech. It always answers: what is not understood is a proposal too.
#[async_trait]
pub trait Interpreter: Send + Sync + std::fmt::Debug {
    /// Reads one turn's words in a language, within the time that [`Heard::within`] leaves.
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal;

    /// Chooses one of several things to suggest with a draft; none: nothing is suggested.
    async fn suggest(&self, language: Language, draft: &Draft, candidates: &[ItemId]) -> Option<Suggesting>;

    /// Whether it reads a turn by the turns before it, so that those are worth keeping.
    fn looks_back(&self) -> bool {
        false
    }

    /// How the grammar by itself reads these words, for people; none where there is no grammar of the language.
    fn explain(&self, _language: Language, _heard: &Heard<'_>) -> Option<Explanation> {
        None
    }

    /// Takes the names of its menu as they were compiled beforehand, for every language of which no word was read yet.
    fn adopt(&self, _compiled: Compiled) {}

    /// Does beforehand what the first words in a language would otherwise wait for. Blocks while it does.
    fn prepare(&self, _language: Language) {}
}

/// What is to be suggested, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggesting {
    /// One of the candidates.
    pub item: ItemId,
    /// A sentence that says why and states no fact; none where the question alone will do.
    pub reason: Option<String>,
}
