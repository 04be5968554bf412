//! What makes an access token of a user pool a good one: the table, as code. Pure; the keys and the time are given.
//!
//! Only RS256 counts, only under a key that the pool publishes, and the claims are held to [what Cognito writes]. What a
//! token says of its own keys (`jwk`, `jku`, `x5u`) is never looked at.
//!
//! [what Cognito writes]: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;

use super::keys::Keys;
use crate::order::CustomerId;

/// The longest token that is looked at; Cognito's have about a thousand bytes.
const MOST_BYTES: usize = 8 * 1024;
/// How far the pool's clock and ours may be apart, in seconds.
const LEEWAY_SECONDS: i64 = 30;
/// The longest name of a key.
const MOST_KEY_ID_BYTES: usize = 128;
/// The longest name of whoever a token is about; Cognito's have 36 characters.
const MOST_SUBJECT_BYTES: usize = 128;
/// What a token must allow: to order in this shop. Only the pool's own pages give it, as its scope `comanda/order`.
pub(super) const SCOPE: &str = "comanda/order";
/// What the ids of customers begin with that are linked accounts.
const ACCOUNT: &str = "account:";

/// Whose tokens count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
    /// The pool.
    pub(super) issuer: String,
    /// The pool's client that Alexa is.
    pub(super) client: String,
}

/// Why a token proves nothing. Its words hold nothing of the token's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadToken {
    /// It is longer than any genuine one.
    #[error("it is too long")]
    TooLong,
    /// It is no signed token, or its claims are not of the documented kinds.
    #[error("it is no signed token with claims that can be read")]
    Garbled,
    /// It is signed by another algorithm than RS256, or by none.
    #[error("it is not signed by RS256")]
    Algorithm,
    /// Its header demands something that is not known here.
    #[error("its header demands an extension that is not known")]
    Critical,
    /// It names no key.
    #[error("it does not name its key")]
    NoKey,
    /// It lacks a claim.
    #[error("it lacks a claim")]
    Missing,
    /// It is another pool's.
    #[error("it was issued by another pool")]
    Issuer,
    /// It was made for another client.
    #[error("it was made for another client")]
    Client,
    /// It is no access token.
    #[error("it is no access token")]
    Use,
    /// It does not allow to order.
    #[error("it lacks the scope comanda/order")]
    Scope,
    /// Its time is over.
    #[error("it has expired")]
    Expired,
    /// Its time has not come.
    #[error("it is not valid yet")]
    NotYet,
    /// Whom it is about has no name of the documented kind.
    #[error("its subject is no name of an account")]
    Subject,
    /// The pool publishes no such key.
    #[error("the pool publishes no key of this name")]
    UnknownKey,
    /// The signature is not the key's.
    #[error("its signature is not that of the key")]
    Signature,
    /// No keys are known, and none can be read at present.
    #[error("the pool's keys cannot be read at present")]
    NoKeys,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Claims {
    iss: Option<String>,
    sub: Option<String>,
    client_id: Option<String>,
    token_use: Option<String>,
    scope: Option<String>,
    exp: Option<i64>,
    nbf: Option<i64>,
    iat: Option<i64>,
}

/// What a token claims, before its signature is looked at: enough to refuse it, never to believe it.
#[derive(Debug)]
pub(super) struct Claimed<'t> {
    token: &'t str,
    /// The name of the key that it says it is signed with.
    pub(super) key: String,
}

/// Reads a token and refuses it where its header or claims are reason enough: no key is fetched for those.
pub(super) fn read<'t>(token: &'t str, expected: &Expected, now: Timestamp) -> Result<Claimed<'t>, BadToken> {
    if token.len() > MOST_BYTES {
        return Err(BadToken::TooLong);
    }
    let key = key_named(token)?;
    let claims = jsonwebtoken::dangerous::insecure_decode_claims(token).map_err(|_| BadToken::Garbled)?;
    subject(&claims, expected, now)?;
    Ok(Claimed { token, key })
}

impl Claimed<'_> {
    /// The account that the token proves, by the key that it names.
    pub(super) fn proven(
        &self,
        keys: &Keys,
        expected: &Expected,
        now: Timestamp,
    ) -> Result<CustomerId, BadToken> {
        let key = keys.named(&self.key).ok_or(BadToken::UnknownKey)?;
        // Times and names are held to our own clock and rules below, on what the signature covers.
        let mut signature = Validation::new(Algorithm::RS256);
        signature.required_spec_claims.clear();
        signature.validate_exp = false;
        signature.validate_aud = false;
        let signed = jsonwebtoken::decode::<Claims>(self.token, key, &signature);
        let claims = signed.map_err(|_| BadToken::Signature)?.claims;
        subject(&claims, expected, now).map(|subject| CustomerId::new(format!("{ACCOUNT}{subject}")))
    }
}

/// The name of the key in the header of a token that is signed in the one way that counts.
fn key_named(token: &str) -> Result<String, BadToken> {
    #[derive(Deserialize)]
    struct Header {
        alg: Option<String>,
        kid: Option<String>,
        crit: Option<serde_json::Value>,
    }
    let mut parts = token.split('.');
    let (Some(header), Some(_), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(BadToken::Garbled);
    };
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(header);
    let header = bytes
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Header>(&bytes).ok());
    let Header { alg, kid, crit } = header.ok_or(BadToken::Garbled)?;
    if alg.as_deref() != Some("RS256") {
        return Err(BadToken::Algorithm);
    }
    if crit.is_some() {
        return Err(BadToken::Critical);
    }
    kid.filter(|kid| (1..=MOST_KEY_ID_BYTES).contains(&kid.len()))
        .ok_or(BadToken::NoKey)
}

/// Whom the claims are about, if they are those of an access token for us, at this time.
fn subject<'c>(claims: &'c Claims, expected: &Expected, now: Timestamp) -> Result<&'c str, BadToken> {
    let is = |claim: &Option<String>, value: &str, wrong: BadToken| match claim.as_deref() {
        Some(claim) if claim == value => Ok(()),
        Some(_) => Err(wrong),
        None => Err(BadToken::Missing),
    };
    is(&claims.iss, &expected.issuer, BadToken::Issuer)?;
    is(&claims.client_id, &expected.client, BadToken::Client)?;
    is(&claims.token_use, "access", BadToken::Use)?;
    let scopes = claims.scope.as_deref().unwrap_or_default();
    if !scopes.split(' ').any(|scope| scope == SCOPE) {
        return Err(BadToken::Scope);
    }
    let now = now.as_second();
    let expires = claims.exp.ok_or(BadToken::Missing)?;
    if expires.saturating_add(LEEWAY_SECONDS) <= now {
        return Err(BadToken::Expired);
    }
    let issued = claims.iat.ok_or(BadToken::Missing)?;
    if issued.max(claims.nbf.unwrap_or(issued)) > now.saturating_add(LEEWAY_SECONDS) {
        return Err(BadToken::NotYet);
    }
    let subject = claims.sub.as_deref().ok_or(BadToken::Missing)?;
    // It becomes part of a key of the store.
    let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let is_name = (1..=MOST_SUBJECT_BYTES).contains(&subject.len()) && subject.chars().all(usual);
    is_name.then_some(subject).ok_or(BadToken::Subject)
}
