//! The service is left alone where asking again would only cost time, and asked again afterwards.

use std::time::Duration;

use comanda::interpreter::Certainty;
use tokio::time::sleep;

use crate::scripted::Answer;
use crate::shop::{Claude, Log, UNSURE, refuses, says, two_cokes};

/// A refusal, then right answers: how often the service was called in the first seconds after it, and that it recovers.
async fn check(refusal: Answer, calls_at_once: usize, misconfigured: usize) {
    let log = Log::begin();
    let claude = Claude::tiered([refusal.clone(), says(&two_cokes())]);
    let first = claude.reads(UNSURE).await;
    assert!(first.edits.is_empty(), "{refusal:?}: {first:?}");
    sleep(Duration::from_secs(9)).await;
    claude.reads(UNSURE).await;
    assert_eq!(claude.calls(), calls_at_once, "{refusal:?}");
    let rested = claude.not_asked();
    assert_eq!(rested.is_empty(), calls_at_once == 2, "{refusal:?}: {rested:?}");
    sleep(Duration::from_millis(1_001)).await;
    let recovered = claude.reads(UNSURE).await;
    assert_eq!(recovered.certainty, Certainty::Certain, "{refusal:?}");
    assert_eq!(recovered.edits.len(), 1, "{refusal:?}");
    assert_eq!(log.count("model.misconfigured"), misconfigured, "{refusal:?}");
}

#[tokio::test(start_paused = true)]
async fn throttled_or_away_it_is_left_alone_for_ten_seconds() {
    check(refuses(429, "ThrottlingException"), 1, 0).await;
    check(refuses(503, "ServiceUnavailableException"), 1, 0).await;
    check(refuses(429, "ModelNotReadyException"), 1, 0).await;
    check(Answer::Breaks, 1, 0).await;
}

#[tokio::test(start_paused = true)]
async fn what_will_not_pass_by_itself_is_told_to_the_operator() {
    check(refuses(403, "AccessDeniedException"), 1, 1).await;
    check(refuses(404, "ResourceNotFoundException"), 1, 1).await;
    check(refuses(400, "ValidationException"), 1, 1).await;
    check(refuses(403, "ExpiredTokenException"), 1, 1).await;
}

#[tokio::test(start_paused = true)]
async fn one_answer_that_fails_says_nothing_of_the_next() {
    check(refuses(500, "InternalServerException"), 2, 0).await;
    check(refuses(424, "ModelErrorException"), 2, 0).await;
    let stopped = |reason| {
        let mut answer = crate::shop::answer(&two_cokes());
        answer["stopReason"] = reason;
        Answer::Says(200, answer)
    };
    check(stopped("max_tokens".into()), 2, 0).await;
    check(stopped("tired".into()), 2, 0).await;
}
