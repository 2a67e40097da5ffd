//! Sessions of signed-in citizens.

use domain::level::AssuranceLevel;

use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::visit::Visit;

/// The signed-in citizen, as every page's header shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Id of the account.
    pub account_id: String,
    /// Id of the session.
    pub session_id: String,
    /// «Фамилия»
    pub surname: String,
    /// «Имя Фамилия»
    pub display_name: String,
    /// Level of the account.
    pub level: AssuranceLevel,
    /// When the session ends at the latest.
    pub expires_at: Instant,
    /// «Чужой компьютер»: when it ends for want of activity.
    pub idle_at: Option<Instant>,
}

/// The session of this visit, if it lives. Notes that it is used.
pub async fn current(portal: &Portal, visit: &Visit) -> Result<Option<SessionView>, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}

/// «Завершить» one session of one's own.
pub async fn revoke(
    portal: &Portal,
    visit: &Visit,
    session_id: String,
) -> Result<Done, PortalError> {
    let _ = (portal, visit, session_id);
    Err(PortalError::Unavailable)
}

/// Ends every session but this one.
pub async fn revoke_others(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    let _ = (portal, visit);
    Err(PortalError::Unavailable)
}
