//! The skill endpoint: `POST /alexa` and `POST /lex` take the platforms' requests as they are.
//!
//! A turn runs apart from its connection: one that breaks is answered by voice, and a caller who hangs up leaves no
//! turn half done.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use tokio::time::Instant;

use super::refusal;
use crate::app::App;
use crate::channel::alexa::{Accounts, AlexaApi};
use crate::channel::{BadRequest, MOST_BODY_BYTES, alexa, lex};
use crate::conversation::{AccountEvent, TURN, change_account, converse_apart};

#[derive(Debug, Clone)]
struct Endpoint {
    app: Arc<App>,
    application_id: Option<Arc<str>>,
    alexa: Option<AlexaApi>,
    accounts: Option<Arc<Accounts>>,
}

/// The router of both endpoints. Without an application id any skill's requests are taken; without `alexa` nothing is
/// said while a turn is slow; without `accounts` none are linked.
pub fn router(
    app: &Arc<App>,
    application_id: Option<String>,
    alexa: Option<AlexaApi>,
    accounts: Option<Arc<Accounts>>,
) -> Router {
    let endpoint = Endpoint {
        app: Arc::clone(app),
        application_id: application_id.map(Arc::from),
        alexa,
        accounts,
    };
    Router::new()
        .route("/alexa", routing::post(answer_alexa))
        .route("/lex", routing::post(answer_lex))
        // One byte more is let through, so that the channel's own words refuse it.
        .layer(DefaultBodyLimit::max(MOST_BODY_BYTES + 1))
        .with_state(endpoint)
}

async fn answer_alexa(State(endpoint): State<Endpoint>, body: Bytes) -> Response {
    let answer = async {
        let envelope = alexa::Envelope::parse(&body)?;
        alexa::check_application(&envelope, endpoint.application_id.as_deref())?;
        Ok(match alexa::to_turn(&envelope)? {
            alexa::Incoming::Turn(turn) => {
                let (app, api) = (&endpoint.app, endpoint.alexa.as_ref());
                let begun = Instant::now();
                let turn = match &endpoint.accounts {
                    Some(accounts) => accounts.identify(&envelope, turn, app.clock.now()).await,
                    None => turn,
                };
                // Whose token it is takes of the turn's own time.
                let left = TURN.saturating_sub(begun.elapsed());
                let reply = alexa::progress::reply_in_time(app, api, &envelope, turn, left).await;
                Json(alexa::from_reply(&reply, &envelope)).into_response()
            }
            alexa::Incoming::Account(event) => changed(&endpoint.app, &event).await,
            alexa::Incoming::Answer(response) => Json(response).into_response(),
        })
    };
    answer.await.unwrap_or_else(|error: BadRequest| refused(&error))
}

async fn answer_lex(State(endpoint): State<Endpoint>, body: Bytes) -> Response {
    let answer = async {
        let event = lex::Event::parse(&body)?;
        let turn = lex::of_call(&endpoint.app, &event, lex::to_turn(&event)?).await;
        let reply = converse_apart(&endpoint.app, turn, TURN).await;
        Ok(Json(lex::from_reply(&reply, &event)).into_response())
    };
    answer.await.unwrap_or_else(|error: BadRequest| refused(&error))
}

/// Carries out what a customer changed in the Alexa app. Where that fails Alexa is to tell of it again.
async fn changed(app: &App, event: &AccountEvent) -> Response {
    match change_account(app, event).await {
        Ok(outcome) => {
            tracing::info!(?outcome, "account.changed");
            Json(alexa::ResponseEnvelope::empty()).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "account.not_changed");
            refusal(StatusCode::SERVICE_UNAVAILABLE, "this cannot be noted at present")
        }
    }
}

fn refused(error: &BadRequest) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST);
    refusal(status, &error.to_string())
}
