//! The turn's budget in one table: how long each part may take before it is cut.
//!
//! | part | at most |
//! |---|---|
//! | the whole turn | 6.5 s of Alexa's 8, part of which is gone before the code starts; 7 s of the phone's 8 |
//! | understanding the words | 4.5 s, on the phone 2.5 s; in any case 2 s are left for what follows. One call of a model, aimed at 2.5 s, then the offline reading |
//! | the quote before a read-back | 1.2 s, then the local check |
//! | starting an order or a recommendation | 0.8 s, then the sweep, or nothing |
//!
//! A turn that somebody else overtakes is answered anew, at most [`TRIES`] times in all.

use std::time::Duration;

use jiff::SignedDuration;

use super::Channel;

/// The whole turn, but on the phone.
pub const TURN: Duration = Duration::from_millis(6_500);
/// The whole turn on the phone.
pub(super) const PHONE_TURN: Duration = Duration::from_millis(7_000);
/// Understanding the words.
const READING: Duration = Duration::from_millis(4_500);
/// The same on the phone, where silence loses callers.
const PHONE_READING: Duration = Duration::from_millis(2_500);
/// What is left for quote, writing and starting after the words are understood.
const AFTER_READING: Duration = Duration::from_millis(2_000);
/// The quote's workflow.
pub(super) const QUOTE: Duration = Duration::from_millis(1_200);
/// Starting an execution. What was not started by then is started by the sweep, or not missed.
pub(super) const START: Duration = Duration::from_millis(800);
/// How often a turn is answered anew.
pub(super) const TRIES: u32 = 10;
/// How long after its answer a turn may be delivered again. Ids are new for every turn in any case, but for tools that
/// send the same request over and over.
pub(super) const DELIVERED_AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// How long a question waits for its answer. After that a yes means nothing.
pub(super) const QUESTION_STANDS: SignedDuration = SignedDuration::from_mins(10);

/// How long a turn over a channel may take.
pub(super) fn turn(channel: Channel) -> Duration {
    match channel {
        Channel::Phone => PHONE_TURN,
        Channel::Alexa | Channel::Lex | Channel::Terminal => TURN,
    }
}

/// How long understanding may take where so much of the turn is left; of a turn that is answered anew nothing.
pub(super) fn reading(channel: Channel, left: Duration, again: bool) -> Duration {
    let most = match channel {
        Channel::Phone => PHONE_READING,
        Channel::Alexa | Channel::Lex | Channel::Terminal => READING,
    };
    match again {
        true => Duration::ZERO,
        false => most.min(left.saturating_sub(AFTER_READING)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn understanding_leaves_time_for_what_follows() {
        let check = |channel, left_ms, again, expected_ms| {
            let within = reading(channel, Duration::from_millis(left_ms), again);
            assert_eq!(
                within,
                Duration::from_millis(expected_ms),
                "{channel:?} {left_ms}"
            );
        };
        check(Channel::Alexa, 6_500, false, 4_500);
        check(Channel::Phone, 7_000, false, 2_500);
        check(Channel::Alexa, 5_000, false, 3_000);
        check(Channel::Phone, 1_000, false, 0);
        check(Channel::Terminal, 6_500, true, 0);
    }
}
