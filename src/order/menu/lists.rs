//! The lists of a menu: `[[attribute]]`, `[[group]]`, `[[option]]`, `[[category]]`, `[[item]]`, in any file.

use std::collections::BTreeMap;

use jiff::civil::Weekday;

use super::fields::{Fields, File, Place, place, text_of};
use super::name::{by_language, names};
use super::read::{Frame, id, wellformed};
use super::shop::hours::weekday;
use super::{
    Allergen, Allergens, Attribute, Category, ComesIn, Group, Item, Menu, MenuOption, Price, Shop, Stock,
    WEEKDAYS,
};
use crate::order::{AttributeId, CategoryId, Currency, GroupId, ItemId, Money, OptionId, ValueId};

/// An entry with the file and place it was read from, for faults found later.
#[derive(Debug)]
pub(super) struct Placed<T> {
    pub(super) entry: T,
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) attributes: Vec<Placed<Attribute>>,
    pub(super) groups: Vec<Placed<Group>>,
    pub(super) options: Vec<Placed<MenuOption>>,
    pub(super) categories: Vec<Placed<Category>>,
    pub(super) items: Vec<Placed<Item>>,
}

impl Parts {
    pub(super) fn into_menu(self, shop: Shop) -> Menu {
        fn bare<T>(list: Vec<Placed<T>>) -> Vec<T> {
            list.into_iter().map(|placed| placed.entry).collect()
        }
        Menu {
            shop,
            attributes: bare(self.attributes),
            groups: bare(self.groups),
            options: bare(self.options),
            categories: bare(self.categories),
            items: bare(self.items),
        }
    }
}

/// Reads every list of one file.
pub(super) fn read_into(parts: &mut Parts, mut fields: Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) {
    each(
        &mut parts.attributes,
        fields.tables("attribute", file),
        file,
        |f, file| attribute(f, frame, file),
    );
    each(
        &mut parts.groups,
        fields.tables("group", file),
        file,
        |f, file| group(f, frame, file),
    );
    each(
        &mut parts.options,
        fields.tables("option", file),
        file,
        |f, file| option(f, frame, file),
    );
    each(
        &mut parts.categories,
        fields.tables("category", file),
        file,
        |f, file| category(f, frame, file),
    );
    each(&mut parts.items, fields.tables("item", file), file, |f, file| {
        item(f, frame, file)
    });
    fields.finish(file);
}

