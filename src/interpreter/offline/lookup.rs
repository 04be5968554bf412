//! Maps by text whose keys are asked for by the words they are made of, without joining those first.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::few::Few;
use super::laid::Laid;
use super::word::{AsText, PhraseHash, TextHash};

/// The most texts for which room is made by a number that was read.
const MOST_ROOM: usize = 1 << 14;

/// A map by text.
#[derive(Debug, Clone)]
pub(super) struct Texts<V> {
    table: HashTable<(Cow<'static, str>, V)>,
}

impl<V> Default for Texts<V> {
    fn default() -> Self {
        Self {
            table: HashTable::new(),
        }
    }
}

impl<V> Texts<V> {
    /// A map with room for so many texts.
    pub(super) fn with_room(room: usize) -> Self {
        Self {
            table: HashTable::with_capacity(room),
        }
    }

    /// Nothing, which takes no room.
    const fn none() -> Self {
        Self {
            table: HashTable::new(),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.table.len()
    }

    /// The value of a text, made where there is none yet.
    pub(super) fn entry(&mut self, text: Cow<'static, str>, make: impl FnOnce() -> V) -> &mut V {
        let hash = TextHash::of(&text).mixed();
        let rehash = |(key, _): &(Cow<'static, str>, V)| TextHash::of(key).mixed();
        match self.table.entry(hash, |(key, _)| *key == text, rehash) {
            Entry::Occupied(known) => &mut known.into_mut().1,
            Entry::Vacant(free) => &mut free.insert((text, make())).into_mut().1,
        }
    }

    /// The same for a text that need not outlive the call: it is copied only where it is new.
    pub(super) fn entry_of(&mut self, text: Cow<'_, str>, make: impl FnOnce() -> V) -> &mut V {
        let hash = TextHash::of(&text);
        self.entry_hashed(text, hash, make)
    }

    /// The same for a text whose hash is known.
    fn entry_hashed(&mut self, text: Cow<'_, str>, hash: TextHash, make: impl FnOnce() -> V) -> &mut V {
        let rehash = |(key, _): &(Cow<'static, str>, V)| TextHash::of(key).mixed();
        match self.table.entry(hash.mixed(), |(key, _)| *key == text, rehash) {
            Entry::Occupied(known) => &mut known.into_mut().1,
            Entry::Vacant(free) => {
                let key = Cow::Owned(text.into_owned());
                &mut free.insert((key, make())).into_mut().1
            }
        }
    }

    /// The value of a text.
    pub(super) fn get(&self, text: &(impl AsText + ?Sized)) -> Option<&V> {
        self.get_by(text.hash(), |known| known == text.text())
    }

    /// The value of a text that is told by its hash and by `is_it`.
    pub(super) fn get_by(&self, hash: TextHash, is_it: impl Fn(&str) -> bool) -> Option<&V> {
        let found = self.table.find(hash.mixed(), |(key, _)| is_it(key));
        found.map(|(_, value)| value)
    }

    /// Whether a text is among the keys.
    pub(super) fn contains(&self, text: &(impl AsText + ?Sized)) -> bool {
        self.get(text).is_some()
    }

    /// Every text with its value.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.table.iter().map(|(key, value)| (&**key, value))
    }

    /// Every text with its value, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut V)> {
        self.table.iter_mut().map(|(key, value)| (&**key, value))
    }

    /// Keeps the texts that `keep` is true for.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&str, &V) -> bool) {
        self.table.retain(|(key, value)| keep(key, value));
    }
}

impl<V: Serialize> Serialize for Texts<V> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.table.iter())
    }
}

/// What is read lasts as long as the process, and lends its texts.
impl<V: Deserialize<'static>> Deserialize<'static> for Texts<V> {
    fn deserialize<D: Deserializer<'static>>(from: D) -> Result<Self, D::Error> {
        struct Known<V>(PhantomData<V>);

        impl<V: Deserialize<'static>> Visitor<'static> for Known<V> {
            type Value = Texts<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts with their values")
            }

            fn visit_seq<A: SeqAccess<'static>>(self, mut known: A) -> Result<Texts<V>, A::Error> {
                let mut texts = Texts::with_room(known.size_hint().unwrap_or_default().min(MOST_ROOM));
                while let Some((text, value)) = known.next_element::<(&'static str, V)>()? {
                    texts.entry(Cow::Borrowed(text), || value);
                }
                Ok(texts)
            }
        }

        from.deserialize_seq(Known(PhantomData))
    }
}

/// Whether words with one space between them make a text.
fn is_joined<W: AsText>(text: &[u8], words: &[W]) -> bool {
    let mut rest = text;
    for (at, word) in words.iter().enumerate() {
        let behind = if at > 0 {
            rest.strip_prefix(b" ")
        } else {
            Some(rest)
        };
        let Some(behind) = behind.and_then(|rest| rest.strip_prefix(word.text().as_bytes())) else {
            return false;
        };
        rest = behind;
    }
    rest.is_empty()
}

