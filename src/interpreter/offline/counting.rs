//! How many of a line that is there: "two", "another coke", "double that", "no, three cokes", "just one".

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::edits::Reader;
use super::lexicon::Role;
use super::references::names_of;
use super::wishes::Wished;
use crate::interpreter::{Asked, EditKind, Target};
use crate::order::Amount;

impl Reader<'_> {
    /// "Two", "make it eight" without a verb: the number of the line spoken of.
    pub(super) fn bare_number(&mut self, atoms: &[Atom], span: Range<usize>) {
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
        // "Two of each" speaks of more lines than one.
        if atoms.iter().any(|atom| atom.is(Role::OfEach)) {
            self.outcome.clear = false;
            return;
        }
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
    pub(super) fn again(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        if atoms.iter().any(|atom| atom.is(Role::OfEach)) {
            return false;
        }
        let another = atoms
            .iter()
            .any(|atom| atom.is_any(&[Role::Another, Role::OneOf]));
        let number = atoms
            .iter()
            .find_map(|atom| atom.number)
            .filter(|number| !number.article)
            .map(|number| number.value);
        let says = |amount: Amount| {
            atoms
                .iter()
                .any(|atom| atom.name.is_none() && atom.roles.contains(&Role::Amount(amount)))
        };
        let more = says(Amount::Extra);
        let those = atoms.iter().any(|atom| atom.is(Role::That));
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let quantity = number.unwrap_or(1);
        if let [name] = names.as_slice()
            && says(Amount::Light)
            && (!name.is_option() || self.is_of_a_line(name))
        {
            let number = atoms
                .iter()
                .find_map(|atom| atom.number)
                .map(|number| number.value);
            return self.fewer(name, number, span);
        }
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

    /// Whether a name is also of an item that the draft has.
    fn is_of_a_line(&self, name: &Name) -> bool {
        name.items().any(|item| {
            let entry = self.offline.vocabulary.items.get(item);
            entry.is_some_and(|entry| self.heard.draft.lines.iter().any(|line| line.item == entry.id))
        })
    }

    /// "One coke less", "menos uma coca"; how many of "fewer cokes" is not said.
    fn fewer(&mut self, name: &Name, number: Option<u32>, span: Range<usize>) -> bool {
        let known = names_of(self.offline, name)
            .into_iter()
            .find(|wish| self.line_described(wish).is_some());
        let Some(described) = known else { return false };
        match number {
            Some(number) => self.push(
                EditKind::Remove {
                    target: Target::Matching(described),
                    quantity: Some(number),
                },
                span,
            ),
            None => self.outcome.clear = false,
        }
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

    /// "Just one coke", "só quero uma coca", where there are more.
    pub(super) fn says_only(&self, wished: &Wished, atoms: &[Atom]) -> bool {
        // "Coxinha só uma": the number may stand behind its noun.
        let behind = atoms.iter().filter(|atom| atom.name.is_some()).count() == 1;
        let only = atoms
            .iter()
            .take_while(|atom| behind || atom.name.is_none())
            .any(|atom| {
                atom.is(Role::Only)
                    || (atom.number.is_some_and(|number| number.value == 1) && atom.to - atom.from > 1)
            });
        let names: Vec<Atom> = atoms
            .get(wished.atoms.clone())
            .unwrap_or_default()
            .iter()
            .filter(|atom| atom.name.is_some())
            .cloned()
            .collect();
        let described = self.described_by(&names);
        let held = described.and_then(|described| self.line_described(&described));
        only && held.is_some_and(|(_, line)| {
            wished
                .wish
                .quantity
                .is_some_and(|quantity| quantity < line.quantity.get())
        })
    }

    /// "It's three cokes", "no, three cokes": the number of a line that is there, said again.
    pub(super) fn restated(&mut self, wished: &Wished, line: &[Atom]) -> bool {
        let number = line.iter().find(|atom| atom.number.is_some());
        let article = number.is_some_and(|atom| atom.roles.contains(&Role::Article));
        let told = number.is_some() && (!article || self.says_only(wished, line));
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
}
