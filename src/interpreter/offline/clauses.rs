//! Parts an utterance into clauses by its verbs: order, take off, change, swap.

use super::atoms::Atom;
use super::lexicon::Role;
use crate::interpreter::Hint;

/// What a clause asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// Ordering, or saying more about what was ordered.
    Order,
    /// Taking off.
    Remove,
    /// Making otherwise.
    Change,
    /// Giving one thing for another.
    Replace,
}

/// A clause with its atoms, the verb's own left out.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// What it asks for.
    pub(super) verb: Verb,
    /// Where its words begin, the verb's included.
    pub(super) from: usize,
    /// One past its last word.
    pub(super) to: usize,
    /// What it says.
    pub(super) atoms: Vec<Atom>,
}

/// The clauses of an utterance. The channel's hint is the first clause's verb where it has none of its own.
pub(super) fn clauses(atoms: Vec<Atom>, hint: Option<Hint>) -> Vec<Clause> {
    let hinted = match hint {
        Some(Hint::Remove) => Verb::Remove,
        Some(Hint::Change) => Verb::Change,
        Some(Hint::Add) | None => Verb::Order,
    };
    let mut clauses: Vec<Clause> = Vec::new();
    for atom in atoms {
        let verb = verb_of(&atom);
        let begins = match clauses.last() {
            None => true,
            Some(current) => begins_clause(current, &atom, verb),
        };
        if begins {
            let verb = verb.unwrap_or(if clauses.is_empty() { hinted } else { Verb::Order });
            clauses.push(Clause {
                verb,
                from: atom.from,
                to: atom.to,
                atoms: Vec::new(),
            });
        }
        if let Some(clause) = clauses.last_mut() {
            clause.to = atom.to;
            let own = verb.is_some() && !says_something(clause);
            if let Some(verb) = verb.filter(|_| own) {
                clause.verb = verb;
                clause.atoms.clear();
            }
            if !own {
                clause.atoms.push(atom);
            }
        }
    }
    clauses
}

fn verb_of(atom: &Atom) -> Option<Verb> {
    if atom.is(Role::Remove) {
        Some(Verb::Remove)
    } else if atom.is(Role::Replace) {
        Some(Verb::Replace)
    } else if atom.is(Role::Change) {
        Some(Verb::Change)
    } else {
        None
    }
}

fn begins_clause(current: &Clause, atom: &Atom, verb: Option<Verb>) -> bool {
    let said = says_something(current);
    if verb.is_some() {
        return said;
    }
    let back_to_order = atom.is_any(&[Role::Want, Role::Add]);
    let another = atom.pause && atom.number.is_some() && current.verb != Verb::Change;
    current.verb != Verb::Order && said && (back_to_order || another)
}

fn says_something(clause: &Clause) -> bool {
    let marks = [Role::It, Role::That, Role::Last, Role::All, Role::Everything];
    clause.atoms.iter().any(|atom| {
        atom.name.is_some() || atom.number.is_some() || atom.is_any(&marks) || ordinal(atom).is_some()
    })
}

/// The place in the draft that an atom names.
pub(super) fn ordinal(atom: &Atom) -> Option<usize> {
    if atom.name.is_some() {
        return None;
    }
    atom.roles.iter().find_map(|role| {
        if let Role::Ordinal(place) = role {
            Some(*place)
        } else {
            None
        }
    })
}
