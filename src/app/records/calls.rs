//! Whose a telephone call is: the number that the telephone line itself recorded for it, kept by the call's id for as long
//! as a call may last.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{VERSION, Versioned, decode_all, load, put};
use crate::app::store::{Condition, Index, IndexEntry, Query, Write, WriteError};
use crate::app::{App, StoreError, keys};
use crate::order::{CustomerId, Phone, ShopId};

/// How long a call's number counts: longer than anybody orders.
pub const CALL_STANDS: SignedDuration = SignedDuration::from_hours(2);
/// How many bytes of the hash stand for a number.
const HASHED: usize = 16;
/// The most ended calls that are dropped at a time.
const PAGE: usize = 100;

/// A call under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The line's own id of it.
    pub contact: String,
    /// Whose number it comes from; none where the caller withholds it.
    pub phone: Option<Phone>,
    /// What only the line was told: who speaks in the name of this call brings it.
    pub ticket: String,
    /// Until when this counts.
    pub until: Timestamp,
}

/// Who calls from a number. The same number is the same customer, whose id does not show it.
pub fn customer_of_number(shop: &ShopId, phone: &Phone) -> CustomerId {
    let digest = Sha256::digest(format!("{shop}#phone#{}", phone.digits()));
    let bytes = digest.into_iter().take(HASHED);
    let hash = bytes.fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    CustomerId::of_telephone(&hash)
}

/// A call by the line's id, unless its time is over.
///
/// # Errors
/// [`StoreError`].
pub async fn load_call(app: &App, contact: &str) -> Result<Option<Versioned<Call>>, StoreError> {
    let stored: Option<Versioned<Call>> = load(app, &keys::call(app.shop(), contact)).await?;
    let now = app.clock.now();
    Ok(stored.filter(|stored| now < stored.value.until))
}

/// The write of a call that has not been noted before.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_call(shop: &ShopId, call: &Call) -> Result<Write, StoreError> {
    let ended = IndexEntry {
        index: Index::ByQueue,
        partition: keys::calls(shop),
        sort: keys::sortable(call.until),
    };
    let key = keys::call(shop, &call.contact);
    put(key, &Versioned::new(call.clone()), Vec::new(), vec![ended])
}

/// Drops calls whose time is over, at most a page of them. Returns how many.
///
/// # Errors
/// [`StoreError`].
pub async fn drop_calls(app: &App) -> Result<usize, StoreError> {
    let query = Query {
        index: Index::ByQueue,
        partition: keys::calls(app.shop()),
        before: Some(keys::sortable(app.clock.now())),
        descending: false,
        limit: PAGE,
    };
    let mut dropped = 0;
    for Versioned { value, version } in decode_all::<Call>(&app.store.list(&query).await?) {
        let same = Condition::Equals(VERSION, version.into());
        let delete = Write::Delete(keys::call(app.shop(), &value.contact), vec![same]);
        match app.store.write(vec![delete]).await {
            Ok(()) => dropped += 1,
            // The index lags: it is gone already.
            Err(WriteError::Refused(_)) => {}
            Err(WriteError::Store(error)) => return Err(error),
        }
    }
    Ok(dropped)
}
