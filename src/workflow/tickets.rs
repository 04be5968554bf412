//! Tickets: questions from the queues to people, and their answers to the task tokens.
//!
//! The token is answered before the ticket is closed. If the process dies in between, the ticket is answered again,
//! the engine says that this comes too late, and the ticket is closed: late and doubled answers change nothing.

use serde_json::{Value, json};

use super::cancel;
use super::step::{Ask, ErrorName, StepError, find};
use crate::announcement;
use crate::app::records::{Ticket, TicketKind, TicketState, Versioned, load_ticket, put_ticket};
use crate::app::{App, WorkflowError, WriteError};
use crate::order::OrderId;

/// What a person says to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes, or: it is done.
    Yes {
        /// The minutes that the kitchen needs, where it accepts.
        minutes: Option<u32>,
    },
    /// No, or: it cannot be done.
    No,
}

/// Whether an answer changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// It did.
    Now,
    /// It came too late, or a second time.
    TooLate,
}

/// Opens the ticket that a queue's message asks for.
///
/// # Errors
/// [`StepError`], after which the message is delivered again.
pub async fn open(app: &App, message: Value) -> Result<(), StepError> {
    // The parser's words may quote the token.
    let ask: Ask = serde_json::from_value(message)
        .map_err(|_| StepError::new(ErrorName::PayloadInvalid, "the message asks nobody for anything"))?;
    let Ask {
        ask: kind,
        order,
        token,
    } = ask;
    let stored = load_ticket(app, &order, kind).await?;
    let same = stored
        .as_ref()
        .is_some_and(|stored| stored.value.token.as_deref() == Some(token.as_str()));
    if !same {
        let opened_at = app.clock.now();
        let ticket = Ticket {
            order: order.clone(),
            kind,
            token: Some(token.clone()),
            state: TicketState::Open,
            opened_at,
            note: None,
        };
        let version = stored.map_or(0, |stored| stored.version);
        app.store
            .write(vec![put_ticket(
                app.shop(),
                &Versioned {
                    value: ticket,
                    version,
                },
            )?])
            .await?;
    }
    // Whoever cancels looks for open tickets after setting the flag; here the flag is read after opening one.
    // Whichever comes second sees the other.
    if find(app, &order).await?.cancelling {
        cancel::fail_token(app, &token).await?;
    }
    Ok(())
}

/// Answers a ticket.
///
/// # Errors
/// [`StepError`]; the ticket is then as it was, and can be answered again.
pub async fn answer(
    app: &App,
    order: &OrderId,
    kind: TicketKind,
    answer: Answer,
) -> Result<Answered, StepError> {
    let Some(stored) = load_ticket(app, order, kind).await? else {
        return Ok(Answered::TooLate);
    };
    if stored.value.state == TicketState::Closed {
        return Ok(Answered::TooLate);
    }
    let Some(token) = &stored.value.token else {
        match kind {
            // A note is dealt with, whatever is said to it.
            TicketKind::Complaint | TicketKind::Callback => close(app, stored).await?,
            TicketKind::Accept
            | TicketKind::Ready
            | TicketKind::PickUp
            | TicketKind::Deliver
            | TicketKind::Cancel => decide(app, stored, answer).await?,
        }
        return Ok(Answered::Now);
    };
    let answered = answer_token(app, token, kind, answer).await?;
    close(app, stored).await?;
    Ok(answered)
}

/// Carries out what the shop says to a wish to cancel. A yes is carried out before the ticket is closed, since it may not
/// be lost; a no is told afterwards, since it may not be told twice.
async fn decide(app: &App, stored: Versioned<Ticket>, answer: Answer) -> Result<(), StepError> {
    let order = stored.value.order.clone();
    match answer {
        Answer::Yes { .. } => {
            cancel::cancel(app, &order).await?;
            close(app, stored).await
        }
        Answer::No => {
            close(app, stored).await?;
            Ok(announcement::tell_not_cancelled(app, &order).await?)
        }
    }
}

async fn answer_token(
    app: &App,
    token: &str,
    kind: TicketKind,
    answer: Answer,
) -> Result<Answered, StepError> {
    let told = match answer {
        Answer::Yes { minutes } => app.workflows.succeed(token, json!({ "minutes": minutes })).await,
        Answer::No => {
            let name = refusal(kind);
            app.workflows
                .fail(token, name.as_str(), "refused on the staff board")
                .await
        }
    };
    match told {
        Ok(()) => Ok(Answered::Now),
        Err(WorkflowError::TooLate) => Ok(Answered::TooLate),
        Err(error) => Err(error.into()),
    }
}

fn refusal(kind: TicketKind) -> ErrorName {
    match kind {
        TicketKind::Accept | TicketKind::Ready => ErrorName::KitchenRefused,
        TicketKind::PickUp => ErrorName::CourierUnavailable,
        TicketKind::Deliver => ErrorName::DeliveryFailed,
        // No execution waits for these.
        TicketKind::Cancel | TicketKind::Complaint | TicketKind::Callback => ErrorName::OrderCancelled,
    }
}

/// Closes every question about an order that still waits. Notes to the staff stay: what is wrong with an order that has
/// ended is still wrong.
pub(super) async fn withdraw_all(app: &App, order: &OrderId) -> Result<(), StepError> {
    for kind in TicketKind::QUESTIONS {
        match load_ticket(app, order, kind).await? {
            Some(stored) if stored.value.state == TicketState::Open => close(app, stored).await?,
            Some(_) | None => {}
        }
    }
    Ok(())
}

async fn close(app: &App, mut stored: Versioned<Ticket>) -> Result<(), StepError> {
    stored.value.state = TicketState::Closed;
    // What a note tells is personal, and nobody needs it any more.
    stored.value.note = None;
    match app.store.write(vec![put_ticket(app.shop(), &stored)?]).await {
        // Somebody else has closed it or opened it anew: theirs stands.
        Ok(()) | Err(WriteError::Refused(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
