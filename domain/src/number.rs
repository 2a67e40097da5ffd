//! What numbers of documents and registers have in common: signs, length, sums over digits.

use core::ops::RangeInclusive;

/// What every field that holds a number refuses after cleaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// A sign that the number cannot have.
    InvalidCharacters,
    /// Too few or too many signs: how many, where that is known.
    WrongLength(Option<u32>),
}

/// Nothing but allowed characters, and as many as there may be.
pub(crate) fn check(
    text: &str,
    is_allowed: fn(char) -> bool,
    lengths: RangeInclusive<usize>,
) -> Result<(), NumberError> {
    if !text.chars().all(is_allowed) {
        return Err(NumberError::InvalidCharacters);
    }
    let length = text.chars().count();
    if lengths.contains(&length) {
        Ok(())
    } else {
        Err(NumberError::WrongLength(u32::try_from(length).ok()))
    }
}

/// Nothing but digits, and as many as there may be.
pub(crate) fn check_digits(text: &str, lengths: RangeInclusive<usize>) -> Result<(), NumberError> {
    check(text, |character| character.is_ascii_digit(), lengths)
}

/// Whether there is nothing but ASCII digits.
pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether there is nothing but zeros.
pub(crate) fn is_zeros(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

/// The sum of the first digits, each times its weight.
pub(crate) fn weighted_sum(digits: &str, weights: &[u8]) -> u32 {
    let weighted = digits.bytes().zip(weights);
    weighted
        .map(|(digit, &weight)| u32::from(digit - b'0') * u32::from(weight))
        .sum()
}

/// What is left of the number of any length by division; by 10: its last digit.
pub(crate) fn remainder(digits: &str, divisor: u32) -> u32 {
    digits.bytes().fold(0, |rest, digit| {
        (rest * 10 + u32::from(digit - b'0')) % divisor
    })
}

/// Whether the last digit is right by Luhn's rule, ISO/IEC 7812-1: of the digits from the right
/// every second is doubled, less 9 if above 9, and the sum ends with zero.
pub(crate) fn is_luhn(digits: &str) -> bool {
    let from_right = digits.bytes().rev().zip([1, 2].into_iter().cycle());
    let sum: u32 = from_right
        .map(|(digit, factor)| u32::from(digit - b'0') * factor)
        .map(|product| if product > 9 { product - 9 } else { product })
        .sum();
    sum.is_multiple_of(10)
}

/// The text with a sign before each of the places, counted from zero in characters.
pub(crate) fn grouped(text: &str, signs: &[(usize, char)]) -> String {
    let mut grouped = String::with_capacity(text.len() + signs.len());
    for (place, character) in text.chars().enumerate() {
        let sign = signs.iter().find(|(before, _)| *before == place);
        grouped.extend(sign.map(|&(_, sign)| sign));
        grouped.push(character);
    }
    grouped
}
