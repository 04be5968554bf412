//! The store's port over SQLite: one table of records, one of index entries, one transaction a write.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde_json::{Map, Value};

use super::Database;
use crate::app::store::{
    Condition, Index, IndexEntry, Key, MOST_LISTED, Query, Record, Store, Write, check_writes,
};
use crate::app::{StoreError, WriteError};

/// The most records that are deleted at once because their time is over.
const MOST_PRUNED: u32 = 500;

/// The store in a [`Database`].
#[derive(Debug, Clone)]
pub struct SqliteStore {
    database: Database,
}

impl SqliteStore {
    /// The store in this database.
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    /// Deletes records whose time is over, at most `MOST_PRUNED`; how many. Nobody reads them any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn prune(&self, now: Timestamp) -> Result<usize, StoreError> {
        let now = now.as_second();
        self.database.with(move |connection| prune(connection, now)).await
    }
}

fn prune(connection: &mut Connection, now: i64) -> Result<usize, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let expired = {
        let mut statement = transaction.prepare_cached(
            "SELECT partition, sort FROM record WHERE json_extract(attributes, '$.expires') <= ?1 LIMIT ?2",
        )?;
        let rows = statement.query_map(params![now, MOST_PRUNED], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<Vec<(String, String)>>>()?
    };
    for (partition, sort) in &expired {
        for table in ["record", "record_index"] {
            transaction.execute(
                &format!("DELETE FROM {table} WHERE partition = ?1 AND sort = ?2"),
                params![partition, sort],
            )?;
        }
    }
    transaction.commit()?;
    Ok(expired.len())
}

#[async_trait]
impl Store for SqliteStore {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        let key = key.clone();
        self.database.with(move |connection| read(connection, &key)).await
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        let query = query.clone();
        self.database
            .with(move |connection| list(connection, &query))
            .await
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        check_writes(&writes)?;
        self.database
            .with(move |connection| write_all(connection, &writes))
            .await
    }
}

fn read(connection: &Connection, key: &Key) -> Result<Option<Record>, StoreError> {
    let Some(attributes) = attributes(connection, key)? else {
        return Ok(None);
    };
    Ok(Some(Record {
        key: key.clone(),
        attributes,
        indexes: indexes(connection, key)?,
    }))
}

fn attributes(connection: &Connection, key: &Key) -> Result<Option<Map<String, Value>>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT attributes FROM record WHERE partition = ?1 AND sort = ?2")?;
    let text: Option<String> = statement
        .query_row(params![key.partition, key.sort], |row| row.get(0))
        .optional()?;
    text.map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| StoreError::Damaged(format!("a record `{}` is not JSON", key.sort)))
}

fn indexes(connection: &Connection, key: &Key) -> Result<Vec<IndexEntry>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT name, index_partition, index_sort FROM record_index WHERE partition = ?1 AND sort = ?2",
    )?;
    let rows = statement.query_map(params![key.partition, key.sort], |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
    })?;
    let mut entries = Vec::new();
    for row in rows {
        let (name, partition, sort) = row?;
        let index = [Index::ByCustomer, Index::ByQueue]
            .into_iter()
            .find(|index| index_name(*index) == name);
        let index = index.ok_or_else(|| StoreError::Damaged(format!("an index named {name}")))?;
        entries.push(IndexEntry {
            index,
            partition,
            sort,
        });
    }
    Ok(entries)
}

fn index_name(index: Index) -> &'static str {
    match index {
        Index::ByCustomer => "by_customer",
        Index::ByQueue => "by_queue",
    }
}

