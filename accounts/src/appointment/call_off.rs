//! Visits that their centre cannot keep, since its hours, days or services have changed: called off, and their citizens
//! told.

use domain::centre::Opening;

use super::book::{end, notice};
use super::row;
use crate::account;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note_unasked;
use crate::outbox::NoticeKind;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::appointment as sql;
use crate::tell::tell_everywhere;

/// More visits than a centre has in the days that can be booked.
const MOST: u32 = 100_000;

/// A visit that cannot be kept.
struct Unfit {
    id: String,
    account_id: String,
}

/// Whether a centre is open for visitors at that time. One that nobody is to find keeps what is booked.
pub(super) fn is_kept(portal: &Portal, centre: &str, starts_at: Instant) -> bool {
    let directory = portal.centres();
    let kept = directory.find(centre).map(|centre| {
        let opening = directory.opening(centre, starts_at);
        !centre.services.is_empty() && matches!(opening, Opening::Open { .. })
    });
    kept.unwrap_or(false)
}

/// Calls off the visits that no centre can keep.
///
/// # Errors
/// [`PortalError::Unavailable`]: what is left is called off the next time.
pub(crate) async fn call_off_everywhere(portal: &Portal) -> Result<(), PortalError> {
    let mut centre = String::new();
    while let Some(next) = next_centre(portal, centre).await? {
        call_off(portal, &next).await?;
        centre = next;
    }
    Ok(())
}

/// Calls off the visits that one centre cannot keep.
///
/// # Errors
/// [`PortalError::Unavailable`]: what is left is called off the next time.
pub(crate) async fn call_off(portal: &Portal, centre: &str) -> Result<(), PortalError> {
    // One at a time: others write in between.
    for unfit in unfit(portal, centre.to_owned()).await? {
        let inner = portal.clone();
        portal
            .store
            .write(move |c| Box::pin(async move { call_off_one(c, &inner, &unfit).await }))
            .await?;
    }
    Ok(())
}

async fn next_centre(portal: &Portal, after: String) -> Result<Option<String>, PortalError> {
    portal
        .store
        .read(|c| {
            Box::pin(async move {
                let next = c.fetch_optional(sql::NEXT_CENTRE, &[after.into()]).await?;
                Ok(next.map(|row| row.text(0)).transpose()?)
            })
        })
        .await
}

async fn unfit(portal: &Portal, centre: String) -> Result<Vec<Unfit>, PortalError> {
    let portal = portal.clone();
    let store = portal.store.clone();
    store
        .read(|c| {
            Box::pin(async move {
                let now = portal.clock.now();
                let values = [centre.as_str().into(), now.into(), MOST.into()];
                let mut unfit = Vec::new();
                for row in c.fetch_all(sql::TO_CENTRE, &values).await? {
                    if !is_kept(&portal, &centre, row.instant(2)?) {
                        unfit.push(Unfit {
                            id: row.text(0)?,
                            account_id: row.text(1)?,
                        });
                    }
                }
                Ok(unfit)
            })
        })
        .await
}

/// Calls a visit off, unless its citizen has done so.
async fn call_off_one(
    c: &mut Connection,
    portal: &Portal,
    unfit: &Unfit,
) -> Result<(), PortalError> {
    let booked = row::own(c, &unfit.account_id).await?.booked;
    let Some(booked) = booked.filter(|booked| booked.id == unfit.id) else {
        return Ok(());
    };
    let account = account::load(c, portal, &unfit.account_id).await?;
    end(c, portal, &booked, "cancelled").await?;
    note_unasked(c, portal, &account.id, Event::AppointmentCalledOff, &[]).await?;
    let known = portal.centres().find(&booked.centre).is_some();
    let kind = NoticeKind::AppointmentCalledOff(known.then(|| notice(portal, &booked)));
    tell_everywhere(c, portal, &account.id, &account.key, kind).await
}
