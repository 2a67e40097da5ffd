//! Answers when something went wrong: a page for people, a code for scripts.

use std::sync::Arc;

use app::error_page::{ErrorKind, ErrorPage};
use axum::Json;
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
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
    id: String,
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
            id: id.map(|id| id.0.clone()).unwrap_or_default(),
        }
    }
}

impl Prepared {
    pub(crate) fn answer(self) -> Response {
        self.answer_as(None)
    }

    /// The answer with another status than prepared for.
    pub(crate) fn answer_as(self, other: Option<StatusCode>) -> Response {
        let status = other.unwrap_or(self.status);
        let mut response = if self.html {
            let page = self.answers.pages.render(kind(status), &self.id);
            (status, Html(page)).into_response()
        } else {
            (status, Json(json!({ "error": code(status) }))).into_response()
        };
        let no_store = HeaderValue::from_static("no-store");
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, no_store);
        response
    }
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
