//! Narrows names that fit several things: to what the draft holds where words speak of it, to what goes on the item
//! they are said with, to a kind's items. What is still of several afterwards has to be asked.

mod choices;
mod elliptic;
mod kinds;
mod options;

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::text::Token;
use crate::interpreter::{Heard, Hint};

/// Narrows every name.
pub(super) fn narrow(offline: &Offline, heard: &Heard<'_>, tokens: &[Token], atoms: &mut Vec<Atom>) {
    let narrowing = Narrowing {
        offline,
        heard,
        tokens,
    };
    narrowing.choices_by_their_kind(atoms);
    narrowing.kinds_shared_out(atoms);
    narrowing.parts_by_place(atoms);
    narrowing.options_of_parts(atoms);
    narrowing.some_of_them(atoms);
    narrowing.elliptic_names(atoms);
    narrowing.compound_kinds(atoms);
    narrowing.said_backwards(atoms);
    narrowing.options_of_the_draft(atoms);
    for at in 0..atoms.len() {
        let narrowed = narrowing
            .of_the_draft(atoms, at)
            .or_else(|| narrowing.of_a_kind(atoms, at))
            .or_else(|| narrowing.on_its_item(atoms, at));
        if let Some(senses) = narrowed
            && let Some(name) = atoms.get_mut(at).and_then(|atom| atom.name.as_mut())
        {
            name.fit = if senses.len() > 1 { Fit::Part } else { Fit::Form };
            name.senses = senses.as_slice().into();
        }
    }
}

/// What names are narrowed by.
struct Narrowing<'a> {
    offline: &'a Offline,
    heard: &'a Heard<'a>,
    tokens: &'a [Token],
}

impl Narrowing<'_> {
    fn name<'n>(&self, atoms: &'n [Atom], at: usize) -> Option<&'n Name> {
        atoms.get(at).and_then(|atom| atom.name.as_ref())
    }

    /// Whether a name is of something that is there: "the soup", "remove soup", "make the drink large".
    fn is_of_draft(&self, atoms: &[Atom], at: usize) -> bool {
        if self.heard.draft.is_empty() {
            return false;
        }
        let mut definite = false;
        let mut begin = at;
        while let Some(before) = begin.checked_sub(1).and_then(|before| atoms.get(before)) {
            let value = before
                .name
                .as_ref()
                .is_some_and(|name| name.is_value() && !name.is_item());
            if value || before.is_any(&[Role::The, Role::That, Role::On, Role::Of]) {
                definite |= before.is_any(&[Role::The, Role::That]);
                begin -= 1;
            } else {
                break;
            }
        }
        let counted = begin
            .checked_sub(1)
            .and_then(|before| atoms.get(before))
            .is_some_and(|atom| atom.number.is_some());
        if definite {
            return true;
        }
        if counted && !self.is_removed(atoms, at) {
            return false;
        }
        self.is_changed(atoms, at)
    }

    /// Whether a verb that takes something off stands before a name.
    fn is_removed(&self, atoms: &[Atom], at: usize) -> bool {
        let verb = verb_before(atoms, at);
        verb == Some(Role::Remove) || verb.is_none() && self.heard.hint == Some(Hint::Remove)
    }

    /// Whether a verb before a name takes it off or makes it otherwise.
    fn is_changed(&self, atoms: &[Atom], at: usize) -> bool {
        match verb_before(atoms, at) {
            Some(_) => true,
            None => matches!(self.heard.hint, Some(Hint::Remove | Hint::Change)) && !becomes(atoms, at),
        }
    }

    /// Of several things, those that the draft holds, where words speak of it.
    fn of_the_draft(&self, atoms: &[Atom], at: usize) -> Option<Vec<Sense>> {
        let name = self.name(atoms, at)?;
        if name.senses.len() < 2 || !name.is_ambiguous() || !self.is_of_draft(atoms, at) {
            return None;
        }
        let vocabulary = &self.offline.vocabulary;
        let lines = &self.heard.draft.lines;
        let held = |sense: &&Sense| match **sense {
            Sense::Item(item) => vocabulary
                .items
                .get(item)
                .is_some_and(|entry| lines.iter().any(|line| line.item == entry.id)),
            Sense::Option(option, _) => vocabulary.options.get(option).is_some_and(|entry| {
                let mut chosen = lines.iter().flat_map(|line| &line.options);
                chosen.any(|chosen| chosen.option == entry.id)
            }),
            Sense::Value(..) | Sense::Category(_) => false,
        };
        let held: Vec<Sense> = name.senses.iter().filter(held).copied().collect();
        (!held.is_empty()).then_some(held)
    }
}

/// The verb that speaks of what is there, before a name and not behind what it is changed into.
fn verb_before(atoms: &[Atom], at: usize) -> Option<Role> {
    if becomes(atoms, at) {
        return None;
    }
    let before = atoms.get(..at).unwrap_or_default().iter().rev();
    for atom in before {
        for verb in [Role::Remove, Role::Change, Role::Replace, Role::InsteadOf] {
            if atom.is(verb) {
                return Some(verb);
            }
        }
        if atom.is_any(&[Role::Want, Role::Add]) {
            return None;
        }
    }
    None
}

/// Whether a name is of what something is changed into: behind "to", with the old thing before it.
fn becomes(atoms: &[Atom], at: usize) -> bool {
    let into = atoms
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rposition(|atom| atom.is(Role::Into) && !atom.is(Role::Of));
    into.is_some_and(|into| {
        let before = atoms.get(..into).unwrap_or_default();
        before
            .iter()
            .any(|atom| atom.name.is_some() || atom.is_any(&[Role::It, Role::That]))
    })
}
