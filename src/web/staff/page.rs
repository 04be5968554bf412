//! The files of the board, which are the same for everybody: the page with where to sign in, its scripts and its looks.
//! They are made without the app, so that there is nothing of the shop's in them.

use axum::Router;
use axum::http::{HeaderName, header};
use axum::routing;

use super::SignIn;

const HTML: &str = "text/html; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

/// Every file by its path below the board's own: media type and text. Whatever else is below it is not for everybody.
pub const FILES: [(&str, &str, &str); 7] = [
    ("/", HTML, include_str!("index.html")),
    ("/board.css", "text/css; charset=utf-8", include_str!("board.css")),
    ("/board.js", JS, include_str!("board.js")),
    ("/learning.js", JS, include_str!("learning.js")),
    ("/session.js", JS, include_str!("session.js")),
    ("/texts.js", JS, include_str!("texts.js")),
    ("/icon.svg", "image/svg+xml", crate::web::console::ICON),
];

/// The router of the files. With `sign_in` the page has its visitor sign in there first; without it, nobody signs in.
pub fn files(sign_in: Option<&SignIn>) -> Router {
    FILES
        .into_iter()
        .fold(Router::new(), |router, (path, media_type, text)| {
            let text = match media_type {
                HTML => page(text, sign_in),
                _ => text.to_owned(),
            };
            let headers = headers(media_type, policy(sign_in));
            router.route(path, routing::get(async move || (headers, text)))
        })
}

/// The page, with where to sign in on its body, where the script finds it. Neither value needs escaping: [`SignIn`] holds
/// no character that would.
fn page(text: &str, sign_in: Option<&SignIn>) -> String {
    let Some(sign_in) = sign_in else {
        return text.to_owned();
    };
    let body = format!(
        r#"<body data-sign-in="{}" data-client="{}">"#,
        sign_in.address(),
        sign_in.client()
    );
    text.replacen("<body>", &body, 1)
}

/// What the page may load and call: its own, and the pool for tokens. Nothing inline, no frame, no form that leaves.
fn policy(sign_in: Option<&SignIn>) -> String {
    let pool = sign_in.map_or_else(String::new, |sign_in| format!(" {}", sign_in.address()));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'{pool}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

fn headers(media_type: &str, policy: String) -> [(HeaderName, String); 5] {
    [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        // The address of the page holds a code, for as long as it takes to read it there.
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_knows_where_to_sign_in_where_somebody_must() {
        let sign_in = SignIn::of("https://shop.auth.us-east-1.amazoncognito.com", "c1").unwrap();
        let (_, _, html) = FILES[0];
        let with = page(html, Some(&sign_in));
        let body = r#"<body data-sign-in="https://shop.auth.us-east-1.amazoncognito.com" data-client="c1">"#;
        assert!(with.contains(body), "{with}");
        assert_eq!(page(html, None), html);
        assert!(!html.contains("data-sign-in"));
    }

    #[test]
    fn only_the_pool_may_be_called_besides_the_board() {
        let connects = |sign_in: Option<&SignIn>| {
            let policy = policy(sign_in);
            let connect = policy.split("; ").find(|rule| rule.starts_with("connect-src"));
            connect.unwrap().to_owned()
        };
        let sign_in = SignIn::of("https://shop.example", "c1").unwrap();
        assert_eq!(connects(None), "connect-src 'self'");
        assert_eq!(
            connects(Some(&sign_in)),
            "connect-src 'self' https://shop.example"
        );
        for policy in [policy(None), policy(Some(&sign_in))] {
            assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        }
    }

    #[test]
    fn nothing_is_inline() {
        for (path, _, text) in FILES.iter().filter(|(_, media_type, _)| *media_type == HTML) {
            for inline in [
                "<script>",
                "<style",
                " style=",
                " onclick",
                " onload",
                "javascript:",
            ] {
                assert!(!text.contains(inline), "{path}: {inline}");
            }
        }
        for (path, _, text) in FILES.iter().filter(|(_, media_type, _)| *media_type == JS) {
            for unsafe_word in [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "localStorage",
            ] {
                assert!(!text.contains(unsafe_word), "{path}: {unsafe_word}");
            }
        }
    }
}
