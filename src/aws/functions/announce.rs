//! `announce`: stages that orders have entered come from a queue and are told to whom they concern; and the prompts of the
//! phone are made.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::batch::{self, Again};
use super::{Failure, Invocation};
use crate::announcement;
use crate::app::App;
use crate::aws::prompts::{self, Prompts};
use crate::aws::sqs::{Pace, Queues};

/// How long telling one piece of news may take, with what is read and noted for it.
const TELLING: Duration = announcement::TELL_WITHIN.saturating_add(Duration::from_secs(10));
/// How soon news that could not be told is told again: four times within the minutes that it is news.
const PACE: Pace = Pace {
    first: Duration::from_secs(30),
    longest: Duration::from_secs(240),
};
/// What the schedule sends.
const PROMPTS: &str = "prompts";

/// The function.
#[derive(Debug)]
pub struct Announce {
    app: Arc<App>,
    prompts: Option<Prompts>,
    again: Option<Again>,
}

impl Announce {
    /// The function over an app; without a place for prompts none are made.
    pub fn new(app: Arc<App>, prompts: Option<Prompts>) -> Self {
        Self {
            app,
            prompts,
            again: None,
        }
    }

    /// The function, with a word to its queue on when what failed is to come again.
    #[must_use]
    pub fn over(self, queues: Queues) -> Self {
        let again = Some(Again::new(queues, PACE));
        Self { again, ..self }
    }

    /// Tells what a batch of the announcements' queue says, where what could not be told comes again; or, for
    /// `{"task": "prompts"}`, sees to it that every prompt is there.
    ///
    /// # Errors
    /// [`Failure`] for an event that is neither, or where prompts cannot be made.
    pub async fn answer(&self, event: &Value, invocation: &Invocation) -> Result<Value, Failure> {
        if event.get("task").and_then(Value::as_str) == Some(PROMPTS) {
            // The layers of the clients are more than the compiler lays out in one future.
            return Box::pin(self.prepare()).await;
        }
        let unknown = || Failure::unknown_event("this is neither a batch of a queue nor the task `prompts`");
        let batch = batch::of(event).unwrap_or_else(|| Err(unknown()))?;
        let tell = async |message| {
            let told = announcement::tell(&self.app, message).await;
            let result = told.as_ref().map_or("not_told", |outcome| outcome.name());
            tracing::info!(result, "announcement.handled");
            Ok(told.map(drop)?)
        };
        let (clock, again) = (&self.app.clock, self.again.as_ref());
        Ok(json!(
            batch::each(batch, invocation, clock, TELLING, again, tell).await
        ))
    }

    async fn prepare(&self) -> Result<Value, Failure> {
        let Some(maker) = &self.prompts else {
            return Ok(json!({ "prompts": 0 }));
        };
        let manifest = maker.prepare(&self.app.menu(), self.app.clock.now()).await?;
        let ready: usize = manifest.values().map(BTreeMap::len).sum();
        tracing::info!(ready, "prompts.ready");
        Ok(json!({ "prompts": ready, "manifest": prompts::MANIFEST }))
    }
}
