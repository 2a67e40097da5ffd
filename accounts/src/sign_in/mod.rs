//! Signing in with phone or e-mail and password, and out again.

mod counters;
mod out;
mod subject;
mod submit;

pub(crate) use counters::{Counters, growth};
pub(crate) use subject::forget_failures;

use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::return_path::login_path;
use crate::task;
use crate::visit::Visit;

/// What a citizen signs in with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoginKind {
    /// «Логин»: phone or e-mail.
    #[default]
    Contact,
    /// «Вход с помощью СНИЛС», from the standard level on (R-LOG-03): the number is an account's once its registry
    /// has confirmed it.
    Snils,
}

/// `/login` and `/login/snils`.
#[derive(Clone, Default)]
pub struct SignInInput {
    /// What `login` is.
    pub kind: LoginKind,
    /// «Логин» or «СНИЛС».
    pub login: String,
    /// «Пароль»
    pub password: String,
    /// «Чужой компьютер»
    pub foreign_computer: bool,
    /// Where the citizen was going; only a local path is followed.
    pub return_to: String,
}

/// `POST` of `/login`. One outcome for every failure: unknown login, wrong password, too early a try.
///
/// # Errors
/// [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn submit(
    portal: &Portal,
    visit: &Visit,
    input: SignInInput,
) -> Result<Done, PortalError> {
    task::complete(submit::submit(portal.clone(), visit.clone(), input)).await
}

/// The sign-in page that leads on to a local path of the portal afterwards.
#[must_use]
pub fn path_before(kind: LoginKind, return_to: &str) -> String {
    login_path(kind, return_to)
}

/// «Выйти»: ends the session and leads to `/`.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn sign_out(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(out::sign_out(c, p, v))).await
}
