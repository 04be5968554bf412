//! How the keys of a map begin, so that words which begin none of them need not be looked up.

/// How the keys of a map begin, and how long they are: which words begin none of them is seen without looking them up.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// For each hash of the first letters of a key, one bit.
    begins: Vec<u64>,
    /// The longest key, in bytes.
    longest: usize,
}

/// How many letters of a key are its beginning, in bytes.
const BEGINNING: usize = 4;
/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 14;

impl Shape {
    pub(super) fn add(&mut self, key: &str) {
        self.begins.resize(BEGINNINGS / 64, 0);
        self.longest = self.longest.max(key.len());
        if let Some((word, bit)) = Self::place(key)
            && let Some(bits) = self.begins.get_mut(word)
        {
            *bits |= bit;
        }
    }

    /// Whether some key may begin with a text, or be it.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        text.len() <= self.longest
            && Self::place(text)
                .is_none_or(|(word, bit)| self.begins.get(word).is_some_and(|bits| bits & bit != 0))
    }

    /// The bit of a text's beginning; none where it is too short to have one.
    fn place(text: &str) -> Option<(usize, u64)> {
        let first = text.as_bytes().first_chunk::<BEGINNING>()?;
        let hash = u32::from_le_bytes(*first).wrapping_mul(0x9e37_79b1) >> 18;
        let at = hash as usize % BEGINNINGS;
        Some((at / 64, 1 << (at % 64)))
    }
}
