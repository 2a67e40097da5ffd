//! The identity is proven: the other routes close, the level rises, the citizen is told.

use domain::level::AssuranceLevel;
use domain::proofing::RouteEvent;

use super::route;
use crate::account::Account;
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note_unasked;
use crate::outbox::NoticeKind;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::account as account_sql;
use crate::tell::tell_everywhere;

/// Ends a route well. The data must agree with the registries by now: a simplified account stays what it is.
/// `false`: the route is not open, or the account not standard.
pub(crate) async fn prove(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    route_id: &str,
    method: &'static str,
) -> Result<bool, PortalError> {
    let (from, to) = (AssuranceLevel::Standard, AssuranceLevel::Confirmed);
    if account.level != from
        || !route::apply(c, portal, account, route_id, RouteEvent::Succeed).await?
    {
        return Ok(false);
    }
    let id = account.id.as_str();
    let raise = [id.into(), to.code().into(), from.code().into()];
    if c.execute(account_sql::RAISE_LEVEL, &raise).await? == 0 {
        return Err(PortalError::Unavailable);
    }
    let detail = [("method", method)];
    note_unasked(c, portal, id, Event::IdentityProven, &detail).await?;
    let detail = [("level", to.code())];
    note_unasked(c, portal, id, Event::LevelChanged, &detail).await?;
    tell_everywhere(c, portal, id, &account.key, NoticeKind::IdentityProven).await?;
    Ok(true)
}
