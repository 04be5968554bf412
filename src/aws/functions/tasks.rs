//! `tasks`: the steps of the state machines, the queues that become tickets, and the sweep.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::batch::{self, Again};
use super::{Failure, Invocation};
use crate::app::App;
use crate::app::records::seed_stock;
use crate::aws::sqs::{Pace, Queues};
use crate::workflow::standing::{Standing, standing};
use crate::workflow::sweep::{Swept, sweep};
use crate::workflow::{self, tickets};

/// How long opening a ticket may take.
const OPENING: Duration = Duration::from_secs(2);
/// How soon a ticket that could not be opened is opened again: the kitchen has ten minutes to answer in.
const PACE: Pace = Pace {
    first: Duration::from_secs(5),
    longest: Duration::from_secs(60),
};
/// What the schedule sends.
const SWEEP: &str = "sweep";

/// The function, with what it remembers between events.
#[derive(Debug)]
pub struct Tasks {
    app: Arc<App>,
    again: Option<Again>,
    /// Whether the books are in line with the menu, which is part of the package and does not change.
    seeded: OnceCell<()>,
}

impl Tasks {
    /// The function over an app.
    pub fn new(app: Arc<App>) -> Self {
        Self {
            app,
            again: None,
            seeded: OnceCell::new(),
        }
    }

    /// The function, with a word to its queues on when what failed is to come again.
    #[must_use]
    pub fn over(self, queues: Queues) -> Self {
        let again = Some(Again::new(queues, PACE));
        Self { again, ..self }
    }

    /// Does what an event asks for: `{"step": …}` of a state machine, a batch of a queue, or `{"task": "sweep"}`.
    ///
    /// # Errors
    /// [`Failure`]; of a step, under the name that the state machines catch.
    pub async fn answer(&self, event: Value, invocation: &Invocation) -> Result<Value, Failure> {
        if let Some(batch) = batch::of(&event) {
            let open = async |message| Ok(tickets::open(&self.app, message).await?);
            let (clock, again) = (&self.app.clock, self.again.as_ref());
            let answer = batch::each(batch?, invocation, clock, OPENING, again, open).await;
            return Ok(json!(answer));
        }
        match event.get("task").and_then(Value::as_str) {
            Some(SWEEP) => self.sweep().await,
            Some(_) => Err(Failure::unknown_event("the only task by name is `sweep`")),
            None => Ok(workflow::perform(&self.app, event).await?),
        }
    }

    /// The books are set before the first sweep of a process, so that turns need not wait for it.
    async fn sweep(&self) -> Result<Value, Failure> {
        let seed = || async { seed_stock(&self.app, &self.app.menu()).await };
        self.seeded.get_or_try_init(seed).await?;
        let Swept {
            started,
            expired,
            forgotten,
            calls,
        } = sweep(&self.app).await?;
        tracing::info!(started, expired, forgotten, calls, "sweep.done");
        let Standing {
            open_orders,
            oldest,
            unwatched,
        } = standing(&self.app).await?;
        let (oldest_s, unwatched_s) = (oldest.as_secs(), unwatched.as_secs());
        tracing::info!(open_orders, oldest_s, unwatched_s, "shop.standing");
        Ok(json!({ "started": started, "expired": expired, "forgotten": forgotten }))
    }
}
