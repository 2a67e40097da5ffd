//! The password rules in force: length and four classes of characters, all of them settings.

use crate::Unicode;

/// Signs that count as the symbol: the union of the sets that both guides print.
pub const SYMBOLS: &str = "!\"#$%&'()*+,-.<>@^`|~";

/// The settings of `[password]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordRules {
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
    /// Demand a Latin capital letter.
    pub require_upper: bool,
    /// Demand a Latin small letter.
    pub require_lower: bool,
    /// Demand a digit.
    pub require_digit: bool,
    /// Demand one of [`SYMBOLS`].
    pub require_symbol: bool,
}

impl Default for PasswordRules {
    fn default() -> Self {
        Self {
            min_length: 8,
            max_length: 128,
            require_upper: true,
            require_lower: true,
            require_digit: true,
            require_symbol: true,
        }
    }
}

/// What a password lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    /// Nothing typed.
    Empty,
    /// A letter that is not a–z or A–Z: which, where that is known.
    OtherLetter(Option<char>),
    /// Too few characters: how many there are, where that is known.
    TooShort(Option<u32>),
    /// Too many characters: how many there are, where that is known.
    TooLong(Option<u32>),
    /// No Latin capital letter.
    MissingUpper,
    /// No Latin small letter.
    MissingLower,
    /// No digit.
    MissingDigit,
    /// None of [`SYMBOLS`].
    MissingSymbol,
}

impl PasswordError {
    /// Every error once, in the order in which they are reported.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::OtherLetter(None),
        Self::TooShort(None),
        Self::TooLong(None),
        Self::MissingUpper,
        Self::MissingLower,
        Self::MissingDigit,
        Self::MissingSymbol,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::OtherLetter(_) => "other_letter",
            Self::TooShort(_) => "too_short",
            Self::TooLong(_) => "too_long",
            Self::MissingUpper => "missing_upper",
            Self::MissingLower => "missing_lower",
            Self::MissingDigit => "missing_digit",
            Self::MissingSymbol => "missing_symbol",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

/// One line of the list beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PasswordRule {
    /// Between the fewest and the most characters.
    Length,
    /// A Latin capital letter.
    Upper,
    /// A Latin small letter.
    Lower,
    /// A digit.
    Digit,
    /// One of [`SYMBOLS`].
    Symbol,
}

impl PasswordRule {
    /// All rules, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Length,
        Self::Upper,
        Self::Lower,
        Self::Digit,
        Self::Symbol,
    ];

    /// Whether the settings ask for it.
    #[must_use]
    pub fn applies(self, rules: &PasswordRules) -> bool {
        match self {
            Self::Length => true,
            Self::Upper => rules.require_upper,
            Self::Lower => rules.require_lower,
            Self::Digit => rules.require_digit,
            Self::Symbol => rules.require_symbol,
        }
    }

    /// Whether a password with these errors meets it.
    #[must_use]
    pub fn is_met(self, errors: &[PasswordError]) -> bool {
        !errors.iter().any(|error| match error {
            PasswordError::Empty => true,
            PasswordError::OtherLetter(_) => false,
            PasswordError::TooShort(_) | PasswordError::TooLong(_) => self == Self::Length,
            PasswordError::MissingUpper => self == Self::Upper,
            PasswordError::MissingLower => self == Self::Lower,
            PasswordError::MissingDigit => self == Self::Digit,
            PasswordError::MissingSymbol => self == Self::Symbol,
        })
    }
}

/// Every unmet rule; nothing unmet: the password is accepted as typed.
#[must_use]
pub fn check(password: &str, rules: &PasswordRules, unicode: &impl Unicode) -> Vec<PasswordError> {
    let mut errors = Vec::new();
    if password.is_empty() {
        errors.push(PasswordError::Empty);
        return errors;
    }
    let seen = Seen::in_password(password, unicode);
    if let Some(letter) = seen.other_letter {
        errors.push(PasswordError::OtherLetter(Some(letter)));
    }
    if seen.length < rules.min_length {
        errors.push(PasswordError::TooShort(Some(seen.length)));
    }
    if seen.length > rules.max_length {
        errors.push(PasswordError::TooLong(Some(seen.length)));
    }
    let classes = [
        (rules.require_upper, seen.upper, PasswordError::MissingUpper),
        (rules.require_lower, seen.lower, PasswordError::MissingLower),
        (rules.require_digit, seen.digit, PasswordError::MissingDigit),
        (
            rules.require_symbol,
            seen.symbol,
            PasswordError::MissingSymbol,
        ),
    ];
    for (required, present, error) in classes {
        if required && !present {
            errors.push(error);
        }
    }
    errors
}

/// What stands in a password.
#[derive(Default)]
struct Seen {
    length: u32,
    other_letter: Option<char>,
    upper: bool,
    lower: bool,
    digit: bool,
    symbol: bool,
}

impl Seen {
    fn in_password(password: &str, unicode: &impl Unicode) -> Self {
        let mut seen = Self::default();
        for character in password.chars() {
            seen.length = seen.length.saturating_add(1);
            match character {
                'A'..='Z' => seen.upper = true,
                'a'..='z' => seen.lower = true,
                '0'..='9' => seen.digit = true,
                _ if SYMBOLS.contains(character) => seen.symbol = true,
                _ if seen.other_letter.is_some() || character.is_ascii() => {}
                _ if unicode.is_letter(character) => seen.other_letter = Some(character),
                _ => {}
            }
        }
        seen
    }
}
