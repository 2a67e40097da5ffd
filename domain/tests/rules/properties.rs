//! What holds for every text.

use domain::field::snils::Snils;
use domain::judge::FIELDS;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{outcome, verdict};

/// Pieces that the rules look at, thrown together; single characters of every kind between them.
const PIECES: &[&str] = &[
    "0",
    "7",
    "8",
    "9",
    "00",
    "810",
    "+",
    "+7",
    "9000000001",
    "11223344595",
    "123456",
    " ",
    "-",
    ".",
    "(",
    ")",
    "'",
    "@",
    "\u{A0}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{2013}",
    "\u{2019}",
    "\u{2BC}",
    "\u{1FEF}",
    "\u{FF0B}",
    "\u{FF19}",
    "\u{FF21}",
    "\u{661}",
    "\u{2163}",
    "\u{301}",
    "\u{306}",
    "user",
    "example",
    "пример",
    ".com",
    ".рф",
    "xn--e1afmkfd",
    "xn--",
    "\u{3002}",
    "ß",
    "é",
    "Иван",
    "И.",
    "Ъ",
    "ё",
    "и\u{306}",
    "нет",
    "Smith",
    "і",
    "Ж",
    "Zx7!mnop",
    "password",
    "qwerty",
    "госуслуги",
    "abcd",
    "🙂",
    "\0",
    "\t",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn context() -> impl Strategy<Value = Value> {
    let part = prop::sample::select(&["last", "first", "patronymic", "zz"][..]);
    let citizenship = prop::sample::select(&["RU", "other"][..]);
    (part, citizenship, 0..20u32, text()).prop_map(|(part, citizenship, min_length, own)| {
        json!({
            "part": part, "citizenship": citizenship, "min_length": min_length,
            "words": [own], "numbers": [own],
        })
    })
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The shape in which the field's value is stored.
fn is_canonical(field: &str, text: &str) -> bool {
    match field {
        "phone" => text
            .strip_prefix('+')
            .is_some_and(|digits| is_digits(digits) && (7..=15).contains(&digits.len())),
        "email" => text.is_ascii() && text.len() <= 254 && text.matches('@').count() == 1,
        "snils" => is_digits(text) && text.len() == 11,
        "confirmation_code" => is_digits(text) && text.len() == 6,
        "person_name" => text.chars().count() <= 100,
        _ => !text.is_empty() && text.chars().count() <= 128,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn a_canonical_form_is_its_own(field in prop::sample::select(FIELDS), input in text(), context in context()) {
        if let Ok(canonical) = outcome(field, &input, &context) {
            prop_assert!(is_canonical(field, &canonical), "{}: {:?}", field, canonical);
            prop_assert_eq!(outcome(field, &canonical, &context), Ok(canonical));
        }
    }

    #[test]
    fn an_error_is_the_first_of_its_list(field in prop::sample::select(FIELDS), input in text(), context in context()) {
        let verdict = verdict(field, &input, &context);
        if verdict.get("canonical").is_none() {
            let errors = verdict["errors"].as_array().expect("a list");
            prop_assert_eq!(Some(&verdict["error"]), errors.first());
            prop_assert!(field == "password" || errors.len() == 1);
        }
    }

    #[test]
    fn any_characters_get_a_verdict(field in prop::sample::select(FIELDS), input in prop::collection::vec(any::<char>(), 0..600)) {
        let input: String = input.into_iter().collect();
        verdict(field, &input, &Value::Null);
    }
}

fn check_number(number: u32) -> u32 {
    let weighted = (1..=9).zip((0..9).map(|place| number / 10u32.pow(place) % 10));
    weighted.map(|(weight, digit)| weight * digit).sum::<u32>() % 101 % 100
}

/// F12: at least 99.9 % of the changes of one digit are noticed. Numbers are taken evenly from
/// all above the one from which check numbers are given.
#[test]
fn one_wrong_digit_of_a_snils_is_noticed() {
    let (mut changes, mut missed) = (0u32, 0u32);
    for number in (1_001_999..1_000_000_000).step_by(99_991) {
        let right = format!("{number:09}{:02}", check_number(number));
        assert!(Snils::parse(&right).is_ok(), "a right check number");
        for place in 0..11 {
            for digit in '0'..='9' {
                let mut wrong = right.clone();
                wrong.replace_range(place..=place, digit.encode_utf8(&mut [0; 4]));
                if wrong != right {
                    changes += 1;
                    missed += u32::from(Snils::parse(&wrong).is_ok());
                }
            }
        }
    }
    assert!(changes > 900_000);
    assert!(
        missed * 1000 <= changes,
        "{missed} of {changes} not noticed"
    );
}