fn list(connection: &Connection, query: &Query) -> Result<Vec<Record>, StoreError> {
    let order = if query.descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT partition, sort FROM record_index WHERE name = ?1 AND index_partition = ?2 \
         AND (?3 IS NULL OR index_sort < ?3) ORDER BY index_sort {order}, sort {order} LIMIT ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let limit = i64::try_from(query.limit.clamp(1, MOST_LISTED)).unwrap_or(1);
    let keys = statement
        .query_map(
            params![index_name(query.index), query.partition, query.before, limit],
            |row| {
                Ok(Key {
                    partition: row.get(0)?,
                    sort: row.get(1)?,
                })
            },
        )?
        .collect::<rusqlite::Result<Vec<Key>>>()?;
    keys.iter()
        .filter_map(|key| read(connection, key).transpose())
        .collect()
}

fn write_all(connection: &mut Connection, writes: &[Write]) -> Result<(), WriteError> {
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(StoreError::from)?;
    for (index, write) in writes.iter().enumerate() {
        if !carry_out(&transaction, write)? {
            return Err(WriteError::Refused(index));
        }
    }
    transaction.commit().map_err(StoreError::from)?;
    Ok(())
}

/// Carries out one write; says whether its conditions held.
fn carry_out(transaction: &Transaction<'_>, write: &Write) -> Result<bool, StoreError> {
    let found = attributes(transaction, write.key())?;
    let holds = |conditions: &[Condition]| conditions.iter().all(|condition| met(condition, found.as_ref()));
    match write {
        Write::Put(record, conditions) if holds(conditions) => put(transaction, record)?,
        Write::Add(key, attribute, amount, conditions) if holds(conditions) => {
            let Some(mut attributes) = found else {
                return Ok(false);
            };
            let Some(number) = attributes.get(*attribute).and_then(Value::as_i64) else {
                return Ok(false);
            };
            attributes.insert(
                (*attribute).to_owned(),
                Value::from(number.saturating_add(*amount)),
            );
            update(transaction, key, &attributes)?;
        }
        Write::Delete(key, conditions) if holds(conditions) => delete(transaction, key)?,
        Write::Check(_, conditions) if holds(conditions) => {}
        Write::Put(..) | Write::Add(..) | Write::Delete(..) | Write::Check(..) => return Ok(false),
    }
    Ok(true)
}

fn met(condition: &Condition, found: Option<&Map<String, Value>>) -> bool {
    match (condition, found) {
        (Condition::Absent, found) => found.is_none(),
        (Condition::Equals(name, value), Some(found)) => found.get(*name) == Some(value),
        (Condition::AtLeast(name, least), Some(found)) => found
            .get(*name)
            .and_then(Value::as_i64)
            .is_some_and(|number| number >= *least),
        (Condition::Equals(..) | Condition::AtLeast(..), None) => false,
    }
}

fn put(transaction: &Transaction<'_>, record: &Record) -> Result<(), StoreError> {
    delete(transaction, &record.key)?;
    let Key { partition, sort } = &record.key;
    let text = Value::Object(record.attributes.clone()).to_string();
    transaction
        .prepare_cached("INSERT INTO record (partition, sort, attributes) VALUES (?1, ?2, ?3)")?
        .execute(params![partition, sort, text])?;
    for entry in &record.indexes {
        transaction
            .prepare_cached("INSERT INTO record_index VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                index_name(entry.index),
                entry.partition,
                entry.sort,
                partition,
                sort
            ])?;
    }
    Ok(())
}

fn update(
    transaction: &Transaction<'_>,
    key: &Key,
    attributes: &Map<String, Value>,
) -> Result<(), StoreError> {
    let text = Value::Object(attributes.clone()).to_string();
    transaction
        .prepare_cached("UPDATE record SET attributes = ?3 WHERE partition = ?1 AND sort = ?2")?
        .execute(params![key.partition, key.sort, text])?;
    Ok(())
}

fn delete(transaction: &Transaction<'_>, key: &Key) -> Result<(), StoreError> {
    for table in ["record", "record_index"] {
        let sql = format!("DELETE FROM {table} WHERE partition = ?1 AND sort = ?2");
        transaction
            .prepare_cached(&sql)?
            .execute(params![key.partition, key.sort])?;
    }
    Ok(())
}
