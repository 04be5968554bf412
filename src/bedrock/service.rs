//! What every turn shares of Claude: the client, the meter, and whether the service is left alone at present.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::time::Instant;

use super::Bedrock;
use super::meter::Meter;
use crate::interpreter::claude::Request;
use crate::interpreter::claude::outcome::{Answered, Outcome, Usage, Why};
use crate::interpreter::claude::tally::Tally;

/// How long the service is left alone after it was throttled or away: long enough to spare callers the wait, short enough
/// that one of many turns is lost to it.
const REST: Duration = Duration::from_secs(10);
/// With less time than this no answer can come.
const LEAST: Duration = Duration::from_millis(500);
/// How long an answer should take at most.
const AIM: Duration = Duration::from_millis(2_500);

/// Claude, as turns share it.
#[derive(Debug)]
pub struct Service {
    bedrock: Bedrock,
    meter: Meter,
    tally: Arc<Tally>,
    rests_until: Mutex<Option<Instant>>,
}

impl Service {
    /// Claude behind a client and under a meter, with everything counted in a tally.
    pub fn new(bedrock: Bedrock, meter: Meter, tally: Arc<Tally>) -> Self {
        Self {
            bedrock,
            meter,
            tally,
            rests_until: Mutex::new(None),
        }
    }

    /// Asks once; the input of the tool where there is one, and nothing where there is no answer in time, or none that
    /// is to be used, or where nobody is to be asked.
    pub(super) async fn ask(&self, request: &Request, within: Duration) -> Option<Value> {
        let until = Instant::now() + within;
        if within < LEAST {
            return self.not_asked("no_time");
        }
        if self.rests() {
            return self.not_asked("rests");
        }
        if !self.meter.allows().await {
            return self.not_asked("daily_limit");
        }
        // What the books took is the call's no more.
        let left = until.saturating_duration_since(Instant::now());
        if left < LEAST {
            return self.not_asked("no_time");
        }
        let answered = self.bedrock.ask(request, left).await;
        self.note(request, &answered);
        match answered.outcome {
            Outcome::Use { input } => Some(input),
            Outcome::FallBack(_) => None,
            Outcome::Rest(_) => {
                self.rest();
                None
            }
            Outcome::Mend(why) => {
                // What is wrong does not mend itself within seconds, and every turn would wait for it.
                self.rest();
                tracing::error!(%why, "model.misconfigured");
                None
            }
        }
    }

    /// Notes that nobody was asked, and why.
    fn not_asked<T>(&self, why: &'static str) -> Option<T> {
        tracing::info!(why, "model.not_asked");
        self.tally.not_asked(why);
        None
    }

    /// Where everything is counted.
    pub(super) fn tally(&self) -> &Tally {
        &self.tally
    }

    fn note(&self, request: &Request, answered: &Answered) {
        let model = self.bedrock.model();
        let Usage {
            input,
            output,
            cache_read,
            cache_written,
        } = answered.usage.unwrap_or_default();
        // Nobody says what a call cost that was cut, and it is paid for all the same.
        let cut = answered.outcome.why() == Some(&Why::Late);
        let paid = answered.usage.or_else(|| cut.then(|| model.most_used(request)));
        let micro_usd = paid.map_or(0, |usage| model.cost_micro_usd(&usage));
        let took_ms = u64::try_from(answered.took.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(
            model = model.row.name,
            outcome = answered.outcome.name(),
            took_ms,
            over_aim = answered.took > AIM,
            input,
            output,
            cache_read,
            cache_written,
            micro_usd,
            "model.asked"
        );
        self.tally.call(answered, micro_usd, AIM);
        self.meter.spend(micro_usd);
    }

    fn rests(&self) -> bool {
        let until = *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    fn rest(&self) {
        let until = Instant::now() + REST;
        *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) = Some(until);
    }
}
