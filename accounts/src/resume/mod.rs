//! Going on with a registration on another device, by a code to the confirmed contact.

mod steps;

use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::done::Done;
use crate::enrolment::{CodeInput, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

pub(crate) use steps::go_on;

/// `/register/resume`.
#[derive(Clone, Debug, Default)]
pub struct ResumeInput {
    /// Random hidden id of the form.
    pub form_id: String,
    /// Phone or e-mail of the registration.
    pub contact: String,
}

/// What the pages of «continue on this device» show.
#[derive(Clone, Debug)]
pub struct ResumeView {
    /// What is true of the draft in this browser.
    pub facts: Facts,
    /// The code that is waited for.
    pub code: Option<CodeView>,
    /// The outcome of the last submission, for the form it names.
    pub flash: Option<Flash>,
}

/// `POST` of `/register/resume`. The same for every contact, whether there is a draft or not.
///
/// # Errors
/// [`PortalError::TooMany`] where too many drafts begin at one address; [`PortalError::Unavailable`].
pub async fn submit_contact(
    portal: &Portal,
    visit: &Visit,
    input: ResumeInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(steps::submit_contact(c, p, v, input))
    })
    .await
}

/// `POST` of `/register/resume/code`: opens the registration's furthest step.
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

/// What the pages show. Never writes.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<ResumeView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(steps::view(c, p, v))).await
}
