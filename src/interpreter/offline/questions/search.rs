//! Finds the frames that fit parts of an utterance: behind leads and before tails, between pauses, or behind an "and".

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::super::lexicon::{Role, split};
use super::super::tagging::{self, Piece};
use super::super::text::Token;
use super::super::{Offline, spelling};
use super::frame::{Candidates, Fit, Gap, WIDEST, is_better};
use super::naming;
use super::places::Places;
use super::topics::Begun;
use crate::interpreter::Act;

/// The most words of a stretch that a frame is tried on.
const LONGEST_STRETCH: usize = 26;
/// The most stretches between pauses that one frame may span.
const MOST_JOINED: usize = 3;
/// The most stretches between pauses that are looked at.
const MOST_STRETCHES: usize = 12;
/// The fewest words of its own that a question has behind an "and".
const LEAST_OF_ITS_OWN: usize = 2;

/// A frame that was found, with all the words that belong to it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) fit: Fit,
    pub(super) range: Range<usize>,
}

/// An utterance's words with what they name.
pub(super) struct Said<'a> {
    pub(super) offline: &'a Offline,
    pub(super) tokens: &'a [Token],
    /// What its words name, spelling put right; found where a frame may begin.
    pieces: OnceCell<Vec<Piece>>,
    /// For each word, the topics that begin there; found where a frame may begin.
    begun: OnceCell<Vec<Begun>>,
    candidates: Candidates<'a>,
    /// What gaps may hold, as far as it has been asked.
    held: Held,
}

/// Whether gaps may hold words, remembered: frames ask the same again and again.
struct Held {
    known: Vec<Cell<Option<bool>>>,
}

impl Held {
    fn new(words: usize) -> Self {
        Self {
            known: vec![Cell::new(None); words * (WIDEST + 1) * Gap::COUNT],
        }
    }

    /// Whether a gap may hold a range, by what was found before or by `find`.
    fn get(&self, gap: Gap, range: &Range<usize>, find: impl FnOnce() -> bool) -> bool {
        let place = (range.start * (WIDEST + 1) + range.len()) * Gap::COUNT + gap as usize;
        let Some(known) = self.known.get(place).filter(|_| range.len() <= WIDEST) else {
            return find();
        };
        let holds = known.get().unwrap_or_else(find);
        known.set(Some(holds));
        holds
    }
}

impl<'a> Said<'a> {
    pub(super) fn new(offline: &'a Offline, tokens: &'a [Token]) -> Self {
        let candidates = offline.frames.candidates(tokens);
        let tried = if candidates.is_empty() { 0 } else { tokens.len() };
        Self {
            offline,
            held: Held::new(tried),
            tokens,
            pieces: OnceCell::new(),
            begun: OnceCell::new(),
            candidates,
        }
    }

    fn begun(&self) -> &[Begun] {
        self.begun.get_or_init(|| self.offline.topics.begun(self.tokens))
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        self.pieces.get_or_init(|| {
            let mut corrected = self.tokens.to_vec();
            spelling::correct(self.offline, self.offline.language, &mut corrected);
            tagging::pieces(self.offline, &corrected)
        })
    }

    /// Every question and the like, in the order in which they were said.
    pub(super) fn search(&self) -> Vec<Found> {
        if self.candidates.is_empty() {
            return Vec::new();
        }
        let stretches = self.stretches();
        let mut found = Vec::new();
        let mut at = 0;
        while at < stretches.len().min(MOST_STRETCHES) {
            let hit = (0..MOST_JOINED).find_map(|more| {
                let first = stretches.get(at)?;
                let last = stretches.get(at + more)?;
                let range = first.start..last.end;
                if range.len() > LONGEST_STRETCH {
                    return None;
                }
                self.whole(range.clone())
                    .or_else(|| self.behind_other_words(range))
                    .map(|found| (found, more))
            });
            at += hit.as_ref().map_or(0, |(_, more)| *more) + 1;
            found.extend(hit.map(|(found, _)| found));
        }
        found
    }

    /// The stretches between pauses, and before an "and" that a question of its own stands behind.
    fn stretches(&self) -> Vec<Range<usize>> {
        let mut starts: Vec<usize> = (0..self.tokens.len())
            .filter(|at| {
                *at == 0 || self.tokens.get(*at).is_some_and(|token| token.pause) || self.asks_behind(*at)
            })
            .collect();
        starts.push(self.tokens.len());
        starts
            .windows(2)
            .filter_map(|pair| Some(*pair.first()?..*pair.get(1)?))
            .filter(|range| !range.is_empty())
            .collect()
    }

