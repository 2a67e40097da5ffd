//! «Забыли пароль?»: login, code, new password, signed in.

use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::{CodeInput, PasswordInput, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
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
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// `POST` of `/recover`. The same for every login, known or not.
pub async fn submit_login(
    portal: &Portal,
    visit: &Visit,
    input: RecoveryInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// `POST` of `/recover/code`.
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// «Отправить снова».
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// `POST` of `/recover/password`: sets it, ends every other session, tells the owner, signs in.
pub async fn submit_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// What the pages show. Never writes.
pub async fn view(portal: &Portal, visit: &Visit) -> Result<RecoveryView, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}
