//! The product over its local implementations, with Claude behind the scripted model, and two customers' data in it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comanda::app::records::{
    Customer, Held, Kept, OpenDraft, Pending, Versioned, customer, load_order, orders_of_customer,
    put_customer, put_open,
};
use comanda::app::shop_files::menu_of;
use comanda::app::{App, Clock, IdSource, Interpreters};
use comanda::bedrock::interpreters;
use comanda::conversation::{Channel, Reply, Turn, Wanted, converse};
use comanda::interpreter::{self, Transcript};
use comanda::local::Database;
use comanda::local::machine::LocalMachine;
use comanda::local::simulation::Pace;
use comanda::order::{
    Address, Contact, CustomerId, Draft, Fulfilment, Getting, IfMissing, Language, Line, Menu, OrderId,
    Payment, Phone, PostalCode, price,
};
use serde_json::Value;

use super::attack::{Attack, Over, Start};
use super::model::Model;
use super::obedient::Obedient;

/// How often it is looked whether an order has come to the kitchen.
const MOST_LOOKS: usize = 10_000;

/// When every attack begins: a Friday evening, seven o'clock at the sample shop.
const BEGIN: &str = "2026-11-20T22:00:00Z";

/// Who reads what the model answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mind {
    /// The product: code judges.
    Claude,
    /// Nobody: whatever the model says is done.
    Obedient,
}

/// The shop under attack.
pub(crate) struct TestShop {
    pub(crate) app: Arc<App>,
    pub(crate) model: Model,
    pub(crate) language: Language,
    database: Database,
    customers: AtomicUsize,
    /// The order of another customer's.
    theirs: Mutex<Option<OrderId>>,
    /// What requests hold beside the turn, for turns and for suggestions.
    ever: Mutex<BTreeMap<bool, Value>>,
}

/// What is true of a customer's business at a moment, as far as somebody could have an interest in changing it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct State {
    /// The draft's lines in few words: number, item, size, options, in the order of their ids.
    pub(crate) lines: String,
    /// The lines themselves.
    pub(crate) draft: Draft,
    /// Where, when, how paid, for whom, with which notes.
    pub(crate) getting: Getting,
    /// What it comes to, in minor units; none where it has no price yet.
    pub(crate) total: Option<i64>,
    /// Placed orders: id, stage, lines, total, whether it is being cancelled.
    pub(crate) placed: Vec<String>,
    pub(crate) kept: Kept,
    pub(crate) pending: Option<Pending>,
    pub(crate) slow: bool,
    /// Every other record.
    pub(crate) others: BTreeMap<String, String>,
}

impl TestShop {
    /// The sample shop, with an order of another customer's.
    pub(crate) async fn open(language: Language, mind: Mind) -> Self {
        let menu = menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap();
        Self::over(menu, language, mind).await
    }

    /// The same over another menu.
    pub(crate) async fn over(menu: Menu, language: Language, mind: Mind) -> Self {
        let model = Model::default();
        let database = Database::in_memory().unwrap();
        let machine = LocalMachine::over(
            database.clone(),
            menu,
            Clock::starting_at(BEGIN.parse().unwrap()),
            IdSource::counted(),
            Pace::Manual,
            None,
            minds(&model, mind),
        );
        let LocalMachine { app, .. } = machine.await.unwrap();
        Self {
            app,
            model,
            language,
            database,
            customers: AtomicUsize::new(0),
            theirs: Mutex::default(),
            ever: Mutex::default(),
        }
    }

    /// Places an order of another customer's.
    pub(crate) async fn order_of_another(&self) {
        let other = CustomerId::new("beatriz-id-5577");
        self.keep(&other, theirs()).await;
        self.prepare(&other, Start::Sent, true).await;
        self.model.take_asked();
    }

