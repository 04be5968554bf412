//! What each function reads from its environment, typed; each that is missing or wrong is named with what to do about it.
//!
//! | variable | read by | value |
//! |---|---|---|
//! | `COMANDA_TABLE` | all | the name of the DynamoDB table |
//! | `COMANDA_QUOTE_MACHINE_ARN` | `voice` | the ARN of the state machine `quote` |
//! | `COMANDA_RECOMMEND_MACHINE_ARN` | `voice` | the ARN of the state machine `recommend` |
//! | `COMANDA_ORDER_MACHINE_ARN` | `voice`, `tasks` | the ARN of the state machine `order` |
//! | `COMANDA_ALEXA_SKILL_ID` | `voice` | `amzn1.ask.skill.…`; empty or absent: not checked in code |
//! | `COMANDA_ALEXA_API` | `voice`, `announce` | the base address of what stands in for Alexa's APIs; empty or absent: Alexa's own |
//! | `COMANDA_CONNECT_INSTANCE_ARN` | `voice` | the ARN of the Amazon Connect instance whose calls are taken; empty or absent: none are |
//! | `COMANDA_ACCOUNT_ISSUER` | `voice` | the issuer of the user pool whose accounts customers link, `https://cognito-idp.….amazonaws.com/…`; empty or absent: none are linked |
//! | `COMANDA_ACCOUNT_CLIENT` | `voice` | the id of the pool's app client that Alexa is |
//! | `COMANDA_ALEXA_CLIENT_SECRET_ARN` | `announce` | the ARN of the secret `{"client_id": "…", "client_secret": "…"}`; empty or absent: no notifications in Alexa |
//! | `COMANDA_ALEXA_REGION` | `announce` | where the skill's customers are: `na` (empty or absent: this), `eu` or `fe` |
//! | `COMANDA_ALEXA_STAGE` | `announce` | which notifications go to: `live` (empty or absent: this), or `development` |
//! | `COMANDA_TEXTS` | `announce`, `staff` | whether text messages are sent: `yes` (empty or absent: this), or `no` |
//! | `COMANDA_TEXTS_SENDER` | `announce`, `staff` | who they say that they are from: 1 to 11 letters and digits; empty or absent: whatever SNS has |
//! | `COMANDA_STAFF_SIGN_IN` | `staff` | the address of the user pool's own pages, `https://….auth.….amazoncognito.com` |
//! | `COMANDA_STAFF_CLIENT` | `staff` | the id of the pool's app client that the board is |
//! | `COMANDA_PROMPTS_BUCKET` | `announce` | the name of the bucket for spoken prompts; empty or absent: none are made |
//! | `COMANDA_LINE_FLOW_ARN` | `announce` | the ARN of the Amazon Connect flow that speaks news; empty or absent: nobody is called |
//! | `COMANDA_LINE_FROM` | `announce` | the line's number that who is called sees, such as `+551130030000` |
//! | `COMANDA_LINE_CAMPAIGN` | `announce` | whether calls are a campaign's, in which answering machines are told apart: `yes`, or `no` (empty or absent: this) |
//! | `COMANDA_INTERPRETER` | `voice`, `tasks` | who understands customers: `offline` (empty or absent: this), `tiered` (Claude where the grammar is not certain) or `claude` (Claude for everything about food) |
//! | `COMANDA_CLAUDE_MODEL_ID` | `voice`, `tasks` | a model's id on Bedrock, an inference profile's, or the ARN of either; empty or absent: Haiku 5.5 by its `global.` profile |
//! | `COMANDA_CLAUDE_MODEL` | `voice`, `tasks` | which model that is, where its ARN does not say |
//! | `COMANDA_CLAUDE_GUARDRAIL` | `voice`, `tasks` | a guardrail's id or ARN; empty or absent: none |
//! | `COMANDA_CLAUDE_GUARDRAIL_VERSION` | `voice`, `tasks` | its version: a number, or `DRAFT` |
//! | `COMANDA_CLAUDE_DAILY_LIMIT` | `voice`, `tasks` | the most that Claude may cost a day (UTC), in US dollars; empty or absent: 5 |
//! | `COMANDA_MENU` | all | the menu's folder; empty or absent: `$LAMBDA_TASK_ROOT/menu` |
//! | `COMANDA_TRUST` | all | whose root certificates count: `amazon` (empty or absent: this), or `system` |
//! | `COMANDA_LOG` | all | `error`, `warn`, `info` (empty or absent: this), `debug` or `trace`; or by module, such as `info,comanda::workflow=debug` |
//! | `COMANDA_METRICS` | all | the namespace of the metrics in CloudWatch; empty or absent: nothing is measured |
//!
//! Region, credentials, `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>` are what the AWS SDK reads.

