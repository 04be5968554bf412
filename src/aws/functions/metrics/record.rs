//! One line in CloudWatch's [embedded metric format]: numbers with their names, which CloudWatch takes out of the log.
//!
//! [embedded metric format]: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html

use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// In what a metric is counted, by the names of [MetricDatum].
///
/// [MetricDatum]: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// How many.
    Count,
    /// Thousandths of a second.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Of a hundred.
    Percent,
    /// Anything else, such as millionths of a dollar.
    None,
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::Count => "Count",
            Self::Milliseconds => "Milliseconds",
            Self::Seconds => "Seconds",
            Self::Percent => "Percent",
            Self::None => "None",
        }
    }
}

/// A metric's value at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) name: &'static str,
    pub(super) unit: Unit,
    pub(super) value: i64,
}

/// The record of what was measured at a moment, in each of the sets of dimensions; every dimension's value, and whatever
/// else is worth finding beside the numbers, is in `fields`.
pub(super) fn record(
    namespace: &str,
    at: Timestamp,
    measured: &[Measured],
    dimensions: &[&[&str]],
    fields: Map<String, Value>,
) -> Value {
    let metrics: Vec<Value> = measured
        .iter()
        .map(|one| json!({ "Name": one.name, "Unit": one.unit.name() }))
        .collect();
    let mut record = fields;
    record.extend(measured.iter().map(|one| (one.name.to_owned(), one.value.into())));
    let directive = json!({ "Namespace": namespace, "Dimensions": dimensions, "Metrics": metrics });
    let metadata = json!({ "Timestamp": at.as_millisecond(), "CloudWatchMetrics": [directive] });
    record.insert("_aws".to_owned(), metadata);
    Value::Object(record)
}
