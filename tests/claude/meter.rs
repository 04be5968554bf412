//! The day's limit, over a store that several processes share, that fails and that hangs.

use std::sync::Arc;
use std::time::Duration;

use comanda::app::records::spending;
use comanda::app::{Books, Store};
use comanda::interpreter::Certainty;
use tokio::time::{Instant, sleep};

use crate::scripted::Script;
use crate::shop::{Claude, Log, UNSURE, WITHIN, books, memory, says, says_after, two_cokes};
use crate::store::{Does, Told};

/// Longer than what others have spent is believed.
const WHILE: Duration = Duration::from_secs(31);

/// What a call costs: three thousand tokens read and a hundred written by the default model.
async fn cost() -> u64 {
    let claude = Claude::tiered([says(&two_cokes())]);
    claude.reads(UNSURE).await;
    claude.tally.counts().micro_usd
}

fn process(books: &Books, limit: u64) -> Claude {
    Claude::over(
        &Script::new([says(&two_cokes())]),
        books.clone(),
        false,
        Some(limit),
    )
}

async fn written(books: &Books) -> u64 {
    // What is written beside the turn is written by then.
    sleep(Duration::from_millis(400)).await;
    let today = books.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    spending(books, today).await.unwrap()
}

async fn turns(claude: &Claude, turns: usize) {
    for _ in 0..turns {
        claude.reads(UNSURE).await;
        sleep(Duration::from_millis(400)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn after_the_limit_the_grammar_takes_over_and_it_is_said_once() {
    let log = Log::begin();
    let (books, cost) = (books(memory()), cost().await);
    assert!(cost > 0);
    let claude = process(&books, 2 * cost + 1);
    turns(&claude, 3).await;
    assert_eq!((claude.calls(), claude.not_asked()), (3, Vec::new()));
    assert_eq!(log.count("model.limit_reached"), 0);
    turns(&claude, 2).await;
    assert_eq!(
        (claude.calls(), claude.not_asked()),
        (3, vec![("daily_limit", 2)])
    );
    assert_eq!(log.count("model.limit_reached"), 1);
    assert_eq!(written(&books).await, 3 * cost);
    // The turn is answered all the same, by a question about what is not sure.
    let read = claude.reads(UNSURE).await;
    assert_eq!(read.certainty, Certainty::Unsure);
    assert!(
        read.edits.is_empty() && !read.doubted.edits.is_empty(),
        "{read:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn processes_share_one_limit() {
    let (books, cost) = (books(memory()), cost().await);
    let (one, other) = (process(&books, 3 * cost), process(&books, 3 * cost));
    turns(&one, 2).await;
    // It begins with what the first has spent.
    turns(&other, 2).await;
    assert_eq!((one.calls(), other.calls()), (2, 1));
    // The first believes what it knew for half a minute, and no longer.
    sleep(WHILE).await;
    turns(&one, 1).await;
    assert_eq!((one.calls(), one.not_asked()), (2, vec![("daily_limit", 1)]));
    assert_eq!(written(&books).await, 3 * cost);
}

#[tokio::test(start_paused = true)]
async fn calls_at_once_are_all_written() {
    let (books, cost) = (books(memory()), cost().await);
    let claude = process(&books, 1_000 * cost);
    let mut set = tokio::task::JoinSet::new();
    let claude = Arc::new(claude);
    for _ in 0..20 {
        let claude = Arc::clone(&claude);
        set.spawn(async move { claude.reads(UNSURE).await });
    }
    assert_eq!(set.join_all().await.len(), 20);
    assert_eq!(written(&books).await, 20 * cost);
}

#[tokio::test(start_paused = true)]
async fn a_day_ends_with_its_limit() {
    let (books, cost) = (books(memory()), cost().await);
    let claude = process(&books, cost);
    turns(&claude, 2).await;
    assert_eq!(claude.calls(), 1);
    // It began at noon.
    sleep(Duration::from_secs(12 * 3600)).await;
    turns(&claude, 2).await;
    assert_eq!(claude.calls(), 2);
    assert_eq!(written(&books).await, cost);
}

#[tokio::test(start_paused = true)]
async fn what_the_books_do_not_take_is_kept_and_written_with_the_next() {
    for does in [Does::Fails, Does::Hangs] {
        let told = Told::over(memory());
        let (books, cost) = (books(Arc::clone(&told) as Arc<dyn Store>), cost().await);
        let claude = process(&books, 4 * cost);
        told.tell(does);
        turns(&claude, 2).await;
        assert_eq!(claude.calls(), 2, "{does:?}");
        told.tell(Does::Works);
        assert_eq!(written(&books).await, 0, "{does:?}");
        turns(&claude, 1).await;
        assert_eq!(written(&books).await, 3 * cost, "{does:?}");
        // What is kept counts, also while the books are away.
        told.tell(does);
        sleep(WHILE).await;
        turns(&claude, 2).await;
        assert_eq!(
            (claude.calls(), claude.not_asked()),
            (4, vec![("daily_limit", 1)])
        );
    }
}

/// Whether it was taken is not known then: rather twice than not at all.
#[tokio::test(start_paused = true)]
async fn what_the_books_take_without_saying_so_is_not_lost() {
    let told = Told::over(memory());
    let (books, cost) = (books(Arc::clone(&told) as Arc<dyn Store>), cost().await);
    let claude = process(&books, 100 * cost);
    told.tell(Does::HangsAfter);
    turns(&claude, 1).await;
    told.tell(Does::Works);
    turns(&claude, 1).await;
    assert_eq!(written(&books).await, 3 * cost);
}

/// The time for a reading is the same, whatever the books do.
#[tokio::test(start_paused = true)]
async fn books_that_hang_take_their_time_from_the_call() {
    let told = Told::over(memory());
    let books = books(Arc::clone(&told) as Arc<dyn Store>);
    let late = says_after(Duration::from_secs(20), &two_cokes());
    let claude = Claude::over(&Script::new([late]), books, false, Some(1_000_000));
    told.tell(Does::Hangs);
    let begun = Instant::now();
    claude.reads(UNSURE).await;
    assert_eq!((begun.elapsed(), claude.calls()), (WITHIN, 1));
    let begun = Instant::now();
    claude.reads_where(UNSURE, None, Duration::from_millis(100)).await;
    assert_eq!((begun.elapsed(), claude.calls()), (Duration::ZERO, 1));
}

/// A call that is cut says nothing of what it used, and is paid for all the same.
#[tokio::test(start_paused = true)]
async fn calls_that_are_cut_count_too() {
    let late = says_after(Duration::from_secs(20), &two_cokes());
    let claude = Claude::over(
        &Script::new([late]),
        books(memory()),
        false,
        Some(2 * cost().await),
    );
    turns(&claude, 20).await;
    let calls = claude.calls();
    assert!((1..20).contains(&calls), "{calls}");
    assert_eq!(claude.not_asked(), [("daily_limit", 20 - calls as u64)]);
}
