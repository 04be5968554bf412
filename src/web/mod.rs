//! Three axum routers: the console page, the skill endpoint, the staff board.
//!
//! Each can be mounted alone. On one machine all three listen on loopback, behind a check of Host and Origin; behind a
//! gateway the staff board stands alone. Either way no page from elsewhere can speak through a visitor's browser.

pub mod announcements;
pub mod console;
pub mod explaining;
mod guard;
pub mod skill;
pub mod staff;

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use axum::{Json, Router, middleware, routing};
use serde_json::json;

use crate::app::App;
use crate::channel::alexa::{Accounts, AlexaApi};
use announcements::Announcements;

pub use guard::GuardedHosts;

/// Everything on one machine: console at `/`, endpoints at `/alexa` and `/lex`, staff board at `/staff`. Where a turn is
/// slow, `alexa` is told so that a customer is not left in silence; `accounts` are those that customers may link.
pub fn local(
    app: &Arc<App>,
    news: &Arc<Announcements>,
    application_id: Option<String>,
    alexa: Option<AlexaApi>,
    accounts: Option<Arc<Accounts>>,
    hosts: GuardedHosts,
) -> Router {
    Router::new()
        .merge(console::router(app, news, application_id.clone()))
        .merge(skill::router(app, application_id, alexa, accounts))
        .merge(staff_at_its_place(staff::router(app)))
        .fallback(nothing_here)
        .layer(middleware::from_fn_with_state(Arc::new(hosts), guard::check))
}

/// The staff board alone at `/staff`: its files, and its tickets for whoever lets only staff reach them.
pub fn board(staff: Router) -> Router {
    staff_at_its_place(staff)
        .fallback(nothing_here)
        .layer(middleware::from_fn(guard::from_own_pages))
}

fn staff_at_its_place(staff: Router) -> Router {
    Router::new()
        .nest("/staff", staff)
        // Nesting knows the address without the slash only.
        .route("/staff/", routing::get(async || Redirect::permanent("/staff")))
}

async fn nothing_here() -> Response {
    refusal(StatusCode::NOT_FOUND, "there is nothing here")
}

/// The answer to who may not be here, with what to do about it.
pub fn forbidden(message: &str) -> Response {
    refusal(StatusCode::FORBIDDEN, message)
}

/// A refusal in words, as JSON.
fn refusal(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}

/// A file that is part of the program.
fn file<S: Clone + Send + Sync + 'static>(content_type: &'static str, text: &'static str) -> MethodRouter<S> {
    routing::get(async move || {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
            (
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_static("default-src 'self'; frame-ancestors 'none'; base-uri 'none'"),
            ),
        ];
        (headers, text)
    })
}
