//! Check digits, against the formulas of the field rules written out.

use domain::field::snils::Snils;
use proptest::prelude::*;
use serde_json::Value;

use crate::outcome;

/// So many digits, as numbers.
fn digits(length: usize) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0..10u32, length)
}

fn text(digits: &[u32]) -> String {
    digits.iter().map(u32::to_string).collect()
}

fn number(digits: &[u32]) -> u64 {
    text(digits).parse().expect("a number")
}

fn weighted(weights: &[u32], digits: &[u32]) -> u32 {
    assert_eq!(weights.len(), digits.len());
    weights
        .iter()
        .zip(digits)
        .map(|(weight, digit)| weight * digit)
        .sum()
}

/// The rule of ISO/HL7 27931 Mod10 step by step, as section 8 has it.
fn mod10(body: &[u32]) -> u32 {
    let from_right: Vec<u32> = body.iter().rev().copied().collect();
    let odd: Vec<u32> = from_right.iter().step_by(2).copied().collect();
    let even: Vec<u32> = from_right.iter().skip(1).step_by(2).copied().collect();
    let product = (number(&odd) * 2).to_string();
    let written = text(&even) + &product;
    let sum: u32 = written.chars().filter_map(|digit| digit.to_digit(10)).sum();
    sum.next_multiple_of(10) - sum
}

fn s10(body: &[u32]) -> u32 {
    match 11 - weighted(&[8, 6, 4, 2, 3, 5, 9, 7], body) % 11 {
        10 => 0,
        11 => 5,
        check => check,
    }
}

/// Of all check numbers of this length, the right one alone makes the value valid.
fn only(field: &str, begin: &str, right: &str, end: &str) -> Result<(), TestCaseError> {
    let length = u32::try_from(right.len()).expect("a length");
    for check in 0..10u32.pow(length) {
        let check = format!("{check:0width$}", width = right.len());
        let input = [begin, &check, end].concat();
        let expected = if check == right {
            Ok(input.clone())
        } else {
            Err("checksum".to_owned())
        };
        prop_assert_eq!(outcome(field, &input, &Value::Null), expected, "{}", field);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn inn(region in 1..100u32, rest in digits(8)) {
        let body = [&[region / 10, region % 10], &rest[..]].concat();
        let organisation = weighted(&[2, 4, 10, 3, 5, 9, 4, 6, 8], &body[..9]) % 11 % 10;
        only("inn_org", &text(&body[..9]), &organisation.to_string(), "")?;
        let first = weighted(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8], &body) % 11 % 10;
        let longer = [&body[..], &[first]].concat();
        let second = weighted(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8], &longer) % 11 % 10;
        only("inn_person", &text(&body), &text(&[first, second]), "")?;
    }

    #[test]
    fn ogrn(first in prop::sample::select(&[1, 5][..]), rest in digits(11)) {
        let body = [&[first], &rest[..]].concat();
        only("ogrn", &text(&body), &(number(&body) % 11 % 10).to_string(), "")?;
    }

    #[test]
    fn ogrnip(rest in digits(13)) {
        let body = [&[3], &rest[..]].concat();
        only("ogrnip", &text(&body), &(number(&body) % 13 % 10).to_string(), "")?;
    }

    #[test]
    fn oms_policy(region in 1..100u32, rest in digits(13)) {
        let body = [&[region / 10, region % 10], &rest[..]].concat();
        only("oms_policy", &text(&body), &mod10(&body).to_string(), "")?;
    }

    #[test]
    fn bank_card(first in 1..10u32, rest in digits(17), length in 10..=17usize) {
        let body = [&[first], &rest[..length]].concat();
        only("bank_card", &text(&body), &mod10(&body).to_string(), "")?;
    }

    #[test]
    fn post_tracking_ru(first in 1..10u32, rest in digits(12)) {
        let body = [&[first], &rest[..]].concat();
        let sum = weighted(&[3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], &body);
        let check = (10 - sum % 10) % 10;
        only("post_tracking_ru", &text(&body), &check.to_string(), "")?;
    }

    #[test]
    fn post_tracking_s10(body in digits(8)) {
        let begin = "RA".to_owned() + &text(&body);
        only("post_tracking_s10", &begin, &s10(&body).to_string(), "RU")?;
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
