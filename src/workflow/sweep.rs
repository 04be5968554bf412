//! The sweep: what a crash between two writes left undone is done now.
//!
//! A placed order whose execution is not known to have started is started; its execution's name is its id, so a
//! second start is none. Stock that was set aside and never taken up is given back. Orders that have ended since their
//! customer asked to be forgotten are, and so are telephone calls that are over.

use serde_json::json;

use super::step::{Found, StepError, find};
use super::stock;
use crate::app::records::{
    Held, drop_calls, expired_reservations, forget_ended, put_placed, unstarted_orders,
};
use crate::app::{App, Machine, WriteError};
use crate::order::OrderId;

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Executions started.
    pub started: usize,
    /// Reservations given back.
    pub expired: usize,
    /// Orders of which it is forgotten whose they were.
    pub forgotten: usize,
    /// Telephone calls that are over, and whose number is dropped.
    pub calls: usize,
}

/// Starts what was placed and not started, gives back what has expired, and forgets what is to be forgotten.
///
/// # Errors
/// [`StepError`] if the work cannot be listed. What cannot be done is logged and left to the next sweep, so that one
/// order does not hold up the others.
pub async fn sweep(app: &App) -> Result<Swept, StepError> {
    let mut swept = Swept::default();
    for stored in unstarted_orders(app).await? {
        let Held::Placed { order, .. } = stored.value else {
            continue;
        };
        let id = &order.agreement.order;
        match start(app, id).await {
            Ok(()) => swept.started += 1,
            Err(error) => tracing::error!(order = id.as_str(), %error, "sweep.order.left"),
        }
    }
    for reservation in expired_reservations(app).await? {
        match stock::expire(app, &reservation.order).await {
            Ok(()) => swept.expired += 1,
            Err(error) => tracing::error!(order = reservation.order.as_str(), %error, "sweep.stock.left"),
        }
    }
    swept.forgotten = forget_ended(app).await?;
    swept.calls = drop_calls(app).await?;
    Ok(swept)
}

/// Starts the execution of a placed order and notes that it has started.
///
/// # Errors
/// [`StepError`]; the sweep takes it up.
pub async fn start(app: &App, id: &OrderId) -> Result<(), StepError> {
    app.workflows
        .start(Machine::Order, id.as_str(), json!({ "order": id }))
        .await?;
    let found = find(app, id).await?;
    if found.started {
        return Ok(());
    }
    let started = Found {
        started: true,
        ..found
    }
    .held();
    match app.store.write(vec![put_placed(app.shop(), &started)?]).await {
        // Its execution has written already; the sweep notes the start.
        Ok(()) | Err(WriteError::Refused(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
