//! Turns an utterance's clauses into edits of the draft.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::clauses::{Clause, Verb, clauses};
use super::folding;
use super::lexicon::Role;
use super::targets::{in_draft, matching_items, pointed_at, takes, that_takes};
use super::wishes::{Wished, wishes};
use super::{Offline, lines, phrasing};
use crate::interpreter::{Asked, EditKind, Heard, Target, Wish};

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
    /// Names that fit several things, as they stood in their lines.
    pub(super) ambiguous: Vec<(Name, Range<usize>)>,
}

/// Reads the atoms of a turn as edits.
pub(super) fn propose(offline: &Offline, atoms: Vec<Atom>, heard: &Heard<'_>) -> Outcome {
    let mut reader = Reader {
        offline,
        heard,
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
    if speaks_of_draft || begins_with_verb {
        for clause in reader.joined_subjects(clauses(atoms, heard.hint)) {
            reader.clause(clause);
        }
        reader.outcome.edits = folding::fold(offline, std::mem::take(&mut reader.outcome.edits));
    } else {
        for wished in reader.wishes(atoms).0 {
            reader.push(EditKind::Add(wished.wish), wished.tokens);
        }
    }
    reader.outcome
}

/// Reads one clause after the other.
pub(super) struct Reader<'a> {
    pub(super) offline: &'a Offline,
    pub(super) heard: &'a Heard<'a>,
    pub(super) outcome: Outcome,
}

