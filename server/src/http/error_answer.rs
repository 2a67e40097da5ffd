//! Answers when something went wrong: a page for people, a code for scripts.

use std::sync::Arc;

use app::error_page::{ErrorDetail, ErrorKind, ErrorPage};
use axum::Json;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use serde_json::json;

use super::request_id::RequestId;

/// Makes error answers; needs neither wasm nor database.
#[derive(Clone)]
pub(crate) struct ErrorAnswers {
    pages: Arc<ErrorPage>,
}

/// What is kept of a request that was handed on.
pub(crate) struct Prepared {
    answers: ErrorAnswers,
    status: StatusCode,
    html: bool,
    detail: ErrorDetail,
}

impl ErrorAnswers {
    pub(crate) fn new(pages: ErrorPage) -> Self {
        Self {
            pages: Arc::new(pages),
        }
    }

    /// The answer for this request.
    pub(crate) fn answer(&self, status: StatusCode, request: &Request) -> Response {
        self.prepare(status, request).answer()
    }

    /// Keeps what the answer needs before the request is consumed.
    pub(crate) fn prepare(&self, status: StatusCode, request: &Request) -> Prepared {
        let id = request.extensions().get::<RequestId>();
        Prepared {
            answers: self.clone(),
            status,
            html: wants_html(request.headers()),
            detail: ErrorDetail {
                request_id: id.map(|id| id.0.clone()).unwrap_or_default(),
                back: back(request),
                retry_after_s: None,
                display: self.pages.display(request.headers()),
            },
        }
    }
}

impl Prepared {
    pub(crate) fn answer(self) -> Response {
        self.answer_as(None, None)
    }

    /// The answer with another status than prepared for, and the `Retry-After` that goes with it.
    pub(crate) fn answer_as(
        mut self,
        other: Option<StatusCode>,
        retry_after: Option<HeaderValue>,
    ) -> Response {
        let status = other.unwrap_or(self.status);
        self.detail.retry_after_s = retry_after
            .as_ref()
            .and_then(|value| value.to_str().ok()?.parse().ok());
        let mut response = if self.html {
            let page = self.answers.pages.render(kind(status), self.detail);
            (status, Html(page)).into_response()
        } else {
            (status, Json(json!({ "error": code(status) }))).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}

/// The page a form was sent from, or the page that was asked for.
fn back(request: &Request) -> String {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = match safe {
        true => Some(request.uri().path()),
        false => app::referring_page(request.headers())
            .map(|page| page.split(['?', '#']).next().unwrap_or_default()),
    };
    path.filter(|path| {
        path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/api/")
    })
    .unwrap_or_default()
    .to_owned()
}

/// Everything that does not ask for JSON is shown to a person.
pub(crate) fn wants_html(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    !accept
        .is_some_and(|accept| accept.contains("application/json") && !accept.contains("text/html"))
}

fn kind(status: StatusCode) -> ErrorKind {
    match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => ErrorKind::NotFound,
        StatusCode::SERVICE_UNAVAILABLE => ErrorKind::Overloaded,
        StatusCode::TOO_MANY_REQUESTS => ErrorKind::TooMany,
        StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        status if status.is_client_error() => ErrorKind::BadRequest,
        _ => ErrorKind::Broken,
    }
}

fn code(status: StatusCode) -> &'static str {
    match kind(status) {
        ErrorKind::NotFound => "not-found",
        ErrorKind::Overloaded => "overloaded",
        ErrorKind::TooMany => "too-many",
        ErrorKind::Forbidden => "forbidden",
        ErrorKind::BadRequest => "bad-request",
        ErrorKind::Broken => "broken",
    }
}
