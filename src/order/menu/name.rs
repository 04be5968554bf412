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
}

/// A thing's names in every language that its shop declares.
pub type Names = BTreeMap<Language, Name>;
