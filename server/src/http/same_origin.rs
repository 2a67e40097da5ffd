//! Refuses what another site's page sends: `Sec-Fetch-Site`, else `Origin`.
//!
//! A request with neither header does not come from a browser that could be abused:
//! all that carry our cookies across sites (SameSite=Lax) send at least one on a POST.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::{middleware::Next, response::Response};
use http::{HeaderMap, Method, StatusCode, header};

use super::error_answer::ErrorAnswers;

/// What the check compares with.
#[derive(Clone)]
pub(crate) struct SameOrigin {
    /// Scheme and host citizens see, without a trailing slash.
    pub(crate) public_url: Arc<str>,
    pub(crate) errors: ErrorAnswers,
}

/// Lets GET, HEAD and OPTIONS pass; everything else must come from our own pages.
pub(crate) async fn layer(State(own): State<SameOrigin>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || is_own(request.headers(), &own.public_url) {
        next.run(request).await
    } else {
        own.errors.answer(StatusCode::FORBIDDEN, &request)
    }
}

fn is_own(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else {
        return true;
    };
    // Beside the public address the socket's own one is right: a health check or a test on loopback.
    origin == public_url
        || text(header::HOST)
            .is_some_and(|host| origin.split_once("://").is_some_and(|(_, o)| o == host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_own(&headers, "https://portal.example")
    }

    #[test]
    fn own_pages_pass_and_others_do_not() {
        assert!(judged(&[("sec-fetch-site", "same-origin")]));
        assert!(judged(&[
            ("origin", "https://portal.example"),
            ("host", "10.0.0.1")
        ]));
        assert!(judged(&[
            ("origin", "http://127.0.0.1:3000"),
            ("host", "127.0.0.1:3000")
        ]));
        assert!(judged(&[("host", "127.0.0.1:3000")]));
        assert!(!judged(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://portal.example")
        ]));
        assert!(!judged(&[("sec-fetch-site", "same-site")]));
        assert!(!judged(&[
            ("origin", "https://evil.example"),
            ("host", "portal.example")
        ]));
        assert!(!judged(&[("origin", "null"), ("host", "portal.example")]));
    }
}
