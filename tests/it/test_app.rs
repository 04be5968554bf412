//! [`TestApp`]: the product over its local implementations, on virtual time, with words to drive and to judge it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use comanda::app::records::{
    Counter, Held, OpenDraft, PaymentState, ReservationState, TicketKind, TicketState, Versioned, customer,
    load_order, load_payment, load_reservation, load_ticket, load_told, on_hand, open_tickets,
    orders_of_customer, put_open, seed_stock,
};
use comanda::app::shop_files::menu_of;
use comanda::app::{App, Clock, CurrentOffer, IdSource, Machine, Retaining, Store};
use comanda::conversation::{Channel, Reply, Turn, Wanted, converse};
use comanda::interpreter::Transcript;
use comanda::local::machine::LocalMachine;
use comanda::local::simulation::Pace;
use comanda::local::{Database, Engine, SqliteStore};
use comanda::order::menu::{Menu, Source, Stock, read};
use comanda::order::{
    Address, Contact, CustomerId, Fulfilment, IfMissing, Language, Order, OrderId, Payment, Phone,
    PostalCode, Stage,
};
use comanda::phrases::phrases;
use comanda::web::announcements::Announcements;
use comanda::workflow::tickets::{Answer, Answered, answer};

/// When every test begins: a Friday evening, seven o'clock at the sample shop.
const START: &str = "2026-11-20T22:00:00Z";
/// How long a wait waits at first before it looks again, in virtual time, and how long at most.
const FIRST_LOOK: Duration = Duration::from_millis(50);
const LAST_LOOK: Duration = Duration::from_secs(60);
/// The longest wait, in virtual time: longer than any of the order machine's own.
const LONGEST_WAIT: Duration = Duration::from_secs(8 * 3600);

/// The shop of the small menus.
const CORNER_SHOP: &str = r#"
id = "corner"
name = "Corner Kitchen"
invocation = "corner kitchen"
languages = ["en-US"]
currency = "BRL"
"#;

/// What the small menus sell: something plenty, something scarce, something without end, a counted extra.
const CORNER_ITEMS: &str = r#"
[[category]]
id = "dish"
name.en-US = { one = "dish", many = "dishes" }

[[group]]
id = "topping"
name.en-US = { one = "topping", many = "toppings" }
most = 2

[[option]]
id = "basil"
group = "topping"
name.en-US = { one = "basil" }
price = "1.00"
stock = 6

[[item]]
id = "soup"
category = "dish"
name.en-US = { one = "soup", many = "soups" }
price = "10.00"
groups = ["topping"]
stock = 10

[[item]]
id = "cake"
category = "dish"
name.en-US = { one = "cake", many = "cakes" }
price = "7.50"
stock = 1

[[item]]
id = "bread"
category = "dish"
name.en-US = { one = "bread", many = "breads" }
price = "2.00"
"#;

/// How the small shop's orders reach the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brings {
    Delivery,
    Pickup,
}

/// Writes the small menu into a folder, with plenty of everything.
pub(crate) fn write_corner(folder: &Path) {
    let shop = format!("{CORNER_SHOP}[delivery]\nfee = \"5.00\"\nminutes = 30\n");
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("shop.toml"), shop).unwrap();
    let items = CORNER_ITEMS
        .replace("stock = 10", "stock = 500")
        .replace("stock = 6", "stock = 500");
    std::fs::write(folder.join("items.toml"), items).unwrap();
}

/// The small menu.
pub(crate) fn corner(brings: Brings) -> Menu {
    corner_with(brings, |items| items)
}