fn each<'t, 'i, T>(
    into: &mut Vec<Placed<T>>,
    tables: Vec<Fields<'t, 'i>>,
    file: &mut File<'_>,
    read: impl Fn(&mut Fields<'t, 'i>, &mut File<'_>) -> Option<T>,
) {
    for mut fields in tables {
        let entry = read(&mut fields, file);
        let (line, column) = file.line_and_column(fields.place);
        if let Some(entry) = entry {
            into.push(Placed {
                entry,
                file: file.name.to_owned(),
                line,
                column,
            });
        }
        fields.finish(file);
    }
}

fn attribute(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<Attribute> {
    let id = id(fields, file);
    let names = names(fields, frame, file);
    let mut values = Vec::new();
    for mut value in fields.tables("value", file) {
        let id = self::id(&mut value, file);
        let names = self::names(&mut value, frame, file);
        value.finish(file);
        if let (Some((id, _)), Some(names)) = (id, names) {
            values.push((ValueId::new(id), names));
        }
    }
    let container = fields.flag("container", file);
    Some(Attribute {
        id: AttributeId::new(id?.0),
        names: names?,
        container,
        values,
    })
}

fn group(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<Group> {
    let id = id(fields, file);
    let names = names(fields, frame, file);
    let least = fields.number("least", 0..=20, file).unwrap_or(0);
    let most = fields.number("most", 1..=20, file).unwrap_or(20);
    if least > most {
        file.fault(
            fields.place,
            format!("`least` ({least}) is more than `most` ({most})"),
        );
    }
    let amounts = fields.flag("amounts", file);
    let halves = fields.flag("halves", file);
    let names_item = fields.flag("names_item", file);
    Some(Group {
        id: GroupId::new(id?.0),
        names: names?,
        least,
        most,
        amounts,
        halves,
        names_item,
    })
}

fn option(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<MenuOption> {
    let id = id(fields, file);
    let group = fields.need_text("group", file).map(|(id, _)| GroupId::new(id));
    let names = names(fields, frame, file);
    let price = price(fields, frame.currency, file).unwrap_or(Price::Flat(Money::new(0, frame.currency)));
    let includes = option_ids(fields, "includes", file);
    let stock = stock(fields, file);
    let allergens = allergens(fields, file);
    let about = by_language(fields, "about", &frame.languages, file);
    Some(MenuOption {
        about,
        id: OptionId::new(id?.0),
        group: group?,
        names: names?,
        price,
        includes,
        stock,
        allergens,
    })
}

fn category(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<Category> {
    let id = id(fields, file);
    let names = names(fields, frame, file);
    let suggest = fields.flag("suggest", file);
    Some(Category {
        id: CategoryId::new(id?.0),
        names: names?,
        suggest,
    })
}

fn item(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Option<Item> {
    let id = id(fields, file);
    let category = fields
        .need_text("category", file)
        .map(|(id, _)| CategoryId::new(id));
    let names = names(fields, frame, file);
    let before = file.faults.len();
    let price = price(fields, frame.currency, file);
    if price.is_none() && file.faults.len() == before {
        file.fault(fields.place, "`price` is missing".to_owned());
    }
    let comes_in = comes_in(fields, price.as_ref(), file);
    let groups = fields
        .texts("groups", file)
        .into_iter()
        .map(|(id, _)| GroupId::new(id))
        .collect();
    let includes = option_ids(fields, "includes", file);
    let stock = stock(fields, file);
    let allergens = allergens(fields, file);
    let days = days(fields, frame, file);
    let about = by_language(fields, "about", &frame.languages, file);
    Some(Item {
        days,
        about,
        id: ItemId::new(id?.0),
        category: category?,
        names: names?,
        comes_in,
        price: price?,
        groups,
        includes,
        stock,
        allergens,
    })
}

/// The weekdays of an item; which one it is takes the shop's time zone.
fn days(fields: &mut Fields<'_, '_>, frame: &Frame, file: &mut File<'_>) -> Vec<Weekday> {
    let mut days = Vec::new();
    for (text, place) in fields.texts("days", file) {
        match weekday(text) {
            Some(day) if days.contains(&day) => file.fault(place, format!("`{text}` is listed twice")),
            Some(_) if !frame.knows_time_zone => {
                let message =
                    "`days` needs the shop's time zone: time_zone = \"America/Sao_Paulo\" in shop.toml";
                file.fault(place, message.to_owned());
            }
            Some(day) => days.push(day),
            None => {
                let known = WEEKDAYS.map(|(_, id)| id).join(", ");
                file.fault(place, format!("`{text}` is not a weekday; known are {known}"));
            }
        }
    }
    days
}

fn comes_in(fields: &mut Fields<'_, '_>, price: Option<&Price>, file: &mut File<'_>) -> Option<ComesIn> {
    let usual = fields.text("usual", file);
    let attribute = fields.text("comes_in", file);
    let values: Vec<ValueId> = match price {
        Some(Price::ByValue(prices)) => prices.keys().cloned().collect(),
        _ => Vec::new(),
    };
    let Some((attribute, place)) = attribute else {
        if let Some((_, place)) = usual {
            file.fault(place, "`usual` needs `comes_in`".to_owned());
        }
        return None;
    };
    if values.is_empty() && price.is_some() {
        file.fault(
            place,
            "an item with `comes_in` needs a price for each value: price = { small = \"…\" }".to_owned(),
        );
    }
    Some(ComesIn {
        attribute: AttributeId::new(attribute),
        values,
        usual: usual.map(|(value, _)| ValueId::new(value)),
    })
}

fn option_ids(fields: &mut Fields<'_, '_>, key: &'static str, file: &mut File<'_>) -> Vec<OptionId> {
    fields
        .texts(key, file)
        .into_iter()
        .map(|(id, _)| OptionId::new(id))
        .collect()
}

fn price(fields: &mut Fields<'_, '_>, currency: Currency, file: &mut File<'_>) -> Option<Price> {
    let value = fields.get("price")?;
    if value.get_ref().as_table().is_none() {
        let (text, place) = text_of(value, "price", file)?;
        return Some(Price::Flat(money(text, currency, place, file)?));
    }
    let mut prices = BTreeMap::new();
    let faults_before = file.faults.len();
    for (key, value) in fields.table("price", file)?.entries() {
        wellformed(key, place(value), file);
        let Some((text, place)) = text_of(value, "price", file) else {
            continue;
        };
        prices.extend(money(text, currency, place, file).map(|money| (ValueId::new(key), money)));
    }
    if file.faults.len() > faults_before {
        return None;
    }
    Some(Price::ByValue(prices))
}

/// An amount written as `"39.90"`: digits, a point, two digits.
pub(super) fn money(text: &str, currency: Currency, place: Place, file: &mut File<'_>) -> Option<Money> {
    let money = text.split_once('.').and_then(|(whole, cents)| {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let fits = digits(whole) && digits(cents) && cents.len() == 2 && whole.len() <= 7;
        fits.then(|| format!("{whole}{cents}").parse().ok()).flatten()
    });
    if money.is_none() {
        file.fault(place, format!("`{text}` is not an amount; write it as \"39.90\""));
    }
    money.map(|minor| Money::new(minor, currency))
}

fn stock(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Stock {
    let Some(value) = fields.get("stock") else {
        return Stock::Unlimited;
    };
    match value.get_ref().as_str() {
        Some("unlimited") => return Stock::Unlimited,
        Some("off") => return Stock::Off,
        _ => {}
    }
    let number = value
        .get_ref()
        .as_integer()
        .and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
    match number {
        Some(count) if count <= 100_000 => Stock::Counted(count),
        _ => {
            file.fault(
                place(value),
                "`stock` must be a whole number up to 100000, \"unlimited\" or \"off\"".to_owned(),
            );
            Stock::Off
        }
    }
}

fn allergens(fields: &mut Fields<'_, '_>, file: &mut File<'_>) -> Option<Allergens> {
    let mut table = fields.table("allergens", file)?;
    let contains = allergen_list(&mut table, "contains", file);
    let may_contain = allergen_list(&mut table, "may_contain", file);
    table.finish(file);
    Some(Allergens {
        contains,
        may_contain,
    })
}

fn allergen_list(fields: &mut Fields<'_, '_>, key: &'static str, file: &mut File<'_>) -> Vec<Allergen> {
    let mut list = Vec::new();
    for (text, place) in fields.texts(key, file) {
        match Allergen::ALL.into_iter().find(|allergen| allergen.id() == text) {
            Some(allergen) => list.push(allergen),
            None => {
                let known = Allergen::ALL.map(Allergen::id).join(", ");
                file.fault(
                    place,
                    format!("`{text}` is not a known allergen; known are {known}"),
                );
            }
        }
    }
    list
}
