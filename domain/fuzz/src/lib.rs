//! What must hold for every input, whatever the field.

use domain::date::Date;
use domain::field::password::PasswordRules;
use domain::judge::{FIELDS, Settings, judge_line};
use serde_json::{Value, json};
use unicode::Tables;

/// Numbers of digits, most of them with check digits.
pub const NUMBERS: &[&str] = &[
    "bank_card",
    "confirmation_code",
    "inn_org",
    "inn_person",
    "ogrn",
    "ogrnip",
    "oms_policy",
    "passport_division_code",
    "phone",
    "post_tracking_ru",
    "postal_index",
    "snils",
    "travel_passport",
];

/// Numbers with letters in them.
pub const DOCUMENTS: &[&str] = &[
    "birth_certificate",
    "driver_licence",
    "foreign_document",
    "kpp",
    "military_id",
    "post_tracking_s10",
    "vehicle_plate",
    "vehicle_sts",
];

/// Fields about which the date decides.
pub const DATES: &[&str] = &["birth_date", "passport", "passport_issue_date"];

/// All the others.
pub fn texts() -> Vec<&'static str> {
    let groups = [NUMBERS, DOCUMENTS, DATES].concat();
    let is_other = |field: &&str| !groups.contains(field);
    FIELDS.iter().copied().filter(is_other).collect()
}

/// What a portal has by default, on a day of no importance.
#[must_use]
pub fn settings() -> Settings {
    Settings {
        password: PasswordRules::default(),
        today: Date::in_moscow(0),
    }
}

/// Each of the fields answers, and accepts its own canonical form as it is.
///
/// # Panics
/// Where one does not.
pub fn judge(fields: &[&str], input: &str, context: &Value) {
    for field in fields {
        let verdict = verdict(field, input, context);
        if let Some(canonical) = verdict["canonical"].as_str() {
            assert_eq!(self::verdict(field, canonical, context), verdict, "{field}");
        } else {
            assert!(verdict["error"].is_string(), "{field}");
        }
    }
}

fn verdict(field: &str, input: &str, context: &Value) -> Value {
    let line = json!({ "input": input, "context": context }).to_string();
    let answer = judge_line(field, &line, &settings(), &Tables).expect("a verdict");
    serde_json::from_str(&answer).expect("JSON")
}
