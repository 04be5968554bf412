//! The stages of an order, and its end.

use serde_json::{Value, json};

use super::step::{ErrorName, ProblemName, StepError, find, find_going_on};
use super::tickets;
use crate::app::App;
use crate::app::records::put_placed;
use crate::order::{OrderId, Problem, Stage};

/// Moves an order to a stage. One that is there already, or beyond, stays as it is.
pub(super) async fn mark(
    app: &App,
    id: &OrderId,
    stage: Stage,
    minutes: Option<u32>,
) -> Result<Value, StepError> {
    let found = find_going_on(app, id).await?;
    let answer = json!({ "fulfilment": found.order.agreement.fulfilment });
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
    found.order.minutes = minutes.or(found.order.minutes);
    app.store
        .write(vec![put_placed(app.shop(), &found.held())?])
        .await?;
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
        .write(vec![put_placed(app.shop(), &found.held())?])
        .await?;
    Ok(json!({}))
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
