//! `/desk/operators`: administrators add operators and change them.

use super::seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::operator::{self, Acting, Issued, OperatorError, OperatorLine, OperatorLogin, Role};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

const PATH: &str = "/desk/operators";
/// Operators on one page.
const PAGE: u32 = 100;

/// `/desk/operators`.
#[derive(Clone, Debug)]
pub struct OperatorsView {
    /// The operators of this page, by login.
    pub lines: Vec<OperatorLine>,
    /// The login behind which the next page begins.
    pub next: Option<String>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// `/desk/operators/{login}`.
#[derive(Clone, Debug)]
pub struct OperatorView {
    /// The operator.
    pub line: OperatorLine,
    /// It is the administrator who asks.
    pub own: bool,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// «Добавить сотрудника»
#[derive(Clone, Debug, Default)]
pub struct AddOperatorInput {
    /// «Логин»
    pub login: String,
    /// Code of a role.
    pub role: String,
    /// Id of a centre; empty: none.
    pub centre: String,
}

/// What becomes of a request for a one-time password.
pub enum Issue {
    /// It is shown in the answer, and never again.
    Issued(Box<Issued>),
    /// There is none: where that is said.
    Refused(Done),
}

/// A page of the operators behind a login, for administrators.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn operators(
    portal: &Portal,
    visit: &Visit,
    after: String,
) -> Result<OperatorsView, PortalError> {
    let lines = task::read(portal, visit, move |c, p, v| {
        Box::pin(async move {
            seat::administrator(c, p, v).await?;
            operator::list_after(c, &after, PAGE + 1).await
        })
    });
    let mut lines = lines.await?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    Ok(OperatorsView {
        next: lines.last().filter(|_| more).map(|line| line.login.clone()),
        lines,
        flash: flash::read(portal, visit).filter(|flash| flash.form == Form::DeskOperators),
    })
}

/// One operator, for administrators; `None`: there is no such one.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn operator(
    portal: &Portal,
    visit: &Visit,
    login: &str,
) -> Result<Option<OperatorView>, PortalError> {
    let login = login.to_owned();
    let found = task::read(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let seat = seat::require_role(c, p, v, Role::administers).await?;
            let line = operator::line_of(c, &login).await?;
            Ok(line.map(|line| (seat.login == line.login, line)))
        })
    });
    let flash = flash::read(portal, visit).filter(|flash| flash.form == Form::DeskOperator);
    Ok(found
        .await?
        .map(|(own, line)| OperatorView { line, own, flash }))
}

/// Adds an operator; what was typed is kept where it cannot be.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Overloaded`],
/// [`PortalError::Unavailable`].
pub async fn add_operator(
    portal: &Portal,
    visit: &Visit,
    input: AddOperatorInput,
) -> Result<Issue, PortalError> {
    enter(portal, visit).await?;
    let flash = Flash::of(Form::DeskOperators)
        .typed(&input.login)
        .keep("role", &input.role)
        .keep("centre", &input.centre);
    let login = OperatorLogin::parse(input.login.trim());
    let role = Role::from_code(&input.role);
    let (Some(login), Some(role)) = (&login, role) else {
        let mut flash = flash;
        if login.is_none() {
            flash = flash.refuse("login", Outcome::OperatorLoginBad);
        }
        if role.is_none() {
            flash = flash.refuse("role", Outcome::ChoiceMissing);
        }
        return Ok(Issue::Refused(Done::with_flash(portal, PATH, &flash)?));
    };
    let centre = (!input.centre.is_empty()).then_some(input.centre);
    let (inner, login, acting) = (portal.clone(), login.clone(), by(visit));
    let issued =
        complete(async move { operator::add_by(&inner, acting, &login, role, centre).await });
    let flash = match issued.await? {
        Ok(issued) => return Ok(Issue::Issued(Box::new(issued))),
        Err(OperatorError::Portal(error)) => return Err(error),
        Err(OperatorError::Nowhere) => flash.refuse("centre", Outcome::CentreUnknown),
        Err(_) => flash.refuse("login", Outcome::OperatorLoginTaken),
    };
    Ok(Issue::Refused(Done::with_flash(portal, PATH, &flash)?))
}

