//! How the keys of a map begin, so that words which begin none of them need not be looked up.

use serde::{Deserialize, Serialize};

/// How the keys of a map begin, and how long they are: which words begin none of them is seen without looking them up.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Shape {
    /// For each hash of the first letters of a key, one bit.
    begins: Vec<u64>,
    /// The longest key, in bytes.
    longest: usize,
}

/// How many letters of a key are looked at, in bytes: each beginning of it up to these.
const BEGINNING: usize = 6;
/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 15;

impl Shape {
    pub(super) fn add(&mut self, key: &str) {
        self.begins.resize(BEGINNINGS / 64, 0);
        self.longest = self.longest.max(key.len());
        for length in 1..=BEGINNING.min(key.len()) {
            let mut beginning = Beginning::default();
            beginning.push_bytes(key.as_bytes().get(..length).unwrap_or_default());
            let (word, bit) = beginning.place();
            if let Some(bits) = self.begins.get_mut(word) {
                *bits |= bit;
            }
        }
    }

    /// Whether some key may begin with a text, or be it.
    pub(super) fn may_begin(&self, text: &Beginning) -> bool {
        let (word, bit) = text.place();
        text.length <= self.longest
            && (text.length == 0 || self.begins.get(word).is_some_and(|bits| bits & bit != 0))
    }
}

/// How a text begins, and how long it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beginning {
    /// Its first letters, one byte behind the other.
    letters: u64,
    /// Its length, in bytes.
    length: usize,
}

impl Beginning {
    /// Of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut beginning = Self::default();
        beginning.push(text);
        beginning
    }

    /// Puts letters behind the others.
    pub(super) fn push(&mut self, text: &str) {
        self.push_bytes(text.as_bytes());
    }

    fn push_bytes(&mut self, text: &[u8]) {
        let more = text.iter().take(BEGINNING.saturating_sub(self.length));
        self.letters = more.fold(self.letters, |letters, byte| (letters << 8) | u64::from(*byte));
        self.length += text.len();
    }

    /// Its bit.
    fn place(&self) -> (usize, u64) {
        let hash = self.letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 49;
        let at = usize::try_from(hash).unwrap_or_default() % BEGINNINGS;
        (at / 64, 1 << (at % 64))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Beginning, Shape};

    proptest! {
        #[test]
        fn no_beginning_of_a_key_is_passed_over(keys in proptest::collection::vec("[a-zç0-9]{1,12}", 1..20)) {
            let mut shape = Shape::default();
            keys.iter().for_each(|key| shape.add(key));
            for key in &keys {
                for (end, _) in key.char_indices().chain([(key.len(), ' ')]) {
                    prop_assert!(shape.may_begin(&Beginning::of(&key[..end])), "{key} {end}");
                }
            }
        }
    }
}
