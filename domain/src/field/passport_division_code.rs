//! Code of the division that issued a passport: `770-001`.

use crate::clean::clean_number;
use crate::number::{check_digits, grouped};

field_value! {
    /// Six digits with a hyphen in the middle: two of the region, one of the kind of division,
    /// three of its serial number.
    pub struct PassportDivisionCode;
}

number_error! {
    /// Why a division code is refused.
    pub enum PassportDivisionCodeError {
        /// No region has the code 00.
        BadRegion => "bad_region",
    }
}

impl PassportDivisionCode {
    /// Reads a code as people write it: six digits, of a region other than 00. Kinds and serial
    /// numbers are not limited: the list of hflabs/fms-unit has nearly all of them [pub].
    pub fn parse(raw: &str) -> Result<Self, PassportDivisionCodeError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 6..=6)?;
        if digits.starts_with("00") {
            return Err(PassportDivisionCodeError::BadRegion);
        }
        Ok(Self(grouped(&digits, &[(3, '-')])))
    }
}
