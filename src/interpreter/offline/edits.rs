//! Turns an utterance's clauses into edits of the draft.

use std::ops::Range;

use super::atoms::{Atom, Name};
use super::clauses::{Clause, Verb, clauses};
use super::folding;
use super::lexicon::Role;
use super::targets::{in_draft, matching_items, pointed_at, same_kind, that_takes};
use super::wishes::{Wished, wishes};
use super::{Offline, lines, phrasing};
use crate::interpreter::{Asked, EditKind, Heard, Target, Wish};

/// An edit with the tokens it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proposed {
    /// The edit.
    pub(super) kind: EditKind,
    /// Its tokens, first to one past the last.
    pub(super) tokens: Range<usize>,
}

/// What came out of an utterance's atoms.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The edits, in the order in which they were said.
    pub(super) edits: Vec<Proposed>,
    /// Whether every part of it was read in one way only.
    pub(super) clear: bool,
    /// Names that fit several things, as they stood in their lines.
    pub(super) ambiguous: Vec<(Name, Range<usize>)>,
}

/// Reads the atoms of a turn as edits.
pub(super) fn propose(offline: &Offline, atoms: Vec<Atom>, heard: &Heard<'_>) -> Outcome {
    let mut reader = Reader { offline, heard, outcome: Outcome { clear: true, ..Outcome::default() } };
    let speaks_of_draft = !heard.draft.is_empty() || matches!(heard.hint, Some(crate::interpreter::Hint::Remove | crate::interpreter::Hint::Change));
    let begins_with_verb = atoms.iter().find(|atom| atom.name.is_some() || atom.is_any(&[Role::Remove, Role::Replace])).is_some_and(|atom| atom.name.is_none());
    if speaks_of_draft || begins_with_verb {
        for clause in clauses(atoms, heard.hint) {
            reader.clause(clause);
        }
        reader.outcome.edits = folding::fold(offline, std::mem::take(&mut reader.outcome.edits));
    } else {
        for wished in reader.wishes(atoms).0 {
            reader.push(EditKind::Add(wished.wish), wished.tokens);
        }
    }
    reader.outcome
}

struct Reader<'a> {
    offline: &'a Offline,
    heard: &'a Heard<'a>,
    outcome: Outcome,
}

