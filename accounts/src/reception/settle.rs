//! What happens to receptions when nobody stands at the desk: the registries answer, a code is used.

use super::act::Actor;
use super::row::{self, State, load};
use super::{finish, row::Reception};
use crate::account::Account;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::reception as sql;

/// The registries agree with a version: whoever was compared with it has proven who they are.
pub(crate) async fn checks_passed(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    profile_id: &str,
) -> Result<(), PortalError> {
    for mut reception in of_profile(c, portal, profile_id).await? {
        let operator_id = reception.operator_id.clone();
        let actor = Actor {
            operator_id: &operator_id,
            visit: None,
        };
        finish::finish(c, portal, actor, account, &mut reception).await?;
    }
    Ok(())
}

async fn of_profile(
    c: &mut Connection,
    portal: &Portal,
    profile_id: &str,
) -> Result<Vec<Reception>, PortalError> {
    let mut found = Vec::new();
    for row in c.fetch_all(sql::OF_PROFILE, &[profile_id.into()]).await? {
        found.extend(load(c, portal, &row.text(0)?).await?);
    }
    Ok(found)
}

/// The registries have said no: the operator looks at the documents once more.
pub(crate) async fn checks_failed(c: &mut Connection, profile_id: &str) -> Result<(), PortalError> {
    c.execute(sql::REOPEN, &[profile_id.into()]).await?;
    Ok(())
}

/// The version that was compared when a route was gone; `None`: none was.
pub(crate) async fn compared_profile(
    c: &mut Connection,
    account_id: &str,
    route_id: &str,
) -> Result<Option<String>, PortalError> {
    let values = [account_id.into(), route_id.into()];
    let row = c.fetch_optional(sql::COMPARED, &values).await?;
    Ok(row.map(|row| row.opt_text(0)).transpose()?.flatten())
}

/// The code of a restoration was used, or is not wanted.
pub(crate) async fn restoration_used(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<(), PortalError> {
    let rows = c
        .fetch_all(sql::RESTORATION_OF, &[account_id.into()])
        .await?;
    for row in rows {
        if let Some(mut reception) = load(c, portal, &row.text(0)?).await? {
            row::close(c, portal, &mut reception, State::Done).await?;
        }
    }
    Ok(())
}
