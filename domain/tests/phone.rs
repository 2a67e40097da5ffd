//! What is wrong with a number of the wrong length, and what a number never says.

use domain::field::phone::{Phone, PhoneError};

fn too_short(text: &str) -> Option<bool> {
    match Phone::parse(text) {
        Err(PhoneError::WrongLength { missing }) => Some(missing),
        _ => None,
    }
}

#[test]
fn digits_are_missing_or_too_many() {
    for few in [
        "+44 123",
        "+380",
        "12345",
        "9001234",
        "+7 900 123-45-6",
        "8900123456",
    ] {
        assert_eq!(too_short(few), Some(true), "{few}");
    }
    for many in [
        "+44 1234 5678 9012 34",
        "80123456789012",
        "+7 900 123-45-678",
    ] {
        assert_eq!(too_short(many), Some(false), "{many}");
    }
}

#[test]
fn the_edge_lies_at_eleven_digits() {
    assert_eq!(too_short("55555"), Some(true));
    assert_eq!(too_short("5555555555"), Some(true), "ten");
    assert_eq!(Phone::parse("55555555555"), Err(PhoneError::MissingPlus));
    assert_eq!(too_short("78901234567"), None, "eleven");
    assert_eq!(too_short("88901234567890"), Some(false), "fourteen");
}

#[test]
fn a_number_is_not_written_down() {
    let phone = Phone::parse("+7 900 123-45-67").expect("a number");
    assert_eq!(format!("{phone:?}"), "Phone(…)");
}
