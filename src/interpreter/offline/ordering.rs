//! Clauses that order: new lines, more of old ones, and what is said of a line without a verb of change.

use std::ops::Range;

use super::atoms::Atom;
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::reading::Restates;
use super::references::{Reference, names_of};
use super::targets::{same_kind, takes};
use super::wishes::{Share, Wished};
use crate::interpreter::{Asked, EditKind, Target, Wish};
use crate::order::OptionId;

/// Wishes without what need no longer be left off; those that said nothing else are none.
fn without(mut wished: Vec<Wished>, handled: &[OptionId]) -> Vec<Wished> {
    wished.retain_mut(|wished| {
        let before = wished.wish.remove.len();
        wished
            .wish
            .remove
            .retain(|option| !handled.contains(&option.option));
        let Wish {
            add,
            remove,
            attributes,
            ..
        } = &wished.wish;
        let empty = add.is_empty() && remove.is_empty() && attributes.is_empty();
        remove.len() == before || !empty || wished.has_item
    });
    wished
}

impl Reader<'_> {
    /// "Two cokes", "no onions", "extra cheese on the margherita", "another of those".
    pub(super) fn order(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        let restates = std::mem::take(&mut self.restates);
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(&atoms, at, span);
        }
        let segments = self.segments(&atoms);
        if segments.len() > 1 {
            for segment in segments {
                let part = atoms.get(segment).unwrap_or_default().to_vec();
                let tokens = part.first().map_or(span.start, |atom| atom.from)
                    ..part.last().map_or(span.end, |atom| atom.to);
                self.order(part, tokens);
            }
            return;
        }
        if self.each_of(&atoms, span.clone()) {
            return;
        }
        if self.doubled(&atoms, span.clone())
            || self.split_one(&atoms, span.clone())
            || self.again(&atoms, span.clone())
            || self.copied(&atoms, span.clone())
        {
            return;
        }
        if !atoms.iter().any(|atom| atom.name.is_some()) {
            return self.bare_number(&atoms, span);
        }
        let instead = atoms.iter().any(|atom| atom.is(Role::Instead)) || restates == Restates::Meant;
        let (wished, atoms) = self.wishes(atoms);
        let handled = self.unwanted_items(&atoms);
        let wished = without(wished, &handled);
        if self.split_up(&wished, span.clone()) {
            return;
        }
        for (at, wished) in wished.into_iter().enumerate() {
            let line = atoms.get(wished.atoms.clone()).unwrap_or_default();
            let again = restates != Restates::Nothing || self.says_only(&wished, &atoms);
            if at == 0 && again && self.restated(&wished, line) {
                continue;
            }
            self.wished(wished, line, instead);
        }
    }

    /// Things that are said not to be wanted: "no coke", "hold the fries", "sem a marguerita".
    /// The options of the same names that have been seen to with them are answered.
    fn unwanted_items(&mut self, atoms: &[Atom]) -> Vec<OptionId> {
        let mut handled = Vec::new();
        for atom in atoms {
            let Some(name) = atom.name.as_ref().filter(|name| name.negated) else {
                continue;
            };
            let known = names_of(self.offline, name)
                .into_iter()
                .filter(|wish| !wish.items.is_empty() || !wish.add.is_empty())
                .find(|wish| self.line_described(wish).is_some());
            if let Some(described) = known {
                if !described.items.is_empty() {
                    let options = &self.offline.vocabulary.options;
                    let of_name = name.options().filter_map(|(option, _)| options.get(option));
                    handled.extend(of_name.map(|entry| entry.id.clone()));
                }
                self.push(
                    EditKind::Remove {
                        target: Target::Matching(described),
                        quantity: None,
                    },
                    atom.from..atom.to,
                );
            }
        }
        handled
    }

    fn wished(&mut self, wished: Wished, line: &[Atom], instead: bool) {
        if !wished.wish.remove.is_empty() && self.only_unwanted(&wished.wish) {
            return;
        }
        if let Some(reference) = self.reference(line, &wished) {
            let Reference {
                described, change, ..
            } = &reference;
            let dish = |wish: &Wish| has_dish(self.offline, wish.add.iter().map(|choice| &choice.option));
            // "Pepperoni on the margherita" may be wished for as half of it.
            self.outcome.clear &= !(dish(described) && dish(change));
            return self.push(reference.into_edit(), wished.tokens);
        }
        if wished.share == Some(Share::Some) {
            self.outcome.clear = false;
        }
        if self.answers_choice(&wished, line) || (!wished.has_item && self.goes_on_line(&wished, line)) {
            return;
        }
        if !wished.counted && !instead && self.speaks_only_of_known(line, &wished) {
            return;
        }
        if instead {
            return self.instead_of_last(wished.wish, wished.has_item, wished.tokens);
        }
        self.add(wished);
    }

    /// "I meant a veggie", "a sprite instead": in place of what was ordered last, where that is of its kind.
    fn instead_of_last(&mut self, mut wish: Wish, has_item: bool, tokens: Range<usize>) {
        let dish = has_dish(self.offline, wish.add.iter().map(|choice| &choice.option));
        if dish
            && !has_item
            && let Some(place) = self.places_that_take(&wish).last().copied()
        {
            self.outcome.clear &= place + 1 == self.heard.draft.lines.len();
            wish.items.clear();
            wish.quantity = None;
            let target = Target::Nth(place + 1);
            return self.push(EditKind::Modify { target, change: wish }, tokens);
        }
        let lines = &self.heard.draft.lines;
        let newest = lines
            .last()
            .filter(|line| same_kind(self.offline, &wish.items, std::slice::from_ref(&line.item)));
        self.outcome.clear &= newest.is_some();
        // While another line's choice is open, what was just added is still what gives way.
        let asked_of = match self.heard.asked {
            Some(Asked::Choice(id)) => Some(*id),
            Some(_) | None => None,
        };
        let target = match newest {
            Some(newest) if asked_of.is_some_and(|id| id != newest.id) => Target::Nth(lines.len()),
            _ => Target::Last,
        };
        self.push(EditKind::Replace { target, wish }, tokens);
    }

    /// Whether a wish only says that a dish is not wanted, which has been seen to.
    fn only_unwanted(&self, wish: &Wish) -> bool {
        let dish = |option| {
            let described = Wish {
                add: vec![option],
                ..Wish::default()
            };
            self.line_described(&described).is_some()
        };
        wish.add.is_empty()
            && wish.attributes.is_empty()
            && wish
                .remove
                .iter()
                .all(|option| self.offline.is_dish(&option.option) && dish(option.clone()))
    }

    /// A wish for the very item whose choice was asked for answers the question: "eight flans", "a large margherita".
    pub(super) fn answers_choice(&mut self, wished: &Wished, line: &[Atom]) -> bool {
        let Some(Asked::Choice(id)) = self.heard.asked else {
            return false;
        };
        let Some(asked) = self.heard.draft.line(*id) else {
            return false;
        };
        let joins = line
            .iter()
            .take_while(|atom| atom.name.is_none())
            .any(|atom| atom.is_any(&[Role::And, Role::Add, Role::Another, Role::Other]));
        let dishes = wished
            .wish
            .add
            .iter()
            .filter(|choice| self.offline.is_dish(&choice.option));
        let has = |choice: &crate::interpreter::OptionWish| {
            asked.options.iter().any(|chosen| chosen.option == choice.option)
        };
        let has_one = has_dish(self.offline, asked.options.iter().map(|chosen| &chosen.option));
        let other_dish = has_one && dishes.clone().any(|choice| !has(choice));
        let of_it = !wished.has_item || wished.wish.items == [asked.item.clone()];
        if joins || other_dish || !of_it || !takes(self.offline, &asked.item, &wished.wish) {
            return false;
        }
        let Some(target) = self.asked_line() else {
            return false;
        };
        // The second of two dishes is one more.
        let answered = self.outcome.edits.iter().any(|edit| match &edit.kind {
            EditKind::Modify { target: of, change } => {
                *of == target && has_dish(self.offline, change.add.iter().map(|choice| &choice.option))
            }
            _ => false,
        });
        if answered && wished.counted && dishes.clone().next().is_some() {
            return false;
        }
        let mut change = wished.wish.clone();
        change.items.clear();
        change
            .add
            .retain(|choice| !(self.offline.is_dish(&choice.option) && has(choice)));
        self.modify(target, change, wished.tokens.clone());
        true
    }

    /// What is wished for without an item goes on the line that is pointed at, or on one that takes it.
    fn goes_on_line(&mut self, wished: &Wished, line: &[Atom]) -> bool {
        if wished.counted {
            return false;
        }
        let mut change = wished.wish.clone();
        change.items.clear();
        let pointed = self.pointed(line);
        if pointed == Some(Target::All) {
            // "Both with extra cheese" is about those that can have it.
            let places = self.places_that_take(&change);
            if !places.is_empty() && places.len() < self.heard.draft.lines.len() {
                for place in places {
                    self.modify(Target::Nth(place + 1), change.clone(), wished.tokens.clone());
                }
                return true;
            }
        }
        let Some(target) = pointed.or_else(|| self.line_that_takes(&wished.wish)) else {
            return false;
        };
        self.modify(target, change, wished.tokens.clone());
        true
    }

    /// A line's number, where more than one was said, and how it is to be made.
    fn modify(&mut self, target: Target, mut change: Wish, tokens: Range<usize>) {
        let quantity = change.quantity.take().filter(|quantity| *quantity > 1);
        if let Some(quantity) = quantity {
            self.push(
                EditKind::SetQuantity {
                    target: target.clone(),
                    quantity,
                },
                tokens.clone(),
            );
        }
        if quantity.is_none() || change != Wish::default() {
            self.push(EditKind::Modify { target, change }, tokens);
        }
    }

    /// Whether a line only mentions what the draft holds ("keep the coke"): no wish for another. Where it may
    /// be one all the same ("i want the large pizza"), the reading is not clear.
    fn speaks_only_of_known(&mut self, line: &[Atom], wished: &Wished) -> bool {
        let wish = &wished.wish;
        let dishes: Vec<_> = wish
            .add
            .iter()
            .filter(|choice| self.offline.is_dish(&choice.option))
            .cloned()
            .collect();
        if !wished.has_item && dishes.is_empty() {
            return false;
        }
        let head = line.iter().position(|atom| {
            atom.name
                .as_ref()
                .is_some_and(|name| name.is_item() || self.offline.dish_of(name).is_some())
        });
        let before = line.iter().take(head.unwrap_or(0));
        let (mut definite, mut asks) = (false, false);
        for atom in before {
            definite |= atom.is(Role::The) || atom.is(Role::That);
            asks |= atom.is_any(&[Role::Want, Role::Add]);
        }
        let described = Wish {
            items: if wished.has_item {
                wish.items.clone()
            } else {
                Vec::new()
            },
            add: dishes,
            ..Wish::default()
        };
        let known = definite && self.line_described(&described).is_some();
        self.outcome.clear &= !known;
        let only_named = wish.add.len() == described.add.len() && wish.remove.is_empty();
        let same_values = Wish {
            attributes: wish.attributes.clone(),
            ..described
        };
        known && !asks && only_named && self.line_described(&same_values).is_some()
    }
}
