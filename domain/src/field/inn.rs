//! What the INN of a person and that of an organisation have in common.

use crate::clean::clean_number;
use crate::number::{check_digits, is_zeros, remainder, weighted_sum};

/// Weights of the digits before the longest number's last digit; shorter ones take the end of it.
const WEIGHTS: [u8; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

number_error! {
    /// Why an INN is refused.
    pub enum InnError {
        /// Zeros only.
        AllZeros => "all_zeros",
        /// No region has the code 00.
        BadRegion => "bad_region",
        /// A check digit does not fit.
        Checksum => "checksum",
    }
}

/// So many digits of which those from the place `checks` on are check digits.
pub(super) fn parse(raw: &str, length: usize, checks: usize) -> Result<String, InnError> {
    let digits = clean_number(raw)?;
    check_digits(&digits, length..=length)?;
    if is_zeros(&digits) {
        return Err(InnError::AllZeros);
    }
    if digits.starts_with("00") {
        return Err(InnError::BadRegion);
    }
    if (checks..length).all(|place| is_right(&digits, place)) {
        Ok(digits)
    } else {
        Err(InnError::Checksum)
    }
}

fn is_right(digits: &str, place: usize) -> bool {
    let check = weighted_sum(digits, &WEIGHTS[WEIGHTS.len() - place..]) % 11 % 10;
    check == remainder(&digits[..=place], 10)
}
