//! What is doubtful about an order though its lines were parted in one way only: words that might as well be said of the
//! line before, and wishes that name nothing by which one thing is told from another.

use std::ops::Range;

use super::Offline;
use super::atoms::{Atom, Name};
use super::edits::has_dish;
use super::lexicon::Role;
use super::lines::Line;
use super::names::{Fit, Sense};
use super::portions::takes_amounts;
use super::tagging::Piece;
use super::targets::takes;
use super::text::Token;
use super::wishes::Wished;
use crate::interpreter::vocabulary::ItemEntry;
use crate::interpreter::{Doubt, Doubts, Wish};
use crate::order::{Half, Language};

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
        doubts.add_if(has_another_number(atoms, line), Doubt::Sharing);
        doubts.add_if(counts_one_of_two(atoms, line), Doubt::Parting);
        let anew = before.last().is_some_and(|last| begins_anew(atoms, line, last));
        doubts.add_if(anew, Doubt::Parting);
    }
    doubts
}

/// What is doubtful about how small words were bound to names, by what was said before that (`said`) and what is bound.
pub(super) fn doubts_of_binding(offline: &Offline, said: Small, bound: &[Atom]) -> Doubts {
    let names = || bound.iter().filter_map(|atom| atom.name.as_ref());
    let portions = names().filter(|name| name.amount.is_some()).count();
    let halves = names().filter(|name| name.half.is_some()).count();
    let mut doubts = Doubts::default();
    let not_so = |name: &Name| name.negated && name.is_value() && !name.is_option() && !name.is_item();
    let comes_so = |name: &Name| name.amount.is_none() || takes_amounts(offline, name);
    doubts.add_if(!names().all(comes_so), Doubt::Portion);
    doubts.add_if(names().any(not_so), Doubt::Parting);
    let unbound = portions < said.portions || halves < said.halves || said.hanging || halves_twice(bound);
    doubts.add_if(unbound, Doubt::Portion);
    doubts.add_if(unequal_halves(bound), Doubt::Sharing);
    doubts.add_if(negates_two_kinds(offline, bound), Doubt::Parting);
    let all_but = bound.windows(3).any(|three| match three {
        [all, but, kept] => {
            let bare = kept.name.as_ref().is_some_and(|name| !name.negated);
            but.is(Role::But) && bare && all.name.as_ref().is_some_and(|name| name.negated)
        }
        _ => false,
    });
    doubts.add_if(all_but, Doubt::Portion);
    doubts
}

/// Small words that say something of the names beside them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Small {
    /// How many words of portions.
    portions: usize,
    /// How many words of halves.
    halves: usize,
    /// Whether it is "with everything", where the menu has no such name and nothing is left out, or "zero" and "without"
    /// with nothing behind them.
    hanging: bool,
}

/// The small words that are said, before they are bound.
pub(super) fn small_words(atoms: &[Atom]) -> Small {
    let only_portion = |atom: &&Atom| {
        atom.name.is_none()
            && atom.amount().is_some()
            && !atom.is_any(&[Role::And, Role::But, Role::Another, Role::Adjective, Role::Chat])
    };
    let everything = |(at, atom): (usize, &Atom)| {
        let but = atoms.get(at + 1).is_some_and(|next| next.is(Role::But));
        let with = at.checked_sub(1).and_then(|before| atoms.get(before));
        atom.is(Role::Everything) && !but && with.is_some_and(|with| with.is(Role::With))
    };
    let nothing_behind = |(at, atom): (usize, &Atom)| {
        let next = atoms.get(at + 1);
        let none_of = atom.is(Role::Negation) || atom.number.is_some_and(|number| number.value == 0);
        none_of && next.is_none_or(|next| next.pause || next.is(Role::And))
    };
    let mut marks = atoms.iter().enumerate();
    Small {
        portions: atoms.iter().filter(only_portion).count(),
        halves: atoms.iter().filter(|atom| atom.is(Role::Half)).count(),
        hanging: marks.any(|mark| everything(mark) || nothing_behind(mark)),
    }
}

