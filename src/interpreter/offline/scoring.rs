//! How much sense a run of atoms makes as one line of an order, and what each name in it then stands for.
//!
//! Scores are in points: 0 is a line with nothing odd about it, every oddity costs. Only their order matters.

use super::Offline;
use super::atoms::{Atom, Name};
use super::index::Sort;
use super::lexicon::Role;
use super::line_reader::{LineReader, OUT_OF_REACH};
use super::names::Sense;
use super::reach::Reach;

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
/// What a second number costs that does not belong to what is named behind it.
pub(super) const SECOND_NUMBER: f32 = -5.0;

/// The most items that a line is tried with, and the most of one name.
const MOST_TRIED: usize = 6;
const MOST_OF_NAME: usize = 3;

/// What is known of the atoms of a line before it is read.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// For each sort of items, how many of the line's names it takes.
    fitting: Vec<usize>,
    /// Whether an item is named that can be nothing else.
    names_item: bool,
    /// Whether anything is named.
    names: bool,
    /// Whether a number is said, or "another".
    counts: bool,
    /// Whether a value is named that is no option.
    values: bool,
    /// Whether a thing is named by what it is of ("mango" for the juice).
    dishes: bool,
    /// Whether the first atom, or one with a name behind it, is a number that only a line begins with.
    begins_behind: bool,
    /// Whether such a number has names on both sides.
    counted_twice: bool,
}

/// What an item must be to take an atom.
#[derive(Debug, Default)]
pub(super) struct Fits {
    /// Whether it is a number, or the like.
    counts: bool,
    /// Whether it names a value, and no option.
    value: bool,
    /// Whether it is a number that begins a line wherever names stand on both sides of it.
    begins: bool,
    /// Which sorts of items take what it names; nothing where it names nothing that an item takes.
    sorts: Vec<bool>,
    /// Whether it names an item and nothing else.
    names_item: bool,
    /// Whether it stands for the thing that it goes on.
    dish: bool,
}

impl Tally {
    /// Of no atoms.
    pub(super) fn clear(&mut self) {
        self.fitting.clear();
        (self.names_item, self.names) = (false, false);
        (self.counts, self.values, self.dishes) = (false, false, false);
        (self.begins_behind, self.counted_twice) = (false, false);
    }

    /// Counts one more atom, which stands before the others.
    pub(super) fn add(&mut self, atom: &Atom, fits: &Fits) {
        self.begins_behind |= fits.begins && self.names;
        self.counts |= fits.counts;
        let Some(name) = &atom.name else { return };
        self.values |= fits.value;
        self.dishes |= fits.dish;
        self.counted_twice |= self.begins_behind && !name.negated && !name.senses.is_empty();
        self.names = true;
        self.names_item |= fits.names_item;
        // Where an item is named, nobody asks which one else takes most of the names.
        if !self.names_item && !fits.sorts.is_empty() {
            self.fitting.resize(fits.sorts.len(), 0);
            for (count, fits) in self.fitting.iter_mut().zip(&fits.sorts) {
                *count += usize::from(*fits);
            }
        }
    }

    /// How odd a line is that names no item: less so with a number or a size, or with what a thing is of ("… and mango
    /// juice").
    fn headless_score(&self) -> f32 {
        match (self.counts, self.values) {
            (true, _) => -1.5,
            (false, true) => -2.0,
            (false, false) if self.dishes => -1.5,
            (false, false) => -4.0,
        }
    }

    /// The item that options and values without one belong to: the first on the menu that takes them all, or else most.
    fn default_item(&self, offline: &Offline) -> Option<usize> {
        let counts = self.fitting.iter().zip(offline.index.sorts());
        let (most, sort) = counts.max_by_key(|(count, sort)| (**count, std::cmp::Reverse(sort.first)))?;
        (*most > 0).then_some(sort.first)
    }
}

