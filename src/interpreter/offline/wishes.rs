//! Makes wishes of an order's lines.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Offline;
use super::atoms::Atom;
use super::leaning::{lean, with_the_same};
use super::lexicon::Role;
use super::lines::Line;
use super::names::Sense;
use super::sharing::{sized_in_turn, spread};
use crate::interpreter::vocabulary::OptionEntry;
use crate::interpreter::{OptionWish, Wish};
use crate::order::{AttributeId, Language, OptionId, ValueId};

/// A wish with the tokens it rests on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wished {
    /// The wish.
    pub(super) wish: Wish,
    /// Its tokens, first to one past the last.
    pub(super) tokens: Range<usize>,
    /// Its atoms, first to one past the last.
    pub(super) atoms: Range<usize>,
    /// Whether the line named its item.
    pub(super) has_item: bool,
    /// Whether a number or article was said.
    pub(super) counted: bool,
    /// What part of several it is about, where it is about one.
    pub(super) share: Option<Share>,
    /// Whether all that it names is unknown ("one with pineapple"): a place among several, and no wish by itself.
    pub(super) hollow: bool,
    /// Whether a pause and no "and" parts it from what was said before.
    pub(super) apart: bool,
    /// Whether a pause parts its first name or number from what was said before, whichever line the words between are of.
    pub(super) behind_pause: bool,
    /// Whether it is of "another" of what was said before.
    pub(super) again: bool,
}

/// A part of several things of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// So many of them: "one of them".
    Some,
    /// All that is left of them: "the other".
    Rest,
}

/// The wishes of these lines, and whether it is clear how they share a number said before.
pub(super) fn wishes(offline: &Offline, atoms: &[Atom], lines: &[Line]) -> (Vec<Wished>, bool) {
    let mut wished: Vec<Wished> = Vec::with_capacity(lines.len());
    let mut lost = false;
    for line in lines {
        match wish(offline, atoms, line) {
            Some(wish) => wished.push(wish),
            None => lost |= counts_nothing(atoms, line),
        }
    }
    let in_turn = sized_in_turn(offline, &mut wished);
    let (mut wished, clear) = spread(offline, wished);
    wished.retain(|wished| !wished.hollow);
    let told = lean(offline, atoms, &mut wished);
    let same = with_the_same(offline, atoms, &mut wished);
    (wished, clear && told && !same && !in_turn && !lost)
}

/// "Pepsi, two, and a pizza": whether a number is said of which no line is left.
fn counts_nothing(atoms: &[Atom], line: &Line) -> bool {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let number = |atom: &Atom| atom.number.is_some() && !atom.roles.contains(&Role::Article);
    span.iter().any(number) && span.iter().all(|atom| atom.name.is_none())
}

fn wish(offline: &Offline, atoms: &[Atom], line: &Line) -> Option<Wished> {
    let span = atoms.get(line.from..line.to)?;
    let mut wish = Wish {
        quantity: line.reading.quantity,
        ..Wish::default()
    };
    let mut has_item = false;
    let mut general = Vec::new();
    for (at, (atom, sense)) in span.iter().zip(&line.reading.senses).enumerate() {
        let (Some(name), Some(sense)) = (&atom.name, sense) else {
            continue;
        };
        match *sense {
            // Which of several is meant has to be asked first.
            Sense::Item(_) if name.is_ambiguous() => return None,
            Sense::Item(_) => has_item = true,
            Sense::Value(..) if name.negated => {}
            Sense::Value(attribute, value) => set_value(offline, &mut wish.attributes, attribute, value),
            Sense::Option(option, count) => {
                let mut option = offline.vocabulary.options.get(option)?;
                if name.negated && !option.any_of.is_empty() {
                    option = the_one_said(offline, &wish, option);
                }
                let choice = OptionWish {
                    option: option.id.clone(),
                    amount: name.amount,
                    count: name.count.or(count),
                    half: name.half,
                };
                if !name.negated && is_implied(offline, span, line, at) {
                    general.push(choice.option.clone());
                }
                // What was said last of an option holds ("with olives, on second thought no olives").
                let (list, other) = if name.negated {
                    (&mut wish.remove, &mut wish.add)
                } else {
                    (&mut wish.add, &mut wish.remove)
                };
                other.retain(|said| said.option != choice.option);
                if !list.contains(&choice) {
                    list.push(choice);
                }
            }
            Sense::Category(_) => {}
        }
    }
    let counted = line.reading.quantity.is_some() || share_of(span).is_some();
    // "One without": without what the one before is with; "one plain": with nothing.
    let without = counted && (is_bare_without(span) || is_plain(span));
    let says_nothing =
        wish.add.is_empty() && wish.remove.is_empty() && wish.attributes.is_empty() && !without;
    let unknown = span.iter().any(|atom| atom.unknown);
    let hollow = !has_item && (is_of_something_unknown(offline.language, span) || says_nothing);
    if hollow && !(counted && unknown) {
        return None;
    }
    drop_implied(&mut wish, &general);
    wish.items = line
        .reading
        .items
        .iter()
        .filter_map(|item| offline.vocabulary.items.get(*item))
        .map(|item| item.id.clone())
        .collect();
    let first = span
        .iter()
        .find(|atom| atom.name.is_some() || atom.number.is_some())
        .map_or(0, |atom| atom.from);
    let last = span
        .iter()
        .rev()
        .find(|atom| atom.name.is_some() || atom.number.is_some())
        .map_or(0, |atom| atom.to);
    Some(Wished {
        wish,
        tokens: first..last,
        atoms: line.from..line.to,
        has_item,
        counted: line.reading.quantity.is_some(),
        share: share_of(span),
        hollow,
        apart: span.first().is_some_and(|atom| atom.pause && !atom.is(Role::And)),
        behind_pause: is_behind_pause(atoms, line),
        again: span
            .iter()
            .take_while(|atom| atom.name.is_none())
            .any(|atom| atom.is(Role::Another)),
    })
}

