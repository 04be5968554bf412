//! Prices, stock and the shop itself reload without a restart; a faulty menu changes nothing and is shown.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use comanda::app::records::{Counter, OpenDraft, on_hand};
use comanda::app::shop_files::menu_of;
use comanda::conversation::Wanted;
use comanda::local::Database;
use comanda::local::reload::{Reloaded, reload};
use comanda::order::{ItemId, OptionId};
use comanda::web::staff;
use tempfile::TempDir;
use tower::util::ServiceExt;

use crate::test_app::{TestApp, all_goes_well, ana, said, write_corner};

/// A shop over a folder of its own.
struct Shop {
    folder: TempDir,
    test: TestApp,
}

impl Shop {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_corner(folder.path());
        let test = TestApp::new(menu_of(folder.path()).unwrap()).await;
        Self { folder, test }
    }

    /// Changes a file of the menu.
    fn change(&self, file: &str, from: &str, to: &str) {
        change(self.folder.path(), file, from, to);
    }

    async fn reload(&self) -> Reloaded {
        reload(&self.test.app, self.folder.path()).await.unwrap()
    }

    async fn soups(&self) -> u32 {
        let soup = Counter::Item(ItemId::new("soup"));
        on_hand(&self.test.app, &soup).await.unwrap()
    }
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_unchanged_folder_changes_nothing() {
    let shop = Shop::new().await;
    let before = shop.test.dump().await;
    assert_eq!(shop.reload().await, Reloaded::Unchanged);
    shop.change(
        "items.toml",
        "price = \"2.00\"",
        "price   =   \"2.00\" # the same",
    );
    assert_eq!(shop.reload().await, Reloaded::Unchanged);
    assert_eq!(shop.test.dump().await, before);
}

