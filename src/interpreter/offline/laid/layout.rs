//! Lays phrases out, while the program is compiled: a hash table in three arrays, none of which holds a pointer that
//! would have to be put right when a process starts.

#![expect(
    clippy::indexing_slicing,
    reason = "what runs while the program is compiled fails its build, and nothing else can"
)]

use super::{Entry, Laid, Slot};
use crate::interpreter::offline::word::{PhraseHash, TextHash};

/// A value with phrases that have it, parted by commas.
pub(in crate::interpreter::offline) type Row<V> = (V, &'static str);

/// How large a layout must be.
#[derive(Debug, Clone, Copy)]
pub(in crate::interpreter::offline) struct Size {
    /// The phrases of all rows, those that stand in several counted as often.
    pub(in crate::interpreter::offline) phrases: usize,
    /// The most entries: phrases, and first words of those with several.
    pub(in crate::interpreter::offline) entries: usize,
    /// The slots of the hash table, a power of two.
    pub(in crate::interpreter::offline) slots: usize,
}

impl Size {
    /// Of the layout of some rows.
    pub(in crate::interpreter::offline) const fn of<V>(rows: &[Row<V>]) -> Self {
        let (mut phrases, mut entries, mut row) = (0, 0, 0);
        while row < rows.len() {
            let mut list = List::new(rows[row].1.as_bytes());
            while let Some((_, phrase)) = list.next(b',') {
                phrases += 1;
                entries += if PhraseHash::of_bytes(phrase).words > 1 {
                    2
                } else {
                    1
                };
            }
            row += 1;
        }
        Self::for_entries(phrases, entries)
    }

    /// Of a layout of so many phrases and entries.
    pub(in crate::interpreter::offline) const fn for_entries(phrases: usize, entries: usize) -> Self {
        Self {
            phrases,
            entries,
            slots: (entries * 2 + 1).next_power_of_two(),
        }
    }
}

/// How many rows some tables have together.
pub(in crate::interpreter::offline) const fn rows_of<V>(tables: &[&[Row<V>]]) -> usize {
    let (mut rows, mut table) = (0, 0);
    while table < tables.len() {
        rows += tables[table].len();
        table += 1;
    }
    rows
}

/// The rows of some tables, one behind another.
pub(in crate::interpreter::offline) const fn joined<V: Copy, const ROWS: usize>(
    tables: &[&[Row<V>]],
    nothing: V,
) -> [Row<V>; ROWS] {
    let mut joined = [(nothing, ""); ROWS];
    let (mut rows, mut table) = (0, 0);
    while table < tables.len() {
        let mut row = 0;
        while row < tables[table].len() {
            joined[rows] = tables[table][row];
            rows += 1;
            row += 1;
        }
        table += 1;
    }
    joined
}

/// The same rows by their numbers.
pub(in crate::interpreter::offline) const fn numbered<V, const ROWS: usize>(
    rows: &[Row<V>],
) -> [Row<u16>; ROWS] {
    let mut numbered = [(0, ""); ROWS];
    let mut row = 0;
    while row < ROWS {
        numbered[row] = (row as u16, rows[row].1);
        row += 1;
    }
    numbered
}

/// The parts of a text, white space around them passed over, as well as those that are empty.
pub(in crate::interpreter::offline) struct List<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> List<'t> {
    /// Of a text.
    pub(in crate::interpreter::offline) const fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0 }
    }

    /// The next part, up to a sign, with the place where it begins.
    pub(in crate::interpreter::offline) const fn next(&mut self, sign: u8) -> Option<(usize, &'t [u8])> {
        while self.at < self.text.len() {
            let from = self.at;
            while self.at < self.text.len() && self.text[self.at] != sign {
                self.at += 1;
            }
            let part = self.text.split_at(self.at).0.split_at(from).1;
            self.at += 1;
            let begun = part.trim_ascii_start();
            if !begun.is_empty() {
                return Some((from + part.len() - begun.len(), begun.trim_ascii_end()));
            }
        }
        None
    }
}

/// The texts of a layout.
#[derive(Debug)]
pub(in crate::interpreter::offline) struct Keys<const ENTRIES: usize, const SLOTS: usize> {
    /// For each place that a hash leads to, the entry there; where it is another's, the next place counts.
    slots: [Slot; SLOTS],
    pub(in crate::interpreter::offline) entries: [Entry; ENTRIES],
    pub(in crate::interpreter::offline) known: usize,
}

