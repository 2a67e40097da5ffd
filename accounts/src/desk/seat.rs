//! The rows of operators' sessions: who sits at the desk.

use crate::clock::Instant;
use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::id::new_id;
use crate::operator::Role;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::operator_session as sql;
use crate::token::Token;
use crate::visit::Visit;

/// A session that lives, of an operator who is not disabled.
#[derive(Clone, Debug)]
pub(crate) struct Seat {
    pub(super) id: String,
    pub(super) seen_at: Instant,
    pub(super) expires_at: Instant,
    pub(crate) operator_id: String,
    pub(super) login: String,
    pub(super) role: Role,
    /// Nothing is open but the page where a password is chosen.
    pub(super) must_change: bool,
    /// Where the operator works: id in the directory of centres.
    pub(crate) centre: Option<String>,
}

/// The session of this visit, if it lives.
pub(super) async fn find(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Option<Seat>, PortalError> {
    let Some(token) = &visit.desk else {
        return Ok(None);
    };
    let Some(row) = c.fetch_optional(sql::FIND, &[token.hash().into()]).await? else {
        return Ok(None);
    };
    let seat = Seat {
        id: row.text(0)?,
        seen_at: row.instant(1)?,
        expires_at: row.instant(2)?,
        operator_id: row.text(3)?,
        login: row.text(4)?,
        role: Role::from_code(&row.text(5)?).ok_or(PortalError::Unavailable)?,
        must_change: row.flag(6)?,
        centre: row.opt_text(7)?,
    };
    let now = portal.clock.now();
    let idle_at = seat.seen_at.plus_s(portal.config.desk.idle_s);
    Ok((seat.expires_at > now && idle_at > now).then_some(seat))
}

/// The seat of this visit, or [`PortalError::NotSignedIn`].
pub(super) async fn require(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Seat, PortalError> {
    find(c, portal, visit)
        .await?
        .ok_or(PortalError::NotSignedIn)
}

/// The seat of somebody whose role is right. Until a password is chosen nobody's is; the sign-in page knows where that
/// is done.
pub(super) async fn require_role(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    is_right: fn(Role) -> bool,
) -> Result<Seat, PortalError> {
    let seat = require(c, portal, visit).await?;
    if seat.must_change {
        return Err(PortalError::NotSignedIn);
    }
    if !is_right(seat.role) {
        return Err(PortalError::Forbidden);
    }
    Ok(seat)
}

/// The seat of somebody who decides cases.
pub(super) async fn require_specialist(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Seat, PortalError> {
    require_role(c, portal, visit, Role::decides_cases).await
}

/// The seat of somebody who serves citizens.
pub(crate) async fn require_operator(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Seat, PortalError> {
    require_role(c, portal, visit, Role::serves_citizens).await
}

/// Id of the administrator of this visit, on the same terms.
pub(crate) async fn administrator(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<String, PortalError> {
    let seat = require_role(c, portal, visit, Role::administers).await?;
    Ok(seat.operator_id)
}

/// Opens a session in place of the one the browser had. Its cookie ends with the browser.
pub(super) async fn open(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    operator_id: &str,
) -> Result<CookieChange, PortalError> {
    if let Some(earlier) = find(c, portal, visit).await? {
        end(c, &earlier).await?;
    }
    let (now, token) = (portal.clock.now(), Token::new(&*portal.rng));
    let values = [
        new_id(&*portal.clock, &*portal.rng).into(),
        operator_id.into(),
        token.hash().into(),
        now.into(),
        now.plus_s(portal.config.desk.lifetime_s).into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(CookieChange::set(CookieName::Desk, &token, None))
}

/// Ends a session.
pub(super) async fn end(c: &mut Connection, seat: &Seat) -> Result<(), PortalError> {
    c.execute(sql::DELETE, &[seat.id.as_str().into()]).await?;
    Ok(())
}

/// Ends every session of an operator.
pub(super) async fn end_all(c: &mut Connection, operator_id: &str) -> Result<(), PortalError> {
    c.execute(sql::DELETE_ALL, &[operator_id.into()]).await?;
    Ok(())
}
