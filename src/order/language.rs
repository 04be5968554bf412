//! The languages that Comanda speaks, and how a locale names one.

use serde::{Deserialize, Serialize};

/// A language in which everything can be said and understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English as spoken in the United States.
    #[serde(rename = "en-US")]
    EnUs,
    /// Portuguese as spoken in Brazil.
    #[serde(rename = "pt-BR")]
    PtBr,
}

impl Language {
    /// Every language, in the order in which files list them.
    pub const ALL: [Language; 2] = [Language::EnUs, Language::PtBr];

    /// The language of a BCP 47 locale, judged by its first subtag (`en-GB` and `en_US` are English).
    pub fn of_locale(locale: &str) -> Option<Self> {
        match locale.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::EnUs),
            "pt" => Some(Self::PtBr),
            _ => None,
        }
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::PtBr => "pt-BR",
        }
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}
