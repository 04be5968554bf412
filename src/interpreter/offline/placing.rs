//! Options put on lines by name, of which one breath may hold several: "no onions on the pepperoni and extra
//! cheese on the margherita".

use std::ops::Range;

use super::Offline;
use super::atoms::{Atom, Name};
use super::edits::Reader;
use super::lexicon::Role;
use super::references::{description_length, is_mark};
use super::targets::takes;
use crate::interpreter::{EditKind, Target, Wish};
use crate::order::Line;

impl Reader<'_> {
    /// Parts what is ordered where options are put on lines by name; one part where they are not.
    pub(super) fn segments(&self, atoms: &[Atom]) -> Vec<Range<usize>> {
        let mut segments = Vec::new();
        let mut done = 0;
        for call in calls(self.offline, atoms) {
            let known = atoms
                .get(call.clone())
                .is_some_and(|names| self.described_by(names).is_some())
                || is_named_before(self.offline, atoms, &call);
            let begin = begin(self.offline, atoms, done, &call);
            let Some(begin) = begin.filter(|_| known && call.end > done) else {
                continue;
            };
            if begin > done {
                segments.push(done..begin);
            }
            segments.push(begin..call.end);
            done = call.end;
        }
        if done < atoms.len() {
            segments.push(done..atoms.len());
        }
        // Marks alone are no part of their own.
        let says = |part: &Range<usize>| {
            let part = atoms.get(part.clone()).unwrap_or_default();
            part.iter()
                .any(|atom| atom.name.is_some() || atom.number.is_some() || atom.unknown)
        };
        segments.retain(says);
        segments
    }

    /// "Extra cheese on both pizzas", "make all the cokes bottles": a change to every line of one item.
    pub(super) fn each_of(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let Some((words, places)) = self.all_named(atoms) else {
            return false;
        };
        let rest: Vec<Atom> = atoms
            .iter()
            .enumerate()
            .filter(|(at, atom)| !words.contains(at) && !atom.is_any(&[Role::Into, Role::It]))
            .map(|(_, atom)| atom.clone())
            .collect();
        if !rest.iter().any(|atom| atom.name.is_some()) {
            return false;
        }
        let (wished, _) = self.wishes(rest);
        let [wished] = wished.as_slice() else { return false };
        if wished.has_item {
            return false;
        }
        let mut change = wished.wish.clone();
        change.items.clear();
        change.quantity = None;
        if places.len() > 1 && places.len() == self.heard.draft.lines.len() {
            self.push(
                EditKind::Modify {
                    target: Target::All,
                    change,
                },
                span,
            );
            return true;
        }
        for place in places {
            let target = Target::Nth(place + 1);
            self.push(
                EditKind::Modify {
                    target,
                    change: change.clone(),
                },
                span.clone(),
            );
        }
        true
    }

    /// The words "all the pizzas", and the places of the lines that they mean.
    fn all_named(&self, atoms: &[Atom]) -> Option<(Range<usize>, Vec<usize>)> {
        let at = atoms.iter().position(|atom| atom.is(Role::All))?;
        let skip = |atom: &&Atom| atom.is_any(&[Role::The, Role::Of, Role::That]);
        let name_at = at + 1 + atoms.get(at + 1..)?.iter().take_while(skip).count();
        let name = atoms
            .get(name_at)?
            .name
            .as_ref()
            .filter(|name| name.is_only_item())?;
        let items: Vec<_> = name
            .items()
            .filter_map(|item| self.offline.vocabulary.items.get(item))
            .map(|entry| &entry.id)
            .collect();
        let lines = self.heard.draft.lines.iter().enumerate();
        let places: Vec<usize> = lines
            .filter(|(_, line)| items.contains(&&line.item))
            .map(|(place, _)| place)
            .collect();
        let both = atoms.get(at).is_some_and(|atom| atom.is(Role::Both));
        let places = self.two_of_a_kind(&places).filter(|_| both).unwrap_or(places);
        let on = at
            .checked_sub(1)
            .filter(|before| atoms.get(*before).is_some_and(|atom| atom.is(Role::On)));
        (!places.is_empty()).then_some((on.unwrap_or(at)..name_at + 1, places))
    }

    /// "Both burgers", of a hamburger and a cheeseburger: where one of a thing was ordered, the two lines of its kind.
    fn two_of_a_kind(&self, places: &[usize]) -> Option<Vec<usize>> {
        let lines = &self.heard.draft.lines;
        let category = |line: &Line| {
            let item = self.offline.index.item(&line.item)?;
            self.offline.category_of(item)
        };
        let one = |line: &&Line| line.quantity.get() == 1;
        let kind = match places {
            [place] => category(lines.get(*place).filter(one)?)?,
            _ => return None,
        };
        let of_kind = |(_, line): &(usize, &Line)| category(line) == Some(kind);
        let alike: Vec<(usize, &Line)> = lines.iter().enumerate().filter(of_kind).collect();
        let two = alike.len() == 2 && alike.iter().all(|(_, line)| one(line));
        two.then(|| alike.into_iter().map(|(place, _)| place).collect())
    }

    /// The lines of the draft that can be as is wished, by place.
    pub(super) fn places_that_take(&self, change: &Wish) -> Vec<usize> {
        let lines = self.heard.draft.lines.iter().enumerate();
        lines
            .filter(|(_, line)| takes(self.offline, &line.item, change))
            .map(|(place, _)| place)
            .collect()
    }
}

