//! What Claude costs a day, kept in the store for all processes together, and the limit after which it is not asked.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use tokio::time::{Instant, timeout};

use crate::app::Books;
use crate::app::records::{add_spending, spending};

/// How long what others have spent is believed.
const BELIEVED: Duration = Duration::from_secs(30);
/// How long the books may take to answer: a turn waits for them.
const BOOKS_WITHIN: Duration = Duration::from_millis(300);

/// A meter with a limit.
#[derive(Debug)]
pub struct Meter {
    books: Arc<Books>,
    /// The most that may be spent a day, in millionths of a US dollar; none: as much as it takes.
    limit: Option<u64>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    day: Option<Date>,
    /// What the books said, and what has been written since.
    written: u64,
    /// When they were last asked.
    read_at: Option<Instant>,
    /// What was spent here and is not known to be in the books.
    unwritten: u64,
    /// What of it is being written.
    under_way: u64,
    /// Whether it has been said that the limit is reached.
    said: bool,
}

impl State {
    /// Begins a day, if it is another. What is not in the books yet counts on.
    fn turn_to(&mut self, today: Date) {
        if self.day != Some(today) {
            *self = Self {
                day: Some(today),
                unwritten: self.unwritten,
                under_way: self.under_way,
                ..Self::default()
            };
        }
    }

    fn spent(&self) -> u64 {
        self.written.saturating_add(self.unwritten)
    }
}

impl Meter {
    /// A meter over the books of a shop.
    pub fn new(books: Books, limit: Option<u64>) -> Self {
        Self {
            books: Arc::new(books),
            limit,
            state: Arc::default(),
        }
    }

    /// The day by which is counted: UTC's, the same for every shop and process.
    fn today(&self) -> Date {
        self.books.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Whether the day's limit leaves anything. Takes as long as the books may, at most.
    pub(super) async fn allows(&self) -> bool {
        let Some(limit) = self.limit else { return true };
        let today = self.today();
        if self.is_due(today) {
            // Where the books do not answer, what is known of them stands.
            let read = timeout(BOOKS_WITHIN, spending(&self.books, today)).await;
            if let Ok(Ok(written)) = read {
                lock(&self.state).written = written;
            }
        }
        let mut state = lock(&self.state);
        let spent = state.spent();
        if spent >= limit && !state.said {
            state.said = true;
            tracing::warn!(micro_usd = spent, limit, "model.limit_reached");
        }
        spent < limit
    }

    /// Whether the books are to be asked again: of several turns at once by one, and the others go by what is known.
    fn is_due(&self, today: Date) -> bool {
        let mut state = lock(&self.state);
        state.turn_to(today);
        let due = state.read_at.is_none_or(|at| at.elapsed() >= BELIEVED);
        if due {
            state.read_at = Some(Instant::now());
        }
        due
    }

    /// Notes what a call cost: here at once, and in the books beside the turn. What they do not take is written with the
    /// next; what they took without saying so is counted twice rather than not at all.
    pub(super) fn spend(&self, micro_usd: u64) {
        let Some(limit) = self.limit.filter(|_| micro_usd > 0) else {
            return;
        };
        let amount = {
            let mut state = lock(&self.state);
            state.unwritten = state.unwritten.saturating_add(micro_usd);
            let today = state.spent();
            let used_percent = today.saturating_mul(100) / limit.max(1);
            tracing::info!(micro_usd = today, limit, used_percent, "model.spent");
            let amount = state.unwritten.saturating_sub(state.under_way);
            state.under_way = state.unwritten;
            amount
        };
        let (today, books, state) = (self.today(), Arc::clone(&self.books), Arc::clone(&self.state));
        tokio::spawn(async move {
            let written = timeout(BOOKS_WITHIN, add_spending(&books, today, amount)).await;
            let mut state = lock(&state);
            state.under_way = state.under_way.saturating_sub(amount);
            if matches!(written, Ok(Ok(()))) {
                state.unwritten = state.unwritten.saturating_sub(amount);
                if state.day == Some(today) {
                    state.written = state.written.saturating_add(amount);
                }
            } else {
                tracing::warn!("model.spending.not_written");
            }
        });
    }
}

/// Nothing panics while it holds the lock.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
