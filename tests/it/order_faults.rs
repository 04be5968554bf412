//! The order machine under faults: its store fails at every operation in turn, in every way, and the process ends
//! there; whatever happens, the order ends once and nothing is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use comanda::app::records::TicketKind;
use comanda::conversation::Wanted;
use comanda::local::Database;
use comanda::order::{Menu, OrderId, Problem, Stage};
use comanda::workflow::cancel::{Cancelled, cancel};
use comanda::workflow::tickets::Answer;
use serde_json::Value;

use crate::faulty_store::{Fault, FaultyStore};
use crate::test_app::{Brings, Script, TestApp, all_goes_well, ana, corner};

/// What is ordered: two counted things and one without end.
const WORDS: &str = "two soups with basil and a bread";

/// The fewest operations of any way; how many there are differs by one or two with how answers and steps meet.
const FEWEST_OPERATIONS: usize = 45;

/// An order over a store with a fault.
struct Faulty {
    test: TestApp,
    store: Arc<FaultyStore>,
    id: OrderId,
}

/// Places an order; the fault comes with the yes.
async fn place(database: Database, menu: Menu, plan: Option<(usize, Fault)>) -> Faulty {
    let mut store = None;
    let test = TestApp::wrapping(database, menu, |inner| {
        Arc::clone(store.insert(FaultyStore::new(inner, plan))) as _
    })
    .await;
    let store = store.unwrap();
    let id = test.read_back(&ana(), WORDS).await.id;
    // Quote and suggestion are done by then.
    tokio::time::sleep(Duration::from_secs(1)).await;
    store.arm();
    test.say(Wanted::Yes).await;
    Faulty { test, store, id }
}

/// Places an order and plays it by the script.
async fn play(menu: Menu, plan: Option<(usize, Fault)>, script: &Script) -> Faulty {
    let faulty = place(Database::in_memory().unwrap(), menu, plan).await;
    faulty.test.play(&faulty.id, script).await;
    faulty
}

/// The scripts that together lead through every state of the machine.
fn ways() -> [(&'static str, Brings, Script); 3] {
    let mut refused = all_goes_well();
    refused.insert(TicketKind::PickUp, Answer::No);
    [
        ("delivered", Brings::Delivery, all_goes_well()),
        ("collected", Brings::Pickup, all_goes_well()),
        ("no courier", Brings::Delivery, refused),
    ]
}

/// The states in which an execution met a fault.
fn failed_in(history: &[String]) -> BTreeSet<String> {
    let mut state = String::new();
    let mut failed = BTreeSet::new();
    for text in history {
        let event: Value = serde_json::from_str(text).unwrap();
        let kind = event["type"].as_str().unwrap();
        if kind.ends_with("StateEntered") {
            state = event["state"].as_str().unwrap().to_owned();
        } else if kind.ends_with("Failed") && text.contains("injected") {
            failed.insert(state.clone());
        }
    }
    failed
}

/// Every task of the order machine that does something in the store: news goes to a queue.
fn task_states() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("statemachine/order.asl.json");
    let definition: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let states = definition["States"].as_object().unwrap().iter();
    states
        .filter(|(name, state)| state["Type"] == "Task" && !name.starts_with("Tell"))
        .map(|(name, _)| name.clone())
        .collect()
}

/// How an order under a fault has ended.
struct Ended {
    context: String,
    /// How the way ends without faults.
    undisturbed: (Stage, Option<Problem>),
    end: (Stage, Option<Problem>),
    /// The states that met the fault; none where the telling of news did, which no state waits for.
    failed: BTreeSet<String>,
}

/// Plays every way with this fault at every operation. Whatever fails, the customer is told of the end. Returns the states
/// that failed.
async fn everywhere(fault: Fault, mut judge: impl FnMut(&Ended)) -> BTreeSet<String> {
    let mut failed = BTreeSet::new();
    for (name, brings, script) in ways() {
        let untouched = play(corner(brings), None, &script).await;
        untouched.test.assert_settled(&untouched.id).await;
        let undisturbed = end(&untouched.test, &untouched.id).await;
        for at in 0.. {
            let played = play(corner(brings), Some((at, fault)), &script).await;
            let Some(operation) = played.store.operations().get(at).cloned() else {
                assert!(at >= FEWEST_OPERATIONS);
                break;
            };
            let context = format!("{name}: {fault:?} at operation {at}, {operation}");
            println!("{context}");
            let told = async || played.test.has_heard_the_end(&played.id).await;
            played.test.until("the end to be told", told).await;
            played.test.assert_nothing_lost(&played.id).await;
            let ended = Ended {
                context,
                undisturbed: undisturbed.clone(),
                end: end(&played.test, &played.id).await,
                failed: failed_in(&played.test.history(&played.id).await),
            };
            judge(&ended);
            failed.extend(ended.failed);
        }
    }
    failed
}

async fn end(test: &TestApp, id: &OrderId) -> (Stage, Option<Problem>) {
    let order = test.order(id).await;
    (order.stage, order.problem)
}

#[tokio::test(start_paused = true)]
async fn a_moment_without_the_store_changes_nothing() {
    let failed = everywhere(Fault::Unavailable, |ended| {
        assert_eq!(ended.end, ended.undisturbed);
    })
    .await;
    assert_eq!(failed, task_states(), "every state has failed once");
}

#[tokio::test(start_paused = true)]
async fn a_step_whose_answer_was_lost_is_done_again_and_done_once() {
    let failed = everywhere(Fault::AnswerLost, |ended| {
        assert_eq!(ended.end, ended.undisturbed);
    })
    .await;
    assert_eq!(failed, task_states(), "every state has failed once");
}

