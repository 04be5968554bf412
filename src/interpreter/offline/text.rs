//! Words as they are compared: folded, split, with their place in the transcript, and the keys by which
//! singular and plural, accented and bare, joined and parted spellings meet.
//!
//! Nothing here knows a menu or a lexicon.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::word::Word;
use crate::order::Language;

/// What is read of a transcript, in bytes; the rest is cut, on a word's border.
pub(super) const MOST_BYTES: usize = 1000;
/// What is read of a transcript, in words.
pub(super) const MOST_WORDS: usize = 120;

/// About how many bytes a word takes with what parts it from the next; a little less than most do.
const LETTERS_A_WORD: usize = 4;

/// What is read of all transcripts of a turn together, in bytes.
pub(super) const MOST_IN_ALL: usize = 2 * MOST_BYTES;
/// What is read past [`MOST_BYTES`] of a word that begins before, in bytes.
const MOST_OVER: usize = 40;

/// A transcript as far as it is read.
pub(super) fn readable(transcript: &str) -> &str {
    if transcript.len() <= MOST_BYTES {
        return transcript;
    }
    let most = transcript.floor_char_boundary(MOST_BYTES + MOST_OVER);
    let least = transcript.floor_char_boundary(MOST_BYTES);
    let (head, tail) = transcript.get(..most).unwrap_or_default().split_at(least);
    let word_ends = tail.find(|c: char| c.is_whitespace());
    let end = word_ends.map_or(most, |end| head.len() + end);
    transcript.get(..end).unwrap_or_default()
}

/// One word of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The word, lower case, without accents and apostrophes.
    pub(super) text: Word,
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
    let mut tokens = Vec::with_capacity(transcript.len().min(MOST_BYTES) / LETTERS_A_WORD);
    let mut pause = false;
    let mut at = 0;
    while let Some(c) = char_at(transcript, at) {
        if at >= MOST_BYTES || tokens.len() >= MOST_WORDS {
            break;
        }
        let Some(kind) = kind_of(c) else {
            pause |= matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '\n');
            at += c.len_utf8();
            continue;
        };
        let (text, end, accented) = match Word::small_at(transcript, at) {
            Some(word) => {
                let end = at + word.len();
                (word, end, false)
            }
            None => word_at(transcript, at, kind, c),
        };
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
        at = end;
    }
    tokens
}

