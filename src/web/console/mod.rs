//! The console: a page on which one talks, hears replies and announcements, and sees draft, stages and JSON.
//!
//! The page speaks to `/alexa` and `/lex` as those platforms would; here it gets only what those do not give: the draft
//! as it stands, the stages, and what was announced.

mod view;

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use serde::Deserialize;

use super::announcements::Announcements;
use super::{file, refusal};
use crate::app::App;
use crate::order::{CustomerId, Language};

#[derive(Debug, Clone)]
struct Console {
    app: Arc<App>,
    news: Arc<Announcements>,
}

/// The router of the page and of what it asks for.
pub fn router(app: &Arc<App>, news: &Arc<Announcements>) -> Router {
    Router::new()
        .route("/", file("text/html; charset=utf-8", include_str!("index.html")))
        .route(
            "/console.css",
            file("text/css; charset=utf-8", include_str!("console.css")),
        )
        .route(
            "/console.js",
            file("text/javascript; charset=utf-8", include_str!("console.js")),
        )
        .route("/console/state", routing::get(state))
        .with_state(Console {
            app: Arc::clone(app),
            news: Arc::clone(news),
        })
}

#[derive(Debug, Deserialize)]
struct Asked {
    customer: String,
    locale: Option<String>,
    after: Option<u64>,
}

/// The customer's draft and orders, and what was announced after the number in `after` (absent: nothing).
async fn state(State(console): State<Console>, Query(asked): Query<Asked>) -> Response {
    let customer = CustomerId::new(asked.customer);
    let language = asked.locale.as_deref().and_then(Language::of_locale);
    let after = asked.after.unwrap_or_else(|| console.news.made());
    let news = console.news.after(&customer, after);
    match view::of_customer(&console.app, &customer, language, after, news).await {
        Ok(view) => Json(view).into_response(),
        Err(error) => {
            tracing::error!(%error, "console.state");
            refusal(
                StatusCode::SERVICE_UNAVAILABLE,
                "the store cannot be read at present",
            )
        }
    }
}
