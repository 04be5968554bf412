//! Counts of what was asked of Claude and what came of it, in memory, for whoever wants to know. They do not grow with the
//! number of calls, and nothing of what was said is in them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::outcome::{Answered, Usage};

/// The step by which times are counted.
const STEP: Duration = Duration::from_millis(10);
/// Times from here on are counted as one.
const LONGEST: Duration = Duration::from_secs(60);

/// How many times each name was noted.
pub type ByName = BTreeMap<&'static str, u64>;

/// Counts that several note and one reads.
#[derive(Debug, Default)]
pub struct Tally(Mutex<Counts>);

/// What has been counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Turns by who read them: `offline`, `claude`, or `fallback` where Claude did not answer as it should.
    pub tiers: ByName,
    /// Suggestions by what became of them: `suggested`, or why not.
    pub suggestions: ByName,
    /// Why Claude was not asked where it should have been.
    pub not_asked: ByName,
    /// Calls by their outcome's name.
    pub outcomes: ByName,
    /// Parts of answers that were refused, by kind.
    pub refused: ByName,
    /// Edits of answers that were proposed.
    pub proposed: u64,
    /// Edits of answers that were only asked about.
    pub doubted: u64,
    /// How long calls took.
    pub took: Times,
    /// Calls that took longer than they should.
    pub over_aim: u64,
    /// The tokens that were paid for.
    pub usage: Usage,
    /// What they cost, in millionths of a US dollar.
    pub micro_usd: u64,
}

impl Tally {
    /// Notes who read a turn.
    pub fn tier(&self, tier: &'static str) {
        self.note(|counts| one_more(&mut counts.tiers, tier));
    }

    /// Notes what became of a suggestion.
    pub fn suggestion(&self, name: &'static str) {
        self.note(|counts| one_more(&mut counts.suggestions, name));
    }

    /// Notes why nobody was asked.
    pub fn not_asked(&self, why: &'static str) {
        self.note(|counts| one_more(&mut counts.not_asked, why));
    }

    /// Notes a part of an answer that was refused.
    pub fn refused(&self, name: &'static str) {
        self.note(|counts| one_more(&mut counts.refused, name));
    }

    /// Notes how many edits of an answer were proposed, and how many only asked about.
    pub fn edits(&self, proposed: usize, doubted: usize) {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        self.note(|counts| {
            counts.proposed = counts.proposed.saturating_add(count(proposed));
            counts.doubted = counts.doubted.saturating_add(count(doubted));
        });
    }

    /// Notes a call that is over, what it cost, and how long it should have taken at most.
    pub fn call(&self, answered: &Answered, micro_usd: u64, aim: Duration) {
        self.note(|counts| {
            one_more(&mut counts.outcomes, answered.outcome.name());
            counts.took.note(answered.took);
            counts.over_aim += u64::from(answered.took > aim);
            counts.usage = sum(counts.usage, answered.usage.unwrap_or_default());
            counts.micro_usd = counts.micro_usd.saturating_add(micro_usd);
        });
    }

    /// What has been counted so far.
    pub fn counts(&self) -> Counts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, note: impl FnOnce(&mut Counts)) {
        note(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Counts {
    /// The number of calls.
    pub fn calls(&self) -> u64 {
        self.outcomes.values().sum()
    }

    /// How many calls came to this outcome.
    pub fn outcome(&self, name: &str) -> u64 {
        self.outcomes.get(name).copied().unwrap_or(0)
    }

    /// These counts and others together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        let Self {
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
        } = other;
        add(&mut self.tiers, tiers);
        add(&mut self.suggestions, suggestions);
        add(&mut self.not_asked, not_asked);
        add(&mut self.outcomes, outcomes);
        add(&mut self.refused, refused);
        self.proposed = self.proposed.saturating_add(*proposed);
        self.doubted = self.doubted.saturating_add(*doubted);
        self.took.add(took);
        self.over_aim = self.over_aim.saturating_add(*over_aim);
        self.usage = sum(self.usage, *usage);
        self.micro_usd = self.micro_usd.saturating_add(*micro_usd);
        self
    }
}