/// "A medium large pizza": whether two sizes of one kind are said of one thing, or put right.
pub(super) fn sizes_together(said: &[Atom]) -> bool {
    let size = |atom: &Atom| {
        let name = atom
            .name
            .as_ref()
            .filter(|name| !name.is_option() && !name.is_item())?;
        name.values().next()
    };
    said.windows(2).any(|two| match two {
        [one, other] if !other.pause && one.name.is_some() && other.name.is_some() => {
            let sizes = size(one).zip(size(other));
            sizes.is_some_and(|((one, first), (of, second))| one == of && first != second)
        }
        _ => false,
    })
}

/// "No onions on the ham half": whether a half is named that was named before, which says where something goes.
fn halves_twice(bound: &[Atom]) -> bool {
    let halved = |atom: &Atom| {
        let name = atom.name.as_ref().filter(|name| name.half.is_some())?;
        name.options().next().map(|(option, _)| option)
    };
    let options: Vec<usize> = bound.iter().filter_map(halved).collect();
    options
        .iter()
        .enumerate()
        .any(|(at, option)| options.get(..at).is_some_and(|before| before.contains(option)))
}

/// "Half ham half mushrooms and olives": whether more stands behind the last half than is on the other, which may go on
/// all of it.
fn unequal_halves(bound: &[Atom]) -> bool {
    let halves: Vec<Half> = bound.iter().filter_map(|atom| atom.name.as_ref()?.half).collect();
    let Some(last) = halves.last() else { return false };
    let of_last = halves.iter().filter(|half| *half == last).count();
    of_last > 1 && of_last < halves.len() && 2 * of_last > halves.len()
}

/// "No ice and oat milk": whether an "and" carries a negation on to an option of another kind.
fn negates_two_kinds(offline: &Offline, bound: &[Atom]) -> bool {
    let group = |atom: &Atom| {
        let name = atom.name.as_ref().filter(|name| name.negated)?;
        let (option, _) = name.options().next()?;
        offline.index.group_of(option)
    };
    bound.windows(3).any(|three| match three {
        [one, and, other] => {
            and.is(Role::And) && group(one).is_some() && group(other).is_some() && group(one) != group(other)
        }
        _ => false,
    })
}

/// "Green olives" where there are black ones: whether an adjective was passed over that makes another thing of the option
/// beside it, which the menu tells apart by such words.
pub(super) fn tells_apart(offline: &Offline, tokens: &[Token], pieces: &[Piece]) -> bool {
    let word = |piece: &Piece| {
        tokens
            .get(piece.from)
            .filter(|_| piece.to == piece.from + 1)
            .map(|token| &token.text)
    };
    let telling = |piece: &Piece| {
        piece.senses.is_empty() && word(piece).is_some_and(|word| offline.phrases.tells(word))
    };
    // "Green" for "greens": an adjective rather than a name in another form.
    let inflected =
        |piece: &Piece| piece.fit == Fit::Form && word(piece).is_some_and(|word| offline.phrases.tells(word));
    let has_kinds = |piece: &Piece| {
        let option = piece
            .senses
            .iter()
            .any(|sense| matches!(sense, Sense::Option(..)));
        let noun = word(piece).filter(|_| option);
        noun.is_some_and(|noun| {
            offline
                .names
                .has_kinds(&offline.names.forms(noun, &offline.phrases, &[]))
        })
    };
    pieces.iter().any(inflected)
        || pieces.windows(2).any(|two| match two {
            [one, other] => match offline.language {
                Language::EnUs => telling(one) && has_kinds(other),
                Language::PtBr => has_kinds(one) && telling(other),
            },
            _ => false,
        })
}

/// "Thin crust, no, stuffed crust": whether a no stands between two things of one noun, which may be left off or put right.
pub(super) fn puts_right_or_leaves_off(offline: &Offline, tokens: &[Token], pieces: &[Piece]) -> bool {
    let noun = |piece: &Piece| {
        let of_several = piece.to > piece.from + 1 && !piece.senses.is_empty();
        let at = match offline.language {
            Language::EnUs => piece.to.checked_sub(1)?,
            Language::PtBr => piece.from,
        };
        tokens.get(at).filter(|_| of_several).map(|token| &token.text)
    };
    pieces.windows(3).any(|three| match three {
        [one, no, other] => no.roles.contains(&Role::No) && noun(one).is_some() && noun(one) == noun(other),
        _ => false,
    })
}

