//! Number of a bank card: `2200 0000 0000 0004`.

use crate::clean::clean_number;
use crate::number::{check_digits, is_luhn, is_zeros};

field_value! {
    /// Twelve to nineteen digits, the last of them a check digit. Never stored or logged.
    pub struct BankCard;
}

number_error! {
    /// Why a card is refused.
    pub enum BankCardError {
        /// Zeros only.
        AllZeros => "all_zeros",
        /// The check digit does not fit.
        Checksum => "checksum",
    }
}

impl BankCard {
    /// Reads the number of a card: 12 to 19 digits, not zeros only, with Luhn's check digit
    /// (python-stdnum 2.2 `stdnum.luhn`, braintree/credit-card-type) [pub].
    pub fn parse(raw: &str) -> Result<Self, BankCardError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 12..=19)?;
        if is_zeros(&digits) {
            return Err(BankCardError::AllZeros);
        }
        if !is_luhn(&digits) {
            return Err(BankCardError::Checksum);
        }
        Ok(Self(digits))
    }
}
