//! Words as they are compared: folded, split, with their place in the transcript, and the keys by which
//! singular and plural, accented and bare, joined and parted spellings meet.
//!
//! Nothing here knows a menu or a lexicon.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::order::Language;

/// What is read of a transcript, in bytes; the rest is cut, on a word's border.
pub(super) const MOST_BYTES: usize = 1000;
/// What is read of a transcript, in words.
pub(super) const MOST_WORDS: usize = 200;

/// One word of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The word, lower case, without accents and apostrophes.
    pub(super) text: String,
    /// Where it stands in the transcript.
    pub(super) span: Range<usize>,
    /// Whether a comma, a full stop or a line break parts it from the word before.
    pub(super) pause: bool,
    /// Whether a hyphen and nothing else joins it to the word before.
    pub(super) joined: bool,
    /// Whether it was written with an accent.
    pub(super) accented: bool,
    /// Whether its spelling was put right.
    pub(super) corrected: bool,
}

/// Splits a transcript into words; hyphens, and borders of digits and letters, part words ("7-up", "500ml").
pub(super) fn tokens(transcript: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut pause = false;
    let mut chars = transcript.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if at >= MOST_BYTES || tokens.len() >= MOST_WORDS {
            break;
        }
        let Some(kind) = kind_of(c) else {
            pause |= matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '\n');
            continue;
        };
        let mut end = at + c.len_utf8();
        let mut before = c;
        while let Some(&(next_at, next)) = chars.peek() {
            let after = || transcript.get(next_at + next.len_utf8()..)?.chars().next();
            if !continues(kind, before, next, after) {
                break;
            }
            before = next;
            end = next_at + next.len_utf8();
            chars.next();
        }
        let written = transcript.get(at..end).unwrap_or_default();
        let accented = !written.is_ascii() && written.nfd().any(is_combining_mark);
        let text = fold(written);
        if !text.is_empty() {
            tokens.push(Token {
                text,
                span: at..end,
                pause,
                joined: joined(transcript, at),
                accented,
                corrected: false,
            });
            pause = false;
        }
    }
    tokens
}

/// Whether a hyphen inside a word stands right before a place.
fn joined(transcript: &str, at: usize) -> bool {
    let before = transcript.get(..at).and_then(|before| before.strip_suffix('-'));
    before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Digits,
    Sign,
}

fn kind_of(c: char) -> Option<Kind> {
    if c.is_ascii_digit() {
        Some(Kind::Digits)
    } else if c.is_alphanumeric() {
        Some(Kind::Letters)
    } else if matches!(c, '&' | '+') {
        Some(Kind::Sign)
    } else {
        None
    }
}

/// Whether `next` belongs to the word that `before` ends so far.
fn continues(kind: Kind, before: char, next: char, after: impl Fn() -> Option<char>) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    match kind {
        Kind::Sign => false,
        Kind::Digits => {
            digit(next) || (digit(before) && matches!(next, '.' | ',' | '/') && after().is_some_and(digit))
        }
        Kind::Letters => {
            kind_of(next) == Some(Kind::Letters)
                || (!next.is_ascii() && is_combining_mark(next))
                || (matches!(next, '\'' | '\u{2019}') && after().is_some_and(char::is_alphabetic))
        }
    }
}

/// Lower case, without accents and apostrophes; a decimal comma becomes a point.
pub(super) fn fold(text: &str) -> String {
    // Nearly every word is of letters that nothing composes: a whole lexicon goes through here when a process starts.
    if text.is_ascii() {
        let kept = text.bytes().filter(|byte| *byte != b'\'');
        let point = |byte| if byte == b',' { b'.' } else { byte };
        return kept
            .map(|byte| char::from(point(byte).to_ascii_lowercase()))
            .collect();
    }
    text.to_lowercase()
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '\u{2019}'))
        .map(|c| if c == ',' { '.' } else { c })
        .collect()
}

/// The folded words of a name.
pub(in crate::interpreter) fn words(name: &str) -> Vec<String> {
    if is_folded(name) {
        let words = name.split_ascii_whitespace().take(MOST_WORDS);
        return words.map(str::to_owned).collect();
    }
    tokens(name).into_iter().map(|token| token.text).collect()
}

/// The folded words of a phrase, parted by one space.
pub(super) fn phrase(text: &str) -> String {
    if is_folded(text) && !text.contains("  ") && text.trim_ascii().len() == text.len() {
        let spaces = text.bytes().filter(|byte| *byte == b' ').count();
        if spaces < MOST_WORDS {
            return text.to_owned();
        }
    }
    words(text).join(" ")
}

/// Whether a text is of folded words as it is, as nearly all of a lexicon are, which is compiled when a process starts.
fn is_folded(text: &str) -> bool {
    text.len() <= MOST_BYTES && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
}

/// A word without the endings of plural, gender and diminutive, so that forms of one word meet.
pub(super) fn stem(word: &str, language: Language) -> String {
    match language {
        Language::EnUs => stem_english(word).to_owned(),
        Language::PtBr => stem_portuguese(word),
    }
}

