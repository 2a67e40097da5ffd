//! Date of birth: `17.03.1984`.

use crate::clean::{NUMBER_LIMIT, clean};
use crate::date::{Date, DateError, Month};

/// Nobody alive was born before [policy].
const FIRST_YEAR: u16 = 1900;

/// A day on which a living person can have been born.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BirthDate(Date);

field_error! {
    /// Why a date of birth is refused.
    pub enum BirthDateError {
        /// Neither `17.03.1984` nor `1984-03-17`.
        BadFormat => "bad_format",
        /// The calendar has no such day: the month typed, where there is one and it is known.
        NotADate(Option<Month>) => "not_a_date",
        /// Before 1900.
        TooEarly => "too_early",
        /// After today.
        Future => "future",
        /// The age asked for is not reached: what to do then is told on a page of its own.
        UnderAge => "under_age",
    }
}

impl From<DateError> for BirthDateError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::BadFormat => Self::BadFormat,
            DateError::NotADate(month) => Self::NotADate(month),
        }
    }
}

impl BirthDate {
    /// Reads a date as people or browsers write it, from 1900 up to today, the date in Moscow
    /// [policy]. Whoever has not had the birthday of `min_age` is under age; 0 asks for none, 14
    /// is the age from which citizens hold a passport (docs.cntd.ru/document/9045518, item 1)
    /// [law].
    pub fn parse(raw: &str, today: Date, min_age: u16) -> Result<Self, BirthDateError> {
        let date = Date::parse(&clean(raw, NUMBER_LIMIT)?)?;
        if date.year() < FIRST_YEAR {
            return Err(BirthDateError::TooEarly);
        }
        if date > today {
            return Err(BirthDateError::Future);
        }
        if date.birthday(min_age) > today {
            return Err(BirthDateError::UnderAge);
        }
        Ok(Self(date))
    }

    /// The day itself.
    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }
}
