//! What the framework would answer to a form, turned into what a browser should get.

use axum::extract::{Request, State};
use axum::{middleware::Next, response::Response};
use http::{HeaderValue, StatusCode, header};

use super::error_answer::{ErrorAnswers, wants_html};

/// Where the framework sends a browser when a function names no place itself.
const NOWHERE: &str = "http://localhost/";

/// Wraps the server functions.
///
/// - Whoever does not ask for JSON gets pages: the framework looks for `text/html` literally.
/// - A body it could not read becomes our 400 page: its own answer carries the error in the URL.
/// - A function that names no place, such as one for scripts alone, answers with what it has to say.
/// - A redirect after POST is 303, so that every client goes on with GET.
pub(crate) async fn layer(
    State(errors): State<ErrorAnswers>,
    mut request: Request,
    next: Next,
) -> Response {
    let html = wants_html(request.headers());
    if html {
        let accept = HeaderValue::from_static("text/html");
        request.headers_mut().insert(header::ACCEPT, accept);
        // Without it the framework has nowhere to send the browser when the body is unreadable.
        let here = HeaderValue::from_static(NOWHERE);
        request.headers_mut().insert(header::REFERER, here);
    }
    let refusal = errors.prepare(StatusCode::BAD_REQUEST, &request);
    let mut response = next.run(request).await;
    // The portal's own refusals are 4xx and 503, and a panic passes by here.
    let unreadable = response.status() == StatusCode::INTERNAL_SERVER_ERROR
        || location(&response).is_some_and(|to| to.contains("__err="));
    if unreadable {
        return refusal.answer();
    }
    let found = response.status() == StatusCode::FOUND;
    if found && location(&response).is_some_and(|to| to.starts_with(NOWHERE)) {
        response.headers_mut().remove(header::LOCATION);
        *response.status_mut() = StatusCode::OK;
    } else if html && found {
        *response.status_mut() = StatusCode::SEE_OTHER;
    }
    response
}

fn location(response: &Response) -> Option<&str> {
    response.headers().get(header::LOCATION)?.to_str().ok()
}
