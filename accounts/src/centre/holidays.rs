//! Days on which every centre is shut.

use domain::date::Date;

/// Those of every year, and single ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Holidays {
    /// Month and day.
    pub(super) recurring: Vec<(u8, u8)>,
    pub(super) dates: Vec<Date>,
}

impl Holidays {
    /// Whether a day is one of them.
    pub(super) fn contains(&self, date: Date) -> bool {
        self.recurring.contains(&(date.month(), date.day())) || self.dates.contains(&date)
    }
}
