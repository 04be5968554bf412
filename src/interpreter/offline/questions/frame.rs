//! Frames of questions: fixed words with gaps between them, written as one line each in the lexicon.
//!
//! In a frame, `a|b` is either word, `(a|b)` may be missing, and a gap stands for one word or more: `*` anything,
//! `#` something of the menu, `%` what may be in something, `@` an allergen, `&` a kind of thing ("desserts", "sizes"),
//! `$` a way to pay. A gap in parentheses may be empty.

use std::borrow::Cow;
use std::ops::Range;

use super::super::lexicon::{OfLanguage, split};
use super::super::lookup::Texts;
use super::super::text::Token;
use crate::interpreter::Act;
use crate::order::Language;

/// Room for the words of a language's frames, and about as many frames.
const ROOM: usize = 700;
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

#[derive(Debug)]
enum Element {
    /// Any of these, parted by `|`; where one of them must be there, their places in the list of words.
    Words {
        any: &'static str,
        required: Option<Range<usize>>,
    },
    Gap {
        gap: Gap,
        optional: bool,
    },
}

impl Element {
    /// The words of which one must be there, as places in the list of words.
    fn required(&self) -> Option<&Range<usize>> {
        match self {
            Self::Words { required, .. } => required.as_ref(),
            Self::Gap { .. } => None,
        }
    }
}

#[derive(Debug)]
struct Frame {
    act: Act,
    /// Its elements in the list of all.
    elements: Range<usize>,
}

/// A language's frames, ready to be tried.
#[derive(Debug, Default)]
pub(in crate::interpreter::offline) struct Frames {
    all: Vec<Frame>,
    elements: Vec<Element>,
    /// The words that elements require, as places in the list of words.
    required: Vec<usize>,
    /// Every word that a frame requires, and how many there are.
    words: Texts<usize>,
    known: usize,
    /// For each of those words, the frames that it leads to: those of whose required words it is the rarest.
    led_to: Vec<Vec<usize>>,
}

/// The frames whose words an utterance holds.
#[derive(Debug)]
pub(super) struct Candidates<'a> {
    frames: Vec<(Act, &'a [Element])>,
}

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
    /// The frames of a language, compiled once.
    pub(in crate::interpreter::offline) fn of(language: Language) -> &'static Self {
        static COMPILED: OfLanguage<Frames> = OfLanguage::new();
        COMPILED.get(language, |lexicon| Self::new(lexicon.frames))
    }

    fn new(table: &[(Act, &'static str)]) -> Self {
        let mut frames = Self {
            elements: Vec::with_capacity(4 * ROOM),
            required: Vec::with_capacity(4 * ROOM),
            words: Texts::with_room(ROOM),
            ..Self::default()
        };
        for (act, written) in table {
            for frame in split(written) {
                frames.add(*act, frame);
            }
        }
        frames.lead();
        frames
    }

    /// Lets each frame be led to by the words of that one of its elements that the fewest frames require.
    fn lead(&mut self) {
        let words = self.required.iter().max().map_or(0, |most| most + 1);
        let mut requiring = vec![0_usize; words];
        for word in &self.required {
            if let Some(count) = requiring.get_mut(*word) {
                *count += 1;
            }
        }
        self.led_to = vec![Vec::new(); words];
        let how_common = |required: &&Range<usize>| -> usize {
            let forms = self.required.get((*required).clone()).unwrap_or_default();
            forms.iter().filter_map(|word| requiring.get(*word)).sum()
        };
        for (at, frame) in self.all.iter().enumerate() {
            let elements = self.elements.get(frame.elements.clone()).unwrap_or_default();
            let rarest = elements
                .iter()
                .filter_map(Element::required)
                .min_by_key(how_common);
            let forms = rarest.and_then(|required| self.required.get(required.clone()));
            for word in forms.unwrap_or_default() {
                if let Some(frames) = self.led_to.get_mut(*word) {
                    frames.push(at);
                }
            }
        }
    }

    fn add(&mut self, act: Act, written: &'static str) {
        let from = self.elements.len();
        for written in written.split_ascii_whitespace() {
            let mut element = element(written);
            if let Element::Words { any, required } = &mut element
                && let Some(places) = required
            {
                *places = self.require(any);
            }
            self.elements.push(element);
        }
        self.all.push(Frame {
            act,
            elements: from..self.elements.len(),
        });
    }

    /// Keeps the words that an element requires.
    fn require(&mut self, any: &'static str) -> Range<usize> {
        let from = self.required.len();
        for word in any.split('|') {
            let next = self.known;
            let place = *self.words.entry(Cow::Borrowed(word), || next);
            self.known += usize::from(place == next);
            self.required.push(place);
        }
        from..self.required.len()
    }

    /// The frames that may fit words of this utterance.
    pub(super) fn candidates(&self, tokens: &[Token]) -> Candidates<'_> {
        let said: Vec<Option<usize>> = tokens
            .iter()
            .map(|token| self.words.get(&token.text).copied())
            .collect();
        let led_to = said.iter().flatten().filter_map(|word| self.led_to.get(*word));
        let mut led_to: Vec<usize> = led_to.flatten().copied().collect();
        led_to.sort_unstable();
        led_to.dedup();
        let led_to = led_to.into_iter().filter_map(|at| self.all.get(at));
        let frames = led_to.filter_map(|frame| Some((frame.act, self.elements.get(frame.elements.clone())?)));
        let frames = frames.filter(|(_, elements)| self.may_fit(elements, &said));
        Candidates {
            frames: frames.collect(),
        }
    }

    /// Whether the words that elements require stand in their order, with something in each gap between them.
    fn may_fit(&self, elements: &[Element], said: &[Option<usize>]) -> bool {
        let mut rest = said.iter();
        elements.iter().all(|element| match element {
            Element::Words {
                required: Some(required),
                ..
            } => {
                let forms = self.required.get(required.clone()).unwrap_or_default();
                rest.any(|word| word.is_some_and(|word| forms.contains(&word)))
            }
            Element::Gap { optional: false, .. } => rest.next().is_some(),
            Element::Words { required: None, .. } | Element::Gap { optional: true, .. } => true,
        })
    }
}

