//! Whether the entries of a menu fit together: ids are unique, references lead somewhere, prices are whole.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::Fault;
use super::lists::{Parts, Placed};
use super::read::Frame;
use super::{Item, MenuOption, Names, Price, Stock};
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

struct Known<'a> {
    groups: BTreeMap<&'a GroupId, bool>,
    group_sizes: BTreeMap<&'a GroupId, (u32, usize)>,
    options: BTreeMap<&'a OptionId, &'a MenuOption>,
    attributes: BTreeMap<&'a AttributeId, BTreeSet<&'a ValueId>>,
    categories: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(parts: &'a Parts) -> Self {
        let on_offer = |id: &GroupId| {
            let of_group = parts.options.iter().filter(|o| o.entry.group == *id);
            of_group.filter(|o| o.entry.stock != Stock::Off).count()
        };
        Self {
            groups: parts
                .groups
                .iter()
                .map(|g| (&g.entry.id, g.entry.names_item))
                .collect(),
            group_sizes: parts
                .groups
                .iter()
                .map(|g| (&g.entry.id, (g.entry.least, on_offer(&g.entry.id))))
                .collect(),
            options: parts.options.iter().map(|o| (&o.entry.id, &o.entry)).collect(),
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
    let mut seen = BTreeSet::new();
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
        if !known.options.contains_key(id) {
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
        match known.group_sizes.get(group) {
            None => faults.push(fault(placed, format!("there is no group `{group}`"))),
            Some((least, on_offer)) if (*on_offer as u64) < u64::from(*least) => {
                let message =
                    format!("the group `{group}` needs {least} options and has {on_offer} on offer");
                faults.push(fault(placed, message));
            }
            Some(_) => check_option_prices(placed, group, known, faults),
        }
    }
    if item
        .groups
        .iter()
        .filter(|group| known.groups.get(group) == Some(&true))
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

/// An option priced by value must have a price for each value of every item that offers it.
fn check_option_prices(placed: &Placed<Item>, group: &GroupId, known: &Known<'_>, faults: &mut Vec<Fault>) {
    let none = Vec::new();
    let values = placed
        .entry
        .comes_in
        .as_ref()
        .map_or(&none, |comes_in| &comes_in.values);
    for option in known.options.values().filter(|option| option.group == *group) {
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
        let mut seen: BTreeMap<(String, String), &str> = BTreeMap::new();
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
    seen: &mut BTreeMap<(String, String), &'a str>,
    scope: &str,
    names: &'a Names,
    language: crate::order::Language,
    id: &'a str,
    placed: &Placed<T>,
    faults: &mut Vec<Fault>,
) {
    let Some(name) = names.get(&language) else { return };
    for text in std::iter::once(&name.one).chain(&name.also) {
        let key = (scope.to_owned(), text.to_lowercase());
        if let Some(other) = seen.insert(key, id).filter(|other| *other != id) {
            faults.push(fault(
                placed,
                format!("`{id}` and `{other}` are both called \"{text}\" in {language}"),
            ));
        }
    }
}
