//! The offline interpreter behind the port: one grammar for each language that the shop declares, each compiled when it
//! is first spoken.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use async_trait::async_trait;

use super::from_menu::vocabulary;
use super::{Act, Certainty, Compiled, Explanation, Heard, Interpreter, Offline, Proposal, Suggesting};
use crate::order::{Draft, ItemId, Language, Menu};

/// The offline interpreter of a shop.
#[derive(Debug)]
pub struct OfflineInterpreter {
    menu: Arc<Menu>,
    /// For each language that the shop declares, its grammar: a function that starts for one customer needs one.
    by_language: BTreeMap<Language, OnceLock<Offline>>,
    /// Its names, where they were compiled beforehand.
    compiled: OnceLock<Compiled>,
}

impl OfflineInterpreter {
    /// An interpreter for every language of the menu's shop.
    pub fn new(menu: &Arc<Menu>) -> Self {
        let languages = menu.shop.languages.iter();
        Self {
            menu: Arc::clone(menu),
            by_language: languages.map(|language| (*language, OnceLock::new())).collect(),
            compiled: OnceLock::new(),
        }
    }

    /// The grammar of a language that the shop declares.
    pub fn grammar(&self, language: Language) -> Option<&Offline> {
        let compile = || Offline::new(vocabulary(&self.menu, language), language);
        let compiled = || self.compiled.get()?.grammar(&self.menu, language);
        let grammar = self.by_language.get(&language)?;
        Some(grammar.get_or_init(|| compiled().unwrap_or_else(compile)))
    }
}

#[async_trait]
impl Interpreter for OfflineInterpreter {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        match self.grammar(language) {
            Some(grammar) => grammar.read(&heard),
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

    fn adopt(&self, compiled: Compiled) {
        // Whoever adopts a second time has the same menu's.
        self.compiled.get_or_init(|| compiled);
    }

    fn prepare(&self, language: Language) {
        self.grammar(language);
    }
}
