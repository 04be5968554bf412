//! How long things are kept: each kind of record has its time, and what is past it is not there any more.
//!
//! A record's time is written on it (`expires`, in seconds since 1970) whenever it is written, and compared whenever it is
//! read, over either store. DynamoDB's TTL and the pruning on one machine clear up behind that, and nothing depends on when.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::clock::Clock;
use super::keys::Kind;
use super::store::{Condition, Query, Record, Store, StoreError, Write, WriteError};
use crate::order::menu::Keep;

/// The attribute that says until when a record is kept; DynamoDB's TTL looks at the same.
pub const EXPIRES: &str = "expires";
/// How long what is spent on a model a day is kept, in days.
const SPENDING_DAYS: u32 = 90;

/// A store that keeps everything for as long as its shop says.
#[derive(Debug)]
pub struct Retaining {
    inner: Arc<dyn Store>,
    keep: Keep,
    clock: Clock,
}

impl Retaining {
    /// The store `inner` with the times of `keep`, which hold until the process ends.
    pub fn new(inner: Arc<dyn Store>, keep: Keep, clock: Clock) -> Self {
        Self { inner, keep, clock }
    }

    fn dated(&self, write: Write) -> Result<Write, StoreError> {
        let Write::Put(mut record, conditions) = write else {
            return Ok(write);
        };
        // What nobody has said how long to keep is kept by nobody.
        let kind = Kind::of(&record.key).ok_or_else(|| {
            StoreError::Misused(format!("a record of no known kind: `{}`", record.key.sort))
        })?;
        if let Some(days) = days(kind, is_placed(&record), &self.keep) {
            let until = self
                .clock
                .now()
                .checked_add(SignedDuration::from_hours(24 * i64::from(days)));
            let until = until.unwrap_or(Timestamp::MAX).as_second();
            record.attributes.insert(EXPIRES.to_owned(), until.into());
        }
        Ok(Write::Put(record, conditions))
    }

    /// The same writes where the one that was refused found a record whose time is over: to whoever reads, there is none, so
    /// that it may be put in its place, unless that has just been done.
    async fn over_what_is_past(
        &self,
        writes: Vec<Write>,
        at: usize,
    ) -> Result<Option<Vec<Write>>, StoreError> {
        let is_new =
            |write: &Write| matches!(write, Write::Put(_, held_to) if held_to.contains(&Condition::Absent));
        if !writes.get(at).is_some_and(is_new) {
            return Ok(None);
        }
        let mut again = Vec::with_capacity(writes.len());
        for write in writes {
            let past = if is_new(&write) {
                self.inner
                    .get(write.key())
                    .await?
                    .filter(|record| self.is_past(record))
            } else {
                None
            };
            again.push(match (write, past) {
                (Write::Put(record, _), Some(past)) => {
                    let until = past.attributes.get(EXPIRES).cloned().unwrap_or_default();
                    Write::Put(record, vec![Condition::Equals(EXPIRES, until)])
                }
                (write, _) => write,
            });
        }
        Ok(Some(again))
    }

    fn is_past(&self, record: &Record) -> bool {
        let until = record.attributes.get(EXPIRES).and_then(Value::as_i64);
        until.is_some_and(|until| until <= self.clock.now().as_second())
    }
}

/// For how many days from its last writing a record is kept; none: for as long as it is not deleted.
fn days(kind: Kind, placed: bool, keep: &Keep) -> Option<u32> {
    match kind {
        Kind::Order if placed => Some(keep.books),
        Kind::Order | Kind::Suggestion => Some(keep.drafts),
        Kind::Payment => Some(keep.books),
        Kind::Reservation | Kind::Told | Kind::Ticket => Some(keep.tickets),
        Kind::Customer => Some(keep.customers),
        Kind::Turn => Some(keep.turns.max(1)),
        Kind::Spending => Some(SPENDING_DAYS),
        // It says itself how many hours it counts.
        Kind::Call => Some(1),
        Kind::Stock | Kind::Board => None,
    }
}

fn is_placed(record: &Record) -> bool {
    record.attributes.get("state").and_then(Value::as_str) == Some("placed")
}

#[async_trait]
impl Store for Retaining {
    async fn get(&self, key: &super::store::Key) -> Result<Option<Record>, StoreError> {
        let Some(record) = self.inner.get(key).await? else {
            return Ok(None);
        };
        Ok((!self.is_past(&record)).then_some(record))
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        let mut records = self.inner.list(query).await?;
        records.retain(|record| !self.is_past(record));
        Ok(records)
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        let dated: Result<Vec<Write>, StoreError> =
            writes.into_iter().map(|write| self.dated(write)).collect();
        let dated = dated?;
        match self.inner.write(dated.clone()).await {
            Err(WriteError::Refused(at)) => match self.over_what_is_past(dated, at).await? {
                Some(again) => self.inner.write(again).await,
                None => Err(WriteError::Refused(at)),
            },
            written => written,
        }
    }
}
