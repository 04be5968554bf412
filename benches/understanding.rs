//! How fast the offline interpreter understands: whole readings of utterances as long as real ones, over a short menu and
//! a very long one, and of what nobody says.
//!
//! `cargo bench --bench understanding` measures. Where `KITS_DIR` names the folder of the order cases, those are read, too.
//! Before anything is measured, every odd input is read, and the bench fails where one takes longer than it may.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench fails by panicking and prints"
)]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use comanda::app::shop_files::menu_of;
use comanda::interpreter::from_menu::vocabulary;
use comanda::interpreter::vocabulary::{
    AttributeEntry, CategoryEntry, GroupEntry, ItemEntry, OptionEntry, OwnWords,
};
use comanda::interpreter::{Heard, Offline, Transcript, Vocabulary, kit};
use comanda::order::{AttributeId, CategoryId, Draft, GroupId, ItemId, Language, OptionId, ValueId};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;

/// The longest that any reading may take.
const LONGEST: Duration = Duration::from_millis(5);

const ENGLISH: [&str; 10] = [
    "can i get a large pepperoni pizza with extra cheese and no onions and two cokes please",
    "hi i'd like two cheeseburgers one without pickles and a small fries",
    "three large margheritas and a bottle of sparkling water",
    "a medium half calabresa half veggie with no olives and a guaraná that's all",
    "i'll have the caesar salad with chicken and a fresh orange juice without ice",
    "um could i please have one large pizza and i want uh extra mozzarella on it and bacon",
    "two no make that three cokes and a slice of chocolate cake",
    "i need four medium pizzas with ham and mushrooms and one small pizza with just tomatoes",
    "good evening okay i'd like a cappuccino and an espresso with a cheese bread on the side",
    "how much is the large four cheese and a lemonade for me thanks",
];

const PORTUGUESE: [&str; 6] = [
    "me vê uma pizza grande meia calabresa meia marguerita com borda recheada e duas cocas por favor",
    "quero dois hambúrgueres um sem cebola e uma porção de batata frita",
    "uma feijoada sem torresmo e um suco de laranja sem gelo",
    "três pastéis de queijo, não, quatro, e um guaraná bem gelado",
    "oi boa noite eu queria uma marguerita média com manjericão e azeitona e só isso",
    "quanto é a quatro queijos grande e tem suco natural",
];

fn sample(language: Language) -> Offline {
    let menu = menu_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("menu")).unwrap();
    Offline::new(vocabulary(&menu, language), language)
}

fn read(offline: &Offline, said: &[Transcript]) {
    black_box(offline.read(&heard(said, &Draft::default())));
}

fn heard<'h>(said: &'h [Transcript], draft: &'h Draft) -> Heard<'h> {
    Heard {
        transcripts: said,
        hint: None,
        draft,
        asked: None,
        last_line: None,
        spoken: None,
        recent: &[],
        within: None,
    }
}

fn transcripts<'u>(utterances: impl IntoIterator<Item = &'u str>) -> Vec<[Transcript; 1]> {
    let certain = |said: &str| [Transcript::certain(said)];
    utterances.into_iter().map(certain).collect()
}

fn measure(criterion: &mut Criterion, name: &str, offline: &Offline, all: &[[Transcript; 1]]) {
    let mut group = criterion.benchmark_group("understanding");
    group.throughput(Throughput::Elements(all.len() as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| all.iter().for_each(|said| read(offline, said)));
    });
    group.finish();
}

/// Utterances of our own over the sample menu, some fifteen words each.
fn own(criterion: &mut Criterion) {
    measure(
        criterion,
        "sample menu, en-US",
        &sample(Language::EnUs),
        &transcripts(ENGLISH),
    );
    measure(
        criterion,
        "sample menu, pt-BR",
        &sample(Language::PtBr),
        &transcripts(PORTUGUESE),
    );
}

