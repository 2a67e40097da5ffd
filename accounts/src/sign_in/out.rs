//! Signing out.

use crate::cookie::{CookieChange, CookieName};
use crate::done::Done;
use crate::draft::{self, DraftFlow};
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::visit::Visit;

/// Ends the session and takes back the cookies that lead to it; the known device stays known. A registration
/// that somebody has begun in this browser and not finished stays where it is.
pub(super) async fn sign_out(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Done, PortalError> {
    if let Some(session) = session::find(c, portal, visit.session.as_ref()).await? {
        session::end(c, &session.account_id, &session.id).await?;
        note(
            c,
            portal,
            visit,
            Some(&session.account_id),
            Event::SignedOut,
            &[],
        )
        .await?;
    }
    let draft = draft::held(c, portal, DraftFlow::Registration, visit.draft.as_ref()).await?;
    let mut done = Done::on("/").cookie(CookieChange::clear(CookieName::Session));
    if draft.is_none_or(|held| held.draft.finished) {
        done = done.cookie(CookieChange::clear(CookieName::Draft));
    }
    Ok(done
        .cookie(CookieChange::clear(CookieName::Recovery))
        .cookie(CookieChange::clear(CookieName::Resume)))
}
