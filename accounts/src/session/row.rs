//! The rows of sessions.

use domain::level::AssuranceLevel;
use serde::{Deserialize, Serialize};

use super::begin::Opening;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::session as sql;
use crate::token::Token;
use crate::vault::Cell;
use crate::visit::Visit;

/// A session that lives.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) account_id: String,
    pub(crate) seen_at: Instant,
    pub(crate) expires_at: Instant,
    pub(crate) foreign_computer: bool,
    /// The level it was opened with, or raised to.
    pub(crate) level: AssuranceLevel,
}

/// Where a session was opened, sealed under the account's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Origin {
    pub(crate) address: String,
    pub(crate) user_agent: String,
}

impl Origin {
    pub(super) fn of(visit: &Visit) -> Self {
        Self {
            address: visit.address.to_string(),
            user_agent: visit.user_agent.chars().take(400).collect(),
        }
    }
}

/// The session of a token, if it lives.
pub(crate) async fn find(
    c: &mut Connection,
    portal: &Portal,
    token: Option<&Token>,
) -> Result<Option<Session>, PortalError> {
    let Some(token) = token else { return Ok(None) };
    let Some(row) = c.fetch_optional(sql::FIND, &[token.hash().into()]).await? else {
        return Ok(None);
    };
    let session = Session {
        id: row.text(0)?,
        account_id: row.text(1)?,
        seen_at: row.instant(3)?,
        expires_at: row.instant(4)?,
        foreign_computer: row.flag(5)?,
        level: AssuranceLevel::from_code(&row.text(6)?).ok_or(PortalError::Unavailable)?,
    };
    Ok(is_alive(
        portal,
        session.expires_at,
        session.seen_at,
        session.foreign_computer,
    )
    .then_some(session))
}

/// Neither past its end nor left idle on someone else's computer.
pub(crate) fn is_alive(
    portal: &Portal,
    expires_at: Instant,
    seen_at: Instant,
    foreign: bool,
) -> bool {
    let now = portal.clock.now();
    let idle_at = seen_at.plus_s(portal.config.session.foreign_idle_s);
    expires_at > now && (!foreign || idle_at > now)
}

/// The session of this visit, or [`PortalError::NotSignedIn`].
pub(crate) async fn require(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Session, PortalError> {
    find(c, portal, visit.session.as_ref())
        .await?
        .ok_or(PortalError::NotSignedIn)
}

/// Opens a session under a token.
pub(super) async fn open(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    opening: &Opening<'_>,
) -> Result<(), PortalError> {
    let (now, id) = (portal.clock.now(), new_id(&*portal.clock, &*portal.rng));
    let origin = serde_json::to_vec(&Origin::of(visit)).map_err(|_| PortalError::Unavailable)?;
    let origin = opening.key.seal(
        Cell {
            table: "session",
            column: "origin",
            row: &id,
        },
        &origin,
        &*portal.rng,
    );
    let values = [
        id.into(),
        opening.account_id.into(),
        opening.token.hash().into(),
        now.into(),
        now.plus_s(portal.config.session.lifetime_s).into(),
        opening.foreign_computer.into(),
        origin.into(),
        opening.level.code().into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(())
}

/// Ends one session of an account. Tells whether there was one.
pub(crate) async fn end(
    c: &mut Connection,
    account_id: &str,
    session_id: &str,
) -> Result<bool, PortalError> {
    Ok(
        c.execute(sql::DELETE, &[session_id.into(), account_id.into()])
            .await?
            > 0,
    )
}

/// Ends every session of an account but one (`""`: every one). Tells how many.
pub(crate) async fn end_others(
    c: &mut Connection,
    account_id: &str,
    but: &str,
) -> Result<u64, PortalError> {
    Ok(
        c.execute(sql::DELETE_OTHERS, &[account_id.into(), but.into()])
            .await?,
    )
}
