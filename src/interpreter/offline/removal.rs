//! Clauses that take something off: lines, so many of a line, or options of one.

use std::ops::Range;

use super::atoms::Atom;
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::references::Reference;
use super::targets::in_draft;
use super::wishes::Wished;
use crate::interpreter::{EditKind, OptionWish, Target, Wish};

impl Reader<'_> {
    /// "Tira a coca", "take the onions off the burger", "remove the second one".
    pub(super) fn remove(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        if self.all_but(&atoms, &span) {
            return;
        }
        let pointed = self.pointed(&atoms);
        let number = atoms
            .iter()
            .find_map(|atom| atom.number)
            .map(|number| number.value)
            .or_else(|| atoms.iter().any(|atom| atom.is(Role::OneOf)).then_some(1));
        if !atoms.iter().any(|atom| atom.name.is_some()) {
            if atoms.iter().any(|atom| atom.is(Role::Other)) && pointed.is_none() {
                // "Remove the rest": of what is not said here.
                self.outcome.clear = false;
                return;
            }
            if self.last_lines(&atoms, number, &span) {
                return;
            }
            // "Strike the bill": of something that no line is.
            let noun = pointed.is_none() && number.is_none() && atoms.iter().any(|atom| atom.is(Role::The));
            if noun || atoms.iter().any(|atom| atom.unknown) {
                self.outcome.clear = false;
            } else {
                let target = pointed.unwrap_or(Target::Last);
                self.push(
                    EditKind::Remove {
                        target,
                        quantity: number,
                    },
                    span,
                );
            }
            return;
        }
        let (wished, atoms) = self.wishes(atoms);
        for wished in wished {
            let line = atoms.get(wished.atoms.clone()).unwrap_or_default().to_vec();
            self.unwished(wished, &line, pointed.clone());
        }
    }

    /// "Everything except the coke", "tudo menos a coca": every line but those.
    fn all_but(&mut self, atoms: &[Atom], span: &Range<usize>) -> bool {
        let but = (1..atoms.len()).find(|at| {
            let everything = atoms
                .get(at - 1)
                .is_some_and(|atom| atom.is_any(&[Role::Everything, Role::All]));
            everything && atoms.get(*at).is_some_and(|atom| atom.is(Role::But))
        });
        let names = but.and_then(|but| atoms.get(but..)).unwrap_or_default();
        let kept: Vec<usize> = names
            .iter()
            .filter_map(|atom| self.described_by(std::slice::from_ref(atom)))
            .filter_map(|described| self.line_described(&described).map(|(place, _)| place))
            .collect();
        if kept.is_empty() {
            return false;
        }
        // From the end, so that no place moves before it is used.
        for place in (0..self.heard.draft.lines.len())
            .rev()
            .filter(|place| !kept.contains(place))
        {
            let target = Target::Nth(place + 1);
            self.push(
                EditKind::Remove {
                    target,
                    quantity: None,
                },
                span.clone(),
            );
        }
        true
    }

    /// "The last two", "as duas últimas": that many lines, from the end.
    fn last_lines(&mut self, atoms: &[Atom], number: Option<u32>, span: &Range<usize>) -> bool {
        let both = atoms.iter().any(|atom| atom.is(Role::Both)).then_some(2);
        let several = number.filter(|number| *number > 1).or(both);
        let lines = self.heard.draft.lines.len();
        let count = several.and_then(|number| usize::try_from(number).ok());
        let Some(count) =
            count.filter(|count| *count <= lines && atoms.iter().any(|atom| atom.is(Role::Last)))
        else {
            return false;
        };
        // From the end, so that no place moves before it is used.
        for place in (lines - count + 1..=lines).rev() {
            self.push(
                EditKind::Remove {
                    target: Target::Nth(place),
                    quantity: None,
                },
                span.clone(),
            );
        }
        true
    }

    fn unwished(&mut self, wished: Wished, line: &[Atom], pointed: Option<Target>) {
        let draft = self.heard.draft;
        if let Some(Reference {
            described, change, ..
        }) = self.reference(line, &wished).filter(|reference| reference.on)
        {
            let change = Wish {
                remove: change.add.into_iter().chain(change.remove).collect(),
                ..Wish::default()
            };
            let target = Target::Matching(described);
            return self.push(EditKind::Modify { target, change }, wished.tokens);
        }
        let Wished {
            mut wish,
            tokens,
            has_item,
            ..
        } = wished;
        let quantity = wish.quantity.take();
        if has_item && let Some(dish) = self.dish_of_another_line(&wish) {
            // "The pepperoni and the cokes" are two lines.
            wish.add.retain(|choice| *choice != dish);
            let described = Wish {
                add: vec![dish],
                ..Wish::default()
            };
            self.remove_line(described, None, tokens.clone());
        }
        if has_item && (in_draft(draft, &wish.items) || !self.may_be_option(line)) {
            return self.remove_line(wish, quantity, tokens);
        }
        let mut unwanted = if has_item {
            self.options_of(line)
        } else {
            Wish::default()
        };
        wish.items.clear();
        if !has_item && wish.add.is_empty() && wish.remove.is_empty() {
            return self.remove_line(wish, quantity, tokens);
        }
        unwanted.remove.append(&mut wish.add);
        unwanted.remove.append(&mut wish.remove);
        if pointed.is_none() && self.is_known_by(&unwanted) {
            let described = Wish {
                add: unwanted.remove,
                attributes: wish.attributes,
                ..Wish::default()
            };
            return self.remove_line(described, quantity, tokens);
        }
        let target = pointed
            .or_else(|| self.line_with(&unwanted))
            .or_else(|| self.line_that_takes(&unwanted))
            .unwrap_or(Target::Last);
        let change = unwanted;
        self.push(EditKind::Modify { target, change }, tokens);
    }

    fn remove_line(&mut self, described: Wish, quantity: Option<u32>, tokens: Range<usize>) {
        let target = Target::Matching(described);
        self.push(EditKind::Remove { target, quantity }, tokens);
    }

    /// A dish that was named beside an item, where no line is both and one line is of that dish.
    fn dish_of_another_line(&self, wish: &Wish) -> Option<OptionWish> {
        let dish = wish
            .add
            .iter()
            .find(|choice| self.offline.is_dish(&choice.option))?;
        let by_dish = Wish {
            add: vec![dish.clone()],
            ..Wish::default()
        };
        let both = Wish {
            items: wish.items.clone(),
            ..by_dish.clone()
        };
        (self.line_described(&by_dish).is_some() && self.line_described(&both).is_none())
            .then(|| dish.clone())
    }

    /// Whether a name that was read as an item could be an option of a line in the draft.
    fn may_be_option(&self, line: &[Atom]) -> bool {
        let options = self.options_of(line);
        !options.remove.is_empty() && self.line_that_takes(&options).is_some()
    }

    pub(super) fn options_of(&self, line: &[Atom]) -> Wish {
        let options = line
            .iter()
            .filter_map(|atom| atom.name.as_ref())
            .filter_map(|name| name.options().next());
        let remove = options
            .filter_map(|(option, _)| self.offline.vocabulary.options.get(option))
            .map(|entry| OptionWish {
                option: entry.id.clone(),
                amount: None,
                count: None,
                half: None,
            })
            .collect();
        Wish {
            remove,
            ..Wish::default()
        }
    }

    /// Whether options that can't be left off, or stand for the dish, say which line is meant ("tira a calabresa").
    /// Of a line of two dishes one can be left off.
    fn is_known_by(&self, unwanted: &Wish) -> bool {
        let described = Wish {
            add: unwanted.remove.clone(),
            ..Wish::default()
        };
        let called = has_dish(self.offline, unwanted.remove.iter().map(|wish| &wish.option));
        if called {
            return self.line_described(&described).is_some_and(|(_, line)| {
                let dishes = line
                    .options
                    .iter()
                    .filter(|chosen| self.offline.is_dish(&chosen.option));
                let named = unwanted
                    .remove
                    .iter()
                    .filter(|wish| self.offline.is_dish(&wish.option));
                dishes.count() <= named.count()
            });
        }
        let fixed = unwanted.remove.iter().all(|wish| {
            let option = self.offline.index.option(&wish.option);
            let group = option.and_then(|option| self.offline.group_of(option));
            group.is_some_and(|group| !group.removable)
        });
        fixed && self.line_with(unwanted).is_some()
    }

    /// The last line of the draft that has one of these options.
    pub(super) fn line_with(&self, unwanted: &Wish) -> Option<Target> {
        let lines = &self.heard.draft.lines;
        let place = lines.iter().rposition(|line| {
            line.options
                .iter()
                .any(|chosen| unwanted.remove.iter().any(|wish| wish.option == chosen.option))
        })?;
        Some(if place + 1 == lines.len() {
            Target::Last
        } else {
            Target::Nth(place + 1)
        })
    }
}
