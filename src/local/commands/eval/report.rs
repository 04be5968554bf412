//! The figures of an evaluation, as a table for people and as JSON for everything else.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::interpreter::claude::outcome::Usage;
use crate::interpreter::claude::tally::{ByName, Counts};
use crate::local::rehearsal::Reached;

/// The figures, by language.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// Each language's, by its tag.
    pub(super) rows: Vec<(&'static str, Row)>,
}

/// The figures of some talks.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Talks that were played.
    pub(super) talks: u64,
    talks_reached: u64,
    /// Talks that could not be played to their end, because the order was not there that is written.
    ended_early: u64,
    turns: u64,
    turns_agreeing: u64,
    /// What was asked of Claude.
    pub(super) counts: Counts,
}

impl Row {
    /// Takes a talk.
    pub(super) fn take(&mut self, reached: &Reached, ended_early: bool) {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        self.talks += 1;
        self.talks_reached += u64::from(reached.whole);
        self.ended_early += u64::from(ended_early);
        self.turns += count(reached.turns);
        self.turns_agreeing += count(reached.turns - reached.apart.len());
    }

    fn and(mut self, other: &Self) -> Self {
        let Self {
            talks,
            talks_reached,
            ended_early,
            turns,
            turns_agreeing,
            counts,
        } = other;
        self.talks += talks;
        self.talks_reached += talks_reached;
        self.ended_early += ended_early;
        self.turns += turns;
        self.turns_agreeing += turns_agreeing;
        self.counts = self.counts.and(counts);
        self
    }

    /// The turns that went to Claude.
    fn asked(&self) -> u64 {
        let tier = |name| self.counts.tiers.get(name).copied().unwrap_or(0);
        tier("claude") + tier("fallback")
    }

    fn millis(&self, percent: u64) -> Option<u128> {
        Some(self.counts.took.percentile(percent)?.as_millis())
    }

    fn json(&self) -> Value {
        let Counts {
            tiers,
            suggestions,
            not_asked,
            outcomes,
            refused,
            proposed,
            doubted,
            took,
            over_aim,
            usage,
            micro_usd,
        } = &self.counts;
        let Usage {
            input,
            output,
            cache_read,
            cache_written,
        } = usage;
        json!({
            "talks": { "played": self.talks, "reached": self.talks_reached, "ended_early": self.ended_early },
            "turns": { "said": self.turns, "agreeing": self.turns_agreeing, "asked_of_claude": self.asked(), "read_by": tiers },
            "calls": { "outcomes": outcomes, "not_asked": not_asked },
            "answers": { "edits_proposed": proposed, "edits_doubted": doubted, "refused": refused },
            "suggestions": suggestions,
            "latency_ms": {
                "p50": self.millis(50), "p95": self.millis(95), "max": took.longest().as_millis(),
                "calls_over_aim": over_aim, "calls_cut": self.counts.outcome("late"),
            },
            "tokens": { "input": input, "output": output, "cache_read": cache_read, "cache_written": cache_written },
            "micro_usd": micro_usd,
        })
    }
}

/// What stands in a line of the table: its name, and how its figure is had.
type Line = (String, Box<dyn Fn(&Row) -> String>);

impl Report {
    /// The figures of all languages together.
    pub(super) fn all(&self) -> Row {
        self.rows
            .iter()
            .fold(Row::default(), |all, (_, row)| all.and(row))
    }

    /// Everything as JSON.
    pub(super) fn json(&self) -> Value {
        let rows = self.rows.iter();
        let languages: serde_json::Map<String, Value> =
            rows.map(|(tag, row)| ((*tag).to_owned(), row.json())).collect();
        json!({ "languages": languages, "all": self.all().json() })
    }

    /// The table: a column a language, and one for all.
    pub(super) fn table(&self) -> String {
        let all = self.all();
        let mut table = String::new();
        let heads = self.rows.iter().map(|(tag, _)| *tag).chain(["all"]);
        write_line(&mut table, "", heads.map(str::to_owned));
        for (name, figure) in lines(&all.counts) {
            let rows = self.rows.iter().map(|(_, row)| row).chain([&all]);
            write_line(&mut table, &name, rows.map(figure));
        }
        table
    }
}

fn write_line(table: &mut String, name: &str, figures: impl Iterator<Item = String>) {
    let _ = write!(table, "{name:<34}");
    for figure in figures {
        let _ = write!(table, " {figure:>12}");
    }
    table.push('\n');
}

