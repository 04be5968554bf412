//! Parallel: every branch at once, each with the same input.

use std::collections::VecDeque;

use serde_json::json;

use crate::asl::context::Extra;
use crate::asl::definition::ParallelState;
use crate::asl::error::Failure;
use crate::asl::frame::{Branching, FrameId};
use crate::asl::history::EventType;
use crate::asl::run::Run;

impl Run<'_> {
    pub(crate) fn start_parallel(&mut self, id: FrameId, parallel: &ParallelState) -> Result<(), Failure> {
        let arguments = self.evaluate(id, Extra::default(), |evaluation| {
            evaluation.maybe_template(parallel.arguments.as_ref(), "Arguments")
        })?;
        let Some(visit) = self.frame(id).map(|frame| &frame.visit) else {
            return Ok(());
        };
        let input = arguments.unwrap_or_else(|| visit.input.clone());
        self.check_payload(&visit.state.clone(), &input)?;
        self.record(EventType::ParallelStateStarted, None, json!({}));
        let waiting: VecDeque<_> = parallel.branches.iter().map(|_| input.clone()).collect();
        let concurrency = waiting.len() as u64;
        self.start_branches(id, Branching::new(waiting, concurrency))
    }
}
