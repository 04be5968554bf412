//! What the stages of one reading saw, as they saw it. Nothing is made of it here.

use std::ops::Range;

use super::super::atoms::Atom;
use super::super::lines::Line;
use super::super::names::Sense;
use super::super::tagging::Piece;
use super::super::text::Token;

/// Where the stages tell what they see; none where nobody asks.
pub(in crate::interpreter::offline) type Watch<'t> = Option<&'t mut Trace>;

/// What was seen.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Trace {
    /// The words as they were read: fillers gone, spelling put right.
    pub(super) words: Vec<Token>,
    /// How they were parted.
    pub(super) pieces: Vec<Piece>,
    /// The atoms as they were said, and those that corrections left.
    pub(super) said: Vec<Atom>,
    pub(super) kept: Vec<Atom>,
    /// Atoms of lines with their small words bound, and what each stands for there.
    pub(super) bound: Vec<(Atom, Option<Sense>)>,
    /// Ranges of bytes of what was read as a whole, in the order in which they count.
    pub(super) wholes: Vec<(Whole, Range<usize>)>,
}

/// What stretches of words are that are not taken apart further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// What the customer is doing.
    Act,
    /// The answer to what was asked.
    Answer,
    /// A question or a complaint.
    Question,
    /// Something besides lines.
    Detail,
}

impl Trace {
    /// Words that say what the customer is doing.
    pub(in crate::interpreter::offline) fn act(&mut self, words: &[Token]) {
        self.whole(Whole::Act, words);
    }

    /// Words that answer what was asked.
    pub(in crate::interpreter::offline) fn answer(&mut self, words: &[Token]) {
        self.whole(Whole::Answer, words);
    }

    /// Words that are put like a question.
    pub(in crate::interpreter::offline) fn question(&mut self, words: &[Token]) {
        self.whole(Whole::Question, words);
    }

    fn whole(&mut self, whole: Whole, words: &[Token]) {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            self.wholes.push((whole, first.span.start..last.span.end));
        }
    }

    /// Ranges of bytes that are questions.
    pub(super) fn questions(&mut self, ranges: Vec<Range<usize>>) {
        self.wholes
            .extend(ranges.into_iter().map(|range| (Whole::Question, range)));
    }

    /// Ranges of bytes that are details.
    pub(super) fn details(&mut self, ranges: Vec<Range<usize>>) {
        self.wholes
            .extend(ranges.into_iter().map(|range| (Whole::Detail, range)));
    }

    /// The words of an order, parted.
    pub(in crate::interpreter::offline) fn parted(&mut self, words: &[Token], pieces: &[Piece]) {
        self.words = words.to_vec();
        self.pieces = pieces.to_vec();
    }

    /// Its atoms, as they were said.
    pub(in crate::interpreter::offline) fn said(&mut self, atoms: &[Atom]) {
        self.said = atoms.to_vec();
    }

    /// Its atoms, as corrections and narrowing left them.
    pub(in crate::interpreter::offline) fn kept(&mut self, atoms: &[Atom]) {
        self.kept = atoms.to_vec();
    }

    /// Atoms of lines; what is read once more counts as it was read last.
    pub(in crate::interpreter::offline) fn bound(&mut self, atoms: &[Atom], lines: &[Line]) {
        for line in lines {
            let span = atoms.get(line.from..line.to).unwrap_or_default();
            for (atom, sense) in span.iter().zip(&line.reading.senses) {
                self.bound.retain(|(known, _)| known.from != atom.from);
                self.bound.push((atom.clone(), *sense));
            }
        }
    }
}
