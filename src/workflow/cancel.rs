//! Cancelling: a flag that every step reads first, and a failure to the task token that waits.

use super::step::{ErrorName, Found, StepError, find};
use crate::app::records::{
    Held, Ticket, TicketKind, TicketState, Told, Versioned, load_ticket, load_told, put_placed, put_ticket,
    put_told,
};
use crate::app::store::Write;
use crate::app::{App, WorkflowError, WriteError};
use crate::order::{OrderId, Stage};

/// How often a cancellation that meets another write is tried again.
const TRIES: usize = 5;

/// What became of a wish to cancel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// It is being cancelled: the machine undoes what was done.
    Yes,
    /// The kitchen has accepted: the shop has been asked and decides.
    ShopDecides,
    /// The shop has been asked before and has said no.
    ShopDeclined,
    /// The order has ended; there is nothing to cancel.
    Ended(Stage),
}

/// What a customer's wish to cancel comes to: free until the kitchen has accepted, then the shop's decision.
///
/// # Errors
/// [`StepError`].
pub async fn wish(app: &App, order: &OrderId) -> Result<Cancelled, StepError> {
    match take_back(app, order).await? {
        Cancelled::ShopDecides => ask_shop(app, order).await,
        settled => Ok(settled),
    }
}

/// Cancels an order that the kitchen has not accepted. Where it has, nothing is done and nobody is asked:
/// [`Cancelled::ShopDecides`] then says only whose decision it would be.
///
/// # Errors
/// [`StepError`].
pub async fn take_back(app: &App, order: &OrderId) -> Result<Cancelled, StepError> {
    for _ in 0..TRIES {
        let found = find(app, order).await?;
        let stage = found.order.stage;
        if stage.is_end() {
            return Ok(Cancelled::Ended(stage));
        }
        if stage != Stage::Sent && !found.cancelling {
            return Ok(Cancelled::ShopDecides);
        }
        // Flagged at the version that was just read: a kitchen that accepts meanwhile is seen in the next round.
        if flag(app, found).await? {
            fail_open_tokens(app, order).await?;
            return Ok(Cancelled::Yes);
        }
    }
    Err(kept_changing())
}

/// Whether another order can take the place of one that was sent.
#[derive(Debug)]
pub enum Replaceable {
    /// It can: these writes cancel the old one, in the transaction that places the new one. That it is cancelled counts
    /// as told: it would be no news but a fright.
    By(Vec<Write>),
    /// The old one is being cancelled or has come to nothing: there is nothing to write.
    Already,
    /// The kitchen has accepted it.
    TooLate,
}

/// What it takes to put another order in the place of this one.
///
/// # Errors
/// [`StepError`].
pub async fn replaceable(app: &App, order: &OrderId) -> Result<Replaceable, StepError> {
    let found = find(app, order).await?;
    match found.order.stage {
        Stage::Cancelled | Stage::Failed => return Ok(Replaceable::Already),
        _ if found.cancelling => return Ok(Replaceable::Already),
        Stage::Sent => {}
        Stage::Accepted | Stage::Ready | Stage::OutForDelivery | Stage::Delivered => {
            return Ok(Replaceable::TooLate);
        }
    }
    let version = load_told(app, order).await?.map_or(0, |told| told.version);
    let value = Told::as_far_as(Stage::Cancelled);
    Ok(Replaceable::By(vec![
        put_placed(app.shop(), &flagged(found))?,
        put_told(app.shop(), order, &Versioned { value, version })?,
    ]))
}

/// Lets the machine of an order that was replaced know of it.
///
/// # Errors
/// [`StepError`]; the machine then learns of it when it goes on.
pub async fn replaced(app: &App, order: &OrderId) -> Result<(), StepError> {
    fail_open_tokens(app, order).await
}

async fn ask_shop(app: &App, order: &OrderId) -> Result<Cancelled, StepError> {
    match load_ticket(app, order, TicketKind::Cancel).await? {
        Some(stored) if stored.value.state == TicketState::Closed => return Ok(Cancelled::ShopDeclined),
        Some(_) => return Ok(Cancelled::ShopDecides),
        None => {}
    }
    let (kind, state, opened_at) = (TicketKind::Cancel, TicketState::Open, app.clock.now());
    let ticket = Ticket {
        order: order.clone(),
        kind,
        token: None,
        state,
        opened_at,
        note: None,
    };
    match app
        .store
        .write(vec![put_ticket(app.shop(), &Versioned::new(ticket))?])
        .await
    {
        Ok(()) | Err(WriteError::Refused(_)) => Ok(Cancelled::ShopDecides),
        Err(error) => Err(error.into()),
    }
}

/// Cancels an order that has not ended: sets the flag, then fails the token that waits.
///
/// # Errors
/// [`StepError`].
pub async fn cancel(app: &App, order: &OrderId) -> Result<Cancelled, StepError> {
    for _ in 0..TRIES {
        let found = find(app, order).await?;
        if found.order.stage.is_end() {
            return Ok(Cancelled::Ended(found.order.stage));
        }
        if flag(app, found).await? {
            fail_open_tokens(app, order).await?;
            return Ok(Cancelled::Yes);
        }
    }
    Err(kept_changing())
}

/// Sets the flag over the version that was read; false where somebody else has written meanwhile.
async fn flag(app: &App, found: Found) -> Result<bool, StepError> {
    if found.cancelling {
        return Ok(true);
    }
    match app
        .store
        .write(vec![put_placed(app.shop(), &flagged(found))?])
        .await
    {
        Ok(()) => Ok(true),
        Err(WriteError::Refused(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn flagged(found: Found) -> Versioned<Held> {
    Found {
        cancelling: true,
        ..found
    }
    .held()
}

fn kept_changing() -> StepError {
    StepError::new(ErrorName::StoreUnavailable, "the order kept changing")
}

async fn fail_open_tokens(app: &App, order: &OrderId) -> Result<(), StepError> {
    for kind in TicketKind::QUESTIONS {
        let Some(stored) = load_ticket(app, order, kind).await? else {
            continue;
        };
        if let (TicketState::Open, Some(token)) = (stored.value.state, &stored.value.token) {
            fail_token(app, token).await?;
        }
    }
    Ok(())
}

/// Fails a task token with [`ErrorName::OrderCancelled`]; one that is spent stays so.
pub(super) async fn fail_token(app: &App, token: &str) -> Result<(), StepError> {
    match app
        .workflows
        .fail(token, ErrorName::OrderCancelled.as_str(), "cancelled")
        .await
    {
        Ok(()) | Err(WorkflowError::TooLate) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
