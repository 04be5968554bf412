//! The keys that a user pool publishes, read over HTTPS and kept: how long, how often they are asked for again, and what
//! counts while they cannot be read.
//!
//! A pool's keys are a [JSON Web Key Set]. Of a set only RSA keys for RS256 count, by their names.
//!
//! [JSON Web Key Set]: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hyper::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::DecodingKey;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::super::api::{AlexaApi, Call};

/// For how long keys count without being asked for again.
const FRESH_FOR: SignedDuration = SignedDuration::from_hours(1);
/// For how long they count while they cannot be read anew.
const STALE_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How often at most they are asked for within [`TRIES_WITHIN`], whatever names tokens bring along.
const MOST_TRIES: usize = 3;
const TRIES_WITHIN: SignedDuration = SignedDuration::from_mins(1);
/// How long one try may take, of a turn that has six seconds and a half.
const WITHIN: Duration = Duration::from_millis(800);
/// The most keys of a set; Cognito's have two.
const MOST_KEYS: usize = 16;
/// The lengths of a modulus that count, in bytes.
const MODULUS_BYTES: std::ops::RangeInclusive<usize> = 256..=512;
/// The longest exponent, in bytes.
const MOST_EXPONENT_BYTES: usize = 4;

/// Keys by their names.
#[derive(Debug, Default)]
pub(super) struct Keys(BTreeMap<String, DecodingKey>);

impl Keys {
    /// The key of this name.
    pub(super) fn named(&self, name: &str) -> Option<&DecodingKey> {
        self.0.get(name)
    }

    /// Reads a set; none where it is no set, or holds no key that counts.
    pub(super) fn of(body: &[u8]) -> Option<Self> {
        let set: Set = serde_json::from_slice(body).ok()?;
        let keys = set.keys.iter().take(MOST_KEYS).filter_map(key);
        let keys: BTreeMap<_, _> = keys.collect();
        (!keys.is_empty()).then_some(Self(keys))
    }
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Published {
    kid: String,
    kty: String,
    alg: Option<String>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    n: String,
    e: String,
}

/// A key that counts; others of a set are for something else.
fn key(published: &serde_json::Value) -> Option<(String, DecodingKey)> {
    let Published {
        kid,
        kty,
        alg,
        used_for,
        n,
        e,
    } = Published::deserialize(published).ok()?;
    let is = |stated: Option<String>, value: &str| stated.is_none_or(|stated| stated == value);
    if kty != "RSA" || !is(alg, "RS256") || !is(used_for, "sig") {
        return None;
    }
    let (n, e) = (URL_SAFE_NO_PAD.decode(n).ok()?, URL_SAFE_NO_PAD.decode(e).ok()?);
    let sound = MODULUS_BYTES.contains(&n.len()) && (1..=MOST_EXPONENT_BYTES).contains(&e.len());
    sound.then(|| (kid, DecodingKey::from_rsa_raw_components(&n, &e)))
}

/// A pool's keys, asked for when they are needed. Whoever comes while they are being fetched waits for them.
#[derive(Debug)]
pub(super) struct PoolKeys {
    api: AlexaApi,
    address: String,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    keys: Option<(Arc<Keys>, Timestamp)>,
    /// When they were asked for, oldest first.
    tries: VecDeque<Timestamp>,
}

impl PoolKeys {
    /// The keys of this issuer.
    pub(super) fn of(api: AlexaApi, issuer: &str) -> Self {
        Self {
            api,
            address: format!("{issuer}/.well-known/jwks.json"),
            kept: Mutex::default(),
        }
    }

    /// The keys as they are known now, among them the one of this name where the pool publishes it; none where none can
    /// be had.
    pub(super) async fn with(&self, name: &str, now: Timestamp) -> Option<Arc<Keys>> {
        let mut kept = self.kept.lock().await;
        let age = |read: Timestamp| now.duration_since(read);
        let enough = kept.keys.as_ref().filter(|(keys, read)| {
            let fresh = age(*read) < FRESH_FOR;
            fresh && keys.named(name).is_some()
        });
        if let Some((keys, _)) = enough {
            return Some(Arc::clone(keys));
        }
        if kept.may_try(now)
            && let Some(keys) = self.fetch().await
        {
            kept.keys = Some((Arc::new(keys), now));
        }
        let (keys, read) = kept.keys.as_ref()?;
        (age(*read) < STALE_FOR).then(|| Arc::clone(keys))
    }

    async fn fetch(&self) -> Option<Keys> {
        let call = Call {
            method: Method::GET,
            uri: &self.address,
            authorization: None,
            body: None,
            within: WITHIN,
        };
        let answered = self.api.call(call).await;
        let status = answered.as_ref().map_or(0, |answered| answered.status.as_u16());
        let keys = answered
            .ok()
            .filter(|answered| answered.status == StatusCode::OK)
            .and_then(|answered| Keys::of(&answered.body));
        match &keys {
            Some(keys) => tracing::info!(count = keys.0.len(), "account.keys.read"),
            None => tracing::warn!(status, "account.keys.unreadable"),
        }
        keys
    }
}

impl Kept {
    /// Whether the keys may be asked for once more; if so, it is noted.
    fn may_try(&mut self, now: Timestamp) -> bool {
        while self
            .tries
            .front()
            .is_some_and(|tried| now.duration_since(*tried) >= TRIES_WITHIN)
        {
            self.tries.pop_front();
        }
        let may = self.tries.len() < MOST_TRIES;
        if may {
            self.tries.push_back(now);
        }
        may
    }
}
