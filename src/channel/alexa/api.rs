//! The HTTPS client for Alexa's own APIs: one pool of connections, where a token may go, and bounded bodies.
//!
//! It knows no operation; those are beside it. A token goes to Amazon's own hosts and to nobody else, whatever a request
//! says of itself. Nothing that is sent or read is logged.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, StatusCode, Uri};
use hyper_rustls::builderstates::WantsSchemes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::{ClientConfig, RootCertStore};

/// The longest body that is read.
pub(super) const MOST_BODY_BYTES: usize = 16 * 1024;

/// Where Alexa's APIs are, by the regions of the world. A request's own word for it is taken only if it is one of
/// these: the token goes nowhere else.
pub(super) const ENDPOINTS: [&str; 3] = [
    "https://api.amazonalexa.com",
    "https://api.eu.amazonalexa.com",
    "https://api.fe.amazonalexa.com",
];

/// Why a base address can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no address of an API: it begins with http:// or https://, names a host, and has no path")]
pub struct BadEndpoint(String);

/// Why there is no client.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The base address.
    #[error(transparent)]
    Endpoint(#[from] BadEndpoint),
    /// The cryptography that HTTPS needs.
    #[error("HTTPS cannot be set up: {0}")]
    Tls(#[from] rustls::Error),
}

/// The way to Alexa's APIs. Clones share their connections.
#[derive(Clone)]
pub struct AlexaApi {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    /// Asked in place of Amazon.
    instead: Option<String>,
}

impl std::fmt::Debug for AlexaApi {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AlexaApi")
            .field("instead", &self.instead)
            .finish_non_exhaustive()
    }
}

/// One call. Its body may hold a secret, so it is not printed.
pub(super) struct Call<'a> {
    pub(super) method: Method,
    pub(super) uri: &'a str,
    /// The header that carries the token, where there is one.
    pub(super) authorization: Option<&'a HeaderValue>,
    /// A body and its type.
    pub(super) body: Option<(&'static str, Vec<u8>)>,
    pub(super) within: Duration,
}

/// What a call came to. A body that is longer than is read counts as no answer.
pub(super) struct Answered {
    pub(super) status: StatusCode,
    pub(super) body: Bytes,
}

/// Nobody answered in time, or not in HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no answer that could be read came in time")]
pub(super) struct NoAnswer;

impl AlexaApi {
    /// Asks Amazon, or what stands in for it at the base address `instead`, under the public root certificates that are part
    /// of the program.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn new(instead: Option<&str>) -> Result<Self, ApiError> {
        let provider = rustls::crypto::aws_lc_rs::default_provider();
        Self::over(
            HttpsConnectorBuilder::new().with_provider_and_webpki_roots(provider)?,
            instead,
        )
    }

    /// The same under other root certificates, such as the system's.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn trusting(roots: RootCertStore, instead: Option<&str>) -> Result<Self, ApiError> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self::over(HttpsConnectorBuilder::new().with_tls_config(tls), instead)
    }

    fn over(tls: HttpsConnectorBuilder<WantsSchemes>, instead: Option<&str>) -> Result<Self, ApiError> {
        let instead = instead.map(base).transpose()?;
        // Plain HTTP is only ever spoken to what stands in for Amazon.
        let connector = match instead {
            Some(_) => tls.https_or_http().enable_http1().build(),
            None => tls.https_only().enable_http1().build(),
        };
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(connector),
            instead,
        })
    }

    /// The base address that a request names; none where it names one that is not Amazon's.
    pub(super) fn named(&self, endpoint: &str) -> Option<String> {
        let own = || {
            let endpoint = endpoint.trim_end_matches('/');
            ENDPOINTS
                .into_iter()
                .find(|known| *known == endpoint)
                .map(str::to_owned)
        };
        self.instead.clone().or_else(own)
    }

    /// A base address of Amazon's that we name ourselves.
    pub(super) fn ours(&self, base: &str) -> String {
        self.instead.clone().unwrap_or_else(|| base.to_owned())
    }

    /// Carries out a call.
    pub(super) async fn call(&self, call: Call<'_>) -> Result<Answered, NoAnswer> {
        let within = call.within;
        tokio::time::timeout(within, self.answer(call))
            .await
            .unwrap_or(Err(NoAnswer))
    }

    async fn answer(&self, call: Call<'_>) -> Result<Answered, NoAnswer> {
        let Call {
            method,
            uri,
            authorization,
            body,
            within: _,
        } = call;
        let uri = uri.parse::<Uri>().map_err(|_| NoAnswer)?;
        let mut request = Request::new(Full::default());
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        if let Some(authorization) = authorization {
            request.headers_mut().insert(AUTHORIZATION, authorization.clone());
        }
        if let Some((kind, body)) = body {
            request
                .headers_mut()
                .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            *request.body_mut() = Full::from(body);
        }
        let response = self.client.request(request).await.map_err(|_| NoAnswer)?;
        let status = response.status();
        let body = Limited::new(response.into_body(), MOST_BODY_BYTES)
            .collect()
            .await
            .map_err(|_| NoAnswer)?;
        Ok(Answered {
            status,
            body: body.to_bytes(),
        })
    }
}

