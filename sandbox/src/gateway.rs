//! HTTP: the SMS and voice gateways, the JSON and the page.

use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::json;

use crate::fault::{Faults, Mode, Rule};
use crate::inbox::Inbox;
use crate::message::{Arrival, Channel};
use crate::registry::{self, Desk};
use crate::{html, page};

const LONGEST_BODY: usize = 64 * 1024;
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[derive(Clone)]
struct Sandbox {
    inbox: Inbox,
    faults: Faults,
}

/// All routes of the sandbox.
pub(crate) fn router(inbox: Inbox, faults: Faults, desk: Desk) -> Router {
    Router::new()
        .route("/", get(show))
        .route("/style.css", get(style))
        .route("/outbox", get(outbox))
        .route("/clear", post(clear))
        .route("/faults", get(read_faults).put(set_fault))
        .route("/sms/messages", post(sms))
        .route("/voice/calls", post(voice))
        .merge(registry::router(desk))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::map_response(with_headers))
        .with_state(Sandbox { inbox, faults })
}

async fn with_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What a sender posts.
#[derive(Deserialize)]
struct Order {
    to: String,
    text: String,
}

async fn sms(sandbox: State<Sandbox>, headers: HeaderMap, order: Json<Order>) -> Response {
    receive(sandbox, Channel::Sms, &headers, order).await
}

async fn voice(sandbox: State<Sandbox>, headers: HeaderMap, order: Json<Order>) -> Response {
    receive(sandbox, Channel::Voice, &headers, order).await
}

async fn receive(
    State(sandbox): State<Sandbox>,
    channel: Channel,
    headers: &HeaderMap,
    Json(order): Json<Order>,
) -> Response {
    let mode = sandbox.faults.next(channel).await;
    if mode == Mode::Down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let key = headers
        .get("idempotency-key")
        .and_then(|key| key.to_str().ok());
    let arrival = Arrival {
        channel,
        key: key.map(str::to_owned),
        to: order.to,
        subject: None,
        text: order.text,
    };
    match sandbox.inbox.keep(&arrival).await {
        // The message arrived, its answer is lost on the way.
        Ok(_) if mode == Mode::Twice => StatusCode::BAD_GATEWAY.into_response(),
        Ok(id) => (StatusCode::CREATED, Json(json!({ "id": id }))).into_response(),
        Err(error) => broken(&error),
    }
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn outbox(State(sandbox): State<Sandbox>, Query(filter): Query<Filter>) -> Response {
    match sandbox.inbox.list(filter.to.as_deref()).await {
        Ok(messages) => Json(messages).into_response(),
        Err(error) => broken(&error),
    }
}

async fn show(State(sandbox): State<Sandbox>, Query(filter): Query<Filter>) -> Response {
    let to = filter
        .to
        .as_deref()
        .map(str::trim)
        .filter(|to| !to.is_empty());
    match sandbox.inbox.list(to).await {
        Ok(messages) => Html(page::render(&messages, to.unwrap_or_default())).into_response(),
        Err(error) => broken(&error),
    }
}

async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        html::STYLE,
    )
}

async fn clear(State(sandbox): State<Sandbox>) -> Response {
    match sandbox.inbox.clear().await {
        Ok(()) => Redirect::to("/").into_response(),
        Err(error) => broken(&error),
    }
}

async fn read_faults(State(sandbox): State<Sandbox>) -> Json<Vec<Rule>> {
    Json(sandbox.faults.all())
}

async fn set_fault(State(sandbox): State<Sandbox>, Json(rule): Json<Rule>) -> StatusCode {
    sandbox.faults.set(rule);
    StatusCode::NO_CONTENT
}

/// The file cannot be used: the log says why, the asker only that.
pub(crate) fn broken(error: &sqlx::Error) -> Response {
    tracing::error!(%error, "sandbox file");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
