//! Known devices: a browser that signed in once is told apart from strangers.

use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::device as sql;
use crate::token::Token;
use crate::visit::Visit;

/// How long a device is remembered: browsers keep no cookie longer.
pub(crate) const LIFETIME_S: i64 = 400 * 24 * 3600;

/// Whether the account knows the visit's device.
pub(crate) async fn is_known(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
) -> Result<bool, PortalError> {
    let Some(token) = &visit.device else {
        return Ok(false);
    };
    let row = c
        .fetch_optional(sql::FIND, &[token.hash().into(), account_id.into()])
        .await?;
    let Some(row) = row else { return Ok(false) };
    Ok(row.int(0)? > portal.clock.now().millis() - LIFETIME_S * 1000)
}

/// The account knows this device from now on. A token the portal never issued is not taken over.
pub(crate) async fn remember(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
) -> Result<CookieChange, PortalError> {
    let now = portal.clock.now();
    let mut token = None;
    if let Some(brought) = &visit.device {
        let values = [brought.hash().into(), account_id.into(), now.into()];
        if c.execute(sql::SEE_AGAIN, &values).await? > 0 {
            return Ok(cookie(brought));
        }
        let found = c.fetch_optional(sql::FIND_ANY, &values[..1]).await?;
        token = found.map(|_| brought.clone());
    }
    let token = token.unwrap_or_else(|| Token::new(&*portal.rng));
    let values = [token.hash().into(), account_id.into(), now.into()];
    c.execute(sql::INSERT, &values).await?;
    Ok(cookie(&token))
}

fn cookie(token: &Token) -> CookieChange {
    CookieChange::set(CookieName::Device, token, Some(LIFETIME_S))
}

/// The account forgets every device.
pub(crate) async fn forget_all(c: &mut Connection, account_id: &str) -> Result<(), PortalError> {
    c.execute(
        sql::DELETE_OTHERS,
        &[account_id.into(), Vec::<u8>::new().into()],
    )
    .await?;
    Ok(())
}

/// The account forgets every device but the visit's.
pub(crate) async fn forget_others(
    c: &mut Connection,
    visit: &Visit,
    account_id: &str,
) -> Result<(), PortalError> {
    let mine = visit.device.as_ref().map(Token::hash).unwrap_or_default();
    c.execute(sql::DELETE_OTHERS, &[account_id.into(), mine.into()])
        .await?;
    Ok(())
}
