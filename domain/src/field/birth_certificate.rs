//! Series and number of a Russian birth certificate: `IV-АБ 123456`.

use crate::clean::clean_document;
use crate::lettered::in_cyrillic;
use crate::number::is_zeros;
use crate::script::{is_russian, upper};

/// Digits of the number.
const DIGITS: usize = 6;

field_value! {
    /// A Roman numeral in Latin capitals, two Russian capitals, six digits.
    pub struct BirthCertificate;
}

number_error! {
    /// Why a birth certificate is refused.
    pub enum BirthCertificateError {
        /// Not two Russian letters before the number.
        BadSeries => "bad_series",
        /// Nothing before the letters.
        MissingRoman => "missing_roman",
        /// Not a Roman numeral in its standard spelling.
        BadRoman => "bad_roman",
        /// A number of zeros only.
        BadNumber => "bad_number",
    }
}

impl BirthCertificate {
    /// Reads series and number as people write them: a Roman numeral up to 399, also with the
    /// letters and the digit 1 that look like it; two letters, Latin ones that look the same
    /// taken for Russian ones; six digits, not zeros only (tooltip of the tax service's form,
    /// document 03, and `checkDul` of a public tax module) [pub]. The error about the length
    /// counts the digits at the end.
    pub fn parse(raw: &str) -> Result<Self, BirthCertificateError> {
        let text = spelled_out(&clean_document(raw)?);
        if !text.chars().all(is_allowed) {
            return Err(BirthCertificateError::InvalidCharacters);
        }
        let series = text.trim_end_matches(|character: char| character.is_ascii_digit());
        let number = &text[series.len()..];
        if number.len() != DIGITS {
            let length = u32::try_from(number.len()).ok();
            return Err(BirthCertificateError::WrongLength(length));
        }
        let (roman, letters) = parts(series).ok_or(BirthCertificateError::BadSeries)?;
        if roman.is_empty() {
            return Err(BirthCertificateError::MissingRoman);
        }
        if !is_roman(&roman) {
            return Err(BirthCertificateError::BadRoman);
        }
        if is_zeros(number) {
            return Err(BirthCertificateError::BadNumber);
        }
        Ok(Self([&roman, "-", &letters, " ", number].concat()))
    }
}

/// In capitals, with letters in place of the signs that Unicode has for Roman numerals.
fn spelled_out(text: &str) -> String {
    const ROMAN: [&str; 16] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D",
        "M",
    ];
    let mut spelled = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'Ⅰ'..='ⅿ' => spelled.push_str(ROMAN[(character as usize - 'Ⅰ' as usize) % 16]),
            other => spelled.push(upper(other)),
        }
    }
    spelled
}

fn is_allowed(character: char) -> bool {
    matches!(character, 'A'..='Z' | '0'..='9' | 'І') || is_russian(character)
}

/// The Roman numeral, and the two Russian letters behind it, each in its own alphabet.
fn parts(series: &str) -> Option<(String, String)> {
    let (before_last, _) = series.char_indices().nth_back(1)?;
    let (roman, letters) = series.split_at(before_last);
    let letters = in_cyrillic(letters);
    let roman = roman.chars().map(roman_digit).collect();
    letters.chars().all(is_russian).then_some((roman, letters))
}

/// The Roman digit that is meant by what looks like it.
fn roman_digit(character: char) -> char {
    match character {
        '1' | 'І' => 'I',
        'У' => 'V',
        'Х' => 'X',
        'Л' => 'L',
        'С' => 'C',
        other => other,
    }
}

fn is_roman(text: &str) -> bool {
    let tens = after_repeated(text, 'C');
    let ones = after_decimal(tens, ["XC", "XL"], 'L', 'X');
    after_decimal(ones, ["IX", "IV"], 'V', 'I').is_empty()
}

/// What follows one decimal place: nine or four, or up to three ones, behind five or alone.
fn after_decimal<'a>(text: &'a str, before: [&str; 2], five: char, one: char) -> &'a str {
    let subtracted = before.into_iter().find_map(|pair| text.strip_prefix(pair));
    subtracted.unwrap_or_else(|| after_repeated(text.strip_prefix(five).unwrap_or(text), one))
}

/// What follows up to three of the same digit.
fn after_repeated(text: &str, digit: char) -> &str {
    let mut rest = text;
    for _ in 0..3 {
        rest = rest.strip_prefix(digit).unwrap_or(rest);
    }
    rest
}
