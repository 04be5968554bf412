//! Whether words name what an edit says. Every id, number and verb of it must be mentioned within its citation, and every
//! name in the citation must be one that it uses; in the whole utterance, so that what stands right before the citation
//! ("don't", "three") still counts. What names nothing ("make it four") counts only among words that all are understood.

use std::ops::Range;

use super::Judging;
use super::counting::{attached, is_pause};
use super::meaning::{counted, of_line};
use crate::interpreter::offline::{Mention, Mentioned, Named};
use crate::interpreter::{Asked, EditKind, Hint, Target};
use crate::order::Line;

/// The most bytes of an utterance whose words can all be understood.
const MOST_CLEAR: usize = 300;

/// What an utterance mentions, and which of it has been used.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    pub(super) judging: &'a Judging<'a>,
    text: &'a str,
    mentions: Vec<Mention>,
    /// Names that something was already added by.
    used: Vec<Range<usize>>,
}

/// What a citation mentions.
pub(super) struct Words<'m> {
    /// Everything, with a number that stands right before it.
    pub(super) all: Vec<&'m Mention>,
    pub(super) names: Vec<(&'m Range<usize>, &'m Named)>,
    pub(super) numbers: Vec<u32>,
    pub(super) others: Vec<&'m Mentioned>,
    /// Whether all words around it are understood, so that "it" and a bare number can be about nothing else.
    pub(super) clear: bool,
}

impl<'a> Evidence<'a> {
    /// The evidence of an utterance.
    pub(super) fn of(judging: &'a Judging<'a>, text: &'a str) -> Self {
        Self {
            judging,
            text,
            mentions: judging.offline.mentions(text),
            used: Vec::new(),
        }
    }

    /// Whether the words in a span name all that an edit says, and nothing else of the menu.
    pub(super) fn names(&mut self, kind: &EditKind, span: Range<usize>) -> bool {
        let (named, adds) = {
            let words = self.words(&span);
            let named = !self.is_denied(&span) && self.named(kind, &words);
            (named, self.added_by(kind, &words))
        };
        let again = adds.iter().any(|span| self.used.contains(span));
        if named {
            self.used.extend(adds);
        }
        named && !again
    }

    /// Whether the grammar's own reading may stand for evidence: not where its words are taken back, and a number alone
    /// must be said of what is there.
    pub(super) fn may_vouch(&self, kind: &EditKind, span: &Range<usize>) -> bool {
        let words = self.words(span);
        let less = words
            .others
            .iter()
            .filter(|said| ***said == Mentioned::Less)
            .count();
        let points = |said: &&Mentioned| matches!(said, Mentioned::It | Mentioned::Place(_));
        let points = !words.names.is_empty() || words.others.iter().any(points);
        let of_what_is_there = match kind {
            EditKind::SetQuantity { .. } => {
                let asked = self.judging.heard.asked == Some(&Asked::HowMany);
                points || asked || self.says(&words, &Mentioned::Otherwise, Hint::Change)
            }
            EditKind::Remove { .. } => points,
            EditKind::Add(_)
            | EditKind::Modify { .. }
            | EditKind::Replace { .. }
            | EditKind::Again { .. } => true,
        };
        // "No pickles" takes nothing back: that is what it asks for.
        let leaves_off = matches!(kind, EditKind::Modify { change, .. } if !change.remove.is_empty());
        (leaves_off || (less < 2 && !self.is_denied(span))) && of_what_is_there
    }

    /// Takes the words in a span for an edit that they name in any case, so that nothing else is added by them.
    pub(super) fn take(&mut self, kind: &EditKind, span: &Range<usize>) {
        let adds = self.added_by(kind, &self.words(span));
        self.used.extend(adds);
    }

    /// Whether all of the words say what an edit says. For words that were heard less well than others.
    pub(super) fn bears(&self, kind: &EditKind) -> bool {
        let words = self.words(&(0..self.text.len()));
        match kind {
            EditKind::Add(wish) => {
                let quantity = wish.quantity.unwrap_or(1);
                self.names_item(wish, &words)
                    && (words.numbers.is_empty() || words.numbers.contains(&quantity))
            }
            EditKind::Remove { .. }
            | EditKind::SetQuantity { .. }
            | EditKind::Modify { .. }
            | EditKind::Replace { .. }
            | EditKind::Again { .. } => self.named(kind, &words),
        }
    }

