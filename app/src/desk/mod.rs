//! The desk's pages: only the server renders them, and they need no script.

mod case;
mod case_forms;
mod case_table;
mod login;
mod message;
mod password;
mod queue;
mod refusal;
mod words;

mod control;
mod journal;
mod journal_words;
mod sections;

use accounts::desk::{self, SeatView};
use accounts::{PortalError, Visit};
use http::{StatusCode, Uri};
use leptos::prelude::*;

use crate::components::live::{Failure, Failures, PageView, SummaryView};
use crate::components::plain::{Employee, html, part};
use crate::context::PageContext;
use crate::model::{Page, Part};
use crate::query::Query;

/// A page of the desk.
pub(crate) struct Shown {
    pub(crate) status: StatusCode,
    pub(crate) title: String,
    /// HTML of `main`.
    pub(crate) html: String,
    /// The last submission was refused.
    pub(crate) failed: bool,
    /// It holds a table.
    pub(crate) wide: bool,
    pub(crate) employee: Option<Employee>,
}

/// What is at a path of the desk.
pub(crate) enum Found {
    Page(Shown),
    Redirect(String),
}

/// What a page is made from.
struct Request<'a> {
    context: &'a PageContext,
    visit: &'a Visit,
    query: Query,
}

/// The page at an address of the desk for this visitor.
pub(crate) async fn find(
    context: &PageContext,
    visit: &Visit,
    uri: &Uri,
) -> Result<Found, PortalError> {
    let seat = desk::current(&context.site.portal, visit).await?;
    let request = Request {
        context,
        visit,
        query: Query::of(uri),
    };
    let Some(seat) = seat else {
        return Ok(match uri.path() {
            "/desk/login" => Found::Page(login::page(&request)),
            _ => {
                let here = uri.path_and_query().map_or("", |path| path.as_str());
                Found::Redirect(desk::login_path(here))
            }
        });
    };
    let mut found = route(&request, &seat, uri.path()).await?;
    if let Found::Page(shown) = &mut found {
        shown.employee = Some(Employee {
            login: seat.login,
            role: words::role(seat.role),
            sections: match seat.must_change {
                true => Vec::new(),
                false => sections::of(seat.role, uri.path()),
            },
        });
    }
    Ok(found)
}

/// The page for somebody who is signed in: first a password, then what the role is for.
async fn route(request: &Request<'_>, seat: &SeatView, path: &str) -> Result<Found, PortalError> {
    let page = match path {
        "/desk/password" if seat.must_change => password::page(request),
        _ if seat.must_change => return Ok(Found::Redirect("/desk/password".into())),
        "/desk/login" | "/desk/password" => return Ok(Found::Redirect("/desk".into())),
        "/desk" if !seat.role.decides_cases() => {
            return Ok(Found::Redirect(sections::first(seat.role).into()));
        }
        "/desk/journal" if seat.role.reads_journal() => journal::page(request).await?,
        _ if !seat.role.decides_cases() => message::forbidden(seat.role),
        "/desk/journal" => message::forbidden(seat.role),
        _ => match path.strip_prefix("/desk/reviews/") {
            None => queue::page(request).await?,
            Some(review) => match case::page(request, review).await? {
                Some(page) => page,
                None => message::unknown_case(),
            },
        },
    };
    Ok(Found::Page(page))
}

/// «Нужно исправить», where something is.
fn summary(failures: Vec<Failure>) -> Part {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Failures(RwSignal::new(failures)));
        part(view! { <SummaryView/> })
    })
}

/// A page of parts, rendered as the browser would take it over, which it does not.
fn shown(title: &str, parts: Vec<Part>) -> Shown {
    let refused = |part: &Part| matches!(part, Part::Form(form) if form.fields.iter().any(|field| !field.error.is_empty()));
    let failed = parts.iter().any(refused);
    let page = Page {
        parts,
        ..Page::default()
    };
    Shown {
        status: StatusCode::OK,
        title: title.to_owned(),
        html: Owner::new().with(|| html(view! { <PageView page/> })),
        failed,
        wide: false,
        employee: None,
    }
}
