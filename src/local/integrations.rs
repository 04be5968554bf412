//! What the machines' tasks call on one machine: the steps themselves, and queues that are answered at once.
//!
//! The state machines name AWS's resources; here `${…}` stands for local names, a Lambda invocation is a function
//! call, and a message sent to a queue is received by the one who would poll it. News alone has a queue that keeps it.

use serde_json::{Value, json};

use super::queue::{Queue, Sent};
use crate::app::{App, Machine, StoreError};
use crate::asl::{Event, TaskCall};
use crate::workflow::{self, StepError, tickets};

/// What stands for each substitution of the definitions.
const SUBSTITUTIONS: [(&str, &str); 4] = [
    ("${TasksFunctionArn}", TASKS),
    ("${KitchenQueueUrl}", KITCHEN),
    ("${CourierQueueUrl}", COURIER),
    ("${AnnouncementsQueueUrl}", ANNOUNCEMENTS),
];

const TASKS: &str = "local:tasks";
const KITCHEN: &str = "local:kitchen";
const COURIER: &str = "local:courier";
const ANNOUNCEMENTS: &str = "local:announcements";

const INVOKE: &str = "arn:aws:states:::lambda:invoke";
const SEND: &str = "arn:aws:states:::sqs:sendMessage";
const SEND_AND_WAIT: &str = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

/// A machine's definition with every substitution made.
pub(super) fn definition_text(machine: Machine) -> String {
    let text = match machine {
        Machine::Quote => include_str!("../../statemachine/quote.asl.json"),
        Machine::Recommend => include_str!("../../statemachine/recommend.asl.json"),
        Machine::Order => include_str!("../../statemachine/order.asl.json"),
    };
    SUBSTITUTIONS
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
}

/// Calls a task's resource; what comes of it is an event for its execution.
pub(super) async fn call(app: &App, news: &Queue, call: TaskCall) -> Event {
    let TaskCall {
        task,
        resource,
        arguments,
        state,
        ..
    } = call;
    let argument = |name: &str| arguments.get(name).cloned().unwrap_or(Value::Null);
    let queue = argument("QueueUrl");
    let done = match (resource.as_str(), queue.as_str()) {
        (INVOKE, _) if argument("FunctionName") == TASKS => invoke(app, argument("Payload")).await,
        (SEND, Some(ANNOUNCEMENTS)) => announce(app, news, &arguments).await,
        (SEND_AND_WAIT, Some(KITCHEN | COURIER)) => match tickets::open(app, argument("MessageBody")).await {
            Ok(()) => return Event::TaskSubmitted { task, output: sent() },
            Err(error) => Err(failure(&error)),
        },
        _ => Err((
            "States.Runtime".to_owned(),
            format!("nothing here answers {resource}"),
        )),
    };
    match done {
        Ok(output) => Event::TaskSucceeded { task, output },
        Err((error, cause)) => {
            tracing::info!(state, error, "workflow.task.failed");
            Event::TaskFailed {
                task,
                error: Some(error),
                cause: Some(cause),
            }
        }
    }
}

async fn invoke(app: &App, payload: Value) -> Result<Value, (String, String)> {
    let result = workflow::perform(app, payload).await;
    result
        .map(|output| json!({ "ExecutedVersion": "$LATEST", "Payload": output, "StatusCode": 200 }))
        .map_err(|error| failure(&error))
}

async fn announce(app: &App, news: &Queue, arguments: &Value) -> Result<Value, (String, String)> {
    let text = |name: &str| arguments.get(name).and_then(Value::as_str).unwrap_or_default();
    let message = Sent {
        group: text("MessageGroupId").to_owned(),
        deduplication: text("MessageDeduplicationId").to_owned(),
        body: arguments.get("MessageBody").cloned().unwrap_or_default(),
    };
    match news.send(app, message).await {
        Ok(()) => Ok(sent()),
        Err(error @ StoreError::Unavailable(_)) => Err(("Store.Unavailable".to_owned(), error.to_string())),
        Err(error @ (StoreError::Damaged(_) | StoreError::Misused(_))) => {
            Err(("Store.Damaged".to_owned(), error.to_string()))
        }
    }
}

/// A failure as Lambda reports it: the name, and a JSON text with name and message.
fn failure(error: &StepError) -> (String, String) {
    let name = error.name.as_str();
    (
        name.to_owned(),
        json!({ "errorType": name, "errorMessage": error.cause }).to_string(),
    )
}

fn sent() -> Value {
    json!({ "MessageId": "local" })
}
