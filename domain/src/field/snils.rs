//! SNILS, the number of the pension insurance account: `112-233-445 95`.

use core::fmt;

use crate::clean::{Unusable, clean_number, is_digits};

/// Eleven digits whose check number is right.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Snils(String);

/// Why a SNILS is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnilsError {
    /// Nothing typed.
    Empty,
    /// More than 256 characters.
    TooLong,
    /// A sign that is neither digit nor separator.
    InvalidCharacters,
    /// Not eleven digits: how many, where that is known.
    WrongLength(Option<u32>),
    /// Zeros only.
    AllZeros,
    /// The check number does not fit.
    Checksum,
}

impl SnilsError {
    /// Every error once.
    pub const ALL: [Self; 6] = [
        Self::Empty,
        Self::TooLong,
        Self::InvalidCharacters,
        Self::WrongLength(None),
        Self::AllZeros,
        Self::Checksum,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::InvalidCharacters => "invalid_characters",
            Self::WrongLength(_) => "wrong_length",
            Self::AllZeros => "all_zeros",
            Self::Checksum => "checksum",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl From<Unusable> for SnilsError {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::TooLong => Self::TooLong,
            Unusable::Empty => Self::Empty,
        }
    }
}

impl Snils {
    /// Reads a SNILS as people write it.
    pub fn parse(raw: &str) -> Result<Self, SnilsError> {
        let digits = clean_number(raw)?;
        if !is_digits(&digits) {
            return Err(SnilsError::InvalidCharacters);
        }
        if digits.len() != 11 {
            return Err(SnilsError::WrongLength(u32::try_from(digits.len()).ok()));
        }
        if digits.bytes().all(|digit| digit == b'0') {
            return Err(SnilsError::AllZeros);
        }
        if is_checked(&digits) && check_number(&digits) != digits[9..] {
            return Err(SnilsError::Checksum);
        }
        Ok(Self(digits))
    }

    /// Eleven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `112-233-445 95`
    #[must_use]
    pub fn display(&self) -> String {
        let mut text = String::with_capacity(14);
        for (place, digit) in self.0.chars().enumerate() {
            match place {
                3 | 6 => text.push('-'),
                9 => text.push(' '),
                _ => {}
            }
            text.push(digit);
        }
        text
    }
}

impl fmt::Debug for Snils {
    /// Says nothing of the number: values end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Snils(…)")
    }
}

/// The law gives check numbers to those above 001-001-998 only.
fn is_checked(digits: &str) -> bool {
    &digits[..9] > "001001998"
}

fn check_number(digits: &str) -> String {
    let weighted = digits.bytes().take(9).zip((1..=9u32).rev());
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = sum % 101 % 100;
    let mut text = String::with_capacity(2);
    for digit in [check / 10, check % 10] {
        text.extend(char::from_digit(digit, 10));
    }
    text
}
