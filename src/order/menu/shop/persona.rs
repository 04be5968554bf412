//! The shop's tone: a few words a language, for whoever words replies of their own.

use std::collections::BTreeMap;

use crate::order::Language;
use crate::order::menu::fields::{Fields, File};

/// The longest description of a tone, in characters.
const MOST_CHARS: usize = 400;

/// `[persona]` with a text by language; a language that is left out gets a good waiter's.
pub(super) fn persona(
    fields: &mut Fields<'_, '_>,
    languages: &[Language],
    file: &mut File<'_>,
) -> BTreeMap<Language, String> {
    let mut personas = BTreeMap::new();
    let Some(mut table) = fields.table("persona", file) else {
        return personas;
    };
    for language in Language::ALL {
        let Some((text, place)) = table.text(language.tag(), file) else {
            continue;
        };
        if !languages.contains(&language) {
            file.fault(
                place,
                format!("the shop does not declare the language {language}"),
            );
        } else if text.chars().count() > MOST_CHARS {
            file.fault(
                place,
                format!("a persona is a few words: at most {MOST_CHARS} characters"),
            );
        } else {
            personas.insert(language, text.trim().to_owned());
        }
    }
    table.finish(file);
    personas
}
