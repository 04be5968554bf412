//! Runs what binds small words to the names they speak of (portions, amounts, halves and negations), and drops phrases
//! that only say what kind of thing comes ("for a drink", "two toppings").

use super::Offline;
use super::atoms::{Atom, Name};
use super::clauses::ordinal;
use super::each::{count_by_pronoun, count_each, put_by_size};
use super::halves::bind_halves;
use super::lexicon::Role;
use super::names::Fit;
use super::negation::bind_negations;
use super::portions::{self, takes_amounts};
use super::rewording::put_shares_first;

/// Runs every binding, in the order in which they build on one another.
pub(super) fn bind(offline: &Offline, atoms: &mut Vec<Atom>) {
    resolve_double_roles(offline, atoms);
    count_each(atoms);
    put_by_size(atoms);
    count_by_pronoun(atoms);
    put_shares_first(atoms);
    drop_back_references(atoms);
    drop_frames(offline, atoms);
    drop_pronoun_ones(offline, atoms);
    drop_articles_of_parts(atoms);
    drop_measures_of_parts(atoms);
    portions::bind(offline, atoms);
    bind_halves(offline, atoms);
    bind_negations(offline, atoms);
}

/// Where something begins that is said of all lines before ("…, both large", "… as duas com queijo extra").
pub(super) fn said_of_all(atoms: &[Atom]) -> Option<usize> {
    let at = atoms.iter().rposition(|atom| atom.is(Role::All))?;
    let named_before = atoms.iter().take(at).filter(|atom| atom.name.is_some()).count();
    let after = atoms.get(at + 1..)?;
    let says = after.iter().any(|atom| atom.name.is_some());
    let bare = after.iter().all(|atom| {
        atom.number.is_none_or(|number| number.article)
            && !atom.unknown
            && atom.name.as_ref().is_none_or(|name| !name.is_item())
    });
    let on = at
        .checked_sub(1)
        .and_then(|before| atoms.get(before))
        .is_some_and(|atom| atom.is(Role::On));
    if named_before > 1 && says && bare && !on {
        return Some(at);
    }
    after.is_empty().then(|| said_before_all(atoms, at)).flatten()
}

/// "…, no onions on either", "…, sem cebola nas duas": the words between a pause and the "all" that ends them.
fn said_before_all(atoms: &[Atom], all: usize) -> Option<usize> {
    let from = (1..=all)
        .rev()
        .find(|at| atoms.get(*at).is_some_and(|atom| atom.pause))?;
    let said = atoms.get(from..all)?;
    let bare = said.iter().all(|atom| {
        let option = atom
            .name
            .as_ref()
            .is_none_or(|name| !name.is_item() && name.is_option());
        option && !atom.unknown && atom.number.is_none()
    });
    let things = atoms
        .iter()
        .take(from)
        .filter(|atom| atom.number.is_some())
        .count();
    (bare && things > 1 && said.iter().any(|atom| atom.name.is_some())).then_some(from)
}

pub(super) fn name_at(atoms: &[Atom], at: usize) -> Option<&Name> {
    atoms.get(at).and_then(|atom| atom.name.as_ref())
}

pub(super) fn name_at_mut(atoms: &mut [Atom], at: usize) -> Option<&mut Name> {
    atoms.get_mut(at).and_then(|atom| atom.name.as_mut())
}

/// Words that are a name and a small word as well ("light": a roast, or a portion of what follows).
fn resolve_double_roles(offline: &Offline, atoms: &mut [Atom]) {
    for at in 0..atoms.len() {
        let Some(atom) = atoms.get(at) else { break };
        let Some(name) = &atom.name else { continue };
        let before_option = name_at(atoms, at + 1).is_some_and(|next| takes_amounts(offline, next))
            && !atoms.get(at + 1).is_some_and(|next| next.pause);
        let is_amount = atom.amount().is_some() && before_option;
        let is_amount = is_amount || portions_nothing(atoms, at);
        let only_generic =
            !name.is_option() && !name.is_value() && name.items().all(|item| offline.is_generic(item));
        let is_mark = only_generic
            && atom
                .roles
                .iter()
                .any(|role| matches!(role, Role::Measure | Role::Aside))
            && other_real_item(offline, atoms, at, None);
        let is_half = atom.roles.contains(&Role::Half) && halves_what_follows(atoms, at, name);
        if (is_amount || is_mark || is_half)
            && let Some(atom) = atoms.get_mut(at)
        {
            atom.name = None;
        }
    }
}

