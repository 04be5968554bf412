//! The phrases that mark details, one table a language: folded, words parted by one space, phrases by commas.
//!
//! Nothing in them belongs to a menu or a shop.

pub(super) mod en_us;
pub(super) mod pt_br;

#[cfg(test)]
use super::marks::Mark;
#[cfg(test)]
use crate::order::Language;

/// The phrases of a language, and what they mark.
#[cfg(test)]
pub(super) fn table(language: Language) -> impl Iterator<Item = &'static (Mark, &'static str)> {
    let (phrases, about) = match language {
        Language::EnUs => (en_us::PHRASES, en_us::ABOUT),
        Language::PtBr => (pt_br::PHRASES, pt_br::ABOUT),
    };
    phrases.iter().chain(about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::{lexicon::split, text};

    #[test]
    fn every_phrase_is_written_as_it_is_compared() {
        for language in Language::ALL {
            for phrase in table(language).flat_map(|(_, phrases)| split(phrases)) {
                assert_eq!(text::words(phrase).join(" "), phrase, "{language}");
            }
        }
    }
}
