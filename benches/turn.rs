//! How long a turn takes: reading the words alone, and everything from the turn to the reply over a store in memory.
//!
//! `cargo bench` measures; tests never do.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::path::Path;

use comanda::app::shop_files::menu_of;
use comanda::app::{Clock, IdSource};
use comanda::conversation::{Channel, Turn, Wanted, converse};
use comanda::interpreter::from_menu::vocabulary;
use comanda::interpreter::{Heard, Offline, Transcript};
use comanda::local::Database;
use comanda::local::machine::LocalMachine;
use comanda::local::simulation::Pace;
use comanda::order::{CustomerId, Draft, Language, Menu};
use criterion::{Criterion, criterion_group, criterion_main};

const UTTERANCES: [(Language, &str); 4] = [
    (Language::EnUs, "a large pepperoni and a guaraná"),
    (
        Language::EnUs,
        "two large pizzas half pepperoni half veggie with extra cheese and no onions and three cokes please",
    ),
    (Language::PtBr, "uma calabresa grande e um guaraná"),
    (
        Language::PtBr,
        "me vê duas pizzas grandes meia calabresa meia marguerita com queijo extra sem cebola e três cocas por favor",
    ),
];

fn sample() -> Menu {
    menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap()
}

fn reading(criterion: &mut Criterion) {
    let menu = sample();
    let mut group = criterion.benchmark_group("read");
    for (language, words) in UTTERANCES {
        let offline = Offline::new(vocabulary(&menu, language), language);
        let (transcripts, draft) = ([Transcript::certain(words)], Draft::default());
        group.bench_function(
            format!("{language}, {} characters", words.chars().count()),
            |bencher| {
                bencher.iter(|| {
                    offline.read(&Heard {
                        last_line: None,
                        spoken: None,
                        recent: &[],
                        within: None,
                        transcripts: &transcripts,
                        hint: None,
                        draft: &draft,
                        asked: None,
                    })
                });
            },
        );
    }
    group.finish();
}

fn turns(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let machine = runtime.block_on(async {
        let database = Database::in_memory().unwrap();
        LocalMachine::over(
            database,
            sample(),
            Clock::System,
            IdSource::Random,
            Pace::Instant,
            None,
            comanda::app::only_offline(),
        )
        .await
        .unwrap()
    });
    let mut customer = 0_u64;
    criterion.bench_function("turn", |bencher| {
        bencher.iter(|| {
            customer += 1;
            let turn = Turn {
                person: None,
                voice_known: true,
                profile: None,
                session: None,
                customer: CustomerId::new(format!("customer-{customer}")),
                language: Some(Language::EnUs),
                channel: Channel::Terminal,
                new_session: true,
                linking: Default::default(),
                delivery: None,
                caller: None,
                wanted: Wanted::Said {
                    transcripts: vec![Transcript::certain("a large pepperoni and a guaraná")],
                    hint: None,
                },
            };
            runtime.block_on(converse(&machine.app, &turn))
        });
    });
}

criterion_group!(benches, reading, turns);
criterion_main!(benches);
