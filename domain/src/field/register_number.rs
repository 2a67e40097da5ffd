//! What the numbers of the two state registers have in common.

use crate::clean::clean_number;
use crate::number::{check_digits, remainder};

number_error! {
    /// Why the number of a record is refused.
    pub enum RegisterNumberError {
        /// A first digit of other records.
        BadPrefix => "bad_prefix",
        /// The check digit does not fit.
        Checksum => "checksum",
    }
}

/// So many digits, the first one of a list, the last one what is left of the others by division.
pub(super) fn parse(
    raw: &str,
    length: usize,
    first: &[char],
    divisor: u32,
) -> Result<String, RegisterNumberError> {
    let digits = clean_number(raw)?;
    check_digits(&digits, length..=length)?;
    if !digits.starts_with(first) {
        return Err(RegisterNumberError::BadPrefix);
    }
    let body = &digits[..length - 1];
    if remainder(body, divisor) % 10 != remainder(&digits, 10) {
        return Err(RegisterNumberError::Checksum);
    }
    Ok(digits)
}