/// "With black beans, scratch the beans": of an option that may mean several, the one that was said to be on it.
fn the_one_said<'a>(offline: &'a Offline, wish: &Wish, option: &'a OptionEntry) -> &'a OptionEntry {
    let said = |choice: &&OptionWish| option.any_of.contains(&choice.option);
    let mut said = wish.add.iter().filter(said);
    match (said.next(), said.next()) {
        (Some(one), None) => offline.option(&one.option).unwrap_or(option),
        _ => option,
    }
}

/// Whether a pause, and no "and", stands between a line's first name or number and what was named before.
fn is_behind_pause(atoms: &[Atom], line: &Line) -> bool {
    let says = |atom: &Atom| atom.name.is_some() || atom.number.is_some();
    let Some(first) = (line.from..line.to).find(|at| atoms.get(*at).is_some_and(says)) else {
        return false;
    };
    let marks = atoms.iter().take(first).rev().take_while(|atom| !says(atom));
    let between = marks.clone().any(|atom| atom.is(Role::And));
    let paused = atoms.get(first).is_some_and(|atom| atom.pause) || marks.into_iter().any(|atom| atom.pause);
    paused && !between
}

/// "One without", and nothing behind it.
fn is_bare_without(span: &[Atom]) -> bool {
    let named = span.iter().any(|atom| atom.name.is_some() || atom.unknown);
    !named && span.last().is_some_and(|atom| atom.is(Role::Negation))
}

/// "One plain", and nothing else.
fn is_plain(span: &[Atom]) -> bool {
    let named = span.iter().any(|atom| atom.name.is_some() || atom.unknown);
    !named && span.iter().any(|atom| atom.is(Role::Plain))
}

/// "The other", "one of them", "two of them".
fn share_of(span: &[Atom]) -> Option<Share> {
    if span.iter().any(|atom| atom.is(Role::Other)) {
        return Some(Share::Rest);
    }
    partitive(span).map(|_| Share::Some)
}

/// Where "one of them", "two of them" stands in these atoms, and how many that is.
pub(super) fn partitive(atoms: &[Atom]) -> Option<(Range<usize>, u32)> {
    (0..atoms.len()).find_map(|at| {
        let atom = atoms.get(at)?;
        if atom.is(Role::OneOf) {
            return Some((at..at + 1, 1));
        }
        let number = atom.number?;
        let of = usize::from(atoms.get(at + 1).is_some_and(|next| next.is(Role::Of)));
        let them = atoms.get(at + 1 + of)?;
        let means_them = them.is(Role::It) && !them.pause || of == 1 && them.is(Role::That);
        means_them.then_some((at..at + 2 + of, number.value))
    })
}

