//! Date on which a passport of the Russian Federation was issued: `17.03.2014`.

use crate::clean::{NUMBER_LIMIT, clean};
use crate::date::{Date, DateError};

/// The first ones were issued after Resolution 828 of 8 July 1997, by year, month, day.
const FIRST: (u16, u8, u8) = (1997, 7, 8);
/// The age from which citizens hold one.
const FIRST_AGE: u16 = 14;
/// The ages at which it is replaced.
const REPLACED_AT: [u16; 2] = [20, 45];
/// How long after such a birthday it stays valid, that day included.
const GRACE_DAYS: u32 = 90;

/// A day on which a passport that is valid today can have been issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PassportIssueDate(Date);

field_error! {
    /// Why a date of issue is refused.
    pub enum PassportIssueDateError {
        /// Neither `17.03.2014` nor `2014-03-17`.
        BadFormat => "bad_format",
        /// The calendar has no such day.
        NotADate => "not_a_date",
        /// After today.
        Future => "future",
        /// Before there were such passports.
        Before1997 => "before_1997",
        /// Before the holder's 14th birthday.
        Before14 => "before_14",
        /// The passport had to be replaced at 20 or 45.
        Expired => "expired",
    }
}

impl From<DateError> for PassportIssueDateError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::BadFormat => Self::BadFormat,
            DateError::NotADate(_) => Self::NotADate,
        }
    }
}

impl PassportIssueDate {
    /// Reads a date as people or browsers write it, from 1997-07-08 up to today, the date in
    /// Moscow. By the date of birth, where that is known: not before the 14th birthday, and not
    /// out of validity, which ends 90 days after the 20th and the 45th birthday
    /// (docs.cntd.ru/document/9045518, Resolution 828 [law]; pages on Resolution 2267 of
    /// 23.12.2023 [pub]).
    pub fn parse(
        raw: &str,
        birth: Option<Date>,
        today: Date,
    ) -> Result<Self, PassportIssueDateError> {
        let date = Date::parse(&clean(raw, NUMBER_LIMIT)?)?;
        if date > today {
            return Err(PassportIssueDateError::Future);
        }
        if (date.year(), date.month(), date.day()) < FIRST {
            return Err(PassportIssueDateError::Before1997);
        }
        if let Some(birth) = birth {
            if date < birth.birthday(FIRST_AGE) {
                return Err(PassportIssueDateError::Before14);
            }
            if last_day(date, birth).is_some_and(|last| last < today) {
                return Err(PassportIssueDateError::Expired);
            }
        }
        Ok(Self(date))
    }

    /// The day itself.
    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }
}

/// The last day on which the passport is valid; `None`: its validity has no end.
fn last_day(issued: Date, birth: Date) -> Option<Date> {
    let mut birthdays = REPLACED_AT.into_iter().map(|age| birth.birthday(age));
    let next = birthdays.find(|birthday| issued < *birthday)?;
    Some(next.plus_days(GRACE_DAYS))
}
