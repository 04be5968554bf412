//! Changing an order that was placed: as long as the kitchen has not accepted it, its lines become a new draft that takes
//! its place once that is read back and agreed to.

use std::collections::BTreeMap;
use std::time::Duration;

use super::scene::Scene;
use super::{Reply, Speech, TurnError, tracking};
use crate::app::App;
use crate::app::records::{Counter, Held, ReservationState, load_order, load_reservation};
use crate::order::{Draft, Getting, Order, OrderId, Tip};
use crate::workflow::cancel::{Replaceable, replaceable, replaced};

/// How often it is looked whether the old order is undone, and how long is waited in between.
const LOOKS: u32 = 10;
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Makes a draft of the order that was just sent, where the kitchen has not accepted it; whether there is one.
pub(super) async fn begin(scene: &mut Scene<'_>) -> Result<bool, TurnError> {
    if scene.draft().is_some() {
        return Ok(false);
    }
    let Some(order) = tracking::last_sent(scene).await? else {
        return Ok(false);
    };
    // Where the last order went is what is kept by now.
    let kept = &scene.customer.value.kept.address;
    let usual = order.agreement.usual_address || (kept.is_some() && *kept == order.agreement.address);
    let open = scene.open_mut();
    open.draft = order.agreement.draft.clone();
    open.getting = getting_of(&order, usual);
    open.suggested = true;
    open.finishing = true;
    open.where_asked = true;
    open.replaces = Some(order.agreement.order.clone());
    let last = open.draft.lines.last().map(|line| line.id);
    scene.speak_of(last);
    Ok(true)
}

/// The lines of an order that was just sent and that words may still change.
pub(super) async fn draft_of_sent(scene: &Scene<'_>) -> Result<Option<Draft>, TurnError> {
    let order = tracking::last_sent(scene).await?;
    Ok(order.map(|order| order.agreement.draft))
}

fn getting_of(order: &Order, usual_address: bool) -> Getting {
    let agreement = &order.agreement;
    Getting {
        fulfilment: Some(agreement.fulfilment),
        address: agreement.address.clone().map(Into::into).unwrap_or_default(),
        address_settled: agreement.address.is_some(),
        usual_address,
        wanted_at: agreement.wanted_at,
        payment: Some(agreement.payment),
        contact: order.contact.clone(),
        notes: agreement.notes.clone(),
        allergies: agreement.allergies.clone(),
        if_missing: order.if_missing,
        tip: Some(Tip::Amount(agreement.totals.tip)).filter(|_| agreement.totals.tip.minor > 0),
        ..Getting::default()
    }
}

/// Has the old order cancelled in the transaction that places the new one: either both happen or neither. The reply,
/// where that can't be done any more.
pub(super) async fn withdraw(scene: &mut Scene<'_>, old: &OrderId) -> Result<Option<Reply>, TurnError> {
    match replaceable(scene.app, old).await? {
        Replaceable::By(writes) => {
            scene.replace(old.clone(), writes);
            Ok(None)
        }
        Replaceable::Already => Ok(None),
        Replaceable::TooLate => {
            drop_draft(scene);
            let late = scene.phrases.plain("change-too-late");
            Ok(Some(Reply::close(Speech::of(late))))
        }
    }
}

/// Waits a moment for a replaced order to be undone: what it had set aside is then free for the new one.
pub(super) async fn settle(app: &App, old: &OrderId) -> Result<(), TurnError> {
    replaced(app, old).await?;
    for _ in 0..LOOKS {
        let ended = matches!(
            load_order(app, old).await?.map(|held| held.value),
            Some(Held::Placed { order, .. }) if order.stage.is_end()
        );
        if ended {
            break;
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Ok(())
}

/// What an order that is being changed has set aside, which is free for what takes its place.
pub(super) async fn set_aside(scene: &Scene<'_>) -> Result<BTreeMap<Counter, u32>, TurnError> {
    let Some(old) = scene.open.as_ref().and_then(|open| open.value.replaces.as_ref()) else {
        return Ok(BTreeMap::new());
    };
    let reservation = load_reservation(scene.app, old).await?.map(|stored| stored.value);
    let held = reservation.filter(|reservation| reservation.state == ReservationState::Held);
    Ok(held
        .map(|held| held.counts.into_iter().collect())
        .unwrap_or_default())
}

/// The draft that was to take an order's place is of no use any more.
fn drop_draft(scene: &mut Scene<'_>) {
    let open = scene.open_mut();
    open.draft.lines.clear();
    open.replaces = None;
    open.finishing = false;
    scene.speak_of(None);
    scene.customer.value.pending = None;
}