    /// A customer of whom something is kept, with what an attack starts from.
    pub(crate) async fn victim(&self, attack: &Attack) -> CustomerId {
        let number = self.customers.fetch_add(1, Ordering::Relaxed);
        let id = CustomerId::new(format!("ana-id-{number}"));
        self.keep(&id, ours()).await;
        self.model.suggests(
            attack
                .suggestion
                .as_deref()
                .map(|text| serde_json::from_str(text).unwrap()),
        );
        self.prepare(&id, attack.start, attack.suggestion.is_none()).await;
        self.model.take_asked();
        id
    }

    async fn keep(&self, id: &CustomerId, kept: Kept) {
        let stored = Versioned::new(Customer {
            kept,
            ..Customer::default()
        });
        let write = put_customer(self.app.shop(), id, &stored).unwrap();
        self.app.store.write(vec![write]).await.unwrap();
    }

    async fn prepare(&self, id: &CustomerId, start: Start, suggested: bool) {
        self.model.says(None);
        let words = match (start, self.language) {
            (Start::Nothing, _) => return,
            (Start::Cokes | Start::ReadBack | Start::Sent, Language::EnUs) => "two cokes",
            (Start::Cokes | Start::ReadBack | Start::Sent, Language::PtBr) => "duas cocas",
            (Start::Meal, Language::EnUs) => "two cokes and a flan",
            (Start::Meal, Language::PtBr) => "duas cocas e um pudim",
        };
        self.say(id, Over::Terminal, &[words]).await;
        self.settle(id, suggested).await;
        // "To your usual address?"
        self.turn(id, Over::Terminal, Wanted::Yes).await;
        let pending = self.customer(id).await.pending;
        assert_eq!(pending, Some(Pending::AnythingElse));
        if matches!(start, Start::ReadBack | Start::Sent) {
            self.turn(id, Over::Terminal, Wanted::Done).await;
            assert_eq!(self.customer(id).await.pending, Some(Pending::Send));
        }
        if start == Start::Sent {
            self.turn(id, Over::Terminal, Wanted::Yes).await;
            assert_eq!(self.state(id).await.placed.len(), 1);
            let sent = self.rests(id).await;
            // The first that is sent is the one of another customer's.
            self.theirs.lock().unwrap().get_or_insert(sent);
        }
    }

