//! Proactive events: how an order is getting on, as a notification in the customer's Alexa account.
//!
//! Defined in the [proactive events API] and its [schemas]. There is no free text and nothing bad that one could say; Alexa
//! speaks it when the customer asks for notifications, so a 202 means that it was handed over and no more.
//!
//! [proactive events API]: https://developer.amazon.com/docs/alexa/smapi/proactive-events-api.html
//! [schemas]: https://developer.amazon.com/docs/alexa/smapi/schemas-for-proactive-events.html

use std::time::Duration;

use hyper::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::api::{AlexaApi, Answered, Call, ENDPOINTS};
use super::lwa::{Credentials, Lwa, LwaError};
use super::skill_event::ORDER_STATUS;
use super::to_turn::user_of;
use crate::app::{Announcement, Progress};
use crate::order::Language;

const WITHIN: Duration = Duration::from_secs(3);
/// How long a notification is kept for the customer to ask for. Alexa takes five minutes to a day.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(1);
/// The most characters of a reference.
const MOST_REFERENCE_CHARS: usize = 100;

/// Where the skill's customers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// The Americas.
    NorthAmerica,
    /// Europe and India.
    Europe,
    /// Japan and Australia.
    FarEast,
}

impl Region {
    /// The region of this name: `na`, `eu` or `fe`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "na" => Some(Self::NorthAmerica),
            "eu" => Some(Self::Europe),
            "fe" => Some(Self::FarEast),
            _ => None,
        }
    }

    fn host(self) -> &'static str {
        let [america, europe, far_east] = ENDPOINTS;
        match self {
            Self::NorthAmerica => america,
            Self::Europe => europe,
            Self::FarEast => far_east,
        }
    }
}

/// Which of a skill's two stages events go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The skill as it is being developed.
    Development,
    /// The published skill.
    Live,
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Alexa has taken it.
    HandedOver,
    /// Alexa had taken it before.
    Repeated,
    /// The customer wants no events, or no longer.
    NotSubscribed,
    /// Too many at once.
    Throttled,
    /// The customer has had as many as Alexa lets them have for now.
    LimitReached,
    /// Alexa does not take it; sending it again would not help.
    Refused(u16),
    /// Alexa cannot be asked at present.
    Unavailable,
}

/// The sender of events.
#[derive(Debug)]
pub struct ProactiveEvents {
    api: AlexaApi,
    lwa: Lwa,
    region: Region,
    stage: Stage,
}

impl ProactiveEvents {
    /// Sends over this client, with the skill's credentials.
    pub fn new(api: AlexaApi, credentials: Credentials, region: Region, stage: Stage) -> Self {
        Self {
            api,
            lwa: Lwa::new(credentials),
            region,
            stage,
        }
    }

    /// Hands over how an order is getting on. One of the same order and progress is taken once, however often it is sent.
    pub async fn send(&self, news: &Announcement, progress: Progress) -> Delivery {
        let Some(event) = event(news, progress) else {
            return Delivery::NotSubscribed;
        };
        let body = event.to_string().into_bytes();
        // A token that is no longer good is fetched anew, once.
        match self.post(&body, news.at).await {
            Sent::TokenRefused => match self.post(&body, news.at).await {
                Sent::TokenRefused => Delivery::Refused(StatusCode::UNAUTHORIZED.as_u16()),
                Sent::Answered(delivery) => delivery,
            },
            Sent::Answered(delivery) => delivery,
        }
    }

    async fn post(&self, body: &[u8], now: Timestamp) -> Sent {
        let bearer = match self.lwa.bearer(&self.api, now).await {
            Ok(bearer) => bearer,
            Err(error) => {
                tracing::error!(%error, "proactive.no_token");
                return Sent::Answered(match error {
                    LwaError::Refused(_) => Delivery::Refused(StatusCode::UNAUTHORIZED.as_u16()),
                    LwaError::Unavailable => Delivery::Unavailable,
                });
            }
        };
        let stage = match self.stage {
            Stage::Development => "/stages/development",
            Stage::Live => "",
        };
        let uri = format!("{}/v1/proactiveEvents{stage}", self.api.ours(self.region.host()));
        let call = Call {
            method: Method::POST,
            uri: &uri,
            authorization: Some(&bearer),
            body: Some(("application/json", body.to_vec())),
            within: WITHIN,
        };
        let sent = match self.api.call(call).await {
            Ok(answered) => outcome(&answered),
            Err(_) => Sent::Answered(Delivery::Unavailable),
        };
        if sent == Sent::TokenRefused {
            self.lwa.forget(&bearer).await;
        }
        sent
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    Answered(Delivery),
    TokenRefused,
}

fn outcome(answered: &Answered) -> Sent {
    Sent::Answered(match answered.status.as_u16() {
        200..=299 => Delivery::HandedOver,
        401 => return Sent::TokenRefused,
        // The token of another skill, or one that is spent, is refused in the same way as a customer's wish to hear nothing.
        403 if is_about_the_token(&answered.body) => return Sent::TokenRefused,
        403 => Delivery::NotSubscribed,
        409 => Delivery::Repeated,
        429 => Delivery::Throttled,
        432 => Delivery::LimitReached,
        status @ 400..=499 => Delivery::Refused(status),
        _ => Delivery::Unavailable,
    })
}

fn is_about_the_token(body: &[u8]) -> bool {
    String::from_utf8_lossy(body).to_lowercase().contains("token")
}

/// The body; none where the customer has no account with Alexa.
fn event(news: &Announcement, progress: Progress) -> Option<Value> {
    let user = user_of(&news.account)?;
    let (status, step) = match progress {
        Progress::Preparing => ("ORDER_PREPARING", "preparing"),
        Progress::OnTheWay => ("ORDER_OUT_FOR_DELIVERY", "on-the-way"),
    };
    let attributes =
        Language::ALL.map(|language| json!({ "locale": language.tag(), "sellerName": news.shop }));
    let expiry = news.at.checked_add(KEPT_FOR).unwrap_or(news.at);
    Some(json!({
        "timestamp": time(news.at),
        "referenceId": reference(news.order.as_str(), step),
        "expiryTime": time(expiry),
        "event": {
            "name": ORDER_STATUS,
            "payload": {
                // Of `deliveryDetails` Alexa would speak the date and no time, which is no news of a meal.
                "state": { "status": status },
                "order": { "seller": { "name": "localizedattribute:sellerName" } },
            },
        },
        "localizedAttributes": attributes,
        "relevantAudience": { "type": "Unicast", "payload": { "user": user } },
    }))
}

/// The name by which Alexa knows a repeated event: letters, digits and hyphens, and nothing of the customer.
fn reference(order: &str, step: &str) -> String {
    let usual = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let order: String = order
        .chars()
        .map(usual)
        .take(MOST_REFERENCE_CHARS - step.len() - 1)
        .collect();
    format!("{order}-{step}")
}

/// ISO 8601 with hundredths, as the documentation writes it.
fn time(at: Timestamp) -> String {
    format!("{at:.2}")
}

#[cfg(test)]
mod tests;
