//! Booking the time that is held, and calling a visit off.

use domain::proofing::Method;

use super::PATH;
use super::call_off::is_kept;
use super::row::{self, Appointment, cell, place};
use super::view::is_over;
use crate::account::{self, Account};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::journal::Event;
use crate::note::note;
use crate::outbox::{self, NoticeKind};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::proofing::{begin_route, new_code};
use crate::session;
use crate::store::Connection;
use crate::store::statement::appointment as sql;
use crate::tell::{remind, tell};
use crate::vault::IndexKind;
use crate::visit::Visit;

const DAY_S: i64 = 86_400;

pub(super) async fn book(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let own = row::own(c, &account.id).await?;
    let page = Flash::of(flash::Form::Appointment);
    let held = own.held.filter(|held| {
        held.starts_at > portal.clock.now() && is_kept(portal, &held.centre, held.starts_at)
    });
    let Some(held) = held else {
        // A second press of the button finds the visit booked.
        return match own.booked {
            Some(_) => Ok(Done::on(PATH)),
            None => Done::with_flash(portal, PATH, &page.say(Outcome::HoldExpired)),
        };
    };
    if let Some(former) = &own.booked {
        let state = if is_over(portal, former.starts_at) {
            "over"
        } else {
            "cancelled"
        };
        end(c, portal, former, state).await?;
    }
    confirm(c, portal, &account, &held).await?;
    // Whoever is confirmed already has nothing to prove; the visit may be about something else.
    let begun = begin_route(c, portal, &account, Method::Centre).await?;
    drop(begun);
    note(
        c,
        portal,
        visit,
        Some(&account.id),
        Event::AppointmentBooked,
        &[],
    )
    .await?;
    Done::with_flash(portal, PATH, &page.say(Outcome::AppointmentBooked))
}

/// Gives the visit its code and tells the citizen, who is reminded the day before.
async fn confirm(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    held: &Appointment,
) -> Result<(), PortalError> {
    let code = new_code(&*portal.rng);
    let shown = code.display();
    let sealed = account
        .key
        .seal(cell(&held.id), shown.as_bytes(), &*portal.rng);
    let index = portal.vault.blind_index(IndexKind::Visit, code.value());
    let due = held.starts_at.plus_s(-DAY_S);
    let reminder = match due > portal.clock.now() {
        true => {
            let kind = NoticeKind::AppointmentReminder(notice(portal, held));
            remind(c, portal, &account.id, &account.key, kind, due).await?
        }
        false => None,
    };
    let values = [
        held.id.as_str().into(),
        sealed.into(),
        index.into(),
        reminder.into(),
    ];
    c.execute(sql::BOOK, &values).await?;
    let kind = NoticeKind::AppointmentBooked(notice(portal, held));
    tell(c, portal, &account.id, &account.key, kind).await
}

/// Where and when, for a message.
pub(super) fn notice(portal: &Portal, appointment: &Appointment) -> outbox::Meeting {
    let place = place(portal, &appointment.centre);
    outbox::Meeting {
        starts_ms: appointment.starts_at.millis(),
        ahead_minutes: place.ahead_minutes,
        place: format!("{}, {}", place.name, place.address),
    }
}

pub(super) async fn cancel(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    c.execute(sql::DROP_HELD, &[account.id.as_str().into()])
        .await?;
    let own = row::own(c, &account.id).await?;
    let booked = own
        .booked
        .filter(|booked| !is_over(portal, booked.starts_at));
    let Some(booked) = booked else {
        return Ok(Done::on(PATH));
    };
    end(c, portal, &booked, "cancelled").await?;
    note(
        c,
        portal,
        visit,
        Some(&account.id),
        Event::AppointmentCancelled,
        &[],
    )
    .await?;
    let kind = NoticeKind::AppointmentCancelled(notice(portal, &booked));
    tell(c, portal, &account.id, &account.key, kind).await?;
    let flash = Flash::of(flash::Form::Appointment).say(Outcome::AppointmentCancelled);
    Done::with_flash(portal, PATH, &flash)
}

/// The visit that an account has booked has taken place.
pub(crate) async fn over(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<(), PortalError> {
    match row::own(c, account_id).await?.booked {
        Some(booked) => end(c, portal, &booked, "over").await,
        None => Ok(()),
    }
}

/// A visit is no more; nobody is reminded of it.
pub(super) async fn end(
    c: &mut Connection,
    portal: &Portal,
    appointment: &Appointment,
    state: &'static str,
) -> Result<(), PortalError> {
    let values = [
        appointment.id.as_str().into(),
        state.into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::END, &values).await?;
    match &appointment.reminder {
        Some(key) => Ok(outbox::take_back(c, key).await?),
        None => Ok(()),
    }
}
