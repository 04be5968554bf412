//! Wait states.

use super::Reader;
use super::fields::Fields;
use crate::asl::definition::{Given, WaitState};
use crate::asl::expression::Expression;
use crate::asl::limits::MAX_SECONDS;

impl Reader {
    pub(super) fn wait(&mut self, fields: &Fields<'_>) -> Option<WaitState> {
        if fields.get("Seconds").is_some() == fields.get("Timestamp").is_some() {
            let message =
                "These fields are mutually exclusive and one of them is required: [Seconds, Timestamp]";
            self.faults.schema(fields.path.clone(), message);
        }
        let seconds = self
            .count(fields, "Seconds", (0, MAX_SECONDS))
            .map(WaitState::Seconds);
        let timestamp = self.timestamp_field(fields).map(WaitState::Timestamp);
        seconds.or(timestamp)
    }

    fn timestamp_field(&mut self, fields: &Fields<'_>) -> Option<Given<jiff::Timestamp>> {
        let text = self.string(fields, "Timestamp")?;
        let path = fields.at("Timestamp");
        if Expression::source_of(text).is_some() {
            return self.only_expression(text, &path).map(Given::Expression);
        }
        let at = super::timestamp(text);
        if at.is_none() {
            self.faults
                .schema(path, "String does not match RFC3339 timestamp");
        }
        at.map(Given::Literal)
    }
}
