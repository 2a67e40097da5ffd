//! `POST /api/display`: how the pages are to look.

use std::sync::Arc;

use app::SiteContext;
use axum::extract::{Form, FromRequest as _, Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::router::page_context;

pub(super) async fn save(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    let Ok(Form(fields)) = Form::<Vec<(String, String)>>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    app::save_display(&context, &fields)
}
