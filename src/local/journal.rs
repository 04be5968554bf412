//! The journal of the embedded engine: snapshots, history and task tokens, in the same file as everything else.
//!
//! One transaction a step: the snapshot, what happened, and the tokens that were given out. An execution keeps the
//! definition it was started with, as on AWS. What has long ended is pruned to its name, which is never given again.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use super::Database;
use crate::app::{Machine, StoreError};
use crate::asl::{Effect, Execution, HistoryEvent, Step};

/// The most executions that are pruned at once.
const MOST_PRUNED: u32 = 200;

/// An execution's name within the journal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ExecutionName {
    pub(super) machine: Machine,
    pub(super) name: String,
}

/// An execution that had not ended when the process did.
#[derive(Debug)]
pub(super) struct Unfinished {
    pub(super) name: ExecutionName,
    pub(super) definition: String,
    pub(super) execution: Execution,
}

/// The journal in a database.
#[derive(Debug, Clone)]
pub(super) struct Journal {
    database: Database,
}

/// What one step leaves behind.
struct Entry {
    name: ExecutionName,
    snapshot: String,
    running: bool,
    /// When this was, in milliseconds since 1970.
    at: i64,
    history: Vec<(u64, String)>,
    tokens: Vec<String>,
}

impl Entry {
    fn of(
        name: &ExecutionName,
        execution: &Execution,
        step: &Step,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let text = |event: &HistoryEvent| serde_json::to_string(event).map(|text| (event.id, text));
        let history: Result<Vec<_>, _> = step.history.iter().map(text).collect();
        let tokens = step.effects.iter().filter_map(|effect| match effect {
            Effect::CallTask(call) => call.token.clone(),
            Effect::SetTimer { .. } | Effect::CancelTimer { .. } | Effect::Finished(_) => None,
        });
        Ok(Self {
            name: name.clone(),
            snapshot: serde_json::to_string(execution).map_err(|error| unwritable(&error))?,
            running: execution.outcome().is_none(),
            at: now.as_millisecond(),
            history: history.map_err(|error| unwritable(&error))?,
            tokens: tokens.collect(),
        })
    }
}

fn unwritable(error: &serde_json::Error) -> StoreError {
    StoreError::Misused(error.to_string())
}

impl Journal {
    pub(super) fn new(database: Database) -> Self {
        Self { database }
    }

    /// Writes a new execution down; false where its name is taken.
    pub(super) async fn begin(
        &self,
        name: &ExecutionName,
        definition: &str,
        execution: &Execution,
        step: &Step,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let entry = Entry::of(name, execution, step, now)?;
        let definition = definition.to_owned();
        self.database
            .with(move |connection| begin(connection, &entry, &definition))
            .await
    }

    /// Writes a step down.
    pub(super) async fn append(
        &self,
        name: &ExecutionName,
        execution: &Execution,
        step: &Step,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let entry = Entry::of(name, execution, step, now)?;
        self.database
            .with(move |connection| append(connection, &entry))
            .await
    }

    /// Removes snapshot and history of what ended before a moment, at most [`MOST_PRUNED`] executions; how many.
    pub(super) async fn prune(&self, before: Timestamp, now: Timestamp) -> Result<usize, StoreError> {
        let (before, now) = (before.as_millisecond(), now.as_millisecond());
        self.database
            .with(move |connection| prune(connection, before, now))
            .await
    }

    /// Everything that had not ended.
    pub(super) async fn unfinished(&self) -> Result<Vec<Unfinished>, StoreError> {
        self.database.with(|connection| unfinished(connection)).await
    }

