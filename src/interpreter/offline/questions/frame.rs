//! Frames of questions: fixed words with gaps between them, written as one line each in the lexicon.
//!
//! In a frame, `a|b` is either word, `(a|b)` may be missing, and a gap stands for one word or more: `*` anything,
//! `#` something of the menu, `%` what may be in something, `@` an allergen, `&` a kind of thing ("desserts", "sizes"),
//! `$` a way to pay. A gap in parentheses may be empty.

use std::ops::Range;

use super::super::laid::Laid;
use super::super::lexicon::{EN_US, PT_BR};
use super::super::text::{MOST_WORDS, Token};
use super::super::word::AsText as _;
use super::laying::{Sizes, Written};
use super::places::Places;
use crate::interpreter::Act;
use crate::order::Language;

/// The most words of a gap.
pub(super) const WIDEST: usize = 9;
/// The most steps of trying one frame on one stretch of words.
const MOST_STEPS: u32 = 3000;

/// What a gap may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Anything.
    Thing,
    /// What may be in something.
    Part,
    /// Something of the menu, or a word that points at something.
    Named,
    /// An allergen.
    Allergen,
    /// A kind of thing.
    Kind,
    /// A way to pay.
    Method,
}

impl Gap {
    /// How many kinds of gaps there are.
    pub(super) const COUNT: usize = Self::Method as usize + 1;
}

/// Places in a list: from the first to one before the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) from: u16,
    pub(super) to: u16,
}

impl Stretch {
    /// No places.
    pub(super) const NONE: Self = Self { from: 0, to: 0 };

    /// What stands there.
    fn of<T>(self, list: &[T]) -> &[T] {
        let places = usize::from(self.from)..usize::from(self.to);
        list.get(places).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Element {
    /// Any of these, in the list of forms; one of them must be there unless it is optional.
    Words {
        forms: Stretch,
        optional: bool,
    },
    Gap {
        gap: Gap,
        optional: bool,
    },
}

impl Element {
    /// The words of which one must be there, in the list of forms.
    pub(super) const fn required(&self) -> Option<Stretch> {
        match self {
            Self::Words {
                forms,
                optional: false,
            } => Some(*forms),
            Self::Words { optional: true, .. } | Self::Gap { .. } => None,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) act: Act,
    /// Its elements in the list of all.
    pub(super) elements: Stretch,
}

/// A language's frames, ready to be tried.
#[derive(Debug)]
pub(in crate::interpreter::offline) struct Frames {
    pub(super) all: &'static [Frame],
    pub(super) elements: &'static [Element],
    /// The words of elements, by their numbers.
    pub(super) forms: &'static [u16],
    /// Every word of a frame; its place is its number.
    pub(super) words: Laid<Act>,
    /// For each of those words, where among `led` the frames stand that it leads to: those of whose required words it is
    /// the rarest.
    pub(super) led_to: &'static [Stretch],
    pub(super) led: &'static [u16],
}

/// The frames that may fit words of an utterance.
#[derive(Debug)]
pub(super) struct Candidates<'a> {
    frames: Vec<Candidate<'a>>,
    standing: Standing<'a>,
}

#[derive(Debug)]
struct Candidate<'a> {
    act: Act,
    elements: &'a [Element],
    /// Where it may begin.
    begins: Places,
}

/// Where the words of frames stand in an utterance.
#[derive(Debug)]
struct Standing<'a> {
    forms: &'a [u16],
    /// For each word of the frames, where among `places` its own are; the first are those of a word that was not said.
    of_words: Vec<u8>,
    places: Vec<Places>,
    /// Where something may end.
    ends: Places,
}

// Every word that is said has a number of its own.
const _: () = assert!(MOST_WORDS < u8::MAX as usize);

/// A frame that fits a stretch of words.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub(super) act: Act,
    /// How many words it names.
    pub(super) literals: usize,
    /// Its gaps, as places among the tokens.
    pub(super) gaps: Vec<(Gap, Range<usize>)>,
}

impl Fit {
    /// How many words stand in its gaps.
    pub(super) fn width(&self) -> usize {
        self.gaps.iter().map(|(_, range)| range.len()).sum()
    }
}

