//! One running execution: its snapshot, its open calls and its timers, as one task of the runtime.
//!
//! Every step is written to the journal before any of its effects is carried out. After a crash the snapshot is loaded,
//! what was called and not answered is called again under the same number, and the timers are armed again.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;

use super::integrations;
use super::journal::{ExecutionName, Journal};
use super::queue::Queue;
use crate::app::App;
use crate::asl::{Definition, Effect, Event, Execution, Outcome, Refused, Step, TaskId, TimerId};

/// The longest sleep at a stretch, so that a changed clock is noticed.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);
/// How long a journal that cannot be written is left alone before the next try.
const JOURNAL_PAUSE: Duration = Duration::from_secs(1);

/// An event from outside, and where to say whether it counted.
pub(super) type Outside = (Event, oneshot::Sender<Result<(), Refused>>);

/// A running execution.
pub(super) struct Running {
    pub(super) name: ExecutionName,
    pub(super) definition: Arc<Definition>,
    pub(super) execution: Execution,
    /// Where steps are written; none for an Express execution, which is gone with the process.
    pub(super) journal: Option<Journal>,
    pub(super) app: Weak<App>,
    /// Where news goes.
    news: Queue,
    calls: JoinSet<Event>,
    timers: BTreeMap<TimerId, Timestamp>,
}

impl Running {
    pub(super) fn new(
        name: ExecutionName,
        definition: Arc<Definition>,
        execution: Execution,
        journal: Option<Journal>,
        app: Weak<App>,
        news: Queue,
    ) -> Self {
        Self {
            name,
            definition,
            execution,
            journal,
            app,
            news,
            calls: JoinSet::new(),
            timers: BTreeMap::new(),
        }
    }

    /// Goes on where a snapshot stands.
    pub(super) fn resume(&mut self) {
        self.timers = self.execution.open_timers().into_iter().collect();
        for call in self.execution.open_tasks() {
            self.carry_out(Effect::CallTask(call));
        }
    }

    /// Carries out the effects of a step that is written down.
    pub(super) fn carry_out_all(&mut self, step: Step) {
        for effect in step.effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::CallTask(call) => {
                let (app, news) = (self.app.clone(), self.news.clone());
                let task = call.task;
                let called = tokio::spawn(async move {
                    match app.upgrade() {
                        Some(app) => integrations::call(&app, &news, call).await,
                        // The process is going down; the call is made again when it is back.
                        None => std::future::pending().await,
                    }
                });
                self.calls
                    .spawn(async move { called.await.unwrap_or_else(|error| broken(task, &error)) });
            }
            Effect::SetTimer { timer, at } => {
                self.timers.insert(timer, at);
            }
            Effect::CancelTimer { timer } => {
                self.timers.remove(&timer);
            }
            Effect::Finished(_) => {}
        }
    }

    /// Runs to the end.
    pub(super) async fn run(mut self, mut outside: mpsc::Receiver<Outside>) -> Option<Outcome> {
        while self.execution.outcome().is_none() {
            let app = self.app.upgrade()?;
            let (timer, sleep) = self.next_timer(app.clock.now());
            tokio::select! {
                Some((event, answer)) = outside.recv() => {
                    let counted = self.take(&app, event).await;
                    // Nobody may be waiting for the answer any more.
                    drop(answer.send(counted));
                }
                Some(done) = self.calls.join_next() => self.take_result(&app, done).await,
                () = tokio::time::sleep(sleep) => {
                    if let Some(timer) = timer {
                        self.fire(&app, timer).await;
                    }
                }
            }
        }
        self.execution.outcome().cloned()
    }

    async fn take_result(&mut self, app: &App, done: Result<Event, tokio::task::JoinError>) {
        match done {
            Ok(event) => {
                if let Err(refused) = self.take(app, event).await {
                    tracing::debug!(execution = self.name.name, %refused, "workflow.result.late");
                }
            }
            // The process ends: the task is taken up again when it starts.
            Err(error) if error.is_cancelled() => {}
            Err(error) => tracing::error!(execution = self.name.name, %error, "workflow.task.broken"),
        }
    }

    async fn fire(&mut self, app: &App, timer: TimerId) {
        if self.timers.get(&timer).is_some_and(|at| *at > app.clock.now()) {
            return;
        }
        self.timers.remove(&timer);
        if let Err(refused) = self.take(app, Event::TimerFired { timer }).await {
            if let Refused::TooEarly { timer, at } = refused {
                self.timers.insert(timer, at);
            }
            tracing::debug!(execution = self.name.name, %refused, "workflow.timer.late");
        }
    }

    fn next_timer(&self, now: Timestamp) -> (Option<TimerId>, Duration) {
        let next = self.timers.iter().min_by_key(|(_, at)| **at);
        let sleep = next.map_or(LONGEST_SLEEP, |(_, at)| {
            // A millisecond more than is left: the engine refuses a timer that is early.
            let left = Duration::try_from(at.duration_since(now)).unwrap_or(Duration::ZERO);
            left.saturating_add(Duration::from_millis(1)).min(LONGEST_SLEEP)
        });
        (next.map(|(timer, _)| *timer), sleep)
    }

    /// Applies an event, writes the step down, carries it out.
    async fn take(&mut self, app: &App, event: Event) -> Result<(), Refused> {
        let step = self.execution.apply(&self.definition, event, app.clock.now())?;
        self.write_down(app, &step).await;
        self.carry_out_all(step);
        Ok(())
    }

    /// Nothing may happen that is not written down, so this waits until it can be.
    async fn write_down(&self, app: &App, step: &Step) {
        let Some(journal) = &self.journal else { return };
        while let Err(error) = journal
            .append(&self.name, &self.execution, step, app.clock.now())
            .await
        {
            tracing::error!(execution = self.name.name, %error, "journal.unwritable");
            tokio::time::sleep(JOURNAL_PAUSE).await;
        }
    }
}

/// A step that panicked fails as a Lambda function does that ends without an answer.
fn broken(task: TaskId, error: &tokio::task::JoinError) -> Event {
    tracing::error!(%error, "workflow.step.broken");
    let (error, cause) = (
        Some("Lambda.Unknown".to_owned()),
        Some("the step broke".to_owned()),
    );
    Event::TaskFailed { task, error, cause }
}
