//! Holding a time.

use super::free::bookable;
use super::view::GONE;
use super::{PATH, Slot};
use crate::centre::Centre;
use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::id::new_id;
use crate::limits;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::statement::appointment as sql;
use crate::store::{Connection, Value};
use crate::visit::Visit;

pub(super) async fn hold(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    centre: &str,
    starts_at: &str,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let page = Flash::of(flash::Form::Appointment);
    let directory = portal.centres();
    let Some(centre) = directory.find(centre) else {
        return Done::with_flash(portal, PATH, &page.say(Outcome::CentreUnknown));
    };
    let Ok(starts_at) = starts_at.parse().map(Instant::from_millis) else {
        let flash = page.refuse("starts_at", Outcome::ChoiceMissing);
        return Done::with_flash(portal, address(&centre.id, None), &flash);
    };
    if let Some(wait_s) = limits::count_hold(c, portal, &session.account_id).await? {
        let flash = page.say(Outcome::TooManyHolds).wait(Some(wait_s));
        return Done::with_flash(portal, address(&centre.id, None), &flash);
    }
    let slot = bookable(portal, centre)
        .into_iter()
        .find(|slot| slot.starts_at == starts_at);
    let held = match slot {
        Some(slot) => take(c, portal, &session.account_id, centre, slot).await?,
        None => false,
    };
    if held {
        return Ok(Done::on(PATH));
    }
    let gone = page
        .say(Outcome::SlotTaken)
        .keep(GONE, &starts_at.millis().to_string());
    Done::with_flash(portal, address(&centre.id, slot), &gone)
}

/// The page with the times of a centre, of the day of a time.
fn address(centre: &str, slot: Option<Slot>) -> String {
    let day = slot.map(|slot| format!("&day={}", slot.date.iso()));
    format!("{PATH}?centre={centre}{}", day.unwrap_or_default())
}

/// Takes a place that nobody has. Writers stand in line: nobody comes between look and take.
async fn take(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    centre: &Centre,
    slot: Slot,
) -> Result<bool, PortalError> {
    let now = portal.clock.now();
    let at = |last: Value| [centre.id.as_str().into(), slot.starts_at.into(), last];
    c.execute(sql::DROP_STALE, &at(now.into())).await?;
    let mut taken = Vec::new();
    for row in c
        .fetch_all(sql::PLACES_TAKEN, &at(account_id.into()))
        .await?
    {
        taken.push(row.int(0)?);
    }
    let Some(place) = (0..i64::from(centre.windows)).find(|place| !taken.contains(place)) else {
        return Ok(false);
    };
    c.execute(sql::DROP_HELD, &[account_id.into()]).await?;
    let values = [
        new_id(&*portal.clock, &*portal.rng).into(),
        account_id.into(),
        centre.id.as_str().into(),
        place.into(),
        slot.starts_at.into(),
        now.plus_s(portal.config.visits.hold_s).into(),
        now.into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(true)
}
