//! Roman numerals and series of birth certificates.

use std::collections::BTreeSet;

use domain::field::birth_certificate::{BirthCertificate, BirthCertificateError};
use serde_json::Value;

use super::check_plain;
use crate::outcome;

/// The number in Roman digits, in the standard spelling.
fn roman(mut number: u32) -> String {
    let mut text = String::new();
    for (value, digits) in [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while number >= value {
            number -= value;
            text.push_str(digits);
        }
    }
    text
}

/// All words over the Roman digits up to a length.
fn words(length: usize) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut begin = 0;
    for _ in 0..length {
        let end = words.len();
        for word in begin..end {
            for digit in ["I", "V", "X", "L", "C"] {
                words.push(words[word].clone() + digit);
            }
        }
        begin = end;
    }
    words.split_off(1)
}

#[test]
fn roman_numerals_are_those_of_the_numbers_below_400() {
    let numerals: BTreeSet<String> = (1..400).map(roman).collect();
    for numeral in &numerals {
        let canonical = format!("{numeral}-АБ 123456");
        assert_eq!(
            outcome("birth_certificate", &canonical, &Value::Null),
            Ok(canonical)
        );
    }
    for word in words(7) {
        let parsed = BirthCertificate::parse(&format!("{word}-АБ 123456"));
        let expected = if numerals.contains(&word) {
            Ok(())
        } else {
            Err(BirthCertificateError::BadRoman)
        };
        assert_eq!(parsed.map(|_| ()), expected, "{word}");
    }
}

#[test]
fn signs_of_a_birth_certificate() {
    for (number, sign) in (1..=12).zip('\u{2160}'..) {
        let canonical = format!("{}-АБ 123456", roman(number));
        for sign in [sign, char::from_u32(u32::from(sign) + 16).expect("a sign")] {
            let input = format!("{sign}АБ123456");
            check_plain("birth_certificate", &[(&input, Ok(&canonical))]);
        }
    }
    check_plain(
        "birth_certificate",
        &[
            ("ⅬАБ123456", Ok("L-АБ 123456")),
            ("ⅽⅼАБ123456", Ok("CL-АБ 123456")),
            ("ⅮАБ123456", Err("bad_roman")),
            ("ⅯАБ123456", Err("bad_roman")),
            ("ⅰⅰⅰАБ123456", Ok("III-АБ 123456")),
            ("ↀАБ123456", Err("invalid_characters")),
            ("\u{215F}АБ123456", Err("invalid_characters")),
            ("ії-АБ 123456", Err("invalid_characters")),
            ("іх-аб 123456", Ok("IX-АБ 123456")),
            ("схлу-аб 123456", Ok("CXLV-АБ 123456")),
            ("схлі-аб 123456", Ok("CXLI-АБ 123456")),
            ("схс1у-аб 123456", Ok("CXCIV-АБ 123456")),
            ("лху-аб 123456", Ok("LXV-АБ 123456")),
            ("I-ІБ 123456", Err("bad_series")),
            ("I-Б1 123456", Err("wrong_length")),
            ("I-1Б 123456", Err("bad_series")),
            ("XC 123456", Err("missing_roman")),
            ("С 123456", Err("bad_series")),
            ("4-ZZ 000000", Err("bad_series")),
            ("АБ 000000", Err("missing_roman")),
            ("4-АБ 000000", Err("bad_roman")),
            ("I-аё 000001", Ok("I-АЁ 000001")),
            ("№", Err("wrong_length")),
        ],
    );
    let error = |input: &str| BirthCertificate::parse(input).map(|_| ());
    assert_eq!(
        error("IV-АБ 12345"),
        Err(BirthCertificateError::WrongLength(Some(5)))
    );
    assert_eq!(
        error("1234567890"),
        Err(BirthCertificateError::WrongLength(Some(10)))
    );
}
