//! Who may speak to a listener: requests from its own pages or from no page at all; on loopback, made to it by name.
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
        foreign.then_some(FROM_ELSEWHERE)
    }
}

const FROM_ELSEWHERE: &str = "requests from pages elsewhere are refused: check the Origin header";

/// Refuses what changes something and comes from a page of somebody else's, by what [browsers say] of it.
///
/// A listener behind a gateway does not know its own names. A gateway hands on the Host that it was spoken to by; where
/// one in front of it does not, browsers still say that page and listener are one site.
///
/// [browsers say]: https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
pub(super) async fn from_own_pages(request: Request, next: Next) -> Response {
    match request.method().is_safe() || is_from_own_page(request.headers()) {
        true => next.run(request).await,
        false => refusal(StatusCode::FORBIDDEN, FROM_ELSEWHERE),
    }
}

fn is_from_own_page(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    // Every browser names the page that posts; without a name it is no page.
    let Some(origin) = text("origin") else {
        return true;
    };
    let page = origin.split_once("://").map(|(_, host)| host);
    page.zip(text("host"))
        .is_some_and(|(page, host)| page.eq_ignore_ascii_case(host))
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
    use axum::http::HeaderName;

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

    #[test]
    fn behind_a_gateway_only_own_pages_post() {
        let check = |named: &[(&'static str, &str)], allowed: bool| {
            let headers = named
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
            assert_eq!(is_from_own_page(&headers.collect()), allowed, "{named:?}");
        };
        let host = ("host", "abc.execute-api.sa-east-1.amazonaws.com");
        check(&[host], true);
        check(
            &[
                host,
                ("origin", "https://abc.execute-api.sa-east-1.amazonaws.com"),
            ],
            true,
        );
        check(&[host, ("origin", "https://evil.example")], false);
        check(&[host, ("origin", "null")], false);
        check(&[("origin", "https://evil.example")], false);
        check(&[host, ("sec-fetch-site", "cross-site")], false);
        check(&[host, ("sec-fetch-site", "same-site")], false);
        check(&[host, ("sec-fetch-site", "none")], false);
        // A distribution in front of the gateway has another name than it.
        check(
            &[
                host,
                ("origin", "https://staff.example"),
                ("sec-fetch-site", "same-origin"),
            ],
            true,
        );
    }
}