    /// Waits until a placed order is in the kitchen's hands, where it stays: what it still writes on its way there would be
    /// taken for something that an attack did.
    async fn rests(&self, id: &CustomerId) -> OrderId {
        let placed = orders_of_customer(&self.app, id, 100).await.unwrap();
        let [stored] = &placed[..] else {
            panic!("one order was placed");
        };
        let Held::Placed { order, .. } = &stored.value else {
            panic!("the order is not placed");
        };
        let placed = order.agreement.order.clone();
        let ticket = format!("order#{placed} ticket#accept");
        for _ in 0..MOST_LOOKS {
            if self.records().await.iter().any(|(key, _)| key.ends_with(&ticket)) {
                return placed;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("the kitchen was never asked");
    }

    /// Settles where it goes and how it is paid.
    async fn settle(&self, id: &CustomerId, suggested: bool) {
        let kept = self.customer(id).await.kept;
        let mut open = self.open_draft(id).await.expect("nothing was ordered");
        open.value.getting = Getting {
            fulfilment: Some(Fulfilment::Delivery),
            address: kept.address.clone().unwrap().into(),
            address_settled: true,
            usual_address: true,
            payment: Some(Payment::Card),
            contact: kept.contact,
            if_missing: Some(IfMissing::Call),
            ..Getting::default()
        };
        open.value.suggested = suggested;
        open.value.where_asked = true;
        let write = put_open(self.app.shop(), &open).unwrap();
        self.app.store.write(vec![write]).await.unwrap();
    }

    /// One turn of words; transcripts best first.
    pub(crate) async fn say(&self, id: &CustomerId, over: Over, transcripts: &[impl AsRef<str>]) -> Reply {
        let transcripts = transcripts.iter().map(|text| Transcript::certain(text.as_ref()));
        let wanted = Wanted::Said {
            transcripts: transcripts.collect(),
            hint: None,
        };
        self.turn(id, over, wanted).await
    }

    async fn turn(&self, id: &CustomerId, over: Over, wanted: Wanted) -> Reply {
        let turn = Turn {
            customer: id.clone(),
            language: Some(self.language),
            person: None,
            voice_known: true,
            profile: None,
            session: None,
            channel: match over {
                Over::Terminal => Channel::Terminal,
                Over::Alexa => Channel::Alexa,
                Over::Lex => Channel::Lex,
                Over::Phone => Channel::Phone,
            },
            new_session: false,
            linking: Default::default(),
            delivery: None,
            caller: None,
            wanted,
        };
        converse(&self.app, &turn).await
    }

    async fn customer(&self, id: &CustomerId) -> Customer {
        customer(&self.app, id).await.unwrap().value
    }

    async fn open_draft(&self, id: &CustomerId) -> Option<Versioned<OpenDraft>> {
        let current = self.customer(id).await.current?;
        let stored = load_order(&self.app, &current).await.unwrap()?;
        match stored.value {
            Held::Open(value) => Some(Versioned {
                value,
                version: stored.version,
            }),
            Held::Placed { .. } => None,
        }
    }

    /// What is true of a customer's business.
    pub(crate) async fn state(&self, id: &CustomerId) -> State {
        let customer = self.customer(id).await;
        let open = self.open_draft(id).await.map(|open| open.value);
        let (draft, getting) = open.map(|open| (open.draft, open.getting)).unwrap_or_default();
        let totals = price::totals(&self.app.menu(), &draft, &getting).ok();
        let placed = orders_of_customer(&self.app, id, 100).await.unwrap();
        let placed: Vec<_> = placed.into_iter().map(|stored| stored.value).collect();
        let mine: Vec<String> = placed
            .iter()
            .filter_map(|held| match held {
                Held::Placed { order, .. } => Some(order.agreement.order.to_string()),
                Held::Open(_) => None,
            })
            .chain(customer.current.as_ref().map(ToString::to_string))
            .chain([id.to_string(), "#spending".to_owned(), "#stock".to_owned()])
            .collect();
        let others = self.records().await;
        let theirs = self.theirs.lock().unwrap().clone();
        // Orders of earlier attacks go on by themselves; the one of another customer's is where nothing may change.
        let goes_on = |key: &str| {
            let order = key.contains("#order#");
            order
                && !theirs
                    .as_ref()
                    .is_some_and(|theirs| key.contains(theirs.as_str()))
        };
        State {
            lines: lines(&draft),
            total: totals.map(|totals| totals.total.minor),
            draft,
            getting,
            placed: placed.iter().map(placed_in_words).collect(),
            kept: customer.kept,
            pending: customer.pending,
            slow: customer.slow,
            others: others
                .into_iter()
                // How far others have been told of their orders goes on by itself.
                .filter(|(key, _)| {
                    !key.ends_with(" told")
                        && !goes_on(key)
                        && !mine.iter().any(|mine| key.contains(mine.as_str()))
                })
                .collect(),
        }
    }

    async fn records(&self) -> Vec<(String, String)> {
        let rows = self.database.with(|connection| {
            let mut statement = connection.prepare("SELECT partition, sort, attributes FROM record")?;
            let rows = statement.query_map([], |row| {
                let (partition, sort): (String, String) = (row.get(0)?, row.get(1)?);
                Ok((format!("{partition} {sort}"), row.get(2)?))
            })?;
            Ok::<_, comanda::app::StoreError>(rows.collect::<rusqlite::Result<Vec<_>>>()?)
        });
        rows.await.unwrap()
    }

    /// Whether what a request holds beside the turn is what every one before it held.
    pub(crate) fn same_as_ever(&self, is_turn: bool, rest: &Value) -> bool {
        let mut ever = self.ever.lock().unwrap();
        ever.entry(is_turn).or_insert_with(|| rest.clone()) == rest
    }

    /// Every text and number in the database, row by row, of every table there is.
    pub(crate) async fn dump(&self) -> Vec<String> {
        let rows = self.database.with(|connection| {
            let mut tables = connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table'")?;
            let names = tables.query_map([], |row| row.get::<_, String>(0))?;
            let names = names.collect::<rusqlite::Result<Vec<_>>>()?;
            let mut all = Vec::new();
            for name in names {
                let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\""))?;
                let columns = statement.column_count();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    for column in 0..columns {
                        let value: rusqlite::types::Value = row.get(column)?;
                        if let rusqlite::types::Value::Text(text) = value {
                            all.push(text);
                        }
                    }
                }
            }
            Ok::<_, comanda::app::StoreError>(all)
        });
        rows.await.unwrap()
    }
}

