//! Whether a request that came over HTTPS is Alexa's own: certificate address, certificate chain, signature over
//! the raw body, and age.
//!
//! Defined in [verifying that a request was sent by Alexa]. Pure: the caller fetches the chain from the address
//! that [`check_chain_url`] gives back, and says which roots it trusts and what time it is.
//!
//! [verifying that a request was sent by Alexa]: https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use super::{Envelope, RequestType};
use crate::channel::{BadRequest, TextOrNumber};

/// The header that holds the address of the certificate chain.
pub const CHAIN_URL_HEADER: &str = "SignatureCertChainUrl";
/// The header that holds the signature, RSA over the body's SHA-256, in Base64.
pub const SIGNATURE_HEADER: &str = "Signature-256";
/// The longest chain that is read, in bytes.
pub const MOST_CHAIN_BYTES: usize = 64 * 1024;

/// The host and the path under which Alexa keeps her certificates.
const CHAIN_HOST: &str = "s3.amazonaws.com";
const CHAIN_PATH: &str = "/echo.api/";
/// The name that her certificate is for.
const SUBJECT: &str = "echo-api.amazon.com";
/// The most certificates of a chain.
const MOST_CERTIFICATES: usize = 10;
/// How far a request's timestamp may lie from now, either way.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(150);
/// The same for events about a skill, which are sent again for an hour.
const EVENT_TOLERANCE: SignedDuration = SignedDuration::from_hours(1);

