//! What is measured of a function: a layer of the log that writes certain events once more, in CloudWatch's embedded
//! metric format. Whoever logs them knows nothing of it.
//!
//! Only whole numbers and names go into a record, and only of fields that [`rules`] name: no text that somebody said
//! has a way in.

mod record;
mod rules;

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use crate::app::Clock;
use record::{Measured, record};
use rules::{From, RULES, Rule};

pub use record::Unit;

/// The fields of an invocation's span that are of use here.
const OF_SPANS: [&str; 3] = ["order", "request", "tier"];
/// The most bytes of a name.
const LONGEST_NAME: usize = 80;
/// What a dimension is called that an event lacks: of a turn's tiers the one that needs nobody else.
const LACKING: [(&str, &str); 1] = [("tier", "offline")];
/// What else a dimension without a name is called.
const UNKNOWN: &str = "unknown";

/// The layer: where the records go, and under which namespace.
pub struct Metrics<W> {
    namespace: String,
    clock: Clock,
    write: W,
}

impl<W> fmt::Debug for Metrics<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics")
            .field("namespace", &self.namespace)
            .finish_non_exhaustive()
    }
}

impl<W: Fn(&Value)> Metrics<W> {
    /// A layer that hands each record to `write`.
    pub fn new(namespace: String, clock: Clock, write: W) -> Self {
        Self {
            namespace,
            clock,
            write,
        }
    }
}

/// Every metric there is, each under the set of dimensions that it is kept under.
pub fn all() -> BTreeSet<(&'static str, Vec<&'static str>)> {
    let of_rule = |rule: &'static Rule| {
        let sets = rule.dimensions.iter();
        sets.flat_map(|set| rule.metrics.iter().map(|metric| (metric.name, set.to_vec())))
    };
    RULES.iter().flat_map(of_rule).collect()
}

/// The events that are measured, by their message in the log.
pub fn events() -> BTreeSet<&'static str> {
    RULES.iter().map(|rule| rule.event).collect()
}

/// What an event or a span says: names and whole numbers.
#[derive(Debug, Default)]
struct Said {
    message: String,
    fields: Map<String, Value>,
}

impl Said {
    fn put(&mut self, field: &Field, value: Value) {
        self.fields.insert(field.name().to_owned(), value);
    }
}

impl Visit for Said {
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, i64::try_from(value).unwrap_or(i64::MAX).into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if is_name(value) {
            self.put(field, value.into());
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.message = format!("{value:?}");
        }
    }
}

/// Whether a text is a name or an id: short, and without spaces.
fn is_name(text: &str) -> bool {
    let of_a_name = |c: char| c.is_ascii_alphanumeric() || "._:-".contains(c);
    !text.is_empty() && text.len() <= LONGEST_NAME && text.chars().all(of_a_name)
}

impl<S, W> Layer<S> for Metrics<W>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: Fn(&Value) + 'static,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut said = Said::default();
        attributes.record(&mut said);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(said);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        if let Some(said) = span.extensions_mut().get_mut::<Said>() {
            values.record(said);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut said = Said::default();
        event.record(&mut said);
        let Some(rule) = RULES.iter().find(|rule| rule.event == said.message) else {
            return;
        };
        let mut around = Map::new();
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(said) = span.extensions().get::<Said>() {
                for name in OF_SPANS {
                    let nearest = said.fields.get(name).filter(|_| !around.contains_key(name));
                    around.extend(nearest.map(|value| (name.to_owned(), value.clone())));
                }
            }
        }
        if let Some(record) = self.measure(rule, &said.fields, &around) {
            (self.write)(&record);
        }
    }
}

impl<W> Metrics<W> {
    /// The record of an event; none where it holds no number of its rule's.
    fn measure(&self, rule: &Rule, own: &Map<String, Value>, around: &Map<String, Value>) -> Option<Value> {
        let measured: Vec<Measured> = rule
            .metrics
            .iter()
            .filter_map(|metric| {
                let value = match metric.value {
                    From::Always(value) => Some(value),
                    From::Field(field) => own.get(field).and_then(Value::as_i64),
                };
                value.map(|value| Measured {
                    name: metric.name,
                    unit: metric.unit,
                    value,
                })
            })
            .collect();
        if measured.is_empty() {
            return None;
        }
        let find = |name: &str| own.get(name).or_else(|| around.get(name)).cloned();
        let mut fields = Map::new();
        for name in rule.beside.iter().chain(&["order", "request"]) {
            fields.extend(find(name).map(|value| ((*name).to_owned(), value)));
        }
        for name in rule.dimensions.iter().copied().flatten() {
            let value = find(name).unwrap_or_else(|| lacking(name).into());
            fields.insert((*name).to_owned(), value);
        }
        fields.insert("event".to_owned(), rule.event.into());
        let at = self.clock.now();
        Some(record(&self.namespace, at, &measured, rule.dimensions, fields))
    }
}

fn lacking(dimension: &str) -> &'static str {
    let known = LACKING.iter().find(|(name, _)| *name == dimension);
    known.map_or(UNKNOWN, |(_, called)| called)
}

#[cfg(test)]
mod tests;
