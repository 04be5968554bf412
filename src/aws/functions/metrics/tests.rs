//! The records of what is logged: what CloudWatch takes, what it would not, and what has no way in.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tracing_subscriber::layer::SubscriberExt as _;

use super::*;
use crate::aws::functions::Invocation;

/// What is written while something is logged.
fn written(log: impl FnOnce()) -> Vec<Value> {
    let records = Arc::new(Mutex::new(Vec::new()));
    let clock = Clock::starting_at("2026-11-20T22:00:00Z".parse().unwrap());
    let write = {
        let records = Arc::clone(&records);
        move |record: &Value| records.lock().unwrap().push(record.clone())
    };
    let layer = Metrics::new("comanda".to_owned(), clock, write);
    tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), log);
    records.lock().unwrap().clone()
}

/// What the published specification asks of a record, as far as ours can go wrong.
fn hold_to_the_specification(record: &Value) {
    let metadata = record["_aws"].as_object().unwrap();
    assert!(metadata["Timestamp"].as_i64().is_some_and(|at| at > 0));
    let name = |value: &Value, longest: usize| {
        let text = value.as_str().unwrap();
        assert!(!text.is_empty() && text.len() <= longest, "{text:?}");
        text.to_owned()
    };
    for directive in metadata["CloudWatchMetrics"].as_array().unwrap() {
        assert_eq!(
            directive.as_object().unwrap().len(),
            3,
            "no other members: {directive}"
        );
        name(&directive["Namespace"], 1024);
        let sets = directive["Dimensions"].as_array().unwrap();
        assert!(!sets.is_empty());
        for set in sets {
            let set = set.as_array().unwrap();
            assert!(set.len() <= 30);
            for dimension in set {
                name(&record[name(dimension, 250)], 1024);
            }
        }
        let metrics = directive["Metrics"].as_array().unwrap();
        assert!((1..=100).contains(&metrics.len()));
        for metric in metrics {
            assert!(record[name(&metric["Name"], 1024)].is_number(), "{record}");
            assert!(
                ["Count", "Milliseconds", "Seconds", "Percent", "None"]
                    .contains(&metric["Unit"].as_str().unwrap()),
                "{metric}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_turn_is_measured_by_channel_and_tier_with_its_order_beside() {
    let records = written(|| {
        let span = Invocation::of(&lambda_runtime::Context::default()).span(None);
        let _within = span.enter();
        tracing::info!(channel = "alexa", took_ms = 41_u64, "turn.answered");
        span.record("order", "o-1");
        span.record("tier", "claude");
        tracing::error!(
            channel = "phone",
            took_ms = 2_600_u64,
            error = "Ana said so",
            "turn.failed"
        );
    });
    let metadata = json!({
        "Timestamp": 1_795_212_000_000_i64,
        "CloudWatchMetrics": [{
            "Namespace": "comanda",
            "Dimensions": [[], ["channel", "tier"]],
            "Metrics": [{ "Name": "TurnLatency", "Unit": "Milliseconds" }, { "Name": "TurnsFailed", "Unit": "Count" }],
        }],
    });
    assert_eq!(
        records,
        [
            json!({
                "_aws": metadata, "event": "turn.answered", "channel": "alexa", "tier": "offline",
                "TurnLatency": 41, "TurnsFailed": 0,
            }),
            json!({
                "_aws": metadata, "event": "turn.failed", "channel": "phone", "tier": "claude", "order": "o-1",
                "TurnLatency": 2_600, "TurnsFailed": 1,
            }),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn every_rule_makes_a_record_that_cloudwatch_takes() {
    for rule in RULES {
        let number = |name: &'static str| (name.to_owned(), Value::from(7));
        let fields: Map<String, Value> = rule
            .metrics
            .iter()
            .filter_map(|metric| match metric.value {
                From::Field(field) => Some(number(field)),
                From::Always(_) => None,
            })
            .collect();
        let layer = Metrics::new(
            "comanda".to_owned(),
            Clock::starting_at("2026-11-20T22:00:00Z".parse().unwrap()),
            |_: &Value| {},
        );
        let record = layer.measure(rule, &fields, &Map::new()).unwrap();
        hold_to_the_specification(&record);
        for metric in rule.metrics {
            assert!(record[metric.name].is_i64(), "{} of {}", metric.name, rule.event);
        }
        let dimensions: BTreeSet<&str> = rule.dimensions.iter().copied().flatten().copied().collect();
        assert!(
            !dimensions.contains("order") && dimensions.len() < 3,
            "{} has dimensions without bound",
            rule.event
        );
    }
}

#[test]
fn what_somebody_said_has_no_way_into_a_record() {
    let records = written(|| {
        tracing::info!(result = "two pizzas to Ana", "announcement.handled");
        tracing::info!(result = %"spoken", order = ?"+55 11 5550", "announcement.handled");
        tracing::info!(result = "x".repeat(81), "announcement.handled");
        tracing::info!(words = "two", "turn.heard");
        tracing::info!(took_ms = "soon", "model.asked");
    });
    assert_eq!(records.len(), 4);
    for record in &records {
        hold_to_the_specification(record);
        assert_eq!(record.get("order"), None);
    }
    assert!(records[..3].iter().all(|record| record["result"] == UNKNOWN));
    assert_eq!(
        (records[3]["ModelCalls"].clone(), records[3].get("ModelLatency")),
        (json!(1), None)
    );
}

#[test]
fn an_event_without_its_numbers_makes_no_record() {
    assert_eq!(written(|| tracing::info!("shop.standing")), Vec::<Value>::new());
}