#[tokio::test(start_paused = true)]
async fn a_new_price_counts_from_the_next_turn_on_and_a_new_dish_is_understood() {
    let shop = Shop::new().await;
    let open = shop.test.read_back(&ana(), "two soups").await;
    shop.change("items.toml", "price = \"10.00\"", "price = \"12.00\"");
    shop.change(
        "items.toml",
        "[[item]]\nid = \"bread\"",
        "[[item]]\nid = \"pie\"\ncategory = \"dish\"\nname.en-US = { one = \"pie\", many = \"pies\" }\n\
         price = \"4.00\"\nstock = 3\n\n[[item]]\nid = \"bread\"",
    );
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(
        on_hand(&shop.test.app, &Counter::Item(ItemId::new("pie")))
            .await
            .unwrap(),
        3
    );
    let reply = shop.test.say(Wanted::Yes).await;
    assert!(reply.contains("twenty-nine reais in all"), "{reply}");
    assert_eq!(shop.test.orders_placed(&ana()).await, 0, "{reply}");
    let draft = shop.test.draft_of(&ana()).await.unwrap();
    assert_eq!(draft.id, open.id);
    let reply = shop.test.say(said("and a pie")).await;
    assert!(reply.contains("pie"), "{reply}");
    assert_eq!(shop.test.draft_of(&ana()).await.unwrap().draft.lines.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn only_a_figure_that_changed_sets_the_count() {
    let shop = Shop::new().await;
    let id = shop.test.place(&ana(), "two soups with basil").await;
    shop.test.play(&id, &all_goes_well()).await;
    assert_eq!(shop.soups().await, 498);
    // Something else changes: the books stand.
    shop.change("items.toml", "price = \"10.00\"", "price = \"12.00\"");
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(shop.soups().await, 498);
    // The figure of the soup changes: so many are there now, and the basil is left alone.
    shop.change(
        "items.toml",
        "price = \"12.00\"\ngroups = [\"topping\"]\nstock = 500",
        "price = \"12.00\"\ngroups = [\"topping\"]\nstock = 40",
    );
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(shop.soups().await, 40);
    let basil = Counter::Option(OptionId::new("basil"));
    assert_eq!(on_hand(&shop.test.app, &basil).await.unwrap(), 498);
    let id = shop.test.place(&ana(), "a soup").await;
    shop.test.play(&id, &all_goes_well()).await;
    assert_eq!(shop.soups().await, 39);
    // The next start finds the same figure, and one after a change made meanwhile another.
    let database = shop.test.database.clone();
    let again = Shop {
        test: TestApp::over(database.clone(), menu_of(shop.folder.path()).unwrap()).await,
        ..shop
    };
    assert_eq!(again.soups().await, 39);
    again.change("items.toml", "stock = 40", "stock = 7");
    let again = Shop {
        test: TestApp::over(database, menu_of(again.folder.path()).unwrap()).await,
        ..again
    };
    assert_eq!(again.soups().await, 7);
}

#[tokio::test(start_paused = true)]
async fn off_today_and_back_again_keeps_the_count() {
    let shop = Shop::new().await;
    let id = shop.test.place(&ana(), "two soups").await;
    shop.test.play(&id, &all_goes_well()).await;
    shop.change("items.toml", "stock = 500", "stock = \"off\"");
    shop.change("items.toml", "stock = \"off\"", "stock = 500");
    shop.change(
        "items.toml",
        "groups = [\"topping\"]\nstock = 500",
        "groups = [\"topping\"]\nstock = \"off\"",
    );
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(shop.soups().await, 0);
    shop.change("items.toml", "stock = \"off\"", "stock = 500");
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(shop.soups().await, 498);
}

#[tokio::test(start_paused = true)]
async fn books_from_before_figures_were_noted_stand() {
    let database = Database::in_memory().unwrap();
    let shop = Shop::new().await;
    let menu = || menu_of(shop.folder.path()).unwrap();
    let first = TestApp::over(database.clone(), menu()).await;
    let old = database.with(|connection| {
        let sql = "UPDATE record SET attributes = '{\"on_hand\":12}' WHERE sort = 'item#soup'";
        assert_eq!(connection.execute(sql, [])?, 1);
        Ok::<_, comanda::app::StoreError>(())
    });
    old.await.unwrap();
    drop(first);
    let shop = Shop {
        test: TestApp::over(database, menu()).await,
        ..shop
    };
    assert_eq!(shop.soups().await, 12);
    shop.change(
        "items.toml",
        "groups = [\"topping\"]\nstock = 500",
        "groups = [\"topping\"]\nstock = 499",
    );
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    assert_eq!(shop.soups().await, 499);
}

#[tokio::test(start_paused = true)]
async fn a_faulty_menu_changes_nothing_and_is_shown_until_it_is_mended() {
    let shop = Shop::new().await;
    let faults_on_board = async || {
        let request = Request::get("/tickets").body(Body::empty()).unwrap();
        let response = staff::router(&shop.test.app).oneshot(request).await.unwrap();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        let board: serde_json::Value = serde_json::from_slice(&body).unwrap();
        board["menu_faults"].clone()
    };
    // That somebody looks at the board is noted, and for a while not again.
    assert_eq!(faults_on_board().await, serde_json::json!([]));
    let before = (shop.test.app.menu(), shop.test.dump().await);
    shop.change("items.toml", "category = \"dish\"", "category = \"dihs\"");
    let refused = shop.reload().await;
    let Reloaded::Refused(faults) = &refused else {
        panic!("{refused:?}")
    };
    assert!(
        faults[0].contains("items.toml") && faults[0].contains("dihs"),
        "{faults:?}"
    );
    assert_eq!(faults_on_board().await, serde_json::json!(faults));
    assert_eq!((shop.test.app.menu(), shop.test.dump().await), before);
    assert_eq!(shop.reload().await, refused);
    shop.change("items.toml", "category = \"dihs\"", "category = \"dish\"");
    shop.reload().await;
    assert_eq!(faults_on_board().await, serde_json::json!([]));
}

#[tokio::test(start_paused = true)]
async fn another_shop_or_currency_needs_a_restart() {
    for (from, to) in [
        ("id = \"corner\"", "id = \"corner-two\""),
        ("currency = \"BRL\"", "currency = \"USD\""),
    ] {
        let shop = Shop::new().await;
        shop.change("shop.toml", from, to);
        let Reloaded::Refused(faults) = shop.reload().await else {
            panic!("{to} was taken")
        };
        assert!(
            faults[0].starts_with("shop.toml: ") && faults[0].contains("put it back"),
            "{faults:?}"
        );
        assert!(shop.test.app.menu().shop.id.as_str() == "corner");
    }
    let shop = Shop::new().await;
    std::fs::remove_file(shop.folder.path().join("shop.toml")).unwrap();
    assert!(matches!(shop.reload().await, Reloaded::Refused(_)));
    shop.folder.close().unwrap();
    let gone = reload(&shop.test.app, Path::new("/nowhere/at/all"))
        .await
        .unwrap();
    assert!(matches!(gone, Reloaded::Refused(_)));
}

/// A yes to what was read back before the shop itself changed places nothing; what is asked for instead.
async fn yes_after(settle: impl FnOnce(&mut OpenDraft), change: impl FnOnce(&Shop)) -> String {
    let shop = Shop::new().await;
    let test = &shop.test;
    test.say(said("two soups")).await;
    test.settle(&ana()).await;
    test.change_draft(&ana(), settle).await;
    let reply = test.say(Wanted::Done).await;
    assert!(reply.ends_with("Send it?"), "{reply}");
    change(&shop);
    assert_eq!(shop.reload().await, Reloaded::Replaced);
    let reply = test.say(Wanted::Yes).await;
    assert_eq!(test.orders_placed(&ana()).await, 0, "{reply}");
    // Nor does another yes, unless to what was read back by then; and there is a way on.
    if !reply.ends_with("Send it?") {
        test.say(Wanted::Yes).await;
        assert_eq!(test.orders_placed(&ana()).await, 0);
    }
    let again = test.say(Wanted::Done).await;
    assert!(!again.contains("Sorry"), "{again}");
    reply
}

#[tokio::test(start_paused = true)]
async fn a_way_to_pay_that_is_no_longer_taken_is_asked_for_again() {
    let reply = yes_after(
        |_| (),
        |shop| {
            shop.change(
                "shop.toml",
                "[delivery]",
                "payment = [\"cash\", \"pix\"]\n[delivery]",
            );
        },
    );
    let reply = reply.await;
    assert!(reply.contains("How would you like to pay"), "{reply}");
}

#[tokio::test(start_paused = true)]
async fn a_shop_that_no_longer_delivers_says_so_before_anything_is_placed() {
    let reply = yes_after(
        |_| (),
        |shop| shop.change("shop.toml", "[delivery]\nfee = \"5.00\"\n", "[pickup]\n"),
    );
    let reply = reply.await;
    assert!(reply.contains("for pickup"), "{reply}");
}

#[tokio::test(start_paused = true)]
async fn a_zone_that_is_no_longer_served_is_asked_about_again() {
    let zone = "[[delivery.zone]]\nprefixes = [\"011\"]\nfee = \"5.00\"\nminutes = 30\n";
    let reply = yes_after(
        |_| (),
        |shop| shop.change("shop.toml", "[delivery]\nfee = \"5.00\"\nminutes = 30\n", zone),
    );
    let reply = reply.await;
    assert!(reply.contains("postal code"), "{reply}");
}

#[tokio::test(start_paused = true)]
async fn a_time_at_which_the_shop_is_closed_by_now_is_asked_for_again() {
    let hours = "[hours]\nfri = [\"19:00-20:00\"]\n[delivery]";
    let reply = yes_after(
        |open| open.getting.wanted_at = Some("2026-11-21T00:30:00Z".parse().unwrap()),
        |shop| {
            shop.change("shop.toml", "[delivery]", hours);
            shop.change(
                "shop.toml",
                "currency",
                "time_zone = \"America/Sao_Paulo\"\ncurrency",
            );
        },
    );
    let reply = reply.await;
    assert!(reply.contains("For what time?"), "{reply}");
}
