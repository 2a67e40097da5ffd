//! Dates of birth and of issue.

use domain::date::{Date, Month};
use domain::field::birth_date::{BirthDate, BirthDateError};
use serde_json::{Value, json};

use super::{check, check_plain};
use crate::TODAY;

#[test]
fn forms_of_a_date() {
    check_plain(
        "birth_date",
        &[
            ("1984\u{2013}03\u{2212}17", Ok("1984-03-17")),
            ("17\u{FF0E}03.1984", Ok("1984-03-17")),
            ("1984-03.17", Err("bad_format")),
            ("17.03-1984", Err("bad_format")),
            ("17-03-1984", Err("bad_format")),
            ("17..3.1984", Err("bad_format")),
            ("+7.03.1984", Err("bad_format")),
            ("17.03.1984 г.", Err("bad_format")),
            ("17. 3.1984", Err("bad_format")),
            ("я7.03.198", Err("bad_format")),
            ("01.01.0000", Err("too_early")),
            ("00.00.0000", Err("not_a_date")),
            ("31.12.9999", Err("future")),
            ("99.99.9999", Err("not_a_date")),
        ],
    );
}

/// The message names the month typed, if there is one.
#[test]
fn a_day_that_is_no_date_tells_its_month() {
    let today = Date::parse(TODAY).expect("a date");
    let month = |text: &str| match BirthDate::parse(text, today, 0) {
        Err(BirthDateError::NotADate(month)) => month,
        _ => None,
    };
    let february = month("29.02.2011").expect("a month");
    assert_eq!((february.year(), february.number()), (2011, 2));
    assert_eq!(february.days(), 28);
    assert_eq!(month("00.06.1990").map(Month::days), Some(30));
    assert_eq!(month("01.13.1990"), None);
    assert_eq!(month("01.00.1990"), None);
}

/// Born on 29 February, of age on 28 February where there is no other.
#[test]
fn birthdays_of_29_february() {
    let case = |age: u32, reference: &str| {
        (
            "29.02.2008",
            json!({ "min_age": age, "reference_date": reference }),
        )
    };
    let cases = [
        (case(18, "2026-02-27"), Err("under_age")),
        (case(18, "2026-02-28"), Ok("2008-02-29")),
        (case(16, "2024-02-28"), Err("under_age")),
        (case(16, "2024-02-29"), Ok("2008-02-29")),
        (case(92, "2100-02-27"), Err("under_age")),
        (case(92, "2100-02-28"), Ok("2008-02-29")),
    ];
    check(
        "birth_date",
        &cases.map(|((input, context), expected)| (input, context, expected)),
    );
}

#[test]
fn an_age_nobody_reaches() {
    let age = |age: u64| json!({ "min_age": age });
    check(
        "birth_date",
        &[
            ("22.11.2026", age(0), Ok("2026-11-22")),
            ("22.11.2026", age(1), Err("under_age")),
            ("01.01.1900", age(65_535), Err("under_age")),
            ("01.01.1900", age(126), Ok("1900-01-01")),
            ("01.01.1900", age(127), Err("under_age")),
            ("23.11.2026", age(14), Err("future")),
        ],
    );
}

#[test]
fn without_a_date_of_birth_less_is_known_of_a_passport() {
    for context in [Value::Null, json!({ "birth_date": "вчера" })] {
        check(
            "passport_issue_date",
            &[
                ("08.07.1997", context.clone(), Ok("1997-07-08")),
                ("07.07.1997", context.clone(), Err("before_1997")),
                ("23.11.2026", context, Err("future")),
            ],
        );
    }
}

/// Each age at which a passport is replaced, to the day: issued the day before and on it,
/// looked at on the last day and on the next.
#[test]
fn validity_ends_90_days_after_the_birthday() {
    let born =
        |birth: &str, reference: &str| json!({ "birth_date": birth, "reference_date": reference });
    let expired = Err("expired");
    check(
        "passport_issue_date",
        &[
            (
                "14.06.2026",
                born("2006-06-15", "2026-09-13"),
                Ok("2026-06-14"),
            ),
            ("14.06.2026", born("2006-06-15", "2026-09-14"), expired),
            (
                "15.06.2026",
                born("2006-06-15", "2051-09-13"),
                Ok("2026-06-15"),
            ),
            ("15.06.2026", born("2006-06-15", "2051-09-14"), expired),
            (
                "14.06.2051",
                born("2006-06-15", "2051-09-13"),
                Ok("2051-06-14"),
            ),
            ("14.06.2051", born("2006-06-15", "2051-09-14"), expired),
            (
                "15.06.2051",
                born("2006-06-15", "9999-12-31"),
                Ok("2051-06-15"),
            ),
            (
                "27.02.2025",
                born("2005-02-28", "2025-05-29"),
                Ok("2025-02-27"),
            ),
            ("27.02.2025", born("2005-02-28", "2025-05-30"), expired),
            (
                "28.02.2024",
                born("2004-02-29", "2024-05-29"),
                Ok("2024-02-28"),
            ),
            ("28.02.2024", born("2004-02-29", "2024-05-30"), expired),
            (
                "27.02.2049",
                born("2004-02-29", "2049-05-29"),
                Ok("2049-02-27"),
            ),
            ("27.02.2049", born("2004-02-29", "2049-05-30"), expired),
            (
                "28.02.2049",
                born("2004-02-29", "2100-01-01"),
                Ok("2049-02-28"),
            ),
        ],
    );
}

/// Born after the day of issue, or before there was a calendar: errors, but no failures.
#[test]
fn impossible_births() {
    let born = |birth: &str| json!({ "birth_date": birth });
    check(
        "passport_issue_date",
        &[
            ("22.11.2026", born("9999-12-31"), Err("before_14")),
            ("22.11.2026", born("2027-01-01"), Err("before_14")),
            ("22.11.2026", born("0000-01-01"), Ok("2026-11-22")),
        ],
    );
}

#[test]
fn the_context_may_be_anything() {
    for today in [json!(5), json!("22.11"), json!(null), json!("2026-11-31")] {
        let context = json!({ "reference_date": today, "min_age": "14", "birth_date": [] });
        check(
            "birth_date",
            &[
                ("22.11.2026", context.clone(), Ok("2026-11-22")),
                ("23.11.2026", context.clone(), Err("future")),
            ],
        );
        check(
            "passport_issue_date",
            &[("08.07.1997", context, Ok("1997-07-08"))],
        );
    }
    check(
        "birth_date",
        &[("22.11.2026", json!({ "min_age": 65_536 }), Ok("2026-11-22"))],
    );
}

/// A blank may be printed for next year; 97, 98 and 99 belong to the last century at any time.
#[test]
fn years_of_a_passport() {
    let years = [
        ("1998-07-01", "00", false),
        ("1998-07-01", "97", true),
        ("1999-07-01", "00", true),
        ("1999-07-01", "01", false),
        ("2026-12-31", "27", true),
        ("2026-12-31", "28", false),
        ("2026-12-31", "96", false),
        ("2094-01-01", "95", true),
        ("2094-01-01", "96", false),
        ("2095-01-01", "96", true),
        ("2150-01-01", "50", true),
        ("9999-12-31", "00", true),
    ];
    for (today, year, is_right) in years {
        let input = ["45", year, "000101"].concat();
        let context = json!({ "reference_date": today });
        let expected = if is_right {
            Ok(input.as_str())
        } else {
            Err("bad_series_year")
        };
        check("passport", &[(&input, context, expected)]);
    }
}
