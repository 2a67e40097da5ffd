//! `/registries/callback`: a registry says that an answer is ready (docs/registries.md).

use accounts::{Portal, PortalError, check};
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

/// What a registry posts; whatever else it says is not looked at.
#[derive(Deserialize)]
struct Call {
    key: String,
}

/// The route.
pub(crate) fn router(portal: Portal) -> Router {
    Router::new()
        .route(check::callback::PATH, post(receive))
        .with_state(portal)
}

async fn receive(
    State(portal): State<Portal>,
    headers: HeaderMap,
    Json(call): Json<Call>,
) -> StatusCode {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let Some(token) = token else {
        return StatusCode::UNAUTHORIZED;
    };
    match check::callback::receive(&portal, call.key, token).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(PortalError::Forbidden) => StatusCode::FORBIDDEN,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}