impl Frames {
    /// The frames of a language.
    pub(in crate::interpreter::offline) fn of(language: Language) -> &'static Self {
        macro_rules! of {
            ($lexicon:expr) => {{
                const SIZES: Sizes = Sizes::of($lexicon.frames);
                static WRITTEN: Written<
                    { SIZES.frames },
                    { SIZES.elements },
                    { SIZES.forms },
                    { SIZES.slots },
                > = Written::of($lexicon.frames);
                static FRAMES: Frames = WRITTEN.frames($lexicon.frames);
                &FRAMES
            }};
        }
        match language {
            Language::EnUs => of!(EN_US),
            Language::PtBr => of!(PT_BR),
        }
    }

    /// The frames that may fit words of this utterance, whatever stands in their gaps.
    pub(super) fn candidates(&self, tokens: &[Token]) -> Candidates<'_> {
        let mut places = Vec::with_capacity(tokens.len() + 1);
        places.push(Places::default());
        let mut standing = Standing {
            forms: self.forms,
            of_words: vec![0; self.led_to.len()],
            places,
            ends: Places::between(0, tokens.len()),
        };
        let mut said: Vec<usize> = Vec::with_capacity(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            let word = self
                .words
                .find(token.hash(), |word| token.text.as_bytes() == word);
            said.extend(
                word.map(|(word, _)| word)
                    .filter(|word| standing.stands(*word, at)),
            );
        }
        let led_to = said.into_iter().filter_map(|word| self.led_to.get(word));
        let mut frames: Vec<(u16, Candidate<'_>)> = led_to
            .flat_map(|frames| frames.of(self.led))
            .filter_map(|at| Some((*at, self.candidate(*at, &standing)?)))
            .collect();
        frames.sort_unstable_by_key(|(at, _)| *at);
        frames.dedup_by_key(|(at, _)| *at);
        Candidates {
            frames: frames.into_iter().map(|(_, candidate)| candidate).collect(),
            standing,
        }
    }

    /// Every frame, as if it might begin anywhere.
    #[cfg(test)]
    pub(super) fn anywhere(&self, tokens: &[Token]) -> Candidates<'_> {
        let all = self.all.iter().map(|frame| Candidate {
            act: frame.act,
            elements: frame.elements.of(self.elements),
            begins: Places::between(0, tokens.len()),
        });
        Candidates {
            frames: all.collect(),
            ..self.candidates(tokens)
        }
    }

    /// A frame, if there are places where it may begin.
    fn candidate(&self, at: u16, standing: &Standing<'_>) -> Option<Candidate<'_>> {
        let frame = self.all.get(usize::from(at))?;
        let elements = frame.elements.of(self.elements);
        let begins = standing.begins(elements);
        (!begins.is_empty()).then_some(Candidate {
            act: frame.act,
            elements,
            begins,
        })
    }
}

impl Standing<'_> {
    /// Keeps where a word stands, and says whether it is said there first.
    fn stands(&mut self, word: usize, at: usize) -> bool {
        let Some(number) = self.of_words.get_mut(word) else {
            return false;
        };
        let first = *number == 0;
        if first {
            *number = u8::try_from(self.places.len()).unwrap_or_default();
            self.places.push(Places::default());
        }
        if let Some(places) = self.places.get_mut(usize::from(*number)) {
            *places = places.or(Places::at(at));
        }
        first
    }

    /// Where one of some words stands.
    fn of(&self, forms: Stretch) -> Places {
        let words = forms.of(self.forms).iter();
        words
            .filter_map(|word| {
                self.places
                    .get(usize::from(*self.of_words.get(usize::from(*word))?))
            })
            .fold(Places::default(), |all, places| all.or(*places))
    }

    /// Where elements may begin to fit, whatever stands in their gaps and wherever they end.
    fn begins(&self, elements: &[Element]) -> Places {
        let mut required = elements.iter().filter_map(Element::required);
        if required.any(|forms| self.of(forms).is_empty()) {
            return Places::default();
        }
        elements.iter().rev().fold(self.ends, |behind, element| {
            let (here, optional) = match element {
                Element::Words { forms, optional } => (self.of(*forms).among(behind.before()), *optional),
                Element::Gap { optional, .. } => (behind.within(WIDEST), *optional),
            };
            if optional { here.or(behind) } else { here }
        })
    }
}

