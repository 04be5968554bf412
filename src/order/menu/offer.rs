//! What the menu has to offer on a day: of a kind, like another thing, and within which prices.
//!
//! Whether any of a counted thing is left is the store's to know; here a thing is off only where the menu says so.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use super::{Item, Menu, MenuOption, Price, Stock};
use crate::order::{CategoryId, Money, OptionId, ValueId};

/// From the cheapest to the dearest form of a thing; both the same where there is one price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceRange {
    /// The cheapest.
    pub from: Money,
    /// The dearest.
    pub to: Money,
}

impl PriceRange {
    fn one(money: Money) -> Self {
        Self {
            from: money,
            to: money,
        }
    }

    /// Whether there is one price.
    pub fn is_one(self) -> bool {
        self.from == self.to
    }

    fn plus(self, other: Self) -> Self {
        Self {
            from: self.from.plus(other.from),
            to: self.to.plus(other.to),
        }
    }

    fn over(self, other: Self) -> Self {
        let (from, to) = (
            self.from.minor.min(other.from.minor),
            self.to.minor.max(other.to.minor),
        );
        Self {
            from: Money::new(from, self.from.currency),
            to: Money::new(to, self.to.currency),
        }
    }
}

impl Item {
    /// Whether it is served on this day of the week.
    pub fn served_on(&self, day: Weekday) -> bool {
        self.days.is_empty() || self.days.contains(&day)
    }

    /// Whether the menu offers it on this day of the week.
    pub fn offered_on(&self, day: Weekday) -> bool {
        self.stock != Stock::Off && self.served_on(day)
    }
}

impl Menu {
    /// What is on offer on this day of the week, in the order in which it is read out: of one kind, or of all.
    pub fn offered<'a>(
        &'a self,
        category: Option<&'a CategoryId>,
        day: Weekday,
    ) -> impl Iterator<Item = &'a Item> {
        self.items
            .iter()
            .filter(move |item| category.is_none_or(|category| item.category == *category))
            .filter(move |item| item.offered_on(day))
    }

    /// What is served on this day and not on every day: the dishes of the day.
    pub fn dishes_of(&self, day: Weekday) -> impl Iterator<Item = &Item> {
        self.offered(None, day).filter(|item| !item.days.is_empty())
    }

    /// What could stand in for an item: of its kind and on offer on this day, the nearest in price first.
    pub fn alike<'a>(&'a self, item: &'a Item, day: Weekday) -> Vec<&'a Item> {
        let price = self.prices_of(item).from.minor;
        let others = self.offered(Some(&item.category), day);
        let mut alike: Vec<&Item> = others.filter(|other| other.id != item.id).collect();
        // The sort is stable: at one price the order of the menu holds.
        alike.sort_by_key(|other| self.prices_of(other).from.minor.abs_diff(price));
        alike
    }

    /// What could stand in for an option: of its group and on offer, the nearest in price first.
    pub fn options_alike<'a>(&'a self, option: &'a MenuOption) -> Vec<&'a MenuOption> {
        let least = |option: &MenuOption| cheapest(&option.price).map_or(0, |money| money.minor);
        let others = self.options_of(&option.group);
        let mut alike: Vec<&MenuOption> = others
            .filter(|other| other.id != option.id && other.stock != Stock::Off)
            .collect();
        alike.sort_by_key(|other| least(other).abs_diff(least(option)));
        alike
    }

    /// Within which prices an item can be had, in all its sizes, with what has to be chosen for it.
    pub fn prices_of(&self, item: &Item) -> PriceRange {
        let by_value = self.prices_by_value(item).into_iter().map(|(_, range)| range);
        by_value
            .reduce(PriceRange::over)
            .unwrap_or(PriceRange::one(Money::new(0, self.shop.currency)))
    }

    /// The same for each size or container, smallest first; one entry without a value where there are none.
    pub fn prices_by_value<'a>(&'a self, item: &'a Item) -> Vec<(Option<&'a ValueId>, PriceRange)> {
        let prices = self.values_of(item).into_iter().filter_map(|value| {
            let base = PriceRange::one(item.price.at(value)?);
            let groups = item.groups.iter().filter_map(|id| self.group(id));
            let needed = groups.filter(|group| group.least > 0).map(|group| {
                let least = usize::try_from(group.least).unwrap_or(usize::MAX);
                self.needed(item, &group.id, least, value)
            });
            Some((value, needed.fold(base, PriceRange::plus)))
        });
        prices.collect()
    }

    /// What an item costs with this option, for each size or container, smallest first: "a pepperoni". What else
    /// has to be chosen is left out.
    pub fn prices_with<'a>(
        &'a self,
        item: &'a Item,
        option: &MenuOption,
    ) -> Vec<(Option<&'a ValueId>, Money)> {
        let priced = |value| Some((value, item.price.at(value)?.plus(option.price.at(value)?)));
        self.values_of(item).into_iter().filter_map(priced).collect()
    }

    /// What an option adds to an item, for each of its sizes or containers, smallest first; one entry without a value
    /// where the price is the same for all of them.
    pub fn prices_of_option<'a>(
        &'a self,
        item: &'a Item,
        option: &MenuOption,
    ) -> Vec<(Option<&'a ValueId>, Money)> {
        if let Price::Flat(money) = option.price {
            let comes_along = item.includes.contains(&option.id);
            let zero = Money::new(0, self.shop.currency);
            return vec![(None, if comes_along { zero } else { money })];
        }
        let priced = |value| Some((value, option.price.at(value)?));
        self.values_of(item).into_iter().filter_map(priced).collect()
    }

    /// The values in which an item comes, in the attribute's order; one none where it comes in no attribute.
    fn values_of<'a>(&'a self, item: &'a Item) -> Vec<Option<&'a ValueId>> {
        let Some(comes_in) = &item.comes_in else {
            return vec![None];
        };
        let all = self
            .attribute(&comes_in.attribute)
            .map(|attribute| &attribute.values);
        all.into_iter()
            .flatten()
            .map(|(value, _)| value)
            .filter(|value| comes_in.values.contains(value))
            .map(Some)
            .collect()
    }

    /// What the cheapest and the dearest choice of so many options of a group cost.
    fn needed(
        &self,
        item: &Item,
        group: &crate::order::GroupId,
        least: usize,
        value: Option<&ValueId>,
    ) -> PriceRange {
        let free: BTreeSet<&OptionId> = item.includes.iter().collect();
        let zero = Money::new(0, self.shop.currency);
        let on_offer = self.options_of(group).filter(|option| option.stock != Stock::Off);
        let mut prices: Vec<i64> = on_offer
            .filter_map(|option| match free.contains(&option.id) {
                true => Some(zero),
                false => option.price.at(value),
            })
            .map(|money| money.minor)
            .collect();
        prices.sort_unstable();
        let sum = |prices: &mut dyn Iterator<Item = &i64>| {
            prices
                .take(least)
                .fold(zero, |sum, price| sum.plus(Money::new(*price, zero.currency)))
        };
        PriceRange {
            from: sum(&mut prices.iter()),
            to: sum(&mut prices.iter().rev()),
        }
    }
}

fn cheapest(price: &Price) -> Option<Money> {
    match price {
        Price::Flat(money) => Some(*money),
        Price::ByValue(prices) => prices.values().copied().min_by_key(|money| money.minor),
    }
}