/// What is known of a phrase, and of those that begin with it.
#[derive(Debug, Clone)]
struct Known<V> {
    values: Option<Few<V>>,
    /// Of a single word: how many words the phrases have that begin with it.
    lengths: Lengths,
}

/// Numbers of words, one bit each from one on; the last bit stands for all that are larger.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lengths(u16);

impl Lengths {
    /// None.
    pub(super) const NONE: Self = Self(0);
    /// Any number.
    const ANY: Self = Self(u16::MAX);

    const fn bit(words: usize) -> u16 {
        let place = words.saturating_sub(1);
        1 << if place < 15 { place } else { 15 }
    }

    pub(super) const fn add(&mut self, words: usize) {
        self.0 |= Self::bit(words);
    }

    fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    fn contain(self, words: usize) -> bool {
        self.0 & Self::bit(words) != 0
    }

    /// The largest; of those that are not told apart, `most`.
    fn largest(self, most: usize) -> usize {
        match u16::BITS - self.0.leading_zeros() {
            u16::BITS => most,
            largest => largest as usize,
        }
    }
}

/// A map by phrase, words parted by one space: a language's own that were laid out, a menu's, or both.
#[derive(Debug)]
pub(super) struct Phrased<V: 'static> {
    laid: Option<&'static Laid<V>>,
    own: Texts<Known<V>>,
    /// One bit for each hash of its own: nearly all others are seen to be none of them.
    own_signs: u128,
    /// How many words the longest phrase has.
    longest: usize,
}

impl<V> Default for Phrased<V> {
    fn default() -> Self {
        Self {
            laid: None,
            own: Texts::default(),
            own_signs: 0,
            longest: 0,
        }
    }
}

impl<V> Phrased<V> {
    /// What was laid out.
    pub(super) const fn laid(laid: &'static Laid<V>) -> Self {
        Self {
            laid: Some(laid),
            own: Texts::none(),
            own_signs: 0,
            longest: laid.longest,
        }
    }

    /// How many words the longest phrase has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// How many words a phrase that begins with this one may have; 0 where none begins with it.
    pub(super) fn longest_from(&self, first: &(impl AsText + ?Sized)) -> usize {
        self.lengths_from(first, self.known(first)).largest(self.longest)
    }

    fn sign(hash: TextHash) -> u128 {
        1 << (hash.mixed() >> 57)
    }

    /// What is known of a text.
    fn known(&self, text: &(impl AsText + ?Sized)) -> Option<(&[V], Lengths)> {
        self.find(text.hash(), |known| known == text.text().as_bytes())
    }

    /// What is known of a text by its hash, and which it is: its values, none of what only begins a phrase, and how long
    /// the phrases are that it begins.
    #[inline]
    fn find(&self, hash: TextHash, is: impl Fn(&[u8]) -> bool) -> Option<(&[V], Lengths)> {
        let laid = self.laid.and_then(|laid| {
            let (_, entry) = laid.find(hash, &is)?;
            Some((laid.values(entry), entry.lengths))
        });
        if self.own_signs & Self::sign(hash) == 0 {
            return laid;
        }
        let own = self.own.get_by(hash, |text| is(text.as_bytes())).map(|known| {
            let values = known.values.as_deref();
            (values.unwrap_or_default(), known.lengths)
        });
        match (laid, own) {
            (Some((laid, lengths)), Some((own, more))) => {
                Some((if laid.is_empty() { own } else { laid }, lengths.and(more)))
            }
            (laid, own) => laid.or(own),
        }
    }

    /// How many words the phrases may have that begin with this one, by what is known of it.
    fn lengths_from(&self, first: &(impl AsText + ?Sized), known: Option<(&[V], Lengths)>) -> Lengths {
        // What was put together of two words begins what they begin.
        match known {
            _ if first.is_several() => Lengths::ANY,
            Some((_, lengths)) => lengths,
            None => Lengths::NONE,
        }
    }

    /// The values of a phrase.
    pub(super) fn get(&self, phrase: &(impl AsText + ?Sized)) -> Option<&[V]> {
        let (values, _) = self.known(phrase)?;
        (!values.is_empty()).then_some(values)
    }

    /// Whether there is such a phrase.
    pub(super) fn contains(&self, phrase: &(impl AsText + ?Sized)) -> bool {
        self.get(phrase).is_some()
    }

    /// The values of the phrase that all of these words make.
    pub(super) fn of_words<W: AsText>(&self, words: &[W]) -> Option<&[V]> {
        let (first, rest) = words.split_first()?;
        if words.len() > self.longest {
            return None;
        }
        let behind = |hash: TextHash, word: &W| match word.is_several() {
            false => hash.and(word.hash()),
            // What was put together of several words is found as each of them.
            true => word
                .text()
                .split(' ')
                .fold(hash, |hash, word| hash.and(TextHash::of(word))),
        };
        let hash = rest.iter().fold(first.hash(), behind);
        let (values, _) = self.find(hash, |known| is_joined(known, words))?;
        (!values.is_empty()).then_some(values)
    }