/// Puts the stem of a word at the end of a text.
pub(super) fn push_stem(text: &mut String, word: &str, language: Language) {
    match language {
        Language::EnUs => text.push_str(stem_english(word)),
        Language::PtBr => text.push_str(&stem_portuguese(word)),
    }
}

fn stem_english(word: &str) -> &str {
    if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") {
        return word;
    }
    if word.len() == 4 && word.ends_with('s') {
        return word.strip_suffix('s').unwrap_or(word);
    }
    for ending in ["ies", "oes", "ches", "shes", "xes", "sses", "zes"] {
        if word.ends_with(ending) {
            return word
                .strip_suffix("es")
                .map_or(word, |rest| rest.strip_suffix('i').unwrap_or(rest));
        }
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    // "fries" and "fry", "cookies" and "cookie" meet without their last vowel.
    match singular.strip_suffix(['y', 'e']) {
        Some(rest) if rest.len() > 1 && singular.len() > 2 => {
            rest.strip_suffix('i').filter(|r| r.len() > 2).unwrap_or(rest)
        }
        _ => singular,
    }
}

fn stem_portuguese(word: &str) -> String {
    if word.len() < 4 {
        return word.to_owned();
    }
    let singular = [
        ("oes", "ao"),
        ("aes", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("ois", "ol"),
        ("ns", "m"),
        ("res", "r"),
        ("zes", "z"),
    ]
    .iter()
    .find_map(|(plural, one)| {
        word.strip_suffix(plural)
            .filter(|rest| rest.len() > 1)
            .map(|rest| format!("{rest}{one}"))
    })
    .unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word).to_owned());
    for diminutive in ["zinho", "zinha", "inho", "inha"] {
        if let Some(rest) = singular.strip_suffix(diminutive).filter(|rest| rest.len() > 3) {
            // "Suquinho" is a small "suco".
            return match rest.strip_suffix("qu") {
                Some(begin) => stem_portuguese(&format!(
                    "{begin}c{}",
                    diminutive.chars().next_back().unwrap_or('o')
                )),
                None => rest.to_owned(),
            };
        }
    }
    if singular.len() > 4
        && !singular.ends_with("ao")
        && let Some(rest) = singular.strip_suffix(['o', 'a'])
    {
        return rest.to_owned();
    }
    singular
}

/// A rough key of how a word sounds: doubled letters once, letters of one sound alike.
pub(super) fn sound(word: &str) -> String {
    let spelt = word
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("ss", "s")
        .replace("ch", "x")
        .replace("qu", "k")
        .replace("ce", "se")
        .replace("ci", "si");
    let mut key = String::with_capacity(spelt.len());
    for c in spelt.chars() {
        let c = match c {
            'z' => 's',
            'c' => 'k',
            'y' => 'i',
            'h' if !key.is_empty() => continue,
            other => other,
        };
        if !key.ends_with(c) {
            key.push(c);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_parted() {
        let check = |text: &str, expected: &[&str]| assert_eq!(words(text), expected, "{text}");
        check("I'd like a 7-Up", &["id", "like", "a", "7", "up"]);
        check("Água, por favor!", &["agua", "por", "favor"]);
        check("500ml de coca-cola", &["500", "ml", "de", "coca", "cola"]);
        check("1,5 litro & 1/2", &["1.5", "litro", "&", "1/2"]);
        check("  ", &[]);
    }

    #[test]
    fn a_folded_text_is_read_as_its_tokens_are() {
        let check = |text: &str| {
            let read: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
            assert_eq!(words(text), read, "{text}");
            assert_eq!(phrase(text), read.join(" "), "{text}");
        };
        for text in [
            "",
            " ",
            "a large one",
            "  two   words ",
            "Coca-Cola",
            "pão de queijo",
            "it's",
        ] {
            check(text);
        }
        check(&"a ".repeat(MOST_WORDS + 50));
        check(&"abc ".repeat(MOST_WORDS));
        check(&"abcdefghij ".repeat(MOST_BYTES));
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        let check = |language, forms: &[&str]| {
            let stems: Vec<_> = forms.iter().map(|form| stem(form, language)).collect();
            assert!(
                stems.windows(2).all(|pair| pair[0] == pair[1]),
                "{forms:?}: {stems:?}"
            );
        };
        check(Language::EnUs, &["tomato", "tomatoes"]);
        check(Language::EnUs, &["cherry", "cherries"]);
        check(Language::EnUs, &["sandwich", "sandwiches"]);
        check(Language::EnUs, &["slice", "slices"]);
        check(Language::PtBr, &["limao", "limoes"]);
        check(Language::PtBr, &["pastel", "pasteis"]);
        check(Language::PtBr, &["media", "medio", "medias"]);
        check(Language::PtBr, &["broto", "brotinho", "brotinhos"]);
        check(Language::PtBr, &["suco", "suquinho", "suquinhos"]);
    }

    #[test]
    fn a_pause_is_remembered() {
        let pauses: Vec<bool> = tokens("no, wait. yes").iter().map(|token| token.pause).collect();
        assert_eq!(pauses, [false, true, true]);
    }
}
