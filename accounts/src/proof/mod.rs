//! The link of a letter: looking at it is harmless, pressing its button counts.

mod link;
mod press;

use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Goes on with a registration.
    Registration,
    /// Goes on with a registration on another device.
    Resume,
    /// Goes on to a new password.
    Recovery,
    /// Confirms a contact of an account.
    ContactChange,
}

/// What can be done with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkView {
    /// The button counts.
    Alive(LinkPurpose),
    /// It was used, or what it was for is done.
    Used(LinkPurpose),
    /// Too old, ended or never sent.
    Dead,
}

/// The button of a link's page.
#[derive(Clone, Default)]
pub struct LinkInput {
    /// The token of the path.
    pub token: String,
    /// Random hidden id of the page: a repeated press is told from one in another browser by it.
    pub form_id: String,
}

/// `GET` of `/confirm/{token}`. Never writes: mail scanners come by.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn link_view(
    portal: &Portal,
    visit: &Visit,
    token: String,
) -> Result<LinkView, PortalError> {
    task::read(portal, visit, |c, p, _| {
        Box::pin(async move { Ok(link::find(c, p, &token).await?.view()) })
    })
    .await
}

/// `POST` of `/confirm/{token}`: this browser has proven the contact. A link that does not count leads back
/// to its page, which says so.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn confirm_link(
    portal: &Portal,
    visit: &Visit,
    input: LinkInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(press::press(c, p, v, input))
    })
    .await
}