use std::path::PathBuf;
use std::str::FromStr;

use tracing_subscriber::filter::Targets;

use super::connect::{FlowArn, LineSettings};
use super::sns::SenderId;
use crate::channel::alexa::{Accounts, AlexaApi, BadPool, Region, Stage};
use crate::interpreter::claude::Wanted;
use crate::web::staff::{BadSignIn, SignIn};

mod claude;
mod environment;

pub use environment::{BadSetting, Environment};

/// Whose root certificates count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Amazon's own, which are part of the program.
    Amazon,
    /// Those of the system, such as a company's own beside the public ones.
    System,
}

/// What every function needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The table that the store lives in.
    pub table: String,
    /// The menu's folder.
    pub menu: PathBuf,
    /// Whose root certificates count.
    pub trust: Trust,
}

/// What `voice` needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceSettings {
    /// What every function needs.
    pub common: Settings,
    /// The ARN of `quote`.
    pub quote_machine: String,
    /// The ARN of `recommend`.
    pub recommend_machine: String,
    /// The ARN of `order`.
    pub order_machine: String,
    /// The skill whose requests are answered; without one, every skill's that may invoke the function.
    pub alexa_skill_id: Option<String>,
    /// What stands in for Alexa's APIs.
    pub alexa_api: Option<String>,
    /// The Amazon Connect instance whose calls are taken.
    pub connect_instance: Option<String>,
    /// The user pool whose accounts customers link; none: none are.
    pub accounts: Option<AccountPool>,
    /// What is wanted of Claude; none: the grammar understands alone.
    pub claude: Option<Wanted>,
}

/// A user pool whose accounts customers link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPool {
    issuer: String,
    client: String,
}

impl AccountPool {
    /// Its accounts, whose keys are read over this client.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn accounts(&self, api: AlexaApi) -> Result<Accounts, BadSetting> {
        Accounts::of(api, &self.issuer, &self.client).map_err(|bad| BadSetting {
            variable: match bad {
                BadPool::Issuer => ACCOUNT_ISSUER,
                BadPool::Client => ACCOUNT_CLIENT,
            },
            why: bad.to_string(),
        })
    }
}

const ACCOUNT_ISSUER: &str = "COMANDA_ACCOUNT_ISSUER";
const ACCOUNT_CLIENT: &str = "COMANDA_ACCOUNT_CLIENT";

/// What `tasks` needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TasksSettings {
    /// What every function needs.
    pub common: Settings,
    /// The ARN of `order`, whose executions the sweep starts.
    pub order_machine: String,
    /// What is wanted of Claude, which chooses suggestions; none: the likeliest is suggested.
    pub claude: Option<Wanted>,
}

/// Whether and how text messages are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSettings {
    /// Whether they are.
    pub sent: bool,
    /// Who they say that they are from.
    pub sender: Option<SenderId>,
}

/// What `staff` needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSettings {
    /// What every function needs.
    pub common: Settings,
    /// Text messages, for what the shop says no to.
    pub texts: TextSettings,
    /// Where staff sign in.
    pub sign_in: SignIn,
}

/// What `announce` needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnounceSettings {
    /// What every function needs.
    pub common: Settings,
    /// The secret of the skill's messaging client; without it there are no notifications.
    pub alexa_client_secret: Option<String>,
    /// Where the skill's customers are.
    pub alexa_region: Region,
    /// Which of the skill's stages notifications go to.
    pub alexa_stage: Stage,
    /// What stands in for Alexa's APIs.
    pub alexa_api: Option<String>,
    /// Text messages.
    pub texts: TextSettings,
    /// The line on which customers are called; without it none are.
    pub line: Option<LineSettings>,
    /// The bucket for spoken prompts; without it none are made.
    pub prompts_bucket: Option<String>,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn read(environment: Environment) -> Result<Self, BadSetting> {
        Ok(Self {
            table: table(environment)?,
            menu: menu(environment)?,
            trust: trust(environment)?,
        })
    }
}

