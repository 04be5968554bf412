//! The sample shop with a scripted Claude behind its interpreter.

use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_bedrockruntime::config::{Credentials, SharedCredentialsProvider};
use comanda::app::shop_files::menu_of;
use comanda::app::{App, Books, Clock, CurrentOffer, IdSource, Store};
use comanda::bedrock::interpreters;
use comanda::conversation::{Channel, Turn, Wanted as WantedTurn};
use comanda::interpreter::claude::Wanted;
use comanda::interpreter::claude::tally::Tally;
use comanda::interpreter::{Asked, Heard, Interpreter, Proposal, Transcript};
use comanda::local::machine::LocalMachine;
use comanda::local::simulation::Pace;
use comanda::local::{Database, SqliteStore};
use comanda::order::{CustomerId, Draft, Language, Menu};
use serde_json::{Value, json};

use crate::scripted::{Answer, Script};
use crate::stand_in::StandIn;

/// Words that the grammar is sure of.
pub(crate) const CERTAIN: &str = "two cokes please";
/// Words that it reads an order out of, and is not sure of.
pub(crate) const UNSURE: &str = "two cokes and a flibbertigibbet";
/// The time that a turn gives.
pub(crate) const WITHIN: Duration = Duration::from_millis(4_500);

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

pub(crate) fn menu() -> Menu {
    menu_of(&folder("menu")).unwrap()
}

/// The tool's input for two cokes, by the words that say so.
pub(crate) fn two_cokes() -> Value {
    json!({ "act": "order", "edits": [{ "do": "add", "item": "coke", "quantity": 2, "cites": "two cokes" }] })
}

/// An answer by the tool, which costs as much on each call.
pub(crate) fn answer(input: &Value) -> Value {
    json!({
        "output": { "message": { "role": "assistant", "content": [
            { "toolUse": { "toolUseId": "t1", "name": "understood", "input": input } },
        ] } },
        "stopReason": "tool_use",
        "usage": { "inputTokens": 3000, "outputTokens": 100, "totalTokens": 3100 },
        "metrics": { "latencyMs": 900 },
    })
}

pub(crate) fn says(input: &Value) -> Answer {
    Answer::Says(200, answer(input))
}

pub(crate) fn says_after(time: Duration, input: &Value) -> Answer {
    Answer::After(time, 200, Vec::new(), answer(input).to_string())
}

pub(crate) fn refuses(status: u16, kind: &str) -> Answer {
    let headers = vec![("x-amzn-errortype", kind.to_owned())];
    Answer::After(Duration::ZERO, status, headers, "{\"message\":\"no\"}".to_owned())
}

pub(crate) fn config(script: &Script) -> SdkConfig {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("sa-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(script.clone())
        .build()
}

/// Books in a store, by a clock that follows virtual time.
pub(crate) fn books(store: Arc<dyn Store>) -> Books {
    Books {
        store,
        shop: menu().shop.id,
        clock: Clock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()),
    }
}

pub(crate) fn memory() -> Arc<dyn Store> {
    Arc::new(SqliteStore::new(Database::in_memory().unwrap()))
}

/// An interpreter that asks the scripted Claude.
#[derive(Debug)]
pub(crate) struct Claude {
    pub(crate) interpreter: Arc<dyn Interpreter>,
    pub(crate) tally: Arc<Tally>,
    pub(crate) script: Script,
}

impl Claude {
    pub(crate) fn over(script: &Script, books: Books, always: bool, limit: Option<u64>) -> Self {
        let tally = Arc::<Tally>::default();
        let wanted = Wanted {
            always,
            daily_limit_micro_usd: limit,
            ..Wanted::default()
        };
        let make = interpreters(wanted, &config(script), Arc::clone(&tally)).unwrap()(books);
        Self {
            interpreter: make(&Arc::new(menu())),
            tally,
            script: script.clone(),
        }
    }

