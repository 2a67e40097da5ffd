//! The desk's pages: only the server renders them, and they work without scripts.

mod case;
mod case_forms;
mod case_table;
mod login;
mod message;
mod password;
mod queue;
pub(crate) mod reception;
mod refusal;
mod words;

mod centre;
mod centres;
mod control;
mod flashed;
mod issued;
mod journal;
mod journal_words;
pub(crate) mod kept;
mod operator;
mod operators;
mod sections;

use accounts::desk::{self, AddOperatorInput, Issue, SeatView};
use accounts::operator::Role;
use accounts::{Done, PortalError, Visit};
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
        shown.employee = Some(employee(seat, uri.path()));
    }
    Ok(found)
}

/// Who sits at the desk, as the head of a page names them.
fn employee(seat: SeatView, path: &str) -> Employee {
    Employee {
        role: words::role(seat.role),
        sections: match seat.must_change {
            true => Vec::new(),
            false => sections::of(seat.role, path),
        },
        login: seat.login,
    }
}

/// What a form is answered with that has no server function.
pub(crate) enum Answered {
    /// A page: a one-time password, or the form with what is wrong.
    Page(Shown),
    /// The way to another page.
    Led(Done),
}

/// «Сохранить центр»
pub(crate) async fn save_centre(
    context: &PageContext,
    visit: &Visit,
    fields: &[(String, String)],
) -> Result<Answered, PortalError> {
    Ok(match centre::save(context, visit, fields).await? {
        Ok(done) => Answered::Led(done),
        Err(shown) => {
            let seat = desk::current(&context.site.portal, visit).await?;
            Answered::Page(Shown {
                employee: seat.map(|seat| employee(seat, "/desk/centres")),
                ..shown
            })
        }
    })
}

/// «Добавить сотрудника»
pub(crate) async fn add_operator(
    context: &PageContext,
    visit: &Visit,
    input: AddOperatorInput,
) -> Result<Answered, PortalError> {
    let issue = desk::add_operator(&context.site.portal, visit, input).await?;
    show(context, visit, issue).await
}

/// «Новый одноразовый пароль»
pub(crate) async fn reset_operator(
    context: &PageContext,
    visit: &Visit,
    login: String,
) -> Result<Answered, PortalError> {
    let issue = desk::reset_operator(&context.site.portal, visit, login).await?;
    show(context, visit, issue).await
}

async fn show(context: &PageContext, visit: &Visit, issue: Issue) -> Result<Answered, PortalError> {
    let issued = match issue {
        Issue::Refused(done) => return Ok(Answered::Led(done)),
        Issue::Issued(issued) => issued,
    };
    let seat = desk::current(&context.site.portal, visit).await?;
    Ok(Answered::Page(Shown {
        employee: seat.map(|seat| employee(seat, "/desk/operators")),
        ..issued::page(&issued)
    }))
}

/// The page for somebody who is signed in: first a password, then what the role is for.
async fn route(request: &Request<'_>, seat: &SeatView, path: &str) -> Result<Found, PortalError> {
    let page = match path {
        "/desk/password" if seat.must_change => password::page(request),
        _ if seat.must_change => return Ok(Found::Redirect("/desk/password".into())),
        "/desk/login" | "/desk/password" => return Ok(Found::Redirect("/desk".into())),
        _ if is_of_visits(path) => return visits(request, seat, path).await,
        "/desk" if !seat.role.decides_cases() => {
            return Ok(Found::Redirect(sections::first(seat.role).into()));
        }
        "/desk/journal" if seat.role.reads_journal() => journal::page(request).await?,
        path if seat.role.administers() => administration(request, path).await?,
        _ if !seat.role.decides_cases() || !is_case(path) => message::forbidden(seat.role),
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

fn is_of_visits(path: &str) -> bool {
    let page = accounts::reception::VISITS;
    let pages = [
        accounts::reception::REGISTRATION,
        accounts::reception::WORKPLACE,
    ];
    path.starts_with(page) || pages.contains(&path)
}

/// The pages of those who serve citizens.
async fn visits(request: &Request<'_>, seat: &SeatView, path: &str) -> Result<Found, PortalError> {
    if !seat.role.serves_citizens() {
        return Ok(Found::Page(message::forbidden(seat.role)));
    }
    let page = match path {
        accounts::reception::VISITS => reception::visits(request).await?,
        accounts::reception::WORKPLACE => reception::workplace(request).await?,
        accounts::reception::REGISTRATION => return reception::registration(request).await,
        _ => {
            let id = path.rsplit('/').next().unwrap_or_default();
            let page = reception::page(request, id).await?;
            page.unwrap_or_else(message::unknown_reception)
        }
    };
    Ok(Found::Page(page))
}

/// Of the pages behind the queue only the cases are for those who decide them.
fn is_case(path: &str) -> bool {
    path == "/desk" || path.starts_with("/desk/reviews/")
}

/// The pages of administrators.
async fn administration(request: &Request<'_>, path: &str) -> Result<Shown, PortalError> {
    if path == "/desk/operators" {
        return operators::page(request).await;
    }
    if let Some(login) = path.strip_prefix("/desk/operators/") {
        let found = operator::page(request, login).await?;
        return Ok(found.unwrap_or_else(message::unknown_operator));
    }
    if path == "/desk/centres" {
        return centres::page(request).await;
    }
    if let Some(id) = path.strip_prefix("/desk/centres/") {
        return centre::page(request, id).await;
    }
    Ok(message::forbidden(Role::Administrator))
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
