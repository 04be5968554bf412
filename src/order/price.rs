//! What a draft costs: every amount that a customer ever hears comes from here.

use serde::{Deserialize, Serialize};

use super::draft::{Amount, ChosenOption, Draft, Half, Line};
use super::fulfilment::{Fulfilment, Getting, Tip};
use super::ids::{OptionId, ValueId};
use super::menu::{HalvesPrice, Item, Menu, Tax};
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
    for chosen in whole.filter(|chosen| !comes_with(menu, item, line, &chosen.option, chosen.amount)) {
        one = one.plus(option_price(menu, value, chosen)?);
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
        *side = side.plus(option_price(menu, value, chosen)?);
    }
    let [first, second] = sides;
    Ok(match menu.shop.halves {
        HalvesPrice::Dearer if first.minor >= second.minor => first,
        HalvesPrice::Dearer => second,
        HalvesPrice::Average => first.plus(second).part(1, Money::HALF),
    })
}

/// An extra portion costs once more; a light one is no cheaper.
fn option_price(menu: &Menu, value: Option<&ValueId>, chosen: &ChosenOption) -> Result<Money, Unpriced> {
    let option = menu.option(&chosen.option).ok_or(Unpriced::Gone)?;
    let price = option.price.at(value).ok_or(Unpriced::Gone)?;
    Ok(price.times(chosen.count))
}

/// Whether an option is on the line anyway, so that naming it costs nothing.
fn comes_with(menu: &Menu, item: &Item, line: &Line, option: &OptionId, amount: Option<Amount>) -> bool {
    if amount == Some(Amount::Extra) {
        return false;
    }
    included(menu, item, line).any(|id| id == option)
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
