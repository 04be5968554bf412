//! What an order comes to: turns, reads and writes and their units on DynamoDB, states, messages, bytes, and the size of a
//! question to Claude. `docs/scale.md` reckons with these figures, and this test holds it to them.

use std::path::Path;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use comanda::app::records::{TicketKind, open_tickets};
use comanda::app::store::{IndexEntry, Key, Query, Record, Write};
use comanda::app::{App, CurrentOffer, IdSource, Store, StoreError, WriteError};
use comanda::conversation::{Reply, converse};
use comanda::interpreter::claude::Asking;
use comanda::interpreter::claude::models::Model;
use comanda::interpreter::{Heard, OfflineInterpreter, Transcript};
use comanda::local::Database;
use comanda::order::{Draft, Language, OrderId};
use comanda::workflow::standing::{board_seen, standing};
use comanda::workflow::sweep::sweep;
use comanda::workflow::tickets::answer;
use serde_json::Value;

use crate::test_app::{TestApp, all_goes_well, ana, said, sample, turn_of};

/// What a store was asked for, in DynamoDB's units: a read unit is 4 KB strongly consistent, a write unit 1 KB.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Asked {
    gets: usize,
    lists: usize,
    transactions: usize,
    writes: usize,
    read_units: f64,
    write_units: usize,
    /// Of these, the ones in the index's partition of orders under way.
    active_units: usize,
}

/// A store that counts.
#[derive(Debug)]
struct Counting {
    inner: Arc<dyn Store>,
    asked: Mutex<Asked>,
}

impl Counting {
    fn note(&self, note: impl FnOnce(&mut Asked)) {
        note(&mut self.asked.lock().unwrap());
    }

    /// The write units of a write, and those of them in the partition of orders under way: twice for the transaction, and
    /// once more in each index that the record stands in or stood in at another place.
    async fn units(&self, write: &Write) -> (usize, usize) {
        let before = self.inner.get(write.key()).await.ok().flatten();
        let kept = before.as_ref().map_or(0, size);
        match write {
            Write::Put(record, _) => {
                let stood = before.iter().flat_map(|before| &before.indexes);
                let left = stood.filter(|entry| !record.indexes.contains(entry));
                let entries: Vec<&IndexEntry> = record.indexes.iter().chain(left).collect();
                let active = entries
                    .iter()
                    .filter(|entry| entry.partition.ends_with("#active"));
                let kilobytes = size(record).max(kept).div_ceil(1024).max(1);
                (kilobytes * (2 + entries.len()), kilobytes * active.count())
            }
            Write::Add(..) | Write::Delete(..) | Write::Check(..) => (2 * kept.div_ceil(1024).max(1), 0),
        }
    }
}

/// About the bytes of a record: its attributes as JSON, its keys and its places in indexes.
fn size(record: &Record) -> usize {
    let entries = record
        .indexes
        .iter()
        .map(|entry| entry.partition.len() + entry.sort.len());
    let attributes = serde_json::to_string(&record.attributes).unwrap().len();
    attributes + record.key.partition.len() + record.key.sort.len() + entries.sum::<usize>()
}

#[async_trait]
impl Store for Counting {
    async fn get(&self, key: &Key) -> Result<Option<Record>, StoreError> {
        let found = self.inner.get(key).await?;
        let units = found
            .as_ref()
            .map_or(1, |record| size(record).div_ceil(4096).max(1));
        self.note(|asked| {
            asked.gets += 1;
            asked.read_units += f64::from(u32::try_from(units).unwrap());
        });
        Ok(found)
    }

    async fn list(&self, query: &Query) -> Result<Vec<Record>, StoreError> {
        let found = self.inner.list(query).await?;
        let units = found.iter().map(size).sum::<usize>().div_ceil(4096).max(1);
        self.note(|asked| {
            asked.lists += 1;
            asked.read_units += f64::from(u32::try_from(units).unwrap()) / 2.0;
        });
        Ok(found)
    }

