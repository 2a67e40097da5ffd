//! Working hours of a week.

use super::DAY_MINUTES;

/// A time of a day without a break, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: u16,
    to: u16,
}

impl Span {
    /// Reads `08:00-20:00`: two times of one day, the second one later; `24:00` is its end.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let (from, to) = (minutes(from)?, minutes(to)?);
        (from < to).then_some(Self { from, to })
    }

    /// When it begins.
    #[must_use]
    pub fn from(self) -> u16 {
        self.from
    }

    /// When it ends; this minute is no longer part of it.
    #[must_use]
    pub fn to(self) -> u16 {
        self.to
    }

    /// Whether a minute belongs to it.
    #[must_use]
    pub fn contains(self, minute: u16) -> bool {
        (self.from..self.to).contains(&minute)
    }
}

/// `HH:MM`, 00:00 to 24:00.
fn minutes(text: &str) -> Option<u16> {
    let [a, b, b':', c, d] = text.as_bytes() else {
        return None;
    };
    let digits = [a, b, c, d];
    if !digits.iter().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let [a, b, c, d] = digits.map(|digit| u16::from(digit - b'0'));
    let (hour, minute) = (a * 10 + b, c * 10 + d);
    let time = hour * 60 + minute;
    (minute < 60 && time <= DAY_MINUTES).then_some(time)
}

/// The hours of each day from Monday on; what lies between two spans is a break.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week([Vec<Span>; 7]);

impl Week {
    /// A week whose days have their spans in order, each one later than the one before.
    #[must_use]
    pub fn new(days: [Vec<Span>; 7]) -> Option<Self> {
        let in_order = |day: &Vec<Span>| day.windows(2).all(|pair| pair[0].to < pair[1].from);
        days.iter().all(in_order).then_some(Self(days))
    }

    /// The hours of a day of the week, 0 for Monday.
    #[must_use]
    pub fn day(&self, weekday: u8) -> &[Span] {
        &self.0[usize::from(weekday % 7)]
    }

    /// Every day from Monday on.
    pub fn days(&self) -> impl Iterator<Item = &[Span]> {
        self.0.iter().map(Vec::as_slice)
    }
}
