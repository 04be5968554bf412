//! Whether words name what an edit says. Every id, number and verb of it must be mentioned within its citation, and every
//! name in the citation must be one that it uses; in the whole utterance, so that what stands right before the citation
//! ("don't", "three") still counts. What names nothing ("make it four") counts only among words that all are understood.

use std::ops::Range;

use super::Judging;
use super::counting::{attached, is_pause};
use crate::interpreter::offline::{Mention, Mentioned, Named};
use crate::interpreter::{Asked, EditKind, Hint, OptionWish, Target, Wish};
use crate::order::{ItemId, Line, OptionId, Quantity};

/// The most bytes of an utterance whose words can all be understood.
const MOST_CLEAR: usize = 300;

/// What an utterance mentions, and which of it has been used.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    judging: &'a Judging<'a>,
    text: &'a str,
    mentions: Vec<Mention>,
    /// Names that something was already added by.
    used: Vec<Range<usize>>,
}

/// What a citation mentions.
struct Words<'m> {
    /// Everything, with a number that stands right before it.
    all: Vec<&'m Mention>,
    names: Vec<(&'m Range<usize>, &'m Named)>,
    numbers: Vec<u32>,
    others: Vec<&'m Mentioned>,
    /// Whether all words around it are understood, so that "it" and a bare number can be about nothing else.
    clear: bool,
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
            EditKind::SetQuantity { .. } => points || self.says(&words, &Mentioned::Otherwise, Hint::Change),
            EditKind::Remove { .. } => points,
            EditKind::Add(_)
            | EditKind::Modify { .. }
            | EditKind::Replace { .. }
            | EditKind::Again { .. } => true,
        };
        less < 2 && !self.is_denied(span) && of_what_is_there
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

    fn names_wish(&self, wish: &Wish, words: &Words<'_>) -> bool {
        self.names_item(wish, words) && self.names_making(wish, words)
    }

    /// Whether the item is named: by its own name, or by an option that stands for it ("a large margherita").
    fn names_item(&self, wish: &Wish, words: &Words<'_>) -> bool {
        let [item] = wish.items.as_slice() else {
            return false;
        };
        words
            .names
            .iter()
            .any(|(_, named)| wanted(named) && self.stands_for(named, item, wish))
    }

    fn stands_for_wish(&self, named: &Named, wish: &Wish) -> bool {
        let [item] = wish.items.as_slice() else {
            return false;
        };
        self.stands_for(named, item, wish)
    }

    fn stands_for(&self, named: &Named, item: &ItemId, wish: &Wish) -> bool {
        let dish = |option: &OptionWish| {
            named.options.iter().any(|(named, _)| *named == option.option)
                && self.is_dish_of(&option.option, item)
        };
        named.items.contains(item) || wish.add.iter().any(dish)
    }

    /// Whether an option names this item and no other: none that does not come with it, or that others come with too.
    fn is_dish_of(&self, option: &OptionId, item: &ItemId) -> bool {
        let menu = self.judging.menu;
        let Some(group) = menu.option(option).map(|option| &option.group) else {
            return false;
        };
        let mut takers = menu.items.iter().filter(|item| item.groups.contains(group));
        let only = takers.next().is_some_and(|taker| taker.id == *item) && takers.next().is_none();
        self.is_dish(option) && only
    }

    fn is_dish(&self, option: &OptionId) -> bool {
        let menu = self.judging.menu;
        let group = menu.option(option).and_then(|option| menu.group(&option.group));
        group.is_some_and(|group| group.names_item)
    }

    fn names_making(&self, wish: &Wish, words: &Words<'_>) -> bool {
        let values = wish.attributes.iter().all(|(attribute, value)| {
            let mut names = words.names.iter().filter(|(_, named)| wanted(named));
            names.any(|(_, named)| named.values.iter().any(|(a, v)| a == attribute && v == value))
        });
        let wants = wish.add.iter().all(|option| wants(option, words));
        let less = words.others.contains(&&Mentioned::Less);
        let leaves = wish.remove.iter().all(|option| {
            let mut names = words.names.iter();
            names.any(|(_, named)| {
                (named.negated || less) && !named.ambiguous && has_option(named, &option.option)
            })
        });
        values && wants && leaves
    }

    /// Whether the words mean this line: by its name, or by no name where only one line can be meant.
    fn means(&self, line: Option<&Line>, words: &Words<'_>) -> bool {
        let Some(line) = line else { return false };
        let dishes = |(_, named): &&(&Range<usize>, &Named)| self.is_dish_or_item(named);
        let mut named = words.names.iter().filter(dishes).peekable();
        if named.peek().is_some() {
            return named.all(|(_, named)| of_line(line, named));
        }
        words.clear && self.is_the_one(line, words)
    }

    /// The same for a change to a line, whose words may name dishes as what is put on it.
    fn means_for(&self, line: Option<&Line>, change: &Wish, words: &Words<'_>) -> bool {
        let Some(line) = line else { return false };
        let items = |(_, named): &&(&Range<usize>, &Named)| !named.items.is_empty() && !uses(named, change);
        let mut named = words.names.iter().filter(items).peekable();
        match named.peek() {
            Some(_) => named.all(|(_, named)| of_line(line, named)),
            None => {
                self.is_the_one(line, words)
                    || words
                        .names
                        .iter()
                        .any(|(_, named)| of_line(line, named) && !uses(named, change))
            }
        }
    }

    fn is_dish_or_item(&self, named: &Named) -> bool {
        !named.items.is_empty() || named.options.iter().any(|(option, _)| self.is_dish(option))
    }

    /// Whether "it", or "the second one", can be no other line.
    fn is_the_one(&self, line: &Line, words: &Words<'_>) -> bool {
        let heard = self.judging.heard;
        let place = words.others.iter().find_map(|said| match said {
            Mentioned::Place(place) => Some(*place),
            _ => None,
        });
        if let Some(place) = place {
            let meant = place.checked_sub(1).and_then(|at| heard.draft.lines.get(at));
            return meant.is_some_and(|meant| meant.id == line.id);
        }
        let only = heard.draft.lines.len() == 1;
        let asked = heard.asked == Some(&Asked::Choice(line.id));
        let last = heard.last_line.or(heard.draft.lines.last().map(|line| line.id));
        only || asked || (last == Some(line.id) && !matches!(heard.asked, Some(Asked::Choice(_))))
    }

    /// Whether every name among the words is of these lines or of the wish.
    fn only(&self, words: &Words<'_>, lines: &[Option<&Line>], wish: Option<&Wish>) -> bool {
        words.names.iter().all(|(_, named)| {
            let of_lines = lines.iter().flatten().any(|line| of_line(line, named));
            let of_wish = wish.is_some_and(|wish| uses(named, wish));
            of_lines || of_wish
        })
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

/// Whether something is named so that it may be wanted.
fn wanted(named: &Named) -> bool {
    !named.negated && !named.ambiguous
}

fn has_option(named: &Named, option: &OptionId) -> bool {
    named.options.iter().any(|(named, _)| named == option)
}

/// Whether an option is wanted by name, in this portion, so many of it, on this half.
fn wants(option: &OptionWish, words: &Words<'_>) -> bool {
    let mut names = words.names.iter().filter(|(_, named)| wanted(named));
    let Some((_, named)) = names.find(|(_, named)| has_option(named, &option.option)) else {
        return false;
    };
    let held = named
        .options
        .iter()
        .find_map(|(id, count)| count.filter(|_| *id == option.option));
    let counted = option
        .count
        .is_none_or(|count| count == 1 || held == Some(count) || words.numbers.contains(&count));
    let portioned = option
        .amount
        .is_none_or(|amount| words.others.contains(&&Mentioned::Amount(amount)));
    let halved = option
        .half
        .is_none_or(|_| words.others.contains(&&Mentioned::Half));
    counted && portioned && halved
}

/// Whether so many are said at the name that is counted; one where no number is said.
fn counted(words: &Words<'_>, quantity: Option<u32>, of_it: impl Fn(&Named) -> bool) -> bool {
    let quantity = quantity.unwrap_or(1);
    let said = attached(&words.all, of_it);
    let said = match said.as_slice() {
        [] => 1,
        [said] => *said,
        // "Forty a flan": nobody knows which.
        [_, _, ..] => return false,
    };
    said == quantity && quantity <= Quantity::MOST
}

/// Whether a name is of a line: its item, something on it or left off it, or its size.
fn of_line(line: &Line, named: &Named) -> bool {
    let option =
        |id: &OptionId| line.options.iter().any(|chosen| chosen.option == *id) || line.without.contains(id);
    named.items.contains(&line.item)
        || named.options.iter().any(|(id, _)| option(id))
        || named
            .values
            .iter()
            .any(|(attribute, value)| line.attributes.get(attribute) == Some(value))
}

/// Whether a wish uses a name.
fn uses(named: &Named, wish: &Wish) -> bool {
    let options = || wish.add.iter().chain(&wish.remove);
    wish.items.iter().any(|item| named.items.contains(item))
        || options().any(|option| has_option(named, &option.option))
        || named
            .values
            .iter()
            .any(|(attribute, value)| wish.attributes.get(attribute) == Some(value))
}