impl VoiceSettings {
    /// Reads them.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn read(environment: Environment) -> Result<Self, BadSetting> {
        Ok(Self {
            common: Settings::read(environment)?,
            quote_machine: environment.machine("COMANDA_QUOTE_MACHINE_ARN")?,
            recommend_machine: environment.machine("COMANDA_RECOMMEND_MACHINE_ARN")?,
            order_machine: environment.machine("COMANDA_ORDER_MACHINE_ARN")?,
            alexa_skill_id: skill(environment)?,
            alexa_api: environment.maybe("COMANDA_ALEXA_API"),
            connect_instance: instance(environment)?,
            accounts: accounts(environment)?,
            claude: claude::claude(environment)?,
        })
    }
}

impl TasksSettings {
    /// Reads them.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn read(environment: Environment) -> Result<Self, BadSetting> {
        Ok(Self {
            common: Settings::read(environment)?,
            order_machine: environment.machine("COMANDA_ORDER_MACHINE_ARN")?,
            claude: claude::claude(environment)?,
        })
    }
}

impl TextSettings {
    fn read(environment: Environment) -> Result<Self, BadSetting> {
        let sent = environment.one_of("COMANDA_TEXTS", &[("yes", true), ("no", false)])?;
        Ok(Self {
            sent: sent.unwrap_or(true),
            sender: sender(environment)?,
        })
    }
}

impl StaffSettings {
    /// Reads them.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn read(environment: Environment) -> Result<Self, BadSetting> {
        Ok(Self {
            common: Settings::read(environment)?,
            texts: TextSettings::read(environment)?,
            sign_in: sign_in(environment)?,
        })
    }
}

impl AnnounceSettings {
    /// Reads them.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn read(environment: Environment) -> Result<Self, BadSetting> {
        let stages = [("live", Stage::Live), ("development", Stage::Development)];
        let regions = ["na", "eu", "fe"].map(|name| (name, Region::named(name)));
        Ok(Self {
            common: Settings::read(environment)?,
            alexa_client_secret: environment.maybe("COMANDA_ALEXA_CLIENT_SECRET_ARN"),
            alexa_region: environment
                .one_of("COMANDA_ALEXA_REGION", &regions)?
                .flatten()
                .unwrap_or(Region::NorthAmerica),
            alexa_stage: environment
                .one_of("COMANDA_ALEXA_STAGE", &stages)?
                .unwrap_or(Stage::Live),
            alexa_api: environment.maybe("COMANDA_ALEXA_API"),
            texts: TextSettings::read(environment)?,
            line: line(environment)?,
            prompts_bucket: environment.maybe("COMANDA_PROMPTS_BUCKET"),
        })
    }
}

/// How much is logged.
///
/// # Errors
/// [`BadSetting`].
pub fn log_filter(environment: Environment) -> Result<Targets, BadSetting> {
    let text = environment
        .maybe("COMANDA_LOG")
        .unwrap_or_else(|| "info".to_owned());
    Targets::from_str(&text).map_err(|error| BadSetting {
        variable: "COMANDA_LOG",
        why: format!("is neither a level nor modules with levels: {error}"),
    })
}

/// The namespace of the metrics, as [CloudWatch] allows it; none: nothing is measured.
///
/// # Errors
/// [`BadSetting`].
///
/// [CloudWatch]: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
pub fn metrics_namespace(environment: Environment) -> Result<Option<String>, BadSetting> {
    const VARIABLE: &str = "COMANDA_METRICS";
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-/#:".contains(c);
    match environment.maybe(VARIABLE) {
        Some(name) if name.len() > 255 || name.starts_with("AWS/") || !name.chars().all(allowed) => {
            Err(BadSetting {
                variable: VARIABLE,
                why: "is no namespace: at most 255 letters, digits and `._-/#:`, and not Amazon's own AWS/"
                    .to_owned(),
            })
        }
        name => Ok(name),
    }
}

/// A name as [TableName] allows it.
///
/// [TableName]: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
fn table(environment: Environment) -> Result<String, BadSetting> {
    const VARIABLE: &str = "COMANDA_TABLE";
    let name = environment.needed(VARIABLE, "the name of the DynamoDB table")?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if (3..=255).contains(&name.len()) && name.chars().all(allowed) {
        return Ok(name);
    }
    Err(BadSetting {
        variable: VARIABLE,
        why: "is no table's name: 3 to 255 letters, digits, underscores, hyphens and dots".to_owned(),
    })
}