/// Whether words put something on what they named themselves ("a pie and a coke, extra cheese on the pie").
pub(super) fn places_on_named(offline: &Offline, atoms: &[Atom]) -> bool {
    calls(offline, atoms)
        .iter()
        .any(|call| is_named_before(offline, atoms, call))
}

/// Where names stand behind "on the".
fn calls(offline: &Offline, atoms: &[Atom]) -> Vec<Range<usize>> {
    let mut calls = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        let marks = atoms.iter().skip(at).take_while(|atom| is_mark(atom)).count();
        let leading = atoms.get(at..at + marks).unwrap_or_default();
        let on = leading.iter().any(|atom| atom.is(Role::On));
        let definite = marks > 1 || offline.lexicon.on_holds_article;
        if on && definite {
            let from = at + marks;
            let length = description_length(offline, atoms.get(from..).unwrap_or_default());
            if length > 0 {
                // "The large one": the number stands for the noun.
                let one = atoms.get(from + length).is_some_and(|atom| {
                    atom.number
                        .is_some_and(|number| number.value == 1 && !number.article)
                });
                let pronoun = usize::from(one && !offline.lexicon.article_counts);
                calls.push(from..from + length + pronoun);
            }
        }
        at += marks.max(1);
    }
    calls
}

fn is_named_before(offline: &Offline, atoms: &[Atom], call: &Range<usize>) -> bool {
    let calls_line = |name: &Name| name.is_only_item() || offline.dish_of(name).is_some();
    let called = atoms.get(call.clone()).unwrap_or_default();
    let mut names = called
        .iter()
        .filter_map(|atom| atom.name.as_ref())
        .filter(|name| calls_line(name));
    names.any(|name| {
        let before = atoms
            .iter()
            .take(call.start)
            .filter_map(|atom| atom.name.as_ref());
        before
            .filter(|other| calls_line(other))
            .any(|other| other.senses.iter().any(|sense| name.senses.contains(sense)))
    })
}

/// Where what is put on a line begins: behind the line named before, at a pause or "and" if there is one.
fn begin(offline: &Offline, atoms: &[Atom], done: usize, call: &Range<usize>) -> Option<usize> {
    let names_line = |atom: &Atom| {
        atom.number.is_some() && !atom.roles.contains(&Role::Article)
            || atom
                .name
                .as_ref()
                .is_some_and(|name| name.is_only_item() || offline.dish_of(name).is_some())
    };
    let marked = (done..call.start)
        .rev()
        .find(|at| !atoms.get(*at).is_some_and(is_mark))
        .map_or(done, |at| at + 1);
    let line_before = (done..marked)
        .rev()
        .find(|at| atoms.get(*at).is_some_and(names_line));
    let begin = line_before.map_or(done, |line_before| {
        let joint = (line_before + 1..marked).rev().find(|at| {
            atoms
                .get(*at)
                .is_some_and(|atom| atom.pause || atom.is_any(&[Role::And, Role::Want, Role::Add]))
        });
        joint.unwrap_or(line_before + 1)
    });
    // What stands between must be something to put there.
    atoms
        .get(begin..marked)
        .is_some_and(|said| said.iter().any(|atom| atom.name.is_some()))
        .then_some(begin)
}
