//! How much sense a run of atoms makes as one line of an order, and what each name in it then stands for.
//!
//! Scores are in points: 0 is a line with nothing odd about it, every oddity costs. Only their order matters.

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use super::line_reader::LineReader;
use super::names::Sense;

/// A run of atoms read as one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// How much sense it makes.
    pub(super) score: f32,
    /// The items; none where the line names none.
    pub(super) items: Vec<usize>,
    /// What each atom's name stands for in this line, atom by atom.
    pub(super) senses: Vec<Option<Sense>>,
    /// The number said for the line.
    pub(super) quantity: Option<u32>,
}

/// What a line costs by being one more.
const LINE: f32 = -1.0;
/// What can't be.
pub(super) const IMPOSSIBLE: f32 = -9.0;

/// Reads atoms `from..to` as one line, by the item that makes the best sense of them.
pub(super) fn read_line(offline: &Offline, atoms: &[Atom], from: usize, to: usize) -> Reading {
    let line = atoms.get(from..to).unwrap_or_default();
    if line.iter().all(|atom| atom.name.is_none()) {
        let number = line.iter().find_map(|atom| atom.number);
        return Reading {
            score: if number.is_some() { -1.2 } else { -0.2 },
            items: Vec::new(),
            senses: vec![None; line.len()],
            quantity: number.map(|number| number.value),
        };
    }
    let mut heads: Vec<(Option<usize>, usize)> = Vec::new();
    for (at, atom) in line.iter().enumerate() {
        let Some(name) = atom.name.as_ref().filter(|name| !name.negated) else {
            continue;
        };
        heads.extend(name.items().take(3).map(|item| (Some(at), item)));
    }
    heads.truncate(6);
    // Where an item is named that can be nothing else, no line goes without it.
    let named = line
        .iter()
        .filter_map(|atom| atom.name.as_ref())
        .any(|name| name.is_only_item() && !name.negated);
    if !named {
        heads.extend(default_item(offline, line).map(|item| (None, item)));
    }
    let border = border_score(atoms, from, to);
    let best = heads
        .into_iter()
        .map(|(head, item)| LineReader::new(offline, line, head, item).read())
        .max_by(|one, other| one.score.total_cmp(&other.score));
    match best {
        Some(mut reading) => {
            reading.score += LINE + border;
            reading
        }
        None => Reading {
            score: IMPOSSIBLE,
            items: Vec::new(),
            senses: vec![None; line.len()],
            quantity: None,
        },
    }
}

/// The item that options and values without one belong to: the first on the menu that takes them all, or else most.
fn default_item(offline: &Offline, line: &[Atom]) -> Option<usize> {
    let names: Vec<&Name> = line.iter().filter_map(|atom| atom.name.as_ref()).collect();
    let fits = |item: usize| {
        names.iter().filter(move |name| {
            name.options()
                .any(|(option, _)| offline.takes_option(item, option))
                || name
                    .values()
                    .any(|(attribute, _)| offline.takes_attribute(item, attribute))
        })
    };
    (0..offline.vocabulary.items.len())
        .max_by(|one, other| fits(*one).count().cmp(&fits(*other).count()).then(other.cmp(one)))
        .filter(|item| fits(*item).count() > 0)
}

/// Whether the line begins and ends where a line may.
fn border_score(atoms: &[Atom], from: usize, to: usize) -> f32 {
    let mut score = 0.0;
    if let Some(first) = atoms
        .get(from)
        .filter(|atom| from > 0 && !atom.pause && atom.number.is_none())
    {
        score += match &first.name {
            Some(name) if name.is_value() => -0.3,
            Some(name) if name.is_only_item() => -0.5,
            Some(_) => -1.0,
            None if first.unknown => -0.4,
            None if first.is(Role::With) && opens_options(atoms, from + 1) => -1.0,
            None => 0.0,
        };
    }
    if let Some(last) = atoms.get(to.saturating_sub(1)).filter(|_| to < atoms.len()) {
        if last.number.is_some() {
            score -= 2.0;
        } else if last.is_any(&[
            Role::With,
            Role::And,
            Role::Measure,
            Role::Negation,
            Role::Want,
            Role::Add,
        ]) {
            score -= 0.6;
        }
    }
    score
}

/// Whether what "with" opens are options, which go with what stands before it.
fn opens_options(atoms: &[Atom], at: usize) -> bool {
    atoms
        .get(at)
        .and_then(|atom| atom.name.as_ref())
        .is_some_and(|name| name.is_option() && !name.is_item())
}
