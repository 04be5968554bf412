//! The store's port over one DynamoDB table; `docs/dynamodb.md` has its design.
//!
//! Every write is a `TransactWriteItems`, also a single one: only a transaction has a token by which a repeated request
//! is carried out once. A conditional `PutItem` that is sent again because its answer was lost finds its own first
//! attempt and is refused.

mod expression;
mod item;
mod trying;

use async_trait::async_trait;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::query::QueryOutput;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::CancellationReason;

use self::item::Item;
use self::trying::{Attempt, tried};
use super::failure::Failure;
use crate::app::store::{Key, MOST_LISTED, Query, Record, Store, Write, check_writes};
use crate::app::{IdSource, StoreError, WriteError};

/// The most pages of one listing. A page holds 1 MB or what is left of the listing, so at least one record.
const MOST_PAGES: usize = MOST_LISTED;

/// The store in a DynamoDB table.
#[derive(Debug)]
pub struct DynamoStore {
    client: Client,
    table: String,
    tokens: IdSource,
}

impl DynamoStore {
    /// The store in this table.
    ///
    /// Tries are counted here (at most five, see `trying.rs`), so the client's own retries are switched off. How long one
    /// try may take is the client's: its configuration should have an operation timeout of about a second, because without
    /// one a request that nobody answers is waited for until the turn or the function is cut.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "handed over as every client of a service is"
    )]
    pub fn new(client: Client, table: String) -> Self {
        let once = client.config().to_builder().retry_config(RetryConfig::disabled());
        Self {
            client: Client::from_conf(once.build()),
            table,
            tokens: IdSource::Random,
        }
    }

    async fn page(
        &self,
        query: &Query,
        wanted: usize,
        from: Option<Item>,
    ) -> Result<QueryOutput, StoreError> {
        let asked = expression::key_condition(query);
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .index_name(item::index_name(query.index))
            .key_condition_expression(asked.clause)
            .set_expression_attribute_names(Some(asked.names))
            .set_expression_attribute_values(Some(asked.values))
            .scan_index_forward(!query.descending)
            .limit(i32::try_from(wanted).unwrap_or(1))
            .set_exclusive_start_key(from);
        tried(|| async {
            let sent = request.clone().send().await;
            sent.map_err(|error| attempt(&error))
        })
        .await
    }
}

#[async_trait]
impl Store for DynamoStore {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        if item::check_key(key).is_err() {
            // Nothing can have been written there.
            return Ok(None);
        }
        let request = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::of_key(key)))
            .consistent_read(true);
        let found = tried(|| async {
            let sent = request.clone().send().await;
            sent.map_err(|error| attempt::<_, StoreError>(&error))
        });
        found.await?.item.map(item::to_record).transpose()
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        // DynamoDB refuses an empty key; nothing stands in such a partition or before such a place.
        if query.partition.is_empty() || query.before.as_ref().is_some_and(String::is_empty) {
            return Ok(Vec::new());
        }
        let limit = query.limit.clamp(1, MOST_LISTED);
        let (mut records, mut from) = (Vec::new(), None);
        for _ in 0..MOST_PAGES {
            let page = self.page(query, limit - records.len(), from).await?;
            for found in page.items.unwrap_or_default() {
                records.push(item::to_record(found)?);
            }
            from = page.last_evaluated_key.filter(|key| !key.is_empty());
            if from.is_none() || records.len() >= limit {
                records.truncate(limit);
                return Ok(records);
            }
        }
        Err(StoreError::Unavailable("a listing without an end".to_owned()))
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        check_writes(&writes)?;
        let items = writes
            .iter()
            .map(|write| expression::of_write(&self.table, write));
        let items = items.collect::<Result<Vec<_>, _>>()?;
        let request = self
            .client
            .transact_write_items()
            .set_transact_items(Some(items))
            .client_request_token(self.tokens.next().to_string());
        tried(|| async {
            let sent = request.clone().send().await;
            sent.map(drop).map_err(|error| refusal(&error))
        })
        .await
    }
}

/// What a failed call comes to, whichever it was.
fn attempt<F: ProvideErrorMetadata, E: From<StoreError>>(error: &SdkError<F>) -> Attempt<E> {
    let Failure { code, passing } = Failure::of(error);
    if passing {
        Attempt::Again(code)
    } else if code == "ValidationException" {
        Attempt::Over(StoreError::Misused(code).into())
    } else {
        Attempt::Over(StoreError::Unavailable(code).into())
    }
}

fn refusal(error: &SdkError<TransactWriteItemsError>) -> Attempt<WriteError> {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
            reason(cancelled.cancellation_reasons())
        }
        _ => attempt(error),
    }
}

/// Why a transaction was cancelled. There is a reason for each write, in order, and the first that says anything counts:
/// behind a conflict nobody knows whether that write's conditions would have held.
///
/// The codes are those of [TransactionCanceledException].
///
/// [TransactionCanceledException]: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
fn reason(reasons: &[CancellationReason]) -> Attempt<WriteError> {
    let said = reasons.iter().map(|reason| reason.code().unwrap_or("None"));
    match said.enumerate().find(|(_, code)| *code != "None") {
        Some((index, "ConditionalCheckFailed")) => Attempt::Over(WriteError::Refused(index)),
        Some((_, code @ ("TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded"))) => {
            Attempt::Again(code.to_owned())
        }
        Some((index, "ValidationError" | "ItemCollectionSizeLimitExceeded")) => {
            Attempt::Over(StoreError::Misused(format!("write {index} is not valid")).into())
        }
        Some(_) | None => {
            Attempt::Over(StoreError::Unavailable("cancelled for no known reason".to_owned()).into())
        }
    }
}

#[cfg(test)]
mod tests;