    /// Whether an "and" stands here, and behind it words that ask something by themselves.
    fn asks_behind(&self, at: usize) -> bool {
        if !self.may_begin(&(at + 1..self.tokens.len())) {
            return false;
        }
        let joint =
            self.tokens.get(at).is_some_and(|token| !token.accented) && self.role_at(at, &[Role::And]);
        let end = (at + 1..self.tokens.len())
            .find(|at| self.tokens.get(*at).is_some_and(|token| token.pause))
            .unwrap_or(self.tokens.len());
        joint
            && self
                .fit_from(&(at + 1..end), false)
                .is_some_and(|(fit, _)| matches!(fit.act, Act::Ask(_)) && self.stands_alone(&fit))
    }

    /// Whether a frame that fits is no chance: words enough of its own, or a way to pay that is asked about.
    fn stands_alone(&self, fit: &Fit) -> bool {
        fit.literals >= LEAST_OF_ITS_OWN || fit.gaps.iter().any(|(gap, _)| *gap == Gap::Method)
    }

    /// A frame that fits a stretch from its beginning.
    fn whole(&self, range: Range<usize>) -> Option<Found> {
        let (fit, end) = self.fit_from(&range, true)?;
        Some(Found {
            fit,
            range: range.start..end,
        })
    }

    /// A frame that fits from behind an "and", or from a word that asks.
    fn behind_other_words(&self, range: Range<usize>) -> Option<Found> {
        let asks = |at: usize| {
            let word = self.tokens.get(at).map_or("", |token| token.text.as_str());
            split(self.offline.lexicon.asking).any(|asking| asking == word)
        };
        let mut places = (range.start + 1..range.end).take_while(|at| self.may_begin(&(*at..range.end)));
        places.find_map(|at| {
            let joined = self.role_at(at - 1, &[Role::And, Role::But]);
            if !joined && !asks(at) {
                return None;
            }
            let (fit, end) = self.fit_from(&(at..range.end), false)?;
            let strong = fit.literals >= 2 || asks(at);
            strong.then_some(Found {
                fit,
                range: if joined { at - 1 } else { at }..end,
            })
        })
    }

    /// Whether anything said can be what a gap is for.
    fn may_hold(&self, gap: Gap) -> bool {
        match gap {
            Gap::Thing | Gap::Part | Gap::Named => true,
            Gap::Allergen => self.begun().iter().any(|begun| begun.allergen.is_some()),
            Gap::Kind => self.begun().iter().any(|begun| begun.kind.is_some()),
            Gap::Method => self.begun().iter().any(|begun| begun.method.is_some()),
        }
    }

    /// Whether a frame may begin within a range.
    fn may_begin(&self, range: &Range<usize>) -> bool {
        self.candidates.may_begin(Places::between(range.start, range.end))
    }

    /// The best frame from the beginning of a range, behind leads and before tails, and where its words end.
    fn fit_from(&self, range: &Range<usize>, wants: bool) -> Option<(Fit, usize)> {
        let holds = |gap: Gap, place: Range<usize>| {
            let find = || self.holds(gap, place.clone());
            self.held.get(gap, &place, find)
        };
        let mut best: Option<(Fit, usize)> = None;
        if !self.may_begin(range) {
            return best;
        }
        for (start, refused) in self.starts(range, wants) {
            if !self.candidates.may_begin_at(start, |gap| self.may_hold(gap)) {
                continue;
            }
            for (end, consumed, only_usual) in self.ends(start, range) {
                let Some(fit) = self.candidates.best(&(start..end), &holds) else {
                    continue;
                };
                let complains = matches!(fit.act, Act::Complain(_));
                let asks = matches!(fit.act, Act::Ask(_));
                let out = (refused && complains)
                    || (only_usual && fit.act != Act::Usual)
                    || (self.wanted(range.start, start) && (asks || complains));
                if !out && best.as_ref().is_none_or(|(best, _)| is_better(&fit, best)) {
                    best = Some((fit, consumed));
                }
            }
        }
        best
    }

    pub(super) fn words(&self, at: usize, length: usize) -> Option<&[Token]> {
        self.tokens.get(at..at + length)
    }

    /// Whether a word by itself has one of these roles.
    pub(super) fn role_at(&self, at: usize, wanted: &[Role]) -> bool {
        let roles = self
            .tokens
            .get(at)
            .and_then(|token| self.offline.phrases.roles(&token.text));
        roles.is_some_and(|roles| roles.iter().any(|role| wanted.contains(role)))
    }

    /// Whether a phrase of a topic stands within a range.
    fn has_topic(&self, range: &Range<usize>, topic: impl Fn(&Begun) -> Option<usize>) -> bool {
        let begun = self.begun().get(range.clone()).unwrap_or_default();
        let mut lengths = begun.iter().map(topic).enumerate();
        lengths.any(|(at, length)| length.is_some_and(|length| at + length <= range.len()))
    }

