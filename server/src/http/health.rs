//! `/health/live`: the process answers. `/health/ready`: it can serve citizens.

use axum::{Json, Router, extract::State, routing::get};
use http::StatusCode;
use serde_json::{Value, json};

use accounts::Portal;

/// Both probes; neither says anything about the inside beyond a word.
pub(crate) fn router(portal: Portal) -> Router {
    Router::new()
        .route(
            "/health/live",
            get(|| async { Json(json!({ "status": "ok" })) }),
        )
        .route("/health/ready", get(ready).with_state(portal))
}

async fn ready(State(portal): State<Portal>) -> (StatusCode, Json<Value>) {
    match portal.store.ping().await {
        Ok(()) => (StatusCode::OK, Json(json!({ "status": "ok" }))),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            Json(json!({ "status": "database" })),
        ),
    }
}
