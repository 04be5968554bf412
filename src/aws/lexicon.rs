//! How the menu's names are said, as [pronunciation lexicons] that Polly keeps: one set a language, named by what is in it,
//! so that another menu never speaks by an old one.
//!
//! [pronunciation lexicons]: https://www.w3.org/TR/pronunciation-lexicon/

use sha2::{Digest, Sha256};

use crate::channel::xml;
use crate::order::{Language, Menu};

/// Polly's limits: of a lexicon's characters, of a lexeme's, and of lexicons to one call.
const MOST_CHARS: usize = 4000;
const MOST_ALIAS_CHARS: usize = 100;
pub(super) const MOST_LEXICONS: usize = 5;

/// A lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    /// Its name: letters and digits, at most 20.
    pub name: String,
    /// Its content, as PLS.
    pub content: String,
}

/// The lexicons of a menu in a language; none where nothing on it is misread. What does not fit into five is left to be
/// read as it is written.
pub fn lexicons(menu: &Menu, language: Language) -> Vec<Lexicon> {
    let mut lexemes: Vec<String> = menu
        .names()
        .filter_map(|names| {
            let name = names.get(&language)?;
            lexeme(&name.one, name.spoken.as_deref()?)
        })
        .collect();
    lexemes.sort();
    lexemes.dedup();
    let (open, close) = around(language);
    let room = MOST_CHARS.saturating_sub(open.chars().count() + close.chars().count());
    let mut bodies: Vec<String> = Vec::new();
    for lexeme in lexemes {
        match bodies.last_mut() {
            Some(body) if body.chars().count() + lexeme.chars().count() <= room => body.push_str(&lexeme),
            Some(_) | None => bodies.push(lexeme),
        }
    }
    bodies.truncate(MOST_LEXICONS);
    bodies
        .into_iter()
        .map(|body| named(format!("{open}{body}{close}")))
        .collect()
}

fn around(language: Language) -> (String, &'static str) {
    let open = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><lexicon version=\"1.0\" \
         xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" alphabet=\"ipa\" xml:lang=\"{language}\">"
    );
    (open, "</lexicon>")
}

/// A name as it is written within a sentence and at its beginning, for Polly tells capital letters apart.
fn lexeme(written: &str, spoken: &str) -> Option<String> {
    let (written, spoken) = (xml::plain(written), xml::plain(spoken));
    let fits = |text: &str| (1..=MOST_ALIAS_CHARS).contains(&text.chars().count());
    if !(fits(&written) && fits(&spoken)) {
        return None;
    }
    let mut letters = written.chars();
    let first = letters.next()?;
    let capital: String = first.to_uppercase().chain(letters).collect();
    let mut graphemes = format!("<grapheme>{}</grapheme>", xml::escape(&written));
    if capital != written {
        graphemes.push_str(&format!("<grapheme>{}</grapheme>", xml::escape(&capital)));
    }
    Some(format!(
        "<lexeme>{graphemes}<alias>{}</alias></lexeme>",
        xml::escape(&spoken)
    ))
}

fn named(content: String) -> Lexicon {
    let hash = Sha256::digest(content.as_bytes());
    let hex: String = hash.iter().take(9).map(|byte| format!("{byte:02x}")).collect();
    Lexicon {
        name: format!("c{hex}"),
        content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::stubbed::menu;

    #[test]
    fn names_that_are_misread_are_in_it() {
        let menu = menu(&[("açaí", "assaí & cia"), ("suco", "")]);
        let found = lexicons(&menu, Language::PtBr);
        assert_eq!(found.len(), 1);
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><lexicon version=\"1.0\" \
            xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" alphabet=\"ipa\" xml:lang=\"pt-BR\">\
            <lexeme><grapheme>açaí</grapheme><grapheme>Açaí</grapheme><alias>assaí &amp; cia</alias></lexeme></lexicon>";
        assert_eq!(found[0].content, expected);
        assert!(found[0].name.len() <= 20 && found[0].name.chars().all(|c| c.is_ascii_alphanumeric()));
        assert_eq!(
            lexicons(&menu, Language::PtBr),
            found,
            "the same menu makes the same names"
        );
        assert!(lexicons(&menu, Language::EnUs).is_empty());
    }

    #[test]
    fn a_lexicon_is_never_too_long_and_there_are_never_too_many() {
        let names: Vec<(String, String)> = (0..400)
            .map(|n| (format!("prato {n} {}", "x".repeat(60)), format!("pra to {n}")))
            .collect();
        let names: Vec<(&str, &str)> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let found = lexicons(&menu(&names), Language::PtBr);
        assert_eq!(found.len(), MOST_LEXICONS);
        assert!(
            found
                .iter()
                .all(|lexicon| lexicon.content.chars().count() <= MOST_CHARS)
        );
        assert_eq!(lexeme(&"x".repeat(101), "y"), None);
        assert_eq!(lexeme("x", &"y".repeat(101)), None);
        assert_eq!(lexeme("", "y"), None);
    }
}