    /// The longest phrase that begins at a place and has at least `least` and at most `most` words, with its length, for
    /// whose values `wanted` makes something.
    pub(super) fn longest_at<'s, W: AsText, T>(
        &'s self,
        words: &[W],
        at: usize,
        lengths: std::ops::RangeInclusive<usize>,
        wanted: impl Fn(&'s [V]) -> Option<T>,
    ) -> Option<(usize, T)> {
        let first = words.get(at)?;
        let known = self.known(first);
        let begun = self.lengths_from(first, known);
        let most = begun.largest(self.longest).min(words.len() - at);
        (*lengths.start()..=most.min(*lengths.end()))
            .rev()
            .filter(|length| begun.contain(*length))
            .find_map(|length| {
                let values = match length {
                    1 => known
                        .map(|(values, _)| values)
                        .filter(|values| !values.is_empty())?,
                    _ => self.of_words(words.get(at..at + length)?)?,
                };
                Some((length, wanted(values)?))
            })
    }

    /// Every phrase that begins at a place with how many words it has, the shortest first.
    pub(super) fn each_at<'s, W: AsText>(
        &'s self,
        words: &'s [W],
        at: usize,
    ) -> impl Iterator<Item = (usize, &'s [V])> {
        let words = words.get(at..).unwrap_or_default();
        let known = words.first().and_then(|first| self.known(first));
        let lengths = words.first().map(|first| self.lengths_from(first, known));
        let lengths = lengths.unwrap_or_default();
        let alone = known
            .map(|(values, _)| (1, values))
            .filter(|(_, values)| !values.is_empty());
        let longer = (2..=lengths.largest(self.longest).min(words.len()))
            .filter(move |length| lengths.contain(*length))
            .filter_map(|length| Some((length, self.of_words(words.get(..length)?)?)));
        alone.into_iter().chain(longer)
    }
}

impl<V: Copy> Phrased<V> {
    /// The values of a menu's own phrase, which begin with this one where there are none yet.
    pub(super) fn entry(&mut self, phrase: &str, value: V) -> &mut Few<V> {
        let PhraseHash { first, whole, words } = PhraseHash::of(phrase);
        self.longest = self.longest.max(words);
        if words > 1 {
            let (first, hash) = first;
            let first = phrase.get(..first).unwrap_or_default();
            self.own_known(first, hash).lengths.add(words);
        }
        let known = self.own_known(phrase, whole);
        known.lengths.add(1);
        known.values.get_or_insert_with(|| Few::one(value))
    }

    fn own_known(&mut self, text: &str, hash: TextHash) -> &mut Known<V> {
        self.own_signs |= Self::sign(hash);
        self.own.entry_hashed(Cow::Borrowed(text), hash, || Known {
            values: None,
            lengths: Lengths::NONE,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrased(all: &[&'static str]) -> Phrased<usize> {
        let mut phrased = Phrased::default();
        for (at, phrase) in all.iter().enumerate() {
            phrased.entry(phrase, at);
        }
        phrased
    }

    #[test]
    fn phrases_are_found_by_their_words() {
        let phrased = phrased(&["a lot", "a lot of", "lot", "get rid"]);
        let check = |words: &[&str], expected: Option<usize>| {
            let expected = expected.as_ref().map(std::slice::from_ref);
            assert_eq!(phrased.of_words(words), expected, "{words:?}");
            assert_eq!(phrased.get(&words.join(" ")), expected, "{words:?}");
        };
        check(&["a", "lot"], Some(0));
        check(&["a", "lot", "of"], Some(1));
        check(&["lot"], Some(2));
        check(&["a"], None);
        check(&["alot"], None);
        check(&["a", "lot", ""], None);
        check(&["get rid"], Some(3));
        check(&["get", "rid", "of", "it"], None);
        check(&[], None);
    }

    #[test]
    fn the_longest_phrase_at_a_place_is_found_first() {
        let phrased = phrased(&["a lot", "a lot of", "lot"]);
        let words = ["such", "a", "lot", "of"];
        let check = |at: usize, lengths, expected: Option<(usize, usize)>| {
            assert_eq!(
                phrased.longest_at(&words, at, lengths, |values| values.first().copied()),
                expected,
                "{at}"
            );
        };
        check(0, 1..=9, None);
        check(1, 1..=9, Some((3, 1)));
        check(1, 1..=2, Some((2, 0)));
        check(2, 2..=9, None);
        check(2, 1..=9, Some((1, 2)));
        check(9, 1..=9, None);
        let each: Vec<(usize, usize)> = phrased
            .each_at(&words, 1)
            .map(|(length, at)| (length, at[0]))
            .collect();
        assert_eq!(each, [(2, 0), (3, 1)]);
        assert_eq!(phrased.each_at(&words, 2).count(), 1);
        assert_eq!(phrased.each_at(&words, 9).count(), 0);
        assert_eq!(phrased.longest_from("a"), 3);
        assert_eq!(phrased.longest_from("such"), 0);
        assert_eq!(phrased.longest_from("a lot"), 3);
    }
}
