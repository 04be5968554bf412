//! Accounts with the shop that customers have linked to their channel: what a first turn brings along, and what is said
//! where one is needed and none is there.
//!
//! A linked account is one customer over several devices. Who speaks is known by the channel's proof in each turn alone: a
//! turn without one is the channel's own account, whatever was linked before.

use super::scene::Scene;
use super::{Consent, Linking, Reply, Turn};
use crate::app::records::{self, Customer, Versioned, join};
use crate::app::{App, StoreError};

/// The customer of a turn. Where an account speaks over a channel's own for the first time, or opens a session there, what
/// was kept of the latter becomes the account's.
pub(super) async fn customer(app: &App, turn: &Turn) -> Result<Versioned<Customer>, StoreError> {
    let known = records::customer(app, &turn.customer).await?;
    let through = match &turn.linking {
        Linking::Linked { through } => through.as_ref(),
        Linking::NotOffered | Linking::Unlinked { .. } => None,
    };
    let Some(through) = through.filter(|through| turn.new_session || !known.value.channels.contains(through))
    else {
        return Ok(known);
    };
    if join(app, &turn.customer, through).await? {
        return records::customer(app, &turn.customer).await;
    }
    Ok(known)
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
