//! The offline interpreter behind the port: one grammar for each language that the shop declares, each compiled when it
//! is first spoken.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use async_trait::async_trait;

use super::from_menu::vocabulary;
use super::{Act, Certainty, Explanation, Heard, Interpreter, Offline, Proposal, Suggesting, Vocabulary};
use crate::order::{Draft, ItemId, Language, Menu};

/// The offline interpreter of a shop.
#[derive(Debug)]
pub struct OfflineInterpreter {
    by_language: BTreeMap<Language, Grammar>,
}

/// A language's names, and what is compiled from them: a function that starts for one customer needs one language.
#[derive(Debug)]
struct Grammar {
    vocabulary: Vocabulary,
    compiled: OnceLock<Offline>,
}

impl OfflineInterpreter {
    /// An interpreter for every language of the menu's shop.
    pub fn new(menu: &Menu) -> Self {
        let grammar = |&language: &Language| {
            let grammar = Grammar {
                vocabulary: vocabulary(menu, language),
                compiled: OnceLock::new(),
            };
            (language, grammar)
        };
        Self {
            by_language: menu.shop.languages.iter().map(grammar).collect(),
        }
    }
}

impl OfflineInterpreter {
    /// The grammar of a language that the shop declares.
    pub fn grammar(&self, language: Language) -> Option<&Offline> {
        let grammar = self.by_language.get(&language)?;
        Some(grammar.compiled(language))
    }
}

impl Grammar {
    fn compiled(&self, language: Language) -> &Offline {
        let compile = || Offline::new(self.vocabulary.clone(), language);
        self.compiled.get_or_init(compile)
    }
}

#[async_trait]
impl Interpreter for OfflineInterpreter {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        match self.by_language.get(&language) {
            Some(grammar) => grammar.compiled(language).read(&heard),
            None => Proposal::of(Act::Nothing, Certainty::Unsure),
        }
    }

    async fn suggest(&self, _: Language, _: &Draft, candidates: &[ItemId]) -> Option<Suggesting> {
        let item = candidates.first()?.clone();
        Some(Suggesting { item, reason: None })
    }

    fn explain(&self, language: Language, heard: &Heard<'_>) -> Option<Explanation> {
        Some(self.grammar(language)?.explain(heard))
    }

    fn prepare(&self, language: Language) {
        if let Some(grammar) = self.by_language.get(&language) {
            grammar.compiled(language);
        }
    }
}
