//! What is at a path for a visitor: one function, one answer.

mod appointment;
mod cabinet;
pub(crate) mod checks;
mod code;
mod confirm;
mod contact;
mod documents;
mod feed;
pub(crate) mod fields;
pub(crate) mod flash;
mod identity;
mod level;
mod login;
pub(crate) mod papers;
pub(crate) mod personal;
mod recover;
mod register;
mod resume;
pub(crate) mod security;
mod start;

use accounts::session::{self, SessionView};
use accounts::sign_in::{self, LoginKind};
use accounts::{PortalError, Visit};
use domain::flow::Step;

use crate::components::plain::{User, level_title};
use crate::context::PageContext;
use crate::model::{Page, Part, Screen, SessionEnd};

/// A page and who sees it.
pub(crate) struct Found {
    pub(crate) user: Option<User>,
    /// `None`: nothing is at this path.
    pub(crate) screen: Option<Screen>,
}

/// What a page is made from.
pub(crate) struct Request<'a> {
    pub(crate) context: &'a PageContext,
    pub(crate) visit: &'a Visit,
    pub(crate) session: Option<SessionView>,
}

/// The page at `path` (with its query) for this visitor.
pub(crate) async fn find(
    context: &PageContext,
    visit: &Visit,
    path: &str,
) -> Result<Found, PortalError> {
    let session = session::current(&context.site.portal, visit).await?;
    let user = session.as_ref().map(|session| User {
        surname: session.surname.clone(),
        level: level_title(session.level),
        contacts: session.contacts.clone(),
    });
    let request = Request {
        context,
        visit,
        session,
    };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut screen = route(&request, path, query).await?;
    if let Some(Screen::Page(page)) = &mut screen {
        level::offer(&request, path, page);
        page.signed_in = user.is_some();
        page.header = user.as_ref().map_or(0, User::stamp);
        page.session = request
            .session
            .as_ref()
            .map(|session| session_end(&request, session));
    }
    Ok(Found { user, screen })
}

async fn route(
    request: &Request<'_>,
    path: &str,
    query: &str,
) -> Result<Option<Screen>, PortalError> {
    if path.starts_with("/cabinet") && request.session.is_none() {
        let known = crate::routes().iter().any(|route| route.leads_to(path));
        let back = match query {
            "" => path.to_owned(),
            query => format!("{path}?{query}"),
        };
        return Ok(known.then(|| Screen::Redirect(sign_in::path_before(LoginKind::Contact, &back))));
    }
    let screen = match path {
        "/" => start::page(request)?,
        "/login" => login::page(request, query, LoginKind::Contact)?,
        "/login/snils" => login::page(request, query, LoginKind::Snils)?,
        "/cabinet" => cabinet::home(request).await?,
        "/cabinet/data" => cabinet::data(request).await?,
        "/cabinet/documents" => documents::page(request).await?,
        "/cabinet/feed" => feed::page(request).await?,
        "/cabinet/checks" => checks::page(request).await?,
        "/cabinet/notifications" => cabinet::notifications(),
        "/cabinet/identity" => identity::page(request).await?,
        "/cabinet/identity/visit" => appointment::page(request, query).await?,
        "/cabinet/security" => security::page(request).await?,
        _ => match Step::from_path(path) {
            Some(step) => step_page(request, step).await?,
            None => return below(request, path).await,
        },
    };
    Ok(Some(screen))
}

/// Pages whose path names what they are about.
async fn below(request: &Request<'_>, path: &str) -> Result<Option<Screen>, PortalError> {
    if let Some(document) = path.strip_prefix("/cabinet/documents/") {
        return documents::one(request, document).await.map(Some);
    }
    match path.strip_prefix("/confirm/") {
        Some(token) if !token.is_empty() => confirm::page(request, token).await.map(Some),
        _ => Ok(None),
    }
}

async fn step_page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    match step {
        Step::RegisterForm
        | Step::RegisterCode
        | Step::RegisterPassword
        | Step::RegisterExists
        | Step::RegisterDone => register::page(request, step).await,
        Step::ResumeContact | Step::ResumeCode => resume::page(request, step).await,
        Step::RecoverLogin | Step::RecoverCode | Step::RecoverPassword => {
            recover::page(request, step).await
        }
        Step::ContactNew(kind) | Step::ContactCode(kind) => {
            contact::page(request, step, kind).await
        }
        Step::PersonalCitizenship
        | Step::PersonalPerson
        | Step::PersonalDocument
        | Step::PersonalAddress
        | Step::PersonalResidence
        | Step::PersonalNumbers
        | Step::PersonalCheck => personal::page(request, step).await,
    }
}

fn session_end(request: &Request<'_>, session: &SessionView) -> SessionEnd {
    let now = request.context.site.portal.clock.now();
    let end = session
        .idle_at
        .map_or(session.expires_at, |idle| idle.min(session.expires_at));
    SessionEnd {
        in_s: u32::try_from(end.seconds() - now.seconds()).unwrap_or_default(),
        extendable: session.idle_at.is_some(),
    }
}

/// A page with its title: «Шаг 2 из 4. Код — Ступени».
pub(crate) fn titled(progress: Option<(u8, u8)>, heading: &str, parts: Vec<Part>) -> Screen {
    let title = match progress {
        Some((place, of)) => format!("Шаг {place} из {of}. {heading} — Ступени"),
        None => format!("{heading} — Ступени"),
    };
    let failed = parts.iter().any(|part| {
        matches!(part, Part::Form(form) if form.fields.iter().any(|field| !field.error.is_empty()))
    });
    Screen::Page(Page {
        title,
        failed,
        parts,
        ..Page::default()
    })
}

/// A fresh hidden id of a form.
pub(crate) fn form_id(request: &Request<'_>) -> (String, String) {
    let token = accounts::Token::new(&*request.context.site.portal.rng);
    ("form_id".to_owned(), token.to_string())
}
