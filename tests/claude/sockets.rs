//! Whole turns over real sockets, in real time: four of them, each bounded. Everything else is held on paused time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use comanda::conversation::{Channel, converse};
use comanda::interpreter::claude::Wanted;

use crate::shop::{UNSURE, app_with, at, turn, two_cokes};
use crate::stand_in::{Answer, Asked, Sent, StandIn};

/// What scheduling may add, on a machine that does much else.
const SLACK: Duration = Duration::from_millis(1_500);

/// A turn with a model by this script: what is said, and whether it took as long as it should.
async fn check(
    channel: Channel,
    script: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    took: Duration,
    begins: &str,
) {
    let stand_in = StandIn::start(script).await;
    let app = app_with(&at(&stand_in), Wanted::default(), Arc::default(), |store| store).await;
    let begun = Instant::now();
    let reply = converse(&app, &turn("ana", channel, UNSURE)).await;
    let elapsed = begun.elapsed();
    assert!(took <= elapsed && elapsed < took + SLACK, "{elapsed:?}");
    let words = reply.speech.text();
    assert!(words.contains(begins), "{words}");
    assert_eq!(stand_in.asked().len(), 1);
}

fn right(asked: &Asked) -> Answer {
    Answer::uses_tool(asked, &two_cokes())
}

#[tokio::test]
async fn a_model_in_time_is_taken() {
    check(Channel::Alexa, right, Duration::ZERO, "Two Cokes").await;
}

#[tokio::test]
async fn a_late_one_is_cut_at_four_and_a_half_seconds() {
    let late = |asked: &Asked| right(asked).after(Duration::from_secs(20));
    check(Channel::Alexa, late, Duration::from_millis(4_500), "Did you mean").await;
}

#[tokio::test]
async fn and_on_the_phone_at_two_and_a_half() {
    let late = |asked: &Asked| right(asked).after(Duration::from_secs(20));
    check(Channel::Phone, late, Duration::from_millis(2_500), "Did you mean").await;
}

#[tokio::test]
async fn a_connection_that_breaks_costs_no_time() {
    let breaks = |_: &Asked| Answer::nonsense(b"").sent(Sent::Not);
    check(Channel::Alexa, breaks, Duration::ZERO, "Did you mean").await;
}
