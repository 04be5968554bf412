//! What a draft costs: every amount that a customer ever hears comes from here.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::draft::{Amount, ChosenOption, Draft, Half, Line};
use super::fulfilment::{Fulfilment, Getting, Tip};
use super::ids::{OptionId, ValueId};
use super::menu::{HalvesPrice, Item, Menu, Shop, Tax};
use super::money::Money;

/// The prices of a draft, in the shop's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// One price a line, for its whole quantity, in the draft's order.
    pub lines: Vec<Money>,
    /// What delivery costs.
    pub fee: Money,
    /// What is added as tax; nothing where prices hold it already.
    pub tax: Money,
    /// What the customer gives beyond.
    pub tip: Money,
    /// Everything together.
    pub total: Money,
}

impl Totals {
    /// What the lines come to, before fee, tax and tip: what a zone's least is held against.
    pub fn food(&self) -> Money {
        let zero = Money::new(0, self.fee.currency);
        self.lines.iter().fold(zero, |sum, price| sum.plus(*price))
    }

    /// What the lines fall short of the least that is delivered to the zone; none where they reach it, and where
    /// the zone is not known or nothing is delivered.
    pub fn short_of_least(&self, shop: &Shop, getting: &Getting) -> Option<Money> {
        getting.zone(shop)?.short_of_least(self.food())
    }
}

/// A line that has no price yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unpriced {
    /// The menu no longer has the item or one of its options.
    #[error("the menu no longer has this")]
    Gone,
    /// A size or container has yet to be chosen.
    #[error("a size or container has yet to be chosen")]
    Open,
}

/// Prices a draft. What is not settled yet, such as a zone, costs nothing so far.
///
/// # Errors
/// The index of the first line that has no price, and why.
pub fn totals(menu: &Menu, draft: &Draft, getting: &Getting) -> Result<Totals, (usize, Unpriced)> {
    let zero = Money::new(0, menu.shop.currency);
    let fee = match getting.fulfilment {
        Some(Fulfilment::Delivery) => getting.zone(&menu.shop).map_or(zero, |zone| zone.fee),
        Some(Fulfilment::Pickup) | None => zero,
    };
    let mut lines = Vec::with_capacity(draft.lines.len());
    for (index, line) in draft.lines.iter().enumerate() {
        lines.push(line_price(menu, line).map_err(|why| (index, why))?);
    }
    let food = lines.iter().fold(zero, |sum, price| sum.plus(*price));
    let tax = match menu.shop.tax {
        Tax::Included => zero,
        Tax::Added { thousandths } => food.part(thousandths, Money::THOUSANDTHS),
    };
    let tip = match getting.tip {
        Some(Tip::Percent(percent)) => food.part(percent, Money::PERCENT),
        Some(Tip::Amount(amount)) => amount,
        None => zero,
    };
    let total = food.plus(fee).plus(tax).plus(tip);
    Ok(Totals {
        lines,
        fee,
        tax,
        tip,
        total,
    })
}

/// The price of one line for its whole quantity.
///
/// # Errors
/// Why it has none.
pub fn line_price(menu: &Menu, line: &Line) -> Result<Money, Unpriced> {
    let item = menu.item(&line.item).ok_or(Unpriced::Gone)?;
    let value = item
        .comes_in
        .as_ref()
        .and_then(|comes_in| line.attributes.get(&comes_in.attribute));
    if item.comes_in.is_some() && value.is_none() {
        return Err(Unpriced::Open);
    }
    let base = item.price.at(value).ok_or(Unpriced::Gone)?;
    let whole = line.options.iter().filter(|chosen| chosen.half.is_none());
    let mut one = base;
    for chosen in whole {
        let charged = chosen.count.saturating_sub(free_of(menu, item, line, chosen));
        one = one.plus(option_price(menu, value, &chosen.option, charged)?);
    }
    one = one.plus(halves_price(menu, line, value)?);
    Ok(one.times(line.quantity.get()))
}

/// Two halves cost what the dearer one costs, or the mean of both, as the shop has it.
fn halves_price(menu: &Menu, line: &Line, value: Option<&ValueId>) -> Result<Money, Unpriced> {
    let zero = Money::new(0, menu.shop.currency);
    let mut sides = [zero, zero];
    for chosen in &line.options {
        let Some(half) = chosen.half else { continue };
        let [first, second] = &mut sides;
        let side = match half {
            Half::First => first,
            Half::Second => second,
        };
        *side = side.plus(option_price(menu, value, &chosen.option, chosen.count)?);
    }
    let [first, second] = sides;
    Ok(match menu.shop.halves {
        HalvesPrice::Dearer if first.minor >= second.minor => first,
        HalvesPrice::Dearer => second,
        HalvesPrice::Average => first.plus(second).part(1, Money::HALF),
    })
}

/// What so many portions of an option cost. A light portion is no cheaper.
fn option_price(
    menu: &Menu,
    value: Option<&ValueId>,
    option: &OptionId,
    portions: u32,
) -> Result<Money, Unpriced> {
    let option = menu.option(option).ok_or(Unpriced::Gone)?;
    let price = option.price.at(value).ok_or(Unpriced::Gone)?;
    Ok(price.times(portions))
}

/// How many portions of an option cost nothing: the one that comes with the dish anyway, unless more of it is wanted.
fn free_of(menu: &Menu, item: &Item, line: &Line, chosen: &ChosenOption) -> u32 {
    let comes_along = included(menu, item, line).any(|id| *id == chosen.option);
    u32::from(comes_along && chosen.amount != Some(Amount::Extra))
}

/// What comes on a line unless it is declined: by its item, or by an option that brings others along.
pub fn included<'a>(menu: &'a Menu, item: &'a Item, line: &'a Line) -> impl Iterator<Item = &'a OptionId> {
    let by_option = line
        .options
        .iter()
        .filter_map(|chosen| menu.option(&chosen.option))
        .flat_map(|o| &o.includes);
    item.includes.iter().chain(by_option)
}
