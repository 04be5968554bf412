//! "How much is it?": one price, one for each size, or what an extra adds.

use std::collections::BTreeMap;

use super::Answer;
use super::food::{self, Thing};
use crate::conversation::scene::{Pending, Scene};
use crate::interpreter::About;
use crate::order::menu::{Item, MenuOption, PriceRange};
use crate::order::{AttributeId, Money, ValueId, price};
use crate::phrases::money;

/// The most sizes whose prices are named.
const MOST_VALUES: usize = 3;

/// Answers what something costs; without a thing, what the draft comes to.
pub(super) fn answer(scene: &Scene<'_>, about: &About) -> Answer {
    let phrases = scene.phrases;
    let named = !about.items.is_empty() || !about.options.is_empty();
    if let Some(what) = about.off_menu.first().filter(|_| !named) {
        return Answer::of(phrases.say("off-menu", &[("what", what.as_str().into())]));
    }
    let Some(thing) = food::thing(scene, about) else {
        return Answer::of(phrases.plain("which-dish"));
    };
    let name = food::name(scene, &thing);
    match &thing {
        Thing::Line(_, line) => match price::line_price(scene.menu, line) {
            Ok(price) => Answer::of(one(scene, &name, price)),
            Err(_) => super::total(scene),
        },
        Thing::Item(item, options) => {
            let rows = rows(scene, item, options);
            let asked = |(value, _): &(Option<&ValueId>, PriceRange)| {
                let open = asked_for(scene, item);
                let wanted = if about.attributes.is_empty() {
                    open
                } else {
                    Some(&about.attributes)
                };
                value.is_some_and(|value| wanted.is_some_and(|wanted| wanted.values().any(|w| w == value)))
            };
            let of_value: Vec<_> = rows.iter().filter(|row| asked(row)).copied().collect();
            let rows = if of_value.is_empty() { rows } else { of_value };
            Answer::of(by_value(scene, &name, item, &rows))
        }
        Thing::Option(option) => Answer::of(extra(scene, &name, option)),
    }
}

/// What is settled of the line that a choice is asked for: "how much is the four cheese?" of a large pizza.
fn asked_for<'s>(scene: &'s Scene<'_>, item: &Item) -> Option<&'s BTreeMap<AttributeId, ValueId>> {
    let Some(Pending::Choose { line }) = scene.customer.value.pending else {
        return None;
    };
    let line = scene.draft()?.line(line)?;
    (line.item == item.id).then_some(&line.attributes)
}

fn rows<'m>(
    scene: &Scene<'m>,
    item: &'m Item,
    options: &[&'m MenuOption],
) -> Vec<(Option<&'m ValueId>, PriceRange)> {
    match food::dish_option(scene, item, options) {
        Some(option) => {
            let rows = scene.menu.prices_with(item, option).into_iter();
            rows.map(|(value, money)| {
                (
                    value,
                    PriceRange {
                        from: money,
                        to: money,
                    },
                )
            })
            .collect()
        }
        None => scene.menu.prices_by_value(item),
    }
}

fn by_value(scene: &Scene<'_>, name: &str, item: &Item, rows: &[(Option<&ValueId>, PriceRange)]) -> String {
    let phrases = scene.phrases;
    match rows {
        [] => phrases.plain("which-dish"),
        [(_, range)] if range.is_one() => one(scene, name, range.from),
        [(_, range)] => {
            let from = money::spoken(range.from, phrases.language);
            phrases.say("price-from", &[("name", name.into()), ("price", from.into())])
        }
        several => {
            let said: Vec<String> = several
                .iter()
                .take(MOST_VALUES)
                .filter_map(|(value, range)| {
                    let value = phrases.value_name(scene.menu, item, (*value)?);
                    Some(format!("{value} {}", money::spoken(range.from, phrases.language)))
                })
                .collect();
            phrases.say(
                "price-by-value",
                &[("name", name.into()), ("prices", phrases.and(&said).into())],
            )
        }
    }
}

fn one(scene: &Scene<'_>, name: &str, price: Money) -> String {
    let price = money::spoken(price, scene.phrases.language);
    scene
        .phrases
        .say("price", &[("name", name.into()), ("price", price.into())])
}

/// What an option adds, on the first thing that takes it.
fn extra(scene: &Scene<'_>, name: &str, option: &MenuOption) -> String {
    let phrases = scene.phrases;
    let item = scene
        .menu
        .items
        .iter()
        .find(|item| item.groups.contains(&option.group));
    let added = item
        .map(|item| scene.menu.prices_of_option(item, option))
        .unwrap_or_default();
    match added
        .iter()
        .map(|(_, money)| *money)
        .min_by_key(|money| money.minor)
    {
        Some(money) if money.minor > 0 => {
            let price = money::spoken(money, phrases.language);
            phrases.say("price-extra", &[("name", name.into()), ("price", price.into())])
        }
        _ => phrases.say("price-included", &[("name", name.into())]),
    }
}
