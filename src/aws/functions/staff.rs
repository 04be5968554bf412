//! `staff`: the staff board behind API Gateway, for those whom an authorizer has let in.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use lambda_http::request::RequestContext;
use lambda_http::{Adapter, RequestExt as _};
use lambda_runtime::Runtime;
use tracing::Instrument as _;

use super::Invocation;
use crate::app::App;
use crate::web;

/// Serves the board for as long as the process lives.
///
/// # Errors
/// If the Lambda runtime cannot be spoken to.
pub async fn serve(app: &Arc<App>) -> Result<(), lambda_runtime::Error> {
    Runtime::new(Adapter::from(router(app))).run().await
}

/// The board at `/staff`. What comes without the word of an authorizer is refused: nobody signs in here.
pub fn router(app: &Arc<App>) -> Router {
    web::board(app)
        .layer(from_fn(only_authorised))
        .layer(from_fn(logged))
}

async fn only_authorised(request: Request, next: Next) -> Response {
    match is_authorised(request.extensions().get::<RequestContext>()) {
        true => next.run(request).await,
        false => {
            tracing::error!("staff.no_authorizer");
            web::forbidden("this board is for staff: put an authorizer before it in API Gateway")
        }
    }
}

/// Whether API Gateway's authorizer has let the request in, by a token, by IAM or by a function of the shop's.
fn is_authorised(context: Option<&RequestContext>) -> bool {
    let authorizer = context.and_then(RequestContext::authorizer);
    authorizer.is_some_and(|by| by.jwt.is_some() || by.iam.is_some() || !by.fields.is_empty())
}

async fn logged(request: Request, next: Next) -> Response {
    let invocation = request.lambda_context_ref().map(Invocation::of);
    let order = order_of(request.uri().path()).map(str::to_owned);
    match invocation {
        Some(invocation) => {
            let span = invocation.span(order.as_deref());
            next.run(request).instrument(span).await
        }
        None => next.run(request).await,
    }
}

/// The order that a path is about: `/staff/tickets/{order}/{kind}`.
fn order_of(path: &str) -> Option<&str> {
    let (order, _) = path.split_once("/tickets/")?.1.split_once('/')?;
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_read_from_the_path() {
        assert_eq!(order_of("/staff/tickets/o-1/accept"), Some("o-1"));
        assert_eq!(order_of("/staff/tickets"), None);
        assert_eq!(order_of("/staff"), None);
    }
}
