//! `Retry` and `Catch`.

use serde_json::Value;

use super::Reader;
use super::fields::Fields;
use super::references::Offered;
use crate::asl::definition::{Catcher, Rescue, Retrier};
use crate::asl::error;
use crate::asl::limits::MAX_SECONDS;

const RETRIER_FIELDS: &[&str] = &[
    "BackoffRate",
    "Comment",
    "ErrorEquals",
    "IntervalSeconds",
    "JitterStrategy",
    "MaxAttempts",
    "MaxDelaySeconds",
];
const CATCHER_FIELDS: &[&str] = &["Assign", "Comment", "ErrorEquals", "Next", "Output"];
/// As documented for `MaxDelaySeconds`: less than a year of 366 days.
const MAX_DELAY_SECONDS: u64 = 31_622_399;

impl Reader {
    pub(super) fn rescue(&mut self, fields: &Fields<'_>) -> Rescue {
        Rescue {
            retriers: self.retriers(fields),
            catchers: self.catchers(fields),
        }
    }

    fn retriers(&mut self, fields: &Fields<'_>) -> Vec<Retrier> {
        let entries = self.array(fields, "Retry").unwrap_or_default();
        let mut retriers = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let path = format!("{}[{index}]", fields.at("Retry"));
            let Some(entry) = self.object_at(entry, path) else {
                continue;
            };
            retriers.extend(self.retrier(&entry, index + 1 == entries.len()));
        }
        retriers
    }

    fn retrier(&mut self, entry: &Fields<'_>, is_last: bool) -> Option<Retrier> {
        self.unknown_fields(entry, RETRIER_FIELDS);
        self.comment(entry);
        let error_equals = self.error_equals(entry, is_last);
        let interval_seconds = self
            .whole(entry, "IntervalSeconds", (1, MAX_SECONDS))
            .unwrap_or(1);
        let max_delay_seconds = self.whole(entry, "MaxDelaySeconds", (1, MAX_DELAY_SECONDS));
        Some(Retrier {
            interval_seconds,
            max_delay_seconds,
            max_attempts: self.whole(entry, "MaxAttempts", (0, MAX_SECONDS)).unwrap_or(3),
            backoff_rate: self.backoff_rate(entry),
            full_jitter: self.jitter(entry),
            error_equals: error_equals?,
        })
    }

    fn backoff_rate(&mut self, entry: &Fields<'_>) -> f64 {
        let Some(value) = entry.get("BackoffRate") else {
            return 2.0;
        };
        match value.as_f64() {
            Some(rate) if rate >= 1.0 => return rate,
            Some(_) => self
                .faults
                .schema(entry.at("BackoffRate"), "Minimum value is 1.0"),
            None => self
                .faults
                .schema(entry.at("BackoffRate"), "Expected value of type [NUMBER]"),
        }
        2.0
    }

    fn jitter(&mut self, entry: &Fields<'_>) -> bool {
        match self.string(entry, "JitterStrategy") {
            Some("FULL") => true,
            Some("NONE") | None => false,
            Some(_) => {
                let message = "Value should be one of the following: [FULL, NONE]";
                self.faults.schema(entry.at("JitterStrategy"), message);
                false
            }
        }
    }

    fn catchers(&mut self, fields: &Fields<'_>) -> Vec<Catcher> {
        let entries = self.array(fields, "Catch").unwrap_or_default();
        let mut catchers = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let path = format!("{}[{index}]", fields.at("Catch"));
            let Some(entry) = self.object_at(entry, path) else {
                continue;
            };
            catchers.extend(self.catcher(&entry, index + 1 == entries.len()));
        }
        catchers
    }

    fn catcher(&mut self, entry: &Fields<'_>, is_last: bool) -> Option<Catcher> {
        self.unknown_fields(entry, CATCHER_FIELDS);
        self.comment(entry);
        let error_equals = self.error_equals(entry, is_last);
        let next = self.required_string(entry, "Next");
        let after = self.after(
            entry,
            Offered {
                result: false,
                error_output: true,
            },
        );
        Some(Catcher {
            error_equals: error_equals?,
            after,
            next: next?.to_owned(),
        })
    }

    /// `States.ALL` stands alone, and nothing is tried after it.
    fn error_equals(&mut self, entry: &Fields<'_>, is_last: bool) -> Option<Vec<String>> {
        if entry.get("ErrorEquals").is_none() {
            self.missing(entry, "ErrorEquals");
        }
        let names = self.array(entry, "ErrorEquals")?;
        let path = entry.at("ErrorEquals");
        if names.is_empty() {
            self.faults.schema(path, "At least one error name is required");
            return None;
        }
        let read: Option<Vec<_>> = names.iter().map(Value::as_str).collect();
        let Some(names) = read else {
            self.faults.schema(path, "Expected value of type [STRING]");
            return None;
        };
        let all = names.iter().position(|name| *name == error::ALL);
        if let Some(index) = all
            && (names.len() > 1 || !is_last)
        {
            let path = format!("{path}[{index}]");
            self.faults
                .schema(path, "States.ALL must appear alone and at end of list");
        }
        Some(names.into_iter().map(ToOwned::to_owned).collect())
    }
}
