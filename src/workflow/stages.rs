//! The stages of an order, and its end.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::later::seconds_until;
use super::step::{ErrorName, ProblemName, StepError, find, find_with_payment};
use super::tickets;
use crate::app::App;
use crate::app::records::{check_payment, put_placed};
use crate::order::{Order, OrderId, Problem, Stage};

/// How long a kitchen that has accepted may take: from now, or from when the order is wanted.
const READY_WITHIN: SignedDuration = SignedDuration::from_hours(2);

/// Moves an order to a stage. One that is there already, or beyond, stays as it is. The answer says how it reaches the
/// customer, and how long the kitchen is given to finish it.
pub(super) async fn mark(
    app: &App,
    id: &OrderId,
    stage: Stage,
    minutes: Option<u32>,
) -> Result<Value, StepError> {
    let (found, payment) = find_with_payment(app, id).await?;
    let agreement = &found.order.agreement;
    let ready_within = seconds_until(app, agreement.wanted_at) + READY_WITHIN.as_secs();
    let answer = json!({ "fulfilment": agreement.fulfilment, "ready_within_seconds": ready_within });
    if stage.is_end() {
        // A wish to cancel that the shop has not answered is past.
        tickets::withdraw_all(app, id).await?;
    }
    if found.order.stage >= stage {
        return Ok(answer);
    }
    let mut found = found;
    let next = found.order.stage.advance(stage);
    found.order.stage = next.map_err(|error| StepError::new(ErrorName::OrderNotReady, error.to_string()))?;
    found.order.since = app.clock.now();
    if stage == Stage::Accepted {
        found.order.accepted_at = Some(found.order.since);
    }
    found.order.minutes = minutes.or(found.order.minutes);
    // Undoing begins with the payment: a stage that comes while the order is being undone is not entered.
    let still_paid = check_payment(app.shop(), id, payment);
    app.store
        .write(vec![put_placed(app.shop(), &found.clone().held())?, still_paid])
        .await?;
    log_end(&found.order);
    Ok(answer)
}

/// Ends an order without success and withdraws what still waits for an answer.
pub(super) async fn close(
    app: &App,
    id: &OrderId,
    stage: Stage,
    problem: Option<ProblemName>,
) -> Result<Value, StepError> {
    let mut found = find(app, id).await?;
    tickets::withdraw_all(app, id).await?;
    if found.order.stage.is_end() {
        return Ok(json!({}));
    }
    let next = found.order.stage.advance(stage);
    found.order.stage = next.map_err(|error| StepError::new(ErrorName::OrderNotReady, error.to_string()))?;
    found.order.since = app.clock.now();
    found.order.problem = match (problem, found.order.problem.take()) {
        (Some(ProblemName::SoldOut), Some(noted)) => Some(noted),
        (problem, _) => problem.map(named),
    };
    app.store
        .write(vec![put_placed(app.shop(), &found.clone().held())?])
        .await?;
    log_end(&found.order);
    Ok(json!({}))
}

/// Logs how an order ended, if it has.
fn log_end(order: &Order) {
    if order.stage.is_end() {
        let id = order.agreement.order.as_str();
        let end = order.stage.name();
        let problem = order.problem.as_ref().map_or("none", Problem::name);
        let took_s = order.since.duration_since(order.placed_at).as_secs();
        tracing::info!(order = id, end, problem, took_s, "order.ended");
    }
}

fn named(problem: ProblemName) -> Problem {
    match problem {
        ProblemName::SoldOut => Problem::SoldOut {
            items: Vec::new(),
            options: Vec::new(),
        },
        ProblemName::PaymentRefused => Problem::PaymentRefused,
        ProblemName::KitchenRefused => Problem::KitchenRefused,
        ProblemName::KitchenSilent => Problem::KitchenSilent,
        ProblemName::KitchenLate => Problem::KitchenLate,
        ProblemName::NoCourier => Problem::NoCourier,
        ProblemName::NotDelivered => Problem::NotDelivered,
        ProblemName::Fault => Problem::Fault,
    }
}