    async fn write(&self, writes: Vec<Write>) -> Result<(), WriteError> {
        let (mut units, mut active) = (0, 0);
        for write in &writes {
            let (all, of_active) = self.units(write).await;
            units += all;
            active += of_active;
        }
        let number = writes.len();
        self.inner.write(writes).await?;
        self.note(|asked| {
            asked.transactions += 1;
            asked.writes += number;
            asked.write_units += units;
            asked.active_units += active;
        });
        Ok(())
    }
}

/// The sample shop, with every call to its store counted: of turns, steps and staff alike.
struct Measured {
    test: TestApp,
    app: Arc<App>,
    store: Arc<Counting>,
}

impl Measured {
    async fn new() -> Self {
        let mut counting = None;
        let test = TestApp::wrapping(Database::in_memory().unwrap(), sample(), |inner| {
            let store = Arc::new(Counting {
                inner,
                asked: Mutex::default(),
            });
            counting = Some(Arc::clone(&store));
            store
        })
        .await;
        let store = counting.unwrap();
        let app = Arc::new(App {
            shop: test.app.shop.clone(),
            offer: CurrentOffer::new(sample(), comanda::app::offline()),
            store: Arc::clone(&store) as _,
            workflows: Arc::clone(&test.app.workflows),
            voice: Arc::clone(&test.app.voice),
            profiles: None,
            keeps_hours: true,
            clock: test.app.clock.clone(),
            ids: IdSource::counted(),
        });
        Self { test, app, store }
    }

    /// What the store was asked for since the last time.
    fn since(&self) -> Asked {
        std::mem::take(&mut self.store.asked.lock().unwrap())
    }

    async fn say(&self, words: &str) -> Reply {
        converse(&self.app, &turn_of(&ana(), said(words))).await
    }

    /// Says what a customer would to each question, until the order is sent; how many turns that took.
    async fn order(&self) -> (usize, OrderId) {
        let mut reply = self.say("a large pepperoni and a guaraná").await.speech.text();
        let mut finishing = false;
        for turns in 1..30 {
            if reply.starts_with("Sent") {
                let orders = comanda::app::records::orders_of_customer(&self.test.app, &ana(), 1)
                    .await
                    .unwrap();
                let comanda::app::records::Held::Placed { order, .. } = &orders[0].value else {
                    panic!("open")
                };
                return (turns, order.agreement.order.clone());
            }
            let answers = [
                ("Delivery or pickup?", "delivery"),
                ("postal code?", "zero five four one zero zero zero two"),
                ("What number?", "sixty-two, apartment four"),
                ("Right?", "yes"),
                ("usual address", "yes"),
                ("How would you like to pay", "Pix"),
                ("What name", "Ana"),
                (
                    "phone number?",
                    "eleven nine eight seven six five four three two one",
                ),
                ("swap it, leave it out", "swap it"),
                ("Send it?", "yes"),
            ];
            let fitting = answers.iter().find(|(question, _)| reply.contains(question));
            let words = fitting
                .map(|(_, words)| *words)
                .unwrap_or_else(|| match finishing {
                    false => {
                        finishing = true;
                        "that's all"
                    }
                    true => panic!("no answer to {reply:?}"),
                });
            reply = self.say(words).await.speech.text();
        }
        panic!("thirty turns, and still {reply:?}");
    }

    /// The shop's people answer until the order is at the door.
    async fn deliver(&self, id: &OrderId) {
        let script = all_goes_well();
        for kind in [
            TicketKind::Accept,
            TicketKind::Ready,
            TicketKind::PickUp,
            TicketKind::Deliver,
        ] {
            self.test.until_asked(id, kind).await;
            answer(&self.app, id, kind, script[&kind]).await.unwrap();
        }
        self.test
            .until("the end", async || {
                self.test.has_ended(id).await && self.test.has_heard_the_end(id).await
            })
            .await;
    }

