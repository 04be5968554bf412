//! The staff board: what the kitchen, the counter and the courier are asked, and their answers. It polls.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use serde::{Deserialize, Serialize};

use super::{file, refusal};
use crate::app::records::{Held, Ticket, TicketKind, Versioned, load_order, open_tickets};
use crate::app::{App, StoreError};
use crate::order::{Fulfilment, Language, OrderId};
use crate::phrases::money::written;
use crate::phrases::phrases;
use crate::workflow::tickets::{Answer, Answered, answer};

/// How long an answer may take to count.
const LONGEST_ANSWER: Duration = Duration::from_secs(5);

/// The router of the board. Who may see it is for whoever mounts it to say.
pub fn router(app: &Arc<App>) -> Router {
    Router::new()
        .route("/", file("text/html; charset=utf-8", include_str!("index.html")))
        .route(
            "/board.css",
            file("text/css; charset=utf-8", include_str!("board.css")),
        )
        .route(
            "/board.js",
            file("text/javascript; charset=utf-8", include_str!("board.js")),
        )
        .route("/icon.svg", file("image/svg+xml", super::console::ICON))
        .route("/tickets", routing::get(list))
        .route("/tickets/{order}/{kind}", routing::post(answer_ticket))
        .with_state(Arc::clone(app))
}

#[derive(Debug, Serialize)]
struct Board {
    shop: String,
    language: Language,
    tickets: Vec<TicketView>,
}

/// A ticket as the board shows it, in the shop's first language.
#[derive(Debug, Serialize)]
struct TicketView {
    order: String,
    kind: TicketKind,
    lines: Vec<String>,
    /// What the customer pays at the door.
    total: String,
    fulfilment: Fulfilment,
    waiting_seconds: i64,
}

async fn list(State(app): State<Arc<App>>) -> Response {
    match tickets(&app).await {
        Ok(tickets) => {
            let shop = app.menu().shop.name.clone();
            Json(Board {
                shop,
                language: app.menu().shop.language(None),
                tickets,
            })
            .into_response()
        }
        Err(error) => unavailable(&error.to_string()),
    }
}

async fn tickets(app: &App) -> Result<Vec<TicketView>, StoreError> {
    let mut views = Vec::new();
    for ticket in open_tickets(app).await? {
        views.extend(view(app, ticket).await?);
    }
    Ok(views)
}

async fn view(app: &App, ticket: Ticket) -> Result<Option<TicketView>, StoreError> {
    let Some(Versioned {
        value: Held::Placed { order, .. },
        ..
    }) = load_order(app, &ticket.order).await?
    else {
        return Ok(None);
    };
    let phrases = phrases(app.menu().shop.language(None));
    let lines = order
        .agreement
        .draft
        .lines
        .iter()
        .map(|line| phrases.line(&app.menu(), line));
    Ok(Some(TicketView {
        order: ticket.order.to_string(),
        kind: ticket.kind,
        lines: lines.collect(),
        total: written(order.agreement.totals.total, phrases.language),
        fulfilment: order.agreement.fulfilment,
        waiting_seconds: app.clock.now().duration_since(ticket.opened_at).as_secs(),
    }))
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
