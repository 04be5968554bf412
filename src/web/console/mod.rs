//! The console: a page on which one talks, hears replies and announcements, and sees draft, stages and JSON.
//!
//! The page speaks to `/alexa` and `/lex` as those platforms would; here it gets only what those do not give: the draft
//! as it stands, the stages, and what was announced.

mod intents;
mod view;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use serde::Deserialize;

use super::announcements::Announcements;
use super::explaining::explained;
use super::{file, refusal};
use crate::app::App;
use crate::channel::{BadRequest, MOST_BODY_BYTES, alexa, lex};
use crate::conversation::{self, Turn};
use crate::order::{CustomerId, Language};

#[derive(Debug, Clone)]
struct Console {
    app: Arc<App>,
    news: Arc<Announcements>,
    application_id: Option<Arc<str>>,
    /// Added to the numbers of announcements, so that those of an earlier run are lower: milliseconds of the epoch.
    since: u64,
}

/// The parts of the page's script, by the address that they import one another by.
const SCRIPTS: [(&str, &str); 9] = [
    ("/console/console.js", include_str!("console.js")),
    ("/console/talk.js", include_str!("talk.js")),
    ("/console/devices.js", include_str!("devices.js")),
    ("/console/understanding.js", include_str!("understanding.js")),
    ("/console/voice.js", include_str!("voice.js")),
    ("/console/order.js", include_str!("order.js")),
    ("/console/wire.js", include_str!("wire.js")),
    ("/console/reading.js", include_str!("reading.js")),
    ("/console/texts.js", include_str!("texts.js")),
];

/// The picture by which tabs of the console and the board are known.
pub(in crate::web) const ICON: &str = include_str!("icon.svg");

/// The router of the page and of what it asks for. The page speaks as a device of the skill `application_id`; of any,
/// where there is none.
pub fn router(app: &Arc<App>, news: &Arc<Announcements>, application_id: Option<String>) -> Router {
    let page = Router::new()
        .route("/", file("text/html; charset=utf-8", include_str!("index.html")))
        .route(
            "/console/console.css",
            file("text/css; charset=utf-8", include_str!("console.css")),
        )
        .route("/console/icon.svg", file("image/svg+xml", ICON));
    let page = SCRIPTS.into_iter().fold(page, |page, (address, text)| {
        page.route(address, file("text/javascript; charset=utf-8", text))
    });
    page.route("/console/state", routing::get(state))
        .route(
            "/console/explain",
            routing::post(explain).layer(DefaultBodyLimit::max(MOST_BODY_BYTES + 1)),
        )
        .route("/console/intents", routing::get(intents))
        .with_state(Console {
            app: Arc::clone(app),
            news: Arc::clone(news),
            application_id: application_id.map(Arc::from),
            since: u64::try_from(app.clock.now().as_millisecond()).unwrap_or_default(),
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
    let after = match asked.after {
        // What a page heard before this run began is all behind it.
        Some(after) => after.saturating_sub(console.since),
        None => console.news.made(),
    };
    let news = view::News {
        announcements: console.news.after(&customer, after),
        after,
        since: console.since,
    };
    match view::of_customer(&console.app, &customer, language, news).await {
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

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Platform {
    Alexa,
    Lex,
}

#[derive(Debug, Deserialize)]
struct Asking {
    of: Platform,
}

/// How the words of a platform's request would be read now: the page asks before it sends the request itself. `null`
/// where it is of no words.
async fn explain(State(console): State<Console>, Query(asking): Query<Asking>, body: Bytes) -> Response {
    match turn_of(asking.of, &body) {
        Ok(Some(turn)) => {
            let read = conversation::explain(&console.app, &turn).await;
            Json(read.map(|(language, reading)| explained(language, &reading))).into_response()
        }
        Ok(None) => Json(()).into_response(),
        Err(error) => refusal(StatusCode::BAD_REQUEST, &error.to_string()),
    }
}

fn turn_of(platform: Platform, body: &[u8]) -> Result<Option<Turn>, BadRequest> {
    match platform {
        Platform::Alexa => match alexa::to_turn(&alexa::Envelope::parse(body)?)? {
            alexa::Incoming::Turn(turn) => Ok(Some(turn)),
            alexa::Incoming::Account(_) | alexa::Incoming::Answer(_) => Ok(None),
        },
        Platform::Lex => Ok(Some(lex::to_turn(&lex::Event::parse(body)?)?)),
    }
}

#[derive(Debug, Deserialize)]
struct InLanguage {
    locale: Option<String>,
}

/// What people say for each intent, and the skill that requests are for: the page sends what a device would.
async fn intents(State(console): State<Console>, Query(asked): Query<InLanguage>) -> Response {
    let language = asked.locale.as_deref().and_then(Language::of_locale);
    let language = console.app.menu().shop.language(language);
    Json(intents::of(
        &console.app.menu(),
        language,
        console.application_id.as_deref(),
    ))
    .into_response()
}