fn menu(environment: Environment) -> Result<PathBuf, BadSetting> {
    let own = environment.maybe("COMANDA_MENU").map(PathBuf::from);
    let bundled = || {
        environment
            .maybe("LAMBDA_TASK_ROOT")
            .map(|root| PathBuf::from(root).join("menu"))
    };
    own.or_else(bundled).ok_or_else(|| BadSetting {
        variable: "COMANDA_MENU",
        why: "is not set, nor is LAMBDA_TASK_ROOT; it is the menu's folder".to_owned(),
    })
}

fn trust(environment: Environment) -> Result<Trust, BadSetting> {
    let known = [("amazon", Trust::Amazon), ("system", Trust::System)];
    Ok(environment
        .one_of("COMANDA_TRUST", &known)?
        .unwrap_or(Trust::Amazon))
}

fn sender(environment: Environment) -> Result<Option<SenderId>, BadSetting> {
    let Some(text) = environment.maybe("COMANDA_TEXTS_SENDER") else {
        return Ok(None);
    };
    SenderId::of(&text).map(Some).ok_or_else(|| BadSetting {
        variable: "COMANDA_TEXTS_SENDER",
        why: "is no sender's name: 1 to 11 letters and digits, at least one of them a letter".to_owned(),
    })
}

fn sign_in(environment: Environment) -> Result<SignIn, BadSetting> {
    const ADDRESS: &str = "COMANDA_STAFF_SIGN_IN";
    const CLIENT: &str = "COMANDA_STAFF_CLIENT";
    let address = environment.needed(ADDRESS, "the address of the user pool's own pages")?;
    let client = environment.needed(CLIENT, "the id of the user pool's app client")?;
    SignIn::of(&address, &client).map_err(|bad| BadSetting {
        variable: match bad {
            BadSignIn::Address => ADDRESS,
            BadSignIn::Client => CLIENT,
        },
        why: bad.to_string(),
    })
}

fn line(environment: Environment) -> Result<Option<LineSettings>, BadSetting> {
    const FLOW: &str = "COMANDA_LINE_FLOW_ARN";
    const FROM: &str = "COMANDA_LINE_FROM";
    let Some(arn) = environment.maybe(FLOW) else {
        return Ok(None);
    };
    let flow = FlowArn::of(&arn).ok_or_else(|| BadSetting {
        variable: FLOW,
        why: "is no flow's ARN, arn:aws:connect:REGION:ACCOUNT:instance/ID/contact-flow/ID".to_owned(),
    })?;
    let from = environment.needed(FROM, "the line's number, such as +551130030000")?;
    let digits = from.strip_prefix('+').unwrap_or_default();
    if !(8..=15).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(BadSetting {
            variable: FROM,
            why: "is no number: a plus sign, the country, the number, without spaces".to_owned(),
        });
    }
    let campaign = environment.one_of("COMANDA_LINE_CAMPAIGN", &[("yes", true), ("no", false)])?;
    Ok(Some(LineSettings {
        flow,
        from,
        campaign: campaign.unwrap_or(false),
    }))
}

fn instance(environment: Environment) -> Result<Option<String>, BadSetting> {
    match environment.maybe("COMANDA_CONNECT_INSTANCE_ARN") {
        Some(arn)
            if !(arn.starts_with("arn:") && arn.contains(":connect:") && arn.contains(":instance/")) =>
        {
            Err(BadSetting {
                variable: "COMANDA_CONNECT_INSTANCE_ARN",
                why: "is no ARN of an Amazon Connect instance, arn:aws:connect:REGION:ACCOUNT:instance/ID"
                    .to_owned(),
            })
        }
        arn => Ok(arn),
    }
}

fn accounts(environment: Environment) -> Result<Option<AccountPool>, BadSetting> {
    let Some(issuer) = environment.maybe(ACCOUNT_ISSUER) else {
        return Ok(None);
    };
    let client = environment.needed(
        ACCOUNT_CLIENT,
        "the id of the user pool's app client that Alexa is",
    )?;
    Ok(Some(AccountPool { issuer, client }))
}

fn skill(environment: Environment) -> Result<Option<String>, BadSetting> {
    match environment.maybe("COMANDA_ALEXA_SKILL_ID") {
        Some(id) if !id.starts_with("amzn1.ask.skill.") => Err(BadSetting {
            variable: "COMANDA_ALEXA_SKILL_ID",
            why: "is no skill's id, which begins with amzn1.ask.skill.".to_owned(),
        }),
        id => Ok(id),
    }
}

#[cfg(test)]
mod tests;
