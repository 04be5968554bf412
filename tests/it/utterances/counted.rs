//! How many rows of each phenomenon are read right, and how many of the readings that call themselves certain are.

use std::collections::BTreeMap;
use std::fmt;

use comanda::order::Language;

use super::noted::Outcome;

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    rows: usize,
    right: usize,
    certain: usize,
    certain_right: usize,
}

/// Counts by shop, language and phenomenon.
#[derive(Debug, Default)]
pub(super) struct Counted(BTreeMap<(String, &'static str, String), Count>);

impl Counted {
    /// Counts a row.
    pub(super) fn count(&mut self, shop: &str, language: Language, phenomenon: &str, outcome: &Outcome) {
        let right = usize::from(outcome.difference.is_none());
        let certain = usize::from(outcome.certain);
        for phenomenon in [phenomenon, "(all)"] {
            let key = (shop.to_owned(), language.tag(), phenomenon.to_owned());
            let count = self.0.entry(key).or_default();
            count.rows += 1;
            count.right += right;
            count.certain += certain;
            count.certain_right += certain * right;
        }
    }

    /// How many rows there were.
    pub(super) fn rows(&self) -> usize {
        let all = self
            .0
            .iter()
            .filter(|((.., phenomenon), _)| phenomenon == "(all)");
        all.map(|(_, count)| count.rows).sum()
    }
}

impl Counted {
    /// How many rows are read with certainty, and how many of those are right.
    pub(super) fn certain(&self) -> (usize, usize) {
        let all = self
            .0
            .iter()
            .filter(|((.., phenomenon), _)| phenomenon == "(all)");
        all.fold((0, 0), |(certain, right), (_, count)| {
            (certain + count.certain, right + count.certain_right)
        })
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((shop, language, phenomenon), count) in &self.0 {
            let Count {
                rows,
                right,
                certain,
                certain_right,
            } = count;
            writeln!(
                f,
                "{shop:8} {language} {phenomenon:24} {right:4} of {rows:4}   certain {certain:4}, right {certain_right:4}"
            )?;
        }
        Ok(())
    }
}
