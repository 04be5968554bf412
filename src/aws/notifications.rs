//! Notifications in Alexa with the skill's secret as it is now: read when first needed, after an hour, and at once where
//! Alexa no longer takes it.

use std::sync::Arc;
use std::time::Duration;

use aws_sdk_secretsmanager::Client;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::secrets::{Unreadable, alexa_client};
use crate::app::{Announcement, Progress};
use crate::channel::alexa::{AlexaApi, Credentials, Delivery, ProactiveEvents, Region, Stage};

/// How long a secret is used before it is read again.
const READ_EVERY: Duration = Duration::from_secs(3_600);
/// The same where there is none, or it was refused: somebody may be about to put it right.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// What Alexa answers where the credentials are wrong.
const UNAUTHORIZED: Delivery = Delivery::Refused(401);

/// The sender of notifications.
#[derive(Debug)]
pub struct Notifications {
    api: AlexaApi,
    region: Region,
    stage: Stage,
    secrets: Client,
    arn: String,
    current: Mutex<Option<Current>>,
}

/// What was read last.
#[derive(Debug)]
struct Current {
    read_at: Instant,
    credentials: Option<Credentials>,
    /// The sender with these credentials, which keeps their token.
    events: Option<Arc<ProactiveEvents>>,
    refused: bool,
}

impl Current {
    fn is_fresh(&self) -> bool {
        let lasts = match self.events.is_some() && !self.refused {
            true => READ_EVERY,
            false => LOOK_EVERY,
        };
        self.read_at.elapsed() < lasts
    }
}

impl Notifications {
    /// Sends to a region's customers of a skill's stage, with the secret of this name.
    pub fn new(api: AlexaApi, region: Region, stage: Stage, secrets: Client, arn: &str) -> Self {
        Self {
            api,
            region,
            stage,
            secrets,
            arn: arn.to_owned(),
            current: Mutex::new(None),
        }
    }

    /// Hands over how an order is getting on; none where there are no credentials to do it with.
    pub async fn send(&self, news: &Announcement, progress: Progress) -> Option<Delivery> {
        let events = match self.events(None).await {
            Ok(events) => events?,
            Err(error) => return Some(unreadable(&error)),
        };
        let delivery = events.send(news, progress).await;
        if delivery != UNAUTHORIZED {
            return Some(delivery);
        }
        // Another secret may have been put there since.
        match self.events(Some(&events)).await {
            Ok(Some(renewed)) if !Arc::ptr_eq(&renewed, &events) => Some(renewed.send(news, progress).await),
            Ok(_) => Some(delivery),
            Err(error) => Some(unreadable(&error)),
        }
    }

    /// The sender with the secret as it was read last, or as it is now where that is long ago or was refused.
    async fn events(
        &self,
        refused: Option<&Arc<ProactiveEvents>>,
    ) -> Result<Option<Arc<ProactiveEvents>>, Unreadable> {
        let mut current = self.current.lock().await;
        if let Some(known) = current.as_ref().filter(|known| known.is_fresh()) {
            let same = |refused: &&Arc<ProactiveEvents>| {
                known
                    .events
                    .as_ref()
                    .is_some_and(|events| Arc::ptr_eq(events, refused))
            };
            // What was refused while it was known to be refused is not read again for each piece of news.
            if refused.filter(same).is_none() || known.refused {
                return Ok(known.events.clone());
            }
        }
        let credentials = alexa_client(&self.secrets, &self.arn).await?;
        let before = current.take().filter(|before| before.credentials == credentials);
        let events = match before {
            Some(before) => before.events,
            None => credentials.clone().map(|credentials| {
                let api = self.api.clone();
                Arc::new(ProactiveEvents::new(api, credentials, self.region, self.stage))
            }),
        };
        let still_refused =
            refused.is_some_and(|old| events.as_ref().is_some_and(|events| Arc::ptr_eq(events, old)));
        *current = Some(Current {
            read_at: Instant::now(),
            credentials,
            events: events.clone(),
            refused: still_refused,
        });
        Ok(events)
    }
}

