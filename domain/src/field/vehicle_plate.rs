//! Registration plate of a vehicle: `А123ВС77`.

use crate::clean::clean_number;
use crate::lettered::{has_latin_twin, has_shape, in_cyrillic};
use crate::script::is_russian;

/// Characters before the region, whatever the vehicle.
const BEFORE_REGION: usize = 6;

/// Plates of cars, motorcycles and trailers, each with a region of two and of three digits.
const SHAPES: [&str; 6] = [
    "A999AA99",
    "A999AA999",
    "9999AA99",
    "9999AA999",
    "AA999999",
    "AA9999999",
];

field_value! {
    /// Russian capitals and digits in the order of a car's, a motorcycle's or a trailer's plate.
    pub struct VehiclePlate;
}

field_error! {
    /// Why a plate is refused.
    pub enum VehiclePlateError {
        /// A letter that plates do not have: its capital, where that is known.
        BadLetter(Option<char>) => "bad_letter",
        /// A sign that is neither letter nor digit.
        InvalidCharacters => "invalid_characters",
        /// Letters and digits out of order.
        BadFormat => "bad_format",
        /// A number of zeros only.
        ZeroNumber => "zero_number",
        /// A region that ends with 00 or begins with the 0 of three digits.
        BadRegion => "bad_region",
    }
}

impl VehiclePlate {
    /// Reads a plate as people write it, with or without `RUS`: the twelve letters of GOST R
    /// 50577-2018, Latin ones taken for Russian ones [law]; a number other than zero
    /// (unktir/sdt-2) [pub]. Regions are not looked up: their list changes too often. Plates of
    /// taxis, the police, the army, diplomats and transit are not read.
    pub fn parse(raw: &str) -> Result<Self, VehiclePlateError> {
        let mut text = in_cyrillic(&clean_number(raw)?);
        if let Some(plate) = text.strip_suffix("RUS") {
            text.truncate(plate.len());
        }
        check_characters(&text)?;
        if !has_shape(&text, &SHAPES) {
            return Err(VehiclePlateError::BadFormat);
        }
        let region: String = text.chars().skip(BEFORE_REGION).collect();
        let mut before = text.chars().take(BEFORE_REGION);
        if before.all(|character| character == '0' || !character.is_ascii_digit()) {
            return Err(VehiclePlateError::ZeroNumber);
        }
        if region.ends_with("00") || region.len() == 3 && region.starts_with('0') {
            return Err(VehiclePlateError::BadRegion);
        }
        Ok(Self(text))
    }
}

/// Whichever wrong character stands first decides.
fn check_characters(text: &str) -> Result<(), VehiclePlateError> {
    let is_wrong = |character: char| !character.is_ascii_digit() && !has_latin_twin(character);
    match text.chars().find(|&character| is_wrong(character)) {
        None => Ok(()),
        Some(letter) if letter.is_ascii_alphabetic() || is_russian(letter) => {
            Err(VehiclePlateError::BadLetter(Some(letter)))
        }
        Some(_) => Err(VehiclePlateError::InvalidCharacters),
    }
}
