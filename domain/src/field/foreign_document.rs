//! Series and number of an identity document of a foreign state: `AB 1234567`.

use crate::clean::clean_document;
use crate::number::check;
use crate::script::upper;

field_value! {
    /// Three to twenty digits and capitals, at least one digit among them.
    pub struct ForeignDocument;
}

number_error! {
    /// Why a foreign document is refused.
    pub enum ForeignDocumentError {
        /// Letters without a digit.
        NoDigit => "no_digit",
    }
}

impl ForeignDocument {
    /// Reads series and number as people write them, `№` and separators dropped, small letters
    /// raised: 3 to 20 digits, Latin letters without marks and Cyrillic letters of Russian,
    /// Ukrainian, Belarusian, Serbian or Macedonian, at least one digit. Letters stay in the
    /// alphabet typed: states differ in it. The whole rule is [policy]: every state numbers its
    /// documents its own way.
    pub fn parse(raw: &str) -> Result<Self, ForeignDocumentError> {
        let text: String = clean_document(raw)?.chars().map(upper).collect();
        check(&text, is_allowed, 3..=20)?;
        if !text.contains(|character: char| character.is_ascii_digit()) {
            return Err(ForeignDocumentError::NoDigit);
        }
        Ok(Self(text))
    }
}

fn is_allowed(character: char) -> bool {
    matches!(character, '0'..='9' | 'A'..='Z' | 'Ѐ'..='Я')
}
