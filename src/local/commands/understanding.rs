//! Who understands free speech: the offline grammar, or Claude behind it.

use std::pin::Pin;
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use clap::{Args, ValueEnum};

use crate::app::{Interpreters, only_offline};
use crate::interpreter::claude::tally::Tally;
use crate::interpreter::claude::{Wanted, micro_usd};

/// Connects to Claude, in a program that was built with it.
pub type ConnectClaude =
    fn(Wanted, Arc<Tally>) -> Pin<Box<dyn Future<Output = anyhow::Result<Interpreters>> + Send>>;

/// Who understands free speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Understanding {
    /// The grammar alone, on this machine.
    Offline,
    /// The grammar where it is certain, Claude for the rest.
    Tiered,
    /// Claude for everything that is said about food.
    Claude,
}

#[derive(Debug, Clone, Args)]
pub(super) struct UnderstandingArgs {
    /// Who understands free speech; Claude needs AWS credentials and a build with the feature `bedrock`
    #[arg(
        long,
        value_enum,
        default_value = "offline",
        env = "COMANDA_INTERPRETER",
        value_name = "WHO"
    )]
    interpreter: Understanding,
    /// The model on Bedrock: an id, an inference profile's, or an ARN; Haiku 5.5, where none is given
    #[arg(long, env = "COMANDA_CLAUDE_MODEL_ID", value_name = "ID")]
    claude_model_id: Option<String>,
    /// Which model that is, where its ARN does not say
    #[arg(long, env = "COMANDA_CLAUDE_MODEL", value_name = "NAME")]
    claude_model: Option<String>,
    /// A Bedrock guardrail to look over what is asked and answered
    #[arg(long, env = "COMANDA_CLAUDE_GUARDRAIL", value_name = "ID")]
    claude_guardrail: Option<String>,
    /// Its version
    #[arg(long, env = "COMANDA_CLAUDE_GUARDRAIL_VERSION", value_name = "VERSION")]
    claude_guardrail_version: Option<String>,
    /// The most that Claude may cost a day, in US dollars
    #[arg(
        long,
        env = "COMANDA_CLAUDE_DAILY_LIMIT",
        default_value = "5",
        value_name = "DOLLARS"
    )]
    claude_daily_limit: String,
}

impl UnderstandingArgs {
    /// Whoever understands free speech by these settings.
    pub(super) async fn interpreters(&self, connect: Option<ConnectClaude>) -> anyhow::Result<Interpreters> {
        self.counted(connect, Arc::default()).await
    }

    /// The same with everything counted that is asked of Claude.
    pub(super) async fn counted(
        &self,
        connect: Option<ConnectClaude>,
        tally: Arc<Tally>,
    ) -> anyhow::Result<Interpreters> {
        let always = match self.interpreter {
            Understanding::Offline => return Ok(only_offline()),
            Understanding::Tiered => false,
            Understanding::Claude => true,
        };
        let Some(connect) = connect else {
            bail!("this program was built without Claude; build it with it: cargo run --features bedrock");
        };
        let limit = micro_usd(&self.claude_daily_limit).context("--claude-daily-limit")?;
        ensure!(
            limit > 0,
            "--claude-daily-limit is 0: --interpreter offline asks Claude nothing"
        );
        let wanted = Wanted {
            always,
            model_id: self.claude_model_id.clone(),
            model: self.claude_model.clone(),
            guardrail: self.claude_guardrail.clone(),
            guardrail_version: self.claude_guardrail_version.clone(),
            daily_limit_micro_usd: Some(limit),
        };
        connect(wanted, tally).await
    }
}
