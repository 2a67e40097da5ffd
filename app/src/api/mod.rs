//! Server functions: thin, with explicit endpoints. Each reads the visit, calls its use case and
//! passes cookies and the next path on.

mod appointment;
mod cabinet;
mod desk;
mod documents;
mod enter;
mod identity;
mod profile;
mod reception;
mod register;

use accounts::sign_in::{self, LoginKind};
use accounts::{Done, PortalError, Visit};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use leptos_axum::ResponseOptions;

use crate::context::PageContext;
use crate::model::{Next, Screen};
use crate::pages;

/// Endpoints of all server functions.
pub(crate) const ENDPOINTS: &[&str] = &[
    "/api/screen",
    "/api/register",
    "/api/register/autosave",
    "/api/register/save",
    "/api/register/code",
    "/api/register/code/status",
    "/api/register/resend",
    "/api/register/password",
    "/api/resume",
    "/api/resume/code",
    "/api/resume/resend",
    "/api/login",
    "/api/logout",
    "/api/recover",
    "/api/recover/code",
    "/api/recover/resend",
    "/api/recover/password",
    "/api/confirm",
    "/api/contact",
    "/api/contact/confirm",
    "/api/contact/code",
    "/api/contact/resend",
    "/api/password",
    "/api/password/advice",
    "/api/session/end",
    "/api/session/end-others",
    "/api/session/raise",
    "/api/login/snils",
    "/api/profile",
    "/api/profile/save",
    "/api/profile/autosave",
    "/api/profile/submit",
    "/api/profile/discard",
    "/api/checks/appeal",
    "/api/checks/papers",
    "/api/feed/read",
    "/api/documents/save",
    "/api/documents/remove",
    "/api/appointment/hold",
    "/api/appointment/book",
    "/api/appointment/cancel",
    "/api/desk/login",
    "/api/desk/logout",
    "/api/desk/password",
    "/api/desk/take",
    "/api/desk/reveal",
    "/api/desk/decide",
    "/api/desk/agree",
    "/api/desk/reject",
    "/api/desk/workplace",
    "/api/desk/code",
    "/api/desk/documents",
    "/api/desk/registration",
    "/api/desk/sheet",
    "/api/desk/sheet/confirm",
    "/api/desk/sheet/send-code",
    "/api/desk/sheet/code",
    "/api/desk/refuse",
    "/api/desk/restoration/agree",
    "/api/desk/restoration/reject",
    "/api/identity/begin",
    "/api/identity/withdraw",
    "/api/identity/code",
    "/api/restoration/stop",
    "/api/desk/journal/check",
    "/api/desk/operators/disable",
    "/api/desk/operators/place",
];

/// Endpoints beside them: they answer with a page, what nothing may keep or more than a cookie holds, or ask for no
/// use case.
pub(crate) const ANSWERED: &[&str] = &[
    "/api/desk/operators/add",
    "/api/desk/operators/reset",
    "/api/desk/centres/save",
    "/api/display",
];

/// Where the forms of the cabinet stand, by what their endpoints begin with: the server keeps the browser's `Referer`
/// from the framework.
const ROOMS: [(&str, &str); 10] = [
    ("/api/contact", "/cabinet/data"),
    ("/api/password", "/cabinet/security"),
    ("/api/session", "/cabinet/security"),
    ("/api/restoration", "/cabinet/security"),
    ("/api/profile", "/cabinet/personal-data"),
    ("/api/checks", accounts::check::PATH),
    ("/api/feed", "/cabinet/feed"),
    ("/api/documents", accounts::further_document::PATH),
    ("/api/appointment", accounts::appointment::PATH),
    ("/api/identity", accounts::proofing::PATH),
];

/// The request's context and visit.
fn visit() -> (PageContext, Visit) {
    let context: PageContext = expect_context();
    let parts: http::request::Parts = expect_context();
    let visit = context.visit(&parts.headers);
    (context, visit)
}

/// Cookies and redirect of a use case; an error is a bare status that the server gives its page. Who is not signed in
/// comes back to the room of the endpoint.
fn answer(context: &PageContext, result: Result<Done, PortalError>) -> Next {
    let parts: http::request::Parts = expect_context();
    let endpoint = parts.uri.path();
    let room = ROOMS.iter().find(|(own, _)| endpoint.starts_with(own));
    answer_on(context, result, room.map_or("", |&(_, page)| page))
}

/// The same; who is not signed in comes back to this page.
fn answer_on(context: &PageContext, result: Result<Done, PortalError>, page: &str) -> Next {
    let login = sign_in::path_before(LoginKind::Contact, page);
    answer_or_login(context, result, &login)
}

/// The same; who is not signed in is led to this page.
fn answer_or_login(context: &PageContext, result: Result<Done, PortalError>, login: &str) -> Next {
    match result {
        Ok(done) => {
            set_cookies(context, &done);
            leptos_axum::redirect(&done.next);
            Next { path: done.next }
        }
        Err(PortalError::NotSignedIn) if wants_page() => {
            leptos_axum::redirect(login);
            Next {
                path: login.to_owned(),
            }
        }
        Err(error) => {
            refuse(error);
            Next {
                path: String::new(),
            }
        }
    }
}

fn wants_page() -> bool {
    let parts: http::request::Parts = expect_context();
    let accept = parts
        .headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

fn set_cookies(context: &PageContext, done: &Done) {
    let response: ResponseOptions = expect_context();
    for change in &done.cookies {
        if let Ok(value) = HeaderValue::from_str(&change.header(context.secure())) {
            response.append_header(header::SET_COOKIE, value);
        }
    }
}

/// The status of an error, and the seconds after which a repeat is worth while.
#[must_use]
pub fn status(error: PortalError) -> (StatusCode, Option<u32>) {
    match error {
        PortalError::Overloaded { retry_after_s } => {
            (StatusCode::SERVICE_UNAVAILABLE, Some(retry_after_s))
        }
        PortalError::TooMany { retry_after_s } => {
            (StatusCode::TOO_MANY_REQUESTS, Some(retry_after_s))
        }
        PortalError::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, Some(30)),
        PortalError::NotSignedIn => (StatusCode::UNAUTHORIZED, None),
        PortalError::Forbidden => (StatusCode::FORBIDDEN, None),
    }
}

fn refuse(error: PortalError) {
    let response: ResponseOptions = expect_context();
    let (status, retry_after_s) = status(error);
    response.set_status(status);
    if let Some(seconds) = retry_after_s {
        response.insert_header(header::RETRY_AFTER, seconds.into());
    }
}

/// The page at a path, for the browser that goes there without loading the portal again.
#[server(prefix = "/api", endpoint = "screen", input = GetUrl)]
pub async fn find_screen(path: String) -> Result<Screen, ServerFnError> {
    let (context, visit) = visit();
    Ok(match pages::find(&context, &visit, &path).await {
        Ok(pages::Found {
            screen: Some(screen),
            ..
        }) => screen,
        Ok(_) => {
            let response: ResponseOptions = expect_context();
            response.set_status(StatusCode::NOT_FOUND);
            Screen::Redirect(String::new())
        }
        Err(error) => {
            refuse(error);
            Screen::Redirect(String::new())
        }
    })
}
