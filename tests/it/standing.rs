//! How a shop stands, as the operator is told: orders under way and the oldest of them, and a board that nobody watches.

use std::time::Duration;

use comanda::app::records::load_board_seen;
use comanda::order::menu::Menu;
use comanda::workflow::standing::{Standing, board_seen, standing};
use jiff::SignedDuration;

use crate::test_app::{Brings, TestApp, all_goes_well, ana, corner};

const MINUTE: Duration = Duration::from_secs(60);

/// The small shop with hours; the test begins on a Friday at seven in the evening.
fn open_from(hours: &str) -> Menu {
    let mut menu = corner(Brings::Delivery);
    let (opens, closes) = hours.split_once('-').unwrap();
    let period = comanda::order::hours::Period {
        opens: opens.parse().unwrap(),
        closes: closes.parse().unwrap(),
    };
    menu.shop.hours = Some(comanda::order::Hours {
        week: std::array::from_fn(|_| vec![period]),
        ..comanda::order::Hours::default()
    });
    menu
}

async fn unwatched(test: &TestApp) -> SignedDuration {
    standing(&test.app).await.unwrap().unwatched
}

#[tokio::test(start_paused = true)]
async fn a_board_that_nobody_watches_is_told_from_opening_to_closing() {
    let zone = |menu: &Menu| menu.shop.time_zone.clone();
    let check = async |hours: &str, expected: SignedDuration| {
        let test = TestApp::asleep(open_from(hours)).await;
        let here = test.app.clock.now().to_zoned(zone(&test.app.menu()));
        assert_eq!(unwatched(&test).await, expected, "{hours} at {}", here.time());
    };
    let now = TestApp::asleep(corner(Brings::Delivery)).await;
    let now = now.app.clock.now().to_zoned(zone(&now.app.menu())).datetime();
    let at = |minutes: i64| {
        let time = now
            .checked_add(SignedDuration::from_mins(minutes))
            .unwrap()
            .time();
        time.strftime("%H:%M").to_string()
    };
    check(&format!("{}-{}", at(-90), at(60)), SignedDuration::from_mins(90)).await;
    check(&format!("{}-{}", at(0), at(60)), SignedDuration::ZERO).await;
    check(&format!("{}-{}", at(10), at(60)), SignedDuration::ZERO).await;
    check(&format!("{}-{}", at(-90), at(0)), SignedDuration::ZERO).await;
    // A shop without hours never closes.
    let always = TestApp::asleep(corner(Brings::Delivery)).await;
    assert_eq!(unwatched(&always).await, SignedDuration::from_hours(24));
}

#[tokio::test(start_paused = true)]
async fn looking_at_the_board_is_noted_at_most_twice_a_minute() {
    let test = TestApp::asleep(corner(Brings::Delivery)).await;
    // Five boards ask every two seconds for ten minutes.
    for _ in 0..300 {
        for _ in 0..5 {
            board_seen(&test.app).await.unwrap();
        }
        assert!(unwatched(&test).await < SignedDuration::from_secs(30));
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    let noted = load_board_seen(&test.app).await.unwrap().unwrap().version;
    assert_eq!(noted, 20);
    tokio::time::sleep(7 * MINUTE).await;
    assert!(unwatched(&test).await >= SignedDuration::from_mins(7));
}

#[tokio::test(start_paused = true)]
async fn the_oldest_order_counts_until_it_ends() {
    let test = TestApp::new(corner(Brings::Delivery)).await;
    let empty = standing(&test.app).await.unwrap();
    assert_eq!((empty.open_orders, empty.oldest), (0, SignedDuration::ZERO));
    let id = test.place(&ana(), "two soups").await;
    tokio::time::sleep(3 * MINUTE).await;
    let Standing {
        open_orders, oldest, ..
    } = standing(&test.app).await.unwrap();
    assert_eq!(open_orders, 1);
    assert_eq!(oldest.as_mins(), 3);
    test.play(&id, &all_goes_well()).await;
    test.until("the end", async || test.has_ended(&id).await).await;
    assert_eq!(standing(&test.app).await.unwrap().open_orders, 0);
}
