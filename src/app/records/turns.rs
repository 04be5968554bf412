//! The journal of turns, kept only where the shop has opted in: what customers said, without what is private in it, and what
//! was made of it. To learn from, never to act on.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Versioned, decode_all, put_if};
use crate::app::store::{Index, IndexEntry, MOST_LISTED, Query, Write};
use crate::app::{App, StoreError, keys};
use crate::interpreter::{Hint, Reader};
use crate::order::{CustomerId, Language, ShopId};

/// The most pages that are read of the journal.
const MOST_PAGES: usize = 10;

/// What came of a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnOutcome {
    /// Every word was accounted for.
    Understood,
    /// Something was, and something was asked about or is not on the menu.
    Partly,
    /// Nothing was.
    Missed,
}

/// A turn, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotedTurn {
    /// Which talk it belongs to; says nothing of whose.
    pub talk: String,
    /// When.
    pub at: Timestamp,
    /// In which language.
    pub language: Language,
    /// Over which channel, by its name in the dialogue.
    pub channel: String,
    /// Whether it opened a session.
    pub opens: bool,
    /// The words, what is private in them replaced by "…"; none where no words came, or all of them are private.
    pub words: Option<String>,
    /// What the channel's grammar took them for.
    pub hint: Option<NotedHint>,
    /// What was wanted, where the channel said it without words.
    pub wish: Option<String>,
    /// Whether something was left out because it is private.
    pub private: bool,
    /// The question that was open, by its kind.
    pub asked: Option<String>,
    /// Who understood it.
    pub by: Reader,
    /// What it was understood as, by its kind.
    pub act: Option<String>,
    /// What came of it.
    pub outcome: TurnOutcome,
    /// Words that name nothing on the menu, or several things on it.
    pub unknown: Vec<String>,
    /// The question at its end, by its kind.
    pub asks: Option<String>,
    /// How many lines the draft then had.
    pub lines: usize,
    /// Whether the order was placed with it.
    pub placed: bool,
}

/// [`Hint`], as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotedHint {
    /// An order.
    Add,
    /// What to take off.
    Remove,
    /// What to change.
    Change,
}

impl From<Hint> for NotedHint {
    fn from(hint: Hint) -> Self {
        match hint {
            Hint::Add => Self::Add,
            Hint::Remove => Self::Remove,
            Hint::Change => Self::Change,
        }
    }
}

/// The write of a turn under an id of its own.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_turn(
    shop: &ShopId,
    customer: &CustomerId,
    id: &str,
    turn: NotedTurn,
) -> Result<Write, StoreError> {
    let sort = format!("{}#{id}", keys::sortable(turn.at));
    let entry = |index, partition| IndexEntry {
        index,
        partition,
        sort: sort.clone(),
    };
    let indexes = vec![
        entry(Index::ByCustomer, keys::turns_of(shop, customer)),
        entry(Index::ByQueue, keys::turns(shop)),
    ];
    put_if(
        keys::turn(shop, id),
        &Versioned::new(turn),
        Vec::new(),
        indexes,
        Vec::new(),
    )
}

/// The turns that are kept, latest first, at most two thousand.
///
/// # Errors
/// [`StoreError`].
pub async fn noted_turns(app: &App) -> Result<Vec<NotedTurn>, StoreError> {
    let mut turns = Vec::new();
    let mut before = None;
    for _ in 0..MOST_PAGES {
        let query = Query {
            index: Index::ByQueue,
            partition: keys::turns(app.shop()),
            before,
            descending: true,
            limit: MOST_LISTED,
        };
        let records = app.store.list(&query).await?;
        turns.extend(
            decode_all::<NotedTurn>(&records)
                .into_iter()
                .map(|turn| turn.value),
        );
        before = records
            .get(MOST_LISTED - 1)
            .and_then(|record| place(record, Index::ByQueue));
        if before.is_none() {
            break;
        }
    }
    Ok(turns)
}

/// Deletes every turn of a customer's.
///
/// # Errors
/// [`StoreError`]; what is deleted by then stays so.
pub(super) async fn delete_turns(app: &App, customer: &CustomerId) -> Result<(), StoreError> {
    let partition = keys::turns_of(app.shop(), customer);
    let mut before = None;
    loop {
        let query = Query {
            index: Index::ByCustomer,
            partition: partition.clone(),
            before,
            descending: true,
            limit: crate::app::store::MOST_WRITES,
        };
        // An index may still list what is deleted: each page begins behind the one before it.
        let records = app.store.list(&query).await?;
        before = records.last().and_then(|record| place(record, Index::ByCustomer));
        if before.is_none() {
            return Ok(());
        }
        let deletes = records
            .into_iter()
            .map(|record| Write::Delete(record.key, Vec::new()));
        match app.store.write(deletes.collect()).await {
            Ok(()) | Err(crate::app::WriteError::Refused(_)) => {}
            Err(crate::app::WriteError::Store(error)) => return Err(error),
        }
    }
}

fn place(record: &crate::app::store::Record, index: Index) -> Option<String> {
    let entry = record.indexes.iter().find(|entry| entry.index == index)?;
    Some(entry.sort.clone())
}
