//! Number of a policy of compulsory medical insurance: `7812 3456 7890 1234`.

use crate::clean::clean_number;
use crate::number::{check_digits, is_luhn, is_zeros};

field_value! {
    /// Sixteen digits, the last of them a check digit.
    pub struct OmsPolicy;
}

number_error! {
    /// Why a policy is refused.
    pub enum OmsPolicyError {
        /// Zeros only.
        AllZeros => "all_zeros",
        /// No region has the code 00.
        BadRegion => "bad_region",
        /// The check digit does not fit.
        Checksum => "checksum",
    }
}

impl OmsPolicy {
    /// Reads the number of a policy: sixteen digits, not zeros only, of a region other than 00,
    /// with the check digit of ISO/HL7 27931 Mod10, which is Luhn's (miac.volmed.org.ru,
    /// «Проверка медицинского полиса») [pub]. Temporary certificates and numbers of blanks are
    /// shorter.
    pub fn parse(raw: &str) -> Result<Self, OmsPolicyError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 16..=16)?;
        if is_zeros(&digits) {
            return Err(OmsPolicyError::AllZeros);
        }
        if digits.starts_with("00") {
            return Err(OmsPolicyError::BadRegion);
        }
        if !is_luhn(&digits) {
            return Err(OmsPolicyError::Checksum);
        }
        Ok(Self(digits))
    }
}
