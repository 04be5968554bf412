//! The embedded engine's host: starts executions, keeps them running, and takes the answers to their task tokens.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

use super::Database;
use super::execution::{Outside, Running};
use super::integrations;
use super::journal::{ExecutionName, Journal};
use super::queue::Queue;
use crate::app::{App, Machine, StoreError, WorkflowError, Workflows};
use crate::asl::{Definition, Event, Execution, MachineType, Outcome, Start, Step};

/// The most answers that wait for one execution.
const MOST_WAITING: usize = 16;
/// How long what has ended is kept to be looked at: thirty days.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The most history events that are shown of one execution.
const MOST_SHOWN: u32 = 500;

/// A machine's definition, as text and checked.
#[derive(Debug)]
struct Loaded {
    text: String,
    definition: Arc<Definition>,
}

/// The embedded engine.
#[derive(Debug)]
pub struct Engine {
    journal: Journal,
    machines: BTreeMap<Machine, Loaded>,
    app: OnceLock<Weak<App>>,
    news: Queue,
    running: Senders,
}

/// Where the events of each running execution go.
type Senders = Arc<Mutex<BTreeMap<ExecutionName, mpsc::Sender<Outside>>>>;

/// A definition under `statemachine/` has faults.
#[derive(Debug, thiserror::Error)]
#[error("statemachine/{machine}.asl.json has faults:\n{faults}")]
pub struct FaultyMachine {
    machine: &'static str,
    faults: String,
}

fn machine_type(machine: Machine) -> MachineType {
    match machine {
        Machine::Order => MachineType::Standard,
        Machine::Quote | Machine::Recommend => MachineType::Express,
    }
}

fn parse(machine: Machine, text: &str) -> Result<Definition, FaultyMachine> {
    let faulty = |faults| FaultyMachine {
        machine: machine.name(),
        faults,
    };
    let value: Value = serde_json::from_str(text).map_err(|error| faulty(error.to_string()))?;
    Definition::parse(&value, machine_type(machine)).map_err(|faults| {
        faulty(
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })
}

impl Engine {
    /// The engine over a database, with the machines of `statemachine/`.
    ///
    /// # Errors
    /// [`FaultyMachine`].
    pub fn new(database: Database) -> Result<Self, FaultyMachine> {
        let mut machines = BTreeMap::new();
        for machine in Machine::ALL {
            let text = integrations::definition_text(machine);
            let definition = Arc::new(parse(machine, &text)?);
            machines.insert(machine, Loaded { text, definition });
        }
        let running = Arc::default();
        Ok(Self {
            journal: Journal::new(database.clone()),
            machines,
            app: OnceLock::new(),
            news: Queue::new(database),
            running,
        })
    }

    /// Says whose steps the machines call, and goes on with every execution that had not ended and all news that was left.
    ///
    /// # Errors
    /// [`StoreError`] if the journal or the queue of news cannot be read.
    pub async fn resume(&self, app: &Arc<App>) -> Result<usize, StoreError> {
        // A second call changes nothing: the first app stays.
        drop(self.app.set(Arc::downgrade(app)));
        self.news.resume(app).await?;
        let unfinished = self.journal.unfinished().await?;
        let count = unfinished.len();
        for left in unfinished {
            let definition = match parse(left.name.machine, &left.definition) {
                Ok(definition) => definition,
                Err(error) => {
                    tracing::error!(execution = left.name.name, %error, "journal.unreadable");
                    continue;
                }
            };
            let journal = Some(self.journal.clone());
            let definition = Arc::new(definition);
            let (app, news) = (self.app(), self.news.clone());
            let mut running = Running::new(left.name, definition, left.execution, journal, app, news);
            running.resume();
            spawn(running, &self.running);
        }
        Ok(count)
    }

    /// The history of an order's execution, as JSON texts in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn history(&self, machine: Machine, name: &str) -> Result<Vec<String>, StoreError> {
        let name = ExecutionName {
            machine,
            name: name.to_owned(),
        };
        self.journal.history(&name, MOST_SHOWN).await
    }

    /// Removes history and state of executions that ended `KEPT_FOR` ago or longer. Their names stay taken.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn prune(&self, now: Timestamp) -> Result<usize, StoreError> {
        let before = now.checked_sub(KEPT_FOR).unwrap_or(Timestamp::MIN);
        self.journal.prune(before, now).await
    }

    fn app(&self) -> Weak<App> {
        self.app.get().cloned().unwrap_or_default()
    }

    fn prepare(&self, machine: Machine, name: &str, input: Value) -> Result<(Running, Step), WorkflowError> {
        let unavailable = |why: &str| WorkflowError::Unavailable(why.to_owned());
        let app = self
            .app()
            .upgrade()
            .ok_or_else(|| unavailable("not started yet"))?;
        let loaded = self
            .machines
            .get(&machine)
            .ok_or_else(|| unavailable("no such machine"))?;
        let mut seed = [0; 32];
        for (half, id) in seed.chunks_mut(16).zip([app.ids.next(), app.ids.next()]) {
            half.copy_from_slice(id.as_bytes());
        }
        let arn = |kind: &str| format!("arn:aws:states:local:000000000000:{kind}:{}", machine.name());
        let start = Start {
            name: name.to_owned(),
            execution_arn: format!("{}:{name}", arn("execution")),
            state_machine_arn: arn("stateMachine"),
            state_machine_name: machine.name().to_owned(),
            role_arn: "arn:aws:iam::000000000000:role/local".to_owned(),
            input,
            now: app.clock.now(),
            seed,
        };
        let (execution, step) = Execution::start(&loaded.definition, start)
            .map_err(|refused| unavailable(&refused.to_string()))?;
        let journal = match machine_type(machine) {
            MachineType::Standard => Some(self.journal.clone()),
            MachineType::Express => None,
        };
        let name = ExecutionName {
            machine,
            name: name.to_owned(),
        };
        let definition = Arc::clone(&loaded.definition);
        let (app, news) = (self.app(), self.news.clone());
        Ok((
            Running::new(name, definition, execution, journal, app, news),
            step,
        ))
    }

    async fn answer(&self, token: &str, event: Event) -> Result<(), WorkflowError> {
        let unavailable = |error: StoreError| WorkflowError::Unavailable(error.to_string());
        let owner = self
            .journal
            .owner(token)
            .await
            .map_err(unavailable)?
            .ok_or(WorkflowError::TooLate)?;
        let sender = lock(&self.running)
            .get(&owner)
            .cloned()
            .ok_or(WorkflowError::TooLate)?;
        let (answer, counted) = oneshot::channel();
        sender
            .send((event, answer))
            .await
            .map_err(|_| WorkflowError::TooLate)?;
        match counted.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(WorkflowError::TooLate),
        }
    }
}