    /// The execution that a token belongs to.
    pub(super) async fn owner(&self, token: &str) -> Result<Option<ExecutionName>, StoreError> {
        let token = token.to_owned();
        self.database
            .with(move |connection| {
                let mut statement =
                    connection.prepare_cached("SELECT machine, name FROM token WHERE token = ?1")?;
                let row: Option<(String, String)> = statement
                    .query_row([token], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()?;
                row.map(|(machine, name)| named(&machine, name)).transpose()
            })
            .await
    }

    /// The history of an execution, as JSON texts in order, at most `limit` of them.
    pub(super) async fn history(&self, name: &ExecutionName, limit: u32) -> Result<Vec<String>, StoreError> {
        let ExecutionName { machine, name } = name.clone();
        self.database
            .with(move |connection| {
                let mut statement = connection.prepare_cached(
                    "SELECT event FROM history WHERE machine = ?1 AND name = ?2 ORDER BY id LIMIT ?3",
                )?;
                let rows = statement.query_map(params![machine.name(), name, limit], |row| row.get(0))?;
                Ok(rows.collect::<rusqlite::Result<Vec<String>>>()?)
            })
            .await
    }
}

fn named(machine: &str, name: String) -> Result<ExecutionName, StoreError> {
    let known = Machine::ALL.into_iter().find(|known| known.name() == machine);
    let machine = known.ok_or_else(|| StoreError::Damaged(format!("a machine named {machine}")))?;
    Ok(ExecutionName { machine, name })
}

fn begin(connection: &mut Connection, entry: &Entry, definition: &str) -> Result<bool, StoreError> {
    let hash: String = Sha256::digest(definition)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let added = transaction.execute(
        "INSERT INTO execution (machine, name, definition, snapshot, running) VALUES (?1, ?2, ?3, '', 1) \
         ON CONFLICT DO NOTHING",
        params![entry.name.machine.name(), entry.name.name, hash],
    )?;
    if added == 0 {
        return Ok(false);
    }
    transaction.execute(
        "INSERT INTO definition (hash, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        [&hash, definition],
    )?;
    write_entry(&transaction, entry)?;
    transaction.commit()?;
    Ok(true)
}

fn append(connection: &mut Connection, entry: &Entry) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    write_entry(&transaction, entry)?;
    Ok(transaction.commit()?)
}

fn write_entry(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let (machine, name) = (entry.name.machine.name(), &entry.name.name);
    connection
        .prepare_cached(
            "UPDATE execution SET snapshot = ?3, running = ?4, ended_at = ?5 WHERE machine = ?1 AND name = ?2",
        )?
        .execute(params![
            machine,
            name,
            entry.snapshot,
            entry.running,
            (!entry.running).then_some(entry.at)
        ])?;
    for (id, event) in &entry.history {
        connection
            // A step whose commit was reported as failed and was none is written again.
            .prepare_cached(
                "INSERT OR REPLACE INTO history (machine, name, id, event) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                machine,
                name,
                i64::try_from(*id).unwrap_or(i64::MAX),
                event
            ])?;
    }
    for token in &entry.tokens {
        connection
            .prepare_cached(
                "INSERT INTO token (token, machine, name) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![token, machine, name])?;
    }
    if !entry.running {
        connection
            .prepare_cached("DELETE FROM token WHERE machine = ?1 AND name = ?2")?
            .execute(params![machine, name])?;
    }
    Ok(())
}

fn prune(connection: &mut Connection, before: i64, now: i64) -> Result<usize, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // What ended before the times of ends were kept counts from now on.
    transaction.execute(
        "UPDATE execution SET ended_at = ?1 WHERE running = 0 AND snapshot <> '' AND ended_at IS NULL",
        [now],
    )?;
    let ended = "SELECT machine, name FROM execution WHERE running = 0 AND snapshot <> '' AND ended_at < ?1 \
                 ORDER BY ended_at LIMIT ?2";
    transaction.execute(
        &format!("DELETE FROM history WHERE (machine, name) IN ({ended})"),
        params![before, MOST_PRUNED],
    )?;
    let pruned = transaction.execute(
        &format!("UPDATE execution SET snapshot = '' WHERE (machine, name) IN ({ended})"),
        params![before, MOST_PRUNED],
    )?;
    transaction.commit()?;
    Ok(pruned)
}

fn unfinished(connection: &Connection) -> Result<Vec<Unfinished>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT e.machine, e.name, d.text, e.snapshot FROM execution e JOIN definition d ON d.hash = e.definition \
         WHERE e.running = 1",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get::<_, String>(3)?,
        ))
    })?;
    let mut unfinished = Vec::new();
    for row in rows {
        let (machine, name, definition, snapshot) = row?;
        // One that cannot be read holds up no other; it stays in the journal as it is.
        match serde_json::from_str(&snapshot) {
            Ok(execution) => unfinished.push(Unfinished {
                name: named(&machine, name)?,
                definition,
                execution,
            }),
            Err(error) => tracing::error!(
                machine,
                execution = name,
                line = error.line(),
                "journal.unreadable"
            ),
        }
    }
    Ok(unfinished)
}
