//! Options that share their names with other things: which of them is told by the item they are said with, or by the
//! line that has one.

use super::super::atoms::{Atom, Name};
use super::super::few::Few;
use super::super::lexicon::Role;
use super::super::names::{Fit, Sense};
use super::super::targets::takes;
use super::super::text::words;
use super::{Narrowing, verb_before};
use crate::interpreter::{Asked, OptionWish, Wish};
use crate::order::{GroupId, Line};

impl Narrowing<'_> {
    /// "A steak with beans": of several things, those that go on the item named before, or on the line asked about.
    pub(super) fn on_its_item(&self, atoms: &[Atom], at: usize) -> Option<Vec<Sense>> {
        let name = self.name(atoms, at)?;
        if !name.is_ambiguous() || !name.is_option() {
            return None;
        }
        // "The crust thin": what else is said names one of them.
        let left_off = |at: usize| {
            let mark = at.checked_sub(1).and_then(|before| atoms.get(before));
            mark.is_some_and(|mark| mark.is_any(&[Role::Negation, Role::No]))
        };
        let others = atoms.iter().enumerate();
        let others = others.filter(|(other, _)| *other != at && !left_off(*other));
        let said = others
            .filter_map(|(_, atom)| atom.name.as_ref())
            .filter(|other| !other.is_ambiguous())
            .find_map(|other| other.senses.first().filter(|sense| name.senses.contains(sense)));
        if let Some(said) = said {
            return Some(vec![*said]);
        }
        let counted = at
            .checked_sub(1)
            .and_then(|before| atoms.get(before))
            .is_some_and(|atom| atom.number.is_some());
        let opened = atoms
            .iter()
            .take(at)
            .rev()
            .take_while(|atom| !atom.name.as_ref().is_some_and(Name::is_item))
            .any(|atom| atom.is_any(&[Role::With, Role::Negation, Role::On, Role::Of]));
        if counted && !opened {
            return None;
        }
        let before = atoms.iter().take(at).rev().filter_map(|atom| atom.name.as_ref());
        let item = before
            .filter(|name| !name.is_ambiguous())
            .find_map(|name| name.items().next())
            .or_else(|| self.asked_item())?;
        let fitting: Vec<Sense> = name
            .senses
            .iter()
            .filter(|sense| match sense {
                Sense::Option(option, _) => self.offline.takes_option(item, *option),
                Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => false,
            })
            .copied()
            .collect();
        (!fitting.is_empty() && fitting.len() < name.senses.len()).then_some(fitting)
    }

    /// "Chicken alfredo" for "alfredo chicken": of two names side by side, the whole of one that holds both their words.
    pub(super) fn said_backwards(&self, atoms: &mut Vec<Atom>) {
        let mut at = 1;
        while at < atoms.len() {
            let Some([one, part]) = atoms.get(at - 1..=at) else {
                break;
            };
            let whole = match (&one.name, &part.name) {
                (Some(first), Some(second)) if first.is_option() && !part.pause && one.to == part.from => {
                    match &*second.senses {
                        [sense @ Sense::Option(option, _)] if second.fit == Fit::Part => self
                            .has_just_these_words(*option, one.from..part.to)
                            .then_some(*sense),
                        _ => None,
                    }
                }
                _ => None,
            };
            if let Some(sense) = whole {
                let (from, pause) = (one.from, one.pause);
                if let Some(atom) = atoms.get_mut(at) {
                    (atom.from, atom.pause) = (from, pause);
                    if let Some(name) = &mut atom.name {
                        (name.senses, name.fit) = (Few::one(sense), Fit::Form);
                    }
                }
                atoms.remove(at - 1);
            } else {
                at += 1;
            }
        }
    }

    /// Whether an option has a name of just these words, in whatever order.
    fn has_just_these_words(&self, option: usize, range: std::ops::Range<usize>) -> bool {
        let said = self.tokens.get(range).unwrap_or_default();
        let entry = self.offline.vocabulary.options.get(option);
        let names = entry.map(|entry| entry.names.as_slice()).unwrap_or_default();
        names.iter().any(|name| {
            let words = words(name);
            words.len() == said.len()
                && said
                    .iter()
                    .all(|token| words.iter().any(|word| token.text == word.as_str()))
        })
    }

    /// "Two combos, one with coke": what a part of several things is with goes on them, and is nothing by itself.
    pub(super) fn options_of_parts(&self, atoms: &mut [Atom]) {
        let mut item = None;
        for at in 0..atoms.len() {
            let opened = at >= 2
                && atoms.get(at - 1).is_some_and(|atom| atom.is(Role::With))
                && atoms.get(at - 2).is_some_and(|atom| atom.number.is_some());
            let other = at >= 1 && atoms.get(at - 1).is_some_and(|atom| atom.is(Role::Other));
            let Some(name) = atoms.get_mut(at).and_then(|atom| atom.name.as_mut()) else {
                continue;
            };
            let takes = |sense: &Sense| match sense {
                Sense::Option(option, _) => item.is_some_and(|item| self.offline.takes_option(item, *option)),
                Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => false,
            };
            if (opened || other) && name.is_item() && name.senses.iter().any(takes) {
                name.senses = name.senses.iter().copied().filter(takes).collect();
            } else if !name.is_ambiguous() {
                item = name.items().next().or(item);
            }
        }
    }

    fn asked_item(&self) -> Option<usize> {
        let Some(Asked::Choice(id)) = self.heard.asked else {
            return None;
        };
        let line = self.heard.draft.line(*id)?;
        self.offline.index.item(&line.item)
    }

    /// "Change the coke to water": where no line is one, but a line has one to go with it, both are options of that
    /// line; "make the combo drink a water" likewise, for a kind of which no line is.
    pub(super) fn options_of_the_draft(&self, atoms: &mut Vec<Atom>) {
        let changes = atoms
            .iter()
            .any(|atom| atom.is_any(&[Role::Change, Role::Replace, Role::Remove, Role::InsteadOf]));
        if !changes && self.heard.hint.is_none() {
            return;
        }
        let Some((group, line)) = (0..atoms.len()).find_map(|at| self.option_spoken_of(atoms, at)) else {
            return;
        };
        for at in 0..atoms.len() {
            let Some(name) = atoms.get_mut(at).and_then(|atom| atom.name.as_mut()) else {
                continue;
            };
            let of_group: Few<Sense> = name
                .senses
                .iter()
                .filter(|sense| self.is_in_group(sense, &group))
                .copied()
                .collect();
            if !of_group.is_empty() {
                name.senses = of_group;
            }
        }
        self.call_by_item(atoms, &line);
    }

    /// The group of an option that a name speaks of, and the line that has one of it.
    fn option_spoken_of(&self, atoms: &[Atom], at: usize) -> Option<(GroupId, Line)> {
        let name = self.name(atoms, at)?;
        if name.is_option() && name.is_item() && self.is_of_draft(atoms, at) {
            let lines = self.heard.draft.lines.iter();
            let is_line = |item: usize| {
                let entry = self.offline.vocabulary.items.get(item);
                entry.is_some_and(|entry| lines.clone().any(|line| line.item == entry.id))
            };
            if name.items().any(is_line) {
                return None;
            }
            return name.options().find_map(|(option, _)| {
                let entry = self.offline.vocabulary.options.get(option)?;
                let line = lines
                    .clone()
                    .rfind(|line| line.options.iter().any(|chosen| chosen.option == entry.id))?;
                Some((entry.group.clone(), line.clone()))
            });
        }
        self.kind_spoken_of(atoms, at, name)
    }

    /// "The drink", where no line is a drink: the group whose options go by the names of drinks.
    fn kind_spoken_of(&self, atoms: &[Atom], at: usize, name: &Name) -> Option<(GroupId, Line)> {
        let kind = name
            .categories()
            .next()
            .filter(|_| !name.is_item() && !name.is_option())?;
        verb_before(atoms, at)?;
        let of_kind = |item: usize| self.offline.category_of(item) == Some(kind);
        let has_line = self.heard.draft.lines.iter().any(|line| {
            let item = self.offline.index.item(&line.item);
            item.is_some_and(of_kind)
        });
        if has_line {
            return None;
        }
        let others = atoms.iter().filter_map(|atom| atom.name.as_ref());
        others
            .filter(|other| other.is_option() && other.items().any(of_kind))
            .flat_map(Name::options)
            .find_map(|(option, _)| {
                let entry = self.offline.vocabulary.options.get(option)?;
                let change = Wish {
                    add: vec![OptionWish {
                        option: entry.id.clone(),
                        amount: None,
                        count: None,
                        half: None,
                    }],
                    ..Wish::default()
                };
                let mut lines = self.heard.draft.lines.iter();
                let line = lines.rfind(|line| takes(self.offline, &line.item, &change))?;
                Some((entry.group.clone(), line.clone()))
            })
    }

    fn is_in_group(&self, sense: &Sense, group: &GroupId) -> bool {
        match sense {
            Sense::Option(option, _) => {
                let entry = self.offline.vocabulary.options.get(*option);
                entry.is_some_and(|entry| entry.group == *group)
            }
            Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => false,
        }
    }

    /// The line is called by its item, where its kind was named; the kind of what goes with it says nothing more.
    fn call_by_item(&self, atoms: &mut Vec<Atom>, line: &Line) {
        let Some(item) = self.offline.index.item(&line.item) else {
            return;
        };
        let category = self.offline.category_of(item);
        atoms.retain_mut(|atom| {
            let Some(name) = &mut atom.name else { return true };
            let Some(kind) = name
                .categories()
                .next()
                .filter(|_| !name.is_item() && !name.is_option())
            else {
                return true;
            };
            if Some(kind) == category {
                name.senses = Few::one(Sense::Item(item));
                return true;
            }
            false
        });
    }
}
