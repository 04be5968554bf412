//! Clauses that order: new lines, more of old ones, and what is said of a line without a verb of change.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::references::{Reference, names_of};
use super::targets::takes;
use super::wishes::Wished;
use crate::interpreter::{Asked, EditKind, Target, Wish};

impl Reader<'_> {
    /// "Two cokes", "no onions", "extra cheese on the margherita", "another of those".
    pub(super) fn order(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        let restates = std::mem::take(&mut self.restates);
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(&atoms, at, span);
        }
        if self.doubled(&atoms, span.clone())
            || self.split_one(&atoms, span.clone())
            || self.again(&atoms, span.clone())
        {
            return;
        }
        if !atoms.iter().any(|atom| atom.name.is_some()) {
            return self.bare_number(&atoms, span);
        }
        let instead = atoms.iter().any(|atom| atom.is(Role::Instead));
        let (wished, atoms) = self.wishes(atoms);
        self.unwanted_items(&atoms);
        if self.split_up(&wished, span.clone()) {
            return;
        }
        for (at, wished) in wished.into_iter().enumerate() {
            let line = atoms.get(wished.atoms.clone()).unwrap_or_default();
            if at == 0 && restates && self.restated(&wished, line) {
                continue;
            }
            self.wished(wished, line, instead);
        }
    }

    /// "Two", "make it eight" without a verb: the number of the line spoken of.
    fn bare_number(&mut self, atoms: &[Atom], span: Range<usize>) {
        let number = atoms
            .iter()
            .find_map(|atom| atom.number)
            .filter(|number| !number.article);
        let bare = atoms.iter().all(|atom| {
            atom.number.is_some() || !(atom.unknown || atom.is_any(&[Role::With, Role::Negation]))
        });
        let Some(number) = number.filter(|_| bare && !self.heard.draft.is_empty()) else {
            return;
        };
        let target = self
            .asked_line()
            .or_else(|| self.pointed(atoms))
            .unwrap_or(Target::Last);
        self.push(
            EditKind::SetQuantity {
                target,
                quantity: number.value,
            },
            span,
        );
    }

    /// "Another one of those", "mais duas dessas", "another coke", "two more margheritas".
    fn again(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let another = atoms
            .iter()
            .any(|atom| atom.is_any(&[Role::Another, Role::OneOf]));
        let number = atoms
            .iter()
            .find_map(|atom| atom.number)
            .filter(|number| !number.article)
            .map(|number| number.value);
        let more = atoms
            .iter()
            .any(|atom| atom.name.is_none() && atom.roles.iter().any(|role| matches!(role, Role::Amount(_))));
        let those = atoms.iter().any(|atom| atom.is(Role::That));
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let quantity = number.unwrap_or(1);
        let target = match names.as_slice() {
            [] if another || (number.is_some() && (those || more)) => {
                let rest: Vec<Atom> = atoms
                    .iter()
                    .filter(|atom| !atom.is(Role::Another))
                    .cloned()
                    .collect();
                self.pointed(&rest).unwrap_or(Target::Last)
            }
            [name] if another || (number.is_some() && more) => {
                let known = names_of(self.offline, name)
                    .into_iter()
                    .find(|wish| self.line_described(wish).is_some());
                match known {
                    Some(described) => Target::Matching(described),
                    None => return false,
                }
            }
            _ => return false,
        };
        self.push(EditKind::Again { target, quantity }, span);
        true
    }

    /// "Double the coke", "dobra isso": twice as many of a line.
    pub(super) fn doubled(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let doubles = atoms.iter().any(|atom| atom.is(Role::Double));
        let counted = atoms.iter().any(|atom| atom.number.is_some());
        if !doubles || counted || self.heard.draft.is_empty() {
            return false;
        }
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let (target, line) = match names.as_slice() {
            [] => {
                let target = self.pointed(atoms).unwrap_or(Target::Last);
                self.outcome.clear &= self.heard.draft.lines.len() == 1;
                (target, self.heard.draft.lines.last())
            }
            [name] => {
                let known = names_of(self.offline, name)
                    .into_iter()
                    .find_map(|wish| self.line_described(&wish).map(|(_, line)| (wish.clone(), line)));
                let Some((described, line)) = known else {
                    return false;
                };
                // "Double the pepperoni" may be about what is on it.
                self.outcome.clear &= !name.is_option();
                (Target::Matching(described), Some(line))
            }
            _ => return false,
        };
        let Some(line) = line else { return false };
        let quantity = line.quantity.get().saturating_mul(2);
        self.push(EditKind::SetQuantity { target, quantity }, span);
        true
    }

    /// Things that are said not to be wanted: "no coke", "hold the fries", "sem a marguerita".
    fn unwanted_items(&mut self, atoms: &[Atom]) {
        for atom in atoms {
            let Some(name) = atom.name.as_ref().filter(|name| name.negated) else {
                continue;
            };
            let known = names_of(self.offline, name)
                .into_iter()
                .filter(|wish| name.is_only_item() || !wish.add.is_empty())
                .find(|wish| self.line_described(wish).is_some());
            if let Some(described) = known {
                self.push(
                    EditKind::Remove {
                        target: Target::Matching(described),
                        quantity: None,
                    },
                    atom.from..atom.to,
                );
            }
        }
    }

    /// "It's three cokes", "no, three cokes": the number of a line that is there, said again.
    fn restated(&mut self, wished: &Wished, line: &[Atom]) -> bool {
        let number = line.iter().find(|atom| atom.number.is_some());
        let told = number.is_some_and(|atom| atom.roles.iter().any(|role| matches!(role, Role::Number(_))));
        let names: Vec<Atom> = line.iter().filter(|atom| atom.name.is_some()).cloned().collect();
        let plain = wished.wish.remove.is_empty() && wished.share.is_none() && wished.wish.items.len() <= 1;
        let (Some(quantity), Some(described)) = (wished.wish.quantity, self.described_by(&names)) else {
            return false;
        };
        if !told || !plain || self.line_described(&described).is_none() {
            return false;
        }
        // After "anything else?" a "no, three cokes" may be three more.
        self.outcome.clear &= !matches!(self.heard.asked, Some(Asked::AnythingElse));
        self.push(
            EditKind::SetQuantity {
                target: Target::Matching(described),
                quantity,
            },
            wished.tokens.clone(),
        );
        true
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
        if wished.share.is_some() && self.outcome.edits.is_empty() {
            self.outcome.clear = false;
        }
        if self.answers_choice(&wished, line) || (!wished.has_item && self.goes_on_line(&wished, line)) {
            return;
        }
        if !wished.counted && !instead && self.speaks_only_of_known(line, &wished) {
            return;
        }
        let Wished { wish, tokens, .. } = wished;
        let kind = if instead {
            EditKind::Replace {
                target: Target::Last,
                wish,
            }
        } else {
            EditKind::Add(wish)
        };
        self.push(kind, tokens);
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
        let pointed = self.pointed(line).map(|target| match target {
            // "Both with extra cheese" is about those that can have it.
            Target::All if !self.all_take(&wished.wish) => {
                self.line_that_takes(&wished.wish).unwrap_or(Target::All)
            }
            target => target,
        });
        let Some(target) = pointed.or_else(|| self.line_that_takes(&wished.wish)) else {
            return false;
        };
        let mut change = wished.wish.clone();
        change.items.clear();
        self.modify(target, change, wished.tokens.clone());
        true
    }

    fn all_take(&self, change: &Wish) -> bool {
        let lines = &self.heard.draft.lines;
        lines.iter().all(|line| takes(self.offline, &line.item, change))
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
