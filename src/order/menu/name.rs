//! What a thing is called in each language: singular, plural, gender, and how to say it aloud.

use std::collections::BTreeMap;

use crate::order::Language;

/// Grammatical gender, where a language has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "uma calabresa".
    Feminine,
    /// "um guaraná".
    Masculine,
}

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
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
