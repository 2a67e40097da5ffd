//! Series and number of a passport of the Russian Federation: `45 10 123456`.

use crate::clean::clean_document;
use crate::date::Date;
use crate::number::{check_digits, grouped, remainder};

field_value! {
    /// Ten digits: two of the region that ordered the blank, two of the year in which it was
    /// printed, six of the number.
    pub struct Passport;
}

number_error! {
    /// Why a passport is refused.
    pub enum PassportError {
        /// No region has the code 00.
        BadSeriesRegion => "bad_series_region",
        /// Printed before 1997 or after next year.
        BadSeriesYear => "bad_series_year",
        /// A number below 000101.
        BadNumber => "bad_number",
    }
}

impl Passport {
    /// Reads series and number as people write them: ten digits, the year of printing from 1997
    /// to the year after today's, numbers from 000101 (HFLabs' article on passport checks) [pub].
    /// Regions are not looked up: blanks of one are issued in another.
    pub fn parse(raw: &str, today: Date) -> Result<Self, PassportError> {
        let digits = clean_document(raw)?;
        check_digits(&digits, 10..=10)?;
        if digits.starts_with("00") {
            return Err(PassportError::BadSeriesRegion);
        }
        let year = remainder(&digits[..4], 100);
        if year < 97 && 2000 + year > u32::from(today.year()) + 1 {
            return Err(PassportError::BadSeriesYear);
        }
        if &digits[4..] < "000101" {
            return Err(PassportError::BadNumber);
        }
        Ok(Self(digits))
    }

    /// `45 10 123456`
    #[must_use]
    pub fn display(&self) -> String {
        grouped(&self.0, &[(2, ' '), (4, ' ')])
    }
}