    fn words(&self, span: &Range<usize>) -> Words<'_> {
        // "Couple of cokes" is cited of "a couple of cokes": what reaches into a citation belongs to it.
        let within = |mention: &&Mention| mention.span.start < span.end && span.start < mention.span.end;
        let mut words = Words {
            all: self.mentions.iter().filter(within).collect(),
            names: Vec::new(),
            numbers: Vec::new(),
            others: Vec::new(),
            clear: self.is_clear(span),
        };
        let number = |mention: &&Mention| matches!(mention.what, Mentioned::Number(_));
        words.all.splice(0..0, self.right_before(span).filter(number));
        for mention in &words.all {
            match &mention.what {
                Mentioned::Name(named) => words.names.push((&mention.span, named)),
                Mentioned::Number(number) => words.numbers.push(*number),
                other => words.others.push(other),
            }
        }
        words
    }

    /// What is mentioned last before a span, if no pause stands between.
    fn right_before(&self, span: &Range<usize>) -> Option<&Mention> {
        let before = self
            .mentions
            .iter()
            .rev()
            .find(|mention| mention.span.end <= span.start)?;
        let between = self.text.get(before.span.end..span.start)?;
        (!between.contains(is_pause)).then_some(before)
    }

    /// Whether what is said is taken back right before ("don't …", "anything but …").
    fn is_denied(&self, span: &Range<usize>) -> bool {
        let before = self.right_before(span);
        before.is_some_and(|before| matches!(before.what, Mentioned::Less | Mentioned::But))
    }

    /// Whether every word is understood that stands around a span and in it, as far as the next pause or name.
    fn is_clear(&self, span: &Range<usize>) -> bool {
        let names = self
            .mentions
            .iter()
            .filter(|mention| matches!(mention.what, Mentioned::Name(_)))
            .map(|mention| &mention.span);
        let pauses = self
            .text
            .char_indices()
            .filter(|(_, c)| is_pause(*c))
            .map(|(at, _)| at);
        let ends = names.clone().map(|name| name.end).chain(pauses.clone());
        let start = ends.filter(|end| *end <= span.start).max().unwrap_or(0);
        let starts = names.map(|name| name.start).chain(pauses);
        let end = starts
            .filter(|start| *start >= span.end)
            .min()
            .unwrap_or(self.text.len());
        let mut around = self
            .mentions
            .iter()
            .filter(|mention| start <= mention.span.start && mention.span.end <= end);
        self.text.len() <= MOST_CLEAR && around.all(|mention| mention.what != Mentioned::Unknown)
    }

    fn named(&self, kind: &EditKind, words: &Words<'_>) -> bool {
        match kind {
            EditKind::Add(wish) => {
                let hint = self.judging.heard.hint;
                hint != Some(Hint::Remove)
                    && self.names_wish(wish, words)
                    && counted(words, wish.quantity, |named| self.stands_for_wish(named, wish))
                    && self.only(words, &[], Some(wish))
            }
            EditKind::Remove { target, quantity } => {
                let line = self.line(target);
                // "Don't take it off" says it twice.
                let once = words
                    .others
                    .iter()
                    .filter(|said| ***said == Mentioned::Less)
                    .count()
                    < 2;
                once && self.says(words, &Mentioned::Less, Hint::Remove)
                    && self.means(line, words)
                    // "Strike the bill" takes off nothing that is spoken of.
                    && (!words.names.is_empty() || words.others.contains(&&Mentioned::It))
                    && quantity.is_none_or(|quantity| self.counts(line, quantity, words))
                    && self.only(words, &[line], None)
            }
            EditKind::SetQuantity { target, quantity } => {
                let line = self.line(target);
                self.counts(line, *quantity, words)
                    && self.means(line, words)
                    && self.only(words, &[line], None)
            }
            EditKind::Modify { target, change } => {
                let line = self.line(target);
                self.names_making(change, words)
                    && change
                        .quantity
                        .is_none_or(|quantity| self.counts(line, quantity, words))
                    && self.means_for(line, change, words)
                    && self.only(words, &[line], Some(change))
            }
            EditKind::Replace { target, wish } => {
                let line = self.line(target);
                let otherwise = self.says(words, &Mentioned::Otherwise, Hint::Change)
                    || self.says(words, &Mentioned::Less, Hint::Remove);
                otherwise
                    && self.names_item(wish, words)
                    && self.names_making(wish, words)
                    && wish.quantity.is_none_or(|quantity| words.numbers == [quantity])
                    && self.only(words, &[line], Some(wish))
            }
            EditKind::Again { target, quantity } => {
                let line = self.line(target);
                let again = words.others.contains(&&Mentioned::Again);
                let of_line = |named: &Named| line.is_some_and(|line| of_line(line, named));
                again
                    && counted(words, Some(*quantity), of_line)
                    && self.means(line, words)
                    && self.only(words, &[line], None)
            }
        }
    }

    /// Whether so many of a line are said: by a number at its name, or where it has none by the only number there is.
    fn counts(&self, line: Option<&Line>, quantity: u32, words: &Words<'_>) -> bool {
        let of_line = |named: &Named| line.is_some_and(|line| of_line(line, named));
        match words.names.iter().any(|(_, named)| of_line(named)) {
            true => attached(&words.all, of_line).contains(&quantity),
            // "The number forty" is about nothing here; "make it forty" is.
            false => {
                let otherwise = self.says(words, &Mentioned::Otherwise, Hint::Change);
                words.numbers == [quantity]
                    && words.clear
                    && (otherwise || words.others.contains(&&Mentioned::It))
            }
        }
    }

    /// Whether a verb of this kind is among the words, or was cut off them by the channel.
    fn says(&self, words: &Words<'_>, verb: &Mentioned, hint: Hint) -> bool {
        words.others.contains(&verb) || self.judging.heard.hint == Some(hint)
    }

    fn line(&self, target: &Target) -> Option<&'a Line> {
        match target {
            Target::Line(id) => self.judging.heard.draft.line(*id),
            Target::Last | Target::Nth(_) | Target::Matching(_) | Target::All => None,
        }
    }

    /// The names by which an edit adds something.
    fn added_by(&self, kind: &EditKind, words: &Words<'_>) -> Vec<Range<usize>> {
        let wish = match kind {
            EditKind::Add(wish) | EditKind::Replace { wish, .. } => wish,
            EditKind::Again { .. } => {
                return words.names.iter().map(|(span, _)| (*span).clone()).collect();
            }
            EditKind::Remove { .. } | EditKind::SetQuantity { .. } | EditKind::Modify { .. } => {
                return Vec::new();
            }
        };
        let Some(item) = wish.items.first() else {
            return Vec::new();
        };
        let names = words
            .names
            .iter()
            .filter(|(_, named)| self.stands_for(named, item, wish));
        names.map(|(span, _)| (*span).clone()).collect()
    }
}
