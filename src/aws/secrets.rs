//! The one secret that a function needs: what the skill proves itself with before Alexa's own services.
//!
//! It is read once a process, so a new one counts for processes that start after it was put there.

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::operation::get_secret_value::GetSecretValueError;
use serde::Deserialize;

use super::failure::Failure;
use crate::channel::alexa::Credentials;

/// The secret as the template asks for it.
#[derive(Deserialize)]
struct Kept {
    client_id: String,
    client_secret: String,
}

/// The skill's credentials; none where nobody has put them there, or where they cannot be read: news then goes over the
/// other ways.
pub(super) async fn alexa_client(client: &Client, arn: &str) -> Option<Credentials> {
    let answer = client.get_secret_value().secret_id(arn).send().await;
    // Where nothing was put there yet, some answer that there is nothing, and some with an empty text.
    let value = match answer {
        Ok(answer) => answer.secret_string.filter(|text| !text.trim().is_empty()),
        Err(error) => {
            let missing = error
                .as_service_error()
                .is_some_and(GetSecretValueError::is_resource_not_found_exception);
            match missing {
                true => tracing::info!("alexa.client.none"),
                false => {
                    let Failure { code, .. } = Failure::of(&error);
                    tracing::error!(code, "alexa.client.unreadable");
                }
            }
            None
        }
    };
    let kept: Option<Kept> = value.and_then(|text| match serde_json::from_str(&text) {
        Ok(kept) => Some(kept),
        Err(_) => {
            tracing::error!("alexa.client.malformed");
            None
        }
    });
    let Kept {
        client_id: id,
        client_secret: secret,
    } = kept?;
    (!id.is_empty() && !secret.is_empty()).then_some(Credentials { id, secret })
}