/// Writes a new execution down, unless it is there already, and carries it out.
async fn begin(
    mut running: Running,
    step: Step,
    definition: String,
    now: Timestamp,
    all: Senders,
) -> Result<(), StoreError> {
    if let Some(journal) = &running.journal
        && !journal
            .begin(&running.name, &definition, &running.execution, &step, now)
            .await?
    {
        return Ok(());
    }
    running.carry_out_all(step);
    spawn(running, &all);
    Ok(())
}

fn spawn(running: Running, all: &Senders) {
    let (sender, receiver) = mpsc::channel(MOST_WAITING);
    let name = running.name.clone();
    lock(all).insert(name.clone(), sender);
    let all = Arc::clone(all);
    tokio::spawn(async move {
        let outcome = running.run(receiver).await;
        if let Some(Outcome::Failed { error, .. }) = &outcome {
            tracing::error!(execution = name.name, error, "workflow.failed");
        }
        lock(&all).remove(&name);
    });
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A map of senders is whole after any panic.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[async_trait]
impl Workflows for Engine {
    async fn start(&self, machine: Machine, name: &str, input: Value) -> Result<(), WorkflowError> {
        let (running, step) = self.prepare(machine, name, input)?;
        let text = self.machines.get(&machine).map(|loaded| loaded.text.clone());
        let now = self
            .app()
            .upgrade()
            .map_or(Timestamp::UNIX_EPOCH, |app| app.clock.now());
        let begun = begin(
            running,
            step,
            text.unwrap_or_default(),
            now,
            Arc::clone(&self.running),
        );
        // Apart from the caller: a turn that is cut between the journal and the first step must not leave an execution
        // that is written down and that nobody carries out before the next start.
        let begun = tokio::spawn(begun)
            .await
            .map_err(|error| WorkflowError::Unavailable(error.to_string()))?;
        begun.map_err(|error| WorkflowError::Unavailable(error.to_string()))
    }

    async fn run(&self, machine: Machine, name: &str, input: Value) -> Result<Value, WorkflowError> {
        let (mut running, step) = self.prepare(machine, name, input)?;
        running.journal = None;
        running.carry_out_all(step);
        let (_keep_open, receiver) = mpsc::channel(1);
        let text = |text: Option<String>| text.unwrap_or_default();
        match running.run(receiver).await {
            Some(Outcome::Succeeded { output }) => Ok(output),
            Some(Outcome::Failed { error, cause }) => Err(WorkflowError::Failed {
                error: text(error),
                cause: text(cause),
            }),
            Some(Outcome::TimedOut) => Err(WorkflowError::Failed {
                error: "States.Timeout".to_owned(),
                cause: String::new(),
            }),
            None => Err(WorkflowError::Unavailable("going down".to_owned())),
        }
    }

    async fn succeed(&self, token: &str, output: Value) -> Result<(), WorkflowError> {
        self.answer(
            token,
            Event::TokenSucceeded {
                token: token.to_owned(),
                output,
            },
        )
        .await
    }

    async fn fail(&self, token: &str, error: &str, cause: &str) -> Result<(), WorkflowError> {
        let (error, cause) = (Some(error.to_owned()), Some(cause.to_owned()));
        self.answer(
            token,
            Event::TokenFailed {
                token: token.to_owned(),
                error,
                cause,
            },
        )
        .await
    }
}