/// Whether an unknown word stands where the item would: "a large sushi with cheese" is no wish for the default item.
fn is_of_something_unknown(language: Language, span: &[Atom]) -> bool {
    let counted = span.iter().any(|atom| {
        atom.number.is_some()
            || atom
                .name
                .as_ref()
                .is_some_and(|name| name.is_value() && !name.is_option())
    });
    let option = span.iter().position(|atom| {
        atom.is(Role::With)
            || atom
                .name
                .as_ref()
                .is_some_and(|name| name.is_option() && !name.is_value())
    });
    let Some(unknown) = span.iter().position(|atom| atom.unknown) else {
        return false;
    };
    counted && option.is_none_or(|option| unknown < option) || is_compound(language, span, unknown)
}

/// "Chicken nuggets", "nuggets de frango": an option that only says what kind of unknown thing is wished for.
fn is_compound(language: Language, span: &[Atom], unknown: usize) -> bool {
    let option = |at: usize| {
        let name = span.get(at).and_then(|atom| atom.name.as_ref());
        name.is_some_and(|name| name.is_option() && !name.negated)
    };
    let sized = span.iter().any(|atom| {
        atom.name
            .as_ref()
            .is_some_and(|name| name.is_value() && !name.is_option())
    });
    let joined = |at: usize| span.get(at).is_some_and(|atom| !atom.pause);
    match language {
        Language::EnUs => {
            let before = unknown.checked_sub(1);
            let adjacent = before
                .and_then(|before| span.get(before))
                .is_some_and(|before| Some(before.to) == span.get(unknown).map(|atom| atom.from));
            !sized && adjacent && joined(unknown) && before.is_some_and(option)
        }
        Language::PtBr => span.get(unknown + 1).is_some_and(|atom| atom.is(Role::Of)) && option(unknown + 2),
    }
}

fn set_value(
    offline: &Offline,
    attributes: &mut BTreeMap<AttributeId, ValueId>,
    attribute: usize,
    value: usize,
) {
    if let Some(entry) = offline.vocabulary.attributes.get(attribute)
        && let Some((id, _)) = entry.values.get(value)
    {
        attributes.insert(entry.id.clone(), id.clone());
    }
}

/// Whether an unspecific option stands right behind one that it may mean ("brie cheese"), or only says
/// what kind of item it is ("a cheese roll with brie").
fn is_implied(offline: &Offline, span: &[Atom], line: &Line, at: usize) -> bool {
    let behind = at
        .checked_sub(1)
        .and_then(|before| span.get(before))
        .is_some_and(|atom| atom.name.is_some());
    let before_item = span.get(at + 1).is_some_and(|atom| atom.name.is_some())
        && matches!(line.reading.senses.get(at + 1), Some(Some(Sense::Item(_))));
    let plain = span
        .get(at)
        .and_then(|atom| atom.name.as_ref())
        .is_some_and(|name| name.amount.is_none());
    let Some(entry) = option_entry(offline, line, at).filter(|entry| plain && !entry.any_of.is_empty())
    else {
        return false;
    };
    let meant = |place: usize| {
        option_entry(offline, line, place).is_some_and(|other| entry.any_of.contains(&other.id))
    };
    let ahead = span
        .get(at + 1)
        .is_some_and(|atom| atom.name.is_some() && !atom.pause)
        && meant(at + 1);
    (behind && at.checked_sub(1).is_some_and(meant))
        || ahead
        || (before_item && (at + 1..span.len()).any(meant))
}

fn option_entry<'a>(offline: &'a Offline, line: &Line, at: usize) -> Option<&'a OptionEntry> {
    let Some(Some(Sense::Option(option, _))) = line.reading.senses.get(at) else {
        return None;
    };
    offline.vocabulary.options.get(*option)
}

/// Drops what says less than another wish of the line.
fn drop_implied(wish: &mut Wish, general: &[OptionId]) {
    wish.add
        .retain(|choice| choice.amount.is_some() || !general.contains(&choice.option));
    // "Ham and extra ham": the more telling of two wishes for one option stays.
    let told: Vec<_> = wish
        .add
        .iter()
        .filter(|choice| choice.amount.is_some() || choice.count.is_some())
        .map(|choice| choice.option.clone())
        .collect();
    wish.add.retain(|choice| {
        choice.amount.is_some()
            || choice.count.is_some()
            || choice.half.is_some()
            || !told.contains(&choice.option)
    });
}
