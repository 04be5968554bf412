//! The turn's budget in one table: how long each part may take before it is cut.
//!
//! | part | at most |
//! |---|---|
//! | the whole turn | 6.5 s of Alexa's 8, part of which is gone before the code starts |
//! | the quote before a read-back | 1.2 s, then the local check |
//! | starting an order or a recommendation | 0.8 s, then the sweep, or nothing |
//!
//! A turn that somebody else overtakes is answered anew, at most [`TRIES`] times in all.

use std::time::Duration;

use jiff::SignedDuration;

/// The whole turn.
pub const TURN: Duration = Duration::from_millis(6_500);
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
