//! KPP, the code of the reason for which a tax office has an organisation on its books: `770101001`.

use crate::clean::clean_number;
use crate::lettered::{has_shape, in_latin, is_digit_or_latin};
use crate::number::check;

/// Letters may stand in the two places of the reason alone.
const SHAPES: [&str; 4] = ["999999999", "9999A9999", "99999A999", "9999AA999"];

field_value! {
    /// Nine characters: four digits of the tax office, two digits or Latin capitals of the reason,
    /// three digits of the serial number.
    pub struct Kpp;
}

number_error! {
    /// Why a KPP is refused.
    pub enum KppError {
        /// Letters where digits stand.
        BadFormat => "bad_format",
        /// No region has the code 00.
        BadRegion => "bad_region",
    }
}

impl Kpp {
    /// Reads a KPP as people write it: nine characters, Cyrillic letters that look the same taken
    /// for Latin ones, of a region other than 00 (order of the Federal Tax Service
    /// ММВ-7-6/435@, Kholenkov/js-data-validation) [pub].
    pub fn parse(raw: &str) -> Result<Self, KppError> {
        let text = in_latin(&clean_number(raw)?);
        check(&text, is_digit_or_latin, 9..=9)?;
        if !has_shape(&text, &SHAPES) {
            return Err(KppError::BadFormat);
        }
        if text.starts_with("00") {
            return Err(KppError::BadRegion);
        }
        Ok(Self(text))
    }
}
