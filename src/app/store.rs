//! The store's port: records under known keys, two declared indexes, conditional writes.
//!
//! The port says no more than SQLite and DynamoDB both mean: one read by key, one read by a declared index, or
//! one transaction of conditional writes on at most [`MOST_WRITES`] different keys. Every partition begins with
//! the shop's id. `docs/dynamodb.md` maps it to a table.

use async_trait::async_trait;
use serde_json::{Map, Value};

/// The most writes in one transaction, as DynamoDB allows.
pub const MOST_WRITES: usize = 100;
/// The most bytes of one record's attributes as JSON; DynamoDB's own limit is 400 KB.
pub const MOST_BYTES: usize = 300_000;
/// The most records in one page of a listing.
pub const MOST_LISTED: usize = 200;

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The partition, such as `shop#order#id`.
    pub partition: String,
    /// The place within the partition.
    pub sort: String,
}

impl Key {
    /// The key of these two.
    pub fn new(partition: impl Into<String>, sort: impl Into<String>) -> Self {
        Self {
            partition: partition.into(),
            sort: sort.into(),
        }
    }
}

/// A declared index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// A customer's orders, by time.
    ByCustomer,
    /// Work that waits for someone: orders to start, tickets to answer, reservations to watch.
    ByQueue,
}

/// A record's place in an index. A record without one is not in the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    /// Which index.
    pub index: Index,
    /// The partition of the index.
    pub partition: String,
    /// The place within that partition.
    pub sort: String,
}

/// A stored record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Where it stands.
    pub key: Key,
    /// What it holds. Conditions look at the top level of it.
    pub attributes: Map<String, Value>,
    /// Its places in the indexes, at most one in each.
    pub indexes: Vec<IndexEntry>,
}

/// What must hold of the record under a write's key for the transaction to be carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// There is none.
    Absent,
    /// There is one, and this attribute has this value.
    Equals(&'static str, Value),
    /// There is one, and this attribute is a number of at least this.
    AtLeast(&'static str, i64),
}

/// One write of a transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Puts a record in place of the one under its key.
    Put(Record, Vec<Condition>),
    /// Adds to a whole number; the record must be there and the attribute a number.
    Add(Key, &'static str, i64, Vec<Condition>),
    /// Removes a record; there need not be one.
    Delete(Key, Vec<Condition>),
    /// Writes nothing, and holds the transaction to its conditions.
    Check(Key, Vec<Condition>),
}

impl Write {
    /// The key that is written.
    pub fn key(&self) -> &Key {
        match self {
            Self::Put(record, _) => &record.key,
            Self::Add(key, ..) | Self::Delete(key, _) | Self::Check(key, _) => key,
        }
    }
}

/// Which records of an index to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Which index.
    pub index: Index,
    /// Which partition of it.
    pub partition: String,
    /// Only records whose sort text comes before this; none: all.
    pub before: Option<String>,
    /// Latest first.
    pub descending: bool,
    /// How many at most, 1 to [`MOST_LISTED`].
    pub limit: usize,
}

/// The store could not do its work. What was to be written is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// It cannot be reached or used at present; trying again may help.
    #[error("the store cannot be used at present: {0}")]
    Unavailable(String),
    /// What it holds cannot be read.
    #[error("the store holds something that cannot be read: {0}")]
    Damaged(String),
    /// The call itself is against the rules of the port.
    #[error("the call is against the rules of the store: {0}")]
    Misused(String),
}

/// Why a transaction was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A condition did not hold.
    #[error("the condition of write {0} does not hold")]
    Refused(usize),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where everything durable is kept.
#[async_trait]
pub trait Store: Send + Sync + std::fmt::Debug {
    /// The record under a key.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError>;

    /// Records of an index, in the order of their sort texts.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError>;

    /// Carries out all of the writes, or none of them.
    ///
    /// # Errors
    /// [`WriteError::Refused`] with the index of the first write whose condition does not hold.
    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError>;
}

/// Holds a transaction to the rules of the port, before any store is asked.
///
/// # Errors
/// [`StoreError::Misused`] for none or too many writes, two of one key, or a record that is too large or twice
/// in one index.
pub fn check_writes(writes: &[Write]) -> Result<(), StoreError> {
    let misused = |why: String| Err(StoreError::Misused(why));
    if writes.is_empty() || writes.len() > MOST_WRITES {
        return misused(format!("{} writes in one transaction", writes.len()));
    }
    let mut keys = std::collections::BTreeSet::new();
    for write in writes {
        if !keys.insert(write.key()) {
            return misused("two writes of one key".to_owned());
        }
        if let Write::Put(record, _) = write {
            let indexes: std::collections::BTreeSet<Index> =
                record.indexes.iter().map(|entry| entry.index).collect();
            if indexes.len() < record.indexes.len() {
                return misused("a record in two places of one index".to_owned());
            }
            let bytes = serde_json::to_vec(&record.attributes).map_or(usize::MAX, |text| text.len());
            if bytes > MOST_BYTES {
                return misused(format!("a record of {bytes} bytes"));
            }
        }
    }
    Ok(())
}
