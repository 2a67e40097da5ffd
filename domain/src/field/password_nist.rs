//! The alternative password profile after NIST SP 800-63B-4 and OWASP ASVS 5.0: length and a
//! blocklist instead of classes. On the server only, and in force only by configuration.

use crate::Unicode;
use crate::clean::{is_control, is_longer};
use crate::common_passwords;
use crate::keyboard::{is_repetitive, is_sequential, to_latin, to_russian};

/// Code points that are taken before anything is looked at.
const RAW_LIMIT: usize = 1024;
/// Letters of a person's word that is looked for; characters of a password that may be repeated.
const SHORTEST: usize = 4;
/// What the service is called.
const SERVICE: [&str; 6] = ["госуслуги", "gosuslugi", "есиа", "esia", "портал", "portal"];

/// Limits of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NistRules {
    /// Fewest characters: 15 where the password is the only factor, 8 beside a second one.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
}

impl Default for NistRules {
    fn default() -> Self {
        Self {
            min_length: 15,
            max_length: 128,
        }
    }
}

/// What the password is compared with beside the list.
#[derive(Clone, Copy, Default)]
pub struct OwnWords<'a> {
    /// Names, parts of addresses.
    pub words: &'a [String],
    /// Phone and document numbers, separators ignored.
    pub numbers: &'a [String],
}

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordNistError {
    /// Nothing typed.
    Empty,
    /// A control character.
    ControlCharacters,
    /// Too few characters: how many there are, where that is known.
    TooShort(Option<u32>),
    /// Too many characters: how many there are, where that is known.
    TooLong(Option<u32>),
    /// In the list of common passwords.
    Common,
    /// The name of the service, or the person's own word or number.
    ContextWord,
    /// One to four characters repeated.
    Repetitive,
    /// A piece of a row of keys or of an alphabet.
    Sequential,
}

impl PasswordNistError {
    /// Every error once.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::ControlCharacters,
        Self::TooShort(None),
        Self::TooLong(None),
        Self::Common,
        Self::ContextWord,
        Self::Repetitive,
        Self::Sequential,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ControlCharacters => "control_characters",
            Self::TooShort(_) => "too_short",
            Self::TooLong(_) => "too_long",
            Self::Common => "common",
            Self::ContextWord => "context_word",
            Self::Repetitive => "repetitive",
            Self::Sequential => "sequential",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

/// Gives the password in NFKC, as it is hashed, or the first rule it breaks.
pub fn parse(
    raw: &str,
    rules: &NistRules,
    own: &OwnWords<'_>,
    unicode: &impl Unicode,
) -> Result<String, PasswordNistError> {
    if is_longer(raw, RAW_LIMIT) {
        return Err(PasswordNistError::TooLong(None));
    }
    let password = unicode.nfkc(raw);
    if password.is_empty() {
        return Err(PasswordNistError::Empty);
    }
    if password.chars().any(is_control) {
        return Err(PasswordNistError::ControlCharacters);
    }
    let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
    if length < rules.min_length {
        return Err(PasswordNistError::TooShort(Some(length)));
    }
    if length > rules.max_length {
        return Err(PasswordNistError::TooLong(Some(length)));
    }
    let lower = password.to_lowercase();
    if is_common(&lower) {
        return Err(PasswordNistError::Common);
    }
    if is_context_word(&lower, own, unicode) || is_own_number(&lower, own, unicode) {
        return Err(PasswordNistError::ContextWord);
    }
    if is_repetitive(&lower) {
        return Err(PasswordNistError::Repetitive);
    }
    if is_sequential(&lower) {
        return Err(PasswordNistError::Sequential);
    }
    Ok(password)
}

/// Listed; or listed when typed in the Latin layout; or a listed one repeated.
fn is_common(lower: &str) -> bool {
    common_passwords::contains(lower)
        || common_passwords::contains(&to_latin(lower))
        || is_listed_repeated(lower)
}

/// A listed password of four characters or more repeated to fill the whole.
fn is_listed_repeated(lower: &str) -> bool {
    let characters: Vec<char> = lower.chars().collect();
    let length = characters.len();
    (SHORTEST..=length / 2).any(|period| {
        length.is_multiple_of(period)
            && characters
                .iter()
                .zip(&characters[period..])
                .all(|(a, b)| a == b)
            && common_passwords::contains(&characters[..period].iter().collect::<String>())
    })
}

/// What is left between digits and signs is the service's name or one of the person's words, in
/// either keyboard layout.
fn is_context_word(lower: &str, own: &OwnWords<'_>, unicode: &impl Unicode) -> bool {
    let middle = lower.trim_matches(|c: char| !unicode.is_letter(c));
    let typed = [middle.to_owned(), to_latin(middle), to_russian(middle)];
    if typed.iter().any(|text| SERVICE.contains(&text.as_str())) {
        return true;
    }
    let words = own
        .words
        .iter()
        .map(|word| unicode.nfkc(word).to_lowercase());
    let mut long_words =
        words.filter(|word| word.chars().filter(|&c| unicode.is_letter(c)).count() >= SHORTEST);
    long_words.any(|word| typed.contains(&word))
}

/// No letters, and the digits are one of the person's numbers.
fn is_own_number(lower: &str, own: &OwnWords<'_>, unicode: &impl Unicode) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let typed = digits(lower);
    let letters = lower.chars().any(|character| unicode.is_letter(character));
    !letters
        && !typed.is_empty()
        && own
            .numbers
            .iter()
            .any(|number| digits(&unicode.nfkc(number)) == typed)
}
