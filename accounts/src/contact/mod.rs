//! Changing and confirming an account's contacts.

mod finish;
mod steps;

pub(crate) use finish::{end_changes, finish};

use domain::field::contact::ContactKind;
use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::{CodeInput, ContactView, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// `/cabinet/contacts/phone` and `/cabinet/contacts/email`.
#[derive(Clone)]
pub struct ContactChangeInput {
    /// Which contact.
    pub kind: ContactKind,
    /// The new one.
    pub value: String,
    /// The current password.
    pub password: String,
}

/// What the pages of a contact show.
#[derive(Clone, Debug)]
pub struct ContactChangeView {
    /// What is true of the change.
    pub facts: Facts,
    /// The contact the account has now.
    pub current: Option<ContactView>,
    /// It is confirmed.
    pub current_confirmed: bool,
    /// The code that is waited for; its contact is the new one.
    pub code: Option<CodeView>,
    /// Until when the change can be finished.
    pub expires_at: Option<Instant>,
    /// The outcome of the last submission, for the form it names; `login` holds the contact as typed.
    pub flash: Option<Flash>,
}

/// Begins a change: checks the password, sends a code to the new contact. The same whether another account
/// has it or not.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn begin_change(
    portal: &Portal,
    visit: &Visit,
    input: ContactChangeInput,
) -> Result<Done, PortalError> {
    task::complete(steps::begin_change(portal.clone(), visit.clone(), input)).await
}

/// Begins the confirmation of the contact that the account has but not confirmed.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn begin_confirmation(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<Done, PortalError> {
    task::write(portal, visit, move |c, p, v| {
        Box::pin(steps::begin_confirmation(c, p, v, kind))
    })
    .await
}

/// The typed code of a new contact: when right, the change is done.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: CodeInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, move |c, p, v| {
        Box::pin(steps::submit_code(c, p, v, kind, input))
    })
    .await
}

/// «Отправить снова».
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: ResendInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, move |c, p, v| {
        Box::pin(steps::resend(c, p, v, kind, input))
    })
    .await
}

/// What the pages show. Never writes.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<ContactChangeView, PortalError> {
    task::read(portal, visit, move |c, p, v| {
        Box::pin(steps::view(c, p, v, kind))
    })
    .await
}