    /// The states that its machine has entered, and how many of them send a message.
    async fn states(&self, id: &OrderId) -> (usize, usize) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("statemachine/order.asl.json");
        let definition = std::fs::read_to_string(file).unwrap();
        let history = self.test.history(id).await;
        let events: Vec<Value> = history
            .iter()
            .map(|event| serde_json::from_str(event).unwrap())
            .collect();
        let entered: Vec<&str> = events
            .iter()
            .filter(|event| event["type"].as_str().unwrap().ends_with("StateEntered"))
            .map(|event| event["state"].as_str().unwrap())
            .collect();
        let definition: Value = serde_json::from_str(&definition).unwrap();
        let sends = |name: &&str| {
            let resource = definition["States"][*name]["Resource"].as_str();
            resource.is_some_and(|resource| resource.contains("sqs:sendMessage"))
        };
        (
            entered.len(),
            entered.iter().copied().filter(|name| sends(name)).count(),
        )
    }
}

/// The tokens that a question to Claude holds at most, by the model's own measure: what stays the same, and the turn.
fn tokens_of_a_question() -> (u64, u64) {
    let menu = Arc::new(sample());
    let grammars = OfflineInterpreter::new(&menu);
    let offline = grammars.grammar(Language::EnUs).unwrap();
    let transcripts = [Transcript::certain(
        "could you do me one of those big spicy sausage ones and something fizzy",
    )];
    let draft = Draft::default();
    let heard = Heard {
        transcripts: &transcripts,
        hint: None,
        draft: &draft,
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    };
    let asking = Asking {
        menu: &menu,
        language: Language::EnUs,
        offline,
    };
    let request = asking.request(&heard);
    let model = Model::of("global.anthropic.claude-haiku-5-5").unwrap();
    let usage = model.most_used(&request);
    (usage.input + usage.cache_written, usage.input)
}

fn row(what: &str, asked: Asked) -> String {
    let Asked {
        gets,
        lists,
        transactions,
        writes,
        read_units,
        write_units,
        active_units: _,
    } = asked;
    format!("| {what} | {gets} | {lists} | {transactions} | {writes} | {read_units} | {write_units} |")
}

#[tokio::test(start_paused = true)]
async fn the_page_on_scale_reckons_with_what_an_order_comes_to() {
    let shop = Measured::new().await;
    let (mut rows, mut active) = (Vec::new(), 0);
    for name in ["a customer's first order", "each later one"] {
        shop.since();
        let (turns, id) = shop.order().await;
        shop.deliver(&id).await;
        let asked = shop.since();
        let (states, messages) = shop.states(&id).await;
        active = asked.active_units;
        rows.push(row(
            &format!("{name} | {turns} turns, {states} states, {messages} messages"),
            asked,
        ));
    }
    shop.since();
    board_seen(&shop.app).await.unwrap();
    open_tickets(&shop.app).await.unwrap();
    shop.since();
    open_tickets(&shop.app).await.unwrap();
    board_seen(&shop.app).await.unwrap();
    rows.push(row("a look of an empty board | every 2 seconds", shop.since()));
    sweep(&shop.app).await.unwrap();
    standing(&shop.app).await.unwrap();
    rows.push(row("a sweep with nothing to do | every minute", shop.since()));
    let dump = shop.test.dump().await;
    let bytes: usize = dump
        .iter()
        .filter(|(partition, ..)| partition.contains("#order#"))
        .map(|(partition, sort, attributes)| partition.len() + sort.len() + attributes.len())
        .sum();
    // Task tokens differ by a few bytes.
    let kilobytes = (bytes + 500) / 1000;
    rows.push(format!(
        "| of its write units, in the index's partition of orders under way | {active} an order | | | | | | |"
    ));
    let (whole, turn) = tokens_of_a_question();
    rows.push(format!(
        "| what two orders leave in the store | {kilobytes} KB | | | | | | |"
    ));
    rows.push(format!("| a question to Claude | {whole} tokens at most, {turn} of them not the same every time | | | | | | |"));
    let table = rows.join("\n");
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scale.md")).unwrap();
    assert!(
        page.contains(&table),
        "docs/scale.md has other figures than these:\n{table}\n"
    );
}
