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
use hyper::header::HeaderValue;
use hyper::{Method, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::address::DeviceAddress;
use super::api::{AlexaApi, Call, bearer};
use crate::app::{Profile, ProfileAccess, Profiles};
use crate::channel::words;
use crate::order::{AddressParts, Contact, Phone};

/// How long all calls together may take.
const ALL_WITHIN: Duration = Duration::from_millis(1500);
/// The most characters of a device's id; genuine ones have some two hundred.
const MOST_DEVICE_CHARS: usize = 512;
/// The most characters of a name.
const MOST_NAME_CHARS: usize = 80;

/// The profiles of Alexa's customers.
#[derive(Debug)]
pub struct AlexaProfiles {
    api: AlexaApi,
}

impl AlexaProfiles {
    /// Reads over this client.
    pub fn new(api: AlexaApi) -> Self {
        Self { api }
    }

    /// One call; `Nothing` for an answer without a body, or whose body is null.
    async fn read<T: DeserializeOwned>(&self, uri: &str, authorization: &HeaderValue) -> Answer<T> {
        let call = Call {
            method: Method::GET,
            uri,
            authorization: Some(authorization),
            body: None,
            within: ALL_WITHIN,
        };
        let Ok(answered) = self.api.call(call).await else {
            return Answer::Failed;
        };
        match answered.status {
            StatusCode::OK => match serde_json::from_slice::<Option<T>>(&answered.body) {
                Ok(Some(value)) => Answer::Read(value),
                Ok(None) => Answer::Nothing,
                Err(_) => Answer::Failed,
            },
            StatusCode::NO_CONTENT => Answer::Nothing,
            StatusCode::FORBIDDEN => Answer::NotAllowed,
            // 401, a spent token; 429, too many; 5xx: asking again within this turn would not help.
            _ => Answer::Failed,
        }
    }

    /// The address of the device, or as much of it as the customer has consented to: by voice they consent to country
    /// and postal code alone, and the whole address needs the card in the app.
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
        let (Some(base), Some(authorization)) = (self.api.named(&access.endpoint), bearer(&access.token))
        else {
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

/// Whether this is a device's id as Alexa makes them, so that it can stand in a path.
fn is_device(id: &str) -> bool {
    let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !id.is_empty() && id.len() <= MOST_DEVICE_CHARS && id.chars().all(usual) && !id.starts_with('.')
}

#[cfg(test)]
mod tests;
