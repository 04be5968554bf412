//! Choice: the first rule whose condition holds decides where to go.

use crate::asl::context::Extra;
use crate::asl::definition::{ChoiceState, State};
use crate::asl::error::{Failure, NO_CHOICE_MATCHED};
use crate::asl::frame::FrameId;
use crate::asl::run::Run;

impl Run<'_> {
    pub(crate) fn choose(&mut self, id: FrameId, state: &State, choice: &ChoiceState) -> Result<(), Failure> {
        let chosen = self.evaluate(id, Extra::default(), |evaluation| {
            for (index, rule) in choice.rules.iter().enumerate() {
                if evaluation.flag(&rule.condition, &format!("Choices[{index}]/Condition"))? {
                    return Ok(Some((index, rule)));
                }
            }
            if choice.default.is_none() {
                let what = "Failed to transition out of the state. The state does not point to a next state.";
                return Err(evaluation.failure(NO_CHOICE_MATCHED, what));
            }
            Ok(None)
        })?;
        match chosen {
            Some((index, rule)) => {
                let prefix = format!("Choices[{index}]/");
                self.leave_by(id, &rule.after, &prefix, Extra::default(), Some(&rule.next))
            }
            None => self.leave_by(id, &state.after, "", Extra::default(), choice.default.as_deref()),
        }
    }
}
