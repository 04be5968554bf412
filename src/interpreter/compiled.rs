//! A menu's names as the grammar compiled them, for each of the shop's languages: made where a package is built, and read
//! where a function starts cold. Without them, or by another lexicon's, the names are compiled anew.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::from_menu::vocabulary;
use super::{Offline, OfflineInterpreter};
use crate::order::{Language, Menu};

/// The compiled names of a menu.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Compiled {
    /// Of the lexicons by which they were compiled.
    lexicons: u64,
    #[serde(borrow = "'static")]
    languages: Vec<(Language, &'static [u8])>,
}

impl Compiled {
    /// Compiles the names of a menu, and writes them down.
    ///
    /// # Errors
    /// None of a menu that was read.
    pub fn write(menu: &Menu) -> Result<Vec<u8>, postcard::Error> {
        let interpreter = OfflineInterpreter::new(&Arc::new(menu.clone()));
        let mut languages = Vec::new();
        for language in &menu.shop.languages {
            if let Some(grammar) = interpreter.grammar(*language) {
                languages.push((*language, grammar.compiled()?));
            }
        }
        postcard::to_allocvec(&(Offline::LEXICONS, languages))
    }

    /// What was written; none where these are not the lexicons by which it was compiled.
    ///
    /// # Errors
    /// Where it is not what was written.
    pub fn read(bytes: &'static [u8]) -> Result<Option<Self>, postcard::Error> {
        let compiled: Self = postcard::from_bytes(bytes)?;
        Ok((compiled.lexicons == Offline::LEXICONS).then_some(compiled))
    }

    /// The grammar of a language of the menu of which this was compiled.
    pub(super) fn grammar(&self, menu: &Menu, language: Language) -> Option<Offline> {
        let (_, names) = self.languages.iter().find(|(known, _)| *known == language)?;
        Offline::of_compiled(vocabulary(menu, language), language, names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::{Heard, Interpreter as _, Transcript};
    use crate::order::Draft;
    use crate::order::menu::sample_tests::sample;

    #[test]
    fn by_compiled_names_all_is_read_as_by_names() {
        let menu = Arc::new(sample());
        let anew = OfflineInterpreter::new(&menu);
        let before = OfflineInterpreter::new(&menu);
        let compiled = Compiled::read(Compiled::write(&menu).unwrap().leak());
        before.adopt(compiled.unwrap().unwrap());
        let draft = Draft::default();
        for language in Language::ALL {
            let (anew, before) = (anew.grammar(language).unwrap(), before.grammar(language).unwrap());
            for name in menu.names().filter_map(|names| names.get(&language)) {
                for said in [
                    format!("two {}, no, one", name.many),
                    format!("{} com queijo", name.one),
                ] {
                    let transcripts = [Transcript::certain(&said)];
                    let heard = Heard {
                        transcripts: &transcripts,
                        hint: None,
                        draft: &draft,
                        asked: None,
                        last_line: None,
                        spoken: None,
                        recent: &[],
                        within: None,
                    };
                    assert_eq!(before.read(&heard), anew.read(&heard), "{said}");
                }
            }
        }
    }

    #[test]
    fn what_other_lexicons_compiled_is_not_taken() {
        let other: &[u8] = postcard::to_allocvec(&(Offline::LEXICONS ^ 1, Vec::<(Language, &[u8])>::new()))
            .unwrap()
            .leak();
        assert!(Compiled::read(other).unwrap().is_none());
        assert!(Compiled::read(b"").is_err());
    }
}
