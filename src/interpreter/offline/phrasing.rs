//! Binds small words to the names they speak of: portions, amounts, halves and negations, and drops phrases
//! that only say what kind of thing comes ("for a drink", "two toppings").

use super::Offline;
use super::atoms::{Atom, Name};
use super::lexicon::Role;
use crate::order::Half;

/// Runs every binding, in the order in which they build on one another.
pub(super) fn bind(offline: &Offline, atoms: &mut Vec<Atom>) {
    resolve_double_roles(offline, atoms);
    drop_back_references(atoms);
    drop_frames(offline, atoms);
    drop_pronoun_ones(offline, atoms);
    bind_portions(atoms);
    bind_amounts(atoms);
    bind_halves(atoms);
    bind_negations(offline, atoms);
}

fn name_at(atoms: &[Atom], at: usize) -> Option<&Name> {
    atoms.get(at).and_then(|atom| atom.name.as_ref())
}

fn name_at_mut(atoms: &mut [Atom], at: usize) -> Option<&mut Name> {
    atoms.get_mut(at).and_then(|atom| atom.name.as_mut())
}

/// Whether an option comes in portions.
fn takes_amounts(offline: &Offline, name: &Name) -> bool {
    name.options().any(|(option, _)| {
        let group = offline.vocabulary.options.get(option).map(|option| &option.group);
        offline.vocabulary.groups.iter().any(|entry| Some(&entry.id) == group && entry.amounts)
    })
}

/// Words that are a name and a small word as well ("light": a roast, or a portion of what follows).
fn resolve_double_roles(offline: &Offline, atoms: &mut [Atom]) {
    for at in 0..atoms.len() {
        let Some(atom) = atoms.get(at) else { break };
        let Some(name) = &atom.name else { continue };
        let before_option = name_at(atoms, at + 1).is_some_and(|next| takes_amounts(offline, next)) && !atoms.get(at + 1).is_some_and(|next| next.pause);
        let is_amount = atom.amount().is_some() && before_option;
        let only_generic = !name.is_option() && !name.is_value() && name.items().all(|item| offline.is_generic(item));
        let is_mark = only_generic && atom.roles.iter().any(|role| matches!(role, Role::Measure | Role::Aside)) && other_real_item(offline, atoms, at, None);
        if is_amount || is_mark {
            if let Some(atom) = atoms.get_mut(at) {
                atom.name = None;
            }
        }
    }
}

