//! The parts of an utterance as the grammar sees them: numbers, names and marks, in the order in which they were said.

use super::Offline;
use super::few::Few;
use super::lexicon::Role;
use super::names::{Fit, Sense};
use super::roles::Roles;
use super::tagging::Piece;
use super::text::Token;
use crate::order::{Amount, Half};

/// A name of the menu within an utterance, with what was said about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    /// What it may stand for, the likeliest first.
    pub(super) senses: Few<Sense>,
    /// How closely the words match.
    pub(super) fit: Fit,
    /// The portion.
    pub(super) amount: Option<Amount>,
    /// The number of portions.
    pub(super) count: Option<u32>,
    /// The half it goes on.
    pub(super) half: Option<Half>,
    /// Whether it is not wanted.
    pub(super) negated: bool,
}

impl Name {
    /// The items it may stand for.
    pub(super) fn items(&self) -> impl Iterator<Item = usize> + '_ {
        self.senses.iter().filter_map(|sense| match sense {
            Sense::Item(item) => Some(*item),
            Sense::Option(..) | Sense::Value(..) | Sense::Category(_) => None,
        })
    }

    /// The options it may stand for.
    pub(super) fn options(&self) -> impl Iterator<Item = (usize, Option<u32>)> + '_ {
        self.senses.iter().filter_map(|sense| match sense {
            Sense::Option(option, count) => Some((*option, *count)),
            Sense::Item(_) | Sense::Value(..) | Sense::Category(_) => None,
        })
    }

    /// The values it may stand for.
    pub(super) fn values(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.senses.iter().filter_map(|sense| match sense {
            Sense::Value(attribute, value) => Some((*attribute, *value)),
            Sense::Item(_) | Sense::Option(..) | Sense::Category(_) => None,
        })
    }

    /// The categories it may stand for.
    pub(super) fn categories(&self) -> impl Iterator<Item = usize> + '_ {
        self.senses.iter().filter_map(|sense| match sense {
            Sense::Category(category) => Some(*category),
            Sense::Item(_) | Sense::Option(..) | Sense::Value(..) => None,
        })
    }

    /// Whether the words are a part of several names, and so name none of them.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.fit >= Fit::Part && self.senses.len() > 1
    }

    /// Whether it can be nothing but an item.
    pub(super) fn is_only_item(&self) -> bool {
        self.items().next().is_some() && self.options().next().is_none()
    }

    /// Whether it can be an option.
    pub(super) fn is_option(&self) -> bool {
        self.options().next().is_some()
    }

    /// Whether it can be an item.
    pub(super) fn is_item(&self) -> bool {
        self.items().next().is_some()
    }

    /// Whether it can be a value.
    pub(super) fn is_value(&self) -> bool {
        self.values().next().is_some()
    }
}

/// A number as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: u32,
    /// Whether it was only an article.
    pub(super) article: bool,
}

/// One part of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Atom {
    /// Its first token.
    pub(super) from: usize,
    /// One past its last token.
    pub(super) to: usize,
    /// Whether a comma or the like stands before it.
    pub(super) pause: bool,
    /// The name, where it is one.
    pub(super) name: Option<Name>,
    /// The number, where it is one.
    pub(super) number: Option<Number>,
    /// What it does by the lexicon.
    pub(super) roles: Roles,
    /// Whether neither menu nor lexicon knows it.
    pub(super) unknown: bool,
}

impl Atom {
    /// Whether it is a mark of this role, and neither name nor number.
    #[inline(always)]
    pub(super) fn is(&self, role: Role) -> bool {
        self.name.is_none() && self.number.is_none() && self.roles.contains(&role)
    }

    /// Whether it is a mark of one of these roles.
    #[inline(always)]
    pub(super) fn is_any(&self, roles: &[Role]) -> bool {
        self.name.is_none() && self.number.is_none() && self.roles.contains_any(roles)
    }

    /// The portion that it asks for.
    pub(super) fn amount(&self) -> Option<Amount> {
        self.roles.iter().find_map(|role| {
            if let Role::Amount(amount) = role {
                Some(*amount)
            } else {
                None
            }
        })
    }
}

