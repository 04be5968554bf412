//! The phrases that mark details, one table a language: folded, words parted by one space, phrases by commas.
//!
//! Nothing in them belongs to a menu or a shop.

mod en_us;
mod pt_br;

use super::marks::Mark;
use crate::order::Language;

/// The table of a language.
pub(super) fn table(language: Language) -> &'static [(Mark, &'static str)] {
    match language {
        Language::EnUs => en_us::PHRASES,
        Language::PtBr => pt_br::PHRASES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::{lexicon::split, text};

    #[test]
    fn every_phrase_is_written_as_it_is_compared() {
        for language in Language::ALL {
            for phrase in table(language).iter().flat_map(|(_, phrases)| split(phrases)) {
                assert_eq!(text::words(phrase).join(" "), phrase, "{language}");
            }
        }
    }
}
