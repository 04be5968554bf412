//! "The same but without ham", "mais uma igual, mas pequena": a new line made as one of the draft, but for what is said.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::targets::{pointed_at, takes};
use crate::interpreter::{EditKind, OptionWish, Target, Wish};
use crate::order::{Line, OptionId};

impl Reader<'_> {
    /// Orders a line like another; whether the atoms do so.
    pub(super) fn copied(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let same = atoms.iter().any(|atom| atom.is(Role::Same));
        let another = atoms.iter().any(|atom| atom.is(Role::Another));
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let item = names.iter().any(|name| name.is_item() && !name.is_option());
        if names.is_empty() || !(same || another && !item) {
            return false;
        }
        let quantity = atoms
            .iter()
            .find_map(|atom| atom.number)
            .map_or(1, |number| number.value);
        let before = self.outcome.kept();
        let wish = self.copy(atoms, quantity);
        match wish {
            Some(wish) => self.push(EditKind::Add(wish), span),
            None => {
                self.outcome.back_to(before);
                return false;
            }
        }
        true
    }

    /// The line that is wished for, made as another.
    fn copy(&mut self, atoms: &[Atom], quantity: u32) -> Option<Wish> {
        let (wished, _) = self.wishes(atoms.to_vec());
        let [wished] = wished.as_slice() else { return None };
        let mut change = wished.wish.clone();
        let items = std::mem::take(&mut change.items);
        change.quantity = None;
        if change == Wish::default() {
            return None;
        }
        let of_item = |line: &&Line| !wished.has_item || items.contains(&line.item);
        let line = self.line_copied(atoms, &change, &of_item)?;
        Some(self.like(line, &change, quantity))
    }

    /// The line that is copied: the one pointed at, or the last that has what is to be left off, or that takes the change.
    fn line_copied(&self, atoms: &[Atom], change: &Wish, of_item: &dyn Fn(&&Line) -> bool) -> Option<&Line> {
        let lines = &self.heard.draft.lines;
        if let Some(Target::Nth(place)) = pointed_at(self.heard.draft, atoms) {
            let line = place.checked_sub(1).and_then(|at| lines.get(at));
            return line.filter(of_item);
        }
        let has = |line: &&Line| {
            let chosen = |id: &OptionId| line.options.iter().any(|chosen| chosen.option == *id);
            of_item(line)
                && !change.remove.is_empty()
                && change.remove.iter().all(|wish| chosen(&wish.option))
        };
        let fits = |line: &&Line| of_item(line) && takes(self.offline, &line.item, change);
        let last = self
            .heard
            .last_line
            .and_then(|id| lines.iter().find(|line| line.id == id));
        lines
            .iter()
            .rev()
            .find(has)
            .or(last.filter(fits))
            .or_else(|| lines.iter().rev().find(fits))
    }

    /// A wish for a line like this, with a change.
    fn like(&self, line: &Line, change: &Wish, quantity: u32) -> Wish {
        let left_off = |id: &OptionId| change.remove.iter().any(|wish| wish.option == *id);
        let other_dish = has_dish(self.offline, change.add.iter().map(|wish| &wish.option));
        let kept = line.options.iter().filter(|chosen| {
            let again = change.add.iter().any(|wish| wish.option == chosen.option);
            let replaced = other_dish && self.offline.is_dish(&chosen.option);
            !(left_off(&chosen.option) || again || replaced)
        });
        let kept = kept.map(|chosen| OptionWish {
            option: chosen.option.clone(),
            amount: chosen.amount,
            count: (chosen.count > 1).then_some(chosen.count),
            half: chosen.half,
        });
        let add: Vec<OptionWish> = kept.chain(change.add.iter().cloned()).collect();
        let was_chosen = |id: &OptionId| line.options.iter().any(|chosen| chosen.option == *id);
        let without = line.without.iter().filter(|id| {
            let wanted = change.add.iter().any(|wish| wish.option == **id);
            !wanted && !left_off(id)
        });
        let without = without.map(|id| OptionWish {
            option: id.clone(),
            amount: None,
            count: None,
            half: None,
        });
        let more = change
            .remove
            .iter()
            .filter(|wish| !was_chosen(&wish.option))
            .cloned();
        let mut attributes = line.attributes.clone();
        attributes.extend(change.attributes.clone());
        Wish {
            items: vec![line.item.clone()],
            quantity: Some(quantity),
            attributes,
            add,
            remove: without.chain(more).collect(),
        }
    }
}