impl Reader<'_> {
    pub(super) fn push(&mut self, kind: EditKind, tokens: Range<usize>) {
        self.outcome.edits.push(Proposed { kind, tokens });
    }

    /// "The pizza should be small": a known item before a verb of change is what is changed.
    fn joined_subjects(&self, clauses: Vec<Clause>) -> Vec<Clause> {
        let mut joined: Vec<Clause> = Vec::with_capacity(clauses.len());
        for mut clause in clauses {
            let subject = joined.last().filter(|before| {
                let names: Vec<&Name> = before
                    .atoms
                    .iter()
                    .filter_map(|atom| atom.name.as_ref())
                    .collect();
                let definite = before
                    .atoms
                    .iter()
                    .any(|atom| atom.is(Role::The) || atom.is(Role::That));
                let plain = before
                    .atoms
                    .iter()
                    .all(|atom| atom.number.is_none() && !atom.is(Role::Want));
                before.verb == Verb::Order
                    && definite
                    && plain
                    && matches!(names.as_slice(), [name] if self.is_known(name))
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

    /// Whether a name is of an item in the draft.
    pub(super) fn is_known(&self, name: &Name) -> bool {
        let entries = name
            .items()
            .filter_map(|item| self.offline.vocabulary.items.get(item));
        entries
            .into_iter()
            .any(|entry| in_draft(self.heard.draft, std::slice::from_ref(&entry.id)))
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
    pub(super) fn wishes(&mut self, mut atoms: Vec<Atom>) -> (Vec<Wished>, Vec<Atom>) {
        let amounts = amounts_said(&atoms);
        phrasing::bind(self.offline, &mut atoms);
        let bound = atoms
            .iter()
            .filter(|atom| atom.name.as_ref().is_some_and(|name| name.amount.is_some()))
            .count();
        self.outcome.clear &= bound >= amounts;
        let (lines, clear) = lines::part(self.offline, &atoms);
        self.outcome.clear &= clear;
        let ambiguous = atoms.iter().filter_map(|atom| {
            atom.name
                .as_ref()
                .filter(|name| name.is_ambiguous())
                .map(|name| (name.clone(), atom.from..atom.to))
        });
        self.outcome.ambiguous.extend(ambiguous);
        (wishes(self.offline, &atoms, &lines), atoms)
    }

    fn order(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(&atoms, at, span);
        }
        if self.again(&atoms, span.clone()) {
            return;
        }
        let named = atoms.iter().any(|atom| atom.name.is_some());
        if !named {
            let number = atoms
                .iter()
                .find_map(|atom| atom.number)
                .filter(|number| !number.article);
            let bare = atoms.iter().all(|atom| atom.number.is_some() || !atom.unknown);
            if let Some(number) = number.filter(|_| bare && !self.heard.draft.is_empty()) {
                let target = self
                    .asked_line()
                    .or_else(|| pointed_at(self.heard.draft, &atoms))
                    .unwrap_or(Target::Last);
                self.push(
                    EditKind::SetQuantity {
                        target,
                        quantity: number.value,
                    },
                    span,
                );
            }
            return;
        }
        let instead = atoms.iter().any(|atom| atom.is(Role::Instead));
        let (wished, atoms) = self.wishes(atoms);
        self.unwanted_items(&atoms);
        for wished in wished {
            self.wished(wished, &atoms, instead);
        }
    }

    /// "Another one of those", "mais duas dessas", "another coke".
    fn again(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let another = atoms.iter().any(|atom| atom.is(Role::Another));
        let number = atoms
            .iter()
            .find_map(|atom| atom.number)
            .filter(|number| !number.article)
            .map(|number| number.value);
        let more_of_those = number.is_some()
            && atoms.iter().any(|atom| {
                atom.is(Role::That) || atom.roles.iter().any(|role| matches!(role, Role::Amount(_)))
            });
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let quantity = number.unwrap_or(1);
        match names.as_slice() {
            [] if another || more_of_those => {
                let target = pointed_at(
                    self.heard.draft,
                    &atoms
                        .iter()
                        .filter(|atom| !atom.is(Role::Another))
                        .cloned()
                        .collect::<Vec<_>>(),
                )
                .unwrap_or(Target::Last);
                self.push(EditKind::Again { target, quantity }, span);
                true
            }
            [name] if another && name.is_item() => {
                let items: Vec<_> = name
                    .items()
                    .filter_map(|item| self.offline.vocabulary.items.get(item))
                    .map(|entry| entry.id.clone())
                    .filter(|id| in_draft(self.heard.draft, std::slice::from_ref(id)))
                    .take(1)
                    .collect();
                if !items.is_empty() {
                    self.push(
                        EditKind::Again {
                            target: matching_items(&items),
                            quantity,
                        },
                        span,
                    );
                }
                !items.is_empty()
            }
            _ => false,
        }
    }

    /// The line that takes a change where none is named: one that these words just added, or one of the draft.
    pub(super) fn line_that_takes(&self, change: &Wish) -> Option<Target> {
        let added = self.outcome.edits.last().is_some_and(|edit| matches!(&edit.kind, EditKind::Add(wish) if wish.items.iter().any(|item| takes(self.offline, item, change))));
        if added {
            Some(Target::Last)
        } else {
            that_takes(self.offline, self.heard.draft, change)
        }
    }

    /// Items that are said not to be wanted: "no coke", "hold the fries".
    fn unwanted_items(&mut self, atoms: &[Atom]) {
        for atom in atoms {
            let Some(name) = atom
                .name
                .as_ref()
                .filter(|name| name.negated && name.is_only_item())
            else {
                continue;
            };
            let items: Vec<_> = name
                .items()
                .filter_map(|item| self.offline.vocabulary.items.get(item))
                .map(|entry| entry.id.clone())
                .take(1)
                .collect();
            if in_draft(self.heard.draft, &items) {
                self.push(
                    EditKind::Remove {
                        target: matching_items(&items),
                        quantity: None,
                    },
                    atom.from..atom.to,
                );
            }
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
            Some(Asked::AnythingElse | Asked::YesNo) | None => None,
        }
    }

    fn wished(&mut self, wished: Wished, atoms: &[Atom], instead: bool) {
        let line = atoms.get(wished.atoms.clone()).unwrap_or_default();
        let Wished {
            mut wish,
            tokens,
            has_item,
            counted,
            ..
        } = wished;
        let pointed = pointed_at(self.heard.draft, line);
        if !has_item {
            let asked = self.asked_line();
            let chosen = if counted {
                asked
            } else {
                pointed.or(asked).or_else(|| self.line_that_takes(&wish))
            };
            if let Some(target) = chosen {
                wish.items.clear();
                if let Some(quantity) = wish.quantity.take().filter(|quantity| *quantity > 1) {
                    self.push(
                        EditKind::SetQuantity {
                            target: target.clone(),
                            quantity,
                        },
                        tokens.clone(),
                    );
                }
                return self.push(EditKind::Modify { target, change: wish }, tokens);
            }
        } else if self.speaks_of_known(line, &wish, counted) {
            let target = matching_items(&wish.items);
            wish.items.clear();
            return self.push(EditKind::Modify { target, change: wish }, tokens);
        }
        if has_item && !counted && !instead && self.speaks_only_of_known(line, &wish) {
            return;
        }
        if instead {
            return self.push(
                EditKind::Replace {
                    target: Target::Last,
                    wish,
                },
                tokens,
            );
        }
        self.push(EditKind::Add(wish), tokens);
    }

    /// Whether a line only mentions what the draft holds ("keep the coke"): no wish for another. Where it may
    /// be one all the same ("i want the large pizza"), the reading is not clear.
    fn speaks_only_of_known(&mut self, line: &[Atom], wish: &Wish) -> bool {
        let head = line
            .iter()
            .position(|atom| atom.name.as_ref().is_some_and(Name::is_item));
        let before = line.iter().take(head.unwrap_or(0));
        let (mut definite, mut asks) = (false, false);
        for atom in before {
            definite |= atom.is(Role::The) || atom.is(Role::That);
            asks |= atom.is_any(&[Role::Want, Role::Add]);
        }
        let known = definite && in_draft(self.heard.draft, &wish.items);
        self.outcome.clear &= !known;
        known && !asks && wish.attributes.is_empty() && wish.add.is_empty() && wish.remove.is_empty()
    }

    /// Whether a line's item is one of the draft that more is said about: "no onions on the burger", "the coke large".
    pub(super) fn speaks_of_known(&self, line: &[Atom], wish: &Wish, counted: bool) -> bool {
        let says_more = !wish.attributes.is_empty() || !wish.add.is_empty() || !wish.remove.is_empty();
        let Some(head) = line
            .iter()
            .position(|atom| atom.name.as_ref().is_some_and(Name::is_item))
        else {
            return false;
        };
        if counted || !says_more || !in_draft(self.heard.draft, &wish.items) {
            return false;
        }
        let definite = head
            .checked_sub(1)
            .and_then(|before| line.get(before))
            .is_some_and(|atom| atom.is(Role::The) || atom.is(Role::That));
        let on = line
            .iter()
            .take(head)
            .rev()
            .take(2)
            .any(|atom| atom.is(Role::On) && !atom.is(Role::The));
        let other_before = line.iter().take(head).any(|atom| atom.name.is_some());
        let asks = line
            .iter()
            .take(head)
            .any(|atom| atom.is_any(&[Role::Want, Role::Add]));
        (on && other_before) || (definite && !asks)
    }
}

/// How many words of the atoms are of portions and nothing else.
fn amounts_said(atoms: &[Atom]) -> usize {
    let only_amount = |atom: &&Atom| {
        atom.name.is_none()
            && atom.amount().is_some()
            && !atom.is_any(&[Role::And, Role::But, Role::Another, Role::Adjective, Role::Chat])
    };
    atoms.iter().filter(only_amount).count()
}