    /// One that is asked where the grammar is not certain, and has no limit.
    pub(crate) fn tiered(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::over(&Script::new(answers), books(memory()), false, None)
    }

    pub(crate) async fn reads(&self, words: &str) -> Proposal {
        self.reads_where(words, None, WITHIN).await
    }

    pub(crate) async fn reads_where(&self, words: &str, asked: Option<Asked>, within: Duration) -> Proposal {
        let transcripts = [Transcript::certain(words)];
        let draft = Draft::default();
        let heard = Heard {
            transcripts: &transcripts,
            hint: None,
            draft: &draft,
            asked: asked.as_ref(),
            last_line: None,
            spoken: None,
            recent: &[],
            within: Some(within),
        };
        self.interpreter.interpret(Language::EnUs, heard).await
    }

    /// How often the service was called.
    pub(crate) fn calls(&self) -> usize {
        self.script.asked().len()
    }

    /// How often it was not called, and why.
    pub(crate) fn not_asked(&self) -> Vec<(&'static str, u64)> {
        self.tally.counts().not_asked.into_iter().collect()
    }
}

/// The sample shop with the scripted Claude to understand what is said; its records are in the store that this makes of a
/// plain one.
pub(crate) async fn app(script: &Script, store: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store>) -> App {
    app_with(&config(script), Wanted::default(), Arc::default(), store).await
}

/// The same with whatever Claude this configuration comes to.
pub(crate) async fn app_with(
    config: &SdkConfig,
    wanted: Wanted,
    tally: Arc<Tally>,
    store: impl FnOnce(Arc<dyn Store>) -> Arc<dyn Store>,
) -> App {
    let machine = LocalMachine::over(
        Database::in_memory().unwrap(),
        menu(),
        Clock::starting_at("2026-11-20T22:00:00Z".parse().unwrap()),
        IdSource::counted(),
        Pace::Manual,
        None,
        comanda::app::only_offline(),
    )
    .await
    .unwrap();
    let store = store(Arc::clone(&machine.app.store));
    let make = interpreters(wanted, config, tally).unwrap();
    let make = make(books(Arc::clone(&store)));
    let app = &machine.app;
    App {
        shop: app.shop.clone(),
        offer: CurrentOffer::new(menu(), make),
        store,
        workflows: Arc::clone(&app.workflows),
        voice: Arc::clone(&app.voice),
        profiles: None,
        keeps_hours: app.keeps_hours,
        clock: app.clock.clone(),
        ids: IdSource::counted(),
    }
}

/// What calls a stand-in.
pub(crate) fn at(stand_in: &StandIn) -> SdkConfig {
    let credentials = Credentials::new("KEY", "SECRET", None, None, "tests");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(stand_in.address())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build()
}

pub(crate) fn turn(customer: &str, channel: Channel, words: &str) -> Turn {
    Turn {
        customer: CustomerId::new(customer),
        person: None,
        voice_known: true,
        profile: None,
        session: None,
        language: Some(Language::EnUs),
        channel,
        new_session: false,
        linking: Default::default(),
        delivery: None,
        caller: None,
        wanted: WantedTurn::Said {
            transcripts: vec![Transcript::certain(words)],
            hint: None,
        },
    }
}

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// The log of this thread, which is a test's own. The subscriber is everybody's: one that comes and goes with a test would
/// be missed by what other tests have logged before it came.
#[derive(Debug)]
pub(crate) struct Log;

impl Log {
    /// Begins with nothing logged.
    pub(crate) fn begin() -> Self {
        static SUBSCRIBED: Once = Once::new();
        SUBSCRIBED.call_once(|| {
            let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(|| Self);
            tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
        });
        LINES.with_borrow_mut(Vec::clear);
        Self
    }

    /// How many lines hold these words.
    pub(crate) fn count(&self, words: &str) -> usize {
        let text = LINES.with_borrow(|lines| String::from_utf8(lines.clone()).unwrap());
        text.lines().filter(|line| line.contains(words)).count()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
