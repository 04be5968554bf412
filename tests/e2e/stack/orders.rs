//! Orders over the deployed stack, by voice from the first word to the end: each talk is held to what is written, and
//! each execution to what the embedded engine makes of the same talk: the states it enters, its end and its output.

use std::path::Path;
use std::time::Duration;

use aws_sdk_sfn::types::HistoryEvent;
use comanda::app::keys;
use comanda::app::records::TicketKind;
use comanda::app::shop_files::menu_of;
use comanda::app::store::{Index, Query, Store};
use comanda::local::rehearsal::{Command, Input, Line, Said, Script};
use comanda::order::{Language, Menu};
use serde_json::{Value, json};

use crate::deployed::{Stack, until};
use crate::embedded;
use crate::standins::Standins;
use crate::talk::{Caller, SCARCE, parts, sell_out};

/// The menu that was deployed: the sample shop, open at all hours.
pub(crate) fn menu() -> Menu {
    menu_of(Path::new(&std::env::var("COMANDA_E2E_MENU").unwrap())).unwrap()
}

fn script(name: &str) -> Script {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/e2e/stack/talks/{name}.txt"));
    Script::parse(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The last event of an execution that waits. The emulator writes down no `TaskSubmitted`.
const WAITS: [&str; 3] = ["TaskScheduled", "TaskStarted", "TaskSubmitted"];

/// A wait that outlasts whoever is waited for, and with them the order.
const OUTLASTS: Duration = Duration::from_secs(3600);

/// How long nothing must have happened.
const QUIET: Duration = Duration::from_millis(700);

/// A talk with the deployed functions.
struct Talk {
    stack: Stack,
    caller: Caller,
}

impl Talk {
    /// Plays it, and holds every answer to what is written.
    async fn hold(&mut self, script: &Script) {
        for step in &script.steps {
            let said = match &step.input {
                Input::Remark(_) => continue,
                Input::Customer(words) | Input::Uncarried(words) => Said::Words(words),
                Input::Command(Command::Launch) => Said::Launch,
                Input::Command(Command::Answer { kind, yes, minutes }) => {
                    self.answer(*kind, *yes, *minutes).await;
                    continue;
                }
                // Time is real here, and what takes long on virtual time is over as soon as nothing happens any more.
                Input::Command(Command::Wait(time)) => {
                    let ends = *time >= OUTLASTS;
                    until("the end", async || {
                        (!ends || ended(&self.until_quiet().await)).then_some(())
                    })
                    .await;
                    self.until_quiet().await;
                    continue;
                }
                Input::Command(other) => panic!("line {}: {other:?} cannot be played here", step.number),
            };
            let answer = self.caller.say(&self.stack, said).await;
            let shop = |line: &Line| match line {
                Line::Shop(text) => Some(text.clone()),
                Line::Announced(_) | Line::State(_) => None,
            };
            let written = step.lines.iter().find_map(shop);
            assert_eq!(Some(answer), written, "line {}: {:?}", step.number, step.input);
        }
    }

    /// Answers a ticket of the order's on the staff board as soon as it is there.
    async fn answer(&self, kind: TicketKind, yes: bool, minutes: Option<u32>) {
        let order = self.order().await;
        until("a ticket", async || {
            self.is_open(&order, kind).await.then_some(())
        })
        .await;
        let answer = if yes { "yes" } else { "no" };
        let path = format!("/staff/tickets/{order}/{}", kind.name());
        let said = json!({ "answer": answer, "minutes": minutes });
        let (status, body) = self.staff("POST", &path, Some(said)).await;
        assert_eq!(status, 204, "{body}");
        self.until_quiet().await;
    }

    async fn is_open(&self, order: &str, kind: TicketKind) -> bool {
        let (status, board) = self.staff("GET", "/staff/tickets", None).await;
        assert_eq!(status, 200, "{board}");
        let tickets = board["tickets"].as_array().unwrap();
        tickets
            .iter()
            .any(|ticket| ticket["order"] == order && ticket["kind"] == json!(kind))
    }

    /// The order that was placed.
    async fn order(&self) -> String {
        let query = Query {
            index: Index::ByCustomer,
            partition: keys::orders_of(&menu().shop.id, self.caller.customer()),
            before: None,
            descending: true,
            limit: 1,
        };
        let table = self.stack.table();
        let placed = until("an order", async || table.list(&query).await.unwrap().pop()).await;
        placed.key.partition.rsplit('#').next().unwrap().to_owned()
    }

    /// A request to the staff board as API Gateway hands it on for a member of staff who is signed in.
    async fn staff(&self, method: &str, path: &str, body: Option<Value>) -> (u64, Value) {
        let claims = json!({
            "sub": "staff-1", "token_use": "access", "client_id": self.stack.resources["StaffClient"],
            "scope": "comanda/board", "cognito:groups": "[staff]",
        });
        let event = json!({
            "version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": "",
            "headers": { "host": "board.example.com", "content-type": "application/json", "origin": "https://board.example.com" },
            "requestContext": {
                "accountId": "000000000000", "apiId": "api", "domainName": "board.example.com", "stage": "$default",
                "requestId": "r", "routeKey": "$default", "time": "20/Nov/2026:22:00:00 +0000", "timeEpoch": 1_795_212_000_000_i64,
                "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test" },
                "authorizer": { "jwt": { "claims": claims, "scopes": ["comanda/board"] } },
            },
            "body": body.map(|body| body.to_string()), "isBase64Encoded": false,
        });
        let answer = self.stack.invoke("StaffFunction", &event).await;
        let text = answer["body"].as_str().unwrap_or("null");
        let body = serde_json::from_str(text).unwrap_or_else(|_| json!(text));
        (answer["statusCode"].as_u64().unwrap(), body)
    }

    /// Waits until the order's execution waits for somebody, or has ended.
    async fn until_quiet(&self) -> Vec<HistoryEvent> {
        let order = self.order().await;
        let mut before = 0;
        until("the execution to be quiet", async || {
            let history = self.stack.history(&order).await;
            let waits = history
                .last()
                .is_some_and(|last| WAITS.contains(&last.r#type().as_str()));
            let quiet = history.len() == before && (waits || ended(&history));
            before = history.len();
            tokio::time::sleep(QUIET).await;
            quiet.then_some(history)
        })
        .await
    }
}

fn ended(history: &[HistoryEvent]) -> bool {
    history.last().is_some_and(|last| {
        let kind = last.r#type().as_str();
        [
            "ExecutionSucceeded",
            "ExecutionFailed",
            "ExecutionTimedOut",
            "ExecutionAborted",
        ]
        .contains(&kind)
    })
}

/// The states that an execution entered.
fn path(history: &[HistoryEvent]) -> Vec<String> {
    let entered = history
        .iter()
        .filter_map(|event| event.state_entered_event_details());
    entered.map(|details| details.name().to_owned()).collect()
}

/// Plays a talk on the stack and on one machine, and compares.
pub(crate) async fn check(name: &str, language: Language, caller: impl Fn(&Menu) -> Caller) {
    let script = script(name);
    let embedded = std::thread::spawn({
        let (menu, script, caller) = (menu(), script.clone(), caller(&menu()));
        move || embedded::of(menu, &script, caller)
    });
    let embedded = embedded.join().unwrap();
    assert_eq!(
        script.differences(&embedded.played),
        [],
        "on one machine, in {language}"
    );

    let mut talk = Talk {
        stack: Stack::deployed(),
        caller: caller(&menu()),
    };
    // As the schedule does each minute; it also sets the books.
    talk.stack
        .invoke("TasksFunction", &json!({ "task": "sweep" }))
        .await;
    let (before, after) = parts(&script);
    talk.hold(&before).await;
    if !after.steps.is_empty() {
        sell_out(&talk.stack.table(), &menu(), SCARCE).await;
        talk.hold(&after).await;
    }
    let history = talk.until_quiet().await;
    assert_eq!(path(&history), embedded.path, "{name}");
    let last = history.last().unwrap();
    assert_eq!(last.r#type().as_str(), embedded.end, "{name}");
    let output = last
        .execution_succeeded_event_details()
        .and_then(|details| details.output());
    let output: Value = serde_json::from_str(output.unwrap_or("null")).unwrap();
    assert_eq!(output, embedded.output, "{name}");
}

#[tokio::test]
async fn understood_by_claude() {
    let script = script("understood.pt-BR");
    let mut talk = Talk {
        stack: Stack::deployed(),
        caller: Caller::lex("understood", Language::PtBr, &menu()),
    };
    let asked = || Standins::running().sent_to("/model/");
    let before = asked().len();
    talk.hold(&script).await;
    let asked = asked().split_off(before);
    let of_turns = asked
        .iter()
        .filter(|sent| sent.body["toolConfig"]["tools"][0]["toolSpec"]["name"] == "understood");
    assert_eq!(
        of_turns.count(),
        2,
        "what the grammar is certain of is asked of nobody"
    );
    assert!(
        asked
            .iter()
            .all(|sent| sent.path == "/model/global.anthropic.claude-haiku-5-5/converse")
    );
    assert!(asked.iter().all(|sent| {
        sent.authorization
            .as_deref()
            .is_some_and(|by| by.contains("/bedrock/aws4_request"))
    }));
}

#[tokio::test]
async fn delivered_over_alexa() {
    check("delivered.en-US", Language::EnUs, |menu| {
        Caller::alexa("DELIVERED", Language::EnUs, menu)
    })
    .await;
}

#[tokio::test]
async fn collected_over_lex() {
    check("collected.pt-BR", Language::PtBr, |menu| {
        Caller::lex("collected", Language::PtBr, menu)
    })
    .await;
}

#[tokio::test]
async fn refused_by_the_kitchen() {
    check("refused.en-US", Language::EnUs, |menu| {
        Caller::alexa("REFUSED", Language::EnUs, menu)
    })
    .await;
}

#[tokio::test]
async fn given_up_for_want_of_a_courier() {
    check("no-courier.en-US", Language::EnUs, |menu| {
        Caller::alexa("NO-COURIER", Language::EnUs, menu)
    })
    .await;
}

#[tokio::test]
async fn failed_because_it_was_sold_meanwhile() {
    check("sold-meanwhile.pt-BR", Language::PtBr, |menu| {
        Caller::lex("sold-meanwhile", Language::PtBr, menu)
    })
    .await;
}

#[tokio::test]
async fn called_off_by_voice() {
    check("called-off.en-US", Language::EnUs, |menu| {
        Caller::alexa("CALLED-OFF", Language::EnUs, menu)
    })
    .await;
}

#[tokio::test]
async fn called_off_after_the_kitchen_had_accepted() {
    check("changed-their-mind.pt-BR", Language::PtBr, |menu| {
        Caller::lex("changed-their-mind", Language::PtBr, menu)
    })
    .await;
}
