//! Two clicks on «Войти» are one sign-in to the owner.

use super::row::Origin;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::session as sql;
use crate::vault::{AccountKey, Cell};
use crate::visit::Visit;

/// How close two sign-ins are one.
const MOMENT_S: i64 = 60;

/// Whether the account was signed in to from this very address and browser a moment ago.
pub(crate) async fn is_twin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
    key: &AccountKey,
) -> Result<bool, PortalError> {
    let (since, mine) = (portal.clock.now().plus_s(-MOMENT_S), Origin::of(visit));
    let lately = [account_id.into(), since.into()];
    for row in c.fetch_all(sql::LIST_SINCE, &lately).await? {
        if open_origin(key, &row.text(0)?, &row.blob(1)?)? == mine {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Where a session was opened.
pub(crate) fn open_origin(
    key: &AccountKey,
    session_id: &str,
    sealed: &[u8],
) -> Result<Origin, PortalError> {
    let plain = key.open(
        Cell {
            table: "session",
            column: "origin",
            row: session_id,
        },
        sealed,
    )?;
    serde_json::from_slice(&plain).map_err(|_| PortalError::Unavailable)
}
