//! What every AWS client shares: one HTTP client with the roots it trusts, region and credentials of the function, and
//! how long a call may take.
//!
//! A Lambda function has its credentials in its environment, so nothing else is asked for them: no instance metadata, no
//! profile, no sign-on. Amazon's root certificates are part of the program, because reading the system's takes half of a
//! cold start.

use std::time::Duration;

use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, SdkConfig};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_smithy_http_client::tls::TrustStore;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::RootCertStore;

use super::settings::Trust;
use crate::bedrock::client::{NoHttps, https};
use crate::channel::alexa::{AlexaApi, ApiError};

/// The roots under which AWS's certificates stand, by the common name of their subject, as [Amazon Trust Services] lists
/// them.
///
/// [Amazon Trust Services]: https://www.amazontrust.com/repository/
const AMAZON_ROOTS: [&str; 5] = [
    "Amazon Root CA 1",
    "Amazon Root CA 2",
    "Amazon Root CA 3",
    "Amazon Root CA 4",
    "Starfield Services Root Certificate Authority - G2",
];

/// How long connecting may take: longer than a handshake across an ocean.
const CONNECT_WITHIN: Duration = Duration::from_secs(1);
/// How long one try of a call may take.
const TRY_WITHIN: Duration = Duration::from_secs(2);
/// How long a call with all its tries may take: a turn of six and a half seconds has room for one that fails.
const CALL_WITHIN: Duration = Duration::from_secs(5);
/// The most tries of a call.
const MOST_TRIES: u32 = 3;

/// Why there is no HTTP client.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The list of certificates that the program was built with lacks one of Amazon's.
    #[error(
        "this program was built without the root certificate `{0}`; COMANDA_TRUST=system uses the system's instead"
    )]
    NoRoot(&'static str),
    /// The cryptography that HTTPS needs.
    #[error(transparent)]
    Https(#[from] NoHttps),
}

/// What AWS clients are built from. Nothing is connected to yet.
///
/// # Errors
/// [`ClientError`].
pub async fn config(trust: Trust) -> Result<SdkConfig, ClientError> {
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

fn http(trust: Trust) -> Result<SharedHttpClient, ClientError> {
    let roots = match trust {
        Trust::Amazon => TrustStore::empty().with_pem_certificate(amazon_roots()?),
        Trust::System => TrustStore::empty().with_native_roots(true),
    };
    Ok(https(roots)?)
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
///
/// # Errors
/// [`ClientError::NoRoot`].
pub fn aws_roots(trust: Trust) -> Result<RootCertStore, ClientError> {
    let mut roots = RootCertStore::empty();
    match trust {
        Trust::Amazon => {
            for name in AMAZON_ROOTS {
                let der = root(name).ok_or(ClientError::NoRoot(name))?;
                roots.add_parsable_certificates([der.to_vec().into()]);
            }
        }
        Trust::System => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    Ok(roots)
}

/// Amazon's roots, one PEM text after the other.
fn amazon_roots() -> Result<String, ClientError> {
    AMAZON_ROOTS.iter().try_fold(String::new(), |pem, name| {
        let der = root(name).ok_or(ClientError::NoRoot(name))?;
        Ok(pem + "-----BEGIN CERTIFICATE-----\n" + &STANDARD.encode(der) + "\n-----END CERTIFICATE-----\n")
    })
}

/// The root certificate of this subject, as DER.
fn root(name: &str) -> Option<&'static [u8]> {
    let known = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter();
    let mut known = known.map(AsRef::as_ref);
    known.find(|der| common_name(der) == Some(name.as_bytes()))
}

/// The first common name in a certificate: its issuer's, which of a root is its subject's.
fn common_name(der: &[u8]) -> Option<&[u8]> {
    /// The identifier 2.5.4.3 as DER.
    const COMMON_NAME: [u8; 5] = [0x06, 0x03, 0x55, 0x04, 0x03];
    let at = der
        .windows(COMMON_NAME.len())
        .position(|window| window == COMMON_NAME)?;
    // A kind of text and its length, which of such names is one byte.
    match der.get(at + COMMON_NAME.len()..)? {
        [_, length, rest @ ..] => rest.get(..usize::from(*length)),
        _ => None,
    }
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
    fn exactly_amazons_five_roots_are_found() {
        let found = AMAZON_ROOTS.map(|name| {
            let der = root(name).unwrap();
            let digest = Sha256::digest(der);
            digest
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        });
        assert_eq!(found, FINGERPRINTS);
        let pem = amazon_roots().unwrap();
        assert_eq!(pem.matches("BEGIN CERTIFICATE").count(), 5);
        assert_eq!(root("Amazon Root CA 9"), None);
        assert_eq!(aws_roots(Trust::Amazon).unwrap().len(), 5);
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
