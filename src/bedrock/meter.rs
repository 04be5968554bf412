//! What Claude costs a day, kept in the store for all processes together, and the limit after which it is not asked.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use tokio::sync::Mutex;
use tokio::time::Instant;

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
    /// What the books said.
    written: u64,
    /// When.
    read_at: Option<Instant>,
    /// What was spent here and is not in the books.
    unwritten: u64,
    /// Whether it has been said that the limit is reached.
    said: bool,
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

    /// Whether the day's limit leaves anything.
    pub(super) async fn allows(&self) -> bool {
        let Some(limit) = self.limit else { return true };
        let today = self.today();
        let mut state = self.state.lock().await;
        if state.day != Some(today) {
            let unwritten = state.unwritten;
            *state = State {
                day: Some(today),
                unwritten,
                ..State::default()
            };
        }
        let fresh = state.read_at.is_some_and(|at| at.elapsed() < BELIEVED);
        if !fresh {
            // Where the books do not answer, what is known of them stands.
            let read = tokio::time::timeout(BOOKS_WITHIN, spending(&self.books, today)).await;
            if let Ok(Ok(written)) = read {
                state.written = written;
            }
            state.read_at = Some(Instant::now());
        }
        let spent = state.written.saturating_add(state.unwritten);
        if spent >= limit && !state.said {
            state.said = true;
            tracing::warn!(micro_usd = spent, limit, "model.limit_reached");
        }
        spent < limit
    }

    /// Notes what a call cost. The books are written beside the turn; what they do not take is written with the next.
    pub(super) async fn spend(&self, micro_usd: u64) {
        if self.limit.is_none() || micro_usd == 0 {
            return;
        }
        let today = self.today();
        let amount = {
            let mut state = self.state.lock().await;
            std::mem::take(&mut state.unwritten).saturating_add(micro_usd)
        };
        let (books, state) = (Arc::clone(&self.books), Arc::clone(&self.state));
        // Counted here at once, whatever becomes of the books.
        state.lock().await.written += amount;
        tokio::spawn(async move {
            let written = tokio::time::timeout(BOOKS_WITHIN, add_spending(&books, today, amount)).await;
            if !matches!(written, Ok(Ok(()))) {
                let mut state = state.lock().await;
                state.written = state.written.saturating_sub(amount);
                state.unwritten = state.unwritten.saturating_add(amount);
                tracing::warn!("model.spending.not_written");
            }
        });
    }
}