/// The word at a place that begins with a character of some kind, as words are compared, where it ends, and whether it is
/// written with accents.
fn word_at(transcript: &str, at: usize, kind: Kind, first: char) -> (Word, usize, bool) {
    let end = end_of_word(transcript, at, kind, first);
    let written = transcript.get(at..end).unwrap_or_default();
    let accented = !written.is_ascii() && written.nfd().any(is_combining_mark);
    (Word::from(fold(written)), end, accented)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        ascii if ascii.is_ascii() => Some(char::from(*ascii)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Where a word ends that begins with a character of some kind.
fn end_of_word(transcript: &str, at: usize, kind: Kind, first: char) -> usize {
    let mut end = at + first.len_utf8();
    let mut before = first;
    while let Some(next) = char_at(transcript, end) {
        let after = || char_at(transcript, end + next.len_utf8());
        if !continues(kind, before, next, after) {
            break;
        }
        before = next;
        end += next.len_utf8();
    }
    end
}

/// Whether a hyphen inside a word stands right before a place.
fn joined(transcript: &str, at: usize) -> bool {
    let hyphen = at
        .checked_sub(1)
        .filter(|before| transcript.as_bytes().get(*before) == Some(&b'-'));
    let before = hyphen.and_then(|hyphen| transcript.get(..hyphen));
    before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Digits,
    Sign,
}

fn kind_of(c: char) -> Option<Kind> {
    if c.is_ascii_alphabetic() {
        Some(Kind::Letters)
    } else if c.is_ascii_digit() {
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

/// Whether a word is folded as it is.
fn is_small(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Lower case, without accents and apostrophes; a decimal comma becomes a point.
pub(super) fn fold(text: &str) -> String {
    // Nearly every word is of letters that nothing composes: a whole lexicon goes through here when a process starts.
    if is_small(text) {
        return text.to_owned();
    }
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
    words_of(name).into_iter().map(Cow::into_owned).collect()
}

/// The same, where a name that is folded as it is lends its words.
pub(super) fn words_of(name: &str) -> Vec<Cow<'_, str>> {
    if is_folded(name) {
        let words = name.split_ascii_whitespace().take(MOST_WORDS);
        return words.map(Cow::Borrowed).collect();
    }
    let tokens = tokens(name);
    let words = tokens.iter().map(|token| Cow::Owned(token.text.to_string()));
    words.collect()
}

/// The folded words of a phrase, parted by one space.
pub(super) fn phrase(text: &str) -> Cow<'_, str> {
    if is_phrase(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(words(text).join(" "))
}

/// Whether a text is of folded words parted by one space as it is.
fn is_phrase(text: &str) -> bool {
    let mut spaces = 0;
    let mut before = b' ';
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' => {}
            b' ' if before != b' ' => spaces += 1,
            _ => return false,
        }
        before = byte;
    }
    (before != b' ' || text.is_empty()) && spaces < MOST_WORDS && text.len() <= MOST_BYTES
}

/// Whether a text is of folded words as it is, as nearly all of a lexicon are, which is compiled when a process starts.
fn is_folded(text: &str) -> bool {
    text.len() <= MOST_BYTES && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')
}

/// A word without the endings of plural, gender and diminutive, so that forms of one word meet.
pub(super) fn stem(word: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::EnUs => Cow::Borrowed(stem_english(word)),
        Language::PtBr => stem_portuguese(word),
    }
}

/// "Basis" is one thing; "açaís" are several.
fn is_no_plural(word: &str) -> bool {
    word.strip_suffix("is").is_some_and(|rest| !rest.ends_with('a'))
}

fn stem_english(word: &str) -> &str {
    if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || is_no_plural(word) {
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

/// The endings of plurals, and what stands for each in the singular.
const PLURALS: [(&str, &str); 8] = [
    ("oes", "ao"),
    ("aes", "ao"),
    ("ais", "al"),
    ("eis", "el"),
    ("ois", "ol"),
    ("ns", "m"),
    ("res", "r"),
    ("zes", "z"),
];

fn stem_portuguese(word: &str) -> Cow<'_, str> {
    if word.len() < 4 {
        return Cow::Borrowed(word);
    }
    let Some(bare) = word.strip_suffix('s') else {
        return stem_singular(word);
    };
    let plural = PLURALS.iter().find_map(|(plural, one)| {
        let rest = word.strip_suffix(plural).filter(|rest| rest.len() > 1)?;
        Some(format!("{rest}{one}"))
    });
    match plural {
        Some(singular) => Cow::Owned(stem_singular(&singular).into_owned()),
        None => stem_singular(bare),
    }
}

/// The stem of a word in the singular.
fn stem_singular(singular: &str) -> Cow<'_, str> {
    for diminutive in ["zinho", "zinha", "inho", "inha"] {
        if let Some(rest) = singular.strip_suffix(diminutive).filter(|rest| rest.len() > 3) {
            // "Suquinho" is a small "suco".
            return match rest.strip_suffix("qu") {
                Some(begin) => {
                    let gender = diminutive.chars().next_back().unwrap_or('o');
                    Cow::Owned(stem_portuguese(&format!("{begin}c{gender}")).into_owned())
                }
                None => Cow::Borrowed(rest),
            };
        }
    }
    if singular.len() > 4
        && !singular.ends_with("ao")
        && let Some(rest) = singular.strip_suffix(['o', 'a'])
    {
        return Cow::Borrowed(rest);
    }
    Cow::Borrowed(singular)
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
            let read: Vec<String> = tokens(text).iter().map(|token| token.text.to_string()).collect();
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
