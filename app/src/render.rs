//! A page as an answer: status, cookies and headers are decided before anything is rendered.

use accounts::cookie::{CookieChange, CookieName};
use accounts::desk::AddOperatorInput;
use accounts::{Done, PortalError, Visit};
use axum::extract::Request;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::nonce::{Nonce, provide_nonce, use_nonce};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::App;
use crate::api;
use crate::components::plain::User;
use crate::context::{PageContext, SiteContext, referring_page};
use crate::desk::{self, Answered};
use crate::display::Display;
use crate::document::is_page;
use crate::model::{Page, Screen};
use crate::pages::{self, Found};
use crate::query;
use crate::shell::{self, Document, Who};

/// How long a browser keeps what was chosen, in seconds.
const YEAR_S: i64 = 365 * 86_400;

/// The page at the request's path.
pub async fn page(context: PageContext, request: Request) -> Response {
    let visit = context.visit(request.headers());
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str())
        .to_owned();
    let Found { user, screen } = match pages::find(&context, &visit, &path).await {
        Ok(found) => found,
        Err(error) => return refusal(api::status(error)),
    };
    match screen {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(Screen::Redirect(to)) => redirect(&to),
        Some(Screen::Page(page)) => {
            let display = Display::of(&visit);
            let (html, nonce) = live(&context.site, &page, user, &path, display);
            with_policy(&context.site, Html(html).into_response(), &nonce)
        }
    }
}

/// A page the browser takes over, and the nonce of its scripts.
fn live(
    site: &SiteContext,
    page: &Page,
    user: Option<User>,
    path: &str,
    display: Display,
) -> (String, String) {
    let shown = page.clone();
    Owner::new().with(|| {
        provide_nonce();
        let nonce = use_nonce()
            .map(|nonce| nonce.to_string())
            .unwrap_or_default();
        provide_context(RequestUrl::new(path));
        let main = view! { <App page=shown/> }.to_html();
        let document = Document {
            title: &page.title,
            main: &main,
            who: Who::Citizen(user),
            display,
            failed: page.failed,
            live: Some((page, &nonce)),
        };
        (shell::render(site, document), nonce)
    })
}

/// A document: the same shell, nothing for the browser to take over.
pub async fn document(context: PageContext, request: Request) -> Response {
    let visit = context.visit(request.headers());
    let display = Display::of(&visit);
    let came_from = referring_page(request.headers()).unwrap_or_default();
    let found = crate::document::find(&context.site, request.uri(), display, came_from);
    let Some(mut found) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let user = match pages::find(&context, &visit, "/").await {
        Ok(found) => found.user,
        Err(error) => return refusal(api::status(error)),
    };
    let title = format!("{} — Ступени", found.title);
    let nonce = found
        .script
        .map(|script| add_script(&mut found.html, script));
    let html = shell::render(
        &context.site,
        Document {
            title: &title,
            main: &found.html,
            who: Who::Citizen(user),
            display,
            failed: false,
            live: None,
        },
    );
    let response = Html(html).into_response();
    match nonce {
        Some(nonce) => with_map(&context.site, response, &nonce),
        None => response,
    }
}

/// Writes a document's own script into it; answers its nonce.
fn add_script(html: &mut String, script: &str) -> String {
    let nonce = Nonce::new().to_string();
    let script = format!("<script type=\"module\" nonce=\"{nonce}\">{script}</script>");
    html.push_str(&script);
    nonce
}

/// A page with a map: its script may ask the browser for its place, and its tiles come from where they are configured.
fn with_map(site: &SiteContext, mut response: Response, nonce: &str) -> Response {
    let tiles = site.tiles.as_deref().and_then(origin).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' {tiles}; font-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    let permissions = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let name = HeaderName::from_static("permissions-policy");
    headers.insert(name, HeaderValue::from_static(permissions));
    response
}

/// Scheme and host of an address.
fn origin(address: &str) -> Option<&str> {
    let host = address.find("://")? + "://".len();
    let end = address[host..]
        .find('/')
        .map_or(address.len(), |path| host + path);
    Some(&address[..end])
}

