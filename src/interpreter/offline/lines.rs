//! Parts the atoms of an order into lines: of all ways to do so, the one whose lines make the best sense.

use super::Offline;
use super::atoms::Atom;
use super::scoring::{Reading, read_line};

/// The most atoms that are parted together; what follows is not read.
const MOST_ATOMS: usize = 150;
/// The most atoms of one line.
const LONGEST_LINE: usize = 48;
/// By how much the best reading must beat the next one to be certain.
const MARGIN: f32 = 0.4;

/// A line of an order: its atoms, and how they are read.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// First atom.
    pub(super) from: usize,
    /// One past the last atom.
    pub(super) to: usize,
    /// How the atoms are read.
    pub(super) reading: Reading,
}

/// The lines, in order, and whether no other parting comes near.
pub(super) fn part(offline: &Offline, atoms: &[Atom]) -> (Vec<Line>, bool) {
    let atoms = atoms.get(..MOST_ATOMS.min(atoms.len())).unwrap_or_default();
    let mut best: Vec<Option<(f32, Line)>> = vec![None; atoms.len() + 1];
    let mut scores = vec![f32::NEG_INFINITY; atoms.len() + 1];
    let mut close = vec![false; atoms.len() + 1];
    if let Some(first) = scores.first_mut() {
        *first = 0.0;
    }
    for to in 1..=atoms.len() {
        let mut second = f32::NEG_INFINITY;
        for from in to.saturating_sub(LONGEST_LINE)..to {
            let Some(before) = scores.get(from).copied() else {
                continue;
            };
            let reading = read_line(offline, atoms, from, to);
            let score = before + reading.score;
            let current = scores.get(to).copied().unwrap_or(f32::NEG_INFINITY);
            if score > current {
                second = current;
                if let (Some(slot), Some(known)) = (best.get_mut(to), scores.get_mut(to)) {
                    *slot = Some((score, Line { from, to, reading }));
                    *known = score;
                }
            } else if score > second {
                second = score;
            }
        }
        if let (Some(flag), Some(score)) = (close.get_mut(to), scores.get(to)) {
            *flag = score - second < MARGIN;
        }
    }
    let mut lines = Vec::new();
    let mut clear = !close.last().copied().unwrap_or(false);
    let mut at = atoms.len();
    while let Some((_, line)) = best.get_mut(at).and_then(Option::take) {
        clear &= !close.get(at).copied().unwrap_or(false) || at == atoms.len();
        at = line.from;
        lines.push(line);
    }
    lines.reverse();
    (lines, clear)
}
