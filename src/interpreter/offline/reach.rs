//! How much the atoms of a line that are still to be read may add to its score at the most: what can't reach another
//! line's score any more is read no further.

use super::atoms::Atom;
use super::lexicon::Role;

/// What a number, or the like, adds that counts the line; only the first does.
const COUNT: f32 = 0.5;
/// What the name adds that the line is of.
const HEAD: f32 = 0.1;

/// For each place between atoms, what those before it may add together.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// What marks add, and numbers that are not the first.
    extras: Vec<f32>,
    /// How many of them may count a line.
    counts: Vec<u32>,
}

impl Reach {
    /// Of all atoms.
    pub(super) fn of(atoms: &[Atom]) -> Self {
        let mut reach = Self {
            extras: Vec::with_capacity(atoms.len() + 1),
            counts: Vec::with_capacity(atoms.len() + 1),
        };
        let (mut extras, mut counts) = (0.0, 0);
        reach.extras.push(extras);
        reach.counts.push(counts);
        let mut measures = false;
        for atom in atoms {
            extras += extra(atom, measures);
            counts +=
                u32::from(atom.number.is_some() || atom.is_any(&[Role::Other, Role::Another, Role::OneOf]));
            measures = atom.is_any(&[Role::Of, Role::Measure]);
            reach.extras.push(extras);
            reach.counts.push(counts);
        }
        reach
    }

    /// The most that atoms `from..to` add to a line: `open` where it is not counted yet, `headless` where its head is not
    /// among them.
    #[inline]
    pub(super) fn most(&self, from: usize, to: usize, open: bool, headless: bool) -> f32 {
        let (Some(extras), Some(before)) = (self.extras.get(to), self.extras.get(from)) else {
            return f32::INFINITY;
        };
        let count = open && self.counts.get(from) < self.counts.get(to);
        let count = if count { COUNT } else { 0.0 };
        let head = if headless { 0.0 } else { HEAD };
        extras - before + count + head
    }
}

/// What an atom may add besides counting a line and being its head; `measured` where it stands behind "of" or a measure.
fn extra(atom: &Atom, measured: bool) -> f32 {
    if atom.number.is_some() {
        if measured { 0.2 } else { 0.0 }
    } else if atom.is(Role::Aside) {
        1.5
    } else if atom.is(Role::Measure) {
        1.0
    } else {
        0.0
    }
}
