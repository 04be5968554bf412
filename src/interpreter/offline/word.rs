//! Words as they are looked up: texts that know their hash.
//!
//! The hash of a phrase is made of its words' hashes, so that no phrase is put together to be looked up.

use std::borrow::Cow;

use smol_str::SmolStr;

use super::text::Token;

/// The hash of a text: that of its words (polynomial, so that a word put behind another is not hashed again), put together
/// from first to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TextHash(u64);

impl Default for TextHash {
    /// Of no letters.
    fn default() -> Self {
        Self(Self::NOTHING)
    }
}

impl TextHash {
    const NOTHING: u64 = 0;
    const PRIME: u64 = 0x0000_0100_0000_01b3;

    /// The hash of a text.
    pub(super) fn of(text: &str) -> Self {
        PhraseHash::of(text).whole
    }

    /// The hash of a text without spaces, and what to put it behind another one's letters with.
    pub(super) fn of_letters(text: &str) -> Letters {
        let begin = Letters::default();
        text.bytes().fold(begin, |letters, byte| Letters {
            hash: Self(Self::with(letters.hash.0, byte)),
            place: letters.place.wrapping_mul(Self::PRIME),
        })
    }

    /// The hash of this text, which has no spaces, with more letters right behind it.
    pub(super) fn joined_with(self, letters: Letters) -> Self {
        Self(self.0.wrapping_mul(letters.place).wrapping_add(letters.hash.0))
    }

    const fn with(word: u64, byte: u8) -> u64 {
        word.wrapping_mul(Self::PRIME).wrapping_add(byte as u64)
    }

    /// The hash of this text with one more word behind it.
    pub(super) const fn and(self, word: Self) -> Self {
        Self((self.0 ^ word.0.rotate_left(23)).wrapping_mul(Self::PRIME))
    }

    const fn put_behind(before: Option<Self>, word: Self) -> Self {
        match before {
            Some(before) => before.and(word),
            None => word,
        }
    }

    /// All of its bits mixed, as tables want them.
    pub(super) const fn mixed(self) -> u64 {
        let mixed = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    }
}

/// The hash of letters that may be put behind others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    hash: TextHash,
    /// The hash's prime to the power of how many there are.
    place: u64,
}

impl Default for Letters {
    /// Of no letters.
    fn default() -> Self {
        Self {
            hash: TextHash::default(),
            place: 1,
        }
    }
}

/// The hashes of a phrase, its words parted by one space, found in one go.
#[derive(Debug)]
pub(super) struct PhraseHash {
    /// Where its first word ends, and that word's hash.
    pub(super) first: (usize, TextHash),
    /// That of all of it.
    pub(super) whole: TextHash,
    /// How many words it has.
    pub(super) words: usize,
}

impl PhraseHash {
    /// The hashes of a text.
    pub(super) fn of(text: &str) -> Self {
        Self::of_bytes(text.as_bytes())
    }

    /// The hashes of a text by its bytes.
    pub(super) const fn of_bytes(text: &[u8]) -> Self {
        let mut first: Option<(usize, TextHash)> = None;
        let mut before: Option<TextHash> = None;
        let mut word = TextHash::NOTHING;
        let mut words = 1;
        let mut rest = text;
        while let [byte, behind @ ..] = rest {
            if *byte == b' ' {
                let hash = TextHash::put_behind(before, TextHash(word));
                before = Some(hash);
                if first.is_none() {
                    first = Some((text.len() - rest.len(), hash));
                }
                word = TextHash::NOTHING;
                words += 1;
            } else {
                word = TextHash::with(word, *byte);
            }
            rest = behind;
        }
        let whole = TextHash::put_behind(before, TextHash(word));
        let first = match first {
            Some(first) => first,
            None => (text.len(), whole),
        };
        Self { first, whole, words }
    }
}

/// A word, or several that stand for one, that knows its hash: it is looked up again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Compared first: words that differ nearly always differ in it.
    hash: TextHash,
    text: SmolStr,
    /// Whether it is several words.
    several: bool,
}

impl Word {
    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// A number that equal words share, and few others.
    pub(super) fn sort(&self) -> usize {
        usize::try_from(self.hash.mixed() >> 40).unwrap_or_default()
    }

    /// The word of small letters without accents with which a text begins, where nothing but such letters can belong to
    /// it, and none does.
    pub(super) fn small_at(text: &str, at: usize) -> Option<Self> {
        let mut hash = TextHash::NOTHING;
        let mut end = at;
        let bytes = text.as_bytes();
        while let Some(byte @ b'a'..=b'z') = bytes.get(end) {
            hash = TextHash::with(hash, *byte);
            end += 1;
        }
        let goes_on = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'\'' || !byte.is_ascii();
        if end == at || bytes.get(end).is_some_and(goes_on) {
            return None;
        }
        Some(Self {
            hash: TextHash(hash),
            several: false,
            text: SmolStr::new(text.get(at..end)?),
        })
    }
}

impl<T: Into<SmolStr>> From<T> for Word {
    fn from(text: T) -> Self {
        let text = text.into();
        Self {
            hash: TextHash::of(&text),
            several: text.contains(' '),
            text,
        }
    }
}

impl std::ops::Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.text == *other
    }
}

impl PartialEq<Word> for &str {
    fn eq(&self, other: &Word) -> bool {
        **self == *other.text
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.text == **other
    }
}

/// What is looked up, whole or as one of the words of a phrase.
pub(super) trait AsText {
    /// The text.
    fn text(&self) -> &str;

    /// Its hash.
    fn hash(&self) -> TextHash {
        TextHash::of(self.text())
    }

    /// Whether it is several words.
    fn is_several(&self) -> bool {
        self.text().contains(' ')
    }
}

impl AsText for Token {
    fn text(&self) -> &str {
        &self.text
    }

    fn hash(&self) -> TextHash {
        self.text.hash
    }

    fn is_several(&self) -> bool {
        self.text.several
    }
}

impl AsText for Cow<'_, str> {
    fn text(&self) -> &str {
        self
    }
}

impl AsText for str {
    fn text(&self) -> &str {
        self
    }
}

impl AsText for &str {
    fn text(&self) -> &str {
        self
    }
}

impl AsText for String {
    fn text(&self) -> &str {
        self
    }
}

impl AsText for Word {
    fn text(&self) -> &str {
        &self.text
    }

    fn hash(&self) -> TextHash {
        self.hash
    }

    fn is_several(&self) -> bool {
        self.several
    }
}