impl Candidates<'_> {
    /// Whether no frame can fit.
    pub(super) fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// Whether a frame may begin at one of these places.
    pub(super) fn may_begin(&self, places: Places) -> bool {
        let mut frames = self.frames.iter();
        frames.any(|frame| !frame.begins.among(places).is_empty())
    }

    /// Whether a frame may begin at a place, with nothing in its gaps but what `may_hold` is true for.
    pub(super) fn may_begin_at(&self, place: usize, may_hold: impl Fn(Gap) -> bool) -> bool {
        let holds = |element: &Element| match element {
            Element::Gap { gap, optional: false } => may_hold(*gap),
            Element::Gap { optional: true, .. } | Element::Words { .. } => true,
        };
        let here = Places::at(place);
        let mut frames = self.frames.iter();
        frames.any(|frame| !frame.begins.among(here).is_empty() && frame.elements.iter().all(holds))
    }

    /// The frame that names the most of these words, and of equals the one with the least in its gaps.
    pub(super) fn best(
        &self,
        range: &Range<usize>,
        holds: &dyn Fn(Gap, Range<usize>) -> bool,
    ) -> Option<Fit> {
        let mut best: Option<Fit> = None;
        let here = Places::at(range.start);
        let frames = self.frames.iter();
        for frame in frames.filter(|frame| !frame.begins.among(here).is_empty()) {
            let mut attempt = Attempt {
                standing: &self.standing,
                end: range.end,
                holds,
                steps: 0,
                gaps: Vec::new(),
            };
            let Some(literals) = attempt.run(frame.elements, range.start) else {
                continue;
            };
            let fit = Fit {
                act: frame.act,
                literals,
                gaps: attempt.gaps,
            };
            if best.as_ref().is_none_or(|best| is_better(&fit, best)) {
                best = Some(fit);
            }
        }
        best
    }
}

/// Whether one fit names more of the words than another, or as much with less in its gaps.
pub(super) fn is_better(fit: &Fit, other: &Fit) -> bool {
    (fit.literals, std::cmp::Reverse(fit.width())) > (other.literals, std::cmp::Reverse(other.width()))
}

struct Attempt<'a> {
    standing: &'a Standing<'a>,
    end: usize,
    holds: &'a dyn Fn(Gap, Range<usize>) -> bool,
    steps: u32,
    gaps: Vec<(Gap, Range<usize>)>,
}

impl Attempt<'_> {
    /// How many words the elements name of those from `at` to the end, if they fit all of them.
    fn run(&mut self, elements: &[Element], at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let Some((element, rest)) = elements.split_first() else {
            return (at == self.end).then_some(0);
        };
        match element {
            Element::Words { forms, optional } => {
                let said = at < self.end && !self.standing.of(*forms).among(Places::at(at)).is_empty();
                if said && let Some(named) = self.run(rest, at + 1) {
                    return Some(named + 1);
                }
                if *optional { self.run(rest, at) } else { None }
            }
            Element::Gap { gap, optional } => {
                if *optional && let Some(named) = self.run(rest, at) {
                    return Some(named);
                }
                for to in at + 1..=self.end.min(at + WIDEST) {
                    let before = self.gaps.len();
                    self.gaps.push((*gap, at..to));
                    if (rest.is_empty() && to < self.end) || !(self.holds)(*gap, at..to) {
                        self.gaps.truncate(before);
                        continue;
                    }
                    if let Some(named) = self.run(rest, to) {
                        return Some(named);
                    }
                    self.gaps.truncate(before);
                }
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::offline::text::words;

    #[test]
    fn every_frame_names_a_word_and_is_written_as_it_is_compared() {
        for language in Language::ALL {
            let frames = Frames::of(language);
            for frame in frames.all {
                let elements = frame.elements.of(frames.elements);
                let required = elements.iter().any(|element| element.required().is_some());
                assert!(required, "{language} {elements:?}");
            }
            for entry in frames.words.entries() {
                let word = std::str::from_utf8(frames.words.text(entry)).unwrap();
                assert_eq!(words(word), [word], "{language}");
            }
        }
    }
}
