//! SNILS, the number of the pension insurance account: `112-233-445 95`.

use crate::clean::clean_number;
use crate::number::{check_digits, grouped, is_zeros, remainder, weighted_sum};

field_value! {
    /// Eleven digits whose check number is right.
    pub struct Snils;
}

number_error! {
    /// Why a SNILS is refused.
    pub enum SnilsError {
        /// Zeros only.
        AllZeros => "all_zeros",
        /// The check number does not fit.
        Checksum => "checksum",
    }
}

impl Snils {
    /// Reads a SNILS as people write it: eleven digits, not zeros only, with the check number of
    /// ConsultantPlus cons_doc_LAW_124607, section 8 [law].
    pub fn parse(raw: &str) -> Result<Self, SnilsError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 11..=11)?;
        if is_zeros(&digits) {
            return Err(SnilsError::AllZeros);
        }
        if is_checked(&digits) && check_number(&digits) != remainder(&digits, 100) {
            return Err(SnilsError::Checksum);
        }
        Ok(Self(digits))
    }

    /// `112-233-445 95`
    #[must_use]
    pub fn display(&self) -> String {
        grouped(&self.0, &[(3, '-'), (6, '-'), (9, ' ')])
    }
}

/// The law gives check numbers to those above 001-001-998 only.
fn is_checked(digits: &str) -> bool {
    &digits[..9] > "001001998"
}

fn check_number(digits: &str) -> u32 {
    weighted_sum(digits, &[9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100
}