/// The order cases, whole readings and lines alone, where they are at hand.
fn cases(criterion: &mut Criterion) {
    let Some(kits) = std::env::var_os("KITS_DIR") else {
        return;
    };
    let orders = PathBuf::from(kits).join("orders");
    let mut sets: Vec<PathBuf> = fs::read_dir(orders.join("cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    sets.sort();
    let mut all = Vec::new();
    for set in sets {
        let rows: Vec<Value> = fs::read_to_string(&set)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let menu = rows.first().unwrap().get("menu").unwrap().as_str().unwrap();
        let menu = fs::read_to_string(orders.join("menus").join(format!("{menu}.json"))).unwrap();
        let (vocabulary, language) = kit::vocabulary(&menu).unwrap();
        let said = rows
            .iter()
            .map(|row| row.get("utterance").unwrap().as_str().unwrap());
        all.push((Offline::new(vocabulary, language), transcripts(said)));
    }
    let count: usize = all.iter().map(|(_, said)| said.len()).sum();
    let mut group = criterion.benchmark_group("understanding");
    group.throughput(Throughput::Elements(count as u64));
    group.bench_function("order cases", |bencher| {
        bencher.iter(|| {
            for (offline, said) in &all {
                said.iter().for_each(|said| read(offline, said));
            }
        });
    });
    group.bench_function("order cases, lines alone", |bencher| {
        bencher.iter(|| {
            for (offline, said) in &all {
                for said in said {
                    black_box(offline.read_lines(&heard(said, &Draft::default())));
                }
            }
        });
    });
    group.finish();
}

const MANNERS: [&str; 20] = [
    "smoked", "grilled", "roasted", "spicy", "sweet", "crispy", "creamy", "fresh", "golden", "rustic",
    "garden", "house", "royal", "village", "harbour", "mountain", "summer", "winter", "sunset", "river",
];
const FILLINGS: [&str; 20] = [
    "chicken", "beef", "pork", "salmon", "tofu", "mushroom", "lentil", "pumpkin", "turkey", "shrimp", "duck",
    "lamb", "egg", "cheese", "tuna", "bean", "potato", "cabbage", "spinach", "carrot",
];
const KINDS: [&str; 25] = [
    "pizza",
    "burger",
    "salad",
    "soup",
    "sandwich",
    "wrap",
    "pasta",
    "curry",
    "stew",
    "pie",
    "taco",
    "bowl",
    "noodles",
    "risotto",
    "platter",
    "omelette",
    "roll",
    "bake",
    "skewer",
    "casserole",
    "toast",
    "dumpling",
    "pancake",
    "quiche",
    "gratin",
];
const OF_LONG_MENUS: [&str; 6] = [
    "two large smoked chicken pizzas with extra cheese and no mushrooms please",
    "i'd like a spicy beef pizza, a grilled pork pizza and three sweet salmon pizzas",
    "can i get a medium crispy tofu pizza without beans and a royal duck pizza with potato",
    "a creamy shrimp pizza no make that two",
    "smokd chiken piza with xtra chese plese and a cola",
    "how much is the golden lamb pizza",
];

/// A menu of so many items, whose first ones are those that are spoken of.
fn long_menu(items: usize) -> Vocabulary {
    let named = |name: &str| vec![name.to_owned()];
    let item = |at: usize| {
        let at_each = (
            MANNERS.iter().cycle().nth(at),
            FILLINGS.iter().cycle().nth(at / 20),
            KINDS.iter().cycle().nth(at / 400),
        );
        let (manner, filling, kind) = (at_each.0.unwrap(), at_each.1.unwrap(), at_each.2.unwrap());
        ItemEntry {
            id: ItemId::new(format!("item-{at}")),
            category: CategoryId::new(*kind),
            names: vec![format!("{manner} {filling} {kind}"), format!("number {at}")],
            attributes: vec![AttributeId::new("size")],
            values: Vec::new(),
            groups: vec![GroupId::new("topping")],
            generic: false,
        }
    };
    let option = |filling: &&str| OptionEntry {
        id: OptionId::new(format!("extra-{filling}")),
        group: GroupId::new("topping"),
        names: named(filling),
        counted_names: Vec::new(),
        any_of: Vec::new(),
        off: false,
    };
    let category = |kind: &&str| CategoryEntry {
        id: CategoryId::new(*kind),
        names: named(kind),
    };
    let size = |name: &str| (ValueId::new(name), named(name));
    Vocabulary {
        language: Some(Language::EnUs),
        items: (0..items).map(item).collect(),
        options: FILLINGS.iter().map(option).collect(),
        groups: vec![GroupEntry {
            id: GroupId::new("topping"),
            names: named("topping"),
            removable: true,
            amounts: true,
            names_item: false,
            least: 0,
            most: 10,
        }],
        attributes: vec![AttributeEntry {
            id: AttributeId::new("size"),
            names: named("size"),
            values: ["small", "medium", "large"].map(size).to_vec(),
        }],
        categories: KINDS.iter().map(category).collect(),
        words: OwnWords::default(),
    }
}

/// The memory that this process holds, in bytes.
fn held() -> usize {
    let pages = fs::read_to_string("/proc/self/statm").unwrap();
    pages.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

/// A menu of a hundred items beside one of ten thousand.
fn long_menus(criterion: &mut Criterion) {
    for items in [100, 10_000] {
        let menu = long_menu(items);
        let before = held();
        let started = Instant::now();
        let offline = Offline::new(menu, Language::EnUs);
        let took = started.elapsed();
        read(&offline, &[Transcript::certain("margherrita")]);
        println!(
            "{items} items: compiled in {took:?}, holds {:.1} MB",
            held().saturating_sub(before) as f64 / 1e6
        );
        measure(
            criterion,
            &format!("{items} items"),
            &offline,
            &transcripts(OF_LONG_MENUS),
        );
    }
}

/// What nobody says, at a length that nobody speaks.
fn odd() -> Vec<(&'static str, String)> {
    let repeated = [
        "and ",
        "a coke no make that two ",
        "no ",
        "two or three ",
        "how much is the ",
        "quanto é a ",
        "e ",
        "uma de ",
        "half pepperoni half ",
        "meia calabresa meia ",
        "large pizza with no onions and ",
        "a coke instead of a guaraná instead of ",
        "my pizza is missing and where is ",
        "pepperonni margheritta calabressa mozarela ",
        "two pizzas one with olives the other without ",
        "change the second one to small no the first ",
        "all of them with extra cheese ",
        "1 2 3 4 5 6 7 8 9 ",
        "maple street 12 apartment 4 ",
        "at half past eight ",
        ", . ; ",
        "a",
        "7",
        "🍕",
        "a\u{301}\u{302}",
        "ﷺ ",
    ];
    let long = |part: &'static str| (part, part.repeat(100_000 / part.len()));
    repeated.into_iter().map(long).collect()
}

fn odd_inputs(criterion: &mut Criterion) {
    for language in Language::ALL {
        let offline = sample(language);
        for (part, said) in odd() {
            let said = [Transcript::certain(said)];
            let least = (0..5)
                .map(|_| {
                    let started = Instant::now();
                    read(&offline, &said);
                    started.elapsed()
                })
                .min();
            assert!(
                least.unwrap() < LONGEST,
                "{language}: 100 kB of {part:?} took {least:?}"
            );
        }
    }
    let all: Vec<[Transcript; 1]> = odd()
        .into_iter()
        .map(|(_, said)| [Transcript::certain(said)])
        .collect();
    measure(criterion, "odd inputs of 100 kB", &sample(Language::EnUs), &all);
}

criterion_group!(benches, odd_inputs, own, cases, long_menus);
criterion_main!(benches);
