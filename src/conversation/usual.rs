//! The usual: what was ordered before, read back first, and ordered again on a yes.

use super::asking::{self, After};
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, linking, place};
use crate::app::records::{Forgetting, Held, Versioned, load_order};
use crate::order::menu::Stock;
use crate::order::{Fulfilment, LineSpec, Making, Order, OrderId, Stage, price};

/// How many of a customer's last orders are offered, one after the other.
const MOST_OFFERED: usize = 3;
/// How many of them are looked through.
const LOOKED_AT: usize = 20;

/// Offers the last order again. To a voice that is not known no history is told.
pub(super) async fn offer(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    if !scene.voice_known {
        let unknown = Speech::of(scene.phrases.plain(match scene.caller {
            Some(_) => "usual-phone",
            None => "usual-unknown-voice",
        }));
        return asking::next(scene, unknown, After::default()).await;
    }
    match earlier(scene).await?.into_iter().next() {
        Some(order) => Ok(ask(scene, &order, "usual-last")),
        None => {
            let offered = linking::offer(scene);
            let none = Speech::of(scene.phrases.plain("usual-none")).then(offered.as_str());
            let reply = asking::next(scene, none, After::default()).await?;
            Ok(linking::with_card(reply, &offered))
        }
    }
}

/// The one before an order that was declined.
pub(super) async fn before(scene: &mut Scene<'_>, declined: &OrderId) -> Result<Reply, TurnError> {
    if !scene.voice_known {
        return offer(scene).await;
    }
    let earlier = earlier(scene).await?;
    let at = earlier
        .iter()
        .position(|order| order.agreement.order == *declined);
    match at.and_then(|at| earlier.into_iter().nth(at + 1)) {
        Some(order) => Ok(ask(scene, &order, "usual-before")),
        None => {
            let declined = Speech::of(scene.phrases.plain("declined"));
            asking::next(scene, declined, After::default()).await
        }
    }
}

fn ask(scene: &mut Scene<'_>, order: &Order, key: &str) -> Reply {
    let lines = scene.phrases.lines(scene.menu, &order.agreement.draft);
    let said = scene.phrases.say(key, &[("lines", lines.into())]);
    let id = order.agreement.order.clone();
    asking::pose(scene, Pending::Usual { order: id }, Speech::of(said))
}

/// The last orders of whoever speaks, latest first, each different from the one before.
async fn earlier(scene: &Scene<'_>) -> Result<Vec<Order>, TurnError> {
    let held = linking::orders(scene, LOOKED_AT).await?;
    let mut orders: Vec<Order> = held
        .into_iter()
        .filter_map(|held| match held {
            // What is to be forgotten is history no more, and what was called off never was.
            Held::Placed {
                order,
                forgetting: Forgetting::No,
                ..
            } if order.stage != Stage::Cancelled => Some(order),
            Held::Placed { .. } | Held::Open(_) => None,
        })
        .filter(|order| order.person == scene.person)
        .collect();
    orders.dedup_by(|b, a| specs(a) == specs(b));
    orders.truncate(MOST_OFFERED);
    Ok(orders)
}

/// What an order's lines would be added with.
fn specs(order: &Order) -> Vec<LineSpec> {
    let lines = order.agreement.draft.lines.iter();
    lines
        .map(|line| LineSpec {
            item: line.item.clone(),
            quantity: line.quantity,
            making: Making {
                attributes: line.attributes.clone(),
                add: line.options.clone(),
                remove: line.without.clone(),
            },
        })
        .collect()
}

/// Puts an earlier order's lines into the draft. What cannot be had any more or today is named.
pub(super) async fn again(scene: &mut Scene<'_>, id: &OrderId) -> Result<Reply, TurnError> {
    let Some(Versioned {
        value: Held::Placed { order, .. },
        ..
    }) = load_order(scene.app, id).await?
    else {
        return asking::next(scene, Speech::default(), After::default()).await;
    };
    // Somebody else says yes to it than the one it was told to.
    if !scene.voice_known || order.person != scene.person {
        return offer(scene).await;
    }
    let today = scene.local_now().weekday();
    let mut speech = Speech::default();
    for spec in specs(&order) {
        let menu = scene.menu;
        let item = menu.item(&spec.item);
        let on_offer = item.is_some_and(|item| item.stock != Stock::Off && item.served_on(today));
        let name = item.map(|item| scene.phrases.one(&item.names).to_owned());
        if !on_offer || scene.draft_mut().add(menu, &spec).is_err() {
            match name {
                Some(name) => speech.push(scene.phrases.say("item-off", &[("name", name.into())])),
                None => speech.push(scene.phrases.plain("gone")),
            }
        }
    }
    if let (Some(draft), None) = (scene.draft(), order_price_error(scene)) {
        let lines = scene.phrases.lines(scene.menu, draft);
        speech.push(scene.phrases.say("added", &[("lines", lines.into())]));
    }
    let mut after = After::default();
    if order.agreement.fulfilment == Fulfilment::Pickup
        && scene.getting().is_some_and(|g| g.fulfilment.is_none())
    {
        speech.push(place::bring(scene, Fulfilment::Pickup));
        after.about_place = true;
    }
    asking::next(scene, speech, after).await
}

/// Whether a line that was added has no price any more.
fn order_price_error(scene: &Scene<'_>) -> Option<price::Unpriced> {
    let open = &scene.open.as_ref()?.value;
    price::totals(scene.menu, &open.draft, &open.getting)
        .err()
        .map(|(_, why)| why)
}
