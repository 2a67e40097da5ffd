//! A browser becomes signed in.

use super::{device, row};
use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::token::Token;
use crate::vault::AccountKey;
use crate::visit::Visit;

/// Opens a session in place of the one the browser had. On its own computer the browser keeps it and the
/// device becomes known; on someone else's the session ends with the browser and nothing is remembered.
pub(crate) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
    key: &AccountKey,
    token: &Token,
    foreign_computer: bool,
) -> Result<Vec<CookieChange>, PortalError> {
    if let Some(earlier) = row::find(c, portal, visit.session.as_ref()).await? {
        row::end(c, &earlier.account_id, &earlier.id).await?;
    }
    row::open(c, portal, visit, account_id, key, token, foreign_computer).await?;
    if foreign_computer {
        return Ok(vec![session_cookie(portal, token, true)]);
    }
    let device = device::remember(c, portal, visit, account_id).await?;
    Ok(vec![session_cookie(portal, token, false), device])
}

/// The cookie of a session.
pub(crate) fn session_cookie(
    portal: &Portal,
    token: &Token,
    foreign_computer: bool,
) -> CookieChange {
    let age = (!foreign_computer).then_some(portal.config.session.lifetime_s);
    CookieChange::set(CookieName::Session, token, age)
}