/// What takes an atom; `before` is the one before it.
pub(super) fn fits(offline: &Offline, atom: &Atom, before: Option<&Atom>) -> Fits {
    let Some(name) = &atom.name else {
        let several = atom
            .number
            .is_some_and(|number| number.value > 1 && !number.article);
        return Fits {
            counts: atom.number.is_some() || atom.is_any(&[Role::Other, Role::Another, Role::OneOf]),
            begins: several && !before.is_some_and(|before| before.is(Role::Of)),
            ..Fits::default()
        };
    };
    let takes = |sort: &Sort| {
        name.options().any(|(option, _)| sort.takes_option(option))
            || name
                .values()
                .any(|(attribute, _)| sort.takes_attribute(attribute))
    };
    Fits {
        counts: atom.number.is_some(),
        value: name.is_value() && !name.is_option(),
        begins: false,
        sorts: if name.is_option() || name.is_value() {
            offline.index.sorts().iter().map(takes).collect()
        } else {
            Vec::new()
        },
        names_item: name.is_only_item() && !name.negated,
        dish: !name.negated && offline.dish_of(name).is_some(),
    }
}

/// The tally of a line; `fitting` is what takes each of its atoms.
fn tally(line: &[Atom], fitting: &[Fits]) -> Tally {
    let mut tally = Tally::default();
    let atoms = line.iter().zip(fitting).rev();
    atoms.for_each(|(atom, fits)| tally.add(atom, fits));
    tally
}

