//! A TOML table read field by field, so that every fault is found in one go, each with its place.
//!
//! Deserialising into structs would stop at the first fault of a file; a shop wants all of them at once.

use std::cell::OnceCell;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Something wrong with a menu, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file's name within the menu folder.
    pub file: String,
    /// Line, from 1; 0 where the fault is in no one line.
    pub line: usize,
    /// Column in characters, from 1; 0 where the fault is in no one line.
    pub column: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            _ => write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message),
        }
    }
}

/// Where a value stands: byte offset in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(pub(super) usize);

/// One file under reading, and its faults.
#[derive(Debug)]
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    text: &'a str,
    /// Where each line but the first begins: found once, since every item keeps its line.
    lines: OnceCell<Vec<usize>>,
    pub(super) faults: Vec<Fault>,
}

impl<'a> File<'a> {
    pub(super) fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            lines: OnceCell::new(),
            faults: Vec::new(),
        }
    }

    /// Parses the text; syntax errors become faults and what could be parsed is returned.
    pub(super) fn parse(&mut self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let place = Place(error.span().map_or(0, |span| span.start));
            self.fault(place, error.message().to_owned());
        }
        table
    }

    /// Line and column of a place, from 1.
    pub(super) fn line_and_column(&self, place: Place) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n');
            breaks.map(|(at, _)| at + 1).collect()
        });
        let before = self.text.get(..place.0).unwrap_or(self.text);
        let passed = lines.partition_point(|start| *start <= before.len());
        let start = passed.checked_sub(1).and_then(|last| lines.get(last));
        let head = before.get(start.copied().unwrap_or(0)..).unwrap_or_default();
        (passed + 1, head.chars().count() + 1)
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, place: Place, message: String) {
        let (line, column) = self.line_and_column(place);
        self.faults.push(Fault {
            file: self.name.to_owned(),
            line,
            column,
            message,
        });
    }
}

/// Room for the names of the fields that a table of most kinds may have.
const ROOM: usize = 12;

/// A table under reading. What is taken from it is known; [`Fields::finish`] faults the rest.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    pub(super) place: Place,
    known: Vec<&'static str>,
    /// For each of the table's first fields, whether it was asked for.
    asked_for: u64,
}

impl<'t, 'i> Fields<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, place: Place) -> Self {
        Self {
            table,
            place,
            known: Vec::with_capacity(ROOM),
            asked_for: 0,
        }
    }

    /// The value of a field, if it is there.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.known.push(key);
        let mut fields = self.table.iter().enumerate();
        let (at, (_, value)) = fields.find(|(_, (name, _))| name.get_ref() == key)?;
        let place = u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at));
        self.asked_for |= place.unwrap_or(0);
        Some(value)
    }

    /// Whether a field is there, whatever it holds.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.get_ref() == key)
    }

    /// The value of a field that must be there.
    fn need(&mut self, key: &'static str, file: &mut File<'_>) -> Option<&'t Spanned<DeValue<'i>>> {
        let value = self.get(key);
        if value.is_none() {
            file.fault(self.place, format!("`{key}` is missing"));
        }
        value
    }

    /// A text that must be there.
    pub(super) fn need_text(&mut self, key: &'static str, file: &mut File<'_>) -> Option<(&'t str, Place)> {
        text_of(self.need(key, file)?, key, file)
    }

    /// A text, if it is there.
    pub(super) fn text(&mut self, key: &'static str, file: &mut File<'_>) -> Option<(&'t str, Place)> {
        text_of(self.get(key)?, key, file)
    }

    /// A truth value; false where it is absent.
    pub(super) fn flag(&mut self, key: &'static str, file: &mut File<'_>) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            file.fault(place(value), format!("`{key}` must be true or false"));
            false
        })
    }

    /// A whole number within a range, if it is there.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        range: std::ops::RangeInclusive<u32>,
        file: &mut File<'_>,
    ) -> Option<u32> {
        number_of(self.get(key)?, key, range, file)
    }

    /// A list of texts; empty where it is absent.
    pub(super) fn texts(&mut self, key: &'static str, file: &mut File<'_>) -> Vec<(&'t str, Place)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            file.fault(place(value), format!("`{key}` must be a list of texts"));
            return Vec::new();
        };
        list.iter()
            .filter_map(|entry| text_of(entry, key, file))
            .collect()
    }

    /// A table, if it is there.
    pub(super) fn table(&mut self, key: &'static str, file: &mut File<'_>) -> Option<Fields<'t, 'i>> {
        let value = self.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            file.fault(place(value), format!("`{key}` must be a table"));
            return None;
        };
        Some(Fields::new(table, place(value)))
    }

    /// The tables under `[[key]]`; none where it is absent.
    pub(super) fn tables(&mut self, key: &'static str, file: &mut File<'_>) -> Vec<Fields<'t, 'i>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(list): Option<&'t DeArray<'i>> = value.get_ref().as_array() else {
            file.fault(place(value), format!("`{key}` must be written as [[{key}]]"));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in list {
            match entry.get_ref().as_table() {
                Some(table) => tables.push(Fields::new(table, place(entry))),
                None => file.fault(place(entry), format!("`{key}` must be written as [[{key}]]")),
            }
        }
        tables
    }

    /// Every field of the table, for tables whose keys the shop chooses.
    pub(super) fn entries(self) -> impl Iterator<Item = (&'t str, &'t Spanned<DeValue<'i>>)> {
        self.table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), value))
    }

    /// Faults every field that nobody asked for.
    pub(super) fn finish(self, file: &mut File<'_>) {
        if self.asked_for.count_ones() as usize == self.table.len() {
            return;
        }
        for (key, _) in self.table {
            let name = key.get_ref();
            if !self.known.iter().any(|known| known == name) {
                let known = self.known.join(", ");
                file.fault(
                    Place(key.span().start),
                    format!("`{name}` is not known here; known are {known}"),
                );
            }
        }
    }
}

/// Where a value stands.
pub(super) fn place<T>(value: &Spanned<T>) -> Place {
    Place(value.span().start)
}

/// The value as a text that is not blank.
pub(super) fn text_of<'t>(
    value: &'t Spanned<DeValue<'_>>,
    key: &str,
    file: &mut File<'_>,
) -> Option<(&'t str, Place)> {
    match value.get_ref().as_str() {
        Some(text) if !text.trim().is_empty() => Some((text.trim(), place(value))),
        Some(_) => {
            file.fault(place(value), format!("`{key}` is empty"));
            None
        }
        None => {
            file.fault(place(value), format!("`{key}` must be a text in quotes"));
            None
        }
    }
}

/// The value as a whole number within a range.
pub(super) fn number_of(
    value: &Spanned<DeValue<'_>>,
    key: &str,
    range: std::ops::RangeInclusive<u32>,
    file: &mut File<'_>,
) -> Option<u32> {
    let number = value
        .get_ref()
        .as_integer()
        .and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
    match number {
        Some(number) if range.contains(&number) => Some(number),
        _ => {
            let (from, to) = range.into_inner();
            file.fault(
                place(value),
                format!("`{key}` must be a whole number from {from} to {to}"),
            );
            None
        }
    }
}