/// Why a request is not taken for Alexa's own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A header is missing.
    #[error("the header {0} is missing")]
    NoHeader(&'static str),
    /// The chain would not come from Alexa's own store.
    #[error("the certificate chain's address is not https://{CHAIN_HOST}{CHAIN_PATH}…")]
    ChainUrl,
    /// The chain is not PEM, or too long, or empty.
    #[error("the certificate chain can't be read")]
    UnreadableChain,
    /// No trusted root vouches for the certificate now.
    #[error("the certificate is not trusted: {0}")]
    Untrusted(webpki::Error),
    /// The certificate is somebody else's.
    #[error("the certificate is not for {SUBJECT}")]
    OtherSubject,
    /// The signature is not Base64.
    #[error("the signature is not Base64")]
    UnreadableSignature,
    /// The signature is not the certificate's over this body.
    #[error("the signature does not fit the body")]
    WrongSignature,
    /// The body is no request.
    #[error(transparent)]
    BadRequest(#[from] BadRequest),
    /// The request does not say when it was sent.
    #[error("the request has no timestamp")]
    NoTimestamp,
    /// The request is old, or from the future: perhaps it is sent again by someone who overheard it.
    #[error("the request's timestamp is too far from now")]
    Stale,
}

/// The roots that may vouch for Alexa's certificate.
#[derive(Debug, Clone)]
pub struct TrustRoots(Vec<TrustAnchor<'static>>);

impl TrustRoots {
    /// The certificates of a PEM file, such as the system's bundle. Those that can't be read are left out.
    pub fn from_pem(pem: &[u8]) -> Self {
        let certificates = CertificateDer::pem_slice_iter(pem).filter_map(Result::ok);
        let anchor =
            |certificate: CertificateDer<'_>| Some(anchor_from_trusted_cert(&certificate).ok()?.to_owned());
        Self(certificates.filter_map(anchor).collect())
    }

    /// Whether there is no root, so that no request will ever be trusted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What came over HTTPS.
#[derive(Debug, Clone, Copy)]
pub struct SignedRequest<'a> {
    /// The header [`CHAIN_URL_HEADER`].
    pub chain_url: Option<&'a str>,
    /// The header [`SIGNATURE_HEADER`].
    pub signature: Option<&'a str>,
    /// The body, byte for byte as it came.
    pub body: &'a [u8],
}

/// The address to fetch the chain from, with its dots resolved.
///
/// # Errors
/// Where it is not in Alexa's own store. Stricter than a URL parser: no user, no query, no escapes.
pub fn check_chain_url(url: &str) -> Result<String, Refusal> {
    let (scheme, rest) = url.split_once("://").ok_or(Refusal::ChainUrl)?;
    let (authority, path) = rest.split_once('/').ok_or(Refusal::ChainUrl)?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let path = without_dots(path);
    let is_ours = scheme.eq_ignore_ascii_case("https")
        && host.eq_ignore_ascii_case(CHAIN_HOST)
        && port == "443"
        && path.chars().all(plain)
        && path.starts_with(CHAIN_PATH);
    match is_ours {
        true => Ok(format!("https://{CHAIN_HOST}{path}")),
        false => Err(Refusal::ChainUrl),
    }
}

/// The path with `.` and `..` resolved and a slash before it.
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "." | "" => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    format!("/{}", segments.join("/"))
}

/// Judges a request by the chain that its address led to. Gives the envelope back, parsed from the bytes that
/// were signed.
///
/// # Errors
/// Where anything is not as Alexa would send it; each is to be answered with 400.
pub fn verify(
    request: SignedRequest<'_>,
    chain_pem: &[u8],
    roots: &TrustRoots,
    now: Timestamp,
) -> Result<Envelope, Refusal> {
    let url = request.chain_url.ok_or(Refusal::NoHeader(CHAIN_URL_HEADER))?;
    let signature = request.signature.ok_or(Refusal::NoHeader(SIGNATURE_HEADER))?;
    check_chain_url(url)?;
    let signature = STANDARD
        .decode(signature)
        .map_err(|_| Refusal::UnreadableSignature)?;

    let chain = read_chain(chain_pem)?;
    let (leaf, intermediates) = chain.split_first().ok_or(Refusal::UnreadableChain)?;
    let certificate = EndEntityCert::try_from(leaf).map_err(Refusal::Untrusted)?;
    check_certificate(&certificate, intermediates, roots, now)?;
    certificate
        .verify_signature(
            webpki::aws_lc_rs::RSA_PKCS1_2048_8192_SHA256,
            request.body,
            &signature,
        )
        .map_err(|_| Refusal::WrongSignature)?;

    let envelope = Envelope::parse(request.body)?;
    check_age(&envelope, now)?;
    Ok(envelope)
}

fn read_chain(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Refusal> {
    if pem.len() > MOST_CHAIN_BYTES {
        return Err(Refusal::UnreadableChain);
    }
    let certificates = CertificateDer::pem_slice_iter(pem).take(MOST_CERTIFICATES + 1);
    let chain: Vec<_> = certificates
        .collect::<Result<_, _>>()
        .map_err(|_| Refusal::UnreadableChain)?;
    match chain.len() <= MOST_CERTIFICATES {
        true => Ok(chain),
        false => Err(Refusal::UnreadableChain),
    }
}

/// Whether a trusted root vouches for the certificate now, and whether it is Alexa's.
fn check_certificate(
    certificate: &EndEntityCert<'_>,
    intermediates: &[CertificateDer<'_>],
    roots: &TrustRoots,
    now: Timestamp,
) -> Result<(), Refusal> {
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    certificate
        .verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &roots.0,
            intermediates,
            UnixTime::since_unix_epoch(Duration::from_secs(seconds)),
            KeyUsage::server_auth(),
            None,
            None,
        )
        .map_err(Refusal::Untrusted)?;
    let subject = ServerName::try_from(SUBJECT).map_err(|_| Refusal::OtherSubject)?;
    certificate
        .verify_is_valid_for_subject_name(&subject)
        .map_err(|_| Refusal::OtherSubject)
}

fn check_age(envelope: &Envelope, now: Timestamp) -> Result<(), Refusal> {
    let request = &envelope.request;
    let sent: Timestamp = match request.timestamp.known() {
        Some(TextOrNumber::Text(text)) => text.parse().map_err(|_| Refusal::NoTimestamp)?,
        Some(TextOrNumber::Number(_)) | None => return Err(Refusal::NoTimestamp),
    };
    let tolerance = match &request.request_type {
        RequestType::AccountEvent(name) if name.starts_with("AlexaSkillEvent.") => EVENT_TOLERANCE,
        _ => TOLERANCE,
    };
    match now.duration_since(sent).abs() <= tolerance {
        true => Ok(()),
        false => Err(Refusal::Stale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_alexas_own_store_is_asked_for_certificates() {
        const OURS: &str = "https://s3.amazonaws.com/echo.api/cert.pem";
        for (url, expected) in [
            (OURS, Some(OURS)),
            ("HTTPS://S3.amazonaws.COM:443/echo.api/cert.pem", Some(OURS)),
            ("https://s3.amazonaws.com/x/./../echo.api/cert.pem", Some(OURS)),
            ("http://s3.amazonaws.com/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com:8443/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com:/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com/Echo.api/cert.pem", None),
            ("https://s3.amazonaws.com/echo.api/../cert.pem", None),
            ("https://s3.amazonaws.com/echo.api/%2e%2e/cert.pem", None),
            ("https://s3.amazonaws.com/echo.api/cert.pem?x#/", None),
            ("https://s3.amazonaws.com\\echo.api/cert.pem", None),
            ("https://user@s3.amazonaws.com/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com@evil.example/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com.evil.example/echo.api/cert.pem", None),
            ("https://s3.amazonaws.com", None),
            ("s3.amazonaws.com/echo.api/cert.pem", None),
            ("", None),
        ] {
            assert_eq!(check_chain_url(url).ok().as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn a_request_is_taken_only_near_its_time() {
        let sent: Timestamp = "2026-11-03T12:00:00Z".parse().unwrap();
        let seconds = SignedDuration::from_secs;
        for (request_type, late, expected) in [
            ("LaunchRequest", seconds(150), Ok(())),
            ("LaunchRequest", seconds(-150), Ok(())),
            ("LaunchRequest", seconds(151), Err(Refusal::Stale)),
            ("LaunchRequest", seconds(-151), Err(Refusal::Stale)),
            ("AlexaSkillEvent.SkillEnabled", seconds(3600), Ok(())),
            ("AlexaSkillEvent.SkillEnabled", seconds(3601), Err(Refusal::Stale)),
            ("Reminders.ReminderStarted", seconds(3600), Err(Refusal::Stale)),
        ] {
            let body = format!(r#"{{"request": {{"type": "{request_type}", "timestamp": "{sent}"}}}}"#);
            let envelope = Envelope::parse(body.as_bytes()).unwrap();
            assert_eq!(
                check_age(&envelope, sent + late),
                expected,
                "{request_type} {late}"
            );
        }
        for timestamp in ["1793700000", "\"yesterday\"", "null"] {
            let body = format!(r#"{{"request": {{"type": "LaunchRequest", "timestamp": {timestamp}}}}}"#);
            let envelope = Envelope::parse(body.as_bytes()).unwrap();
            assert_eq!(
                check_age(&envelope, sent),
                Err(Refusal::NoTimestamp),
                "{timestamp}"
            );
        }
    }

    /// Signed once by a key that was not kept, with a certificate that is valid into the 2040s.
    const ROOT: &[u8] = include_bytes!("testdata/root.pem");
    const CHAIN: &[u8] = include_bytes!("testdata/chain.pem");
    const BODY: &[u8] = include_bytes!("testdata/body.json");
    const SIGNATURE: &str = include_str!("testdata/signature.b64");

    fn judge(body: &[u8], signature: &str, roots: &[u8], now: &str) -> Result<(), Refusal> {
        let request = SignedRequest {
            chain_url: Some("https://s3.amazonaws.com/echo.api/cert.pem"),
            signature: Some(signature),
            body,
        };
        let roots = TrustRoots::from_pem(roots);
        verify(request, CHAIN, &roots, now.parse().unwrap()).map(drop)
    }

    #[test]
    fn a_signature_holds_for_one_body_and_one_root() {
        let now = "2030-01-01T12:00:00Z";
        assert_eq!(judge(BODY, SIGNATURE, ROOT, now), Ok(()));
        assert_eq!(
            judge(BODY, SIGNATURE, ROOT, "2030-01-01T12:03:00Z"),
            Err(Refusal::Stale)
        );
        assert_eq!(judge(b"{}", SIGNATURE, ROOT, now), Err(Refusal::WrongSignature));
        assert_eq!(judge(BODY, "AAAA", ROOT, now), Err(Refusal::WrongSignature));
        assert!(matches!(
            judge(BODY, SIGNATURE, b"", now),
            Err(Refusal::Untrusted(_))
        ));
        assert!(matches!(
            judge(BODY, SIGNATURE, ROOT, "2099-01-01T12:00:00Z"),
            Err(Refusal::Untrusted(_))
        ));
    }

    #[test]
    fn what_is_missing_is_named() {
        let url = Some("https://s3.amazonaws.com/echo.api/cert.pem");
        let check = |chain_url, signature, chain: &[u8]| {
            let request = SignedRequest {
                chain_url,
                signature,
                body: b"{}",
            };
            verify(request, chain, &TrustRoots::from_pem(b""), Timestamp::UNIX_EPOCH)
        };
        assert_eq!(
            check(None, Some("AA=="), b""),
            Err(Refusal::NoHeader(CHAIN_URL_HEADER))
        );
        assert_eq!(check(url, None, b""), Err(Refusal::NoHeader(SIGNATURE_HEADER)));
        assert_eq!(check(url, Some("?"), b""), Err(Refusal::UnreadableSignature));
        assert_eq!(check(url, Some("AA=="), b"no PEM"), Err(Refusal::UnreadableChain));
        assert!(TrustRoots::from_pem(b"no PEM").is_empty());
    }
}
