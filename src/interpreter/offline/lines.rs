//! Parts the atoms of an order into lines: of all ways to do so, the one whose lines make the best sense.

use super::Offline;
use super::atoms::Atom;
use super::line_reader::LineReader;
use super::scoring::{Fits, Known, Reading, Tally, fits, line_score, read_line};

/// The most atoms that are parted together; what follows is not read.
const MOST_ATOMS: usize = 120;
/// The most atoms of one line.
const LONGEST_LINE: usize = 40;
/// The most items, and the most numbers, that a run of atoms may name and still be tried as one line.
const MOST_HEADS: usize = 4;
/// By how much the best parting must beat the next one to be certain.
const MARGIN: f32 = 0.3;
/// More than adding up in another order can make.
const ROUNDING: f32 = 0.001;

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

/// A way to part the atoms up to a place.
#[derive(Debug, Clone, Copy, Default)]
struct Parting {
    score: f32,
    /// Where its last line begins, and which parting of the atoms before that it goes on from.
    from: usize,
    before: usize,
    /// Which names and numbers share a line: equal for partings that differ in small words alone.
    shape: u64,
}

/// The lines, in order, and whether no other parting comes near.
pub(super) fn part(offline: &Offline, atoms: &[Atom]) -> (Vec<Line>, bool) {
    let atoms = atoms.get(..MOST_ATOMS.min(atoms.len())).unwrap_or_default();
    let content = content_before(atoms);
    let mut partings: Vec<BestTwo> = Vec::with_capacity(atoms.len() + 1);
    partings.push(BestTwo {
        best: Some(Parting::default()),
        other: None,
    });
    let mut reader = LineReader::new(offline, atoms, None, 0);
    let fitting = fitting(offline, atoms);
    let known = Known::of(atoms);
    let mut tally = Tally::default();
    for to in 1..=atoms.len() {
        let mut found = BestTwo::default();
        tally.clear();
        for from in (earliest_start(atoms, to)..to).rev() {
            if let (Some(atom), Some(fits)) = (atoms.get(from), fitting.get(from)) {
                tally.add(atom, fits);
            }
            let before = partings.get(from).and_then(|partings| partings.best);
            let least = found.least() - before.map_or(0.0, |before| before.score);
            let score = line_score(&mut reader, (&tally, &known), atoms, (from, to), least);
            let (first, last) = (
                content.get(from).copied().unwrap_or(0),
                content.get(to).copied().unwrap_or(0),
            );
            for (before, parting) in partings.get(from).into_iter().flat_map(BestTwo::iter).enumerate() {
                let shape = if first == last {
                    parting.shape
                } else {
                    parting.shape.wrapping_mul(31).wrapping_add(first + 1)
                };
                found.add(Parting {
                    score: parting.score + score,
                    from,
                    before,
                    shape,
                });
            }
        }
        partings.push(found);
    }
    let clear = match partings.last() {
        Some(BestTwo {
            best: Some(best),
            other: Some(next),
        }) => best.score - next.score >= MARGIN,
        _ => true,
    };
    (trace(offline, atoms, &fitting, &partings), clear)
}

/// What takes each atom.
fn fitting(offline: &Offline, atoms: &[Atom]) -> Vec<Fits> {
    let before = std::iter::once(None).chain(atoms.iter().map(Some));
    let atoms = atoms.iter().zip(before);
    atoms.map(|(atom, before)| fits(offline, atom, before)).collect()
}

/// Where the longest run that ends at `to` and may be one line begins.
fn earliest_start(atoms: &[Atom], to: usize) -> usize {
    let least = to.saturating_sub(LONGEST_LINE);
    let (mut items, mut numbers) = (0, 0);
    let too_much = (least..to).rev().find(|at| {
        let Some(atom) = atoms.get(*at) else { return false };
        items += usize::from(
            atom.name
                .as_ref()
                .is_some_and(|name| name.is_only_item() && !name.negated),
        );
        numbers += usize::from(atom.number.is_some());
        items > MOST_HEADS || numbers > MOST_HEADS
    });
    too_much.map_or(least, |at| at + 1)
}

/// How many names and numbers come before each place.
fn content_before(atoms: &[Atom]) -> Vec<u64> {
    let mut content = vec![0];
    let mut count = 0;
    for atom in atoms {
        count += u64::from(atom.name.is_some() || atom.number.is_some());
        content.push(count);
    }
    content
}

/// The best parting, and the best of another shape; of equals the one that was found first.
#[derive(Debug, Default)]
struct BestTwo {
    best: Option<Parting>,
    other: Option<Parting>,
}

impl BestTwo {
    fn add(&mut self, parting: Parting) {
        let beats =
            |known: &Option<Parting>| known.is_none_or(|known| parting.score.total_cmp(&known.score).is_gt());
        if beats(&self.best) {
            let before = self.best.replace(parting);
            if let Some(before) = before.filter(|before| before.shape != parting.shape) {
                self.other = Some(before);
            }
        } else if beats(&self.other) && self.best.is_some_and(|best| best.shape != parting.shape) {
            self.other = Some(parting);
        }
    }

    /// The score below which a parting makes no difference: it is not the best, and too far from that to make it unclear.
    fn least(&self) -> f32 {
        let best = self.best.map(|best| best.score - MARGIN - ROUNDING);
        let other = self.other.map(|other| other.score);
        best.into_iter().chain(other).fold(f32::NEG_INFINITY, f32::max)
    }

    fn iter(&self) -> impl Iterator<Item = &Parting> {
        self.best.iter().chain(&self.other)
    }
}

fn trace(offline: &Offline, atoms: &[Atom], fitting: &[Fits], partings: &[BestTwo]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut to, mut place) = (atoms.len(), 0);
    while to > 0
        && let Some(parting) = partings.get(to).and_then(|partings| partings.iter().nth(place))
    {
        lines.push(Line {
            from: parting.from,
            to,
            reading: read_line(offline, atoms, fitting, (parting.from, to)),
        });
        (to, place) = (parting.from, parting.before);
    }
    lines.reverse();
    lines
}
