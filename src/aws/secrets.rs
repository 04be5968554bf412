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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::aws::stubbed::{config, write_down};
    use crate::channel::alexa::stub::{Answer, Stub};

    const ARN: &str = "arn:aws:secretsmanager:us-east-1:111122223333:secret:alexa-AbCdEf";

    #[tokio::test]
    async fn a_secret_is_read_by_what_its_service_answers() {
        let secret = |text: &str| {
            let answer = json!({ "ARN": ARN, "Name": "alexa", "VersionId": "v1", "SecretString": text });
            Answer::of(200, &answer.to_string())
        };
        let error =
            |status, kind: &str| Answer::of(status, &json!({ "__type": kind, "Message": "no" }).to_string());
        let known = r#"{"client_id":"skill","client_secret":"hush"}"#;
        let half = r#"{"client_id":"skill","client_secret":""}"#;
        let cases: [(Answer, Result<bool, &str>); 6] = [
            (secret(known), Ok(true)),
            (secret(half), Ok(false)),
            (secret(""), Ok(false)),
            (secret("skill:hush"), Ok(false)),
            (error(400, "ResourceNotFoundException"), Ok(false)),
            (error(400, "AccessDeniedException"), Err("AccessDeniedException")),
        ];
        for (answer, expected) in cases {
            let mut stub = Stub::answering(vec![answer]).await;
            let read = alexa_client(&Client::new(&config(&stub)), ARN).await;
            let seen = stub.seen().await;
            write_down("secretsmanager", "GetSecretValue", &seen);
            assert_eq!(seen.json(), json!({ "SecretId": ARN }));
            let read = read.map(|credentials| credentials.is_some());
            let expected = expected.map_err(|code| Unreadable(code.to_owned()));
            assert_eq!(read, expected);
        }
    }
}
