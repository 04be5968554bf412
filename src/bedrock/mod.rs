//! Claude on Amazon Bedrock behind the interpreter's port, through the Converse API. A call is made once and dropped when
//! its time is over. Which questions are asked, and what answers may do, is not decided here.

pub mod client;
mod failure;
mod from_converse;
mod settings;
mod to_converse;

use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_bedrockruntime::Client;
use aws_sdk_bedrockruntime::error::SdkError;
use aws_sdk_bedrockruntime::operation::converse::ConverseError;
use tokio::time::{Instant, timeout};

use crate::interpreter::claude::Request;
use crate::interpreter::claude::models::Model;
use crate::interpreter::claude::outcome::{Answered, Outcome, Usage, Why};

use from_converse::Said;
pub use settings::{BadSettings, Configured, Guardrail, Settings};

/// Claude behind the Converse API.
#[derive(Debug, Clone)]
pub struct Bedrock {
    client: Client,
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
                client: client::once(config),
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
        let Ok(call) = to_converse::call(self.client.converse(), request, &self.settings) else {
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
