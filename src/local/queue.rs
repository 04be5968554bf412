//! The announcements' queue on one machine: messages stay in the database until they are dealt with, in order within their
//! group, as in a FIFO queue of SQS. What fails is delivered again a few times and then given up.

use std::sync::{Arc, Weak};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::Database;
use crate::announcement;
use crate::app::{App, StoreError};
use crate::order::OrderId;

/// For how long a message that is being dealt with is hidden: longer than telling it may take.
const HIDDEN_FOR: SignedDuration = SignedDuration::from_secs(60);
/// After how long one that failed is delivered again: longer than whoever is telling it may take.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(45);
/// How often a message is delivered.
const MOST_RECEIVED: u32 = 5;
/// How often the queue is looked through for what is to be delivered again, and how many messages at once.
const LOOK_EVERY: Duration = Duration::from_secs(5);
const MOST_AT_ONCE: usize = 1_000;

/// A message as a state machine sends it.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    /// What is delivered in order.
    pub(super) group: String,
    /// What a message that is sent again is known by, for as long as the first waits.
    pub(super) deduplication: String,
    /// What it says: an order and the stage that it has entered.
    pub(super) body: Value,
}

/// A message that is being dealt with.
#[derive(Debug)]
struct Received {
    id: i64,
    body: Value,
    times: u32,
}

/// The queue in a database. Clones are the same queue.
#[derive(Debug, Clone)]
pub(super) struct Queue {
    database: Database,
}

impl Queue {
    pub(super) fn new(database: Database) -> Self {
        Self { database }
    }

    /// Takes a message, and delivers it at once unless others of its group wait.
    ///
    /// # Errors
    /// [`StoreError`] if it could not be taken.
    pub(super) async fn send(&self, app: &App, sent: Sent) -> Result<(), StoreError> {
        let group = sent.group.clone();
        let insert = "INSERT OR IGNORE INTO message (grouped, deduplication, body) VALUES (?, ?, ?)";
        let done = self.database.with(move |connection| {
            let row = params![sent.group, sent.deduplication, sent.body.to_string()];
            Ok::<_, StoreError>(connection.execute(insert, row)?)
        });
        done.await?;
        self.deliver(app, Some(group)).await;
        Ok(())
    }

    /// Lets everything that waits be delivered at once, for a process that has just started: nothing is being told.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(super) async fn resume(&self, app: &Arc<App>) -> Result<(), StoreError> {
        let waiting = self.database.with(|connection| {
            connection.execute("UPDATE message SET visible_at = 0", [])?;
            let mut bodies = connection.prepare("SELECT body FROM message")?;
            let rows = bodies.query_map([], |row| row.get::<_, String>(0))?;
            Ok::<_, StoreError>(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        });
        for body in waiting.await? {
            let body: Value = serde_json::from_str(&body).unwrap_or_default();
            if let Some(order) = body.get("order").and_then(Value::as_str) {
                announcement::none_is_told(app, &OrderId::new(order)).await?;
            }
        }
        tokio::spawn(deliver_forever(self.clone(), Arc::downgrade(app)));
        Ok(())
    }

    /// Delivers what waits, of one group or of all.
    async fn deliver(&self, app: &App, group: Option<String>) {
        for _ in 0..MOST_AT_ONCE {
            match self.receive(group.clone(), app.clock.now()).await {
                Ok(Some(received)) => self.handle(app, received).await,
                Ok(None) => return,
                Err(error) => return tracing::error!(%error, "queue.unreadable"),
            }
        }
    }

    async fn handle(&self, app: &App, received: Received) {
        let Received { id, body, times } = received;
        let order = body
            .get("order")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let done = match announcement::tell(app, body).await {
            Ok(outcome) => {
                tracing::info!(order, result = outcome.name(), "announcement.handled");
                self.remove(id).await
            }
            Err(error) if times >= MOST_RECEIVED => {
                tracing::error!(order, %error, "queue.message.given_up");
                self.remove(id).await
            }
            Err(error) => {
                tracing::warn!(order, %error, "queue.message.left");
                self.hide(id, later(app.clock.now(), AGAIN_AFTER)).await
            }
        };
        // It stays hidden then, and is delivered again after that.
        if let Err(error) = done {
            tracing::error!(order, %error, "queue.unwritable");
        }
    }

    /// The first message of a group, unless it is hidden.
    async fn receive(&self, group: Option<String>, now: Timestamp) -> Result<Option<Received>, StoreError> {
        let hidden_until = later(now, HIDDEN_FOR);
        self.database
            .with(move |connection| receive(connection, group.as_deref(), now.as_millisecond(), hidden_until))
            .await
    }

    async fn remove(&self, id: i64) -> Result<(), StoreError> {
        self.change("DELETE FROM message WHERE id = ?", vec![id]).await
    }

    async fn hide(&self, id: i64, until: i64) -> Result<(), StoreError> {
        self.change("UPDATE message SET visible_at = ? WHERE id = ?", vec![until, id])
            .await
    }

    async fn change(&self, sql: &'static str, values: Vec<i64>) -> Result<(), StoreError> {
        let change = move |connection: &mut Connection| {
            connection.execute(sql, rusqlite::params_from_iter(values))?;
            Ok(())
        };
        self.database.with(change).await
    }
}

fn receive(
    connection: &Connection,
    group: Option<&str>,
    now: i64,
    hidden_until: i64,
) -> Result<Option<Received>, StoreError> {
    let sql = "
        UPDATE message SET received = received + 1, visible_at = ?3 WHERE id = (
            SELECT id FROM message AS one
            WHERE visible_at <= ?2 AND (?1 IS NULL OR grouped = ?1) AND NOT EXISTS (
                SELECT 1 FROM message AS earlier WHERE earlier.grouped = one.grouped AND earlier.id < one.id
            )
            ORDER BY id LIMIT 1
        ) RETURNING id, body, received";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?));
    let found = connection
        .query_row(sql, params![group, now, hidden_until], read)
        .optional()?;
    Ok(found.map(|(id, body, times)| Received {
        id,
        body: serde_json::from_str(&body).unwrap_or_default(),
        times,
    }))
}

fn later(now: Timestamp, by: SignedDuration) -> i64 {
    now.checked_add(by).unwrap_or(now).as_millisecond()
}

/// Delivers again what was left, for as long as there is anybody to tell it.
async fn deliver_forever(queue: Queue, app: Weak<App>) {
    while let Some(app) = app.upgrade() {
        queue.deliver(&app, None).await;
        drop(app);
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