/// «Новый одноразовый пароль»: sessions end, and who was disabled may sign in again.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Overloaded`],
/// [`PortalError::Unavailable`].
pub async fn reset_operator(
    portal: &Portal,
    visit: &Visit,
    login: String,
) -> Result<Issue, PortalError> {
    enter(portal, visit).await?;
    let Some(name) = OperatorLogin::parse(&login) else {
        return refused(portal, &login, OperatorError::Unknown).map(Issue::Refused);
    };
    let (inner, acting) = (portal.clone(), by(visit));
    let issued = complete(async move { operator::reset_by(&inner, acting, &name).await });
    match issued.await? {
        Ok(issued) => Ok(Issue::Issued(Box::new(issued))),
        Err(error) => refused(portal, &login, error).map(Issue::Refused),
    }
}

/// «Отключить»: nobody signs in as this operator any more, and whoever is signed in is so no longer.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn disable_operator(
    portal: &Portal,
    visit: &Visit,
    login: String,
) -> Result<Done, PortalError> {
    enter(portal, visit).await?;
    let Some(name) = OperatorLogin::parse(&login) else {
        return refused(portal, &login, OperatorError::Unknown);
    };
    let (inner, acting) = (portal.clone(), by(visit));
    let done = complete(async move { operator::disable_by(&inner, acting, &name).await });
    match done.await? {
        Ok(()) => say(portal, &login, Outcome::OperatorDisabled),
        Err(error) => refused(portal, &login, error),
    }
}

/// Where an operator works from now on; an empty centre: at none of their own.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn place_operator(
    portal: &Portal,
    visit: &Visit,
    login: String,
    centre: String,
) -> Result<Done, PortalError> {
    enter(portal, visit).await?;
    let Some(name) = OperatorLogin::parse(&login) else {
        return refused(portal, &login, OperatorError::Unknown);
    };
    let centre = (!centre.is_empty()).then_some(centre);
    let (inner, acting) = (portal.clone(), by(visit));
    let done = complete(async move { operator::place_by(&inner, acting, &name, centre).await });
    match done.await? {
        Ok(()) => say(portal, &login, Outcome::OperatorPlaced),
        Err(error) => refused(portal, &login, error),
    }
}

/// Nothing is read or hashed for anybody else.
async fn enter(portal: &Portal, visit: &Visit) -> Result<(), PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move { seat::administrator(c, p, v).await.map(drop) })
    })
    .await
}

fn by(visit: &Visit) -> Acting {
    Acting::Administrator(Box::new(visit.clone()))
}

/// Carries an act to its end, whether the browser waits or not.
async fn complete<T: Send + 'static>(
    act: impl Future<Output = Result<T, OperatorError>> + Send + 'static,
) -> Result<Result<T, OperatorError>, PortalError> {
    task::complete(async move { Ok(act.await) }).await
}

/// The page of an operator.
fn page(login: &str) -> String {
    match OperatorLogin::parse(login) {
        Some(login) => format!("{PATH}/{login}"),
        None => PATH.to_owned(),
    }
}

fn say(portal: &Portal, login: &str, outcome: Outcome) -> Result<Done, PortalError> {
    let flash = Flash::of(Form::DeskOperator).say(outcome);
    Done::with_flash(portal, page(login), &flash)
}

fn refused(portal: &Portal, login: &str, error: OperatorError) -> Result<Done, PortalError> {
    let outcome = match error {
        OperatorError::Portal(error) => return Err(error),
        OperatorError::Own => Outcome::OperatorOwn,
        OperatorError::Nowhere => Outcome::CentreUnknown,
        OperatorError::Unknown | OperatorError::Taken => {
            let flash = Flash::of(Form::DeskOperators).say(Outcome::OperatorUnknown);
            return Done::with_flash(portal, PATH, &flash);
        }
    };
    let flash = match outcome {
        Outcome::CentreUnknown => Flash::of(Form::DeskOperator).refuse("centre", outcome),
        outcome => Flash::of(Form::DeskOperator).say(outcome),
    };
    Done::with_flash(portal, page(login), &flash)
}
