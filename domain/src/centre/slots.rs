//! The times at which visits can be booked.

use super::Week;
use crate::date::Date;

/// When visits of so many minutes can begin on a day, in minutes since midnight: one after the other, from the beginning
/// of each span of hours, none beyond its end.
#[must_use]
pub fn slots(
    week: &Week,
    is_closed: impl Fn(Date) -> bool,
    date: Date,
    visit_minutes: u16,
) -> Vec<u16> {
    if is_closed(date) || visit_minutes == 0 {
        return Vec::new();
    }
    let spans = week.day(date.weekday()).iter();
    let of_span = spans.map(|span| {
        let last = span.to().saturating_sub(visit_minutes);
        (span.from()..=last).step_by(usize::from(visit_minutes))
    });
    of_span.flatten().collect()
}
