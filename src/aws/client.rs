//! What every AWS client shares: one HTTP client with the roots it trusts, region and credentials of the function, and
//! how long a call may take.
//!
//! A Lambda function has its credentials in its environment, so nothing else is asked for them: no instance metadata, no
//! profile, no sign-on. Amazon's root certificates are part of the program, because reading the system's takes as long as
//! all else that a function starts with.

use std::time::Duration;

use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, SdkConfig};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_smithy_http_client::tls::TrustStore;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

use super::settings::Trust;
use crate::bedrock::client::{NoHttps, https};
use crate::channel::alexa::{AlexaApi, ApiError};

/// The roots under which AWS's certificates stand, as [Amazon Trust Services] publishes them.
///
/// [Amazon Trust Services]: https://www.amazontrust.com/repository/
const AMAZON_ROOTS: &str = include_str!("amazon-roots.pem");

/// How long connecting may take: longer than a handshake across an ocean.
const CONNECT_WITHIN: Duration = Duration::from_secs(1);
/// How long one try of a call may take.
const TRY_WITHIN: Duration = Duration::from_secs(2);
/// How long a call with all its tries may take: a turn of six and a half seconds has room for one that fails.
const CALL_WITHIN: Duration = Duration::from_secs(5);
/// The most tries of a call.
const MOST_TRIES: u32 = 3;

/// What AWS clients are built from. Nothing is connected to yet.
///
/// # Errors
/// [`NoHttps`].
pub async fn config(trust: Trust) -> Result<SdkConfig, NoHttps> {
    let no_profiles = EnvConfigFiles::builder()
        .with_contents(EnvConfigFileKind::Config, "")
        .build();
    let config = aws_config::defaults(BehaviorVersion::latest())
        .profile_files(no_profiles)
        .credentials_provider(EnvironmentVariableCredentialsProvider::new())
        .http_client(http(trust)?)
        .timeout_config(
            TimeoutConfig::builder()
                .connect_timeout(CONNECT_WITHIN)
                .operation_attempt_timeout(TRY_WITHIN)
                .operation_timeout(CALL_WITHIN)
                .build(),
        )
        .retry_config(RetryConfig::standard().with_max_attempts(MOST_TRIES));
    Ok(config.load().await)
}

fn http(trust: Trust) -> Result<SharedHttpClient, NoHttps> {
    https(match trust {
        Trust::Amazon => TrustStore::empty().with_pem_certificate(AMAZON_ROOTS),
        Trust::System => TrustStore::empty().with_native_roots(true),
    })
}

/// The client for Alexa's APIs, or for what stands in for them. Their certificates are not all under Amazon's own roots,
/// so that by default the public ones count that are part of the program.
///
/// # Errors
/// [`ApiError`].
pub fn alexa_api(trust: Trust, instead: Option<&str>) -> Result<AlexaApi, ApiError> {
    match trust {
        Trust::Amazon => AlexaApi::new(instead),
        Trust::System => {
            let mut roots = RootCertStore::empty();
            let found = rustls_native_certs::load_native_certs();
            let (taken, ignored) = roots.add_parsable_certificates(found.certs);
            tracing::debug!(taken, ignored, failed = found.errors.len(), "alexa.roots");
            AlexaApi::trusting(roots, instead)
        }
    }
}

/// The roots under which AWS's own hosts are believed, for a client of our own.
pub fn aws_roots(trust: Trust) -> RootCertStore {
    let certificates = match trust {
        Trust::Amazon => amazon_roots(),
        Trust::System => rustls_native_certs::load_native_certs().certs,
    };
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(certificates);
    roots
}

/// Amazon's roots as certificates. What is no certificate is left out; a test holds that it is exactly the five.
fn amazon_roots() -> Vec<CertificateDer<'static>> {
    let certificates = CertificateDer::pem_slice_iter(AMAZON_ROOTS.as_bytes());
    certificates.filter_map(Result::ok).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// Fingerprints as Amazon Trust Services publishes them.
    const FINGERPRINTS: [&str; 5] = [
        "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
        "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
        "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
        "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
        "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5",
    ];

    #[test]
    fn exactly_amazons_five_roots_are_trusted() {
        let fingerprint = |root: &CertificateDer<'_>| -> String {
            let digest = Sha256::digest(root);
            digest.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        let found: Vec<String> = amazon_roots().iter().map(fingerprint).collect();
        assert_eq!(found, FINGERPRINTS);
        assert_eq!(aws_roots(Trust::Amazon).len(), 5);
    }

    #[tokio::test]
    async fn both_kinds_of_trust_make_a_client_that_keeps_its_times() {
        for trust in [Trust::Amazon, Trust::System] {
            let config = config(trust).await.unwrap();
            let timeouts = config.timeout_config().unwrap();
            assert_eq!(timeouts.connect_timeout(), Some(CONNECT_WITHIN));
            assert_eq!(timeouts.operation_timeout(), Some(CALL_WITHIN));
            assert_eq!(config.retry_config().unwrap().max_attempts(), MOST_TRIES);
            assert!(config.http_client().is_some());
            assert!(alexa_api(trust, None).is_ok());
        }
    }
}
