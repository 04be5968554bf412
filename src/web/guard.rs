//! Who may speak to a listener on loopback: requests made to it by name, from its own pages or from no page at all.
//!
//! Without this, any page that a visitor has open could post orders to the listener (cross-site requests), or reach it
//! under a name of its own (DNS rebinding).

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::refusal;

/// The names under which a loopback listener may be spoken to.
#[derive(Debug, Clone)]
pub struct GuardedHosts {
    hosts: Vec<String>,
}

impl GuardedHosts {
    /// The names of a listener at this address.
    pub fn of(address: SocketAddr) -> Self {
        let port = address.port();
        let names = ["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned()];
        let own = match address {
            SocketAddr::V4(v4) => v4.ip().to_string(),
            SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
        };
        let hosts = names
            .into_iter()
            .chain([own])
            .map(|name| format!("{name}:{port}"))
            .collect();
        Self { hosts }
    }

    fn allows(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    /// Why a request is refused, if it is.
    fn refuses(&self, headers: &HeaderMap, uri_host: Option<&str>) -> Option<&'static str> {
        let text = |name| {
            headers
                .get(name)
                .map(|value: &axum::http::HeaderValue| value.to_str().unwrap_or_default())
        };
        let host = text(header::HOST).or(uri_host);
        if !host.is_some_and(|host| self.allows(host)) {
            return Some("this listener answers to its own address only: check the Host header");
        }
        let foreign = match text(header::ORIGIN) {
            None => false,
            Some(origin) => !origin
                .split_once("://")
                .is_some_and(|(_, host)| self.allows(host)),
        };
        foreign.then_some("requests from pages elsewhere are refused: check the Origin header")
    }
}

/// Refuses what [`GuardedHosts`] does not allow.
pub(super) async fn check(State(hosts): State<Arc<GuardedHosts>>, request: Request, next: Next) -> Response {
    match hosts.refuses(
        request.headers(),
        request.uri().authority().map(axum::http::uri::Authority::as_str),
    ) {
        Some(why) => refusal(StatusCode::FORBIDDEN, why),
        None => next.run(request).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_names_and_pages_are_allowed() {
        let hosts = GuardedHosts::of("127.0.0.1:7070".parse().unwrap());
        let check = |host: Option<&str>, origin: Option<&str>, allowed: bool| {
            let mut headers = HeaderMap::new();
            if let Some(host) = host {
                headers.insert(header::HOST, host.parse().unwrap());
            }
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            assert_eq!(
                hosts.refuses(&headers, None).is_none(),
                allowed,
                "{host:?} {origin:?}"
            );
        };
        check(Some("127.0.0.1:7070"), None, true);
        check(Some("localhost:7070"), Some("http://localhost:7070"), true);
        check(Some("LOCALHOST:7070"), Some("http://127.0.0.1:7070"), true);
        check(Some("[::1]:7070"), None, true);
        check(None, None, false);
        check(Some("127.0.0.1:7071"), None, false);
        check(Some("evil.example:7070"), None, false);
        check(Some("localhost:7070"), Some("https://evil.example"), false);
        check(Some("localhost:7070"), Some("null"), false);
        check(Some("localhost:7070"), Some("http://localhost:8080"), false);
    }
}
