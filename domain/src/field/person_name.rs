//! Surname, first name, patronymic.

use core::fmt;

use crate::Unicode;
use crate::clean::{TEXT_LIMIT, Unusable, clean};
use crate::script::{is_cyrillic, is_latin, is_russian, lower};

/// Characters of a name after cleaning.
const LIMIT: usize = 100;

/// What people write into the patronymic when there is none.
const PLACEHOLDERS: [&str; 8] = [
    "-",
    "--",
    "нет",
    "отсутствует",
    "без отчества",
    "не имею",
    "б/о",
    "прочерк",
];

/// A cleaned name; a patronymic may be empty.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

/// Which of the three names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// «Фамилия»
    #[default]
    Last,
    /// «Имя»
    First,
    /// «Отчество»
    Patronymic,
}

/// Whose document the name stands in: it decides about Latin letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Citizenship {
    /// Passport of the Russian Federation.
    #[default]
    Russian,
    /// Any other document, or not known yet.
    Other,
}

/// Why a name is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonNameError {
    /// Nothing typed.
    Empty,
    /// «нет» and the like instead of nothing.
    Placeholder,
    /// More than 100 characters.
    TooLong,
    /// A digit of any script.
    Digits,
    /// Neither letter nor space, hyphen, apostrophe, full stop.
    InvalidCharacters,
    /// Signs without a letter.
    NoLetters,
    /// Cyrillic and Latin letters together.
    MixedScript,
    /// A Cyrillic letter that Russian does not have: which, where that is known.
    NonRussianLetter(Option<char>),
    /// Latin letters where the document has Cyrillic ones.
    LatinNotAllowed,
    /// A hyphen, full stop or apostrophe out of place.
    BadPunctuation,
    /// Ъ or Ь at the beginning of a word.
    BadStart,
    /// Initials instead of a name.
    Initials,
}

impl PersonNameError {
    /// Every error once.
    pub const ALL: [Self; 12] = [
        Self::Empty,
        Self::Placeholder,
        Self::TooLong,
        Self::Digits,
        Self::InvalidCharacters,
        Self::NoLetters,
        Self::MixedScript,
        Self::NonRussianLetter(None),
        Self::LatinNotAllowed,
        Self::BadPunctuation,
        Self::BadStart,
        Self::Initials,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Placeholder => "placeholder",
            Self::TooLong => "too_long",
            Self::Digits => "digits",
            Self::InvalidCharacters => "invalid_characters",
            Self::NoLetters => "no_letters",
            Self::MixedScript => "mixed_script",
            Self::NonRussianLetter(_) => "non_russian_letter",
            Self::LatinNotAllowed => "latin_not_allowed",
            Self::BadPunctuation => "bad_punctuation",
            Self::BadStart => "bad_start",
            Self::Initials => "initials",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl PersonName {
    /// Reads a name.
    pub fn parse(
        raw: &str,
        part: Part,
        citizenship: Citizenship,
        unicode: &impl Unicode,
    ) -> Result<Self, PersonNameError> {
        let text = match clean(raw, TEXT_LIMIT) {
            Ok(text) => normalised(&unicode.nfc(&text)),
            Err(Unusable::TooLong) => return Err(PersonNameError::TooLong),
            Err(Unusable::Empty) if part == Part::Patronymic => return Ok(Self(String::new())),
            Err(Unusable::Empty) => return Err(PersonNameError::Empty),
        };
        if part == Part::Patronymic && is_placeholder(&text) {
            return Err(PersonNameError::Placeholder);
        }
        if text.chars().count() > LIMIT {
            return Err(PersonNameError::TooLong);
        }
        check_characters(&text, unicode)?;
        check_script(&text, citizenship)?;
        check_form(&text)?;
        Ok(Self(text))
    }

    /// The name as it is stored: case and ё as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none; only a patronymic can be missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for PersonName {
    /// Says nothing of the name: values end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(…)")
    }
}

/// One apostrophe for all, single spaces, no spaces around hyphens.
fn normalised(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{2B9}' | '`' | '\u{B4}' | '\u{2032}' => {
                name.push('\'');
            }
            ' ' if name.ends_with([' ', '-']) => {}
            '-' if name.ends_with(' ') => {
                name.pop();
                name.push('-');
            }
            other => name.push(other),
        }
    }
    name
}

fn is_placeholder(text: &str) -> bool {
    PLACEHOLDERS
        .iter()
        .any(|placeholder| text.chars().map(lower).eq(placeholder.chars()))
}

fn is_letter(character: char) -> bool {
    is_cyrillic(character) || is_latin(character)
}

fn check_characters(text: &str, unicode: &impl Unicode) -> Result<(), PersonNameError> {
    let mut foreign = false;
    for character in text.chars() {
        if is_letter(character) || matches!(character, ' ' | '-' | '\'' | '.') {
            continue;
        }
        if character.is_ascii_digit() || (!character.is_ascii() && unicode.is_number(character)) {
            return Err(PersonNameError::Digits);
        }
        foreign = true;
    }
    if foreign {
        return Err(PersonNameError::InvalidCharacters);
    }
    if text.chars().any(is_letter) {
        Ok(())
    } else {
        Err(PersonNameError::NoLetters)
    }
}

fn check_script(text: &str, citizenship: Citizenship) -> Result<(), PersonNameError> {
    let latin = text.chars().any(is_latin);
    let cyrillic = text.chars().any(is_cyrillic);
    if latin && cyrillic {
        return Err(PersonNameError::MixedScript);
    }
    if let Some(letter) = text.chars().find(|&c| is_cyrillic(c) && !is_russian(c)) {
        return Err(PersonNameError::NonRussianLetter(Some(letter)));
    }
    if latin && citizenship == Citizenship::Russian {
        return Err(PersonNameError::LatinNotAllowed);
    }
    Ok(())
}

fn check_form(text: &str) -> Result<(), PersonNameError> {
    let is_sign = |byte: u8| matches!(byte, b'-' | b'\'' | b'.');
    let doubled = text
        .as_bytes()
        .windows(2)
        .any(|pair| is_sign(pair[0]) && is_sign(pair[1]));
    if text.starts_with(['-', '.']) || text.ends_with('-') || doubled {
        return Err(PersonNameError::BadPunctuation);
    }
    if text
        .split([' ', '-'])
        .any(|word| word.starts_with(['Ъ', 'ъ', 'Ь', 'ь']))
    {
        return Err(PersonNameError::BadStart);
    }
    if is_initials(text) {
        return Err(PersonNameError::Initials);
    }
    Ok(())
}

/// Nothing but single letters, each with its full stop: «И.», «И. И.», «И.И.».
fn is_initials(text: &str) -> bool {
    text.split(' ').all(|word| {
        let mut characters = word.chars();
        let mut pairs = core::iter::from_fn(|| Some((characters.next()?, characters.next())));
        pairs.all(|(letter, stop)| is_letter(letter) && stop == Some('.'))
    })
}
