//! Claude on Amazon Bedrock behind the interpreter's port, through the Converse API. A call is made once and dropped when
//! its time is over. Which questions are asked, and what answers may do, is not decided here.

pub mod client;
mod failure;
mod from_converse;
mod meter;
mod service;
mod settings;
mod tiered;
mod to_converse;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_bedrockruntime::Client;
use aws_sdk_bedrockruntime::error::SdkError;
use aws_sdk_bedrockruntime::operation::converse::ConverseError;
use tokio::time::{Instant, timeout};

use crate::app::Interpreters;
use crate::interpreter::claude::models::Model;
use crate::interpreter::claude::outcome::{Answered, Outcome, Usage, Why};
use crate::interpreter::claude::tally::Tally;
use crate::interpreter::claude::{Request, Wanted};

use from_converse::Said;

pub use meter::Meter;
pub use service::Service;
pub use settings::{BadSettings, Configured, Guardrail, Settings};
pub use tiered::{Tier, Tiered};

/// Gets whoever asks Claude ready: what is configured is checked, and nothing is connected to yet. What comes of
/// every call is counted in `tally`.
///
/// # Errors
/// [`BadSettings`].
pub fn interpreters(
    wanted: Wanted,
    config: &SdkConfig,
    tally: Arc<Tally>,
) -> Result<Interpreters, BadSettings> {
    let settings = Settings::of(Configured {
        model_id: wanted.model_id,
        model: wanted.model,
        guardrail: wanted.guardrail,
        guardrail_version: wanted.guardrail_version,
    })?;
    let bedrock = Bedrock::new(config, settings)?;
    let tier = match wanted.always {
        true => Tier::Always,
        false => Tier::Unsure,
    };
    Ok(Box::new(move |books| {
        let meter = Meter::new(books, wanted.daily_limit_micro_usd);
        let service = Arc::new(Service::new(bedrock, meter, tally));
        Arc::new(move |menu| Arc::new(Tiered::new(menu, Arc::clone(&service), tier)))
    }))
}

/// Claude behind the Converse API.
#[derive(Debug, Clone)]
pub struct Bedrock {
    config: SdkConfig,
    /// Built for the first question: most starts of a function are for turns that ask none.
    client: OnceLock<Client>,
    settings: Settings,
}

impl Bedrock {
    /// Asks by a client of this configuration: its region, credentials, HTTP client and, where it has one, endpoint.
    /// Nothing is connected to yet.
    ///
    /// # Errors
    /// [`BadSettings::NoRegion`].
    pub fn new(config: &SdkConfig, settings: Settings) -> Result<Self, BadSettings> {
        match config.region() {
            Some(_) => Ok(Self {
                config: config.clone(),
                client: OnceLock::new(),
                settings,
            }),
            None => Err(BadSettings::NoRegion),
        }
    }

    /// The model that is asked.
    pub fn model(&self) -> Model {
        self.settings.model()
    }

    /// Asks once, and drops the call when `within` is over.
    pub async fn ask(&self, request: &Request, within: Duration) -> Answered {
        let start = Instant::now();
        let late = (Outcome::of(Why::Late), None);
        let (outcome, usage) = timeout(within, self.converse(request)).await.unwrap_or(late);
        Answered {
            outcome,
            usage,
            took: start.elapsed(),
        }
    }

    async fn converse(&self, request: &Request) -> (Outcome, Option<Usage>) {
        let client = self.client.get_or_init(|| client::once(&self.config));
        let Ok(call) = to_converse::call(client.converse(), request, &self.settings) else {
            return (Outcome::of(Why::Unsendable), None);
        };
        match call.send().await {
            Ok(answer) => Said::of(answer).outcome(request.tool.name),
            Err(error) => match answered(&error).and_then(Said::of_body) {
                Some(said) => said.outcome(request.tool.name),
                None => (Outcome::of(failure::why(&error)), None),
            },
        }
    }
}

/// The body of an answer that is no refusal, and that the SDK would still not read.
fn answered(error: &SdkError<ConverseError>) -> Option<&[u8]> {
    let raw = error
        .raw_response()
        .filter(|response| response.status().is_success())?;
    raw.body().bytes()
}

#[cfg(test)]
pub(crate) mod scripted;
#[cfg(test)]
mod tests;
