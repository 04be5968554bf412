//! The client: one attempt a call, and its own HTTP client and credentials where the program is no Lambda function.

use std::error::Error;
use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_config::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, SdkConfig};
use aws_sdk_bedrockruntime::Client;
use aws_sdk_bedrockruntime::config::ProvideCredentials;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use tokio::time::timeout;

/// How long the machine may look for region and credentials: long enough to ask for a role, and for a machine of Amazon's
/// to be found to be none.
const FOUND_WITHIN: Duration = Duration::from_secs(15);

/// The cryptography that HTTPS needs cannot be set up.
#[derive(Debug, thiserror::Error)]
#[error("HTTPS cannot be set up: {0}")]
pub struct NoHttps(String);

/// Why this machine cannot call AWS.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// There is no HTTPS.
    #[error(transparent)]
    Https(#[from] NoHttps),
    /// No credentials, or none that can be had.
    #[error(
        "no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE of a profile with keys or a \
         role, or AWS_BEARER_TOKEN_BEDROCK ({0})"
    )]
    NoCredentials(String),
}

/// A client that tries once and has no time limits of its own: whoever calls drops the call when its time is over.
pub(super) fn once(config: &SdkConfig) -> Client {
    let once = aws_sdk_bedrockruntime::config::Builder::from(config)
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled());
    Client::from_conf(once.build())
}

/// What this machine calls AWS with: region, credentials and endpoints as its environment and its profile files have them,
/// and the roots that its system trusts. Whether there are credentials is looked up now, so that their lack is said at
/// start.
///
/// # Errors
/// [`ClientError`].
pub async fn of_this_machine() -> Result<SdkConfig, ClientError> {
    let http = https(TrustStore::empty().with_native_roots(true))?;
    let load = async {
        let config = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http)
            .load()
            .await;
        if !has_token() {
            let provider = config
                .credentials_provider()
                .ok_or("nothing gives any".to_owned())?;
            let credentials = provider.provide_credentials().await;
            credentials.map_err(|error| with_causes(&error))?;
        }
        Ok(config)
    };
    let late = || Err("looking for them took too long".to_owned());
    let found = timeout(FOUND_WITHIN, load).await.unwrap_or_else(|_| late());
    found.map_err(ClientError::NoCredentials)
}

/// What an error says, and those that it came from.
fn with_causes(error: &dyn Error) -> String {
    const MOST: usize = 8;
    let causes = std::iter::successors(Some(error), |cause: &&dyn Error| (*cause).source());
    let words: Vec<String> = causes.take(MOST).map(ToString::to_string).collect();
    words.join(": ")
}

/// Whether there is a key of Bedrock's own, which the SDK takes in the place of credentials.
fn has_token() -> bool {
    std::env::var_os("AWS_BEARER_TOKEN_BEDROCK").is_some_and(|token| !token.is_empty())
}

/// An HTTPS client that trusts these roots.
///
/// # Errors
/// [`NoHttps`].
pub fn https(roots: TrustStore) -> Result<SharedHttpClient, NoHttps> {
    let context = TlsContext::builder()
        .with_trust_store(roots)
        .build()
        .map_err(|error| NoHttps(error.to_string()))?;
    let tls = Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc));
    Ok(tls.tls_context(context).build_https())
}
