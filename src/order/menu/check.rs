//! Whether the entries of a menu fit together: ids are unique, references lead somewhere, prices are whole.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::fields::Fault;
use super::lists::{Parts, Placed};
use super::read::Frame;
use super::{Group, Item, MenuOption, Names, Price, Stock};
use crate::order::{AttributeId, GroupId, OptionId, ValueId};

/// Every fault between the entries.
pub(super) fn check(parts: &Parts, frame: &Frame) -> Vec<Fault> {
    let mut faults = Vec::new();
    unique(&parts.attributes, "attribute", |a| a.id.as_str(), &mut faults);
    unique(&parts.groups, "group", |g| g.id.as_str(), &mut faults);
    unique(&parts.options, "option", |o| o.id.as_str(), &mut faults);
    unique(&parts.categories, "category", |c| c.id.as_str(), &mut faults);
    unique(&parts.items, "item", |i| i.id.as_str(), &mut faults);
    if parts.items.is_empty() {
        let message = "the menu has no [[item]]".to_owned();
        faults.push(Fault {
            file: "menu".to_owned(),
            line: 0,
            column: 0,
            message,
        });
    }
    let known = Known::of(parts);
    for option in &parts.options {
        check_option(option, &known, &mut faults);
    }
    for item in &parts.items {
        check_item(item, &known, &mut faults);
    }
    one_meaning(parts, frame, &mut faults);
    faults
}

/// A group with its options.
struct KnownGroup<'a> {
    names_item: bool,
    least: u32,
    options: Vec<&'a MenuOption>,
}

struct Known<'a> {
    groups: HashMap<&'a GroupId, KnownGroup<'a>>,
    options: HashSet<&'a OptionId>,
    attributes: BTreeMap<&'a AttributeId, BTreeSet<&'a ValueId>>,
    categories: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(parts: &'a Parts) -> Self {
        let empty = |placed: &'a Placed<Group>| {
            let group = KnownGroup {
                names_item: placed.entry.names_item,
                least: placed.entry.least,
                options: Vec::new(),
            };
            (&placed.entry.id, group)
        };
        let mut groups: HashMap<&GroupId, KnownGroup<'_>> = parts.groups.iter().map(empty).collect();
        for option in parts.options.iter().map(|placed| &placed.entry) {
            if let Some(group) = groups.get_mut(&option.group) {
                group.options.push(option);
            }
        }
        Self {
            groups,
            options: parts.options.iter().map(|o| &o.entry.id).collect(),
            attributes: parts
                .attributes
                .iter()
                .map(|a| {
                    (
                        &a.entry.id,
                        a.entry.values.iter().map(|(value, _)| value).collect(),
                    )
                })
                .collect(),
            categories: parts.categories.iter().map(|c| c.entry.id.as_str()).collect(),
        }
    }
}

fn fault<T>(placed: &Placed<T>, message: String) -> Fault {
    Fault {
        file: placed.file.clone(),
        line: placed.line,
        column: placed.column,
        message,
    }
}

fn unique<'a, T>(list: &'a [Placed<T>], kind: &str, id: impl Fn(&'a T) -> &'a str, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::with_capacity(list.len());
    for placed in list {
        let id = id(&placed.entry);
        if !seen.insert(id) {
            faults.push(fault(placed, format!("there is another {kind} `{id}`")));
        }
    }
}

fn check_option(placed: &Placed<MenuOption>, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let option = &placed.entry;
    if !known.groups.contains_key(&option.group) {
        faults.push(fault(placed, format!("there is no group `{}`", option.group)));
    }
    check_includes(placed, &option.includes, known, faults);
}

fn check_includes<T>(placed: &Placed<T>, includes: &[OptionId], known: &Known<'_>, faults: &mut Vec<Fault>) {
    for id in includes {
        if !known.options.contains(id) {
            faults.push(fault(
                placed,
                format!("`includes` names the option `{id}`, which there is not"),
            ));
        }
    }
}

