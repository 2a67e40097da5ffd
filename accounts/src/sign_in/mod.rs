//! Signing in with phone or e-mail and password, and out again.

use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::visit::Visit;

/// `/login`.
#[derive(Clone, Default)]
pub struct SignInInput {
    /// «Логин»: phone or e-mail.
    pub login: String,
    /// «Пароль»
    pub password: String,
    /// «Чужой компьютер»
    pub foreign_computer: bool,
    /// Where the citizen was going; only a local path is followed.
    pub return_to: String,
}

/// `POST` of `/login`. One outcome for every failure.
pub async fn submit(
    portal: &Portal,
    visit: &Visit,
    input: SignInInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// «Выйти»: ends the session and leads to `/`.
pub async fn sign_out(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}
