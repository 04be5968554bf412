//! After the yes: where the order is, what is new, and cancelling. Reads the store, never the workflow.

use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, asking, ordering, repair, sending};
use crate::app::records::{Held, orders_of_customer};
use crate::order::{Order, OrderId, Stage};
use crate::workflow::cancel::{Cancelled, wish};

/// How long after its end an order is still spoken of, in hours.
const SPOKEN_OF_HOURS: i64 = 3;

/// How many of a customer's last orders are looked through for one that is under way.
const ORDERS_LOOKED_AT: usize = 10;

/// The customer's last order that is under way; else the last, if it has ended a short while ago.
async fn last_order(scene: &Scene<'_>) -> Result<Option<Order>, TurnError> {
    let latest = orders_of_customer(scene.app, &scene.id, ORDERS_LOOKED_AT).await?;
    let mut orders: Vec<Order> = latest
        .into_iter()
        .filter_map(|stored| match stored.value {
            Held::Placed { order, .. } => Some(order),
            Held::Open(_) => None,
        })
        .collect();
    let under_way = orders.iter().position(|order| !order.stage.is_end());
    if orders.is_empty() {
        return Ok(None);
    }
    let order = orders.swap_remove(under_way.unwrap_or(0));
    let fresh = scene.app.clock.now().duration_since(order.since).as_hours() < SPOKEN_OF_HOURS;
    Ok(Some(order).filter(|order| !order.stage.is_end() || fresh))
}

/// Where an order is, in words; the customer has heard of it from now on.
fn told(scene: &mut Scene<'_>, order: &Order) -> String {
    scene.customer.value.heard = Some((order.agreement.order.clone(), order.stage));
    scene.phrases.status(scene.menu, order, scene.app.clock.now())
}

/// A conversation is opened.
pub(super) async fn launch(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    if let Some(draft) = scene.draft() {
        let lines = phrases.lines(scene.menu, draft);
        scene.customer.value.pending = Some(Pending::AnythingElse);
        let speech = Speech::of(phrases.say("launch-draft", &[("lines", lines.into())]));
        return Ok(Reply::open(speech).reprompting(phrases.plain("anything-else-short")));
    }
    scene.customer.value.pending = None;
    let order = last_order(scene).await?.filter(|order| {
        let heard = Some((order.agreement.order.clone(), order.stage));
        !order.stage.is_end() || scene.customer.value.heard != heard
    });
    let speech = match order {
        Some(order) => {
            let news = told(scene, &order);
            phrases.say("launch-order", &[("news", news.into())])
        }
        None => phrases.say("launch", &[("shop", scene.menu.shop.name.as_str().into())]),
    };
    Ok(Reply::open(Speech::of(speech)).reprompting(phrases.plain("greeting-short")))
}

/// "Hello" in the middle of things.
pub(super) async fn greet(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    if scene.draft().is_some() || last_order(scene).await?.is_some() {
        return launch(scene).await;
    }
    scene.customer.value.pending = None;
    Ok(Reply::open(Speech::of(scene.phrases.plain("greeting")))
        .reprompting(scene.phrases.plain("greeting-short")))
}

/// "Where is my order?"
pub(super) async fn status(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let order = last_order(scene).await?;
    match order {
        Some(order) if !order.stage.is_end() || scene.draft().is_none() => {
            let speech = Speech::of(told(scene, &order));
            if scene.draft().is_some() {
                return Ok(asking::anything_else(scene, speech));
            }
            scene.customer.value.pending = None;
            Ok(Reply::close(speech))
        }
        _ if scene.draft().is_some() => {
            let before = Speech::of(scene.phrases.plain("status-draft"));
            sending::read_back_after(scene, before).await
        }
        _ => {
            scene.customer.value.pending = None;
            Ok(Reply::open(Speech::of(scene.phrases.plain("status-none"))))
        }
    }
}

/// "Cancel": the draft where there is one, else the order under way, else nothing.
pub(super) async fn cancel(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    if scene.draft().is_some() {
        return Ok(ordering::start_over(scene));
    }
    let Some(order) = last_order(scene).await? else {
        return Ok(repair::stop(scene));
    };
    if order.stage.is_end() {
        return Ok(ended(scene, &order));
    }
    let question = match order.stage {
        Stage::Sent => scene.phrases.plain("cancel-ask"),
        _ => scene.phrases.plain("cancel-ask-late"),
    };
    scene.customer.value.pending = Some(Pending::CancelOrder {
        order: order.agreement.order,
    });
    Ok(Reply::yes_no(Speech::of(&question), question))
}

fn ended(scene: &mut Scene<'_>, order: &Order) -> Reply {
    let status = told(scene, order);
    scene.customer.value.pending = None;
    Reply::close(Speech::of(
        scene.phrases.say("cancel-ended", &[("status", status.into())]),
    ))
}

/// A yes to cancelling this order.
pub(super) async fn cancel_order(scene: &mut Scene<'_>, id: &OrderId) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    let speech = match wish(scene.app, id).await? {
        // That it is cancelled is announced once everything is undone.
        Cancelled::Yes => phrases.plain("cancelling"),
        Cancelled::ShopDecides => phrases.plain("cancel-asked"),
        Cancelled::ShopDeclined => phrases.plain("cancel-declined"),
        Cancelled::Ended(_) => match last_order(scene).await? {
            Some(order) => return Ok(ended(scene, &order)),
            None => phrases.plain("status-none"),
        },
    };
    Ok(Reply::close(Speech::of(speech)))
}

/// A yes when nothing was asked: said twice, or to something long gone. It never places anything.
pub(super) async fn yes_to_nothing(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    match last_order(scene).await? {
        Some(order) if order.stage == Stage::Sent && scene.draft().is_none() => {
            Ok(Reply::close(Speech::of(scene.phrases.plain("sent-already"))))
        }
        _ if scene.draft().is_some() => sending::read_back(scene).await,
        _ => Ok(Reply::open(Speech::of(scene.phrases.plain("greeting-short")))),
    }
}

/// Help that knows where one is. What was asked stays asked.
pub(super) async fn help(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    let key = match (&scene.customer.value.pending, scene.draft()) {
        (Some(Pending::Send), _) => "help-send",
        (_, Some(_)) => "help-draft",
        (_, None) => match last_order(scene).await? {
            Some(order) if !order.stage.is_end() => "help-order",
            Some(_) | None => "help-empty",
        },
    };
    let speech = Speech::of(phrases.plain(key));
    Ok(match scene.customer.value.pending {
        Some(Pending::Send) => Reply::yes_no(speech, phrases.plain("send-it-short")),
        _ => Reply::open(speech).reprompting(phrases.plain("greeting-short")),
    })
}
