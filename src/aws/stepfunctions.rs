//! The workflows' port over Step Functions: the same machines as the embedded engine's, named by their ARNs.
//!
//! Timeouts and retries are the client's. All of these calls may be made twice: a start by its name, a quote because it
//! writes nothing, an answer because its token is spent by the first. A call that is dropped half-way is either carried
//! out or not; an order that is not started is left to the sweep.

use async_trait::async_trait;
use aws_sdk_sfn::Client;
use aws_sdk_sfn::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sfn::operation::start_sync_execution::StartSyncExecutionOutput;
use aws_sdk_sfn::types::SyncExecutionStatus;
use serde_json::Value;

use super::failure::Failure;
use crate::app::{Machine, WorkflowError, Workflows};

/// The most characters of an error's name and of its cause, by [SendTaskFailure].
///
/// [SendTaskFailure]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html
const LONGEST: (usize, usize) = (256, 32_768);
/// The most bytes of an input or an output.
const MOST_BYTES: usize = 262_144;
/// The most characters of a task token.
const LONGEST_TOKEN: usize = 2048;

/// Where the state machines are. The ARN of one that a function never starts may be empty: Step Functions refuses to start
/// it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MachineArns {
    /// The ARN of the machine that quotes, an Express one.
    pub quote: String,
    /// The ARN of the machine that recommends, an Express one.
    pub recommend: String,
    /// The ARN of the machine that carries orders, a Standard one.
    pub order: String,
}

impl MachineArns {
    fn of(&self, machine: Machine) -> &str {
        match machine {
            Machine::Quote => &self.quote,
            Machine::Recommend => &self.recommend,
            Machine::Order => &self.order,
        }
    }
}

/// Step Functions.
#[derive(Debug)]
pub struct StepFunctions {
    client: Client,
    machines: MachineArns,
}

impl StepFunctions {
    /// The machines under these ARNs.
    pub fn new(client: Client, machines: MachineArns) -> Self {
        Self { client, machines }
    }
}

#[async_trait]
impl Workflows for StepFunctions {
    /// Waits until the start is accepted, and for nothing that the execution does. An Express machine's names are not
    /// taken by earlier executions: whoever starts one twice runs it twice.
    async fn start(&self, machine: Machine, name: &str, input: Value) -> Result<(), WorkflowError> {
        let request = self
            .client
            .start_execution()
            .state_machine_arn(self.machines.of(machine))
            .name(name)
            .input(bounded(&input)?);
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error) if is_code(&error, &["ExecutionAlreadyExists"]) => Ok(()),
            Err(error) => Err(unavailable(&error)),
        }
    }

    /// The SDK sends this to the service's host with `sync-` before it.
    async fn run(&self, machine: Machine, name: &str, input: Value) -> Result<Value, WorkflowError> {
        let request = self
            .client
            .start_sync_execution()
            .state_machine_arn(self.machines.of(machine))
            .name(name)
            .input(bounded(&input)?);
        let answer = request.send().await.map_err(|error| unavailable(&error))?;
        outcome(answer)
    }

    async fn succeed(&self, token: &str, output: Value) -> Result<(), WorkflowError> {
        check_token(token)?;
        let request = self.client.send_task_success().task_token(token);
        let sent = request.output(bounded(&output)?).send().await;
        sent.map(drop).map_err(|error| late(&error))
    }

    async fn fail(&self, token: &str, error: &str, cause: &str) -> Result<(), WorkflowError> {
        check_token(token)?;
        let (longest_error, longest_cause) = LONGEST;
        let request = self
            .client
            .send_task_failure()
            .task_token(token)
            .error(cut(error, longest_error))
            .cause(cut(cause, longest_cause));
        request.send().await.map(drop).map_err(|failure| late(&failure))
    }
}

/// The call succeeds even when the execution failed: its status says which.
fn outcome(answer: StartSyncExecutionOutput) -> Result<Value, WorkflowError> {
    let unreadable = |why: &str| WorkflowError::Unavailable(why.to_owned());
    match answer.status {
        SyncExecutionStatus::Succeeded => {
            let output = answer
                .output
                .ok_or_else(|| unreadable("an execution without its output"))?;
            serde_json::from_str(&output).map_err(|_| unreadable("an output that is not JSON"))
        }
        SyncExecutionStatus::Failed => Err(WorkflowError::Failed {
            error: answer.error.unwrap_or_default(),
            cause: answer.cause.unwrap_or_default(),
        }),
        SyncExecutionStatus::TimedOut => Err(WorkflowError::Failed {
            error: answer.error.unwrap_or_else(|| "States.Timeout".to_owned()),
            cause: answer.cause.unwrap_or_default(),
        }),
        // A status that Step Functions may have one day, or none at all.
        _ => Err(unreadable("an execution whose status is not known")),
    }
}

/// A text that no execution can have given out; Step Functions would refuse the request as not valid.
fn check_token(token: &str) -> Result<(), WorkflowError> {
    let length = token.chars().count();
    if (1..=LONGEST_TOKEN).contains(&length) {
        Ok(())
    } else {
        Err(WorkflowError::TooLate)
    }
}

fn late<E: ProvideErrorMetadata>(error: &SdkError<E>) -> WorkflowError {
    if is_code(error, &["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"]) {
        WorkflowError::TooLate
    } else {
        unavailable(error)
    }
}

fn is_code<E: ProvideErrorMetadata>(error: &SdkError<E>, codes: &[&str]) -> bool {
    let code = error.as_service_error().and_then(ProvideErrorMetadata::code);
    code.is_some_and(|code| codes.contains(&code))
}

fn unavailable<E: ProvideErrorMetadata>(error: &SdkError<E>) -> WorkflowError {
    WorkflowError::Unavailable(Failure::of(error).code)
}

fn bounded(value: &Value) -> Result<String, WorkflowError> {
    let text = value.to_string();
    if text.len() > MOST_BYTES {
        let why = format!("{} bytes are more than an execution takes", text.len());
        return Err(WorkflowError::Unavailable(why));
    }
    Ok(text)
}

/// At most this many characters.
fn cut(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

#[cfg(test)]
mod tests;