fn lines(all: &Counts) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![
        line("talks", |row| row.talks.to_string()),
        line("  orders as written", |row| share(row.talks_reached, row.talks)),
        line("  ended early", |row| row.ended_early.to_string()),
        line("turns", |row| row.turns.to_string()),
        line("  order as written", |row| share(row.turns_agreeing, row.turns)),
        line("  asked of Claude", |row| share(row.asked(), row.turns)),
    ];
    lines.extend(named("  read by ", &all.tiers, |counts| &counts.tiers));
    lines.push(line("calls", |row| row.counts.calls().to_string()));
    lines.extend(named("  ", &all.outcomes, |counts| &counts.outcomes));
    lines.extend(named("  not made: ", &all.not_asked, |counts| &counts.not_asked));
    lines.extend([
        line("edits taken", |row| row.counts.proposed.to_string()),
        line("edits asked about", |row| row.counts.doubted.to_string()),
        line("parts refused", |row| {
            row.counts.refused.values().sum::<u64>().to_string()
        }),
    ]);
    lines.extend(named("  ", &all.refused, |counts| &counts.refused));
    lines.extend(named("suggestions: ", &all.suggestions, |counts| {
        &counts.suggestions
    }));
    lines.extend([
        line("latency p50, ms", |row| millis(row.millis(50))),
        line("latency p95, ms", |row| millis(row.millis(95))),
        line("latency max, ms", |row| {
            millis(row.millis(100).map(|_| row.counts.took.longest().as_millis()))
        }),
        line("  over the aim of 2.5 s", |row| {
            share(row.counts.over_aim, row.counts.calls())
        }),
        line("  cut", |row| {
            share(row.counts.outcome("late"), row.counts.calls())
        }),
        line("tokens read", |row| row.counts.usage.input.to_string()),
        line("tokens written", |row| row.counts.usage.output.to_string()),
        line("tokens from the cache", |row| {
            row.counts.usage.cache_read.to_string()
        }),
        line("tokens into the cache", |row| {
            row.counts.usage.cache_written.to_string()
        }),
        line("tokens a turn", |row| {
            let Usage {
                input,
                output,
                cache_read,
                cache_written,
            } = row.counts.usage;
            let all = input + output + cache_read + cache_written;
            (all / row.turns.max(1)).to_string()
        }),
        line("US$ a turn", |row| {
            dollars(row.counts.micro_usd / row.turns.max(1))
        }),
        line("US$ in all", |row| dollars(row.counts.micro_usd)),
    ]);
    lines
}

fn line(name: &str, figure: impl Fn(&Row) -> String + 'static) -> Line {
    (name.to_owned(), Box::new(figure))
}

/// A line for each of these names.
fn named(before: &'static str, names: &ByName, of: fn(&Counts) -> &ByName) -> Vec<Line> {
    let names: BTreeSet<&'static str> = names.keys().copied().collect();
    let count = move |name: &'static str| {
        move |row: &Row| of(&row.counts).get(name).copied().unwrap_or(0).to_string()
    };
    names
        .into_iter()
        .map(|name| line(&format!("{before}{name}"), count(name)))
        .collect()
}

/// A share of a whole in tenths of a per cent, rounded down: only what is whole is 100 %.
fn share(part: u64, whole: u64) -> String {
    match (part * 1000).checked_div(whole) {
        Some(share) => format!("{}.{} %", share / 10, share % 10),
        None => "-".to_owned(),
    }
}

fn millis(millis: Option<u128>) -> String {
    millis.map_or("-".to_owned(), |millis| millis.to_string())
}

fn dollars(micro_usd: u64) -> String {
    format!("{}.{:06}", micro_usd / 1_000_000, micro_usd % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_whole_only_where_nothing_is_missing() {
        assert_eq!(share(0, 0), "-");
        assert_eq!(share(1, 3), "33.3 %");
        assert_eq!(share(9_999, 10_000), "99.9 %");
        assert_eq!(share(7, 7), "100.0 %");
    }

    #[test]
    fn the_table_has_a_column_a_language_and_one_for_all() {
        let mut row = Row::default();
        let reached = Reached {
            turns: 4,
            apart: Vec::new(),
            whole: true,
        };
        row.take(&reached, false);
        row.counts.tiers = ByName::from([("claude", 1), ("offline", 3)]);
        row.counts.outcomes = ByName::from([("use", 1)]);
        row.counts.micro_usd = 1_500_000;
        let report = Report {
            rows: vec![("en-US", row.clone()), ("pt-BR", row)],
        };
        let table = report.table();
        let figures = |name: &str| {
            let line = table.lines().find(|line| line.trim_start().starts_with(name));
            let line = line.unwrap_or_else(|| panic!("no {name} in\n{table}"));
            let figures = line.trim_start().trim_start_matches(name);
            figures.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(figures("turns"), "4 4 8");
        assert_eq!(figures("asked of Claude"), "25.0 % 25.0 % 25.0 %");
        assert_eq!(figures("US$ in all"), "1.500000 1.500000 3.000000");
        assert_eq!(report.json()["all"]["turns"]["asked_of_claude"], 2);
    }
}
