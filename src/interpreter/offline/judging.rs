//! What is doubtful about an order though its lines were parted in one way only: words that might as well be said of the
//! line before, and wishes that name nothing by which one thing is told from another.

use super::Offline;
use super::atoms::{Atom, Name};
use super::edits::has_dish;
use super::lexicon::Role;
use super::lines::Line;
use super::names::Sense;
use super::targets::takes;
use super::text::words;
use super::wishes::Wished;
use crate::interpreter::vocabulary::ItemEntry;
use crate::interpreter::{Doubt, Doubts, Wish};

/// What is doubtful about how lines stand to one another.
pub(super) fn doubts_between(offline: &Offline, atoms: &[Atom], lines: &[Line]) -> Doubts {
    let mut doubts = Doubts::default();
    for (at, line) in lines.iter().enumerate() {
        let before = lines.get(..at).unwrap_or_default();
        let goes_on_last = before
            .last()
            .is_some_and(|last| may_go_on(offline, atoms, line, last));
        doubts.add_if(goes_on_last, Doubt::Several);
        let left_off_before = before
            .iter()
            .any(|before| may_be_left_off(offline, atoms, line, before));
        doubts.add_if(left_off_before, Doubt::Parting);
    }
    doubts
}

/// What the atoms of a line name, with what each stands for.
fn named<'a>(atoms: &'a [Atom], line: &'a Line) -> impl Iterator<Item = (&'a Name, Option<Sense>)> {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let both = span.iter().zip(&line.reading.senses);
    both.filter_map(|(atom, sense)| Some((atom.name.as_ref()?, *sense)))
}

/// "A falafel plate, hummus": a bare name that is an item, and as well an option of the line before or the beginning of
/// one's name.
fn may_go_on(offline: &Offline, atoms: &[Atom], line: &Line, before: &Line) -> bool {
    let marks = [Role::Another, Role::Measure, Role::Aside, Role::Other];
    let mut span = atoms.get(line.from..line.to).unwrap_or_default().iter();
    let told = line.reading.quantity.is_some() || span.any(|atom| atom.is_any(&marks));
    let sized = named(atoms, line).any(|(_, sense)| matches!(sense, Some(Sense::Value(..))));
    let mut heads = named(atoms, line).filter(|(_, sense)| matches!(sense, Some(Sense::Item(_))));
    let takes = |(option, _): (usize, Option<u32>)| {
        let mut items = before.reading.items.iter();
        items.any(|item| offline.takes_option(*item, option))
    };
    let begins = |item: usize| {
        let mut items = before.reading.items.iter();
        items.any(|dish| begins_an_option(offline, item, *dish))
    };
    !told
        && !sized
        && heads.any(|(name, _)| !name.negated && (name.options().any(takes) || name.items().any(begins)))
}

/// Whether a name of an item begins that of an option which a dish takes: "ayran" where there is an ayran dip.
fn begins_an_option(offline: &Offline, item: usize, dish: usize) -> bool {
    let vocabulary = &offline.vocabulary;
    let called = vocabulary.items.get(item).map(|item| item.names.as_slice());
    let called: Vec<Vec<String>> = called
        .unwrap_or_default()
        .iter()
        .map(|name| words(name))
        .collect();
    let begins = |name: &str| {
        let name = words(name);
        called
            .iter()
            .any(|called| called.len() < name.len() && name.starts_with(called))
    };
    let taken = vocabulary.options.iter().enumerate();
    let mut taken = taken.filter(|(option, _)| offline.takes_option(dish, *option));
    taken.any(|(_, option)| {
        let counted = option.counted_names.iter().map(|(name, _)| name);
        option.names.iter().chain(counted).any(|name| begins(name))
    })
}

/// "A shawarma and a tabbouleh, no onions": what is left off a side that the dish before it comes with, too.
fn may_be_left_off(offline: &Offline, atoms: &[Atom], line: &Line, before: &Line) -> bool {
    let side = |line: &Line| line.reading.items.iter().all(|item| offline.is_side(*item));
    let takes = |option: usize| {
        let mut items = before.reading.items.iter();
        items.any(|item| offline.takes_option(*item, option))
    };
    let left_off = |(name, sense): (&Name, Option<Sense>)| match sense {
        Some(Sense::Option(option, _)) => name.negated && takes(option),
        Some(Sense::Item(_) | Sense::Value(..) | Sense::Category(_)) | None => false,
    };
    side(line) && !side(before) && named(atoms, line).any(left_off)
}

/// "Two large", "a small one": a wish that names no item, and fits others as well as the one it is taken for.
pub(super) fn fits_others(offline: &Offline, wished: &Wished) -> bool {
    let wish = &wished.wish;
    let dish = has_dish(offline, wish.add.iter().map(|choice| &choice.option));
    let other = |item: &ItemEntry| {
        !item.generic
            && !wish.items.contains(&item.id)
            && takes(offline, &item.id, wish)
            && comes_so(item, wish)
    };
    !wished.has_item && !dish && offline.vocabulary.items.iter().any(other)
}

/// Whether an item comes in the values that are wished for.
fn comes_so(item: &ItemEntry, wish: &Wish) -> bool {
    item.values.is_empty() || wish.attributes.values().all(|value| item.values.contains(value))
}

/// "With tahini instead of garlic sauce": words for an exchange, where nothing is there to be exchanged.
pub(super) fn exchanges(atoms: &[Atom]) -> bool {
    atoms
        .iter()
        .any(|atom| atom.is_any(&[Role::InsteadOf, Role::Instead]))
}