/// "Peppers, um, green peppers", "garlic, no, garlic powder": the pieces of a name that is said more closely right behind
/// it, with a no between them or nothing.
pub(super) fn said_closer(offline: &Offline, tokens: &[Token], pieces: &[Piece]) -> Option<Range<usize>> {
    let option = |piece: &Piece| {
        let mut senses = piece.senses.iter();
        piece.roles.is_empty() && senses.any(|sense| matches!(sense, Sense::Option(..)))
    };
    let closer = |one: &Piece, other: &Piece| {
        let words = |piece: &Piece| tokens.get(piece.from..piece.to).unwrap_or_default();
        let (one, other) = (words(one), words(other));
        let part = match offline.language {
            Language::EnUs => other
                .len()
                .checked_sub(one.len())
                .and_then(|from| other.get(from..)),
            Language::PtBr => other.get(..one.len()),
        };
        let same = |part: &[Token]| part.iter().zip(one).all(|(part, one)| part.text == one.text);
        let paused = other.first().is_some_and(|first| first.pause);
        one.len() < other.len() && !paused && part.is_some_and(same)
    };
    let again =
        |one: &Piece, other: &Piece| one.senses == other.senses && other.to - other.from > one.to - one.from;
    (0..pieces.len()).find_map(|at| match pieces.get(at..)? {
        [one, other, ..] if option(one) && option(other) => {
            (one.senses != other.senses && closer(one, other)).then_some(at..at + 1)
        }
        [one, no, other, ..] if no.roles.contains(&Role::No) && option(one) && option(other) => {
            again(one, other).then_some(at..at + 2)
        }
        _ => None,
    })
}

/// Whether a number of a line is not how many of it there are.
fn has_another_number(atoms: &[Atom], line: &Line) -> bool {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let mut numbers = span.iter().filter_map(|atom| atom.number);
    numbers.any(|number| !number.article && Some(number.value) != line.reading.quantity)
}

/// "A cookie and chips": whether only the first of two things that would be one line has an article of its own, with no
/// "order of" that would hold for both.
fn counts_one_of_two(atoms: &[Atom], line: &Line) -> bool {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let item = |atom: &Atom| atom.name.as_ref().is_some_and(Name::is_only_item);
    line.reading.items.len() > 1
        && span.windows(4).any(|four| match four {
            [article, one, and, other] => {
                article.number.is_some() && item(one) && and.is(Role::And) && item(other)
            }
            _ => false,
        })
}

/// "Two large pizzas with just one large pizza": whether a "with" stands between a thing and the same thing, counted.
fn begins_anew(atoms: &[Atom], line: &Line, before: &Line) -> bool {
    let head = |line: &Line| {
        let heads = named(atoms, line).filter(|(_, sense)| matches!(sense, Some(Sense::Item(_))));
        heads.count() > 0
    };
    let named_at = |at: &usize| atoms.get(*at).is_some_and(|atom| atom.name.is_some());
    let first = (line.from..line.to).find(named_at).unwrap_or(line.from);
    let before_it = atoms.get(..first).unwrap_or_default().iter().rev();
    let mut between = before_it.take_while(|atom| atom.name.is_none());
    line.reading.items == before.reading.items
        && line.reading.quantity.is_some()
        && between.any(|atom| atom.is(Role::With))
        && head(line)
        && head(before)
}

/// What the atoms of a line name, with what each stands for.
fn named<'a>(atoms: &'a [Atom], line: &'a Line) -> impl Iterator<Item = (&'a Name, Option<Sense>)> {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let both = span.iter().zip(&line.reading.senses);
    both.filter_map(|(atom, sense)| Some((atom.name.as_ref()?, *sense)))
}