/// A page of the desk: the shell of operators, nothing for the browser to take over.
pub async fn desk_page(context: PageContext, request: Request) -> Response {
    let visit = context.visit(request.headers());
    let found = match desk::find(&context, &visit, request.uri()).await {
        Ok(desk::Found::Page(found)) => found,
        Ok(desk::Found::Redirect(to)) => return redirect(&to),
        Err(error) => return refusal(api::status(error)),
    };
    desk_answer(&context, &visit, found)
}

/// «Добавить сотрудника»: the answer itself shows the one-time password, and nothing keeps it.
pub async fn add_operator(context: PageContext, visit: Visit, input: AddOperatorInput) -> Response {
    let answered = desk::add_operator(&context, &visit, input).await;
    answer(&context, &visit, answered, "/desk/operators")
}

/// «Новый одноразовый пароль»: the same.
pub async fn reset_operator(context: PageContext, visit: Visit, login: String) -> Response {
    let answered = desk::reset_operator(&context, &visit, login).await;
    answer(&context, &visit, answered, "/desk/operators")
}

/// «Сохранить центр»: what is wrong is said in the answer itself, which keeps everything that was typed.
pub async fn save_centre(
    context: PageContext,
    visit: Visit,
    fields: Vec<(String, String)>,
) -> Response {
    let answered = desk::save_centre(&context, &visit, &fields).await;
    answer(&context, &visit, answered, "/desk/centres")
}

/// «Применить» and «Вернуть обычный вид» of `/display`: no field says as usual.
pub fn save_display(context: &PageContext, fields: &[(String, String)]) -> Response {
    let display = Display::of_form(fields);
    let change = match display == Display::default() {
        true => CookieChange::clear(CookieName::Display),
        false => CookieChange::set(CookieName::Display, &display, Some(YEAR_S)),
    };
    let mut next = "/display?saved=1".to_owned();
    let back = fields.iter().find(|(name, _)| name == "back");
    if let Some((_, back)) = back.filter(|(_, back)| is_page(back)) {
        query::push(&mut next, "back", back);
    }
    let cookies = vec![change];
    led(context, &Done { next, cookies })
}

/// Whoever is not signed in comes back to `section`.
fn answer(
    context: &PageContext,
    visit: &Visit,
    answered: Result<Answered, PortalError>,
    section: &str,
) -> Response {
    match answered {
        Ok(Answered::Page(shown)) => desk_answer(context, visit, shown),
        Ok(Answered::Led(done)) => led(context, &done),
        Err(PortalError::NotSignedIn) => redirect(&accounts::desk::login_path(section)),
        Err(error) => refusal(api::status(error)),
    }
}

/// Where a submission leads, with its cookies.
fn led(context: &PageContext, done: &Done) -> Response {
    let mut response = redirect(&done.next);
    for change in &done.cookies {
        if let Ok(value) = HeaderValue::from_str(&change.header(context.secure())) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn desk_answer(context: &PageContext, visit: &Visit, mut found: desk::Shown) -> Response {
    let script = desk::kept::script(&found.html);
    let nonce = script.map(|script| add_script(&mut found.html, script));
    let title = format!("{} — Ступени", found.title);
    let html = shell::render(
        &context.site,
        Document {
            title: &title,
            main: &found.html,
            who: Who::Desk {
                employee: found.employee,
                wide: found.wide,
            },
            display: Display::of(visit),
            failed: found.failed,
            live: None,
        },
    );
    let response = (found.status, Html(html)).into_response();
    match nonce {
        Some(nonce) => with_policy(&context.site, response, &nonce),
        None => no_store(response),
    }
}

fn refusal((status, retry_after_s): (StatusCode, Option<u32>)) -> Response {
    let mut response = status.into_response();
    if let Some(seconds) = retry_after_s {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn redirect(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn with_policy(site: &SiteContext, mut response: Response, nonce: &str) -> Response {
    // Only `cargo leptos watch` has a second origin: the socket that tells of a new build.
    let watch = site
        .reload_port
        .map(|port| format!(" ws://127.0.0.1:{port} ws://localhost:{port}"))
        .unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'{watch}; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    no_store(response)
}

fn no_store(mut response: Response) -> Response {
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    response
}
