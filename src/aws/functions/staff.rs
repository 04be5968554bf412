//! `staff`: the staff board behind API Gateway. Its files are for everybody; its tickets are for those whom the authorizer
//! has let in with a token that says that they are staff.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use lambda_http::request::RequestContext;
use lambda_http::{Adapter, RequestExt as _};
use lambda_runtime::Runtime;
use tracing::Instrument as _;

use super::Invocation;
use crate::app::App;
use crate::web::staff::{Role, SignIn, files, learning, tickets};
use crate::web::{board, forbidden};

/// The group of the user pool whose members work at the board.
pub const GROUP: &str = "staff";
/// The group of those who also see what was not understood.
pub const OWNERS: &str = "owner";

/// Serves the board for as long as the process lives.
///
/// # Errors
/// If the Lambda runtime cannot be spoken to.
pub async fn serve(app: &Arc<App>, sign_in: &SignIn) -> Result<(), lambda_runtime::Error> {
    Runtime::new(Adapter::from(router(app, sign_in))).run().await
}

/// The board at `/staff`. Who asks for tickets without the authorizer's word on who they are is refused.
pub fn router(app: &Arc<App>, sign_in: &SignIn) -> Router {
    let client: Arc<str> = sign_in.client().into();
    let closed = tickets(app).merge(learning(app).layer(from_fn(only_owners)));
    let closed = closed.layer(from_fn_with_state(client, only_staff));
    board(files(Some(sign_in)).merge(closed)).layer(from_fn(logged))
}

async fn only_staff(State(client): State<Arc<str>>, mut request: Request, next: Next) -> Response {
    let context = request.extensions().get::<RequestContext>();
    match claims(context)
        .ok_or(Refused::NoAuthorizer)
        .and_then(|claims| role(claims, &client))
    {
        Ok(role) => {
            request.extensions_mut().insert(role);
            next.run(request).await
        }
        Err(refused) => refuse(refused),
    }
}

/// Behind [`only_staff`], which says who somebody is.
async fn only_owners(request: Request, next: Next) -> Response {
    match request.extensions().get::<Role>() {
        Some(Role::Owner) => next.run(request).await,
        Some(Role::Staff) | None => refuse(Refused::NotOwner),
    }
}

fn refuse(why: Refused) -> Response {
    tracing::warn!(%why, "staff.refused");
    forbidden(&why.to_string())
}

/// Why tickets are not for whoever asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Refused {
    #[error("this board is for staff: put its JWT authorizer before it in API Gateway")]
    NoAuthorizer,
    #[error("this is no access token: an ID token says who somebody is, not what they may do")]
    NotForAccess,
    #[error("this token was made for another client than the board")]
    OtherClient,
    #[error("this account is neither in the group `{GROUP}` nor in `{OWNERS}`")]
    NotStaff,
    #[error("this account is not in the group `{OWNERS}`")]
    NotOwner,
}

/// What API Gateway's JWT authorizer has read from a token, having looked at its signature, issuer, audience and times.
fn claims(context: Option<&RequestContext>) -> Option<&HashMap<String, String>> {
    let jwt = context?.authorizer()?.jwt.as_ref()?;
    Some(&jwt.claims)
}

/// Who somebody is at the board by the claims of a user pool's token, if they are [those] of an access token. The authorizer takes a client's ID tokens
/// too, and knows no groups.
///
/// [those]: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
fn role(claims: &HashMap<String, String>, client: &str) -> Result<Role, Refused> {
    let is = |name: &str, value: &str| claims.get(name).is_some_and(|claim| claim == value);
    if !is("token_use", "access") {
        return Err(Refused::NotForAccess);
    }
    if !is("client_id", client) {
        return Err(Refused::OtherClient);
    }
    let groups = claims.get("cognito:groups").map(String::as_str);
    let is_in = |group| groups.is_some_and(|groups| is_in_group(groups, group));
    match (is_in(OWNERS), is_in(GROUP)) {
        (true, _) => Ok(Role::Owner),
        (false, true) => Ok(Role::Staff),
        (false, false) => Err(Refused::NotStaff),
    }
}

/// Every claim is handed on as a text, an array as its items in brackets with spaces between them; the name of a group
/// has no space.
fn is_in_group(groups: &str, wanted: &str) -> bool {
    let items = groups
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(groups);
    items.split(' ').any(|group| group == wanted)
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

    #[test]
    fn tickets_are_for_access_tokens_of_the_boards_client_whose_owner_is_staff() {
        let good = [
            ("token_use", "access"),
            ("client_id", "c1"),
            ("cognito:groups", "[staff]"),
        ];
        let check = |changed: &[(&str, Option<&str>)], expected: Result<Role, Refused>| {
            let mut claims: HashMap<String, String> = good
                .into_iter()
                .chain([("sub", "u-1"), ("username", "ana")])
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            for (name, value) in changed {
                match value {
                    Some(value) => claims.insert((*name).to_owned(), (*value).to_owned()),
                    None => claims.remove(*name),
                };
            }
            assert_eq!(role(&claims, "c1"), expected, "{changed:?}");
        };
        let groups = |text| [("cognito:groups", Some(text))];
        check(&[], Ok(Role::Staff));
        check(&groups("[owners staff]"), Ok(Role::Staff));
        check(&groups("[staff owners]"), Ok(Role::Staff));
        check(&groups("staff"), Ok(Role::Staff));
        for owner in [
            "[owner]",
            "owner",
            "[owner staff]",
            "[staff owner]",
            "[other owner]",
        ] {
            check(&groups(owner), Ok(Role::Owner));
        }
        check(&[("cognito:groups", None)], Err(Refused::NotStaff));
        for others in [
            "",
            "[]",
            "[owners]",
            "[Owner]",
            "[[owner]]",
            "[not-owner]",
            "[staffing]",
            "[not-staff]",
            "[Staff]",
            "[[staff]",
            "[staff]]",
            "[[staff]]",
            "[staff,owners]",
            "\"staff\"",
        ] {
            check(&groups(others), Err(Refused::NotStaff));
        }
        check(&[("token_use", Some("id"))], Err(Refused::NotForAccess));
        check(&[("token_use", Some("Access"))], Err(Refused::NotForAccess));
        check(&[("token_use", None)], Err(Refused::NotForAccess));
        check(&[("client_id", Some("c2"))], Err(Refused::OtherClient));
        check(&[("client_id", Some("c1 c2"))], Err(Refused::OtherClient));
        check(&[("client_id", None)], Err(Refused::OtherClient));
        // An ID token names its client as its audience.
        check(
            &[("client_id", None), ("aud", Some("c1"))],
            Err(Refused::OtherClient),
        );
    }
}
