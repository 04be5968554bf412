//! `announce`: stages that orders have entered come from a queue and are told to whom they concern.

use aws_lambda_events::event::sqs::SqsBatchResponse;
use serde_json::Value;

use super::{Failure, Invocation, batch};
use crate::announcement;
use crate::app::App;

/// Tells what a batch of the announcements' queue says; what could not be told comes again.
///
/// # Errors
/// [`Failure`] for an event that is no batch.
pub async fn answer(app: &App, event: &Value, invocation: &Invocation) -> Result<SqsBatchResponse, Failure> {
    let batch =
        batch::of(event).unwrap_or_else(|| Err(Failure::unknown_event("this is no batch of a queue")))?;
    let tell = async |message| {
        let outcome = announcement::tell(app, message).await?;
        tracing::info!(?outcome, "announcement.handled");
        Ok(())
    };
    Ok(batch::each(batch, invocation, &app.clock, tell).await)
}
