//! The time at a place.

use super::DAY_MINUTES;
use crate::date::Date;

const MINUTE_MS: i64 = 60_000;

/// A minute at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day there.
    pub date: Date,
    /// Minutes since midnight there.
    pub minute: u16,
}

impl LocalTime {
    /// The time at a place so many minutes ahead of UTC, at an instant in milliseconds UTC since 1970. No place of
    /// Russia changes its clock in summer.
    #[must_use]
    pub fn at(utc_ms: i64, ahead_minutes: i16) -> Self {
        let local_ms = utc_ms.saturating_add(i64::from(ahead_minutes) * MINUTE_MS);
        let minute = local_ms
            .div_euclid(MINUTE_MS)
            .rem_euclid(i64::from(DAY_MINUTES));
        Self {
            date: Date::of_local(local_ms),
            minute: u16::try_from(minute).unwrap_or(0),
        }
    }
}
