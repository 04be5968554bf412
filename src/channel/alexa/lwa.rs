//! Login with Amazon: the token by which we, and no customer, speak to Alexa's APIs. Kept until shortly before it expires.
//!
//! Defined in the [access token request]: client credentials of the skill, a form in, JSON out, errors as in RFC 6749.
//!
//! [access token request]: https://developer.amazon.com/docs/alexa/smapi/proactive-events-api.html

use std::fmt::Write;
use std::time::Duration;

use hyper::header::HeaderValue;
use hyper::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::api::{AlexaApi, Call, bearer};

const HOST: &str = "https://api.amazon.com";
const SCOPE: &str = "alexa::proactive_events";
const WITHIN: Duration = Duration::from_secs(3);
/// How long before its end a token is no longer used, so that it does not expire on its way.
const BEFORE_EXPIRY: SignedDuration = SignedDuration::from_secs(60);
/// The most characters of an error's name that are passed on.
const MOST_ERROR_CHARS: usize = 40;

/// What the skill proves itself with, from the permissions page of the Alexa console. A secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The client's id.
    pub id: String,
    /// The client's secret.
    pub secret: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// Why there is no token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum LwaError {
    /// The credentials are wrong, or not for this: trying again helps only once they are changed.
    #[error("Login with Amazon refuses the client's credentials: {0}")]
    Refused(String),
    /// It could not be asked.
    #[error("Login with Amazon cannot be used at present")]
    Unavailable,
}

/// Tokens, one at a time.
#[derive(Debug)]
pub(super) struct Lwa {
    credentials: Credentials,
    token: Mutex<Option<Token>>,
}

struct Token {
    bearer: HeaderValue,
    until: Timestamp,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token")
            .field("until", &self.until)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    expires_in: i64,
}

#[derive(Deserialize)]
struct Denied {
    error: String,
}

impl Lwa {
    pub(super) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            token: Mutex::new(None),
        }
    }

    /// The header with a token; whoever comes while one is fetched waits for it.
    pub(super) async fn bearer(&self, api: &AlexaApi, now: Timestamp) -> Result<HeaderValue, LwaError> {
        let mut kept = self.token.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| token.until > now) {
            return Ok(token.bearer.clone());
        }
        let token = self.fetch(api, now).await?;
        let bearer = token.bearer.clone();
        *kept = Some(token);
        Ok(bearer)
    }

    /// Lets go of a token that was refused, unless another has taken its place already.
    pub(super) async fn forget(&self, refused: &HeaderValue) {
        let mut kept = self.token.lock().await;
        if kept.as_ref().is_some_and(|token| token.bearer == refused) {
            *kept = None;
        }
    }

    async fn fetch(&self, api: &AlexaApi, now: Timestamp) -> Result<Token, LwaError> {
        let uri = format!("{}/auth/o2/token", api.ours(HOST));
        let form = form(&[
            ("grant_type", "client_credentials"),
            ("client_id", &self.credentials.id),
            ("client_secret", &self.credentials.secret),
            ("scope", SCOPE),
        ]);
        let call = Call {
            method: Method::POST,
            uri: &uri,
            authorization: None,
            body: Some((
                "application/x-www-form-urlencoded;charset=UTF-8",
                form.into_bytes(),
            )),
            within: WITHIN,
        };
        let answered = api.call(call).await.map_err(|_| LwaError::Unavailable)?;
        granted(answered.status, &answered.body, now)
    }
}

fn granted(status: StatusCode, body: &[u8], now: Timestamp) -> Result<Token, LwaError> {
    if status == StatusCode::OK {
        let granted: Granted = serde_json::from_slice(body).map_err(|_| LwaError::Unavailable)?;
        let lasts = SignedDuration::from_secs(granted.expires_in.max(0));
        let until = now
            .checked_add(lasts)
            .and_then(|end| end.checked_sub(BEFORE_EXPIRY));
        return Ok(Token {
            bearer: bearer(&granted.access_token).ok_or(LwaError::Unavailable)?,
            until: until.unwrap_or(now),
        });
    }
    if status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS {
        let denied = serde_json::from_slice::<Denied>(body).map(|denied| denied.error);
        let name = denied.unwrap_or_else(|_| status.as_u16().to_string());
        return Err(LwaError::Refused(name.chars().take(MOST_ERROR_CHARS).collect()));
    }
    Err(LwaError::Unavailable)
}

