//! One transcript while details are taken out of it: its words, the phrases that mark details, and what is taken.
//!
//! Taking words away never moves the others: they are blanked, byte for byte.

use std::cell::OnceCell;
use std::ops::Range;

use super::marks::{Found, Mark, Marks, Sign, Signs};
use super::numbers::{Piece, is_like_digit, piece_of};
use crate::interpreter::offline::text::Token;
use crate::order::Language;

/// The most digits that one word of a string of them stands for ("double hundred").
const MOST_OF_A_WORD: usize = 6;

/// A transcript and what has been taken out of it.
#[derive(Debug)]
pub(super) struct Said<'t> {
    /// Which language it is in.
    pub(super) language: Language,
    /// The transcript.
    pub(super) text: &'t str,
    /// Its words.
    pub(super) tokens: &'t [Token],
    /// What is known of each of them.
    words: Vec<Word>,
    /// Phrases, by where they begin.
    found: Vec<Found>,
    /// What these are signs of.
    signs: Signs,
    /// The most digits that may stand in a row.
    most_digits: usize,
    /// For each word, whether its sentence begins like a question.
    asked: OnceCell<Vec<bool>>,
}

/// What is known of a word.
#[derive(Debug)]
struct Word {
    /// The first phrase that begins with it or behind it.
    first: usize,
    /// What it is in a number.
    number: Option<Piece>,
    /// Whether a number may begin with it, or a string of digits.
    counts: bool,
    taken: bool,
}

/// How many digits may stand in a row: in words that count, with nothing between them but what joins numbers.
#[derive(Debug, Default)]
struct Row {
    digits: usize,
    /// Where what belongs to the row ends, as far as it is known.
    end: usize,
    most: usize,
}

impl Row {
    /// Lets a phrase go on with the row that joins numbers or parts digits.
    fn joined_by(&mut self, found: &Found) {
        if matches!(found.mark, Mark::And | Mark::Dash | Mark::Filler | Mark::Times(_)) {
            self.end = self.end.max(found.at + found.length);
        }
    }

    /// Adds a word, with how long it is where it counts.
    fn add(&mut self, at: usize, counts: Option<usize>) {
        match counts {
            Some(length) => {
                self.digits += length.max(MOST_OF_A_WORD);
                self.most = self.most.max(self.digits);
            }
            None if self.end <= at => self.digits = 0,
            None => {}
        }
    }
}

impl<'t> Said<'t> {
    /// Finds the phrases of details in a transcript that has been split into words.
    pub(super) fn new(language: Language, text: &'t str, tokens: &'t [Token]) -> Self {
        let found = Marks::of(language).find(tokens);
        let mut signs = Signs::default();
        let mut row = Row::default();
        let mut next = 0;
        let known = |(at, token): (usize, &Token)| {
            let first = next;
            let number = piece_of(language, &token.text);
            let mut counts = number.is_some() || is_numeral(&token.text) || is_like_digit(&token.text);
            while let Some(found) = found.get(next).filter(|found| found.at == at) {
                signs.add(found.mark.sign());
                counts |= matches!(found.mark, Mark::One | Mark::Times(_));
                row.joined_by(found);
                next += 1;
            }
            row.add(at, counts.then_some(token.text.len()));
            Word {
                first,
                number,
                counts,
                taken: false,
            }
        };
        let words = tokens.iter().enumerate().map(known).collect();
        Self {
            language,
            text,
            tokens,
            words,
            found,
            signs,
            most_digits: row.most,
            asked: OnceCell::new(),
        }
    }

    /// Makes every reader look for its details, whatever stands here.
    #[cfg(test)]
    pub(super) fn show_every_sign(&mut self) {
        self.signs = Signs::ALL;
    }