/// The header that carries a token; none for a token that no header can carry.
pub(super) fn bearer(token: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// A base address, without its last slash.
fn base(text: &str) -> Result<String, BadEndpoint> {
    let bare = text.trim_end_matches('/');
    let bad = || BadEndpoint(text.to_owned());
    let uri: Uri = bare.parse().map_err(|_| bad())?;
    let known = matches!(uri.scheme_str(), Some("http" | "https"));
    let alone = uri.path() == "/" && uri.query().is_none();
    match known && alone && uri.host().is_some_and(|host| !host.is_empty()) {
        true => Ok(bare.to_owned()),
        false => Err(bad()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use rustls_pki_types::{CertificateDer, PrivatePkcs8KeyDer};

    use super::*;

    #[test]
    fn a_base_address_is_a_host_and_no_more() {
        for good in ["http://127.0.0.1:8080", "https://example.com/"] {
            assert!(base(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "example.com",
            "ftp://example.com",
            "http://example.com/x",
            "http://example.com?x=1",
        ] {
            assert!(base(bad).is_err(), "{bad}");
        }
    }

    /// A certificate of `localhost` that no public authority has signed.
    fn private() -> CertificateDer<'static> {
        CertificateDer::from(include_bytes!("testdata/private/localhost.der").as_slice())
    }

    /// A server on loopback with that certificate, for one connection; its address.
    fn server() -> String {
        let key = include_bytes!("testdata/private/localhost.key.der").as_slice();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![private()], PrivatePkcs8KeyDer::from(key).into())
            .unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        std::thread::spawn(move || {
            let stream = listener.accept().unwrap().0;
            let connection = rustls::ServerConnection::new(Arc::new(tls)).unwrap();
            let mut stream = rustls::StreamOwned::new(connection, stream);
            // Whoever does not trust it hangs up.
            let read = stream.read(&mut [0; 1024]);
            let answer = b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
            drop(read.and_then(|_| stream.write_all(answer)));
        });
        address
    }

    #[tokio::test]
    async fn a_private_authority_counts_where_it_is_trusted() {
        let mut roots = RootCertStore::empty();
        roots.add(private()).unwrap();
        for (roots, expected) in [(Some(roots), Ok(204)), (None, Err(NoAnswer))] {
            let address = server();
            let api = match roots {
                Some(roots) => AlexaApi::trusting(roots, Some(&address)),
                None => AlexaApi::new(Some(&address)),
            };
            let call = Call {
                method: Method::GET,
                uri: &address,
                authorization: None,
                body: None,
                within: Duration::from_secs(10),
            };
            let answered = api.unwrap().call(call).await;
            assert_eq!(answered.map(|answered| answered.status.as_u16()), expected);
        }
    }

    #[test]
    fn a_token_goes_to_amazon_alone() {
        let api = AlexaApi::new(None).unwrap();
        for endpoint in [
            "",
            "http://api.amazonalexa.com",
            "https://api.amazonalexa.com.example.com",
            "https://api.amazonalexa.com:8443",
            "https://user@api.amazonalexa.com",
            "https://127.0.0.1",
        ] {
            assert_eq!(api.named(endpoint), None, "{endpoint}");
        }
        for endpoint in ENDPOINTS {
            assert_eq!(api.named(&format!("{endpoint}/")).as_deref(), Some(endpoint));
        }
    }
}