/// The small menu with its items' text changed.
pub(crate) fn corner_with(brings: Brings, change: impl FnOnce(String) -> String) -> Menu {
    let way = match brings {
        Brings::Delivery => "[delivery]\nfee = \"5.00\"\nminutes = 30\n",
        Brings::Pickup => "[pickup]\nminutes = 20\n",
    };
    let source = |name: &str, text: String| Source {
        name: name.to_owned(),
        text,
    };
    let sources = [
        source("shop.toml", format!("{CORNER_SHOP}{way}")),
        source("items.toml", change(CORNER_ITEMS.to_owned())),
    ];
    read(&sources).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The sample shop of this repository.
pub(crate) fn sample() -> Menu {
    menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap()
}

/// The customer of most tests.
pub(crate) fn ana() -> CustomerId {
    CustomerId::new("ana")
}

/// Something typed.
pub(crate) fn said(words: &str) -> Wanted {
    Wanted::Said {
        transcripts: vec![Transcript::certain(words)],
        hint: None,
    }
}

/// A turn in the terminal of somebody who is known.
pub(crate) fn turn_of(customer: &CustomerId, wanted: Wanted) -> Turn {
    Turn {
        customer: customer.clone(),
        language: Some(Language::EnUs),
        person: None,
        voice_known: true,
        profile: None,
        session: None,
        channel: Channel::Terminal,
        new_session: false,
        linking: Default::default(),
        delivery: None,
        caller: None,
        wanted,
    }
}

/// How a shop's people answer, by what they are asked; nothing is said to what is not in it.
pub(crate) type Script = BTreeMap<TicketKind, Answer>;

/// A yes to everything; a kitchen that needs 25 minutes.
pub(crate) fn all_goes_well() -> Script {
    let yes = |kind| (kind, Answer::Yes { minutes: None });
    let mut script: Script = [TicketKind::Ready, TicketKind::PickUp, TicketKind::Deliver]
        .map(yes)
        .into();
    script.insert(TicketKind::Accept, Answer::Yes { minutes: Some(25) });
    script
}

/// The product under test.
pub(crate) struct TestApp {
    /// What tests act and look through.
    pub(crate) app: Arc<App>,
    /// What the engine's steps run on; another than `app` only where its store fails.
    pub(crate) inner: Arc<App>,
    pub(crate) news: Arc<Announcements>,
    pub(crate) engine: Arc<Engine>,
    pub(crate) database: Database,
}

impl TestApp {
    /// A machine as a person starts it, with nobody simulated, in memory.
    pub(crate) async fn new(menu: Menu) -> Self {
        Self::over(Database::in_memory().unwrap(), menu).await
    }

    /// The same over a database that may hold something already.
    pub(crate) async fn over(database: Database, menu: Menu) -> Self {
        let clock = Clock::starting_at(START.parse().unwrap());
        let machine = LocalMachine::over(
            database.clone(),
            menu,
            clock,
            IdSource::counted(),
            Pace::Manual,
            None,
            comanda::app::only_offline(),
        );
        let LocalMachine { app, news, engine } = machine.await.unwrap();
        Self {
            inner: Arc::clone(&app),
            app,
            news,
            engine,
            database,
        }
    }

    /// The same parts without the sweep, and with the store of the workflow's steps wrapped.
    pub(crate) async fn wrapping(
        database: Database,
        menu: Menu,
        wrap: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store>,
    ) -> Self {
        let test = Self::parts(database, menu, wrap).await;
        test.engine.resume(&test.inner).await.unwrap();
        test
    }

    /// The same parts with an engine that is never started: what is placed stays as it is.
    pub(crate) async fn asleep(menu: Menu) -> Self {
        Self::asleep_over(Database::in_memory().unwrap(), menu).await
    }

    /// The same over a database that may hold something already.
    pub(crate) async fn asleep_over(database: Database, menu: Menu) -> Self {
        Self::parts(database, menu, |store| store).await
    }

    /// The same with the store of `inner` wrapped.
    pub(crate) async fn parts(
        database: Database,
        menu: Menu,
        wrap: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store>,
    ) -> Self {
        let engine = Arc::new(Engine::new(database.clone()).unwrap());
        let news = Arc::new(Announcements::default());
        let clock = Clock::starting_at(START.parse().unwrap());
        let sqlite = Arc::new(SqliteStore::new(database.clone()));
        let store: Arc<dyn Store> = Arc::new(Retaining::new(sqlite, menu.shop.keep, clock.clone()));
        let app_over = |store: Arc<dyn Store>, ids: IdSource| {
            Arc::new(App {
                shop: menu.shop.id.clone(),
                offer: CurrentOffer::new(menu.clone(), comanda::app::offline()),
                store,
                workflows: Arc::clone(&engine) as _,
                voice: Arc::clone(&news) as _,
                profiles: None,
                keeps_hours: true,
                clock: clock.clone(),
                ids,
            })
        };
        // Seeds of executions come from the one, ids of drafts from the other.
        let inner = app_over(wrap(Arc::clone(&store)), IdSource::counted());
        let app = app_over(store, IdSource::counted());
        seed_stock(&app, &app.menu()).await.unwrap();
        Self {
            app,
            inner,
            news,
            engine,
            database,
        }
    }

    /// One turn of a customer's.
    pub(crate) async fn turn(&self, customer: &CustomerId, wanted: Wanted) -> Reply {
        self.turn_in(customer, None, wanted).await
    }

    async fn turn_in(&self, customer: &CustomerId, session: Option<&str>, wanted: Wanted) -> Reply {
        let turn = Turn {
            session: session.map(str::to_owned),
            ..turn_of(customer, wanted)
        };
        converse(&self.app, &turn).await
    }

    /// What is answered to one turn of Ana's.
    pub(crate) async fn say(&self, wanted: Wanted) -> String {
        self.turn(&ana(), wanted).await.speech.text()
    }

    /// What is answered to one turn of Ana's in a voice session of another device.
    pub(crate) async fn say_in(&self, session: &str, wanted: Wanted) -> String {
        self.turn_in(&ana(), Some(session), wanted).await.speech.text()
    }

    /// Orders something and has it read back; the yes is still to come.
    pub(crate) async fn read_back(&self, customer: &CustomerId, words: &str) -> OpenDraft {
        self.turn(customer, said(words)).await;
        self.settle(customer).await;
        let reply = self.turn(customer, Wanted::Done).await;
        let open = self.draft_of(customer).await.expect("nothing was ordered");
        assert!(open.read_back.is_some(), "{}", reply.speech.text());
        open
    }

    /// Settles of the draft under way whatever the customer has not: delivery, to an address near by, paid by card.
    pub(crate) async fn settle(&self, customer: &CustomerId) {
        let settle = |open: &mut OpenDraft| {
            let getting = &mut open.getting;
            if getting.fulfilment != Some(Fulfilment::Pickup) && !getting.address_settled {
                getting.fulfilment = Some(Fulfilment::Delivery);
                getting.address = near_by().into();
                getting.address_settled = true;
            }
            getting.payment = getting.payment.or(Some(Payment::Card));
            getting.contact = Contact {
                name: Some("Ana".to_owned()),
                phone: Phone::of("11 98765-4321"),
            };
            getting.if_missing = Some(IfMissing::Call);
            open.priced = None;
        };
        self.change_draft(customer, settle).await;
    }

    /// Changes the draft under way behind the dialogue's back.
    pub(crate) async fn change_draft(&self, customer: &CustomerId, change: impl FnOnce(&mut OpenDraft)) {
        let id = self.draft_of(customer).await.expect("nothing was ordered").id;
        let stored = load_order(&self.app, &id).await.unwrap().unwrap();
        let Held::Open(mut open) = stored.value else {
            panic!("{id} has been placed");
        };
        change(&mut open);
        let version = stored.version;
        let write = put_open(self.app.shop(), &Versioned { value: open, version }).unwrap();
        self.app.store.write(vec![write]).await.unwrap();
    }

    /// Orders something, from the first word to the yes.
    pub(crate) async fn place(&self, customer: &CustomerId, words: &str) -> OrderId {
        let open = self.read_back(customer, words).await;
        let reply = self.turn(customer, Wanted::Yes).await;
        assert_eq!(
            self.order(&open.id).await.stage,
            Stage::Sent,
            "{}",
            reply.speech.text()
        );
        open.id
    }

    /// The draft under way.
    pub(crate) async fn draft_of(&self, id: &CustomerId) -> Option<OpenDraft> {
        let current = customer(&self.app, id).await.unwrap().value.current?;
        match load_order(&self.app, &current).await.unwrap()?.value {
            Held::Open(open) => Some(open),
            Held::Placed { .. } => None,
        }
    }

    /// A placed order.
    pub(crate) async fn order(&self, id: &OrderId) -> Order {
        self.placed(id).await.0
    }

    /// A placed order, whether it has started and whether it is being cancelled.
    pub(crate) async fn placed(&self, id: &OrderId) -> (Order, bool, bool) {
        match load_order(&self.app, id).await.unwrap().unwrap().value {
            Held::Placed {
                order,
                started,
                cancelling,
                ..
            } => (order, started, cancelling),
            Held::Open(_) => panic!("{id} has not been placed"),
        }
    }

    /// How many orders a customer has placed.
    pub(crate) async fn orders_placed(&self, id: &CustomerId) -> usize {
        orders_of_customer(&self.app, id, 100).await.unwrap().len()
    }

    /// How much there is of everything that is counted.
    pub(crate) async fn stock(&self) -> BTreeMap<Counter, u32> {
        let mut stock = BTreeMap::new();
        for counter in initial_stock(&self.app.menu()).into_keys() {
            stock.insert(counter.clone(), on_hand(&self.app, &counter).await.unwrap());
        }
        stock
    }

    /// How far a payment is.
    pub(crate) async fn payment(&self, id: &OrderId) -> Option<PaymentState> {
        let stored = load_payment(&self.app, id).await.unwrap();
        stored.map(|stored| stored.value.state)
    }

    /// Whether a ticket of this kind waits.
    pub(crate) async fn is_asked(&self, id: &OrderId, kind: TicketKind) -> bool {
        let stored = load_ticket(&self.app, id, kind).await.unwrap();
        stored.is_some_and(|stored| stored.value.state == TicketState::Open)
    }

    /// Waits until a ticket of this kind waits.
    pub(crate) async fn until_asked(&self, id: &OrderId, kind: TicketKind) {
        self.until(&format!("a ticket {kind:?}"), async || {
            self.is_asked(id, kind).await
        })
        .await;
    }

    /// Answers a ticket.
    pub(crate) async fn answer(&self, id: &OrderId, kind: TicketKind, given: Answer) -> Answered {
        answer(&self.app, id, kind, given).await.unwrap()
    }

    /// Waits for a ticket and says yes to it.
    pub(crate) async fn yes(&self, id: &OrderId, kind: TicketKind) {
        self.until_asked(id, kind).await;
        let answered = self.answer(id, kind, Answer::Yes { minutes: None }).await;
        assert_eq!(answered, Answered::Now, "{kind:?}");
    }

    /// Answers tickets by the script until the order has ended and its execution has too.
    pub(crate) async fn play(&self, id: &OrderId, script: &Script) -> Order {
        self.until("the end of the order", async || {
            // Time passes only when nothing else is left to do: the machine waits for people, and not the other way
            // round, which makes every run the same.
            tokio::time::sleep(FIRST_LOOK).await;
            for ticket in open_tickets(&self.app).await.unwrap() {
                if let Some(given) = script.get(&ticket.kind).filter(|_| ticket.order == *id) {
                    self.answer(id, ticket.kind, *given).await;
                }
            }
            self.has_ended(id).await
        })
        .await;
        self.order(id).await
    }

    /// Whether an order's execution has ended.
    pub(crate) async fn has_ended(&self, id: &OrderId) -> bool {
        self.ends(id).await > 0
    }

    /// How often an order's execution has ended.
    pub(crate) async fn ends(&self, id: &OrderId) -> usize {
        let ended = |event: &String| {
            ["ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut"]
                .iter()
                .any(|name| event.contains(&format!("\"type\":\"{name}\"")))
        };
        self.history(id).await.iter().filter(|event| ended(event)).count()
    }

    /// The history of an order's execution, as JSON texts.
    pub(crate) async fn history(&self, id: &OrderId) -> Vec<String> {
        self.engine.history(Machine::Order, id.as_str()).await.unwrap()
    }

    /// Waits on virtual time.
    pub(crate) async fn until(&self, what: &str, mut holds: impl AsyncFnMut() -> bool) {
        let begun = tokio::time::Instant::now();
        while !holds().await {
            assert!(begun.elapsed() < LONGEST_WAIT, "waited in vain for {what}");
            // The longer it has waited, the less often it looks: hours of virtual time are not worth a thousand looks.
            tokio::time::sleep((begun.elapsed() / 20).clamp(FIRST_LOOK, LAST_LOOK)).await;
        }
    }

    /// The stages that a customer was told of, in the order in which they were.
    pub(crate) async fn told(&self, id: &OrderId) -> Vec<Stage> {
        let order = self.order(id).await;
        let said = self
            .news
            .after(&order.customer, 0)
            .into_iter()
            .map(|(_, said)| said);
        // The shop's answer to a wish to cancel is news, and no stage.
        let kept = phrases(order.language).plain("news-not-cancelled");
        let mut told = Vec::new();
        for said in said.filter(|said| said.order == *id && said.text != kept) {
            let stage = stages().find(|stage| self.wording(&order, *stage).as_ref() == Some(&said.text));
            let stage = stage.unwrap_or_else(|| panic!("no stage is told as `{}`", said.text));
            assert_eq!(said.last, stage.is_end());
            told.push(stage);
        }
        told
    }

    fn wording(&self, order: &Order, stage: Stage) -> Option<String> {
        let order = Order {
            stage,
            ..order.clone()
        };
        phrases(order.language).news(&self.app.menu(), &order)
    }

    /// Whatever way an order has gone: it has ended once, no stock and no money is lost, and the customer knows.
    pub(crate) async fn assert_settled(&self, id: &OrderId) {
        self.until("the end to be told", async || self.has_heard_the_end(id).await)
            .await;
        self.assert_nothing_lost(id).await;
    }

    /// Whether the customer has been told of the stage that the order is in.
    pub(crate) async fn has_heard_the_end(&self, id: &OrderId) -> bool {
        let told = load_told(&self.app, id).await.unwrap();
        told.and_then(|told| told.value.stage) == Some(self.order(id).await.stage)
    }

    /// The same, where the customer may not have heard of the end.
    pub(crate) async fn assert_nothing_lost(&self, id: &OrderId) {
        let order = self.order(id).await;
        let history = self.history(id).await.join("\n");
        assert!(order.stage.is_end(), "{:?} is no end:\n{history}", order.stage);
        assert_eq!(self.ends(id).await, 1, "{history}");
        assert!(history.contains("ExecutionSucceeded"), "{history}");
        let reservation = load_reservation(&self.app, id).await.unwrap().unwrap().value;
        let payment = self.payment(id).await.unwrap();
        if order.stage == Stage::Delivered {
            assert_eq!(reservation.state, ReservationState::Consumed);
            assert_eq!(payment, PaymentState::Captured);
        } else {
            assert_eq!(reservation.state, ReservationState::Released);
            assert!(
                matches!(payment, PaymentState::Voided | PaymentState::Refunded),
                "{payment:?}"
            );
        }
        for kind in TicketKind::ALL {
            assert!(!self.is_asked(id, kind).await, "the ticket {kind:?} still waits");
        }
        let told = self.told(id).await;
        assert!(told.is_sorted_by(|a, b| a < b), "told {told:?}");
        assert_eq!(self.stock().await, self.stock_by_the_books().await);
    }

    /// What the stock must be: what the shop began with, less what its delivered orders and open reservations hold.
    pub(crate) async fn stock_by_the_books(&self) -> BTreeMap<Counter, u32> {
        let mut stock = initial_stock(&self.app.menu());
        for attributes in self.records("reservation").await {
            let body = &attributes["body"];
            if body["state"] == "released" || body["state"] == "expired" {
                continue;
            }
            let counts: Vec<(Counter, u32)> = serde_json::from_value(body["counts"].clone()).unwrap();
            for (counter, count) in counts {
                *stock.get_mut(&counter).unwrap() -= count;
            }
        }
        stock
    }

    /// The attributes of every record whose sort key is this.
    async fn records(&self, sort: &str) -> Vec<serde_json::Value> {
        let rows = self.dump().await.into_iter().filter(|(_, key, _)| key == sort);
        rows.map(|(.., text)| serde_json::from_str(&text).unwrap())
            .collect()
    }

    /// Everything in the store: partition, sort key, attributes.
    pub(crate) async fn dump(&self) -> Vec<(String, String, String)> {
        let rows = self.database.with(|connection| {
            let mut statement =
                connection.prepare("SELECT partition, sort, attributes FROM record ORDER BY 1, 2")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok::<_, comanda::app::StoreError>(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        });
        rows.await.unwrap()
    }
}

/// A read with its version dropped.
pub(crate) fn value<T>(stored: Option<Versioned<T>>) -> T {
    stored.unwrap().value
}

fn stages() -> impl Iterator<Item = Stage> {
    [
        Stage::Accepted,
        Stage::Ready,
        Stage::OutForDelivery,
        Stage::Delivered,
        Stage::Failed,
        Stage::Cancelled,
    ]
    .into_iter()
}

/// What a menu's shop begins with.
pub(crate) fn initial_stock(menu: &Menu) -> BTreeMap<Counter, u32> {
    let counted = |counter, stock| match stock {
        Stock::Counted(count) => Some((counter, count)),
        Stock::Unlimited | Stock::Off => None,
    };
    let items = menu
        .items
        .iter()
        .map(|item| (Counter::Item(item.id.clone()), item.stock));
    let options = menu
        .options
        .iter()
        .map(|option| (Counter::Option(option.id.clone()), option.stock));
    items
        .chain(options)
        .filter_map(|(counter, stock)| counted(counter, stock))
        .collect()
}

/// An address that the sample shop delivers to.
pub(crate) fn near_by() -> Address {
    Address {
        postal_code: PostalCode::of("05410-002").unwrap(),
        street: "Maple Street".to_owned(),
        number: "62".to_owned(),
        complement: Some("apartment 4".to_owned()),
        landmark: None,
    }
}
