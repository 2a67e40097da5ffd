//! Mobile phone number: `+7 900 123-45-67`.

use core::fmt;

use crate::clean::{Unusable, clean_number};
use crate::number::{grouped, is_digits};

/// A phone number in E.164, to which a message can be sent.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// Why a phone number is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneError {
    /// Nothing typed.
    Empty,
    /// More than 256 characters.
    TooLong,
    /// A sign that is neither digit nor separator, or a plus inside.
    InvalidCharacters,
    /// `+8 9…`: half of two spellings.
    PlusEight,
    /// A country code that begins with zero.
    BadCountryCode,
    /// A foreign number without its plus.
    MissingPlus,
    /// Too few or too many digits.
    WrongLength {
        /// Digits are missing; otherwise there are too many.
        missing: bool,
    },
    /// A landline or toll-free number.
    NotMobile,
    /// No operator has this code.
    UnknownCode,
}

impl PhoneError {
    /// Every error once.
    pub const ALL: [Self; 9] = [
        Self::Empty,
        Self::TooLong,
        Self::InvalidCharacters,
        Self::PlusEight,
        Self::BadCountryCode,
        Self::MissingPlus,
        Self::WrongLength { missing: true },
        Self::NotMobile,
        Self::UnknownCode,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::InvalidCharacters => "invalid_characters",
            Self::PlusEight => "plus_eight",
            Self::BadCountryCode => "bad_country_code",
            Self::MissingPlus => "missing_plus",
            Self::WrongLength { .. } => "wrong_length",
            Self::NotMobile => "not_mobile",
            Self::UnknownCode => "unknown_code",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl From<Unusable> for PhoneError {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::TooLong => Self::TooLong,
            Unusable::Empty => Self::Empty,
        }
    }
}

impl Phone {
    /// Reads a number as people write it.
    pub fn parse(raw: &str) -> Result<Self, PhoneError> {
        let text = clean_number(raw)?;
        let (plus, digits) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        if !is_digits(digits) {
            return Err(PhoneError::InvalidCharacters);
        }
        if plus && digits.is_empty() {
            return Err(PhoneError::WrongLength { missing: true });
        }
        if plus {
            return international(digits);
        }
        // 8~10 is how Russia dials abroad, 00 how most of the world does.
        if digits.len() > 11
            && let Some(abroad) = digits.strip_prefix("810")
        {
            return international(abroad);
        }
        match digits.strip_prefix("00") {
            Some(abroad) => international(abroad),
            None => domestic(digits),
        }
    }

    /// E.164: `+79001234567`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number in groups: `+7 900 123-45-67`. Other countries' numbers stay as they are:
    /// their grouping is not ours to guess.
    #[must_use]
    pub fn display(&self) -> String {
        if self.0.starts_with("+7") {
            grouped(&self.0, &[(2, ' '), (5, ' '), (8, '-'), (10, '-')])
        } else {
            self.0.clone()
        }
    }
}

impl fmt::Debug for Phone {
    /// Says nothing of the number: values end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

/// Digits behind a plus or a prefix that stands for it.
fn international(digits: &str) -> Result<Phone, PhoneError> {
    if let Some(rest) = digits.strip_prefix('7') {
        return russian(rest);
    }
    if digits.len() == 11 && digits.starts_with("89") {
        return Err(PhoneError::PlusEight);
    }
    if digits.is_empty() || digits.starts_with('0') {
        return Err(PhoneError::BadCountryCode);
    }
    match digits.len() {
        0..7 => Err(PhoneError::WrongLength { missing: true }),
        7..=15 => Ok(Phone(with_plus("", digits))),
        _ => Err(PhoneError::WrongLength { missing: false }),
    }
}

/// Digits without plus and without a prefix for abroad.
fn domestic(digits: &str) -> Result<Phone, PhoneError> {
    let first = digits.bytes().next();
    match (digits.len(), first) {
        (11, Some(b'7' | b'8')) => russian(&digits[1..]),
        (10, Some(b'9')) => Ok(Phone(with_plus("7", digits))),
        (10, Some(b'3' | b'4')) => Err(PhoneError::NotMobile),
        (10.., Some(b'0')) => Err(PhoneError::BadCountryCode),
        (11..=15, Some(b'1'..=b'6' | b'9')) => Err(PhoneError::MissingPlus),
        (length, _) => Err(PhoneError::WrongLength {
            missing: length < 11,
        }),
    }
}

/// The ten digits after +7: Russia, and Kazakhstan, which shares the code.
fn russian(national: &str) -> Result<Phone, PhoneError> {
    if national.len() != 10 {
        return Err(PhoneError::WrongLength {
            missing: national.len() < 10,
        });
    }
    match national.as_bytes()[0] {
        b'6' | b'7' | b'9' => Ok(Phone(with_plus("7", national))),
        b'3' | b'4' | b'8' => Err(PhoneError::NotMobile),
        _ => Err(PhoneError::UnknownCode),
    }
}

fn with_plus(country: &str, digits: &str) -> String {
    let mut number = String::with_capacity(1 + country.len() + digits.len());
    number.push('+');
    number.push_str(country);
    number.push_str(digits);
    number
}
