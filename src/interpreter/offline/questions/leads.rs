//! What stands around a frame: leads before it ("can you tell me"), tails behind it ("please"), and so where one may begin
//! and end.

use std::ops::Range;

use super::super::laid::laid_list;
use super::super::lexicon::{EN_US, PT_BR, Role};
use super::super::lookup::Phrased;
use super::super::text::Token;
use super::search::Said;
use crate::order::Language;

/// The longest lead or tail, in words.
const LONGEST_LEAD: usize = 6;
/// The most leads before a question.
const MOST_LEADS: usize = 4;

/// The leads and tails of a language, and how questions go on, for look-up.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Surroundings {
    leads: Phrased<()>,
    tails: Phrased<()>,
    pub(super) going_on: Phrased<()>,
}

impl Surroundings {
    /// Those of a language.
    pub(in crate::interpreter::offline) fn of(language: Language) -> &'static Self {
        macro_rules! of {
            ($lexicon:expr) => {{
                static SURROUNDINGS: Surroundings = Surroundings {
                    leads: laid_list!($lexicon.leads),
                    tails: laid_list!($lexicon.tails),
                    going_on: laid_list!($lexicon.going_on),
                };
                &SURROUNDINGS
            }};
        }
        match language {
            Language::EnUs => of!(EN_US),
            Language::PtBr => of!(PT_BR),
        }
    }
}

impl Said<'_> {
    /// Where a frame may begin: at the start, and behind each lead; and whether the leads refuse ("no, …").
    pub(super) fn starts(&self, range: &Range<usize>, wants: bool) -> Vec<(usize, bool)> {
        let mut starts = vec![(range.start, false)];
        let mut at = range.start;
        let mut refused = false;
        for _ in 0..MOST_LEADS {
            let length = (1..=LONGEST_LEAD).rev().find(|length| {
                let words = self.words(at, *length).filter(|_| at + length < range.end);
                words.is_some_and(|words| self.is_lead(words) || (wants && self.wants(words)))
            });
            let Some(length) = length else { break };
            refused |= self.role_at(at, &[Role::No]);
            at += length;
            starts.push((at, refused));
        }
        starts
    }

    /// Whether a phrase asks for something, or to have something made so ("I'd like", "make it").
    fn wants(&self, words: &[Token]) -> bool {
        let roles = self.offline.phrases.of_words(words).unwrap_or_default();
        roles
            .iter()
            .any(|role| matches!(role, Role::Want | Role::Change | Role::Add | Role::It))
    }

    /// Whether the words before a start ask for something.
    pub(super) fn wanted(&self, from: usize, to: usize) -> bool {
        let known = self
            .words(from, to - from)
            .is_some_and(|words| self.is_lead(words));
        !known
            && (from..to).any(|at| {
                let mut lengths = 1..=(to - at);
                lengths.any(|length| {
                    self.words(at, length)
                        .is_some_and(|words| self.wants(words) && !self.is_lead(words))
                }) && !self.in_lead(from, to, at)
            })
    }

    /// Whether a word stands inside a lead ("I'd like to know").
    fn in_lead(&self, from: usize, to: usize, at: usize) -> bool {
        (from..=at).any(|start| {
            (at + 1..=to).any(|end| {
                self.words(start, end - start)
                    .is_some_and(|words| self.is_lead(words))
            })
        })
    }

    fn is_lead(&self, words: &[Token]) -> bool {
        self.offline.surroundings.leads.of_words(words).is_some()
    }

    /// Where a frame may end, where the words that belong to it end, and whether only a wish for the usual may.
    pub(super) fn ends(&self, start: usize, range: &Range<usize>) -> Vec<(usize, usize, bool)> {
        let mut ends = vec![(range.end, range.end, false)];
        let mut at = range.end;
        for _ in 0..MOST_LEADS {
            let length = (1..=LONGEST_LEAD.min(at - start)).rev().find(|length| {
                let words = self.words(at - length, *length);
                words.is_some_and(|words| self.offline.surroundings.tails.of_words(words).is_some())
            });
            let Some(length) = length.filter(|length| at - length > start) else {
                break;
            };
            at -= length;
            ends.push((at, range.end, false));
        }
        let pieces = self.pieces().iter();
        for piece in pieces.filter(|piece| piece.from > start && piece.to < range.end) {
            let has = |roles: &[Role]| {
                piece.senses.is_empty() && roles.iter().any(|role| piece.roles.contains(role))
            };
            if has(&[Role::Want]) && piece.to - piece.from > 1 {
                let and = usize::from(self.role_at(piece.from - 1, &[Role::And, Role::But]));
                ends.push((piece.from - and, piece.from - and, false));
            } else if has(&[Role::And, Role::But, Role::With, Role::Negation, Role::No]) {
                ends.push((piece.from, piece.from, true));
            }
        }
        ends.retain(|(end, ..)| *end > start);
        ends
    }
}
