//! Dates of the Gregorian calendar. A small type of its own: pages carry it as wasm.

use core::fmt;

/// The last year that four digits can write.
const LAST_YEAR: u16 = 9999;
/// The end of that year in UTC.
const LAST_MS: i64 = 253_402_300_799_999;
/// Moscow has kept three hours ahead of UTC since 2014.
const MOSCOW_MS: i64 = 3 * 3_600_000;
const DAY_MS: i64 = 86_400_000;

/// A day from 0000-01-01 to 9999-12-31. Earlier days are smaller.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    year: u16,
    number: u8,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Neither `17.03.1984` nor `1984-03-17`.
    BadFormat,
    /// The calendar has no such day: the month typed, where there is one.
    NotADate(Option<Month>),
}

impl Month {
    /// A month from January, 1, to December, 12, of a year up to 9999.
    #[must_use]
    pub fn new(year: u16, number: u8) -> Option<Self> {
        let exists = year <= LAST_YEAR && (1..=12).contains(&number);
        exists.then_some(Self { year, number })
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.number
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u8 {
        match self.number {
            2 if is_leap(self.year) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    fn next(self) -> Option<Self> {
        if self.number == 12 {
            Self::new(self.year + 1, 1)
        } else {
            Self::new(self.year, self.number + 1)
        }
    }

    fn on(self, day: u8) -> Option<Date> {
        let exists = (1..=self.days()).contains(&day);
        exists.then_some(Date {
            year: self.year,
            month: self.number,
            day,
        })
    }
}

impl Date {
    /// The last day there is.
    pub const LAST: Self = Self {
        year: LAST_YEAR,
        month: 12,
        day: 31,
    };

    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        Month::new(year, month)?.on(day)
    }

    /// Reads `17.03.1984` or `1984-03-17`: exactly ten characters, ASCII digits.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Ok(characters) = <[u8; 10]>::try_from(text.as_bytes()) else {
            return Err(DateError::BadFormat);
        };
        let ([d, e, b'.', m, n, b'.', x, y, z, w] | [x, y, z, w, b'-', m, n, b'-', d, e]) =
            characters
        else {
            return Err(DateError::BadFormat);
        };
        let digits = [x, y, z, w, m, n, d, e];
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(DateError::BadFormat);
        }
        let [x, y, z, w, m, n, d, e] = digits.map(|digit| digit - b'0');
        let year = [x, y, z, w]
            .into_iter()
            .fold(0, |year, digit| year * 10 + u16::from(digit));
        let month = Month::new(year, m * 10 + n);
        let date = month.and_then(|month| month.on(d * 10 + e));
        date.ok_or(DateError::NotADate(month))
    }

    /// The day it is in Moscow at this instant, in milliseconds UTC since 1970. Instants before
    /// 1970 or after 9999 count as the nearest day in between.
    #[must_use]
    pub fn in_moscow(utc_ms: i64) -> Self {
        Self::of_local(utc_ms.saturating_add(MOSCOW_MS))
    }

    /// The day of a local time, in milliseconds since 1970-01-01 00:00 of that place. Clamped as
    /// [`Self::in_moscow`].
    #[must_use]
    pub fn of_local(local_ms: i64) -> Self {
        let local_ms = local_ms.clamp(0, LAST_MS);
        let mut days = u32::try_from(local_ms / DAY_MS).unwrap_or(0);
        let mut year = 1970;
        while days >= days_of(year) {
            days -= days_of(year);
            year += 1;
        }
        let new_year = Self {
            year,
            month: 1,
            day: 1,
        };
        new_year.plus_days(days)
    }

    /// When it begins in Moscow, in milliseconds UTC since 1970; days before 1970 begin with it.
    #[must_use]
    pub fn begins_in_moscow(self) -> i64 {
        if self.year < 1970 {
            return -MOSCOW_MS;
        }
        let years: u32 = (1970..self.year).map(days_of).sum();
        let months = (1..self.month).filter_map(|number| Month::new(self.year, number));
        let months: u32 = months.map(|month| u32::from(month.days())).sum();
        let days = years + months + u32::from(self.day) - 1;
        i64::from(days) * DAY_MS - MOSCOW_MS
    }

    /// The day this many days later, at most [`Self::LAST`].
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let mut month = self.month_of();
        let mut day = u32::from(self.day).saturating_add(days);
        while day > u32::from(month.days()) {
            day -= u32::from(month.days());
            let Some(next) = month.next() else {
                return Self::LAST;
            };
            month = next;
        }
        u8::try_from(day)
            .ok()
            .and_then(|day| month.on(day))
            .unwrap_or(Self::LAST)
    }

    /// The birthday at which somebody born on this day reaches the age, at most [`Self::LAST`].
    /// Who is born on 29 February has it on 28 February in other years.
    #[must_use]
    pub fn birthday(self, age: u16) -> Self {
        let Some(month) = Month::new(self.year.saturating_add(age), self.month) else {
            return Self::LAST;
        };
        Self {
            year: month.year,
            day: self.day.min(month.days()),
            ..self
        }
    }

    /// The day of the week, 0 for Monday (Tomohiko Sakamoto's rule).
    #[must_use]
    pub fn weekday(self) -> u8 {
        const SHIFT: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = self.year + 400 - u16::from(self.month < 3);
        let shift = SHIFT[usize::from(self.month - 1)];
        let sum = year + year / 4 - year / 100 + year / 400 + shift + u16::from(self.day) + 6;
        u8::try_from(sum % 7).unwrap_or(0)
    }

    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Its month, from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Its day, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// `1984-03-17`, as it is stored.
    #[must_use]
    pub fn iso(self) -> String {
        let mut text = String::with_capacity(10);
        push(&mut text, self.year, 1000);
        text.push('-');
        push(&mut text, self.month.into(), 10);
        text.push('-');
        push(&mut text, self.day.into(), 10);
        text
    }

    /// `17.03.1984`, as people read it.
    #[must_use]
    pub fn display(self) -> String {
        let mut text = String::with_capacity(10);
        push(&mut text, self.day.into(), 10);
        text.push('.');
        push(&mut text, self.month.into(), 10);
        text.push('.');
        push(&mut text, self.year, 1000);
        text
    }

    fn month_of(self) -> Month {
        Month {
            year: self.year,
            number: self.month,
        }
    }
}

impl fmt::Debug for Date {
    /// Says nothing of the day: dates of birth end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Date(…)")
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of(year: u16) -> u32 {
    365 + u32::from(is_leap(year))
}

/// The digits of a number from that of the place down, with leading zeros.
fn push(text: &mut String, number: u16, mut place: u16) {
    while place > 0 {
        text.extend(char::from_digit((number / place % 10).into(), 10));
        place /= 10;
    }
}
