//! The shop behind `drive.mjs`: one machine's engine and store, with the function `staff` over them, each on loopback.
//!
//! `board ADDRESS CLIENT LOG` serves until standard input ends. ADDRESS and CLIENT are what the function reads from its
//! settings; to LOG goes everything that is logged, at every level. One line of JSON says where the shop and the function
//! listen, and what the template says of routes and client. The function takes events and answers as Lambda has it.

// Clippy lets test functions unwrap, and does not see that everything here is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[expect(dead_code, reason = "the template's rules ask more of it")]
#[path = "../../it/template/document.rs"]
mod document;

use std::io::Read as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Mutex;

use axum::body::Bytes;
use axum::extract::State;
use axum::{Json, Router, routing};
use comanda::app::shop_files::menu_of;
use comanda::app::{Clock, IdSource, only_offline};
use comanda::aws::functions::staff;
use comanda::local::Database;
use comanda::local::machine::LocalMachine;
use comanda::local::simulation::Pace;
use comanda::web::staff::SignIn;
use comanda::web::{self, GuardedHosts};
use lambda_http::request::LambdaRequest;
use lambda_http::{Adapter, Context, LambdaEvent};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower::ServiceExt as _;

/// A Friday evening: the sample shop is open.
const OPEN: &str = "2026-11-20T22:00:00Z";

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, client, log] = arguments.as_slice() else {
        // Where every target is run, this one has nobody to serve.
        return;
    };
    let log = std::fs::File::create(log).unwrap();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(Mutex::new(log))
        .init();
    let sign_in = SignIn::of(address, client).unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut menu = menu_of(&repository.join("menu")).unwrap();
    menu.shop.keep.turns = 14;
    let clock = Clock::starting_at(OPEN.parse().unwrap());
    let database = Database::in_memory().unwrap();
    let machine = LocalMachine::over(
        database,
        menu,
        clock,
        IdSource::Random,
        Pace::Manual,
        None,
        only_offline(),
    )
    .await
    .unwrap();
    let board = staff::router(&machine.app, &sign_in);
    let function = serve(|_| Router::new().route("/", routing::post(invoke)).with_state(board)).await;
    let shop = serve(|at| {
        web::local(
            &machine.app,
            &machine.news,
            None,
            None,
            None,
            GuardedHosts::of(at),
        )
    })
    .await;
    let template = std::fs::read_to_string(repository.join("infra/template.yaml")).unwrap();
    let said = json!({ "shop": shop, "function": function, "template": of_the_board(&template) });
    println!("{said}");
    // Until whoever started this ends.
    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()))
        .await
        .unwrap()
        .unwrap();
}

/// Serves on a free port of loopback; says where.
async fn serve(router: impl FnOnce(SocketAddr) -> Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let router = router(at);
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{at}")
}

/// What the function answers to an event, through the very adapter that it is deployed with; its futures stay in one thread.
async fn invoke(State(board): State<Router>, event: Bytes) -> Json<Value> {
    let runtime = tokio::runtime::Handle::current();
    let answering = tokio::task::spawn_blocking(move || {
        let request: LambdaRequest = serde_json::from_slice(&event).unwrap();
        let event = LambdaEvent::new(request, Context::default());
        let answer = runtime.block_on(Adapter::from(board).oneshot(event));
        serde_json::to_value(answer.unwrap()).unwrap()
    });
    Json(answering.await.unwrap())
}

/// Routes, and who may sign in, as the template has them.
fn of_the_board(text: &str) -> Value {
    let template = document::Template::read(text);
    let routes: Vec<&Value> = template
        .of_type("AWS::ApiGatewayV2::Route")
        .into_values()
        .collect();
    let resources = &template.json["Resources"];
    json!({
        "routes": routes,
        "client": resources["StaffClient"]["Properties"],
        "authorizer": resources["StaffAuthorizer"]["Properties"],
    })
}
