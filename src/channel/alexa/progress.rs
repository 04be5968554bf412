//! Progressive responses: "one moment" while a slow turn is still being answered.
//!
//! Defined in the [progressive response API]. They gain no time, so a quick turn sends none; whatever becomes of one, the
//! turn's own answer is given.
//!
//! [progressive response API]: https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::Method;
use serde_json::{Value, json};

use super::api::{AlexaApi, Call, bearer};
use super::{Envelope, RequestType, Ssml};
use crate::app::App;
use crate::conversation::{Reply, Speech, Turn, converse_apart, one_moment};

/// How long a turn may take before something is said.
const AFTER: Duration = Duration::from_millis(1500);
/// How long Alexa is given to take it: the answer waits for her, so that it is not overtaken.
const WITHIN: Duration = Duration::from_millis(1000);

/// The reply to a turn, and before it a word to who waits where it is slow; without `api` there is none. `within` is how
/// long whoever asks can wait, where that is less than a turn may take.
pub async fn reply_in_time(
    app: &Arc<App>,
    api: Option<&AlexaApi>,
    envelope: &Envelope,
    turn: Turn,
    within: Duration,
) -> Reply {
    let one_moment = one_moment(app, turn.language);
    let reply = converse_apart(app, turn, within);
    match api {
        Some(api) => while_waiting(api, envelope, &one_moment, reply).await,
        None => reply.await,
    }
}

/// Awaits a turn, and says something over the device that the request came from where it takes longer than a second and
/// a half. Where the request takes nothing of the kind it is awaited all the same.
pub async fn while_waiting<T>(
    api: &AlexaApi,
    envelope: &Envelope,
    speech: &Speech,
    turn: impl Future<Output = T>,
) -> T {
    beside(turn, say(api, envelope, speech)).await
}

/// Awaits the first, and with it the second where the first takes long. Both are awaited: what runs on after an answer is
/// cut off in a function.
async fn beside<T>(turn: impl Future<Output = T>, meanwhile: impl Future<Output = ()>) -> T {
    let mut turn = pin!(turn);
    match tokio::time::timeout(AFTER, turn.as_mut()).await {
        Ok(answer) => answer,
        Err(_) => tokio::join!(turn, meanwhile).0,
    }
}

async fn say(api: &AlexaApi, envelope: &Envelope, speech: &Speech) {
    let Some((uri, authorization, body)) = directive(api, envelope, speech) else {
        return;
    };
    let call = Call {
        method: Method::POST,
        uri: &uri,
        authorization: Some(&authorization),
        body: Some(("application/json", body.to_string().into_bytes())),
        within: WITHIN,
    };
    match api.call(call).await {
        Ok(answered) if answered.status.is_success() => tracing::info!("progress.said"),
        Ok(answered) => tracing::warn!(status = answered.status.as_u16(), "progress.refused"),
        Err(error) => tracing::warn!(%error, "progress.unanswered"),
    }
}

/// Where, with which token and what; none where this request takes no progressive response.
fn directive(
    api: &AlexaApi,
    envelope: &Envelope,
    speech: &Speech,
) -> Option<(String, hyper::header::HeaderValue, Value)> {
    let request = &envelope.request;
    if !matches!(request.request_type, RequestType::Launch | RequestType::Intent) {
        return None;
    }
    let system = envelope.system()?;
    let base = api.named(system.api_endpoint.text()?)?;
    let authorization = bearer(system.api_access_token.text()?)?;
    let body = json!({
        "header": { "requestId": request.request_id.text()? },
        "directive": { "type": "VoicePlayer.Speak", "speech": Ssml::of(speech)?.as_str() },
    });
    Some((format!("{base}/v1/directives"), authorization, body))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::channel::alexa::stub::{Answer, Stub};

    fn envelope(kind: &str, endpoint: &str) -> Envelope {
        let body = json!({
            "version": "1.0",
            "context": { "System": { "apiEndpoint": endpoint, "apiAccessToken": "TOKEN" } },
            "request": { "type": kind, "requestId": "amzn1.echo-api.request.one" },
        });
        Envelope::parse(body.to_string().as_bytes()).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn only_a_slow_turn_is_spoken_over() {
        for (takes, said, expected_ms) in [
            (0, 0, 0),
            (1_400, 0, 1_400),
            // The answer waits for what is being said.
            (1_600, 1, 2_000),
            (4_000, 1, 4_000),
        ] {
            let count = AtomicUsize::new(0);
            let begun = tokio::time::Instant::now();
            let turn = async {
                tokio::time::sleep(Duration::from_millis(takes)).await;
                "answer"
            };
            let meanwhile = async {
                count.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_millis(500)).await;
            };
            assert_eq!(beside(turn, meanwhile).await, "answer");
            assert_eq!(count.into_inner(), said, "{takes} ms");
            assert_eq!(begun.elapsed(), Duration::from_millis(expected_ms), "{takes} ms");
        }
    }

    #[test]
    fn launches_and_intents_alone_take_one() {
        let api = AlexaApi::new(None).unwrap();
        let home = "https://api.amazonalexa.com";
        for (kind, endpoint, expected) in [
            ("LaunchRequest", home, true),
            ("IntentRequest", home, true),
            ("SessionEndedRequest", home, false),
            ("CanFulfillIntentRequest", home, false),
            ("Connections.Response", home, false),
            ("AlexaSkillEvent.SkillEnabled", home, false),
            ("Alexa.Presentation.APL.UserEvent", home, false),
            ("LaunchRequest", "https://example.com", false),
        ] {
            let found = directive(&api, &envelope(kind, endpoint), &Speech::of("One moment."));
            assert_eq!(found.is_some(), expected, "{kind} at {endpoint}");
        }
    }

    #[tokio::test]
    async fn it_is_sent_as_documented_and_whatever_comes_of_it_is_borne() {
        for status in [204, 401, 403, 429, 500, 0] {
            let mut stub = Stub::answering(vec![Answer::of(status, "{}")]).await;
            let api = AlexaApi::new(Some(stub.address())).unwrap();
            let envelope = envelope("IntentRequest", "https://api.eu.amazonalexa.com");
            say(&api, &envelope, &Speech::of("One moment, R&D.")).await;
            let seen = stub.seen().await;
            assert_eq!(seen.first_line, "POST /v1/directives HTTP/1.1");
            assert_eq!(seen.header("authorization"), Some("Bearer TOKEN"));
            assert_eq!(seen.header("content-type"), Some("application/json"));
            let expected = json!({
                "header": { "requestId": "amzn1.echo-api.request.one" },
                "directive": {
                    "type": "VoicePlayer.Speak",
                    "speech": "<speak><s>One moment, R&amp;D.</s></speak>",
                },
            });
            assert_eq!(seen.json(), expected);
        }
    }
}
