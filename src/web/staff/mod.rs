//! The staff board: what the kitchen, the counter and the courier are asked, notes to the staff, and their answers. It
//! polls. Its files hold nothing of the shop's and may be open to everybody; its tickets may not.

mod learning;
mod page;
mod sign_in;
mod view;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json, Router, routing};
use serde::Deserialize;

pub use learning::learning;
pub use page::{FILES, files};
pub use sign_in::{BadSignIn, SignIn};

use super::refusal;
use crate::app::App;
use crate::app::records::TicketKind;
use crate::order::OrderId;
use crate::workflow::standing::board_seen;
use crate::workflow::tickets::{Answer, Answered, answer};

/// How long an answer may take to count.
const LONGEST_ANSWER: Duration = Duration::from_secs(5);

/// The whole board, where nobody signs in. Who may see it is for whoever mounts it to say.
pub fn router(app: &Arc<App>) -> Router {
    files(None).merge(tickets(app)).merge(learning(app))
}

/// Who somebody is at the board, as whoever mounts it says in the extensions of each request; without a word on it, the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Works at the board.
    Staff,
    /// Sees also what was not understood.
    Owner,
}

/// What the board shows and takes: names, addresses, answers. Who may reach it is for whoever mounts it to say.
pub fn tickets(app: &Arc<App>) -> Router {
    Router::new()
        .route("/tickets", routing::get(list))
        .route("/tickets/{order}/{kind}", routing::post(answer_ticket))
        .with_state(Arc::clone(app))
}

async fn list(State(app): State<Arc<App>>, role: Option<Extension<Role>>) -> Response {
    let Extension(role) = role.unwrap_or(Extension(Role::Owner));
    match view::board(&app, role).await {
        Ok(board) => {
            if let Err(error) = board_seen(&app).await {
                tracing::warn!(%error, "staff.board_not_noted");
            }
            ([(header::CACHE_CONTROL, "no-store")], Json(board)).into_response()
        }
        Err(error) => unavailable(&error.to_string()),
    }
}

/// What the board sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    answer: YesOrNo,
    /// The minutes that the kitchen needs, 1 to 600, where it accepts.
    minutes: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum YesOrNo {
    Yes,
    No,
}

async fn answer_ticket(
    State(app): State<Arc<App>>,
    Path((order, kind)): Path<(String, String)>,
    Json(said): Json<Said>,
) -> Response {
    let Some(kind) = TicketKind::ALL.into_iter().find(|known| known.name() == kind) else {
        return refusal(StatusCode::NOT_FOUND, "there is no such kind of ticket");
    };
    if said.minutes.is_some_and(|minutes| !(1..=600).contains(&minutes)) {
        return refusal(StatusCode::BAD_REQUEST, "`minutes` must be from 1 to 600");
    }
    let given = match said.answer {
        YesOrNo::Yes => Answer::Yes {
            minutes: said.minutes,
        },
        YesOrNo::No => Answer::No,
    };
    // Apart from the connection, so that a board that is closed leaves no ticket half answered; and not for ever, because
    // the engine takes no answer while it cannot write.
    let answering = tokio::spawn(async move { answer(&app, &OrderId::new(order), kind, given).await });
    let Ok(Ok(answered)) = tokio::time::timeout(LONGEST_ANSWER, answering).await else {
        return unavailable("an answer was not taken in time");
    };
    match answered {
        Ok(Answered::Now) => StatusCode::NO_CONTENT.into_response(),
        Ok(Answered::TooLate) => refusal(StatusCode::CONFLICT, "this comes too late: the ticket is closed"),
        Err(error) => unavailable(&error.to_string()),
    }
}

fn unavailable(error: &str) -> Response {
    tracing::error!(error, "staff.unavailable");
    refusal(
        StatusCode::SERVICE_UNAVAILABLE,
        "the store cannot be used at present",
    )
}
