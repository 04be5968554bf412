//! What of some words says which line they mean, and what of them is to change about it.
//!
//! A line is called by its item ("the coke") or by an option that stands for the dish ("the margherita"), with
//! values beside it or values alone ("the large one").

use std::ops::Range;

use super::Offline;
use super::atoms::{Atom, Name};
use super::edits::{Reader, has_dish};
use super::lexicon::Role;
use super::targets::{is_described, is_described_wish};
use super::wishes::Wished;
use crate::interpreter::{Asked, EditKind, OptionWish, Target, Wish};
use crate::order::{Half, Line, OptionId};

/// A wish that speaks of a line that is there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reference {
    /// The description of the line.
    pub(super) described: Wish,
    /// What is to change about it.
    pub(super) change: Wish,
    /// Whether the line stands behind "on" or the like ("no onions on the burger").
    pub(super) on: bool,
}

impl Reference {
    /// The edit that it asks for.
    pub(super) fn into_edit(self) -> EditKind {
        EditKind::Modify {
            target: Target::Matching(self.described),
            change: self.change,
        }
    }
}

/// The words of a line that describe one, and whether "on" leads up to them.
struct Description {
    atoms: Range<usize>,
    on: bool,
    described: Wish,
}

/// The ways in which a name may call a line: by an item, by a dish.
pub(super) fn names_of(offline: &Offline, name: &Name) -> Vec<Wish> {
    let items = name.items().filter_map(|item| offline.vocabulary.items.get(item));
    let by_item = items.map(|entry| Wish {
        items: vec![entry.id.clone()],
        ..Wish::default()
    });
    let by_dish = offline.dish_of(name).map(by_dish);
    by_item.chain(by_dish).collect()
}

fn by_dish(id: &OptionId) -> Wish {
    Wish {
        add: vec![plain(id)],
        ..Wish::default()
    }
}

fn plain(id: &OptionId) -> OptionWish {
    OptionWish {
        option: id.clone(),
        amount: None,
        count: None,
        half: None,
    }
}

impl<'a> Reader<'a> {
    /// The newest line of the draft that is as described.
    pub(super) fn line_described(&self, described: &Wish) -> Option<(usize, &'a Line)> {
        let lines = self.heard.draft.lines.iter().enumerate();
        lines.rev().find(|(_, line)| is_described(line, described))
    }

    /// Whether the draft holds a line as described, or these words just ordered one.
    pub(super) fn has_line(&self, described: &Wish) -> bool {
        let added =
            |kind: &EditKind| matches!(kind, EditKind::Add(wish) if is_described_wish(wish, described));
        self.line_described(described).is_some() || self.outcome.edits.iter().any(|edit| added(&edit.kind))
    }

    /// One dish for a half leaves the other half as it is: "make the margherita half pepperoni", or "change the
    /// margherita to veggie" where it was one of two.
    pub(super) fn keep_other_half(&self, target: &Target, change: &mut Wish) {
        let is_dish = |id: &OptionId| self.offline.is_dish(id);
        let wanted: Vec<usize> = (0..change.add.len())
            .filter(|at| change.add.get(*at).is_some_and(|choice| is_dish(&choice.option)))
            .collect();
        let (&[at], Some(line)) = (wanted.as_slice(), self.line_meant(target)) else {
            return;
        };
        let old: Vec<OptionWish> = line
            .options
            .iter()
            .filter(|chosen| is_dish(&chosen.option))
            .map(|chosen| plain(&chosen.option))
            .collect();
        let Some(new) = change
            .add
            .get(at)
            .cloned()
            .filter(|new| !old.contains(&plain(&new.option)))
        else {
            return;
        };
        let named = |other: &OptionWish| matches!(target, Target::Matching(described) if described.add.contains(other));
        let halves = match old.as_slice() {
            [whole] if new.half.is_some() => [whole.clone(), new],
            [first, second] if named(first) && !named(second) => [new, second.clone()],
            [first, second] if named(second) && !named(first) => [first.clone(), new],
            _ => return,
        };
        change.add.remove(at);
        for (choice, half) in halves.into_iter().zip([Half::First, Half::Second]) {
            change.add.push(OptionWish {
                half: Some(half),
                ..choice
            });
        }
    }

    /// The line of the draft that a target means, as far as can be told from here.
    fn line_meant(&self, target: &Target) -> Option<&Line> {
        let lines = &self.heard.draft.lines;
        match target {
            Target::Last => lines.last(),
            Target::Nth(place) => place.checked_sub(1).and_then(|at| lines.get(at)),
            Target::Matching(described) => self.line_described(described).map(|(_, line)| line),
            Target::Line(id) => self.heard.draft.line(*id),
            Target::All => None,
        }
    }

