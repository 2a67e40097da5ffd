//! The identity code (P-05, R-IDC-04): on paper from a centre, typed by the account's owner.

use domain::comparison::is_same_person;
use domain::level::AssuranceLevel;
use domain::paper_code::{PaperCode, PaperCodeError};
use domain::proofing::{RouteEvent, RouteState};

use super::row::StoredRoute;
use super::{PATH, prove, route};
use crate::account::{self, Account};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::limits;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::profile;
use crate::reception;
use crate::session;
use crate::store::Connection;
use crate::store::statement::proofing_route as sql;
use crate::task;
use crate::vault::IndexKind;
use crate::visit::Visit;

/// The field of the form.
const FIELD: &str = "identity_code";

/// «Код подтверждения личности», typed in the cabinet or on the page of the ways (D-36).
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn submit_code(
    portal: &Portal,
    visit: &Visit,
    code: String,
    in_cabinet: bool,
) -> Result<Done, PortalError> {
    let page = if in_cabinet { "/cabinet" } else { PATH };
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let flash = submit(c, p, v, &code).await?;
            Done::with_flash(p, page, &flash)
        })
    })
    .await
}

async fn submit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    typed: &str,
) -> Result<Flash, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let flash = Flash::of(Form::Identity);
    let code = match PaperCode::parse(typed) {
        Ok(code) => code,
        Err(PaperCodeError::Empty) => return Ok(flash.refuse(FIELD, Outcome::Empty)),
        Err(_) => return Ok(flash.refuse(FIELD, Outcome::CodeUnreadable)),
    };
    if account.level == AssuranceLevel::Confirmed {
        return Ok(flash.say(Outcome::IdentityProvenAlready));
    }
    if let Some(wait_s) = limits::count_identity_code(c, portal, &account.id).await? {
        let flash = flash.refuse(FIELD, Outcome::TooManyIdentityCodes);
        return Ok(flash.wait(Some(wait_s)));
    }
    let routes = route::current(c, portal, &account).await?;
    let given: Vec<_> = routes
        .into_iter()
        .filter(|route| route.state == RouteState::CodeGiven)
        .collect();
    let index = portal.vault.blind_index(IndexKind::Identity, code.value());
    match given
        .iter()
        .find(|route| route.code_index.as_deref() == Some(&index))
    {
        Some(route) => right(c, portal, &account, route, flash).await,
        None => wrong(c, portal, visit, &account, &given, flash).await,
    }
}

/// Every code that is out counts the miss; the last try ends it.
async fn wrong(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account: &Account,
    given: &[StoredRoute],
    flash: Flash,
) -> Result<Flash, PortalError> {
    let tries = i64::from(portal.config.identity.code_tries);
    let mut ended = false;
    for route in given {
        c.execute(sql::MISS, &[route.id.as_str().into()]).await?;
        if route.wrong + 1 >= tries {
            route::apply(c, portal, account, &route.id, RouteEvent::Expire).await?;
            ended = true;
        }
    }
    let event = Event::IdentityCodeWrong;
    note(c, portal, visit, Some(&account.id), event, &[]).await?;
    Ok(flash.refuse(
        FIELD,
        match ended {
            true => Outcome::IdentityCodeEnded,
            false => Outcome::WrongIdentityCode,
        },
    ))
}

/// The code proves who was compared: the account's data must be that person's still.
async fn right(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    route: &StoredRoute,
    flash: Flash,
) -> Result<Flash, PortalError> {
    if account.level < AssuranceLevel::Standard {
        return Ok(flash.say(Outcome::IdentityCodeEarly));
    }
    let Some(compared) = reception::compared_profile(c, &account.id, &route.id).await? else {
        return Ok(flash.say(Outcome::IdentityChanged));
    };
    let compared = profile::load(c, &compared).await?.values(&account.key)?;
    let now = account::attributes(c, &account.id, &account.key).await?;
    if !is_same_person(&compared, &now) {
        return Ok(flash.say(Outcome::IdentityChanged));
    }
    let method = route.method.code();
    match prove::prove(c, portal, account, &route.id, method).await? {
        true => Ok(flash.say(Outcome::IdentityProven)),
        false => Err(PortalError::Unavailable),
    }
}
