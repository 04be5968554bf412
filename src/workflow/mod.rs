//! What the tasks of the state machines do, one step a file, each done and undone.
//!
//! A task may be delivered again after a crash and a Lambda may outlive its timeout, so every step is idempotent by
//! what it has written: doing it twice is doing it once, and undoing what was never done bars it from being done
//! later. The steps know nothing of the engine that calls them.

pub mod cancel;
mod later;
pub mod notices;
mod payment;
mod quote;
mod recommend;
mod stages;
pub mod standing;
mod step;
mod stock;
pub mod sweep;
pub mod tickets;

use serde_json::Value;

use crate::app::App;

pub use quote::{Quote, quote};
pub use recommend::{has_kind, suggestion};
pub use step::{Ask, ErrorName, Step, StepError};
pub use stock::short_of;

/// Does the step that a payload names and returns its result.
///
/// # Errors
/// [`StepError`], whose name is what the state machines catch.
pub async fn perform(app: &App, payload: Value) -> Result<Value, StepError> {
    match Step::of_payload(payload)? {
        Step::ReserveStock { order } => stock::reserve(app, &order).await,
        Step::ConsumeStock { order } => stock::consume(app, &order).await,
        Step::ReleaseStock { order } => stock::release(app, &order).await,
        Step::AuthorisePayment { order } => payment::authorise(app, &order).await,
        Step::CapturePayment { order } => payment::capture(app, &order).await,
        Step::UndoPayment { order } => payment::undo(app, &order).await,
        Step::MarkStage {
            order,
            stage,
            minutes,
        } => stages::mark(app, &order, stage, minutes).await,
        Step::CloseOrder {
            order,
            stage,
            problem,
        } => stages::close(app, &order, stage, problem).await,
        Step::Quote { draft, getting } => quote::perform(app, &draft, &getting).await,
        Step::FindCandidates { order } => recommend::find(app, &order).await,
        Step::ChooseSuggestion { order, candidates } => recommend::choose(app, &order, &candidates).await,
        Step::KeepSuggestion { order, item, reason } => recommend::keep(app, &order, item, reason).await,
    }
}
