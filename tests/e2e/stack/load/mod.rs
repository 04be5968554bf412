//! Load: ten thousand turns through `voice` in bursts, over services that are slow, refuse and lose answers, with
//! invocations retried. Nobody's order is lost or made twice, and no turn goes over its budget.
//!
//! Run by `tests/e2e/stack/run load`: it takes minutes.

mod faults;
mod runtime;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use comanda::app::keys;
use comanda::app::store::{Index, Query, Store};
use comanda::local::rehearsal::Said;
use comanda::order::{CustomerId, Language};
use tokio::task::JoinSet;

use crate::deployed::Stack;
use crate::orders::menu;
use crate::talk::Caller;
use faults::BadDay;
use runtime::Function;

/// How many turns are taken at least.
const TURNS: usize = 10_000;
/// How many customers come at once.
const BURST: usize = 40;
/// How many execution environments there are.
const ENVIRONMENTS: usize = 12;
/// The most turns that one customer takes.
const MOST_TURNS: usize = 60;
/// The turn's budget, and what handing it over and back may take beside it on a machine that is busy.
const BUDGET: Duration = Duration::from_millis(6_500);
const HANDING_OVER: Duration = Duration::from_millis(500);

/// What became of one customer.
#[derive(Debug)]
struct Outcome {
    customer: CustomerId,
    turns: usize,
    slowest: Duration,
    failed: usize,
    heard_that_it_was_sent: bool,
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes; tests/e2e/stack/run load runs it"]
async fn nobody_loses_an_order_or_gets_it_twice() {
    let stack = Stack::deployed();
    let (day, endpoint) = BadDay::before(&stack.endpoint).await;
    let function = Arc::new(function(&stack, &endpoint).await);
    let begun = Instant::now();
    let mut outcomes = Vec::new();
    while outcomes
        .iter()
        .map(|outcome: &Outcome| outcome.turns)
        .sum::<usize>()
        < TURNS
    {
        let first = outcomes.len();
        let burst: JoinSet<Outcome> = (first..first + BURST)
            .map(|number| order(Arc::clone(&function), number))
            .collect();
        outcomes.extend(burst.join_all().await);
    }
    let turns: usize = outcomes.iter().map(|outcome| outcome.turns).sum();
    let slowest = outcomes.iter().map(|outcome| outcome.slowest).max().unwrap();
    let failed: usize = outcomes.iter().map(|outcome| outcome.failed).sum();
    println!(
        "{turns} turns of {} customers in {:?}; slowest {slowest:?}",
        outcomes.len(),
        begun.elapsed()
    );
    assert_eq!(failed, 0, "invocations that failed");
    assert!(slowest <= BUDGET + HANDING_OVER, "{slowest:?}");
    settle(&stack, &day, &outcomes).await;
}

/// Holds the books to what customers heard.
async fn settle(stack: &Stack, day: &BadDay, outcomes: &[Outcome]) {
    let store = stack.table();
    let shop = menu().shop.id;
    let (mut orders, mut left) = (0, 0);
    for outcome in outcomes {
        let query = Query {
            index: Index::ByCustomer,
            partition: keys::orders_of(&shop, &outcome.customer),
            before: None,
            descending: true,
            limit: 10,
        };
        let placed = store.list(&query).await.unwrap();
        assert!(placed.len() <= 1, "{outcome:?} has {} orders", placed.len());
        assert!(outcome.heard_that_it_was_sent, "{outcome:?} gave up");
        assert_eq!(placed.len(), 1, "{outcome:?} lost it");
        orders += 1;
        let id = placed[0].key.partition.rsplit('#').next().unwrap().to_owned();
        if day.started.lock().unwrap().contains_key(&id) {
            continue;
        }
        // Whatever was not started is where the sweep finds it, or the deployed sweep has found it already.
        let unstarted = keys::unstarted(&shop);
        let listed = placed[0].indexes.iter().any(|entry| entry.partition == unstarted);
        assert!(
            listed || stack.has_started(&id).await,
            "{id} is neither started nor waiting for the sweep"
        );
        left += 1;
    }
    println!("{orders} orders, {left} of them left to the sweep");
}

async fn function(stack: &Stack, endpoint: &str) -> Function {
    let bootstrap = PathBuf::from(std::env::var("COMANDA_E2E_VOICE").unwrap());
    let settings = [
        ("AWS_REGION", "us-east-1".to_owned()),
        ("AWS_ACCESS_KEY_ID", "test".to_owned()),
        ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ("AWS_ENDPOINT_URL", endpoint.to_owned()),
        ("COMANDA_TABLE", stack.resources["Table"].clone()),
        ("COMANDA_QUOTE_MACHINE_ARN", machine("Quote")),
        ("COMANDA_RECOMMEND_MACHINE_ARN", machine("Recommend")),
        ("COMANDA_ORDER_MACHINE_ARN", machine("Order")),
        ("COMANDA_MENU", std::env::var("COMANDA_E2E_MENU").unwrap()),
        ("COMANDA_LOG", "error".to_owned()),
    ];
    Function::start(&bootstrap, ENVIRONMENTS, &settings).await
}

fn machine(name: &str) -> String {
    format!("arn:aws:states:us-east-1:000000000000:stateMachine:{name}")
}

/// One customer orders, patiently: whatever is not understood or went wrong is said again.
async fn order(function: Arc<Function>, number: usize) -> Outcome {
    let user = format!("LOAD-{number}");
    let mut outcome = Outcome {
        customer: CustomerId::new(format!("alexa:amzn1.ask.account.{user}")),
        turns: 0,
        slowest: Duration::ZERO,
        failed: 0,
        heard_that_it_was_sent: false,
    };
    let mut caller = Caller::alexa(&user, Language::EnUs, &menu());
    let mut said = "two cheese breads";
    while outcome.turns < MOST_TURNS {
        let event = caller.event(Said::Words(said));
        // Every seventh turn is delivered twice, at once, as a retried invocation is.
        let again = async {
            if (number + outcome.turns).is_multiple_of(7) {
                function.invoke(&event).await;
            }
        };
        let (answer, ()) = tokio::join!(function.invoke(&event), again);
        outcome.turns += 1;
        outcome.slowest = outcome.slowest.max(answer.took);
        let Some(body) = answer.body else {
            outcome.failed += 1;
            continue;
        };
        let heard = caller.take(&body);
        if heard.starts_with("Sent") || heard.contains("been sent") {
            outcome.heard_that_it_was_sent = true;
            break;
        }
        said = answer_to(&heard);
    }
    outcome
}

/// What is said to a question.
fn answer_to(heard: &str) -> &'static str {
    let answers = [
        ("Delivery or pickup", "pickup"),
        ("How would you like to pay", "card"),
        ("What name", "Ana"),
        (
            "phone number",
            "eleven nine eight seven six five four three two one",
        ),
        ("If something's missing", "call me"),
        ("Send it", "yes"),
        ("Shall I send it", "yes"),
        ("with that?", "no"),
        ("Anything else", "that's all"),
        ("What would you like", "two cheese breads"),
    ];
    let known = answers.iter().find(|(question, _)| heard.contains(question));
    known.map_or("where's my order", |(_, answer)| answer)
}
