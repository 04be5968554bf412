//! What a customer changes outside of any conversation, in the channel's own app: what they allow, whether they are told
//! how an order is getting on, and that they are gone.
//!
//! A channel may tell of the same change several times, late and out of order: what is not newer than what is known
//! changes nothing.

use jiff::Timestamp;

use crate::app::records::{
    Held, Subscription, Versioned, customer, forget, load_order, put_customer, put_open,
};
use crate::app::{App, StoreError, WriteError};
use crate::order::CustomerId;

/// How often a record that meets another write is tried again.
const TRIES: usize = 5;

/// A change, as the channel tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEvent {
    /// Whose.
    pub customer: CustomerId,
    /// When it was made; now, where the channel does not say.
    pub at: Option<Timestamp>,
    /// What.
    pub change: AccountChange,
}

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountChange {
    /// Whether the channel's own notifications about orders are wanted.
    Subscribed(bool),
    /// The profile may be read, or no longer.
    Allowed {
        /// Whether notifications still may be sent at all; none where nothing was said of that.
        notifications: Option<bool>,
    },
    /// The customer is gone, and what is kept of them goes too.
    Left,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountOutcome {
    /// It is noted, or carried out.
    Done,
    /// It was known, is older than what is known, or is about somebody who is not.
    NothingNew,
}

/// Carries out a change. To be called again where it fails: a change that was half made is finished.
///
/// # Errors
/// [`StoreError`].
pub async fn change_account(app: &App, event: &AccountEvent) -> Result<AccountOutcome, StoreError> {
    let AccountEvent { customer, at, change } = event;
    let at = at.unwrap_or_else(|| app.clock.now());
    match change {
        AccountChange::Subscribed(on) => subscribe(app, customer, *on, at).await,
        AccountChange::Allowed { notifications } => {
            let asked = ask_profile_anew(app, customer).await?;
            let told = match notifications {
                Some(on) => subscribe(app, customer, *on, at).await?,
                None => AccountOutcome::NothingNew,
            };
            Ok(if told == AccountOutcome::Done { told } else { asked })
        }
        AccountChange::Left => leave(app, customer, at).await,
    }
}

async fn subscribe(
    app: &App,
    id: &CustomerId,
    on: bool,
    at: Timestamp,
) -> Result<AccountOutcome, StoreError> {
    for _ in 0..TRIES {
        let mut kept = customer(app, id).await?;
        let older = kept.value.subscription.is_some_and(|known| known.since >= at);
        // Of somebody who has never spoken, and wants nothing, nothing is kept.
        if older || (kept.version == 0 && !on) {
            return Ok(AccountOutcome::NothingNew);
        }
        kept.value.subscription = Some(Subscription { on, since: at });
        match app.store.write(vec![put_customer(app.shop(), id, &kept)?]).await {
            Ok(()) => return Ok(AccountOutcome::Done),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(kept_changing())
}

/// Lets the draft under way ask for the profile once more.
async fn ask_profile_anew(app: &App, id: &CustomerId) -> Result<AccountOutcome, StoreError> {
    for _ in 0..TRIES {
        let kept = customer(app, id).await?.value;
        let current = match &kept.account {
            Some(account) => customer(app, account).await?.value.current,
            None => kept.current,
        };
        let Some(draft) = current else {
            return Ok(AccountOutcome::NothingNew);
        };
        let Some(Versioned {
            value: Held::Open(mut value),
            version,
        }) = load_order(app, &draft).await?
        else {
            return Ok(AccountOutcome::NothingNew);
        };
        if !std::mem::replace(&mut value.profile_asked, false) {
            return Ok(AccountOutcome::NothingNew);
        }
        match app
            .store
            .write(vec![put_open(app.shop(), &Versioned { value, version })?])
            .await
        {
            Ok(()) => return Ok(AccountOutcome::Done),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(kept_changing())
}

/// Forgets the customer, but not somebody who has spoken or subscribed since: they are back under the same id.
async fn leave(app: &App, id: &CustomerId, at: Timestamp) -> Result<AccountOutcome, StoreError> {
    let kept = customer(app, id).await?.value;
    let subscribed = kept.subscription.map(|known| known.since);
    if kept.asked_at.max(subscribed).is_some_and(|since| since > at) {
        return Ok(AccountOutcome::NothingNew);
    }
    if let Some(account) = kept.account {
        leave_account(app, &account, id, at).await?;
    }
    forget(app, id).await?;
    Ok(AccountOutcome::Done)
}

/// Lets go of a channel's account that has left. With the last one the account that it was linked to is forgotten too,
/// unless that has spoken since.
async fn leave_account(
    app: &App,
    account: &CustomerId,
    channel: &CustomerId,
    at: Timestamp,
) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        let mut kept = customer(app, account).await?;
        kept.value.channels.retain(|known| known != channel);
        let is_back = kept.value.asked_at.is_some_and(|since| since > at);
        if kept.value.channels.is_empty() && !is_back {
            forget(app, account).await?;
            return Ok(());
        }
        match app
            .store
            .write(vec![put_customer(app.shop(), account, &kept)?])
            .await
        {
            Ok(()) => return Ok(()),
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Err(kept_changing())
}

fn kept_changing() -> StoreError {
    StoreError::Unavailable("what is kept of the customer kept changing".to_owned())
}