fn check_item(placed: &Placed<Item>, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let item = &placed.entry;
    if !known.categories.contains(item.category.as_str()) {
        faults.push(fault(placed, format!("there is no category `{}`", item.category)));
    }
    check_includes(placed, &item.includes, known, faults);
    check_comes_in(placed, known, faults);
    for group in &item.groups {
        match known.groups.get(group) {
            None => faults.push(fault(placed, format!("there is no group `{group}`"))),
            Some(known) => check_group(placed, group, known, faults),
        }
    }
    if item
        .groups
        .iter()
        .filter(|group| known.groups.get(group).is_some_and(|known| known.names_item))
        .count()
        > 1
    {
        faults.push(fault(
            placed,
            "only one of an item's groups may have `names_item`".to_owned(),
        ));
    }
}

fn check_comes_in(placed: &Placed<Item>, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let item = &placed.entry;
    let Some(comes_in) = &item.comes_in else {
        if matches!(item.price, Price::ByValue(_)) {
            faults.push(fault(
                placed,
                "a price for each value needs `comes_in`".to_owned(),
            ));
        }
        return;
    };
    let Some(values) = known.attributes.get(&comes_in.attribute) else {
        faults.push(fault(
            placed,
            format!("there is no attribute `{}`", comes_in.attribute),
        ));
        return;
    };
    for value in comes_in.values.iter().filter(|value| !values.contains(value)) {
        faults.push(fault(
            placed,
            format!("the attribute `{}` has no value `{value}`", comes_in.attribute),
        ));
    }
    if let Some(usual) = comes_in
        .usual
        .as_ref()
        .filter(|usual| !comes_in.values.contains(usual))
    {
        faults.push(fault(
            placed,
            format!("`usual` is `{usual}`, for which there is no price"),
        ));
    }
}

/// A group must have as many options on offer as an item needs of it.
fn check_group(placed: &Placed<Item>, id: &GroupId, group: &KnownGroup<'_>, faults: &mut Vec<Fault>) {
    let on_offer = group.options.iter().filter(|option| option.stock != Stock::Off);
    let (least, on_offer) = (group.least, on_offer.count());
    if (on_offer as u64) < u64::from(least) {
        let message = format!("the group `{id}` needs {least} options and has {on_offer} on offer");
        faults.push(fault(placed, message));
    } else {
        check_option_prices(placed, group, faults);
    }
}

/// An option priced by value must have a price for each value of every item that offers it.
fn check_option_prices(placed: &Placed<Item>, group: &KnownGroup<'_>, faults: &mut Vec<Fault>) {
    let none = Vec::new();
    let values = placed
        .entry
        .comes_in
        .as_ref()
        .map_or(&none, |comes_in| &comes_in.values);
    for option in &group.options {
        let Price::ByValue(prices) = &option.price else {
            continue;
        };
        if values.is_empty() {
            let message = format!(
                "offers `{}`, which has a price for each value, but comes in none",
                option.id
            );
            faults.push(fault(placed, message));
        }
        for value in values.iter().filter(|value| !prices.contains_key(value)) {
            faults.push(fault(
                placed,
                format!("offers `{}`, which has no price for `{value}`", option.id),
            ));
        }
    }
}

/// Two items of one name could never be told apart, nor two options of one group.
fn one_meaning(parts: &Parts, frame: &Frame, faults: &mut Vec<Fault>) {
    for &language in &frame.languages {
        let mut seen: HashMap<(&str, Cow<'_, str>), &str> = HashMap::new();
        for placed in &parts.items {
            let item = &placed.entry;
            same_name(
                &mut seen,
                "",
                &item.names,
                language,
                item.id.as_str(),
                placed,
                faults,
            );
        }
        for placed in &parts.options {
            let option = &placed.entry;
            let scope = option.group.as_str();
            same_name(
                &mut seen,
                scope,
                &option.names,
                language,
                option.id.as_str(),
                placed,
                faults,
            );
        }
    }
}

fn same_name<'a, T>(
    seen: &mut HashMap<(&'a str, Cow<'a, str>), &'a str>,
    scope: &'a str,
    names: &'a Names,
    language: crate::order::Language,
    id: &'a str,
    placed: &Placed<T>,
    faults: &mut Vec<Fault>,
) {
    let Some(name) = names.get(&language) else { return };
    for text in std::iter::once(&name.one).chain(&name.also) {
        if let Some(other) = seen.insert((scope, lower(text)), id).filter(|other| *other != id) {
            faults.push(fault(
                placed,
                format!("`{id}` and `{other}` are both called \"{text}\" in {language}"),
            ));
        }
    }
}

/// A text in small letters.
fn lower(text: &str) -> Cow<'_, str> {
    let small = text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}
