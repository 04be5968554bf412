//! Words taken out of a transcript in their place, so that the rest is read without them.
//!
//! What is read there quotes the blanks with it; [`restore`] puts the customer's own words back, so that
//! whatever a proposal quotes stands verbatim in what was said.

use std::borrow::Cow;
use std::ops::Range;

use crate::interpreter::{Proposal, Transcript};

/// A transcript some of whose words are blanked out. Bytes keep their places.
#[derive(Debug)]
pub(super) struct Blanked<'s> {
    said: &'s Transcript,
    rest: Cow<'s, Transcript>,
}

impl<'s> Blanked<'s> {
    /// Blanks out the ranges of bytes, which begin and end between characters; others are left as they are.
    pub(super) fn new(said: &'s Transcript, gone: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut rest = Cow::Borrowed(said);
        for range in gone {
            if rest.text.get(range.clone()).is_some() {
                rest.to_mut()
                    .text
                    .replace_range(range.clone(), &" ".repeat(range.len()));
            }
        }
        Self { said, rest }
    }

    /// What is left, in its place.
    pub(super) fn rest(&self) -> &Transcript {
        &self.rest
    }

    /// Whether nothing is blanked out.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.rest, Cow::Borrowed(_))
    }

    /// What is blanked out, as ranges of bytes.
    pub(super) fn gone(&self) -> Vec<Range<usize>> {
        let mut gone: Vec<Range<usize>> = Vec::new();
        let bytes = self.said.text.bytes().zip(self.rest.text.bytes());
        let blank = |range: Range<usize>| {
            self.said
                .text
                .get(range)
                .is_some_and(|text| text.trim().is_empty())
        };
        for (at, _) in bytes.enumerate().filter(|(_, (said, left))| said != left) {
            match gone
                .last_mut()
                .filter(|last| last.end == at || blank(last.end..at))
            {
                Some(last) => last.end = at + 1,
                None => gone.push(at..at + 1),
            }
        }
        gone
    }

    /// Whether nothing is left that says anything.
    pub(super) fn is_blank(&self) -> bool {
        !self.rest.text.contains(char::is_alphanumeric)
    }

    /// Words quoted from the rest as they were said; none where they do not stand in it.
    fn verbatim(&self, quoted: &str) -> Option<&'s str> {
        let start = self.rest.text.find(quoted)?;
        self.said.text.get(start..start + quoted.len())
    }
}

/// Puts what stood in the blanks back into everything that a reading of the rests quotes.
///
/// What rests on no one word rests on all of the first transcript.
pub(super) fn restore(proposal: &mut Proposal, parts: &[&Blanked<'_>]) {
    let whole = parts.iter().all(|part| part.is_whole());
    for words in quoted(proposal).filter(|words| !whole || words.trim().is_empty()) {
        let verbatim = if words.trim().is_empty() {
            parts.first().map(|part| part.said.text.trim())
        } else {
            parts.iter().find_map(|part| part.verbatim(words))
        };
        if let Some(verbatim) = verbatim {
            *words = verbatim.to_owned();
        }
    }
}

/// Every string of a proposal that quotes the transcript.
fn quoted(proposal: &mut Proposal) -> impl Iterator<Item = &mut String> {
    let Proposal {
        edits,
        unclear,
        off_menu,
        about,
        also,
        ..
    } = proposal;
    let edits = edits.iter_mut().map(|edit| &mut edit.cites);
    let unclear = unclear.iter_mut().map(|unclear| &mut unclear.words);
    let also = also.iter_mut().flat_map(|question| &mut question.about.off_menu);
    edits
        .chain(unclear)
        .chain(off_menu)
        .chain(&mut about.off_menu)
        .chain(also)
}