/// Makes atoms of pieces; chatter, adjectives and politeness go.
pub(super) fn atoms(offline: &Offline, tokens: &[Token], pieces: Vec<Piece>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut pause = false;
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        pause |= tokens.get(piece.from).is_some_and(|token| token.pause);
        if is_plain(&piece, atoms.last(), rest.peek()) {
            atoms.push(plain(&piece, std::mem::take(&mut pause)));
            continue;
        }
        let inside = inside(&piece, pause);
        if let Some(atom) = atom(offline, piece, pause) {
            atoms.extend(inside);
            atoms.push(atom);
            pause = false;
        }
    }
    add_up_numbers(&mut atoms);
    atoms
}

/// "One plain and one with cheese": whether a piece says of so many of several that nothing is on them.
fn is_plain(piece: &Piece, before: Option<&Atom>, next: Option<&Piece>) -> bool {
    let share = |atom: &Atom| atom.number.is_some_and(|number| !number.article) || atom.is(Role::Other);
    let ends = |next: &Piece| {
        let marks = |role: &Role| matches!(role, Role::And | Role::Number(_) | Role::Article | Role::Other);
        next.senses.is_empty() && next.roles.iter().any(marks)
    };
    piece.senses.is_empty()
        && piece.roles.contains(&Role::Plain)
        && before.is_some_and(share)
        && next.is_none_or(ends)
}

fn plain(piece: &Piece, pause: bool) -> Atom {
    Atom {
        from: piece.from,
        to: piece.to,
        pause,
        name: None,
        number: None,
        roles: Role::Plain.into(),
        unknown: false,
    }
}

/// The option that stands inside a parted name.
fn inside(piece: &Piece, pause: bool) -> Option<Atom> {
    let name = || Name {
        senses: piece.inside.clone(),
        fit: Fit::Exact,
        amount: None,
        count: None,
        half: None,
        negated: false,
    };
    (!piece.inside.is_empty()).then(|| Atom {
        from: piece.from,
        to: piece.to,
        pause,
        name: Some(name()),
        number: None,
        roles: Roles::default(),
        unknown: false,
    })
}

fn atom(offline: &Offline, piece: Piece, pause: bool) -> Option<Atom> {
    let Piece {
        from,
        to,
        senses,
        fit,
        roles,
        inside: _,
    } = piece;
    let unknown = senses.is_empty() && roles.is_empty();
    let number = roles.iter().find_map(|role| {
        if let Role::Number(value) = role {
            return Some(Number {
                value: *value,
                article: false,
            });
        }
        (*role == Role::Article).then_some(Number {
            value: 1,
            article: !offline.lexicon.article_counts,
        })
    });
    let only_chat = roles.iter().all(|role| {
        matches!(
            role,
            Role::Chat | Role::Adjective | Role::Filler | Role::Restate | Role::Determiner | Role::Plain
        )
    });
    if senses.is_empty() && !unknown && only_chat {
        return None;
    }
    // What fits many things by a part of their names names none of them.
    let name = (!senses.is_empty()).then_some(Name {
        senses,
        fit,
        amount: None,
        count: None,
        half: None,
        negated: false,
    });
    Some(Atom {
        from,
        to,
        pause,
        number: number.filter(|_| name.is_none()),
        name,
        roles,
        unknown,
    })
}

/// "Twenty five", "vinte e cinco".
fn add_up_numbers(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at + 1 < atoms.len() {
        let gap = usize::from(atoms.get(at + 1).is_some_and(|atom| atom.is(Role::And)));
        let tens = atoms
            .get(at)
            .and_then(|atom| atom.number)
            .map(|number| number.value);
        let units = atoms
            .get(at + 1 + gap)
            .filter(|atom| !atom.pause)
            .and_then(|atom| atom.number);
        if let (
            Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)),
            Some(Number {
                value: units @ 1..=9,
                article: false,
            }),
        ) = (tens, units)
        {
            let to = atoms.get(at + 1 + gap).map_or(0, |atom| atom.to);
            if let Some(atom) = atoms.get_mut(at) {
                atom.number = Some(Number {
                    value: tens + units,
                    article: false,
                });
                atom.to = to;
            }
            atoms.drain(at + 1..=at + 1 + gap);
        }
        at += 1;
    }
}
