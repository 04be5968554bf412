//! Who reads a turn, and what becomes of it where nobody is sure.

use std::time::Duration;

use comanda::conversation::{Channel, converse};
use comanda::interpreter::claude::tally::ByName;
use comanda::interpreter::{Act, Asked, Certainty, Proposal};
use comanda::order::LineId;
use serde_json::json;
use tokio::time::Instant;

use crate::scripted::Script;
use crate::shop::{CERTAIN, Claude, UNSURE, WITHIN, app, books, memory, says, says_after, turn, two_cokes};
use crate::store::{Does, Told};

const LATE: Duration = Duration::from_secs(20);

fn is_asked_about(read: &Proposal) -> bool {
    read.edits.is_empty() && !read.doubted.edits.is_empty()
}

#[tokio::test(start_paused = true)]
async fn what_the_grammar_is_sure_of_is_nobody_elses() {
    let claude = Claude::tiered([says(&two_cokes())]);
    for words in [CERTAIN, "that's all", "yes", "no", "a large margherita", ""] {
        claude.reads(words).await;
        assert_eq!(claude.calls(), 0, "{words}");
    }
    claude.reads(UNSURE).await;
    assert_eq!(claude.calls(), 1);
    let tiers = claude.tally.counts().tiers;
    assert_eq!(tiers, ByName::from([("offline", 6), ("claude", 1)]));
}

/// Also where Claude is asked about everything.
#[tokio::test(start_paused = true)]
async fn where_somebody_lives_and_who_they_are_is_nobody_elses() {
    let claude = Claude::over(&Script::new([says(&two_cokes())]), books(memory()), true, None);
    for asked in [
        Asked::PostalCode,
        Asked::Street,
        Asked::HouseNumber,
        Asked::Address,
        Asked::Name,
        Asked::Phone,
        Asked::Change,
    ] {
        for words in ["flibbertigibbet", UNSURE, "sixty-two", "it's Ana", "two cokes"] {
            claude.reads_where(words, Some(asked.clone()), WITHIN).await;
            assert_eq!(claude.calls(), 0, "{asked:?}: {words}");
        }
    }
    for words in [
        "my name is Ana Paula",
        "deliver it to sixty-two Maple Street apartment four",
        "call me on 11 91234 5678",
        "two cokes and my name is Ana",
    ] {
        claude.reads(words).await;
        assert_eq!(claude.calls(), 0, "{words}");
    }
    claude.reads("two cokes").await;
    assert_eq!(claude.calls(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_late_answer_is_dropped_and_the_own_reading_asked_about() {
    let claude = Claude::tiered([says_after(LATE, &two_cokes())]);
    let begun = Instant::now();
    let read = claude.reads(UNSURE).await;
    assert_eq!(begun.elapsed(), WITHIN);
    assert!(is_asked_about(&read), "{read:?}");
    tokio::time::sleep(2 * LATE).await;
    assert_eq!((claude.calls(), claude.script.waited()), (1, 0), "it was dropped");
}

#[tokio::test(start_paused = true)]
async fn answers_with_nothing_in_them_are_as_good_as_none() {
    for input in [
        json!({}),
        json!({ "act": "unclear" }),
        json!({ "act": "order", "edits": [{ "do": "add", "item": "coke", "cites": "never said" }] }),
        json!({ "act": "order", "edits": [{ "do": "add", "item": "no-such-thing", "cites": "two cokes" }] }),
        json!({ "act": "thats_all", "act_cites": "" }),
        json!({ "edits": 7 }),
    ] {
        let claude = Claude::tiered([says(&input)]);
        let read = claude.reads(UNSURE).await;
        assert!(is_asked_about(&read), "{input}: {read:?}");
        assert_eq!(
            claude.tally.counts().tiers,
            ByName::from([("fallback", 1)]),
            "{input}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_certain_reading_stands_where_nobody_answers() {
    let claude = Claude::over(
        &Script::new([says_after(LATE, &two_cokes())]),
        books(memory()),
        true,
        None,
    );
    let read = claude.reads(CERTAIN).await;
    assert_eq!((read.certainty, read.edits.len()), (Certainty::Certain, 1));
    let read = claude
        .reads_where("large", Some(Asked::Choice(LineId(1))), WITHIN)
        .await;
    assert_eq!(read.act, Act::Edit);
    assert_eq!(claude.calls(), 2);
}

#[tokio::test(start_paused = true)]
async fn without_time_nobody_is_asked() {
    let claude = Claude::tiered([says(&two_cokes())]);
    for millis in [0, 499] {
        let within = Duration::from_millis(millis);
        let read = claude.reads_where(UNSURE, None, within).await;
        assert!(is_asked_about(&read), "{read:?}");
    }
    assert_eq!((claude.calls(), claude.not_asked()), (0, vec![("no_time", 2)]));
}

/// Somebody else wrote first, several times: the turn is answered anew from what they wrote, and what was understood once
/// is not asked again.
#[tokio::test(start_paused = true)]
async fn a_turn_that_is_overtaken_is_asked_about_once() {
    let script = Script::new([says_after(Duration::from_secs(1), &two_cokes())]);
    let mut told = None;
    let app = app(&script, |inner| told.insert(Told::over(inner)).clone()).await;
    told.unwrap().tell(Does::Refuses(4));
    let begun = Instant::now();
    let reply = converse(&app, &turn("ana", Channel::Alexa, UNSURE)).await;
    assert!(reply.speech.text().contains("okes"), "{}", reply.speech.text());
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    assert_eq!(script.asked().len(), 1);
}
