//! `POST /api/desk/operators/add` and `…/reset`: the answer itself shows a one-time password, so that
//! nothing has to keep it until a next page.

use std::sync::Arc;

use accounts::desk::AddOperatorInput;
use app::SiteContext;
use axum::extract::{Form, FromRequest as _, Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;

use super::router::page_context;

/// «Новый сотрудник»
#[derive(Deserialize)]
struct Added {
    login: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    centre: String,
}

pub(super) async fn add(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    let Ok(Form(form)) = Form::<Added>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Added {
        login,
        role,
        centre,
    } = form;
    let input = AddOperatorInput {
        login,
        role,
        centre,
    };
    app::add_operator(context, visit, input).await
}

/// «Новый одноразовый пароль»
#[derive(Deserialize)]
struct Reset {
    login: String,
}

pub(super) async fn reset(State(site): State<Arc<SiteContext>>, request: Request) -> Response {
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    let Ok(Form(form)) = Form::<Reset>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    app::reset_operator(context, visit, form.login).await
}
