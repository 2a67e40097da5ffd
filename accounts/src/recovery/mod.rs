//! «Забыли пароль?»: login, code, new password, signed in.

mod finish;
mod steps;

use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::{CodeInput, PasswordInput, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// `/recover`.
#[derive(Clone, Debug, Default)]
pub struct RecoveryInput {
    /// Random hidden id of the form.
    pub form_id: String,
    /// «Логин»: phone or e-mail.
    pub login: String,
}

/// What the recovery's pages show.
#[derive(Clone, Debug)]
pub struct RecoveryView {
    /// What is true of the draft in this browser.
    pub facts: Facts,
    /// The code that is waited for.
    pub code: Option<CodeView>,
    /// Until when the recovery can be finished.
    pub expires_at: Option<Instant>,
    /// The outcome of the last submission, for the form it names.
    pub flash: Option<Flash>,
}

/// `POST` of `/recover`. The same for every login, known or not.
///
/// # Errors
/// [`PortalError::TooMany`] where too many drafts begin at one address; [`PortalError::Unavailable`].
pub async fn submit_login(
    portal: &Portal,
    visit: &Visit,
    input: RecoveryInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(steps::submit_login(c, p, v, input))
    })
    .await
}

/// `POST` of `/recover/code`.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(steps::submit_code(c, p, v, input))
    })
    .await
}

/// «Отправить снова».
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(steps::resend(c, p, v, input))
    })
    .await
}

/// `POST` of `/recover/password`: sets it, ends every other session, tells the owner, signs in.
///
/// # Errors
/// [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn submit_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    task::complete(finish::submit(portal.clone(), visit.clone(), input)).await
}

/// What the pages show. Never writes.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<RecoveryView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(steps::view(c, p, v))).await
}
