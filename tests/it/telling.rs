//! News and its note: told once and in order, again where nobody could be told just then, and whatever a crash cuts off.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use comanda::announcement::{NotTold, Outcome, TELL_WITHIN, none_is_told, tell};
use comanda::app::records::{
    Held, TicketKind, Told, Versioned, customer_of_number, load_order, load_told, put_placed,
};
use comanda::app::{Announcement, App, CurrentOffer, IdSource, Reached, Route, VoiceOut};
use comanda::local::Database;
use comanda::order::menu::NewsCalls;
use comanda::order::{OrderId, Period, Phone, Problem, Stage};
use comanda::workflow::tickets::Answer;
use serde_json::json;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

/// Longer than whoever tells something has it to themselves, and than a queue leaves what failed.
const A_WHILE: Duration = Duration::from_secs(60);

/// A transport that does as it is told, and keeps what it was asked to say.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// What comes of each piece of news, the last one for ever; none: it never comes to an end.
    plan: Mutex<VecDeque<Option<Reached>>>,
    asked: Mutex<Vec<String>>,
    /// By which ways each was to be told, in letters: `e`vent, `c`all, `t`ext.
    ways: Mutex<Vec<String>>,
}

impl Line {
    pub(crate) fn planned(plan: &[Option<Reached>]) -> Arc<Self> {
        Arc::new(Self {
            plan: Mutex::new(plan.iter().copied().collect()),
            asked: Mutex::default(),
            ways: Mutex::default(),
        })
    }

    /// How much it was asked to say.
    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

#[async_trait]
impl VoiceOut for Line {
    async fn announce(&self, announcement: Announcement) -> Reached {
        let letter = |route: &Route| match route {
            Route::Event(_) => 'e',
            Route::Call(_) => 'c',
            Route::Text(_) => 't',
        };
        let ways = announcement.routes.iter().map(letter).collect();
        self.ways.lock().unwrap().push(ways);
        self.asked.lock().unwrap().push(announcement.text);
        let now = {
            let mut plan = self.plan.lock().unwrap();
            match plan.len() {
                1 => plan[0],
                _ => plan.pop_front().unwrap(),
            }
        };
        match now {
            Some(reached) => reached,
            None => std::future::pending().await,
        }
    }
}

/// The app of a test with this line in place of the page.
pub(crate) fn over(test: &TestApp, line: &Arc<Line>) -> Arc<App> {
    let menu = test.app.menu();
    Arc::new(App {
        offer: CurrentOffer::new((*menu).clone(), comanda::app::offline()),
        shop: test.app.shop.clone(),
        store: Arc::clone(&test.app.store),
        workflows: Arc::clone(&test.app.workflows),
        voice: Arc::clone(line) as _,
        profiles: None,
        keeps_hours: true,
        clock: test.app.clock.clone(),
        ids: IdSource::counted(),
    })
}

/// A placed order that no machine carries, and the app that tells of it over this line.
async fn placed(plan: &[Option<Reached>]) -> (TestApp, Arc<App>, Arc<Line>, OrderId) {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let id = test.place(&ana(), "two soups").await;
    let line = Line::planned(plan);
    let app = over(&test, &line);
    (test, app, line, id)
}

async fn entered(app: &App, id: &OrderId, stage: Stage) -> Result<Outcome, NotTold> {
    tell(app, json!({ "order": id, "stage": stage })).await
}

async fn noted(app: &App, id: &OrderId) -> Told {
    load_told(app, id)
        .await
        .unwrap()
        .map_or_else(Told::default, |stored| stored.value)
}

const SPOKEN: Option<Reached> = Some(Reached::Spoken);
const NOBODY: Option<Reached> = Some(Reached::Nobody);
const NOT_NOW: Option<Reached> = Some(Reached::NotNow);

#[tokio::test(start_paused = true)]
async fn what_could_not_be_told_just_now_is_told_when_it_is_delivered_again() {
    let (_test, app, line, id) = placed(&[NOT_NOW, NOT_NOW, SPOKEN]).await;
    for _ in 0..2 {
        assert_eq!(entered(&app, &id, Stage::Accepted).await, Err(NotTold::NotNow));
        assert_eq!(noted(&app, &id).await, Told::default(), "nothing counts as told");
    }
    let told = Ok(Outcome::Told(Reached::Spoken));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, told);
    assert_eq!(noted(&app, &id).await, Told::as_far_as(Stage::Accepted));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, Ok(Outcome::Old));
    assert_eq!(line.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn what_can_reach_nobody_is_settled_and_nothing_older_is_told_after_it() {
    let (_test, app, line, id) = placed(&[NOBODY, NOT_NOW, SPOKEN]).await;
    let nobody = Ok(Outcome::Told(Reached::Nobody));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, nobody);
    assert_eq!(entered(&app, &id, Stage::Accepted).await, Ok(Outcome::Old));
    assert_eq!(
        entered(&app, &id, Stage::Ready).await,
        Ok(Outcome::NoNews),
        "a courier's matter"
    );
    // Given up by its queue, and told of the next stage meanwhile: sent back it is old.
    assert_eq!(
        entered(&app, &id, Stage::OutForDelivery).await,
        Err(NotTold::NotNow)
    );
    let told = Ok(Outcome::Told(Reached::Spoken));
    assert_eq!(entered(&app, &id, Stage::Delivered).await, told);
    assert_eq!(entered(&app, &id, Stage::OutForDelivery).await, Ok(Outcome::Old));
    assert_eq!(line.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn two_deliveries_do_not_speak_at_once() {
    let (_test, app, line, id) = placed(&[None, SPOKEN]).await;
    let first = entered(&app, &id, Stage::Accepted);
    let second = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let stages = [Stage::Accepted, Stage::OutForDelivery];
        for stage in stages {
            assert_eq!(entered(&app, &id, stage).await, Err(NotTold::BeingTold));
        }
        assert_eq!(line.asked(), 1);
    };
    let begun = tokio::time::Instant::now();
    let (cut, ()) = tokio::join!(first, second);
    // A transport that never answers is cut off, well within the time that the note holds.
    assert_eq!(cut, Err(NotTold::NotNow));
    assert!(begun.elapsed() < TELL_WITHIN + Duration::from_secs(1));
    let told = Ok(Outcome::Told(Reached::Spoken));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, told);
}

