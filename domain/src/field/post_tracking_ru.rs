//! Tracking number of a domestic item of Russian Post: `60300001000019`.

use crate::clean::clean_number;
use crate::number::{check_digits, is_zeros, weighted_sum};

/// Weights of all digits, the check digit included: their sum ends with zero.
const WEIGHTS: [u8; 14] = [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];

field_value! {
    /// Fourteen digits: six of the post office, two of the month, five of the item, a check digit.
    pub struct PostTrackingRu;
}

number_error! {
    /// Why a tracking number is refused.
    pub enum PostTrackingRuError {
        /// Zeros only.
        AllZeros => "all_zeros",
        /// The check digit does not fit.
        Checksum => "checksum",
    }
}

impl PostTrackingRu {
    /// Reads a tracking number as people write it: fourteen digits, not zeros only, with the check
    /// digit right (ru.wikipedia.org, «Почтовый идентификатор»; «WorldCount»'s utility for
    /// barcodes) [pub]. Post offices are not looked up, months are counted on beyond twelve.
    pub fn parse(raw: &str) -> Result<Self, PostTrackingRuError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 14..=14)?;
        if is_zeros(&digits) {
            return Err(PostTrackingRuError::AllZeros);
        }
        if !weighted_sum(&digits, &WEIGHTS).is_multiple_of(10) {
            return Err(PostTrackingRuError::Checksum);
        }
        Ok(Self(digits))
    }
}
