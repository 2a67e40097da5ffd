//! The link of a letter: looking at it is harmless, pressing its button counts.

use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
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
    /// It was used.
    Used(LinkPurpose),
    /// Too old, ended or never sent.
    Dead,
}

/// `GET` of `/confirm/{token}`. Never writes: mail scanners come by.
pub async fn link_view(portal: &Portal, token: &str) -> Result<LinkView, PortalError> {
    let _ = (portal, token);
    Err(PortalError::Unavailable)
}

/// `POST` of `/confirm/{token}`: this browser has proven the contact.
pub async fn confirm_link(
    portal: &Portal,
    visit: &Visit,
    token: String,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, token);
    Err(PortalError::Unavailable)
}