#[tokio::test(start_paused = true)]
async fn what_a_crash_cut_off_is_taken_up_after_its_time() {
    let (_test, app, line, id) = placed(&[None, SPOKEN]).await;
    let cut = tokio::time::timeout(Duration::from_secs(1), entered(&app, &id, Stage::Accepted));
    assert!(cut.await.is_err());
    assert_eq!(entered(&app, &id, Stage::Accepted).await, Err(NotTold::BeingTold));
    tokio::time::sleep(A_WHILE).await;
    let told = Ok(Outcome::Told(Reached::Spoken));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, told);
    assert_eq!(line.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_process_that_alone_tells_need_not_wait_for_one_that_is_gone() {
    let (_test, app, _line, id) = placed(&[None, SPOKEN]).await;
    let cut = tokio::time::timeout(Duration::from_secs(1), entered(&app, &id, Stage::Accepted));
    assert!(cut.await.is_err());
    none_is_told(&app, &id).await.unwrap();
    let told = Ok(Outcome::Told(Reached::Spoken));
    assert_eq!(entered(&app, &id, Stage::Accepted).await, told);
    none_is_told(&app, &id).await.unwrap();
    assert_eq!(noted(&app, &id).await, Told::as_far_as(Stage::Accepted));
}

/// Puts an order into a stage at this moment.
async fn put(test: &TestApp, id: &OrderId, stage: Stage) {
    let Versioned { mut value, version } = load_order(&test.app, id).await.unwrap().unwrap();
    let Held::Placed { order, .. } = &mut value else {
        panic!("{id} has not been placed")
    };
    (order.stage, order.since) = (stage, test.app.clock.now());
    order.problem = (stage == Stage::Failed).then_some(Problem::NoCourier);
    let write = put_placed(test.app.shop(), &Versioned { value, version }).unwrap();
    test.app.store.write(vec![write]).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn progress_is_no_news_after_a_while_and_an_end_always_is() {
    for (stage, minutes, fresh) in [
        (Stage::Accepted, 14, true),
        (Stage::Accepted, 16, false),
        (Stage::OutForDelivery, 16, false),
        (Stage::Delivered, 16, true),
        (Stage::Failed, 600, true),
        (Stage::Cancelled, 600, true),
    ] {
        let (test, app, line, id) = placed(&[SPOKEN]).await;
        put(&test, &id, stage).await;
        tokio::time::sleep(Duration::from_secs(minutes * 60)).await;
        let expected = match fresh {
            true => Outcome::Told(Reached::Spoken),
            false => Outcome::NoNews,
        };
        assert_eq!(
            entered(&app, &id, stage).await,
            Ok(expected),
            "{stage:?} after {minutes} minutes"
        );
        assert_eq!(line.asked(), usize::from(fresh));
    }
}

/// A shop whose machines run and whose news goes over this line.
async fn running(plan: &[Option<Reached>]) -> (TestApp, Arc<Line>) {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    let line = Line::planned(plan);
    let inner = over(&test, &line);
    test.engine.resume(&inner).await.unwrap();
    (TestApp { inner, ..test }, line)
}

#[tokio::test(start_paused = true)]
async fn an_order_does_not_wait_for_its_news_and_its_news_stays_in_order() {
    let (test, line) = running(&[NOT_NOW, NOT_NOW, SPOKEN]).await;
    let id = test.place(&ana(), "two soups").await;
    let begun = tokio::time::Instant::now();
    let order = test.play(&id, &all_goes_well()).await;
    assert_eq!(order.stage, Stage::Delivered);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(noted(&test.app, &id).await.stage, None);
    test.until("the end to be told", async || test.has_heard_the_end(&id).await)
        .await;
    // The first one three times, and what had to wait behind it once each.
    let asked = line.asked.lock().unwrap().clone();
    assert_eq!(asked.len(), 5, "{asked:?}");
    assert!(asked[0] == asked[1] && asked[1] == asked[2], "{asked:?}");
    assert!(asked[3] != asked[2] && asked[4] != asked[3], "{asked:?}");
}

#[tokio::test(start_paused = true)]
async fn news_that_is_never_told_is_given_up_and_holds_up_the_next_no_longer() {
    let mut plan = vec![NOT_NOW; 5];
    plan.push(SPOKEN);
    let (test, line) = running(&plan).await;
    let id = test.place(&ana(), "two soups").await;
    test.until_asked(&id, TicketKind::Accept).await;
    let yes = Answer::Yes { minutes: Some(25) };
    test.answer(&id, TicketKind::Accept, yes).await;
    test.until("five tries", async || line.asked() == 5).await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!((line.asked(), noted(&test.app, &id).await.stage), (5, None));
    test.play(&id, &all_goes_well()).await;
    test.until("the end to be told", async || test.has_heard_the_end(&id).await)
        .await;
    assert_eq!(line.asked(), 7);
}

#[test]
fn news_that_waits_when_the_process_ends_is_told_by_the_next() {
    let process = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().start_paused(true).build().unwrap()
    };
    // Cut off while it is told, or left until it is delivered again.
    for plan in [[None], [NOT_NOW]] {
        let database = Database::in_memory().unwrap();
        let id = process().block_on(async {
            let test = TestApp::asleep_over(database.clone(), corner(Brings::Delivery)).await;
            let line = Line::planned(&plan);
            let inner = over(&test, &line);
            test.engine.resume(&inner).await.unwrap();
            let id = test.place(&ana(), "two soups").await;
            test.yes(&id, TicketKind::Accept).await;
            test.until("the first try", async || line.asked() == 1).await;
            id
        });
        process().block_on(async {
            let test = TestApp::asleep_over(database.clone(), corner(Brings::Delivery)).await;
            let line = Line::planned(&[SPOKEN]);
            let inner = over(&test, &line);
            let begun = tokio::time::Instant::now();
            test.engine.resume(&inner).await.unwrap();
            let told = async || noted(&test.app, &id).await.stage == Some(Stage::Accepted);
            test.until("the news to be told", told).await;
            assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
            assert_eq!(line.asked(), 1, "{plan:?}");
        });
    }
}

#[tokio::test(start_paused = true)]
async fn who_orders_by_telephone_is_called_as_often_and_when_the_shop_says() {
    let of_number = |digits: &str| {
        let shop = corner(Brings::Delivery).shop.id;
        customer_of_number(&shop, &Phone::of(digits).unwrap())
    };
    // The number of each order is the first of these.
    let (caller, another) = (|| of_number("11 98765-4321"), of_number("11 91234-5678"));
    let both = [Stage::Accepted, Stage::OutForDelivery];
    let failed = [Stage::Accepted, Stage::Failed];
    // The test's clock stands at ten in the evening.
    for (who, from, most, reached, stages, expected) in [
        (caller(), 9, 2, SPOKEN, both, ["ct", "t"]),
        (caller(), 9, 3, SPOKEN, both, ["ct", "ct"]),
        // The last call is for bad news.
        (caller(), 9, 2, SPOKEN, failed, ["ct", "ct"]),
        (caller(), 9, 1, SPOKEN, failed, ["t", "ct"]),
        // What came as a text is no call.
        (caller(), 9, 2, Some(Reached::Written), both, ["ct", "ct"]),
        (caller(), 23, 3, SPOKEN, both, ["t", "t"]),
        (ana(), 9, 3, SPOKEN, both, ["t", "t"]),
        // The number that was given is not the one that called.
        (another, 9, 3, SPOKEN, both, ["t", "t"]),
    ] {
        let mut menu = corner(Brings::Delivery);
        let time = |hour| jiff::civil::time(hour, 0, 0, 0);
        menu.shop.calls = Some(NewsCalls {
            hours: vec![Period {
                opens: time(from),
                closes: time(8),
            }],
            most,
        });
        let test = TestApp::asleep(menu).await;
        let id = test.place(&who, "two soups").await;
        let line = Line::planned(&[reached]);
        let app = over(&test, &line);
        for stage in stages {
            let told = entered(&app, &id, stage).await;
            assert_eq!(told, Ok(Outcome::Told(reached.unwrap())), "{stage:?}");
        }
        assert_eq!(*line.ways.lock().unwrap(), expected, "{from} {most} {reached:?}");
    }
}
