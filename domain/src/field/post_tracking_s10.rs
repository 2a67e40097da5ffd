//! Tracking number of an international item, UPU S10: `RA123456785RU`.

use crate::clean::clean_number;
use crate::country::is_country;
use crate::lettered::{has_shape, in_latin, is_digit_or_latin};
use crate::number::{check, remainder, weighted_sum};

field_value! {
    /// Thirteen characters: two Latin capitals of the service, eight digits, a check digit, two
    /// Latin capitals of the country.
    pub struct PostTrackingS10;
}

number_error! {
    /// Why a tracking number is refused.
    pub enum PostTrackingS10Error {
        /// Letters and digits out of order.
        BadFormat => "bad_format",
        /// No country has these letters.
        BadCountry => "bad_country",
        /// The check digit does not fit.
        Checksum => "checksum",
    }
}

impl PostTrackingS10 {
    /// Reads a tracking number as people write it: thirteen characters, Cyrillic letters that look
    /// the same taken for Latin ones, an assigned code of ISO 3166-1, the check digit right
    /// (jkeen/tracking_number_data, `couriers/s10.json`) [pub].
    pub fn parse(raw: &str) -> Result<Self, PostTrackingS10Error> {
        let text = in_latin(&clean_number(raw)?);
        check(&text, is_digit_or_latin, 13..=13)?;
        if !has_shape(&text, &["AA999999999AA"]) {
            return Err(PostTrackingS10Error::BadFormat);
        }
        if !is_country(&text[11..]) {
            return Err(PostTrackingS10Error::BadCountry);
        }
        let digits = &text[2..11];
        if check_digit(digits) != remainder(digits, 10) {
            return Err(PostTrackingS10Error::Checksum);
        }
        Ok(Self(text))
    }
}

fn check_digit(digits: &str) -> u32 {
    match 11 - weighted_sum(digits, &[8, 6, 4, 2, 3, 5, 9, 7]) % 11 {
        10 => 0,
        11 => 5,
        digit => digit,
    }
}