    /// Whether something stands here, taken or not, that may tell details of a kind.
    pub(super) fn shows(&self, sign: Sign) -> bool {
        self.signs.contain(sign)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at a place; nothing behind the end, and where it has been taken.
    pub(super) fn word(&self, at: usize) -> &str {
        if self.is_free(at) {
            self.tokens.get(at).map_or("", |token| token.text.as_str())
        } else {
            ""
        }
    }

    /// What the word at a place is in a number; nothing where it has been taken.
    pub(super) fn number_at(&self, at: usize) -> Option<Piece> {
        self.words.get(at).filter(|word| !word.taken)?.number
    }

    /// Whether there is a word at a place that nothing has taken.
    pub(super) fn is_free(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| !word.taken)
    }

    /// Whether a word goes on right after the one before it, without a pause between them.
    pub(super) fn runs_on(&self, at: usize) -> bool {
        self.is_free(at) && self.tokens.get(at).is_some_and(|token| !token.pause)
    }

    /// Whether a phrase of this mark stands anywhere, taken or not.
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.shows(mark.sign()) && self.found.iter().any(|found| found.mark == mark)
    }

    /// Whether a number may begin at a place, or a string of digits: of most words neither can.
    pub(super) fn may_count(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.counts)
    }

    /// Where phrases begin that `wanted` is true for, taken or not, from first to last.
    pub(super) fn places(&self, wanted: impl Fn(Mark) -> bool) -> Vec<usize> {
        let wanted = self.found.iter().filter(|found| wanted(found.mark));
        let mut places: Vec<usize> = wanted.map(|found| found.at).collect();
        places.dedup();
        places
    }

    /// Whether there may be so many digits in a row.
    pub(super) fn may_have_digits(&self, least: usize) -> bool {
        self.most_digits >= least
    }

    /// Whether a phrase that `wanted` is true for begins at a place, taken or not.
    pub(super) fn stands(&self, at: usize, wanted: impl Fn(Mark) -> bool) -> bool {
        self.standing_at(at).iter().any(|found| wanted(found.mark))
    }

    /// The places right behind the phrases at a place that `wanted` is true for, taken or not.
    pub(super) fn behind(&self, at: usize, wanted: impl Fn(Mark) -> bool) -> impl Iterator<Item = usize> {
        let standing = self.standing_at(at).iter();
        standing.filter_map(move |found| wanted(found.mark).then_some(at + found.length))
    }

    /// How many words the longest phrase of this mark has at a place; none where there is none.
    pub(super) fn mark(&self, at: usize, mark: Mark) -> Option<usize> {
        // What is rarely so is asked last.
        self.standing_at(at)
            .iter()
            .filter(|found| found.mark == mark && self.all_free(found))
            .map(|found| found.length)
            .max()
    }

    /// The longest phrase at a place whose mark `wanted` makes something of.
    pub(super) fn longest<T>(&self, at: usize, wanted: impl Fn(Mark) -> Option<T>) -> Option<(T, usize)> {
        self.standing_at(at)
            .iter()
            .filter_map(|found| Some((wanted(found.mark)?, found)))
            .filter(|(_, found)| self.all_free(found))
            .map(|(made, found)| (made, found.length))
            .max_by_key(|(_, length)| *length)
    }

    /// How many words the longest phrase at a place has that bears one of these marks.
    pub(super) fn any(&self, at: usize, marks: &[Mark]) -> Option<usize> {
        self.longest(at, |mark| marks.contains(&mark).then_some(()))
            .map(|(_, length)| length)
    }

    /// What `wanted` makes of the phrases here, from first to last, none within another.
    pub(super) fn scan<T>(&self, wanted: impl Fn(Mark) -> Option<T>) -> Vec<(Range<usize>, T)> {
        let mut all: Vec<(Range<usize>, T)> = Vec::new();
        let mut next = 0;
        let wanted_here = self.found.iter().filter(|found| wanted(found.mark).is_some());
        for at in wanted_here.map(|found| found.at) {
            if at < next || all.last().is_some_and(|(last, _)| last.end > at) {
                continue;
            }
            next = at + 1;
            all.extend(
                self.longest(at, &wanted)
                    .map(|(found, length)| (at..at + length, found)),
            );
        }
        all
    }

    /// Where the phrases of a mark stand, from first to last, those within a longer one of the same mark left out.
    pub(super) fn all(&self, mark: Mark) -> Vec<Range<usize>> {
        if !self.has(mark) {
            return Vec::new();
        }
        let found = self.scan(|found| (found == mark).then_some(()));
        found.into_iter().map(|(range, ())| range).collect()
    }

    /// Where a phrase with one of these marks begins that ends right before a place.
    pub(super) fn before(&self, at: usize, marks: &[Mark]) -> Option<usize> {
        let ends_here = |found: &&Found| {
            found.at + found.length == at && marks.contains(&found.mark) && self.all_free(found)
        };
        self.found.iter().filter(ends_here).map(|found| found.at).min()
    }

    /// A place and everything around it that bears one of these marks.
    pub(super) fn widened(&self, mut range: Range<usize>, before: &[Mark], after: &[Mark]) -> Range<usize> {
        while let Some(start) = self.before(range.start, before) {
            range.start = start;
        }
        while let Some(length) = self.any(range.end, after) {
            range.end += length;
        }
        range
    }

    /// Whether nothing that belongs to what was said so far can follow at a place: the end, a pause, a courtesy, "and".
    pub(super) fn ends_at(&self, at: usize) -> bool {
        !self.runs_on(at) || self.any(at, &[Mark::Courtesy, Mark::And, Mark::Today]).is_some()
    }

    /// Whether some phrase of details begins at a place.
    pub(super) fn is_marked(&self, at: usize) -> bool {
        self.standing_at(at).iter().any(|found| self.all_free(found))
    }

    /// Whether the sentence that a word stands in begins like a question.
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let asked = self.asked.get_or_init(|| self.questions());
        let asked = asked.get(at).copied();
        asked.unwrap_or_else(|| self.asks_from(self.sentence(at)))
    }

    /// For each word, whether its sentence begins like a question.
    fn questions(&self) -> Vec<bool> {
        let mut asked = Vec::with_capacity(self.len());
        for at in 0..self.len() {
            let before = asked.last().copied().filter(|_| !self.begins_sentence(at));
            asked.push(before.unwrap_or_else(|| self.asks_from(at)));
        }
        asked
    }

    /// Whether words that begin a sentence at a place begin a question.
    fn asks_from(&self, mut at: usize) -> bool {
        while let Some(length) = self.start(at, &[Mark::Courtesy, Mark::And, Mark::Filler]) {
            at += length;
        }
        self.start(at, &[Mark::Question]).is_some()
    }

    /// The longest phrase at a place, taken or not, if it bears one of these marks.
    fn start(&self, at: usize, marks: &[Mark]) -> Option<usize> {
        let here = self.standing_at(at).iter();
        let longest = here.clone().map(|found| found.length).max()?;
        here.clone()
            .any(|found| found.length == longest && marks.contains(&found.mark))
            .then_some(longest)
    }

    /// Where the sentence begins that a word stands in.
    fn sentence(&self, at: usize) -> usize {
        (1..=at).rev().find(|at| self.begins_sentence(*at)).unwrap_or(0)
    }

    /// Whether a full stop or the like parts a word from the one before it.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let gap = before
            .zip(self.tokens.get(at))
            .and_then(|(before, token)| self.text.get(before.span.end..token.span.start));
        gap.is_some_and(|gap| gap.contains(['.', '?', '!', ';', '\n']))
    }

    /// Takes words away.
    pub(super) fn take(&mut self, range: Range<usize>) {
        for word in self.words.get_mut(range).unwrap_or_default() {
            word.taken = true;
        }
    }

    /// Whether anything has been taken.
    pub(super) fn is_touched(&self) -> bool {
        self.words.iter().any(|word| word.taken)
    }

    /// The transcript between two words, verbatim.
    pub(super) fn source(&self, range: Range<usize>) -> &'t str {
        let start = self.tokens.get(range.start).map(|token| token.span.start);
        let end = range.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        let (Some(start), Some(end)) = (start, end.map(|token| token.span.end)) else {
            return "";
        };
        self.text.get(start..end).unwrap_or_default()
    }

    /// The character right before a word, and the one right after it, blanks not counted.
    pub(super) fn around(&self, at: usize) -> (Option<char>, Option<char>) {
        let Some(token) = self.tokens.get(at) else {
            return (None, None);
        };
        let before = self.text.get(..token.span.start).unwrap_or_default();
        let after = self.text.get(token.span.end..).unwrap_or_default();
        (
            before.trim_end().chars().next_back(),
            after.trim_start().chars().next(),
        )
    }

    /// Whether a word is written together with the one before it ("62B").
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            (Some(_) | None, None) | (None, Some(_)) => false,
        }
    }

    /// Whether every word that is left is one of these, phrase by phrase.
    pub(super) fn only(&self, marks: &[Mark]) -> bool {
        let mut at = 0;
        while at < self.len() {
            if !self.is_free(at) {
                at += 1;
                continue;
            }
            match self.any(at, marks) {
                Some(length) => at += length,
                None => return false,
            }
        }
        true
    }

    /// Takes every courtesy that is left.
    pub(super) fn take_courtesies(&mut self) {
        for range in self.all(Mark::Courtesy) {
            self.take(range);
        }
    }

    /// Takes what only joined taken words to others or to the end: "and", "please", "no" between two of them.
    pub(super) fn take_joints(&mut self) {
        let mut at = 0;
        while at < self.len() {
            if !self.is_free(at) {
                at += 1;
                continue;
            }
            let end = (at..self.len())
                .find(|end| !self.is_free(*end))
                .unwrap_or(self.len());
            let between = at > 0 && end < self.len();
            self.take_joint(at..end, between);
            at = end;
        }
    }

    /// Of a stretch of words that are left: all, where it only joins; or what leads up to what was taken behind it.
    fn take_joint(&mut self, stretch: Range<usize>, between: bool) {
        let joins = [Mark::Courtesy, Mark::And, Mark::Instead];
        let mut at = stretch.start;
        while let Some(length) = self.any(at, &joins).filter(|length| at + length <= stretch.end) {
            at += length;
        }
        if at == stretch.end && between {
            self.take(stretch);
            return;
        }
        if stretch.start > 0
            && let Some(length) = self.mark(stretch.start, Mark::And)
        {
            self.take(stretch.start..stretch.start + length);
        }
        if stretch.end < self.len() {
            let start = self
                .widened(stretch.end..stretch.end, &[Mark::Courtesy, Mark::And], &[])
                .start;
            self.take(start.max(stretch.start)..stretch.end);
        }
    }

    /// Where words were taken, in bytes of the transcript: neighbours together, with what stands between them.
    pub(super) fn gone(&self) -> Vec<Range<usize>> {
        let mut gone: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while at < self.len() {
            let end = (at..self.len())
                .find(|end| self.is_free(*end))
                .unwrap_or(self.len());
            let taken = self.tokens.get(at..end).unwrap_or_default();
            if let (Some(first), Some(last)) = (taken.first(), taken.last()) {
                gone.push(first.span.start..last.span.end);
            }
            at = end.max(at + 1);
        }
        gone
    }

    /// The phrases that begin at a place, taken or not.
    fn standing_at(&self, at: usize) -> &[Found] {
        let Some(word) = self.words.get(at) else {
            return &[];
        };
        let to = self.words.get(at + 1).map_or(self.found.len(), |next| next.first);
        self.found.get(word.first..to).unwrap_or_default()
    }

    fn all_free(&self, found: &Found) -> bool {
        let words = self.words.get(found.at..found.at + found.length);
        words.is_some_and(|words| words.iter().all(|word| !word.taken))
    }
}

fn is_numeral(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
