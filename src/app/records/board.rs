//! When somebody last looked at the staff board.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Versioned, load, put};
use crate::app::store::Write;
use crate::app::{App, StoreError, keys};
use crate::order::ShopId;

/// That a staff board was open somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardSeen {
    /// When it last asked for its tickets, give or take how seldom that is noted.
    pub at: Timestamp,
}

/// When the board was last seen; none where it never was.
///
/// # Errors
/// [`StoreError`].
pub async fn load_board_seen(app: &App) -> Result<Option<Versioned<BoardSeen>>, StoreError> {
    load(app, &keys::board(app.shop())).await
}

/// The write of when the board was seen over the version it was read at.
///
/// # Errors
/// [`StoreError::Misused`] if it cannot be written down.
pub fn put_board_seen(shop: &ShopId, seen: &Versioned<BoardSeen>) -> Result<Write, StoreError> {
    put(keys::board(shop), seen, Vec::new(), Vec::new())
}
