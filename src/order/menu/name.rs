//! What a thing is called in each language: singular, plural, gender, and how to say it aloud; and how that is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fields::{Fields, File, Place};
use super::read::Frame;
use crate::order::Language;

/// The longest text that is spoken of a thing, in characters.
const MOST_CHARS: usize = 200;

/// Grammatical gender, where a language has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// "uma calabresa".
    Feminine,
    /// "um guaraná".
    Masculine,
}

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// For one of it.
    pub one: String,
    /// For several of it.
    pub many: String,
    /// Its gender; always there in Portuguese, never in English.
    pub gender: Option<Gender>,
    /// Other things that people call it; understood, never spoken.
    pub also: Vec<String>,
    /// How to say `one` aloud, where speech engines misread the spelling.
    pub spoken: Option<String>,
    /// The masculine singular and plural of an adjective ("pequeno", "pequenos"), where they differ.
    pub masculine: Option<(String, String)>,
}

impl Name {
    /// Singular and plural as an adjective beside a noun of this gender.
    pub fn agreeing(&self, gender: Option<Gender>) -> (&str, &str) {
        match (gender, &self.masculine) {
            (Some(Gender::Masculine), Some((one, many))) => (one, many),
            _ => (&self.one, &self.many),
        }
    }

    /// Everything that people call it.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let masculine = self.masculine.iter().flat_map(|(one, many)| [one, many]);
        [&self.one, &self.many]
            .into_iter()
            .chain(&self.also)
            .chain(masculine)
            .map(String::as_str)
    }
}

/// A thing's names in every language that its shop declares.
pub type Names = BTreeMap<Language, Name>;

/// Reads a thing's names: those of every language that the shop declares must be there.
pub(super) fn names(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<Names> {
    let Some(mut tables) = fields.table("name", file) else {
        file.fault(
            fields.place,
            "`name` is missing: [….name.LANGUAGE] with `one`, `many`".to_owned(),
        );
        return None;
    };
    let mut names = Names::new();
    for language in Language::ALL {
        let table = tables.table(language.tag(), file);
        let declared = frame.languages.contains(&language);
        match table {
            Some(table) => names.extend(name(table, language, file).map(|name| (language, name))),
            None if declared => {
                file.fault(
                    tables.place,
                    format!("the name in {language} is missing, which the shop declares"),
                );
            }
            None => {}
        }
    }
    tables.finish(file);
    Some(names)
}

/// A table of texts by language, if it is there: where one language has a text, every declared one must.
pub(super) fn by_language(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    languages: &[Language],
    file: &mut File<'_>,
) -> BTreeMap<Language, String> {
    let mut texts = BTreeMap::new();
    let Some(mut table) = fields.table(key, file) else {
        return texts;
    };
    for language in Language::ALL {
        match table.text(language.tag(), file) {
            Some((text, place)) => {
                spoken_within_sentence(key, text, place, file);
                texts.insert(language, text.to_owned());
            }
            None if languages.contains(&language) && !table.has(language.tag()) => {
                let message = format!("`{key}` in {language} is missing, which the shop declares");
                file.fault(table.place, message);
            }
            None => {}
        }
    }
    table.finish(file);
    texts
}

/// Such a text stands in the middle of a sentence that is spoken.
fn spoken_within_sentence(key: &str, text: &str, place: Place, file: &mut File<'_>) {
    if text.chars().count() > MOST_CHARS {
        let message = format!("`{key}` is spoken, so it must be at most {MOST_CHARS} characters");
        file.fault(place, message);
    }
    if text.ends_with(['.', '!', '?']) {
        let message = format!("`{key}` stands in a sentence, so it ends without a full stop");
        file.fault(place, message);
    }
}

fn name(mut fields: Fields<'_, '_>, language: Language, file: &mut File<'_>) -> Option<Name> {
    let one = fields.need_text("one", file).map(|(text, _)| text.to_owned());
    let many = fields.text("many", file).map(|(text, _)| text.to_owned());
    let gender = gender(&mut fields, language, file);
    let also = fields
        .texts("also", file)
        .into_iter()
        .map(|(text, _)| text.to_owned())
        .collect();
    let spoken = fields.text("spoken", file).map(|(text, _)| text.to_owned());
    let masculine = masculine(&mut fields, gender, file);
    fields.finish(file);
    let one = one?;
    Some(Name {
        many: many.unwrap_or_else(|| one.clone()),
        one,
        gender,
        also,
        spoken,
        masculine,
    })
}

/// The masculine forms of an adjective whose own name is feminine.
fn masculine(
    fields: &mut Fields<'_, '_>,
    gender: Option<Gender>,
    file: &mut File<'_>,
) -> Option<(String, String)> {
    let one = fields.text("masculine", file);
    let many = fields.text("masculine_many", file);
    match (one, many) {
        (None, None) => None,
        (Some((one, _)), Some((many, _))) if gender == Some(Gender::Feminine) => {
            Some((one.to_owned(), many.to_owned()))
        }
        (Some((_, place)), _) | (None, Some((_, place))) => {
            let message = "`masculine` and `masculine_many` go together, beside gender = \"f\"".to_owned();
            file.fault(place, message);
            None
        }
    }
}

fn gender(fields: &mut Fields<'_, '_>, language: Language, file: &mut File<'_>) -> Option<Gender> {
    let given = fields.text("gender", file);
    match (language, given) {
        (Language::PtBr, Some(("f", _))) => Some(Gender::Feminine),
        (Language::PtBr, Some(("m", _))) => Some(Gender::Masculine),
        (Language::PtBr, Some((_, place))) => {
            file.fault(place, "`gender` must be \"f\" or \"m\"".to_owned());
            None
        }
        (Language::PtBr, None) => {
            file.fault(fields.place, "`gender` is missing: \"f\" or \"m\"".to_owned());
            None
        }
        (Language::EnUs, Some((_, place))) => {
            file.fault(place, "an English name has no `gender`".to_owned());
            None
        }
        (Language::EnUs, None) => None,
    }
}
