//! Beginning routes and moving them, by the rules of `domain::proofing`.

use domain::paper_code::{LENGTH, PaperCode};
use domain::proofing::{Begun, Method, Refused, RouteEvent};

use super::row::{self, StoredRoute, cell};
use crate::account::Account;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::rng::Rng;
use crate::store::Connection;
use crate::store::statement::proofing_route as sql;
use crate::vault::IndexKind;

const DAY_S: i64 = 86_400;

/// A code that nobody has yet.
pub(crate) fn new_code(rng: &dyn Rng) -> PaperCode {
    let mut bytes = [0; LENGTH];
    rng.fill(&mut bytes);
    PaperCode::from_random(bytes)
}

/// The routes of an account; what has outlived its time has ended.
pub(crate) async fn current(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<Vec<StoredRoute>, PortalError> {
    let now = portal.clock.now();
    let late = |route: &StoredRoute| route.state.is_open() && route.expires_at <= now;
    let routes = row::list(c, &account.id).await?;
    let late: Vec<String> = routes
        .iter()
        .filter(|route| late(route))
        .map(|route| route.id.clone())
        .collect();
    if late.is_empty() {
        return Ok(routes);
    }
    for id in &late {
        apply(c, portal, account, id, RouteEvent::Expire).await?;
    }
    row::list(c, &account.id).await
}

/// Begins a route, or goes on with the one of the same method; answers its id and whether it is new.
pub(crate) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    method: Method,
) -> Result<Result<(String, bool), Refused>, PortalError> {
    let routes = current(c, portal, account).await?;
    let place = match row::record(&routes).begin(method, account.level) {
        Err(refused) => return Ok(Err(refused)),
        Ok(Begun::Already(place)) => place,
        Ok(Begun::New(_)) => return insert(c, portal, account, method).await.map(Ok),
    };
    let route = routes.get(place).ok_or(PortalError::Unavailable)?;
    Ok(Ok((route.id.clone(), false)))
}

async fn insert(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    method: Method,
) -> Result<(String, bool), PortalError> {
    let (id, now) = (new_id(&*portal.clock, &*portal.rng), portal.clock.now());
    let code = new_code(&*portal.rng);
    let lifetime_s = i64::from(portal.config.identity.route_days) * DAY_S;
    let sealed = account
        .key
        .seal(cell("code", &id), code.display().as_bytes(), &*portal.rng);
    let index = portal.vault.blind_index(IndexKind::Visit, code.value());
    let values = [
        id.as_str().into(),
        account.id.as_str().into(),
        method.code().into(),
        now.into(),
        now.plus_s(lifetime_s).into(),
        sealed.into(),
        index.into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok((id, true))
}

/// Moves a route and what moves with it. `false`: the event does not happen where it stands.
pub(crate) async fn apply(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    route_id: &str,
    event: RouteEvent,
) -> Result<bool, PortalError> {
    let routes = row::list(c, &account.id).await?;
    let mut record = row::record(&routes);
    let Some(place) = routes.iter().position(|route| route.id == route_id) else {
        return Ok(false);
    };
    let Ok(moved) = record.apply(place, event) else {
        return Ok(false);
    };
    // The success comes last: one account has one.
    for place in moved.into_iter().rev() {
        let (Some(stored), Some(route)) = (routes.get(place), record.routes().get(place)) else {
            continue;
        };
        let values = [
            stored.id.as_str().into(),
            route.state.code().into(),
            portal.clock.now().into(),
        ];
        c.execute(sql::END, &values).await?;
    }
    Ok(true)
}

/// Notes where a route ended, and why it was refused.
pub(crate) async fn explain(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    route_id: &str,
    centre: &str,
    reason: Option<&str>,
) -> Result<(), PortalError> {
    let seal = |text: &str| {
        let place = cell("reason", route_id);
        account.key.seal(place, text.as_bytes(), &*portal.rng)
    };
    let values = [route_id.into(), centre.into(), reason.map(seal).into()];
    c.execute(sql::EXPLAIN, &values).await?;
    Ok(())
}

/// Hands out an identity code for a route (P-05), in place of the one it may have; answers it.
pub(crate) async fn give_code(
    c: &mut Connection,
    portal: &Portal,
    route_id: &str,
    centre: &str,
) -> Result<PaperCode, PortalError> {
    let code = new_code(&*portal.rng);
    let now = portal.clock.now();
    let lifetime_s = i64::from(portal.config.identity.code_days) * DAY_S;
    let index = portal.vault.blind_index(IndexKind::Identity, code.value());
    let values = [
        route_id.into(),
        now.into(),
        now.plus_s(lifetime_s).into(),
        // Only its digest is kept: the paper has the code.
        None::<Vec<u8>>.into(),
        index.into(),
        centre.into(),
    ];
    c.execute(sql::GIVE_CODE, &values).await?;
    Ok(code)
}
