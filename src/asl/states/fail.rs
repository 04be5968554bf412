//! Fail: ends its scope with an error of its own.

use crate::asl::context::Extra;
use crate::asl::definition::FailState;
use crate::asl::error::Failure;
use crate::asl::frame::FrameId;
use crate::asl::run::Run;

impl Run<'_> {
    /// Always an error: its own, or that of its expressions.
    pub(crate) fn run_fail(&mut self, id: FrameId, fail: &FailState) -> Result<(), Failure> {
        let (error, cause) = self.evaluate(id, Extra::default(), |evaluation| {
            let error = fail
                .error
                .as_ref()
                .map(|error| evaluation.text(error, "Error"))
                .transpose()?;
            let cause = fail
                .cause
                .as_ref()
                .map(|cause| evaluation.text(cause, "Cause"))
                .transpose()?;
            Ok((error, cause))
        })?;
        Err(Failure::reported(error, cause))
    }
}
