//! Free text of one line: a place of birth, who issued a document, a line of an address.

use crate::Unicode;
use crate::clean::{TEXT_LIMIT, clean, is_control};

field_value! {
    /// A line with single spaces, at least one letter or digit in it.
    pub struct PlainText;
}

field_error! {
    /// Why a text is refused.
    pub enum PlainTextError {
        /// A control character, `<` or `>`.
        InvalidCharacters => "invalid_characters",
        /// Signs without a letter or a digit.
        NoLetters => "no_letters",
    }
}

impl PlainText {
    /// Reads a line of at most `limit` characters, counted after cleaning; more than 512 before it
    /// are too long in any case. Letters of any alphabet pass, with digits and signs, but no
    /// control characters and no angle brackets, in which markup comes. The whole rule is
    /// [policy].
    pub fn parse(raw: &str, limit: usize, unicode: &impl Unicode) -> Result<Self, PlainTextError> {
        let text = single_spaced(&unicode.nfc(&clean(raw, TEXT_LIMIT)?));
        if text.chars().count() > limit {
            return Err(PlainTextError::TooLong);
        }
        if text.contains(|character| is_control(character) || matches!(character, '<' | '>')) {
            return Err(PlainTextError::InvalidCharacters);
        }
        if !text.contains(|character: char| is_letter_or_digit(character, unicode)) {
            return Err(PlainTextError::NoLetters);
        }
        Ok(Self(text))
    }
}

fn single_spaced(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if character != ' ' || !line.ends_with(' ') {
            line.push(character);
        }
    }
    line
}

fn is_letter_or_digit(character: char, unicode: &impl Unicode) -> bool {
    character.is_ascii_digit() || unicode.is_letter(character)
}
