//! Phrases of a language laid out for look-up while the program is compiled, so that a process that starts finds them
//! ready: thousands of phrases a language, none of which it has to read.

mod layout;

pub(super) use self::layout::{Keys, Layout, List, Row, Size, joined, numbered, rows_of};

use super::lookup::Lengths;
use super::word::TextHash;

/// Lays out tables of values and phrases: `laid!(Value, any value; table, …)`.
macro_rules! laid {
    ($value:ty, $nothing:expr; $($table:expr),+ $(,)?) => {{
        use $crate::interpreter::offline::laid;
        const TABLES: &[&[laid::Row<$value>]] = &[$($table),+];
        static ROWS: [laid::Row<$value>; laid::rows_of(TABLES)] = laid::joined(TABLES, $nothing);
        const SIZE: laid::Size = laid::Size::of(&ROWS);
        static LAYOUT: laid::Layout<$value, { SIZE.phrases }, { SIZE.entries }, { SIZE.slots }> =
            laid::Layout::of(&ROWS, $nothing);
        static LAID: laid::Laid<$value> = LAYOUT.laid(&ROWS);
        $crate::interpreter::offline::lookup::Phrased::laid(&LAID)
    }};
}
/// Lays out the phrases of a list.
macro_rules! laid_list {
    ($list:expr) => {
        $crate::interpreter::offline::laid::laid!((), (); &[((), $list)])
    };
}
pub(super) use {laid, laid_list};

/// A text that was laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The part of its hash that does not say where it is looked for.
    hash: u32,
    /// Where its text stands: the row, where it begins there, and how many bytes it has.
    row: u16,
    from: u16,
    length: u16,
    /// Of a single word: how many words the phrases have that begin with it.
    pub(super) lengths: Lengths,
    /// Its first value, and how many it has.
    first: u16,
    values: u16,
}

impl Entry {
    const NONE: Self = Self {
        hash: 0,
        row: 0,
        from: 0,
        length: 0,
        lengths: Lengths::NONE,
        first: 0,
        values: 0,
    };

    /// Where a hash is looked for among slots, which are a power of two, and the rest of it.
    const fn place(hash: TextHash, slots: usize) -> (usize, u32) {
        let mixed = hash.mixed();
        (mixed as usize & (slots - 1), (mixed >> 32) as u32)
    }

    #[expect(clippy::indexing_slicing, reason = "runs only while the program is compiled")]
    const fn bytes<'t, V>(&self, rows: &'t [Row<V>]) -> &'t [u8] {
        let row = rows[self.row as usize].1.as_bytes();
        let from = row.split_at(self.from as usize).1;
        from.split_at(self.length as usize).0
    }
}

/// A place that hashes lead to: free, or with the number of an entry and a part of its hash, by which most others are
/// told from it without a look at it.
#[derive(Debug, Clone, Copy)]
struct Slot(u32);

impl Slot {
    const FREE: Self = Self(0);

    /// Of an entry by its number and its hash.
    const fn of(entry: usize, hash: u32) -> Self {
        Self(hash & !0xffff | (entry as u32 + 1))
    }

    const fn is_free(self) -> bool {
        self.0 == 0
    }

    const fn may_hold(self, hash: u32) -> bool {
        (self.0 ^ hash) >> 16 == 0
    }

    const fn entry(self) -> usize {
        (self.0 & 0xffff) as usize - 1
    }
}

/// Phrases that were laid out, each with its values.
#[derive(Debug)]
pub(super) struct Laid<V: 'static> {
    rows: &'static [Row<V>],
    slots: &'static [Slot],
    entries: &'static [Entry],
    values: &'static [V],
    /// How many words the longest phrase has.
    pub(super) longest: usize,
}

impl<V> Laid<V> {
    /// The entry of a text by its hash, and which it is.
    #[inline]
    pub(super) fn find(&self, hash: TextHash, is: impl Fn(&[u8]) -> bool) -> Option<(usize, &'static Entry)> {
        let slots = self.slots;
        let (mut place, high) = Entry::place(hash, slots.len());
        loop {
            let slot = slots.get(place).filter(|slot| !slot.is_free())?;
            if slot.may_hold(high) {
                let at = slot.entry();
                let entry = self.entries.get(at)?;
                if entry.hash == high && is(self.text(entry)) {
                    return Some((at, entry));
                }
            }
            place = (place + 1) & (slots.len() - 1);
        }
    }

    /// The text of an entry.
    pub(super) fn text(&self, entry: &Entry) -> &'static [u8] {
        let row = self.rows.get(usize::from(entry.row)).map_or("", |(_, row)| row);
        let from = usize::from(entry.from);
        let text = row.as_bytes().get(from..from + usize::from(entry.length));
        text.unwrap_or_default()
    }

    /// The values of an entry; none of what only begins a phrase.
    pub(super) fn values(&self, entry: &Entry) -> &'static [V] {
        let first = usize::from(entry.first);
        let values = self.values.get(first..first + usize::from(entry.values));
        values.unwrap_or_default()
    }

    /// Every entry.
    #[cfg(test)]
    pub(super) fn entries(&self) -> &'static [Entry] {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use crate::interpreter::offline::lookup::Phrased;

    #[test]
    fn what_was_laid_out_is_found_with_its_values_in_the_order_of_their_rows() {
        static PHRASED: Phrased<u8> = super::laid!(
            u8, 0;
            &[(1, "a lot, lot"), (2, " a lot of ,, lot, lot")], &[(3, ""), (4, "of")],
        );
        let check = |words: &[&str], expected: Option<&[u8]>| {
            assert_eq!(PHRASED.of_words(words), expected, "{words:?}");
            assert_eq!(PHRASED.get(&words.join(" ")), expected, "{words:?}");
        };
        check(&["a", "lot"], Some(&[1]));
        check(&["a", "lot", "of"], Some(&[2]));
        check(&["lot"], Some(&[1, 2]));
        check(&["of"], Some(&[4]));
        check(&["a"], None);
        check(&[""], None);
        let each = |at| PHRASED.each_at(&["a", "lot", "of"], at).map(|(length, _)| length);
        assert_eq!(each(0).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(each(1).collect::<Vec<_>>(), [1]);
        assert_eq!(PHRASED.longest(), 3);
        assert_eq!(PHRASED.longest_from("a"), 3);
        assert_eq!(PHRASED.longest_from("lot"), 1);
    }
}
