//! After the yes: where the order is, what is new, and cancelling. Reads the store, never the workflow.

use super::asking;
use super::scene::{Pending, Scene};
use super::{Reply, Speech, TurnError, hours, linking, ordering, place, repair, sending};
use crate::app::records::{Dish, Held, Purpose};
use crate::interpreter::{About, EditKind, Proposal, Target};
use crate::order::{ChosenOption, Order, OrderId, Stage};
use crate::workflow::cancel::{Cancelled, wish};

/// How long after its end an order is still spoken of, in hours.
const SPOKEN_OF_HOURS: i64 = 3;
/// How long after its end something can be said to be wrong with it, in hours.
const COMPLAINED_OF_HOURS: i64 = 24;
/// How many of a customer's last orders are looked through.
const ORDERS_LOOKED_AT: usize = 10;

/// Which order was meant.
pub(super) enum Found {
    /// This one.
    One(Box<Order>),
    /// One of several, which the reply asks to tell apart.
    Several(Box<Reply>),
    /// There is none.
    None,
}

/// The customer's orders that are under way, or have ended within so many hours; those under way first, latest first.
async fn recent(scene: &Scene<'_>, hours: i64) -> Result<Vec<Order>, TurnError> {
    let latest = linking::orders(scene, ORDERS_LOOKED_AT).await?;
    let now = scene.app.clock.now();
    let mut orders: Vec<Order> = latest
        .into_iter()
        .filter_map(|held| match held {
            Held::Placed { order, .. } => Some(order),
            Held::Open(_) => None,
        })
        .filter(|order| !order.stage.is_end() || now.duration_since(order.since).as_hours() < hours)
        .collect();
    orders.sort_by_key(|order| order.stage.is_end());
    Ok(orders)
}

/// The customer's last order that is under way; else the last, if it has ended a short while ago.
async fn last_order(scene: &Scene<'_>) -> Result<Option<Order>, TurnError> {
    Ok(recent(scene, SPOKEN_OF_HOURS).await?.into_iter().next())
}

/// The customer's last order, if the kitchen has not answered to it yet.
pub(super) async fn last_sent(scene: &Scene<'_>) -> Result<Option<Order>, TurnError> {
    Ok(last_order(scene)
        .await?
        .filter(|order| order.stage == Stage::Sent))
}

/// The order that is meant: the one that was asked about, the one that holds what was named, the only one there is.
pub(super) async fn find_order(
    scene: &mut Scene<'_>,
    asked: Option<&OrderId>,
    about: &About,
    purpose: Purpose,
) -> Result<Found, TurnError> {
    let hours = match purpose {
        Purpose::Status | Purpose::Cancel => SPOKEN_OF_HOURS,
        Purpose::Complain => COMPLAINED_OF_HOURS,
    };
    let orders = recent(scene, hours).await?;
    if let Some(order) = orders.iter().find(|order| Some(&order.agreement.order) == asked) {
        return Ok(Found::One(Box::new(order.clone())));
    }
    let mut fitting: Vec<&Order> = orders.iter().filter(|order| holds(scene, order, about)).collect();
    if fitting.is_empty() {
        fitting = orders.iter().collect();
    }
    // Of those under way and those that have come, the ones under way are asked about; complaints are of any.
    let under_way = fitting.iter().filter(|order| !order.stage.is_end()).count();
    if purpose != Purpose::Complain {
        fitting.truncate(under_way.max(1));
    }
    match fitting.as_slice() {
        [] => Ok(Found::None),
        [one] => Ok(Found::One(Box::new((*one).clone()))),
        several => {
            // The items first: so the interpreter counts them, where one says "the second".
            let mut apart: Vec<(Dish, OrderId)> = several
                .iter()
                .filter_map(|order| Some((dish(scene, order)?, order.agreement.order.clone())))
                .collect();
            apart.sort_by_key(|(dish, _)| matches!(dish, Dish::Option(_)));
            let (dishes, orders) = apart.into_iter().unzip();
            let pending = Pending::WhichOrder {
                orders,
                purpose,
                dishes,
            };
            let reply = asking::pose(scene, pending, Speech::default());
            Ok(Found::Several(Box::new(reply)))
        }
    }
}

