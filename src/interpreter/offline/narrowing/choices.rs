//! Kinds that are named beside what they are of: "a combo with a drink", "honey mustard dressing", "two iced teas, one
//! lemon and one peach". They say nothing more.

use super::super::atoms::{Atom, Name, Number};
use super::super::few::Few;
use super::super::lexicon::Role;
use super::super::names::{Fit, Sense};
use super::super::text::{stem, words};
use super::Narrowing;

impl Narrowing<'_> {
    /// Drops the name of a set of options: behind one of them, or where the item before still has to choose.
    pub(super) fn choices_by_their_kind(&self, atoms: &mut Vec<Atom>) {
        let mut at = 0;
        while at < atoms.len() {
            let kind = atoms.get(at).is_some_and(|atom| {
                let only_kind = |name: &Name| name.categories().count() == name.senses.len();
                atom.unknown || atom.name.as_ref().is_some_and(only_kind)
            });
            if !kind || !self.is_kind_of_choice(atoms, at) {
                at += 1;
                continue;
            }
            let number = at.checked_sub(1).filter(|before| {
                let atom = atoms.get(*before);
                atom.is_some_and(|atom| atom.number.is_some_and(|number| number.value == 1))
            });
            let from = number.unwrap_or(at);
            atoms.drain(from..=at);
            at = from;
        }
    }

    /// Whether an atom is called as a group of the item that was named before it, with no other number between.
    fn is_kind_of_choice(&self, atoms: &[Atom], at: usize) -> bool {
        let Some(atom) = atoms.get(at).filter(|atom| !atom.pause) else {
            return false;
        };
        let item = atoms.iter().take(at).rev().filter_map(|atom| atom.name.as_ref());
        let Some(item) = item
            .filter(|name| !name.is_ambiguous())
            .find_map(|name| name.items().next())
        else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        let one = before.is_some_and(|before| before.number.is_some());
        let opener = at.checked_sub(2).and_then(|before| atoms.get(before));
        let with = |atom: Option<&Atom>| atom.is_some_and(|atom| atom.is(Role::With));
        let option = before
            .and_then(|before| before.name.as_ref())
            .is_some_and(Name::is_option);
        let opened = with(before) || one && with(opener);
        (opened || option) && self.has_group_called(item, atom)
    }

    fn has_group_called(&self, item: usize, atom: &Atom) -> bool {
        let language = self.offline.language;
        let tokens = self.tokens.get(atom.from..atom.to).unwrap_or_default();
        let said: Vec<_> = tokens.iter().map(|token| stem(&token.text, language)).collect();
        let vocabulary = &self.offline.vocabulary;
        let Some(entry) = vocabulary.items.get(item) else {
            return false;
        };
        let called = |name: &String| {
            let name = words(name);
            let name: Vec<_> = name.iter().map(|word| stem(word, language)).collect();
            name == said
        };
        let groups = vocabulary
            .groups
            .iter()
            .filter(|group| entry.groups.contains(&group.id));
        groups.flat_map(|group| &group.names).any(called)
    }

    /// "Two burgers, the first without lettuce and the second with cheese": a place among things that are just being
    /// ordered is one of them.
    pub(super) fn parts_by_place(&self, atoms: &mut [Atom]) {
        let verbs = [Role::Change, Role::Remove, Role::Replace, Role::InsteadOf];
        if atoms.iter().any(|atom| atom.is_any(&verbs)) {
            return;
        }
        let mut count = 0;
        for at in 0..atoms.len() {
            let named = self
                .name(atoms, at + 1)
                .is_some_and(|name| name.is_item() || name.is_value());
            let Some(atom) = atoms.get_mut(at) else { break };
            let place = atom.roles.iter().find_map(|role| match role {
                Role::Ordinal(place) => Some(*place),
                _ => None,
            });
            if let Some(number) = atom.number.filter(|number| number.value > 1 && named) {
                count = number.value as usize;
            } else if place.is_some_and(|place| place <= count) && atom.name.is_none() {
                atom.roles.clear();
                atom.number = Some(Number {
                    value: 1,
                    article: false,
                });
            }
        }
    }

    /// "Two iced teas, one lemon and one peach": so many of a kind that are named one by one are those.
    pub(super) fn kinds_shared_out(&self, atoms: &mut Vec<Atom>) {
        let mut at = 1;
        while at < atoms.len() {
            if let Some(parts) = self.shared_out(atoms, at) {
                for (place, item) in parts {
                    if let Some(name) = atoms.get_mut(place).and_then(|atom| atom.name.as_mut()) {
                        name.senses = Few::one(Sense::Item(item));
                        name.fit = Fit::Form;
                    }
                }
                atoms.drain(at - 1..=at);
            }
            at += 1;
        }
    }

    /// The parts of the number before a name that fits several items, each with the one of those that it names.
    fn shared_out(&self, atoms: &[Atom], at: usize) -> Option<Vec<(usize, usize)>> {
        let number = |at: usize| Some(atoms.get(at)?.number?.value);
        let total = number(at - 1).filter(|total| *total > 1)?;
        let name = self.name(atoms, at)?;
        let items: Vec<usize> = if name.is_ambiguous() && !name.is_option() {
            name.items().collect()
        } else if name.categories().count() == name.senses.len() {
            let kinds = name.categories();
            kinds
                .flat_map(|kind| self.offline.index.of_category(kind))
                .copied()
                .collect()
        } else {
            return None;
        };
        let mut parts = Vec::new();
        let (mut sum, mut next) = (0, at + 1);
        while sum < total {
            next += usize::from(atoms.get(next)?.is(Role::And));
            sum += number(next)?;
            next += 1 + usize::from(atoms.get(next + 1)?.is(Role::Of));
            self.name(atoms, next)?;
            let meant = self.called_with(&items, atoms.get(next));
            let [item] = meant.as_slice() else {
                return None;
            };
            parts.push((next, *item));
            next += 1;
        }
        (sum == total && parts.len() > 1).then_some(parts)
    }
}
