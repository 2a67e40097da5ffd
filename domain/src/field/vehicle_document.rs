//! What a driving licence and a registration certificate of a vehicle have in common.

use crate::clean::clean_document;
use crate::lettered::{has_shape, in_cyrillic, is_digit_or_russian};
use crate::number::{check, grouped};

number_error! {
    /// Why a licence or a certificate is refused.
    pub enum VehicleDocumentError {
        /// Digits and letters out of order.
        BadFormat => "bad_format",
        /// No region has the code 00.
        BadRegion => "bad_region",
        /// A number of zeros only.
        BadNumber => "bad_number",
    }
}

/// Two digits of the region, two digits or Russian capitals, six digits of the number.
pub(super) fn parse(raw: &str) -> Result<String, VehicleDocumentError> {
    let text = in_cyrillic(&clean_document(raw)?);
    check(&text, is_digit_or_russian, 10..=10)?;
    if !has_shape(&text, &["9999999999", "99AA999999"]) {
        return Err(VehicleDocumentError::BadFormat);
    }
    if text.starts_with("00") {
        return Err(VehicleDocumentError::BadRegion);
    }
    if text.ends_with("000000") {
        return Err(VehicleDocumentError::BadNumber);
    }
    Ok(text)
}

/// Region, series and number with spaces between them.
pub(super) fn display(text: &str) -> String {
    grouped(text, &[(2, ' '), (4, ' ')])
}
