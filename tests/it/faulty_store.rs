//! A store that fails or stops once, at a chosen operation, in a chosen way; else it is the store that it wraps.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use comanda::app::store::{Key, Query, Record, Write};
use comanda::app::{Store, StoreError, WriteError};
use tokio::sync::Notify;
use tokio::time::Instant;

/// In which way it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It cannot be used just now; nothing was done.
    Unavailable,
    /// It did what it was asked, and the answer was lost.
    AnswerLost,
    /// It cannot be used from now on for so long.
    Outage(Duration),
    /// What it holds cannot be read; trying again is no use, and nothing was done.
    Damaged,
    /// It did what it was asked, and then reports what no retry is made for.
    DamagedAfter,
    /// The process ends before the operation.
    CrashBefore,
    /// The process ends after the operation.
    CrashAfter,
    /// It waits before the operation, until it is told to go on.
    PauseBefore,
    /// It waits after the operation, until it is told to go on.
    PauseAfter,
}

/// The store.
#[derive(Debug)]
pub(crate) struct FaultyStore {
    inner: Arc<dyn Store>,
    plan: Option<(usize, Fault)>,
    state: Mutex<State>,
    /// Told when the process is to end, and when the store waits.
    pub(crate) stopped: Notify,
    /// Tells a store that waits to go on.
    pub(crate) go_on: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Whether operations are counted and faults come.
    armed: bool,
    /// What was asked of it so far.
    operations: Vec<String>,
    out_until: Option<Instant>,
}

impl FaultyStore {
    /// A store that will fail at the operation of this number, counted from 0.
    pub(crate) fn new(inner: Arc<dyn Store>, plan: Option<(usize, Fault)>) -> Arc<Self> {
        Arc::new(Self {
            inner,
            plan,
            state: Mutex::default(),
            stopped: Notify::new(),
            go_on: Notify::new(),
        })
    }

    /// From now on operations are counted and the fault comes.
    pub(crate) fn arm(&self) {
        self.state.lock().unwrap().armed = true;
    }

    /// What was asked of it so far.
    pub(crate) fn operations(&self) -> Vec<String> {
        self.state.lock().unwrap().operations.clone()
    }

    /// The fault of this operation, if it is its turn.
    fn enter(&self, operation: String) -> Option<Fault> {
        let mut state = self.state.lock().unwrap();
        if !state.armed {
            return None;
        }
        let number = state.operations.len();
        state.operations.push(operation);
        if state.out_until.is_some_and(|until| Instant::now() < until) {
            return Some(Fault::Unavailable);
        }
        let (_, fault) = self.plan.filter(|(at, _)| *at == number)?;
        if let Fault::Outage(lasting) = fault {
            state.out_until = Some(Instant::now() + lasting);
        }
        Some(fault)
    }

    async fn crash(&self) -> ! {
        self.stopped.notify_one();
        std::future::pending().await
    }

    async fn pause(&self) {
        self.stopped.notify_one();
        self.go_on.notified().await;
    }

    async fn carry_out<T, E: From<StoreError>>(
        &self,
        operation: String,
        work: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        let unavailable = || Err(StoreError::Unavailable("injected".to_owned()).into());
        let damaged = || Err(StoreError::Damaged("injected".to_owned()).into());
        match self.enter(operation) {
            None => work.await,
            Some(Fault::Unavailable | Fault::Outage(_)) => unavailable(),
            Some(Fault::Damaged) => damaged(),
            Some(Fault::AnswerLost) => {
                drop(work.await);
                unavailable()
            }
            Some(Fault::DamagedAfter) => {
                drop(work.await);
                damaged()
            }
            Some(Fault::PauseBefore) => {
                self.pause().await;
                work.await
            }
            Some(Fault::PauseAfter) => {
                let done = work.await;
                self.pause().await;
                done
            }
            Some(Fault::CrashBefore) => self.crash().await,
            Some(Fault::CrashAfter) => {
                drop(work.await);
                self.crash().await
            }
        }
    }
}

#[async_trait]
impl Store for FaultyStore {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        self.carry_out(format!("get {}", key.sort), self.inner.get(key))
            .await
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        self.carry_out(format!("list {}", query.partition), self.inner.list(query))
            .await
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        let keys: Vec<&str> = writes.iter().map(|write| write.key().sort.as_str()).collect();
        self.carry_out(
            format!("write {}", keys.join(" ")),
            self.inner.write(writes.clone()),
        )
        .await
    }
}
