//! Every case of the vectors.

use domain::field::password::PasswordRules;
use domain::judge::{Settings, judge_line};
use serde_json::Value;
use unicode::Tables;

fn vectors(field: &str) -> Value {
    let file = format!("{}/tests/vectors/{field}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("the file of the field");
    serde_json::from_str(&text).expect("JSON")
}

fn check(field: &str) {
    let vectors = vectors(field);
    let number = |key: &str| {
        vectors["rules"][key]
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
    };
    let mut settings = Settings::default();
    if field == "password" {
        settings.password = PasswordRules {
            min_length: number("min_length").expect("a minimum"),
            max_length: number("max_length").expect("a maximum"),
            ..PasswordRules::default()
        };
    }
    let verdict = |case: &Value| -> Value {
        let line = judge_line(field, &case.to_string(), &settings, &Tables).expect("a verdict");
        serde_json::from_str(&line).expect("JSON")
    };
    let mut wrong = Vec::new();
    let valid = vectors["valid"].as_array().expect("cases");
    let invalid = vectors["invalid"].as_array().expect("cases");
    assert!(valid.len() + invalid.len() > 20);
    for case in valid {
        let judged = verdict(case);
        if judged["canonical"] != case["canonical"] {
            wrong.push(format!("{case} -> {judged}"));
        }
        let mut again = case.clone();
        again["input"] = case["canonical"].clone();
        if verdict(&again)["canonical"] != case["canonical"] {
            wrong.push(format!("not a fixed point: {case}"));
        }
    }
    for case in invalid {
        let judged = verdict(case);
        let errors_fit = case
            .get("errors")
            .is_none_or(|errors| *errors == judged["errors"]);
        if judged["error"] != case["error"] || !errors_fit {
            wrong.push(format!("{case} -> {judged}"));
        }
    }
    assert!(wrong.is_empty(), "{field}:\n{}", wrong.join("\n"));
}

#[test]
fn phone() {
    check("phone");
}

#[test]
fn email() {
    check("email");
}

#[test]
fn person_name() {
    check("person_name");
}

#[test]
fn snils() {
    check("snils");
}

#[test]
fn confirmation_code() {
    check("confirmation_code");
}

#[test]
fn password() {
    check("password");
}

#[test]
fn password_nist() {
    check("password_nist");
}
