//! Access that was lost comes back (R-RCV-03): after a day, in which the owner can stop it, or at once when a second operator
//! agrees.

use domain::comparison::{is_same_identity, is_same_person};
use domain::profile::{ProfileField, Values, value};

use super::VISITS;
use super::act::{Actor, note};
use super::confirm::{Secrets, note_done};
use super::row::{self, Kind, Reception, State, load};
use super::sheet::Handed;
use crate::account::{self, Account};
use crate::desk;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::note::note as note_own;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::store::statement::reception as sql;
use crate::task;
use crate::tell::tell_everywhere;
use crate::temporary_code;
use crate::visit::Visit;

/// Gives the account a code for one sign-in that works after a while, and tells its owner everywhere.
pub(super) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    reception: &mut Reception,
    values: &Values,
    secrets: Secrets,
) -> Result<Outcome, PortalError> {
    let account = reception.account(c, portal).await?;
    let account = account.ok_or(PortalError::Unavailable)?;
    let confirmed = account::attributes(c, &account.id, &account.key).await?;
    if !is_same_person(&confirmed, values) {
        return Ok(Outcome::RestorationDiffers);
    }
    note_done(c, portal, actor, &account, reception).await?;
    let after_a_day = portal.clock.now().plus_s(portal.config.desk.restoration_s);
    let until = after_a_day.plus_s(i64::from(portal.config.identity.access_days) * 86_400);
    // Names and documents change in a life. What no registry has confirmed yet, a second operator has to have seen.
    reception.sheet.second_only = !is_same_identity(&confirmed, values);
    let from = match reception.sheet.second_only {
        true => until,
        false => after_a_day,
    };
    let contact = reception.sheet.proven.as_ref();
    temporary_code::put(c, portal, &account, &secrets.code_phc, contact, from..until).await?;
    let handed = Handed {
        login: value(values, ProfileField::Snils).to_owned(),
        code: secrets.code.display(),
        from_ms: from.millis(),
        until_ms: until.millis(),
    };
    row::hand(c, portal, reception, handed).await?;
    row::wait(c, portal, reception, None).await?;
    let id = Some(reception.id.as_str());
    note(
        c,
        portal,
        actor,
        Some(&account.id),
        id,
        Event::AccessRestored,
        &[],
    )
    .await?;
    if reception.sheet.second_only {
        tell_when(c, portal, &account, None).await?;
        return Ok(Outcome::RestorationNeedsSecond);
    }
    tell_when(c, portal, &account, Some(from.millis())).await?;
    Ok(Outcome::RestorationWaits)
}

async fn tell_when(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    from_ms: Option<i64>,
) -> Result<(), PortalError> {
    let notice = NoticeKind::AccessRestored { from_ms };
    tell_everywhere(c, portal, &account.id, &account.key, notice).await
}

/// «Согласиться»: a second operator lets the access come back at once.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn agree(portal: &Portal, visit: &Visit, reception: String) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { agree_in(c, p, v, &reception).await })
    })
    .await
}

async fn agree_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    id: &str,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let say = |outcome| Done::with_flash(portal, VISITS, &Flash::of(Form::DeskVisits).say(outcome));
    let Some(mut reception) = load(c, portal, id).await?.filter(waits) else {
        return say(Outcome::ReceptionClosed);
    };
    if reception.operator_id == seat.operator_id {
        return say(Outcome::RestorationOwn);
    }
    if reception.second_by.is_some() {
        return say(Outcome::RestorationAgreed);
    }
    let account = reception.account(c, portal).await?;
    let account = account.ok_or(PortalError::Unavailable)?;
    temporary_code::let_work(c, portal, &account.id).await?;
    c.execute(sql::AGREE, &[id.into(), seat.operator_id.as_str().into()])
        .await?;
    let now_ms = portal.clock.now().millis();
    if let Some(handed) = reception.handed.take() {
        let at_once = Handed {
            from_ms: now_ms,
            ..handed
        };
        row::hand(c, portal, &mut reception, at_once).await?;
    }
    let actor = Actor::of(&seat, visit);
    let event = Event::RestorationAgreed;
    note(c, portal, actor, Some(&account.id), Some(id), event, &[]).await?;
    tell_when(c, portal, &account, Some(now_ms)).await?;
    say(Outcome::RestorationAgreed)
}

/// «Не согласиться»: a second operator does not let the access come back; the code is void.
///
/// # Errors
/// As [`agree`].
pub async fn reject(
    portal: &Portal,
    visit: &Visit,
    reception: String,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { reject_in(c, p, v, &reception).await })
    })
    .await
}

async fn reject_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    id: &str,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let say = |outcome| Done::with_flash(portal, VISITS, &Flash::of(Form::DeskVisits).say(outcome));
    let Some(mut reception) = load(c, portal, id).await?.filter(waits) else {
        return say(Outcome::ReceptionClosed);
    };
    if reception.operator_id == seat.operator_id {
        return say(Outcome::RestorationOwn);
    }
    let account = reception.account(c, portal).await?;
    let account = account.ok_or(PortalError::Unavailable)?;
    temporary_code::take_back(c, portal, &account.id).await?;
    row::close(c, portal, &mut reception, State::Refused).await?;
    let actor = Actor::of(&seat, visit);
    let (event, detail) = (Event::RestorationRefused, [("cause", "second")]);
    note(
        c,
        portal,
        actor,
        Some(&account.id),
        Some(id),
        event,
        &detail,
    )
    .await?;
    let notice = NoticeKind::RestorationRefused;
    tell_everywhere(c, portal, &account.id, &account.key, notice).await?;
    say(Outcome::RestorationRejected)
}

/// Whether a second operator has a word in it.
fn waits(reception: &Reception) -> bool {
    reception.kind == Kind::Restoration && reception.state == State::Waiting
}

/// «Отменить восстановление»: the owner, who is signed in, does not want it.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn stop(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let id = session.account_id.as_str();
            if temporary_code::take_back(c, p, id).await? {
                note_own(c, p, v, Some(id), Event::RestorationStopped, &[]).await?;
            }
            let flash = Flash::of(Form::Security).say(Outcome::RestorationStopped);
            Done::with_flash(p, "/cabinet/security", &flash)
        })
    })
    .await
}
