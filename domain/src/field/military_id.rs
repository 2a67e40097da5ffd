//! Series and number of a military ID: `АН 1234567`.

use crate::clean::clean_document;
use crate::lettered::{has_shape, in_cyrillic, is_digit_or_russian};
use crate::number::{check, grouped, is_zeros};
use crate::script::is_russian;

field_value! {
    /// Two Russian capitals and six or seven digits.
    pub struct MilitaryId;
}

number_error! {
    /// Why a military ID is refused.
    pub enum MilitaryIdError {
        /// Letters and digits out of order.
        BadFormat => "bad_format",
        /// A number of zeros only.
        BadNumber => "bad_number",
    }
}

impl MilitaryId {
    /// Reads series and number as people write them: two letters, Latin ones that look the same
    /// taken for Russian ones, and six or seven digits, not zeros only
    /// (docs.cntd.ru/document/901836064, 5.4, code 07) [law].
    pub fn parse(raw: &str) -> Result<Self, MilitaryIdError> {
        let text = in_cyrillic(&clean_document(raw)?);
        check(&text, is_digit_or_russian, 8..=9)?;
        if !has_shape(&text, &["AA999999", "AA9999999"]) {
            return Err(MilitaryIdError::BadFormat);
        }
        if is_zeros(text.trim_start_matches(is_russian)) {
            return Err(MilitaryIdError::BadNumber);
        }
        Ok(Self(text))
    }

    /// `АН 1234567`
    #[must_use]
    pub fn display(&self) -> String {
        grouped(&self.0, &[(2, ' ')])
    }
}