/// What an order is told apart by: the dish of its first line.
fn dish(scene: &Scene<'_>, order: &Order) -> Option<Dish> {
    let line = order.agreement.draft.lines.first()?;
    let names_dish = |chosen: &&ChosenOption| {
        let option = scene.menu.option(&chosen.option);
        let group = option.and_then(|option| scene.menu.group(&option.group));
        group.is_some_and(|group| group.names_item)
    };
    let option = line.options.iter().find(names_dish);
    Some(option.map_or_else(
        || Dish::Item(line.item.clone()),
        |chosen| Dish::Option(chosen.option.clone()),
    ))
}

/// Whether an order holds anything of what was named; an empty name names nothing.
fn holds(scene: &Scene<'_>, order: &Order, about: &About) -> bool {
    order.agreement.draft.lines.iter().any(|line| {
        let category = scene.menu.item(&line.item).map(|item| &item.category);
        about.items.contains(&line.item)
            || line
                .options
                .iter()
                .any(|chosen| about.options.contains(&chosen.option))
            || (about.category.is_some() && about.category.as_ref() == category)
    })
}

/// Where an order is, in words; the customer has heard of it from now on.
fn told(scene: &mut Scene<'_>, order: &Order) -> String {
    scene.customer.value.heard = Some((order.agreement.order.clone(), order.stage));
    scene.phrases.status(scene.menu, order, scene.app.clock.now())
}

/// A conversation is opened: whether the shop is open and where it goes come before the first dish.
pub(super) async fn launch(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let phrases = scene.phrases;
    if scene.draft().is_some() {
        if let Some(reply) = super::stale::question(scene, crate::interpreter::Act::Greet, None) {
            return Ok(reply);
        }
        let lines = scene
            .draft()
            .map(|draft| phrases.lines(scene.menu, draft))
            .unwrap_or_default();
        let speech = Speech::of(phrases.say("launch-draft", &[("lines", lines.into())]));
        return Ok(asking::pose(scene, Pending::AnythingElse, speech));
    }
    scene.customer.value.pending = None;
    let order = last_order(scene).await?.filter(|order| {
        let heard = Some((order.agreement.order.clone(), order.stage));
        !order.stage.is_end() || scene.customer.value.heard != heard
    });
    if let Some(order) = order {
        let news = told(scene, &order);
        let speech = Speech::of(phrases.say("launch-order", &[("news", news.into())]));
        return Ok(Reply::open(speech).reprompting(phrases.plain("greeting-short")));
    }
    let speech = Speech::of(phrases.say("launch", &[("shop", scene.menu.shop.name.as_str().into())]));
    welcome(scene, speech).await
}

/// Goes on from a greeting: closed, where it goes, or what it is to be.
async fn welcome(scene: &mut Scene<'_>, speech: Speech) -> Result<Reply, TurnError> {
    if let Some(closed) = hours::closed_for_today(scene) {
        return Ok(Reply::close(speech.then(closed)));
    }
    if let Some((sentence, question)) = hours::question(scene) {
        return Ok(asking::pose(scene, question, speech.then(sentence)));
    }
    match place::question(scene).await? {
        Some((sentence, question)) => Ok(asking::pose(scene, question, speech.then(sentence))),
        None => Ok(asking::anything_else(scene, speech)),
    }
}

/// "Hello" in the middle of things.
pub(super) async fn greet(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    if scene.draft().is_some() || last_order(scene).await?.is_some() {
        return launch(scene).await;
    }
    let hello = Speech::of(scene.phrases.plain("hello"));
    if scene.customer.value.pending.is_some() {
        return asking::resume(scene, hello).await;
    }
    welcome(scene, hello).await
}

/// "Where is my order?"
pub(super) async fn status(scene: &mut Scene<'_>, about: &About) -> Result<Reply, TurnError> {
    let order = match find_order(scene, None, about, Purpose::Status).await? {
        Found::One(order) => Some(*order),
        Found::Several(reply) => return Ok(*reply),
        Found::None => None,
    };
    match order {
        Some(order) if !order.stage.is_end() || scene.draft().is_none() => Ok(status_of(scene, &order)),
        _ if scene.draft().is_some() => {
            let before = Speech::of(scene.phrases.plain("status-draft"));
            sending::finish(scene, before).await
        }
        _ => {
            scene.customer.value.pending = None;
            let offered = linking::offer(scene);
            let none = Speech::of(offered.as_str()).then(scene.phrases.plain("status-none"));
            Ok(linking::with_card(Reply::open(none), &offered))
        }
    }
}

