//! The state machines and the code that they call agree on names: errors, steps, questions, queues.

use std::collections::BTreeSet;
use std::path::Path;

use comanda::asl::{Definition, MachineType};
use comanda::workflow::ErrorName;
use serde_json::Value;

const MACHINES: [(&str, MachineType); 3] = [
    ("order", MachineType::Standard),
    ("quote", MachineType::Express),
    ("recommend", MachineType::Express),
];

/// Errors that are not ours: the language's own, and those of the services that a task goes through.
const FOREIGN: [&str; 5] = ["States.", "Lambda.", "Runtime.", "Sandbox.", "SQS."];

fn definition(machine: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("statemachine");
    let path = folder.join(format!("{machine}.asl.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The states of a machine; none of ours holds machines within.
fn states(definition: &Value) -> impl Iterator<Item = (&String, &Value)> {
    definition["States"].as_object().unwrap().iter()
}

/// The names that a state's `Retry` or `Catch` lists.
fn names<'a>(state: &'a Value, rescue: &str) -> impl Iterator<Item = &'a str> {
    let rules = state[rescue].as_array().into_iter().flatten();
    rules
        .flat_map(|rule| rule["ErrorEquals"].as_array().unwrap())
        .map(|name| name.as_str().unwrap())
}

fn catches<'a>(state: &'a Value, error: &str) -> Option<&'a Value> {
    let rules = state["Catch"].as_array().into_iter().flatten();
    rules.into_iter().find(|rule| {
        rule["ErrorEquals"]
            .as_array()
            .unwrap()
            .iter()
            .any(|name| name == error)
    })
}

fn payload_of<'a>(state: &'a Value, member: &str) -> Option<&'a str> {
    state.pointer(member).and_then(Value::as_str)
}

#[test]
fn every_file_is_a_machine_without_faults() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("statemachine");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let known = MACHINES.map(|(machine, _)| format!("{machine}.asl.json"));
    assert_eq!(files, known.into());
    for (machine, machine_type) in MACHINES {
        let parsed = Definition::parse(&definition(machine), machine_type);
        assert!(parsed.is_ok(), "{machine}: {:?}", parsed.err());
    }
}

#[test]
fn every_name_that_is_caught_or_retried_exists() {
    let known: BTreeSet<&str> = ErrorName::ALL.into_iter().map(ErrorName::as_str).collect();
    assert_eq!(known.len(), ErrorName::ALL.len(), "no two errors share a name");
    let mut seen = 0;
    for (machine, _) in MACHINES {
        for (state, body) in states(&definition(machine)) {
            for name in names(body, "Retry").chain(names(body, "Catch")) {
                let foreign = FOREIGN.iter().any(|space| name.starts_with(space));
                assert!(
                    foreign || known.contains(name),
                    "{machine}/{state}: nothing fails with `{name}`"
                );
                seen += usize::from(!foreign);
            }
        }
    }
    assert!(seen > 0);
}

/// What each step of the order, and each answer to a question, may fail with beyond what the store does.
fn own_failures(state: &Value) -> Vec<ErrorName> {
    let step = payload_of(state, "/Arguments/Payload/step");
    let ask = payload_of(state, "/Arguments/MessageBody/ask");
    match (step, ask) {
        (Some("reserve_stock" | "consume_stock"), _) => {
            vec![ErrorName::StockSoldOut, ErrorName::OrderCancelled]
        }
        (Some("authorise_payment" | "capture_payment"), _) => {
            vec![ErrorName::PaymentRefused, ErrorName::OrderCancelled]
        }
        (Some("mark_stage"), _) => vec![ErrorName::OrderCancelled],
        (_, Some("accept" | "ready")) => vec![ErrorName::KitchenRefused, ErrorName::OrderCancelled],
        (_, Some("pick_up")) => vec![ErrorName::CourierUnavailable, ErrorName::OrderCancelled],
        (_, Some("deliver")) => vec![ErrorName::DeliveryFailed, ErrorName::OrderCancelled],
        (Some("undo_payment" | "release_stock" | "close_order"), _) | (None, None) => Vec::new(),
        other => panic!("a state of a kind that this test does not know: {other:?}"),
    }
}

#[test]
fn whatever_a_step_of_an_order_fails_with_is_handled() {
    let order = definition("order");
    let mut caught = BTreeSet::new();
    for (name, state) in states(&order).filter(|(_, state)| state["Type"] == "Task") {
        for error in own_failures(state) {
            let rule = catches(state, error.as_str());
            assert!(rule.is_some(), "{name} does not catch {}", error.as_str());
            caught.insert(error.as_str());
        }
        let undoes = matches!(name.as_str(), "UndoPayment" | "ReleaseStock" | "CloseOrder");
        if undoes {
            // Nothing is left to fall back on: these are tried again, whatever happens.
            assert!(names(state, "Retry").any(|error| error == "States.ALL"), "{name}");
            continue;
        }
        let all = catches(state, "States.ALL").unwrap_or_else(|| panic!("{name} lets errors through"));
        let tells = payload_of(state, "/Arguments/MessageBody/stage").is_some();
        assert_eq!(all["Next"] == "UndoPayment", !tells, "{name}");
        let retried: Vec<&str> = names(state, "Retry").collect();
        assert!(
            retried
                .iter()
                .any(|error| ["Store.Unavailable", "States.ALL"].contains(error)),
            "{name} gives up when the store is away for a moment"
        );
        let timeout = &state["TimeoutSeconds"];
        // A wait for people may depend on when an order is wanted.
        let computed = timeout.as_str().is_some_and(|text| text.starts_with("{% $"));
        assert!(
            computed || timeout.as_u64().is_some_and(|seconds| seconds > 0),
            "{name}"
        );
    }
    // What remains is no business of any one state's: it is retried, or falls to States.ALL as a fault.
    let faults = [
        ErrorName::OrderUnknown,
        ErrorName::OrderNotReady,
        ErrorName::StoreUnavailable,
        ErrorName::StoreDamaged,
        ErrorName::PayloadInvalid,
    ];
    for error in ErrorName::ALL {
        let expected = !faults.contains(&error);
        assert_eq!(caught.contains(error.as_str()), expected, "{}", error.as_str());
    }
}

#[test]
fn a_catch_keeps_its_input() {
    for (machine, _) in MACHINES {
        for (state, body) in states(&definition(machine)) {
            for rule in body["Catch"].as_array().into_iter().flatten() {
                assert_eq!(rule["Output"], "{% $states.input %}", "{machine}/{state}");
            }
        }
    }
}
