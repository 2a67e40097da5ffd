//! The six digits of a message: `123456`.

use crate::clean::clean_number;
use crate::number::check_digits;

/// Digits of a code.
pub const LENGTH: usize = 6;

field_value! {
    /// A code as it was sent, leading zeros kept; whether it is the right one is another question.
    pub struct ConfirmationCode;
}

number_error! {
    /// Why a typed code cannot be one.
    pub enum ConfirmationCodeError {}
}

impl ConfirmationCode {
    /// Reads a code as people type or paste it.
    pub fn parse(raw: &str) -> Result<Self, ConfirmationCodeError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, LENGTH..=LENGTH)?;
        Ok(Self(digits))
    }

    /// A new code from at least 20 random bits.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        let digits = random % 1_000_000 + 1_000_000;
        Self(digits.to_string().split_off(1))
    }
}
