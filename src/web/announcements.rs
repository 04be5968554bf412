//! Announcements on one machine: kept for the page or terminal that asks for them, in order, a bounded number.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::Notify;
use tokio::time::{Duration, Instant};

use crate::app::{Announcement, Reached, VoiceOut};
use crate::order::CustomerId;

/// The most announcements that are kept.
const MOST_KEPT: usize = 500;
/// The most listeners that are remembered.
const MOST_LISTENERS: usize = 1_000;
/// How long after it last asked a listener counts as listening.
const LISTENING_FOR: Duration = Duration::from_secs(10);

/// The announcements that were made, latest last.
#[derive(Debug, Default)]
pub struct Announcements {
    kept: Mutex<Kept>,
    news: Notify,
}

#[derive(Debug, Default)]
struct Kept {
    /// How many have ever been made.
    made: u64,
    announcements: VecDeque<(u64, Announcement)>,
    listeners: BTreeMap<CustomerId, Instant>,
}

impl Announcements {
    /// The announcements to a customer after the `after`-th ever made, each with its number.
    pub fn after(&self, customer: &CustomerId, after: u64) -> Vec<(u64, Announcement)> {
        let mut kept = self.kept();
        kept.listen(customer);
        let new = kept
            .announcements
            .iter()
            .filter(|(number, said)| *number > after && said.customer == *customer);
        new.cloned().collect()
    }

    /// How many have ever been made: where a listener that wants only what is new begins.
    pub fn made(&self) -> u64 {
        self.kept().made
    }

    /// Waits for the next announcement to anyone, or for as long as `longest`.
    pub async fn wait(&self, longest: Duration) {
        // Nothing is lost by either outcome: the caller asks `after` again.
        drop(tokio::time::timeout(longest, self.news.notified()).await);
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn listen(&mut self, customer: &CustomerId) {
        let now = Instant::now();
        if self.listeners.len() >= MOST_LISTENERS {
            self.listeners
                .retain(|_, asked| now.duration_since(*asked) < LISTENING_FOR);
        }
        if self.listeners.len() < MOST_LISTENERS {
            self.listeners.insert(customer.clone(), now);
        }
    }

    /// Keeps an announcement, unless it is there: what was told and could not be noted as told is told again.
    fn add(&mut self, announcement: Announcement) {
        let same = |said: &Announcement| said.order == announcement.order && said.text == announcement.text;
        if self.announcements.iter().any(|(_, said)| same(said)) {
            return;
        }
        self.made += 1;
        self.announcements.push_back((self.made, announcement));
        if self.announcements.len() > MOST_KEPT {
            self.announcements.pop_front();
        }
    }
}

#[async_trait]
impl VoiceOut for Announcements {
    async fn announce(&self, announcement: Announcement) -> Reached {
        let mut kept = self.kept();
        let listening = kept
            .listeners
            .get(&announcement.customer)
            .is_some_and(|asked| asked.elapsed() < LISTENING_FOR);
        kept.add(announcement);
        drop(kept);
        self.news.notify_waiters();
        if listening {
            Reached::Spoken
        } else {
            Reached::Nobody
        }
    }
}
