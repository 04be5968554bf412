//! The profile that a customer keeps in the Alexa app, read over HTTPS: the device's address, and the account's name
//! and mobile number.
//!
//! The [device settings API] and the [customer profile API] take the token that came with the request. They are asked
//! at once, and whatever does not answer within a second and a half counts as not read. Nothing of it is logged.
//!
//! [device settings API]: https://developer.amazon.com/docs/alexa/custom-skills/device-settings-api-reference.html
//! [customer profile API]: https://developer.amazon.com/docs/alexa/custom-skills/customer-profile-api-reference.html

use std::time::Duration;

use async_trait::async_trait;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, HeaderValue};
use hyper::{Method, Request, StatusCode, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::address::DeviceAddress;
use crate::app::{Profile, ProfileAccess, Profiles};
use crate::channel::words;
use crate::order::{AddressParts, Contact, Phone};

/// How long all calls together may take.
const ALL_WITHIN: Duration = Duration::from_millis(1500);
/// The longest body that is read.
const MOST_BODY_BYTES: usize = 16 * 1024;
/// The most characters of a device's id; genuine ones have some two hundred.
const MOST_DEVICE_CHARS: usize = 512;
/// The most characters of a name.
const MOST_NAME_CHARS: usize = 80;

/// Where Alexa's APIs are, by the regions of the world. A request's own word for it is taken only if it is one of
/// these: the token goes nowhere else.
const ENDPOINTS: [&str; 3] = [
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
pub enum ProfilesError {
    /// The base address.
    #[error(transparent)]
    Endpoint(#[from] BadEndpoint),
    /// The cryptography that HTTPS needs.
    #[error("HTTPS cannot be set up: {0}")]
    Tls(#[from] rustls::Error),
}

/// The profiles of Alexa's customers.
pub struct AlexaProfiles {
    client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    /// Asked in place of Amazon.
    instead: Option<String>,
}

impl std::fmt::Debug for AlexaProfiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AlexaProfiles")
            .field("instead", &self.instead)
            .finish_non_exhaustive()
    }
}

impl AlexaProfiles {
    /// Asks Amazon, or what stands in for it at the base address `instead`.
    ///
    /// # Errors
    /// [`ProfilesError`].
    pub fn new(instead: Option<&str>) -> Result<Self, ProfilesError> {
        let instead = instead.map(base).transpose()?;
        let tls = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(rustls::crypto::aws_lc_rs::default_provider())?;
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

    /// The base address for a request; none where it names one that is not Amazon's.
    fn base(&self, access: &ProfileAccess) -> Option<String> {
        let own = || {
            let endpoint = access.endpoint.trim_end_matches('/');
            ENDPOINTS
                .into_iter()
                .find(|known| *known == endpoint)
                .map(str::to_owned)
        };
        self.instead.clone().or_else(own)
    }

    /// One call; `Nothing` for an answer without a body, or whose body is null.
    async fn read<T: DeserializeOwned>(&self, uri: &str, authorization: &HeaderValue) -> Answer<T> {
        let Ok(uri) = uri.parse::<Uri>() else {
            return Answer::Failed;
        };
        let mut request = Request::new(Empty::new());
        *request.method_mut() = Method::GET;
        *request.uri_mut() = uri;
        request.headers_mut().insert(AUTHORIZATION, authorization.clone());
        let Ok(response) = self.client.request(request).await else {
            return Answer::Failed;
        };
        match response.status() {
            StatusCode::OK => {
                let body = Limited::new(response.into_body(), MOST_BODY_BYTES)
                    .collect()
                    .await;
                let read = body
                    .ok()
                    .and_then(|body| serde_json::from_slice::<Option<T>>(&body.to_bytes()).ok());
                match read {
                    Some(Some(value)) => Answer::Read(value),
                    Some(None) => Answer::Nothing,
                    None => Answer::Failed,
                }
            }
            StatusCode::NO_CONTENT => Answer::Nothing,
            StatusCode::FORBIDDEN => Answer::NotAllowed,
            _ => Answer::Failed,
        }
    }

    /// The address of the device, or as much of it as the customer has consented to.
    async fn address(&self, device: &str, authorization: &HeaderValue) -> Answer<DeviceAddress> {
        match self.read(device, authorization).await {
            Answer::NotAllowed => {
                self.read(&format!("{device}/countryAndPostalCode"), authorization)
                    .await
            }
            answer => answer,
        }
    }
}

#[async_trait]
impl Profiles for AlexaProfiles {
    async fn profile(&self, access: &ProfileAccess) -> Profile {
        let (Some(base), Some(authorization)) = (self.base(access), bearer(&access.token)) else {
            return Profile::Unavailable;
        };
        if !is_device(&access.device) {
            return Profile::Unavailable;
        }
        let device = format!("{base}/v1/devices/{}/settings/address", access.device);
        let account = format!("{base}/v2/accounts/~current/settings");
        let (name, phone) = (
            format!("{account}/Profile.name"),
            format!("{account}/Profile.mobileNumber"),
        );
        let (address, name, phone) = tokio::join!(
            in_time(self.address(&device, &authorization)),
            in_time(self.read::<String>(&name, &authorization)),
            in_time(self.read::<MobileNumber>(&phone, &authorization)),
        );
        profile(address, name, phone)
    }
}

/// What one call came to.
enum Answer<T> {
    Read(T),
    Nothing,
    NotAllowed,
    Failed,
}

impl<T> Answer<T> {
    fn is_answered(&self) -> bool {
        matches!(self, Self::Read(_) | Self::Nothing)
    }

    fn value(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Nothing | Self::NotAllowed | Self::Failed => None,
        }
    }
}

/// The body of `Profile.mobileNumber`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MobileNumber {
    country_code: Option<String>,
    phone_number: String,
}

/// What the three answers say together: whatever was read, and without any of it what became of the address.
fn profile(address: Answer<DeviceAddress>, name: Answer<String>, phone: Answer<MobileNumber>) -> Profile {
    if !(address.is_answered() || name.is_answered() || phone.is_answered()) {
        return match address {
            Answer::NotAllowed => Profile::NotAllowed,
            Answer::Read(_) | Answer::Nothing | Answer::Failed => Profile::Unavailable,
        };
    }
    let short = |name: String| words::fitting(&name).map(|name| name.chars().take(MOST_NAME_CHARS).collect());
    let number = |mobile: MobileNumber| {
        let country = mobile.country_code.unwrap_or_default();
        Phone::of(&format!("{country}{}", mobile.phone_number))
    };
    Profile::Known {
        address: address
            .value()
            .map_or_else(AddressParts::default, DeviceAddress::parts),
        contact: Contact {
            name: name.value().and_then(short),
            phone: phone.value().and_then(number),
        },
    }
}

async fn in_time<T>(answer: impl Future<Output = Answer<T>>) -> Answer<T> {
    tokio::time::timeout(ALL_WITHIN, answer)
        .await
        .unwrap_or(Answer::Failed)
}

/// The header that carries the token; none for a token that no header can carry.
fn bearer(token: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Whether this is a device's id as Alexa makes them, so that it can stand in a path.
fn is_device(id: &str) -> bool {
    let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !id.is_empty() && id.len() <= MOST_DEVICE_CHARS && id.chars().all(usual) && !id.starts_with('.')
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
mod tests;
