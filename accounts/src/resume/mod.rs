//! Going on with a registration on another device, by a code to the confirmed contact.

use domain::flow::Facts;

use crate::challenge::CodeView;
use crate::done::Done;
use crate::enrolment::{CodeInput, ResendInput};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::visit::Visit;

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
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// `POST` of `/register/resume`. The same for every contact, whether there is a draft or not.
pub async fn submit_contact(
    portal: &Portal,
    visit: &Visit,
    input: ResumeInput,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, input);
    Err(PortalError::Unavailable)
}

/// `POST` of `/register/resume/code`: opens the registration's furthest step.
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

/// What the pages show. Never writes.
pub async fn view(portal: &Portal, visit: &Visit) -> Result<ResumeView, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}
