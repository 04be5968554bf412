//! What is measured: which events of the log become which metrics. The dimensions are few and their values are names of
//! ours, so that their number is bounded; which order it was is found beside the numbers, never as a dimension.
//!
//! `docs/runbook.md` says what each of them means to whoever operates a shop.

use super::record::Unit;

/// A metric of an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Metric {
    pub(super) name: &'static str,
    pub(super) unit: Unit,
    pub(super) value: From,
}

/// Where a metric's value comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum From {
    /// A whole number of the event's own. An event without it has no such metric.
    Field(&'static str),
    /// Always this.
    Always(i64),
}

/// What is made of an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// The event's message.
    pub(super) event: &'static str,
    pub(super) metrics: &'static [Metric],
    /// The sets of dimensions under which its metrics are kept, by the names of the event's or its span's fields.
    pub(super) dimensions: &'static [&'static [&'static str]],
    /// Fields that stand beside the numbers for whoever searches the log.
    pub(super) beside: &'static [&'static str],
}

const TOGETHER: &[&str] = &[];

const fn count(name: &'static str) -> Metric {
    always(name, 1)
}

const fn always(name: &'static str, value: i64) -> Metric {
    Metric {
        name,
        unit: Unit::Count,
        value: From::Always(value),
    }
}

const fn of(name: &'static str, unit: Unit, field: &'static str) -> Metric {
    Metric {
        name,
        unit,
        value: From::Field(field),
    }
}

const TURN_LATENCY: Metric = of("TurnLatency", Unit::Milliseconds, "took_ms");
const BY_CHANNEL_AND_TIER: &[&[&str]] = &[TOGETHER, &["channel", "tier"]];

const fn turn(event: &'static str, metrics: &'static [Metric]) -> Rule {
    Rule {
        event,
        metrics,
        dimensions: BY_CHANNEL_AND_TIER,
        beside: &["language"],
    }
}

/// All that is measured.
pub(super) const RULES: &[Rule] = &[
    turn("turn.answered", &[TURN_LATENCY, always("TurnsFailed", 0)]),
    turn("turn.failed", &[TURN_LATENCY, count("TurnsFailed")]),
    turn("turn.late", &[TURN_LATENCY, count("TurnsFailed")]),
    Rule {
        event: "turn.broken",
        metrics: &[count("TurnsFailed")],
        dimensions: &[TOGETHER],
        beside: &[],
    },
    Rule {
        event: "model.asked",
        metrics: &[
            count("ModelCalls"),
            of("ModelLatency", Unit::Milliseconds, "took_ms"),
            of("ModelCost", Unit::None, "micro_usd"),
        ],
        dimensions: &[TOGETHER, &["outcome"]],
        beside: &["model", "input", "output", "cache_read", "cache_written"],
    },
    Rule {
        event: "model.refused",
        metrics: &[count("ModelRefusals")],
        dimensions: &[&["refused"]],
        beside: &[],
    },
    Rule {
        event: "model.suggestion.refused",
        metrics: &[count("ModelRefusals")],
        dimensions: &[&["refused"]],
        beside: &[],
    },
    Rule {
        event: "model.not_asked",
        metrics: &[count("ModelNotAsked")],
        dimensions: &[&["why"]],
        beside: &[],
    },
    Rule {
        event: "model.spent",
        metrics: &[of("ModelLimitUsed", Unit::Percent, "used_percent")],
        dimensions: &[TOGETHER],
        beside: &["limit"],
    },
    Rule {
        event: "model.limit_reached",
        metrics: &[count("ModelLimitReached")],
        dimensions: &[TOGETHER],
        beside: &["micro_usd", "limit"],
    },
    Rule {
        event: "order.placed",
        metrics: &[count("OrdersPlaced")],
        dimensions: &[TOGETHER],
        beside: &["channel"],
    },
    Rule {
        event: "order.ended",
        metrics: &[count("OrdersEnded"), of("OrderDuration", Unit::Seconds, "took_s")],
        dimensions: &[&["end"]],
        beside: &["problem"],
    },
    Rule {
        event: "announcement.handled",
        metrics: &[count("Announcements")],
        dimensions: &[&["result"]],
        beside: &[],
    },
    Rule {
        event: "shop.standing",
        metrics: &[
            of("OpenOrders", Unit::Count, "open_orders"),
            of("OldestOpenOrder", Unit::Seconds, "oldest_s"),
            of("UnwatchedKitchen", Unit::Seconds, "unwatched_s"),
        ],
        dimensions: &[TOGETHER],
        beside: &[],
    },
    Rule {
        event: "queue.message.left",
        metrics: &[count("MessagesLeft")],
        dimensions: &[&["error"]],
        beside: &[],
    },
    Rule {
        event: "invocation.failed",
        metrics: &[count("InvocationsFailed")],
        dimensions: &[&["error"]],
        beside: &[],
    },
];
