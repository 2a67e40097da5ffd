//! What the page of a visit shows.

use domain::date::Date;

use super::free::{self, free};
use super::row::{self, Appointment, place, place_of};
use super::{AppointmentView, Booked, Held, Offer, Slot};
use crate::account::{self, Account};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::visit::Visit;

/// Under this name the time that somebody else has got travels to the page.
pub(super) const GONE: &str = "gone";

pub(super) async fn look(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    centre: &str,
    day: &str,
) -> Result<AppointmentView, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let now = portal.clock.now();
    let own = row::own(c, &account.id).await?;
    let booked = own.booked.map(|booked| shown(portal, &account, &booked));
    let held = own
        .held
        .filter(|held| held.starts_at > now)
        .map(|held| Held {
            place: place(portal, &held.centre),
            starts_at: held.starts_at,
            left_s: held.held_until.map_or(0, |until| until.seconds_left(now)),
        });
    let flash = flash::read(portal, visit);
    let offer = match portal.centres().find(centre) {
        Some(centre) => {
            let free = free(c, portal, centre).await?;
            Some(offer(place_of(portal, centre), &free, day, flash.as_ref()))
        }
        None => None,
    };
    Ok(AppointmentView {
        booked: booked.transpose()?.flatten(),
        held,
        offer,
        flash,
    })
}

/// The visit that an account has booked.
pub(crate) async fn booked(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<Option<Booked>, PortalError> {
    match row::own(c, &account.id).await?.booked {
        Some(booked) => shown(portal, account, &booked),
        None => Ok(None),
    }
}

fn shown(
    portal: &Portal,
    account: &Account,
    booked: &Appointment,
) -> Result<Option<Booked>, PortalError> {
    if is_over(portal, booked.starts_at) {
        return Ok(None);
    }
    Ok(Some(Booked {
        place: place(portal, &booked.centre),
        starts_at: booked.starts_at,
        code: booked.code(account)?,
    }))
}

/// Whether a visit that began then is over.
pub(super) fn is_over(portal: &Portal, starts_at: Instant) -> bool {
    let length_s = i64::from(portal.config.visits.visit_minutes) * 60;
    starts_at.plus_s(length_s) <= portal.clock.now()
}

fn offer(place: super::PlaceView, free: &[Slot], day: &str, flash: Option<&Flash>) -> Offer {
    let mut days: Vec<Date> = free.iter().map(|slot| slot.date).collect();
    days.dedup();
    let asked = Date::parse(day).ok().filter(|day| days.contains(day));
    let day = asked.or_else(|| days.first().copied());
    let gone = flash.and_then(|flash| flash.kept(GONE)?.parse().ok());
    Offer {
        place,
        days,
        day,
        times: free
            .iter()
            .filter(|slot| Some(slot.date) == day)
            .copied()
            .collect(),
        instead: gone.and_then(|gone| free::instead(free, Instant::from_millis(gone))),
    }
}
