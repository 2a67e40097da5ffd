//! Digits, their cleaning and their check digits.

use domain::field::snils::{Snils, SnilsError};
use serde_json::Value;

use super::check_plain;
use crate::outcome;
use crate::vectors::vectors;

/// Fields of digits, with separators, and no sign besides.
const NUMBERS: [&str; 14] = [
    "bank_card",
    "confirmation_code",
    "inn_org",
    "inn_person",
    "kpp",
    "ogrn",
    "ogrnip",
    "oms_policy",
    "passport_division_code",
    "post_tracking_ru",
    "post_tracking_s10",
    "postal_index",
    "snils",
    "vehicle_plate",
];

/// Fields in which `№` may stand, too.
const DOCUMENTS: [&str; 7] = [
    "birth_certificate",
    "driver_licence",
    "foreign_document",
    "military_id",
    "passport",
    "travel_passport",
    "vehicle_sts",
];

fn a_canonical_form(field: &str) -> String {
    let vectors = vectors(field);
    let canonical = vectors["valid"][0]["canonical"].as_str();
    canonical.expect("a valid case").to_owned()
}

#[test]
fn zeros_of_a_snils() {
    check_plain(
        "snils",
        &[
            ("000-000-000 01", Ok("00000000001")),
            ("001-001-998 99", Ok("00100199899")),
            ("---", Err("wrong_length")),
            ("0000000000", Err("wrong_length")),
        ],
    );
}

#[test]
fn separators_may_stand_anywhere_in_a_number() {
    for field in NUMBERS.iter().chain(&DOCUMENTS) {
        let canonical = a_canonical_form(field);
        for separator in [
            " ", "-", ".", "(", ")", "\t", "\u{A0}", "\u{2014}", "\u{FF0E}",
        ] {
            let signs: Vec<String> = canonical.chars().map(String::from).collect();
            let input = ["", &signs.join(separator), ""].join(separator);
            let judged = outcome(field, &input, &Value::Null);
            assert_eq!(judged, Ok(canonical.clone()), "{field}: {separator:?}");
        }
        for sign in [",", "/", "_", "+", ":", "\u{2044}", "\u{301}", "\0"] {
            let input = canonical.clone() + sign;
            let judged = outcome(field, &input, &Value::Null);
            let invalid = Err("invalid_characters".to_owned());
            assert_eq!(judged, invalid, "{field}: {sign:?}");
        }
    }
}

#[test]
fn only_documents_have_a_number_sign() {
    for field in DOCUMENTS {
        let canonical = a_canonical_form(field);
        let input = ["№ ", &canonical, "№"].concat();
        assert_eq!(
            outcome(field, &input, &Value::Null),
            Ok(canonical),
            "{field}"
        );
    }
    for field in NUMBERS {
        let input = "№ ".to_owned() + &a_canonical_form(field);
        let invalid = Err("invalid_characters".to_owned());
        assert_eq!(outcome(field, &input, &Value::Null), invalid, "{field}");
    }
}

/// The limit counts what is typed, not what is left of it.
#[test]
fn a_number_is_read_up_to_256_characters() {
    for field in NUMBERS.iter().chain(&DOCUMENTS) {
        let canonical = a_canonical_form(field);
        let room = 256 - canonical.chars().count();
        for filling in [" ", "\u{200B}", "-"] {
            let input = canonical.clone() + &filling.repeat(room);
            let judged = outcome(field, &input, &Value::Null);
            assert_eq!(judged, Ok(canonical.clone()), "{field}: {filling:?}");
            let judged = outcome(field, &(input + filling), &Value::Null);
            assert_eq!(judged, Err("too_long".to_owned()), "{field}: {filling:?}");
        }
    }
}

#[test]
fn a_wrong_length_says_how_many_there_are() {
    let error = |digits: &str| Snils::parse(digits).map(|_| ());
    assert_eq!(error("1"), Err(SnilsError::WrongLength(Some(1))));
    assert_eq!(error("123-456"), Err(SnilsError::WrongLength(Some(6))));
    assert_eq!(error("---"), Err(SnilsError::WrongLength(Some(0))));
    let long = "1".repeat(256);
    assert_eq!(error(&long), Err(SnilsError::WrongLength(Some(256))));
}

/// What is wrong with the signs comes before the length, and that before the parts.
#[test]
fn the_first_error_wins() {
    check_plain(
        "inn_person",
        &[
            ("x", Err("invalid_characters")),
            ("00", Err("wrong_length")),
        ],
    );
    check_plain(
        "ogrn",
        &[
            ("0", Err("wrong_length")),
            ("3269900000016", Err("bad_prefix")),
        ],
    );
    check_plain("oms_policy", &[("0000000000000001", Err("bad_region"))]);
    check_plain(
        "post_tracking_s10",
        &[
            ("RA123456785Я", Err("invalid_characters")),
            ("R1123456786XX", Err("bad_format")),
            ("RA123456786XX", Err("bad_country")),
        ],
    );
    check_plain(
        "kpp",
        &[
            ("A00101001", Err("bad_format")),
            ("00010100", Err("wrong_length")),
        ],
    );
}

#[test]
fn ends_of_the_postal_codes() {
    check_plain(
        "postal_index",
        &[
            ("100999", Err("out_of_range")),
            ("101000", Ok("101000")),
            ("699999", Ok("699999")),
            ("700000", Err("out_of_range")),
        ],
    );
}
