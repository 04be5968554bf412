//! Which retrier takes a failure, and how long it waits.

use super::definition::{Rescue, Retrier};
use super::entropy::Entropy;
use super::error::Failure;
use super::limits::MAX_SECONDS;

/// The index of the first retrier that matches, if it may still be used. A retrier that matches and is used up
/// ends the search, as the language demands.
pub(crate) fn choose(rescue: &Rescue, used: &[u64], failure: &Failure) -> Option<usize> {
    let index = rescue
        .retriers
        .iter()
        .position(|retrier| failure.is_any_of(&retrier.error_equals))?;
    let retrier = rescue.retriers.get(index)?;
    let used = used.get(index).copied().unwrap_or(0);
    (used < retrier.max_attempts).then_some(index)
}

/// The delay before the next try, in milliseconds, after the retrier was used `used` times before.
pub(crate) fn delay_ms(retrier: &Retrier, used: u64, entropy: &mut Entropy) -> u64 {
    // A power that overflows is infinite, which the bound below takes care of.
    let grown = retrier.interval_seconds as f64 * retrier.backoff_rate.powf(used as f64);
    let most = retrier.max_delay_seconds.unwrap_or(MAX_SECONDS) as f64;
    let seconds = grown.min(most);
    let jittered = if retrier.full_jitter {
        seconds * entropy.fraction()
    } else {
        seconds
    };
    (jittered * 1000.0).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retrier() -> Retrier {
        Retrier {
            error_equals: vec!["States.ALL".to_owned()],
            interval_seconds: 2,
            max_attempts: 3,
            backoff_rate: 3.0,
            max_delay_seconds: None,
            full_jitter: false,
        }
    }

    #[test]
    fn delays_grow_to_their_bound() {
        let entropy = &mut Entropy::new([7; 32]);
        let delays = |retrier: &Retrier, entropy: &mut Entropy| -> Vec<u64> {
            [0, 1, 2, 10_000]
                .map(|used| delay_ms(retrier, used, entropy))
                .to_vec()
        };
        assert_eq!(
            delays(&retrier(), entropy),
            [2_000, 6_000, 18_000, MAX_SECONDS * 1000]
        );
        let bounded = Retrier {
            max_delay_seconds: Some(5),
            ..retrier()
        };
        assert_eq!(delays(&bounded, entropy), [2_000, 5_000, 5_000, 5_000]);
        let jittered = Retrier {
            full_jitter: true,
            ..bounded
        };
        assert!(delays(&jittered, entropy).iter().all(|delay| *delay <= 5_000));
    }

    #[test]
    fn a_used_up_retrier_ends_the_search() {
        let first = Retrier {
            error_equals: vec!["A".to_owned()],
            max_attempts: 1,
            ..retrier()
        };
        let rescue = Rescue {
            retriers: vec![first, retrier()],
            catchers: Vec::new(),
        };
        let (a, b) = (Failure::named("A", ""), Failure::named("B", ""));
        assert_eq!(choose(&rescue, &[0, 0], &a), Some(0));
        assert_eq!(choose(&rescue, &[1, 0], &a), None);
        assert_eq!(choose(&rescue, &[1, 2], &b), Some(1));
        assert_eq!(choose(&rescue, &[1, 3], &b), None);
    }
}
