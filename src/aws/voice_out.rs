//! How customers are reached between their turns on AWS: notifications in Alexa, calls and text messages.
//!
//! It decides nothing: an announcement carries the ways that are open, in their order, and here the first that takes it has
//! it. Where none does, one that may take it later makes it worth another try; else the skill says it at the next launch.

use async_trait::async_trait;
use aws_config::SdkConfig;

use super::client;
use super::connect::{Called, Calls, NoLine};
use super::notifications::Notifications;
use super::settings::{AnnounceSettings, TextSettings};
use super::sns::{Texted, Texts};
use crate::app::{Announcement, Reached, Route, VoiceOut};
use crate::channel::alexa::{ApiError, Delivery};

/// The transports that are set up.
#[derive(Debug, Default)]
pub struct AwsVoice {
    /// Notifications in Alexa, where there is a place for the skill's credentials.
    pub events: Option<Notifications>,
    /// Calls, where there is a phone line.
    pub calls: Option<Calls>,
    /// Text messages, where the shop sends them.
    pub texts: Option<Texts>,
}

/// Why a transport that is named cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum NoTransport {
    /// To Alexa.
    #[error(transparent)]
    Alexa(#[from] ApiError),
    /// To Amazon Connect.
    #[error(transparent)]
    Line(#[from] NoLine),
}

impl AwsVoice {
    /// The transports that the settings name. Nothing is connected to yet.
    ///
    /// # Errors
    /// [`NoTransport`].
    pub fn of(settings: &AnnounceSettings, config: &SdkConfig) -> Result<Self, NoTransport> {
        let api = client::alexa_api(settings.common.trust, settings.alexa_api.as_deref())?;
        let (region, stage) = (settings.alexa_region, settings.alexa_stage);
        let events = settings.alexa_client_secret.as_ref().map(|arn| {
            let secrets = aws_sdk_secretsmanager::Client::new(config);
            Notifications::new(api, region, stage, secrets, arn)
        });
        let trust = settings.common.trust;
        let line = settings.line.clone();
        let calls = line.map(|line| Calls::of(config, client::aws_roots(trust), line));
        Ok(Self {
            events,
            calls: calls.transpose()?,
            ..Self::by_text(&settings.texts, config)
        })
    }

    /// Text messages alone, where the shop sends them.
    pub fn by_text(settings: &TextSettings, config: &SdkConfig) -> Self {
        let texts = || Texts::of(config, settings.sender.clone());
        Self {
            events: None,
            calls: None,
            texts: settings.sent.then(texts),
        }
    }

    /// Tries one way; [`Reached::Nobody`] where it does not take the news.
    async fn try_route(&self, news: &Announcement, route: &Route) -> Reached {
        let order = news.order.as_str();
        match route {
            Route::Event(progress) => {
                let Some(events) = &self.events else {
                    return Reached::Nobody;
                };
                let delivery = events.send(news, *progress).await;
                tracing::info!(order, ?delivery, "announcement.event");
                delivery.map_or(Reached::Nobody, notified)
            }
            Route::Call(number) => {
                let Some(calls) = &self.calls else {
                    return Reached::Nobody;
                };
                let called = calls.call(number, news).await;
                tracing::info!(order, ?called, "announcement.call");
                spoken(&called)
            }
            Route::Text(mobile) => {
                let Some(texts) = &self.texts else {
                    return Reached::Nobody;
                };
                let texted = texts.send(mobile, &news.text).await;
                tracing::info!(order, ?texted, "announcement.text");
                written(&texted)
            }
        }
    }
}

fn notified(delivery: Delivery) -> Reached {
    match delivery {
        Delivery::HandedOver | Delivery::Repeated => Reached::Notified,
        Delivery::Throttled | Delivery::Unavailable => Reached::NotNow,
        // The limit is one of days.
        Delivery::NotSubscribed | Delivery::LimitReached | Delivery::Refused(_) => Reached::Nobody,
    }
}

fn spoken(called: &Called) -> Reached {
    match called {
        Called::Placed => Reached::Spoken,
        Called::Unavailable => Reached::NotNow,
        Called::NotAllowed | Called::Refused(_) => Reached::Nobody,
    }
}

fn written(texted: &Texted) -> Reached {
    match texted {
        Texted::Sent => Reached::Written,
        Texted::Unavailable => Reached::NotNow,
        Texted::OptedOut | Texted::BadNumber | Texted::Refused(_) => Reached::Nobody,
    }
}

#[async_trait]
impl VoiceOut for AwsVoice {
    async fn announce(&self, announcement: Announcement) -> Reached {
        let mut reached = Reached::Nobody;
        for route in &announcement.routes {
            match self.try_route(&announcement, route).await {
                Reached::Nobody => {}
                Reached::NotNow => reached = Reached::NotNow,
                taken @ (Reached::Spoken | Reached::Notified | Reached::Written) => return taken,
            }
        }
        let order = announcement.order.as_str();
        tracing::info!(order, ?reached, "announcement.not_taken");
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Progress;
    use crate::aws::connect::{FlowArn, LineSettings};
    use crate::aws::stubbed::config;
    use crate::channel::alexa::stub::{Answer, Stub};
    use crate::channel::alexa::{AlexaApi, Region, Stage};
    use crate::order::{Callable, Currency, CustomerId, Language, Mobile, OrderId, Phone};
    use rustls::RootCertStore;

    const TOKEN: &str = r#"{"access_token": "T", "token_type": "bearer", "expires_in": 3600}"#;
    const SENT: &str =
        "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>";

    const REFUSED: &str =
        "<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code></Error></ErrorResponse>";

    fn news(routes: Vec<Route>) -> Announcement {
        Announcement {
            customer: CustomerId::new("alexa:A"),
            account: CustomerId::new("alexa:A"),
            order: OrderId::new("o-1"),
            news: "out_for_delivery",
            language: Language::EnUs,
            shop: "Corner".to_owned(),
            text: "It's on its way.".to_owned(),
            at: "2026-11-03T12:00:00Z".parse().unwrap(),
            routes,
            last: false,
        }
    }

    fn event() -> Route {
        Route::Event(Progress::OnTheWay)
    }

    fn text() -> Route {
        Route::Text(Mobile::of(&Phone::of("2065550100").unwrap(), Currency::Usd, None).unwrap())
    }

    /// Alexa answers an event with this status, SNS a message with that; which of them were asked.
    async fn reached(routes: Vec<Route>, alexa: u16, sns: u16) -> (Reached, bool, bool) {
        let events = Stub::answering(vec![Answer::of(200, TOKEN), Answer::of(alexa, "")]).await;
        let words = match sns {
            200 => SENT,
            403 => REFUSED,
            _ => "",
        };
        let texts = Stub::answering(vec![Answer::of(sns, words)]).await;
        let secret = r#"{"SecretString":"{\"client_id\":\"i\",\"client_secret\":\"s\"}"}"#;
        let secrets = Stub::answering(vec![Answer::of(200, secret)]).await;
        let secrets = aws_sdk_secretsmanager::Client::new(&config(&secrets));
        let api = AlexaApi::new(Some(events.address())).unwrap();
        let (region, stage) = (Region::NorthAmerica, Stage::Live);
        let voice = AwsVoice {
            events: Some(Notifications::new(api, region, stage, secrets, "arn")),
            calls: None,
            texts: Some(Texts::new(aws_sdk_sns::Client::new(&config(&texts)), None)),
        };
        let reached = voice.announce(news(routes)).await;
        (reached, events.left() > 0, texts.left() > 0)
    }

    #[tokio::test]
    async fn the_first_way_that_takes_it_has_it() {
        for (routes, alexa, sns, expected) in [
            (vec![], 202, 200, (Reached::Nobody, false, false)),
            (vec![event(), text()], 202, 200, (Reached::Notified, true, false)),
            (vec![event(), text()], 409, 200, (Reached::Notified, true, false)),
            (vec![event(), text()], 403, 200, (Reached::Written, true, true)),
            (vec![event(), text()], 432, 200, (Reached::Written, true, true)),
            (vec![event(), text()], 500, 500, (Reached::NotNow, true, true)),
            (vec![event(), text()], 503, 200, (Reached::Written, true, true)),
            (vec![event(), text()], 403, 500, (Reached::NotNow, true, true)),
            (vec![event(), text()], 429, 403, (Reached::NotNow, true, true)),
            (vec![event(), text()], 403, 403, (Reached::Nobody, true, true)),
            (vec![event()], 429, 200, (Reached::NotNow, true, false)),
            (vec![event()], 432, 200, (Reached::Nobody, true, false)),
            (vec![event()], 400, 200, (Reached::Nobody, true, false)),
            (vec![text()], 202, 200, (Reached::Written, false, true)),
        ] {
            let found = reached(routes.clone(), alexa, sns).await;
            assert_eq!(found, expected, "{routes:?} {alexa} {sns}");
        }
    }

    #[tokio::test]
    async fn a_call_that_cannot_be_placed_leaves_it_to_a_text() {
        for (status, sns, expected) in [
            (200, 200, (Reached::Spoken, false)),
            (403, 200, (Reached::Written, true)),
            (500, 200, (Reached::Written, true)),
            (500, 500, (Reached::NotNow, true)),
            (400, 403, (Reached::Nobody, true)),
        ] {
            let line = Stub::answering(vec![Answer::of(status, "{}")]).await;
            let words = match sns {
                200 => SENT,
                403 => REFUSED,
                _ => "",
            };
            let texts = Stub::answering(vec![Answer::of(sns, words)]).await;
            let arn = "arn:aws:connect:sa-east-1:111122223333:instance/0/contact-flow/1";
            let settings = LineSettings {
                flow: FlowArn::of(arn).unwrap(),
                from: "+551130030000".to_owned(),
                campaign: false,
            };
            let voice = AwsVoice {
                events: None,
                calls: Some(Calls::of(&config(&line), RootCertStore::empty(), settings).unwrap()),
                texts: Some(Texts::new(aws_sdk_sns::Client::new(&config(&texts)), None)),
            };
            let number = Callable::of(&Phone::of("2065550100").unwrap(), Currency::Usd, None).unwrap();
            let reached = voice.announce(news(vec![Route::Call(number), text()])).await;
            assert_eq!((reached, texts.left() > 0), expected, "{status} {sns}");
        }
    }

    #[tokio::test]
    async fn what_is_not_set_up_is_passed_over() {
        let reached = AwsVoice::default().announce(news(vec![event(), text()])).await;
        assert_eq!(reached, Reached::Nobody);
    }
}
