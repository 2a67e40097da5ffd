//! Registration: form, code, password, simplified account.

mod code;
mod finish;
mod form;
mod input;
mod judge;
mod page;
mod standing;
mod view;

pub use input::{CodeInput, PasswordInput, RegistrationInput, ResendInput};
pub use judge::CONSENT_VERSION;
pub use view::{ContactView, DoneView, RegistrationView};

pub(crate) use standing::{facts, furthest};

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// The answer to a draft saved on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Until when the draft lives; `None`: nothing was saved, for want of a draft and a consent.
    pub until: Option<Instant>,
}

/// `POST` of `/register`: judges the form, opens or changes the draft, sends the first code.
///
/// # Errors
/// [`PortalError::TooMany`] where too many drafts begin at one address; [`PortalError::Unavailable`].
pub async fn submit_form(
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(form::submit(c, p, v, input))
    })
    .await
}

/// Keeps what is typed so far. Opens a draft only when the consent is ticked; its cookie is in [`Done`].
///
/// # Errors
/// As [`submit_form`].
pub async fn autosave(
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<(Saved, Done), PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(form::autosave(c, p, v, input))
    })
    .await
}

/// `POST` of `/register/code`.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(code::submit(c, p, v, input))
    })
    .await
}

/// «Отправить снова» on `/register/code`.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(code::resend(c, p, v, input))
    })
    .await
}

/// `POST` of `/register/password`: makes the account and signs in.
///
/// # Errors
/// [`PortalError::Overloaded`], with nothing lost but the typed password; [`PortalError::Unavailable`].
pub async fn submit_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    task::complete(finish::submit(portal.clone(), visit.clone(), input)).await
}

/// «Сохранить и выйти»: the draft stays, with what the form held; the browser goes to `/` with a note.
///
/// # Errors
/// As [`submit_form`].
pub async fn save_and_exit(
    portal: &Portal,
    visit: &Visit,
    input: Option<RegistrationInput>,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(form::save_and_exit(c, p, v, input))
    })
    .await
}

/// What the registration's pages show. Never writes.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<RegistrationView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(page::view(c, p, v))).await
}

/// The code page's clock, for scripts. `None` where no code is waited for.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn code_status(portal: &Portal, visit: &Visit) -> Result<Option<CodeView>, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(page::code_status(c, p, v))
    })
    .await
}

/// The words of a draft that its password should not be made of.
pub(crate) use finish::draft_words;
