//! Linked accounts: who a customer of the shop's own user pool is, by the access token that Alexa sends with a request.
//!
//! Account linking is [Alexa's], by an authorization code; the token in `context.System.user.accessToken` is the only place
//! that is looked at. A token that does not hold is none: the turn is then of the Alexa account alone, as if nobody had linked
//! anything. Nothing of a token is ever logged.
//!
//! [Alexa's]: https://developer.amazon.com/docs/alexa/account-linking/account-linking-concepts.html

mod keys;
mod token;

use std::time::Duration;

use jiff::Timestamp;

use self::keys::PoolKeys;
use self::token::Expected;
use super::AlexaApi;
use super::envelope::Envelope;
use super::to_turn::customer_of;
use crate::conversation::{Linking, Turn};
use crate::order::CustomerId;

pub use token::BadToken;

/// How long it may take to know whose turn it is: whoever waits behind others for the keys is not known in time.
const WITHIN: Duration = Duration::from_secs(1);

/// Why a user pool cannot be the one whose accounts are linked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPool {
    /// Its issuer.
    #[error(
        "is no user pool's issuer: https://, a host and a path, as in https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example"
    )]
    Issuer,
    /// Its client.
    #[error("is no app client's id, which is of letters and digits")]
    Client,
}

/// The accounts of one user pool.
#[derive(Debug)]
pub struct Accounts {
    expected: Expected,
    keys: PoolKeys,
}

impl Accounts {
    /// The accounts of the pool `issuer`, as its app client `client` sees them; the keys are read over `api`'s client. Plain
    /// HTTP is spoken only to a stand-in on this machine, and only where `api` has one too.
    ///
    /// # Errors
    /// [`BadPool`].
    pub fn of(api: AlexaApi, issuer: &str, client: &str) -> Result<Self, BadPool> {
        if !is_issuer(issuer) {
            return Err(BadPool::Issuer);
        }
        let usual = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+');
        if !(1..=128).contains(&client.len()) || !client.chars().all(usual) {
            return Err(BadPool::Client);
        }
        Ok(Self {
            keys: PoolKeys::of(api, issuer),
            expected: Expected {
                issuer: issuer.to_owned(),
                client: client.to_owned(),
            },
        })
    }

    /// Whose turn it is: the linked account's, where the request brings a token that holds.
    pub async fn identify(&self, envelope: &Envelope, turn: Turn, now: Timestamp) -> Turn {
        let user = envelope.system().and_then(|system| system.user.known());
        let Some(token) = user.and_then(|user| user.access_token.text()) else {
            return Turn {
                linking: Linking::Unlinked { refused: false },
                ..turn
            };
        };
        match self.account(token, now).await {
            Ok(account) => Turn {
                customer: account,
                linking: Linking::Linked {
                    through: user.and_then(|user| user.user_id.text()).map(customer_of),
                },
                ..turn
            },
            Err(why) => {
                tracing::warn!(%why, "account.token.refused");
                Turn {
                    linking: Linking::Unlinked { refused: true },
                    ..turn
                }
            }
        }
    }

    /// The account that a token proves.
    ///
    /// # Errors
    /// [`BadToken`].
    pub async fn account(&self, token: &str, now: Timestamp) -> Result<CustomerId, BadToken> {
        let claimed = token::read(token, &self.expected, now)?;
        let keys = tokio::time::timeout(WITHIN, self.keys.with(&claimed.key, now));
        let keys = keys.await.ok().flatten().ok_or(BadToken::NoKeys)?;
        claimed.proven(&keys, &self.expected, now)
    }
}

/// `https://host/path`, or `http://` for a stand-in on this machine; nothing behind the path.
fn is_issuer(issuer: &str) -> bool {
    let rest = issuer.strip_prefix("https://").or_else(|| {
        let rest = issuer.strip_prefix("http://")?;
        let here = ["localhost", "127.0.0.1"].iter().any(|name| {
            let behind = rest.strip_prefix(name);
            behind.is_some_and(|behind| behind.starts_with([':', '/']))
        });
        here.then_some(rest)
    });
    let Some((host, path)) = rest.and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let of_host = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':');
    let of_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    let fits = |text: &str, of: fn(char) -> bool| (1..=253).contains(&text.len()) && text.chars().all(of);
    fits(host, of_host) && fits(path, of_path) && !path.ends_with('/')
}

#[cfg(test)]
mod tests;
