//! The payment of an order: authorised, captured, voided or refunded, each once.
//!
//! What is paid at the door needs no provider: authorising notes what will be due and voiding that nothing is.
//! Undoing writes the record even where none was made, so that a late authorisation finds it and takes nothing.

use serde_json::{Value, json};

use super::step::{ErrorName, StepError, find, find_going_on, undone};
use crate::app::App;
use crate::app::records::{PaymentRecord, PaymentState, Versioned, load_payment, put_payment};
use crate::order::{Method, OrderId, Stage};

/// Makes sure that the order will be paid.
pub(super) async fn authorise(app: &App, id: &OrderId) -> Result<Value, StepError> {
    let found = find_going_on(app, id).await?;
    match load_payment(app, id).await?.map(|stored| stored.value.state) {
        Some(PaymentState::Authorised | PaymentState::Captured) => return Ok(json!({})),
        Some(PaymentState::Voided | PaymentState::Refunded) => return Err(undone()),
        None => {}
    }
    let agreement = &found.order.agreement;
    match agreement.payment.method() {
        // Nothing is taken before the door.
        Method::Cash | Method::Card | Method::Pix => {}
    }
    let record = PaymentRecord {
        method: agreement.payment,
        amount: agreement.totals.total,
        state: PaymentState::Authorised,
    };
    app.store
        .write(vec![put_payment(app.shop(), id, &Versioned::new(record))?])
        .await?;
    Ok(json!({}))
}

/// Takes the payment that was authorised.
pub(super) async fn capture(app: &App, id: &OrderId) -> Result<Value, StepError> {
    find_going_on(app, id).await?;
    let Some(mut stored) = load_payment(app, id).await? else {
        return Err(StepError::new(
            ErrorName::OrderNotReady,
            "no payment was authorised",
        ));
    };
    match stored.value.state {
        PaymentState::Captured => {}
        PaymentState::Authorised => {
            stored.value.state = PaymentState::Captured;
            app.store
                .write(vec![put_payment(app.shop(), id, &stored)?])
                .await?;
        }
        PaymentState::Voided | PaymentState::Refunded => return Err(undone()),
    }
    Ok(json!({}))
}

/// Voids what was authorised, refunds what was captured, once. What was paid for and delivered stays paid.
pub(super) async fn undo(app: &App, id: &OrderId) -> Result<Value, StepError> {
    let order = find(app, id).await?.order;
    if order.stage == Stage::Delivered {
        return Ok(json!({}));
    }
    let agreement = order.agreement;
    let nothing = PaymentRecord {
        method: agreement.payment,
        amount: agreement.totals.total,
        state: PaymentState::Authorised,
    };
    let mut stored = load_payment(app, id)
        .await?
        .unwrap_or_else(|| Versioned::new(nothing));
    stored.value.state = match stored.value.state {
        PaymentState::Authorised => PaymentState::Voided,
        PaymentState::Captured => PaymentState::Refunded,
        PaymentState::Voided | PaymentState::Refunded => return Ok(json!({})),
    };
    app.store
        .write(vec![put_payment(app.shop(), id, &stored)?])
        .await?;
    Ok(json!({}))
}
