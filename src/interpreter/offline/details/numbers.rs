//! Numbers as people say them: cardinals ("duzentos e cinquenta"), and strings of digits ("oh five", "double two",
//! "um meia meia").
//!
//! What a number counts is not known here.

mod pieces;

use std::ops::Range;

use self::pieces::misheard;
pub(super) use self::pieces::{Piece, is_like_digit, piece_of};
use super::marks::Mark;
use super::said::Said;
use crate::order::Language;

/// The most digits that a string of them is read to.
const MOST_DIGITS: usize = 24;
/// The largest numeral that is read as a number.
const MOST: u32 = 999_999;

/// How number words are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joining {
    /// As in speech about amounts: "two hundred fifty" is one number.
    Amount,
    /// As among digits: "eight hundred five" is 8005, "meia" is six, "oh" is zero.
    Digits,
    /// As in the number of a house: amounts, with "meia" and "oh" among them.
    House,
}

/// A number and how many words it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cardinal {
    /// Its value.
    pub(super) value: u32,
    /// Its digits, as they were said ("007").
    pub(super) digits: String,
    /// Its words.
    pub(super) length: usize,
}

/// A string of digits, and where the words stand that say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DigitString {
    /// The digits.
    pub(super) digits: String,
    /// The words.
    pub(super) range: Range<usize>,
    /// After each group of digits: the place of the next word, and how many digits there are up to it.
    pub(super) groups: Vec<(usize, usize)>,
}

