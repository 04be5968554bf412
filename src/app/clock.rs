//! The time and the ids that everything else uses, so that tests have both in their hands.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A start, and what the runtime's own clock has gone since: under paused time it stands still or jumps.
    Runtime {
        /// The time at the start.
        origin: Timestamp,
        /// The start by the runtime's clock.
        since: tokio::time::Instant,
    },
}

impl Clock {
    /// A clock that begins at `origin` and follows the runtime's.
    pub fn starting_at(origin: Timestamp) -> Self {
        Self::Runtime {
            origin,
            since: tokio::time::Instant::now(),
        }
    }

    /// The time now.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Runtime { origin, since } => {
                let gone = SignedDuration::try_from(since.elapsed()).unwrap_or(SignedDuration::ZERO);
                origin.checked_add(gone).unwrap_or(Timestamp::MAX)
            }
        }
    }
}

/// Where new ids come from.
#[derive(Debug)]
pub enum IdSource {
    /// Random ids that nobody can guess.
    Random,
    /// 1, 2, 3 and so on, for tests.
    Counted(AtomicU64),
}

impl IdSource {
    /// Ids that count from 1.
    pub fn counted() -> Self {
        Self::Counted(AtomicU64::new(1))
    }

    /// A new id: a UUID.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
    pub fn next(&self) -> Uuid {
        match self {
            Self::Random => Uuid::new_v4(),
            Self::Counted(next) => Uuid::from_u128(u128::from(next.fetch_add(1, Ordering::Relaxed))),
        }
    }
}
