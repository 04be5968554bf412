//! What is spent a day on a model, in millionths of a US dollar.

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::app::store::{Condition, Record, Write, WriteError};
use crate::app::{Books, StoreError, keys};

const MICRO_USD: &str = "micro_usd";

/// What has been spent on a day.
///
/// # Errors
/// [`StoreError`].
pub async fn spending(books: &Books, day: Date) -> Result<u64, StoreError> {
    let record = books.store.get(&keys::spending(&books.shop, day)).await?;
    let spent = record.and_then(|record| record.attributes.get(MICRO_USD)?.as_u64());
    Ok(spent.unwrap_or(0))
}

/// Adds to what has been spent on a day.
///
/// # Errors
/// [`StoreError`]; whether it was added is then not known.
pub async fn add_spending(books: &Books, day: Date, micro_usd: u64) -> Result<(), StoreError> {
    let key = keys::spending(&books.shop, day);
    let amount =
        i64::try_from(micro_usd).map_err(|_| StoreError::Misused("more than there is".to_owned()))?;
    let add = || vec![Write::Add(key.clone(), MICRO_USD, amount, Vec::new())];
    let attributes = Map::from_iter([(MICRO_USD.to_owned(), Value::from(micro_usd))]);
    let first = Record {
        key: key.clone(),
        attributes,
        indexes: Vec::new(),
    };
    // The first of the day makes the record; of two firsts at once one adds to the other's.
    for writes in [add(), vec![Write::Put(first, vec![Condition::Absent])], add()] {
        match books.store.write(writes).await {
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
            Ok(()) => return Ok(()),
        }
    }
    Err(StoreError::Unavailable(
        "the day's record comes and goes".to_owned(),
    ))
}
