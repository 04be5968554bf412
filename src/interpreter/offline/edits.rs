//! Turns an utterance's clauses into edits of the draft.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::clauses::{Clause, Verb, clauses, ordinal};
use super::explain::Watch;
use super::folding;
use super::judging;
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::placing::places_on_named;
use super::reading::Restates;
use super::sharing::share_with_all;
use super::targets::{is_described, pointed_at, takes, that_takes};
use super::wishes::{Wished, wishes};
use super::{Offline, lines, phrasing, rewording};
use crate::interpreter::{Asked, Doubt, Doubts, EditKind, Heard, Target, Wish};
use crate::order::OptionId;

/// An edit with the tokens it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proposed {
    /// The edit.
    pub(super) kind: EditKind,
    /// Its tokens, first to one past the last.
    pub(super) tokens: Range<usize>,
}

/// What came out of an utterance's atoms.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The edits, in the order in which they were said.
    pub(super) edits: Vec<Proposed>,
    /// Whether every part of it was read in one way only.
    pub(super) clear: bool,
    /// Why it is not clear, where that is not about the draft.
    pub(super) doubts: Doubts,
    /// Names that fit several things, as they stood in their lines.
    pub(super) ambiguous: Vec<(Name, Range<usize>)>,
}

impl Outcome {
    fn doubt_unless(&mut self, clear: bool, doubt: Doubt) {
        self.clear &= clear;
        self.doubts.add_if(!clear, doubt);
    }

    fn doubt_for(&mut self, doubts: Doubts) {
        self.clear &= doubts.is_empty();
        self.doubts.join(doubts);
    }

    /// What is doubtful so far, before a reading is tried that may come to nothing.
    pub(super) fn kept(&self) -> (bool, Doubts, usize) {
        (self.clear, self.doubts, self.ambiguous.len())
    }

    /// Forgets the doubts of a reading that came to nothing.
    pub(super) fn back_to(&mut self, (clear, doubts, ambiguous): (bool, Doubts, usize)) {
        (self.clear, self.doubts) = (clear, doubts);
        self.ambiguous.truncate(ambiguous);
    }
}

/// Reads the atoms of a turn as edits.
///
/// `restates` is whether they begin by saying again how something should be ("it's …", "no, …").
pub(super) fn propose(
    offline: &Offline,
    atoms: Vec<Atom>,
    heard: &Heard<'_>,
    restates: Restates,
    watch: Watch<'_>,
) -> Outcome {
    let mut reader = Reader {
        offline,
        heard,
        restates,
        watch,
        outcome: Outcome {
            clear: true,
            ..Outcome::default()
        },
    };
    let speaks_of_draft = !heard.draft.is_empty()
        || matches!(
            heard.hint,
            Some(crate::interpreter::Hint::Remove | crate::interpreter::Hint::Change)
        );
    let begins_with_verb = atoms
        .iter()
        .find(|atom| atom.name.is_some() || atom.is_any(&[Role::Remove, Role::Replace]))
        .is_some_and(|atom| atom.name.is_none());
    if speaks_of_draft || begins_with_verb || places_on_named(offline, &atoms) {
        for clause in reader.joined_subjects(clauses(atoms, heard.hint)) {
            reader.clause(clause);
        }
        reader.outcome.edits = folding::fold(offline, std::mem::take(&mut reader.outcome.edits));
    } else {
        reader
            .outcome
            .doubt_unless(!judging::exchanges(&atoms), Doubt::Target);
        let same = atoms.iter().any(|atom| atom.is(Role::Same));
        reader.outcome.doubt_unless(!same, Doubt::Sharing);
        for wished in reader.wishes(rewording::said_afresh(atoms)).0 {
            reader.add(wished);
        }
    }
    reader.outcome
}

/// Reads one clause after the other.
pub(super) struct Reader<'a> {
    pub(super) offline: &'a Offline,
    pub(super) heard: &'a Heard<'a>,
    /// Whether what comes first says again how something should be.
    pub(super) restates: Restates,
    pub(super) outcome: Outcome,
    /// Where to tell what the words became, if anybody asks.
    watch: Watch<'a>,
}

