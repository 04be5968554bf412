//! Splits lines of the draft: "make one of them large", "one with olives and the other without onions".
//!
//! What is split off leaves its line and comes back as a line made as before but for the change.

use std::ops::Range;

use super::atoms::Atom;
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::targets::takes;
use super::wishes::{Share, Wished, partitive};
use crate::interpreter::{EditKind, OptionWish, Target, Wish};
use crate::order::Line;

impl<'a> Reader<'a> {
    /// "One of them large", "one of the cokes in a bottle".
    pub(super) fn split_one(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        if self.heard.draft.is_empty() {
            return false;
        }
        let Some((part, count, described)) = self.part_named(atoms) else {
            return false;
        };
        let rest: Vec<Atom> = atoms
            .iter()
            .enumerate()
            .filter(|(at, atom)| !part.contains(at) && !atom.is_any(&[Role::Into, Role::It]))
            .map(|(_, atom)| atom.clone())
            .collect();
        if !rest.iter().any(|atom| atom.name.is_some()) {
            return false;
        }
        let (wished, _) = self.wishes(rest);
        let ([wished], Some((place, line))) = (wished.as_slice(), self.split_line(count, described)) else {
            self.outcome.clear = false;
            return true;
        };
        let line = line.clone();
        if wished.has_item && wished.wish.items != [line.item.clone()] {
            return self.part_for_another(place, count, wished, span);
        }
        let may_be = !wished.has_item && takes(self.offline, &line.item, &wished.wish);
        if !may_be {
            self.outcome.clear = false;
            return true;
        }
        self.split_off(place, &line, count, &wished.wish, span);
        true
    }

    /// "Swap one of the cokes for a guaraná".
    fn part_for_another(&mut self, place: usize, count: u32, wished: &Wished, span: Range<usize>) -> bool {
        self.push(
            EditKind::Remove {
                target: Target::Nth(place + 1),
                quantity: Some(count),
            },
            span,
        );
        self.push(EditKind::Add(wished.wish.clone()), wished.tokens.clone());
        true
    }

    /// The words for a part of a line, how many that is, and which line, where they name one.
    fn part_named(&self, atoms: &[Atom]) -> Option<(Range<usize>, u32, Option<Wish>)> {
        if let Some((part, count)) = partitive(atoms) {
            return Some((part, count, None));
        }
        (0..atoms.len()).find_map(|at| {
            let number = atoms.get(at)?.number?;
            let begin = at + 1;
            let known_ones = |atom: &Atom| atom.is_any(&[Role::The, Role::That]);
            let of = atoms.get(begin).filter(|atom| atom.is(Role::Of))?;
            // "Das" holds the article; "of" needs one.
            let the = usize::from(atoms.get(begin + 1).is_some_and(known_ones));
            if the == 0 && !of.is(Role::On) {
                return None;
            }
            let name = begin + 1 + the;
            let described = self.described_by(atoms.get(name..=name)?)?;
            Some((at..name + 1, number.value, Some(described)))
        })
    }

    /// The line that is split: the one described, or asked about, or last spoken of, or the only one that can be.
    fn split_line(&self, count: u32, described: Option<Wish>) -> Option<(usize, &'a Line)> {
        let enough = |line: &Line| line.quantity.get() > count;
        if let Some(described) = described {
            return self.line_described(&described).filter(|(_, line)| enough(line));
        }
        let lines = &self.heard.draft.lines;
        let asked = match self.asked_line() {
            Some(Target::Nth(place)) => place.checked_sub(1),
            _ => lines.len().checked_sub(1),
        };
        let asked = asked.and_then(|at| lines.get(at).map(|line| (at, line)));
        if let Some(found) = asked.filter(|(_, line)| enough(line)) {
            return Some(found);
        }
        let mut able = lines.iter().enumerate().filter(|(_, line)| enough(line));
        able.next().filter(|_| able.next().is_none())
    }

    /// "One with olives and the other without onions", of a line of two.
    pub(super) fn split_up(&mut self, wished: &[Wished], span: Range<usize>) -> bool {
        let [.., last] = wished else { return false };
        let counted = |part: &Wished| !part.has_item && part.counted;
        if wished.len() < 2 || last.share != Some(Share::Rest) || !wished.iter().all(counted) {
            return false;
        }
        let number = |part: &Wished| part.wish.quantity.unwrap_or(1);
        let parts = wished.split_last().map(|(_, parts)| parts).unwrap_or_default();
        let sum: u32 = parts.iter().map(number).sum();
        let Some((place, line)) = self.split_line(sum, None) else {
            return false;
        };
        let line = line.clone();
        if !wished
            .iter()
            .all(|part| takes(self.offline, &line.item, &part.wish))
        {
            return false;
        }
        for part in parts {
            self.split_off(place, &line, number(part), &part.wish, span.clone());
        }
        let change = Wish {
            items: Vec::new(),
            quantity: None,
            ..last.wish.clone()
        };
        let target = Target::Nth(place + 1);
        self.push(EditKind::Modify { target, change }, span);
        true
    }

    fn split_off(&mut self, place: usize, line: &Line, count: u32, change: &Wish, span: Range<usize>) {
        self.push(
            EditKind::Remove {
                target: Target::Nth(place + 1),
                quantity: Some(count),
            },
            span.clone(),
        );
        let wish = self.made_otherwise(line, count, change);
        self.push(EditKind::Add(wish), span);
    }

    /// A line as a wish, made otherwise as the change says.
    pub(super) fn made_otherwise(&self, line: &Line, count: u32, change: &Wish) -> Wish {
        let other_dish = has_dish(self.offline, change.add.iter().map(|choice| &choice.option));
        let stays = |choice: &OptionWish| {
            let mut said = change.add.iter().chain(&change.remove);
            let goes = other_dish && self.offline.is_dish(&choice.option);
            !goes && said.all(|other| other.option != choice.option)
        };
        let kept = line.options.iter().map(|chosen| OptionWish {
            option: chosen.option.clone(),
            amount: chosen.amount,
            count: Some(chosen.count).filter(|count| *count > 1),
            half: chosen.half,
        });
        let without = line.without.iter().map(|option| OptionWish {
            option: option.clone(),
            amount: None,
            count: None,
            half: None,
        });
        let mut attributes = line.attributes.clone();
        attributes.extend(change.attributes.clone());
        Wish {
            items: vec![line.item.clone()],
            quantity: Some(count),
            attributes,
            add: kept.filter(stays).chain(change.add.iter().cloned()).collect(),
            remove: without
                .filter(stays)
                .chain(change.remove.iter().cloned())
                .collect(),
        }
    }
}
