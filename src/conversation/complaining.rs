//! "Something is wrong": what is told to the staff about an order and its line. Nothing is promised.

use super::asking;
use super::scene::{Pending, Scene};
use super::tracking::{Found, find_order};
use super::{Channel, Reply, Speech, TurnError};
use crate::app::records::Purpose;
use crate::interpreter::{About, ComplaintKind};
use crate::order::{Line, Order, OrderId};
use crate::workflow::notices::{Wrong, complain};

/// Takes a complaint: on the order that is meant, and the line of it that is.
pub(super) async fn take(
    scene: &mut Scene<'_>,
    kind: ComplaintKind,
    about: &About,
    words: &str,
) -> Result<Reply, TurnError> {
    let asked = match scene.customer.value.pending.clone() {
        Some(Pending::Complaint { order }) => Some(order),
        _ => None,
    };
    let order = match find_order(scene, asked.as_ref(), about, Purpose::Complain).await? {
        Found::One(order) => *order,
        Found::Several(reply) => return Ok(*reply),
        Found::None => {
            let none = Speech::of(scene.phrases.plain("complaint-none"));
            return asking::resume(scene, none).await;
        }
    };
    let line = line_meant(scene, &order, about);
    if kind == ComplaintKind::Other && line.is_none() && asked.is_none() {
        let order = order.agreement.order.clone();
        let sorry = Speech::of(scene.phrases.plain("complaint-sorry"));
        return Ok(asking::pose(scene, Pending::Complaint { order }, sorry));
    }
    note(scene, &order, kind, line, words).await
}

/// The line of an order that a complaint names, by dish, option or kind.
fn line_meant<'o>(scene: &Scene<'_>, order: &'o Order, about: &About) -> Option<&'o Line> {
    let menu = scene.menu;
    let meant = |line: &&Line| {
        let category = menu.item(&line.item).map(|item| &item.category);
        about.items.contains(&line.item)
            || line
                .options
                .iter()
                .any(|chosen| about.options.contains(&chosen.option))
            || (about.category.is_some() && about.category.as_ref() == category)
    };
    order.agreement.draft.lines.iter().find(meant)
}

async fn note(
    scene: &mut Scene<'_>,
    order: &Order,
    kind: ComplaintKind,
    line: Option<&Line>,
    words: &str,
) -> Result<Reply, TurnError> {
    let id: OrderId = order.agreement.order.clone();
    let wrong = Wrong {
        kind: id_of(kind),
        line: line.map(|line| line.id),
        words,
    };
    complain(scene.app, &id, wrong).await?;
    scene.customer.value.pending = None;
    let phrases = scene.phrases;
    let told = match (kind, line) {
        (ComplaintKind::Missing, Some(line)) => {
            let gaps = [
                ("name", phrases.the_line(scene.menu, line).into()),
                (
                    "gender",
                    crate::phrases::Phrases::gender_gap(phrases.gender_of_line(scene.menu, line)),
                ),
            ];
            phrases.say("complaint-missing", &gaps)
        }
        (_, Some(line)) => {
            let gaps = [
                ("name", phrases.the_line(scene.menu, line).into()),
                (
                    "gender",
                    crate::phrases::Phrases::gender_gap(phrases.gender_of_line(scene.menu, line)),
                ),
            ];
            phrases.say("complaint-line", &gaps)
        }
        (_, None) => phrases.plain("complaint-order"),
    };
    let call = match (&order.contact.phone, scene.channel) {
        (None, _) => "complaint-look",
        (Some(_), Channel::Alexa) => "complaint-call",
        (Some(_), Channel::Lex | Channel::Phone | Channel::Terminal) => "complaint-call-here",
    };
    let speech = Speech::of(phrases.say(
        "complaint-told",
        &[("told", told.into()), ("call", phrases.plain(call).into())],
    ));
    match scene.draft() {
        Some(_) => asking::resume(scene, speech).await,
        None => Ok(Reply::close(speech)),
    }
}

/// What the staff board calls it.
fn id_of(kind: ComplaintKind) -> &'static str {
    match kind {
        ComplaintKind::Missing => "missing",
        ComplaintKind::Wrong => "wrong",
        ComplaintKind::Cold => "cold",
        ComplaintKind::Late => "late",
        ComplaintKind::Other => "other",
    }
}
