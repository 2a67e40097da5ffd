//! A comparison that has ended well, and with which the registries agree.

use domain::centre::Kind as CentreKind;
use domain::proofing::Method;

use super::act::{Actor, note};
use super::row::{self, Reception, State};
use super::sheet::Handed;
use crate::account::Account;
use crate::appointment;
use crate::error::PortalError;
use crate::journal::Event;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::proofing;
use crate::store::Connection;
use crate::tell::tell_everywhere;

const DAY_MS: i64 = 86_400_000;

/// Proves the identity by the route of the place, or hands out the code that will.
pub(super) async fn finish(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    account: &Account,
    reception: &mut Reception,
) -> Result<Outcome, PortalError> {
    let method = method(portal, reception);
    let Ok((route_id, _)) = proofing::begin_route(c, portal, account, method).await? else {
        row::close(c, portal, reception, State::Done).await?;
        return Ok(Outcome::IdentityProvenAlready);
    };
    reception.route_id = Some(route_id.clone());
    let outcome = match reception.sheet.on_paper {
        true => hand_code(c, portal, actor, account, reception, &route_id).await?,
        false => {
            let centre = reception.centre.as_str();
            proofing::explain(c, portal, account, &route_id, centre, None).await?;
            if !proofing::prove(c, portal, account, &route_id, method.code()).await? {
                return Err(PortalError::Unavailable);
            }
            Outcome::IdentityProven
        }
    };
    appointment::over(c, portal, &account.id).await?;
    row::close(c, portal, reception, State::Done).await?;
    Ok(outcome)
}

/// By which way the identity is proven here.
pub(super) fn method(portal: &Portal, reception: &Reception) -> Method {
    if reception.sheet.representative.is_some() {
        return Method::Representative;
    }
    match portal.centres().find(&reception.centre) {
        Some(centre) if centre.kind == CentreKind::Post => Method::PostOffice,
        Some(centre) if centre.kind == CentreKind::Pension => Method::PensionFund,
        _ => Method::Centre,
    }
}

/// The code on paper proves the identity when its owner types it (D-59).
async fn hand_code(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    account: &Account,
    reception: &mut Reception,
    route_id: &str,
) -> Result<Outcome, PortalError> {
    let centre = reception.centre.clone();
    let code = proofing::give_code(c, portal, route_id, &centre).await?;
    let now_ms = portal.clock.now().millis();
    let handed = Handed {
        login: String::new(),
        code: code.display(),
        from_ms: now_ms,
        until_ms: now_ms + i64::from(portal.config.identity.code_days) * DAY_MS,
    };
    row::hand(c, portal, reception, handed).await?;
    let id = Some(reception.id.as_str());
    let event = Event::IdentityCodeGiven;
    note(c, portal, actor, Some(&account.id), id, event, &[]).await?;
    let notice = NoticeKind::IdentityCodeGiven;
    tell_everywhere(c, portal, &account.id, &account.key, notice).await?;
    Ok(Outcome::IdentityCodeHanded)
}
