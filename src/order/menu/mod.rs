//! The menu as the shop wrote it and the check accepted it: what there is, how it is called, what it costs.
//!
//! A [`Menu`] is only ever made by [`read`](read::read), and [`packed`] only as such, so every id in it leads somewhere and every name that a
//! declared language needs is there. What is in stock at this moment is the store's to know, not the menu's.

mod allergens;
mod check;
mod fields;
mod lists;
mod name;
mod offer;
pub mod packed;
pub mod read;
#[cfg(test)]
pub(crate) mod sample_tests;
mod shop;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::ids::{AttributeId, CategoryId, GroupId, ItemId, OptionId, ValueId};
use super::language::Language;
use super::money::Money;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

pub use allergens::{Allergen, Allergens, Statement};
pub use fields::Fault;
pub use name::{Gender, Name, Names};
pub use offer::PriceRange;
pub use read::{Source, read};
pub use shop::{Delivery, HalvesPrice, Keep, NewsCalls, Pickup, Shop, Tax, Zone, voices};

/// How menu files write the days of the week, Monday first.
pub const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

/// Everything a shop sells, with the shop itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Menu {
    /// Who sells it, where and how.
    pub shop: Shop,
    /// Sizes, containers and the like.
    pub attributes: Vec<Attribute>,
    /// Sets of options.
    pub groups: Vec<Group>,
    /// Toppings, flavours, styles.
    pub options: Vec<MenuOption>,
    /// Kinds of items, in the order in which they are read out.
    pub categories: Vec<Category>,
    /// Dishes and drinks, in the order in which they are read out.
    pub items: Vec<Item>,
}

/// A property that items come in, such as size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// What it is called, for asking ("what size?").
    pub names: Names,
    /// Whether its values are containers ("a can of") rather than sizes ("a large").
    pub container: bool,
    /// Its values, smallest first.
    pub values: Vec<(ValueId, Names)>,
}

/// A set of options that an item offers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What it is called, for asking ("which flavour?").
    pub names: Names,
    /// The fewest options of it that an item needs.
    pub least: u32,
    /// The most options of it that an item takes.
    pub most: u32,
    /// Whether its options come in extra and light portions.
    pub amounts: bool,
    /// Whether one option may cover one half and another the other half.
    pub halves: bool,
    /// Whether its option names the dish ("a large pepperoni" rather than "a large pizza with pepperoni").
    pub names_item: bool,
}

/// An option of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MenuOption {
    /// Its id.
    pub id: OptionId,
    /// The group it belongs to.
    pub group: GroupId,
    /// What it is called.
    pub names: Names,
    /// What it adds to the price of its item.
    pub price: Price,
    /// What it is made of, as a person would say it, by language.
    pub about: BTreeMap<Language, String>,
    /// What comes on an item with this option unless it is declined (a flavour's onions).
    pub includes: Vec<OptionId>,
    /// How much of it the shop starts with.
    pub stock: Stock,
    /// What it holds that people may be allergic to; none where the shop has not stated it.
    pub allergens: Option<Allergens>,
}

/// A kind of item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// What it is called.
    pub names: Names,
    /// Whether things of this kind may be suggested with a dish: drinks and desserts, not main courses.
    pub suggest: bool,
}

/// A dish or drink.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// Its category.
    pub category: CategoryId,
    /// What it is called.
    pub names: Names,
    /// The attribute that it comes in, where there is a choice.
    pub comes_in: Option<ComesIn>,
    /// What one of it costs, options apart.
    pub price: Price,
    /// The groups whose options it offers, in the order in which they are asked for.
    pub groups: Vec<GroupId>,
    /// The weekdays on which it is served; empty: every day.
    #[serde(with = "packed::weekdays")]
    pub days: Vec<Weekday>,
    /// What it is made of, as a person would say it, by language.
    pub about: BTreeMap<Language, String>,
    /// What comes on it unless it is declined.
    pub includes: Vec<OptionId>,
    /// How much of it the shop starts with.
    pub stock: Stock,
    /// What it holds that people may be allergic to; none where the shop has not stated it.
    pub allergens: Option<Allergens>,
}

/// The attribute an item comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComesIn {
    /// Which attribute.
    pub attribute: AttributeId,
    /// The values on offer.
    pub values: Vec<ValueId>,
    /// What is taken where nothing was said; none: it is asked.
    pub usual: Option<ValueId>,
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Price {
    /// The same in every form.
    Flat(Money),
    /// By the value of the item's attribute.
    ByValue(BTreeMap<ValueId, Money>),
}

impl Price {
    /// The price at this value of the item's attribute; none where the value has no price.
    pub fn at(&self, value: Option<&ValueId>) -> Option<Money> {
        match self {
            Self::Flat(money) => Some(*money),
            Self::ByValue(prices) => prices.get(value?).copied(),
        }
    }
}

/// How much of a thing a shop starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stock {
    /// Never runs out.
    Unlimited,
    /// So many are there when the shop first opens its books.
    Counted(u32),
    /// Not to be had today.
    Off,
}

impl Menu {
    /// The item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The option with this id.
    pub fn option(&self, id: &OptionId) -> Option<&MenuOption> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// The category with this id.
    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == *id)
    }

    /// The group with this id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The attribute with this id.
    pub fn attribute(&self, id: &AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == *id)
    }

    /// The names of every item and option.
    pub fn names(&self) -> impl Iterator<Item = &Names> {
        self.items
            .iter()
            .map(|item| &item.names)
            .chain(self.options.iter().map(|option| &option.names))
    }

    /// The options of a group, in the order in which they are read out.
    pub fn options_of<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a MenuOption> {
        self.options.iter().filter(move |option| option.group == *group)
    }
}

impl Attribute {
    /// The names of one of its values.
    pub fn value(&self, id: &ValueId) -> Option<&Names> {
        self.values
            .iter()
            .find(|(value, _)| value == id)
            .map(|(_, names)| names)
    }
}
