//! What holds for every text.

use domain::judge::FIELDS;
use proptest::prelude::*;
use serde_json::Value;

use crate::inputs::{context, typed};
use crate::{outcome, verdict};

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text looks like one of the patterns: `9` any digit, `Я` any Russian capital, `A`
/// any Latin one, other signs themselves.
fn looks_like(text: &str, patterns: &[&str]) -> bool {
    let fits = |sign: char, pattern: char| match pattern {
        '9' => sign.is_ascii_digit(),
        'Я' => matches!(sign, 'А'..='Я' | 'Ё'),
        'A' => sign.is_ascii_uppercase(),
        other => sign == other,
    };
    patterns.iter().any(|pattern| {
        text.chars().count() == pattern.chars().count()
            && text
                .chars()
                .zip(pattern.chars())
                .all(|(sign, of)| fits(sign, of))
    })
}

/// The shape in which the field's value is stored.
fn is_canonical(field: &str, text: &str) -> bool {
    let length = text.chars().count();
    let patterns: &[&str] = match field {
        "phone" => {
            let digits = text.strip_prefix('+');
            return digits.is_some_and(|text| is_digits(text) && (7..=15).contains(&text.len()));
        }
        "email" => return text.is_ascii() && length <= 254 && text.matches('@').count() == 1,
        "person_name" => return length <= 100,
        "password" | "password_nist" => return (1..=128).contains(&length),
        "plain_text" => return !text.contains("  ") && (1..=255).contains(&length),
        "bank_card" => return is_digits(text) && (12..=19).contains(&length),
        "foreign_document" => {
            let is_allowed = |sign: char| sign.is_ascii_digit() || sign.is_uppercase();
            return text.chars().all(is_allowed) && (3..=20).contains(&length);
        }
        "birth_certificate" => {
            let roman = text.trim_start_matches(['I', 'V', 'X', 'L', 'C']);
            return roman.len() < text.len() && looks_like(roman, &["-ЯЯ 999999"]);
        }
        "snils" => &["99999999999"],
        "confirmation_code" | "postal_index" => &["999999"],
        "birth_date" | "passport_issue_date" => &["9999-99-99"],
        "passport" | "inn_org" => &["9999999999"],
        "passport_division_code" => &["999-999"],
        "inn_person" => &["999999999999"],
        "oms_policy" => &["9999999999999999"],
        "travel_passport" => &["999999999"],
        "driver_licence" | "vehicle_sts" => &["9999999999", "99ЯЯ999999"],
        "military_id" => &["ЯЯ999999", "ЯЯ9999999"],
        "vehicle_plate" => &[
            "Я999ЯЯ99",
            "Я999ЯЯ999",
            "9999ЯЯ99",
            "9999ЯЯ999",
            "ЯЯ999999",
            "ЯЯ9999999",
        ],
        "ogrn" => &["9999999999999"],
        "ogrnip" => &["999999999999999"],
        "kpp" => &["999999999", "9999A9999", "99999A999", "9999AA999"],
        "post_tracking_ru" => &["99999999999999"],
        "post_tracking_s10" => &["AA999999999AA"],
        _ => &[],
    };
    looks_like(text, patterns)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16_384))]

    #[test]
    fn a_canonical_form_is_its_own((field, input) in typed(), context in context()) {
        if let Ok(canonical) = outcome(field, &input, &context) {
            prop_assert!(is_canonical(field, &canonical), "{}: {:?}", field, canonical);
            prop_assert_eq!(outcome(field, &canonical, &context), Ok(canonical));
        }
    }

    #[test]
    fn an_error_is_the_first_of_its_list((field, input) in typed(), context in context()) {
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
