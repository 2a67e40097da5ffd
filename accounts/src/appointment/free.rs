//! The free times of a centre.

use std::collections::HashMap;

use domain::centre::slots;
use domain::date::Date;

use super::Slot;
use crate::centre::Centre;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::appointment as sql;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;

/// Every time at which a visit can still be booked, taken ones too, in order.
pub(super) fn bookable(portal: &Portal, centre: &Centre) -> Vec<Slot> {
    // A place without the agreement, or for other services alone, has nothing to book, and neither has one that
    // nobody is to find.
    if centre.services.is_empty() || centre.hidden {
        return Vec::new();
    }
    let (directory, visits) = (portal.centres(), &portal.config.visits);
    let now = portal.clock.now();
    let here = directory.local_time(centre, now);
    let midnight =
        now.plus_ms(-(now.millis().rem_euclid(MINUTE_MS)) - i64::from(here.minute) * MINUTE_MS);
    let earliest = now.plus_s(i64::from(visits.lead_minutes) * 60);
    let closed = |date: Date| directory.is_closed(centre, date);
    let of_day = |day: u32| {
        let date = here.date.plus_days(day);
        let minutes = slots(&centre.week, closed, date, visits.visit_minutes);
        minutes.into_iter().map(move |minute| Slot {
            starts_at: midnight.plus_ms(i64::from(day) * DAY_MS + i64::from(minute) * MINUTE_MS),
            date,
            minute,
        })
    };
    (0..=visits.days_ahead)
        .flat_map(of_day)
        .filter(|slot| slot.starts_at >= earliest)
        .collect()
}

/// Those of them at which somebody can still come.
pub(super) async fn free(
    c: &mut Connection,
    portal: &Portal,
    centre: &Centre,
) -> Result<Vec<Slot>, PortalError> {
    let mut slots = bookable(portal, centre);
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else {
        return Ok(slots);
    };
    let values = [
        centre.id.as_str().into(),
        first.starts_at.into(),
        last.starts_at.plus_ms(1).into(),
        portal.clock.now().into(),
    ];
    let mut taken = HashMap::new();
    for row in c.fetch_all(sql::COUNT_TAKEN, &values).await? {
        taken.insert(row.instant(0)?, row.int(1)?);
    }
    let is_free = |slot: &Slot| {
        let taken = taken.get(&slot.starts_at).copied().unwrap_or(0);
        taken < i64::from(centre.windows)
    };
    slots.retain(is_free);
    Ok(slots)
}

/// The time nearest to one that is gone: the next one, or the last one before it.
pub(super) fn instead(free: &[Slot], gone: crate::clock::Instant) -> Option<Slot> {
    let next = free.iter().find(|slot| slot.starts_at > gone);
    next.or_else(|| free.last()).copied()
}
