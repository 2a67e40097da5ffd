//! What a browser and what a script is told about a file.

use accounts::upload::{OpenedFile, Unfit, Verdict};
use accounts::{Done, PortalError};
use app::PageContext;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::{Value, json};

/// A file is shown by nothing of ours and may run nothing, wherever a browser opens it.
const SANDBOX: &str =
    "default-src 'none'; sandbox; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// For scripts. The page that the form leads back to can say it, too.
pub(super) fn for_script(context: &PageContext, verdict: &Verdict, done: &Done) -> Response {
    let mut response = match verdict {
        Verdict::Kept { id } => coded(StatusCode::OK, json!({ "ok": true, "id": id })),
        Verdict::Refused(unfit) => coded(status(*unfit), json!({ "error": unfit.code() })),
    };
    set_cookies(context, done, response.headers_mut());
    response
}

fn set_cookies(context: &PageContext, done: &Done, headers: &mut HeaderMap) {
    for change in &done.cookies {
        if let Ok(value) = HeaderValue::from_str(&change.header(context.secure())) {
            headers.append(header::SET_COOKIE, value);
        }
    }
}

/// For scripts, where there is nothing to say.
pub(super) fn done_for_script() -> Response {
    coded(StatusCode::OK, json!({ "ok": true }))
}

/// For browsers: on to the page that says it.
pub(super) fn lead(context: &PageContext, done: &Done) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    set_cookies(context, done, headers);
    if let Ok(next) = HeaderValue::from_str(&done.next) {
        headers.insert(header::LOCATION, next);
    }
    response
}

/// An error: a code for scripts, the sign-in or a bare status, which gets its page, for browsers.
pub(super) fn fail(error: PortalError, html: bool) -> Response {
    let (status, retry_after_s) = app::status(error);
    let mut response = match (html, error) {
        (true, PortalError::NotSignedIn) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, "/login")]).into_response()
        }
        (true, _) => status.into_response(),
        (false, _) => coded(status, json!({ "error": error.code() })),
    };
    if let Some(seconds) = retry_after_s {
        let seconds = HeaderValue::from(seconds);
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// A file given back: to be saved, not to be shown (R-UPL-09).
pub(super) fn file(file: &OpenedFile) -> Response {
    let mut headers = HeaderMap::new();
    let fixed = [
        (header::CONTENT_TYPE, file.view.kind.media_type()),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let saved_as = disposition(&file.view.name, file.view.kind.ending());
    if let Ok(saved_as) = HeaderValue::from_str(&saved_as) {
        headers.insert(header::CONTENT_DISPOSITION, saved_as);
    }
    (headers, file.bytes.to_vec()).into_response()
}

/// Both forms of RFC 6266: a plain name for old browsers, and the name itself.
fn disposition(name: &str, ending: &str) -> String {
    let mut value = format!("attachment; filename=\"file.{ending}\"; filename*=UTF-8''");
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                value.push(char::from(byte));
            }
            _ => value.push_str(&format!("%{byte:02X}")),
        }
    }
    value
}

/// Says itself that it is not to be kept, and so is left as it is where bare statuses get their page.
fn coded(status: StatusCode, body: Value) -> Response {
    let fresh = [(header::CACHE_CONTROL, "no-store")];
    (status, fresh, Json(body)).into_response()
}

fn status(unfit: Unfit) -> StatusCode {
    match unfit {
        Unfit::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Unfit::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Unfit::TooMany => StatusCode::CONFLICT,
        Unfit::Failed => StatusCode::SERVICE_UNAVAILABLE,
        Unfit::Missing
        | Unfit::Empty
        | Unfit::Locked
        | Unfit::ActiveContent
        | Unfit::Damaged
        | Unfit::Virus
        | Unfit::TooManyPixels => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_leave_its_place() {
        assert_eq!(
            disposition("Скан \"1\"\r\n.pdf", "pdf"),
            "attachment; filename=\"file.pdf\"; \
             filename*=UTF-8''%D0%A1%D0%BA%D0%B0%D0%BD%20%221%22%0D%0A.pdf"
        );
    }
}
