//! Clauses that make something otherwise, or give one thing for another.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::clauses::{Clause, Verb, ordinal};
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::wishes::Wished;
use crate::interpreter::{EditKind, OptionWish, Target, Wish};

/// How one thing is to become another.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// Whether it is given for the other, as by "swap": a number then says how many of the new.
    swap: bool,
    /// Whether the words say that something that is there becomes something else.
    told: bool,
}

impl Reader<'_> {
    /// "Make it two", "change the first to small", "troca a coca por guaraná".
    pub(super) fn change(&mut self, clause: &Clause, span: Range<usize>) {
        let atoms = &clause.atoms;
        if self.each_of(atoms, span.clone()) {
            return;
        }
        if self.doubled(atoms, span.clone()) || self.split_one(atoms, span.clone()) {
            return;
        }
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(atoms, at, span);
        }
        let border = self.border(atoms, clause.verb);
        let (old, new) = atoms.split_at(border.min(atoms.len()));
        // "Make it half and half with chicken": how it is shared goes with what comes on.
        let halved = old.iter().filter(|atom| atom.is(Role::HalfAndHalf));
        let new: Vec<Atom> = halved
            .chain(
                new.iter()
                    .skip_while(|atom| atom.is(Role::Into) && !atom.is(Role::With)),
            )
            .cloned()
            .collect();
        let told = border > 0 || new.len() < atoms.len() - old.len();
        self.exchange(
            old.to_vec(),
            new,
            span,
            Manner {
                swap: clause.verb == Verb::Replace,
                told,
            },
        );
    }

    /// Where what a thing is changed into begins.
    fn border(&self, atoms: &[Atom], verb: Verb) -> usize {
        let names_before = |at: usize| {
            atoms.iter().take(at).any(|atom| atom.name.is_some())
                || self.pointed(atoms.get(..at).unwrap_or_default()).is_some()
        };
        let into = (0..atoms.len()).find(|at| {
            let said_before = names_before(*at);
            atoms.get(*at).is_some_and(|atom| {
                let counted = atoms.iter().take(*at).any(|before| before.number.is_some());
                atom.is(Role::Into)
                    && (said_before || *at == 0)
                    && !(verb == Verb::Change && atom.is(Role::With) && counted)
                    && (verb == Verb::Replace || !atom.is(Role::On) || said_before)
            })
        });
        if let Some(at) = into {
            return at;
        }
        let points = |atom: &Atom| {
            atom.is_any(&[
                Role::It,
                Role::That,
                Role::The,
                Role::All,
                Role::Last,
                Role::Of,
                Role::On,
            ]) || ordinal(atom).is_some()
        };
        let at = atoms.iter().take_while(|atom| points(atom)).count();
        let said = atoms.get(at..).unwrap_or_default();
        // "The large margherita small": as much as calls a line, with something left for what becomes of it.
        let called = (1..said.len().min(4)).rev().find(|length| {
            let call = said.get(..*length).unwrap_or_default();
            call.iter().all(|atom| atom.name.is_some())
                && self
                    .described_by(call)
                    .is_some_and(|described| self.has_line(&described))
        });
        at + called.filter(|_| at > 0).unwrap_or(0)
    }

    /// One thing for another: whole lines, or options of a line.
    fn exchange(&mut self, old: Vec<Atom>, new: Vec<Atom>, span: Range<usize>, manner: Manner) {
        let pointed = self.pointed(&old);
        let names: Vec<Atom> = old.iter().filter(|atom| atom.name.is_some()).cloned().collect();
        let called = self.described_by(&names);
        let old_wish = self.wishes(old).0.into_iter().next();
        let number = new.iter().find_map(|atom| atom.number).map(|number| number.value);
        let named = new.iter().any(|atom| atom.name.is_some());
        let new = if manner.swap { placed_first(new) } else { new };
        let (wanted, new) = self.wishes(new);
        let described = called.clone().map(Target::Matching).or_else(|| {
            old_wish
                .as_ref()
                .filter(|old| old.has_item || (old.wish.add.is_empty() && old.wish.remove.is_empty()))
                .map(|old| {
                    let mut wish = old.wish.clone();
                    wish.quantity = None;
                    if !old.has_item {
                        wish.items.clear();
                    }
                    Target::Matching(wish)
                })
        });
        let target = pointed.or(described);
        let options_out = old_wish
            .filter(|old| !old.has_item && called.is_none())
            .map(|old| old.wish.add)
            .unwrap_or_default();
        if !named {
            if let Some(quantity) = number.filter(|_| !manner.swap) {
                self.push(
                    EditKind::SetQuantity {
                        target: target.or_else(|| self.asked_line()).unwrap_or(Target::Last),
                        quantity,
                    },
                    span,
                );
            }
            return;
        }
        for (at, wanted) in wanted.into_iter().enumerate() {
            // Of several things, the first takes the old one's place; "make a pizza" has nothing to take the place of.
            let is_new = at > 0 || (target.is_none() && !manner.told && wanted.wish.quantity.is_some());
            let line = new.get(wanted.atoms.clone()).unwrap_or_default();
            let for_asked = target.is_none() || target == self.asked_line();
            if wanted.has_item && for_asked && self.answers_choice(&wanted, line) {
                continue;
            }
            let names_dish = has_dish(self.offline, wanted.wish.add.iter().map(|choice| &choice.option));
            if is_new && at == 0 && self.restated(&wanted, line) {
                // "Faz dois pudins" of what is there is its number, or two more.
                self.outcome.clear = false;
            } else if is_new && (wanted.has_item || names_dish) {
                self.add(wanted);
            } else if manner.swap && !options_out.is_empty() && self.is_of_no_line(&wanted, &new) {
                // "Swap the mushrooms for olives on a large veggie": on what is ordered with these words.
                let mut wanted = wanted;
                wanted.wish.remove.extend(options_out.iter().cloned());
                self.outcome.clear = false;
                self.add(wanted);
            } else {
                self.made_into(wanted, &new, target.clone(), &options_out, span.clone());
            }
        }
    }

    /// Whether a wish is for a thing of which the draft has none: one that is named, or told by its size.
    fn is_of_no_line(&self, wanted: &Wished, new: &[Atom]) -> bool {
        let wish = &wanted.wish;
        let dish = has_dish(self.offline, wish.add.iter().map(|choice| &choice.option));
        let sized = !wish.attributes.is_empty() && new.iter().any(|atom| atom.is(Role::On));
        let lines = &self.heard.draft.lines;
        (wanted.has_item || (dish || sized) && lines.is_empty())
            && !lines.iter().any(|line| wish.items.contains(&line.item))
    }

    fn made_into(
        &mut self,
        wanted: Wished,
        new: &[Atom],
        target: Option<Target>,
        options_out: &[OptionWish],
        span: Range<usize>,
    ) {
        let line = new.get(wanted.atoms.clone()).unwrap_or_default();
        let target = target.or_else(|| self.pointed(line));
        if target.is_none()
            && let Some(reference) = self.reference(line, &wanted)
        {
            return self.push(reference.into_edit(), span);
        }
        if target == Some(Target::Last)
            && let Some(described) = self.says_only_how_many(&wanted, line)
        {
            let quantity = wanted.wish.quantity.unwrap_or(1);
            let target = Target::Matching(described);
            return self.push(EditKind::SetQuantity { target, quantity }, span);
        }
        let same = wanted.has_item && self.is_of(target.as_ref(), &wanted.wish);
        if wanted.has_item && !same {
            let target = target.unwrap_or(Target::Last);
            let wish = wanted.wish;
            return self.push(EditKind::Replace { target, wish }, span);
        }
        let several = line
            .iter()
            .find_map(|atom| atom.number)
            .is_some_and(|number| !number.article && number.value > 1);
        let mut change = wanted.wish;
        change.items.clear();
        if !change.add.is_empty() {
            change.remove.extend(options_out.iter().cloned());
        }
        let quantity = change.quantity.take();
        let only_number = same && change == Wish::default();
        let swapped = Wish {
            remove: options_out.to_vec(),
            ..Wish::default()
        };
        let target = target
            .or_else(|| self.line_with(&swapped))
            .or_else(|| self.asked_line())
            .or_else(|| self.line_that_takes(&change))
            .unwrap_or(Target::Last);
        if let Some(quantity) = quantity.filter(|_| several || only_number) {
            let target = target.clone();
            self.push(EditKind::SetQuantity { target, quantity }, span.clone());
        }
        if change != Wish::default() {
            self.push(EditKind::Modify { target, change }, span);
        }
    }

    /// "Make it two cokes", "make it one margherita", of what the draft holds and was not last spoken of.
    ///
    /// An article is no number here ("make it a coke" names what takes the place of something else).
    fn says_only_how_many(&self, wanted: &Wished, line: &[Atom]) -> Option<Wish> {
        let wish = &wanted.wish;
        let number = line.iter().find_map(|atom| atom.number);
        let several = wish.quantity.is_some() && number.is_some_and(|number| !number.article);
        let dishes = wish.add.iter().all(|choice| self.offline.is_dish(&choice.option));
        let of_last = wanted.has_item && self.is_of(Some(&Target::Last), wish);
        if !several || !dishes || of_last || !wish.attributes.is_empty() || !wish.remove.is_empty() {
            return None;
        }
        let described = Wish {
            items: if wanted.has_item {
                wish.items.clone()
            } else {
                Vec::new()
            },
            add: wish.add.clone(),
            ..Wish::default()
        };
        let says = !described.items.is_empty() || !described.add.is_empty();
        self.line_described(&described)
            .filter(|_| says)
            .map(|_| described)
    }

    /// Whether a wish is for the item that the target is of already.
    fn is_of(&self, target: Option<&Target>, wish: &Wish) -> bool {
        let lines = &self.heard.draft.lines;
        match target {
            Some(Target::Matching(described)) => match self.line_described(described) {
                Some((_, line)) => wish.items == [line.item.clone()],
                None => !described.items.is_empty() && described.items == wish.items,
            },
            Some(Target::Nth(place)) => place
                .checked_sub(1)
                .and_then(|at| lines.get(at))
                .is_some_and(|line| wish.items == [line.item.clone()]),
            Some(Target::Line(id)) => {
                let mut meant = lines.iter().filter(|line| line.id == *id);
                meant.any(|line| wish.items == [line.item.clone()])
            }
            Some(Target::Last) | None => lines.last().is_some_and(|line| wish.items == [line.item.clone()]),
            Some(Target::All) => lines.iter().all(|line| wish.items == [line.item.clone()]),
        }
    }

    /// "Guaraná instead of coke", "em vez de coca, guaraná".
    pub(super) fn instead_of(&mut self, atoms: &[Atom], at: usize, span: Range<usize>) {
        let after = atoms.get(at + 1..).unwrap_or_default();
        let first = after.iter().position(|atom| atom.name.is_some());
        let end = first.map_or(after.len(), |first| {
            let ends = |atom: &Atom| {
                atom.pause
                    || atom.number.is_some()
                    || atom.is_any(&[Role::Want, Role::Add, Role::Change, Role::With])
                    || atom.name.as_ref().is_some_and(Name::is_item)
            };
            after
                .iter()
                .skip(first + 1)
                .position(ends)
                .map_or(after.len(), |length| first + 1 + length)
        });
        let (old, rest) = after.split_at(end);
        let new: Vec<Atom> = atoms.iter().take(at).chain(rest).cloned().collect();
        self.exchange(
            old.to_vec(),
            new,
            span,
            Manner {
                swap: true,
                told: true,
            },
        );
    }
}

/// "Bacon on a hamburger" is read as "a hamburger with bacon".
fn placed_first(new: Vec<Atom>) -> Vec<Atom> {
    let counted = |at: usize| new.get(at + 1).is_some_and(|atom| atom.number.is_some());
    let on = (1..new.len()).find(|at| new.get(*at).is_some_and(|atom| atom.is(Role::On)) && counted(*at));
    let Some(on) = on else { return new };
    let (before, behind) = new.split_at(on);
    let option = |atom: &Atom| {
        atom.name
            .as_ref()
            .is_none_or(|name| name.is_option() && !name.is_item())
    };
    if !before.iter().all(option) || behind.iter().filter(|atom| atom.number.is_some()).count() > 1 {
        return new;
    }
    let with = behind.first().map(|mark| Atom {
        roles: Role::With.into(),
        ..mark.clone()
    });
    let placed = behind.iter().skip(1).cloned();
    placed.chain(with).chain(before.iter().cloned()).collect()
}