/// "With light ice": a portion rather than a roast, right behind what opens the options and before one of them; that the
/// menu has none of it is doubted.
fn portions_nothing(atoms: &[Atom], at: usize) -> bool {
    let portion = atoms
        .get(at)
        .is_some_and(|atom| atom.roles.iter().any(|role| matches!(role, Role::Amount(_))));
    let next = name_at(atoms, at + 1).filter(|_| portion);
    let opened = at
        .checked_sub(1)
        .and_then(|before| atoms.get(before))
        .is_some_and(|before| before.is(Role::With));
    let paused = atoms.get(at + 1).is_some_and(|next| next.pause);
    opened && !paused && next.is_some_and(|next| next.is_option() && !next.is_item() && !next.is_value())
}

/// "Meia calabresa", where a half portion goes by "meia", too: before what goes on a half it is none.
fn halves_what_follows(atoms: &[Atom], at: usize, name: &Name) -> bool {
    let skips = |atom: &&Atom| atom.is_any(&[Role::Of, Role::The, Role::With]);
    let next = at + 1 + atoms.iter().skip(at + 1).take_while(skips).count();
    let option = name_at(atoms, next).is_some_and(|next| next.is_option() && !next.is_item());
    option && !name.is_option() && !name.is_item() && !atoms.get(next).is_some_and(|next| next.pause)
}