/// Reads atoms `from..to` as one line, by the item that makes the best sense of them; `fitting` is what takes each atom.
pub(super) fn read_line(
    offline: &Offline,
    atoms: &[Atom],
    fitting: &[Fits],
    (from, to): (usize, usize),
) -> Reading {
    let line = atoms.get(from..to).unwrap_or_default();
    let tally = tally(line, fitting.get(from..to).unwrap_or_default());
    if !tally.names {
        return Reading {
            score: nameless_score(line),
            items: Vec::new(),
            senses: vec![None; line.len()],
            quantity: line.iter().find_map(|atom| {
                let other = atom.is(Role::Other).then_some(1);
                atom.number.map(|number| number.value).or(other)
            }),
        };
    }
    let border = begin_score(atoms, from) + end_score(atoms, to);
    let named = heads(line);
    let best = tried(offline, &named, &tally)
        .map(|(head, item)| {
            let begin = headless_score(head, &tally);
            LineReader::new(offline, line, head, item).read(begin)
        })
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

/// How much sense atoms `from..to` make as one line, which `tally` is of. A score below `least` may be given as any that
/// is below it.
pub(super) fn line_score(
    reader: &mut LineReader<'_>,
    (tally, known): (&Tally, &Known),
    atoms: &[Atom],
    (from, to): (usize, usize),
    least: f32,
) -> f32 {
    let line = atoms.get(from..to).unwrap_or_default();
    if !tally.names {
        return nameless_score(line);
    }
    let Known {
        heads,
        reach,
        borders,
    } = known;
    let border = LINE + borders.score(from, to);
    let counted_twice = if tally.counted_twice { SECOND_NUMBER } else { 0.0 };
    if border + reach.most(from, to, true, false) + counted_twice < least - OUT_OF_REACH {
        return f32::NEG_INFINITY;
    }
    let mut best: Option<f32> = None;
    let place = |at: usize| heads.partition_point(|(named, _)| *named < at);
    let named = heads.get(place(from)..place(to)).unwrap_or_default();
    for (head, item) in tried(reader.offline, named, tally) {
        let least = best.map_or(least - border, |best| best.max(least - border));
        let head = head.map(|head| head - from);
        let score = reader.score((from..to, reach), head, item, headless_score(head, tally), least);
        if best.is_none_or(|best| score.total_cmp(&best).is_ge()) {
            best = Some(score);
        }
    }
    best.map_or(IMPOSSIBLE, |score| score + border)
}

/// A line that names nothing.
fn nameless_score(line: &[Atom]) -> f32 {
    if line.iter().any(|atom| atom.number.is_some()) {
        -1.2
    } else {
        -0.2
    }
}

/// An item that a line may be of, and which atom names it.
pub(super) type Head = (usize, usize);

/// The items that atoms name, from first to last.
pub(super) fn heads(atoms: &[Atom]) -> Vec<Head> {
    let named = atoms.iter().enumerate().filter_map(|(at, atom)| {
        let name = atom.name.as_ref().filter(|name| !name.negated)?;
        Some((at, name))
    });
    let items = |(at, name): (usize, &'_ Name)| -> Vec<Head> {
        name.items().take(MOST_OF_NAME).map(|item| (at, item)).collect()
    };
    named.flat_map(items).collect()
}

/// The items that a line is tried with, of those that it names. Where one is named that can be nothing else, no line goes
/// without it.
fn tried(offline: &Offline, named: &[Head], tally: &Tally) -> impl Iterator<Item = (Option<usize>, usize)> {
    let default = if tally.names_item {
        None
    } else {
        tally.default_item(offline)
    };
    let named = named.iter().map(|(at, item)| (Some(*at), *item));
    named.take(MOST_TRIED).chain(default.map(|item| (None, item)))
}

/// What a line begins with that is read by this head.
fn headless_score(head: Option<usize>, tally: &Tally) -> f32 {
    match head {
        Some(_) => 0.0,
        None => tally.headless_score(),
    }
}

/// What is known of atoms before they are read as lines.
#[derive(Debug)]
pub(super) struct Known {
    heads: Vec<Head>,
    reach: Reach,
    borders: Borders,
}

impl Known {
    /// Of all atoms.
    pub(super) fn of(atoms: &[Atom]) -> Self {
        Self {
            heads: heads(atoms),
            reach: Reach::of(atoms),
            borders: Borders {
                begins: (0..atoms.len()).map(|from| begin_score(atoms, from)).collect(),
                ends: (0..=atoms.len()).map(|to| end_score(atoms, to)).collect(),
            },
        }
    }
}

/// How odd it is to begin, or to end, a line at a place.
#[derive(Debug)]
struct Borders {
    begins: Vec<f32>,
    ends: Vec<f32>,
}

impl Borders {
    fn score(&self, from: usize, to: usize) -> f32 {
        let (begins, ends) = (self.begins.get(from), self.ends.get(to));
        begins.copied().unwrap_or_default() + ends.copied().unwrap_or_default()
    }
}

/// Whether a line may begin at a place.
fn begin_score(atoms: &[Atom], from: usize) -> f32 {
    let first = atoms.get(from);
    let Some(first) = first.filter(|atom| from > 0 && !atom.pause && atom.number.is_none()) else {
        return 0.0;
    };
    let next = atoms.get(from + 1);
    match &first.name {
        Some(name) if name.is_value() => -0.3,
        Some(name) if name.is_only_item() => -0.5,
        Some(name) if name.is_item() && next.is_some_and(|next| next.is(Role::Aside)) => -0.5,
        Some(_) => -1.0,
        None if first.unknown => -0.4,
        None if first.is(Role::With) && opens_options(atoms, from + 1) => -1.0,
        None => 0.0,
    }
}

/// Whether a line may end before a place.
fn end_score(atoms: &[Atom], to: usize) -> f32 {
    let last = to.checked_sub(1).and_then(|last| atoms.get(last));
    let Some(last) = last.filter(|_| to < atoms.len()) else {
        return 0.0;
    };
    let opens = [
        Role::With,
        Role::And,
        Role::Measure,
        Role::Negation,
        Role::Want,
        Role::Add,
    ];
    if last.number.is_some() {
        -2.0
    } else if last.is_any(&opens) {
        -0.6
    } else {
        0.0
    }
}

/// Whether what "with" opens are options, which go with what stands before it.
fn opens_options(atoms: &[Atom], at: usize) -> bool {
    atoms
        .get(at)
        .and_then(|atom| atom.name.as_ref())
        .is_some_and(|name| name.is_option() && !name.is_item())
}
