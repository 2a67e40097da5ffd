//! Postal code: `101000`.

use crate::clean::clean_number;
use crate::number::check_digits;

field_value! {
    /// Six digits from 101000 to 699999.
    pub struct PostalIndex;
}

number_error! {
    /// Why a postal code is refused.
    pub enum PostalIndexError {
        /// Below 101000 or above 699999.
        OutOfRange => "out_of_range",
    }
}

impl PostalIndex {
    /// Reads a postal code as people write it: six digits, the first three a prefix that may be
    /// given (arc.ask3.ru, «Почтовые индексы в России» [pub]; the end, 699999, is [policy]).
    pub fn parse(raw: &str) -> Result<Self, PostalIndexError> {
        let digits = clean_number(raw)?;
        check_digits(&digits, 6..=6)?;
        if !("101000"..="699999").contains(&digits.as_str()) {
            return Err(PostalIndexError::OutOfRange);
        }
        Ok(Self(digits))
    }
}