/// "All of those pizzas": an item that was named before is no new one.
fn drop_back_references(atoms: &mut Vec<Atom>) {
    let mut at = 1;
    while at < atoms.len() {
        let refers = atoms
            .get(at - 1)
            .is_some_and(|atom| atom.is_any(&[Role::That, Role::All]));
        let again = name_at(atoms, at).is_some_and(|name| {
            name.is_only_item()
                && atoms
                    .iter()
                    .take(at)
                    .filter_map(|atom| atom.name.as_ref())
                    .any(|other| other.items().any(|item| name.items().any(|same| same == item)))
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
    atoms
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != but)
        .filter_map(|(_, atom)| atom.name.as_ref())
        .any(|name| {
            name.items().any(|item| {
                !offline.is_generic(item)
                    && category.is_none_or(|category| offline.category_of(item) == Some(category))
            })
        })
}

/// "For a drink", "as a side", where something of that kind is named; "two toppings", "toppings".
fn drop_frames(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at < atoms.len() {
        if atoms.get(at).is_some_and(|atom| atom.is(Role::For)) {
            let mut to = at + 1;
            while atoms
                .get(to)
                .is_some_and(|atom| atom.is(Role::The) || atom.number.is_some_and(|number| number.article))
            {
                to += 1;
            }
            let kind = name_at(atoms, to).and_then(|name| kind_named(offline, name));
            if kind.is_some_and(|category| other_real_item(offline, atoms, to, Some(category))) {
                atoms.drain(at..=to);
                continue;
            }
        }
        if let Some(noun) = subject(offline, atoms, at) {
            atoms.drain(at..=noun);
            continue;
        }
        let counts_toppings = atoms.get(at).is_some_and(|atom| atom.number.is_some())
            && atoms.get(at + 1).is_some_and(|atom| atom.is(Role::Topping));
        if counts_toppings && !atoms.get(at + 1).is_some_and(|atom| atom.is(Role::HalfAndHalf)) {
            atoms.drain(at..=at + 1);
            continue;
        }
        at += 1;
    }
}

/// "My drink will be a large coke", "my last sandwich is a veggie": where a kind ends of which what follows at once is one.
fn subject(offline: &Offline, atoms: &[Atom], at: usize) -> Option<usize> {
    let definite = atoms.get(at).is_some_and(|atom| atom.is(Role::The));
    let place = atoms
        .get(at + 1)
        .is_some_and(|atom| atom.is(Role::Last) || ordinal(atom).is_some());
    let noun = at + 1 + usize::from(place);
    let kind = name_at(atoms, noun).filter(|_| definite);
    let kind = kind.and_then(|name| kind_named(offline, name))?;
    let describes = |atom: &&Atom| {
        atom.number.is_some()
            || atom
                .name
                .as_ref()
                .is_some_and(|name| name.is_value() && !name.is_item())
    };
    let next = noun + 1 + atoms.iter().skip(noun + 1).take_while(describes).count();
    let is_of_kind = |item| !offline.is_generic(item) && offline.category_of(item) == Some(kind);
    let named = next > noun + 1 && name_at(atoms, next).is_some_and(|name| name.items().any(is_of_kind));
    named.then_some(noun)
}

/// "Esfiha de carne", "caldo de cana": what only shares a word with a name is another thing, all of it.
pub(super) fn join_strange_names(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at + 2 < atoms.len() {
        let part = |atom: &Atom| {
            let name = atom.name.as_ref();
            name.is_some_and(|name| name.fit >= Fit::Part && !name.is_option())
        };
        let of = atoms.get(at + 1).is_some_and(|atom| atom.is(Role::Of));
        let joined = match (atoms.get(at), atoms.get(at + 2)) {
            (Some(one), Some(other)) => {
                let strange = one.unknown && part(other) || part(one) && other.unknown;
                (of && strange && !other.pause).then_some(other.to)
            }
            _ => None,
        };
        if let Some(to) = joined {
            if let Some(atom) = atoms.get_mut(at) {
                (atom.name, atom.unknown, atom.to) = (None, true, to);
            }
            atoms.drain(at + 1..at + 3);
        }
        at += 1;
    }
}

/// "Uma quatro queijos": a number behind an article belongs to a name that the menu lacks.
pub(super) fn drop_compounds(offline: &Offline, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at + 2 < atoms.len() {
        let article = atoms
            .get(at)
            .is_some_and(|atom| atom.number.is_some() && atom.roles.contains(&Role::Article));
        let number = atoms.get(at + 1).is_some_and(|atom| {
            !atom.pause
                && atom.number.is_some_and(|number| number.value > 1)
                && !atom.roles.contains(&Role::Article)
        });
        let portions = |name: &Name| name.options().any(|(_, count)| count.is_some());
        let option = atoms.get(at + 2).is_some_and(|atom| {
            !atom.pause
                && atom.name.as_ref().is_some_and(|name| {
                    name.is_option() && !name.is_item() && !portions(name) && offline.dish_of(name).is_none()
                })
        });
        if article && number && option {
            if let (Some(to), Some(atom)) = (atoms.get(at + 2).map(|atom| atom.to), atoms.get_mut(at + 1)) {
                atom.number = None;
                atom.roles.clear();
                atom.unknown = true;
                atom.to = to;
            }
            atoms.remove(at + 2);
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
        let one = atoms.get(at).is_some_and(|atom| {
            !atom.pause
                && atom
                    .number
                    .is_some_and(|number| !number.article && number.value == 1)
        });
        let begun = atoms
            .get(at - 2)
            .is_some_and(|atom| atom.number.is_some() || atom.is(Role::The));
        // "A turkey one" is a turkey sandwich.
        let article = || {
            atoms
                .get(at - 2)
                .is_some_and(|atom| atom.roles.contains(&Role::Article))
        };
        let the = atoms.get(at - 2).is_some_and(|atom| atom.is(Role::The));
        // "One ham one with olives" are two, "one large one with olives" is one.
        let described = name_at(atoms, at - 1).is_some_and(|name| {
            article() || !name.is_item() && (the || name.is_value() || offline.dish_of(name).is_some())
        });
        let noun_follows = name_at(atoms, at + 1).is_some();
        if one && described && begun && !noun_follows {
            atoms.remove(at);
        } else {
            at += 1;
        }
    }
}

/// "One of them a bottle", "the other a can": the article is no second number.
fn drop_articles_of_parts(atoms: &mut Vec<Atom>) {
    let mut at = 1;
    while at < atoms.len() {
        let part = atoms
            .get(at - 1)
            .is_some_and(|atom| atom.is_any(&[Role::OneOf, Role::Other]));
        let article = atoms
            .get(at)
            .is_some_and(|atom| atom.number.is_some_and(|number| number.article));
        if part && article {
            atoms.remove(at);
        } else {
            at += 1;
        }
    }
}

/// "With a side of farofa", "and a side of farofa": what goes on a dish and is nothing by itself is not counted by its
/// portion.
fn drop_measures_of_parts(atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while at + 3 < atoms.len() {
        let item = |atom: &Atom| atom.name.as_ref().is_some_and(Name::is_item);
        let with = atoms
            .get(at)
            .is_some_and(|atom| atom.is(Role::With) || atom.is(Role::And) && atoms.iter().take(at).any(item));
        let one = atoms
            .get(at + 1)
            .is_some_and(|atom| atom.number.is_some_and(|number| number.value == 1));
        let measure = atoms
            .get(at + 2)
            .is_some_and(|atom| atom.is_any(&[Role::Measure, Role::Portion]));
        let of = usize::from(atoms.get(at + 3).is_some_and(|atom| atom.is(Role::Of)));
        let part = name_at(atoms, at + 3 + of).is_some_and(|name| name.is_option() && !name.is_item());
        if with && one && measure && part {
            atoms.drain(at + 1..at + 3 + of);
        }
        at += 1;
    }
}

/// The category that a name speaks of in general.
pub(super) fn kind_named(offline: &Offline, name: &Name) -> Option<usize> {
    name.categories().next().or_else(|| {
        if name.is_option() || name.is_value() {
            return None;
        }
        name.items()
            .find(|item| offline.is_generic(*item))
            .and_then(|item| offline.category_of(item))
    })
}