fn unreadable(error: &Unreadable) -> Delivery {
    tracing::error!(%error, "alexa.client.unreadable");
    Delivery::Unavailable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::stubbed::config;
    use crate::channel::alexa::stub::{Answer, Stub};
    use crate::order::{CustomerId, Language, OrderId};

    const TOKEN: &str = r#"{"access_token": "T", "token_type": "bearer", "expires_in": 3600}"#;

    fn news() -> Announcement {
        Announcement {
            customer: CustomerId::new("alexa:A"),
            account: CustomerId::new("alexa:A"),
            order: OrderId::new("o-1"),
            news: "out_for_delivery",
            language: Language::EnUs,
            shop: "Corner".to_owned(),
            text: "It's on its way.".to_owned(),
            at: "2026-11-03T12:00:00Z".parse().unwrap(),
            routes: Vec::new(),
            last: false,
        }
    }

    fn secret(secret: &str) -> Answer {
        let text = format!(r#"{{\"client_id\":\"i\",\"client_secret\":\"{secret}\"}}"#);
        Answer::of(200, &format!(r#"{{"SecretString":"{text}"}}"#))
    }

    fn over(alexa: &Stub, secrets: &Stub) -> Notifications {
        let api = AlexaApi::new(Some(alexa.address())).unwrap();
        let client = Client::new(&config(secrets));
        Notifications::new(api, Region::NorthAmerica, Stage::Live, client, "arn")
    }

    async fn send(notifications: &Notifications) -> Option<Delivery> {
        notifications.send(&news(), Progress::OnTheWay).await
    }

    #[tokio::test]
    async fn a_new_secret_counts_as_soon_as_the_old_one_is_refused() {
        let refused = || Answer::of(400, r#"{"error": "invalid_client"}"#);
        let (token, taken) = (Answer::of(200, TOKEN), Answer::of(202, ""));
        let mut alexa = Stub::answering(vec![refused(), token, taken]).await;
        let secrets = Stub::answering(vec![secret("old"), secret("new")]).await;
        let notifications = over(&alexa, &secrets);
        assert_eq!(send(&notifications).await, Some(Delivery::HandedOver));
        for expected in ["client_secret=old", "client_secret=new"] {
            assert!(alexa.seen().await.body.contains(expected));
        }
        // From then on it is known.
        assert_eq!(send(&notifications).await, Some(Delivery::HandedOver));
        assert_eq!(secrets.left(), 2);
    }

    #[tokio::test]
    async fn a_secret_that_stays_wrong_is_not_read_for_each_piece_of_news() {
        let alexa = Stub::answering(vec![Answer::of(400, r#"{"error": "invalid_client"}"#)]).await;
        let secrets = Stub::answering(vec![secret("wrong")]).await;
        let notifications = over(&alexa, &secrets);
        for _ in 0..3 {
            assert_eq!(send(&notifications).await, Some(UNAUTHORIZED));
        }
        assert_eq!(secrets.left(), 2);
    }

    #[tokio::test]
    async fn without_a_secret_there_are_none_and_one_that_cannot_be_read_is_tried_again() {
        let alexa = Stub::answering(vec![Answer::of(200, TOKEN), Answer::of(202, "")]).await;
        let none = crate::aws::stubbed::with(
            Answer::of(400, "{}"),
            "x-amzn-errortype",
            "ResourceNotFoundException",
        );
        for (answer, expected) in [
            (none, None),
            (Answer::of(200, r#"{"SecretString":" "}"#), None),
            (Answer::of(200, r#"{"SecretString":"{}"}"#), None),
            (secret(""), None),
            (Answer::of(500, "{}"), Some(Delivery::Unavailable)),
        ] {
            let secrets = Stub::answering(vec![answer.clone()]).await;
            assert_eq!(send(&over(&alexa, &secrets)).await, expected, "{answer:?}");
        }
        assert_eq!(alexa.left(), 0);
        let secrets = Stub::answering(vec![Answer::of(500, "{}"), secret("s")]).await;
        let notifications = over(&alexa, &secrets);
        assert_eq!(send(&notifications).await, Some(Delivery::Unavailable));
        assert_eq!(send(&notifications).await, Some(Delivery::HandedOver));
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_read_is_used_for_a_while() {
        let current = |refused, events: bool| Current {
            read_at: Instant::now(),
            credentials: None,
            events: events.then(|| {
                let api = AlexaApi::new(None).unwrap();
                let credentials = Credentials {
                    id: "i".to_owned(),
                    secret: "s".to_owned(),
                };
                Arc::new(ProactiveEvents::new(
                    api,
                    credentials,
                    Region::NorthAmerica,
                    Stage::Live,
                ))
            }),
            refused,
        };
        for (refused, events, seconds) in [(false, true, 3_600), (true, true, 60), (false, false, 60)] {
            let known = current(refused, events);
            tokio::time::sleep(Duration::from_secs(seconds - 1)).await;
            assert!(known.is_fresh());
            tokio::time::sleep(Duration::from_secs(1)).await;
            assert!(!known.is_fresh());
        }
    }
}
