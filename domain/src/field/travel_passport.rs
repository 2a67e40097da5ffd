//! Series and number of a passport for travel abroad: `71 1234567`.

use crate::clean::clean_document;
use crate::number::{check_digits, grouped, is_digits, is_zeros};

field_value! {
    /// Nine digits: two of the series, seven of the number.
    pub struct TravelPassport;
}

number_error! {
    /// Why a travel passport is refused.
    pub enum TravelPassportError {
        /// Seven digits: the number alone.
        MissingSeries => "missing_series",
        /// There is no series 00.
        BadSeries => "bad_series",
        /// A number of zeros only.
        BadNumber => "bad_number",
    }
}

impl TravelPassport {
    /// Reads series and number as people write them: nine digits, neither part zeros only
    /// (docs.cntd.ru/document/901836064, 5.4, codes 09 and 22) [law]. Series are not looked up:
    /// no full list of them was found.
    pub fn parse(raw: &str) -> Result<Self, TravelPassportError> {
        let digits = clean_document(raw)?;
        if digits.len() == 7 && is_digits(&digits) {
            return Err(TravelPassportError::MissingSeries);
        }
        check_digits(&digits, 9..=9)?;
        if digits.starts_with("00") {
            return Err(TravelPassportError::BadSeries);
        }
        if is_zeros(&digits[2..]) {
            return Err(TravelPassportError::BadNumber);
        }
        Ok(Self(digits))
    }

    /// `71 1234567`
    #[must_use]
    pub fn display(&self) -> String {
        grouped(&self.0, &[(2, ' ')])
    }
}
