//! One line for each request: method, route, status, milliseconds, request id. Never a path with
//! a token in it, never an address, never a query.

use std::sync::Arc;

use accounts::clock::Clock;
use axum::extract::{MatchedPath, Request, State};
use axum::{middleware::Next, response::Response};
use tracing::Instrument;

use super::request_id::RequestId;

/// Logs the request when its answer is ready; lines written meanwhile carry the request id.
pub(crate) async fn layer(
    State(clock): State<Arc<dyn Clock>>,
    request: Request,
    next: Next,
) -> Response {
    let id = request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let span = tracing::info_span!("request", id = id.as_deref().unwrap_or_default());
    let begun = clock.now();
    let response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| {
        tracing::info!(
            method = method.as_str(),
            route = route.as_ref().map_or("unknown", MatchedPath::as_str),
            status = response.status().as_u16(),
            ms = clock.now().millis_since(begun),
            "answered"
        );
    });
    response
}
