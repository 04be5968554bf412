//! Accounts with the shop that customers have linked to their channel: what a first turn brings along, and what is said
//! where one is needed and none is there.
//!
//! A linked account is one customer over several devices. Who speaks is known by the channel's proof in each turn alone: a
//! turn without one is the channel's own account, whatever was linked before.

use jiff::Timestamp;

use super::hearing::Memo;
use super::scene::Scene;
use super::{Consent, Linking, Reply, Turn, TurnError};
use crate::app::records::{self, Customer, Held, Joined, Versioned, join, orders_of_customer};
use crate::app::{App, StoreError};
use crate::order::{CustomerId, OrderId};

/// The customer of a turn, and the channel's own account that is yet to be noted as linked, where nothing was kept of
/// either: a turn that leaves nothing behind leaves no link behind. Where an account speaks over a channel's own for the
/// first time, or opens a session there, what was kept of the latter becomes the account's.
pub(super) async fn customer(
    app: &App,
    turn: &Turn,
    memo: &Memo,
) -> Result<(Versioned<Customer>, Option<CustomerId>), StoreError> {
    let known = records::customer(app, &turn.customer).await?;
    let through = match &turn.linking {
        Linking::Linked { through } => through.as_ref(),
        Linking::NotOffered | Linking::Unlinked { .. } => None,
    };
    let Some(through) = through.filter(|through| turn.new_session || !known.value.channels.contains(through))
    else {
        return Ok((known, None));
    };
    match join(app, &turn.customer, through).await? {
        Joined::Nothing => Ok((known, Some(through.clone()))),
        Joined::Already => Ok((known, None)),
        Joined::Now(orders) => {
            memo.take_over(orders);
            Ok((records::customer(app, &turn.customer).await?, None))
        }
    }
}

/// The placed orders of whoever speaks, latest first, at most so many: those that the account has taken over in this very
/// turn are among them, which its index may list only a moment later.
pub(super) async fn orders(scene: &Scene<'_>, limit: usize) -> Result<Vec<Held>, TurnError> {
    let listed = orders_of_customer(scene.app, &scene.id, limit).await?;
    let mut orders: Vec<Held> = listed.into_iter().map(|listed| listed.value).collect();
    for id in scene.memo.taken_over().iter().take(limit) {
        if orders
            .iter()
            .any(|held| placed(held).is_some_and(|(_, known)| known == id))
        {
            continue;
        }
        // The list that they were taken over by may have been behind as well: the record itself says whose it is.
        let found = records::load_order(scene.app, id).await?.map(|found| found.value);
        let through = match &scene.linking {
            Linking::Linked { through } => through.as_ref(),
            Linking::NotOffered | Linking::Unlinked { .. } => None,
        };
        let theirs = |held: &Held| match held {
            Held::Placed { order, .. } => order.customer == scene.id || Some(&order.customer) == through,
            Held::Open(_) => false,
        };
        orders.extend(found.filter(theirs));
    }
    // The same order as the index's.
    orders.sort_by(|a, b| placed(b).cmp(&placed(a)));
    orders.truncate(limit);
    Ok(orders)
}

fn placed(held: &Held) -> Option<(Timestamp, &OrderId)> {
    match held {
        Held::Placed { order, .. } => Some((order.placed_at, &order.agreement.order)),
        Held::Open(_) => None,
    }
}

/// What is said where nothing was found and an account could have more; [`with_card`] sends the way to link one.
pub(super) fn offer(scene: &Scene<'_>) -> String {
    match scene.linking {
        Linking::Unlinked { .. } => scene.phrases.plain("link-card"),
        Linking::NotOffered | Linking::Linked { .. } => String::new(),
    }
}

/// The same to whom deleted what is kept here, where the proof of an account did not hold: what that one keeps is still
/// there.
pub(super) fn offer_for_the_rest(scene: &Scene<'_>) -> String {
    match scene.linking {
        Linking::Unlinked { refused: true } => scene.phrases.plain("link-for-the-rest"),
        Linking::Unlinked { refused: false } | Linking::NotOffered | Linking::Linked { .. } => String::new(),
    }
}

/// A reply with the card that links an account, where one was offered in these words.
pub(super) fn with_card(reply: Reply, offered: &str) -> Reply {
    Reply {
        consent: (!offered.is_empty())
            .then_some(Consent::Account)
            .or(reply.consent),
        ..reply
    }
}
