//! Amounts of money as people say them: "fifty-five ninety", "cinquenta reais", "R$ 20,50", "a hundred".

use super::marks::Mark;
use super::numbers::{Cardinal, Joining};
use super::said::Said;
use crate::interpreter::SaidMoney;

/// The largest amount that is listened to, in whole units.
const MOST_UNITS: u32 = 10_000;
/// Up to this many, a word and round tens are hundreds: "one fifty" is 150, "nine fifty" is 9.50.
const MOST_HUNDREDS: u32 = 3;

/// An amount where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// How much.
    pub(super) money: SaidMoney,
    /// The words it takes.
    pub(super) length: usize,
    /// Whether a currency was named.
    pub(super) marked: bool,
}

impl Said<'_> {
    /// The amount of money that begins at a place.
    pub(super) fn money(&self, at: usize) -> Option<Amount> {
        let sign = usize::from(self.word(at) == "r" && self.around(at).1 == Some('$'));
        let number = at + sign;
        let marked = self.around(number).0 == Some('$');
        if let Some(minor) = self.decimal(number) {
            let currency = self.mark(number + 1, Mark::Currency);
            return Some(Amount {
                money: SaidMoney(minor),
                length: sign + 1 + currency.unwrap_or(0),
                marked: marked || currency.is_some(),
            });
        }
        let units = self
            .cardinal(number, Joining::Amount)
            .filter(|cardinal| cardinal.value <= MOST_UNITS)?;
        let mut end = number + units.length;
        let currency = self.mark(end, Mark::Currency).filter(|_| self.runs_on(end));
        end += currency.unwrap_or(0);
        let (minor, more) = self.with_cents(&units, end, currency.is_some());
        let after = self.mark(end + more, Mark::Currency).filter(|_| more > 0);
        Some(Amount {
            money: SaidMoney(minor),
            length: end + more + after.unwrap_or(0) - at,
            marked: marked || currency.is_some() || after.is_some(),
        })
    }

    /// "20.50", in minor units.
    fn decimal(&self, at: usize) -> Option<u32> {
        let (units, cents) = self.word(at).split_once('.')?;
        let units: u32 = units.parse().ok().filter(|units| *units <= MOST_UNITS)?;
        let cents: u32 = match cents.len() {
            1 => cents.parse::<u32>().ok()? * 10,
            2 => cents.parse().ok()?,
            _ => return None,
        };
        Some(units * 100 + cents)
    }

    /// An amount with the cents that may follow it, and how many words those take.
    fn with_cents(&self, units: &Cardinal, at: usize, marked: bool) -> (u32, usize) {
        let whole = units.value * 100;
        let joint = self
            .any(at, &[Mark::And])
            .filter(|_| self.runs_on(at))
            .unwrap_or(0);
        let Some(cents) = self
            .cardinal(at + joint, Joining::Amount)
            .filter(|cents| cents.value < 100 && self.runs_on(at + joint) && self.runs_on(at))
        else {
            return self.oh_cents(whole, at);
        };
        let end = joint + cents.length;
        if let Some(word) = self.mark(at + end, Mark::Cents) {
            return (whole + cents.value, end + word);
        }
        let spoken = cents.value >= 10 && cents.digits.len() == 2;
        let fits = spoken && self.closes(at + end) && (joint == 0 || !self.is_english() || marked);
        if !fits {
            return (whole, 0);
        }
        let round = cents.value.is_multiple_of(10) || cents.value == 25 || cents.value == 75;
        if !marked && self.is_english() && (1..=MOST_HUNDREDS).contains(&units.value) && round {
            return ((units.value * 100 + cents.value) * 100, end);
        }
        (whole + cents.value, end)
    }

    /// "Twenty oh five".
    fn oh_cents(&self, whole: u32, at: usize) -> (u32, usize) {
        let oh = self.runs_on(at) && matches!(self.word(at), "oh");
        let unit = self
            .cardinal(at + 1, Joining::Amount)
            .filter(|unit| oh && unit.value < 10);
        unit.map_or((whole, 0), |unit| (whole + unit.value, 1 + unit.length))
    }

    /// Whether an amount may end at a place: what follows is no thing that it counts.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.ends_at(at) || self.is_marked(at)
    }

    fn is_english(&self) -> bool {
        self.language == crate::order::Language::EnUs
    }
}