/// Fields as `application/x-www-form-urlencoded`.
fn form(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name);
        text.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    text.push(char::from(byte));
                }
                // Writing to a text does not fail.
                _ => drop(write!(text, "%{byte:02X}")),
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::alexa::stub::{Answer, Stub};

    const TOKEN: &str =
        r#"{"access_token": "Atc|ONE", "token_type": "bearer", "expires_in": 3600, "scope": "s"}"#;
    const NEXT: &str = r#"{"access_token": "Atc|TWO", "token_type": "bearer", "expires_in": 3600}"#;

    fn credentials() -> Credentials {
        Credentials {
            id: "amzn1.application-oa2-client.1".to_owned(),
            secret: "s/e&c=r t".to_owned(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[tokio::test]
    async fn a_token_is_kept_until_shortly_before_its_end() {
        let mut stub = Stub::answering(vec![Answer::of(200, TOKEN), Answer::of(200, NEXT)]).await;
        let api = AlexaApi::new(Some(stub.address())).unwrap();
        let lwa = Lwa::new(credentials());
        for (second, expected) in [
            (0, "Bearer Atc|ONE"),
            (3_539, "Bearer Atc|ONE"),
            (3_540, "Bearer Atc|TWO"),
        ] {
            assert_eq!(lwa.bearer(&api, at(second)).await.unwrap(), expected, "{second}");
        }
        let seen = stub.seen().await;
        assert_eq!(seen.first_line, "POST /auth/o2/token HTTP/1.1");
        assert_eq!(seen.header("authorization"), None);
        let expected = "grant_type=client_credentials&client_id=amzn1.application-oa2-client.1\
                        &client_secret=s%2Fe%26c%3Dr%20t&scope=alexa%3A%3Aproactive_events";
        assert_eq!(seen.body, expected);
        stub.seen().await;
        assert_eq!(stub.left(), 0);
    }

    #[tokio::test]
    async fn many_at_once_fetch_one() {
        let mut stub = Stub::answering(vec![Answer::of(200, TOKEN)]).await;
        let api = AlexaApi::new(Some(stub.address())).unwrap();
        let lwa = Lwa::new(credentials());
        let (first, second) = tokio::join!(lwa.bearer(&api, at(0)), lwa.bearer(&api, at(0)));
        assert_eq!(first, second);
        stub.seen().await;
        assert_eq!(stub.left(), 0);
        // Letting go of another token changes nothing; of this one it does.
        lwa.forget(&HeaderValue::from_static("Bearer old")).await;
        lwa.bearer(&api, at(0)).await.unwrap();
        assert_eq!(stub.left(), 0);
        lwa.forget(&first.unwrap()).await;
        lwa.bearer(&api, at(0)).await.unwrap();
        stub.seen().await;
    }

    #[test]
    fn refusals_are_told_from_outages() {
        let refused = |name: &str| Some(LwaError::Refused(name.to_owned()));
        let unavailable = || Some(LwaError::Unavailable);
        for (status, body, expected) in [
            (200, TOKEN, None),
            (200, "<html>", unavailable()),
            (200, r#"{"access_token": "a\nb", "expires_in": 1}"#, unavailable()),
            (400, r#"{"error": "invalid_client"}"#, refused("invalid_client")),
            (401, "", refused("401")),
            (429, "", unavailable()),
            (500, r#"{"error": "server_error"}"#, unavailable()),
            (503, "", unavailable()),
        ] {
            let found = granted(StatusCode::from_u16(status).unwrap(), body.as_bytes(), at(0));
            assert_eq!(found.err(), expected, "{status} {body}");
        }
    }

    #[test]
    fn secrets_are_not_printed() {
        let shown = format!("{:?} {:?}", credentials(), Lwa::new(credentials()));
        assert!(!shown.contains("s/e") && !shown.contains("oa2"), "{shown}");
    }
}