#[tokio::test(start_paused = true)]
async fn an_order_that_fails_for_good_is_undone_wherever_it_is() {
    for fault in [Fault::Damaged, Fault::DamagedAfter] {
        let failed = everywhere(fault, |ended| {
            // What undoes is tried until it is done.
            let goes_on =
                |state: &String| ["UndoPayment", "ReleaseStock", "CloseOrder"].contains(&state.as_str());
            // What the customer has is not undone because its note came back as a failure.
            let is_delivered =
                ended.failed.contains("MarkDelivered") && ended.context.ends_with("write order payment");
            let noted = fault == Fault::DamagedAfter && is_delivered;
            let expected = if noted || ended.failed.iter().all(goes_on) {
                ended.undisturbed.clone()
            } else {
                (Stage::Failed, Some(Problem::Fault))
            };
            assert_eq!(ended.end, expected, "{}", ended.context);
        })
        .await;
        assert_eq!(failed, task_states(), "every state has failed once");
    }
}

#[tokio::test(start_paused = true)]
async fn an_outage_that_outlasts_every_retry_forward_is_survived() {
    let mut ends = BTreeMap::new();
    everywhere(Fault::Outage(Duration::from_secs(20)), |ended| {
        *ends.entry(ended.end.0).or_insert(0) += 1;
    })
    .await;
    // Some orders bear it and some are undone.
    assert!(
        ends.contains_key(&Stage::Delivered) && ends.contains_key(&Stage::Failed),
        "{ends:?}"
    );
}

/// What one process of the product leaves to the next.
struct Left {
    id: OrderId,
    told: Vec<Stage>,
}

/// A process on virtual time. All that it does ends with it.
fn process() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().start_paused(true).build().unwrap()
}

/// Plays an order until the process ends at this operation; none where it does not come to that.
async fn play_until_crash(
    database: Database,
    menu: Menu,
    plan: (usize, Fault),
    script: &Script,
) -> Option<Left> {
    let Faulty { test, store, id } = place(database, menu, Some(plan)).await;
    tokio::select! {
        () = store.stopped.notified() => {}
        _ = test.play(&id, script) => return None,
    }
    let told = test.told(&id).await;
    Some(Left { id, told })
}

#[test]
fn an_order_goes_on_where_the_process_ended() {
    for (name, brings, script) in ways() {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            for at in 0.. {
                println!("{name}: {fault:?} at operation {at}");
                let database = Database::in_memory().unwrap();
                let playing = play_until_crash(database.clone(), corner(brings), (at, fault), &script);
                let Some(Left { id, mut told }) = process().block_on(playing) else {
                    assert!(at >= FEWEST_OPERATIONS);
                    break;
                };
                process().block_on(async {
                    let test = TestApp::over(database, corner(brings)).await;
                    test.play(&id, &script).await;
                    test.assert_settled(&id).await;
                    assert_eq!(end(&test, &id).await, end_of(&script));
                    // Told and not noted as told when the process ended: what was said on its page is said on this one.
                    told.extend(test.told(&id).await);
                    assert!(told.is_sorted(), "told {told:?}");
                    assert_eq!(test.orders_placed(&ana()).await, 1);
                });
            }
        }
    }
}

/// How an order ends whose shop answers by this script.
fn end_of(script: &Script) -> (Stage, Option<Problem>) {
    match script.get(&TicketKind::PickUp) {
        Some(Answer::No) => (Stage::Failed, Some(Problem::NoCourier)),
        Some(Answer::Yes { .. }) | None => (Stage::Delivered, None),
    }
}

#[tokio::test(start_paused = true)]
async fn an_order_can_be_cancelled_between_any_two_operations() {
    for (name, brings, script) in ways() {
        for fault in [Fault::PauseBefore, Fault::PauseAfter] {
            for at in 0.. {
                let context = format!("{name}: cancelled with {fault:?} at operation {at}");
                println!("{context}");
                let Some((stage, wished)) = cancelled_at((at, fault), corner(brings), &script).await else {
                    assert!(at >= FEWEST_OPERATIONS);
                    break;
                };
                let allowed: &[Stage] = match wished {
                    // Where it was failing already, that is what it ends as.
                    Cancelled::Yes if name == "no courier" => &[Stage::Cancelled, Stage::Failed],
                    Cancelled::Yes => &[Stage::Cancelled],
                    Cancelled::Ended(_) => &[Stage::Delivered, Stage::Failed],
                    Cancelled::ShopDecides | Cancelled::ShopDeclined => panic!("the shop has decided"),
                };
                assert!(
                    allowed.contains(&stage),
                    "{context}: {wished:?}, and it ended as {stage:?}"
                );
            }
        }
    }
}

/// Cancels an order, by the shop's word, while a step of it stands still; none where it does not come to that.
async fn cancelled_at(plan: (usize, Fault), menu: Menu, script: &Script) -> Option<(Stage, Cancelled)> {
    let Faulty { test, store, id } = place(Database::in_memory().unwrap(), menu, Some(plan)).await;
    let cancelling = async {
        store.stopped.notified().await;
        let wished = cancel(&test.app, &id).await.unwrap();
        store.go_on.notify_one();
        wished
    };
    let wished = tokio::select! {
        wished = cancelling => wished,
        _ = test.play(&id, script) => return None,
    };
    let order = test.play(&id, script).await;
    test.assert_settled(&id).await;
    Some((order.stage, wished))
}
