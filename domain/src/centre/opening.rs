//! Whether a centre is open, and until or from when.

use super::{LocalTime, Week};
use crate::date::Date;

/// A centre that opens on none of so many days is closed for good as far as anybody can plan.
const AHEAD_DAYS: u32 = 60;

/// What the door says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Open until this minute of today: a break or the evening.
    Open {
        /// Minutes since midnight.
        until: u16,
    },
    /// Closed until then.
    Closed {
        /// When it opens; `None`: not within sixty days.
        opens: Option<LocalTime>,
    },
}

/// What the door of a centre with these hours says, where `is_closed` tells on which days it stays shut.
#[must_use]
pub fn opening(week: &Week, is_closed: impl Fn(Date) -> bool, now: LocalTime) -> Opening {
    let spans = |date: Date| {
        if is_closed(date) {
            &[]
        } else {
            week.day(date.weekday())
        }
    };
    let open = spans(now.date)
        .iter()
        .find(|span| span.contains(now.minute));
    if let Some(span) = open {
        return Opening::Open { until: span.to() };
    }
    let opens = (0..AHEAD_DAYS).find_map(|days| {
        let date = now.date.plus_days(days);
        let later = |minute: &u16| days > 0 || *minute > now.minute;
        let minute = spans(date).iter().map(|span| span.from()).find(later)?;
        Some(LocalTime { date, minute })
    });
    Opening::Closed { opens }
}