/// "All of those pizzas": an item that was named before is no new one.
fn drop_back_references(atoms: &mut Vec<Atom>) {
    let mut at = 1;
    while at < atoms.len() {
        let refers = atoms.get(at - 1).is_some_and(|atom| atom.is_any(&[Role::That, Role::All]));
        let again = name_at(atoms, at).is_some_and(|name| {
            name.is_only_item() && atoms.iter().take(at).filter_map(|atom| atom.name.as_ref()).any(|other| other.items().any(|item| name.items().any(|same| same == item)))
        });
        if refers && again {
            atoms.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Whether another atom names a real item, of this category where one is given.
fn other_real_item(offline: &Offline, atoms: &[Atom], but: usize, category: Option<usize>) -> bool {
    atoms.iter().enumerate().filter(|(at, _)| *at != but).filter_map(|(_, atom)| atom.name.as_ref()).any(|name| {
        name.items().any(|item| !offline.is_generic(item) && category.is_none_or(|category| offline.category_of(item) == Some(category)))
    })
}

/// "For a drink", "as a side", where something of that kind is named; "two toppings", "toppings".
fn drop_frames(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        if atoms.get(at).is_some_and(|atom| atom.is(Role::For)) {
            let mut to = at + 1;
            while atoms.get(to).is_some_and(|atom| atom.is(Role::The) || atom.number.is_some_and(|number| number.article)) {
                to += 1;
            }
            let kind = name_at(atoms, to).and_then(|name| kind_named(offline, name));
            if kind.is_some_and(|category| other_real_item(offline, atoms, to, Some(category))) {
                atoms.drain(at..=to);
                continue;
            }
        }
        let counts_toppings = atoms.get(at).is_some_and(|atom| atom.number.is_some()) && atoms.get(at + 1).is_some_and(|atom| atom.is(Role::Topping));
        if counts_toppings && !atoms.get(at + 1).is_some_and(|atom| atom.is(Role::HalfAndHalf)) {
            atoms.drain(at..=at + 1);
            continue;
        }
        at += 1;
    }
}

/// "A large one", "the small one": the number stands for the noun.
fn drop_pronoun_ones(offline: &Offline, atoms: &mut Vec<Atom>) {
    if offline.lexicon.article_counts {
        return;
    }
    let mut at = 2;
    while at < atoms.len() {
        let one = atoms.get(at).is_some_and(|atom| !atom.pause && atom.number.is_some_and(|number| !number.article && number.value == 1));
        let described = name_at(atoms, at - 1).is_some_and(|name| !name.is_item());
        let begun = atoms.get(at - 2).is_some_and(|atom| atom.number.is_some() || atom.is(Role::The));
        let noun_follows = name_at(atoms, at + 1).is_some();
        if one && described && begun && !noun_follows {
            atoms.remove(at);
        } else {
            at += 1;
        }
    }
}

/// The category that a name speaks of in general.
fn kind_named(offline: &Offline, name: &Name) -> Option<usize> {
    name.categories().next().or_else(|| {
        if name.is_option() || name.is_value() {
            return None;
        }
        name.items().find(|item| offline.is_generic(*item)).and_then(|item| offline.category_of(item))
    })
}

/// "Two slices of cheese", "one pump of syrup", "two extra shots".
fn bind_portions(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        let number = atoms.get(at).and_then(|atom| atom.number);
        let portion = usize::from(number.is_some());
        let counted_name = number.is_some() && name_at(atoms, at + 1).is_some_and(|name| name.options().any(|(_, count)| count.is_some()) && !name.is_item());
        if counted_name {
            let said = number.map_or(1, |number| number.value);
            if let Some(name) = name_at_mut(atoms, at + 1) {
                let held = name.options().find_map(|(_, count)| count).unwrap_or(1);
                name.count = Some(held.saturating_mul(said));
            }
            atoms.remove(at);
        } else if atoms.get(at + portion).is_some_and(|atom| atom.is(Role::Portion)) {
            let of = usize::from(atoms.get(at + portion + 1).is_some_and(|atom| atom.is(Role::Of)));
            let place = at + portion + 1 + of;
            let is_option = name_at(atoms, place).is_some_and(|name| name.is_option() && !name.is_item());
            if is_option {
                if let Some(name) = name_at_mut(atoms, place) {
                    name.count = number.map(|number| number.value).filter(|count| *count > 1);
                }
                atoms.drain(at..place);
            } else {
                atoms.remove(at + portion);
            }
        }
        at += 1;
    }
}

/// "Extra cheese", "light on the mayo", "cheese, extra".
fn bind_amounts(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        let Some(atom) = atoms.get(at).filter(|atom| atom.name.is_none() && atom.number.is_none()) else {
            at += 1;
            continue;
        };
        let Some(amount) = atom.amount() else {
            at += 1;
            continue;
        };
        let after_name = at.checked_sub(1).and_then(|before| name_at(atoms, before)).is_some();
        if after_name && (atom.is(Role::And) || atom.is(Role::But)) {
            at += 1;
            continue;
        }
        let pause = atom.pause;
        let mut next = at + 1;
        while atoms.get(next).is_some_and(|atom| atom.is_any(&[Role::Of, Role::The, Role::On]) || atom.number.is_some_and(|number| number.article)) {
            next += 1;
        }
        let forward = name_at(atoms, next).is_some_and(Name::is_option) && !atoms.get(next).is_some_and(|atom| atom.pause);
        let backward = at.checked_sub(1).filter(|before| !pause && name_at(atoms, *before).is_some_and(|name| name.is_option() && name.amount.is_none()));
        let target = if forward { Some(next) } else { backward };
        if let Some(name) = target.and_then(|target| name_at_mut(atoms, target)) {
            name.amount = Some(amount);
        }
        if target.is_some() || !atom_means_more(atoms, at) {
            let kept_from = if forward { next } else { at + 1 };
            atoms.drain(at..kept_from);
        } else {
            at += 1;
        }
    }
}

