//! Kinds of things: "a soup" is one of the soups, "a chicken sandwich" one of the sandwiches, and "a salad" is one of
//! the salads though a salad may also come with a dish.

use super::super::atoms::{Atom, Name};
use super::super::lexicon::Role;
use super::super::names::{Fit, Forms, Sense};
use super::super::text::{stem, words};
use super::Narrowing;
use crate::interpreter::Asked;
use crate::order::Language;

impl Narrowing<'_> {
    /// The items that a kind stands for: those of the draft where it is spoken of, else all, which is to be asked.
    pub(super) fn of_a_kind(&self, atoms: &[Atom], at: usize) -> Option<Vec<Sense>> {
        let atom = atoms.get(at)?;
        let name = atom.name.as_ref()?;
        let Some(kind) = self.only_kind(name) else {
            return self.kind_beside_option(atoms, at);
        };
        let items = self.items_of(kind);
        if self.is_of_draft(atoms, at) {
            let held = self.held(&items);
            if !held.is_empty() {
                return Some(held);
            }
        }
        let named = |name: &Name| name.items().any(|item| items.contains(&item));
        let is_named = atoms.iter().filter_map(|atom| atom.name.as_ref()).any(named);
        let marks = atom
            .roles
            .iter()
            .any(|role| matches!(role, Role::Measure | Role::Aside));
        if is_named || marks || !self.is_asked_for(atoms, at) {
            return None;
        }
        Some(items.into_iter().map(Sense::Item).collect())
    }

    /// The one kind that a name stands for, if it stands for nothing else.
    fn only_kind(&self, name: &Name) -> Option<usize> {
        let kind = name.categories().next()?;
        (name.senses.len() == name.categories().count() && !name.negated).then_some(kind)
    }

    fn items_of(&self, kind: usize) -> Vec<usize> {
        self.offline.index.of_category(kind).to_vec()
    }

    fn held(&self, items: &[usize]) -> Vec<Sense> {
        let lines = &self.heard.draft.lines;
        let held = items.iter().filter(|item| {
            let entry = self.offline.vocabulary.items.get(**item);
            entry.is_some_and(|entry| lines.iter().any(|line| line.item == entry.id))
        });
        held.map(|item| Sense::Item(*item)).collect()
    }

    /// Whether a name is wished for: counted, asked for by a verb, or all that is said.
    fn is_asked_for(&self, atoms: &[Atom], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| atoms.get(before));
        let alone = atoms
            .iter()
            .filter(|atom| atom.name.is_some() || atom.unknown)
            .count()
            == 1;
        match before {
            None => alone,
            Some(atom) => {
                atom.number.is_some()
                    || atom.is_any(&[Role::Want, Role::Add, Role::Another])
                    || atom.is(Role::And) && !self.is_removed(atoms, at)
            }
        }
    }

    /// "A salad", ordered by itself, where salads are dishes and a salad goes on others, too.
    fn kind_beside_option(&self, atoms: &[Atom], at: usize) -> Option<Vec<Sense>> {
        let atom = atoms.get(at)?;
        let name = atom.name.as_ref()?;
        let only_option = name.is_option() && name.senses.len() == name.options().count();
        if !only_option || name.negated || self.offline.dish_of(name).is_some() {
            return None;
        }
        let counted = at
            .checked_sub(1)
            .and_then(|before| atoms.get(before))
            .is_some_and(|before| before.number.is_some());
        let takes = |item: usize| {
            name.options()
                .any(|(option, _)| self.offline.takes_option(item, option))
        };
        let before = atoms.iter().take(at).filter_map(|atom| atom.name.as_ref());
        let goes_on_named = before.flat_map(Name::items).any(takes);
        let goes_on_line = !counted && self.lines().any(takes);
        let is_choice = matches!(self.heard.asked, Some(Asked::Choice(_))) && !counted;
        let wanted = counted || self.is_asked_for(atoms, at);
        if goes_on_named || goes_on_line || is_choice || !wanted {
            return None;
        }
        let forms: Vec<Forms<'_>> = self
            .tokens
            .get(atom.from..atom.to)?
            .iter()
            .map(|token| self.offline.names.forms(&token.text, &self.offline.phrases, &[]))
            .collect();
        let items: Vec<Sense> = self.offline.names.items_with_noun(&forms).to_vec();
        (items.len() > 1).then_some(items)
    }

    /// The items of the draft's lines.
    fn lines(&self) -> impl Iterator<Item = usize> + '_ {
        let lines = self.heard.draft.lines.iter();
        lines.filter_map(|line| self.offline.index.item(&line.item))
    }

    /// "A chicken sandwich", "um sanduíche de frango": what goes on something else, beside a kind, says which of the
    /// kind is meant; where none is called so, all of them may be.
    pub(super) fn compound_kinds(&self, atoms: &mut Vec<Atom>) {
        let mut at = 0;
        while at < atoms.len() {
            let Some(kind) = self.name(atoms, at).and_then(|name| self.only_kind(name)) else {
                at += 1;
                continue;
            };
            let beside = match self.offline.language {
                Language::EnUs => at.checked_sub(1),
                Language::PtBr => {
                    let of = atoms
                        .get(at + 1)
                        .is_some_and(|atom| atom.is_any(&[Role::Of, Role::With]));
                    of.then_some(at + 2)
                }
            };
            let parted = atoms
                .get(beside.unwrap_or(0).max(at))
                .is_some_and(|atom| atom.pause && at > 0);
            let option = beside.filter(|_| !parted).filter(|beside| {
                self.name(atoms, *beside)
                    .is_some_and(|name| name.is_option() && !name.is_item())
            });
            let Some(beside) = option else {
                at += 1;
                continue;
            };
            let items = self.called_with(&self.items_of(kind), atoms.get(beside));
            let (first, last) = (at.min(beside), at.max(beside));
            let Some(end) = atoms.get(last).map(|atom| atom.to) else {
                break;
            };
            if items.is_empty() {
                at += 1;
                continue;
            }
            atoms.drain(first + 1..=last);
            if let Some(atom) = atoms.get_mut(first) {
                atom.to = end;
                if let Some(name) = &mut atom.name {
                    name.fit = if items.len() > 1 { Fit::Part } else { Fit::Form };
                    name.senses = items.into_iter().map(Sense::Item).collect();
                }
            }
            at = first + 1;
        }
    }

    /// Of these items, those with the words in their names; all where none has them.
    pub(super) fn called_with(&self, items: &[usize], atom: Option<&Atom>) -> Vec<usize> {
        let language = self.offline.language;
        let range = atom.map_or(0..0, |atom| atom.from..atom.to);
        let said: Vec<_> = self
            .tokens
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|token| stem(&token.text, language))
            .collect();
        let called = |item: &&usize| {
            let entry = self.offline.vocabulary.items.get(**item);
            entry.is_some_and(|entry| {
                entry.names.iter().any(|name| {
                    let name = words(name);
                    let name: Vec<_> = name.iter().map(|word| stem(word, language)).collect();
                    said.iter().all(|word| name.contains(word))
                })
            })
        };
        let found: Vec<usize> = items.iter().filter(called).copied().collect();
        if found.is_empty() { items.to_vec() } else { found }
    }
}
