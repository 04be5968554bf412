//! What the functions have said in a whole run, afterwards: every metric that is watched is measured, and nothing of a
//! customer's is in any line.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use aws_sdk_dynamodb::types::AttributeValue;
use comanda::app::store::{Record, Store, Write};
use comanda::app::{Clock, IdSource, keys};
use comanda::aws::functions::metrics;
use comanda::local::rehearsal::{Input, Said, Script};
use comanda::order::Language;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use crate::deployed::{Stack, until};
use crate::orders::menu;
use crate::talk::Caller;

/// More than Claude may cost a day, in millionths of a dollar.
const TOO_MUCH: i64 = 1_000_000_000;
/// Words that only Claude could make something of, and of which the one that stands in for it makes what is refused.
const UNCLEAR: &str = "arruma um trem bão demais da conta sô";
/// Fields of records that hold what is nobody else's to know, or that proves who somebody is.
const PERSONAL: [&str; 15] = [
    "address",
    "contact",
    "customer",
    "delivery",
    "landmark",
    "last_said",
    "name",
    "person",
    "phone",
    "postal_code",
    "read_back_in",
    "reason",
    "said",
    "session",
    "token",
];

/// The lines of every function.
fn lines() -> Vec<String> {
    let folder = std::env::var("COMANDA_E2E_LOGS").expect("COMANDA_E2E_LOGS names no folder");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    // The board says nothing where all is well.
    assert!(texts.len() >= 3, "the functions have said something");
    texts
        .iter()
        .flat_map(|text| text.lines().map(str::to_owned))
        .collect()
}

/// What does not happen in any talk: events that are none, a message that cannot be read, words that Claude gets wrong,
/// and a day on which it has cost too much.
async fn what_else_happens(stack: &Stack) {
    stack.invoke("TasksFunction", &json!({ "task": "sweep" })).await;
    let (failed, answer) = stack.try_invoke("VoiceFunction", &json!({})).await;
    assert!(failed, "{answer}");
    let unreadable = json!({ "Records": [{ "messageId": "1", "body": "{", "eventSource": "aws:sqs" }] });
    let left = stack.invoke("AnnounceFunction", &unreadable).await;
    assert_eq!(left["batchItemFailures"][0]["itemIdentifier"], "1");
    let somebody = |session: &str| Caller::lex(session, Language::PtBr, &menu());
    somebody("watched").say(stack, Said::Words(UNCLEAR)).await;
    let today = Clock::System.now().to_zoned(TimeZone::UTC).date();
    let books = Record {
        key: keys::spending(&menu().shop.id, today),
        attributes: Map::from_iter([("micro_usd".to_owned(), json!(TOO_MUCH))]),
        indexes: Vec::new(),
    };
    let table = stack.table();
    let key = books.key.clone();
    table.write(vec![Write::Put(books, Vec::new())]).await.unwrap();
    // What others have spent is believed for half a minute.
    until("the daily limit", async || {
        tokio::time::sleep(Duration::from_secs(3)).await;
        let session = format!("watched-{}", IdSource::Random.next());
        somebody(&session).say(stack, Said::Words(UNCLEAR)).await;
        let reached = lines().iter().any(|line| line.contains("model.limit_reached"));
        reached.then_some(())
    })
    .await;
    table.write(vec![Write::Delete(key, Vec::new())]).await.unwrap();
}

/// Every metric of a record by name and set of dimensions, each with its value.
fn measured(record: &Value) -> Vec<(String, Vec<String>)> {
    let mut named = Vec::new();
    for directive in record["_aws"]["CloudWatchMetrics"].as_array().unwrap() {
        assert_eq!(directive["Namespace"], "comanda");
        for metric in directive["Metrics"].as_array().unwrap() {
            let name = metric["Name"].as_str().unwrap();
            assert!(record[name].is_i64(), "{record}");
            for set in directive["Dimensions"].as_array().unwrap() {
                let set: Vec<String> = serde_json::from_value(set.clone()).unwrap();
                assert!(set.iter().all(|name| record[name].is_string()), "{record}");
                named.push((name.to_owned(), set));
            }
        }
    }
    named
}

/// Every text in what is personal of a record.
fn texts(value: &Value, personal: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                texts(value, personal || PERSONAL.contains(&name.as_str()), found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, personal, found)),
        Value::String(text) if personal => drop(found.insert(text.clone())),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
}

/// What the store holds of customers, and what was said in the talks.
async fn secrets(stack: &Stack) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let scan = stack.dynamodb().scan().table_name(&stack.resources["Table"]);
    let items: Vec<_> = scan
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .unwrap();
    assert!(items.len() > 20, "the talks have left their records");
    for item in items {
        let Some(AttributeValue::M(body)) = item.get("body") else {
            continue;
        };
        let text = body["json"].as_s().unwrap();
        texts(&serde_json::from_str(text).unwrap(), false, &mut found);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/stack/talks");
    for file in std::fs::read_dir(folder).unwrap() {
        let script = Script::parse(&std::fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        for step in &script.steps {
            if let Input::Customer(words) | Input::Uncarried(words) = &step.input {
                found.insert(words.clone());
            }
        }
    }
    found.insert(UNCLEAR.to_owned());
    // What is as short as that, or one plain word of ours, proves nothing by being somewhere.
    let ours = [
        "delivery", "pickup", "yes", "no", "none", "open", "closed", "placed", "alexa", "phone", "entrega",
        "retirada",
    ];
    found.retain(|text| text.chars().count() > 2 && !ours.contains(&text.to_lowercase().as_str()));
    found
}

/// Whether a text stands in a line by itself, and not within a longer word.
fn holds(line: &str, text: &str) -> bool {
    line.match_indices(text).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + text.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[tokio::test]
#[ignore = "reads what the other tests of a run have left: tests/e2e/stack/run starts it after them"]
async fn watched_metrics_are_measured_and_nothing_personal_is_logged() {
    let stack = Stack::deployed();
    crate::standins::Standins::running();
    what_else_happens(&stack).await;
    let lines = lines();
    let records: Vec<Value> = lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
        .collect();
    let found: BTreeSet<_> = records
        .iter()
        .filter(|record| !record["_aws"].is_null())
        .flat_map(measured)
        .collect();
    let owned =
        |(name, set): (&str, Vec<&str>)| (name.to_owned(), set.into_iter().map(str::to_owned).collect());
    let wanted: BTreeSet<(String, Vec<String>)> = metrics::all().into_iter().map(owned).collect();
    assert_eq!(
        wanted.difference(&found).collect::<Vec<_>>(),
        Vec::<&_>::new(),
        "measured by nobody in this run"
    );
    assert_eq!(found.difference(&wanted).collect::<Vec<_>>(), Vec::<&_>::new());
    let secrets = secrets(&stack).await;
    for must in ["Ana", "11987654321", "Maple Street", "05410002"] {
        assert!(secrets.contains(must), "{must} is looked for");
    }
    let told: Vec<(&String, &String)> = lines
        .iter()
        .flat_map(|line| {
            secrets
                .iter()
                .filter(|text| holds(line, text))
                .map(move |text| (text, line))
        })
        .collect();
    assert_eq!(told, [], "of {} lines and {} texts", lines.len(), secrets.len());
    println!(
        "{} lines, {} records, {} texts looked for",
        lines.len(),
        records.len(),
        secrets.len()
    );
}