/// A mark with other work to do when it binds to nothing ("mais", which also joins).
fn atom_means_more(atoms: &[Atom], at: usize) -> bool {
    atoms.get(at).is_some_and(|atom| atom.roles.iter().any(|role| !matches!(role, Role::Amount(_) | Role::Adjective | Role::Chat)))
}

/// "Half pepperoni half veggie", "meio a meio calabresa e frango", "ham on one half and bacon on the other".
fn bind_halves(atoms: &mut Vec<Atom>) {
    let both = atoms.iter().position(|atom| atom.is(Role::HalfAndHalf));
    if let Some(at) = both {
        bind_two(atoms, at);
        atoms.remove(at);
        return;
    }
    let marks: Vec<usize> = (0..atoms.len()).filter(|at| atoms.get(*at).is_some_and(|atom| atom.is(Role::Half))).collect();
    if let [mark] = marks.as_slice() {
        bind_one_half(atoms, *mark);
    }
    if marks.len() < 2 {
        return;
    }
    let mut half = Half::First;
    let after = name_after(atoms, *marks.first().unwrap_or(&0)).is_some();
    for (place, mark) in marks.iter().enumerate() {
        let range = if after {
            *mark..marks.get(place + 1).copied().unwrap_or(atoms.len())
        } else {
            place.checked_sub(1).and_then(|before| marks.get(before)).map_or(0, |before| before + 1)..*mark
        };
        halve(atoms, range, half, after);
        half = if half == Half::First { Half::Second } else { Half::First };
    }
    atoms.retain(|atom| !atom.is(Role::Half));
}

/// One "half" alone: what it stands by, and what is joined to that, are the two halves ("meia calabresa e
/// frango"); behind a name it is that name's ("pepperoni on half").
fn bind_one_half(atoms: &mut Vec<Atom>, mark: usize) {
    if let Some(first) = name_after(atoms, mark) {
        let second = atoms.get(first + 1).filter(|atom| atom.is(Role::And)).and_then(|_| name_at(atoms, first + 2)).filter(|name| name.is_option());
        let second = second.map(|_| first + 2);
        for (at, half) in [(Some(first), Half::First), (second, Half::Second)] {
            if let Some(name) = at.and_then(|at| name_at_mut(atoms, at)) {
                name.half = Some(half);
            }
        }
    } else if let Some(name) = mark.checked_sub(1).and_then(|before| name_at_mut(atoms, before)).filter(|name| name.is_option()) {
        name.half = Some(Half::First);
    }
    atoms.remove(mark);
}

fn name_after(atoms: &[Atom], mark: usize) -> Option<usize> {
    let skips = |atom: &Atom| atom.is_any(&[Role::Of, Role::The, Role::With]) || atom.number.is_some_and(|number| number.article);
    let next = (mark + 1..atoms.len()).find(|at| !atoms.get(*at).is_some_and(skips))?;
    name_at(atoms, next).filter(|name| name.is_option()).map(|_| next)
}

/// Puts the options of a stretch on one half; going forward, it ends at an item or a new clause.
fn halve(atoms: &mut [Atom], range: std::ops::Range<usize>, half: Half, forward: bool) {
    let mut seen = false;
    for atom in atoms.get_mut(range).unwrap_or_default() {
        let ends = atom.number.is_some_and(|number| !number.article) || atom.is(Role::Want) || atom.name.as_ref().is_some_and(Name::is_only_item);
        if forward && seen && (ends || atom.is_any(&[Role::With, Role::Negation, Role::No, Role::Remove])) {
            break;
        }
        if let Some(name) = atom.name.as_mut().filter(|name| name.is_option()) {
            name.half = Some(half);
            seen = true;
        }
    }
}