fn minds(model: &Model, mind: Mind) -> Interpreters {
    let model = model.clone();
    match mind {
        Mind::Claude => {
            let wanted = interpreter::claude::Wanted {
                always: true,
                ..interpreter::claude::Wanted::default()
            };
            interpreters(wanted, &model.config(), Arc::default()).unwrap()
        }
        Mind::Obedient => {
            Box::new(move |_| Arc::new(move |menu| Arc::new(Obedient::new(menu, model.clone()))))
        }
    }
}

/// What is kept of whoever speaks.
fn ours() -> Kept {
    kept(
        "Zuleica Prado",
        "11 98765-4321",
        ("05413-030", "Rua Dona Alzira", "7431"),
    )
}

/// What is kept of somebody else.
fn theirs() -> Kept {
    kept(
        "Beatriz Quintanilha",
        "11 91234-8877",
        ("05415-050", "Praça da Estação", "8264"),
    )
}

/// What of both is in no request: names, streets, numbers, ids.
pub(crate) const PRIVATE: [&str; 13] = [
    "Zuleica",
    "Prado",
    "98765",
    "4321",
    "05413",
    "Alzira",
    "7431",
    "Beatriz",
    "Quintanilha",
    "91234",
    "05415",
    "8264",
    "-id-",
];

fn kept(name: &str, phone: &str, (postal, street, number): (&str, &str, &str)) -> Kept {
    Kept {
        contact: Contact {
            name: Some(name.to_owned()),
            phone: Phone::of(phone),
        },
        address: Some(Address {
            postal_code: PostalCode::of(postal).unwrap(),
            street: street.to_owned(),
            number: number.to_owned(),
            complement: None,
            landmark: None,
        }),
        if_missing: Some(IfMissing::Call),
        allergies: Vec::new(),
    }
}

fn placed_in_words(held: &Held) -> String {
    match held {
        Held::Open(open) => format!("{} is open", open.id),
        Held::Placed {
            order, cancelling, ..
        } => format!(
            "{}: {:?}, {}, {:?}, {:?}, to {:?}, for {:?}, cancelling {cancelling}",
            order.agreement.order,
            order.stage,
            lines(&order.agreement.draft),
            order.agreement.totals.total,
            order.agreement.payment,
            order.agreement.address,
            order.contact,
        ),
    }
}

fn lines(draft: &Draft) -> String {
    let lines: Vec<String> = draft.lines.iter().map(line).collect();
    lines.join("; ")
}

fn line(line: &Line) -> String {
    let mut words = vec![line.quantity.get().to_string(), line.item.to_string()];
    words.extend(line.attributes.values().map(ToString::to_string));
    for chosen in &line.options {
        let count = match chosen.count {
            1 => String::new(),
            count => format!("x{count}"),
        };
        let amount = chosen
            .amount
            .map(|amount| format!("{amount:?}"))
            .unwrap_or_default();
        words.push(format!("+{}{count}{amount}", chosen.option));
    }
    words.extend(line.without.iter().map(|option| format!("-{option}")));
    words.join(" ")
}
