//! The password of an account.

use crate::done::Done;
use crate::error::PortalError;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::visit::Visit;

/// `/cabinet/security`: change of the password.
#[derive(Clone, Default)]
pub struct PasswordChangeInput {
    /// The current one.
    pub current: String,
    /// The new one.
    pub password: String,
    /// The new one again.
    pub password_repeat: String,
}

/// Changes the password, ends all other sessions and tells the owner.
pub async fn change_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordChangeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// A warning about a weak password ([`Outcome::PasswordCommon`] or [`Outcome::PasswordOwn`]) before it is sent,
/// for scripts. It knows the person's own words from the draft or the session. Never writes.
pub async fn advice(
    portal: &Portal,
    visit: &Visit,
    password: String,
) -> Result<Option<Outcome>, PortalError> {
    let _ = (portal, visit, password);
    Err(PortalError::Unavailable)
}
