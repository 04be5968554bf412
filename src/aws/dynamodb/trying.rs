//! How often and how long DynamoDB is tried: at most five times with short, uneven waits between.
//!
//! The waits come to 375 ms at most, so that a turn still has time to answer. No try begins later than two seconds after
//! the first; how long the last one takes is the client's own timeout.

use std::time::Duration;

use tokio::time::Instant;

use crate::app::{IdSource, StoreError};

/// How often a call is made in all.
pub(super) const TRIES: u32 = 5;
/// How long after the first try the last may begin.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);
/// The longest wait before the second try; each later one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(25);

/// How one try ended without success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Attempt<E> {
    /// It may go well the next time; the words say what was in the way.
    Again(String),
    /// It will not.
    Over(E),
}

/// Makes a call until it is over, or [`StoreError::Unavailable`] after the last try.
pub(super) async fn tried<T, E: From<StoreError>, F>(mut call: impl FnMut() -> F) -> Result<T, E>
where
    F: Future<Output = Result<T, Attempt<E>>>,
{
    let began = Instant::now();
    let mut tries = 0;
    loop {
        tries += 1;
        match call().await {
            Ok(done) => return Ok(done),
            Err(Attempt::Over(error)) => return Err(error),
            Err(Attempt::Again(why)) => {
                let wait = wait_after(tries);
                if tries == TRIES || began.elapsed() + wait > PATIENCE {
                    return Err(StoreError::Unavailable(why).into());
                }
                tokio::time::sleep(wait).await;
            }
        }
    }
}

/// Between half and all of the longest wait, so that those who met once do not meet again.
fn wait_after(tries: u32) -> Duration {
    let longest = FIRST_WAIT * 2_u32.saturating_pow(tries - 1);
    let [chance, ..] = IdSource::Random.next().into_bytes();
    longest / 2 + longest / 2 * u32::from(chance) / u32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A call that fails this often, and takes this long each time.
    async fn check(failures: u32, takes: Duration, tries: u32, expected: Result<(), StoreError>) {
        let (made, began) = (Cell::new(0), Instant::now());
        let made = &made;
        let outcome = tried(|| async move {
            made.set(made.get() + 1);
            tokio::time::sleep(takes).await;
            if made.get() > failures {
                Ok(())
            } else {
                Err(Attempt::Again("busy".to_owned()))
            }
        });
        assert_eq!(outcome.await, expected);
        assert_eq!(made.get(), tries);
        assert!(began.elapsed() <= Duration::from_millis(380) + takes * tries);
    }

    #[tokio::test(start_paused = true)]
    async fn tries_and_waits_are_limited() {
        let (none, second) = (Duration::ZERO, Duration::from_secs(1));
        let unavailable = || Err(StoreError::Unavailable("busy".to_owned()));
        check(0, none, 1, Ok(())).await;
        check(1, none, 2, Ok(())).await;
        check(4, none, TRIES, Ok(())).await;
        check(5, none, TRIES, unavailable()).await;
        check(u32::MAX, none, TRIES, unavailable()).await;
        // The second try began within two seconds of the first, and a third would not have.
        check(u32::MAX, second, 2, unavailable()).await;
        check(u32::MAX, second * 5, 1, unavailable()).await;
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_over_is_not_tried_again() {
        let made = Cell::new(0);
        let outcome: Result<(), StoreError> = tried(|| {
            made.set(made.get() + 1);
            std::future::ready(Err(Attempt::Over(StoreError::Misused("so".to_owned()))))
        })
        .await;
        assert_eq!(
            (outcome, made.get()),
            (Err(StoreError::Misused("so".to_owned())), 1)
        );
    }
}
