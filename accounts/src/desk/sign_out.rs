//! Signing out of the desk.

use super::note::note;
use super::seat;
use crate::cookie::{CookieChange, CookieName};
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::Event;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// «Выйти»: ends the session and leads to `/desk/login`. A repeat is harmless.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn sign_out(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            if let Some(seat) = seat::find(c, p, v).await? {
                seat::end(c, &seat).await?;
                let id = Some(seat.operator_id.as_str());
                note(c, p, v, id, Event::OperatorSignedOut).await?;
            }
            Ok(Done::on("/desk/login").cookie(CookieChange::clear(CookieName::Desk)))
        })
    })
    .await
}