fn status_of(scene: &mut Scene<'_>, order: &Order) -> Reply {
    let speech = Speech::of(told(scene, order));
    if scene.draft().is_some() {
        return asking::anything_else(scene, speech);
    }
    scene.customer.value.pending = None;
    Reply::close(speech)
}

/// The order was told apart from others.
pub(super) async fn told_apart(
    scene: &mut Scene<'_>,
    orders: &[OrderId],
    about: &About,
    purpose: Purpose,
) -> Result<Option<Reply>, TurnError> {
    let recent = recent(scene, COMPLAINED_OF_HOURS).await?;
    let candidates = recent
        .into_iter()
        .filter(|order| orders.contains(&order.agreement.order));
    let mut fitting: Vec<Order> = candidates.filter(|order| holds(scene, order, about)).collect();
    let (Some(order), true) = (fitting.pop(), fitting.is_empty()) else {
        return Ok(None);
    };
    scene.customer.value.pending = None;
    Ok(Some(match purpose {
        Purpose::Status => status_of(scene, &order),
        Purpose::Cancel => ask_to_cancel(scene, &order),
        Purpose::Complain => {
            let order = order.agreement.order;
            asking::pose(scene, Pending::Complaint { order }, Speech::default())
        }
    }))
}

/// "Cancel": the draft where there is one, else the order under way, else nothing.
pub(super) async fn cancel(scene: &mut Scene<'_>, about: &About) -> Result<Reply, TurnError> {
    if scene.draft().is_some() {
        return Ok(ordering::start_over(scene));
    }
    match find_order(scene, None, about, Purpose::Cancel).await? {
        Found::One(order) => Ok(ask_to_cancel(scene, &order)),
        Found::Several(reply) => Ok(*reply),
        Found::None => {
            let stopped = repair::stop(scene);
            let nothing = scene.phrases.plain("nothing-to-cancel");
            Ok(Reply {
                speech: stopped.speech.after(nothing),
                ..stopped
            })
        }
    }
}

fn ask_to_cancel(scene: &mut Scene<'_>, order: &Order) -> Reply {
    if order.stage.is_end() {
        return ended(scene, order);
    }
    let question = match order.stage {
        Stage::Sent => scene.phrases.plain("cancel-ask"),
        _ => scene.phrases.plain("cancel-ask-late"),
    };
    let order = order.agreement.order.clone();
    asking::pose_silently(scene, Pending::CancelOrder { order }, Speech::of(question))
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
        _ if scene.draft().is_some() => sending::finish(scene, Speech::default()).await,
        _ => Ok(Reply::open(Speech::of(scene.phrases.plain("greeting-short")))),
    }
}

/// Help where nothing was asked and nothing is being ordered: about the order under way, where there is one.
pub(super) async fn help(scene: &mut Scene<'_>) -> Result<Reply, TurnError> {
    let idle = scene.customer.value.pending.is_none() && scene.draft().is_none();
    if idle
        && last_order(scene)
            .await?
            .is_some_and(|order| !order.stage.is_end())
    {
        return Ok(Reply::open(Speech::of(scene.phrases.plain("help-order"))));
    }
    Ok(repair::help(scene))
}

/// Whether an order of the customer's is under way.
pub(super) async fn is_under_way(scene: &Scene<'_>) -> Result<bool, TurnError> {
    Ok(last_order(scene)
        .await?
        .is_some_and(|order| !order.stage.is_end()))
}

/// What words name, as far as that tells orders apart.
pub(super) fn about_of(proposal: &Proposal) -> About {
    let mut about = proposal.about.clone();
    for edit in &proposal.edits {
        let wish = match &edit.kind {
            EditKind::Add(wish) | EditKind::Modify { change: wish, .. } | EditKind::Replace { wish, .. } => {
                wish
            }
            EditKind::Remove { target, .. }
            | EditKind::SetQuantity { target, .. }
            | EditKind::Again { target, .. } => match target {
                Target::Matching(wish) => wish,
                Target::Last | Target::Nth(_) | Target::Line(_) | Target::All => continue,
            },
        };
        about.items.extend(wish.items.iter().cloned());
        about
            .options
            .extend(wish.add.iter().map(|wish| wish.option.clone()));
    }
    about
}
