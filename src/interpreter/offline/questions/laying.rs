//! Reads the frames of a language while the program is compiled, and finds by which of their words each is looked for.

#![expect(
    clippy::indexing_slicing,
    reason = "what runs while the program is compiled fails its build, and nothing else can"
)]

use super::super::laid::{Keys, List, Row, Size};
use super::super::word::PhraseHash;
use super::frame::{Element, Frame, Frames, Gap, Stretch};
use crate::interpreter::Act;

/// How much the frames of a language hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(super) frames: usize,
    pub(super) elements: usize,
    /// Words, those that stand in several places counted as often.
    pub(super) forms: usize,
    /// The slots of a hash table of those words.
    pub(super) slots: usize,
}

impl Sizes {
    /// Of a table.
    pub(super) const fn of(table: &[Row<Act>]) -> Self {
        let (mut frames, mut elements, mut forms, mut row) = (0, 0, 0, 0);
        while row < table.len() {
            let mut list = List::new(table[row].1.as_bytes());
            while let Some((_, frame)) = list.next(b',') {
                frames += 1;
                let mut list = List::new(frame);
                while let Some((_, element)) = list.next(b' ') {
                    elements += 1;
                    let mut list = List::new(element);
                    while list.next(b'|').is_some() {
                        forms += 1;
                    }
                }
            }
            row += 1;
        }
        Self {
            frames,
            elements,
            forms,
            slots: Size::for_entries(forms, forms).slots,
        }
    }
}

/// The frames of a language, read.
#[derive(Debug)]
pub(super) struct Written<const FRAMES: usize, const ELEMENTS: usize, const FORMS: usize, const SLOTS: usize>
{
    all: [Frame; FRAMES],
    frames: usize,
    elements: [Element; ELEMENTS],
    known_elements: usize,
    forms: [u16; FORMS],
    known_forms: usize,
    words: Keys<FORMS, SLOTS>,
    led_to: [Stretch; FORMS],
    led: [u16; FORMS],
}

impl<const FRAMES: usize, const ELEMENTS: usize, const FORMS: usize, const SLOTS: usize>
    Written<FRAMES, ELEMENTS, FORMS, SLOTS>
{
    /// Reads a table.
    pub(super) const fn of(table: &[Row<Act>]) -> Self {
        assert!(FORMS < u16::MAX as usize && ELEMENTS < u16::MAX as usize);
        let mut written = Self {
            all: [Frame {
                act: Act::Nothing,
                elements: Stretch::NONE,
            }; FRAMES],
            frames: 0,
            elements: [Element::Gap {
                gap: Gap::Thing,
                optional: false,
            }; ELEMENTS],
            known_elements: 0,
            forms: [0; FORMS],
            known_forms: 0,
            words: Keys::new(),
            led_to: [Stretch::NONE; FORMS],
            led: [0; FORMS],
        };
        let mut row = 0;
        while row < table.len() {
            let mut list = List::new(table[row].1.as_bytes());
            while let Some((from, frame)) = list.next(b',') {
                written.add(table, row, from, frame);
            }
            row += 1;
        }
        written.lead();
        written
    }

    /// Reads a frame that begins at a place of a row.
    const fn add(&mut self, table: &[Row<Act>], row: usize, at: usize, frame: &[u8]) {
        let from = self.known_elements as u16;
        let mut list = List::new(frame);
        while let Some((begins, element)) = list.next(b' ') {
            self.elements[self.known_elements] = match element {
                [b'(', bare @ .., b')'] => self.element(table, (row, at + begins + 1, bare), true),
                bare => self.element(table, (row, at + begins, bare), false),
            };
            self.known_elements += 1;
        }
        self.all[self.frames] = Frame {
            act: table[row].0,
            elements: Stretch {
                from,
                to: self.known_elements as u16,
            },
        };
        self.frames += 1;
    }

    const fn element(
        &mut self,
        table: &[Row<Act>],
        (row, at, written): (usize, usize, &[u8]),
        optional: bool,
    ) -> Element {
        let gap = match written {
            b"*" => Gap::Thing,
            b"%" => Gap::Part,
            b"#" => Gap::Named,
            b"@" => Gap::Allergen,
            b"&" => Gap::Kind,
            b"$" => Gap::Method,
            _ => {
                let from = self.known_forms as u16;
                let mut list = List::new(written);
                while let Some((begins, word)) = list.next(b'|') {
                    let hash = PhraseHash::of_bytes(word).whole;
                    let number = self.words.put(table, (row, at + begins, word), hash);
                    self.forms[self.known_forms] = number as u16;
                    self.known_forms += 1;
                }
                let to = self.known_forms as u16;
                let forms = Stretch { from, to };
                return Element::Words { forms, optional };
            }
        };
        Element::Gap { gap, optional }
    }

    /// Lets each frame be led to by the words of that one of its elements that the fewest frames require.
    const fn lead(&mut self) {
        let requiring = self.requiring();
        let mut rarest = [Stretch::NONE; FRAMES];
        let mut leading = [0_u16; FORMS];
        let mut frame = 0;
        while frame < FRAMES {
            rarest[frame] = self.rarest(self.all[frame].elements, &requiring);
            let mut at = rarest[frame].from;
            while at < rarest[frame].to {
                leading[self.forms[at as usize] as usize] += 1;
                at += 1;
            }
            frame += 1;
        }
        let (mut word, mut next) = (0, 0);
        while word < self.words.known {
            self.led_to[word] = Stretch { from: next, to: next };
            next += leading[word];
            word += 1;
        }
        let mut frame = 0;
        while frame < FRAMES {
            let mut at = rarest[frame].from;
            while at < rarest[frame].to {
                let led_to = &mut self.led_to[self.forms[at as usize] as usize];
                self.led[led_to.to as usize] = frame as u16;
                led_to.to += 1;
                at += 1;
            }
            frame += 1;
        }
    }

    /// For each word, how many elements require it.
    const fn requiring(&self) -> [usize; FORMS] {
        let mut requiring = [0; FORMS];
        let mut element = 0;
        while element < self.known_elements {
            if let Some(forms) = self.elements[element].required() {
                let mut at = forms.from;
                while at < forms.to {
                    requiring[self.forms[at as usize] as usize] += 1;
                    at += 1;
                }
            }
            element += 1;
        }
        requiring
    }

    /// The words of the element among some that the fewest require; the first of several.
    const fn rarest(&self, elements: Stretch, requiring: &[usize; FORMS]) -> Stretch {
        let (mut rarest, mut fewest) = (Stretch::NONE, usize::MAX);
        let mut element = elements.from;
        while element < elements.to {
            if let Some(forms) = self.elements[element as usize].required() {
                let (mut common, mut at) = (0, forms.from);
                while at < forms.to {
                    common += requiring[self.forms[at as usize] as usize];
                    at += 1;
                }
                if common < fewest {
                    (rarest, fewest) = (forms, common);
                }
            }
            element += 1;
        }
        rarest
    }

    /// The frames, to be tried.
    pub(super) const fn frames(&'static self, table: &'static [Row<Act>]) -> Frames {
        Frames {
            all: &self.all,
            elements: &self.elements,
            forms: &self.forms,
            words: self.words.laid(table, &[], 1),
            led_to: self.led_to.split_at(self.words.known).0,
            led: &self.led,
        }
    }
}
