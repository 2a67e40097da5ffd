//! Changing and confirming an account's contacts.

use domain::field::contact::ContactKind;
use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::{CodeInput, ContactView, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
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
    /// The outcome of the last submission; `login` holds the contact as typed.
    pub flash: Option<Flash>,
}

/// Begins a change: checks the password, sends a code to the new contact.
pub async fn begin_change(
    portal: &Portal,
    visit: &Visit,
    input: ContactChangeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// Begins the confirmation of the contact that the account has but not confirmed.
pub async fn begin_confirmation(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, kind);
    Err(PortalError::Unavailable)
}

/// The typed code of a new contact: when right, the change is done.
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, kind, input);
    Err(PortalError::Unavailable)
}

/// «Отправить снова».
pub async fn resend(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, kind, input);
    Err(PortalError::Unavailable)
}

/// What the pages show. Never writes.
pub async fn view(
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<ContactChangeView, PortalError> {
    let _ = (portal, visit, kind);
    Err(PortalError::Unavailable)
}
