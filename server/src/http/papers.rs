//! Papers as PDF: of the citizen who is signed in, and of a reception for its operator.

use std::sync::Arc;

use app::{PrintError, SiteContext};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};

use super::error_answer::wants_html;
use super::router::page_context;
use super::upload_answer;

pub(super) fn router(site: &Arc<SiteContext>) -> Router {
    Router::new()
        .route("/centres/application.pdf", get(blank))
        .route("/cabinet/identity/{paper}", get(own))
        .route("/desk/visits/{id}/{paper}", get(of_reception))
        .with_state(Arc::clone(site))
}

/// `GET /centres/application.pdf`: the form to fill in by hand.
async fn blank(request: Request) -> Response {
    answer(app::print_blank().map(Some), wants_html(request.headers()))
}

/// `GET /cabinet/identity/visit-sheet.pdf` and others.
async fn own(
    State(site): State<Arc<SiteContext>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    answer(app::print_own(&context, &visit, &name).await, html)
}

/// `GET /desk/visits/{id}/certificate.pdf` and `handed.pdf`.
async fn of_reception(
    State(site): State<Arc<SiteContext>>,
    Path((reception, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    let printed = app::print_of_reception(&context, &visit, reception, &name).await;
    answer(printed, html)
}

fn answer(printed: Result<Option<Vec<u8>>, PrintError>, html: bool) -> Response {
    match printed {
        Ok(Some(pdf)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CACHE_CONTROL, "no-store"),
                (header::CONTENT_DISPOSITION, "inline"),
            ];
            (headers, pdf).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(PrintError::Portal(error)) => upload_answer::fail(error, html),
        Err(PrintError::Paper(error)) => {
            tracing::error!(%error, "paper");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