impl<const ENTRIES: usize, const SLOTS: usize> Keys<ENTRIES, SLOTS> {
    /// None yet.
    pub(in crate::interpreter::offline) const fn new() -> Self {
        Self {
            slots: [Slot::FREE; SLOTS],
            entries: [Entry::NONE; ENTRIES],
            known: 0,
        }
    }

    /// The entry of a part of a row, made where there is none yet.
    pub(in crate::interpreter::offline) const fn put<V>(
        &mut self,
        rows: &[Row<V>],
        (row, from, text): (usize, usize, &[u8]),
        hash: TextHash,
    ) -> usize {
        let (mut slot, high) = Entry::place(hash, SLOTS);
        while !self.slots[slot].is_free() {
            let at = self.slots[slot].entry();
            let known = &self.entries[at];
            if known.hash == high && is_same(known.bytes(rows), text) {
                return at;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        assert!(
            row < u16::MAX as usize
                && from + text.len() < u16::MAX as usize
                && self.known < u16::MAX as usize
        );
        self.entries[self.known] = Entry {
            hash: high,
            row: row as u16,
            from: from as u16,
            length: text.len() as u16,
            ..Entry::NONE
        };
        self.slots[slot] = Slot::of(self.known, high);
        self.known += 1;
        self.known - 1
    }

    /// The layout of rows in which these were found.
    pub(in crate::interpreter::offline) const fn laid<V>(
        &'static self,
        rows: &'static [Row<V>],
        values: &'static [V],
        longest: usize,
    ) -> Laid<V> {
        Laid {
            rows,
            slots: &self.slots,
            entries: self.entries.split_at(self.known).0,
            values,
            longest,
        }
    }
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Rows laid out by phrase.
#[derive(Debug)]
pub(in crate::interpreter::offline) struct Layout<
    V,
    const PHRASES: usize,
    const ENTRIES: usize,
    const SLOTS: usize,
> {
    keys: Keys<ENTRIES, SLOTS>,
    /// Those of each entry side by side.
    values: [V; PHRASES],
    longest: usize,
}

impl<V: Copy, const PHRASES: usize, const ENTRIES: usize, const SLOTS: usize>
    Layout<V, PHRASES, ENTRIES, SLOTS>
{
    /// Lays out rows. Of a phrase that has several values, those of earlier rows come first.
    pub(in crate::interpreter::offline) const fn of(rows: &[Row<V>], nothing: V) -> Self {
        let mut keys = Keys::new();
        // For each phrase its entry and its row; a phrase that stands in a row twice counts once.
        let mut found = [(0, 0); PHRASES];
        let mut last_row = [usize::MAX; ENTRIES];
        let (mut phrases, mut longest, mut row) = (0, 0, 0);
        while row < rows.len() {
            let mut list = List::new(rows[row].1.as_bytes());
            while let Some((from, phrase)) = list.next(b',') {
                let PhraseHash { first, whole, words } = PhraseHash::of_bytes(phrase);
                if words > longest {
                    longest = words;
                }
                if words > 1 {
                    let word = phrase.split_at(first.0).0;
                    let entry = keys.put(rows, (row, from, word), first.1);
                    keys.entries[entry].lengths.add(words);
                }
                let entry = keys.put(rows, (row, from, phrase), whole);
                keys.entries[entry].lengths.add(1);
                if last_row[entry] != row {
                    last_row[entry] = row;
                    keys.entries[entry].values += 1;
                    found[phrases] = (entry, row);
                    phrases += 1;
                }
            }
            row += 1;
        }
        let values = Self::values(rows, &mut keys, found.split_at(phrases).0, nothing);
        Self {
            keys,
            values,
            longest,
        }
    }

    /// Puts the values of each entry side by side.
    const fn values(
        rows: &[Row<V>],
        keys: &mut Keys<ENTRIES, SLOTS>,
        found: &[(usize, usize)],
        nothing: V,
    ) -> [V; PHRASES] {
        let (mut entry, mut next) = (0, 0);
        while entry < keys.known {
            keys.entries[entry].first = next;
            next += keys.entries[entry].values;
            keys.entries[entry].values = 0;
            entry += 1;
        }
        let mut values = [nothing; PHRASES];
        let mut at = 0;
        while at < found.len() {
            let (entry, row) = found[at];
            let entry = &mut keys.entries[entry];
            values[(entry.first + entry.values) as usize] = rows[row].0;
            entry.values += 1;
            at += 1;
        }
        values
    }

    /// The layout, to be looked up in.
    pub(in crate::interpreter::offline) const fn laid(&'static self, rows: &'static [Row<V>]) -> Laid<V> {
        self.keys.laid(rows, &self.values, self.longest)
    }
}