impl Reader<'_> {
    fn push(&mut self, kind: EditKind, tokens: Range<usize>) {
        self.outcome.edits.push(Proposed { kind, tokens });
    }

    fn clause(&mut self, clause: Clause) {
        let span = clause.from..clause.to;
        let before = self.outcome.edits.len();
        match clause.verb {
            Verb::Order => self.order(clause.atoms, span.clone()),
            Verb::Remove => self.remove(clause.atoms, span.clone()),
            Verb::Change | Verb::Replace => self.change(&clause, span.clone()),
        }
        if clause.verb != Verb::Order {
            self.outcome.clear &= self.outcome.edits.len() > before;
        }
        // The verb belongs to what its clause says.
        if let Some(edit) = self.outcome.edits.get_mut(before).filter(|_| clause.verb != Verb::Order) {
            edit.tokens.start = edit.tokens.start.min(span.start);
        }
    }

    /// The wishes that these atoms make, and the atoms as they were bound.
    fn wishes(&mut self, mut atoms: Vec<Atom>) -> (Vec<Wished>, Vec<Atom>) {
        phrasing::bind(self.offline, &mut atoms);
        let (lines, clear) = lines::part(self.offline, &atoms);
        self.outcome.clear &= clear;
        let ambiguous = atoms.iter().filter_map(|atom| atom.name.as_ref().filter(|name| name.is_ambiguous()).map(|name| (name.clone(), atom.from..atom.to)));
        self.outcome.ambiguous.extend(ambiguous);
        (wishes(self.offline, &atoms, &lines), atoms)
    }

    fn order(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(&atoms, at, span);
        }
        if self.again(&atoms, span.clone()) {
            return;
        }
        let named = atoms.iter().any(|atom| atom.name.is_some());
        if !named {
            let number = atoms.iter().find_map(|atom| atom.number).filter(|number| !number.article);
            let bare = atoms.iter().all(|atom| atom.number.is_some() || !atom.unknown);
            if let Some(number) = number.filter(|_| bare && !self.heard.draft.is_empty()) {
                let target = self.asked_line().or_else(|| pointed_at(self.heard.draft, &atoms)).unwrap_or(Target::Last);
                self.push(EditKind::SetQuantity { target, quantity: number.value }, span);
            }
            return;
        }
        let instead = atoms.iter().any(|atom| atom.is(Role::Instead));
        let (wished, atoms) = self.wishes(atoms);
        self.unwanted_items(&atoms);
        for wished in wished {
            self.wished(wished, &atoms, instead);
        }
    }

    /// "Another one of those", "mais duas dessas", "another coke".
    fn again(&mut self, atoms: &[Atom], span: Range<usize>) -> bool {
        let another = atoms.iter().any(|atom| atom.is(Role::Another));
        let number = atoms.iter().find_map(|atom| atom.number).filter(|number| !number.article).map(|number| number.value);
        let more_of_those = number.is_some() && atoms.iter().any(|atom| atom.is(Role::That) || atom.roles.iter().any(|role| matches!(role, Role::Amount(_))));
        let names: Vec<&Name> = atoms.iter().filter_map(|atom| atom.name.as_ref()).collect();
        let quantity = number.unwrap_or(1);
        match names.as_slice() {
            [] if another || more_of_those => {
                let target = pointed_at(self.heard.draft, &atoms.iter().filter(|atom| !atom.is(Role::Another)).cloned().collect::<Vec<_>>()).unwrap_or(Target::Last);
                self.push(EditKind::Again { target, quantity }, span);
                true
            }
            [name] if another && name.is_item() => {
                let items: Vec<_> = name.items().filter_map(|item| self.offline.vocabulary.items.get(item)).map(|entry| entry.id.clone()).filter(|id| in_draft(self.heard.draft, std::slice::from_ref(id))).take(1).collect();
                if !items.is_empty() {
                    self.push(EditKind::Again { target: matching_items(&items), quantity }, span);
                }
                !items.is_empty()
            }
            _ => false,
        }
    }

    /// Items that are said not to be wanted: "no coke", "hold the fries".
    fn unwanted_items(&mut self, atoms: &[Atom]) {
        for atom in atoms {
            let Some(name) = atom.name.as_ref().filter(|name| name.negated && name.is_only_item()) else { continue };
            let items: Vec<_> = name.items().filter_map(|item| self.offline.vocabulary.items.get(item)).map(|entry| entry.id.clone()).take(1).collect();
            if in_draft(self.heard.draft, &items) {
                self.push(EditKind::Remove { target: matching_items(&items), quantity: None }, atom.from..atom.to);
            }
        }
    }

    /// The line whose choice was asked for.
    fn asked_line(&self) -> Option<Target> {
        match self.heard.asked {
            Some(Asked::Choice(id)) => self.heard.draft.lines.iter().position(|line| line.id == *id).map(|place| Target::Nth(place + 1)),
            Some(Asked::AnythingElse | Asked::YesNo) | None => None,
        }
    }

    fn wished(&mut self, wished: Wished, atoms: &[Atom], instead: bool) {
        let line = atoms.get(wished.atoms.clone()).unwrap_or_default();
        let Wished { mut wish, tokens, has_item, counted, .. } = wished;
        let pointed = pointed_at(self.heard.draft, line);
        if !has_item {
            let asked = self.asked_line();
            let chosen = if counted { asked } else { pointed.or(asked).or_else(|| that_takes(self.offline, self.heard.draft, &wish)) };
            if let Some(target) = chosen {
                wish.items.clear();
                if let Some(quantity) = wish.quantity.take().filter(|quantity| *quantity > 1) {
                    self.push(EditKind::SetQuantity { target: target.clone(), quantity }, tokens.clone());
                }
                return self.push(EditKind::Modify { target, change: wish }, tokens);
            }
        } else if self.speaks_of_known(line, &wish, counted) {
            let target = matching_items(&wish.items);
            wish.items.clear();
            return self.push(EditKind::Modify { target, change: wish }, tokens);
        }
        if instead {
            return self.push(EditKind::Replace { target: Target::Last, wish }, tokens);
        }
        self.push(EditKind::Add(wish), tokens);
    }

    /// Whether a line's item is one of the draft that more is said about: "no onions on the burger", "the coke large".
    fn speaks_of_known(&self, line: &[Atom], wish: &Wish, counted: bool) -> bool {
        let says_more = !wish.attributes.is_empty() || !wish.add.is_empty() || !wish.remove.is_empty();
        let Some(head) = line.iter().position(|atom| atom.name.as_ref().is_some_and(Name::is_item)) else { return false };
        if counted || !says_more || !in_draft(self.heard.draft, &wish.items) {
            return false;
        }
        let definite = head.checked_sub(1).and_then(|before| line.get(before)).is_some_and(|atom| atom.is(Role::The) || atom.is(Role::That));
        let on = line.iter().take(head).rev().take(2).any(|atom| atom.is(Role::On) && !atom.is(Role::The));
        let other_before = line.iter().take(head).any(|atom| atom.name.is_some());
        let asks = line.iter().any(|atom| atom.is_any(&[Role::Want, Role::Add]));
        (on && other_before) || (definite && !asks)
    }

    /// "Tira a coca", "take the onions off the burger", "remove the second one".
    fn remove(&mut self, atoms: Vec<Atom>, span: Range<usize>) {
        let draft = self.heard.draft;
        let pointed = pointed_at(draft, &atoms);
        let number = atoms.iter().find_map(|atom| atom.number).map(|number| number.value);
        if !atoms.iter().any(|atom| atom.name.is_some()) {
            let unknown = atoms.iter().any(|atom| atom.unknown);
            if !unknown {
                let target = pointed.unwrap_or(Target::Last);
                self.push(EditKind::Remove { target, quantity: number }, span);
            }
            return;
        }
        let (wished, atoms) = self.wishes(atoms);
        for wished in wished {
            let line = atoms.get(wished.atoms.clone()).unwrap_or_default().to_vec();
            self.unwished(wished, &line, pointed.clone());
        }
    }

    fn unwished(&mut self, wished: Wished, line: &[Atom], pointed: Option<Target>) {
        let draft = self.heard.draft;
        let Wished { mut wish, tokens, has_item, .. } = wished;
        let quantity = wish.quantity.take();
        let on_item = has_item && self.speaks_of_known(line, &wish, false) && line.iter().any(|atom| atom.is(Role::On)) && wish.attributes.is_empty();
        if has_item && !on_item && (in_draft(draft, &wish.items) || !self.may_be_option(line)) {
            return self.push(EditKind::Remove { target: Target::Matching(wish), quantity }, tokens);
        }
        if !has_item && wish.add.is_empty() && wish.remove.is_empty() {
            wish.items.clear();
            return self.push(EditKind::Remove { target: Target::Matching(wish), quantity }, tokens);
        }
        let items = std::mem::take(&mut wish.items);
        let mut unwanted = if has_item && !on_item { self.options_of(line) } else { Wish::default() };
        unwanted.remove.append(&mut wish.add);
        unwanted.remove.append(&mut wish.remove);
        if pointed.is_none() && !on_item && self.is_known_by(&unwanted) {
            let described = Wish { add: unwanted.remove, attributes: wish.attributes, ..Wish::default() };
            return self.push(EditKind::Remove { target: Target::Matching(described), quantity }, tokens);
        }
        let target = if on_item { matching_items(&items) } else { pointed.or_else(|| self.line_with(&unwanted)).or_else(|| that_takes(self.offline, draft, &unwanted)).unwrap_or(Target::Last) };
        self.push(EditKind::Modify { target, change: unwanted }, tokens);
    }

    /// Whether a name that was read as an item could be an option of a line in the draft.
    fn may_be_option(&self, line: &[Atom]) -> bool {
        let options = self.options_of(line);
        !options.remove.is_empty() && that_takes(self.offline, self.heard.draft, &options).is_some()
    }

    fn options_of(&self, line: &[Atom]) -> Wish {
        let options = line.iter().filter_map(|atom| atom.name.as_ref()).filter_map(|name| name.options().next());
        let remove = options
            .filter_map(|(option, _)| self.offline.vocabulary.options.get(option))
            .map(|entry| crate::interpreter::OptionWish { option: entry.id.clone(), amount: None, count: None, half: None })
            .collect();
        Wish { remove, ..Wish::default() }
    }

    /// Whether options that can't be left off say which line is meant ("tira a calabresa").
    fn is_known_by(&self, unwanted: &Wish) -> bool {
        let vocabulary = &self.offline.vocabulary;
        let fixed = unwanted.remove.iter().all(|wish| {
            let group = vocabulary.options.iter().find(|entry| entry.id == wish.option).map(|entry| &entry.group);
            vocabulary.groups.iter().any(|entry| Some(&entry.id) == group && !entry.removable)
        });
        fixed && self.line_with(unwanted).is_some()
    }

    /// The last line of the draft that has one of these options.
    fn line_with(&self, unwanted: &Wish) -> Option<Target> {
        let lines = &self.heard.draft.lines;
        let place = lines.iter().rposition(|line| line.options.iter().any(|chosen| unwanted.remove.iter().any(|wish| wish.option == chosen.option)))?;
        Some(if place + 1 == lines.len() { Target::Last } else { Target::Nth(place + 1) })
    }

    /// "Make it two", "change the first to small", "troca a coca por guaraná".
    fn change(&mut self, clause: &Clause, span: Range<usize>) {
        let atoms = &clause.atoms;
        if let Some(at) = atoms.iter().position(|atom| atom.is(Role::InsteadOf)) {
            return self.instead_of(atoms, at, span);
        }
        let border = self.border(atoms, clause.verb);
        let (old, new) = atoms.split_at(border.min(atoms.len()));
        let new: Vec<Atom> = new.iter().skip_while(|atom| atom.is(Role::Into) && !atom.is(Role::With)).cloned().collect();
        self.exchange(old.to_vec(), new, span, clause.verb == Verb::Replace);
    }

    /// Where what a thing is changed into begins.
    fn border(&self, atoms: &[Atom], verb: Verb) -> usize {
        let names_before = |at: usize| atoms.iter().take(at).any(|atom| atom.name.is_some()) || pointed_at(self.heard.draft, atoms.get(..at).unwrap_or_default()).is_some();
        let into = (0..atoms.len()).find(|at| {
            let said_before = names_before(*at);
            atoms.get(*at).is_some_and(|atom| atom.is(Role::Into) && (said_before || *at == 0) && (verb == Verb::Replace || !atom.is(Role::On) || said_before))
        });
        if let Some(at) = into {
            return at;
        }
        let points = |atom: &Atom| atom.is_any(&[Role::It, Role::That, Role::The, Role::All, Role::Last, Role::Of, Role::On]) || super::clauses::ordinal(atom).is_some();
        let mut at = atoms.iter().take_while(|atom| points(atom)).count();
        let known = |atom: &Atom| {
            atom.name.as_ref().is_some_and(|name| name.items().any(|item| self.offline.vocabulary.items.get(item).is_some_and(|entry| in_draft(self.heard.draft, std::slice::from_ref(&entry.id)))))
        };
        if at > 0 && atoms.get(at).is_some_and(known) && atoms.len() > at + 1 {
            at += 1;
        }
        at
    }

    /// One thing for another: whole lines, or options of a line.
    fn exchange(&mut self, old: Vec<Atom>, new: Vec<Atom>, span: Range<usize>, swap: bool) {
        let draft = self.heard.draft;
        let pointed = pointed_at(draft, &old);
        let old_wish = self.wishes(old).0.into_iter().next();
        let number = new.iter().find_map(|atom| atom.number).map(|number| number.value);
        let named = new.iter().any(|atom| atom.name.is_some());
        let (wanted, new) = self.wishes(new);
        let described = old_wish.as_ref().filter(|old| old.has_item || (old.wish.add.is_empty() && old.wish.remove.is_empty())).map(|old| {
            let mut wish = old.wish.clone();
            wish.quantity = None;
            if !old.has_item {
                wish.items.clear();
            }
            Target::Matching(wish)
        });
        let target = pointed.or(described);
        let options_out = old_wish.filter(|old| !old.has_item).map(|old| old.wish.add).unwrap_or_default();
        if !named {
            if let Some(quantity) = number.filter(|_| !swap) {
                self.push(EditKind::SetQuantity { target: target.unwrap_or(Target::Last), quantity }, span);
            }
            return;
        }
        for wanted in wanted {
            self.made_into(wanted, &new, target.clone(), &options_out, span.clone());
        }
    }

    fn made_into(&mut self, wanted: Wished, new: &[Atom], target: Option<Target>, options_out: &[crate::interpreter::OptionWish], span: Range<usize>) {
        let draft = self.heard.draft;
        let line = new.get(wanted.atoms.clone()).unwrap_or_default();
        let Wished { mut wish, has_item, .. } = wanted;
        let target = target.or_else(|| pointed_at(draft, line));
        let same = has_item && self.is_of(target.as_ref(), &wish);
        if has_item && !same && target.is_none() && self.speaks_of_known(line, &wish, wish.quantity.is_some()) {
            let target = matching_items(&wish.items);
            wish.items.clear();
            return self.push(EditKind::Modify { target, change: wish }, span);
        }
        if has_item && !same {
            return self.push(EditKind::Replace { target: target.unwrap_or(Target::Last), wish }, span);
        }
        wish.items.clear();
        wish.remove.extend(options_out.iter().cloned());
        let quantity = wish.quantity.take();
        let says_more = !wish.attributes.is_empty() || !wish.add.is_empty() || !wish.remove.is_empty();
        let swapped = Wish { remove: options_out.to_vec(), ..Wish::default() };
        let target = target.or_else(|| self.line_with(&swapped)).or_else(|| self.asked_line()).or_else(|| that_takes(self.offline, draft, &wish)).unwrap_or(Target::Last);
        let said = line.iter().find_map(|atom| atom.number).is_some_and(|number| !number.article && number.value > 1);
        if let Some(quantity) = quantity.filter(|_| said || (same && !says_more)) {
            self.push(EditKind::SetQuantity { target: target.clone(), quantity }, span.clone());
        }
        if says_more {
            self.push(EditKind::Modify { target, change: wish }, span);
        }
    }

    /// Whether a wish is for the item that the target is of already.
    fn is_of(&self, target: Option<&Target>, wish: &Wish) -> bool {
        let lines = &self.heard.draft.lines;
        match target {
            Some(Target::Matching(described)) => !described.items.is_empty() && described.items == wish.items,
            Some(Target::Nth(place)) => place.checked_sub(1).and_then(|at| lines.get(at)).is_some_and(|line| wish.items == [line.item.clone()]),
            Some(Target::Last) | None => lines.last().is_some_and(|line| wish.items == [line.item.clone()]),
            Some(Target::All) => lines.iter().all(|line| wish.items == [line.item.clone()]),
        }
    }

    /// "Guaraná instead of coke", "em vez de coca, guaraná".
    fn instead_of(&mut self, atoms: &[Atom], at: usize, span: Range<usize>) {
        let after = atoms.get(at + 1..).unwrap_or_default();
        let first = after.iter().position(|atom| atom.name.is_some());
        let end = first.map_or(after.len(), |first| {
            let ends = |atom: &Atom| atom.pause || atom.number.is_some() || atom.is_any(&[Role::Want, Role::Add, Role::Change, Role::With]) || atom.name.as_ref().is_some_and(Name::is_item);
            after.iter().skip(first + 1).position(ends).map_or(after.len(), |length| first + 1 + length)
        });
        let (old, rest) = after.split_at(end);
        let new: Vec<Atom> = atoms.iter().take(at).chain(rest).cloned().collect();
        self.exchange(old.to_vec(), new, span, true);
    }
}

/// Whether a remove and what follows it are one exchange.
pub(super) fn are_exchange(offline: &Offline, removed: &Wish, wanted: &Wish) -> bool {
    same_kind(offline, &removed.items, &wanted.items)
}
