//! Orders over the deployed stack, by voice from the first word to the end: each talk is held to what is written, and
//! each execution to what the embedded engine makes of the same talk: the states it enters, its end and its output.

use std::path::Path;

use aws_sdk_sfn::types::HistoryEvent;
use comanda::app::records::TicketKind;
use comanda::app::shop_files::menu_of;
use comanda::local::rehearsal::{Command, Input, Line, Said, Script};
use comanda::order::{Language, Menu};
use serde_json::{Value, json};

use crate::embedded;
use crate::stack::{Stack, until};
use crate::talk::Caller;

/// The menu that was deployed: the sample shop, open at all hours.
pub(crate) fn menu() -> Menu {
    menu_of(Path::new(&std::env::var("COMANDA_E2E_MENU").unwrap())).unwrap()
}

fn script(name: &str) -> Script {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/e2e/aws/talks/{name}.txt"));
    Script::parse(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// A talk with the deployed functions.
struct Talk {
    stack: Stack,
    caller: Caller,
    order: Option<String>,
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
                // Time is real here: what takes long on virtual time ends as soon as the emulator lets it.
                Input::Command(Command::Wait(_)) => {
                    self.until_ended().await;
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

    /// Answers a ticket on the staff board as soon as it is there, and waits until the order has gone on.
    async fn answer(&mut self, kind: TicketKind, yes: bool, minutes: Option<u32>) {
        let ticket = until("a ticket", async || self.ticket(kind).await).await;
        let answer = if yes { "yes" } else { "no" };
        let path = format!("/tickets/{ticket}/{}", kind.name());
        let (status, body) = self
            .staff(
                "POST",
                &path,
                Some(json!({ "answer": answer, "minutes": minutes })),
            )
            .await;
        assert_eq!(status, 204, "{body}");
        let before = self.stack.history(&ticket).await.len();
        self.order = Some(ticket.clone());
        until("the order to go on", async || {
            let history = self.stack.history(&ticket).await;
            (ended(&history) || history.len() > before && self.waits_for_somebody().await).then_some(())
        })
        .await;
    }

    async fn waits_for_somebody(&self) -> bool {
        let (_, board) = self.staff("GET", "/tickets", None).await;
        let tickets = board["tickets"].as_array().unwrap();
        tickets
            .iter()
            .any(|ticket| ticket["order"].as_str() == self.order.as_deref())
    }

    /// The order whose ticket of a kind is open.
    async fn ticket(&self, kind: TicketKind) -> Option<String> {
        let (status, board) = self.staff("GET", "/tickets", None).await;
        assert_eq!(status, 200, "{board}");
        let of_kind = |ticket: &&Value| {
            ticket["kind"] == json!(kind)
                && (self.order.is_none() || ticket["order"].as_str() == self.order.as_deref())
        };
        let ticket = board["tickets"].as_array().unwrap().iter().find(of_kind)?;
        Some(ticket["order"].as_str().unwrap().to_owned())
    }

    /// A request to the staff board as API Gateway hands it on for somebody who is signed in.
    async fn staff(&self, method: &str, path: &str, body: Option<Value>) -> (u64, Value) {
        let event = json!({
            "version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": "",
            "headers": { "host": "board.example.com", "content-type": "application/json", "origin": "https://board.example.com" },
            "requestContext": {
                "accountId": "000000000000", "apiId": "api", "domainName": "board.example.com", "stage": "$default",
                "requestId": "r", "routeKey": "$default", "time": "20/Nov/2026:22:00:00 +0000", "timeEpoch": 1_795_212_000_000_i64,
                "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "test" },
                "authorizer": { "jwt": { "claims": { "sub": "staff-1", "cognito:groups": "[staff]" }, "scopes": null } },
            },
            "body": body.map(|body| body.to_string()), "isBase64Encoded": false,
        });
        let answer = self.stack.invoke("StaffFunction", &event).await;
        let text = answer["body"].as_str().unwrap_or("null");
        let body = serde_json::from_str(text).unwrap_or_else(|_| json!(text));
        (answer["statusCode"].as_u64().unwrap(), body)
    }

    /// Waits until the order's execution has ended.
    async fn until_ended(&mut self) {
        if self.order.is_none() {
            self.order = Some(until("an execution", async || self.stack.newest_execution().await).await);
        }
        let order = self.order.clone().unwrap();
        until("the execution to end", async || {
            ended(&self.stack.history(&order).await).then_some(())
        })
        .await;
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
async fn check(name: &str, language: Language, caller: impl Fn(&Menu) -> Caller) {
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
        order: None,
    };
    talk.hold(&script).await;
    talk.until_ended().await;
    let history = talk.stack.history(talk.order.as_ref().unwrap()).await;
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