fn bind_two(atoms: &mut [Atom], mark: usize) {
    let options = |range: std::ops::Range<usize>| -> Vec<usize> {
        range.filter(|at| name_at(atoms, *at).is_some_and(Name::is_option)).take(2).collect()
    };
    let mut two = options(mark + 1..atoms.len());
    if two.len() < 2 {
        two = options(0..mark);
    }
    for (at, half) in two.into_iter().zip([Half::First, Half::Second]) {
        if let Some(name) = name_at_mut(atoms, at) {
            name.half = Some(half);
        }
    }
}

/// Whether a "but" leaves out the bare name behind it ("everything but onions", "tudo menos cebola").
fn leaves_out(atoms: &[Atom], at: usize) -> bool {
    let after_name = at.checked_sub(1).and_then(|before| atoms.get(before)).is_some_and(|before| before.name.is_some() || before.is(Role::Everything));
    let next = at + 1 + usize::from(atoms.get(at + 1).is_some_and(|atom| atom.is(Role::The)));
    let bare = name_at(atoms, next).is_some_and(|name| name.is_option() && name.amount.is_none());
    atoms.get(at).is_some_and(|atom| atom.is(Role::But)) && after_name && bare
}

/// Marks what is not wanted. A negation holds for the next name, for those joined to it by "or", and for
/// bare options joined by "and"; a generic item that is not wanted is no wish at all and goes.
fn bind_negations(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        if atoms.get(at).is_some_and(|atom| atom.is_any(&[Role::Negation, Role::No, Role::Remove])) || leaves_out(atoms, at) {
            let to = negate_from(atoms, at + 1);
            let Some(mark) = atoms.get_mut(at) else { break };
            // The mark stays as a border; what it does is done.
            mark.roles = vec![Role::Negation];
            at = to.max(at + 1);
        } else {
            at += 1;
        }
    }
    atoms.retain(|atom| {
        !atom.name.as_ref().is_some_and(|name| name.negated && kind_named(offline, name).is_some())
    });
}

/// Negates the names that a negation before `at` holds for; answers where its scope ends.
fn negate_from(atoms: &mut [Atom], at: usize) -> usize {
    let skips = |atom: &Atom| {
        atom.is_any(&[Role::The, Role::Of, Role::On, Role::It, Role::That, Role::Only, Role::With, Role::Add, Role::Topping, Role::All, Role::Want, Role::No, Role::Negation])
            || atom.number.is_some_and(|number| number.article || number.value == 1)
    };
    let Some(first) = (at..atoms.len()).find(|at| !atoms.get(*at).is_some_and(skips)).filter(|at| name_at(atoms, *at).is_some()) else {
        return at;
    };
    let mut end = first + 1;
    while let Some(next) = next_negated(atoms, end) {
        end = next + 1;
    }
    for atom in atoms.get_mut(first..end).unwrap_or_default() {
        if let Some(name) = &mut atom.name {
            name.negated = true;
        }
    }
    end
}

/// The next name that a running negation holds for.
fn next_negated(atoms: &[Atom], at: usize) -> Option<usize> {
    let bare_option = |at: usize| {
        name_at(atoms, at).is_some_and(|name| name.is_option() && name.amount.is_none() && name.half.is_none())
    };
    let joint = atoms.get(at)?;
    if joint.is(Role::Or) {
        let next = at + 1 + usize::from(atoms.get(at + 1).is_some_and(|atom| atom.is(Role::The) || atom.is(Role::Of)));
        return name_at(atoms, next).map(|_| next);
    }
    if joint.is(Role::And) && bare_option(at + 1) && !joint.pause {
        return Some(at + 1);
    }
    // A list that an "or" ends: "no onions, peppers or mayo".
    let mut last = at;
    while bare_option(last) {
        last += 1;
    }
    (last > at && atoms.get(last).is_some_and(|atom| atom.is(Role::Or)) && name_at(atoms, last + 1).is_some()).then_some(at)
}
