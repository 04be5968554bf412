//! A thousand turns with a model that answers at once, late, or never within its time: none takes longer than it may, each is
//! answered by voice, and no call goes on after it was cut.

use std::time::Duration;

use comanda::conversation::{Channel, TURN, converse};
use tokio::time::{Instant, sleep};

use crate::scripted::{Answer, Script};
use crate::shop::{UNSURE, app, says_after, turn, two_cokes};

const PHONE_TURN: Duration = Duration::from_secs(7);
/// What understanding the words may take: on the phone less, where silence loses callers.
const READING: Duration = Duration::from_millis(4_500);
const PHONE_READING: Duration = Duration::from_millis(2_500);

/// How late the model is, from none to twenty seconds: scattered, and the same on every run.
fn late(number: u64) -> Duration {
    Duration::from_millis((number * 7_919) % 20_001)
}

#[tokio::test(start_paused = true)]
async fn a_thousand_turns_are_answered_in_time() {
    const TURNS: u64 = 1_000;
    let answers = (0..TURNS).map(|number| says_after(late(number), &two_cokes()));
    let script = Script::new(answers.collect::<Vec<Answer>>());
    let app = app(&script, |store| store).await;
    let (mut in_time, mut cut) = (0, 0);
    for number in 0..TURNS {
        let (channel, budget, reading) = match number % 2 {
            0 => (Channel::Alexa, TURN, READING),
            _ => (Channel::Phone, PHONE_TURN, PHONE_READING),
        };
        // Each from somebody else: what was ordered before changes no reading.
        let turn = turn(&format!("customer-{number}"), channel, UNSURE);
        let begun = Instant::now();
        let reply = converse(&app, &turn).await;
        let took = begun.elapsed();
        assert!(took <= budget, "{number}: {took:?}");
        let words = reply.speech.text();
        if late(number) <= reading {
            in_time += 1;
            assert_eq!(took, late(number), "{number}");
            assert!(words.starts_with("Two Cokes"), "{number}: {words}");
        } else {
            cut += 1;
            assert_eq!(took, reading, "{number}");
            assert!(words.contains("Did you mean"), "{number}: {words}");
        }
    }
    assert_eq!(script.asked().len(), 1_000, "a turn makes one call");
    sleep(Duration::from_secs(60)).await;
    assert_eq!(script.waited(), in_time, "a call that was cut has been dropped");
    assert_eq!(in_time + cut, 1_000);
    assert!(in_time > 150 && cut > 600, "{in_time} in time, {cut} cut");
}
