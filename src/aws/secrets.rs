//! The one secret that a function needs: what the skill proves itself with before Alexa's own services.

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

/// The secret cannot be read at present.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the secret of the skill's client cannot be read: {0}")]
pub(super) struct Unreadable(String);

/// The skill's credentials; none where nobody has put them there, or where they are not what they should be.
///
/// # Errors
/// [`Unreadable`], which may pass.
pub(super) async fn alexa_client(client: &Client, arn: &str) -> Result<Option<Credentials>, Unreadable> {
    let answer = client.get_secret_value().secret_id(arn).send().await;
    let missing = |error: &GetSecretValueError| error.is_resource_not_found_exception();
    // Where nothing was put there yet, some answer that there is nothing, and some with an empty text.
    let value = match answer {
        Ok(answer) => answer.secret_string.filter(|text| !text.trim().is_empty()),
        Err(error) if error.as_service_error().is_some_and(missing) => None,
        Err(error) => return Err(Unreadable(Failure::of(&error).code)),
    };
    let Some(text) = value else {
        tracing::info!("alexa.client.none");
        return Ok(None);
    };
    let Ok(kept) = serde_json::from_str::<Kept>(&text) else {
        tracing::error!("alexa.client.malformed");
        return Ok(None);
    };
    let Kept {
        client_id: id,
        client_secret: secret,
    } = kept;
    Ok((!id.is_empty() && !secret.is_empty()).then_some(Credentials { id, secret }))
}
