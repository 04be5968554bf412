//! Places among an utterance's words as bits, so that all of them are asked about at once.

use super::super::text::MOST_WORDS;

/// Some of the places at and behind the words of an utterance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Places(u128);

// Every word has a place, and so has the end.
const _: () = assert!(MOST_WORDS < u128::BITS as usize);

impl Places {
    /// One place; none where no utterance has as many words.
    pub(super) fn at(place: usize) -> Self {
        let place = u32::try_from(place).ok();
        Self(place.and_then(|place| 1_u128.checked_shl(place)).unwrap_or(0))
    }

    /// Every place from one up to and with another.
    pub(super) fn between(from: usize, to: usize) -> Self {
        let before = |place: usize| Self::at(place).0.wrapping_sub(1);
        Self(before(to + 1) & !before(from))
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places of both.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of these places that are among others too.
    pub(super) fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// The places right before these.
    pub(super) fn before(self) -> Self {
        Self(self.0 >> 1)
    }

    /// The places from which up to so many words lead to one of these, and at least one does.
    pub(super) fn within(self, words: usize) -> Self {
        let mut places = Self::default();
        let mut before = self;
        for _ in 0..words {
            before = before.before();
            places = places.or(before);
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_to_those_behind_them() {
        let places = |all: &[usize]| {
            all.iter()
                .fold(Places::default(), |sum, at| sum.or(Places::at(*at)))
        };
        assert_eq!(places(&[0, 3, 7]).before(), places(&[2, 6]));
        assert_eq!(places(&[2, 7]).within(3), places(&[0, 1, 4, 5, 6]));
        assert_eq!(Places::between(2, 4), places(&[2, 3, 4]));
        assert_eq!(Places::between(MOST_WORDS, MOST_WORDS), Places::at(MOST_WORDS));
        assert!(!Places::at(MOST_WORDS).is_empty());
        assert!(Places::at(1000).is_empty());
        assert!(places(&[1, 5]).among(Places::between(2, 4)).is_empty());
    }
}
