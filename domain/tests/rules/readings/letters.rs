//! Letters of two alphabets that look alike.

use domain::field::vehicle_plate::{VehiclePlate, VehiclePlateError};
use serde_json::Value;

use crate::outcome;

const CYRILLIC: &str = "АВЕКМНОРСТУХ";
const LATIN: &str = "ABEKMHOPCTYX";

fn russian() -> impl Iterator<Item = char> {
    ('А'..='я').chain(['Ё', 'ё'])
}

fn large(letter: char) -> char {
    letter.to_uppercase().next().expect("a capital")
}

/// What becomes of a letter in the field, put into the text in place of `_`.
fn letter_in(field: &str, text: &str, letter: char) -> Result<String, String> {
    let input = text.replace('_', &letter.to_string());
    outcome(field, &input, &Value::Null)
}

#[test]
fn latin_letters_of_russian_documents() {
    for (field, text) in [
        ("driver_licence", "77_Б654321"),
        ("vehicle_sts", "77Б_654321"),
        ("military_id", "_Б654321"),
    ] {
        for letter in ('A'..='Z').chain('a'..='z') {
            let place = LATIN.chars().position(|twin| twin == large(letter));
            let twin = place.and_then(|place| CYRILLIC.chars().nth(place));
            let expected = twin
                .map(|twin| text.replace('_', &twin.to_string()))
                .ok_or("invalid_characters".to_owned());
            assert_eq!(
                letter_in(field, text, letter),
                expected,
                "{field}: {letter}"
            );
        }
        for letter in russian() {
            let expected = text.replace('_', &large(letter).to_string());
            assert_eq!(
                letter_in(field, text, letter),
                Ok(expected),
                "{field}: {letter}"
            );
        }
        for letter in [
            'і', 'І', 'Ѐ', 'ѐ', 'ѝ', 'Є', 'ї', 'Қ', 'é', 'ı', 'ſ', '\u{212A}',
        ] {
            let invalid = Err("invalid_characters".to_owned());
            assert_eq!(letter_in(field, text, letter), invalid, "{field}: {letter}");
        }
    }
}

#[test]
fn cyrillic_letters_of_international_codes() {
    for (field, text) in [("kpp", "7701_1001"), ("post_tracking_s10", "R_123456785RU")] {
        for letter in ('A'..='Z').chain('a'..='z') {
            let expected = text.replace('_', &large(letter).to_string());
            assert_eq!(
                letter_in(field, text, letter),
                Ok(expected),
                "{field}: {letter}"
            );
        }
        for letter in russian() {
            let place = CYRILLIC.chars().position(|twin| twin == large(letter));
            let twin = place.and_then(|place| LATIN.chars().nth(place));
            let expected = twin
                .map(|twin| text.replace('_', &twin.to_string()))
                .ok_or("invalid_characters".to_owned());
            assert_eq!(
                letter_in(field, text, letter),
                expected,
                "{field}: {letter}"
            );
        }
        for letter in ['і', 'І', 'Қ', 'é', 'ı', 'ſ', '\u{212A}'] {
            let invalid = Err("invalid_characters".to_owned());
            assert_eq!(letter_in(field, text, letter), invalid, "{field}: {letter}");
        }
    }
}

#[test]
fn letters_of_a_plate() {
    for letter in russian().chain('A'..='Z').chain('a'..='z') {
        let capital = large(letter);
        let place = CYRILLIC.chars().position(|twin| twin == capital);
        let place = place.or(LATIN.chars().position(|twin| twin == capital));
        let twin = place.and_then(|place| CYRILLIC.chars().nth(place));
        let input = format!("{letter}123ВС77");
        let expected = match twin {
            Some(twin) => Ok(format!("{twin}123ВС77")),
            None => Err(VehiclePlateError::BadLetter(Some(capital))),
        };
        let parsed = VehiclePlate::parse(&input).map(|plate| plate.as_str().to_owned());
        assert_eq!(parsed, expected, "{letter}");
    }
}