/// How long things took, counted in steps of 10 ms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    steps: BTreeMap<u128, u64>,
    longest: Duration,
}

impl Times {
    fn note(&mut self, took: Duration) {
        let step = took.min(LONGEST).as_millis() / STEP.as_millis();
        *self.steps.entry(step).or_default() += 1;
        self.longest = self.longest.max(took);
    }

    fn add(&mut self, other: &Self) {
        for (step, count) in &other.steps {
            *self.steps.entry(*step).or_default() += count;
        }
        self.longest = self.longest.max(other.longest);
    }

    /// The longest.
    pub fn longest(&self) -> Duration {
        self.longest
    }

    /// The time that so many of a hundred did not exceed, to the step and never more than the longest; none where nothing
    /// was counted.
    pub fn percentile(&self, percent: u64) -> Option<Duration> {
        let all: u64 = self.steps.values().sum();
        let wanted = (all * percent).div_ceil(100).max(1);
        let mut seen = 0;
        let step = self.steps.iter().find_map(|(step, count)| {
            seen += count;
            (seen >= wanted).then_some(*step)
        })?;
        let end = u64::try_from((step + 1) * STEP.as_millis()).ok()?;
        Some(Duration::from_millis(end).min(self.longest))
    }
}

fn one_more(names: &mut ByName, name: &'static str) {
    *names.entry(name).or_default() += 1;
}

fn add(names: &mut ByName, others: &ByName) {
    for (name, count) in others {
        *names.entry(name).or_default() += count;
    }
}

fn sum(a: Usage, b: Usage) -> Usage {
    Usage {
        input: a.input.saturating_add(b.input),
        output: a.output.saturating_add(b.output),
        cache_read: a.cache_read.saturating_add(b.cache_read),
        cache_written: a.cache_written.saturating_add(b.cache_written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpreter::claude::outcome::{Outcome, Why};

    #[test]
    fn percentiles_are_of_all_that_was_counted() {
        let mut times = Times::default();
        assert_eq!(times.percentile(50), None);
        for millis in 1..=100 {
            times.note(Duration::from_millis(millis * 10));
        }
        let millis = |percent| times.percentile(percent).unwrap().as_millis();
        assert_eq!((millis(50), millis(95), millis(100)), (510, 960, 1000));
        assert_eq!(times.longest(), Duration::from_secs(1));
        times.note(Duration::from_secs(500));
        assert_eq!(times.steps.len(), 101);
    }

    #[test]
    fn counts_of_two_are_their_sum() {
        let tally = Tally::default();
        let usage = Usage {
            input: 10,
            output: 2,
            cache_read: 5,
            cache_written: 0,
        };
        let answered = |why: Option<Why>, millis| Answered {
            outcome: why.map_or(
                Outcome::Use {
                    input: serde_json::json!({}),
                },
                Outcome::of,
            ),
            usage: Some(usage),
            took: Duration::from_millis(millis),
        };
        let aim = Duration::from_millis(100);
        tally.call(&answered(None, 100), 7, aim);
        tally.call(&answered(Some(Why::Late), 101), 7, aim);
        tally.tier("claude");
        tally.tier("fallback");
        tally.refused("no_words");
        tally.edits(2, 1);
        tally.not_asked("rests");
        tally.suggestion("suggested");
        let both = tally.counts().and(&tally.counts());
        assert_eq!(both.calls(), 4);
        assert_eq!((both.outcome("use"), both.outcome("late")), (2, 2));
        assert_eq!((both.over_aim, both.micro_usd, both.usage.input), (2, 28, 40));
        assert_eq!((both.proposed, both.doubted), (4, 2));
        assert_eq!(both.tiers, ByName::from([("claude", 2), ("fallback", 2)]));
        assert_eq!(both.refused, ByName::from([("no_words", 2)]));
        assert_eq!(both.not_asked, ByName::from([("rests", 2)]));
        assert_eq!(both.suggestions, ByName::from([("suggested", 2)]));
    }
}
