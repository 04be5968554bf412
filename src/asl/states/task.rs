//! Task: one call of a resource a try, its token, its two timers, and its answers.

use serde_json::{Value, json};

use crate::asl::context::Extra;
use crate::asl::definition::{Integration, StateKind, TaskState};
use crate::asl::error::{DATA_LIMIT_EXCEEDED, Failure};
use crate::asl::event::{Effect, TaskCall, TaskId};
use crate::asl::frame::{Activity, Frame, FrameId, Heartbeat, OpenTask, Timer};
use crate::asl::history::EventType;
use crate::asl::limits::{self, MAX_SECONDS};
use crate::asl::run::{self, Run};

/// What a state evaluates before it calls.
struct Prepared {
    arguments: Option<Value>,
    credentials: Option<Value>,
    timeout_seconds: Option<u64>,
    heartbeat_seconds: Option<u64>,
}

impl Run<'_> {
    pub(crate) fn start_task(&mut self, id: FrameId, task: &TaskState) -> Result<(), Failure> {
        let token = match task.integration {
            Integration::Callback => Some(self.execution.entropy.token()),
            Integration::Lambda | Integration::RequestResponse | Integration::Sync => None,
        };
        let extra = Extra {
            token: token.as_deref(),
            ..Extra::default()
        };
        let prepared = self.evaluate(id, extra, |evaluation| {
            let bounds = (1, MAX_SECONDS);
            Ok(Prepared {
                credentials: evaluation.maybe_template(task.credentials.as_ref(), "Credentials")?,
                arguments: evaluation.maybe_template(task.arguments.as_ref(), "Arguments")?,
                timeout_seconds: evaluation.maybe_count(
                    task.timeout_seconds.as_ref(),
                    "TimeoutSeconds",
                    bounds,
                )?,
                heartbeat_seconds: evaluation.maybe_count(
                    task.heartbeat_seconds.as_ref(),
                    "HeartbeatSeconds",
                    bounds,
                )?,
            })
        })?;
        self.call(id, task, token, prepared)
    }

    fn call(
        &mut self,
        id: FrameId,
        task: &TaskState,
        token: Option<String>,
        prepared: Prepared,
    ) -> Result<(), Failure> {
        let scope = self.scope_numbers(id);
        let Some(visit) = self.frame(id).map(|frame| &frame.visit) else {
            return Ok(());
        };
        let call = TaskCall {
            task: TaskId(self.execution.tasks + 1),
            state: visit.state.clone(),
            resource: task.resource.clone(),
            arguments: prepared.arguments.unwrap_or_else(|| visit.input.clone()),
            credentials: prepared.credentials,
            token,
            attempt: visit.retry_count(),
            scope,
        };
        self.check_payload(&call.state, &call.arguments)?;
        self.execution.tasks += 1;
        let details = json!({
            "resource": call.resource, "parameters": call.arguments,
            "timeoutInSeconds": prepared.timeout_seconds, "heartbeatInSeconds": prepared.heartbeat_seconds,
        });
        self.record(scheduled(task.integration), None, details);
        self.record(
            started(task.integration),
            None,
            json!({"resource": call.resource}),
        );
        self.effect(Effect::CallTask(call.clone()));
        let timeout = prepared
            .timeout_seconds
            .map(|seconds| self.set_timer(seconds * 1000));
        let heartbeat = prepared.heartbeat_seconds.map(|seconds| {
            let timer = self.set_timer(seconds * 1000);
            Heartbeat { timer, seconds }
        });
        let has_submission = matches!(task.integration, Integration::Sync | Integration::Callback);
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Task(Box::new(OpenTask {
                call,
                has_submission,
                submitted: false,
                timeout,
                heartbeat,
            }));
        }
        Ok(())
    }

    pub(crate) fn task_submitted(&mut self, id: FrameId, output: &Value) {
        self.record(EventType::TaskSubmitted, None, json!({"output": output}));
        if let Some(task) = self
            .execution
            .frames
            .get_mut(&id)
            .and_then(|frame| frame.task_mut())
        {
            task.submitted = true;
        }
    }

    pub(crate) fn task_succeeded(&mut self, id: FrameId, output: &Value) {
        let Some(integration) = self.integration(id) else {
            return;
        };
        if !limits::is_payload(output) {
            // AWS reports this as the task's own failure, which wildcards match.
            let name = self.resource_name(id);
            return self.task_failed(id, &Failure::named(DATA_LIMIT_EXCEEDED, run::too_large(&name)));
        }
        self.cancel_timers(id);
        self.record(succeeded(integration), None, json!({"output": output}));
        if let Err(failure) = self.leave(id, Some(output)) {
            self.close_and_fail(id, &failure);
        }
    }

    pub(crate) fn task_failed(&mut self, id: FrameId, failure: &Failure) {
        let Some(integration) = self.integration(id) else {
            return;
        };
        self.cancel_timers(id);
        self.record(
            failed(integration),
            None,
            json!({"error": failure.error, "cause": failure.cause}),
        );
        self.close_and_fail(id, failure);
    }

    /// One of a task's two timers fired.
    pub(crate) fn task_timed_out(&mut self, id: FrameId, fired: Timer) {
        let Some(integration) = self.integration(id) else {
            return;
        };
        let Some(task) = self.frame(id).and_then(|frame| frame.task()) else {
            return;
        };
        let failure = match task.timeout {
            Some(timeout) if timeout.id == fired.id => Failure::timeout(),
            Some(_) | None => Failure::missed_heartbeat(),
        };
        let others = self.frame(id).map(Frame::timers).unwrap_or_default();
        self.cancel(others.into_iter().filter(|timer| timer.id != fired.id));
        self.record(
            timed_out(integration),
            None,
            json!({"error": failure.error, "cause": failure.cause}),
        );
        self.close_and_fail(id, &failure);
    }

    /// Whoever holds the token is alive: the heartbeat starts again.
    pub(crate) fn heartbeat(&mut self, id: FrameId) {
        let Some(heartbeat) = self.frame(id).and_then(|frame| frame.task()?.heartbeat) else {
            return;
        };
        self.cancel([heartbeat.timer]);
        let timer = self.set_timer(heartbeat.seconds * 1000);
        if let Some(task) = self
            .execution
            .frames
            .get_mut(&id)
            .and_then(|frame| frame.task_mut())
        {
            task.heartbeat = Some(Heartbeat { timer, ..heartbeat });
        }
    }

    /// The call is over, whatever becomes of the state.
    fn close_and_fail(&mut self, id: FrameId, failure: &Failure) {
        if let Some(visit) = self.visit_mut(id) {
            visit.activity = Activity::Starting;
        }
        self.fail(id, failure);
    }

    fn cancel_timers(&mut self, id: FrameId) {
        let timers = self.frame(id).map(Frame::timers).unwrap_or_default();
        self.cancel(timers);
    }

    fn integration(&self, id: FrameId) -> Option<Integration> {
        let StateKind::Task(task) = &self.state(id)?.kind else {
            return None;
        };
        Some(task.integration)
    }

    /// As AWS names a task in causes: the service, or a function's whole ARN.
    fn resource_name(&self, id: FrameId) -> String {
        let resource = self
            .frame(id)
            .and_then(|frame| Some(frame.task()?.call.resource.clone()));
        let resource = resource.unwrap_or_default();
        let service = resource
            .split_once(":states:::")
            .and_then(|(_, action)| action.split_once(':'));
        service.map_or_else(|| resource.clone(), |(service, _)| service.to_owned())
    }

    /// The branch and iteration numbers around a frame, outermost first.
    fn scope_numbers(&self, id: FrameId) -> Vec<u64> {
        let mut numbers = Vec::new();
        let mut frame = self.frame(id);
        while let Some(inner) = frame {
            let Some(parent) = inner.parent else { break };
            numbers.insert(0, inner.index);
            frame = self.frame(parent);
        }
        numbers
    }
}

fn scheduled(integration: Integration) -> EventType {
    match integration {
        Integration::Lambda => EventType::LambdaFunctionScheduled,
        Integration::RequestResponse | Integration::Sync | Integration::Callback => EventType::TaskScheduled,
    }
}

fn started(integration: Integration) -> EventType {
    match integration {
        Integration::Lambda => EventType::LambdaFunctionStarted,
        Integration::RequestResponse | Integration::Sync | Integration::Callback => EventType::TaskStarted,
    }
}

fn succeeded(integration: Integration) -> EventType {
    match integration {
        Integration::Lambda => EventType::LambdaFunctionSucceeded,
        Integration::RequestResponse | Integration::Sync | Integration::Callback => EventType::TaskSucceeded,
    }
}

fn failed(integration: Integration) -> EventType {
    match integration {
        Integration::Lambda => EventType::LambdaFunctionFailed,
        Integration::RequestResponse | Integration::Sync | Integration::Callback => EventType::TaskFailed,
    }
}

fn timed_out(integration: Integration) -> EventType {
    match integration {
        Integration::Lambda => EventType::LambdaFunctionTimedOut,
        Integration::RequestResponse | Integration::Sync | Integration::Callback => EventType::TaskTimedOut,
    }
}
