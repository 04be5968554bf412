//! SIGKILL at fifty moments of an order, from the yes to the door: started again, each order ends once, is paid once,
//! and the stock is right.

use std::io::Read;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use comanda::app::records::{Counter, PaymentState};
use comanda::app::shop_files::menu_of;
use comanda::local::Database;
use comanda::order::{CustomerId, ItemId, OrderId, Stage};

use crate::server::{Server, alexa_intent, rest, say, state, try_http, until};
use crate::test_app::{TestApp, initial_stock, write_corner};

const KILLS: u32 = 50;
/// After how many kills one order is left to go on.
const KILLS_AN_ORDER: [u32; 3] = [1, 1, 3];
/// Of these moments a tenth lies after the end of an undisturbed order, for what is slower under load.
const STRETCH: f64 = 1.1;

/// A small generator (splitmix64), so that a run that fails can be run again.
struct Moments(u64);

impl Moments {
    /// The next number from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        f64::from(u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap()) / 4_294_967_296.0
    }
}

/// One shop whose process is killed again and again.
struct Shop<'a> {
    data: &'a Path,
    menu: &'a Path,
}

impl Shop<'_> {
    fn open(&self) -> Server {
        Server::start(self.data, self.menu, "instant")
    }
}

fn stage(address: SocketAddr, user: &str) -> String {
    state(address, user)["orders"][0]["stage"]
        .as_str()
        .unwrap_or("none")
        .to_owned()
}

/// What changes as soon as something is committed: how long the write-ahead log is, and its header.
fn wal(data: &Path) -> (u64, [u8; 32]) {
    let mut header = [0; 32];
    let Ok(mut log) = std::fs::File::open(data.join("comanda.sqlite-wal")) else {
        return (0, header);
    };
    // A log that is still empty has no header.
    drop(log.read_exact(&mut header));
    (log.metadata().unwrap().len(), header)
}

/// Rests for a while, or until something holds: the yes is written and nothing has followed from it yet.
fn rest_until(longest: Duration, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while begun.elapsed() < longest && !holds() {
        std::hint::spin_loop();
    }
}

/// Brings a user to the question whether to send it.
fn read_back(address: SocketAddr, user: &str) {
    for words in [
        "deliver to 62 Maple Street, zip code 01310-100",
        "yes",
        "two soups with basil",
        "by card",
        "that's all",
        "Ana",
    ] {
        say(address, user, "WordsIntent", Some(words));
    }
    say(address, user, "WordsIntent", Some("11 98765-4321"));
    say(address, user, "WordsIntent", Some("call me"));
    let read_back = say(address, user, "DoneIntent", None);
    assert!(read_back.contains("Send it?"), "{read_back}");
}

/// Says yes apart from this thread: the process may be killed before it answers.
fn say_yes(address: SocketAddr, user: &str) -> std::thread::JoinHandle<()> {
    let body = alexa_intent(user, "AMAZON.YesIntent", None).to_string();
    std::thread::spawn(move || drop(try_http(address, "POST", "/alexa", &body)))
}

/// How long an order takes from the yes to the door when nothing happens to it.
fn undisturbed(server: &Server) -> Duration {
    read_back(server.address, "undisturbed");
    let begun = Instant::now();
    say_yes(server.address, "undisturbed").join().unwrap();
    until("delivery", || stage(server.address, "undisturbed") == "delivered");
    begun.elapsed()
}

#[test]
fn an_order_killed_at_any_moment_ends_once() {
    let folder = tempfile::tempdir().unwrap();
    let (data, menu) = (folder.path().join("data"), folder.path().join("menu"));
    write_corner(&menu);
    let shop = Shop {
        data: &data,
        menu: &menu,
    };
    let mut server = shop.open();
    let lasts = undisturbed(&server);
    let mut moments = Moments(20_261_121);
    let (mut killed, mut orders, mut stages) = (0, 0, std::collections::BTreeMap::new());
    while killed < KILLS {
        let user = format!("guest-{orders}");
        read_back(server.address, &user);
        let kills = KILLS_AN_ORDER[orders % KILLS_AN_ORDER.len()].min(KILLS - killed);
        for nth in 0..kills {
            let written = wal(&data);
            let yes = say_yes(server.address, &user);
            // One moment in each fiftieth of the order's course.
            let part = (f64::from(killed * 37 % KILLS) + moments.next()) / f64::from(KILLS);
            let moment = lasts.mul_f64(part * STRETCH);
            if nth == 0 && orders % 2 == 0 {
                rest_until(moment, || wal(&data) != written);
            } else {
                rest(moment);
            }
            server.kill();
            yes.join().unwrap();
            killed += 1;
            server = shop.open();
            *stages.entry(stage(server.address, &user)).or_insert(0) += 1;
        }
        // Whoever got no answer says yes again.
        say_yes(server.address, &user).join().unwrap();
        until("delivery", || stage(server.address, &user) == "delivered");
        orders += 1;
    }
    server.kill();
    println!(
        "an order lasts {lasts:?}; {killed} kills over {orders} orders, found at the next start as {stages:?}"
    );
    assert!(
        stages.len() >= 3,
        "the kills have not met the orders at different stages: {stages:?}"
    );
    let users = (0..orders).map(|order| format!("guest-{order}"));
    let users: Vec<String> = users.chain(["undisturbed".to_owned()]).collect();
    judge(&data, &menu, &users);
}

/// Looks at what is left in the data folder.
#[tokio::main(flavor = "current_thread")]
async fn judge(data: &Path, menu: &Path, users: &[String]) {
    let menu = menu_of(menu).unwrap();
    let test = TestApp::over(Database::open(data).unwrap(), menu).await;
    for user in users {
        let customer = CustomerId::new(format!("alexa:{user}"));
        let orders = comanda::app::records::orders_of_customer(&test.app, &customer, 10)
            .await
            .unwrap();
        assert_eq!(orders.len(), 1, "{user}");
        let id = id_of(orders.into_iter().next().unwrap().value);
        assert_eq!(test.order(&id).await.stage, Stage::Delivered, "{user}");
        assert_eq!(test.payment(&id).await, Some(PaymentState::Captured), "{user}");
        test.assert_settled(&id).await;
    }
    let executions = test.database.with(|connection| {
        let sql = "SELECT count(*) FROM execution WHERE machine = 'order'";
        Ok::<u32, comanda::app::StoreError>(connection.query_row(sql, [], |row| row.get(0))?)
    });
    assert_eq!(executions.await.unwrap(), u32::try_from(users.len()).unwrap());
    let soup = Counter::Item(ItemId::new("soup"));
    let sold = 2 * u32::try_from(users.len()).unwrap();
    assert_eq!(
        test.stock().await[&soup],
        initial_stock(&test.app.menu())[&soup] - sold
    );
}

fn id_of(held: comanda::app::records::Held) -> OrderId {
    match held {
        comanda::app::records::Held::Placed { order, .. } => order.agreement.order,
        comanda::app::records::Held::Open(open) => panic!("{} has not been placed", open.id),
    }
}