    /// The line that a wish speaks of rather than ordering another, and what is to change about it.
    pub(super) fn reference(&self, line: &[Atom], wished: &Wished) -> Option<Reference> {
        let Description {
            atoms,
            on,
            mut described,
        } = self.description(line)?;
        let on_line = on && named_option_before(line, atoms.start);
        let asks = line
            .iter()
            .take(atoms.start)
            .any(|atom| atom.is_any(&[Role::Want, Role::Add]));
        if !on_line && (asks || wished.counted) {
            return None;
        }
        let mut change = wished.wish.clone();
        change.items.clear();
        change.quantity = None;
        change
            .add
            .retain(|choice| !described.add.iter().any(|told| told.option == choice.option));
        let values = std::mem::take(&mut described.attributes);
        let says_more = !change.add.is_empty()
            || !change.remove.is_empty()
            || change
                .attributes
                .iter()
                .any(|(id, value)| values.get(id) != Some(value));
        let with_values = Wish {
            attributes: values,
            ..described.clone()
        };
        if self.has_line(&with_values) {
            // "The large margherita" alone says nothing about it.
            let by_values = described.items.is_empty() && described.add.is_empty();
            let asked = matches!(self.heard.asked, Some(Asked::Choice(_)));
            let other_dish = has_dish(self.offline, change.add.iter().map(|choice| &choice.option));
            if by_values && (asked || other_dish) {
                return None;
            }
            if says_more || by_values {
                change
                    .attributes
                    .retain(|id, value| with_values.attributes.get(id) != Some(value));
                described = with_values;
            }
        } else if described.items.is_empty() && described.add.is_empty() {
            return None;
        }
        let changes = !change.attributes.is_empty() || !change.add.is_empty() || !change.remove.is_empty();
        changes.then_some(Reference {
            described,
            change,
            on: on_line,
        })
    }

    /// The first words of a line that call a known one, behind "the", "that" or "on".
    fn description(&self, line: &[Atom]) -> Option<Description> {
        (0..line.len()).find_map(|at| {
            let mut marks = line.get(at..)?.iter().take_while(|atom| is_mark(atom)).count();
            // "A de marguerita": the one of that kind.
            let the = (at + marks)
                .checked_sub(1)
                .and_then(|last| line.get(last))
                .is_some_and(|atom| atom.is(Role::The));
            marks +=
                usize::from(marks > 0 && the && line.get(at + marks).is_some_and(|atom| atom.is(Role::Of)));
            if marks == 0
                || at
                    .checked_sub(1)
                    .and_then(|before| line.get(before))
                    .is_some_and(is_mark)
            {
                return None;
            }
            let on = line.get(at..at + marks)?.iter().any(|atom| atom.is(Role::On));
            let atoms = at + marks..at + marks + description_length(self.offline, line.get(at + marks..)?);
            let described = self.described_by(line.get(atoms.clone())?)?;
            Some(Description { atoms, on, described })
        })
    }

    /// What names say of a line: its item, its dish, its values; none where no line is so but for its values.
    pub(super) fn described_by(&self, atoms: &[Atom]) -> Option<Wish> {
        let mut described = Wish::default();
        for name in atoms.iter().filter_map(|atom| atom.name.as_ref()) {
            if let Some(called) = names_of(self.offline, name)
                .into_iter()
                .find(|wish| self.has_line(wish))
            {
                described.items.extend(called.items);
                described.add.extend(called.add);
            } else if let Some((attribute, value)) = name.values().next()
                && let Some(entry) = self.offline.vocabulary.attributes.get(attribute)
                && let Some((value, _)) = entry.values.get(value)
            {
                described.attributes.insert(entry.id.clone(), value.clone());
            } else {
                return None;
            }
        }
        let without_values = Wish {
            attributes: std::collections::BTreeMap::new(),
            ..described.clone()
        };
        let called = !described.items.is_empty() || !described.add.is_empty();
        let known = if called {
            self.has_line(&without_values)
        } else {
            !described.attributes.is_empty() && self.has_line(&described)
        };
        known.then_some(described)
    }
}

pub(super) fn is_mark(atom: &Atom) -> bool {
    atom.is_any(&[Role::The, Role::That, Role::On])
}

/// How many atoms describe one line: values, items and dishes in a row ("the large margherita pizza").
pub(super) fn description_length(offline: &Offline, atoms: &[Atom]) -> usize {
    let describes = |name: &Name| {
        !name.negated
            && name.half.is_none()
            && (name.is_item() || name.is_value() || offline.dish_of(name).is_some())
    };
    let mut length = 0;
    let mut dish = false;
    loop {
        let of = usize::from(length > 0 && atoms.get(length).is_some_and(|atom| atom.is(Role::Of)));
        let Some(name) = atoms
            .get(length + of)
            .filter(|atom| length == 0 || !atom.pause)
            .and_then(|atom| atom.name.as_ref())
        else {
            return length;
        };
        let is_dish = offline.dish_of(name).is_some() && !name.is_item();
        if !describes(name) || (is_dish && dish) {
            return length;
        }
        dish |= is_dish;
        length += of + 1;
    }
}

/// Whether something that goes on a line is named before a place ("extra cheese on …").
fn named_option_before(line: &[Atom], at: usize) -> bool {
    let before = line.get(..at).unwrap_or_default();
    let mut names = before.iter().filter_map(|atom| atom.name.as_ref()).peekable();
    match names.peek() {
        Some(_) => names.all(|name| name.is_option() || name.is_value()),
        None => before.iter().all(|atom| atom.number.is_none()),
    }
}