    fn pieces_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let range = range.clone();
        self.pieces()
            .iter()
            .filter(move |piece| piece.from >= range.start && piece.to <= range.end)
    }

    /// Whether a gap may hold these words.
    fn holds(&self, gap: Gap, range: Range<usize>) -> bool {
        match gap {
            Gap::Thing | Gap::Part => self.is_thing(&range),
            Gap::Named => self.is_named(&range),
            Gap::Allergen => {
                let first = self.begun().get(range.start).and_then(|begun| begun.allergen);
                first.is_some_and(|length| length <= range.len()) && self.is_thing(&range)
            }
            Gap::Kind => {
                self.has_topic(&range, |begun| begun.kind)
                    && self.is_thing(&range)
                    && !self.is_counted(&range)
            }
            Gap::Method => self.has_topic(&range, |begun| begun.method),
        }
    }

    /// Whether words may be a thing: no new clause, and nothing by which a wish or a duty goes on ("tem que", "tem como").
    fn is_thing(&self, range: &Range<usize>) -> bool {
        let first = self
            .tokens
            .get(range.start)
            .map_or("", |token| token.text.as_str());
        let orders = |piece: &Piece| {
            let wants = piece.senses.is_empty() && piece.roles.contains(&Role::Want);
            wants && (piece.to - piece.from > 1 || piece.roles.len() == 1 && self.begins_order(piece.from))
        };
        !matches!(first, "que" | "como" | "jeito" | "to") && !self.pieces_in(range).any(orders)
    }

    /// Whether a number or an article stands among words, as before what is ordered.
    fn is_counted(&self, range: &Range<usize>) -> bool {
        let counts = |role: &Role| matches!(role, Role::Number(_) | Role::Article);
        self.pieces_in(range)
            .any(|piece| piece.senses.is_empty() && piece.roles.iter().any(counts))
    }

    /// "Quero", "queria": a word that begins an order by itself.
    fn begins_order(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.text.starts_with("quer"))
    }

    /// Whether words name or point at something of the menu, and do nothing beside.
    fn is_named(&self, range: &Range<usize>) -> bool {
        let last = self.tokens.get(range.end.saturating_sub(1));
        let open =
            last.is_some_and(|token| matches!(token.text.as_str(), "que" | "that" | "which" | "nao" | "not"));
        let acts = |piece: &Piece| {
            piece.senses.is_empty()
                && piece.roles.iter().any(|role| {
                    matches!(
                        role,
                        Role::Want | Role::Add | Role::Remove | Role::Change | Role::Replace | Role::Negation
                    )
                })
        };
        let points = |piece: &Piece| {
            piece
                .roles
                .iter()
                .any(|role| matches!(role, Role::It | Role::That | Role::Ordinal(_) | Role::Last))
        };
        let names = |piece: &Piece| {
            naming::names(self.offline, piece) || !piece.senses.is_empty() && piece.roles.is_empty()
        };
        let kind = || self.has_topic(range, |begun| begun.kind);
        !open
            && !self.pieces_in(range).any(acts)
            && (self.pieces_in(range).any(|piece| names(piece) || points(piece)) || kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::lexicon::Lexicon;
    use crate::interpreter::offline::tests::{offline, utterances};
    use crate::interpreter::offline::text::tokens;
    use crate::order::Language;

    /// A question for each frame of a language, by itself or behind an order.
    fn questions(language: Language) -> Vec<String> {
        let frames = Lexicon::of(language).frames.iter();
        let frames = frames.flat_map(|(_, frames)| split(frames));
        let said = |element: &str| match element.trim_matches(['(', ')']) {
            "*" | "%" | "#" => "a coke".to_owned(),
            "@" => "peanuts, amendoim".to_owned(),
            "&" => "desserts, bebidas".to_owned(),
            "$" => "pix".to_owned(),
            words => words.rsplit('|').next().unwrap().to_owned(),
        };
        let question = |frame: &str| {
            let elements: Vec<String> = frame.split(' ').map(said).collect();
            elements.join(" ")
        };
        let leads = ["", "two flans and ", "quero um pudim. ", "hi, "];
        let questions = frames.map(question).zip(leads.iter().cycle());
        questions
            .map(|(question, lead)| format!("{lead}{question}"))
            .collect()
    }

    #[test]
    fn no_frame_that_fits_is_left_out() {
        for language in Language::ALL {
            let offline = offline(language);
            let texts = [utterances(), questions(language)].concat();
            let mut found = 0;
            for text in &texts {
                let tokens = tokens(text);
                let said = Said::new(offline, &tokens);
                let whole = Said {
                    offline,
                    tokens: &tokens,
                    pieces: OnceCell::new(),
                    begun: OnceCell::new(),
                    candidates: offline.frames.anywhere(&tokens),
                    held: Held::new(tokens.len()),
                };
                let (some, all) = (said.search(), whole.search());
                assert_eq!(format!("{some:?}"), format!("{all:?}"), "{language} {text:?}");
                found += all.len();
            }
            assert!(found > 20, "{language} {found}");
        }
    }
}
