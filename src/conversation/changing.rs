//! Changing an order that was placed: as long as the kitchen has not accepted it, its lines become a new draft that takes
//! its place once that is read back and agreed to.

use std::time::Duration;

use super::scene::Scene;
use super::{Reply, Speech, TurnError, tracking};
use crate::app::records::{Held, load_order};
use crate::order::{Draft, Getting, Order, OrderId, Stage};
use crate::workflow::cancel::{Cancelled, take_back};

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
    let usual = order.agreement.usual_address;
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
        ..Getting::default()
    }
}

/// Takes the old order back before the new one is placed. The reply, where that can't be done any more.
pub(super) async fn withdraw(scene: &mut Scene<'_>, old: &OrderId) -> Result<Option<Reply>, TurnError> {
    match take_back(scene.app, old).await? {
        Cancelled::Yes => {
            // What it had set aside is free for the new one as soon as it is undone.
            for _ in 0..LOOKS {
                let ended = matches!(
                    load_order(scene.app, old).await?.map(|held| held.value),
                    Some(Held::Placed { order, .. }) if order.stage.is_end()
                );
                if ended {
                    break;
                }
                tokio::time::sleep(LOOK_EVERY).await;
            }
            Ok(None)
        }
        Cancelled::Ended(Stage::Cancelled) => Ok(None),
        Cancelled::ShopDecides | Cancelled::ShopDeclined | Cancelled::Ended(_) => {
            drop_draft(scene);
            let late = scene.phrases.plain("change-too-late");
            Ok(Some(Reply::close(Speech::of(late))))
        }
    }
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
