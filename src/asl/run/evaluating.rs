//! Evaluating on behalf of a frame, and bounding what is passed on.

use serde_json::{Value, json};

use super::{Run, too_large};
use crate::asl::context::Extra;
use crate::asl::error::{DATA_LIMIT_EXCEEDED, Failure, QUERY_EVALUATION, RUNTIME};
use crate::asl::evaluation::Evaluation;
use crate::asl::frame::FrameId;
use crate::asl::history::EventType;
use crate::asl::limits;

impl Run<'_> {
    /// Evaluates with a frame's bindings; a failure is written to the history.
    pub(crate) fn evaluate<R>(
        &mut self,
        id: FrameId,
        extra: Extra<'_>,
        work: impl FnOnce(&mut Evaluation<'_>) -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let Some(frame) = self.frame(id) else {
            return Err(Failure::terminal(
                RUNTIME,
                "The state was left while it was evaluated.",
            ));
        };
        let retriable = self.state(id).is_some_and(|state| state.kind.rescue().is_some());
        let token = extra.token.or_else(|| frame.task()?.call.token.as_deref());
        let extra = Extra {
            retriable,
            token,
            ..extra
        };
        let mut evaluation = Evaluation::new(self.execution, frame, extra);
        let result = work(&mut evaluation);
        let entropy = evaluation.into_entropy();
        self.execution.entropy = entropy;
        if let Err(failure) = &result
            && failure.error.as_deref() == Some(QUERY_EVALUATION)
        {
            let details = json!({"error": failure.error, "cause": failure.cause});
            self.record(EventType::EvaluationFailed, None, details);
        }
        result
    }

    /// Data that passes from state to state is bounded.
    pub(crate) fn check_payload(&self, what: &str, value: &Value) -> Result<(), Failure> {
        if limits::is_payload(value) {
            return Ok(());
        }
        Err(Failure::terminal(DATA_LIMIT_EXCEEDED, too_large(what)))
    }
}