/// "A falafel plate, hummus": a bare name that is an item, and as well an option of the line before or a part of one's
/// name; and "two plates, one with hummus".
fn may_go_on(offline: &Offline, atoms: &[Atom], line: &Line, before: &Line) -> bool {
    let marks = [Role::Another, Role::Measure, Role::Aside, Role::Other];
    let mut span = atoms.get(line.from..line.to).unwrap_or_default().iter();
    let told =
        line.reading.quantity.is_some() && !is_opened(atoms, line) || span.any(|atom| atom.is_any(&marks));
    let sized = named(atoms, line).any(|(_, sense)| matches!(sense, Some(Sense::Value(..))));
    let mut heads = named(atoms, line).filter(|(_, sense)| matches!(sense, Some(Sense::Item(_))));
    let takes = |(option, _): (usize, Option<u32>)| {
        let mut items = before.reading.items.iter();
        items.any(|item| offline.takes_option(*item, option))
    };
    let is_in = |item: usize| {
        let mut items = before.reading.items.iter();
        items.any(|dish| is_in_an_option(offline, item, *dish))
    };
    !told
        && !sized
        && heads.any(|(name, _)| !name.negated && (name.options().any(takes) || name.items().any(is_in)))
}

/// Whether a name of an item is a part of that of an option which a dish takes: "ayran" where there is an ayran dip.
fn is_in_an_option(offline: &Offline, item: usize, dish: usize) -> bool {
    let vocabulary = &offline.vocabulary;
    let called = vocabulary.items.get(item).map(|item| item.names.as_slice());
    let called = called.unwrap_or_default();
    let holds = |name: &String| called.iter().any(|called| holds_words(name, called));
    let taken = vocabulary.options.iter().enumerate();
    let mut taken = taken.filter(|(option, _)| offline.takes_option(dish, *option));
    taken.any(|(_, option)| {
        let mut counted = option.counted_names.iter().map(|(name, _)| name);
        option.names.iter().any(holds) || counted.any(holds)
    })
}

/// Whether words hold fewer ones, as they are written.
pub(super) fn holds_words(words: &str, fewer: &str) -> bool {
    let parts = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    let bytes = words.as_bytes();
    words.len() > fewer.len()
        && words.match_indices(fewer).any(|(at, _)| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            parts(before) && parts(bytes.get(at + fewer.len()))
        })
}

/// Whether a "with" stands before the first name of a line: "one with hummus".
fn is_opened(atoms: &[Atom], line: &Line) -> bool {
    let span = atoms.get(line.from..line.to).unwrap_or_default();
    let mut before_names = span.iter().take_while(|atom| atom.name.is_none());
    before_names.any(|atom| atom.is(Role::With))
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
        !wish.items.contains(&item.id) && takes(offline, &item.id, wish) && comes_so(item, wish)
    };
    let items = &offline.vocabulary.items;
    let mut some_of_each_sort = offline.index.sorts().iter().flat_map(|sort| &sort.real);
    !wished.has_item && !dish && some_of_each_sort.any(|item| items.get(*item).is_some_and(other))
}

/// Whether an item comes in the values that are wished for.
fn comes_so(item: &ItemEntry, wish: &Wish) -> bool {
    item.values.is_empty() || wish.attributes.values().all(|value| item.values.contains(value))
}

/// "With tahini instead of garlic sauce", "a pizza and a coke, make that a flan": words for an exchange, where nothing is
/// there to be exchanged.
pub(super) fn exchanges(atoms: &[Atom]) -> bool {
    let mut named = false;
    atoms.iter().enumerate().any(|(at, atom)| {
        named |= atom.name.is_some();
        let makes = || {
            let it = atoms.get(at + 1);
            let number = atoms.get(at + 2).is_some_and(|atom| atom.number.is_some());
            let mut names = atoms.iter().skip(at + 3).map_while(|atom| atom.name.as_ref());
            number && it.is_some_and(|it| it.is_any(&[Role::It, Role::That])) && names.any(Name::is_item)
        };
        atom.is_any(&[Role::InsteadOf, Role::Instead]) || named && atom.is(Role::Change) && makes()
    })
}
