//! `/uploads`: files come in, are taken back and are given back (F13).

use std::sync::Arc;

use accounts::config::Uploads;
use accounts::desk;
use accounts::upload::{self, Unfit, Verdict};
use app::SiteContext;
use axum::extract::{DefaultBodyLimit, Form, FromRequest as _, Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use http::StatusCode;
use serde::Deserialize;

use super::error_answer::wants_html;
use super::router::page_context;
use super::upload_answer as answer;
use super::upload_form::{Reading, read};

/// Longest form that takes a file back, in bytes.
const DISCARD_BODY: usize = 4096;

pub(super) fn router(site: &Arc<SiteContext>, settings: &Uploads) -> Router {
    let limit = FileLimit(u64::from(settings.max_bytes));
    Router::new()
        .route("/uploads/{request}", post(add))
        // The form has a limit of its own, which throws away instead of breaking off.
        .layer(DefaultBodyLimit::disable())
        .layer(Extension(limit))
        .route(
            "/uploads/{request}/discard",
            post(discard).layer(DefaultBodyLimit::max(DISCARD_BODY)),
        )
        .route("/uploads/file/{id}", get(file))
        .route(
            "/desk/files/{review}",
            post(desk_file).layer(DefaultBodyLimit::max(DISCARD_BODY)),
        )
        .with_state(Arc::clone(site))
}

/// Largest file, in bytes.
#[derive(Clone, Copy)]
struct FileLimit(u64);

/// `POST /uploads/{request}`: a form with `return_to` and `file`. A stranger's file is not read.
async fn add(
    State(site): State<Arc<SiteContext>>,
    Path(id): Path<String>,
    Extension(limit): Extension<FileLimit>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(Arc::clone(&site), &request);
    let visit = context.visit(request.headers());
    if let Err(error) = upload::is_asked(&site.portal, &visit, id.clone()).await {
        return answer::fail(error, html);
    }
    let (form, fits) = match read(request, limit.0).await {
        Reading::Read(form, fits) => (form, fits),
        Reading::Unreadable => return StatusCode::BAD_REQUEST.into_response(),
    };
    let verdict = match (fits, form.file) {
        (Err(unfit), _) => Ok(Verdict::Refused(unfit)),
        (Ok(()), None) => Ok(Verdict::Refused(Unfit::Missing)),
        (Ok(()), Some(file)) => upload::accept(&site.portal, &visit, id, file).await,
    };
    let told = verdict.and_then(|verdict| {
        let done = upload::lead_back(&site.portal, &verdict, &form.return_to)?;
        Ok(match html {
            true => answer::lead(&context, &done),
            false => answer::for_script(&context, &verdict, &done),
        })
    });
    told.unwrap_or_else(|error| answer::fail(error, html))
}

/// The form that takes a file back.
#[derive(Deserialize)]
struct Discard {
    /// Id of the upload.
    upload: String,
    #[serde(default)]
    return_to: String,
}

/// `POST /uploads/{request}/discard`
async fn discard(
    State(site): State<Arc<SiteContext>>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    let Ok(Form(form)) = Form::<Discard>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match upload::discard(&context.site.portal, &visit, id, form.upload).await {
        Ok(()) if html => answer::lead(&context, &upload::lead_on(&form.return_to)),
        Ok(()) => answer::done_for_script(),
        Err(error) => answer::fail(error, html),
    }
}

/// The form that opens a file at the desk.
#[derive(Deserialize)]
struct Wanted {
    /// Id of the upload.
    upload: String,
}

/// `POST /desk/files/{review}`: a look at a citizen's file is noted, so it is no GET.
async fn desk_file(
    State(site): State<Arc<SiteContext>>,
    Path(review): Path<String>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    let Ok(Form(form)) = Form::<Wanted>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    match desk::open_file(&context.site.portal, &visit, review, form.upload).await {
        Ok(Some(file)) => answer::file(&file),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => answer::fail(error, html),
    }
}

/// `GET /uploads/file/{id}`
async fn file(
    State(site): State<Arc<SiteContext>>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let html = wants_html(request.headers());
    let context = page_context(site, &request);
    let visit = context.visit(request.headers());
    match upload::open_own(&context.site.portal, &visit, id).await {
        Ok(Some(file)) => answer::file(&file),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => answer::fail(error, html),
    }
}
