//! The six digits of a message: `123456`.

use core::fmt;

use crate::clean::{Unusable, clean_number, is_digits};

/// Digits of a code.
pub const LENGTH: usize = 6;

/// A code as it was sent; whether it is the right one is another question.
#[derive(Clone, PartialEq, Eq)]
pub struct ConfirmationCode(String);

/// Why a typed code cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationCodeError {
    /// Nothing typed.
    Empty,
    /// More than 256 characters.
    TooLong,
    /// A sign that is neither digit nor separator.
    InvalidCharacters,
    /// Not six digits: how many, where that is known.
    WrongLength(Option<u32>),
}

impl ConfirmationCodeError {
    /// Every error once.
    pub const ALL: [Self; 4] = [
        Self::Empty,
        Self::TooLong,
        Self::InvalidCharacters,
        Self::WrongLength(None),
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::InvalidCharacters => "invalid_characters",
            Self::WrongLength(_) => "wrong_length",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl From<Unusable> for ConfirmationCodeError {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::TooLong => Self::TooLong,
            Unusable::Empty => Self::Empty,
        }
    }
}

impl ConfirmationCode {
    /// Reads a code as people type or paste it.
    pub fn parse(raw: &str) -> Result<Self, ConfirmationCodeError> {
        let digits = clean_number(raw)?;
        if !is_digits(&digits) {
            return Err(ConfirmationCodeError::InvalidCharacters);
        }
        if digits.len() != LENGTH {
            return Err(ConfirmationCodeError::WrongLength(
                u32::try_from(digits.len()).ok(),
            ));
        }
        Ok(Self(digits))
    }

    /// A new code from at least 20 random bits.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        let digits = random % 1_000_000 + 1_000_000;
        Self(digits.to_string().split_off(1))
    }

    /// Six digits, leading zeros kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ConfirmationCode {
    /// Says nothing of the code: values end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConfirmationCode(…)")
    }
}