impl Reader<'_> {
    pub(super) fn push(&mut self, mut kind: EditKind, tokens: Range<usize>) {
        if let EditKind::Modify { target, change } = &mut kind {
            self.keep_other_half(target, change);
        }
        self.outcome.clear &= !self.fits_several(&kind);
        self.outcome.edits.push(Proposed { kind, tokens });
    }

    /// A new line; where options without an item go on several kinds of things, which of them is asked.
    pub(super) fn add(&mut self, wished: Wished) {
        let Some(items) = self.may_be_of(&wished) else {
            let others = judging::fits_others(self.offline, &wished);
            self.outcome.doubt_unless(!others, Doubt::Several);
            return self.push(EditKind::Add(wished.wish), wished.tokens);
        };
        let name = Name {
            senses: items.into_iter().map(Sense::Item).collect(),
            fit: Fit::Part,
            amount: None,
            count: None,
            half: None,
            negated: false,
        };
        self.outcome.ambiguous.push((name, wished.tokens));
    }

    /// The items that a wish without one may be for, where it is not told by its dish, or is for the menu's first item.
    fn may_be_of(&self, wished: &Wished) -> Option<Vec<usize>> {
        let items = &self.offline.vocabulary.items;
        let first = items
            .first()
            .is_some_and(|first| wished.wish.items == [first.id.clone()]);
        let dish = has_dish(self.offline, wished.wish.add.iter().map(|choice| &choice.option));
        if wished.has_item || first || dish || !self.offline.tells_dishes() {
            return None;
        }
        let able = items.iter().enumerate();
        let able: Vec<usize> = able
            .filter(|(_, item)| takes(self.offline, &item.id, &wished.wish))
            .map(|(at, _)| at)
            .collect();
        (able.len() > 1).then_some(able)
    }

    /// "The pizza should be small": a known item before a verb of change is what is changed.
    fn joined_subjects(&self, clauses: Vec<Clause>) -> Vec<Clause> {
        let mut joined: Vec<Clause> = Vec::with_capacity(clauses.len());
        for mut clause in clauses {
            let subject = joined.last().filter(|before| {
                let by_place = before.verb == Verb::Order && only_a_place(&before.atoms);
                let names: Vec<&Name> = before
                    .atoms
                    .iter()
                    .filter_map(|atom| atom.name.as_ref())
                    .collect();
                let definite = before
                    .atoms
                    .iter()
                    .any(|atom| atom.is(Role::The) || atom.is(Role::That));
                let plain = before.atoms.iter().all(|atom| {
                    !atom.is(Role::Want) && (atom.number.is_none() || self.stands_for_noun(atom))
                });
                by_place
                    || before.verb == Verb::Order
                        && definite
                        && plain
                        && (1..=3).contains(&names.len())
                        && self.described_by(&before.atoms).is_some()
            });
            if clause.verb == Verb::Change
                && subject.is_some()
                && let Some(subject) = joined.pop()
            {
                clause.from = subject.from;
                clause.atoms.splice(0..0, subject.atoms);
            }
            joined.push(clause);
        }
        joined
    }

    /// Whether an edit is of a line by a description that several lines of the draft answer to.
    fn fits_several(&self, kind: &EditKind) -> bool {
        let (EditKind::Remove { target, .. }
        | EditKind::SetQuantity { target, .. }
        | EditKind::Modify { target, .. }
        | EditKind::Replace { target, .. }) = kind
        else {
            return false;
        };
        let Target::Matching(described) = target else {
            return false;
        };
        let lines = self.heard.draft.lines.iter();
        lines.filter(|line| is_described(line, described)).count() > 1
    }

    /// "The small one": a number that says nothing of how many.
    fn stands_for_noun(&self, atom: &Atom) -> bool {
        let one = atom
            .number
            .is_some_and(|number| number.value == 1 && !number.article);
        one && !self.offline.lexicon.article_counts
    }

    fn clause(&mut self, clause: Clause) {
        let span = clause.from..clause.to;
        let before = self.outcome.edits.len();
        match clause.verb {
            Verb::Order => self.order(clause.atoms, span.clone()),
            Verb::Remove => self.remove(clause.atoms, span.clone()),
            Verb::Change | Verb::Replace => self.change(&clause, span.clone()),
        }
        if clause.verb != Verb::Order {
            self.outcome.clear &= self.outcome.edits.len() > before;
        }
        // The verb belongs to what its clause says.
        if let Some(edit) = self
            .outcome
            .edits
            .get_mut(before)
            .filter(|_| clause.verb != Verb::Order)
        {
            edit.tokens.start = edit.tokens.start.min(span.start);
        }
    }

    /// The wishes that these atoms make, and the atoms as they were bound.
    pub(super) fn wishes(&mut self, atoms: Vec<Atom>) -> (Vec<Wished>, Vec<Atom>) {
        if let Some(at) = phrasing::said_of_all(&atoms) {
            let before = self.outcome.kept();
            let (head, tail) = atoms.split_at(at);
            let (mut wished, bound) = self.wishes_apart(head.to_vec());
            let (said, _) = self.wishes_apart(tail.to_vec());
            if let [said] = said.as_slice()
                && !said.has_item
                && wished.len() > 1
            {
                let both = tail.iter().any(|atom| atom.is(Role::Both));
                let shared = share_with_all(self.offline, &mut wished, both, &said.wish);
                self.outcome.doubt_unless(shared, Doubt::Sharing);
                return (wished, bound);
            }
            self.outcome.back_to(before);
        }
        self.wishes_apart(atoms)
    }

    fn wishes_apart(&mut self, mut atoms: Vec<Atom>) -> (Vec<Wished>, Vec<Atom>) {
        let said = judging::small_words(&atoms);
        phrasing::bind(self.offline, &mut atoms);
        self.outcome
            .doubt_for(judging::doubts_of_binding(self.offline, said, &atoms));
        let (lines, clear) = lines::part(self.offline, &atoms);
        self.outcome.doubt_unless(clear, Doubt::Parting);
        self.outcome
            .doubt_for(judging::doubts_between(self.offline, &atoms, &lines));
        if let Some(trace) = self.watch.as_deref_mut() {
            trace.bound(&atoms, &lines);
        }
        let ambiguous = atoms.iter().filter_map(|atom| {
            atom.name
                .as_ref()
                .filter(|name| name.is_ambiguous())
                .map(|name| (name.clone(), atom.from..atom.to))
        });
        self.outcome.ambiguous.extend(ambiguous);
        let (wished, clear) = wishes(self.offline, &atoms, &lines);
        self.outcome.doubt_unless(clear, Doubt::Sharing);
        (wished, atoms)
    }

    /// The line that takes a change where none is named: one that these words just added, or one of the draft.
    /// A dish goes only on a line that is of none yet.
    pub(super) fn line_that_takes(&self, change: &Wish) -> Option<Target> {
        let names_dish = has_dish(self.offline, change.add.iter().map(|choice| &choice.option));
        let takes_it = |wish: &Wish| {
            let free = !(names_dish && has_dish(self.offline, wish.add.iter().map(|choice| &choice.option)));
            free && wish.items.iter().any(|item| takes(self.offline, item, change))
        };
        let added = matches!(
            self.outcome.edits.last().map(|edit| &edit.kind),
            Some(EditKind::Add(wish)) if takes_it(wish)
        );
        if added {
            return Some(Target::Last);
        }
        that_takes(self.heard.draft, |line| {
            let free =
                !(names_dish && has_dish(self.offline, line.options.iter().map(|choice| &choice.option)));
            free && takes(self.offline, &line.item, change)
        })
    }

    /// The line that words point at; what "it" means is the line whose choice was asked for.
    pub(super) fn pointed(&self, atoms: &[Atom]) -> Option<Target> {
        match pointed_at(self.heard.draft, atoms) {
            Some(Target::Last) => Some(self.asked_line().unwrap_or(Target::Last)),
            pointed => pointed,
        }
    }

    /// The line whose choice was asked for.
    pub(super) fn asked_line(&self) -> Option<Target> {
        match self.heard.asked {
            Some(Asked::Choice(id)) => self
                .heard
                .draft
                .lines
                .iter()
                .position(|line| line.id == *id)
                .map(|place| Target::Nth(place + 1)),
            Some(_) | None => None,
        }
    }
}

/// Whether atoms name a line by its place and say nothing else ("the first one").
fn only_a_place(atoms: &[Atom]) -> bool {
    let place = |atom: &Atom| ordinal(atom).is_some() || atom.is(Role::Last);
    atoms.iter().any(place)
        && atoms
            .iter()
            .all(|atom| place(atom) || atom.is_any(&[Role::The, Role::That]))
}

/// Whether one of these options stands for a dish.
pub(super) fn has_dish<'o>(offline: &Offline, mut options: impl Iterator<Item = &'o OptionId>) -> bool {
    options.any(|option| offline.is_dish(option))
}
