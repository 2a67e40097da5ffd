//! A browser becomes signed in.

use domain::level::AssuranceLevel;

use super::{device, row};
use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::token::Token;
use crate::vault::AccountKey;
use crate::visit::Visit;

/// The session that is to be opened.
pub(crate) struct Opening<'a> {
    pub(crate) account_id: &'a str,
    pub(crate) key: &'a AccountKey,
    /// The account's level, which the session keeps (D-38).
    pub(crate) level: AssuranceLevel,
    pub(crate) token: &'a Token,
    pub(crate) foreign_computer: bool,
}

/// Opens a session in place of the one the browser had. On its own computer the browser keeps it and the
/// device becomes known; on someone else's the session ends with the browser and nothing is remembered.
pub(crate) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    opening: Opening<'_>,
) -> Result<Vec<CookieChange>, PortalError> {
    if let Some(earlier) = row::find(c, portal, visit.session.as_ref()).await? {
        row::end(c, &earlier.account_id, &earlier.id).await?;
    }
    row::open(c, portal, visit, &opening).await?;
    let Opening {
        account_id,
        token,
        foreign_computer,
        ..
    } = opening;
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