impl Candidates<'_> {
    /// Whether no frame can fit.
    pub(super) fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// Leaves out the frames with a gap that must hold what nothing said can be.
    pub(super) fn retain(&mut self, may_hold: impl Fn(Gap) -> bool) {
        self.frames.retain(|(_, elements)| {
            elements.iter().all(|element| match element {
                Element::Gap { gap, optional: false } => may_hold(*gap),
                Element::Gap { optional: true, .. } | Element::Words { .. } => true,
            })
        });
    }

    /// The frame that names the most of these words, and of equals the one with the least in its gaps.
    pub(super) fn best(
        &self,
        tokens: &[Token],
        range: &Range<usize>,
        holds: &dyn Fn(Gap, Range<usize>) -> bool,
    ) -> Option<Fit> {
        let mut best: Option<Fit> = None;
        for (act, elements) in &self.frames {
            let mut attempt = Attempt {
                tokens,
                end: range.end,
                holds,
                steps: 0,
                gaps: Vec::new(),
            };
            let Some(literals) = attempt.run(elements, range.start) else {
                continue;
            };
            let fit = Fit {
                act: *act,
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
    tokens: &'a [Token],
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
            Element::Words { any, required } => {
                let said = self.tokens.get(at).filter(|_| at < self.end);
                if said.is_some_and(|token| any.split('|').any(|word| word == token.text))
                    && let Some(named) = self.run(rest, at + 1)
                {
                    return Some(named + 1);
                }
                match required {
                    Some(_) => None,
                    None => self.run(rest, at),
                }
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

fn element(written: &'static str) -> Element {
    let bare = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let optional = bare.is_some();
    let bare = bare.unwrap_or(written);
    let gap = match bare {
        "*" => Some(Gap::Thing),
        "%" => Some(Gap::Part),
        "#" => Some(Gap::Named),
        "@" => Some(Gap::Allergen),
        "&" => Some(Gap::Kind),
        "$" => Some(Gap::Method),
        _ => None,
    };
    match gap {
        Some(gap) => Element::Gap { gap, optional },
        None => Element::Words {
            any: bare,
            required: (!optional).then_some(0..0),
        },
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
            for frame in &frames.all {
                let elements = &frames.elements[frame.elements.clone()];
                let required = |element: &Element| {
                    matches!(
                        element,
                        Element::Words {
                            required: Some(_),
                            ..
                        }
                    )
                };
                assert!(elements.iter().any(required), "{language} {elements:?}");
                for element in elements {
                    let Element::Words { any, .. } = element else {
                        continue;
                    };
                    for word in any.split('|') {
                        assert_eq!(words(word), [word], "{language} {elements:?}");
                    }
                }
            }
        }
    }
}
