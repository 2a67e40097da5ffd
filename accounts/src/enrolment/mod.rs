//! Registration: form, code, password, simplified account.

mod input;
mod view;

pub use input::{CodeInput, PasswordInput, RegistrationInput, ResendInput};
pub use view::{ContactView, DoneView, RegistrationView};

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::visit::Visit;

/// The answer to a draft saved on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Until when the draft lives; `None`: nothing was saved, for want of a draft and a consent.
    pub until: Option<Instant>,
}

/// `POST` of `/register`: judges the form, opens or changes the draft, sends the first code.
pub async fn submit_form(
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// Keeps what is typed so far. Opens a draft only when the consent is ticked.
/// The cookie changes go with it when a draft was opened.
pub async fn autosave(
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<(Saved, Done), PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// `POST` of `/register/code`.
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// «Отправить снова» on `/register/code`.
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// `POST` of `/register/password`: makes the account.
pub async fn submit_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// «Сохранить и выйти»: the draft stays, the browser goes to `/` with a note.
pub async fn save_and_exit(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}

/// What the registration's pages show. Never writes.
pub async fn view(portal: &Portal, visit: &Visit) -> Result<RegistrationView, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}

/// The code page's clock, for scripts. `None` where no code is waited for.
pub async fn code_status(portal: &Portal, visit: &Visit) -> Result<Option<CodeView>, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}
