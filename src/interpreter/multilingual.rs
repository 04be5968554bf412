//! The offline interpreter behind the port: one grammar for each language that the shop declares.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::from_menu::vocabulary;
use super::{Act, Certainty, Heard, Interpreter, Offline, Proposal};
use crate::order::{Language, Menu};

/// The offline interpreter of a shop.
#[derive(Debug)]
pub struct OfflineInterpreter {
    by_language: BTreeMap<Language, Offline>,
}

impl OfflineInterpreter {
    /// An interpreter for every language of the menu's shop.
    pub fn new(menu: &Menu) -> Self {
        let languages = menu.shop.languages.iter();
        let by_language =
            languages.map(|&language| (language, Offline::new(vocabulary(menu, language), language)));
        Self {
            by_language: by_language.collect(),
        }
    }
}

#[async_trait]
impl Interpreter for OfflineInterpreter {
    async fn interpret(&self, language: Language, heard: Heard<'_>) -> Proposal {
        match self.by_language.get(&language) {
            Some(offline) => offline.read(&heard),
            None => Proposal::of(Act::Nothing, Certainty::Unsure),
        }
    }
}