impl Said<'_> {
    /// The number that begins at a place.
    pub(super) fn cardinal(&self, at: usize, joining: Joining) -> Option<Cardinal> {
        if !self.may_count(at) {
            return None;
        }
        let word = self.word(at);
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return numeral(word);
        }
        // "A" counts before "hundred" alone.
        if self.piece(at, joining).is_none() && self.mark(at, Mark::One).is_none() {
            return None;
        }
        let (value, length) = self.thousands(at, joining)?;
        Some(Cardinal {
            value,
            digits: value.to_string(),
            length,
        })
    }

    /// The string of digits that begins at a place, as far as it goes.
    pub(super) fn digit_string(&self, at: usize, joining: Joining) -> Option<DigitString> {
        if !self.may_count(at) {
            return None;
        }
        let mut string = DigitString {
            range: at..at,
            ..DigitString::default()
        };
        let mut next = at;
        while string.digits.len() <= MOST_DIGITS {
            if next > at {
                if let Some(length) = self.any(next, &[Mark::Dash, Mark::Filler]) {
                    next += length;
                    continue;
                }
                if self.around(next).0 == Some('#') {
                    break;
                }
            }
            let times = self.longest(next, |mark| {
                let Mark::Times(times) = mark else { return None };
                Some(times)
            });
            let (times, first) = times.map_or((1, next), |(times, length)| (times, next + length));
            let Some(number) = self.cardinal(first, joining) else {
                break;
            };
            for _ in 0..times {
                string.digits.push_str(&number.digits);
            }
            next = first + number.length;
            string.range.end = next;
            string.groups.push((next, string.digits.len()));
        }
        let whole = !string.digits.is_empty() && string.digits.len() <= MOST_DIGITS;
        whole.then_some(string)
    }

    /// Every string of digits among the words that are left, none within another.
    pub(super) fn digit_strings(&self, joining: Joining) -> Vec<DigitString> {
        let mut strings: Vec<DigitString> = Vec::new();
        for at in 0..self.len() {
            if strings.last().is_none_or(|last| last.range.end <= at) {
                strings.extend(self.digit_string(at, joining));
            }
        }
        strings
    }

    fn thousands(&self, at: usize, joining: Joining) -> Option<(u32, usize)> {
        let (thousands, length) = match (self.piece(at, joining), self.below_thousand(at, joining)) {
            (Some(Piece::Thousand), _) if self.language == Language::PtBr => (1, 0),
            (_, Some((value, length))) if self.piece_on(at + length, joining) == Some(Piece::Thousand) => {
                (value, length)
            }
            (_, below) => return below,
        };
        let end = length + 1;
        let value = thousands.saturating_mul(1000);
        if thousands == 0 || value > MOST {
            return self.below_thousand(at, joining);
        }
        let joint = self.joint(at + end);
        let rest = self.below_thousand(at + end + joint, joining);
        match rest.filter(|(rest, _)| self.runs_on(at + end) && (joint > 0 || *rest >= 100)) {
            Some((rest, more)) => Some((value + rest, end + joint + more)),
            None => Some((value, end)),
        }
    }

    fn below_thousand(&self, at: usize, joining: Joining) -> Option<(u32, usize)> {
        if let Some(Piece::Hundreds(hundreds)) = self.piece(at, joining) {
            return Some(self.after_hundreds(at, 1, hundreds, joining));
        }
        if self.piece(at, joining) == Some(Piece::Hundred) {
            return Some(self.after_hundreds(at, 1, 100, joining));
        }
        let one = self
            .mark(at, Mark::One)
            .filter(|_| self.language == Language::EnUs);
        let (count, length) = match self.below_hundred(at, joining) {
            Some(below) => below,
            None => (1, one?),
        };
        if count > 0 && count < 100 && self.piece_on(at + length, joining) == Some(Piece::Hundred) {
            return Some(self.after_hundreds(at, length + 1, count * 100, joining));
        }
        self.below_hundred(at, joining)
    }

    /// What follows "two hundred", if it belongs to it.
    fn after_hundreds(&self, at: usize, length: usize, hundreds: u32, joining: Joining) -> (u32, usize) {
        let joint = self.joint(at + length);
        let needed = joining == Joining::Digits;
        let rest = self.below_hundred(at + length + joint, Joining::Amount);
        match rest.filter(|(rest, _)| self.runs_on(at + length) && *rest > 0 && (joint > 0 || !needed)) {
            // "Cem e cinquenta" is a hundred, and fifty of something smaller.
            Some(_) if self.word(at) == "cem" => (hundreds, length),
            Some((rest, more)) => (hundreds + rest, length + joint + more),
            None => (hundreds, length),
        }
    }

    fn below_hundred(&self, at: usize, joining: Joining) -> Option<(u32, usize)> {
        match self.piece(at, joining)? {
            Piece::Unit(value) | Piece::Teen(value) => Some((value, 1)),
            Piece::Tens(tens) => {
                let joint = if self.language == Language::PtBr {
                    self.joint(at + 1)
                } else {
                    0
                };
                match self.piece_on(at + 1 + joint, Joining::Amount) {
                    Some(Piece::Unit(unit))
                        if unit > 0 && self.runs_on(at + 1) && !self.counts_on(at + 1 + joint) =>
                    {
                        Some((tens + unit, 2 + joint))
                    }
                    Some(_) | None => Some((tens, 1)),
                }
            }
            Piece::Hundreds(_) | Piece::Hundred | Piece::Thousand => None,
        }
    }

    /// Whether digits stand right before and behind a place.
    fn is_between_digits(&self, at: usize) -> bool {
        let digit = |at: usize| {
            let word = self.word(at);
            self.number_at(at).is_some() || word.parse::<u32>().is_ok() || word == "oh"
        };
        at.checked_sub(1).is_some_and(digit) && digit(at + 1)
    }

    /// "Uma nota de cinquenta e uma de dez" is no fifty-one.
    fn counts_on(&self, at: usize) -> bool {
        matches!(self.word(at), "uma" | "duas") && self.word(at + 1) == "de"
    }

    /// How long the word is that joins the parts of a number at a place.
    fn joint(&self, at: usize) -> usize {
        let word = match self.language {
            Language::EnUs => "and",
            Language::PtBr => "e",
        };
        usize::from(self.runs_on(at) && self.word(at) == word)
    }

    fn piece_on(&self, at: usize, joining: Joining) -> Option<Piece> {
        self.runs_on(at).then(|| self.piece(at, joining)).flatten()
    }

    fn piece(&self, at: usize, joining: Joining) -> Option<Piece> {
        let plain = self.number_at(at);
        if joining == Joining::Amount {
            return plain;
        }
        let word = self.word(at);
        match self.language {
            Language::EnUs if matches!(word, "oh" | "o") => Some(Piece::Unit(0)),
            Language::EnUs if joining == Joining::Digits => {
                let misheard = misheard(word).filter(|_| self.is_between_digits(at));
                misheard.or(plain)
            }
            Language::PtBr if word == "meia" => Some(Piece::Unit(6)),
            Language::EnUs | Language::PtBr => plain,
        }
    }
}

fn numeral(word: &str) -> Option<Cardinal> {
    let digits: String = word.chars().filter(|c| *c != '.').collect();
    let grouped = word.split('.').skip(1).all(|group| group.len() == 3);
    let plain = grouped && digits.chars().all(|c| c.is_ascii_digit()) && digits.len() <= MOST_DIGITS;
    plain.then(|| Cardinal {
        value: digits.parse().unwrap_or(u32::MAX),
        digits,
        length: 1,
    })
}
